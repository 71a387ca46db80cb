//! What a reviewer signs for: every page that is printed, where it comes from, which articles it
//! cites, when it was changed and when it was reviewed, and which pieces will be printed from it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::brochure::Form;
use crate::domain::citation::Citation;
use crate::domain::kind::Kind;
use crate::domain::page::Page;
use crate::model::site::{PageId, Site};
use crate::print::select::{Part, parts};
use crate::view::words;

/// The data of a review sheet.
#[derive(Debug, Serialize)]
pub(super) struct Review {
    /// The other brochures of the site, also those without pages: a poster has words of its own.
    pieces: Vec<Piece>,
    /// The pages, in the order of the selection.
    pages: Vec<Reviewed>,
    /// The articles cited, by statute and number.
    articles: Vec<Cited>,
}

/// A piece that will be printed.
#[derive(Debug, Serialize)]
struct Piece {
    title: String,
    paper: &'static str,
    copies: Option<String>,
    large_print: bool,
    /// How many of the pages on the sheet stand in it.
    pages: usize,
}

/// A page to be reviewed.
#[derive(Debug, Serialize)]
struct Reviewed {
    title: String,
    /// `content/cases/wages.md`
    path: String,
    source: String,
    laws: Vec<String>,
    changed: Option<String>,
    reviewed: Option<String>,
    editor: Option<String>,
    legal: Option<String>,
    chief: Option<String>,
    /// `none`, `stale` (changed after the review) or `fine`.
    state: &'static str,
}

/// An article, and the numbers (from 1) of the pages that cite it.
#[derive(Debug, Serialize)]
struct Cited {
    name: String,
    pages: Vec<usize>,
}

/// Gathers the sheet of the pages of these parts.
pub(super) fn review(site: &Site, selected: &[Part]) -> Review {
    let ids: Vec<PageId> = selected.iter().flat_map(|part| part.pages.iter().copied()).collect();
    let mut articles: BTreeMap<&Citation, Vec<usize>> = BTreeMap::new();
    for (number, id) in ids.iter().enumerate() {
        for law in &site.page(*id).head.laws {
            articles.entry(&law.value).or_default().push(number + 1);
        }
    }
    Review {
        pieces: pieces(site, &ids),
        pages: ids.iter().map(|id| reviewed(site, site.page(*id))).collect(),
        articles: articles
            .into_iter()
            .map(|(law, mut pages)| {
                pages.dedup();
                Cited { name: law.long(), pages }
            })
            .collect(),
    }
}

fn pieces(site: &Site, ids: &[PageId]) -> Vec<Piece> {
    let printed =
        site.brochures().filter(|one| !matches!(one.form.value, Form::SignOff | Form::Broadcast));
    printed
        .map(|brochure| {
            let inside: Vec<PageId> =
                parts(site, brochure).into_iter().flat_map(|part| part.pages).collect();
            Piece {
                title: site.fill(&brochure.title.value).into_owned(),
                paper: brochure.paper().name,
                copies: brochure.copies.map(|copies| words::number(copies as f64)),
                large_print: brochure.large_print,
                pages: ids.iter().filter(|id| inside.contains(id)).count(),
            }
        })
        .collect()
}

fn reviewed(site: &Site, page: &Page) -> Reviewed {
    let head = &page.head;
    let changed = head.updated.as_ref().or(head.date.as_ref()).map(|date| date.value);
    let review = head.review.as_ref();
    // An office is not reviewed but called: who called, and when, counts as the review.
    let called = match &page.kind {
        Kind::Contact(contact) => Some(contact),
        _ => None,
    };
    let on = review.and_then(|review| review.on.as_ref());
    let on = on.or_else(|| called?.checked_on.as_ref()).map(|on| on.value);
    let name =
        |pick: fn(&crate::domain::page::Review) -> Option<&crate::base::span::Spanned<String>>| {
            review.and_then(pick).map(|name| site.fill(&name.value).into_owned())
        };
    let state = match (on, changed) {
        (None, _) => "none",
        (Some(on), Some(changed)) if on < changed => "stale",
        _ => "fine",
    };
    let own = &site.settings().identity;
    let source = head.source.as_ref().map(|source| site.fill(&source.value).into_owned());
    Reviewed {
        title: site.fill(&head.title.value).into_owned(),
        path: format!("content/{}", page.path),
        source: source.or_else(|| own.organiser.clone()).unwrap_or_else(|| own.title.clone()),
        laws: head.laws.iter().map(|law| law.value.long()).collect(),
        changed: changed.map(|date| date.to_string()),
        reviewed: on.map(|date| date.to_string()),
        editor: name(|review| review.editor.as_ref()),
        legal: name(|review| review.legal.as_ref())
            .or_else(|| Some(called?.checked_by.as_ref()?.value.clone())),
        chief: name(|review| review.chief.as_ref()),
        state,
    }
}
