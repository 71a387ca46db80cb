//! Findings kept from one run to the next as lines of JSON.
//!
//! A build of the same files makes the same site and finds the same: nothing need be read again to
//! say so. Places are kept by the path of their file, since numbers of sources belong to a run.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::code::Code;
use super::diagnostic::{Diagnostic, Severity};
use super::source::Sources;
use super::span::{SourceId, Span, Spanned};
use super::text::Text;

/// Path, first byte, one past the last.
type Place = (String, u32, u32);

/// Chinese and English.
type Words = (String, String);

#[derive(Serialize, Deserialize)]
struct Kept {
    code: String,
    /// 0 error, 1 warning, 2 remark.
    severity: u8,
    at: Option<Place>,
    message: Words,
    labels: Vec<(Place, Words)>,
    hints: Vec<Words>,
}

/// The findings as lines.
#[must_use]
pub fn lines(findings: &[Diagnostic], sources: &Sources) -> Vec<String> {
    let place = |span: Span| {
        (sources.path(span.source).to_string_lossy().into_owned(), span.start, span.end)
    };
    findings.iter().map(|finding| line(finding, &place)).collect()
}

/// A finding as a line, its places written by `place`.
fn line(finding: &Diagnostic, place: &dyn Fn(Span) -> Place) -> String {
    let words = |text: &Text| (text.zh.clone(), text.en.clone());
    let kept = Kept {
        code: finding.code.id().to_owned(),
        severity: match finding.severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Remark => 2,
        },
        at: finding.at.map(place),
        message: words(&finding.message),
        labels: finding.labels.iter().map(|it| (place(it.span), words(&it.value))).collect(),
        hints: finding.hints.iter().map(words).collect(),
    };
    // Strings and numbers are always JSON.
    serde_json::to_string(&kept).unwrap_or_default()
}

/// Findings that all stand at `at`, as lines that say nothing of the place; none where one stands
/// elsewhere too.
#[must_use]
pub fn lines_at(findings: &[Diagnostic], at: Span) -> Option<Vec<String>> {
    let there = |finding: &&Diagnostic| {
        finding.at == Some(at) && finding.labels.is_empty() && finding.words.is_none()
    };
    let nowhere = |_| Place::default();
    findings.iter().map(|one| Some(one).filter(there).map(|one| line(one, &nowhere))).collect()
}

/// The findings of such lines, all at `at`, wherever that is by now.
#[must_use]
pub fn again_at(lines: &[String], at: Span) -> Vec<Diagnostic> {
    let found = again(lines).map(|(findings, _)| findings).unwrap_or_default();
    found.into_iter().map(|finding| Diagnostic { at: Some(at), ..finding }).collect()
}

/// The findings of these lines, and the sources they point into; none where a line is not as it was
/// written.
#[must_use]
pub fn again(lines: &[String]) -> Option<(Vec<Diagnostic>, Sources)> {
    let (mut sources, mut numbers) = (Sources::default(), BTreeMap::<String, SourceId>::new());
    let mut span = |(path, start, end): Place| {
        let number = numbers.entry(path).or_insert_with_key(|path| sources.add(path, None));
        Span { source: *number, start, end }
    };
    let text = |(zh, en): Words| Text { zh, en };
    let finding = |line: &String| {
        let kept: Kept = serde_json::from_str(line).ok()?;
        Some(Diagnostic {
            code: Code::find(&kept.code)?,
            severity: match kept.severity {
                0 => Severity::Error,
                1 => Severity::Warning,
                _ => Severity::Remark,
            },
            at: kept.at.map(&mut span),
            message: text(kept.message),
            labels: kept
                .labels
                .into_iter()
                .map(|(place, words)| Spanned::new(text(words), span(place)))
                .collect(),
            hints: kept.hints.into_iter().map(text).collect(),
            words: None,
        })
    };
    let findings = lines.iter().map(finding).collect::<Option<Vec<_>>>()?;
    Some((findings, sources))
}

#[cfg(test)]
mod tests {
    use super::{again, lines};
    use crate::base::code::Code;
    use crate::base::diagnostic::{Diagnostic, Severity};
    use crate::base::source::Sources;
    use crate::base::span::Span;
    use crate::say;

    #[test]
    fn what_is_kept_comes_back() {
        let mut sources = Sources::default();
        let (_, page) = (sources.add("content/a.md", None), sources.add("content/b.md", None));
        let words = || say!(zh: "甲“乙”", en: "a “b”");
        let mut one = Diagnostic::new(Code::MissingCommon, Span::new(page, 3..9), words())
            .hint(words())
            .label(Span::new(page, 1..2), words());
        one.severity = Severity::Remark;
        let all = [one, Diagnostic::general(Code::NotAFont, words())];
        let (back, known) = again(&lines(&all, &sources)).unwrap();
        assert_eq!(lines(&back, &known), lines(&all, &sources));
        assert_eq!(back[0].severity, Severity::Remark);
        assert!(again(&["no".to_owned()]).is_none());
    }
}
