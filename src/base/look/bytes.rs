//! A first look at a text's bytes: whether it can hold what a rule is about at all.
//!
//! Every rule passes over every text of the site, and nearly every text has nothing for it. Bytes
//! are judged in blocks, without leaving a block early, so that the machine looks at many at once.

/// Bytes judged at once.
const BLOCK: usize = 128;

/// Whether `wanted` holds for any three bytes in a row. At the end of the text noughts follow.
pub(crate) fn any(text: &str, wanted: impl Fn(u8, u8, u8) -> bool) -> bool {
    let bytes = text.as_bytes();
    let (second, third) = (bytes.get(1..).unwrap_or_default(), bytes.get(2..).unwrap_or_default());
    let blocks = bytes.chunks(BLOCK).zip(second.chunks(BLOCK)).zip(third.chunks(BLOCK));
    let mut there = blocks.map(|((a, b), c)| {
        let threes = a.iter().zip(b).zip(c);
        threes.fold(false, |there, ((a, b), c)| there | wanted(*a, *b, *c))
    });
    if there.any(|there| there) {
        return true;
    }
    match bytes {
        [] => false,
        [.., a, b] => wanted(*a, *b, 0) || wanted(*b, 0, 0),
        [a] => wanted(*a, 0, 0),
    }
}

/// Whether three bytes begin anything but ASCII, a Chinese character or one of the signs that are on
/// every page: 、。《》【】“”‘’—…，：；（）？！. For any three bytes in a row: what is wrongly spaced,
/// wide, unseen or of another script is nowhere in a text that has none of these.
pub(crate) fn unusual(a: u8, b: u8, c: u8) -> bool {
    let far = (a.wrapping_sub(0xC2) < 0x20) | (a == 0xEE) | (a >= 0xF0);
    let quote = (b == 0x80) & ((c.wrapping_sub(0x93) < 11) | (c == 0xA6));
    let stop = (b == 0x80) & (c.wrapping_sub(0x81) < 17);
    let point = (c == 0x8C) | (c == 0x9A) | (c == 0x9B) | (c == 0x9F) | (c == 0x81);
    let comma = (b == 0xBC) & (point | (c == 0x88) | (c == 0x89));
    far | ((a == 0xE2) & !quote) | ((a == 0xE3) & !stop) | ((a == 0xEF) & !comma)
}

/// Whether `wanted` holds for any byte.
pub(crate) fn any_byte(text: &str, wanted: impl Fn(u8) -> bool) -> bool {
    let mut blocks = text.as_bytes().chunks_exact(BLOCK);
    let judge = |block: &[u8]| block.iter().fold(false, |there, byte| there | wanted(*byte));
    blocks.by_ref().any(judge) || judge(blocks.remainder())
}

/// Whether there is an ASCII digit.
pub(crate) fn any_digit(text: &str) -> bool {
    any_byte(text, |byte| byte.is_ascii_digit())
}

/// The first ASCII digit at or behind a place.
pub(crate) fn next_digit(bytes: &[u8], from: usize) -> Option<usize> {
    const BLOCK: usize = 32;
    let rest = bytes.get(from..)?;
    let none = |block: &&[u8]| !block.iter().fold(false, |there, b| there | b.is_ascii_digit());
    let skipped = BLOCK * rest.chunks_exact(BLOCK).take_while(none).count();
    let found = rest[skipped..].iter().position(u8::is_ascii_digit);
    found.map(|at| from + skipped + at)
}

/// Whether so many ASCII digits stand near each other anywhere: from one to the next no more than
/// `gap` bytes.
pub(crate) fn any_cluster(text: &str, least: usize, gap: usize) -> bool {
    let bytes = text.as_bytes();
    let (mut count, mut last) = (0, 0);
    let mut next = next_digit(bytes, 0);
    while let Some(at) = next {
        count = if at - last <= gap { count + 1 } else { 1 };
        if count == least {
            return true;
        }
        last = at;
        next = match bytes.get(at + 1) {
            Some(byte) if byte.is_ascii_digit() => Some(at + 1),
            _ => next_digit(bytes, at + 1),
        };
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{any, any_cluster, any_digit, next_digit};

    #[test]
    fn wherever_it_stands() {
        for length in [0, 1, 2, 3, 127, 128, 129, 130, 300] {
            let plain = "a".repeat(length);
            assert!(!any_digit(&plain) && !any(&plain, |a, b, _| (a, b) == (b'1', b'2')));
            for at in 0..=length {
                let text = format!("{}1{}", &plain[..at], &plain[at..]);
                assert!(any_digit(&text), "{length}, {at}");
                assert_eq!(next_digit(text.as_bytes(), 0), Some(at), "{length}");
                assert_eq!(next_digit(text.as_bytes(), at + 1), None, "{length}, {at}");
                let text = format!("{}123{}", &plain[..at], &plain[at..]);
                assert!(any(&text, |a, b, c| (a, b, c) == (b'1', b'2', b'3')), "{length}, {at}");
                assert!(!any(&text, |a, b, _| (a, b) == (b'2', b'1')), "{length}, {at}");
            }
        }
    }

    #[test]
    fn digits_that_stand_near_each_other() {
        for (text, there) in [
            ("电话0550-1234567。", true),
            ("电话0550（转）1234567。", true),
            ("电话0550转转转转1234567。", false),
            ("05501234", false),
            ("", false),
        ] {
            let long = "一".repeat(50);
            assert_eq!(any_cluster(&format!("{long}{text}{long}"), 10, 10), there, "{text}");
        }
    }
}
