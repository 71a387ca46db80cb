//! The assembled site: data and questions about it, no behaviour of its own.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::artifact::{Asset, OutPath};
use crate::base::date::Date;
use crate::base::diagnostic::Diagnostic;
use crate::domain::body::{FactId, LinkId};
use crate::domain::citation::{self, Citation, Statutes};
use crate::domain::kind::{Kind, KindName};
use crate::domain::page::{Page, place};
use crate::domain::settings::Settings;
use crate::model::facet::{Facet, Term};
use crate::model::facts::Facts;
use crate::model::link::Destination;
use crate::model::section::{self, Section, SectionId};
use crate::model::trace::{Drafts, Trace};
use crate::picture::Picture;

/// The number of a page in its site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub u32);

impl PageId {
    /// The page that stands at this place among those of its site.
    pub(super) fn at(place: usize) -> Self {
        Self(u32::try_from(place).unwrap_or(u32::MAX))
    }
}

/// The whole site, resolved.
#[derive(Debug)]
pub struct Site {
    pub(super) settings: Arc<Settings>,
    pub(super) today: Date,
    pub(super) pages: Vec<Arc<Page>>,
    /// Where the links of each page lead, in the order of their numbers.
    pub(super) links: Vec<Arc<[Destination]>>,
    pub(super) shape: Arc<Shape>,
    pub(super) assets: Vec<Asset>,
    pub(super) pictures: BTreeMap<OutPath, Picture>,
    pub(super) traces: Vec<Trace>,
    pub(super) left_out: Drafts,
}

/// What follows from where pages stand and what they are called by, and not from what they say: in a
/// preview it stays the same while a page is written.
#[derive(Debug)]
pub(super) struct Shape {
    pub(super) routes: Vec<OutPath>,
    pub(super) aliases: Vec<(OutPath, PageId)>,
    pub(super) sections: Vec<Section>,
    pub(super) neighbours: Vec<(Option<PageId>, Option<PageId>)>,
    pub(super) facets: Vec<(Facet, Vec<Term>)>,
    pub(super) facts: Facts,
    pub(super) digests: BTreeMap<String, Digest>,
    pub(super) contacts: BTreeMap<Box<str>, PageId>,
    /// Places of the files passed on, by path.
    pub(super) files: BTreeMap<OutPath, usize>,
}

/// Where a statute is digested.
#[derive(Debug)]
pub(super) struct Digest {
    pub(super) page: PageId,
    /// The name the statute goes by, whichever it was written by.
    pub(super) name: Box<str>,
    pub(super) articles: BTreeMap<u16, Box<str>>,
    pub(super) last: Option<u16>,
}

impl Digest {
    /// The number of the last article: as said, else that of the last heading where the headings
    /// count from one without a gap. A digest with gaps leaves articles out and cannot say which
    /// there are.
    fn knows_end(&self) -> Option<u16> {
        let whole = (1..).zip(self.articles.keys()).all(|(number, article)| number == *article);
        let end = self.articles.last_key_value().map(|(last, _)| *last);
        let known = || citation::last_article(&self.name).map(|(last, _)| last);
        self.last.or(end.filter(|_| whole)).or_else(known)
    }
}

/// What is known of a citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cited<'a> {
    /// The statute is not digested on this site.
    Elsewhere,
    /// The digest page, and the article's heading where it has one.
    Here(PageId, Option<&'a str>),
    /// The statute digested here has no such article.
    NoSuchArticle,
    /// The statute is not digested here and ends with an earlier article, in the version of that year.
    Beyond(u16, u16),
}

impl Site {
    /// site.toml understood.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The same, to be kept from one reading of the site to the next.
    #[must_use]
    pub fn shared_settings(&self) -> Arc<Settings> {
        Arc::clone(&self.settings)
    }

    /// The day the site is built for.
    #[must_use]
    pub fn today(&self) -> Date {
        self.today
    }

    /// Every page with its number, sorted by path. Section pages (`_index.md`) are among them.
    pub fn pages(&self) -> impl ExactSizeIterator<Item = (PageId, &Page)> {
        self.pages.iter().enumerate().map(|(number, page)| (PageId::at(number), &**page))
    }

    /// The pages in the same order, to be kept from one reading of the site to the next.
    #[must_use]
    pub fn shared(&self) -> &[Arc<Page>] {
        &self.pages
    }

    /// A page to be kept from one reading of the site to the next.
    ///
    /// # Panics
    /// For a number of another site, which is our own mistake.
    #[must_use]
    pub fn shared_page(&self, id: PageId) -> &Arc<Page> {
        &self.pages[id.0 as usize]
    }

    /// Whether this very page is one of the site's.
    #[must_use]
    pub fn has(&self, page: &Arc<Page>) -> bool {
        place(&self.pages, &page.path).is_ok_and(|at| Arc::ptr_eq(&self.pages[at], page))
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
        &self.shape.routes[id.0 as usize]
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
        &self.shape.sections
    }

