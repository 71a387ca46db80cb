//! Findings become words: on a terminal, as JSON lines, as SARIF, on top of a preview page.
//!
//! One file for each form. Nothing here decides what is wrong; nothing elsewhere decides how it
//! looks. All return text: printing it is the business of `cli`.

pub mod explain;
pub mod human;
pub mod json;
pub mod overlay;
pub mod sarif;

use crate::base::diagnostic::{Diagnostic, Severity};
use crate::base::text::{Lang, Text};
use crate::say;

/// How many findings of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Remarks.
    pub remarks: usize,
}

impl Tally {
    /// Counts.
    #[must_use]
    pub fn of(findings: &[Diagnostic]) -> Self {
        let count = |severity| findings.iter().filter(|f| f.severity == severity).count();
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            remarks: count(Severity::Remark),
        }
    }

    /// 3 个错误，2 个警告 / 3 errors, 2 warnings; empty where there is nothing.
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        let plural = |n: usize| if n == 1 { "" } else { "s" };
        let parts = [
            (
                self.errors,
                format!("{} 个错误", self.errors),
                format!("{} error{}", self.errors, plural(self.errors)),
            ),
            (
                self.warnings,
                format!("{} 个警告", self.warnings),
                format!("{} warning{}", self.warnings, plural(self.warnings)),
            ),
            (
                self.remarks,
                format!("{} 个提醒", self.remarks),
                format!("{} remark{}", self.remarks, plural(self.remarks)),
            ),
        ];
        let parts = parts.into_iter().filter(|(count, ..)| *count > 0);
        let words: Vec<_> =
            parts.map(|(_, zh, en)| if lang == Lang::Zh { zh } else { en }).collect();
        words.join(if lang == Lang::Zh { "，" } else { ", " })
    }
}

/// 错误, 警告, 提醒.
fn severity_word(severity: Severity) -> Text {
    match severity {
        Severity::Error => say!(zh: "错误", en: "error"),
        Severity::Warning => say!(zh: "警告", en: "warning"),
        Severity::Remark => say!(zh: "提醒", en: "note"),
    }
}

/// The word programs read.
fn severity_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Remark => "note",
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;
    use crate::base::text::Lang;

    #[test]
    fn counts_in_words() {
        let tally = Tally { errors: 1, warnings: 2, remarks: 0 };
        assert_eq!(tally.words(Lang::Zh), "1 个错误，2 个警告");
        assert_eq!(tally.words(Lang::En), "1 error, 2 warnings");
        assert_eq!(Tally::default().words(Lang::Zh), "");
    }
}
