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

use super::column;
use super::glance::{Markup, Reading, Stretch, stretches};
use super::judge::{OFFICES_SINCE, Verdict, judge, made_by_an_office};
use super::label;
use super::masked;
use super::reading::star;
use super::run::runs;
use super::shown;
use super::signs::{Sign, sign};
use super::typed::{Label, labels as labels_in};

/// The byte ranges of all citizens' ID numbers in `text`.
#[must_use]
pub fn scan(text: &str) -> Vec<Range<usize>> {
    let all = places(text).into_iter();
    all.filter(|(_, verdict)| *verdict == Verdict::Certain).map(|(place, _)| place).collect()
}

/// Numbers of area, birth date, order and a check digit that does not fit, or of the old form, which has
/// none, with nothing to say what they are: a citizen's, or a number an office made the same way.
#[must_use]
pub fn doubtful(text: &str) -> Vec<Range<usize>> {
    let open = |verdict: Verdict| matches!(verdict, Verdict::Doubtful | Verdict::Unchecked);
    let all = places(text).into_iter();
    all.filter(|(_, verdict)| open(*verdict)).map(|(place, _)| place).collect()
}

/// Whether a number that was found may be one that an office made of its county, a day and a serial:
/// then a word before it tells. Nobody numbered so before there were offices.
#[must_use]
pub fn may_be_an_offices(number: &str) -> bool {
    let digits: String = number.chars().filter_map(super::digit).collect();
    digits.get(6..10).is_some_and(|year| year.as_bytes() >= OFFICES_SINCE)
}

/// Whether words, such as the head of a column, call what follows a number that an office gives: 受理号.
#[must_use]
pub fn named_an_offices(words: &str) -> bool {
    label::offices(words)
}

/// Whether words, such as the head of a column, call what follows a number at all, and not a person's: 注册号.
#[must_use]
pub fn named_otherwise(words: &str) -> bool {
    label::names_a_number(words)
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
    if column::may_be_headed(text.as_bytes(), Markup::Text) {
        all.extend(in_columns(text).map(|place| (place, Verdict::Certain)));
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
    // Few and unnamed: what heads their columns stands anywhere above.
    let open = |verdict: Verdict| {
        matches!(verdict, Verdict::Fits | Verdict::Doubtful | Verdict::Unchecked)
    };
    if kept.iter().filter(|(_, verdict)| open(*verdict)).count() <= FEW {
        kept.retain(|(place, verdict)| !open(*verdict) || !column::of_an_office(text, place));
    }
    let mut row = Row::default();
    kept.iter().for_each(|(_, verdict)| row.count(*verdict));
    let fits = row.verdict();
    for (_, verdict) in kept.iter_mut().filter(|(_, verdict)| *verdict == Verdict::Fits) {
        *verdict = fits;
    }
    kept.retain(|(_, verdict)| *verdict != Verdict::Alike);
    kept
}

/// Numbers whose columns are looked at: of more it is asked whether they are a row.
pub(super) const FEW: usize = 64;

/// How many numbers of a text are alike.
#[derive(Default)]
pub(super) struct Row {
    fits: usize,
    others: usize,
}

impl Row {
    pub(super) fn count(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Fits => self.fits += 1,
            Verdict::Alike | Verdict::Doubtful => self.others += 1,
            Verdict::Certain | Verdict::Unchecked => {}
        }
    }

    /// What those are that only fit.
    pub(super) fn verdict(&self) -> Verdict {
        if made_by_an_office(self.fits, self.others) { Verdict::Doubtful } else { Verdict::Certain }
    }
}

/// The numbers of a text as it is shown.
pub(super) fn numbers(text: &str) -> Vec<(Range<usize>, Verdict)> {
    let mut found = Vec::new();
    let labels = LazyCell::new(|| label::any(text));
    let labels = || *labels;
    for run in runs(text, false) {
        judge(text, &run, &labels, &mut found);
    }
    // Strokes are marks in a table; only where nothing was found may they be ones.
    let open = |verdict: Verdict| matches!(verdict, Verdict::Alike | Verdict::Unchecked);
    let nothing = found.iter().all(|(_, verdict)| open(*verdict));
    if nothing && text.contains(|c| sign(c) == Sign::Stroke) {
        for run in runs(text, true) {
            judge(text, &run, &labels, &mut found);
        }
    }
    let partly = masked::partly(text).into_iter();
    found.extend(partly.map(|place| (place, Verdict::Certain)));
    for Label { place, sure } in labels_in(text.as_bytes(), false) {
        let at = place.end;
        let place = masked::behind(&text[at..], sure);
        found.extend(place.map(|place| (at + place.start..at + place.end, Verdict::Certain)));
    }
    found
}

/// Numbers in columns that are called a person's.
pub(super) fn in_columns(text: &str) -> impl Iterator<Item = Range<usize>> {
    column::cells(text).into_iter().flat_map(|(cell, sure)| {
        let label = if sure { "身份证号：" } else { "证件号码：" };
        let named = format!("{label}{}", &text[cell.clone()]);
        let certain = numbers(&named).into_iter().filter(|found| found.1 == Verdict::Certain);
        let within = move |at: usize| cell.start + at.saturating_sub(label.len());
        certain.map(|(place, _)| within(place.start)..within(place.end)).collect::<Vec<_>>()
    })
}

/// Whether a character stands for one of a number, which a star does too.
pub(super) fn hidden(c: char) -> bool {
    !matches!(sign(c), Sign::Gap | Sign::Nothing | Sign::End) || star(c)
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
    use super::{conceal, doubtful, scan};

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

    #[test]
    fn marks_of_every_block_may_stand_between() {
        for mark in ['\u{E5E5}', '÷', '·', '˙', '\u{4DC0}', '\u{1F600}'] {
            let typed = format!("柳某 {}{mark}{}{mark}{} 某", &ID[..6], &ID[6..14], &ID[14..]);
            assert_eq!(scan(&typed).is_empty(), mark == '\u{4DC0}', "{typed}");
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
