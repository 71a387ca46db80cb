//! What was found on pages before: in a preview of ten thousand pages one is edited, and the others
//! need not be judged again.
//!
//! Kept are cases and notices, which make a site large. What their rules ask beside the page itself
//! is little and named here ([`Memory::stand_on`]); once any of it changes, all is judged anew. Pages
//! of the guide, whose rules look across the site, are always judged.

use std::sync::Arc;

use super::Facts;
use crate::base::diagnostic::Diagnostic;
use crate::domain::kind::KindName;
use crate::domain::page::Page;

/// Findings of pages, for as long as the pages are the same.
#[derive(Debug, Default)]
pub struct Memory {
    /// What the rules asked beside the page.
    ground: String,
    /// The digests of law, whose articles are cited.
    laws: Vec<Arc<Page>>,
    /// In the order of their paths.
    pages: Vec<(Arc<Page>, Vec<Diagnostic>)>,
}

impl Memory {
    /// Forgets everything where what the rules ask beside a page is no longer the same: settings,
    /// day, numbers among the contacts, and the digests of law.
    pub(super) fn stand_on(&mut self, facts: &Facts<'_>) {
        let Facts { site, settings, today, paper, numbers, .. } = facts;
        let ground = format!("{settings:?} {today} {paper} {numbers:?} {:?}", site.settings());
        let laws = site.shared().iter().filter(|page| page.kind.name() == KindName::Law);
        let laws: Vec<Arc<Page>> = laws.cloned().collect();
        let same = self.laws.len() == laws.len()
            && self.laws.iter().zip(&laws).all(|(old, new)| Arc::ptr_eq(old, new));
        if ground != self.ground || !same {
            *self = Self { ground, laws, pages: Vec::new() };
        }
    }

    /// What was found on this very page.
    pub(super) fn found(&self, page: &Arc<Page>) -> Option<Vec<Diagnostic>> {
        let at = self.pages.binary_search_by(|(known, _)| known.path.cmp(&page.path)).ok()?;
        let (known, found) = self.pages.get(at)?;
        Arc::ptr_eq(known, page).then(|| found.clone())
    }

    /// Keeps what was found.
    pub(super) fn keep(&mut self, pages: &[Arc<Page>], found: &[Vec<Diagnostic>]) {
        let both = pages.iter().zip(found).filter(|(page, _)| by_itself(page));
        self.pages = both.map(|(page, found)| (Arc::clone(page), found.clone())).collect();
    }
}

/// Whether nothing but the page and the ground decides what is found on it. Pictures are files of
/// their own.
fn by_itself(page: &Page) -> bool {
    matches!(page.kind.name(), KindName::Case | KindName::Notice)
        && page.body.links.iter().all(|link| !link.image)
}
