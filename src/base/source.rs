//! The texts people wrote, by number, and how a byte becomes a line and a column.
//!
//! A build of ten thousand pages does not keep their texts: each is read, parsed and dropped, and
//! only the few that findings point into are read again when the findings are shown
//! (`load::recall`). So a source always has a path and sometimes a text.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::span::{SourceId, Span};

/// One file: its path relative to the site's folder, and its text where it is kept.
#[derive(Clone, Debug)]
pub struct Source {
    /// Relative to the root, with `/`; for embedded templates `templates/…`.
    pub path: PathBuf,
    /// Decoded text without a byte-order mark; `None` when it was dropped after parsing.
    pub text: Option<Arc<str>>,
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
        self.list.push(Source { path: path.into(), text });
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

    /// The text of a source, where it is kept.
    #[must_use]
    pub fn text(&self, id: SourceId) -> Option<&str> {
        self.get(id)?.text.as_deref()
    }

    /// Gives a source its text back.
    pub fn restore(&mut self, id: SourceId, text: Arc<str>) {
        if let Some(source) = self.list.get_mut(id.0 as usize) {
            source.text = Some(text);
        }
    }

    /// Drops the text of a source that is no longer what its file says.
    pub fn forget(&mut self, id: SourceId) {
        if let Some(source) = self.list.get_mut(id.0 as usize) {
            source.text = None;
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
        let text = self.text(span.source).unwrap_or("");
        (place(text, span.start as usize), place(text, span.end as usize))
    }
}

/// Line and column of a byte offset; an offset inside a character or past the end is moved back.
#[must_use]
pub fn place(text: &str, offset: usize) -> Place {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    Place {
        line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, place};

    #[test]
    fn columns_count_characters() {
        let text = "标题\n电话：12348";
        assert_eq!(place(text, 0), Place { line: 1, column: 1 });
        assert_eq!(place(text, text.find('1').unwrap()), Place { line: 2, column: 4 });
        assert_eq!(place(text, 1), Place { line: 1, column: 1 }, "inside a character");
        assert_eq!(place(text, 999), Place { line: 2, column: 9 }, "past the end");
    }
}
