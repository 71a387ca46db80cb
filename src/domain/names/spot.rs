//! A name that may stand at a place, and what is around it: what forbids it, what it costs, whose it is.

use super::behind::{family, joined, lasting, masked, numbered, places_listed, school};
use super::beside::{
    EITHER_BEFORE, FOLLOWING, LOCAL_BEHIND, PARTIES_BEHIND, PLACES_BEHIND, TITLES_BEHIND,
};
use super::called::framed;
use super::character::{Character, END, Surname};
use super::run::{Run, Who};
use super::told::{described, heads, helped, of_several, works};
use super::weigh::{Left, Right, Witnesses, adjective, both, ending, grown, likely, rarity};
use super::{company, office, vocabulary};
use crate::base::look::near::han;

/// Characters of a trade between a name and the end of a company's: 汽车配件修理.
const LONGEST_TRADE: usize = 14;

/// What a word costs as a name at most where nothing but a name can stand.
const FRAMED: i32 = 60;

/// What it is worth that somebody works or comes to harm somewhere, at the beginning of a clause.
const WORKS: i32 = 25;

/// Some characters of a run, read as a name.
pub(super) struct Spot<'r, 'w> {
    pub(super) run: &'r Run<'w>,
    /// Where the surname begins, where the given name begins, and where it ends.
    pub(super) at: usize,
    pub(super) from: usize,
    pub(super) to: usize,
    /// Whether somebody is called by name there, and whom.
    pub(super) label: Option<bool>,
    pub(super) before: &'w str,
    pub(super) after: &'w str,
}

impl Spot<'_, '_> {
    fn name(&self) -> &[char] {
        &self.run.chars[self.at..self.to]
    }

    fn given(&self) -> &[char] {
        &self.run.chars[self.from..self.to]
    }

    fn told(&self) -> bool {
        self.label == Some(true)
    }

    /// Whether it is two characters, the first of them the surname.
    fn short(&self) -> bool {
        self.from - self.at == 1 && self.to - self.from == 1
    }

    /// What it costs to read a name here; none where something forbids it.
    pub(super) fn cost(&self) -> Option<i32> {
        let (name, given) = (self.name(), self.given());
        let framed = self.short() && framed(name, self.before, self.after);
        let one = self.from - self.at == 1;
        if one && self.label.is_none() && !framed && !likely(name) || self.forbidden() {
            return None;
        }
        // 江华生前: the word counts, not a longer name.
        let cut = given.len() == 2 && FOLLOWING.begins(self.run.after(self.to - 1));
        let rarity = match given.len() {
            3 => both(name)?,
            _ => rarity(&self.run.chars[self.at..self.from], given)?,
        };
        let next = self.run.chars.get(self.to).copied();
        let plant = if self.label.is_none() { grown(name) } else { 0 };
        let cost = rarity + ending(given, next, cut) + plant - self.worth(next);
        Some(if framed { cost.min(FRAMED) } else { cost })
    }

    /// Whose name it would be.
    pub(super) fn who(&self) -> Who {
        let office = office::behind(self.after);
        let either = EITHER_BEFORE.longest_end(self.before).is_some();
        match self.label {
            Some(false) if office::bound(self.after) => Who::Party,
            Some(false) => Who::Official,
            _ if office && (either || self.label.is_none()) => Who::Official,
            Some(true) if !either => Who::Party,
            _ => Who::Likely,
        }
    }

    /// What speaks for a name takes from its cost.
    fn worth(&self, next: Option<char>) -> i32 {
        let (before, after) = (self.before, self.after);
        let right = match next {
            None => Right::Closed,
            Some(_) if FOLLOWING.begins(after) => Right::Closed,
            Some(c) if Character::of(c).is(END) => Right::Ends,
            Some(_) => Right::Open,
        };
        let left = match self.label {
            Some(_) if self.run.listed(self.at) => Left::Listed,
            // 十四名工人修涵洞: nobody of several is called by one name alone.
            Some(_) if !self.in_list() && of_several(before) && !heads(after) => Left::Amid,
            Some(_) => Left::Told,
            None => Left::behind(before.chars().next_back()),
        };
        let word = self.short() && vocabulary::is_pair(self.name());
        // 石材等三名供货商: of a word it tells nothing.
        let surname = Character::of(self.run.chars[self.at]).surname;
        let plain = matches!(surname, Some((Surname::Plain, _)));
        let described = described(after) && (plain || !(word && heads(after)));
        // 弟弟支援朝名下: what somebody owns is his.
        let owns = self.told() && after.starts_with("名下");
        let described = described || owns || helped(before, after);
        // 雷雨天在工地干活.
        let begins_with_word = || vocabulary::is_pair(&self.name()[..2]);
        let works = left == Left::Begins && works(after) && !begins_with_word();
        let works = if works { WORKS } else { 0 };
        Witnesses { left, described, right, listed: self.in_list(), word }.worth() + works
    }

