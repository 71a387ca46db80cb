//! A quick look whether there can be an ID number in some bytes, and where.
//!
//! Every text of a site passes through here twice, as written and as finished, so most bytes are
//! never looked at. A number of fifteen digits is at least fifteen bytes in a row, each of them part
//! of a digit or of a separator: of every fifteen bytes one is enough to know that none covers it.
//! Only around those that may be part of a number is everything read. In HTML a number may be split
//! by inline tags as well; then a digit stands right before a tag, and only from there on is read.

use std::ops::Range;

use memchr::{memchr, memchr_iter, memrchr2};

/// Fewer digits together than this are no ID number.
pub(super) const SHORTEST: usize = 15;
/// Bytes given before and behind a number: what stands there says what kind of number it is.
const MARGIN: usize = 128;

/// What the bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// Text, or anything else, read as it is written.
    Text,
    /// HTML, read as it is written and as it is shown: inline tags do not end a run, others do.
    Html,
}

/// The stretches of a text in which fifteen digits or more stand together, separators aside, with
/// some room on either side; they may overlap.
pub(super) fn stretches(bytes: &[u8], markup: Markup) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    as_written(bytes, &mut found);
    if markup == Markup::Html {
        leave_out_paths(bytes, &mut found);
        split_by_tags(bytes, &mut found);
    }
    for place in &mut found {
        *place = place.start.saturating_sub(MARGIN)..(place.end + MARGIN).min(bytes.len());
    }
    found
}

fn as_written(bytes: &[u8], found: &mut Vec<Range<usize>>) {
    let mut at = SHORTEST - 1;
    while at < bytes.len() {
        // A run of so many around this place reaches half as far to one side at least.
        let part = |at: usize| bytes.get(at).is_some_and(|byte| MAY_BE_PART[usize::from(*byte)]);
        if !part(at) || !(part(at - SHORTEST / 2) || part(at + SHORTEST / 2)) {
            at += SHORTEST;
            continue;
        }
        let place = around(bytes, at);
        if place.len() >= SHORTEST && together(&bytes[place.clone()]).0 >= SHORTEST {
            found.push(place.clone());
        }
        at = place.end + SHORTEST;
    }
}

/// All bytes around this one that may be part of a number.
fn around(bytes: &[u8], at: usize) -> Range<usize> {
    let (mut start, mut end) = (at, at + 1);
    while start > 0 && MAY_BE_PART[usize::from(bytes[start - 1])] {
        start -= 1;
    }
    while end < bytes.len() && MAY_BE_PART[usize::from(bytes[end])] {
        end += 1;
    }
    start..end
}

/// Leaves out what stands in a drawing's path, which is nothing but numbers, shown to nobody. One
/// way through the page: each place is judged by the last tag's sign before it.
fn leave_out_paths(bytes: &[u8], found: &mut Vec<Range<usize>>) {
    let (mut done, mut inside) = (0, false);
    found.retain(|place| {
        if let Some(at) = memrchr2(b'<', b'>', &bytes[done..place.start]) {
            inside = bytes[done + at..].starts_with(b"<path ");
        }
        done = place.start;
        !inside
    });
}

/// Numbers that inline tags divide: each begins with a digit that stands before a tag.
fn split_by_tags(bytes: &[u8], found: &mut Vec<Range<usize>>) {
    let mut done = 0;
    for tag in memchr_iter(b'<', bytes) {
        if tag <= done || !MAY_BE_PART[usize::from(bytes[tag - 1])] {
            continue;
        }
        let start = around(bytes, tag - 1).start.max(done);
        let (_, lead) = together(&bytes[start..tag]);
        if lead == 0 {
            continue;
        }
        let (digits, end) = followed(bytes, tag, lead);
        if digits >= SHORTEST {
            found.push(start..end);
        }
        done = end;
    }
}

/// How many digits stand together, and where they end, if `digits` of them stand before `tag`.
fn followed(bytes: &[u8], tag: usize, mut digits: usize) -> (usize, usize) {
    let mut at = tag;
    while at < bytes.len() {
        if bytes[at] == b'<' {
            let end = memchr(b'>', &bytes[at..]).map_or(bytes.len(), |end| at + end + 1);
            if !inline(&bytes[at..end]) {
                return (digits, at);
            }
            at = end;
            continue;
        }
        match sign(&bytes[at..]) {
            (width, Sign::Digit) => (digits, at) = (digits + 1, at + width),
            (width, Sign::Separator) => at += width,
            (_, Sign::Other) => return (digits, at),
        }
    }
    (digits, bytes.len())
}

