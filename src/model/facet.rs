//! Cases by category, by group of people and by township.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::artifact::OutPath;
use crate::base::span::Spanned;
use crate::domain::kind::{Kind, KindName};
use crate::domain::page::Page;
use crate::domain::slug::Slugs;
use crate::model::section::Section;
use crate::model::site::PageId;

/// What cases are listed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// 类别
    Category,
    /// 人群
    Group,
    /// 乡镇
    Township,
}

impl Facet {
    /// All, in the order shown.
    pub const ALL: [Self; 3] = [Self::Category, Self::Group, Self::Township];

    /// The folder below `cases/`.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Group => "group",
            Self::Township => "township",
        }
    }

    /// What people call it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Category => "按类别",
            Self::Group => "按人群",
            Self::Township => "按乡镇",
        }
    }
}

/// One value of a facet and its cases.
#[derive(Clone, Debug)]
pub struct Term {
    /// As written: 劳动报酬.
    pub name: String,
    /// The cases in the order of the section's list.
    pub pages: Vec<PageId>,
    /// Its first list page.
    pub route: OutPath,
}

/// Gathers the lists; terms with most cases first, then by name.
pub(super) fn gather(pages: &[Arc<Page>], sections: &[Section]) -> Vec<(Facet, Vec<Term>)> {
    let cases: Vec<PageId> = sections
        .iter()
        .filter(|section| section.kind == KindName::Case)
        .flat_map(|section| section.pages.iter().copied())
        .collect();
    Facet::ALL.into_iter().map(|facet| (facet, terms(facet, pages, &cases))).collect()
}

/// The values a page has of a facet.
pub(super) fn values(facet: Facet, page: &Page) -> impl Iterator<Item = &str> {
    let case = match &page.kind {
        Kind::Case(case) => Some(case),
        _ => None,
    };
    let names: &[Spanned<String>] = match (facet, case) {
        (_, None) => &[],
        (Facet::Category, Some(case)) => case.category.as_slice(),
        (Facet::Group, Some(case)) => &case.groups,
        (Facet::Township, Some(case)) => case.township.as_slice(),
    };
    names.iter().map(|name| name.value.trim())
}

fn terms(facet: Facet, pages: &[Arc<Page>], cases: &[PageId]) -> Vec<Term> {
    let mut by_name: BTreeMap<&str, Vec<PageId>> = BTreeMap::new();
    for &id in cases {
        for name in values(facet, &pages[id.0 as usize]) {
            let list = by_name.entry(name).or_default();
            if list.last() != Some(&id) {
                list.push(id);
            }
        }
    }
    let mut slugs = Slugs::default();
    let mut terms: Vec<_> = by_name
        .into_iter()
        .filter_map(|(name, pages)| {
            let slug = slugs.unique(name);
            let route = OutPath::new(format!("cases/{}/{slug}.html", facet.folder())).ok()?;
            Some(Term { name: name.to_owned(), pages, route })
        })
        .collect();
    terms.sort_by(|a, b| b.pages.len().cmp(&a.pages.len()).then_with(|| a.name.cmp(&b.name)));
    terms
}
