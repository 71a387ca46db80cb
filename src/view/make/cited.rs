//! Articles cited in running text: where the words lead, and which pages rest on an article.
//!
//! `《法律援助法》第三十一条` in a sentence is a way to the digest as much as the same article among a
//! page's `laws`. Found here, where the body is shown, so that the tree keeps the author's words.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::domain::body::{Inline, Leaf, each_content, each_leaf, words_of};
use crate::domain::citation::{Citation, Mention, Part, may_cite, mentions, mentions_on};
use crate::domain::kind::{Kind, KindName};
use crate::domain::page::Page;
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

/// Where some cited words stand in a text, the digest they lead to, and the article's heading.
type Leads<'s> = (Range<usize>, PageId, Option<&'s str>);

/// Where the articles cited on a page lead.
#[derive(Default)]
pub struct Cites<'s> {
    /// By the place of the words in memory, which stay where they are as long as the site does: what is
    /// cited among them. So whoever writes the page need not know what was written before.
    of: BTreeMap<usize, Vec<Leads<'s>>>,
}

impl<'s> Cites<'s> {
    /// Those of the text of a page.
    #[must_use]
    pub fn on(site: &'s Site, id: PageId) -> Self {
        let page = site.page(id);
        let mut contents = Vec::new();
        each_content(&page.body, &mut |content, leaf| contents.push((content, leaf)));
        let mut cites = Self::default();
        // As may_cite, which needs all words in one piece: a mark may stand between the two.
        let words: Vec<(String, Part)> =
            contents.iter().map(|(content, leaf)| (words_of(content), part(*leaf))).collect();
        for ((content, _), mentions) in contents.iter().zip(mentioned(site, page, &words)) {
            for mention in mentions {
                if let Cited::Here(digest, anchor) = site.cited(&mention.law) {
                    cites.place(content, 0, &mention.words, (digest, anchor));
                }
            }
        }
        cites
    }

    /// Keeps a citation with the text that its end stands in, among pieces that begin at byte `at` of
    /// their block. Returns where those end.
    fn place(
        &mut self,
        content: &[Inline],
        mut at: usize,
        words: &Range<usize>,
        target: (PageId, Option<&'s str>),
    ) -> usize {
        for piece in content {
            match piece {
                Inline::Text(text) => {
                    if (at + 1..=at + text.len()).contains(&words.end) {
                        let range = words.start.max(at) - at..words.end - at;
                        let place = text.as_ptr().addr();
                        self.of.entry(place).or_default().push((range, target.0, target.1));
                    }
                    at += text.len();
                }
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Strikethrough(inner)
                | Inline::Link { content: inner, .. } => at = self.place(inner, at, words, target),
                other => at += words_of(std::slice::from_ref(other)).len(),
            }
        }
        at
    }

    /// The pieces of some words of the page, one after the other.
    #[must_use]
    pub fn pieces<'t>(&self, words: &'t str) -> Vec<Piece<'t>>
    where
        's: 't,
    {
        let (mut pieces, mut done) = (Vec::new(), 0);
        for (place, digest, anchor) in self.of.get(&words.as_ptr().addr()).into_iter().flatten() {
            let (Some(before), Some(cited)) =
                (words.get(done..place.start), words.get(place.clone()))
            else {
                continue;
            };
            if !before.is_empty() {
                pieces.push(Piece::Words(before));
            }
            done = place.end;
            pieces.push(Piece::Cited(cited, *digest, *anchor));
        }
        if done < words.len() {
            pieces.push(Piece::Words(&words[done..]));
        }
        pieces
    }
}

fn part(leaf: Leaf) -> Part {
    match leaf {
        Leaf::Heading => Part::Heading,
        Leaf::Text => Part::Running,
        Leaf::Code => Part::Apart,
    }
}

/// What is cited in texts of a page. A digest says of its articles what it says: they stand alone in
/// its headings, and none of its own words leads to itself.
fn mentioned(site: &Site, page: &Page, texts: &[(String, Part)]) -> Vec<Vec<Mention>> {
    if !texts.iter().any(|(text, _)| may_cite(text)) {
        return texts.iter().map(|_| Vec::new()).collect();
    }
    let statutes = site.statutes();
    if matches!(page.kind, Kind::Law(_)) {
        return texts.iter().map(|(text, _)| mentions(text, &statutes)).collect();
    }
    let laws = page.head.laws.iter().map(|law| law.value.statute.as_str());
    let texts: Vec<(&str, Part)> =
        texts.iter().map(|(text, part)| (text.as_str(), *part)).collect();
    mentions_on(&statutes, laws, &texts)
}

/// The pages that rest on each article of each digest, in the order of `laws` and text.
#[must_use]
pub(super) fn citing(site: &Site) -> BTreeMap<(PageId, u16), Vec<PageId>> {
    if !site.statutes().any_own() {
        return BTreeMap::new();
    }
    let ids: Vec<PageId> = KindName::ALL.into_iter().flat_map(|kind| site.of_kind(kind)).collect();
    let mut citing: BTreeMap<(PageId, u16), Vec<PageId>> = BTreeMap::new();
    // Not side by side: a thread that waits for its share would take up another digest's page, which
    // waits for this.
    for id in ids {
        for (digest, article) in articles(site, id) {
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

/// The articles of digests that a page rests on, those between the ends of a row among them.
fn articles(site: &Site, id: PageId) -> Vec<(PageId, u16)> {
    let page = site.page(id);
    let here = |citation: &Citation| match (site.cited(citation), citation.article) {
        (Cited::Here(digest, _), Some(article)) => Some((digest, article)),
        _ => None,
    };
    let mut found: Vec<_> = page.head.laws.iter().filter_map(|law| here(&law.value)).collect();
    let mut texts = Vec::new();
    each_leaf(&page.body, &mut |words, _, leaf| {
        if leaf != Leaf::Code {
            texts.push((words.to_owned(), part(leaf)));
        }
    });
    page.record.each_text(&mut |words, _| texts.push((words.to_owned(), Part::Apart)));
    for mention in mentioned(site, page, &texts).iter().flatten() {
        let Some((digest, article)) = here(&mention.law) else { continue };
        let first = mention.since.map_or(article, |since| since.saturating_add(1).min(article));
        found.extend((first..=article).map(|number| (digest, number)));
    }
    found
}
