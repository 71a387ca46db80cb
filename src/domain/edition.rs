//! Where a site is going to live: one build, three editions.
//!
//! A county department in principle has no site of its own (国办发〔2017〕47号): its pages are a column
//! below the county's portal, or lie on a stick beside the village kiosk.

/// What a built site is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edition {
    /// A site with a domain of its own: feed, sitemap, robots.txt, a page for dead addresses, an
    /// offline copy of the core pages.
    #[default]
    Site,
    /// A folder that is dropped into a portal: what speaks for a whole domain (robots.txt, the page
    /// for dead addresses, the service worker) is the portal's.
    Column,
    /// A folder that is opened by double click: nothing that needs a server, and every text in the
    /// search index.
    Usb,
}

impl Edition {
    /// The words on the command line.
    pub const WORDS: [(&str, Self); 3] =
        [("site", Self::Site), ("column", Self::Column), ("usb", Self::Usb)];

    /// Whether the site answers for a domain of its own.
    #[must_use]
    pub fn own_domain(self) -> bool {
        self == Self::Site
    }

    /// Whether it is read over a network: feeds and sitemaps make sense.
    #[must_use]
    pub fn online(self) -> bool {
        self != Self::Usb
    }
}
