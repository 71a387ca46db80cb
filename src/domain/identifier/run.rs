//! Runs of digits in a text, and a quick look whether there can be any.
//!
//! Every text of a site passes through here twice, as written and as finished, so the quick look
//! counts digits block by block, which the machine does for many bytes at once, and reads one by one
//! only where they stand close together.

use std::ops::Range;

/// Fewer digits together than this are no ID number.
const SHORTEST: usize = 15;
/// Bytes judged at once.
const BLOCK: usize = 64;
/// Blocks counted together, so that spaces, tags and the edges of blocks between digits do not hide
/// a number.
const WINDOW: usize = 4;
/// Digits that these blocks must have to be read one by one; letters that look like digits are not
/// counted, so fewer than [`SHORTEST`].
const DENSE: usize = 11;
/// Bytes read before and behind dense blocks.
const MARGIN: usize = 2 * BLOCK;

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
    let mut read = |dense: Range<usize>| {
        // A run may begin before the dense blocks and end behind them.
        let stretch = dense.start.saturating_sub(MARGIN)..(dense.end + MARGIN).min(bytes.len());
        let part = &bytes[stretch.clone()];
        if run_within(part, false) || (markup == Markup::Html && run_within(part, true)) {
            found.push(stretch);
        }
    };
    let mut last = [0_u8; WINDOW];
    let mut open: Option<usize> = None;
    for (number, block) in bytes.chunks(BLOCK).enumerate() {
        last.rotate_left(1);
        last[WINDOW - 1] = digits(block);
        let dense = last.iter().copied().map(usize::from).sum::<usize>() >= DENSE;
        match open {
            None if dense => open = Some((number + 1).saturating_sub(WINDOW) * BLOCK),
            Some(start) if !dense => {
                read(start..number * BLOCK);
                open = None;
            }
            _ => {}
        }
    }
    if let Some(start) = open {
        read(start..bytes.len());
    }
    found
}

/// Digits of a block: ASCII ones, and full-width ones (EF BC 90–99) by their last two bytes. No
/// branches, so that the machine counts many at once; one across two blocks may be missed, which
/// [`DENSE`] allows for.
fn digits(block: &[u8]) -> u8 {
    let ascii = block.iter().fold(0, |sum: u8, byte| sum + u8::from(byte.is_ascii_digit()));
    let pairs = block.iter().zip(block.get(1..).unwrap_or_default());
    let wide =
        |(first, second): (&u8, &u8)| u8::from((*first == 0xBC) & (second.wrapping_sub(0x90) < 10));
    pairs.fold(ascii, |sum, pair| sum + wide(pair))
}

/// Whether there is such a run in these bytes; `tags` are passed over where they are wanted so.
fn run_within(bytes: &[u8], tags: bool) -> bool {
    let (mut run, mut at) = (0, 0);
    while at < bytes.len() {
        let rest = &bytes[at..];
        let (width, digit, separator) = match rest {
            [b'0'..=b'9' | b'O' | b'o' | b'l' | b'I', ..] => (1, true, false),
            [0xEF, 0xBC, 0x90..=0x99, ..] => (3, true, false),
            [b' ' | b'-' | b'\n' | b'\r' | b'\t' | b'_' | b'.' | b'/', ..] => (1, false, true),
            [0xC2, 0xA0 | 0xB7, ..] => (2, false, true),
            [0xE3, 0x80, 0x80, ..] | [0xE2, 0x80, 0x8B, ..] => (3, false, true),
            // A drawing's path is nothing but numbers, shown to nobody.
            [b'<', b'p', b'a', b't', b'h', b' ', ..] => {
                let end = rest.iter().position(|byte| *byte == b'>').unwrap_or(rest.len() - 1);
                (end + 1, false, false)
            }
            [b'<', ..] if tags => {
                let end = rest.iter().position(|byte| *byte == b'>').unwrap_or(rest.len() - 1);
                (end + 1, false, inline(&rest[..=end]))
            }
            _ => (1, false, false),
        };
        if digit {
            run += 1;
            if run >= SHORTEST {
                return true;
            }
        } else if !separator {
            run = 0;
        }
        at += width;
    }
    false
}

/// Whether a tag stands inside a line, so that what is before and behind it is read together.
fn inline(tag: &[u8]) -> bool {
    const INLINE: [&[u8]; 14] = [
        b"a", b"abbr", b"b", b"code", b"del", b"em", b"i", b"mark", b"s", b"small", b"span",
        b"strong", b"sup", b"wbr",
    ];
    let name = tag.strip_prefix(b"</").or_else(|| tag.strip_prefix(b"<")).unwrap_or(tag);
    let end = name.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(name.len());
    INLINE.contains(&&name[..end])
}

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
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Markup, runs, stretches};

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
    }
}
