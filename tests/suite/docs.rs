//! What the documents for editors promise: every example in `docs/content.md` is a page that passes,
//! every kind and every value they may choose from is named there.

use lantian::domain::kind::KindName;
use lantian::domain::kinds::{case, channel, contact, eligibility, notice};

use crate::site::{Site, repository};

fn document(name: &str) -> String {
    std::fs::read_to_string(repository().join("docs").join(name)).unwrap()
}

/// The examples of a document: the path named behind the fence, and what stands inside.
fn examples(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some((_, path)) = line.strip_prefix("```").and_then(|rest| rest.split_once(' ')) else {
            continue;
        };
        let inside: Vec<_> = lines.by_ref().take_while(|line| *line != "```").collect();
        found.push((path.to_owned(), inside.join("\n") + "\n"));
    }
    found
}

#[test]
fn every_example_for_editors_passes_the_check() {
    let examples = examples(&document("content.md"));
    assert!(examples.len() >= 11, "a page of each kind and site.toml: {}", examples.len());
    let site = Site::empty();
    for (path, text) in &examples {
        site.write(path, text);
    }
    // Examples are of no particular day: that nothing new was published is not their fault.
    let mut findings = site.findings(&["--no-print"]);
    findings.retain(|finding| !["C336", "C337"].contains(&finding["code"].as_str().unwrap()));
    let shown: Vec<_> = findings.iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "\n{}", shown.join("\n"));
    site.build().expect(0);
}

#[test]
fn editors_are_told_every_value_they_may_choose() {
    let text = document("content.md");
    let mut words: Vec<&str> = KindName::ALL.map(KindName::word).to_vec();
    words.extend(eligibility::Hardship::WORDS.map(|(word, _)| word));
    words.extend(channel::Mode::WORDS.map(|(word, _)| word));
    words.extend(contact::Role::WORDS.map(|(word, _)| word));
    words.extend(case::CaseType::WORDS.map(|(word, _)| word));
    words.extend(case::AidForm::WORDS.map(|(word, _)| word));
    words.extend(notice::IDENTIFIER_KINDS.map(|(word, _)| word));
    let missing: Vec<_> =
        words.into_iter().filter(|word| !text.contains(&format!("`{word}`"))).collect();
    assert!(missing.is_empty(), "not in docs/content.md: {missing:?}");
}
