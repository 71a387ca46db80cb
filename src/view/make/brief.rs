//! A page as an entry of a list.

use crate::domain::kind::Kind;
use crate::domain::kinds::contact::{Contact, Phone};
use crate::model::site::{PageId, Site};
use crate::view::brief::Brief;
use crate::view::kind::PhoneView;
use crate::view::make::picture::thumbnail;
use crate::view::make::{day, kind_word, text};
use crate::view::words;

/// The entry of a page.
#[must_use]
pub fn brief(site: &Site, id: PageId) -> Brief {
    let page = site.page(id);
    let head = &page.head;
    let mut brief = Brief {
        title: site.fill(&head.title.value).into_owned(),
        href: site.route(id).to_string(),
        picture: thumbnail(site, page),
        summary: text(site, head.summary.as_ref()),
        date: day(head.date.as_ref()),
        date_iso: head.date.as_ref().map(|date| date.value.to_string()),
        dated: head.date.is_some() && dated(&page.kind),
        kind: kind_word(&page.kind),
        badge: None,
        badge_word: None,
        township: None,
        place: None,
        when: None,
        phones: Vec::new(),
        sample: false,
        result: None,
        amount: None,
        count: None,
    };
    add_kind(&mut brief, site, &page.kind);
    brief
}

fn dated(kind: &Kind) -> bool {
    match kind {
        Kind::Event(event) => event.day.is_none() && event.when.is_none(),
        Kind::Case(_)
        | Kind::Notice(_)
        | Kind::Article(_)
        | Kind::Statistics(_)
        | Kind::Contact(_) => true,
        Kind::Eligibility(_) | Kind::Channel(_) | Kind::Page | Kind::Law(_) | Kind::Checkup(_) => {
            false
        }
    }
}

fn add_kind(brief: &mut Brief, site: &Site, kind: &Kind) {
    match kind {
        Kind::Eligibility(eligibility) => {
            let hardship = eligibility.hardship.as_ref().map(|hardship| hardship.value);
            brief.badge = hardship.map(|hardship| hardship.label().to_owned());
            brief.badge_word = hardship.map(|hardship| hardship.word().to_owned());
        }
        Kind::Channel(channel) => {
            let mode = channel.mode.as_ref().map(|mode| mode.value);
            brief.badge = mode.map(|mode| mode.label().to_owned());
            brief.badge_word = mode.map(|mode| mode.word().to_owned());
        }
        Kind::Contact(contact) => add_contact(brief, site, contact),
        Kind::Case(case) => {
            brief.badge = text(site, case.category.as_ref());
            brief.township = text(site, case.township.as_ref());
            brief.result = text(site, case.result.as_ref());
            brief.amount = case.amount.as_ref().map(|amount| words::money(amount.value));
        }
        Kind::Notice(batch) => brief.count = Some(batch.notices.len()),
        Kind::Statistics(statistics) => {
            brief.count = Some(statistics.figures.len());
            brief.badge = text(site, statistics.period.as_ref());
        }
        Kind::Event(event) => {
            brief.badge = text(site, event.theme.as_ref());
            brief.place = text(site, event.place.as_ref());
            brief.when = day(event.day.as_ref()).or_else(|| text(site, event.when.as_ref()));
        }
        Kind::Checkup(checkup) => brief.count = Some(checkup.questions.len()),
        Kind::Law(law) => brief.badge = text(site, law.version.as_ref()),
        Kind::Article(_) | Kind::Page => {}
    }
}

fn add_contact(brief: &mut Brief, site: &Site, contact: &Contact) {
    let role = contact.role.as_ref().map(|role| role.value);
    brief.badge = role.map(|role| role.label().to_owned());
    brief.badge_word = role.map(|role| role.word().to_owned());
    brief.township = text(site, contact.township.as_ref());
    brief.place = text(site, contact.address.as_ref());
    brief.when = text(site, contact.hours.as_ref());
    brief.phones = phones(site, contact);
    brief.sample = contact.sample;
}

/// Phones with what a telephone dials. The numbers of an invented office are not to be called.
#[must_use]
pub fn phones(site: &Site, contact: &Contact) -> Vec<PhoneView> {
    let view = |phone: &Phone| {
        let number = site.fill(&phone.number.value).into_owned();
        PhoneView {
            label: text(site, phone.label.as_ref()).unwrap_or_default(),
            href: (!contact.sample).then(|| format!("tel:{}", words::dial(&number))),
            number,
            hours: text(site, phone.hours.as_ref()),
        }
    };
    contact.phones.iter().map(view).collect()
}
