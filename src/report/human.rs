//! Findings for people: what, where with the source line marked, how to mend it.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use rayon::prelude::*;

use crate::base::diagnostic::{Diagnostic, Severity};
use crate::base::source::{Sources, place};
use crate::base::span::Span;
use crate::base::text::{Lang, Text};
use crate::report::severity_word;

/// Whether to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// For files and pipes.
    Plain,
    /// For terminals.
    Colour,
}

/// Lines longer than this many bytes are cut around the mark.
const LONGEST_LINE: usize = 400;
/// A mark over more lines than this shows only its first lines.
const MOST_LINES: usize = 6;

/// All findings, one after the other, separated by blank lines.
#[must_use]
pub fn render(findings: &[Diagnostic], sources: &Sources, lang: Lang, paint: Paint) -> String {
    let renderer = match paint {
        Paint::Plain => Renderer::plain(),
        Paint::Colour => Renderer::styled(),
    };
    let parts = findings.par_iter().map(|finding| one(finding, sources, lang, &renderer) + "\n\n");
    parts.collect::<Vec<_>>().concat()
}

fn one(finding: &Diagnostic, sources: &Sources, lang: Lang, renderer: &Renderer) -> String {
    let word = severity_word(finding.severity);
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Remark => Level::NOTE,
    };
    let level = level.with_name(word.get(lang).to_owned());
    let title = level.primary_title(finding.message.get(lang)).id(finding.code.id());
    let hint = Level::HELP.with_name(if lang == Lang::Zh { "提示" } else { "help" });
    let hints = finding.hints.iter().map(|text| hint.clone().message(text.get(lang)));
    let excerpts = excerpts(finding, sources, lang);
    let mut group = if excerpts.is_empty() {
        Group::with_title(title)
    } else {
        title.elements(excerpts.iter().map(Excerpt::snippet))
    };
    if excerpts.is_empty()
        && let Some(at) = finding.at
    {
        let path = sources.path(at.source).to_string_lossy().into_owned();
        group = group.element(annotate_snippets::Origin::path(path));
    }
    renderer.render(&[group.elements(hints)])
}

/// A piece of a source and the marks in it.
struct Excerpt {
    path: String,
    first_line: usize,
    text: String,
    marks: Vec<(std::ops::Range<usize>, bool, String)>,
}

impl Excerpt {
    fn snippet(&self) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
        let marks = self.marks.iter().map(|(range, primary, label)| {
            let kind = if *primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            let mark = kind.span(range.clone());
            if label.is_empty() { mark } else { mark.label(label.as_str()) }
        });
        Snippet::source(self.text.as_str())
            .path(self.path.as_str())
            .line_start(self.first_line)
            .annotations(marks)
    }
}

fn excerpts(finding: &Diagnostic, sources: &Sources, lang: Lang) -> Vec<Excerpt> {
    let Some(at) = finding.at else { return Vec::new() };
    let own = finding.labels.iter().find(|label| label.span == at);
    let own = own.map_or("", |label| Text::get(&label.value, lang));
    let others = finding.labels.iter().filter(|label| label.span != at);
    let places = [(at, true, own)]
        .into_iter()
        .chain(others.map(|label| (label.span, false, label.value.get(lang))));
    places.filter_map(|(span, primary, label)| excerpt(span, primary, label, sources)).collect()
}

fn excerpt(span: Span, primary: bool, label: &str, sources: &Sources) -> Option<Excerpt> {
    let text = sources.text(span.source).filter(|text| !text.is_empty())?;
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(span.range().start);
    let end = floor(span.range().end).max(start);
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = |from: usize| text[from..].find('\n').map_or(text.len(), |at| from + at);
    let mut last = line_end(start);
    for _ in 1..MOST_LINES {
        if last >= end || last >= text.len() {
            break;
        }
        last = line_end(last + 1);
    }
    let end = end.min(last);
    // A line of thousands of characters would fill the screen: only the part around the mark.
    let from = if start - line_start > LONGEST_LINE {
        floor(start - LONGEST_LINE / 2)
    } else {
        line_start
    };
    let to = if last - end > LONGEST_LINE { floor(end + LONGEST_LINE / 2) } else { last };
    let path = sources.path(span.source).to_string_lossy().into_owned();
    Some(Excerpt {
        path,
        first_line: place(text, start).line,
        text: text[from..to].to_owned(),
        marks: vec![(start - from..end - from, primary, label.to_owned())],
    })
}

#[cfg(test)]
mod tests {
    use super::{Paint, render};
    use crate::base::code::Code;
    use crate::base::diagnostic::Diagnostic;
    use crate::base::source::Sources;
    use crate::base::span::Span;
    use crate::base::text::Lang;
    use crate::say;

    #[test]
    fn marks_stand_under_wide_characters() {
        let mut sources = Sources::default();
        let text = "+++\ntitle = \"中心\"\n电话 phoen = \"12348\"\n+++\n";
        let id = sources.add("content/contacts/centre.md", Some(text.into()));
        let at = text.find("phoen").unwrap();
        let finding = Diagnostic::new(
            Code::UnknownKey,
            Span::new(id, at..at + 5),
            say!(zh: "未知字段 `phoen`", en: "unknown key `phoen`"),
        )
        .hint(say!(zh: "是否想写 `phone`？", en: "did you mean `phone`?"));
        let shown = render(&[finding], &sources, Lang::Zh, Paint::Plain);
        assert_eq!(
            shown,
            "错误[F101]: 未知字段 `phoen`\n --> content/contacts/centre.md:3:4\n  |\n3 | 电话 phoen = \"12348\"\n  |      ^^^^^\n  |\n  = 提示: 是否想写 `phone`？\n\n",
        );
    }

    #[test]
    fn a_line_without_end_is_cut() {
        let mut sources = Sources::default();
        let text = "字".repeat(50_000);
        let id = sources.add("content/x.md", Some(text.into()));
        let finding =
            Diagnostic::new(Code::RawHtml, Span::new(id, 60_000..60_003), say!(zh: "x", en: "x"));
        assert!(render(&[finding], &sources, Lang::En, Paint::Plain).len() < 4_000);
    }
}
