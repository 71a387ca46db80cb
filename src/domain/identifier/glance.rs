//! A quick look whether there can be an ID number in some bytes, and where.
//!
//! Every text of a site passes through here twice, as written and as finished, so most bytes are
//! never looked at. A number that tells a birth date is at least fourteen bytes in a row, each of
//! them part of a digit or of what may stand between digits: of every fourteen bytes one is enough to know
//! that none covers it. Only around those that may be part of a number is everything read. A number may
//! also be cut up by tags or written in code (`&#51;`, `%33`); then a digit stands right before the
//! sign that begins it, or is coded itself, and only from there on is read. Last, a label may stand
//! before what is no whole number: labels are few.

use memchr::{memchr_iter, memchr3_iter, memrchr2};
use std::ops::Range;

use super::filler::{Note, fills};
use super::reading::{DATED, misread, star};
use super::shown::{character, next};
use super::signs::{Sign, sign};
use super::typed::{Label, labels};

/// Fewer digits together than this are no ID number.
pub(super) const SHORTEST: usize = 15;
/// Bytes of which one is looked at: area and birth date alone are as many digits.
const STEP: usize = DATED;
/// Bytes given before and behind a number: what stands there says what kind of number it is.
const MARGIN: usize = 128;
/// Longer stretches are read piece by piece, each with the beginning of the next: a table of figures is
/// one stretch.
const LONGEST: usize = 16 * 1024;
/// The same where tags stand between: an office file names a font for each of its runs.
const MARGIN_OF_TAGS: usize = 2048;
/// Things shown behind a label that are looked at.
const BEHIND: usize = 240;
/// Bytes behind a label that are looked at, tags and all; and bytes of the widest number, each of its
/// digits in a run of its own.
const FARTHEST: usize = 4096;

/// What the bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// Text, or anything else, read as it is written.
    Text,
    /// HTML and XML, read as written and as shown.
    Html,
}

/// Where there may be a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) place: Range<usize>,
    pub(super) reading: Reading,
}

/// What must be done with a stretch before its digits are seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Nothing.
    Written,
    /// Codes (`&#51;`, `%33`) must be read; tags are text: a number may stand inside one.
    Coded,
    /// Codes must be read, and tags taken out.
    Shown,
}

/// The stretches of a text in which fifteen digits or more stand together, marks aside, or a label
/// before some, with room on either side; they may overlap.
pub(super) fn stretches(bytes: &[u8], markup: Markup) -> Vec<Stretch> {
    let html = markup == Markup::Html;
    let (mut written, mut coded, mut shown) = (Vec::new(), Vec::new(), Vec::new());
    as_written(bytes, &mut written);
    if html {
        leave_out_paths(bytes, &mut written);
    }
    written.retain(|place| together(&bytes[place.clone()]).0 >= SHORTEST);
    if html {
        cut_up(bytes, tags_behind(bytes), true, &mut shown);
    }
    let codes: Vec<usize> = memchr3_iter(b'\\', b'&', b'%', bytes).collect();
    cut_up(bytes, codes.iter().copied(), false, &mut coded);
    if html {
        cut_up(bytes, codes.into_iter(), true, &mut shown);
    }
    labelled(bytes, html, if html { &mut shown } else { &mut written });
    let all = [
        (written, Reading::Written, MARGIN),
        (coded, Reading::Coded, MARGIN),
        (shown, Reading::Shown, MARGIN_OF_TAGS),
    ];
    let all = all.into_iter().flat_map(|(places, reading, margin)| {
        joined(places, margin, bytes.len()).into_iter().map(move |place| (place, reading))
    });
    let pieces = all.flat_map(|(place, reading)| {
        let end = place.end;
        let starts = place.step_by(LONGEST);
        starts.map(move |start| (start..(start + LONGEST + FARTHEST).min(end), reading))
    });
    pieces.map(|(place, reading)| Stretch { place, reading }).collect()
}

/// Places with room on either side; those that touch are one, so that nothing is read twice.
fn joined(mut places: Vec<Range<usize>>, margin: usize, length: usize) -> Vec<Range<usize>> {
    places.sort_by_key(|place| place.start);
    let mut all: Vec<Range<usize>> = Vec::with_capacity(places.len());
    for place in places {
        let (start, end) = (place.start.saturating_sub(margin), (place.end + margin).min(length));
        match all.last_mut() {
            Some(last) if start <= last.end => last.end = last.end.max(end),
            _ => all.push(start..end),
        }
    }
    all
}

