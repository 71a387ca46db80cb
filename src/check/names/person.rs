//! Full names of persons (C327).
//!
//! No list of names is complete, and every surname is also a word or a part of one. So it takes more
//! than a surname: what stands before it (受援人, 儿子, 名叫, the beginning of a clause), what follows
//! (，男，45岁, a small word or a verb that ends it), and given characters that people are named with;
//! `weigh` weighs them. What one place of a page has shown to be a name is one everywhere on it.
//! Lawyers, judges and officials are named by their office, and stay.

use std::collections::BTreeSet;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::beside::{
    COMPOUNDS, EITHER_BEFORE, FOLLOWING, HOUSEHOLD, NAMED_BEFORE, OFFICES_BEFORE, OFFICES_BEHIND,
    PARTIES_BEFORE, PLACES_BEHIND, PLAIN_WORDS, TITLES_BEHIND, WORDS_AROUND,
};
use super::foreign;
use super::surname::{
    BEFORE, Classes, END, FIRST_OF_TWO, GIVEN, NAMELY, RARE, SMALL, SURNAME, WORDY,
};
use super::weigh::{Left, Right, Surname, Witnesses};
use crate::check::near::{first_chars, han};

/// Every full name in the words of a page.
pub(super) fn names(words: &str) -> Vec<Range<usize>> {
    let reader = Reader { words, classes: Classes::get() };
    let mut parties = Vec::new();
    let mut told = BTreeSet::new();
    let mut public = BTreeSet::new();
    let mut next = 0;
    for at in Classes::surnames(words) {
        if at < next {
            continue;
        }
        let Some((place, who)) = reader.name(at) else { continue };
        next = place.end;
        match who {
            Who::Official => {
                public.insert(&words[place]);
            }
            Who::Likely => parties.push(place),
            Who::Party => {
                told.insert(&words[place.clone()]);
                parties.push(place);
            }
        }
    }
    parties.extend(foreign::names(words));
    // A party may have the name of a lawyer; who is called a party once is one.
    let names = parties.into_iter().map(|place| &words[place]);
    everywhere(words, &names.filter(|name| told.contains(name) || !public.contains(name)).collect())
}

/// Whom a name is of.
enum Who {
    /// The words before call him a party.
    Party,
    /// Somebody who is not named by an office.
    Likely,
    /// Somebody named by his office.
    Official,
}

struct Reader<'w> {
    words: &'w str,
    classes: Classes,
}

