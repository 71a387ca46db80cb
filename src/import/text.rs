//! Bytes of any encoding a clerk's machine writes become text.
//!
//! A mark at the beginning decides; else UTF-8, which garbage does not pass by chance; else UTF-16
//! without a mark, betrayed by its zeros; else GB18030, of which GBK and GB2312 are parts. Every
//! guess but UTF-8 is told to the editor, and nothing is replaced: what does not fit is refused.

use crate::base::text::Text;
use crate::domain::identifier::citizen::CitizenId;
use crate::say;

/// Files over this many bytes are refused: a newspaper page has some ten thousand characters.
pub const LARGEST: usize = 8 * 1024 * 1024;

/// A text and, where it was no UTF-8, the name of what it was.
#[derive(Debug)]
pub struct Decoded {
    /// The text, without a mark at its beginning.
    pub text: String,
    /// `GB18030（GBK）`, `UTF-16`.
    pub encoding: Option<&'static str>,
}

/// A text as reports may show it: citizens' numbers starred out, every byte where it was.
#[must_use]
pub fn concealed(text: &str) -> String {
    let hidden = crate::domain::identifier::find::conceal(text);
    // Two numbers run together are no number of a citizen to a reader of pages, but hold one.
    let mut bytes = hidden.into_owned().into_bytes();
    for at in 0..bytes.len().saturating_sub(17) {
        let window = std::str::from_utf8(&bytes[at..at + 18]).unwrap_or("");
        if bytes[at].is_ascii_digit() && CitizenId::parse(window).is_some() {
            bytes[at + 2..at + 16].fill(b'*');
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// The text of `bytes`.
///
/// # Errors
/// A sentence, when it is too long or fits no encoding.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Text> {
    if bytes.len() > LARGEST {
        let size = bytes.len() / (1024 * 1024);
        return Err(say!(
            zh: "文件有 {size} MB，没有读取",
            en: "the file has {size} MB and was not read",
        ));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return strict(rest, encoding_rs::UTF_8, None);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return strict(rest, encoding_rs::UTF_16LE, Some("UTF-16"));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return strict(rest, encoding_rs::UTF_16BE, Some("UTF-16"));
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return strict(bytes, encoding, Some("UTF-16"));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: text.to_owned(), encoding: None });
    }
    strict(bytes, encoding_rs::GB18030, Some("GB18030（GBK）"))
}

fn strict(
    bytes: &[u8],
    encoding: &'static encoding_rs::Encoding,
    name: Option<&'static str>,
) -> Result<Decoded, Text> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(|text| Decoded { text: text.into_owned(), encoding: name }).ok_or_else(|| {
        say!(
            zh: "文件不是 UTF-8、GB18030 或 UTF-16 文字，读不了",
            en: "the file is no text in UTF-8, GB18030 or UTF-16 and cannot be read",
        )
    })
}

/// UTF-16 without a mark: the high bytes of digits, spaces and line ends are zero, and UTF-8 and
/// GB18030 texts hold no zeros at all.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match (even, odd) {
        _ if !bytes.len().is_multiple_of(2) || even + odd == 0 => None,
        (0, _) => Some(encoding_rs::UTF_16LE),
        (_, 0) => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "遗失安小川的出生医学证明，声明作废。\n2026";
        let utf16 = |mark: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            format!("{mark}{text}").encode_utf16().flat_map(bytes).collect()
        };
        let gbk = encoding_rs::GB18030.encode(text).0.into_owned();
        for bytes in [
            text.as_bytes().to_vec(),
            format!("\u{FEFF}{text}").into_bytes(),
            gbk,
            utf16("\u{FEFF}", u16::to_le_bytes),
            utf16("\u{FEFF}", u16::to_be_bytes),
            utf16("", u16::to_le_bytes),
            utf16("", u16::to_be_bytes),
        ] {
            assert_eq!(decode(&bytes).unwrap().text, text);
        }
        assert!(decode(b"\x81\x20\xff\xff").is_err());
    }
}
