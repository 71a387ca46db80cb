//! Which files the site has, and what each is made of.

use std::collections::BTreeSet;

use crate::base::artifact::{Asset, OutPath};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::span::Span;
use crate::domain::edition::Edition;
use crate::model::section::SectionId;
use crate::model::site::{PageId, Site};
use crate::say;
use crate::view::make::guide::Guide;
use crate::view::make::site::{FEED, FIND, MAP, OFFLINE, SEARCH, WORKER, has_feed, has_worker};
use crate::web::assets::Assets;
use crate::web::elder::ElderPage;
use crate::web::guide::GuidePage;
use crate::web::{Wanted, drawn, search, sitemap};

/// The name sorts before every other, so that it is seen first on a stick.
const OPEN: &str = "0-双击这里打开.html";

/// What a file is made of. Numbers of list pages count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// The page of a Markdown file.
    Page(PageId),
    /// An old address that leads to a page.
    Redirect(PageId),
    /// What is left of a notice past its days, by its number among the traces.
    Trace(usize),
    /// The home page.
    Home,
    /// A page of a section's list.
    Section {
        /// Which section.
        section: SectionId,
        /// Which page of its list.
        number: usize,
    },
    /// A page of a list of cases by category, group or township.
    Term {
        /// Index into the site's facets.
        facet: usize,
        /// Index into the facet's terms.
        term: usize,
        /// Which page of its list.
        number: usize,
    },
    /// A stop of a self-check after the first, by its number.
    Step(PageId, usize),
    /// A page of the guide made from many pages.
    Guide(GuidePage),
    /// A page of the large-type edition.
    Elder(ElderPage),
    /// An office for the address book.
    Card(PageId),
    /// The same as a QR code.
    CardQr(PageId),
    /// The calendar of an event, or of all.
    Calendar(Option<PageId>),
    /// A notice of a batch, by its number from 1.
    Proof(PageId, usize),
    /// The notices' Atom feed.
    NoticeFeed,
    /// Everything by everyday word.
    Find,
    /// Where a question is typed.
    Search,
    /// Every section and its pages.
    Map,
    /// For addresses that lead nowhere.
    NotFound,
    /// What keeps the core pages for when there is no network.
    Worker,
    /// For pages not kept, when there is no network.
    Offline,
    /// The file to open on a stick: it leads to the home page.
    Open,
    /// The Atom feed.
    Feed,
    /// A sitemap; part 0 is the index of several parts, or the whole.
    Sitemap(usize),
    /// robots.txt
    Robots,
    /// The style sheet.
    Style,
    /// The style sheet of pages where something is done.
    Tasks,
    /// The script.
    Script,
    /// The script of the search page.
    SearchScript,
    /// A picture made anew.
    Picture {
        /// Index into the site's assets.
        asset: usize,
        /// Pixels across.
        width: u32,
    },
    /// Another text of the theme's `assets/`.
    Text(usize),
}

impl Job {
    /// Whether a file tells of brochures, and so is made after them: the first page says how large they
    /// are, and the worker what the first page says.
    pub(super) fn waits(self) -> bool {
        matches!(self, Self::Home | Self::Worker)
    }
}

/// Every file of the site, by path.
#[derive(Debug, Default)]
pub struct Plan {
    jobs: Vec<(OutPath, Job)>,
}

impl Plan {
    /// Draws the plan. A path wanted twice is a finding, by a file that is `passed` on as well.
    pub(super) fn draw(
        guide: &Guide<'_>,
        assets: &Assets,
        wanted: Wanted,
        passed: &[Asset],
    ) -> Reported<Self> {
        let Wanted { edition, downloads, .. } = wanted;
        let site = guide.site;
        let mut draft = Draft { site, jobs: Vec::new(), found: Vec::new() };
        for (id, page) in site.pages() {
            let top = page.path.matches('/').count() <= 1;
            if !(page.is_index() && top) {
                draft.add(site.route(id).clone(), Job::Page(id));
            }
        }
        for (path, id) in site.aliases() {
            draft.add(path.clone(), Job::Redirect(*id));
        }
        for (number, trace) in site.traces().iter().enumerate() {
            draft.add(trace.route.clone(), Job::Trace(number));
        }
        let size = site.settings().web.page_size.max(1);
        for (at, section) in site.sections().iter().enumerate() {
            if section.name.is_empty() {
                draft.named("index.html", Job::Home);
                continue;
            }
            let total = section.listed.len();
            for number in 1..=total.div_ceil(size).max(1) {
                let path = section_page(section.route.as_str(), number);
                draft.named(&path, Job::Section { section: SectionId(at), number });
            }
        }
        for (facet, (_, terms)) in site.facets().iter().enumerate() {
            for (term, one) in terms.iter().enumerate() {
                for number in 1..=one.pages.len().div_ceil(size).max(1) {
                    let path = term_page(one.route.as_str(), number);
                    draft.named(&path, Job::Term { facet, term, number });
                }
            }
        }
        drawn::draw(guide, has_feed(site, edition), &mut |path, job| draft.named(path, job));
        draft.named(FIND, Job::Find);
        draft.named(SEARCH, Job::Search);
        draft.named(MAP, Job::Map);
        if edition.own_domain() {
            draft.named("404.html", Job::NotFound);
            draft.named("robots.txt", Job::Robots);
        }
        if has_worker(site, edition) {
            draft.named(WORKER, Job::Worker);
            draft.named(OFFLINE, Job::Offline);
        }
        if edition == Edition::Usb {
            draft.named(OPEN, Job::Open);
        }
        if has_feed(site, edition) {
            draft.named(FEED, Job::Feed);
            draft.named("sitemap.xml", Job::Sitemap(0));
            for part in 1..=sitemap::parts(site) {
                draft.named(&format!("sitemap-{part}.xml"), Job::Sitemap(part));
            }
        }
        draft.named(assets.style(), Job::Style);
        draft.named(assets.tasks(), Job::Tasks);
        draft.named(assets.script(), Job::Script);
        draft.named(assets.search(), Job::SearchScript);
        for (number, name) in assets.texts().enumerate() {
            draft.named(&format!("assets/{name}"), Job::Text(number));
        }
        for (asset, file) in site.assets().iter().enumerate() {
            let Some(picture) = site.picture(&file.path) else { continue };
            for width in picture.widths() {
                let path = picture.address(file.path.as_str(), width);
                draft.named(&path, Job::Picture { asset, width });
            }
        }
        draft.sort();
        draft.passed_on(passed, downloads);
        Reported::new(Self { jobs: draft.jobs }, draft.found)
    }

