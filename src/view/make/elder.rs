//! The first page and the lists of the large-type edition.

use crate::domain::kind::{Kind, KindName};
use crate::model::section::{Section, SectionId};
use crate::model::site::{PageId, Site};
use crate::view::guide::{ElderChoice, ElderView};
use crate::view::make::brief::phones;
use crate::view::make::edition::{Edition, in_elder};
use crate::view::make::{link, text};
use crate::view::site::LinkView;

/// The sections that have a list in the large-type edition.
pub fn sections(site: &Site) -> impl Iterator<Item = (SectionId, &Section)> {
    let wanted = |kind| KindName::GUIDE.contains(&kind) && kind != KindName::Checkup;
    let sections = site.sections().iter().enumerate().map(|(at, section)| (SectionId(at), section));
    sections.filter(move |(_, section)| {
        let any = || section.pages.iter().any(|id| in_elder(site, *id));
        !section.name.is_empty() && wanted(section.kind) && any()
    })
}

/// Whether the site has anything for the large-type edition.
#[must_use]
pub fn exists(site: &Site) -> bool {
    sections(site).next().is_some() || site.of_kind(KindName::Checkup).next().is_some()
}

/// The first page: the self-check, then what people ask in the order they ask it.
#[must_use]
pub fn home(site: &Site) -> ElderView {
    let checkups = site.of_kind(KindName::Checkup).map(|id| choice(site, id));
    let mut choices: Vec<ElderChoice> = checkups.collect();
    for kind in KindName::GUIDE {
        for (_, section) in sections(site).filter(|(_, section)| section.kind == kind) {
            let LinkView { title, href } = list_link(section);
            choices.push(ElderChoice { title, text: None, href, phones: Vec::new() });
        }
    }
    ElderView { title: site.settings().identity.title.clone(), choices }
}

/// What somebody asks who needs a list.
fn question(kind: KindName) -> Option<&'static str> {
    match kind {
        KindName::Eligibility => Some("您遇到了什么事"),
        KindName::Contact => Some("去哪里，打谁的电话"),
        KindName::Channel => Some("怎么申请"),
        _ => None,
    }
}

/// A section's list in this edition, under the name it has here.
#[must_use]
pub fn list_link(section: &Section) -> LinkView {
    LinkView {
        title: question(section.kind).unwrap_or(&section.title).to_owned(),
        href: Edition::Elder.address(section.route.as_str(), true),
    }
}

/// A section's list.
#[must_use]
pub fn list(site: &Site, section: &Section) -> ElderView {
    let pages = section.pages.iter().filter(|id| in_elder(site, **id));
    ElderView {
        title: list_link(section).title,
        choices: pages.map(|id| choice(site, *id)).collect(),
    }
}

fn choice(site: &Site, id: PageId) -> ElderChoice {
    let page = site.page(id);
    let words = match &page.kind {
        Kind::Contact(contact) => text(site, contact.address.as_ref()),
        Kind::Eligibility(page) if !page.matters.is_empty() => None,
        _ => text(site, page.head.summary.as_ref()),
    };
    let numbers = match &page.kind {
        Kind::Contact(contact) => phones(site, contact),
        _ => Vec::new(),
    };
    let href = Edition::Elder.route(site, id);
    ElderChoice { title: link(site, id).title, text: words, href, phones: numbers }
}
