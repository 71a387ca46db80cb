//! A first look at a text's bytes: whether it can hold what a rule is about at all.
//!
//! Every rule passes over every text of the site, and nearly every text has nothing for it. Bytes
//! are judged in blocks, without leaving a block early, so that the machine looks at many at once.

/// Bytes judged at once.
const BLOCK: usize = 128;

/// Whether `wanted` holds for any three bytes in a row. At the end of the text noughts follow.
pub(super) fn any(text: &str, wanted: impl Fn(u8, u8, u8) -> bool) -> bool {
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

/// Whether `wanted` holds for any byte.
pub(super) fn any_byte(text: &str, wanted: impl Fn(u8) -> bool) -> bool {
    let mut blocks = text.as_bytes().chunks_exact(BLOCK);
    let judge = |block: &[u8]| block.iter().fold(false, |there, byte| there | wanted(*byte));
    blocks.by_ref().any(judge) || judge(blocks.remainder())
}

/// Whether there is an ASCII digit.
pub(super) fn any_digit(text: &str) -> bool {
    any_byte(text, |byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{any, any_digit};

    #[test]
    fn wherever_it_stands() {
        for length in [0, 1, 2, 3, 127, 128, 129, 130, 300] {
            let plain = "a".repeat(length);
            assert!(!any_digit(&plain) && !any(&plain, |a, b, _| (a, b) == (b'1', b'2')));
            for at in 0..=length {
                let text = format!("{}1{}", &plain[..at], &plain[at..]);
                assert!(any_digit(&text), "{length}, {at}");
                let text = format!("{}123{}", &plain[..at], &plain[at..]);
                assert!(any(&text, |a, b, c| (a, b, c) == (b'1', b'2', b'3')), "{length}, {at}");
                assert!(!any(&text, |a, b, _| (a, b) == (b'2', b'1')), "{length}, {at}");
            }
        }
    }
}
