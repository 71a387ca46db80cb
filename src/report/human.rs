//! Findings for people: what, where with the source line marked, how to mend it.

use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use rayon::prelude::*;

use crate::base::diagnostic::{Diagnostic, Severity};
use crate::base::source::{Place, Sources};
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
    let mut group = Group::with_title(title);
    if excerpts.is_empty()
        && let Some(at) = finding.at
    {
        group = group.element(Origin::path(sources.name(at.source)));
    }
    let group = group.elements(excerpts.iter().map(Excerpt::snippet));
    let shown = renderer.render(&[group.elements(hints)]);
    excerpts.iter().fold(shown, |shown, excerpt| excerpt.placed(shown))
}

/// A piece of a source and the marks in it.
struct Excerpt<'s> {
    path: Cow<'s, str>,
    first: Place,
    text: &'s str,
    mark: Range<usize>,
    primary: bool,
    label: &'s str,
}

impl Excerpt<'_> {
    /// The renderer counts columns in the text it is given; where that begins inside its line, the
    /// column is put right in what it made.
    fn placed(&self, shown: String) -> String {
        let counted = self.text[..self.mark.start].chars().count() + 1;
        if counted == self.first.column {
            return shown;
        }
        let place = |column: usize| format!("{}:{}:{column}", self.path, self.first.line);
        shown.replacen(&place(counted), &place(self.first.column), 1)
    }

    fn snippet(&self) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
        let kind = if self.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        let mark = kind.span(self.mark.clone());
        let mark = if self.label.is_empty() { mark } else { mark.label(self.label) };
        Snippet::source(self.text).path(&*self.path).line_start(self.first.line).annotation(mark)
    }
}

fn excerpts<'s>(finding: &'s Diagnostic, sources: &'s Sources, lang: Lang) -> Vec<Excerpt<'s>> {
    let Some(at) = finding.at else { return Vec::new() };
    let own = finding.labels.iter().find(|label| label.span == at);
    let own = own.map_or("", |label| Text::get(&label.value, lang));
    let others = finding.labels.iter().filter(|label| label.span != at);
    let places = [(at, true, own)]
        .into_iter()
        .chain(others.map(|label| (label.span, false, label.value.get(lang))));
    places.filter_map(|(span, primary, label)| excerpt(span, primary, label, sources)).collect()
}

fn excerpt<'s>(
    span: Span,
    primary: bool,
    label: &'s str,
    sources: &'s Sources,
) -> Option<Excerpt<'s>> {
    let text = sources.text(span.source).filter(|text| !text.is_empty())?;
    let start = text.floor_char_boundary(span.range().start);
    let end = text.floor_char_boundary(span.range().end).max(start);
    let (first, line_start) = sources.lined(span.source, start);
    let end = end.min(shown(text, start, end));
    // A line of thousands of characters would fill the screen: only the part around the mark.
    let cut = start - line_start > LONGEST_LINE;
    let from = if cut { text.floor_char_boundary(start - LONGEST_LINE / 2) } else { line_start };
    let far = text.floor_char_boundary(end + LONGEST_LINE);
    let to = match text[end..far].find('\n') {
        Some(newline) => end + newline,
        None if far == text.len() => far,
        None => text.floor_char_boundary(end + LONGEST_LINE / 2),
    };
    Some(Excerpt {
        path: sources.name(span.source),
        first,
        text: &text[from..to],
        mark: start - from..end - from,
        primary,
        label,
    })
}

/// The end of the last line that a mark from `start` to `end` shows.
fn shown(text: &str, start: usize, end: usize) -> usize {
    text[start..end].match_indices('\n').nth(MOST_LINES - 1).map_or(end, |(at, _)| start + at)
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
        let shown = render(&[finding], &sources, Lang::En, Paint::Plain);
        assert!(shown.len() < 4_000);
        assert!(shown.contains("content/x.md:1:20001\n"), "{shown}");
    }
}
