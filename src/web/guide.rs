//! Pages made from many pages: the self-check step by step, the finder, checklists, everyday
//! problems, the proof of a notice.

use tera::Context;

use crate::base::artifact::OutPath;
use crate::base::diagnostic::Diagnostic;
use crate::model::site::PageId;
use crate::view::make::edition::Edition;
use crate::view::make::guide::{BRING, PROBLEMS, WHERE, sheet_address};
use crate::view::make::{self, kind, meta, steps};
use crate::view::site::{LinkView, MetaView};
use crate::web::Web;
use crate::web::pages::{context, home_crumb};

/// A page of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuidePage {
    /// Where do I go?
    Where,
    /// How far the matter is.
    Stage(usize),
    /// A township's offices.
    Town(usize),
    /// What do I bring?
    Bring,
    /// The checklist of a matter.
    Sheet(PageId),
    /// What happened to you?
    Problems,
}

impl GuidePage {
    /// The name of its template.
    pub(super) fn template(self) -> &'static str {
        match self {
            Self::Where => "where.html",
            Self::Stage(_) => "where-stage.html",
            Self::Town(_) => "where-town.html",
            Self::Bring => "bring.html",
            Self::Sheet(_) => "sheet.html",
            Self::Problems => "problems.html",
        }
    }

    /// The page as a link, where there is one of its sort.
    pub(super) fn link(self) -> Option<LinkView> {
        match self {
            Self::Where => Some(crumb("去哪里申请", WHERE)),
            Self::Bring => Some(crumb("要带什么", BRING)),
            Self::Problems => Some(crumb("您遇到了什么事", PROBLEMS)),
            Self::Stage(_) | Self::Town(_) | Self::Sheet(_) => None,
        }
    }
}

/// A link to a page the program makes.
fn crumb(title: impl Into<String>, href: impl Into<String>) -> LinkView {
    LinkView { title: title.into(), href: href.into() }
}

/// The context of a page titled by its last crumb.
fn plain(
    web: &Web<'_>,
    path: &OutPath,
    about: &str,
    crumbs: &[LinkView],
) -> Result<Context, Diagnostic> {
    let title = crumbs.last().map_or("", |crumb| crumb.title.as_str());
    context(web, path, &meta::plain(web.site(), title, about, path.as_str()), crumbs)
}

pub(super) fn page(web: &Web<'_>, path: &OutPath, page: GuidePage) -> Result<Vec<u8>, Diagnostic> {
    let guide = &web.references.guide;
    // What its crumbs begin with: the first page, and the page of its sort that leads to it.
    let above = match page {
        GuidePage::Stage(_) | GuidePage::Town(_) => GuidePage::Where,
        GuidePage::Sheet(_) => GuidePage::Bring,
        GuidePage::Where | GuidePage::Bring | GuidePage::Problems => page,
    };
    let mut crumbs: Vec<LinkView> = [home_crumb()].into_iter().chain(above.link()).collect();
    let mut context = match page {
        GuidePage::Where => {
            let about = "按事情到了哪一步、按乡镇，查到哪里申请法律援助，附全县地址和电话";
            plain(web, path, about, &crumbs)?
        }
        GuidePage::Bring => plain(web, path, "按您的事情列好的材料清单，可以打印", &crumbs)?,
        GuidePage::Problems => {
            plain(web, path, "用平常的话说出您遇到的事，看能不能申请、要带什么", &crumbs)?
        }
        GuidePage::Stage(number) => {
            let Some(stage) = web.finder.stages.get(number) else { return Ok(Vec::new()) };
            crumbs.push(crumb(stage.title, stage.href.as_str()));
            let mut context = plain(web, path, stage.answer, &crumbs)?;
            context.insert("stage", stage);
            context
        }
        GuidePage::Town(number) => {
            let Some(town) = guide.town(number) else { return Ok(Vec::new()) };
            crumbs.push(crumb(format!("{}的法律援助", town.name), path.as_str()));
            let about = format!("{}申请法律援助的地址、电话和开放时间", town.name);
            let mut context = plain(web, path, &about, &crumbs)?;
            context.insert("town", &town);
            context
        }
        GuidePage::Sheet(id) => {
            let sheet = guide.sheet(id);
            let title = format!("{}：要带什么", sheet.title);
            crumbs.push(crumb(title, sheet_address(web.site(), id)));
            let about = format!("{}，申请法律援助要带的材料", sheet.title);
            let mut context = plain(web, path, &about, &crumbs)?;
            context.insert("sheet", &sheet);
            context
        }
    };
    context.insert_value("finder", web.finder_value.clone());
    context.insert_value("groups", web.groups.clone());
    web.templates.render(page.template(), &context)
}

/// A question or an outcome of a self-check, past the first question.
pub(super) fn step(
    web: &Web<'_>,
    path: &OutPath,
    id: PageId,
    at: usize,
) -> Result<Vec<u8>, Diagnostic> {
    let site = web.site();
    let guide = &web.references.guide;
    let Some(view) = steps::step(guide, id, at, Edition::Standard) else { return Ok(Vec::new()) };
    let title = guide.walks.get(&id).and_then(|stops| stops.get(at));
    let title = title.map(|stop| steps::title(site, stop)).unwrap_or_default();
    let section = site.section_named(site.page(id).section());
    let mut crumbs = vec![home_crumb()];
    crumbs.extend(section.map(|section| crumb(section.title.as_str(), section.route.to_string())));
    crumbs.push(make::link(site, id));
    let last = if view.outcome.is_some() {
        "结果".to_owned()
    } else {
        format!("第 {} 题", view.number)
    };
    crumbs.push(crumb(last, path.as_str()));
    let meta = column(web, id, &title, path);
    let mut context = context(web, path, &meta, &crumbs)?;
    context.insert("step", &view);
    context.insert_value("finder", web.finder_value.clone());
    web.templates.render("step.html", &context)
}

/// A notice by itself.
pub(super) fn proof(
    web: &Web<'_>,
    path: &OutPath,
    id: PageId,
    number: usize,
) -> Result<Vec<u8>, Diagnostic> {
    let site = web.site();
    let Some(view) = kind::proof(site, id, number) else { return Ok(Vec::new()) };
    let section = site.section_named(site.page(id).section());
    let mut crumbs = vec![home_crumb()];
    crumbs.extend(section.map(|section| crumb(section.title.as_str(), section.route.to_string())));
    crumbs.push(make::link(site, id));
    let title = format!("第 {number} 则");
    crumbs.push(crumb(title.as_str(), path.as_str()));
    let about = format!("{}，{title}", make::link(site, id).title);
    let meta = column(web, id, &about, path);
    let mut context = context(web, path, &meta, &crumbs)?;
    context.insert("proof", &view);
    web.templates.render("proof.html", &context)
}

/// Tags of a page that belongs to page `id` and to its section's column.
fn column(web: &Web<'_>, id: PageId, title: &str, path: &OutPath) -> MetaView {
    let site = web.site();
    match site.section_named(site.page(id).section()) {
        Some(section) => meta::list(site, section, title, path.as_str()),
        None => meta::plain(site, title, title, path.as_str()),
    }
}
