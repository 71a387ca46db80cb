//! Floor 6: the site on screen.
//!
//! A site is a plan of [`Job`]s, one for each file, and [`Web::make`] makes any of them on its own.
//! A build makes all of them in parallel, each handed on as soon as it is finished, so that ten
//! thousand pages never sit in memory; a preview makes the one the browser asks for. Both run the
//! same code, so that a preview cannot show anything a build would not.

mod assets;
mod budget;
mod calendar;
mod card;
mod drawn;
mod elder;
mod entries;
mod feed;
mod furniture;
mod guide;
mod html;
mod lists;
mod pages;
mod plan;
mod policy;
mod search;
mod sitemap;
mod tags;
mod templates;
mod tried;
mod worker;

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::base::artifact::{Artifact, Asset, OutPath};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::fault::Fault;
use crate::base::theme::Theme;
use crate::domain::edition::Edition;
use crate::model::site::{PageId, Site};
use crate::picture::Store;
use crate::say;
use crate::view::guide::FinderView;
pub use crate::view::make::list::Sizes;
use crate::view::make::site::Paths;
use crate::view::make::{self, References};
use crate::web::assets::Assets;
pub use crate::web::elder::ElderPage;
use crate::web::entries::{Entries, Place};
use crate::web::furniture::Furniture;
pub use crate::web::guide::GuidePage;
pub use crate::web::plan::{Job, Plan};
pub use crate::web::search::Index;
pub use crate::web::tags::{Lack, lacks};
pub use crate::web::templates::Templates;

/// Where finished files go.
pub type Emit<'e> = dyn Fn(Artifact) -> Result<(), Fault> + Sync + 'e;

/// A site ready to be made.
pub struct Web<'s> {
    references: References<'s>,
    templates: &'s Templates,
    assets: Assets,
    /// The program of the service worker.
    worker: Arc<str>,
    /// The day the site is built for, as pages write it: in words and in digits.
    built: (String, String),
    plan: Plan,
    /// `site` in templates, serialised once and shared.
    shared: tera::Value,
    /// The finder, as a view and as `finder` in templates.
    finder: FinderView,
    finder_value: tera::Value,
    /// `groups` in templates: everyday problems by subject.
    groups: tera::Value,
    tagline: String,
    furniture: Furniture,
    entries: Entries,
    /// Titles of the sections in the menu.
    columns: BTreeSet<String>,
    wanted: Wanted,
    store: Store,
    /// Bytes of the brochures, once they are made.
    brochures: OnceLock<Sizes>,
}

/// Marks of the footer whose picture is not among the site's files.
fn marks(site: &Site) -> impl Iterator<Item = Diagnostic> {
    let there = |path: &str| site.assets().iter().any(|asset| asset.path.as_str() == path);
    let gone = site.settings().identity.marks.iter().filter(move |mark| !there(&mark.image.value));
    gone.map(|mark| {
        let image = &mark.image.value;
        let message = say!(zh: "static/ 里没有 `{image}`", en: "there is no `{image}` in static/");
        Diagnostic::new(Code::MissingMark, mark.image.span, message).hint(say!(
            zh: "把主管部门发的图片放进 static/，再照它的路径写",
            en: "put the picture you were issued into static/ and write its path there",
        ))
    })
}

/// The files of the site that are no pictures to be made anew.
pub fn attached(site: &Site) -> impl Iterator<Item = &Asset> {
    let made_anew = |asset: &Asset| {
        site.picture(&asset.path).is_some_and(|picture| !picture.widths().is_empty())
    };
    site.assets().iter().filter(move |asset| !made_anew(asset))
}

/// Files passed on as they are: those of the site, and the theme's.
fn passed_on(site: &Site, assets: &Assets) -> Vec<Asset> {
    let mut files: Vec<_> = attached(site).cloned().collect();
    files.extend(assets.extras().iter().cloned());
    files
}

