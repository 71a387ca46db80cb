//! Bytes of any encoding a clerk's machine writes become text.
//!
//! A mark at the beginning decides; else UTF-8, which garbage does not pass by chance, unless it is
//! full of zeros; else UTF-16 without a mark, betrayed by its zeros; else GB18030, of which GBK and
//! GB2312 are parts. Nothing is replaced: what does not fit is refused. Who takes which encoding,
//! and what is said of it, is for the floors above.

use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// Files over this many bytes are refused: no page, and no newspaper's, is so long.
pub const LARGEST: u64 = 8 * 1024 * 1024;

/// What a text was written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a mark.
    Utf8,
    /// UTF-16, which Notepad calls "Unicode".
    Utf16,
    /// GB18030, GBK or GB2312.
    Gb18030,
}

impl Encoding {
    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Gb18030 => "GB18030（GBK）",
        }
    }
}

/// A text and what it was written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a mark at its beginning.
    pub text: String,
    /// What it was written in.
    pub encoding: Encoding,
}

impl Decoded {
    /// What it was written in, where that is worth a word.
    #[must_use]
    pub fn odd(&self) -> Option<&'static str> {
        (self.encoding != Encoding::Utf8).then(|| self.encoding.name())
    }
}

/// The text of `bytes`; `None` where they fit no encoding.
#[must_use]
pub fn decode(mut bytes: Vec<u8>) -> Option<Decoded> {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
        return strict(&bytes, UTF_8, Encoding::Utf8);
    }
    for (mark, encoding) in [(b"\xFF\xFE", UTF_16LE), (b"\xFE\xFF", UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            return strict(rest, encoding, Encoding::Utf16);
        }
    }
    let unmarked = unmarked_utf16(&bytes);
    if let Some((encoding, true)) = unmarked {
        return strict(&bytes, encoding, Encoding::Utf16);
    }
    // Looking at many bytes at once and copying the text is faster than std's look without a copy.
    if let Ok(text) = simdutf8::basic::from_utf8(&bytes) {
        return Some(Decoded { text: text.to_owned(), encoding: Encoding::Utf8 });
    }
    match unmarked {
        Some((encoding, _)) => strict(&bytes, encoding, Encoding::Utf16),
        None => strict(&bytes, GB18030, Encoding::Gb18030),
    }
}

fn strict(
    bytes: &[u8],
    encoding: &'static encoding_rs::Encoding,
    name: Encoding,
) -> Option<Decoded> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(Decoded { text: text.into_owned(), encoding: name })
}

/// UTF-16 without a mark: the high bytes of digits, spaces and line ends are zero, and texts of other
/// encodings hold no zeros. So is the low byte of some Chinese characters (一, 言): where zeros stand at
/// odd and at even places, the order in which nearly all are characters of a Chinese text is the right
/// one. With it whether so many are zero that the bytes are no UTF-8 either, even where they would pass
/// for it.
fn unmarked_utf16(bytes: &[u8]) -> Option<(&'static encoding_rs::Encoding, bool)> {
    let head = &bytes[..bytes.len().min(4096)];
    memchr::memchr(0, head)?;
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = head.len() >= 8 && (even + odd) * 8 > head.len();
    let units = || head.chunks_exact(2).map(|pair| [pair[0], pair[1]]);
    let usual = |read: fn([u8; 2]) -> u16| units().filter(|pair| is_usual(read(*pair))).count();
    let (little, big) = (usual(u16::from_le_bytes), usual(u16::from_be_bytes));
    let enough = little.max(big) * 20 >= head.len() / 2 * 19;
    match (even, odd) {
        _ if enough && little > big => Some((UTF_16LE, many)),
        _ if enough && big > little => Some((UTF_16BE, many)),
        (0, _) => Some((UTF_16LE, many)),
        (_, 0) => Some((UTF_16BE, many)),
        _ => None,
    }
}

/// What a Chinese text is made of: ASCII, its characters, their punctuation and wide forms.
fn is_usual(unit: u16) -> bool {
    matches!(unit, 0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0x2010..=0x2026 | 0x25A0..=0x25FF)
        || matches!(unit, 0x3000..=0x3017 | 0x4E00..=0x9FFF | 0xFF01..=0xFF5E)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Encoding, decode};

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "遗失安小川的出生医学证明，声明作废。\n2026";
        let marked = format!("\u{FEFF}{text}");
        let gbk = encoding_rs::GB18030.encode(text).0.into_owned();
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            (marked.clone().into_bytes(), Encoding::Utf8),
            (gbk, Encoding::Gb18030),
            (utf16(&marked, u16::to_le_bytes), Encoding::Utf16),
            (utf16(&marked, u16::to_be_bytes), Encoding::Utf16),
            (utf16(text, u16::to_le_bytes), Encoding::Utf16),
            (utf16(text, u16::to_be_bytes), Encoding::Utf16),
            (utf16("title = 1\n", u16::to_le_bytes), Encoding::Utf16),
        ] {
            let read = decode(bytes).unwrap();
            assert_eq!(read.encoding, encoding, "{}", read.text);
            assert!(read.text == text || read.text == "title = 1\n");
        }
        assert!(decode(b"\x81\x20\xff\xff".to_vec()).is_none());
    }

    /// The low byte of 一 and 言 is zero: zeros then stand at odd and at even places.
    #[test]
    fn utf16_without_a_mark_with_zeros_in_both_places() {
        for text in [
            "遗失柳青苗的身份证一张，声明作废。",
            "遗失声明\r\n定远县小满面馆遗失公章一枚，编号3499030567297，特此声明。\r\n2026年11月24日",
            "最后一言\n",
        ] {
            for bytes in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
                let read = decode(utf16(text, bytes)).unwrap();
                assert_eq!((read.text.as_str(), read.encoding), (text, Encoding::Utf16));
            }
        }
        // Zeros in bytes that are no text of any order.
        assert!(decode(b"\x00\x81\xff\x00\x00\xd8\x12\x00\xfe\x00\x00\xdc".to_vec()).is_none());
    }

    #[test]
    fn a_zero_in_a_text_does_not_make_it_another() {
        for text in ["空\0字", "a\0b", "正文里混进了一个\0空字符。。", ""] {
            let read = decode(text.as_bytes().to_vec()).unwrap();
            assert_eq!((read.text.as_str(), read.encoding), (text, Encoding::Utf8));
        }
    }

    proptest! {
        #[test]
        fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            drop(decode(bytes));
        }

        #[test]
        fn what_is_utf8_stays(text in "[\\PC\n]{0,60}") {
            prop_assert_eq!(decode(text.clone().into_bytes()).map(|read| read.text), Some(text));
        }
    }
}
