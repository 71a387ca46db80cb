//! The text of a macro (MS-OVBA 2.4.1), which is kept packed in a way of its own.
//!
//! Who wrote a list into a form's macro, to fill it in, wrote it into the file.

/// How every module begins once it is packed: nothing repeated yet, and its first attribute.
const BEGINS: &[u8] = b"\0Attribut";
/// Bytes of a chunk before it is packed.
const CHUNK: usize = 4096;

/// The text of a macro in a stream, `most` bytes of it; none where there is none.
pub(super) fn text(stream: &[u8], most: usize) -> Option<Vec<u8>> {
    // A chunk begins with two bytes that say how long it is.
    let start = memchr::memmem::find(stream, BEGINS)?.checked_sub(2)?;
    let mut rest = &stream[start..];
    let mut text = Vec::new();
    while let Some(head) = rest.first_chunk().map(|head| u16::from_le_bytes(*head)) {
        let size = usize::from(head & 0x0FFF) + 1;
        if head >> 12 & 7 != 3 || text.len() + CHUNK > most {
            break;
        }
        let Some(chunk) = rest.get(2..2 + size) else { break };
        if head & 0x8000 == 0 {
            text.extend_from_slice(chunk);
        } else {
            unpack(chunk, &mut text);
        }
        rest = &rest[2 + size..];
    }
    Some(text)
}

/// Adds what a chunk holds: each bit of a byte says whether a sign follows, or where to repeat from.
fn unpack(mut chunk: &[u8], text: &mut Vec<u8>) {
    let start = text.len();
    while let Some((flags, rest)) = chunk.split_first() {
        chunk = rest;
        for bit in 0..8 {
            if flags >> bit & 1 == 0 {
                let Some((sign, rest)) = chunk.split_first() else { return };
                text.push(*sign);
                chunk = rest;
                continue;
            }
            let Some(token) = chunk.first_chunk().map(|token| u16::from_le_bytes(*token)) else {
                return;
            };
            chunk = &chunk[2..];
            let done = text.len() - start;
            // As many bits as are needed to go back to the beginning.
            let bits = (usize::BITS - done.saturating_sub(1).leading_zeros()).clamp(4, 12);
            let length = usize::from(token & (0xFFFF >> bits)) + 3;
            let back = usize::from(token >> (16 - bits)) + 1;
            if back > done {
                return;
            }
            for _ in 0..length.min(CHUNK - done.min(CHUNK)) {
                text.push(text[text.len() - back]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::text;

    /// 8 signs at a time, nothing repeated.
    fn packed(words: &[u8]) -> Vec<u8> {
        let mut chunk = Vec::new();
        for signs in words.chunks(8) {
            chunk.push(0);
            chunk.extend_from_slice(signs);
        }
        let head = 0xB000 | u16::try_from(chunk.len() - 1).unwrap();
        [b"before\x01", head.to_le_bytes().as_slice(), &chunk].concat()
    }

    #[test]
    fn signs_and_repeats() {
        let words = b"Attribute VB_Name = \"349907198511030129\"";
        assert_eq!(text(&packed(words), 10_000).unwrap(), words);
        // Attribut, then five of it again: back 8, in four bits, length 5.
        let mut repeated = b"\0Attribut\x01".to_vec();
        repeated.extend((7_u16 << 12 | 2).to_le_bytes());
        let head = 0xB000 | u16::try_from(repeated.len() - 1).unwrap();
        let stream = [head.to_le_bytes().as_slice(), &repeated].concat();
        assert_eq!(text(&stream, 10_000).unwrap(), b"AttributAttri");
        assert_eq!(text(b"nothing", 10_000), None);
    }

    proptest! {
        #[test]
        fn nothing_panics(
            head in any::<[u8; 2]>(),
            rest in prop::collection::vec(any::<u8>(), 0..300),
        ) {
            let stream = [head.as_slice(), super::BEGINS, &rest].concat();
            prop_assert!(text(&stream, 10_000).unwrap_or_default().len() <= 10_000);
        }
    }
}
