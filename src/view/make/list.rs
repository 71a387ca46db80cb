//! The home page, section lists and lists of cases.

use std::collections::BTreeMap;

use crate::domain::kind::{Kind, KindName};
use crate::model::facet::{Facet, Term};
use crate::model::site::{PageId, Site};
use crate::view::brief::Brief;
use crate::view::kind::FigureView;
use crate::view::list::{DoorView, DownloadView, FacetView, HomeView, TermView};
use crate::view::make::brief::brief;
use crate::view::make::guide;
use crate::view::make::kind::figure;
use crate::view::make::{link, text};
use crate::view::site::LinkView;
use crate::view::words;

/// How many problems the home page names.
const PROBLEMS: usize = 12;
/// How many entries of each kind the home page shows.
const LATEST: usize = 4;

/// Bytes of files by their path, as far as they are known.
pub type Sizes = BTreeMap<String, u64>;

/// The home page; `body` is the text of `content/_index.md` as HTML, `sizes` has the brochures.
#[must_use]
pub fn home(site: &Site, body: String, sizes: &Sizes) -> HomeView {
    let index = site.section_named("").and_then(|section| section.index);
    let (statistics, figures) = latest_figures(site);
    HomeView {
        body,
        summary: index.and_then(|id| text(site, site.page(id).head.summary.as_ref())),
        doors: doors(site),
        problems: problems(site),
        notices: briefs(site, &[KindName::Notice]),
        news: briefs(site, &[KindName::Article, KindName::Event]),
        figures,
        statistics,
        downloads: downloads(site, sizes),
        office: guide::office(site).map(|id| brief(site, id)),
    }
}

fn briefs(site: &Site, kinds: &[KindName]) -> Vec<Brief> {
    latest(site, kinds).into_iter().map(|id| brief(site, id)).collect()
}

/// The latest pages of these kinds, as many as the home page shows.
#[must_use]
pub fn latest(site: &Site, kinds: &[KindName]) -> Vec<PageId> {
    let mut ids: Vec<PageId> = Vec::new();
    for kind in kinds {
        // Lists may have an explicit order; here the day alone counts.
        ids.extend(site.listed(*kind));
    }
    ids.sort_by_key(|id| {
        std::cmp::Reverse(site.page(*id).head.date.as_ref().map(|date| date.value))
    });
    ids.truncate(LATEST);
    ids
}

/// The four things people look for, each where the site answers it.
fn doors(site: &Site) -> Vec<DoorView> {
    let section = |kind: KindName| {
        let section = site.section_named(kind.section())?;
        (!section.pages.is_empty()).then(|| section.route.to_string())
    };
    let can = site.of_kind(KindName::Checkup).next().map(|id| site.route(id).to_string());
    let can = can.or_else(|| section(KindName::Eligibility));
    let bring = guide::has_matters(site).then(|| guide::BRING.to_owned());
    let bring = bring.or_else(|| section(KindName::Channel));
    let place = guide::has_offices(site).then(|| guide::WHERE.to_owned());
    let place = place.or_else(|| section(KindName::Channel));
    let doors = [
        ("can", "我能申请吗", "回答几个问题，马上知道", can),
        ("where", "去哪里申请", "按乡镇、按您的事情找", place),
        ("bring", "要带什么", "按您的事情列好的清单", bring),
        ("call", "打电话问", "热线和各乡镇的电话", section(KindName::Contact)),
    ];
    let doors = doors
        .into_iter()
        .filter_map(|(word, title, text, href)| Some(DoorView { word, title, text, href: href? }));
    doors.collect()
}

/// What happened to you: the first everyday word of each page about a matter. A page that names no
/// matter explains the conditions and is no problem of anybody's.
fn problems(site: &Site) -> Vec<LinkView> {
    let pages = site.of_kind(KindName::Eligibility).filter_map(|id| {
        let page = site.page(id);
        let Kind::Eligibility(eligibility) = &page.kind else { return None };
        let word = page.head.keywords.first().filter(|_| !eligibility.matters.is_empty())?;
        Some(LinkView { title: word.value.clone(), href: site.route(id).to_string() })
    });
    pages.take(PROBLEMS).collect()
}

fn latest_figures(site: &Site) -> (Option<LinkView>, Vec<FigureView>) {
    let latest = site
        .of_kind(KindName::Statistics)
        .max_by_key(|id| site.page(*id).head.date.as_ref().map(|date| date.value));
    let Some(id) = latest else { return (None, Vec::new()) };
    let Kind::Statistics(statistics) = &site.page(id).kind else { return (None, Vec::new()) };
    let three = statistics.figures.iter().take(3);
    (Some(link(site, id)), three.map(|one| figure(site, one, &statistics.figures)).collect())
}

/// Every brochure made for download, with its large-print twin.
fn downloads(site: &Site, sizes: &Sizes) -> Vec<DownloadView> {
    let made = site.brochures().filter(|one| one.for_citizens());
    let mut views = Vec::new();
    for brochure in made {
        let view = |large: bool| {
            let href = format!("brochures/{}", brochure.file_name(large));
            DownloadView {
                title: format!("{}{}", brochure.title.value, if large { "（大字版）" } else { "" }),
                size: sizes.get(&href).map(|bytes| words::size(*bytes)),
                href,
                form: brochure.form.value.word(),
                paper: if large { brochure.large_paper() } else { brochure.paper() }.name,
            }
        };
        views.push(view(false));
        if brochure.large_print {
            views.push(view(true));
        }
    }
    views
}

/// The ways to narrow the list of cases; `current` is the list being shown.
#[must_use]
pub fn facets(site: &Site, current: Option<(Facet, &Term)>) -> Vec<FacetView> {
    let shown = site.facets().iter().filter(|(_, terms)| !terms.is_empty());
    shown
        .map(|(facet, terms)| FacetView {
            title: facet.title(),
            terms: terms
                .iter()
                .map(|term| TermView {
                    name: term.name.clone(),
                    href: term.route.to_string(),
                    count: term.pages.len(),
                    current: current.is_some_and(|(f, t)| f == *facet && t.name == term.name),
                })
                .collect(),
        })
        .collect()
}