impl Reader<'_> {
    /// The name that begins here, and whom it is of.
    fn name(&self, at: usize) -> Option<(Range<usize>, Who)> {
        let rest = &self.words[at..];
        let first = rest.chars().next()?;
        // 审判长孙立群: the first of two belongs to the office.
        let office = || OFFICES_BEFORE.longest_end(&self.words[..at + first.len_utf8()]).is_some();
        let compound = self.classes.is(first, FIRST_OF_TWO) && COMPOUNDS.begins(rest) && !office();
        if !compound && !self.classes.is(first, SURNAME) {
            return None;
        }
        let surname = first_chars(rest, if compound { 2 } else { 1 });
        let given = &rest[surname.len()..];
        if !self.may_be_given(given) {
            return None;
        }
        if TITLES_BEHIND.begins(given) && !self.family(given) {
            return None;
        }
        let place = at..at + surname.len() + self.given(surname, given)?;
        let before = &self.words[..at];
        let label = label(before);
        let wordy = surname.chars().all(|c| self.classes.is(c, WORDY));
        // 董 明 stands behind a word for a party, or alone.
        let spaced = given.starts_with(' ');
        if spaced && label != Some(true) && (wordy || !self.begins(before)) {
            return None;
        }
        let after = &self.words[place.end..];
        if PLACES_BEHIND.begins(after) {
            return None;
        }
        let office = OFFICES_BEHIND.begins(after);
        let either = EITHER_BEFORE.longest_end(before).is_some();
        if label == Some(false) || (office && (either || label.is_none())) {
            return Some((place, Who::Official));
        }
        let name = &self.words[place];
        // 员工曾多次要求, 申请人陈述称; but 李健康 is a name.
        let common = self.common(&name[surname.len()..]);
        if (follows(given) && !common) || FOLLOWING.has(name) {
            return None;
        }
        let told = label == Some(true);
        let witnesses = Witnesses {
            told,
            described: described(after),
            common,
            namely: name[surname.len()..].chars().any(|c| self.classes.is(c, NAMELY)),
            long: name.chars().count() > 2,
            word: PLAIN_WORDS.begins(name),
            surname: self.surname(first, compound, wordy),
            left: if told { Left::Begins } else { self.left(at, surname) },
            right: self.right(after),
        };
        let who = if told && !either { Who::Party } else { Who::Likely };
        let end = at + name.len();
        witnesses.enough().then_some((at..end, who))
    }

    /// Whether all of a given name are characters that people are named with.
    fn common(&self, given: &str) -> bool {
        given.chars().filter(|c| *c != ' ').all(|c| self.classes.is(c, GIVEN | RARE))
    }

    /// 郭家旺: what would else be a family, 郭家的人, goes on as names do.
    fn family(&self, given: &str) -> bool {
        let behind = given.strip_prefix('家').and_then(|rest| rest.chars().next());
        behind.is_some_and(|c| self.classes.is(c, GIVEN) && !self.classes.is(c, END))
            && !HOUSEHOLD.begins(given)
    }

    /// How much a surname is one.
    fn surname(&self, first: char, compound: bool, wordy: bool) -> Surname {
        match (compound, wordy, self.classes.is(first, SMALL)) {
            (true, ..) => Surname::Double,
            (_, false, _) => Surname::Plain,
            (_, true, false) => Surname::Wordy,
            (_, true, true) => Surname::Small,
        }
    }

    /// What the text before a name makes of it.
    fn left(&self, at: usize, surname: &str) -> Left {
        let before = &self.words[..at];
        if self.within(at, surname) {
            Left::Within
        } else if !self.begins(before) {
            Left::Amid
        } else if before.chars().next_back().is_none_or(|c| !han(c)) {
            Left::Begins
        } else {
            Left::Taken
        }
    }

    /// What the text behind makes of it.
    fn right(&self, after: &str) -> Right {
        match after.chars().next() {
            Some(c) if self.classes.is(c, END) || follows(after) => Right::Ends,
            Some(c) if han(c) => Right::Open,
            _ => Right::Sign,
        }
    }

    /// A first look by classes alone: whether a given name may stand at the beginning of a text. What
    /// `given` finds, this does not pass over.
    fn may_be_given(&self, text: &str) -> bool {
        let mut chars = text.chars();
        let Some(first) = chars.next() else { return false };
        let of = self.classes.of(first);
        if first == ' ' {
            return true;
        }
        if !han(first) || (of & END != 0 && of & RARE == 0) {
            return false;
        }
        let ends = |c: Option<char>| {
            c.is_none_or(|c| !han(c) || self.classes.is(c, END) || FOLLOWING.may_have(c))
        };
        let second = chars.next();
        let named = of & GIVEN != 0 && second.is_some_and(|c| self.classes.is(c, GIVEN));
        named || ends(second) || ends(chars.next())
    }

    /// The length of the given name: one character or two.
    fn given(&self, surname: &str, given: &str) -> Option<usize> {
        let mut chars = given.chars();
        let (first, second) = (chars.next()?, chars.next());
        // 董 明: a space to make two characters as wide as three.
        if first == ' ' {
            let alone = second.filter(|c| han(*c) && !self.classes.is(*c, END))?;
            let after = &given[1 + alone.len_utf8()..];
            let ended = after.chars().next().is_none_or(|c| !han(c) && c != ' ');
            return ended.then_some(1 + alone.len_utf8());
        }
        if self.classes.is(first, RARE) && second.is_some_and(|c| self.classes.is(c, GIVEN)) {
            let double = first_chars(given, 2).len();
            return self.ends(&given[double..]).then_some(double);
        }
        if !han(first)
            || self.classes.is(first, END)
            || matches!(first, '某' | '甲' | '乙' | '丙' | '丁')
        {
            return None;
        }
        let one = first.len_utf8();
        let two = second.map_or(one, |c| one + c.len_utf8());
        let Some(second) = second.filter(|c| han(*c)) else {
            return (surname.len() > 3 || !masked(&given[one..])).then_some(one);
        };
        let given_two = self.classes.is(first, GIVEN) && self.classes.is(second, GIVEN);
        if second == '某' {
            None
        } else if self.ends(&given[one..])
            && !(given_two && self.ends(&given[two..]) && !follows(&given[one..]))
        {
            Some(one)
        } else if (self.ends(&given[two..]) && !masked(&given[two..])) || given_two {
            Some(two)
        } else {
            None
        }
    }

    /// Whether a name that stands before this text is at its end.
    fn ends(&self, after: &str) -> bool {
        after.chars().next().is_none_or(|c| !han(c) || self.classes.is(c, END)) || follows(after)
    }

    /// Whether a surname is the end of a word that begins before it: 主张, 工程; or counts: 三张.
    fn within(&self, at: usize, surname: &str) -> bool {
        let counted = |last: char| {
            last.is_alphanumeric() && !han(last)
                || "一二三四五六七八九十百千万几每两上下多这那整张".contains(last)
        };
        let counts = matches!(surname, "张" | "周" | "段" | "程" | "余");
        (counts && self.words[..at].ends_with(counted))
            || WORDS_AROUND.longest_end(&self.words[..at + surname.len()]).is_some()
    }

    /// Whether a name may begin behind this text: at the beginning of a clause, or after a word that
    /// takes a person.
    fn begins(&self, before: &str) -> bool {
        let Some(last) = before.chars().next_back() else { return true };
        !han(last) && !last.is_ascii_alphanumeric() && last != '*' || self.classes.is(last, BEFORE)
    }
}

