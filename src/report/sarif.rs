//! Findings as SARIF 2.1.0, the form code-hosting sites and editors read.

use std::collections::BTreeSet;

use serde_json::json;

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::source::Sources;
use crate::base::text::Lang;
use crate::report::severity_key;

/// One SARIF document with all findings.
#[must_use]
pub fn render(findings: &[Diagnostic], sources: &Sources, lang: Lang) -> String {
    let codes: BTreeSet<Code> = findings.iter().map(|finding| finding.code).collect();
    let rules: Vec<_> = codes.into_iter().map(|code| rule(code, lang)).collect();
    let results: Vec<_> = findings.iter().map(|finding| result(finding, sources, lang)).collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "lantian", "version": env!("CARGO_PKG_VERSION"), "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{document:#}\n")
}

fn rule(code: Code, lang: Lang) -> serde_json::Value {
    let entry = code.entry();
    let (title, why) = match lang {
        Lang::Zh => (entry.zh, entry.why_zh),
        Lang::En => (entry.en, entry.why_en),
    };
    json!({
        "id": entry.id,
        "shortDescription": {"text": title},
        "fullDescription": {"text": why},
        "defaultConfiguration": {"level": severity_key(entry.severity)},
    })
}

fn result(finding: &Diagnostic, sources: &Sources, lang: Lang) -> serde_json::Value {
    let mut text = finding.message.get(lang).to_owned();
    for hint in &finding.hints {
        text.push('\n');
        text.push_str(hint.get(lang));
    }
    let locations = finding.at.into_iter().map(|at| {
        let (from, to) = sources.places(at);
        json!({"physicalLocation": {
            "artifactLocation": {"uri": uri(&sources.name(at.source))},
            "region": {
                "startLine": from.line, "startColumn": from.column,
                "endLine": to.line, "endColumn": to.column,
            },
        }})
    });
    let locations: Vec<_> = locations.collect();
    json!({
        "ruleId": finding.code.id(),
        "level": severity_key(finding.severity),
        "message": {"text": text},
        "locations": locations,
    })
}

/// A relative path as a URI reference: what is not plain is percent-encoded.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
