//! Brackets as the paper prints them. The parser reads 〔2018〕 and [2018] as it reads （2018）; a number on the
//! page is compared with the one on the certificate, sign by sign.

use crate::import::notices::{Identifier, Record};

/// Puts the brackets of a notice back into the numbers of its records.
pub(super) fn restore(notice: &str, records: &mut [Record]) {
    let numbers = records.iter_mut().flat_map(|record| &mut record.identifiers);
    // A register of real estate writes （） in all its numbers, and the rule of its kind asks for them.
    let plain = |number: &&mut Identifier| number.kind != "real_estate";
    let mut bracketed =
        numbers.filter(plain).filter(|number| number.value.contains(['（', '('])).peekable();
    if bracketed.peek().is_none() || !notice.contains(['〔', '[', '［', '【']) {
        return;
    }
    let solid: Vec<char> = notice.chars().filter(|c| !c.is_whitespace()).collect();
    for number in bracketed {
        let value: Vec<char> = number.value.chars().collect();
        let found = solid.windows(value.len()).find(|window| {
            window.iter().zip(&value).all(|(printed, read)| folded(*printed) == folded(*read))
        });
        if let Some(window) = found {
            let signs =
                window.iter().zip(&value).map(|(printed, read)| bracket(*printed).unwrap_or(*read));
            number.value = signs.collect();
        }
    }
}

/// A bracket that the parser reads as another, as the page shows it.
fn bracket(c: char) -> Option<char> {
    match c {
        '〔' | '〕' | '[' | ']' => Some(c),
        '［' | '【' => Some('['),
        '］' | '】' => Some(']'),
        _ => None,
    }
}

/// One sign for each of a kind of brackets, one width, one case.
fn folded(c: char) -> char {
    match c {
        '〔' | '[' | '［' | '【' | '（' => '(',
        '〕' | ']' | '］' | '】' | '）' => ')',
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c).to_ascii_uppercase()
        }
        c => c.to_ascii_uppercase(),
    }
}