    /// The files in the order of their paths.
    #[must_use]
    pub fn jobs(&self) -> &[(OutPath, Job)] {
        &self.jobs
    }

    /// What the file at `path` is made of.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<&(OutPath, Job)> {
        let at = self.jobs.binary_search_by(|(known, _)| known.as_str().cmp(path)).ok()?;
        self.jobs.get(at)
    }
}

/// `cases/index.html`, then `cases/page-2.html`, `cases/page-3.html` …
pub(super) fn section_page(route: &str, number: usize) -> String {
    match (number, route.strip_suffix("index.html")) {
        (2.., Some(folder)) => format!("{folder}page-{number}.html"),
        _ => route.to_owned(),
    }
}

/// `cases/category/x.html`, then `cases/category/x-page-2.html` …
pub(super) fn term_page(route: &str, number: usize) -> String {
    match (number, route.strip_suffix(".html")) {
        (2.., Some(stem)) => format!("{stem}-page-{number}.html"),
        _ => route.to_owned(),
    }
}

struct Draft<'s> {
    site: &'s Site,
    /// In the order they were thought of, then in that of their paths.
    jobs: Vec<(OutPath, Job)>,
    found: Vec<Diagnostic>,
}

impl Draft<'_> {
    fn named(&mut self, path: &str, job: Job) {
        // Paths of our own making are clean; those from the theme were checked when loading.
        if let Ok(path) = OutPath::new(path) {
            self.add(path, job);
        }
    }

    fn add(&mut self, path: OutPath, job: Job) {
        self.jobs.push((path, job));
    }

    /// Puts the files in the order of their paths. Of two with one path the first stays, the other is
    /// reported.
    fn sort(&mut self) {
        self.jobs.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut jobs: Vec<(OutPath, Job)> = Vec::with_capacity(self.jobs.len());
        for (path, job) in std::mem::take(&mut self.jobs) {
            match jobs.last() {
                Some((known, first)) if *known == path => {
                    self.found.extend(self.clash(&path, *first, job));
                }
                _ => jobs.push((path, job)),
            }
        }
        self.jobs = jobs;
    }

    /// The finding about two files of one path.
    fn clash(&self, path: &OutPath, first: Job, second: Job) -> Option<Diagnostic> {
        // Two pages of one address were reported when the site was assembled.
        if matches!((first, second), (Job::Page(_), Job::Page(_))) {
            return None;
        }
        let message = say!(
            zh: "网址 `{path}` 由程序使用，不能再用作页面",
            en: "the program uses the address `{path}` itself",
        );
        let page = |job: Job| match job {
            Job::Page(id) | Job::Redirect(id) => Some(Span::file(self.site.page(id).source)),
            _ => None,
        };
        let at = page(second).or_else(|| page(first));
        let finding = Diagnostic { at, ..Diagnostic::general(Code::SameAddress, message) };
        Some(finding.hint(say!(zh: "改页面的文件名", en: "rename the page")))
    }

    /// Reports files passed on as they are that have the name of a file the program makes. As with
    /// pages, case does not tell names apart.
    fn passed_on(&mut self, files: &[Asset], downloads: bool) {
        if files.is_empty() {
            return;
        }
        let mut made: BTreeSet<String> =
            self.jobs.iter().map(|(path, _)| path.as_str().to_lowercase()).collect();
        if downloads {
            let brochures = &self.site.settings().brochures;
            let names =
                brochures.iter().flat_map(|one| [one.file_name(false), one.file_name(true)]);
            made.extend(names.map(|name| format!("brochures/{}", name.to_lowercase())));
        }
        for file in files {
            let path = file.path.as_str().to_lowercase();
            if made.contains(&path) || path.starts_with(search::FOLDER) {
                let name = file.name();
                let message = say!(
                    zh: "文件 `{name}` 与程序生成的 `{path}` 重名",
                    en: "`{name}` has the name of a file that the program makes, `{path}`",
                );
                self.found.push(Diagnostic::general(Code::SameAddress, message).hint(say!(
                    zh: "改文件名，或删去它：程序自己会生成",
                    en: "rename it, or delete it: the program makes one itself",
                )));
            }
        }
    }
}
