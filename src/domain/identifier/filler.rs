//! What may stand between a label and the number it names: 号, 码, 为, marks, a remark in brackets.

use super::label::NEAR;
use super::signs::{Sign, sign};

/// Whether nothing but 号, 码, 为, a remark and marks stand here: what follows is what was named.
pub(super) fn filler(words: &str) -> bool {
    let words = &words[note(words)..];
    words.chars().all(fills) && words.chars().count() <= NEAR
}

/// Whether a character may stand between a label and what it names.
pub(super) fn fills(c: char) -> bool {
    const FILLING: [char; 23] = [
        '份', '证', '證', '件', '号', '號', '码', '碼', '编', '編', '为', '為', '是', '系', '即',
        '的', '人', '上', '写', '着', '如', '下', '位',
    ];
    FILLING.contains(&c) || matches!(sign(c), Sign::Gap | Sign::Nothing | Sign::Stroke)
}

/// Characters of the longest remark behind a label.
const NOTE: usize = 8;

/// A remark in brackets behind a label, read character by character: 身份证号（18位）.
#[derive(Default)]
pub(super) struct Note {
    left: usize,
}

impl Note {
    /// Whether a character belongs to a remark.
    pub(super) fn within(&mut self, c: char) -> bool {
        match c {
            '（' | '(' if self.left == 0 => self.left = NOTE,
            '）' | ')' if self.left > 0 => self.left = 0,
            _ if self.left > 0 => self.left -= 1,
            _ => return false,
        }
        true
    }
}

/// The bytes up to the end of such a remark, where a text begins with one; 0 where it does not.
pub(super) fn note(text: &str) -> usize {
    let opens = |c: char| matches!(c, '（' | '(');
    let Some(open) = text.find(|c| opens(c) || !fills(c)) else { return 0 };
    let Some(inner) = text[open..].strip_prefix(opens) else { return 0 };
    let mut near = inner.char_indices().take(NOTE + 1);
    let close = near.find(|(_, c)| matches!(c, '）' | ')' | '\n'));
    match close {
        Some((at, c)) if c != '\n' => text.len() - inner.len() + at + c.len_utf8(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::note;

    #[test]
    fn remarks_behind_a_label() {
        assert_eq!(&"证号（18位）：3"[note("证号（18位）：3")..], "：3");
        assert_eq!(note("证（349907198511030129）"), 0);
        assert_eq!(note("证号：（大"), 0);
    }
}
