//! Names behind a dot that no view has (T403).
//!
//! Tera stops at `{{ page.titel }}`, but takes `{% if page.titel %}` for no: what stands inside is
//! never shown, and nobody is told. So every name behind a dot in a template is held against the names
//! of all views ([`FIELDS`], written from them). Which view a value is of is not asked: a slip of the
//! hand is no name of any.

use std::ops::Range;

use super::fault::Sources;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::record::nearest;
use crate::base::span::Span;
use crate::say;
use crate::view::fields::FIELDS;

/// What Tera knows of a turn of a loop.
const OF_A_LOOP: [&str; 5] = ["index", "index0", "first", "last", "length"];

/// Names that come from the content: `site.about.complaint` is a page.
const MAPS: [&str; 1] = ["about"];

/// A finding for each name that no view has.
pub(super) fn findings(sources: &Sources) -> Vec<Diagnostic> {
    let all = sources.values().flat_map(|file| {
        let text = &*file.text;
        let unknown = fields(text).into_iter().filter(|at| !known(&text[at.clone()]));
        unknown.map(|at| finding(&text[at.clone()], Span::new(file.source, at)))
    });
    all.collect()
}

fn known(name: &str) -> bool {
    FIELDS.binary_search(&name).is_ok() || OF_A_LOOP.contains(&name)
}

fn finding(name: &str, at: Span) -> Diagnostic {
    let said = say!(
        zh: "没有哪种数据有 `{name}` 这一项，这里总是当作空的",
        en: "no data has a field `{name}`: it always counts as empty",
    );
    let hint = match nearest(name, FIELDS.iter().copied()) {
        Some(near) => say!(zh: "是否想写 `{near}`？", en: "did you mean `{near}`?"),
        None => say!(
            zh: "名字照 docs/templates.md 里的写",
            en: "take the name from docs/templates.md",
        ),
    };
    Diagnostic::new(Code::UnknownField, at, said).hint(hint)
}

/// Where the names behind a dot stand: in what Tera reads, outside of its strings.
fn fields(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|open| at + open) {
        at = match &text.as_bytes()[open..] {
            [_, b'#', ..] => text[open..].find("#}").map_or(text.len(), |end| open + end),
            [_, b'{' | b'%', ..] => within(text, open + 2, &mut found),
            _ => open + 1,
        };
    }
    found
}

/// The same from the first byte behind `{{` or `{%`; where it ends. What stands between `raw` and
/// `endraw` is text.
fn within(text: &str, start: usize, found: &mut Vec<Range<usize>>) -> usize {
    let bytes = text.as_bytes();
    if text[start..].trim_start_matches(['-', ' ']).starts_with("raw") {
        return text[start..].find("endraw").map_or(text.len(), |end| start + end);
    }
    let (mut at, mut map) = (start, false);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' | b'\'' | b'`' => {
                let end = bytes[at + 1..].iter().position(|other| other == byte);
                at = end.map_or(bytes.len(), |end| at + end + 2);
            }
            b'}' if matches!(bytes[at - 1], b'}' | b'%') => return at + 1,
            _ if is_name(*byte) => {
                let end = bytes[at..].iter().position(|byte| !is_name(*byte));
                let end = end.map_or(bytes.len(), |end| at + end);
                let name = &text[at..end];
                let field = bytes[at - 1] == b'.' && !byte.is_ascii_digit();
                if field && !map {
                    found.push(at..end);
                }
                map = MAPS.contains(&name);
                at = end;
            }
            _ => at += 1,
        }
    }
    bytes.len()
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::{fields, known};
    use crate::view::fields::FIELDS;

    fn found(text: &str) -> Vec<&str> {
        fields(text).into_iter().map(|at| &text[at]).collect()
    }

    #[test]
    fn names_behind_a_dot_and_nothing_else() {
        for (text, names) in [
            ("{% if page.titel and not list?.items %}x.y{% endif %}", vec!["titel", "items"]),
            ("{{ a.b[\"c.d\"].e | join(sep='. f.g') }} a.h", vec!["b", "e"]),
            ("{# a.b #}{{- site.about.complaint.href -}}", vec!["about", "href"]),
            ("{% raw %}{{ a.b }}{% endraw %}{{ a.c }}", vec!["c"]),
            ("{{ 1.5 }}{{ {\"x\": a.b}.x }}{ a.d }", vec!["b", "x"]),
            ("{{ a.b", vec!["b"]),
            ("{{ \"a.b", vec![]),
            ("{{ a.", vec![]),
            ("{% include \"x.html\" %}{{ 法.援 }}", vec![]),
        ] {
            assert_eq!(found(text), names, "{text}");
        }
    }

    #[test]
    fn names_of_the_views() {
        assert!(FIELDS.is_sorted() && known("title") && known("index0") && !known("titel"));
    }
}
