//! Finding citizens' ID numbers in running text, however they were typed.
//!
//! A text is read as people read it: what is not drawn is not there, full-width and circled digits
//! are digits, a capital O among digits is a nought, marks and line breaks inside a number do not end
//! it (`signs`, `run`). What then counts as a citizen's number is decided by label,
//! area, date and check digit (`judge`). Stars mean that somebody masked it already, if they
//! cover the birth date (`masked`).

use std::borrow::Cow;
use std::cell::LazyCell;
use std::ops::Range;

use super::citizen;
use super::glance::{LABEL, Reading, Stretch, stretches};
use super::judge::{Verdict, judge};
use super::label;
use super::masked;
use super::run::runs;
use super::shown;
use super::signs::{Sign, sign};

pub use super::glance::Markup;

/// The byte ranges of all citizens' ID numbers in `text`.
#[must_use]
pub fn scan(text: &str) -> Vec<Range<usize>> {
    let all = places(text).into_iter();
    all.filter(|(_, verdict)| *verdict == Verdict::Certain).map(|(place, _)| place).collect()
}

/// Numbers of area, birth date, order and a check digit that does not fit, with nothing to say what
/// they are: an ID number with a slip in it, or a number an office made the same way.
#[must_use]
pub fn doubtful(text: &str) -> Vec<Range<usize>> {
    let all = places(text).into_iter();
    all.filter(|(_, verdict)| *verdict == Verdict::Doubtful).map(|(place, _)| place).collect()
}

/// Everything found, in the order of the text; nothing twice.
fn places(text: &str) -> Vec<(Range<usize>, Verdict)> {
    let mut all = Vec::new();
    for Stretch { place, reading } in stretches(text.as_bytes(), Markup::Text) {
        let start = text.floor_char_boundary(place.start);
        let part = &text[start..text.ceil_char_boundary(place.end)];
        let found = if reading == Reading::Written {
            numbers(part)
        } else {
            let shown = shown::read(part.as_bytes(), false);
            let found = numbers(&shown.text).into_iter();
            found.map(|(place, verdict)| (shown.origin(&place), verdict)).collect()
        };
        let moved =
            |(place, verdict): (Range<usize>, _)| (start + place.start..start + place.end, verdict);
        all.extend(found.into_iter().map(moved));
    }
    all.sort_by(|(a, sure), (b, surer)| a.start.cmp(&b.start).then(surer.cmp(sure)));
    let mut kept: Vec<(Range<usize>, Verdict)> = Vec::with_capacity(all.len());
    for (place, verdict) in all {
        match kept.last_mut() {
            // Stretches overlap: what stands in two of them counts once, as the surer of the two, and
            // all of what either covers.
            Some((last, sure)) if place.start < last.end => {
                last.end = last.end.max(place.end);
                *sure = verdict.max(*sure);
            }
            _ => kept.push((place, verdict)),
        }
    }
    kept
}

fn numbers(text: &str) -> Vec<(Range<usize>, Verdict)> {
    let mut found = Vec::new();
    let labels = LazyCell::new(|| label::any(text));
    let labels = || *labels;
    for run in runs(text, false) {
        judge(text, &run, &labels, &mut found);
    }
    // Strokes are marks in a table; only where nothing was found may they be ones.
    if found.is_empty() && text.contains(|c| sign(c) == Sign::Stroke) {
        for run in runs(text, true) {
            judge(text, &run, &labels, &mut found);
        }
    }
    for (at, _) in text.match_indices(LABEL) {
        let place = masked::behind(&text[at..]);
        found.extend(place.map(|place| (at + place.start..at + place.end, Verdict::Certain)));
    }
    found
}

/// The first citizen's ID number in a finished file, stars in its middle. In HTML a page is read as
/// a browser shows it and as it is written, because a number may stand inside a tag (an address, a
/// description). Bytes that are no text are looked at all the same.
#[must_use]
pub fn in_file(bytes: &[u8], markup: Markup) -> Option<String> {
    seen(bytes, markup).or_else(|| seen(&shown::accepted(bytes)?, markup))
}