fn follows(after: &str) -> bool {
    FOLLOWING.begins(after)
}

fn masked(after: &str) -> bool {
    after.starts_with(['*', '＊', '×', '✕', '○', '〇', '□', '■', 'X', 'x', '某'])
}

/// Whether the words before say that a person is named: a party (true) or an official (false).
pub(super) fn label(before: &str) -> Option<bool> {
    let marks =
        |c: char| matches!(c, '：' | ':' | '（' | '(' | ' ' | '“' | '"' | '‘' | '《' | '【' | '是');
    let title = before.trim_end_matches(marks);
    let bare = title.trim_end_matches(['系', '为']).trim_end_matches(marks);
    if NAMED_BEFORE.longest_end(bare).is_some() {
        return Some(true);
    }
    // 律师为张大强 is no lawyer's name. The longer word counts: 法定代理人 is no 代理人.
    let office = OFFICES_BEFORE.longest_end(title);
    let party = PARTIES_BEFORE.longest_end(bare);
    (office.is_some() || party.is_some()).then_some(party > office)
}

/// Whether what follows tells of a person: ，男，45岁; （女，1985年生）.
pub(super) fn described(after: &str) -> bool {
    let open = after.trim_start_matches(' ');
    let Some(told) = open.strip_prefix(['，', ',', '（', '(', '、', '：']) else {
        return false;
    };
    let told = told.trim_start_matches(' ');
    if let Some(rest) = told.strip_prefix(['男', '女']) {
        return rest.chars().next().is_none_or(|c| !han(c) || matches!(c, '性'));
    }
    let traits =
        ["现年", "今年", "年仅", "年龄", "身份证", "汉族", "回族", "蒙古族", "满族", "藏族"];
    let years = told.trim_start_matches(|c: char| c.is_ascii_digit());
    let aged = years.len() < told.len() && years.starts_with('岁');
    let born = first_chars(told, 12);
    let born = born.starts_with(['1', '2'])
        && ["年生", "日生", "出生", "月生"].iter().any(|word| born.contains(word));
    traits.iter().any(|word| told.starts_with(word)) || aged || born
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
        assert_eq!(found("委托代理人王志刚到庭。王志刚认为"), [""; 0]);
    }

    #[test]
    fn a_page_of_names_is_read_in_one_pass() {
        use std::fmt::Write as _;
        let given: Vec<char> = super::super::foreign::SOUNDS.chars().collect();
        let mut text = String::new();
        for a in &given {
            for b in &given {
                writeln!(text, "受援人{a}{b}{a}·{b}{a}{b}，男").unwrap();
            }
        }
        assert_eq!(found(&text).len(), given.len() * given.len());
    }

    #[test]
    fn nothing_panics() {
        for text in ["", "张", "受援人张", "受援人欧阳", "受援人张 ", "姓名：𠀀𠀀", "·", "张·李"]
        {
            let _ = names(text);
        }
    }
}
