//! A run of Chinese characters, and the names that may begin at each of its places: what they cost, and
//! what forbids one.

use std::ops::Range;

use super::behind::{family, joined, lasting, masked, numbered, places_listed, school};
use super::beside::{
    COMPOUNDS, EITHER_BEFORE, FOLLOWING, LOCAL_BEHIND, OFFICES_BEFORE, PLACES_BEHIND, TITLES_BEHIND,
};
use super::called::{accompanied, framed};
use super::character::{Character, END, FIRST_OF_TWO, Surname};
use super::listed::Places;
use super::told::{described, heads, helped, label, works};
use super::weigh::{Left, Right, Witnesses, adjective, both, ending, grown, likely, rarity};
use super::{company, office, vocabulary, way};
use crate::base::look::near::han;

/// Characters of a trade between a name and the end of a company's: 汽车配件修理.
const LONGEST_TRADE: usize = 14;

/// What a word costs as a name at most where nothing but a name can stand.
const FRAMED: i32 = 60;

/// What it is worth that somebody works or comes to harm somewhere, at the beginning of a clause.
const WORKS: i32 = 25;

/// Whom a name is of.
#[derive(Clone, Copy)]
pub(super) enum Who {
    /// The words before call him a party.
    Party,
    /// Somebody who is not named by an office.
    Likely,
    /// Somebody named by his office.
    Official,
}

/// A run of Chinese characters within a text.
pub(super) struct Run<'w> {
    words: &'w str,
    called: &'w Places,
    pub(super) chars: Vec<char>,
    /// Where each begins, and where the run ends.
    places: Vec<usize>,
}

impl<'w> Run<'w> {
    pub(super) fn new(words: &'w str, place: Range<usize>, called: &'w Places) -> Self {
        let chars: Vec<char> = words[place.clone()].chars().collect();
        let begins = words[place.clone()].char_indices().map(|(at, _)| place.start + at);
        let places = begins.chain([place.end]).collect();
        Self { words, called, chars, places }
    }

    pub(super) fn place(&self, at: usize) -> usize {
        self.places[at]
    }

