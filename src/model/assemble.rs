//! Pages are put together to a site.
//!
//! Most of a site's shape (addresses, lists, order) follows from where pages stand and not from what
//! they say. So in a preview, where one page was written anew and still stands where it stood, the
//! shape of the site before is taken over, and so are the links of all other pages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::artifact::{Asset, OutPath};
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::span::{SourceId, Span};
use crate::domain::kind::Kind;
use crate::domain::kinds::law;
use crate::domain::page::Page;
use crate::domain::settings::Settings;
use crate::model::facet::{self, Facet};
use crate::model::facts::Facts;
use crate::model::link::{self, Destination, Names, Resolved};
use crate::model::route;
use crate::model::section;
use crate::model::site::{Digest, PageId, Shape, Site};
use crate::model::trace::{self, Drafts};
use crate::picture::Picture;

/// For so many names that lead nowhere the one that was meant is looked for among all names of the
/// site. More are one mistake made many times, and looking for each would take minutes.
const SUGGESTIONS: usize = 60;

/// What a site is put together from.
#[derive(Debug)]
pub struct Assembly<'a> {
    /// site.toml understood.
    pub settings: Arc<Settings>,
    /// site.toml itself, for findings about the site as a whole.
    pub site_toml: Option<SourceId>,
    /// The pages, sorted by path.
    pub pages: Vec<Arc<Page>>,
    /// Paths of files that could not become pages; links to them are not reported as dead too.
    pub broken: &'a BTreeSet<Box<str>>,
    /// Files passed on as they are.
    pub assets: Vec<Asset>,
    /// Those of them that are pictures.
    pub pictures: BTreeMap<OutPath, Picture>,
    /// The day the site is built for.
    pub today: Date,
    /// Whether drafts are wanted.
    pub drafts: bool,
    /// The site as it was before a few pages were written anew. Nothing was found when it was put
    /// together.
    pub before: Option<&'a Site>,
}

/// Puts a site together. Everything that does not fit is reported; the site is complete all the
/// same, with dead ends where links lead nowhere.
#[must_use]
pub fn assemble(assembly: Assembly<'_>) -> Reported<Site> {
    let Assembly { settings, site_toml, pages, broken, assets, pictures, .. } = assembly;
    let Assembly { today, drafts, before, .. } = assembly;
    let mut found = Vec::new();
    let left_out = if drafts { Drafts::default() } else { Drafts::count(&pages) };
    let (pages, traces) = trace::sift(pages, &settings, today, drafts);
    let before = before.filter(|before| {
        broken.is_empty()
            && before.settings == settings
            && before.today == today
            && before.assets == assets
            && before.traces == traces
            && before.pages.len() == pages.len()
            && before.pages.iter().zip(&pages).all(|(old, new)| stands_as_before(old, new))
    });
    let shape = match before {
        Some(before) => Arc::clone(&before.shape),
        None => {
            let (routes, aliases) = route::decide(&pages, &traces, &assets, &mut found);
            let files = (0..).zip(&assets).map(|(at, file)| (file.path.clone(), at)).collect();
            Arc::new(shape((&settings, today), &pages, files, (routes, aliases)))
        }
    };
    let names = Names::gather(&pages, &traces, &assets, broken);
    let links = links(&pages, before, &shape.facts, &names, &mut found);
    found.extend(section::none(&pages, site_toml));
    let site = Site { settings, today, pages, links, shape, assets, pictures, traces, left_out };
    Reported::new(site, found)
}

fn shape(
    (settings, today): (&Settings, Date),
    pages: &[Arc<Page>],
    files: BTreeMap<OutPath, usize>,
    (routes, aliases): (Vec<OutPath>, Vec<(OutPath, PageId)>),
) -> Shape {
    let sections = section::gather(pages, settings, today);
    let contacts = (0..).zip(pages).filter(|(_, page)| matches!(page.kind, Kind::Contact(_)));
    Shape {
        neighbours: section::neighbours(&sections, pages.len()),
        facets: facet::gather(pages, &sections),
        facts: Facts::gather(settings, pages),
        digests: digests(pages),
        contacts: contacts.map(|(number, page)| (page.stem().into(), PageId(number))).collect(),
        files,
        routes,
        aliases,
        sections,
    }
}

/// Whether a page written anew stands in the site as it did: nothing of the site's shape, and no link
/// of another page, depends on what is different.
fn stands_as_before(old: &Arc<Page>, new: &Arc<Page>) -> bool {
    if Arc::ptr_eq(old, new) {
        return true;
    }
    // Facts are gathered from these, titles of sections and the articles of a statute.
    let gathered = matches!(new.kind, Kind::Contact(_) | Kind::Statistics(_) | Kind::Law(_));
    let aliases = |page: &Page| -> Vec<String> {
        page.head.aliases.iter().map(|alias| alias.value.clone()).collect()
    };
    !gathered
        && !new.is_index()
        && old.path == new.path
        && old.source == new.source
        && old.kind.name() == new.kind.name()
        && section::list_order(old) == section::list_order(new)
        && aliases(old) == aliases(new)
        && Facet::ALL.iter().all(|facet| facet::values(*facet, old).eq(facet::values(*facet, new)))
        && link::anchors(&old.body) == link::anchors(&new.body)
}

/// Where the links of every page lead. Names that lead nowhere are found, of references to facts as
/// well.
fn links(
    pages: &[Arc<Page>],
    before: Option<&Site>,
    facts: &Facts,
    names: &Names<'_>,
    found: &mut Vec<Diagnostic>,
) -> Vec<Arc<[Destination]>> {
    let known = |at: usize, page: &Arc<Page>| {
        let before = before.filter(|before| Arc::ptr_eq(&before.pages[at], page))?;
        Some(Arc::clone(&before.links[at]))
    };
    type Looked<'p> = (Resolved, Vec<(&'p str, Span)>, Vec<Diagnostic>);
    let resolved: Vec<Result<Arc<[Destination]>, Looked<'_>>> = pages
        .par_iter()
        .enumerate()
        .map(|(at, page)| match known(at, page) {
            Some(links) => Ok(links),
            None => {
                let mut found = Vec::new();
                let unknown = facts.dangling(page, &mut found);
                found.extend(link::offices(page, names));
                Err((link::resolve(page, names, &mut found), unknown, found))
            }
        })
        .collect();
    let mut links = Vec::with_capacity(pages.len());
    let mut suggestions = 0..SUGGESTIONS;
    for (page, resolved) in pages.iter().zip(resolved) {
        let (resolved, unknown, more) = match resolved {
            Ok(known) => {
                links.push(known);
                continue;
            }
            Err(looked) => looked,
        };
        links.push(resolved.destinations.into());
        found.extend(more);
        for dead in &resolved.dead {
            found.push(link::dead(page, dead, names, suggestions.next().is_some()));
        }
        for reference in unknown {
            found.push(facts.unknown(reference, suggestions.next().is_some()));
        }
    }
    links
}

fn digests(pages: &[Arc<Page>]) -> BTreeMap<String, Digest> {
    let mut digests = BTreeMap::new();
    for (number, page) in (0..).zip(pages) {
        let Kind::Law(law) = &page.kind else { continue };
        let articles: BTreeMap<_, _> =
            law::articles(&page.body).map(|(article, id)| (article, id.into())).collect();
        let last = law.last_article.as_ref().and_then(|last| u16::try_from(last.value).ok());
        let names = law.names();
        for name in &names {
            let own = names[0].into();
            let digest =
                Digest { page: PageId(number), name: own, articles: articles.clone(), last };
            digests.entry((*name).to_owned()).or_insert(digest);
        }
    }
    digests
}
