//! Floor 5: what editors must mend. Pure rules over the resolved site.
//!
//! Each rule is a small function from facts to findings. Rules about one page run page by page in
//! parallel, so that checking costs no more than another look at each page; rules about the site
//! as a whole run once. The level of a finding is settled here, after all rules, from site.toml.
//! What only the raw text can show (an ID number in a comment) is found in `load`.

mod access;
mod allow;
mod bytes;
mod case;
mod checkup;
mod consent;
mod contact;
mod figures;
mod law;
mod names;
mod notice;
mod picture;
mod plain;
mod privacy;
mod review;
mod score;
mod useful;
mod whole;
mod wording;
mod words;
mod writing;

use std::collections::BTreeMap;
use std::ops::Range;

use rayon::prelude::*;

use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, Severity};
use crate::base::span::Span;
use crate::domain::body::{Leaf, each_leaf};
use crate::domain::page::Page;
use crate::domain::settings::CheckSettings;
use crate::model::site::Site;

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
    numbers: BTreeMap<String, String>,
    /// The names of the statutes digested on the site.
    statutes: Vec<&'a str>,
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
            numbers: contact::numbers(site),
            statutes: site.statutes().collect(),
            unexplained: plain::unexplained(site),
        }
    }
}

/// One page with its words, gathered once for all rules.
struct Read<'a> {
    page: &'a Page,
    /// The words of all leaf blocks, one after the other.
    words: String,
    /// Where in `words` each leaf stands, its place in the file and its kind.
    leaves: Vec<(Range<usize>, Span, Leaf)>,
}

impl<'a> Read<'a> {
    fn of(page: &'a Page) -> Self {
        let (mut words, mut leaves) = (String::new(), Vec::new());
        each_leaf(&page.body, &mut |leaf, span, kind| {
            let start = words.len();
            words.push_str(leaf);
            leaves.push((start..words.len(), span, kind));
        });
        Self { page, words, leaves }
    }

    /// Words, place and kind of every leaf block.
    fn leaves(&self) -> impl Iterator<Item = (&str, Span, Leaf)> {
        self.leaves.iter().map(|(range, span, leaf)| (&self.words[range.clone()], *span, *leaf))
    }

    /// Every text an author wrote: the body's leaves and the strings of the front matter.
    fn each_text(&self, f: &mut impl FnMut(&str, Span)) {
        self.leaves().for_each(|(words, span, _)| f(words, span));
        self.page.record.each_text(f);
    }
}

type PageRule = fn(&Facts<'_>, &Read<'_>, &mut Vec<Diagnostic>);

/// The rules about one page, in the order of their codes.
const PAGE_RULES: &[PageRule] = &[
    law::articles_exist,
    figures::parts_sum,
    figures::percentages_follow,
    checkup::targets_exist,
    checkup::all_reachable,
    checkup::no_cycle,
    checkup::paths_hold,
    checkup::few_ways,
    notice::check_digits,
    contact::fresh,
    case::four_parts,
    consent::given,
    access::images_have_text,
    access::headings_in_order,
    wording::outdated,
    wording::private_use,
    useful::keys,
    contact::literal_phones,
    contact::hotlines,
    privacy::mobiles,
    privacy::bank_cards,
    privacy::birth_dates,
    privacy::addresses,
    privacy::plates,
    privacy::case_numbers,
    names::full_names,
    names::companies,
    names::minors,
    writing::widths,
    writing::look_alikes,
    plain::sentences,
    plain::terms,
    review::signed,
    review::changed,
    picture::large_enough_for_paper,
    picture::photos_exist,
];

type SiteRule = fn(&Facts<'_>, &mut Vec<Diagnostic>);

/// The rules about the site as a whole.
const SITE_RULES: &[SiteRule] = &[
    whole::one_office_one_number,
    whole::figures_agree,
    whole::blank_columns,
    whole::living_columns,
];

/// Runs every rule and settles the levels. Findings come in a stable order.
#[must_use]
pub fn check(facts: &Facts<'_>) -> Vec<Diagnostic> {
    let pages: Vec<&Page> = facts.site.pages().map(|(_, page)| page).collect();
    let found: Vec<Vec<Diagnostic>> = pages
        .par_iter()
        .map(|page| {
            let read = Read::of(page);
            let mut found = Vec::new();
            PAGE_RULES.iter().for_each(|rule| rule(facts, &read, &mut found));
            allow::apply(page, &mut found);
            found
        })
        .collect();
    let mut found: Vec<Diagnostic> = found.into_iter().flatten().collect();
    SITE_RULES.iter().for_each(|rule| rule(facts, &mut found));
    found.into_iter().filter_map(|finding| settle(finding, facts)).collect()
}

/// Gives a finding the level the site asks for; `None` where it is switched off. A contact nobody
/// checked for long is an error once it goes on paper, unless the site says otherwise.
fn settle(mut finding: Diagnostic, facts: &Facts<'_>) -> Option<Diagnostic> {
    let levels = &facts.settings.levels;
    if let Some(level) = levels.get(&finding.code).filter(|_| finding.code.adjustable()) {
        finding.severity = (*level)?;
    } else if facts.paper && matches!(finding.code, Code::StaleContact | Code::UncheckedContact) {
        finding.severity = Severity::Error;
    }
    Some(finding)
}
