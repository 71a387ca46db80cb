//! What stands in the cutter's buffer: whether it has come to its end, and what may follow on it.

use super::super::{lists, solid};
use super::{Cutter, LISTED};
use crate::import::notices::glyph::Glyph;
use crate::import::notices::heading::{self, Heading, part};
use crate::import::notices::holder;
use crate::import::notices::piece::signature::{date_ends, signed};
use crate::import::notices::words::{self, CLOSING, LOSS, VOID, any, longest};

impl Cutter {
    /// Whether a declaration follows on what stands in the buffer, which holds none.
    pub(super) fn declared_next(&self, rest: &[Glyph]) -> bool {
        let next: Vec<char> =
            rest.iter().map(|g| g.c).filter(|c| !c.is_whitespace()).take(8).collect();
        let skip = longest(&["特此", "特", "现"], &next).unwrap_or(0);
        longest(&["声明作废"], &next[skip..]).is_some() && !words::any(VOID, &solid(&self.buffer))
    }

    /// Whether nothing stands in the buffer.
    pub(super) fn empty(&self) -> bool {
        self.buffer.iter().all(|g| g.c.is_whitespace())
    }

    /// The last words of the buffer.
    pub(super) fn tail(&self) -> String {
        let tail = self.buffer.len().saturating_sub(40);
        self.buffer[tail..].iter().map(|g| g.c).filter(|c| !c.is_whitespace()).collect()
    }

    /// Whether what stands in the buffer has come to its end: nothing, a full stop, a declaration, a
    /// day.
    pub(super) fn complete(&self) -> bool {
        let text = self.tail();
        let text = text.trim_end_matches([',', ';', ':']);
        text.is_empty()
            || VOID.iter().chain(CLOSING).any(|word| text.ends_with(word))
            || date_ends(text)
            || (self.used && signed(text))
    }

    /// Whether what stands in the buffer is a whole line of a list, and the next line another.
    pub(super) fn listed(&self, line: &[Glyph]) -> bool {
        let paper = self.paper.as_deref();
        !self.buffer.is_empty()
            && self.buffer.len() + line.len() <= LISTED
            && lists(&self.buffer, paper)
            && lists(line, paper)
    }

    /// Whether a mark closes what stands in the buffer.
    pub(super) fn ended(&self) -> bool {
        self.tail().ends_with([';', '。'])
    }

    /// Whether what stands in the buffer cannot be the beginning of a notice: the signature under a
    /// look-alike, an advertisement that ends with its telephone.
    pub(super) fn foreign(&self) -> bool {
        let text = self.tail();
        let under = self.used && matches!(self.heading, Some(Heading::Other(_)));
        let phone = text.bytes().rev().take_while(u8::is_ascii_digit).count() >= 7
            && words::any(&["电话", "联系", "热线", "微信"], &text);
        // 便民广告 0527-0000000 每天16:00截稿: the paper's own line.
        let own = self.buffer.len() <= 80 && words::any(&["截稿", "刊登", "办理"], &text);
        let own = own && text.bytes().filter(u8::is_ascii_digit).count() >= 7;
        phone || own || (under && holder::body_suffix(&text))
    }

    /// Whether a bracket stands open at the end of the buffer.
    pub(super) fn open_bracket(&self) -> bool {
        let last = self.buffer.iter().rev().take(12).find(|g| matches!(g.c, '(' | ')'));
        last.is_some_and(|g| g.c == '(')
    }

    /// Whether a line heads the next part of a list, and the line before is a whole line of it.
    pub(super) fn behind_part(&self, line: &str) -> bool {
        self.heading == Some(Heading::Void) && part(line).is_some() && self.whole_line()
    }

    /// Whether what stands in the buffer is a whole line of a list.
    pub(super) fn whole_line(&self) -> bool {
        self.buffer.len() <= LISTED && lists(&self.buffer, self.paper.as_deref())
    }

    /// Whether a line says nothing but 声明作废, and no notice above it still waits for these words.
    pub(super) fn declares_below(&self, line: &str, below: &[&[Glyph]]) -> bool {
        let waits = self.done.last().is_some_and(|last| {
            let text = solid(&last.glyphs);
            !last.fresh && any(LOSS, &text) && !any(VOID, &text)
        });
        let next = below.first().is_some_and(|next| !solid(next).is_empty());
        ["声明作废", "登报作废", "登报声明作废"].contains(&line) && !waits && next
    }

    /// Whether a line is a head that would be none behind an open sentence, and the line before is a whole
    /// line of a list.
    pub(super) fn behind_list(&self, line: &str) -> bool {
        self.heading == Some(Heading::Void)
            && heading::heading(line, true).is_some()
            && heading::heading(line, false).is_none()
            && self.whole_line()
    }
}
