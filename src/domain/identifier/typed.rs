//! Where the labels of ID numbers stand, as they are typed: forms fill a line with 身 份 证 号, and what
//! nobody sees may stand between its characters.
//!
//! Every file is searched for them, so the search is for their first two characters in one pass, and
//! only there a label is read character by character.

use std::ops::Range;
use std::sync::LazyLock;

use super::shown::next;
use super::signs::{Sign, sign};
use crate::base::look::words::Words;

/// How labels of a person's number begin, and whether nothing else begins so: 证件号 may be that of any
/// certificate.
const LABELS: [(&str, bool); 3] = [("身份", true), ("公民号", true), ("证件号", false)];
/// What stands between two characters of a label, at most.
const SPREAD: usize = 6;

static LOOK: LazyLock<Words> = LazyLock::new(|| {
    let spaces =
        [" ", "\u{3000}", "\u{A0}", "\u{2002}", "\u{2003}", "\u{AD}", "\u{200B}", "\u{FEFF}"];
    let marks = ["&", "<", "*", "\u{200C}", "\u{200D}", "\u{2060}"];
    let first = ["身", "公", "证"];
    let apart =
        first.iter().flat_map(|c| spaces.iter().chain(&marks).map(move |s| format!("{c}{s}")));
    let together = LABELS.iter().map(|(label, _)| (*label).to_owned());
    // Some programs write what is not ASCII in code.
    let coded = ['身', '公', '证'].into_iter().map(u32::from).flat_map(|c| {
        [
            format!("&#{c};"),
            format!("&#x{c:x};"),
            format!("&#x{c:X};"),
            format!("\\u{c:x}"),
            format!("\\u{c:X}"),
        ]
    });
    let all: Vec<String> = together.chain(apart).chain(coded).collect();
    Words::of(&all.iter().map(String::as_str).collect::<Vec<_>>())
});

/// A label: where it stands, and whether it can be no other number's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) place: Range<usize>,
    pub(super) sure: bool,
}

/// The labels in some bytes, read as a page where `tags` says so.
pub(super) fn labels(bytes: &[u8], tags: bool) -> impl Iterator<Item = Label> {
    LOOK.find_bytes(bytes).filter_map(move |hit| {
        LABELS.iter().find_map(|(label, sure)| {
            let end = read(bytes, hit.start(), label, tags)?;
            Some(Label { place: hit.start()..end, sure: *sure })
        })
    })
}

/// Where a label ends that is typed from a place on.
fn read(bytes: &[u8], mut at: usize, label: &str, tags: bool) -> Option<usize> {
    let mut left = label.chars().peekable();
    let mut between = 0;
    while let Some(wanted) = left.peek() {
        if at >= bytes.len() || between > SPREAD {
            return None;
        }
        let (width, c) = next(bytes, at, tags);
        at += width;
        match c {
            Some(c) if c == *wanted => {
                left.next();
                between = 0;
            }
            Some(c) if between_characters(c) => between += 1,
            Some(_) => return None,
            None => {}
        }
    }
    Some(at)
}

/// What may stand between the characters of a word that is spread over a line, or is not seen.
pub(super) fn between_characters(c: char) -> bool {
    let space = c.is_whitespace() && !matches!(c, '\n' | '\r' | '\t');
    space || sign(c) == Sign::Nothing || c == '*'
}

#[cfg(test)]
mod tests {
    use super::labels;

    fn found(text: &str, tags: bool) -> Vec<&str> {
        labels(text.as_bytes(), tags).map(|label| &text[label.place]).collect()
    }

    #[test]
    fn however_they_are_typed() {
        for label in [
            "身份",
            "身 份",
            "身\u{3000}\u{3000}份",
            "身\u{200B}份",
            "证件号",
            "证 件 号",
            "公 民 号",
            "身**份",
        ] {
            assert_eq!(found(&format!("柳某{label}证码：3"), false), [label], "{label}");
        }
        assert_eq!(
            found("<b>身</b> 份证&nbsp;号 公&ensp;民号", true),
            ["身</b> 份", "公&ensp;民号"]
        );
        assert_eq!(
            found("&#36523;&#20221;&#35777; &#x8EAB;&#x4efd;&#35777; \\u8bc1\\u4ef6\\u53f7", true),
            ["&#36523;&#20221;", "&#x8EAB;&#x4efd;", "\\u8bc1\\u4ef6\\u53f7"]
        );
        for none in ["人身 损害", "证 明", "公 告", "身\n份", "证件 复印"] {
            assert!(found(none, false).is_empty(), "{none}");
        }
    }
}
