//! Numbers that are called a telephone and are not whole (C332): a landline without its area code
//! (电话：4021234), a number with a digit too few or too many.
//!
//! Seven digits are many things; what makes a number to call of them is the word before them, or a
//! number to call that they are listed behind. Who reads 0550-402123 on paper dials in vain.

use std::sync::LazyLock;

use super::Facts;
use super::contact::written_out;
use super::hotline::UNITS;
use super::numbers::{Run, any_wide_digit, phones, read, runs};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::look::bytes;
use crate::base::look::words::Words;
use crate::base::span::Span;
use crate::say;

/// Words that call the digits behind them a number to dial.
const CALLED: [&str; 18] = [
    "电话",
    "电话号码",
    "手机",
    "手机号",
    "手机号码",
    "座机",
    "热线",
    "专线",
    "拨打",
    "致电",
    "联系方式",
    "打",
    "拨",
    "咨询",
    "值班室",
    "办公室",
    "总机",
    "传真",
];

static CALLING: LazyLock<Words> = LazyLock::new(|| Words::of(&CALLED));

/// What stands between two numbers of a list.
const LISTING: [&str; 8] = ["/", "／", "、", "，", "或", "或者", "和", "及"];

/// Digits of a number within its area.
const LOCAL: usize = 7;
/// Bytes from one of its digits to the next at most.
const GAP: usize = 4;

/// A first look: digits enough, and a word for a telephone.
pub(super) fn possible(text: &str) -> bool {
    (bytes::any_cluster(text, LOCAL, GAP) || any_wide_digit(text)) && CALLING.any(text)
}

/// What is wrong with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wrong {
    /// Its area is not given.
    Local,
    /// Its digits are too few or too many.
    Length,
}

/// Every such number of a text, with its place.
fn wrong(text: &str) -> Vec<(usize, &str, Wrong)> {
    let mut found = Vec::new();
    if !possible(text) {
        return found;
    }
    let mut whole = phones(text).into_iter().peekable();
    // Where the number before ended, for those listed behind it.
    let mut last = None;
    for run in runs(text) {
        let end = run.start + run.words.len();
        let mut known = None;
        while let Some((at, number)) = whole.next_if(|(at, _)| *at < end) {
            known = Some(at + number.len());
        }
        if known.is_some() {
            last = known;
            continue;
        }
        let before = &text[..run.start];
        let listed = last.is_some_and(|last| LISTING.contains(&text[last..run.start].trim()));
        let called = is_called(before);
        let counted = text[end..].trim_start().starts_with(|c| UNITS.contains(c));
        if (listed || called)
            && !counted
            && let Some((length, what)) = judge(&run, called)
        {
            found.push((run.start, &run.words[..length], what));
            last = Some(run.start + length);
        }
    }
    found
}

/// Whether the words right before call what follows a number to dial.
fn is_called(before: &str) -> bool {
    let bare = before.trim_end_matches(|c: char| " \u{3000}：:（(“为是".contains(c));
    CALLED.iter().any(|word| bare.ends_with(word))
}

/// What is wrong with a run, and how many of its bytes are the number.
fn judge(run: &Run<'_>, called: bool) -> Option<(usize, Wrong)> {
    let digits = run.digits();
    let bytes = digits.as_bytes();
    let lengths: Vec<usize> = run.groups.iter().map(|(_, group)| group.chars().count()).collect();
    if matches!(bytes.first(), Some(b'2'..=b'9')) {
        let count = match lengths[..] {
            // An extension may stand behind it: 4021234-801.
            [7 | 8] | [7 | 8, 1..=4] => 1,
            [3 | 4, 4] => 2,
            _ => return None,
        };
        let (from, group) = run.groups[count - 1];
        return Some((from + group.len(), Wrong::Local));
    }
    let mobile = matches!(bytes, [b'1', b'3'..=b'9', ..]) && matches!(bytes.len(), 10 | 12);
    let landline = matches!(bytes, [b'0', b'1'..=b'9', ..])
        && (9..=13).contains(&bytes.len())
        && lengths.len() <= 3
        && read(&digits).is_none();
    (called && (mobile || landline)).then_some((run.words.len(), Wrong::Length))
}

