//! The Atom feed (RFC 4287): the latest cases, news, events and figures.
//!
//! Notices are left out: they concern single people and leave the site after their days. They have
//! a feed of their own, which names batches and no holders: what a reader's program has fetched
//! cannot be taken down again (PIPL art. 19).
//!
//! The id of an entry is its address: a county's site keeps its domain, and a page its address (a
//! renamed file leaves its old one behind, and is rightly news). Ids of another form (`tag:`, `urn:`)
//! would need a name in site.toml that nobody may ever change, and would show every entry once more
//! to everybody who reads the feeds today.

use crate::base::date::Date;
use crate::base::html::escape;
use crate::domain::kind::KindName;
use crate::model::site::{PageId, Site};
use crate::view::make::site::NOTICE_FEED;

/// How many entries.
const ENTRIES: usize = 20;

/// The feed; only for sites with a base address.
pub(super) fn render(site: &Site) -> String {
    let kinds = [KindName::Case, KindName::Article, KindName::Event, KindName::Statistics];
    let mut ids: Vec<PageId> = kinds.into_iter().flat_map(|kind| site.of_kind(kind)).collect();
    ids.sort_by_key(|id| (std::cmp::Reverse(day(site, *id)), *id));
    ids.truncate(ENTRIES);
    atom(site, &site.settings().identity.title, "feed.xml", &ids)
}

/// The notices still on the list, by batch.
pub(super) fn notices(site: &Site) -> String {
    let section = site.listed(KindName::Notice);
    let mut ids: Vec<PageId> = section.collect();
    ids.sort_by_key(|id| (std::cmp::Reverse(day(site, *id)), *id));
    ids.truncate(ENTRIES);
    let column = KindName::Notice.section();
    let column = site.section_named(column).map_or("遗失声明", |section| &section.title);
    let title = format!("{column} - {}", site.settings().identity.title);
    atom(site, &title, NOTICE_FEED, &ids)
}

/// The day a page was last changed.
fn day(site: &Site, id: PageId) -> Option<Date> {
    let head = &site.page(id).head;
    head.updated.as_ref().or(head.date.as_ref()).map(|date| date.value)
}

/// A feed titled `title` at `path` below the base address.
fn atom(site: &Site, title: &str, path: &str, ids: &[PageId]) -> String {
    let base = escape(&site.settings().web.base_url);
    let identity = &site.settings().identity;
    let updated = ids.first().and_then(|id| day(site, *id)).unwrap_or_else(|| site.today());
    let author = identity.organiser.as_deref().unwrap_or(&identity.title);
    // The feed of the whole site has carried the site's own address as its name from the start.
    let id = if path == "feed.xml" { base.to_string() } else { format!("{base}{path}") };
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n<id>{id}</id>\n<link href=\"{base}\"/>\n<link rel=\"self\" href=\"{base}{path}\"/>\n<updated>{updated}T00:00:00+08:00</updated>\n<author><name>{}</name></author>\n",
        escape(&identity.language),
        escape(title),
        escape(author),
    );
    for &id in ids {
        let head = &site.page(id).head;
        let address = format!("{base}{}", escape(site.route(id).as_str()));
        let when = day(site, id).unwrap_or_else(|| site.today());
        let title = site.fill(&head.title.value);
        out.push_str(&format!(
            "<entry>\n<title>{}</title>\n<id>{address}</id>\n<link href=\"{address}\"/>\n<updated>{when}T00:00:00+08:00</updated>\n",
            escape(&title),
        ));
        if let Some(summary) = &head.summary {
            let summary = site.fill(&summary.value);
            out.push_str(&format!("<summary>{}</summary>\n", escape(&summary)));
        }
        out.push_str("</entry>\n");
    }
    out.push_str("</feed>\n");
    out
}
