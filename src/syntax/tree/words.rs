//! Running text: words gathered over several events, references to facts in them, and line breaks.
//!
//! The parser hands out words in pieces; a reference such as `{{ contact.centre.phone }}` may be
//! split over several of them, so they are gathered until something else comes and looked at once.
//! A line break is decided only when the next piece is known: between Han characters it is nothing.

use std::ops::Range;

use memchr::memchr;

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::domain::body::{FactId, FactReference, Inline};
use crate::domain::fact;
use crate::say;
use crate::syntax::emphasis::{is_wide, is_wide_mark};
use crate::syntax::tree::{Builder, FrameKind};

/// Words being gathered: consecutive text events are one run, because a reference to a fact may be
/// split over several of them.
#[derive(Default)]
pub(super) struct Run {
    words: String,
    /// Offset in the words, offset in the file.
    places: Vec<(usize, usize)>,
    end: usize,
}

impl Run {
    /// The same without words, to be filled again.
    fn emptied(mut self) -> Self {
        self.words.clear();
        self.places.clear();
        self.end = 0;
        self
    }

    /// The offset in the file of an offset in the words.
    fn original(&self, offset: usize) -> usize {
        let piece = self.places.partition_point(|(at, _)| *at <= offset).saturating_sub(1);
        self.places.get(piece).map_or(self.end, |(at, start)| (start + (offset - at)).min(self.end))
    }
}

impl Builder {
    pub(in crate::syntax) fn text(&mut self, words: &str, place: Range<usize>, text: &str) {
        if self.stack.last().is_some_and(|frame| matches!(frame.kind, FrameKind::Html)) {
            return;
        }
        let escaped = text[..place.start].ends_with('\\') && place.start > self.run.end;
        if escaped && words.starts_with('{') {
            // A backslash before the braces: they are meant literally.
            self.flush();
            self.leaf('{');
            self.push_inline(Inline::Text("{".into()));
            self.add_words(&words[1..], place.start + 1, place.end);
        } else {
            self.add_words(words, place.start, place.end);
        }
    }

    fn add_words(&mut self, words: &str, start: usize, end: usize) {
        self.run.places.push((self.run.words.len(), start));
        self.run.words.push_str(words);
        self.run.end = end;
    }

    /// Turns the gathered words into inlines: references to facts become facts.
    pub(super) fn flush(&mut self) {
        if self.run.words.is_empty() {
            return;
        }
        let run = std::mem::take(&mut self.run);
        self.run_out(&run);
        self.run = run.emptied();
    }

    /// Turns a run of words into inlines.
    fn run_out(&mut self, run: &Run) {
        if self.stack.last().is_some_and(|frame| matches!(frame.kind, FrameKind::Code(_))) {
            self.push_inline(Inline::Text(run.words.as_str().into()));
            return;
        }
        let mut done = 0;
        if memchr(b'{', run.words.as_bytes()).is_some() {
            for (range, name) in fact::scan(&run.words) {
                self.words(&run.words[done..range.start], run, done);
                let place = run.original(range.start)
                    ..run.original(range.end).max(run.original(range.end - 1) + 1);
                self.fact(name, place);
                done = range.end;
            }
        }
        self.words(&run.words[done..], run, done);
    }

    fn words(&mut self, words: &str, run: &Run, at: usize) {
        let Some(first) = words.chars().next() else { return };
        self.leaf(first);
        self.last = words.chars().next_back();
        if memchr(b'^', words.as_bytes()).is_some() {
            self.missing_notes(words, run, at);
        }
        self.top().add_text(words);
    }

    /// `[^name]` that stayed text has no definition.
    fn missing_notes(&mut self, words: &str, run: &Run, at: usize) {
        for (start, _) in words.match_indices("[^") {
            let behind = &words[start + 2..];
            let end = behind.find(|c: char| matches!(c, '[' | ']') || c.is_whitespace());
            let Some(end) = end.filter(|end| *end > 0 && behind[*end..].starts_with(']')) else {
                continue;
            };
            let label = &behind[..end];
            let place = run.original(at + start)..run.original(at + start + 2) + label.len() + 1;
            let span = self.span(place);
            self.found.push(
                Diagnostic::new(
                    Code::FootnoteMissing,
                    span,
                    say!(zh: "脚注 [^{label}] 没有注文", en: "the footnote [^{label}] has no text"),
                )
                .hint(say!(
                    zh: "在文末加一行 `[^{label}]: 注文`",
                    en: "add a line `[^{label}]: …` at the end",
                )),
            );
        }
    }

    fn fact(&mut self, name: Result<&str, ()>, place: Range<usize>) {
        let span = self.span(place);
        let Ok(name) = name else {
            self.found.push(
                Diagnostic::new(
                    Code::BadFactReference,
                    span,
                    say!(zh: "`{{{{ … }}}}` 里不是一个名字", en: "there is no name inside `{{{{ … }}}}`"),
                )
                .hint(say!(
                    zh: "写作 `{{{{ contact.centre.phone }}}}`；要原样显示花括号就写 `\\{{{{`",
                    en: "write `{{{{ contact.centre.phone }}}}`, or `\\{{{{` for the braces themselves",
                )),
            );
            return;
        };
        self.leaf('。');
        self.last = Some('。');
        let id = FactId(u32::try_from(self.body.facts.len()).unwrap_or(u32::MAX));
        self.body.facts.push(FactReference { name: name.into(), span });
        self.push_inline(Inline::Fact(id));
    }

    /// Decides a line break that stands before a piece starting with `first`: nothing between Han
    /// characters or beside a full-width mark, else a space (clreq 3.2: no word spaces in Chinese).
    pub(super) fn leaf(&mut self, first: char) {
        let Some((depth, at)) = self.pending.take() else { return };
        let wide = |c: char| is_wide(c) || is_wide_mark(c);
        let joined = match self.last {
            Some(last) => (wide(last) && wide(first)) || is_wide_mark(last) || is_wide_mark(first),
            None => true,
        };
        if joined {
            return;
        }
        if let Some(frame) = self.stack.get_mut(depth) {
            if at >= frame.inlines.len() {
                frame.add_text(" ");
            } else {
                frame.inlines.insert(at, Inline::Text(" ".into()));
            }
        }
    }

    pub(in crate::syntax) fn soft_break(&mut self) {
        self.flush();
        let depth = self.top_place();
        self.pending = Some((depth, self.stack[depth].inlines.len()));
    }

    pub(in crate::syntax) fn hard_break(&mut self) {
        self.flush();
        self.pending = None;
        self.last = None;
        self.push_inline(Inline::Break);
    }

    pub(in crate::syntax) fn code(&mut self, words: &str) {
        self.flush();
        self.leaf(words.chars().next().unwrap_or(' '));
        self.last = words.chars().next_back();
        self.push_inline(Inline::Code(words.into()));
    }
}
