//! What every page shares.

use std::collections::BTreeMap;

use crate::domain::kind::KindName;
use crate::model::site::Site;
use crate::view::make::link;
use crate::view::site::{LinkView, MenuView, SiteView};
use crate::view::words;

/// One line of what the centre does, for sites that say nothing themselves (法律援助法 arts. 2, 20).
const TAGLINE: &str = "为经济困难的群众和法律规定的其他人免费提供法律帮助";

/// Where the look-up page lives.
pub const FIND: &str = "find.html";

/// The shared view; `style` and `script` are the paths of the two assets below the root.
#[must_use]
pub fn site(site: &Site, style: &str, script: &str) -> SiteView {
    let identity = &site.settings().identity;
    let base_url = site.settings().web.base_url.clone();
    let first_checkup = site.of_kind(KindName::Checkup).next();
    SiteView {
        title: identity.title.clone(),
        tagline: identity.tagline.clone().unwrap_or_else(|| TAGLINE.to_owned()),
        language: identity.language.clone(),
        hotline: identity.hotline.clone(),
        hotline_href: format!("tel:{}", words::dial(&identity.hotline)),
        domain: host(&base_url).to_owned(),
        base_url,
        sponsor: identity.sponsor.clone(),
        organiser: identity.organiser.clone(),
        contact: identity.contact.as_ref().map(|contact| site.fill(contact).into_owned()),
        icp: identity.icp.clone(),
        police: identity.police.clone(),
        site_code: identity.site_code.clone(),
        error_report: identity.error_report.clone(),
        menu: menu(site),
        checkup_href: first_checkup.map(|id| site.route(id).to_string()),
        find_href: Some(FIND.to_owned()),
        about: about(site),
        built: words::day(site.today()),
        built_iso: site.today().to_string(),
        style_href: style.to_owned(),
        script_href: script.to_owned(),
    }
}

fn host(base_url: &str) -> &str {
    let rest = base_url.split_once("://").map_or("", |(_, rest)| rest);
    rest.split('/').next().unwrap_or("")
}

/// The sections that have pages; the home page is no section of the menu.
fn menu(site: &Site) -> Vec<MenuView> {
    let sections = site.sections().iter().filter(|section| !section.name.is_empty());
    sections
        .filter(|section| !section.pages.is_empty())
        .map(|section| MenuView {
            name: section.name.to_string(),
            title: section.title.clone(),
            href: section.route.to_string(),
            count: section.pages.len(),
        })
        .collect()
}

fn about(site: &Site) -> BTreeMap<String, LinkView> {
    let about = site.section_named(KindName::Page.section());
    let pages = about.into_iter().flat_map(|section| section.pages.iter().copied());
    pages.map(|id| (site.page(id).stem().to_owned(), link(site, id))).collect()
}