/// Places of bytes enough that may all be part of a number.
fn as_written(bytes: &[u8], found: &mut Vec<Range<usize>>) {
    let mut at = STEP - 1;
    while at < bytes.len() {
        // A run of so many around this place reaches half as far to one side at least.
        let back = || part(bytes, at - 7) && part(bytes, at - 3);
        if within_letter(bytes, at)
            || !part(bytes, at)
            || !(back() || (part(bytes, at + 7) && part(bytes, at + 3)))
        {
            at += STEP;
            continue;
        }
        // Behind the birth date an X may stand for a digit.
        let end = run_on(bytes, at);
        let end = end + usize::from(matches!(bytes.get(end), Some(b'x' | b'X')));
        let place = run_back(bytes, at, 0)..end;
        if digits_at_most(&bytes[place.clone()]) >= SHORTEST {
            found.push(place.clone());
        }
        at = place.end + STEP;
    }
}

/// What a byte may be part of, wherever it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Byte {
    /// A digit, a look-alike, a mark; or the first byte of one.
    Part,
    /// A later byte of a character: its first decides.
    Later,
    /// The first byte of 丨, and of a good part of all Chinese characters.
    Stroke,
    Letter,
}

const BYTES: [Byte; 256] = {
    let mut bytes = [Byte::Letter; 256];
    let mut at = 0;
    while at < 0x80 {
        // Angle brackets begin and end tags, which have a look of their own.
        let letter = (at as u8).is_ascii_alphabetic() || at == 0x3C || at == 0x3E;
        bytes[at] = if letter { Byte::Letter } else { Byte::Part };
        at += 1;
    }
    while at < 0xC0 {
        bytes[at] = Byte::Later;
        at += 1;
    }
    // Everything is a mark that is no letter, and marks there are in every block but the Chinese one.
    while at < 0xF5 {
        bytes[at] = Byte::Part;
        at += 1;
    }
    while at < 0x100 {
        bytes[at] = Byte::Letter;
        at += 1;
    }
    let mut han = 0xE5;
    while han < 0xEA {
        bytes[han] = Byte::Letter;
        han += 1;
    }
    let first = b"OolLIi";
    let mut at = 0;
    while at < first.len() {
        bytes[first[at] as usize] = Byte::Part;
        at += 1;
    }
    bytes[0xE4] = Byte::Stroke;
    bytes
};

/// One where a byte is of that kind, for looks without a branch.
const fn marks(of: Byte) -> [u8; 256] {
    let mut marks = [0; 256];
    let mut at = 0;
    while at < 256 {
        marks[at] = (BYTES[at] as u8 == of as u8) as u8;
        at += 1;
    }
    marks
}

const LETTER: [u8; 256] = marks(Byte::Letter);
const LATER: [u8; 256] = marks(Byte::Later);

/// Whether the byte at a place, two or more behind the first, is surely part of a letter. Most bytes
/// of a page are, in no order a processor could foresee: hence without branches.
#[inline]
fn within_letter(bytes: &[u8], at: usize) -> bool {
    let [a, b, c] = [bytes[at - 2], bytes[at - 1], bytes[at]].map(usize::from);
    LETTER[c] | (LATER[c] & (LETTER[b] | (LATER[b] & LETTER[a]))) != 0
}

/// Whether the byte at a place may be part of a number.
#[inline]
fn part(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at).map(|byte| BYTES[usize::from(*byte)]) {
        Some(Byte::Part) => true,
        Some(Byte::Stroke) => begins(bytes, at),
        Some(Byte::Later) => begins(bytes, first_of(bytes, at)),
        _ => false,
    }
}

/// Whether what is longer than a byte and may be part of a number begins at a place.
fn begins(bytes: &[u8], at: usize) -> bool {
    match BYTES[usize::from(bytes[at])] {
        Byte::Part => !bytes[at].is_ascii(),
        Byte::Stroke => bytes[at..].starts_with("丨".as_bytes()),
        Byte::Later | Byte::Letter => false,
    }
}

/// Where the character begins that the byte at a place belongs to.
fn first_of(bytes: &[u8], at: usize) -> usize {
    let first = (1..4.min(at + 1)).find(|back| !is_later(bytes[at - back]));
    first.map_or(at, |back| at - back)
}