    /// What stands before a place of the run, from the beginning of the text.
    fn before(&self, at: usize) -> &'w str {
        &self.words[..self.places[at]]
    }

    fn after(&self, at: usize) -> &'w str {
        &self.words[self.places[at]..]
    }

    /// Whether somebody is called by name at a place: by how the page is laid out, or by the words before.
    fn label(&self, at: usize) -> Option<bool> {
        self.called.at(self.places[at]).or_else(|| label(self.before(at)))
    }

    /// Whose a name of another language would be, and what it costs less there.
    pub(super) fn sounds(&self, at: usize, length: usize) -> (Who, i32) {
        match self.label(at) {
            Some(true) => (Who::Party, 60),
            Some(false) => (Who::Official, 60),
            None if self.begins(at) && accompanied(self.after(at + length)) => (Who::Likely, 60),
            None => (Who::Likely, 0),
        }
    }

    /// Whether a clause begins at a place.
    fn begins(&self, at: usize) -> bool {
        self.before(at).chars().next_back().is_none_or(|c| !han(c))
    }

    /// The names that may begin at a place of the run.
    pub(super) fn candidates(&self, at: usize, out: &mut Vec<way::Candidate<Who>>) {
        let first = Character::of(self.chars[at]);
        if first.surname.is_none() && !first.is(FIRST_OF_TWO) {
            return;
        }
        // 审判长孙立群: the first of two belongs to the office.
        let office = || OFFICES_BEFORE.longest_end(self.before(at + 1)).is_some();
        let double = first.is(FIRST_OF_TWO) && COMPOUNDS.begins(self.after(at)) && !office();
        let label = self.label(at);
        if self.within(at, label) {
            return;
        }
        for surname in [2, 1] {
            if (surname == 2 && !double) || (surname == 1 && first.surname.is_none()) {
                continue;
            }
            for given in [2, 1] {
                if at + surname + given <= self.chars.len() {
                    out.extend(self.candidate(at, surname, given, label));
                }
            }
        }
        // 李陈雨欣: father's and mother's.
        if at + 4 <= self.chars.len() && (label.is_some() || described(self.after(at + 4))) {
            out.extend(self.candidate(at, 1, 3, label));
        }
    }

    /// The name of so many characters at a place, unless something forbids it.
    fn candidate(
        &self,
        at: usize,
        surname: usize,
        given: usize,
        label: Option<bool>,
    ) -> Option<way::Candidate<Who>> {
        let (from, to) = (at + surname, at + surname + given);
        let name = &self.chars[from..to];
        let (before, after) = (self.before(at), self.after(to));
        let next = self.chars.get(to).copied();
        let told = label == Some(true);
        let framed = given == 1 && framed(&self.chars[at..to], before, after);
        if surname == 1 && label.is_none() && !framed && !likely(&self.chars[at..to]) {
            return None;
        }
        // “金穗丰”牌.
        let brand = name.ends_with(&['牌']) || after.trim_start_matches('”').starts_with('牌');
        // 金鑫砂场: the end of a shop's name begins with the last character.
        let body = brand
            || PLACES_BEHIND.begins(after)
            || LOCAL_BEHIND.begins(after)
            || (!told && (self.body(to) || company::begins_with_end(self.after(to - 1))));
        if !told && adjective(self.chars[at], name, after) {
            return None;
        }
        if joined(name) || lasting(name, after) || (!told && numbered(name, after)) {
            return None;
        }
        if self.titled(from, name, told) || masked(after) || body || amount(&self.chars[at..to]) {
            return None;
        }
        // 张桥镇 is a township, 林芝市 a city.
        let place = name.iter().any(|c| "镇乡村县市湖沟坝组".contains(*c)) || name[0] == '工';
        // 碧桂苑 is an estate: what stands before is part of its name.
        let estate = name.ends_with(&['苑']) && before.ends_with(han);
        if (place || estate) && !told {
            return None;
        }
        let right = match next {
            None => Right::Closed,
            Some(_) if FOLLOWING.begins(after) => Right::Closed,
            Some(c) if Character::of(c).is(END) => Right::Ends,
            Some(_) => Right::Open,
        };
        let listed = before.ends_with('、') || after.starts_with('、');
        if !told && ((listed && places_listed(after)) || school(before, name, after)) {
            return None;
        }
        let left = match label {
            _ if self.called.at(self.places[at]).is_some() => Left::Listed,
            Some(_) => Left::Told,
            None => Left::behind(before.chars().next_back()),
        };
        let word = given == 1 && surname == 1 && vocabulary::is_pair(&self.chars[at..to]);
        // 石材等三名供货商: of a word it tells nothing.
        let plain = matches!(Character::of(self.chars[at]).surname, Some((Surname::Plain, _)));
        let described =
            (described(after) && (plain || !(word && heads(after)))) || helped(before, after);
        let witnesses = Witnesses { left, described, right, listed, word };
        // 江华生前: the word counts, not a longer name.
        let cut = given == 2 && FOLLOWING.begins(self.after(to - 1));
        let rarity = match name.len() {
            3 => both(&self.chars[at..to])?,
            _ => rarity(&self.chars[at..from], name)?,
        };
        let cost = rarity + ending(name, next, cut);
        let cost = if label.is_none() { cost + grown(&self.chars[at..to]) } else { cost };
        let works = if left == Left::Begins && works(after) { WORKS } else { 0 };
        let cost = cost - witnesses.worth() - works;
        let cost = if framed { cost.min(FRAMED) } else { cost };
        let office = office::behind(after);
        let either = EITHER_BEFORE.longest_end(before).is_some();
        let who = match label {
            Some(false) if office::bound(after) => Who::Party,
            Some(false) => Who::Official,
            _ if office && (either || label.is_none()) => Who::Official,
            Some(true) if !either => Who::Party,
            _ => Who::Likely,
        };
        Some(way::Candidate { length: to - at, cost, who })
    }

    /// Whether a surname belongs to the words before: 老陈, 三张, A张.
    fn within(&self, at: usize, label: Option<bool>) -> bool {
        const COUNTS: &str = "一二三四五六七八九十百千万几每两上下多这那整张";
        let Some(last) = self.before(at).chars().next_back() else { return false };
        let sign = last.is_alphanumeric() && !han(last) || last == '*';
        let counted = matches!(self.chars[at], '张' | '周' | '段' | '程' | '余');
        (counted && (sign || COUNTS.contains(last)))
            || (label.is_none() && (sign || matches!(last, '老' | '小' | '阿')))
    }

    /// Whether the run goes on with what makes a company of it: 金穗粮食种植专业合作社.
    fn body(&self, to: usize) -> bool {
        let rest = &self.chars[to..];
        let part = |at: usize| {
            let of_company = [['有', '限'], ['进', '出'], ['出', '口']]
                .iter()
                .any(|two| rest[at..].starts_with(two));
            of_company || !Character::of(rest[at]).is(END)
        };
        let solid = (0..rest.len().min(LONGEST_TRADE)).take_while(|at| part(*at)).count();
        company::ends(&self.words[self.place(to)..self.place(to + solid)])
    }

    /// Whether what stands in place of a given name is none: 张某, 王女士, 刘家.
    fn titled(&self, from: usize, given: &[char], told: bool) -> bool {
        let rest = self.after(from);
        // 原名张家和）: where nothing follows it is no family.
        let whole = told && given.len() == 2 && given[0] == '家' && from + 2 == self.chars.len();
        let titled = TITLES_BEHIND.begins(rest) && !(given.len() == 2 && family(rest)) && !whole;
        titled || given.iter().any(|c| matches!(c, '某' | '甲' | '乙' | '丙' | '丁' | '系'))
    }
}

/// Whether a surname that is a numeral begins an amount: 伍仟元, 陆万伍仟.
fn amount(name: &[char]) -> bool {
    name.iter().all(|c| "壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分零整".contains(*c))
}
