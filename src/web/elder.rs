//! The large-type edition (长辈版): the guide once more, one thing a page, without any script.

use crate::base::artifact::OutPath;
use crate::base::diagnostic::Diagnostic;
use crate::domain::kind::KindName;
use crate::model::section::SectionId;
use crate::model::site::{PageId, Site};
use crate::view::make::edition::{ELDER_HOME, Edition};
use crate::view::make::{elder, link, meta, page as view, steps};
use crate::view::site::LinkView;
use crate::web::pages::context;
use crate::web::{Web, html};

/// A page of the edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ElderPage {
    /// The first page.
    Home,
    /// The list of a section.
    List(SectionId),
    /// The twin of a page.
    Page(PageId),
    /// The twin of a stop of a self-check.
    Step(PageId, usize),
}

impl ElderPage {
    /// The name of its template.
    pub(super) fn template(self) -> &'static str {
        match self {
            Self::Home => "elder-home.html",
            Self::List(_) => "elder-list.html",
            Self::Page(_) => "elder-page.html",
            Self::Step(..) => "elder-step.html",
        }
    }
}

pub(super) fn page(web: &Web<'_>, path: &OutPath, page: ElderPage) -> Result<Vec<u8>, Diagnostic> {
    let site = web.site();
    let home = LinkView { title: "长辈版".to_owned(), href: ELDER_HOME.to_owned() };
    let about = "大字，一页一件事";
    match page {
        ElderPage::Home => {
            let meta = meta::plain(site, &home.title, about, path.as_str());
            let mut context = context(web, path, &meta, &[home])?;
            context.insert("elder", &elder::home(site));
            web.templates.render(page.template(), &context)
        }
        ElderPage::List(section) => {
            let list = elder::list(site, site.section(section));
            let here = LinkView { title: list.title.clone(), href: path.to_string() };
            let meta = meta::plain(site, &list.title, about, path.as_str());
            let mut context = context(web, path, &meta, &[home, here])?;
            context.insert("elder", &list);
            web.templates.render(page.template(), &context)
        }
        ElderPage::Page(id) => {
            let body = html::body(site, id, &path.to_root(), Edition::Elder);
            let view = view::page(&web.references, id, body);
            let here = LinkView { title: view.title.clone(), href: path.to_string() };
            let mut crumbs = vec![home];
            crumbs.extend(list_crumb(web, id));
            crumbs.push(here);
            let meta = meta::twin(site, id);
            let mut context = context(web, path, &meta, &crumbs)?;
            context.insert("page", &view);
            web.templates.render(page.template(), &context)
        }
        ElderPage::Step(id, at) => {
            let guide = &web.references.guide;
            let Some(step) = steps::step(guide, id, at, Edition::Elder) else {
                return Ok(Vec::new());
            };
            let here = LinkView { title: step.title.clone(), href: step.start.clone() };
            let title = guide.walks.get(&id).and_then(|stops| stops.get(at));
            let title = title.map(|stop| steps::title(site, stop)).unwrap_or_default();
            let meta = meta::plain(site, &title, &link(site, id).title, path.as_str());
            let mut context = context(web, path, &meta, &[home, here])?;
            context.insert("step", &step);
            context.insert("offices", &step.outcome.as_ref().and_then(|_| offices(site)));
            web.templates.render(page.template(), &context)
        }
    }
}

/// The list of offices, to find the nearest.
fn offices(site: &Site) -> Option<LinkView> {
    let (_, section) = elder::sections(site).find(|(_, it)| it.kind == KindName::Contact)?;
    Some(elder::list_link(section))
}

/// The list a page of the edition is on.
fn list_crumb(web: &Web<'_>, id: PageId) -> Option<LinkView> {
    let site = web.site();
    let name = site.page(id).section();
    let (_, section) = elder::sections(site).find(|(_, section)| &*section.name == name)?;
    Some(elder::list_link(section))
}