    fn in_list(&self) -> bool {
        self.before.ends_with('、') || self.after.starts_with('、')
    }

    /// Whether something says that there is no name here.
    fn forbidden(&self) -> bool {
        let (given, after) = (self.given(), self.after);
        let always = joined(given)
            || self.counted()
            || self.of_anybody()
            || lasting(given, after)
            || self.titled()
            || masked(after)
            || self.names_a_body()
            || amount(self.name());
        always
            || (!self.told()
                && (adjective(self.run.chars[self.at], given, after)
                    || numbered(given, after)
                    || self.place()
                    || (self.in_list() && places_listed(after))
                    || school(self.before, given, after)))
    }

    /// Whether it is the word for one of a family or of a trade: 孙子, 房东.
    fn of_anybody(&self) -> bool {
        let length = self.run.place(self.to) - self.run.place(self.at);
        PARTIES_BEHIND.longest_begin(self.run.after(self.at)) == Some(length)
    }

    /// Whether a surname that is a numeral counts: 第五天, 第五次开庭.
    fn counted(&self) -> bool {
        const COUNTS: &str =
            "天日年月周次回个条款项页组名位件届章节号批轮户期季步种类笔层楼栋处所家庭代者医场间";
        self.run.after(self.at).starts_with("第五")
            && self.given().iter().any(|c| COUNTS.contains(*c))
    }

    /// Whether it is a place: 张桥镇 is a township, 林芝市 a city.
    fn place(&self) -> bool {
        let given = self.given();
        let place = given.iter().any(|c| "镇乡村县市湖沟坝组".contains(*c)) || given[0] == '工';
        // 碧桂苑 is an estate: what stands before is part of its name.
        place || (given.ends_with(&['苑']) && self.before.ends_with(han))
    }

    /// Whether it begins the name of a body, or is a brand.
    fn names_a_body(&self) -> bool {
        let after = self.after;
        // “金穗丰”牌.
        let brand =
            self.given().ends_with(&['牌']) || after.trim_start_matches('”').starts_with('牌');
        // 金鑫砂场: the end of a shop's name begins with the last character.
        let shop = || self.body() || company::begins_with_end(self.run.after(self.to - 1));
        brand
            || PLACES_BEHIND.begins(after)
            || LOCAL_BEHIND.begins(after)
            || (!self.told() && shop())
    }

    /// Whether the run goes on with what makes a company of it: 金穗粮食种植专业合作社.
    fn body(&self) -> bool {
        let rest = &self.run.chars[self.to..];
        let part = |at: usize| {
            let of_company = [['有', '限'], ['进', '出'], ['出', '口']]
                .iter()
                .any(|two| rest[at..].starts_with(two));
            of_company || !Character::of(rest[at]).is(END)
        };
        let solid = (0..rest.len().min(LONGEST_TRADE)).take_while(|at| part(*at)).count();
        company::ends(&self.run.words[self.run.place(self.to)..self.run.place(self.to + solid)])
    }

    /// Whether what stands in place of a given name is none: 张某, 王女士, 刘家.
    fn titled(&self) -> bool {
        let (given, rest) = (self.given(), self.run.after(self.from));
        // 原名张家和）: where nothing follows it is no family.
        let whole = || self.told() && given[0] == '家' && self.to == self.run.chars.len();
        let named = given.len() == 2 && (family(rest) || whole());
        let titled = TITLES_BEHIND.begins(rest) && !named;
        titled || given.iter().any(|c| matches!(c, '某' | '甲' | '乙' | '丙' | '丁' | '系'))
    }
}

/// Whether a surname that is a numeral begins an amount: 伍仟元, 陆万伍仟.
fn amount(name: &[char]) -> bool {
    name.iter().all(|c| "壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分零整".contains(*c))
}
