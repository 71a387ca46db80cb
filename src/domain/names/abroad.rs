//! Names from abroad: 阮氏红, Li Ming, 缅甸籍玛英.
//!
//! Many a woman of the county was married here from another country. Her name has no surname of ours,
//! or is not even written in our characters, and is the only one of its kind in her village.

use std::ops::Range;

use super::beside::FOLLOWING;
use super::character::{Character, END, Surname};
use super::told::{described, label};
use super::vocabulary::is_pair;
use crate::base::look::near::{han, sentence_after, sentence_before};

/// Countries from which people marry, work and study here.
pub(super) const COUNTRIES: &[&str] = &[
    "越南",
    "缅甸",
    "柬埔寨",
    "老挝",
    "泰国",
    "印尼",
    "印度尼西亚",
    "菲律宾",
    "马来西亚",
    "尼泊尔",
    "孟加拉国",
    "孟加拉",
    "巴基斯坦",
    "印度",
    "蒙古国",
    "蒙古",
    "朝鲜",
    "韩国",
    "日本",
    "俄罗斯",
    "乌克兰",
    "外国",
    "外",
];

/// Every name from abroad.
pub(super) fn names(words: &str) -> Vec<Range<usize>> {
    let mut names: Vec<Range<usize>> = Vec::new();
    names.extend(words.match_indices('氏').filter_map(|(at, _)| of_family(words, at)));
    names.extend(words.match_indices('籍').filter_map(|(at, _)| of_country(words, at)));
    names.extend(in_letters(words));
    names
}

/// How many bytes a text goes on with before what ends a name, at most so many characters; none where
/// it goes on longer.
fn until_end(text: &str, most: usize) -> Option<usize> {
    let end =
        |at: usize, c: char| !han(c) || Character::of(c).is(END) || FOLLOWING.begins(&text[at..]);
    let mut places = text.char_indices().take(most + 1);
    let at = places.find(|(at, c)| end(*at, *c)).map(|(at, _)| at);
    at.or_else(|| text.chars().nth(most).is_none().then_some(text.len()))
}

/// 阮氏红: a surname, 氏 and a given name, where somebody is called so, is told of, or comes from abroad.
/// 王氏家族 and 摄氏度 are none.
fn of_family(words: &str, at: usize) -> Option<Range<usize>> {
    const OTHERS: &str = "族祠宗度菌杆家兄姐弟妹夫父母祖集企太拳谱墓后等";
    let surname = words[..at].chars().next_back()?;
    let (kind, _) = Character::of(surname).surname?;
    let behind = at + '氏'.len_utf8();
    let given = until_end(&words[behind..], 2).filter(|length| *length > 0)?;
    let place = at - surname.len_utf8()..behind + given;
    if kind == Surname::Rare || words[behind..].starts_with(|c| OTHERS.contains(c)) {
        return None;
    }
    let (before, after) = (&words[..place.start], &words[place.end..]);
    let near = [sentence_before(before, 20), sentence_after(after, 20)];
    let abroad = || near.iter().any(|text| COUNTRIES[..6].iter().any(|it| text.contains(it)));
    (label(before) == Some(true) || described(after) || abroad()).then_some(place)
}

/// 缅甸籍玛英, 柬埔寨籍新娘索菲.
fn of_country(words: &str, at: usize) -> Option<Range<usize>> {
    const WHO: &[&str] = &[
        "新娘",
        "女子",
        "男子",
        "妻子",
        "丈夫",
        "母亲",
        "父亲",
        "妇女",
        "公民",
        "女工",
        "配偶",
        "媳妇",
        "儿媳",
        "务工人员",
        "人员",
        "受援人",
        "当事人",
        "原告",
        "被告",
        "女士",
        "的",
    ];
    if !COUNTRIES.iter().any(|country| words[..at].ends_with(country)) {
        return None;
    }
    let mut rest = &words[at + '籍'.len_utf8()..];
    while let Some(shorter) = WHO.iter().find_map(|who| rest.strip_prefix(who)) {
        rest = shorter;
    }
    let length = until_end(rest, 4)?;
    let name: Vec<char> = rest[..length].chars().collect();
    let word = name.len() < 2 || is_pair(&name[..2]) || is_pair(&name[name.len() - 2..]);
    let masked = name.contains(&'某') || rest[length..].starts_with(['某', '*', '×', '＊']);
    let start = words.len() - rest.len();
    (!word && !masked).then(|| start..start + length)
}

