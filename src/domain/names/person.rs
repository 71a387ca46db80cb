//! Full names of persons in the words of a page.
//!
//! No list of names is complete, and every surname is also a word or a part of one. So each clause
//! that may hold a name is read as words with and without it (`way`), and the likelier reading counts:
//! how common the words are, how common the surname and the characters of the given name, what
//! stands before (受援人, 名叫, the beginning of a clause) and behind (，男，45岁, a verb). What one
//! place of a page has shown to be a name is one everywhere on it. Lawyers, judges and officials are
//! named by their office, and stay.

use std::collections::BTreeSet;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::behind::{family, masked, places_listed, school};
use super::beside::{
    COMPOUNDS, EITHER_BEFORE, FOLLOWING, OFFICES_BEFORE, OFFICES_BEHIND, PLACES_BEHIND,
    TITLES_BEHIND,
};
use super::character::{self, Character, END, FIRST_OF_TWO};
use super::offices::SIGNING;
use super::told::{described, label};
use super::weigh::{Left, Right, Witnesses, ending, likely, rarity};
use super::{abroad, company, first, foreign, pseudonym, spaced, vocabulary, way};
use crate::base::look::near::han;

/// Every full name in the words of a page.
pub(crate) fn names(words: &str) -> Vec<Range<usize>> {
    read(words, first::promising)
}

/// The same with a first look at each place that a name may begin at.
fn read(words: &str, promising: impl Fn(&str, usize) -> bool) -> Vec<Range<usize>> {
    let mut read = Read::default();
    let mut done = 0;
    for at in character::beginnings(words) {
        if at >= done && promising(words, at) {
            done = read.run(words, at, done);
        }
    }
    let Read { mut parties, mut told, public, .. } = read;
    for (place, party) in spaced::names(words) {
        if party {
            told.insert(&words[place.clone()]);
        }
        parties.push(place);
    }
    parties.extend(foreign::names(words));
    parties.extend(abroad::names(words));
    // A party may have the name of a lawyer; who is called a party once is one.
    let names = parties.into_iter().map(|place| &words[place]);
    let mut names = names.filter(|name| told.contains(name) || !public.contains(name)).collect();
    pseudonym::remove(words, &mut names);
    everywhere(words, &names)
}

/// Characters of a trade between a name and the end of a company's: 汽车配件修理.
const LONGEST_TRADE: usize = 14;

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

/// The names read so far.
#[derive(Default)]
struct Read<'w> {
    parties: Vec<Range<usize>>,
    told: BTreeSet<&'w str>,
    public: BTreeSet<&'w str>,
    /// Where the last name of an official ended.
    official: usize,
}

impl<'w> Read<'w> {
    /// Reads the run of Chinese characters around a place, from `floor` at the earliest; its end.
    fn run(&mut self, words: &'w str, at: usize, floor: usize) -> usize {
        let before = words[floor..at].char_indices().rev().find(|(_, c)| !han(*c));
        let start = before.map_or(floor, |(at, c)| floor + at + c.len_utf8());
        let end = words[at..].find(|c: char| !han(c)).map_or(words.len(), |end| at + end);
        let run = Run::new(words, start..end);
        let candidates = |at: usize, out: &mut Vec<way::Candidate<Who>>| run.candidates(at, out);
        let sounds = |at: usize| match label(run.before(at)) {
            Some(true) => (Who::Party, 60),
            Some(false) => (Who::Official, 60),
            None => (Who::Likely, 0),
        };
        for (from, to, who) in way::names(&run.chars, candidates, sounds) {
            let place = run.place(from)..run.place(to);
            let name = &words[place.clone()];
            let who = if matches!(who, Who::Likely) && self.listed(words, &place) {
                Who::Official
            } else {
                who
            };
            match who {
                Who::Official => {
                    self.public.insert(name);
                    self.official = place.end;
                }
                Who::Likely => self.parties.push(place),
                Who::Party => {
                    self.told.insert(name);
                    self.parties.push(place);
                }
            }
        }
        end
    }

