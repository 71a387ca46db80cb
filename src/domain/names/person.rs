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

use super::listed::{self, Places};
use super::offices::SIGNING;
use super::run::{Run, Who};
use super::told::described;
use super::{abroad, character, first, foreign, office, pseudonym, spaced, way, whole};
use crate::base::look::near::han;

/// Every full name in the words of a page. `called` are places where the page says by how it is laid out
/// that somebody is named: the cells of a column of persons.
pub(crate) fn names(words: &str, called: &Places) -> Vec<Range<usize>> {
    let found = read(words, called, first::promising);
    let more = listed::beside(words, &found, called);
    match more {
        Some(more) => read(words, &more, first::promising),
        None => found,
    }
}

/// The same with a first look at each place that a name may begin at.
fn read(
    words: &str,
    called: &Places,
    promising: impl Fn(&str, usize) -> bool,
) -> Vec<Range<usize>> {
    let mut read = Read::new(called);
    let mut done = 0;
    for at in character::beginnings(words) {
        if at >= done && (promising(words, at) || called.at(at).is_some()) {
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
    let mut names: BTreeSet<&str> =
        names.filter(|name| told.contains(name) || !public.contains(name)).collect();
    let townships = townships(words);
    names.retain(|name| told.contains(name) || !townships.contains(name));
    whole::names(words, &mut names, &public);
    pseudonym::remove(words, &mut names);
    everywhere(words, &names)
}

/// The words that a page has before 镇 and 乡: 朱湾镇 tells that 朱湾 is no person.
fn townships(words: &str) -> BTreeSet<&str> {
    let ends = words.match_indices(['镇', '乡']);
    let names = ends.filter_map(|(end, _)| {
        let (start, _) = words[..end].char_indices().rev().take_while(|(_, c)| han(*c)).nth(1)?;
        Some(&words[start..end])
    });
    names.collect()
}

/// The names read so far.
struct Read<'w> {
    called: &'w Places,
    parties: Vec<Range<usize>>,
    told: BTreeSet<&'w str>,
    public: BTreeSet<&'w str>,
    /// Where the last name of an official ended.
    official: usize,
}

impl<'w> Read<'w> {
    fn new(called: &'w Places) -> Self {
        let (told, public) = (BTreeSet::new(), BTreeSet::new());
        Self { called, parties: Vec::new(), told, public, official: 0 }
    }

    /// Reads the run of Chinese characters around a place, from `floor` at the earliest; its end.
    fn run(&mut self, words: &'w str, at: usize, floor: usize) -> usize {
        let before = words[floor..at].char_indices().rev().find(|(_, c)| !han(*c));
        let start = before.map_or(floor, |(at, c)| floor + at + c.len_utf8());
        let end = words[at..].find(|c: char| !han(c)).map_or(words.len(), |end| at + end);
        let run = Run::new(words, start..end, self.called);
        let candidates = |at: usize, out: &mut Vec<way::Candidate<Who>>| run.candidates(at, out);
        let sounds = |at: usize, length: usize| run.sounds(at, length);
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
                    self.join(words, &place);
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

    /// Makes officials of those whom a list joins to one whose office stands behind him: 周丽、徐亮律师.
    fn join(&mut self, words: &'w str, last: &Range<usize>) {
        let after = &words[last.end..];
        let mut next = last.start;
        while let Some(before) = self.parties.last().filter(|_| office::behind(after)) {
            let (place, name) = (before.clone(), &words[before.clone()]);
            let joined = words.get(place.end..next).is_some_and(|text| office::joined(text, after));
            if !joined || self.told.contains(name) {
                break;
            }
            next = place.start;
            self.parties.pop();
            self.public.insert(name);
        }
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
    use super::Places;

    fn names(text: &str) -> Vec<std::ops::Range<usize>> {
        super::names(text, &Places::default())
    }

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
        let leaks_roles = include_str!("../../../tests/cases/privacy/leaks-roles.txt");
        let harmless_roles = include_str!("../../../tests/cases/privacy/harmless-roles.txt");
        let all = [leaks, harmless, leaks_more, harmless_more, leaks_roles, harmless_roles];
        for line in all.iter().flat_map(|file| file.lines()) {
            let none = Places::default();
            let whole = super::read(line, &none, |_, _| true);
            assert_eq!(super::read(line, &none, super::first::promising), whole, "{line}");
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
