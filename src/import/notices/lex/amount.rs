//! Sums of money with commas between the thousands: 1,250,000.00元. Cut at their commas they would read as
//! three numbers of a receipt.

use crate::import::notices::glyph::Glyph;

/// How many glyphs a sum takes that begins here: groups of three digits behind commas, and a word or sign
/// that says it is money. 001,002,003 without one may be numbers.
pub(super) fn amount(before: &[Glyph], rest: &[Glyph]) -> Option<usize> {
    let digits = |from: usize| {
        let rest = rest.get(from..).unwrap_or_default();
        rest.iter().take(4).take_while(|g| g.c.is_ascii_digit()).count()
    };
    let sign = |at: usize| rest.get(at).map(|g| g.c);
    let mut end = digits(0);
    if !(1..=3).contains(&end) || before.last().is_some_and(|g| g.c.is_ascii_alphanumeric()) {
        return None;
    }
    let first = end;
    while sign(end) == Some(',') && digits(end + 1) == 3 {
        end += 4;
    }
    if end == first {
        return None;
    }
    let mut cents = false;
    if sign(end) == Some('.') && (1..=2).contains(&digits(end + 1)) {
        end += 1 + digits(end + 1);
        cents = true;
    }
    let unit = sign(end).is_some_and(|c| matches!(c, '元' | '万' | '股' | '亩'));
    let near: String = before[before.len().saturating_sub(8)..].iter().map(|g| g.c).collect();
    let money = ["¥", "￥", "金额", "人民币", "小写", "合计", "共计", "价税", "款", "RMB"];
    let told = money.iter().any(|word| near.contains(word));
    (unit || cents || told).then_some(end + usize::from(unit))
}