/// How many digits stand together: the most anywhere, and at the end.
fn together(bytes: &[u8]) -> (usize, usize) {
    let (mut run, mut most, mut at) = (0, 0, 0);
    while at < bytes.len() {
        let (width, sign) = sign(&bytes[at..]);
        match sign {
            Sign::Digit => run += 1,
            Sign::Separator => {}
            Sign::Other => run = 0,
        }
        most = most.max(run);
        at += width;
    }
    (most, run)
}

enum Sign {
    /// A digit, or a letter typed for one.
    Digit,
    /// What may stand inside a number.
    Separator,
    Other,
}

/// What the bytes begin with, and how many bytes that is.
fn sign(bytes: &[u8]) -> (usize, Sign) {
    match bytes {
        [b'0'..=b'9' | b'O' | b'o' | b'l' | b'L' | b'I' | b'i', ..] => (1, Sign::Digit),
        [0xEF, 0xBC, 0x90..=0x99, ..] => (3, Sign::Digit),
        [b' ' | b'-' | b'\n' | b'\r' | b'\t' | b'_' | b'.' | b'/' | b'\\', ..] => {
            (1, Sign::Separator)
        }
        [0xC2, 0xA0 | 0xB7, ..] => (2, Sign::Separator),
        [0xE3, 0x80, 0x80, ..] | [0xE2, 0x80, 0x8B, ..] => (3, Sign::Separator),
        _ => (1, Sign::Other),
    }
}

/// Bytes that [`sign`] takes for part of a digit or a separator, wherever they stand.
const MAY_BE_PART: [bool; 256] = {
    let mut part = [false; 256];
    let signs = b"0123456789OolLIi -\n\r\t_./\\\xEF\xBC\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\
        \xC2\xA0\xB7\xE3\x80\xE2\x8B";
    let mut at = 0;
    while at < signs.len() {
        part[signs[at] as usize] = true;
        at += 1;
    }
    part
};

/// Whether a tag stands inside a line, so that what is before and behind it is read together; a line
/// broken by `<br>` is one number to who reads it.
pub(super) fn inline(tag: &[u8]) -> bool {
    const INLINE: [&[u8]; 15] = [
        b"a", b"abbr", b"b", b"br", b"code", b"del", b"em", b"i", b"mark", b"s", b"small", b"span",
        b"strong", b"sup", b"wbr",
    ];
    let name = tag.strip_prefix(b"</").or_else(|| tag.strip_prefix(b"<")).unwrap_or(tag);
    let end = name.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(name.len());
    INLINE.contains(&&name[..end])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::run::{runs, unmarked};
    use super::{Markup, stretches};

    proptest! {
        /// The quick look never misses what the slow one finds.
        #[test]
        fn the_quick_look_misses_nothing(
            before in "[字a-z 0-9，.]{0,300}",
            number in "[0-9０-９]{15,18}",
            after in "[字a-z 0-9，.]{0,300}",
        ) {
            let text = format!("{before}号{number}号{after}");
            prop_assert!(!runs(&text).is_empty());
            prop_assert!(!stretches(text.as_bytes(), Markup::Text).is_empty(), "{text}");
        }

        #[test]
        fn spaced_numbers_are_seen(at in 0usize..400, gap in "[ \n\u{3000}-]{1,6}") {
            let digits: Vec<String> = "349907198511030129".chars().map(String::from).collect();
            let text = format!("{}号{}号", "字".repeat(at), digits.join(&gap));
            prop_assert!(!stretches(text.as_bytes(), Markup::Text).is_empty(), "{text}");
        }

        /// Every run of digits that is there once the tags are gone is seen while they are there.
        #[test]
        fn tags_hide_nothing(
            parts in prop::collection::vec("[字0-9 ]{0,9}|[0-9]{1,9}|<b>|</b>|<br>|\\\\\n|<a href=\"x1.html\">|</a>|<p>|<td>|<", 0..40),
        ) {
            let page = parts.concat();
            let shown = unmarked(&page);
            let numbers = runs(&shown);
            let long = |run: &super::super::run::Run| run.chars.iter().all(char::is_ascii_digit);
            let seen = stretches(page.as_bytes(), Markup::Html);
            prop_assert!(!numbers.iter().any(long) || !seen.is_empty(), "{page}");
        }
    }

    #[test]
    fn drawings_are_passed_over() {
        let path = "<svg><path d=\"M0 28 8 20 6 5 8 9 10 9 8 6 21 44 55\"/></svg>";
        assert!(stretches(path.as_bytes(), Markup::Html).is_empty());
        let text = "<svg><path d=\"M0 2\"/><title>349907198511030129</title></svg>";
        assert!(!stretches(text.as_bytes(), Markup::Html).is_empty());
    }
}
