//! 银行卡号 (C322), on every page: nobody's card belongs on such a site. Accounts with them (`account`),
//! where the page tells of persons: elsewhere one may be an office's.

use std::ops::Range;
use std::sync::LazyLock;

use super::account::{accounts, called as called_account};
use super::digits::{Row, between, count, joined, lettered};
use super::spelled::Spelled;
use super::{Find, Told, table};
use crate::base::code::Code;
use crate::base::look::near::{han, last_chars};
use crate::base::look::words::Words;
use crate::base::text::Text;
use crate::check::Read;
use crate::check::numbers::any_wide_digit;
use crate::domain::identifier::{bank, digit};
use crate::say;

/// Digits of the shortest card, and one more than those of the longest.
const DIGITS: Range<usize> = 16..20;

/// What a card is called by.
const CALLS: [&str; 8] = ["卡号", "账号", "帐号", "账户", "银行卡", "工资卡", "帐户", "存折"];

static CALLED: LazyLock<Words> = LazyLock::new(|| Words::of(&CALLS));

/// A first look: sixteen bytes that are digits, spaces or hyphens cover every sixteenth byte; digits
/// in another width or dress are looked for by themselves.
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
        || CALLED.any(read.all())
}

pub(super) fn find(told: &Told<'_>, found: &mut Vec<Find>) {
    let words = told.words();
    let persons = told.of_persons();
    let heads = if CALLED.any(words) {
        table::named(told, |head| {
            labelled(head) || (persons && (account(head) || called_account(head)))
        })
    } else {
        Vec::new()
    };
    let in_column = |at: usize| inside(&heads, at);
    let mut cards: Vec<(Range<usize>, String)> = Vec::new();
    for row in told.rows.iter().filter(|row| count(row) >= DIGITS.start) {
        let mut next = 0;
        for first in 0..row.len() {
            if first < next {
                continue;
            }
            let Some((groups, digits)) = at_group(words, row, first, &in_column) else { continue };
            next = groups.end;
            cards.push((row[groups.start].start..row[groups.end - 1].end, digits));
        }
    }
    for hit in CALLED.find(words) {
        cards.extend(spelled(words, hit.end()));
    }
    let card = |(place, digits)| (place, What::Card, digits);
    let mut all: Vec<(Range<usize>, What, String)> = cards.into_iter().map(card).collect();
    if persons {
        let accounts = accounts(words, &told.rows, &in_column).into_iter();
        all.extend(accounts.map(|(place, digits)| (place, What::Account, digits)));
    }
    // Of a card where an account may stand, the card: its digits say more.
    all.sort_by_key(|(place, what, _)| (place.start, *what));
    all.dedup_by(|a, b| a.0.start < b.0.end);
    if !all.is_empty() {
        let others = table::named(told, otherwise);
        all.retain(|(number, ..)| !inside(&others, number.start));
    }
    found.extend(all.into_iter().map(|(place, what, digits)| Find {
        code: Code::BankCard,
        place,
        message: what.told(&bank::mask(&digits)),
        mend: say!(zh: "删去，或只留后四位", en: "delete it or keep the last four digits"),
    }));
}

/// What a number is of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Card,
    Account,
}

impl What {
    fn told(self, masked: &str) -> Text {
        match self {
            Self::Card => say!(zh: "银行卡号 {masked}", en: "a bank card, {masked}"),
            Self::Account => say!(zh: "银行账号 {masked}", en: "an account at a bank, {masked}"),
        }
    }
}

/// Whether a place is in one of some cells, which stand in their order.
fn inside(cells: &[Range<usize>], at: usize) -> bool {
    let next = cells.partition_point(|cell| cell.end <= at);
    cells.get(next).is_some_and(|cell| cell.start <= at)
}

/// The card that begins with a group: of several that could be, the longest one whose digits check.
fn at_group(
    words: &str,
    row: &Row,
    first: usize,
    in_column: &impl Fn(usize) -> bool,
) -> Option<(Range<usize>, String)> {
    let mut made = joined(words, row, first, &DIGITS);
    made.retain(|(groups, _)| {
        !between(words, &row[groups.clone()]).any(|mark| mark.contains(['、', '_']))
            && !lettered(words, &(row[groups.start].start..row[groups.end - 1].end))
    });
    made.reverse();
    let before = &words[..made.first().map(|(groups, _)| row[groups.start].start)?];
    if otherwise(before) {
        return None;
    }
    let called = called(before);
    let sure = |digits: &str| bank::card(digits) || (called && bank::luhn(digits));
    let labelled = labelled(before) || in_column(before.len());
    let at = made.iter().position(|(_, digits)| sure(digits));
    let at = at.or_else(|| made.iter().position(|(_, digits)| labelled && network(digits)))?;
    Some(made.swap_remove(at))
}

/// Whether a bank's cards begin so.
fn network(digits: &str) -> bool {
    digits.starts_with(['3', '4', '5', '6', '9'])
}

/// The card behind a word for one where not all digits are plain, or commas stand between them.
fn spelled(words: &str, at: usize) -> Option<(Range<usize>, String)> {
    let rest = words[at..].trim_start_matches(|c: char| " ：:（(“为是码".contains(c));
    let start = words.len() - rest.len();
    let read = Spelled::at(words, start);
    let whole = read.ends.iter().rev().find(|(count, _)| DIGITS.contains(count))?;
    let (digits, end) = (&read.digits[..whole.0], whole.1);
    let glued = words[end..].starts_with(|c: char| c.is_ascii_alphanumeric() || digit(c).is_some());
    let dressed = words[start..end].contains(|c: char| !(c.is_ascii_digit() || " -".contains(c)));
    let before = &words[..start];
    let card = bank::luhn(digits) || labelled(before);
    (!glued && dressed && card && network(digits) && !otherwise(before))
        .then(|| (start..end, digits.to_owned()))
}

/// Whether the words right before call a number that of something else, whatever its digits: one
/// in ten of any numbers checks.
fn otherwise(before: &str) -> bool {
    const OTHERS: [&str; 12] = [
        "会员卡号",
        "会员卡号码",
        "购物卡号",
        "加油卡号",
        "电话卡号",
        "社保卡号",
        "编号",
        "合同号",
        "订单号",
        "运单号",
        "流水号",
        "会员号",
    ];
    let bare = before.trim_end_matches(|c: char| " ：:（(“为是\n".contains(c));
    OTHERS.iter().any(|other| bare.ends_with(other))
}

/// Whether cells of that name hold cards where the page tells of persons; elsewhere it may be an
/// office's account.
fn account(head: &str) -> bool {
    let bare = head.strip_prefix("银行").unwrap_or(head);
    ["账号", "帐号", "账户", "卡号", "卡号码"].contains(&bare)
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
    CALLS.iter().any(|word| before.contains(word))
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
