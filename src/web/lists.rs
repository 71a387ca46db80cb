//! The home page and the paged lists.

use crate::base::artifact::OutPath;
use crate::base::diagnostic::Diagnostic;
use crate::domain::kind::KindName;
use crate::model::facet::{Facet, Term};
use crate::model::section::{Section, SectionId};
use crate::model::site::PageId;
use crate::view::list::ListView;
use crate::view::make::edition::Edition;
use crate::view::make::{list, meta};
use crate::view::site::LinkView;
use crate::web::entries::Place;
use crate::web::pages::{context, home_crumb};
use crate::web::plan::{section_page, term_page};
use crate::web::{Web, html};

pub(super) fn home(web: &Web<'_>) -> Result<Vec<u8>, Diagnostic> {
    let site = web.site();
    let Some(section) = site.section_named("") else { return Ok(Vec::new()) };
    let body =
        section.index.map(|id| html::body(site, id, "", Edition::Standard)).unwrap_or_default();
    let none = list::Sizes::new();
    let mut view = list::home(site, body, web.brochures.get().unwrap_or(&none));
    if !web.wanted.downloads {
        view.downloads.clear();
    }
    let mut context =
        context(web, &section.route, &meta::home(site, &web.tagline), &[home_crumb()])?;
    context.insert("home", &view);
    let cases = list::latest(site, &[KindName::Case]);
    context.insert_value("cases", web.entries(&cases, "", Place::Own)?);
    web.templates.render("home.html", &context)
}

pub(super) fn section(
    web: &Web<'_>,
    path: &OutPath,
    section: SectionId,
    number: usize,
) -> Result<Vec<u8>, Diagnostic> {
    let site = web.site();
    let section = site.section(section);
    let whole = Whole {
        title: section.title.clone(),
        section,
        ids: &section.listed,
        number,
        first: section.route.as_str(),
        current: None,
        address: &|number| section_page(section.route.as_str(), number),
    };
    one_page(web, path, whole)
}

pub(super) fn term(
    web: &Web<'_>,
    path: &OutPath,
    facet: usize,
    term: usize,
    number: usize,
) -> Result<Vec<u8>, Diagnostic> {
    let site = web.site();
    let found = site.facets().get(facet).and_then(|(f, terms)| Some((*f, terms.get(term)?)));
    let section = site.section_named("cases");
    let (Some((facet, term)), Some(section)) = (found, section) else { return Ok(Vec::new()) };
    let prefix = match facet {
        Facet::Category => "",
        Facet::Group => "受援人：",
        Facet::Township => "乡镇：",
    };
    let whole = Whole {
        title: format!("{}：{prefix}{}", section.title, term.name),
        section,
        ids: &term.pages,
        number,
        first: term.route.as_str(),
        current: Some((facet, term)),
        address: &|number| term_page(term.route.as_str(), number),
    };
    one_page(web, path, whole)
}

/// A list as a whole, and which page of it is wanted.
struct Whole<'a> {
    title: String,
    section: &'a Section,
    ids: &'a [PageId],
    number: usize,
    /// Address of its first page.
    first: &'a str,
    /// The value by which it is narrowed.
    current: Option<(Facet, &'a Term)>,
    address: &'a dyn Fn(usize) -> String,
}

fn one_page(web: &Web<'_>, path: &OutPath, whole: Whole<'_>) -> Result<Vec<u8>, Diagnostic> {
    let site = web.site();
    let Whole { title, section, ids, number, first, current, address } = whole;
    let size = site.settings().web.page_size.max(1);
    let count = ids.len().div_ceil(size).max(1);
    let from = (number - 1) * size;
    let shown = ids.get(from..(from + size).min(ids.len())).unwrap_or_default();
    let link = |number: usize| LinkView { title: format!("第{number}页"), href: address(number) };
    let index = section.index.filter(|_| number == 1 && path.as_str() == section.route.as_str());
    let summary = section.index.and_then(|id| site.page(id).head.summary.as_ref());
    let view = ListView {
        summary: summary.map(|summary| site.fill(&summary.value).into_owned()),
        body: index
            .map(|id| html::body(site, id, &path.to_root(), Edition::Standard))
            .unwrap_or_default(),
        section: section.name.to_string(),
        kind: section.kind.word(),
        total: ids.len(),
        number,
        count,
        before: (number > 1).then(|| link(number - 1)),
        after: (number < count).then(|| link(number + 1)),
        title,
    };
    let mut crumbs = vec![home_crumb()];
    if path.as_str() != section.route.as_str() {
        crumbs.push(LinkView { title: section.title.clone(), href: section.route.to_string() });
    }
    let here = if number == 1 {
        view.title.clone()
    } else {
        format!("{}（第{number}页）", view.title)
    };
    crumbs.push(LinkView { title: here.clone(), href: path.to_string() });
    let meta = meta::list(site, section, &here, path.as_str());
    let mut context = context(web, path, &meta, &crumbs)?;
    context.insert("list", &view);
    let root = &path.to_root();
    let stands = if current.is_some() { Place::Shared } else { Place::Own };
    context.insert_value("entries", web.entries(shown, root, stands)?);
    if section.kind == KindName::Case {
        let narrowed = || list::facets(site, current);
        let place = (root.as_str(), first, number == 1);
        context.insert_value("facets", web.furniture.facets(web.templates, place, narrowed)?);
    } else {
        context.insert("facets", "");
    }
    web.templates.render("section.html", &context)
}
