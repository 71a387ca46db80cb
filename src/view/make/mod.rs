//! Making views: small free functions from the site and a page number.
//!
//! What would be looked up again for every page (the list of a category, who cites an article) is
//! gathered once in [`References`]; everything else asks the site for the narrowest thing.

pub mod alike;
pub mod brief;
mod bring;
pub mod chart;
pub mod checkup;
pub mod cited;
pub mod edition;
pub mod elder;
pub mod find;
pub mod guide;
pub mod kind;
pub mod list;
pub mod meta;
pub mod page;
pub mod picture;
pub mod site;
pub mod steps;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::base::date::Date;
use crate::base::span::Spanned;
use crate::domain::citation::Citation;
use crate::domain::kind::Kind;
use crate::domain::page::Page;
use crate::model::facet::Facet;
use crate::model::site::{Cited, PageId, Site};
use crate::view::make::guide::Guide;
use crate::view::page::LawReference;
use crate::view::site::LinkView;
use crate::view::words;

/// The site and what pages refer to across it.
pub struct References<'s> {
    /// The site.
    pub site: &'s Site,
    terms: BTreeMap<(Facet, &'s str), &'s str>,
    /// Looked for when a digest first asks: it takes a pass over every page.
    citing: OnceLock<BTreeMap<(PageId, u16), Vec<PageId>>>,
    /// The guide made from many pages.
    pub guide: Guide<'s>,
}

impl<'s> References<'s> {
    /// Gathers them.
    #[must_use]
    pub fn gather(site: &'s Site) -> Self {
        let mut terms = BTreeMap::new();
        for (facet, list) in site.facets() {
            for term in list {
                terms.insert((*facet, term.name.as_str()), term.route.as_str());
            }
        }
        Self { site, terms, citing: OnceLock::new(), guide: Guide::gather(site) }
    }

    /// A value of a facet with its list.
    #[must_use]
    pub fn term(&self, facet: Facet, name: &str) -> LinkView {
        let href = self.terms.get(&(facet, name.trim())).copied().unwrap_or_default();
        LinkView { title: name.to_owned(), href: href.to_owned() }
    }

    /// The pages that rest on an article of a digest.
    fn citing(&self, digest: PageId, article: u16) -> &[PageId] {
        let citing = self.citing.get_or_init(|| cited::citing(self.site));
        citing.get(&(digest, article)).map_or(&[], Vec::as_slice)
    }
}

/// A page as a link.
#[must_use]
pub fn link(site: &Site, id: PageId) -> LinkView {
    LinkView {
        title: site.fill(&site.page(id).head.title.value).into_owned(),
        href: site.route(id).as_str().to_owned(),
    }
}

/// Citations with the digest's headings.
#[must_use]
pub fn laws(site: &Site, citations: &[Spanned<Citation>]) -> Vec<LawReference> {
    citations.iter().map(|citation| cite(site, &citation.value)).collect()
}

/// A citation with the digest's heading.
#[must_use]
pub fn cite(site: &Site, citation: &Citation) -> LawReference {
    LawReference {
        text: citation.long(),
        href: match site.cited(citation) {
            Cited::Here(page, anchor) => {
                let route = site.route(page);
                Some(anchor.map_or_else(|| route.to_string(), |anchor| format!("{route}#{anchor}")))
            }
            Cited::Elsewhere | Cited::NoSuchArticle | Cited::Beyond(..) => None,
        },
    }
}

fn texts(site: &Site, list: &[Spanned<String>]) -> Vec<String> {
    list.iter().map(|text| site.fill(&text.value).into_owned()).collect()
}

/// A text of the front matter with its facts filled in.
#[must_use]
pub fn text(site: &Site, text: Option<&Spanned<String>>) -> Option<String> {
    text.map(|text| site.fill(&text.value).into_owned())
}

/// Where a page comes from; the publisher where it does not say.
fn source(site: &Site, page: &Page) -> Option<String> {
    let own = text(site, page.head.source.as_ref());
    own.or_else(|| site.settings().identity.organiser.clone())
}

fn day(date: Option<&Spanned<Date>>) -> Option<String> {
    date.map(|date| words::day(date.value))
}

/// The kind templates know a page by; a section's page is a plain page.
fn kind_word(kind: &Kind) -> &'static str {
    kind.name().word()
}