/// The findings about some words. A person's mobile in a case or a notice, however many digits it has,
/// is another rule's.
pub(super) fn find(
    facts: &Facts<'_>,
    text: &str,
    span: Span,
    private: bool,
    found: &mut Vec<Diagnostic>,
) {
    for (_, number, what) in wrong(text) {
        let digits: String = number.chars().filter_map(|c| c.to_digit(10)).map(digit).collect();
        let finding = match what {
            Wrong::Length if private && digits.starts_with('1') => continue,
            Wrong::Length => too_long_or_short(number, span),
            Wrong::Local => match owner(facts, &digits) {
                Some(owner) => written_out(number, owner, span),
                None => without_area(number, span),
            },
        };
        found.push(finding);
    }
}

fn digit(value: u32) -> char {
    char::from_digit(value, 10).unwrap_or('0')
}

/// Whose number these digits are the end of, with an area before them.
fn owner<'f>(facts: &'f Facts<'_>, local: &str) -> Option<&'f str> {
    let mut numbers = facts.numbers.iter();
    let of = numbers.find(|(digits, _)| {
        let area = digits.strip_suffix(local);
        area.is_some_and(|area| area.starts_with('0') && (3..=4).contains(&area.len()))
    });
    of.map(|(_, owner)| owner.file.as_str())
}

fn without_area(number: &str, at: Span) -> Diagnostic {
    let message = say!(
        zh: "号码 {number} 没有区号，也不在联系方式里",
        en: "the number {number} has no area code and is in no contact",
    );
    Diagnostic::new(Code::UnknownPhone, at, message).narrow(number).hint(say!(
        zh: "打通核实后带区号写进 contacts/，这里写 `{{{{ contact.文件名.phone }}}}`",
        en: "call it, put it with its area code into contacts/ and write `{{{{ contact.NAME.phone }}}}` here",
    ))
}

fn too_long_or_short(number: &str, at: Span) -> Diagnostic {
    let message = say!(
        zh: "号码 {number} 位数不对，打不通",
        en: "the number {number} has too few or too many digits",
    );
    Diagnostic::new(Code::UnknownPhone, at, message).narrow(number).hint(say!(
        zh: "座机是区号加 7 或 8 位，手机 11 位；核对后写进 contacts/ 再引用",
        en: "an area code and 7 or 8 digits, or 11 for a mobile; check it, put it into contacts/ and refer to it",
    ))
}

#[cfg(test)]
mod tests {
    use super::{Wrong, wrong};

    fn found(text: &str) -> Vec<(&str, Wrong)> {
        wrong(text).into_iter().map(|(_, number, what)| (number, what)).collect()
    }

    #[test]
    fn numbers_that_are_not_whole() {
        use Wrong::{Length, Local};
        for (text, wanted) in [
            ("电话：4021234", &[("4021234", Local)][..]),
            ("请拨打4021234。", &[("4021234", Local)]),
            ("联系电话:4021234 或 4021235", &[("4021234", Local), ("4021235", Local)]),
            ("咨询电话：402 1234", &[("402 1234", Local)]),
            ("电话0550-4021234/4021235", &[("4021235", Local)]),
            ("电话0550-4021234、4021235", &[("4021235", Local)]),
            ("座机：4021234-801", &[("4021234", Local)]),
            ("打4021234转3找值班律师", &[("4021234", Local)]),
            ("咨询：4021234", &[("4021234", Local)]),
            ("值班室4021234", &[("4021234", Local)]),
            ("电话：0550-402123", &[("0550-402123", Length)]),
            ("手机：1395500123", &[("1395500123", Length)]),
            ("手机：139550012345", &[("139550012345", Length)]),
        ] {
            assert_eq!(found(text), wanted, "{text}");
        }
    }

    #[test]
    fn numbers_that_are_none() {
        for text in [
            "电话：0550-4021234，2026年",
            "手机：13955001234",
            "案卷4021234，有电话",
            "电话12348，接听4021234次",
            "接听电话4021234次",
            "打电话问过，欠款4021234元",
            "电话：12348",
            "电话：400-123-4567",
            "电话 2026-11-24 开通",
            "电话费1234567元",
            "打了4021234斤粮",
            "咨询4021234人次",
            "打款4021234元",
            "电话0550-4021234，4021个",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
