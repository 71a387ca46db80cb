//! Looked over before it goes to the print shop: what a shop would send back is found here.
//!
//! `facts` measures the pages that were set, `judge` says what of it a shop would refuse or a reader
//! could not read, `report` writes the sheet that goes along with the file.

mod facts;
mod judge;
mod report;

use std::collections::BTreeSet;

use typst_layout::PagedDocument;

use crate::base::diagnostic::Diagnostic;
use crate::print::data::Job;
use crate::print::shop::Finished;
use crate::print::told::Told;

pub(super) use facts::Facts;

/// A piece and everything known of it.
pub(super) struct Piece<'p> {
    pub(super) job: &'p Job<'p>,
    pub(super) facts: Facts,
    pub(super) told: Told,
    pub(super) finished: &'p Finished,
    /// 2026年11月24日
    pub(super) today: String,
    /// The edition code.
    pub(super) code: String,
    /// Where its QR codes lead.
    pub(super) url: String,
}

/// The sheet that goes along, and what is to be said of the piece.
pub(super) fn look_over(piece: &Piece<'_>) -> (String, Vec<Diagnostic>) {
    let findings = judge::findings(piece);
    (report::report(piece, &findings), findings)
}

/// Measures a document.
pub(super) fn measure(document: &PagedDocument) -> Facts {
    Facts::of(document)
}

/// Page numbers as people say them: 3、5、8–10.
fn numbers(pages: &BTreeSet<usize>) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for page in pages {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *page => *last = *page,
            _ => runs.push((*page, *page)),
        }
    }
    let said = runs.iter().map(|(first, last)| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    });
    said.collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn runs_of_pages_are_said_once() {
        assert_eq!(numbers(&[1, 3, 4, 5, 9].into()), "1、3–5、9");
        assert_eq!(numbers(&[].into()), "");
    }
}
