//! Finding citizens' ID numbers in running text, however they were typed.
//!
//! The text is read as people read it: full-width digits are digits, spaces, hyphens and line
//! breaks inside a number do not end it. A run of eighteen then counts as a citizen's number when
//! its date and check digit fit, or when a label such as 身份证号 stands before it and the shape
//! fits (one miscopied digit still points to one person). A run that is a valid credit code and
//! no valid citizen's number is an organisation. Stars mean that somebody masked it already.

use std::borrow::Cow;
use std::ops::Range;

use super::citizen::{CitizenId, is_old_form};
use super::credit::CreditCode;

/// The byte ranges of all citizens' ID numbers in `text`.
#[must_use]
pub fn scan(text: &str) -> Vec<Range<usize>> {
    // Most texts have no run of digits this long: the cheap test first.
    if !has_long_run(text) {
        return Vec::new();
    }
    runs(text).into_iter().filter_map(|run| judge(text, &run)).collect()
}

/// The text with every citizen's ID number starred out in the middle, byte for byte as long as
/// before: what a report shows of a page must not spread the very number it warns of.
#[must_use]
pub fn conceal(text: &str) -> Cow<'_, str> {
    let places = scan(text);
    if places.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for place in places {
        out.push_str(&text[done..place.start]);
        let number = &text[place.clone()];
        let last = number.chars().count() - 2;
        for (at, c) in number.chars().enumerate() {
            let hidden = (2..last).contains(&at) && !separator(c);
            out.push(match c.len_utf8() {
                1 if hidden => '*',
                3 if hidden => '＊',
                _ => c,
            });
        }
        done = place.end;
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// Whether any fifteen digits stand together, separators aside.
fn has_long_run(text: &str) -> bool {
    let mut run = 0;
    for c in text.chars() {
        if digit(c).is_some() {
            run += 1;
            if run >= 15 {
                return true;
            }
        } else if !separator(c) {
            run = 0;
        }
    }
    false
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        _ => None,
    }
}

/// What may stand inside a number without ending it.
fn separator(c: char) -> bool {
    matches!(c, ' ' | '-' | '\u{a0}' | '\u{3000}' | '\n' | '\r' | '\t' | '\u{200b}' | '_' | '·')
}

/// Digits and letters typed together: the characters normalised, and where each stands.
struct Run {
    chars: Vec<char>,
    places: Vec<Range<usize>>,
}

fn runs(text: &str) -> Vec<Run> {
    let mut all = Vec::new();
    let mut run = Run { chars: Vec::new(), places: Vec::new() };
    for (at, c) in text.char_indices() {
        let place = at..at + c.len_utf8();
        let read = digit(c).or(match c {
            'x' | 'X' | 'Ｘ' | 'ｘ' => Some('X'),
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
    all.retain(|run| run.chars.len() >= 15);
    all
}

/// The place of a citizen's number within a run, if there is one.
fn judge(text: &str, run: &Run) -> Option<Range<usize>> {
    let labelled = label_before(text, run.places.first()?.start);
    let count = run.chars.len();
    for start in 0..=count.saturating_sub(18) {
        let Some(window) = run.chars.get(start..start + 18) else { break };
        let window: String = window.iter().collect();
        // Inside a longer number (a bank card, a receipt) eighteen digits may fit by chance: only
        // a run of exactly that length, or one with a label, counts there.
        let whole = boundary(run, start, start + 18);
        let citizen = CitizenId::parse(&window).is_some();
        let company = CreditCode::parse(&window).is_some() && !citizen;
        if (citizen && (whole || labelled)) || (labelled && !company && shaped(&window) && whole) {
            return Some(run.places[start].start..run.places[start + 17].end);
        }
    }
    let old: String = run.chars.iter().take(15).collect();
    (labelled && count == 15 && is_old_form(&old)).then(|| run.places[0].start..run.places[14].end)
}

/// Whether the characters from `start` to `end` stand alone: at the run's edges, or with a
/// separator between them and the rest.
fn boundary(run: &Run, start: usize, end: usize) -> bool {
    let before = start == 0 || run.places[start - 1].end < run.places[start].start;
    let after = end == run.places.len() || run.places[end - 1].end < run.places[end].start;
    before && after
}

/// Seventeen digits and a digit or X.
fn shaped(window: &str) -> bool {
    let bytes = window.as_bytes();
    bytes.len() == 18
        && bytes[..17].iter().all(u8::is_ascii_digit)
        && (bytes[17].is_ascii_digit() || bytes[17] == b'X')
}

/// Whether the words right before a number call it a person's ID number.
fn label_before(text: &str, start: usize) -> bool {
    const LABELS: [&str; 6] = ["身份证", "身份號", "身份号", "公民身份", "证件号", "ID"];
    let from = text[..start].char_indices().rev().nth(11).map_or(0, |(at, _)| at);
    let before = &text[from..start];
    LABELS.iter().any(|label| before.contains(label)) && !before.contains("信用")
}

#[cfg(test)]
mod tests {
    use super::{conceal, scan};

    /// 3499xx is an unassigned area; the check digit fits.
    const ID: &str = "349907198511030129";

    fn found(text: &str) -> Vec<&str> {
        scan(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn however_it_is_typed() {
        let spaced = format!("{} {} {}", &ID[..6], &ID[6..14], &ID[14..]);
        let wide: String = ID
            .chars()
            .map(|c| char::from_u32(u32::from('０') + c.to_digit(10).unwrap()).unwrap())
            .collect();
        let split = format!("{}\n{}", &ID[..10], &ID[10..]);
        for typed in [ID.to_owned(), spaced, wide, split] {
            assert_eq!(found(&format!("柳某（{typed}）遗失")), [typed.as_str()], "{typed}");
        }
    }

    #[test]
    fn reports_do_not_repeat_it() {
        let text = format!("柳某（身份证号：{ID}）遗失");
        let shown = conceal(&text);
        assert_eq!(shown, "柳某（身份证号：34**************29）遗失");
        assert_eq!(shown.len(), text.len(), "places stay where they were");
    }

    #[test]
    fn a_label_makes_a_miscopied_number_count() {
        let slip = "349907198511030120";
        assert_eq!(found(&format!("身份证号：{slip}")), [slip]);
        assert!(found(&format!("收据{slip}")).is_empty());
    }

    #[test]
    fn organisations_and_other_long_numbers_are_no_persons() {
        for text in [
            "统一社会信用代码：51341122560672489X",
            "证号：3499020012018438",
            "卡号6222021234567890123",
            "身份证号：34**************41",
            "2026-11-24 2026-11-25",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
