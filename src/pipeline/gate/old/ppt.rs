//! The texts of slides of before 2007 (MS-PPT): records within records, those that hold text whole.

use encoding_rs::{UTF_16LE, WINDOWS_1252};

/// Text in UTF-16, and text of which a byte is a sign (MS-PPT 2.9.42, 2.9.43).
const WIDE: u16 = 0x0FA0;
const NARROW: u16 = 0x0FA8;
/// What is a container says so in its first four bits: its records follow.
const CONTAINER: u8 = 0x0F;

/// The texts, a line each; `most` bytes of them.
pub(super) fn text(stream: &[u8], most: usize) -> String {
    let mut text = String::new();
    let mut rest = stream;
    while let Some(head) = rest.first_chunk::<8>() {
        let kind = u16::from_le_bytes([head[2], head[3]]);
        let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]);
        let within = head[0] & CONTAINER == CONTAINER;
        rest = &rest[8..];
        if within {
            continue;
        }
        let length = usize::try_from(length).unwrap_or(usize::MAX).min(rest.len());
        let (data, behind) = rest.split_at(length);
        rest = behind;
        let encoding = match kind {
            WIDE => UTF_16LE,
            NARROW => WINDOWS_1252,
            _ => continue,
        };
        text += &encoding.decode_without_bom_handling(data).0.replace(['\r', '\u{B}'], "\n");
        text.push('\n');
        if text.len() > most {
            break;
        }
    }
    text
}

/// Whether slides ask for a password, by the stream that says who had them open (MS-PPT 2.3.2).
pub(super) fn locked(user: &[u8]) -> bool {
    user.get(12..16) == Some(&[0xDF, 0xC4, 0xD1, 0xF3])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{NARROW, WIDE, text};

    fn record(version: u8, kind: u16, data: &[u8]) -> Vec<u8> {
        let size = u32::try_from(data.len()).unwrap();
        [&[version, 0], &kind.to_le_bytes()[..], &size.to_le_bytes(), data].concat()
    }

    #[test]
    fn texts_within_containers() {
        let wide: Vec<u8> = "柳某\r好".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let inner = [record(0, WIDE, &wide), record(0, 7, b"beside"), record(0, NARROW, b"12348")];
        assert_eq!(text(&record(15, 1000, &inner.concat()), 1000), "柳某\n好\n12348\n");
    }

    proptest! {
        #[test]
        fn nothing_panics(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = text(&bytes, 100);
        }
    }
}
