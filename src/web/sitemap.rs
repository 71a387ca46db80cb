//! sitemap.xml and robots.txt. Notices are in neither: they are not for search engines (PIPL art. 19).

use crate::base::html::escape;
use crate::domain::kind::KindName;
use crate::model::site::Site;
use crate::web::Web;
use crate::web::plan::Job;

/// A sitemap may name at most so many addresses (sitemaps.org).
const MOST: usize = 50_000;

/// How many part files there are; none where one file holds all.
pub(super) fn parts(site: &Site) -> usize {
    // Lists are few beside pages; pages alone decide, with room to spare.
    let pages = site.pages().len();
    if pages <= MOST * 9 / 10 { 0 } else { pages.div_ceil(MOST * 9 / 10) }
}

/// Part 0 is the whole where one file is enough, else the index of the parts.
pub(super) fn render(web: &Web<'_>, part: usize) -> String {
    const HEAD: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    const SPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
    let site = web.site();
    let base = escape(&site.settings().web.base_url);
    let parts = parts(site);
    if part == 0 && parts > 0 {
        let one = |part| format!("<sitemap><loc>{base}sitemap-{part}.xml</loc></sitemap>\n");
        let list: String = (1..=parts).map(one).collect();
        return format!("{HEAD}<sitemapindex xmlns=\"{SPACE}\">\n{list}</sitemapindex>\n");
    }
    let entries = entries(web);
    let size = if parts == 0 { entries.len() } else { entries.len().div_ceil(parts) }.max(1);
    let from = part.saturating_sub(1) * size;
    let list: String = entries
        .iter()
        .skip(from)
        .take(size)
        .map(|(address, day)| {
            let day = day.as_ref().map_or(String::new(), |day| format!("<lastmod>{day}</lastmod>"));
            format!("<url><loc>{base}{}</loc>{day}</url>\n", escape(address))
        })
        .collect();
    format!("{HEAD}<urlset xmlns=\"{SPACE}\">\n{list}</urlset>\n")
}

fn entries<'w>(web: &'w Web<'_>) -> Vec<(&'w str, Option<String>)> {
    let site = web.site();
    let jobs = web.plan().jobs().iter();
    jobs.filter_map(|(path, job)| match job {
        Job::Page(id) => {
            let page = site.page(*id);
            let date = page.head.updated.as_ref().or(page.head.date.as_ref());
            let shown = page.kind.name() != KindName::Notice;
            shown.then(|| (path.as_str(), date.map(|date| date.value.to_string())))
        }
        // A list is as new as the newest of its pages, the first page as the newest of all.
        Job::Home => {
            let newest = site.sections().iter().filter_map(|section| site.latest(section)).max();
            Some(("", newest.map(|day| day.to_string())))
        }
        Job::Section { number: 1, section } => {
            let section = site.section(*section);
            let newest = site.latest(section).map(|day| day.to_string());
            (section.kind != KindName::Notice).then_some((path.as_str(), newest))
        }
        // Steps of a self-check are no places to begin; the large-type edition says the same again.
        Job::Find | Job::Map | Job::Guide(_) => Some((path.as_str(), None)),
        _ => None,
    })
    .collect()
}

pub(super) fn robots(web: &Web<'_>) -> String {
    let settings = &web.site().settings().web;
    let base = &settings.base_url;
    // Read at the root of the host, wherever the site lies below it.
    let folder = Some(settings.folder()).filter(|folder| !folder.is_empty()).unwrap_or("/");
    let map = if base.is_empty() { String::new() } else { format!("Sitemap: {base}sitemap.xml\n") };
    format!("User-agent: *\nDisallow: {folder}notices/\n{map}")
}
