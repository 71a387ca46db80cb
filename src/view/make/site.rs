//! What every page shares.

use std::collections::BTreeMap;

use crate::domain::edition::Edition;
use crate::domain::kind::{Kind, KindName};
use crate::domain::settings::Mark;
use crate::model::site::Site;
use crate::view::make::edition::ELDER_HOME;
use crate::view::make::{elder, guide, link};
use crate::view::site::{LinkView, MarkView, MenuView, SiteView};
use crate::view::words;

/// One line of what the centre does, for sites that say nothing themselves (法律援助法 arts. 2, 20).
const TAGLINE: &str = "为经济困难的群众和法律规定的其他人免费提供法律帮助";

/// Where the look-up page lives.
pub const FIND: &str = "find.html";

/// Where the search page lives.
pub const SEARCH: &str = "search.html";

/// Where the map of the site lives.
pub const MAP: &str = "map.html";

/// Where a reader without a network is led.
pub const OFFLINE: &str = "offline.html";

/// Where the feed lives.
pub const FEED: &str = "feed.xml";

/// Where the service worker lives: at the top, because it may only serve what lies below it.
pub const WORKER: &str = "sw.js";

/// The calendar of all events that have a day.
pub const CALENDAR: &str = "events/calendar.ics";
/// The notices' own feed.
pub const NOTICE_FEED: &str = "notices/feed.xml";

/// Paths of the style sheets and the scripts below the root, and where the site is going to live.
#[derive(Clone, Copy, Debug, Default)]
pub struct Paths<'a> {
    /// The style sheet of pages to read.
    pub style: &'a str,
    /// The style sheet of pages where something is done.
    pub tasks: &'a str,
    /// The script.
    pub script: &'a str,
    /// The script of the search page.
    pub search: &'a str,
    /// Where the site is going to live.
    pub edition: Edition,
}

/// The shared view.
#[must_use]
pub fn site(site: &Site, paths: Paths<'_>) -> SiteView {
    let edition = paths.edition;
    let identity = &site.settings().identity;
    let base_url = site.settings().web.base_url.clone();
    let first_checkup = site.of_kind(KindName::Checkup).next();
    SiteView {
        title: identity.title.clone(),
        tagline: identity.tagline.clone().unwrap_or_else(|| TAGLINE.to_owned()),
        language: identity.language.clone(),
        hotline: identity.hotline.clone(),
        hotline_href: format!("tel:{}", words::dial(&identity.hotline)),
        domain: site.settings().web.host().to_owned(),
        base_url,
        sponsor: identity.sponsor.clone(),
        organiser: identity.organiser.clone(),
        contact: identity.contact.as_ref().map(|contact| site.fill(contact).into_owned()),
        icp: identity.icp.clone(),
        police: identity.police.clone(),
        site_code: identity.site_code.clone(),
        error_report: identity.error_report.clone(),
        marks: identity.marks.iter().map(mark).collect(),
        menu: menu(site),
        checkup_href: first_checkup.map(|id| site.route(id).to_string()),
        find_href: Some(FIND.to_owned()),
        where_href: guide::has_offices(site).then(|| guide::WHERE.to_owned()),
        bring_href: guide::has_matters(site).then(|| guide::BRING.to_owned()),
        problems_href: guide::has_matters(site).then(|| guide::PROBLEMS.to_owned()),
        elder_href: elder::exists(site).then(|| ELDER_HOME.to_owned()),
        calendar_href: has_days(site).then(|| CALENDAR.to_owned()),
        notice_feed_href: (has_feed(site, edition) && has_notice_feed(site))
            .then(|| NOTICE_FEED.to_owned()),
        search_href: SEARCH.to_owned(),
        map_href: MAP.to_owned(),
        feed_href: has_feed(site, edition).then(|| FEED.to_owned()),
        worker_href: has_worker(site, edition).then(|| WORKER.to_owned()),
        about: about(site),
        built: words::day(site.today()),
        built_iso: site.today().to_string(),
        style_href: paths.style.to_owned(),
        tasks_href: paths.tasks.to_owned(),
        script_href: paths.script.to_owned(),
        search_script_href: paths.search.to_owned(),
    }
}

/// Whether an event has a day a calendar can hold.
#[must_use]
pub fn has_days(site: &Site) -> bool {
    site.of_kind(KindName::Event)
        .any(|id| matches!(&site.page(id).kind, Kind::Event(event) if event.day.is_some()))
}

/// Whether the notices have a feed: it needs addresses that hold outside the site.
#[must_use]
pub fn has_notice_feed(site: &Site) -> bool {
    !site.settings().web.base_url.is_empty() && site.of_kind(KindName::Notice).next().is_some()
}

/// Whether the site has a feed and a sitemap: both name absolute addresses.
#[must_use]
pub fn has_feed(site: &Site, edition: Edition) -> bool {
    edition.online() && !site.settings().web.base_url.is_empty()
}

/// Whether the site keeps its core pages on the reader's machine. Browsers allow that on https only.
#[must_use]
pub fn has_worker(site: &Site, edition: Edition) -> bool {
    edition.own_domain() && site.settings().web.base_url.starts_with("https://")
}

fn mark(mark: &Mark) -> MarkView {
    let Mark { image, name, href } = mark;
    MarkView { src: image.value.clone(), name: name.clone(), href: href.clone() }
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
