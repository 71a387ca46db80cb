//! 银行卡号 (C322), on every page: nobody's card belongs on such a site.

use std::ops::Range;

use super::digits::{count, joined, lettered};
use super::{Find, Told};
use crate::base::code::Code;
use crate::base::look::near::{han, last_chars};
use crate::check::Read;
use crate::check::numbers::any_wide_digit;
use crate::domain::identifier::bank;
use crate::say;

/// Digits of the shortest card, and one more than those of the longest.
const DIGITS: Range<usize> = 16..20;

/// A first look: sixteen bytes that are digits, spaces or hyphens cover every sixteenth byte; digits
/// in another width are looked for by themselves.
pub(super) fn possible(read: &Read<'_>) -> bool {
    let inside = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b' ' | b'-');
    let bytes = read.all().as_bytes();
    let run = |at: usize| {
        let before = bytes[..at].iter().rev().take_while(|byte| inside(byte)).count();
        let after = bytes[at..].iter().take_while(|byte| inside(byte)).count();
        before + after >= DIGITS.start
    };
    let probed = (DIGITS.start - 1..bytes.len()).step_by(DIGITS.start);
    probed.filter(|at| inside(&bytes[*at])).any(run)
        || (!read.plain() && any_wide_digit(read.all()))
}

pub(super) fn find(told: &Told<'_>, found: &mut Vec<Find>) {
    let words = told.words();
    for row in told.rows.iter().filter(|row| count(row) >= DIGITS.start) {
        let mut next = 0;
        for (groups, digits) in (0..row.len()).flat_map(|first| joined(words, row, first, &DIGITS))
        {
            let place = row[groups.start].start..row[groups.end - 1].end;
            let before = &words[..place.start];
            let card = bank::card(&digits)
                || (called(before) && bank::luhn(&digits))
                || (labelled(before) && digits.starts_with(['3', '4', '5', '6', '9']));
            if groups.start < next || !card || lettered(words, &place) {
                continue;
            }
            next = groups.end;
            let masked = bank::mask(&digits);
            found.push(Find {
                code: Code::BankCard,
                place,
                message: say!(zh: "银行卡号 {masked}", en: "a bank card, {masked}"),
                mend: say!(zh: "删去，或只留后四位", en: "delete it or keep the last four digits"),
            });
        }
    }
}

/// Whether the words right before call it a bank card in so many words: then a slip in its digits
/// makes it no less of one. 会员卡号 and 电话卡号 are other cards'.
fn labelled(before: &str) -> bool {
    let bare = before.trim_end_matches(|c: char| " ：:（(“为是".contains(c));
    if ["银行卡", "储蓄卡", "借记卡", "信用卡", "工资卡"].iter().any(|word| bare.ends_with(word))
    {
        return true;
    }
    let Some(owner) = bare.strip_suffix("卡号").or_else(|| bare.strip_suffix("卡号码")) else {
        return false;
    };
    let bank = owner.ends_with(['行', '蓄', '记', '用', '资']);
    bank || owner.chars().next_back().is_none_or(|c| !han(c) || "的其和人某户".contains(c))
}

/// Whether the words before call it a card: then networks hardly seen count too.
fn called(before: &str) -> bool {
    let before = last_chars(before, 6);
    ["卡号", "账号", "帐号", "账户", "银行卡", "工资卡"].iter().any(|word| before.contains(word))
}

#[cfg(test)]
mod tests {
    use super::labelled;

    #[test]
    fn what_is_called_a_bank_card() {
        for text in ["卡号", "银行卡号：", "农行卡号 ", "他的卡号是", "工资卡（", "，卡号："]
        {
            assert!(labelled(text), "{text}");
        }
        for text in ["会员卡号", "社保卡号：", "订单号", "电话卡号", "账号", "刷卡"]
        {
            assert!(!labelled(text), "{text}");
        }
    }
}
