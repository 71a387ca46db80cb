//! Every finding code: broken sites that fire it, and near misses that do not.
//!
//! The sites are files of `tests/cases/diagnostics/`, one a code, described in `tests/README.md`.

mod story;

use std::collections::BTreeSet;

use lantian::base::code::Code;

use self::story::{Story, stories};
use crate::site::Site;

/// The codes that the program says of a story.
fn said(story: &Story) -> BTreeSet<String> {
    let site = Site::sound();
    story.write(&site);
    if story.print {
        let run = site.run(&["print", "--date", crate::site::TODAY]);
        assert!(run.code < 2, "{}", run.err);
        let codes = Code::ALL.iter().map(|code| code.id().to_owned());
        return codes.filter(|code| run.err.contains(&format!("[{code}]"))).collect();
    }
    let findings = site.findings(&[]);
    findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

fn all_right(wanted: impl Fn(&Story) -> bool) {
    let mut wrong = Vec::new();
    for story in stories().iter().filter(|story| wanted(story)) {
        let codes = said(story);
        if codes.contains(&story.code) != story.fires {
            let how = if story.fires { "does not fire" } else { "fires at the near miss" };
            wrong.push(format!("{} {how}, line {}: {codes:?}", story.code, story.line));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn each_code_fires_and_its_near_miss_does_not() {
    all_right(|story| !story.print);
}

/// What stands against a press file is found when it is made.
#[cfg(feature = "print")]
#[test]
fn each_code_of_the_print_shop_fires_and_its_near_miss_does_not() {
    all_right(|story| story.print);
}

#[test]
fn the_sound_site_has_no_findings() {
    assert!(Site::sound().findings(&[]).is_empty());
}

/// Codes of `import` are tried beside it; I609 (a page is kept) in `import::paper`.
/// P503 (no Chinese font) is tried beside the choice of fonts: a machine cannot be made to forget
/// the fonts it has.
#[test]
fn every_code_is_tried_and_nearly() {
    let elsewhere = crate::import::TRIALS.iter().map(|trial| trial.0).chain(["I609", "P503"]);
    let elsewhere: BTreeSet<String> = elsewhere.map(str::to_owned).collect();
    let all: BTreeSet<String> = Code::ALL.iter().map(|code| code.id().to_owned()).collect();
    let stories = stories();
    for fires in [true, false] {
        let told = stories.iter().filter(|story| story.fires == fires);
        let mut tried = elsewhere.clone();
        tried.extend(told.map(|story| story.code.clone()));
        assert_eq!(tried, all, "fires: {fires}");
    }
}
