//! The assembled site: data and questions about it, no behaviour of its own.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::artifact::{Asset, OutPath};
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::span::SourceId;
use crate::domain::body::{FactId, LinkId};
use crate::domain::citation::Citation;
use crate::domain::kind::{Kind, KindName};
use crate::domain::kinds::law;
use crate::domain::page::Page;
use crate::domain::settings::Settings;
use crate::model::facet::{self, Facet, Term};
use crate::model::facts::Facts;
use crate::model::link::{self, Destination};
use crate::model::route;
use crate::model::section::{self, Section, SectionId};
use crate::model::trace::{self, Trace};
use crate::picture::Picture;

/// For so many names that lead nowhere the one that was meant is looked for among all names of the
/// site. More are one mistake made many times, and looking for each would take minutes.
const SUGGESTIONS: usize = 60;

/// The number of a page in its site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub u32);

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
}

/// The whole site, resolved.
#[derive(Debug)]
pub struct Site {
    settings: Arc<Settings>,
    today: Date,
    pages: Vec<Arc<Page>>,
    routes: Vec<OutPath>,
    links: Vec<Vec<Destination>>,
    sections: Vec<Section>,
    neighbours: Vec<(Option<PageId>, Option<PageId>)>,
    facets: Vec<(Facet, Vec<Term>)>,
    facts: Facts,
    digests: BTreeMap<String, Digest>,
    assets: Vec<Asset>,
    pictures: BTreeMap<OutPath, Picture>,
    aliases: Vec<(OutPath, PageId)>,
    traces: Vec<Trace>,
    contacts: BTreeMap<Box<str>, PageId>,
}

/// Where a statute is digested.
#[derive(Debug)]
struct Digest {
    page: PageId,
    articles: BTreeMap<u16, Box<str>>,
    last: Option<u16>,
}

/// What is known of a citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cited<'a> {
    /// The statute is not digested on this site.
    Elsewhere,
    /// The digest page, and the article's heading where it has one.
    Here(PageId, Option<&'a str>),
    /// The statute has no such article.
    NoSuchArticle,
}

/// Puts a site together. Everything that does not fit is reported; the site is complete all the
/// same, with dead ends where links lead nowhere.
#[must_use]
pub fn assemble(assembly: Assembly<'_>) -> Reported<Site> {
    let Assembly { settings, site_toml, pages, broken, assets, pictures, today, drafts } = assembly;
    let mut found = Vec::new();
    let (pages, traces) = trace::sift(pages, &settings, today, drafts);
    let (routes, aliases) = route::decide(&pages, &traces, &assets, &mut found);
    let sections = section::gather(&pages);
    let facets = facet::gather(&pages, &sections);
    let facts = Facts::gather(&settings, &pages);
    let names = link::Names::gather(&pages, &traces, &assets, broken);
    let resolved: Vec<_> = pages
        .par_iter()
        .map(|page| {
            let mut found = Vec::new();
            let unknown = facts.dangling(page, &mut found);
            found.extend(link::offices(page, &names));
            (link::resolve(page, &names, &mut found), unknown, found)
        })
        .collect();
    let mut links = Vec::with_capacity(pages.len());
    let mut suggestions = 0..SUGGESTIONS;
    for (page, (resolved, unknown, more)) in pages.iter().zip(resolved) {
        links.push(resolved.destinations);
        found.extend(more);
        for dead in &resolved.dead {
            found.push(link::dead(page, dead, &names, suggestions.next().is_some()));
        }
        for reference in unknown {
            found.push(facts.unknown(reference, suggestions.next().is_some()));
        }
    }
    found.extend(section::none(&pages, site_toml));
    let digests = digests(&pages);
    let neighbours = section::neighbours(&sections, pages.len());
    let contacts = (0..).zip(&pages).filter(|(_, page)| matches!(page.kind, Kind::Contact(_)));
    let contacts = contacts.map(|(number, page)| (page.stem().into(), PageId(number))).collect();
    let site = Site {
        settings,
        today,
        pages,
        routes,
        links,
        sections,
        neighbours,
        facets,
        facts,
        digests,
        assets,
        pictures,
        aliases,
        traces,
        contacts,
    };
    Reported::new(site, found)
}

fn digests(pages: &[Arc<Page>]) -> BTreeMap<String, Digest> {
    let mut digests = BTreeMap::new();
    for (number, page) in (0..).zip(pages) {
        let Kind::Law(law) = &page.kind else { continue };
        let articles: BTreeMap<_, _> =
            law::articles(&page.body).map(|(article, id)| (article, id.into())).collect();
        let last = law.last_article.as_ref().and_then(|last| u16::try_from(last.value).ok());
        for name in [&law.statute, &law.full_name].into_iter().flatten() {
            let digest = Digest { page: PageId(number), articles: articles.clone(), last };
            digests.entry(name.value.clone()).or_insert(digest);
        }
    }
    digests
}

impl Site {
    /// site.toml understood.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The day the site is built for.
    #[must_use]
    pub fn today(&self) -> Date {
        self.today
    }

    /// Every page with its number, sorted by path. Section pages (`_index.md`) are among them.
    pub fn pages(&self) -> impl ExactSizeIterator<Item = (PageId, &Page)> {
        self.pages
            .iter()
            .enumerate()
            .map(|(number, page)| (PageId(u32::try_from(number).unwrap_or(u32::MAX)), &**page))
    }

    /// The pages in the same order, to be kept from one reading of the site to the next.
    #[must_use]
    pub fn shared(&self) -> &[Arc<Page>] {
        &self.pages
    }

    /// Every page number, for parallel work.
    #[must_use]
    pub fn ids(&self) -> Vec<PageId> {
        self.pages().map(|(id, _)| id).collect()
    }

