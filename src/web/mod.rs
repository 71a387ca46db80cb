//! Floor 6: the site on screen.
//!
//! A site is a plan of [`Job`]s, one for each file, and [`Web::make`] makes any of them on its own.
//! A build makes all of them in parallel, each handed on as soon as it is finished, so that ten
//! thousand pages never sit in memory; a preview makes the one the browser asks for. Both run the
//! same code, so that a preview cannot show anything a build would not.

mod assets;
mod calendar;
mod card;
mod drawn;
mod elder;
mod feed;
mod guide;
mod html;
mod lists;
mod pages;
mod plan;
mod sitemap;
mod templates;

use rayon::prelude::*;

use crate::base::artifact::{Artifact, Asset, OutPath};
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::fault::Fault;
use crate::base::theme::Theme;
use crate::model::site::Site;
use crate::view::guide::FinderView;
use crate::view::make::site::Paths;
use crate::view::make::{self, References};
use crate::web::assets::Assets;
pub use crate::web::elder::ElderPage;
pub use crate::web::guide::GuidePage;
pub use crate::web::plan::{Job, Plan};
pub use crate::web::templates::Templates;

/// Where finished files go.
pub type Emit<'e> = dyn Fn(Artifact) -> Result<(), Fault> + Sync + 'e;

/// A site ready to be made.
pub struct Web<'s> {
    references: References<'s>,
    templates: &'s Templates,
    assets: Assets,
    plan: Plan,
    /// `site` in templates, serialised once and shared.
    shared: tera::Value,
    /// The finder, as a view and as `finder` in templates.
    finder: FinderView,
    finder_value: tera::Value,
    /// `groups` in templates: everyday problems by subject.
    groups: tera::Value,
    tagline: String,
    downloads: bool,
}

impl<'s> Web<'s> {
    /// Gets ready. `downloads` says whether brochures are made too, so that no page offers a file
    /// that is not there.
    #[must_use]
    pub fn prepare(
        site: &'s Site,
        theme: &Theme,
        templates: &'s Templates,
        downloads: bool,
    ) -> Reported<Self> {
        let assets = Assets::name(theme);
        let references = References::gather(site);
        let plan = Plan::draw(&references.guide, &assets);
        let (style, tasks, script) = (assets.style(), assets.tasks(), assets.script());
        let view = make::site::site(site, Paths { style, tasks, script });
        let finder = references.guide.finder();
        let web = Self {
            finder_value: tera::Value::from_serializable(&finder),
            groups: tera::Value::from_serializable(&references.guide.groups()),
            finder,
            references,
            templates,
            shared: tera::Value::from_serializable(&view),
            tagline: view.tagline,
            assets,
            plan: plan.value,
            downloads,
        };
        Reported::new(web, plan.diagnostics)
    }

    fn site(&self) -> &'s Site {
        self.references.site
    }

    /// Every file to make.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Files passed on as they are.
    #[must_use]
    pub fn files(&self) -> Vec<Asset> {
        let mut files = self.site().assets().to_vec();
        files.extend(self.assets.extras().iter().cloned());
        files
    }

    /// Makes one file.
    ///
    /// # Errors
    /// A finding where a template cannot make it.
    pub fn make(&self, path: &OutPath, job: Job) -> Result<Vec<u8>, Diagnostic> {
        match job {
            Job::Page(id) => pages::page(self, id),
            Job::Redirect(id) => pages::redirect(self, path, id),
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
            Job::NotFound => pages::not_found(self, path),
            Job::Feed => Ok(feed::render(self.site()).into_bytes()),
            Job::Sitemap(part) => Ok(sitemap::render(self, part).into_bytes()),
            Job::Robots => Ok(sitemap::robots(self).into_bytes()),
            Job::Style => Ok(self.assets.style_bytes()),
            Job::Tasks => Ok(self.assets.tasks_bytes()),
            Job::Script => Ok(self.assets.script_bytes()),
            Job::Text(number) => Ok(self.assets.text_bytes(number)),
        }
    }

    /// Makes every file and hands each to `emit`; template faults are gathered, each said once.
    ///
    /// # Errors
    /// When `emit` fails.
    pub fn render(&self, emit: &Emit<'_>) -> Result<Vec<Diagnostic>, Fault> {
        let made: Result<Vec<Option<Diagnostic>>, Fault> = self
            .plan
            .jobs()
            .par_iter()
            .map(|(path, job)| match self.make(path, *job) {
                Ok(bytes) => emit(Artifact { path: path.clone(), bytes }).map(|()| None),
                Err(finding) => Ok(Some(finding)),
            })
            .collect();
        let mut found: Vec<Diagnostic> = Vec::new();
        for finding in made?.into_iter().flatten() {
            let said =
                |known: &Diagnostic| known.at == finding.at && known.message == finding.message;
            if !found.iter().any(said) {
                found.push(finding);
            }
        }
        Ok(found)
    }
}