/// Words of Latin letters that begin with a capital one, where somebody is called so or told of: Li
/// Ming, Nguyen Thi Hong.
fn in_letters(words: &str) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut done = 0;
    for (at, byte) in words.bytes().enumerate() {
        if at < done || !byte.is_ascii_uppercase() {
            continue;
        }
        let letters = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let length = latin(&words[at..]);
        let word = || words[at..].find(|c: char| !c.is_ascii_alphabetic());
        done = at + if length > 0 { length } else { word().unwrap_or(words.len() - at) };
        let alone = !words[..at].ends_with(letters) && !words[at + length..].starts_with(letters);
        if length > 0 && alone && person(&words[..at], &words[at + length..]) {
            names.push(at..at + length);
        }
    }
    names
}

/// The length of two to four words that a text begins with, each of a capital letter and small ones or
/// of capital ones.
fn latin(text: &str) -> usize {
    let (mut length, mut count) = (0, 0);
    for word in text.split(' ').take(4) {
        let end = word.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(word.len());
        let letters = &word[..end];
        let small =
            letters.get(1..).is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_lowercase()));
        let capital = letters.bytes().all(|b| b.is_ascii_uppercase());
        if end < 2 || !(small && letters.as_bytes()[0].is_ascii_uppercase() || capital) {
            break;
        }
        length += end + usize::from(count > 0);
        count += 1;
        if end < word.len() {
            break;
        }
    }
    if count > 1 { length } else { 0 }
}

/// Whether what stands around says that a person is named.
fn person(before: &str, after: &str) -> bool {
    const DOES: &[&str] = &["嫁", "来自", "与丈夫", "离婚", "结婚", "怀孕", "起诉", "申请", "诉称"];
    let rest = after.trim_start_matches(' ');
    let masked = rest.starts_with(['某', '*', '×']);
    let of_country = || {
        let of = rest.strip_prefix(['是', '系']);
        of.is_some_and(|of| COUNTRIES.iter().any(|country| of.starts_with(country)))
    };
    !masked
        && (label(before) == Some(true)
            || described(after)
            || of_country()
            || DOES.iter().any(|does| rest.starts_with(does)))
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn letters_without_an_end_are_read_in_time() {
        let begun = std::time::Instant::now();
        let text = ["A".repeat(1 << 20), "阮氏".repeat(1 << 18), "越南籍".repeat(1 << 18)].concat();
        assert!(names(&text).len() < 9 && begun.elapsed().as_secs() < 20);
    }

    #[test]
    fn of_all_kinds() {
        let found = |text: &str| -> Vec<String> {
            names(text).into_iter().map(|place| text[place].to_owned()).collect()
        };
        for (text, name) in [
            ("受援人阮氏红，女", "阮氏红"),
            ("陈氏兰从越南嫁来", "陈氏兰"),
            ("受援人Li Ming。", "Li Ming"),
            ("被告LI MING，", "LI MING"),
            ("Nguyen Thi Hong嫁到本县", "Nguyen Thi Hong"),
            ("Nguyen Thi Hoa是越南籍", "Nguyen Thi Hoa"),
            ("缅甸籍玛英来了", "玛英"),
        ] {
            assert_eq!(found(text), [name], "{text}");
        }
        for text in [
            "原告王氏兄弟，摄氏度，布氏杆菌",
            "原告李氏家族从越南回来",
            "受援人Li某，Windows Update来了",
            "越南籍妻子回国，缅甸籍人员来到",
            "受援人APP",
            "Win Ten是系统",
            "外籍人员，户籍，越南籍",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
