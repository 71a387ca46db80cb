//! A case write-up has its four parts (C312); synonyms of the headings count.

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::domain::body::Leaf;
use crate::domain::kind::Kind;
use crate::domain::kinds::case::{HEADINGS, standard_heading};
use crate::say;

pub(super) fn four_parts(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if !matches!(read.page.kind, Kind::Case(_)) {
        return;
    }
    let headings = read.leaves().filter(|(_, _, leaf)| *leaf == Leaf::Heading);
    let present: Vec<_> = headings.filter_map(|(words, _, _)| standard_heading(words)).collect();
    for names in HEADINGS {
        let name = names[0];
        if !present.contains(&name) {
            // The names that are met most; docs/import.md lists them all.
            let others = names[1..names.len().min(7)].join("、");
            found.push(
                Diagnostic::new(
                    Code::MissingCaseHeading,
                    read.page.head.title.span,
                    say!(zh: "没有“{name}”这一部分", en: "the part “{name}” is missing"),
                )
                .hint(say!(
                    zh: "加一个标题 `## {name}`（也认：{others}）",
                    en: "add a heading `## {name}` (also understood: {others})",
                )),
            );
        }
    }
}
