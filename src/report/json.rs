//! Findings for programs: one JSON object a line, lines and columns from 1, columns in characters.

use serde_json::json;

use crate::base::diagnostic::Diagnostic;
use crate::base::source::Sources;
use crate::base::text::Text;
use crate::report::severity_key;

/// All findings, one object a line.
#[must_use]
pub fn render(findings: &[Diagnostic], sources: &Sources) -> String {
    let mut out = String::new();
    for finding in findings {
        out.push_str(&one(finding, sources).to_string());
        out.push('\n');
    }
    out
}

fn one(finding: &Diagnostic, sources: &Sources) -> serde_json::Value {
    let both = |text: &Text| json!({"zh": text.zh, "en": text.en});
    let help: Vec<_> = finding.hints.iter().map(both).collect();
    let (path, from, to) = match finding.at {
        Some(at) => {
            let (from, to) = sources.places(at);
            (Some(sources.name(at.source).into_owned()), Some(from), Some(to))
        }
        None => (None, None, None),
    };
    json!({
        "code": finding.code.id(),
        "severity": severity_key(finding.severity),
        "path": path,
        "line": from.map(|place| place.line),
        "column": from.map(|place| place.column),
        "end_line": to.map(|place| place.line),
        "end_column": to.map(|place| place.column),
        "message": both(&finding.message),
        "help": help,
    })
}