/// What is wanted beside the pages.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// Whether brochures are made too, so that no page offers a file that is not there.
    pub downloads: bool,
    /// Where the site is going to live.
    pub edition: Edition,
    /// Whether it is looked at on this machine, where its home is the root of the server.
    pub preview: bool,
}

impl<'s> Web<'s> {
    /// Gets ready; `store` keeps pictures made before.
    #[must_use]
    pub fn prepare(
        site: &'s Site,
        theme: &Theme,
        templates: &'s Templates,
        wanted: Wanted,
        store: Store,
    ) -> Reported<Self> {
        let assets = Assets::name(theme);
        let references = References::gather(site);
        let edition = wanted.edition;
        let draw = || Plan::draw(&references.guide, &assets, wanted, &passed_on(site, &assets));
        let look = || {
            let (style, tasks, script) = (assets.style(), assets.tasks(), assets.script());
            let paths = Paths { style, tasks, script, search: assets.search(), edition };
            (make::site::site(site, paths), references.guide.finder())
        };
        let (plan, (view, finder)) = rayon::join(draw, look);
        let worker = theme.get("web/sw.js").map(|file| Arc::clone(&file.text));
        let web = Self {
            finder_value: tera::Value::from_serializable(&finder),
            groups: tera::Value::from_serializable(&references.guide.groups()),
            finder,
            references,
            templates,
            shared: tera::Value::from_serializable(&view),
            columns: view.menu.into_iter().map(|item| item.title).collect(),
            furniture: Furniture::default(),
            entries: Entries::default(),
            tagline: view.tagline,
            built: (view.built, view.built_iso),
            assets,
            plan: plan.value,
            worker: worker.unwrap_or_default(),
            wanted,
            store,
            brochures: OnceLock::new(),
        };
        let mut found = plan.diagnostics;
        found.extend(marks(site));
        found.extend(budget::of_style(theme, web.assets.style_length()));
        Reported::new(web, found)
    }

