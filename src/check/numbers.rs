//! Numbers to call, found in running text as people write them: 0550-1234567, （0550）1234567,
//! 0550 1234567, 138 0000 0000, 4001234567.
//!
//! A run is groups of digits with one sign or space between; a phone is one, two or three groups
//! side by side whose lengths are those of a phone. A number inside an address of the web, or one
//! that is called by another name (订单号), is none.

use crate::base::look::bytes;
use crate::domain::identifier::phone::{Line, Phone};

/// The fewest digits of a number with its area code, a mobile or a service line.
const FEWEST: usize = 10;

/// Digits with at most a sign or a space between their groups.
pub(super) struct Run<'t> {
    /// Where it begins in the text.
    pub(super) start: usize,
    /// All of it.
    pub(super) words: &'t str,
    /// The groups, each with its place in `words`.
    pub(super) groups: Vec<(usize, &'t str)>,
}

impl Run<'_> {
    /// Its digits, full-width ones as plain ones.
    pub(super) fn digits(&self) -> String {
        self.groups.iter().flat_map(|(_, group)| group.chars().map(plain)).collect()
    }
}

fn plain(c: char) -> char {
    if is_wide(c) { char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c) } else { c }
}

fn is_wide(c: char) -> bool {
    ('０'..='９').contains(&c)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || is_wide(c)
}

/// What may stand between two groups: a sign, a space, or a bracket that closes.
fn is_sign(c: char) -> bool {
    " -—–‐‑)）\u{a0}\u{3000}".contains(c)
}

/// Every run of a text. Letters, dots and slashes beside the digits make them something else: an
/// address, a version, a fraction. A slash between two runs joins them, and what holds for one of the
/// chain holds for the next: 0550-1234567/7654321, but not example.com/0550/1234567.
pub(super) fn runs(text: &str) -> impl Iterator<Item = Run<'_>> {
    let mut from = 0;
    let mut chained = None;
    std::iter::from_fn(move || {
        loop {
            let start = from + text[from..].find(is_digit)?;
            let (end, groups) = groups_at(text, start);
            let slash = |at: usize| text[at..].starts_with(['/', '／']);
            let before = match text[..start].chars().next_back() {
                Some('/' | '／') => chained.filter(|(to, _)| *to == start).is_none_or(|(_, g)| g),
                Some('+') => groups[0].1 != COUNTRY,
                c => glued(c),
            };
            let sign = text[end..].chars().next();
            let next = end + sign.map_or(0, char::len_utf8);
            let joins = slash(end) && text[next..].starts_with(is_digit);
            chained = joins.then_some((next, before));
            from = end;
            if !before && (joins || !glued(sign)) {
                return Some(Run { start, words: &text[start..end], groups });
            }
        }
    })
}

fn glued(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_alphabetic() || "/／._=%&?#@*+".contains(c))
}

/// China's number among countries; behind it an area has no 0.
const COUNTRY: &str = "86";

/// A number as [`phones`] finds it, taken apart: 86-550-1234567 is 0550-1234567.
pub(super) fn read(number: &str) -> Option<Phone> {
    Phone::parse(number).or_else(|| {
        let area = number.strip_prefix(COUNTRY)?.trim_start_matches(is_sign);
        Phone::parse(&format!("0{area}"))
    })
}

/// The groups from `start` on and where the last one ends.
fn groups_at(text: &str, start: usize) -> (usize, Vec<(usize, &str)>) {
    let mut groups = Vec::new();
    let mut at = start;
    loop {
        let end = text[at..].find(|c| !is_digit(c)).map_or(text.len(), |length| at + length);
        groups.push((at - start, &text[at..end]));
        let signs: Vec<char> = text[end..].chars().take_while(|c| is_sign(*c)).take(4).collect();
        let length: usize = signs.iter().map(|c| c.len_utf8()).sum();
        // （0550） 1234567 has two of them; 0550 - 1234567 three.
        let few = match signs[..] {
            [a, b, c] => a == ' ' && b != ' ' && c == ' ',
            _ => (1..=2).contains(&signs.len()),
        };
        if !few || !text[end + length..].starts_with(is_digit) {
            return (end, groups);
        }
        at = end + length;
    }
}

/// Bytes from a digit to the next one at most: two signs between.
const FARTHEST: usize = 7;

/// A first look: whether there are digits enough near each other. Nearly every text has too few.
pub(super) fn may_hold_phone(text: &str) -> bool {
    bytes::any_cluster(text, FEWEST, FARTHEST) || any_wide_digit(text)
}

/// Whether there is a full-width digit.
pub(super) fn any_wide_digit(text: &str) -> bool {
    bytes::any(text, |a, b, c| (a == 0xEF) & (b == 0xBC) & (c.wrapping_sub(0x90) < 10))
}