fn is_later(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

/// Where the bytes before a place begin that may all be part of a number; not before `least`.
fn run_back(bytes: &[u8], mut at: usize, least: usize) -> usize {
    while at > least && part(bytes, at - 1) {
        at -= 1;
    }
    at
}

/// Where they end behind it.
fn run_on(bytes: &[u8], mut at: usize) -> usize {
    while part(bytes, at) {
        at += 1;
    }
    at
}

/// Leaves out what stands in a drawing's path, which is nothing but numbers, shown to nobody. One
/// way through the page: each place is judged by the last tag's sign before it.
fn leave_out_paths(bytes: &[u8], found: &mut Vec<Range<usize>>) {
    const DRAWN: [&[u8]; 3] = [b"<path", b"<polyg", b"<polyl"];
    let (mut done, mut inside) = (0, false);
    found.retain(|place| {
        if let Some(at) = memrchr2(b'<', b'>', &bytes[done..place.start]) {
            inside = DRAWN.iter().any(|tag| bytes[done + at..].starts_with(tag));
        }
        done = place.start;
        !inside
    });
}

/// Numbers cut up by tags or written in code: each begins with a digit before one of `signs`, or
/// with a coded one.
fn cut_up(
    bytes: &[u8],
    signs: impl Iterator<Item = usize>,
    tags: bool,
    found: &mut Vec<Range<usize>>,
) {
    let mut done = 0;
    let mut last = (0, false);
    for at in signs.filter(|at| *at > 0) {
        if at < done {
            continue;
        }
        let before = digit_before(bytes, at, last);
        last = (at, before);
        if !before && (bytes[at] == b'<' || !begins_with_digit(bytes, at)) {
            continue;
        }
        let start = if before { run_back(bytes, at, done) } else { at };
        let lead = if before { together(&bytes[start..at]).1 } else { 0 };
        let (digits, end) = followed(bytes, at, lead, tags);
        if digits >= SHORTEST {
            found.push(start..end);
        }
        done = end;
    }
}

/// The tags that something else stands before than another tag, a line's end behind one, or a Chinese
/// character: few among many. Blocks are judged whole, so that a machine can look at many bytes at once.
fn tags_behind(bytes: &[u8]) -> impl Iterator<Item = usize> {
    const BLOCK: usize = 128;
    let behind = |[first, second, third, here]: [u8; 4]| {
        let tag = (third == b'>') | ((third == b'\n') & (second == b'>'));
        let han = (third & 0xC0 == 0x80) & (first.wrapping_sub(0xE5) < 5);
        (here == b'<') & !tag & !han
    };
    let four = move |at: usize| {
        let before = |back: usize| at.checked_sub(back).map_or(0, |at| bytes[at]);
        behind([before(3), before(2), before(1), bytes[at]])
    };
    let blocks = (0..bytes.len()).step_by(BLOCK).filter(move |start| {
        let Some(whole) = start.checked_sub(3).and_then(|from| bytes.get(from..start + BLOCK))
        else {
            return true;
        };
        let [first, second, third] = [0, 1, 2].map(|from| &whole[from..from + BLOCK]);
        let fours = first.iter().zip(second).zip(third).zip(&whole[3..]);
        fours.fold(false, |there, (((a, b), c), d)| there | behind([*a, *b, *c, *d]))
    });
    let signs = blocks.flat_map(move |start| {
        let block = &bytes[start..(start + BLOCK).min(bytes.len())];
        memchr_iter(b'<', block).map(move |at| start + at)
    });
    signs.filter(move |at| four(*at))
}

/// Whether the last thing before a place that is no mark is a digit, or may be mistaken for one.
/// `last` is what was found at the sign looked at before: marks in a row are read once.
fn digit_before(bytes: &[u8], mut at: usize, last: (usize, bool)) -> bool {
    while at > last.0 {
        let byte = bytes[at - 1];
        // Most of what stands before a tag: another one (where digits stand before that, it was
        // looked at) and Chinese characters.
        let han = at > 2 && is_later(byte) && matches!(bytes[at - 3], 0xE5..=0xE9);
        if byte == b'>' || han {
            return false;
        }
        let c = if byte.is_ascii() {
            at -= 1;
            char::from(byte)
        } else {
            at = first_of(bytes, at - 1);
            character(&bytes[at..]).1
        };
        match sign(c) {
            Sign::Gap | Sign::Nothing => {}
            Sign::Digit(_) | Sign::Slip(_) | Sign::Stroke => return true,
            Sign::End | Sign::Check | Sign::Letter | Sign::Numeral(_) => return false,
        }
    }
    last.1
}

/// Whether a coded digit stands at a place.
fn begins_with_digit(bytes: &[u8], at: usize) -> bool {
    if bytes[at] == b'&' && bytes.get(at + 1) != Some(&b'#') {
        return false;
    }
    let (_, c) = next(bytes, at, false);
    c.is_some_and(|c| matches!(sign(c), Sign::Digit(_)))
}

/// How many digits stand together, and where they end, if `digits` of them stand before `at`.
fn followed(bytes: &[u8], mut at: usize, mut digits: usize, tags: bool) -> (usize, usize) {
    while at < bytes.len() {
        let (width, c) = next(bytes, at, tags);
        match c.map_or(Sign::Nothing, sign) {
            Sign::Digit(_) | Sign::Slip(_) | Sign::Stroke => digits += 1,
            Sign::Gap if star(c.unwrap_or(' ')) => digits += 1,
            Sign::Gap | Sign::Nothing => {}
            Sign::Check if digits == DATED => digits += 1,
            // Halves of a number may stand in two paragraphs, and its digits in boxes.
            Sign::End => {}
            Sign::Check | Sign::Letter | Sign::Numeral(_) => return (digits, at),
        }
        at += width;
    }
    (digits, bytes.len())
}

/// No more digits than this are among some bytes: most of what looks long are a date and its marks.
fn digits_at_most(bytes: &[u8]) -> usize {
    let may =
        |byte: &&u8| byte.is_ascii_digit() || **byte >= 0xC0 || b"OolLIi|!*#xX".contains(byte);
    bytes.iter().filter(may).count()
}

/// How many digits stand together: the most anywhere, and at the end.
fn together(bytes: &[u8]) -> (usize, usize) {
    let (mut run, mut most, mut at) = (0, 0, 0);
    while at < bytes.len() {
        let (width, c) = character(&bytes[at..]);
        match sign(c) {
            Sign::Digit(_) | Sign::Slip(_) | Sign::Stroke => run += 1,
            Sign::Check if run == DATED => run += 1,
            Sign::Gap if star(c) => run += 1,
            Sign::Gap | Sign::Nothing => {}
            Sign::End | Sign::Check | Sign::Letter | Sign::Numeral(_) => run = 0,
        }
        most = most.max(run);
        at += width;
    }
    (most, run)
}

/// Labels with digits or stars right behind them.
fn labelled(bytes: &[u8], tags: bool, found: &mut Vec<Range<usize>>) {
    const LEAST: usize = 8;
    for Label { place: label, .. } in labels(bytes, tags) {
        // What is shown is counted, not the tags between: an office file puts its fonts there.
        let near = &bytes[..(label.start + FARTHEST).min(bytes.len())];
        let (mut at, mut count, mut steps) = (label.end, 0, 0);
        let mut note = Note::default();
        while at < near.len() && steps < BEHIND && count < LEAST {
            let (width, c) = next(near, at, tags);
            at += width;
            let Some(c) = c else { continue };
            steps += 1;
            let digit = matches!(sign(c), Sign::Digit(_) | Sign::Numeral(_) | Sign::Slip(_));
            if digit || star(c) || misread(c).is_some() {
                count += 1;
            } else if !note.within(c) && !fills(c) {
                break;
            }
        }
        if count >= LEAST {
            found.push(label.start..(at + BEHIND).min(bytes.len()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::signs::{Sign, sign};
    use super::{BYTES, Byte};

    #[test]
    fn whatever_may_stand_in_a_number_is_looked_at() {
        for c in '\0'..=char::MAX {
            let first = c.to_string().as_bytes()[0];
            let looked_at = match BYTES[usize::from(first)] {
                Byte::Part => true,
                Byte::Stroke => c == '丨',
                Byte::Later | Byte::Letter => false,
            };
            let ends = matches!(sign(c), Sign::End | Sign::Letter | Sign::Check | Sign::Numeral(_));
            assert!(looked_at || ends || c == '<' || c == '>', "{c:?}");
        }
    }
}