    /// The section of a number.
    #[must_use]
    pub fn section(&self, id: SectionId) -> &Section {
        &self.shape.sections[id.0]
    }

    /// The section in this folder.
    #[must_use]
    pub fn section_named(&self, name: &str) -> Option<&Section> {
        self.shape.sections.iter().find(|section| &*section.name == name)
    }

    /// The pages of a kind in the order of their sections' lists, section pages left out.
    pub fn of_kind(&self, kind: KindName) -> impl Iterator<Item = PageId> {
        let sections = self.shape.sections.iter().filter(move |section| section.kind == kind);
        sections.flat_map(|section| section.pages.iter().copied())
    }

    /// The page before and the page after in the section's list.
    #[must_use]
    pub fn neighbours(&self, id: PageId) -> (Option<PageId>, Option<PageId>) {
        self.shape.neighbours[id.0 as usize]
    }

    /// The lists of cases by category, group and township.
    #[must_use]
    pub fn facets(&self) -> &[(Facet, Vec<Term>)] {
        &self.shape.facets
    }

    /// The words of a fact reference in a page's body; `？` where there is no such fact (reported).
    #[must_use]
    pub fn fact(&self, page: &Page, id: FactId) -> &str {
        let name = page.body.fact(id).map_or("", |reference| &*reference.name);
        self.shape.facts.get(name).unwrap_or("？")
    }

    /// The value of a fact by its dotted name.
    #[must_use]
    pub fn fact_named(&self, name: &str) -> Option<&str> {
        self.shape.facts.get(name)
    }

    /// A front-matter text with its references to facts filled in.
    #[must_use]
    pub fn fill<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.shape.facts.fill(text)
    }

    /// What is known of a citation.
    #[must_use]
    pub fn cited(&self, citation: &Citation) -> Cited<'_> {
        let Some(digest) = self.digest(&citation.statute) else {
            let end = citation::last_article(&citation.statute);
            let beyond = end.filter(|(last, _)| {
                citation.article.is_some_and(|article| article == 0 || article > *last)
            });
            return beyond.map_or(Cited::Elsewhere, |(last, year)| Cited::Beyond(last, year));
        };
        let here = Cited::Here(digest.page, None);
        let Some(article) = citation.article else { return here };
        // 第三十一条之一 was put in behind 第三十一条: a digest has no heading for it.
        if citation.inserted.is_some() {
            return here;
        }
        match digest.articles.get(&article) {
            Some(anchor) => Cited::Here(digest.page, Some(anchor)),
            None if article > 0 && digest.knows_end().is_none_or(|last| article <= last) => here,
            None => Cited::NoSuchArticle,
        }
    }

    fn digest(&self, statute: &str) -> Option<&Digest> {
        let digests = &self.shape.digests;
        digests.get(statute).or_else(|| digests.get(citation::without_country(statute)))
    }

    /// The names by which statutes are cited: those digested here, and those everybody knows.
    #[must_use]
    pub fn statutes(&self) -> Statutes<'_> {
        let digests = self.shape.digests.iter();
        Statutes::with(digests.map(|(written, digest)| (written.as_str(), &*digest.name)))
    }

    /// The contact with this file name (without `.md`).
    #[must_use]
    pub fn contact(&self, stem: &str) -> Option<PageId> {
        self.shape.contacts.get(stem).copied()
    }

    /// The file passed on at a path.
    #[must_use]
    pub fn file(&self, path: &OutPath) -> Option<&Asset> {
        self.assets.get(*self.shape.files.get(path)?)
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
        &self.shape.aliases
    }

    /// What is left of notices past their days.
    #[must_use]
    pub fn traces(&self) -> &[Trace] {
        &self.traces
    }

    /// The drafts that are no part of it.
    #[must_use]
    pub fn left_out(&self) -> Drafts {
        self.left_out
    }

    /// The page a path below `content/` names, with or without `.md`.
    #[must_use]
    pub fn at_path(&self, path: &str) -> Option<PageId> {
        let path = format!("{}.md", path.strip_suffix(".md").unwrap_or(path));
        place(&self.pages, &path).ok().map(PageId::at)
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

    /// Whether a page is found without its address: a notice past its days in the list is not, until
    /// its page leaves too.
    #[must_use]
    pub fn stands_in_lists(&self, id: PageId) -> bool {
        section::in_list(self.page(id), &self.settings, self.today)
    }

    /// Those pages of a kind that stand in their sections' lists: notices past their days do not.
    pub fn listed(&self, kind: KindName) -> impl Iterator<Item = PageId> {
        let sections = self.shape.sections.iter().filter(move |section| section.kind == kind);
        sections.flat_map(|section| section.listed.iter().copied())
    }
}

/// Adds the findings of one page to those of all; a name for readability at call sites.
pub(crate) type Found = Vec<Diagnostic>;
