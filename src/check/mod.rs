//! Floor 5: what editors must mend. Pure rules over the resolved site.
//!
//! Each rule is a small function from facts to findings. Rules about one page run page by page in
//! parallel, so that checking costs no more than another look at each page; rules about the site
//! as a whole run once. The level of a finding is settled here, after all rules, from site.toml.
//! What only the raw text can show (an ID number in a comment) is found in `load`.

mod access;
mod case;
mod checkup;
mod contact;
mod figures;
mod law;
mod notice;
mod picture;
mod useful;
mod wording;

use std::ops::Range;

use rayon::prelude::*;

use crate::base::date::Date;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::domain::body::{Leaf, each_leaf};
use crate::domain::page::Page;
use crate::domain::settings::CheckSettings;
use crate::model::site::Site;

/// What every rule may ask.
pub struct Facts<'a> {
    /// The site.
    pub site: &'a Site,
    /// Levels and terms of the checks.
    pub settings: &'a CheckSettings,
    /// The day the site is built for.
    pub today: Date,
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
    access::images_have_text,
    access::headings_in_order,
    wording::outdated,
    wording::private_use,
    useful::keys,
    contact::literal_phones,
    picture::large_enough_for_paper,
    picture::photos_exist,
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
            found
        })
        .collect();
    found.into_iter().flatten().filter_map(|finding| settle(finding, facts.settings)).collect()
}

/// Gives a finding the level the site asks for; `None` where it is switched off.
fn settle(mut finding: Diagnostic, settings: &CheckSettings) -> Option<Diagnostic> {
    if let Some(level) = settings.levels.get(&finding.code).filter(|_| finding.code.adjustable()) {
        finding.severity = (*level)?;
    }
    Some(finding)
}
