//! 银行卡号 (C322), on every page: nobody's card belongs on such a site.

use std::ops::Range;

use super::digits::{count, joined, lettered};
use super::{Find, Told};
use crate::base::code::Code;
use crate::base::look::near::last_chars;
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
            let card =
                bank::card(&digits) || (called(&words[..place.start]) && bank::luhn(&digits));
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

/// Whether the words before call it a card: then networks hardly seen count too.
fn called(before: &str) -> bool {
    let before = last_chars(before, 6);
    ["卡号", "账号", "帐号", "账户", "银行卡", "工资卡"].iter().any(|word| before.contains(word))
}
