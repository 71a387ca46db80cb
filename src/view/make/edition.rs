//! The two editions of a page: the ordinary one, and the large-type one for old readers.
//!
//! The large-type edition holds the guide (conditions, ways to apply, offices, self-check) under
//! `elder/`, at the same address otherwise; a link from it to a page of the guide stays in it.

use crate::domain::kind::KindName;
use crate::model::site::{PageId, Site};
use crate::view::make::link;
use crate::view::site::LinkView;

/// An edition of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edition {
    /// As everybody reads it.
    Standard,
    /// 长辈版
    Elder,
}

/// Said at a link that leads out of the large-type edition.
pub const LEAVES_ELDER: &str = "（普通版）";

/// Where the large-type edition begins.
pub const ELDER_HOME: &str = "elder/index.html";

impl Edition {
    /// The address of a page or list in this edition; `has_twin` says whether it is there.
    #[must_use]
    pub fn address(self, standard: &str, has_twin: bool) -> String {
        match self {
            Self::Elder if has_twin => format!("elder/{standard}"),
            _ => standard.to_owned(),
        }
    }

    /// The address of a page.
    #[must_use]
    pub fn route(self, site: &Site, id: PageId) -> String {
        self.address(site.route(id).as_str(), self == Self::Elder && in_elder(site, id))
    }

    /// A page as a link; one that leads out of the large-type edition says so.
    #[must_use]
    pub fn link(self, site: &Site, id: PageId) -> LinkView {
        let LinkView { mut title, .. } = link(site, id);
        if self.is_left(site, id) {
            title.push_str(LEAVES_ELDER);
        }
        LinkView { href: self.route(site, id), title }
    }

    /// Whether a link to a page leads from this edition into the ordinary one.
    #[must_use]
    pub fn is_left(self, site: &Site, id: PageId) -> bool {
        self == Self::Elder && !in_elder(site, id)
    }
}

/// Whether a page has a large-type twin.
#[must_use]
pub fn in_elder(site: &Site, id: PageId) -> bool {
    let page = site.page(id);
    !page.is_index() && KindName::GUIDE.contains(&page.kind.name())
}
