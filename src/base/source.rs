//! The texts people wrote, by number, and how a byte becomes a line and a column.
//!
//! A build of ten thousand pages does not keep their texts: each is read, parsed and dropped, and
//! only the few that findings point into are read again when the findings are shown
//! (`load::recall`). So a source always has a path and sometimes a text.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::span::{SourceId, Span};

/// One file: its path relative to the site's folder, and its text where it is kept.
#[derive(Clone, Debug)]
pub struct Source {
    /// Relative to the root, with `/`; for embedded templates `templates/…`.
    pub path: PathBuf,
    /// Decoded text without a byte-order mark; `None` when it was dropped after parsing.
    pub text: Option<Arc<str>>,
    /// What reports call it, where its path says what no report may repeat.
    alias: Option<Box<str>>,
    /// Made when the first finding in the text is shown.
    ruler: OnceLock<Ruler>,
}

/// All sources of one build, in the order of their numbers.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    list: Vec<Source>,
}

/// A place as people count it: both from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl Sources {
    /// Adds a source and gives it the next number.
    pub fn add(&mut self, path: impl Into<PathBuf>, text: Option<Arc<str>>) -> SourceId {
        let id = SourceId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        self.list.push(Source { path: path.into(), text, alias: None, ruler: OnceLock::new() });
        id
    }

    /// The source of a number; `None` only for numbers of another build.
    #[must_use]
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.list.get(id.0 as usize)
    }

    /// The path of a source, or an empty path for an unknown number.
    #[must_use]
    pub fn path(&self, id: SourceId) -> &Path {
        self.get(id).map_or(Path::new(""), |source| &source.path)
    }

    /// The path of a source as reports show it.
    #[must_use]
    pub fn name(&self, id: SourceId) -> Cow<'_, str> {
        let alias = self.get(id).and_then(|source| source.alias.as_deref());
        alias.map_or_else(|| self.path(id).to_string_lossy(), Cow::Borrowed)
    }

    /// Has reports call a source otherwise.
    pub fn call(&mut self, id: SourceId, alias: &str) {
        if let Some(source) = self.list.get_mut(id.0 as usize) {
            source.alias = Some(alias.into());
        }
    }

    /// The text of a source, where it is kept.
    #[must_use]
    pub fn text(&self, id: SourceId) -> Option<&str> {
        self.get(id)?.text.as_deref()
    }

    /// Gives a source its text back.
    pub fn restore(&mut self, id: SourceId, text: Arc<str>) {
        if let Some(source) = self.list.get_mut(id.0 as usize) {
            source.text = Some(text);
            source.ruler = OnceLock::new();
        }
    }

    /// Drops the text of a source that is no longer what its file says.
    pub fn forget(&mut self, id: SourceId) {
        if let Some(source) = self.list.get_mut(id.0 as usize) {
            source.text = None;
            source.ruler = OnceLock::new();
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// First and last place of a span; line 1, column 1 where the text is not kept.
    #[must_use]
    pub fn places(&self, span: Span) -> (Place, Place) {
        let place = |offset: u32| self.lined(span.source, offset as usize).0;
        (place(span.start), place(span.end))
    }

    /// The place of a byte offset and the byte its line begins at. An offset inside a character or
    /// past the end is moved back.
    #[must_use]
    pub fn lined(&self, id: SourceId, offset: usize) -> (Place, usize) {
        match self.get(id) {
            Some(Source { text: Some(text), ruler, .. }) => {
                ruler.get_or_init(|| Ruler::new(text)).lined(text, offset)
            }
            _ => (Place { line: 1, column: 1 }, 0),
        }
    }
}

/// Marks at equal steps through a text, so that a place is found without walking from its beginning:
/// a hundred thousand findings in one line would else walk the line as often.
#[derive(Clone, Debug)]
struct Ruler {
    marks: Vec<Mark>,
}

/// What is known at one step of a [`Ruler`].
#[derive(Clone, Copy, Debug)]
struct Mark {
    /// The place of the first character that begins at or behind the step.
    place: Place,
    /// The byte that character begins at.
    at: usize,
    /// The byte its line begins at.
    line_start: usize,
}

impl Mark {
    /// Walks on to a byte where a character begins.
    fn walk(mut self, text: &str, to: usize) -> Self {
        let passed = &text[self.at..to];
        if let Some(newline) = passed.rfind('\n') {
            self.place.line += passed.bytes().filter(|&byte| byte == b'\n').count();
            self.place.column = 1 + passed[newline + 1..].chars().count();
            self.line_start = self.at + newline + 1;
        } else {
            self.place.column += passed.chars().count();
        }
        self.at = to;
        self
    }
}

impl Ruler {
    /// Bytes between two marks.
    const STEP: usize = 2048;

    fn new(text: &str) -> Self {
        let mut mark = Mark { place: Place { line: 1, column: 1 }, at: 0, line_start: 0 };
        let mut marks = Vec::with_capacity(text.len() / Self::STEP + 1);
        marks.push(mark);
        for step in (Self::STEP..=text.len()).step_by(Self::STEP) {
            mark = mark.walk(text, text.ceil_char_boundary(step));
            marks.push(mark);
        }
        Self { marks }
    }

    fn lined(&self, text: &str, offset: usize) -> (Place, usize) {
        let offset = text.floor_char_boundary(offset);
        let mut mark = self.marks[offset / Self::STEP];
        // Inside the character a step fell into: the mark stands behind it.
        if mark.at > offset {
            mark = self.marks[offset / Self::STEP - 1];
        }
        let here = mark.walk(text, offset);
        (here.place, here.line_start)
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, Sources};
    use crate::base::span::SourceId;
    use std::sync::Arc;

    fn only(text: &str) -> (Sources, SourceId) {
        let mut sources = Sources::default();
        let id = sources.add("a.md", Some(Arc::from(text)));
        (sources, id)
    }

    #[test]
    fn columns_count_characters() {
        let text = "标题\n电话：12348";
        let (sources, id) = only(text);
        let place = |offset| sources.lined(id, offset).0;
        assert_eq!(place(0), Place { line: 1, column: 1 });
        assert_eq!(place(text.find('1').unwrap()), Place { line: 2, column: 4 });
        assert_eq!(place(1), Place { line: 1, column: 1 }, "inside a character");
        assert_eq!(place(999), Place { line: 2, column: 9 }, "past the end");
    }

    #[test]
    fn a_long_text_is_counted_like_a_short_one() {
        let text: String = (0..4_000).map(|at| if at % 700 == 699 { '\n' } else { '字' }).collect();
        let (sources, id) = only(&text);
        let (mut line, mut column, mut start) = (1, 1, 0);
        for (at, letter) in text.char_indices() {
            assert_eq!(sources.lined(id, at), (Place { line, column }, start), "byte {at}");
            column += 1;
            if letter == '\n' {
                (line, column, start) = (line + 1, 1, at + 1);
            }
        }
    }
}
