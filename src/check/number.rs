//! Long numbers that may be a citizen's with a slip in it (C348).
//!
//! Area, birth date and order as in an ID number, a check digit that does not fit, and no word to say
//! what it is: most likely one digit was miscopied, and the others still lead to one person. But an
//! office that numbers its files by county, day and serial writes the same, so a page may allow it.

use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::ops::Range;

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::Diagnostic;
use crate::base::look::bytes;
use crate::domain::body::{each_table, words_of};
use crate::domain::identifier::find::{conceal, doubtful, named_an_offices, scan};
use crate::domain::page::Page;
use crate::say;

pub(super) fn like_a_persons(facts: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if !possible(read.all(), read.plain()) {
        return;
    }
    // With the words of a cell or a paragraph above it is certain, and told already (C301).
    let certain = LazyCell::new(|| scan(read.all()));
    let registers = LazyCell::new(|| headed_as_an_offices(read.page));
    for (text, span) in read.texts() {
        let start = text.as_ptr().addr() - read.all().as_ptr().addr();
        for place in doubtful(text) {
            // Born after today: no person's.
            let later = born(&text[place.clone()]).is_some_and(|day| day > facts.today);
            let told = |sure: &Range<usize>| sure.contains(&(start + place.start));
            if later || certain.iter().any(told) || registers.contains(text) {
                continue;
            }
            let said = say!(
                zh: "这个号码像身份证号，只是校验位不对",
                en: "this number looks like a citizen's ID number with a wrong check digit",
            );
            found.push(
                Diagnostic::new(Code::DoubtfulNumber, span, said).narrow(&conceal(&text[place])).hint(say!(
                    zh: "是身份证号就删去；是别的号码，前面写明叫什么（如“受理号：”），或用 [[allow]] 说明",
                    en: "delete it if it is one; else write what it is before it, or say so in [[allow]]",
                )),
            );
        }
    }
}

/// The cells of the page's tables below a head that names an office's numbers: 受理号.
fn headed_as_an_offices(page: &Page) -> BTreeSet<String> {
    let mut cells = BTreeSet::new();
    each_table(&page.body.blocks, &mut |table, _| {
        let heads = table.head.iter().map(|head| named_an_offices(&words_of(head)));
        let heads: Vec<bool> = heads.collect();
        for row in &table.rows {
            let below = row.iter().zip(&heads).filter(|(_, office)| **office);
            cells.extend(below.map(|(cell, _)| words_of(cell)));
        }
    });
    cells
}

/// Digits of a number, and so bytes it has at least.
const DIGITS: usize = 18;

/// Whether there can be such a number anywhere in some texts: nothing that can be seen stands between
/// its digits. What it is called is not asked here, because the end of one text calls nothing in the
/// next. In `plain` words only ASCII digits are digits.
fn possible(text: &str, plain: bool) -> bool {
    // Digits may be written in code; a share is none.
    let code = |at: usize| {
        let next = text.as_bytes().get(at + 1);
        !text[at..].starts_with('%') || next.is_some_and(u8::is_ascii_hexdigit)
    };
    memchr::memchr3_iter(b'&', b'\\', b'%', text.as_bytes()).any(code)
        || ((!plain || bytes::any_cluster(text, DIGITS - 1, 1)) && together(text))
}

/// Whether so many bytes stand together that may be digits: one of as many is looked at.
fn together(text: &str) -> bool {
    // Neither in ASCII nor in Chinese characters there is anything else that may be a digit, or that
    // nobody sees.
    let part = |at: usize| {
        let first = text.as_bytes()[text.floor_char_boundary(at)];
        matches!(first, b'0'..=b'9' | b'x' | b'X' | 0x80..=0xE4 | 0xEA..)
    };
    let mut at = DIGITS - 1;
    while at < text.len() {
        if !part(at) {
            at += DIGITS;
            continue;
        }
        let before = (0..at).rev().take_while(|at| part(*at)).count();
        let behind = (at..text.len()).take_while(|at| part(*at)).count();
        if before + behind >= DIGITS {
            return true;
        }
        at += behind + DIGITS;
    }
    false
}

/// The date inside a number.
fn born(number: &str) -> Option<Date> {
    let digits: Vec<i16> =
        number.chars().filter_map(|c| c.to_digit(10)?.try_into().ok()).skip(6).take(8).collect();
    let [a, b, c, d, e, f, g, h] = digits[..] else { return None };
    let month = i8::try_from(e * 10 + f).ok()?;
    Date::new(a * 1000 + b * 100 + c * 10 + d, month, i8::try_from(g * 10 + h).ok()?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{bytes, doubtful, possible};

    fn plain(text: &str) -> bool {
        !bytes::any(text, bytes::unusual)
    }

    /// A check digit that does not fit.
    const SLIP: &str = "349907198511030120";

    #[test]
    fn most_texts_are_passed_over() {
        for text in [
            "定远县法律援助中心，电话 12348，2026-11-24 前",
            "统一社会信用代码 51341122560672489 号",
            "",
        ] {
            assert!(!possible(text, plain(text)), "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_doubtful_is_possible(
            parts in prop::collection::vec(prop::sample::select(&[
                SLIP, "3499071985", "11030120", "\u{200B}", "\u{AD}", "柳", "号", "\n", " ", "a", "３４９９０７",
                "1985110301", "20", "&#51;", "%33", "4990719851103012", "\\u0033", "③", "。", "x", "1",
            ][..]), 0..8),
            lead in ".{0,20}",
        ) {
            let text = format!("{lead}{}", parts.concat());
            prop_assert!(doubtful(&text).is_empty() || possible(&text, plain(&text)), "{:?}", text);
        }
    }
}
