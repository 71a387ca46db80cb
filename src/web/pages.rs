//! Pages, redirects, the look-up page and the page for dead addresses.

use tera::Context;

use crate::base::artifact::OutPath;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::model::site::PageId;
use crate::say;
use crate::view::make::edition::Edition;
use crate::view::make::{self, find as finding, meta, page as view, steps};
use crate::view::site::{LinkView, MetaView};
use crate::web::entries::Place;
use crate::web::furniture::Standing;
use crate::web::{Web, drawn, html, worker};

/// The map shows so many pages of a section; a section's own list has them all.
const MAP_PAGES: usize = 60;

/// The context every template gets.
///
/// # Errors
/// A finding where the menu or the foot of the page cannot be made.
pub(super) fn context(
    web: &Web<'_>,
    path: &OutPath,
    meta: &MetaView,
    crumbs: &[LinkView],
) -> Result<Context, Diagnostic> {
    let mut context = Context::new();
    context.insert_value("site", web.shared.clone());
    context.insert("meta", meta);
    context.insert("crumbs", crumbs);
    context.insert("standard", &path.as_str().strip_prefix("elder/"));
    let twin = drawn::twin(&web.plan, path);
    let (root, column) = (&path.to_root(), web.columns.get(&meta.column_name));
    let column = column.map_or("", String::as_str);
    hang(web, &mut context, Standing { root, column, twin: twin.as_deref() })?;
    Ok(context)
}

/// Adds the way to the root, and what is the same for all pages with this way.
fn hang(web: &Web<'_>, context: &mut Context, standing: Standing<'_>) -> Result<(), Diagnostic> {
    context.insert("root", standing.root);
    context.insert("twin", &standing.twin);
    web.furniture.hang(web.templates, &web.shared, context, standing)
}

/// The first step of every trail.
pub(super) fn home_crumb() -> LinkView {
    LinkView { title: "首页".to_owned(), href: "index.html".to_owned() }
}

pub(super) fn page(web: &Web<'_>, id: PageId) -> Result<Vec<u8>, Diagnostic> {
    let site = web.site();
    let path = site.route(id);
    let page = site.page(id);
    let root = &path.to_root();
    let body = html::body(site, id, root, Edition::Standard);
    let view = view::page(&web.references, id, body);
    let mut crumbs = vec![home_crumb()];
    if let Some(section) = site.section_named(page.section()).filter(|s| !s.name.is_empty()) {
        crumbs.push(LinkView { title: section.title.clone(), href: section.route.to_string() });
    }
    crumbs.push(make::link(site, id));
    let mut context = context(web, path, &meta::page(site, id), &crumbs)?;
    context.insert("page", &view);
    let alike = web.references.guide.alike.cases(id);
    context.insert_value("cases", web.entries(alike, root, Place::Shared)?);
    if steps::is_checkup(site, id) {
        context.insert("step", &steps::step(&web.references.guide, id, 0, Edition::Standard));
    }
    let name = format!("{}.html", view.kind);
    web.templates.render(&name, &context).map_err(|finding| {
        let file = &page.path;
        finding.hint(say!(zh: "生成 content/{file} 时", en: "while making content/{file}"))
    })
}

/// A picture of this width. What the header did not show is found here: a file cut short.
pub(super) fn picture(web: &Web<'_>, asset: usize, width: u32) -> Result<Vec<u8>, Diagnostic> {
    let site = web.site();
    let Some((asset, known)) =
        site.assets().get(asset).and_then(|asset| Some((asset, site.picture(&asset.path)?)))
    else {
        return Ok(Vec::new());
    };
    web.store.screen(&asset.file, known, width).map_err(|why| {
        let path = &asset.path;
        Diagnostic::general(
            Code::BrokenPicture,
            say!(zh: "图片 `{path}` 解不开：{why}", en: "the picture `{path}` cannot be decoded: {why}"),
        )
        .hint(say!(
            zh: "多半没有拷贝完整；重新拷贝，或另存为 JPG 或 PNG",
            en: "most likely it was cut short: copy it anew, or save it as JPG or PNG",
        ))
    })
}

pub(super) fn redirect(web: &Web<'_>, path: &OutPath, id: PageId) -> Result<Vec<u8>, Diagnostic> {
    let site = web.site();
    let link = make::link(site, id);
    let meta = meta::plain(site, &link.title, &link.title, link.href.as_str());
    let mut context = context(web, path, &meta, &[home_crumb()])?;
    context.insert("target", &link.href);
    web.templates.render("redirect.html", &context)
}

