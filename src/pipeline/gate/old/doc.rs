//! The text of a Word document (MS-DOC): pieces in the order in which they are read.
//!
//! Word saved quickly by adding what was typed at the end of the stream; a list of pieces says what
//! follows what. A number typed in two sittings lies in two places, and only the list joins it.

use encoding_rs::{GBK, WINDOWS_1252};

use super::{Unread, u16_at, u32_at};

/// The first bytes of a document of Word 97 or later, and of Word 6 and 95.
const MAGIC: u16 = 0xA5EC;
const MAGIC_95: u16 = 0xA5DC;
/// Where the header keeps its flags, and where it says where the pieces are listed.
const FLAGS: usize = 0x0A;
const PIECES: usize = 0x01A2;
/// Where the header of a document of Word 95 says where its text begins and ends.
const TEXT_95: usize = 0x18;
/// The document asks for a password.
const LOCKED: u16 = 0x0100;
/// The pieces are listed in the second of two streams.
const SECOND: u16 = 0x0200;

/// A place or a length.
fn place_at(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32_at(bytes, at)?).ok()
}

/// The name of the stream that lists the pieces.
pub(super) fn table(document: &[u8]) -> Option<&'static str> {
    let flags = u16_at(document, FLAGS)?;
    (u16_at(document, 0) == Some(MAGIC)).then_some(if flags & SECOND == 0 {
        "0Table"
    } else {
        "1Table"
    })
}

/// The text, with a tab between cells and a line for each paragraph and row, `most` bytes of it.
///
/// # Errors
/// Where it asks for a password, or says nothing that can be followed.
pub(super) fn text(document: &[u8], table: &[u8], most: usize) -> Result<String, Unread> {
    if u16_at(document, FLAGS).is_some_and(|flags| flags & LOCKED != 0) {
        return Err(Unread::Locked);
    }
    let mut text = String::new();
    match u16_at(document, 0) {
        Some(MAGIC) => {
            for piece in pieces(document, table).ok_or(Unread::Member)? {
                let bytes = document.get(piece.place()).ok_or(Unread::Member)?;
                if text.len() + 2 * bytes.len() > most {
                    return Err(Unread::TooMuch);
                }
                if piece.narrow {
                    text += &WINDOWS_1252.decode_without_bom_handling(bytes).0;
                } else {
                    text += &encoding_rs::UTF_16LE.decode_without_bom_handling(bytes).0;
                }
            }
        }
        Some(MAGIC_95) => {
            let ends = place_at(document, TEXT_95).zip(place_at(document, TEXT_95 + 4));
            let place = ends.map(|(start, end)| start..end).ok_or(Unread::Member)?;
            text += &GBK.decode_without_bom_handling(document.get(place).ok_or(Unread::Member)?).0;
        }
        _ => return Err(Unread::Member),
    }
    Ok(plain(&text))
}

/// Some text that stands together.
struct Piece {
    /// Its first byte.
    start: usize,
    /// Characters.
    length: usize,
    /// Whether a character is a byte, and not two.
    narrow: bool,
}

impl Piece {
    fn place(&self) -> std::ops::Range<usize> {
        let width = if self.narrow { 1 } else { 2 };
        self.start..self.start.saturating_add(self.length.saturating_mul(width))
    }
}

/// The pieces in order (MS-DOC 2.9.38, 2.8.35); none where the list cannot be followed.
fn pieces(document: &[u8], table: &[u8]) -> Option<Vec<Piece>> {
    let start = place_at(document, PIECES)?;
    let length = place_at(document, PIECES + 4)?;
    let mut list = table.get(start..start.checked_add(length)?)?;
    // What is said of formats stands before.
    while list.first() == Some(&1) {
        let size = usize::from(u16_at(list, 1)?);
        list = list.get(3 + size..)?;
    }
    if list.first() != Some(&2) {
        return None;
    }
    let size = place_at(list, 1)?;
    let list = list.get(5..5usize.checked_add(size)?)?;
    let count = list.len().checked_sub(4)? / 12;
    let mut pieces = Vec::with_capacity(count);
    for number in 0..count {
        let (from, to) = (place_at(list, 4 * number)?, place_at(list, 4 * (number + 1))?);
        let place = place_at(list, 4 * (count + 1) + 8 * number + 2)?;
        let narrow = place & 0x4000_0000 != 0;
        let place = place & 0x3FFF_FFFF;
        let start = if narrow { place / 2 } else { place };
        pieces.push(Piece { start, length: to.checked_sub(from)?, narrow });
    }
    Some(pieces)
}

/// Without the signs that Word alone reads: ends of cells (7), of paragraphs, lines and pages, around
/// fields, and those of hyphens that nobody sees.
fn plain(text: &str) -> String {
    let text = text.replace("\u{7}\u{7}", "\n");
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{7}' => plain.push('\t'),
            '\r' | '\u{B}' | '\u{C}' | '\u{E}' => plain.push('\n'),
            '\u{1E}' => plain.push('-'),
            '\u{1F}' => {}
            '\t' | '\n' => plain.push(c),
            c if c < ' ' => {}
            c => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{FLAGS, MAGIC, PIECES, table, text};

    /// A document of these pieces, the first kept last, as quick saving leaves them.
    fn document(parts: &[&str]) -> (Vec<u8>, Vec<u8>) {
        let mut document = vec![0; 0x200];
        document[..2].copy_from_slice(&MAGIC.to_le_bytes());
        let (mut ends, mut places) = (vec![0_u32], Vec::new());
        let mut kept: Vec<(usize, u32)> = Vec::new();
        for (number, part) in parts.iter().enumerate().rev() {
            kept.push((number, u32::try_from(document.len()).unwrap()));
            document.extend(part.encode_utf16().flat_map(u16::to_le_bytes));
        }
        kept.sort_unstable();
        for (part, (_, place)) in parts.iter().zip(kept) {
            let length = u32::try_from(part.encode_utf16().count()).unwrap();
            ends.push(ends.last().unwrap() + length);
            places.push(place);
        }
        let mut list: Vec<u8> = ends.iter().flat_map(|end| end.to_le_bytes()).collect();
        for place in places {
            list.extend([0, 0]);
            list.extend(place.to_le_bytes());
            list.extend([0, 0]);
        }
        let mut table = vec![1, 2, 0, 9, 9, 2];
        table.extend(u32::try_from(list.len()).unwrap().to_le_bytes());
        table.extend(list);
        let size = u32::try_from(table.len()).unwrap();
        document[PIECES + 4..PIECES + 8].copy_from_slice(&size.to_le_bytes());
        (document, table)
    }

    #[test]
    fn pieces_in_their_order() {
        let (document, list) = document(&["身份证号\u{7}3499071985", "11030129\u{7}\u{7}", "好\r"]);
        assert_eq!(table(&document), Some("0Table"));
        let told = text(&document, &list, 1000).unwrap();
        assert_eq!(told, "身份证号\t349907198511030129\n好\n");
        assert!(text(&document, &list, 20).is_err(), "no more than may be read");
        let mut locked = document;
        locked[FLAGS + 1] = 1;
        assert!(text(&locked, &list, 1000).is_err());
    }

    proptest! {
        #[test]
        fn nothing_panics(
            document in prop::collection::vec(any::<u8>(), 0..600),
            list in prop::collection::vec(any::<u8>(), 0..80),
        ) {
            let mut document = document;
            for magic in [MAGIC, super::MAGIC_95] {
                if document.len() >= 2 {
                    document[..2].copy_from_slice(&magic.to_le_bytes());
                }
                let _ = (table(&document), text(&document, &list, 10_000));
            }
        }
    }
}
