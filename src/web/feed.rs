//! The Atom feed (RFC 4287): the latest cases, news, events and figures.
//!
//! Notices are left out: they concern single people and leave the site after their days.

use crate::domain::kind::KindName;
use crate::model::site::{PageId, Site};
use crate::web::html::escape;

/// How many entries.
const ENTRIES: usize = 20;

/// The feed; only for sites with a base address.
pub(super) fn render(site: &Site) -> String {
    let kinds = [KindName::Case, KindName::Article, KindName::Event, KindName::Statistics];
    let mut ids: Vec<PageId> = kinds.into_iter().flat_map(|kind| site.of_kind(kind)).collect();
    let day = |id: &PageId| {
        let head = &site.page(*id).head;
        head.updated.as_ref().or(head.date.as_ref()).map(|date| date.value)
    };
    ids.sort_by_key(|id| (std::cmp::Reverse(day(id)), *id));
    ids.truncate(ENTRIES);
    let base = escape(&site.settings().web.base_url);
    let identity = &site.settings().identity;
    let updated = ids.first().and_then(day).unwrap_or_else(|| site.today());
    let author = identity.organiser.as_deref().unwrap_or(&identity.title);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n<id>{base}</id>\n<link href=\"{base}\"/>\n<link rel=\"self\" href=\"{base}feed.xml\"/>\n<updated>{updated}T00:00:00+08:00</updated>\n<author><name>{}</name></author>\n",
        escape(&identity.language),
        escape(&identity.title),
        escape(author),
    );
    for id in ids {
        let head = &site.page(id).head;
        let address = format!("{base}{}", escape(site.route(id).as_str()));
        let when = day(&id).unwrap_or_else(|| site.today());
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
