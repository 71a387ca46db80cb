//! Every finding code: one site that fires it, and a near miss that does not.

mod checks;
mod front;
mod guard;
mod paper;
mod reading;
mod screen;
mod settings;
mod whole;

use std::collections::BTreeSet;

use lantian::base::code::Code;

use crate::site::{SITE, Site};

/// What a trial does to the small sound site.
type Change = fn(&Site);

/// A code, a change that fires it, a change close to it that does not.
struct Trial(&'static str, Change, Change);

const PAGE: &str = "content/about/page.md";

/// A plain page with this body.
fn page(site: &Site, body: &str) {
    site.write(PAGE, format!("+++\ntitle = \"标题\"\nsummary = \"摘要\"\n+++\n{body}\n"));
}

/// A plain page with this front matter.
fn front(site: &Site, front: &str) {
    site.write(PAGE, format!("+++\n{front}\n+++\n正文。\n"));
}

/// site.toml with more at its end.
fn settings(site: &Site, more: &str) {
    site.write("site.toml", format!("{SITE}{more}"));
}

/// Every trial, a file for each letter.
fn trials() -> impl Iterator<Item = &'static Trial> {
    [
        reading::TRIALS,
        front::TRIALS,
        whole::TRIALS,
        checks::TRIALS,
        guard::TRIALS,
        screen::TRIALS,
        paper::TRIALS,
        settings::TRIALS,
    ]
    .into_iter()
    .flatten()
}

fn fired(change: Change) -> BTreeSet<String> {
    let site = Site::sound();
    change(&site);
    let findings = site.findings(&[]);
    findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn each_code_fires_and_its_near_miss_does_not() {
    let mut wrong = Vec::new();
    for Trial(code, fires, misses) in trials() {
        let (with, without) = (fired(*fires), fired(*misses));
        if !with.contains(*code) {
            wrong.push(format!("{code} does not fire: {with:?}"));
        }
        if without.contains(*code) {
            wrong.push(format!("{code} fires at the near miss: {without:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_sound_site_has_no_findings() {
    assert!(Site::sound().findings(&[]).is_empty());
}

/// P503 (no Chinese font) is tried beside the choice of fonts: a machine cannot be made to forget
/// the fonts it has.
#[test]
fn every_code_is_tried() {
    let tried: BTreeSet<_> = trials().map(|trial| trial.0).chain(["P503"]).collect();
    let all: BTreeSet<_> = Code::ALL.iter().map(|code| code.id()).collect();
    assert_eq!(tried, all);
}
