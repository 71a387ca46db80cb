//! What is to be said of a piece, kept with its files until the next printing.
//!
//! A piece that is not set again must still be judged: a book too thick to staple is too thick the
//! next time too. Findings at the piece's own entry in site.toml are kept as lines of JSON and put
//! back at that entry, wherever it stands by then. A piece with findings elsewhere (a character on a
//! page that no font has) is set again each time: the place may have moved.

use serde::{Deserialize, Serialize};

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::text::Text;
use crate::domain::brochure::Brochure;

/// A finding without its place.
#[derive(Serialize, Deserialize)]
struct Said {
    code: String,
    zh: String,
    en: String,
    /// Chinese and English.
    hints: Vec<(String, String)>,
}

/// The findings as lines; none where one of them has a place of its own.
pub(super) fn lines(findings: &[Diagnostic], brochure: &Brochure) -> Option<Vec<String>> {
    let line = |finding: &Diagnostic| {
        let Diagnostic { code, at, message, labels, hints, words, .. } = finding;
        let own = *at == Some(brochure.id.span) && labels.is_empty() && words.is_none();
        let said = Said {
            code: code.id().to_owned(),
            zh: message.zh.clone(),
            en: message.en.clone(),
            hints: hints.iter().map(|hint| (hint.zh.clone(), hint.en.clone())).collect(),
        };
        own.then(|| serde_json::to_string(&said).ok())?
    };
    findings.iter().map(line).collect()
}

/// The findings of these lines, at the entry of `brochure`.
pub(super) fn again(lines: &[String], brochure: &Brochure) -> Vec<Diagnostic> {
    let finding = |line: &String| {
        let Said { code, zh, en, hints } = serde_json::from_str(line).ok()?;
        let finding = Diagnostic::new(Code::find(&code)?, brochure.id.span, Text { zh, en });
        Some(hints.into_iter().fold(finding, |it, (zh, en)| it.hint(Text { zh, en })))
    };
    lines.iter().filter_map(finding).collect()
}