    /// The page of a number.
    ///
    /// # Panics
    /// For a number of another site, which is our own mistake.
    #[must_use]
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0 as usize]
    }

    /// Where a page lives. For a section page this is the section's first list page.
    #[must_use]
    pub fn route(&self, id: PageId) -> &OutPath {
        &self.routes[id.0 as usize]
    }

    /// Where a link or image of a page leads.
    #[must_use]
    pub fn destination(&self, page: PageId, link: LinkId) -> &Destination {
        let links = &self.links[page.0 as usize];
        links.get(link.0 as usize).unwrap_or(&Destination::Nowhere)
    }

    /// The sections in the order of the menu; the home section (name `""`) comes first.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The section of a number.
    #[must_use]
    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.0]
    }

    /// The section in this folder.
    #[must_use]
    pub fn section_named(&self, name: &str) -> Option<&Section> {
        self.sections.iter().find(|section| &*section.name == name)
    }

    /// The pages of a kind in the order of their sections' lists, section pages left out.
    pub fn of_kind(&self, kind: KindName) -> impl Iterator<Item = PageId> {
        let sections = self.sections.iter().filter(move |section| section.kind == kind);
        sections.flat_map(|section| section.pages.iter().copied())
    }

    /// The page before and the page after in the section's list.
    #[must_use]
    pub fn neighbours(&self, id: PageId) -> (Option<PageId>, Option<PageId>) {
        self.neighbours[id.0 as usize]
    }

    /// The lists of cases by category, group and township.
    #[must_use]
    pub fn facets(&self) -> &[(Facet, Vec<Term>)] {
        &self.facets
    }

    /// The words of a fact reference in a page's body; `？` where there is no such fact (reported).
    #[must_use]
    pub fn fact(&self, page: &Page, id: FactId) -> &str {
        let name = page.body.fact(id).map_or("", |reference| &*reference.name);
        self.facts.get(name).unwrap_or("？")
    }

    /// The value of a fact by its dotted name.
    #[must_use]
    pub fn fact_named(&self, name: &str) -> Option<&str> {
        self.facts.get(name)
    }

    /// A front-matter text with its references to facts filled in.
    #[must_use]
    pub fn fill<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.facts.fill(text)
    }

    /// What is known of a citation.
    #[must_use]
    pub fn cited(&self, citation: &Citation) -> Cited<'_> {
        let Some(digest) = self.digests.get(&citation.statute) else { return Cited::Elsewhere };
        let Some(article) = citation.article else { return Cited::Here(digest.page, None) };
        match (digest.articles.get(&article), digest.last) {
            (Some(anchor), _) => Cited::Here(digest.page, Some(anchor)),
            (None, Some(last)) if article <= last => Cited::Here(digest.page, None),
            _ => Cited::NoSuchArticle,
        }
    }

    /// The names by which the statutes digested here are cited.
    pub fn statutes(&self) -> impl Iterator<Item = &str> {
        self.digests.keys().map(String::as_str)
    }

    /// The contact with this file name (without `.md`).
    #[must_use]
    pub fn contact(&self, stem: &str) -> Option<PageId> {
        self.contacts.get(stem).copied()
    }

    /// Files passed on as they are.
    #[must_use]
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// What is known of the picture at `path`.
    #[must_use]
    pub fn picture(&self, path: &OutPath) -> Option<&Picture> {
        self.pictures.get(path)
    }

    /// The picture that `file` names, seen from the folder of `page`.
    #[must_use]
    pub fn picture_beside(&self, page: &Page, file: &str) -> Option<(&OutPath, &Picture)> {
        let mut parts: Vec<&str> = page.path.split('/').collect();
        parts.pop();
        for part in file.split('/') {
            match part {
                ".." => drop(parts.pop()?),
                "." => {}
                part => parts.push(part),
            }
        }
        self.pictures.get_key_value(&OutPath::new(parts.join("/")).ok()?)
    }

    /// Old addresses and the pages they lead to.
    #[must_use]
    pub fn aliases(&self) -> &[(OutPath, PageId)] {
        &self.aliases
    }

    /// What is left of notices past their days.
    #[must_use]
    pub fn traces(&self) -> &[Trace] {
        &self.traces
    }

    /// The page a path below `content/` names, with or without `.md`.
    #[must_use]
    pub fn at_path(&self, path: &str) -> Option<PageId> {
        let path = format!("{}.md", path.strip_suffix(".md").unwrap_or(path));
        let number = self.pages.binary_search_by(|page| (*page.path).cmp(path.as_str())).ok()?;
        Some(PageId(u32::try_from(number).unwrap_or(u32::MAX)))
    }

    /// The last day something of a section was published or changed. An event that lies ahead was
    /// announced by today; elsewhere a day ahead says nothing yet.
    #[must_use]
    pub fn latest(&self, section: &Section) -> Option<Date> {
        let pages = section.pages.iter().map(|id| self.page(*id));
        let days = pages.flat_map(|page| {
            let event = matches!(page.kind, Kind::Event(_));
            let days = [&page.head.date, &page.head.updated].into_iter().flatten();
            days.map(move |day| if event { day.value.min(self.today) } else { day.value })
        });
        days.filter(|day| *day <= self.today).max()
    }

    /// Whether a notice is still on the list of notices.
    #[must_use]
    pub fn listed(&self, page: &Page) -> bool {
        match (&page.kind, &page.head.date) {
            (Kind::Notice(_), Some(date)) => {
                let days = i32::try_from(self.settings.notices.list_days).unwrap_or(i32::MAX);
                self.today.days_since(date.value) <= days
            }
            _ => true,
        }
    }
}

/// Adds the findings of one page to those of all; a name for readability at call sites.
pub(crate) type Found = Vec<Diagnostic>;
