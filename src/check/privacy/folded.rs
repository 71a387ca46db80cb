//! The words of a page as a reader sees them: full-width letters and digits as plain ones, every
//! space a space, what nobody sees left out. A place in them leads back to the words as written,
//! because a finding marks what the author can search for.

use std::borrow::Cow;
use std::ops::Range;

use crate::base::look::bytes;
use crate::check::Read;
use crate::domain::identifier::unseen;

/// A page's words, and where each came from.
pub(super) struct Folded<'a> {
    /// The words.
    pub(super) words: Cow<'a, str>,
    /// For each byte the place of its character as written; empty where nothing was changed.
    from: Vec<Range<usize>>,
}

impl<'a> Folded<'a> {
    /// All words of a page.
    pub(super) fn of(read: &'a Read<'_>) -> Self {
        let written = read.all();
        if read.plain() { Self::unchanged(written) } else { Self::of_words(written) }
    }

    fn unchanged(written: &'a str) -> Self {
        Self { words: Cow::Borrowed(written), from: Vec::new() }
    }

    fn of_words(written: &'a str) -> Self {
        if !bytes::any(written, foldable) {
            return Self::unchanged(written);
        }
        let mut words = String::with_capacity(written.len());
        let mut from = Vec::with_capacity(written.len());
        for (at, c) in written.char_indices().filter(|(_, c)| !unseen(*c)) {
            words.push(plain(c));
            from.resize(words.len(), at..at + c.len_utf8());
        }
        Self { words: Cow::Owned(words), from }
    }

    /// Where a part of the words stands in what was written.
    pub(super) fn written(&self, place: &Range<usize>) -> Range<usize> {
        match (self.from.get(place.start), self.from.get(place.end.saturating_sub(1))) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => place.clone(),
        }
    }
}

fn plain(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '－' | '．' | '／' | '＋' => {
            char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
        }
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}' => ' ',
        _ => c,
    }
}

/// A first look: whether three bytes can be a character that is read as another one. It may say so
/// of a few that are not.
fn foldable(a: u8, b: u8, c: u8) -> bool {
    // Full-width signs but for the comma, which is on every page.
    let wide =
        (b == 0xBC) & ((c.wrapping_sub(0x8B) < 15) & (c != 0x8C) | (c.wrapping_sub(0xA1) < 26));
    let small = (b == 0xBD) & (c.wrapping_sub(0x81) < 26);
    let mark = (a == 0xEF) & (wide | small | (b == 0xBB));
    let two = (a == 0xC2) & ((b == 0xA0) | (b == 0xAD));
    let ideographic = (a == 0xE3) & (b == 0x80) & (c == 0x80);
    let unseen =
        (b == 0x80) & ((c < 0x90) | (c.wrapping_sub(0xAA) < 6)) | (b == 0x81) | (b == 0x83);
    // Marks over a character, fillers, and what chooses how one looks: 1️⃣.
    let drawn = (a == 0xEF) & ((b == 0xB8) | (b == 0xBE) | (b == 0xBF));
    let filler = (a == 0xE3) & (b == 0x85);
    // No Chinese character begins so.
    let far = (a == 0xCC) | (a == 0xCD) | (a == 0xD8) | (a == 0xE1) | (a == 0xF3);
    mark | two | ideographic | ((a == 0xE2) & unseen) | drawn | filler | far
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{Folded, bytes, plain, unseen};

    #[test]
    fn plain_words_are_not_copied() {
        assert!(matches!(Folded::of_words("张某，男，1985年生——“是”…").words, Cow::Borrowed(_)));
    }

    #[test]
    fn the_first_look_misses_none() {
        for c in (0..=0x10_FFFF).filter_map(char::from_u32) {
            if unseen(c) || plain(c) != c {
                assert!(bytes::any(&format!("号{c}码"), bytes::unusual), "{c:?}");
            }
            if unseen(c) {
                assert_eq!(Folded::of_words(&format!("号{c}码")).words, "号码", "{c:?}");
            } else if plain(c) != c {
                assert_eq!(
                    Folded::of_words(&format!("{c}码")).words,
                    format!("{}码", plain(c)),
                    "{c:?}"
                );
            }
        }
    }

    #[test]
    fn what_is_marked_is_what_was_written() {
        let written = "手机１３８\u{200B}００００，皖Ｍ　是";
        let folded = Folded::of_words(written);
        assert_eq!(folded.words, "手机1380000，皖M 是");
        let back = |words: &str| {
            let at = folded.words.find(words).unwrap();
            &written[folded.written(&(at..at + words.len()))]
        };
        assert_eq!(back("1380000"), "１３８\u{200B}００００");
        assert_eq!((back("皖M "), back("是")), ("皖Ｍ　", "是"));
    }
}
