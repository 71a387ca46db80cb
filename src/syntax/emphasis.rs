//! Emphasis beside Chinese punctuation.
//!
//! CommonMark decides whether `**` opens or closes by the characters around it, and takes a
//! delimiter between a full-width mark and a Han character for the wrong kind: in
//! `**注意：**请带身份证` the second `**` stays literal (commonmark-spec #650). An editor expects
//! bold. The amendment under discussion treats a Han character on the far side like white space;
//! here the same is had by putting an invisible letter between the mark and the delimiter before
//! parsing, and taking it out of every text afterwards. Drop this file once the parser does it.

use std::borrow::Cow;

use memchr::memchr2;

/// A code point that no text may contain (a Unicode noncharacter), neither space nor punctuation.
pub(super) const LETTER: char = '\u{FDD0}';

/// A text ready to be parsed, and where letters were put in.
pub(super) struct Prepared<'t> {
    pub(super) text: Cow<'t, str>,
    /// Offsets of the letters in `text`, ascending.
    letters: Vec<usize>,
}

impl Prepared<'_> {
    /// The offset in the original text.
    pub(super) fn original(&self, offset: usize) -> usize {
        let before = self.letters.partition_point(|&letter| letter < offset);
        let Some(last) = before.checked_sub(1).map(|at| self.letters[at]) else { return offset };
        // An offset inside a letter is the place where the letter was put in.
        let inside = (offset - last).min(LETTER.len_utf8());
        offset - (before - 1) * LETTER.len_utf8() - inside
    }

    /// A piece of parsed text without the letters.
    pub(super) fn clean<'p>(&self, piece: &'p str) -> Cow<'p, str> {
        if self.letters.is_empty() || !piece.contains(LETTER) {
            Cow::Borrowed(piece)
        } else {
            Cow::Owned(piece.replace(LETTER, ""))
        }
    }
}

/// Puts the letters in. Texts without such a place are borrowed.
pub(super) fn prepare(text: &str) -> Prepared<'_> {
    let points = points(text);
    if points.is_empty() {
        return Prepared { text: Cow::Borrowed(text), letters: Vec::new() };
    }
    let mut out = String::with_capacity(text.len() + points.len() * LETTER.len_utf8());
    let mut letters = Vec::with_capacity(points.len());
    let mut done = 0;
    for point in points {
        out.push_str(&text[done..point]);
        letters.push(out.len());
        out.push(LETTER);
        done = point;
    }
    out.push_str(&text[done..]);
    Prepared { text: Cow::Owned(out), letters }
}

/// The offsets where a letter is wanted: between a mark and a delimiter run with a letter on its
/// other side, when mark or letter is Chinese.
fn points(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut points = Vec::new();
    let mut at = 0;
    while let Some(found) = memchr2(b'*', b'~', &bytes[at..]) {
        let start = at + found;
        let delimiter = bytes[start];
        let length = bytes[start..].iter().take_while(|byte| **byte == delimiter).count();
        let end = start + length;
        at = end;
        if delimiter == b'~' && length != 2 {
            continue;
        }
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        let (Some(before), Some(after)) = (before, after) else { continue };
        if before == '\\' {
            continue;
        }
        if is_mark(before) && joins(before, after) {
            points.push(start);
        } else if is_mark(after) && joins(after, before) {
            points.push(end);
        }
    }
    points
}

/// Whether `mark` on one side and `other` on the other are a place CommonMark gets wrong.
fn joins(mark: char, other: char) -> bool {
    let letter = !other.is_whitespace() && !is_mark(other);
    letter && (is_wide(other) || is_wide_mark(mark))
}

fn is_mark(c: char) -> bool {
    c.is_ascii_punctuation() || is_wide_mark(c)
}

/// Chinese punctuation, also the marks it shares with Latin text.
pub(super) fn is_wide_mark(c: char) -> bool {
    matches!(c,
        '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}'
        | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}'
        | '\u{FF5B}'..='\u{FF65}' | '“' | '”' | '‘' | '’' | '…' | '—' | '·')
}

/// Han characters, kana, Hangul: written without spaces between words.
pub(super) fn is_wide(c: char) -> bool {
    matches!(u32::from(c),
        0x2E80..=0x2FDF | 0x3005..=0x3007 | 0x3021..=0x3029 | 0x3038..=0x30FF | 0x3105..=0x31FF
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xAC00..=0xD7AF | 0xF900..=0xFAFF
        | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::{LETTER, prepare};

    #[test]
    fn only_where_chinese_meets_a_delimiter() {
        let shown = |text: &str| prepare(text).text.replace(LETTER, "|");
        assert_eq!(shown("**注意：**请带"), "**注意：|**请带");
        assert_eq!(shown("请**“证”**带"), "请**|“证”|**带");
        assert_eq!(shown("~~旧：~~新"), "~~旧：|~~新");
        for same in
            ["**a:** b", "a*\"foo\"*", "**(a)**b", "* 项", "\\**：**", "**好**人", "**好。**"]
        {
            assert_eq!(shown(same), same);
        }
    }

    #[test]
    fn offsets_lead_back() {
        let text = "**注意：**请带**“证”**来";
        let prepared = prepare(text);
        for (at, c) in prepared.text.char_indices().filter(|(_, c)| *c != LETTER) {
            assert_eq!(text[prepared.original(at)..].chars().next(), Some(c));
        }
        assert_eq!(prepared.clean(&prepared.text), text);
    }
}
