//! Addresses of what is made from many pages, or beside one.

use crate::base::artifact::OutPath;
use crate::domain::kind::{Kind, KindName};
use crate::model::site::Site;
use crate::view::make::edition::{ELDER_HOME, Edition, in_elder};
use crate::view::make::guide::{BRING, Guide, PROBLEMS, STAGE_COUNT, WHERE, sheet_address};
use crate::view::make::site::{CALENDAR, NOTICE_FEED, has_days, has_notice_feed};
use crate::view::make::{elder, guide, kind, steps};
use crate::web::elder::ElderPage;
use crate::web::guide::GuidePage;
use crate::web::plan::Job;

/// Every such file of the site; `feeds` says whether it is read where feeds are.
pub(super) fn draw(guide: &Guide<'_>, feeds: bool, add: &mut dyn FnMut(&str, Job)) {
    finder(guide, add);
    checkups(guide, add);
    large_type(guide, add);
    beside(guide.site, feeds, add);
}

fn finder(guide: &Guide<'_>, add: &mut dyn FnMut(&str, Job)) {
    if guide::has_offices(guide.site) {
        add(WHERE, Job::Guide(GuidePage::Where));
        for (number, stage) in guide.finder().stages.iter().enumerate().take(STAGE_COUNT) {
            add(&stage.href, Job::Guide(GuidePage::Stage(number)));
        }
        for (number, town) in guide.towns.iter().enumerate() {
            add(&town.href, Job::Guide(GuidePage::Town(number)));
        }
    }
    if !guide.matters.is_empty() {
        add(BRING, Job::Guide(GuidePage::Bring));
        add(PROBLEMS, Job::Guide(GuidePage::Problems));
    }
    for id in &guide.matters {
        add(&sheet_address(guide.site, *id), Job::Guide(GuidePage::Sheet(*id)));
    }
}

fn checkups(guide: &Guide<'_>, add: &mut dyn FnMut(&str, Job)) {
    for (id, stops) in &guide.walks {
        for (at, stop) in stops.iter().enumerate() {
            let address = steps::address(guide.site, *id, stop);
            // The first question stands on the self-check's own page.
            if at > 0 {
                add(&address, Job::Step(*id, at));
            }
            let twin = Edition::Elder.address(&address, true);
            add(&twin, Job::Elder(ElderPage::Step(*id, at)));
        }
    }
}

fn large_type(guide: &Guide<'_>, add: &mut dyn FnMut(&str, Job)) {
    let site = guide.site;
    if !elder::exists(site) {
        return;
    }
    add(ELDER_HOME, Job::Elder(ElderPage::Home));
    for (id, section) in elder::sections(site) {
        let address = Edition::Elder.address(section.route.as_str(), true);
        add(&address, Job::Elder(ElderPage::List(id)));
        for page in section.pages.iter().filter(|id| in_elder(site, **id)) {
            add(&Edition::Elder.route(site, *page), Job::Elder(ElderPage::Page(*page)));
        }
    }
}

/// Cards of offices, calendars of events, proofs of notices.
fn beside(site: &Site, feeds: bool, add: &mut dyn FnMut(&str, Job)) {
    for id in site.of_kind(KindName::Contact) {
        if matches!(&site.page(id).kind, Kind::Contact(contact) if !contact.phones.is_empty()) {
            add(&kind::beside(site, id, ".vcf"), Job::Card(id));
            add(&kind::beside(site, id, "-qr.svg"), Job::CardQr(id));
        }
    }
    for id in site.of_kind(KindName::Event) {
        let Kind::Event(event) = &site.page(id).kind else { continue };
        if kind::is_coming(site, event) {
            add(&kind::beside(site, id, ".ics"), Job::Calendar(Some(id)));
        }
    }
    if has_days(site) {
        add(CALENDAR, Job::Calendar(None));
    }
    for id in site.of_kind(KindName::Notice) {
        let Kind::Notice(batch) = &site.page(id).kind else { continue };
        let several = Some(batch.notices.len()).filter(|count| *count > 1).unwrap_or_default();
        for number in 1..=several {
            add(&kind::proof_address(site, id, number), Job::Proof(id, number));
        }
    }
    if feeds && has_notice_feed(site) {
        add(NOTICE_FEED, Job::NoticeFeed);
    }
}

/// Whether the large-type twin of the page at `path` is planned, and where.
pub(super) fn twin(plan: &crate::web::Plan, path: &OutPath) -> Option<String> {
    let twin = format!("elder/{path}");
    plan.find(&twin).map(|_| twin)
}