fn seen(bytes: &[u8], markup: Markup) -> Option<String> {
    let first = |text: &str| {
        let mut all = numbers(text).into_iter();
        let (place, _) = all.find(|(_, verdict)| *verdict == Verdict::Certain)?;
        Some(starred(&text[place]))
    };
    stretches(bytes, markup).into_iter().find_map(|Stretch { place, reading }| {
        let bytes = &bytes[place];
        match reading {
            Reading::Written => first(&String::from_utf8_lossy(bytes)),
            Reading::Coded => first(&shown::read(bytes, false).text),
            Reading::Shown => first(&shown::read(bytes, true).text),
        }
    })
}

/// A number as findings show it.
fn starred(number: &str) -> String {
    let signs: String = number.chars().filter(|c| hidden(*c)).collect();
    citizen::mask(&signs)
}

/// Whether a character stands for one of a number, which a star does too.
fn hidden(c: char) -> bool {
    !matches!(sign(c), Sign::Gap | Sign::Nothing) || masked::star(c)
}

/// The text with every citizen's ID number, and every number that may be one, starred out in the
/// middle, byte for byte as long as before: what a report shows of a page must not spread the very
/// number it warns of.
#[must_use]
pub fn conceal(text: &str) -> Cow<'_, str> {
    let places = places(text);
    if places.is_empty() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(star_out(text, places.into_iter().map(|(place, _)| place)))
}

/// The same with what a rule has found to be such a number, whatever the words beside it say: `places`
/// are in the order of the text.
#[must_use]
pub fn conceal_at(text: &str, places: &[Range<usize>]) -> String {
    let mut done = 0;
    let places = places.iter().filter(|place| {
        let apart = place.start >= done && text.get((*place).clone()).is_some();
        done = if apart { place.end } else { done };
        apart
    });
    star_out(text, places.cloned())
}

