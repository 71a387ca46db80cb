//! Finding citizens' ID numbers in running text, however they were typed.
//!
//! The text is read as people read it: full-width digits are digits, a capital O among digits is a
//! nought, spaces, hyphens and line breaks inside a number do not end it. A run of eighteen then
//! counts as a citizen's number when its date and check digit fit; when a label such as 身份证号
//! stands before it and the shape fits; or when area and date fit and nothing says it is another
//! number: one miscopied digit still points to one person. Certificates that carry the holder's ID
//! number inside their own (残疾人证: two digits more; 学籍号: a letter before) count too. A run that
//! is a valid credit code and no valid citizen's number is an organisation. Stars mean that somebody
//! masked it already.

use std::borrow::Cow;
use std::ops::Range;

use super::citizen::{self, CitizenId, is_old_form};
use super::credit::CreditCode;
use super::glance::stretches;
use super::run::{Run, runs, separator, unmarked};

pub use super::glance::Markup;

/// The byte ranges of all citizens' ID numbers in `text`.
#[must_use]
pub fn scan(text: &str) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> = Vec::new();
    for stretch in stretches(text.as_bytes(), Markup::Text) {
        let start = text.floor_char_boundary(stretch.start);
        let part = &text[start..text.ceil_char_boundary(stretch.end)];
        for place in numbers(part) {
            let place = start + place.start..start + place.end;
            // Stretches overlap: what stands in two of them counts once.
            if places.last().is_none_or(|last| last.end <= place.start) {
                places.push(place);
            }
        }
    }
    places
}

fn numbers(text: &str) -> impl Iterator<Item = Range<usize>> {
    runs(text).into_iter().flat_map(move |run| judge(text, &run))
}

/// The first citizen's ID number in a finished file, stars in its middle. In HTML a page is read as
/// a browser shows it, where inline tags do not end a number, and as it is written, because a number
/// may stand inside a tag (an address, a description). Bytes that are no text are looked at all the
/// same: a picture or a PDF may carry a number in its description.
#[must_use]
pub fn in_file(bytes: &[u8], markup: Markup) -> Option<String> {
    let first = |text: &str| numbers(text).next().map(|place| citizen::mask(&text[place]));
    stretches(bytes, markup).into_iter().find_map(|stretch| {
        let text = String::from_utf8_lossy(&bytes[stretch]);
        first(&text).or_else(|| (markup == Markup::Html).then(|| first(&unmarked(&text))).flatten())
    })
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

/// The places of citizens' numbers within a run: a list of them with nothing but spaces between is
/// one run.
fn judge(text: &str, run: &Run) -> Vec<Range<usize>> {
    let Some(first) = run.places.first() else { return Vec::new() };
    let labelled = label_before(text, first.start);
    let count = run.chars.len();
    let (mut found, mut start) = (Vec::new(), 0);
    while let Some(window) = run.chars.get(start..start + 18) {
        let window: String = window.iter().collect();
        if counts(text, run, start, &window, labelled) {
            found.push(run.places[start].start..run.places[start + 17].end);
            start += 18;
        } else {
            start += 1;
        }
    }
    let old: String = run.chars.iter().take(15).collect();
    if found.is_empty() && labelled && count == 15 && is_old_form(&old) {
        found.push(run.places[0].start..run.places[14].end);
    }
    found
}

/// Whether the eighteen characters from `start` are a citizen's number.
fn counts(text: &str, run: &Run, start: usize, window: &str, labelled: bool) -> bool {
    // Inside a longer number (a bank card, a receipt) eighteen digits may fit by chance: only a run
    // of exactly that length, one with a label, or a certificate around an ID number counts there.
    let whole = boundary(run, start, start + 18);
    let citizen = CitizenId::parse(window);
    if citizen.is_some() {
        return whole || labelled || certificate(run, start);
    }
    if !whole || !shaped(window) || CreditCode::parse(window).is_some() {
        return false;
    }
    labelled || (citizen::plausible(window) && !other_label(text, run.places[start].start))
}

/// Whether an ID number stands inside another number as certificates have it: one letter before it,
/// at most three digits behind.
fn certificate(run: &Run, start: usize) -> bool {
    let before = &run.chars[..start];
    let letter = matches!(before, [] | [_]) && before.iter().all(char::is_ascii_alphabetic);
    letter && run.chars.len() - start <= 21
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
    let before = words_before(text, start, 12);
    let key = words_before(text, start, 28).contains("\"id_card\"");
    key || (LABELS.iter().any(|label| before.contains(label)) && !before.contains("信用"))
}

/// Whether the words right before a number call it something that is no person's.
fn other_label(text: &str, start: usize) -> bool {
    const LABELS: [&str; 13] = [
        "信用",
        "代码",
        "账号",
        "帐号",
        "卡号",
        "单号",
        "编号",
        "票号",
        "号码",
        "注册号",
        "收据",
        "发票",
        "票据",
    ];
    let before = words_before(text, start, 8);
    LABELS.iter().any(|label| before.contains(label))
}

/// The characters before a place, at most so many.
fn words_before(text: &str, start: usize, most: usize) -> &str {
    let from = text[..start].char_indices().rev().nth(most - 1).map_or(0, |(at, _)| at);
    &text[from..start]
}

#[cfg(test)]
mod tests {
    use super::{Markup, conceal, in_file, scan};

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
        let broken = format!("{}\\\n{}", &ID[..10], &ID[10..]);
        for typed in [ID.to_owned(), spaced, wide, split, broken] {
            assert_eq!(found(&format!("柳某（{typed}）遗失")), [typed.as_str()], "{typed}");
        }
    }

    #[test]
    fn slips_of_the_hand_do_not_hide_it() {
        for typed in [
            "3499O7198511O30129",
            "34990719851103o129",
            "3499071985ll030129",
            "349907.1985.1103.0129",
        ] {
            assert_eq!(found(&format!("柳某（{typed}）")), [typed], "{typed}");
        }
        // One digit miscopied, no label: the date still fits.
        assert_eq!(found("柳某349907198511030120遗失"), ["349907198511030120"]);
        assert!(found("证书编号349907198511030120").is_empty(), "called something else");
        assert!(found("柳某349907198513030120").is_empty(), "no such day");
    }

    #[test]
    fn certificates_that_carry_it_inside() {
        assert_eq!(found(&format!("残疾人证{ID}43")), [ID]);
        assert_eq!(found(&format!("学籍号G{ID}")), [ID]);
        assert!(found(&format!("票据{ID}12345678")).is_empty(), "fits by chance");
        assert_eq!(
            found("kind = \"id_card\"\nvalue = \"349907198511030120\""),
            ["349907198511030120"]
        );
    }

    fn shown(page: &str) -> Option<String> {
        in_file(page.as_bytes(), Markup::Html)
    }

    #[test]
    fn finished_pages_are_read_as_browsers_show_them() {
        let (a, b) = ID.split_at(9);
        for page in [
            format!("<p>柳某{a}<strong>{b}</strong></p>"),
            format!("<p><a href=\"x.html\">{a}</a><em class=\"n\">{b}</em></p>"),
            format!("<img alt=\"柳某{ID}\">"),
            format!("<a href=\"file-{ID}.pdf\">表</a>"),
        ] {
            assert_eq!(shown(&page).as_deref(), Some("34**************29"), "{page}");
        }
        for page in [format!("<td>{a}</td><td>{b}</td>"), format!("<p>{a}</p><p>{b}</p>")] {
            assert_eq!(shown(&page), None, "two numbers side by side: {page}");
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
