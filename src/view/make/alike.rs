//! Which cases are like a page about a matter, and which page answers what a case is about.
//!
//! A link between the two counts most, then a shared everyday word, then the case's category found
//! among the page's own words. Groups of people do not count: half of all cases are of migrant
//! workers. Gathered once, word by word, so that ten thousand cases cost one look each.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::domain::kind::{Kind, KindName};
use crate::domain::page::Page;
use crate::model::link::Destination;
use crate::model::site::{PageId, Site};

/// A page shows at most so many cases.
const MOST_CASES: usize = 3;
/// A case leads to at most so many pages.
const MOST_PAGES: usize = 2;
/// A word is followed to at most so many cases, the first of the list.
const MOST_OF_WORD: usize = 24;

/// What is known.
#[derive(Debug)]
pub struct Alike<'s> {
    cases: BTreeMap<PageId, Vec<PageId>>,
    by_word: BTreeMap<&'s str, Vec<PageId>>,
    by_category: BTreeMap<&'s str, Vec<PageId>>,
}

impl<'s> Alike<'s> {
    /// Gathers it for the pages about matters.
    #[must_use]
    pub fn gather(site: &'s Site, matters: &[PageId]) -> Self {
        let mut words: BTreeMap<&str, Vec<PageId>> = BTreeMap::new();
        let mut categories: BTreeMap<&str, Vec<PageId>> = BTreeMap::new();
        for id in site.of_kind(KindName::Case) {
            let page = site.page(id);
            let Kind::Case(case) = &page.kind else { continue };
            for word in &page.head.keywords {
                push(words.entry(word.value.as_str()).or_default(), id);
            }
            if let Some(category) = &case.category {
                push(categories.entry(category.value.trim()).or_default(), id);
            }
        }
        let mut alike =
            Self { cases: BTreeMap::new(), by_word: BTreeMap::new(), by_category: BTreeMap::new() };
        for &id in matters {
            let page = site.page(id);
            let mut points: BTreeMap<PageId, u32> = BTreeMap::new();
            for case in linked_cases(site, id) {
                *points.entry(case).or_default() += 4;
            }
            for word in &page.head.keywords {
                alike.by_word.entry(word.value.as_str()).or_default().push(id);
                for case in words.get(word.value.as_str()).into_iter().flatten() {
                    *points.entry(*case).or_default() += 3;
                }
            }
            for (category, cases) in &categories {
                if !speaks_of(page, category) {
                    continue;
                }
                alike.by_category.entry(category).or_default().push(id);
                for case in cases {
                    *points.entry(*case).or_default() += 2;
                }
            }
            let newest = |case: &PageId| site.page(*case).head.date.as_ref().map(|day| day.value);
            let mut best: Vec<(PageId, u32)> = points.into_iter().collect();
            best.sort_by_key(|(case, points)| (Reverse(*points), Reverse(newest(case)), *case));
            alike.cases.insert(id, best.into_iter().map(|(id, _)| id).take(MOST_CASES).collect());
        }
        alike
    }

    /// The cases like a page about a matter, the closest first.
    #[must_use]
    pub fn cases(&self, id: PageId) -> &[PageId] {
        self.cases.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The pages that answer what a case is about.
    #[must_use]
    pub fn pages(&self, page: &Page) -> Vec<PageId> {
        let Kind::Case(case) = &page.kind else { return Vec::new() };
        let words = page.head.keywords.iter().filter_map(|word| self.by_word.get(&*word.value));
        let category = case.category.as_ref();
        let category = category.and_then(|category| self.by_category.get(category.value.trim()));
        let mut pages: Vec<PageId> = Vec::new();
        for id in category.into_iter().chain(words).flatten() {
            if pages.len() < MOST_PAGES && !pages.contains(id) {
                pages.push(*id);
            }
        }
        pages
    }
}

fn push(list: &mut Vec<PageId>, id: PageId) {
    if list.len() < MOST_OF_WORD && list.last() != Some(&id) {
        list.push(id);
    }
}

/// Whether a page about a matter uses the words of a category of cases.
fn speaks_of(page: &Page, category: &str) -> bool {
    let Kind::Eligibility(it) = &page.kind else { return false };
    let matters = it.matters.iter().map(|matter| matter.value.as_str());
    let words = page.head.keywords.iter().map(|word| word.value.as_str());
    !category.is_empty()
        && matters
            .chain(words)
            .chain([page.head.title.value.as_str()])
            .any(|text| text.contains(category))
}

fn linked_cases(site: &Site, id: PageId) -> impl Iterator<Item = PageId> {
    let links = 0..u32::try_from(site.page(id).body.links.len()).unwrap_or(u32::MAX);
    links.filter_map(move |link| match site.destination(id, crate::domain::body::LinkId(link)) {
        Destination::Page(to, _) if site.page(*to).kind.name() == KindName::Case => Some(*to),
        _ => None,
    })
}