/// The phones of a text and where they stand: landlines with their area code, mobiles, 400 and 800
/// lines. Short numbers are another rule's.
pub(super) fn phones(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    if !may_hold_phone(text) {
        return found;
    }
    for run in runs(text) {
        let mut next = 0;
        while next < run.groups.len() {
            let most = run.groups.len().min(next + 3);
            let length = (next + 1..=most).rev().find(|end| is_phone(&run.groups[next..*end]));
            let Some(end) = length else {
                next += 1;
                continue;
            };
            // 6229 9120 0345 5710 848: the middle of a card's number.
            let fours = run.groups[..next].iter().all(|(_, group)| group.chars().count() == 4);
            if next > 1 && fours {
                break;
            }
            let (from, (last, group)) = (run.groups[next].0, run.groups[end - 1]);
            let (start, stop) = (run.start + from, run.start + last + group.len());
            if !named_otherwise(&text[..start]) {
                found.push((start, &text[start..stop]));
            }
            next = end;
        }
    }
    found
}

/// Whether groups of these lengths are written for a phone.
fn is_phone(groups: &[(usize, &str)]) -> bool {
    let mut lengths: Vec<usize> = groups.iter().map(|(_, group)| group.chars().count()).collect();
    let mut digits: String =
        groups.iter().flat_map(|(_, group)| group.chars().map(plain)).collect();
    if let [(_, COUNTRY), (_, area), ..] = groups
        && !area.starts_with('0')
    {
        digits.replace_range(..COUNTRY.len(), "0");
        lengths.remove(0);
        lengths[0] += 1;
    }
    let Some(phone) = Phone::parse(&digits) else { return false };
    match phone.line {
        Line::Mobile => matches!(lengths[..], [11] | [3, 8] | [7, 4] | [3, 4, 4]),
        Line::Service => matches!(lengths[..], [10] | [3, 7] | [3, 3, 4] | [3, 4, 3]),
        Line::Landline => match lengths[..] {
            [_] => true,
            [area, number] => (3..=4).contains(&area) && number >= 7,
            [area, a, b] => (3..=4).contains(&area) && matches!((a, b), (3 | 4, 4) | (4, 3)),
            _ => false,
        },
        Line::Hotline => false,
    }
}

/// Whether the words before say that it is the number of something else: 订单号, 发票号码.
fn named_otherwise(before: &str) -> bool {
    let signs = |c: char| " \u{3000}：:（(是为“".contains(c);
    let before = before.trim_end_matches(signs);
    if let Some(owner) = before.strip_suffix("号码") {
        return owner.ends_with(['证', '票', '卡', '单', '案', '箱', '牌', '批', '户']);
    }
    let Some(owner) = before.strip_suffix('号') else {
        return ["编码", "代码", "单据", "流水"].iter().any(|word| before.ends_with(word));
    };
    // 花园路3号 is an address, 手机号 and 联系号 are phones.
    !owner.is_empty()
        && !owner.ends_with(|c| is_digit(c) || "一二三四五六七八九十".contains(c))
        && !owner.ends_with(['机', '话', '线', '系', '呼', '询', '信', '真', '同'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{phones, runs};

    fn found(text: &str) -> Vec<&str> {
        phones(text).into_iter().map(|(_, number)| number).collect()
    }

    #[test]
    fn phones_are_found_wherever_they_stand() {
        let plain = "打一二三四五六七八九十";
        for before in 0..24 {
            let text: String = plain.chars().cycle().take(before).collect();
            let text = format!("{text}0550-0000000，{text}13800000000");
            assert_eq!(found(&text), ["0550-0000000", "13800000000"]);
        }
    }

    #[test]
    fn every_way_to_write_one() {
        for number in [
            "0550-7654321",
            "05507654321",
            "0550 7654321",
            "0550）7654321",
            "0550—7654321",
            "0550–7654321",
            "010-12345678",
            "86-550-7654321",
            "0550—4021 999",
            "0550 - 4021188",
            "0550 - 402 1188",
            "138 0000 0000",
            "138-0000-0000",
            "13800000000",
            "１３８００００００００",
            "4001234567",
            "400-123-4567",
        ] {
            assert_eq!(found(&format!("请打{number}。")), [number], "{number}");
        }
        assert_eq!(found("定城镇花园路3号 0550-7654321"), ["0550-7654321"]);
        assert_eq!(found("（0550）7654321、7654322"), ["0550）7654321"]);
        assert_eq!(found("手机号13800000000"), ["13800000000"]);
        assert_eq!(found("+86-550-7654321，+86 13800000000"), ["86-550-7654321", "13800000000"]);
        assert_eq!(found("电话0550-7654321/7654322"), ["0550-7654321"]);
        assert_eq!(found("12348/0550-7654321"), ["0550-7654321"]);
        assert_eq!(found("0550-7654321/0550-7654322"), ["0550-7654321", "0550-7654322"]);
    }

    #[test]
    fn what_only_looks_like_one() {
        for text in [
            "2026-11-24—2026-12-04，1234567890123456",
            "12348",
            "12800000000",
            "010-1234567-8",
            "https://www.example.com/p/13800000000.html",
            "example.com/0550/13800000000",
            "13800000000/a.html",
            "订单号13800000000",
            "发票号码：05501234567",
            "2026-11-24 08:30，2026-11-25 17:30",
            "统一社会信用代码 05501234567",
            "6200 1234 0550 1234 567",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "[0-9０-９ （）()—\\-号\\PC]{0,40}") {
            let _ = phones(&text);
            for run in runs(&text) {
                prop_assert!(text[run.start..].starts_with(run.words));
            }
        }
    }
}