    /// Whether a name goes on a list of officials: 律师张海涛、李娟. 和 joins others too, so the list
    /// must end there: 律师王志刚和张大强一起 tells of a party.
    fn listed(&self, words: &str, place: &Range<usize>) -> bool {
        let Some(between) = words.get(self.official..place.start).filter(|_| self.official > 0)
        else {
            return false;
        };
        let closed = || words[place.end..].chars().next().is_none_or(|c| !han(c));
        let described = || described(&words[place.end..]);
        match between.trim() {
            "、" => true,
            // 通讯员 魏来 马玉.
            "" => !between.is_empty() && !between.contains('\n') && closed() && !described(),
            "和" | "与" | "及" => closed() && !described(),
            // 编辑周海波，审核李建国。
            signed => {
                let signed = signed.strip_prefix(['，', '、', '；']).map(str::trim_start);
                signed.is_some_and(|word| SIGNING.contains(&word)) && closed()
            }
        }
    }
}

/// A run of Chinese characters within a text.
struct Run<'w> {
    words: &'w str,
    chars: Vec<char>,
    /// Where each begins, and where the run ends.
    places: Vec<usize>,
}

impl<'w> Run<'w> {
    fn new(words: &'w str, place: Range<usize>) -> Self {
        let chars: Vec<char> = words[place.clone()].chars().collect();
        let begins = words[place.clone()].char_indices().map(|(at, _)| place.start + at);
        let places = begins.chain([place.end]).collect();
        Self { words, chars, places }
    }

    fn place(&self, at: usize) -> usize {
        self.places[at]
    }

