//! Characters as the parser reads them: one width, one sign for each punctuation mark, nothing
//! invisible; each remembers the byte it stood at, so that every report can say where.

/// One character and where it stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    /// As the parser reads it.
    pub(super) c: char,
    /// Byte offset in the text.
    pub(super) at: usize,
}

/// The sign that starts a notice in a list: ●, ▲, ■ …
pub(super) const BULLET: char = '●';

/// The text as glyphs.
pub(super) fn glyphs(text: &str) -> Vec<Glyph> {
    let mut out = Vec::with_capacity(text.len() / 2);
    let mut chars = text.char_indices().peekable();
    let mut before = '\n';
    while let Some((at, raw)) = chars.next() {
        let Some(mut c) = fold(raw) else { continue };
        if c == '.' {
            // A full stop typed as a point; between digits it is a decimal point.
            let next = chars.peek().and_then(|(_, next)| fold(*next));
            let inside = |c: char| c.is_ascii_alphanumeric() || c == ':';
            if !inside(before) && !next.is_some_and(inside) {
                c = '。';
            }
        }
        out.push(Glyph { c, at });
        before = c;
    }
    let mut out = unspaced(&out);
    super::signs::read(&mut out);
    out
}

/// Lines that a reader of print has parted into characters, 遗 失 公 章 一 枚, without the spaces between
/// these; where the spaces of a line part words, it stays as it is.
fn unspaced(glyphs: &[Glyph]) -> Vec<Glyph> {
    const SHORTEST: usize = 12;
    let mut out = Vec::with_capacity(glyphs.len());
    for line in glyphs.split_inclusive(|g| g.c == '\n') {
        let blank = |at: usize| line.get(at).is_none_or(|g| g.c.is_whitespace());
        let alone = |at: usize| line[at].c == ' ' && !blank(at + 1) && at > 0 && !blank(at - 1);
        let signs = line.iter().filter(|g| !g.c.is_whitespace()).count();
        let single = (0..line.len()).filter(|at| alone(*at)).count();
        let parted = signs >= SHORTEST && single * 10 >= signs * 8;
        let kept = (0..line.len()).filter(|at| !(parted && alone(*at))).map(|at| line[at]);
        out.extend(kept);
    }
    out
}

/// One character, folded; `None` where it is invisible.
fn fold(c: char) -> Option<char> {
    Some(match c {
        '\r'
        | '\u{200B}'..='\u{200F}'
        | '\u{2060}'
        | '\u{FEFF}'
        | '\u{AD}'
        | '\u{FE0E}'
        | '\u{FE0F}'
        | '\u{1F3FB}'..='\u{1F3FF}' => return None,
        // The box around a digit: 1️⃣.
        '\u{20E3}' => '、',
        '\u{3000}' | '\u{A0}' | '\t' | '\u{2002}'..='\u{200A}' => ' ',
        '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{B}' | '\u{C}' => '\n',
        '。' | '｡' => '。',
        '〔' | '﹙' => '(',
        '〕' | '﹚' => ')',
        '【' | '〖' | '［' | '「' | '『' => '[',
        '】' | '〗' | '］' | '」' | '』' => ']',
        '〈' | '«' => '《',
        '〉' | '»' => '》',
        '“' | '”' | '‘' | '’' | '＂' => '"',
        '—' | '–' | '―' | '‐' | '‑' | '−' => '-',
        '•' | '・' | '･' | '‧' => '·',
        '﹐' | '､' => ',',
        '×' | '＊' | '✱' | '﹡' => '*',
        '※' => BULLET,
        // 二○一九年: a nought, and no sign of a list.
        '\u{25CB}' | '\u{25EF}' => c,
        // On a page for telephones a picture stands before each notice: 📌, 🔸, ✅.
        '\u{2580}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{1F300}'..='\u{1FAFF}' => BULLET,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    })
}

/// Whether a character is written by hand as a Han character, rare ones and 〇 included.
pub(in crate::import) fn is_han(c: char) -> bool {
    matches!(c,
        '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '〇'
        | '\u{E000}'..='\u{F8FF}')
}

/// A code point of the private use area: a rare character of an old system, unreadable elsewhere.
pub(super) fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}')
}

/// The lines of a text, to find the number of the one a byte stands in.
#[derive(Debug)]
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self([0].into_iter().chain(starts.map(|(at, _)| at + 1)).collect())
    }

    /// The line of a byte, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        self.0.partition_point(|start| *start <= at)
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, glyphs};

    #[test]
    fn widths_signs_and_places() {
        let read: String = glyphs("遗失Ａ（１２），证．\r\n1.5●▲").iter().map(|g| g.c).collect();
        assert_eq!(read, "遗失A(12),证。\n1.5●●");
        let read: String = glyphs("📌遗失🔸1️⃣甲◼️乙✱二○").iter().map(|g| g.c).collect();
        assert_eq!(read, "●遗失●1、甲●乙*二○");
        let lines = Lines::of("甲\n乙\n\n丙");
        assert_eq!([0, 3, 4, 7, 8, 9].map(|at| lines.line(at)), [1, 1, 2, 2, 3, 4]);
    }
}
