//! Floor 5: what editors must mend. Pure rules over the resolved site.
//!
//! Each rule is a small function from facts to findings. Rules about one page run page by page in
//! parallel, so that checking costs no more than another look at each page; rules about the site
//! as a whole run once. The level of a finding is settled here, after all rules, from site.toml.
//! What only the raw text can show (an ID number in a comment) is found in `load`.

mod access;
mod agree;
mod allow;
mod called;
mod case;
mod characters;
mod checkup;
mod consent;
mod contact;
mod dates;
mod denial;
mod figures;
mod handed;
mod headed;
mod hotline;
mod labelled;
mod law;
mod memory;
mod misread;
mod names;
mod notice;
mod number;
mod numbers;
mod owned;
mod period;
mod picture;
mod plain;
mod privacy;
mod quantity;
mod read;
mod review;
mod score;
mod settings;
mod shown;
mod signs;
mod standard;
mod sums;
mod totals;
mod useful;
mod whole;
mod wording;
mod writing;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, Severity};
use crate::domain::citation::Statutes;
use crate::domain::page::Page;
use crate::domain::settings::CheckSettings;
use crate::model::site::Site;

use read::Read;

pub use memory::Memory;

pub use score::{Count, Score, score};

/// What every rule may ask.
pub struct Facts<'a> {
    /// The site.
    pub site: &'a Site,
    /// Levels and terms of the checks.
    pub settings: &'a CheckSettings,
    /// The day the site is built for.
    pub today: Date,
    /// Whether press files are wanted: what goes on paper cannot be mended.
    paper: bool,
    /// The digits of the numbers among the contacts, and whose they are.
    numbers: BTreeMap<String, owned::Owner>,
    /// The names of statutes.
    statutes: Statutes<'a>,
    /// Terms of law that the site's glossary does not explain.
    unexplained: Vec<&'static str>,
}

impl<'a> Facts<'a> {
    /// Prepares what the rules share.
    #[must_use]
    pub fn gather(site: &'a Site, settings: &'a CheckSettings, paper: bool) -> Self {
        Self {
            site,
            settings,
            today: site.today(),
            paper,
            numbers: owned::listed(site),
            statutes: site.statutes(),
            unexplained: plain::unexplained(site),
        }
    }
}

type PageRule = fn(&Facts<'_>, &Read<'_>, &mut Vec<Diagnostic>);

/// The rules about one page, in the order of their codes.
const PAGE_RULES: &[PageRule] = &[
    law::articles_exist,
    figures::parts_sum,
    figures::percentages_follow,
    sums::in_text,
    totals::in_tables,
    standard::of_hardship,
    handed::out_agrees,
    checkup::targets_exist,
    checkup::starts_and_goes_on,
    checkup::all_reachable,
    checkup::no_cycle,
    checkup::paths_hold,
    checkup::tried,
    checkup::few_ways,
    notice::check_digits,
    labelled::numbers,
    contact::fresh,
    contact::dialable,
    case::four_parts,
    consent::given,
    access::images_have_text,
    access::headings_in_order,
    wording::outdated,
    characters::strange,
    useful::keys,
    law::end_known,
    law::in_order,
    contact::literal_phones,
    hotline::hotlines,
    privacy::exposed,
    names::in_files,
    number::like_a_persons,
    writing::widths,
    writing::look_alikes,
    misread::numerals,
    plain::sentences,
    plain::terms,
    review::signed,
    review::changed,
    dates::ahead,
    picture::large_enough_for_paper,
    picture::photos_exist,
];

type SiteRule = fn(&Facts<'_>, &mut Vec<Diagnostic>);

/// The rules about the site as a whole.
const SITE_RULES: &[SiteRule] = &[
    whole::one_office_one_number,
    whole::one_hotline,
    agree::figures_agree,
    whole::blank_columns,
    whole::living_columns,
    settings::hardship,
    settings::columns,
    settings::texts,
    settings::hotline,
    whole::drafts_unchecked,
];

/// Runs every rule and settles the levels. Findings come in a stable order.
#[must_use]
pub fn check(facts: &Facts<'_>) -> Vec<Diagnostic> {
    let pages = facts.site.shared().par_iter();
    whole(facts, pages.map(|page| of_page(facts, page)).collect())
}

/// The same, where the site was checked before: pages that are the same are not judged again.
#[must_use]
pub fn check_again(facts: &Facts<'_>, memory: &mut Memory) -> Vec<Diagnostic> {
    memory.stand_on(facts);
    let pages = facts.site.shared();
    let before = &*memory;
    let found: Vec<Vec<Diagnostic>> = pages
        .par_iter()
        .enumerate()
        .map(|(at, page)| before.found(at, page).unwrap_or_else(|| of_page(facts, page)))
        .collect();
    memory.keep(pages, &found);
    whole(facts, found)
}

/// What the rules about one page find.
fn of_page(facts: &Facts<'_>, page: &Page) -> Vec<Diagnostic> {
    let read = Read::of(page);
    let mut found = Vec::new();
    PAGE_RULES.iter().for_each(|rule| rule(facts, &read, &mut found));
    allow::apply(page, &mut found);
    found
}

/// With what the rules about the site find, each at its level.
fn whole(facts: &Facts<'_>, pages: Vec<Vec<Diagnostic>>) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = pages.into_iter().flatten().collect();
    SITE_RULES.iter().for_each(|rule| rule(facts, &mut found));
    found.into_iter().filter_map(|finding| settle(finding, facts)).collect()
}

/// Gives a finding the level the site asks for; `None` where it is switched off. A contact or a
/// standard of hardship nobody checked for long is an error once it goes on paper, unless the site says otherwise.
fn settle(mut finding: Diagnostic, facts: &Facts<'_>) -> Option<Diagnostic> {
    let levels = &facts.settings.levels;
    if let Some(level) = levels.get(&finding.code).filter(|_| finding.code.adjustable()) {
        finding.severity = (*level)?;
    } else if facts.paper
        && matches!(
            finding.code,
            Code::StaleContact | Code::UncheckedContact | Code::UncheckedHardship
        )
    {
        finding.severity = Severity::Error;
    }
    Some(finding)
}