    /// What stands before a place of the run, from the beginning of the text.
    fn before(&self, at: usize) -> &'w str {
        &self.words[..self.places[at]]
    }

    fn after(&self, at: usize) -> &'w str {
        &self.words[self.places[at]..]
    }

    /// The names that may begin at a place of the run.
    fn candidates(&self, at: usize, out: &mut Vec<way::Candidate<Who>>) {
        let first = Character::of(self.chars[at]);
        if first.surname.is_none() && !first.is(FIRST_OF_TWO) {
            return;
        }
        // 审判长孙立群: the first of two belongs to the office.
        let office = || OFFICES_BEFORE.longest_end(self.before(at + 1)).is_some();
        let double = first.is(FIRST_OF_TWO) && COMPOUNDS.begins(self.after(at)) && !office();
        let label = label(self.before(at));
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
        if surname == 1 && label.is_none() && !likely(&self.chars[at..to]) {
            return None;
        }
        // “金穗丰”牌.
        let brand = name.ends_with(&['牌']) || after.trim_start_matches('”').starts_with('牌');
        // 金鑫砂场: the end of a shop's name begins with the last character.
        let body = brand
            || PLACES_BEHIND.begins(after)
            || (!told && (self.body(to) || company::begins_with_end(self.after(to - 1))));
        if self.titled(from, name) || masked(after) || body || amount(&self.chars[at..to]) {
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
        let called = label.is_some();
        let left = if called { Left::Told } else { Left::behind(before.chars().next_back()) };
        let word = given == 1 && surname == 1 && vocabulary::is_pair(&self.chars[at..to]);
        let witnesses = Witnesses { left, described: described(after), right, listed, word };
        // 江华生前: the word counts, not a longer name.
        let cut = given == 2 && FOLLOWING.begins(self.after(to - 1));
        let cost = rarity(&self.chars[at..from], name)? + ending(name, next.is_some(), cut);
        let office = OFFICES_BEHIND.begins(after);
        let either = EITHER_BEFORE.longest_end(before).is_some();
        let who = match label {
            Some(false) => Who::Official,
            _ if office && (either || label.is_none()) => Who::Official,
            Some(true) if !either => Who::Party,
            _ => Who::Likely,
        };
        Some(way::Candidate { length: to - at, cost: cost - witnesses.worth(), who })
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
    fn titled(&self, from: usize, given: &[char]) -> bool {
        let rest = self.after(from);
        let titled = TITLES_BEHIND.begins(rest) && !(given.len() == 2 && family(rest));
        titled || given.iter().any(|c| matches!(c, '某' | '甲' | '乙' | '丙' | '丁'))
    }
}

/// Whether a surname that is a numeral begins an amount: 伍仟元, 陆万伍仟.
fn amount(name: &[char]) -> bool {
    name.iter().all(|c| "壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分零整".contains(*c))
}

/// Wherever these names stand, in the order of the words.
fn everywhere(words: &str, names: &BTreeSet<&str>) -> Vec<Range<usize>> {
    // All in one pass: a long list of persons has hundreds of names.
    let Some(finder) = (!names.is_empty()).then(|| AhoCorasick::new(names)) else {
        return Vec::new();
    };
    #[expect(
        clippy::expect_used,
        reason = "it fails past two billion states; a page is far smaller"
    )]
    let finder = finder.expect("names of a page make a searcher");
    let mut all: Vec<(usize, usize)> =
        finder.find_overlapping_iter(words).map(|hit| (hit.start(), hit.end())).collect();
    all.sort_unstable();
    let mut places: Vec<Range<usize>> = Vec::new();
    for (start, end) in all {
        match places.last_mut() {
            Some(last) if last.end > start => last.end = last.end.max(end),
            _ => places.push(start..end),
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::names;

    fn found(text: &str) -> Vec<&str> {
        names(text).into_iter().map(|place| &text[place]).collect()
    }

    #[test]
    fn full_names_and_what_only_looks_like_one() {
        for (text, name) in [
            ("受援人王小明，男", "王小明"),
            ("原告李梅与厂方", "李梅"),
            ("父亲张大强的工资", "张大强"),
            ("丈夫孙平", "孙平"),
            ("高强，男，45岁", "高强"),
            ("受援人欧阳建华受雇于", "欧阳建华"),
        ] {
            assert_eq!(found(text), [name], "{text}");
        }
        for text in [
            "受援人张某",
            "原告张某某，",
            "工友李女士说",
            "王*明",
            "申请人应当提交",
            "原告方面，",
            "，",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_name_known_once_is_known_everywhere() {
        assert_eq!(found("受援人张大强。再问张大强才说"), ["张大强", "张大强"]);
        assert_eq!(found("援助律师王志刚到场。王志刚认为"), [""; 0]);
    }

    #[test]
    fn whom_a_word_behind_a_name_is_of() {
        let three = "受援人张大强，男。中心为张大强指派了律师。张大强很满意";
        assert_eq!(found(three), ["张大强"; 3]);
        assert_eq!(found("原告张大强委托代理人到庭"), ["张大强"]);
        assert_eq!(found("由法定代理人李小红申请。李小红很感谢"), ["李小红"; 2]);
        for officials in [
            "指派律师张海涛、李娟",
            "律师张海涛和李娟",
            "承办律师：张海涛、李娟",
            "法官王建国、周敏",
            "撰稿人：李娟",
            "审稿：王建国",
        ] {
            assert_eq!(found(officials), [""; 0], "{officials}");
        }
        assert_eq!(found("律师张海涛和王小明一起去"), ["王小明"]);
        assert_eq!(found("审核王小明的材料"), ["王小明"]);
        assert_eq!(found("委托代理人王志刚到庭。王志刚认为"), [""; 0]);
    }

    #[test]
    fn a_page_of_names_is_read_in_one_pass() {
        use std::fmt::Write as _;
        let given: Vec<char> = super::character::SOUNDS.chars().collect();
        let mut text = String::new();
        for a in &given {
            for b in &given {
                writeln!(text, "受援人{a}{b}{a}·{b}{a}{b}，男").unwrap();
            }
        }
        assert_eq!(found(&text).len(), given.len() * given.len());
    }

    #[test]
    fn the_first_look_passes_over_nothing() {
        let leaks = include_str!("../../../tests/cases/privacy/leaks.txt");
        let harmless = include_str!("../../../tests/cases/privacy/harmless.txt");
        let leaks_more = include_str!("../../../tests/cases/privacy/leaks-persons.txt");
        let harmless_more = include_str!("../../../tests/cases/privacy/harmless-persons.txt");
        let all = [leaks, harmless, leaks_more, harmless_more];
        for line in all.iter().flat_map(|file| file.lines()) {
            let whole = super::read(line, |_, _| true);
            assert_eq!(super::names(line), whole, "{line}");
        }
    }

    #[test]
    fn a_run_without_an_end_is_read_in_time() {
        let run = "受援人名叫张大强是".repeat(20_000);
        let begun = std::time::Instant::now();
        assert_eq!(found(&run).len(), 20_000);
        assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
    }

    #[test]
    fn nothing_panics() {
        for text in ["", "张", "受援人张", "受援人欧阳", "受援人张 ", "姓名：𠀀𠀀", "·", "张·李"]
        {
            let _ = names(text);
        }
    }
}
