//! What was found on pages before: in a preview of ten thousand pages one is edited, and the others
//! need not be judged again.
//!
//! What the rules about a page ask beside the page itself is little and named here
//! ([`Memory::stand_on`]); once any of it changes, all is judged anew. Pages whose rules ask for other
//! files (the targets of a self-check, pictures) are always judged.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Facts;
use super::owned::Owner;
use crate::base::date::Date;
use crate::base::diagnostic::Diagnostic;
use crate::domain::kind::{Kind, KindName};
use crate::domain::page::Page;
use crate::domain::settings::Settings;

/// Findings of pages, for as long as the pages are the same.
#[derive(Debug, Default)]
pub struct Memory {
    ground: Option<Ground>,
    /// In the order of their paths.
    pages: Vec<(Arc<Page>, Vec<Diagnostic>)>,
}

/// What the rules asked beside the page.
#[derive(Debug, PartialEq)]
struct Ground {
    settings: Arc<Settings>,
    today: Date,
    paper: bool,
    numbers: BTreeMap<String, Owner>,
    unexplained: Vec<&'static str>,
}

impl Memory {
    /// Forgets everything where what the rules ask beside a page is no longer the same: settings,
    /// day, numbers among the contacts, terms that the glossary leaves open, and the digests of law,
    /// which are among the pages kept.
    pub(super) fn stand_on(&mut self, facts: &Facts<'_>) {
        let ground = Ground {
            settings: facts.site.shared_settings(),
            today: facts.today,
            paper: facts.paper,
            numbers: facts.numbers.clone(),
            unexplained: facts.unexplained.clone(),
        };
        let law = |page: &&Arc<Page>| page.kind.name() == KindName::Law;
        let before = self.pages.iter().map(|(page, _)| page).filter(law);
        let same =
            before.map(Arc::as_ptr).eq(facts.site.shared().iter().filter(law).map(Arc::as_ptr));
        if !same || self.ground.as_ref() != Some(&ground) {
            *self = Self { ground: Some(ground), pages: Vec::new() };
        }
    }

    /// What was found on this very page, which most likely still has the number `at`.
    pub(super) fn found(&self, at: usize, page: &Arc<Page>) -> Option<Vec<Diagnostic>> {
        let known = self.pages.get(at).filter(|(known, _)| Arc::ptr_eq(known, page));
        let (known, found) = known.or_else(|| {
            let at = self.pages.binary_search_by(|(known, _)| known.path.cmp(&page.path)).ok()?;
            self.pages.get(at)
        })?;
        (Arc::ptr_eq(known, page) && by_itself(page)).then(|| found.clone())
    }

    /// Keeps what was found.
    pub(super) fn keep(&mut self, pages: &[Arc<Page>], found: &[Vec<Diagnostic>]) {
        let both = pages.iter().zip(found);
        self.pages = both.map(|(page, found)| (Arc::clone(page), found.clone())).collect();
    }
}

/// Whether nothing but the page and the ground decides what is found on it. What a self-check leads to
/// are other pages, pictures are files of their own.
fn by_itself(page: &Page) -> bool {
    let photos = match &page.kind {
        Kind::Checkup(_) => return false,
        Kind::Article(article) => !article.photos.is_empty(),
        _ => false,
    };
    !photos && page.head.image.is_none() && page.body.links.iter().all(|link| !link.image)
}