/// An address whose notice is past its days.
pub(super) fn trace(web: &Web<'_>, path: &OutPath, number: usize) -> Result<Vec<u8>, Diagnostic> {
    let site = web.site();
    let Some(trace) = site.traces().get(number) else { return Ok(Vec::new()) };
    let title = "声明已撤下";
    let meta = meta::plain(site, title, "声明已过公示期，内容不再保留", path.as_str());
    let folder = trace.path.split_once('/').map_or("", |(folder, _)| folder);
    let section = site
        .section_named(folder)
        .map(|section| LinkView { title: section.title.clone(), href: section.route.to_string() });
    let mut crumbs = vec![home_crumb()];
    crumbs.extend(section.clone());
    let mut context = context(web, path, &meta, &crumbs)?;
    context.insert("number", &trace.number);
    context.insert("section", &section);
    web.templates.render("trace.html", &context)
}

pub(super) fn find(web: &Web<'_>, path: &OutPath) -> Result<Vec<u8>, Diagnostic> {
    let site = web.site();
    let title = "查一查";
    let meta = meta::plain(site, title, "按日常说法和拼音首字母查找，附网站地图", path.as_str());
    let crumbs = [home_crumb(), LinkView { title: title.to_owned(), href: path.to_string() }];
    let mut context = context(web, path, &meta, &crumbs)?;
    context.insert("find", &finding::find(site));
    web.templates.render("find.html", &context)
}

pub(super) fn search(web: &Web<'_>, path: &OutPath) -> Result<Vec<u8>, Diagnostic> {
    let title = "搜索";
    let meta = meta::plain(web.site(), title, "用平常的说法搜索本站", path.as_str());
    let crumbs = [home_crumb(), LinkView { title: title.to_owned(), href: path.to_string() }];
    web.templates.render("search.html", &context(web, path, &meta, &crumbs)?)
}

pub(super) fn map(web: &Web<'_>, path: &OutPath) -> Result<Vec<u8>, Diagnostic> {
    let site = web.site();
    let title = "网站地图";
    let meta = meta::plain(site, title, "本站的全部栏目和页面", path.as_str());
    let crumbs = [home_crumb(), LinkView { title: title.to_owned(), href: path.to_string() }];
    let mut context = context(web, path, &meta, &crumbs)?;
    context.insert("map", &finding::map(site, MAP_PAGES));
    web.templates.render("map.html", &context)
}

/// Where a reader without a network is led from a page that is not kept.
pub(super) fn offline(web: &Web<'_>, path: &OutPath) -> Result<Vec<u8>, Diagnostic> {
    let title = "现在没有网络";
    let meta = meta::plain(web.site(), title, "没有网络时也能看的页面", path.as_str());
    let crumbs = [home_crumb(), LinkView { title: title.to_owned(), href: path.to_string() }];
    let mut context = context(web, path, &meta, &crumbs)?;
    context.insert("kept", &worker::lists(web));
    web.templates.render("offline.html", &context)
}

/// The file to open on a stick leads to the home page.
pub(super) fn open(web: &Web<'_>, path: &OutPath) -> Result<Vec<u8>, Diagnostic> {
    let title = &web.site().settings().identity.title;
    let meta = meta::plain(web.site(), title, title, "index.html");
    let mut context = context(web, path, &meta, &[home_crumb()])?;
    context.insert("target", "index.html");
    web.templates.render("redirect.html", &context)
}

/// The one page whose links are not relative: a server shows it in the place of any address, in any
/// folder, so they begin where the site lies by its base address.
pub(super) fn not_found(web: &Web<'_>, path: &OutPath) -> Result<Vec<u8>, Diagnostic> {
    let title = "没有这个页面";
    let meta = meta::plain(web.site(), title, "网址可能写错了，或者页面已经搬走", path.as_str());
    let crumbs = [home_crumb(), LinkView { title: title.to_owned(), href: path.to_string() }];
    let mut context = context(web, path, &meta, &crumbs)?;
    let root = if web.wanted.preview { "/" } else { web.site().settings().web.folder() };
    hang(web, &mut context, Standing { root, column: "", twin: None })?;
    web.templates.render("404.html", &context)
}
