//! Long numbers that may be a citizen's with a slip in it (C348).
//!
//! Area, birth date and order as in an ID number, a check digit that does not fit, and no word to say
//! what it is: most likely one digit was miscopied, and the others still lead to one person. The fifteen
//! digits of before 1999 have no check digit at all. But an office that numbers its files by county, day
//! and serial writes the same, so a page may allow it.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::ops::Range;

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::Diagnostic;
use crate::base::look::bytes;
use crate::domain::body::{each_table, words_of};
use crate::domain::identifier::digit;
use crate::domain::identifier::find::{conceal, doubtful, named_an_offices, named_otherwise, scan};
use crate::domain::page::Page;
use crate::say;

pub(super) fn like_a_persons(facts: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if !possible(read.all(), read.plain()) {
        return;
    }
    // With the words of a cell or a paragraph above it is certain, and told already (C301).
    let certain = LazyCell::new(|| scan(read.all()));
    let registers = LazyCell::new(|| headed_as_others(read.page));
    for (text, span) in read.texts() {
        let start = text.as_ptr().addr() - read.all().as_ptr().addr();
        for place in doubtful(text) {
            let number: String = text[place.clone()].chars().filter_map(digit).collect();
            let old = number.len() == OLD;
            // Born after today: no person's.
            let later = born(&number).is_some_and(|day| day > facts.today);
            let told = |sure: &Range<usize>| sure.contains(&(start + place.start));
            let office = || registers.get(text).is_some_and(|office| *office || old);
            if later || certain.iter().any(told) || office() {
                continue;
            }
            let said = if old {
                say!(
                    zh: "这个号码像十五位的老身份证号",
                    en: "this number looks like a citizen's ID number of the old form",
                )
            } else {
                say!(
                    zh: "这个号码像身份证号，只是校验位不对",
                    en: "this number looks like a citizen's ID number with a wrong check digit",
                )
            };
            found.push(
                Diagnostic::new(Code::DoubtfulNumber, span, said).narrow(&conceal(&text[place])).hint(say!(
                    zh: "是身份证号就删去；是别的号码，前面写明叫什么（如“受理号：”），或用 [[allow]] 说明",
                    en: "delete it if it is one; else write what it is before it, or say so in [[allow]]",
                )),
            );
        }
    }
}

/// The cells of the page's tables below a head that names a number, and whether it can only be an office's:
/// 受理号, which 注册号 need not be.
fn headed_as_others(page: &Page) -> BTreeMap<String, bool> {
    let mut cells = BTreeMap::new();
    each_table(&page.body.blocks, &mut |table, _| {
        let heads = table.head.iter().map(|head| {
            let head = words_of(head);
            named_otherwise(&head).then(|| named_an_offices(&head))
        });
        let heads: Vec<Option<bool>> = heads.collect();
        for row in &table.rows {
            let below = row.iter().zip(&heads);
            cells.extend(below.filter_map(|(cell, office)| Some((words_of(cell), (*office)?))));
        }
    });
    cells
}

/// Digits of a number of the old form, and so bytes any has at least.
const OLD: usize = 15;

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
        || ((!plain || bytes::any_cluster(text, OLD - 1, 1)) && together(text))
}

/// Whether so many bytes stand together that may be digits: one of as many is looked at.
fn together(text: &str) -> bool {
    // Neither in ASCII nor in Chinese characters there is anything else that may be a digit, or that
    // nobody sees.
    let part = |at: usize| {
        let first = text.as_bytes()[text.floor_char_boundary(at)];
        matches!(first, b'0'..=b'9' | b'x' | b'X' | 0x80..=0xE4 | 0xEA..)
    };
    let mut at = OLD - 1;
    while at < text.len() {
        if !part(at) {
            at += OLD;
            continue;
        }
        let before = (0..at).rev().take_while(|at| part(*at)).count();
        let behind = (at..text.len()).take_while(|at| part(*at)).count();
        if before + behind >= OLD {
            return true;
        }
        at += behind + OLD;
    }
    false
}

/// The date inside a number of the present form.
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
        for text in
            ["定远县法律援助中心，电话 12348，2026-11-24 前", "登记证号 51341122560672 号", ""]
        {
            assert!(!possible(text, plain(text)), "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_doubtful_is_possible(
            parts in prop::collection::vec(prop::sample::select(&[
                SLIP, "349907851103014", "3499071985", "11030120", "\u{200B}", "\u{AD}", "柳", "号", "\n", " ", "a", "３４９９０７",
                "1985110301", "20", "&#51;", "%33", "4990719851103012", "\\u0033", "③", "。", "x", "1",
            ][..]), 0..8),
            lead in ".{0,20}",
        ) {
            let text = format!("{lead}{}", parts.concat());
            prop_assert!(doubtful(&text).is_empty() || possible(&text, plain(&text)), "{:?}", text);
        }
    }
}