    fn site(&self) -> &'s Site {
        self.references.site
    }

    /// The entries of these pages in a list that is so far from the root.
    fn entries(
        &self,
        ids: &[PageId],
        root: &str,
        stands: Place,
    ) -> Result<tera::Value, Diagnostic> {
        self.entries.list((self.site(), self.templates), ids, (root, stands))
    }

    /// Every file to make.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Files passed on as they are.
    #[must_use]
    pub fn files(&self) -> Vec<Asset> {
        passed_on(self.site(), &self.assets)
    }

    /// Makes one file.
    ///
    /// # Errors
    /// A finding where a template cannot make it.
    pub fn make(&self, path: &OutPath, job: Job) -> Result<Vec<u8>, Diagnostic> {
        match job {
            Job::Page(id) => pages::page(self, id),
            Job::Redirect(id) => pages::redirect(self, path, id),
            Job::Trace(number) => pages::trace(self, path, number),
            Job::Home => lists::home(self),
            Job::Section { section, number } => lists::section(self, path, section, number),
            Job::Term { facet, term, number } => lists::term(self, path, facet, term, number),
            Job::Step(id, at) => guide::step(self, path, id, at),
            Job::Guide(page) => guide::page(self, path, page),
            Job::Elder(page) => elder::page(self, path, page),
            Job::Card(id) => Ok(card::card(self.site(), id).into_bytes()),
            Job::CardQr(id) => Ok(card::code(self.site(), id).into_bytes()),
            Job::Calendar(only) => Ok(calendar::calendar(self.site(), only).into_bytes()),
            Job::Proof(id, number) => guide::proof(self, path, id, number),
            Job::NoticeFeed => Ok(feed::notices(self.site()).into_bytes()),
            Job::Find => pages::find(self, path),
            Job::Search => pages::search(self, path),
            Job::Map => pages::map(self, path),
            Job::NotFound => pages::not_found(self, path),
            Job::Offline => pages::offline(self, path),
            Job::Worker => Ok(worker::render(self).into_bytes()),
            Job::Open => pages::open(self, path),
            Job::Feed => Ok(feed::render(self.site()).into_bytes()),
            Job::Sitemap(part) => Ok(sitemap::render(self, part).into_bytes()),
            Job::Robots => Ok(sitemap::robots(self).into_bytes()),
            Job::Style => Ok(self.assets.style_bytes()),
            Job::Tasks => Ok(self.assets.tasks_bytes()),
            Job::Script => Ok(self.assets.script_bytes()),
            Job::SearchScript => Ok(self.assets.search_bytes()),
            Job::Picture { asset, width } => pages::picture(self, asset, width),
            Job::Text(number) => Ok(self.assets.text_bytes(number)),
        }
    }

    /// The search index; long work, for all pages at once.
    #[must_use]
    pub fn index(&self) -> Index {
        search::index(&self.references.guide, self.wanted.edition == Edition::Usb)
    }

    fn write_index(&self, emit: &Emit<'_>) -> Result<(), Fault> {
        let put = |name: String, bytes| match OutPath::new(format!("{}{name}", search::FOLDER)) {
            Ok(path) => emit(Artifact { path, bytes }),
            // Names of our own making are clean.
            Err(_) => Ok(()),
        };
        search::write(&self.references.guide, self.wanted.edition == Edition::Usb, &put)
    }

    /// Makes every file that does not wait for the brochures and hands each to `emit`; template faults
    /// are added to what was `found`, each once.
    ///
    /// # Errors
    /// When `emit` fails.
    pub fn render(&self, emit: &Emit<'_>, found: &mut Vec<Diagnostic>) -> Result<(), Fault> {
        let pages = || self.make_all(emit, |job| !job.waits());
        let (made, indexed) = rayon::join(pages, || self.write_index(emit));
        indexed?;
        add(found, made?);
        Ok(())
    }

    /// The same for the files that tell of brochures, once these are made: their bytes by path.
    ///
    /// # Errors
    /// When `emit` fails.
    pub fn render_last(
        &self,
        brochures: Sizes,
        emit: &Emit<'_>,
        found: &mut Vec<Diagnostic>,
    ) -> Result<(), Fault> {
        // Set once: a second call would only say the same again.
        let _ = self.brochures.set(brochures);
        add(found, self.make_all(emit, Job::waits)?);
        Ok(())
    }

    fn make_all(
        &self,
        emit: &Emit<'_>,
        wanted: impl Fn(Job) -> bool + Sync,
    ) -> Result<Vec<Vec<Diagnostic>>, Fault> {
        let tried = tried::samples(self);
        let jobs = self.plan.jobs().par_iter().enumerate();
        let jobs = jobs.filter(|(_, (_, job))| wanted(*job));
        jobs.map(|(at, (path, job))| match self.make(path, *job) {
            Ok(bytes) => {
                let name = tried.get(&at);
                let said = name.map(|name| tried::findings(self, name, *job, &bytes));
                let mut said: Vec<_> = said.into_iter().flatten().collect();
                said.extend(budget::finding(self, *job, bytes.len()));
                emit(Artifact { path: path.clone(), bytes }).map(|()| said)
            }
            Err(finding) => Ok(vec![finding]),
        })
        .collect()
    }

    /// The files by which every template can be tried: one made with each.
    pub fn samples(&self) -> impl Iterator<Item = &(OutPath, Job)> {
        tried::samples(self).into_keys().filter_map(|at| self.plan.jobs().get(at))
    }
}

/// Adds findings, each said once.
fn add(found: &mut Vec<Diagnostic>, more: Vec<Vec<Diagnostic>>) {
    for finding in more.into_iter().flatten() {
        let said = |known: &Diagnostic| known.at == finding.at && known.message == finding.message;
        if !found.iter().any(said) {
            found.push(finding);
        }
    }
}
