//! The numbers of accounts and cards that a notice tells and no record has. On the page they help nobody
//! and harm whose they are; but who compares page and paper must know that they were left out on purpose.

use crate::domain::identifier::find::conceal;
use crate::import::notices::Record;
use crate::import::notices::documents::{of_bank_card, of_deposit};

/// Fewer digits than this are no account.
const SHORTEST: usize = 8;
/// Without a label, and on the paper of a deposit or a bank's card, an account has as many.
const UNLABELLED: usize = 12;

/// Where each is told, and as much of it as may be shown.
pub(super) fn withheld(notice: &str, records: &[Record]) -> Vec<(usize, String)> {
    let bank = |name: &str| (of_bank_card(name) && !name.contains("贷款")) || of_deposit(name);
    let bank = records.iter().any(|record| bank(&record.document));
    let kept = |digits: &str| {
        let mut numbers = records.iter().flat_map(|record| &record.identifiers);
        numbers.any(|number| number.value.contains(digits))
    };
    let told = runs(notice).into_iter().filter_map(|(start, digits)| {
        let before = notice[..start].trim_end_matches([' ', '\n', '：', ':', '为', '是']);
        let label = ["账号", "帐号", "卡号"].iter().find(|label| before.ends_with(*label));
        let least = if label.is_some() { SHORTEST } else { UNLABELLED };
        // A citizen's number is kept, starred out.
        let left_out = digits.len() >= least
            && (label.is_some() || bank)
            && conceal(&digits) == digits
            && !kept(&digits);
        let at = label.map_or(start, |label| before.len() - label.len());
        left_out.then(|| (at, format!("****{}", &digits[digits.len() - 3..])))
    });
    told.collect()
}

/// A text with the numbers of accounts and cards in it starred out, but for the last three digits.
pub(super) fn covered(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (start, digits) in runs(text) {
        let before = text[..start].trim_end_matches([' ', '：', ':', '为', '是']);
        let named = ["账号", "帐号", "卡号"].iter().any(|label| before.ends_with(label));
        if !named || digits.len() < SHORTEST {
            continue;
        }
        let row = bytes[start..].iter_mut().filter(|byte| byte.is_ascii_digit());
        row.take(digits.len() - 3).for_each(|byte| *byte = b'*');
    }
    // Only ASCII was put in the place of ASCII.
    String::from_utf8(bytes).unwrap_or_default()
}

/// The rows of digits of a text, of both widths, broken by spaces and strokes or not: where each begins.
fn runs(text: &str) -> Vec<(usize, String)> {
    let mut runs: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        let wide = || char::from_u32(u32::from(c).wrapping_sub(0xFEE0));
        let digit = Some(c).filter(char::is_ascii_digit).or_else(wide);
        match digit.filter(char::is_ascii_digit) {
            Some(digit) => match runs.last_mut().filter(|_| open) {
                Some((_, digits)) => digits.push(digit),
                None => runs.push((at, digit.to_string())),
            },
            None if (c.is_whitespace() && c != '\t') || c == '-' => continue,
            None => {
                open = false;
                continue;
            }
        }
        open = true;
    }
    runs
}
