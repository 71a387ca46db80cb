//! Articles cited in running text: where the words lead, and which pages rest on an article.
//!
//! `《法律援助法》第三十一条` in a sentence is a way to the digest as much as the same article among a
//! page's `laws`. Found here, where the body is shown, so that the tree keeps the author's words.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::body::{Leaf, each_leaf};
use crate::domain::citation::{Citation, may_cite, mentions};
use crate::domain::kind::KindName;
use crate::model::site::{Cited, PageId, Site};
use crate::view::make::link;
use crate::view::site::LinkView;

/// So many pages stand open under an article, the others folded: guidance comes first, cases last.
const OPEN: usize = 8;

/// So many pages are listed under one article, and so many under all articles of a digest: ten thousand
/// cases rest on art. 31, and their links would weigh more than all else on the page. Of what is left
/// out the number is said, and the lists it stands in.
const LISTED: usize = 200;
const LISTED_IN_ALL: usize = 2000;

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
            // A page comes once: what it adds to a list, it adds to the end.
            if digest != id && list.last() != Some(&id) {
                list.push(id);
            }
        }
    }
    citing
}

/// The pages that rest on one article, as a digest shows them.
#[derive(Default)]
pub struct Resting {
    /// The first, always in view.
    pub open: Vec<LinkView>,
    /// The others that are listed.
    pub folded: Vec<LinkView>,
    /// How many more there are.
    pub more: usize,
    /// The lists of the columns that those stand in.
    pub lists: Vec<LinkView>,
}

impl Resting {
    /// What is shown of `pages`; `room` is what the digest still has room for.
    pub(super) fn of(site: &Site, pages: &[PageId], room: &mut usize) -> Self {
        // To unfold one page costs a reader more than to pass it by.
        let open = if pages.len() <= OPEN + 2 { pages.len() } else { OPEN };
        let (open, rest) = pages.split_at(open);
        let (folded, more) = rest.split_at(rest.len().min(LISTED - OPEN).min(*room));
        *room -= folded.len();
        let links = |ids: &[PageId]| ids.iter().map(|id| link(site, *id)).collect();
        let (open, folded) = (links(open), links(folded));
        Self { open, folded, more: more.len(), lists: lists(site, more) }
    }

    /// The room of a digest nothing was listed in yet.
    pub(super) const ROOM: usize = LISTED_IN_ALL;
}

/// The lists that pages stand in, in the order of the menu.
fn lists(site: &Site, pages: &[PageId]) -> Vec<LinkView> {
    let names: BTreeSet<&str> = pages.iter().map(|id| site.page(*id).section()).collect();
    let sections = site.sections().iter().filter(|section| names.contains(&*section.name));
    sections
        .map(|section| LinkView {
            title: section.title.clone(),
            href: section.route.as_str().to_owned(),
        })
        .collect()
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
