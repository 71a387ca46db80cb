//! Runs of digits and letters in a text, however they were typed: full-width digits are digits, O
//! and l among digits are a nought and a one, and what may stand inside a number does not end it.

use std::ops::Range;

use super::glance::{SHORTEST, inline};

/// A page's text as it is shown: inline tags gone, other tags a full stop.
pub(super) fn unmarked(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        let close = rest[open..].find('>').map_or(rest.len(), |close| open + close + 1);
        if !inline(&rest.as_bytes()[open..close]) {
            text.push('。');
        }
        rest = &rest[close..];
    }
    text.push_str(rest);
    text
}

/// Digits and letters typed together: the characters normalised, and where each stands.
pub(super) struct Run {
    pub(super) chars: Vec<char>,
    pub(super) places: Vec<Range<usize>>,
}

/// Every run of at least fifteen characters. A letter O among digits is read as a nought, l and I
/// as a one: typed by hand they are mistaken for each other.
pub(super) fn runs(text: &str) -> Vec<Run> {
    let mut all = Vec::new();
    let mut run = Run { chars: Vec::new(), places: Vec::new() };
    for (at, c) in text.char_indices() {
        let place = at..at + c.len_utf8();
        let read = digit(c).or(match c {
            'x' | 'X' | 'Ｘ' | 'ｘ' | '×' => Some('X'),
            c if c.is_ascii_alphanumeric() => Some(c.to_ascii_uppercase()),
            _ => None,
        });
        if let Some(c) = read {
            run.chars.push(c);
            run.places.push(place);
        } else if !separator(c) || run.chars.is_empty() {
            all.push(std::mem::replace(&mut run, Run { chars: Vec::new(), places: Vec::new() }));
        }
    }
    all.push(run);
    all.retain(|run| run.chars.len() >= SHORTEST);
    all.iter_mut().for_each(mend_slips);
    all
}

/// Reads O as 0 and l, I as 1 in a run that is nearly all digits.
fn mend_slips(run: &mut Run) {
    let digits = run.chars.iter().filter(|c| c.is_ascii_digit()).count();
    let slips = run.chars.iter().filter(|c| matches!(c, 'O' | 'L' | 'I')).count();
    if slips > 0 && slips <= 4 && digits >= SHORTEST - 4 {
        for c in &mut run.chars {
            *c = match *c {
                'O' => '0',
                'L' | 'I' => '1',
                other => other,
            };
        }
    }
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        _ => None,
    }
}

/// What may stand inside a number without ending it.
pub(super) fn separator(c: char) -> bool {
    matches!(
        c,
        ' ' | '-' | '.' | '/' | '_' | '\u{a0}' | '\u{3000}' | '\n' | '\r' | '\t' | '\u{200b}' | '·'
            // Before the end of a line it breaks the line in Markdown.
            | '\\'
    )
}