fn star_out(text: &str, places: impl Iterator<Item = Range<usize>>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for place in places {
        out.push_str(&text[done..place.start]);
        let number = &text[place.clone()];
        let last = number.chars().filter(|c| hidden(*c)).count().saturating_sub(2);
        let mut seen = 0;
        for c in number.chars() {
            let covered = hidden(c) && (2..last).contains(&seen);
            seen += usize::from(hidden(c));
            match c.len_utf8() {
                1 if covered => out.push('*'),
                2 if covered => out.push_str("**"),
                3 if covered => out.push('＊'),
                4 if covered => out.push_str("＊*"),
                _ => out.push(c),
            }
        }
        done = place.end;
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::{Markup, conceal, doubtful, in_file, scan};

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
        // One digit miscopied, no label: the date still fits, but nothing is certain.
        assert!(doubtful("柳某349907198511030120遗失").contains(&(6..24)));
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
        assert!(shown(&format!("<td>{a}</td><td>{b}</td>")).is_some(), "cells of one row");
        assert_eq!(shown(&format!("<p>{a}</p><p>{b}</p>")), None, "two paragraphs");
    }

    /// The fonts an office program names for each run of characters.
    const FONTS: &str = "<w:rPr><w:rFonts w:ascii=\"FangSong_GB2312\" w:eastAsia=\"FangSong_GB2312\" \
        w:hAnsi=\"FangSong_GB2312\" w:cs=\"FangSong_GB2312\" w:hint=\"eastAsia\"/><w:b/><w:bCs/>\
        <w:color w:val=\"000000\" w:themeColor=\"text1\"/><w:sz w:val=\"32\"/></w:rPr>";

    #[test]
    fn a_label_counts_behind_the_tags_of_an_office_file() {
        let run = |text: &str| format!("<w:r>{FONTS}<w:t>{text}</w:t></w:r>");
        let page = |label: &str, a: &str, b: &str| {
            format!("<w:p>{}{}{}</w:p>", run(label), run(a), run(b))
        };
        // The check digit does not fit: only the label tells.
        assert!(shown(&page("身份证号：", "349907198511", "030120")).is_some());
        assert!(shown(&page("身份证号：", "3499071985", "****0129")).is_some(), "hidden by half");
        assert_eq!(shown(&page("收据号：", "349907198511", "030120")), None);
    }

    #[test]
    fn boxes_of_a_form_hold_a_digit_each() {
        let cell = |digit: &str| {
            format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"400\"/></w:tcPr><w:p><w:r>{FONTS}<w:t>{digit}</w:t></w:r></w:p></w:tc>"
            )
        };
        let cells: String = ID.chars().map(|digit| cell(&digit.to_string())).collect();
        let row = |cells: &str| format!("<w:tr>{cells}</w:tr>");
        assert!(shown(&row(&cells)).is_some());
        assert!(shown(&row(&[&ID[..6], &ID[6..14], &ID[14..]].map(cell).concat())).is_some());
        let rows: String = [&ID[..9], &ID[9..]].map(|part| row(&cell(part))).concat();
        assert_eq!(shown(&rows), None, "two rows");
        assert_eq!(shown("<w:p>349907198</w:p><w:p>511030129</w:p>"), None, "two paragraphs");
    }

    #[test]
    fn a_corrected_digit_is_read_as_before_and_as_after() {
        let page = |taken: &str, put: &str| {
            format!(
                "<?xml version=\"1.0\"?><w:p><w:r><w:t>{}</w:t></w:r><w:del><w:r>\
                 <w:delText>{taken}</w:delText></w:r></w:del><w:ins><w:r><w:t>{put}</w:t></w:r>\
                 </w:ins></w:p>",
                &ID[..17]
            )
        };
        assert!(shown(&page("0", "9")).is_some() && shown(&page("9", "")).is_some());
        assert_eq!(shown(&page("0", "1")), None);
    }

    #[test]
    fn marks_of_every_block_may_stand_between() {
        for mark in ['\u{E5E5}', '÷', '·', '˙', '\u{4DC0}', '\u{1F600}'] {
            let typed = format!("柳某 {}{mark}{}{mark}{} 某", &ID[..6], &ID[6..14], &ID[14..]);
            assert_eq!(scan(&typed).is_empty(), mark == '\u{4DC0}', "{typed}");
        }
    }

    #[test]
    fn long_rows_of_figures_are_read_once() {
        let cells = "1<b>23456789012345字".repeat(50_000);
        assert_eq!(shown(&format!("<x>{cells}")), None);
        let labels = "<b>身份12345678字".repeat(50_000);
        assert_eq!(shown(&labels), None);
        let wide: String = ID.chars().map(|digit| format!("<w:t>{digit}</w:t>{FONTS}")).collect();
        for before in 0..20 {
            let many = format!("<w:t>1234567</w:t>{FONTS}").repeat(40 + before);
            assert!(shown(&format!("<w:p>{many}<w:t>号</w:t>{wide}</w:p>")).is_some(), "{before}");
        }
    }

    #[test]
    fn marks_without_end_are_read_once() {
        for mark in ["<", "&", "%", "\\", "<a", "身份<a", "&#", "1<", "1&"] {
            let long = mark.repeat(1_000_000);
            assert_eq!(shown(&long), None, "{mark}");
            assert!(scan(&long).is_empty(), "{mark}");
        }
    }

    #[test]
    fn reports_do_not_repeat_it() {
        let text = format!("柳某（身份证号：{ID}）遗失");
        let shown = conceal(&text);
        assert_eq!(shown, "柳某（身份证号：34**************29）遗失");
        assert_eq!(shown.len(), text.len(), "places stay where they were");
        let half = conceal("身份证号：349907198511******");
        assert_eq!(half, "身份证号：34****************", "its month neither");
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
