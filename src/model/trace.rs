//! Notices past their days: gone from the site, but for a trace under the old address.
//!
//! A printed address or a link elsewhere must not end in nothing, and must not say any more whose
//! paper it was (PIPL art. 19): the trace carries an opaque number and no word of the notice.

use std::sync::Arc;

use crate::base::artifact::OutPath;
use crate::base::date::Date;
use crate::base::span::Span;
use crate::domain::kind::Kind;
use crate::domain::page::Page;
use crate::domain::settings::Settings;
use crate::model::route;

/// What is left of a page of notices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The path of its file below `content/`: how other pages link to it.
    pub path: Box<str>,
    /// Its address.
    pub route: OutPath,
    /// The number to ask for, the same in every build, from which nothing can be read.
    pub number: String,
}

/// Whether a notice is past the days its page stays.
fn expired(page: &Page, settings: &Settings, today: Date) -> bool {
    let days = i32::try_from(settings.notices.page_days).unwrap_or(i32::MAX);
    let date = page.head.date.as_ref();
    matches!(page.kind, Kind::Notice(_)) && date.is_some_and(|d| today.days_since(d.value) > days)
}

/// Drafts that are left out: nobody checks them either.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drafts {
    /// How many there are. An `_index.md` kept back hides an empty column and is none.
    pub number: usize,
    /// Where the first of them has its title.
    pub first: Option<Span>,
}

impl Drafts {
    pub(super) fn count(pages: &[Arc<Page>]) -> Self {
        let mut drafts = pages.iter().filter(|page| page.head.draft && !page.is_index());
        let first = drafts.next().map(|page| page.head.title.span);
        Self { number: usize::from(first.is_some()) + drafts.count(), first }
    }
}

/// The pages that are published on this day, drafts only where they are wanted, and the traces of
/// those that were.
pub(super) fn sift(
    pages: Vec<Arc<Page>>,
    settings: &Settings,
    today: Date,
    drafts: bool,
) -> (Vec<Arc<Page>>, Vec<Trace>) {
    let mut traces = Vec::new();
    let mut living = pages;
    living.retain(|page| {
        let shown = drafts || !page.head.draft;
        let over = expired(page, settings, today);
        if shown && over {
            // Only what never had an address leaves no trace.
            traces.extend(route::of_page(page).map(|route| Trace {
                path: page.path.clone(),
                number: number(&settings.web.base_url, &page.path),
                route,
            }));
        }
        shown && !over
    });
    (living, traces)
}

fn number(base: &str, path: &str) -> String {
    let hash = blake3::hash(format!("{base}\n{path}").as_bytes()).to_hex();
    format!("{}-{}", &hash[..5], &hash[5..10]).to_uppercase()
}
