//! Sections: the folders below `content/`, their order and the order of pages in their lists.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::artifact::OutPath;
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::{SourceId, Span};
use crate::domain::kind::{Kind, KindName};
use crate::domain::page::Page;
use crate::domain::settings::Settings;
use crate::model::route;
use crate::model::site::PageId;
use crate::say;

/// Index into [`super::site::Site::sections`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SectionId(pub usize);

/// A folder of pages.
#[derive(Clone, Debug)]
pub struct Section {
    /// Folder name; `""` for the pages at the top.
    pub name: Box<str>,
    /// Title from `_index.md`, else what people call the kind.
    pub title: String,
    /// Its `_index.md`.
    pub index: Option<PageId>,
    /// The kind of its pages.
    pub kind: KindName,
    /// Its pages in the order of its list, `_index.md` left out.
    pub pages: Vec<PageId>,
    /// Those of them that stand in its list: notices past their days are left out.
    pub listed: Vec<PageId>,
    /// Its first list page.
    pub route: OutPath,
}

/// Gathers the sections: home first, then by `order` of their `_index.md`, then as the menu of
/// kinds goes, then by name.
pub(super) fn gather(pages: &[Arc<Page>], settings: &Settings, today: Date) -> Vec<Section> {
    let mut folders: BTreeMap<&str, (Option<PageId>, Vec<PageId>)> = BTreeMap::new();
    folders.entry("").or_default();
    for (number, page) in (0..).zip(pages) {
        let folder = folders.entry(page.section()).or_default();
        let top = page.path.matches('/').count() <= 1;
        if page.is_index() && top {
            folder.0 = Some(PageId(number));
        } else {
            folder.1.push(PageId(number));
        }
    }
    let mut sections: Vec<_> = folders
        .into_iter()
        .filter_map(|(name, (index, mut ids))| {
            let kind = KindName::of_section(name);
            let head = index.map(|id| &pages[id.0 as usize].head);
            let title = head.map_or_else(|| kind.title().zh, |head| head.title.value.clone());
            ids.sort_by_cached_key(|id| list_order(&pages[id.0 as usize]));
            let stands = |id: &PageId| in_list(&pages[id.0 as usize], settings, today);
            let listed = ids.iter().copied().filter(stands).collect();
            let route = route::of_section(name)?;
            Some(Section { name: name.into(), title, index, kind, pages: ids, listed, route })
        })
        .collect();
    sections.sort_by_cached_key(|section| {
        let order = section.index.and_then(|id| pages[id.0 as usize].head.order);
        let menu = KindName::ALL.iter().position(|kind| *kind == section.kind);
        (!section.name.is_empty(), order.unwrap_or(u64::MAX), menu, section.name.clone())
    });
    sections
}

/// Whether a page stands in the list of its section: a notice does for so many days.
pub(super) fn in_list(page: &Page, settings: &Settings, today: Date) -> bool {
    match (&page.kind, &page.head.date) {
        (Kind::Notice(_), Some(date)) => {
            let days = i32::try_from(settings.notices.list_days).unwrap_or(i32::MAX);
            today.days_since(date.value) <= days
        }
        _ => true,
    }
}

/// The key pages of a list are sorted by: contacts by role, then an explicit order, then the
/// newest first, then the path.
pub(super) fn list_order(page: &Page) -> impl Ord + use<> {
    let role = match &page.kind {
        Kind::Contact(contact) => contact.role.as_ref().map(|role| role.value),
        _ => None,
    };
    let date = page.head.date.as_ref().map(|date| date.value);
    (role, page.head.order.unwrap_or(u64::MAX), Reverse(date), page.path.clone())
}

/// For every page, the pages before and after it in the list of its section. Worked out once:
/// searching the list for each page would make the cost grow with the square of its length.
pub(super) fn neighbours(
    sections: &[Section],
    pages: usize,
) -> Vec<(Option<PageId>, Option<PageId>)> {
    let mut all = vec![(None, None); pages];
    for section in sections {
        for pair in section.listed.windows(2) {
            all[pair[0].0 as usize].1 = Some(pair[1]);
            all[pair[1].0 as usize].0 = Some(pair[0]);
        }
    }
    all
}

/// A finding when there are no pages at all.
pub(super) fn none(pages: &[Arc<Page>], site_toml: Option<SourceId>) -> Option<Diagnostic> {
    if !pages.is_empty() {
        return None;
    }
    let message = say!(zh: "content/ 里没有可以发布的页面", en: "content/ has no page to publish");
    let mut finding = Diagnostic::general(Code::NoSite, message);
    finding.at = site_toml.map(Span::file);
    Some(finding.hint(say!(
        zh: "用 `lantian new page 首页` 新建一页，或用 `lantian init 文件夹` 新建整个网站",
        en: "make a page with `lantian new page TITLE` or a whole site with `lantian init DIR`",
    )))
}
