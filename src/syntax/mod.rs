//! Floor 2: text becomes records and bodies. Total: whatever the text, it never fails.
//!
//! One page is read in three steps: find the front matter between its two lines of `+++`
//! ([`document`]), read it as TOML into a record ([`toml`]), read the rest as Markdown into the
//! body tree ([`markdown`]). Every offset is an offset into the file, so that findings of all three
//! point into one text. Nothing above this floor sees TOML or Markdown.

mod anchor;
mod emphasis;
mod html;
pub mod markdown;
pub mod toml;
mod tree;

use std::ops::Range;

use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::record::Record;
use crate::base::span::{SourceId, Span};
use crate::domain::body::Body;
use crate::say;

/// One page as written.
#[derive(Clone, Debug)]
pub struct Document {
    /// The front matter.
    pub record: Record,
    /// The opening line of the front matter: where a missing key is reported.
    pub at: Span,
    /// Whether the front matter had faults that hide keys, so that some may seem missing; a day
    /// that does not exist hides none.
    pub faulty: bool,
    /// The text.
    pub body: Body,
}

/// Reads one page. `None` where there is no front matter to read.
#[must_use]
pub fn document(source: SourceId, text: &str) -> Reported<Option<Document>> {
    let (front, rest) = match split(text) {
        Ok(parts) => parts,
        Err(fault) => return Reported::new(None, vec![fault.finding(source, text)]),
    };
    let read = toml::record(source, text, front.clone());
    let faulty = read.diagnostics.iter().any(|finding| finding.code != Code::BadDate);
    let mut found = read.diagnostics;
    let body = markdown::body(source, text, rest).drain_into(&mut found);
    let opening = text[..front.start].trim_end().len();
    let at = Span::new(source, opening.saturating_sub(3)..opening);
    Reported::new(Some(Document { record: read.value, at, faulty, body }), found)
}

/// What is wrong with the frame of a front matter.
enum FrameFault {
    None,
    Unclosed(Range<usize>),
}

impl FrameFault {
    fn finding(self, source: SourceId, text: &str) -> Diagnostic {
        match self {
            Self::None => {
                let first = text.lines().next().map_or(0, str::len);
                Diagnostic::new(
                    Code::NoFrontMatter,
                    Span::new(source, 0..first),
                    say!(zh: "文件开头没有页首信息", en: "the file does not open with front matter"),
                )
                .hint(say!(
                    zh: "在最前面写三行：`+++`、`title = \"标题\"`、`+++`",
                    en: "start the file with three lines: `+++`, `title = \"…\"`, `+++`",
                ))
            }
            Self::Unclosed(opening) => Diagnostic::new(
                Code::UnclosedFrontMatter,
                Span::new(source, opening),
                say!(zh: "这一行 +++ 没有配对的 +++", en: "this +++ has no second +++"),
            )
            .hint(say!(
                zh: "在页首信息写完之后、正文之前加单独一行 `+++`",
                en: "add a line `+++` after the front matter, before the text",
            )),
        }
    }
}

/// The byte ranges of the front matter and of the rest.
fn split(text: &str) -> Result<(Range<usize>, Range<usize>), FrameFault> {
    let mut lines = line_ranges(text);
    let opening = lines.by_ref().find(|line| !text[line.clone()].trim().is_empty());
    let opening = opening.filter(|line| text[line.clone()].trim() == "+++");
    let Some(opening) = opening else { return Err(FrameFault::None) };
    let closing = lines.find(|line| text[line.clone()].trim_end() == "+++");
    match closing {
        Some(closing) => Ok((opening.end..closing.start, closing.end..text.len())),
        None => {
            let words = text[opening.clone()].trim_end().len();
            Err(FrameFault::Unclosed(opening.start..opening.start + words))
        }
    }
}

/// Every line with its line feed.
fn line_ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let range = start..start + line.len();
        start = range.end;
        range
    })
}

#[cfg(test)]
mod tests {
    use super::document;
    use crate::base::code::Code;
    use crate::base::span::SourceId;

    fn codes(text: &str) -> Vec<Code> {
        document(SourceId(0), text).diagnostics.into_iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn frames() {
        assert_eq!(codes("+++\ntitle = \"x\"\n+++\n正文\n"), []);
        assert_eq!(codes("\r\n+++\r\ntitle = \"x\"\r\n+++\r\n正文"), []);
        assert_eq!(codes("# 标题\n"), [Code::NoFrontMatter]);
        assert_eq!(codes(""), [Code::NoFrontMatter]);
        assert_eq!(codes("+++\ntitle = \"x\"\n正文"), [Code::UnclosedFrontMatter]);
    }
}
