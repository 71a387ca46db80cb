//! The indexes of an anthology: by theme, by township, by article of law.
//!
//! An entry leads to marks; the template turns a mark into the page it stands on. Themes also give
//! the book its order: the one with most cases first, as in the lists on screen.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::domain::citation::Citation;
use crate::domain::kind::{Kind, KindName};
use crate::model::site::{PageId, Site};
use crate::print::select::Part;
use crate::print::text::Marks;

/// The heading of cases that say nothing of their theme or township.
const OTHERS: &str = "其他";

/// All indexes of a book.
#[derive(Debug, Serialize)]
pub(super) struct Indexes {
    themes: Vec<Entry>,
    townships: Vec<Entry>,
    laws: Vec<Entry>,
}

/// A line of an index.
#[derive(Debug, Serialize)]
struct Entry {
    name: String,
    /// Marks in the order of the book.
    marks: Vec<String>,
}

/// The indexes over the cases among the pages of a brochure.
pub(super) fn indexes(site: &Site, parts: &[Part], marks: &Marks) -> Indexes {
    let mut seen = BTreeSet::new();
    let mut themes: BTreeMap<&str, Vec<PageId>> = BTreeMap::new();
    for id in parts.iter().flat_map(|part| &part.pages) {
        if let Kind::Case(case) = &site.page(*id).kind
            && seen.insert(*id)
        {
            let theme = case.category.as_ref().map_or(OTHERS, |category| category.value.trim());
            themes.entry(theme).or_default().push(*id);
        }
    }
    let mut themes: Vec<_> = themes.into_iter().collect();
    themes.sort_by_key(|(name, pages)| (*name == OTHERS, std::cmp::Reverse(pages.len())));

    let mut townships: BTreeMap<&str, Vec<PageId>> = BTreeMap::new();
    let mut laws: BTreeMap<&Citation, Vec<PageId>> = BTreeMap::new();
    for id in themes.iter().flat_map(|(_, pages)| pages) {
        let page = site.page(*id);
        if let Kind::Case(case) = &page.kind
            && let Some(township) = &case.township
        {
            townships.entry(township.value.trim()).or_default().push(*id);
        }
        for law in &page.head.laws {
            let pages = laws.entry(&law.value).or_default();
            if pages.last() != Some(id) {
                pages.push(*id);
            }
        }
    }
    // In the order of the townships' offices, as everywhere on the site; those without one last.
    let mut townships: Vec<_> = townships.into_iter().collect();
    let offices: Vec<&str> =
        site.of_kind(KindName::Contact).filter_map(|id| office_of(site, id)).collect();
    townships.sort_by_key(|(name, _)| {
        offices.iter().position(|other| other == name).unwrap_or(usize::MAX)
    });
    let entry = |name: String, pages: Vec<PageId>| {
        let marks = pages.iter().filter_map(|id| marks.get(id).cloned()).collect();
        Entry { name, marks }
    };
    Indexes {
        themes: themes.into_iter().map(|(name, pages)| entry(name.to_owned(), pages)).collect(),
        townships: townships
            .into_iter()
            .map(|(name, pages)| entry(name.to_owned(), pages))
            .collect(),
        laws: laws.into_iter().map(|(law, pages)| entry(law.long(), pages)).collect(),
    }
}

/// The township an office is for.
fn office_of(site: &Site, id: PageId) -> Option<&str> {
    match &site.page(id).kind {
        Kind::Contact(contact) => contact.township.as_ref().map(|name| name.value.trim()),
        _ => None,
    }
}
