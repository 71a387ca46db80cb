//! Articles cited in running text: where the words lead, and which pages rest on an article.
//!
//! `《法律援助法》第三十一条` in a sentence is a way to the digest as much as the same article among a
//! page's `laws`. Found here, where the body is shown, so that the tree keeps the author's words.

use std::collections::BTreeMap;

use crate::domain::body::{Leaf, each_leaf};
use crate::domain::citation::{Citation, may_cite, mentions};
use crate::domain::kind::KindName;
use crate::model::site::{Cited, PageId, Site};

/// A digest lists at most so many pages under an article: guidance first, cases last.
const MOST_CITING: usize = 8;

/// A piece of running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words.
    Words(&'t str),
    /// A citation of what is digested on this site: its words, the digest, the article's heading.
    Cited(&'t str, PageId, Option<&'t str>),
}

/// The pieces of some words, one after the other.
#[must_use]
pub fn pieces<'t>(site: &'t Site, words: &'t str) -> Vec<Piece<'t>> {
    let (mut pieces, mut done) = (Vec::new(), 0);
    if may_cite(words) {
        let statutes: Vec<&str> = site.statutes().collect();
        for (place, citation) in mentions(words, &statutes) {
            if let Cited::Here(digest, anchor) = site.cited(&citation) {
                if done < place.start {
                    pieces.push(Piece::Words(&words[done..place.start]));
                }
                done = place.end;
                pieces.push(Piece::Cited(&words[place], digest, anchor));
            }
        }
    }
    if done < words.len() {
        pieces.push(Piece::Words(&words[done..]));
    }
    pieces
}

/// The pages that rest on each article of each digest, in the order of `laws` and text.
#[must_use]
pub(super) fn citing(site: &Site) -> BTreeMap<(PageId, u16), Vec<PageId>> {
    let statutes: Vec<&str> = site.statutes().collect();
    let ids: Vec<PageId> = KindName::ALL.into_iter().flat_map(|kind| site.of_kind(kind)).collect();
    let mut citing: BTreeMap<(PageId, u16), Vec<PageId>> = BTreeMap::new();
    // Not side by side: a thread that waits for its share would take up another digest's page, which
    // waits for this.
    for id in ids {
        for (digest, article) in articles(site, id, &statutes) {
            let list = citing.entry((digest, article)).or_default();
            if list.len() < MOST_CITING && digest != id && !list.contains(&id) {
                list.push(id);
            }
        }
    }
    citing
}

fn articles(site: &Site, id: PageId, statutes: &[&str]) -> Vec<(PageId, u16)> {
    let page = site.page(id);
    let here = |citation: &Citation| match (site.cited(citation), citation.article) {
        (Cited::Here(digest, _), Some(article)) => Some((digest, article)),
        _ => None,
    };
    let mut found: Vec<_> = page.head.laws.iter().filter_map(|law| here(&law.value)).collect();
    if !statutes.is_empty() {
        each_leaf(&page.body, &mut |words, _, leaf| {
            if leaf != Leaf::Code {
                found.extend(mentions(words, statutes).iter().filter_map(|(_, law)| here(law)));
            }
        });
    }
    found
}
