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

/// The kinds whose pages have a large-type twin, in the order of its first page.
pub const IN_ELDER: [KindName; 4] =
    [KindName::Checkup, KindName::Eligibility, KindName::Contact, KindName::Channel];

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

    /// A page as a link.
    #[must_use]
    pub fn link(self, site: &Site, id: PageId) -> LinkView {
        LinkView { href: self.route(site, id), ..link(site, id) }
    }
}

/// Whether a page has a large-type twin.
#[must_use]
pub fn in_elder(site: &Site, id: PageId) -> bool {
    let page = site.page(id);
    !page.is_index() && IN_ELDER.contains(&page.kind.name())
}
