//! The view of a page.

use crate::domain::body::{Inline, plain_text};
use crate::domain::kind::Kind;
use crate::domain::kinds::case::standard_heading;
use crate::domain::page::{Page, Review};
use crate::model::site::{PageId, Site};
use crate::view::make::guide::sheet_address;
use crate::view::make::{self, References, checkup, day, kind, kind_word, laws, link, text, texts};
use crate::view::page::{ContentsEntry, PageView, ReviewView, SignedView};

/// A page is long enough for a table of contents from this many headings on.
const CONTENTS_FROM: usize = 3;

/// The view of page `id`; `body` is its text in the form the renderer wants.
#[must_use]
pub fn page(references: &References<'_>, id: PageId, body: String) -> PageView {
    let site = references.site;
    let page = site.page(id);
    let head = &page.head;
    let (before, after) = site.neighbours(id);
    let guide = &references.guide;
    let signed = signed(site, page);
    let mut view = PageView {
        title: site.fill(&head.title.value).into_owned(),
        summary: text(site, head.summary.as_ref()),
        href: site.route(id).to_string(),
        kind: kind_word(&page.kind),
        section: page.section().to_owned(),
        date: signed.date,
        date_iso: signed.date_iso,
        updated: signed.updated,
        source: signed.source,
        author: signed.author,
        tags: texts(site, &head.tags),
        keywords: texts(site, &head.keywords),
        laws: laws(site, &head.laws),
        review: signed.review,
        contents: contents(site, page),
        body,
        before: before.map(|id| link(site, id)),
        after: after.map(|id| link(site, id)),
        answers: guide.alike.pages(page).into_iter().map(|id| link(site, id)).collect(),
        bring: guide.has_sheet(id).then(|| sheet_address(site, id)),
        eligibility: None,
        channel: None,
        contact: None,
        case: None,
        notice: None,
        article: None,
        statistics: None,
        event: None,
        checkup: None,
        law: None,
    };
    add_kind(&mut view, references, id);
    view
}

fn add_kind(view: &mut PageView, references: &References<'_>, id: PageId) {
    let site = references.site;
    let page = site.page(id);
    match &page.kind {
        Kind::Eligibility(it) => view.eligibility = Some(kind::eligibility(site, it)),
        Kind::Channel(it) => view.channel = Some(kind::channel(site, it)),
        Kind::Contact(it) => view.contact = Some(kind::contact(references, id, it)),
        Kind::Case(it) => view.case = Some(kind::case(references, it)),
        Kind::Notice(it) => view.notice = Some(kind::notice(site, id, it)),
        Kind::Article(it) => view.article = Some(kind::article(site, page, it)),
        Kind::Statistics(it) => view.statistics = Some(kind::statistics(references, it)),
        Kind::Event(it) => view.event = Some(kind::event(site, id, it)),
        Kind::Checkup(it) => view.checkup = Some(checkup::checkup(site, it)),
        Kind::Law(it) => view.law = Some(kind::law(references, id, page, it)),
        Kind::Page => {}
    }
}

/// When, whence and by whom a page was looked at.
#[must_use]
pub fn signed(site: &Site, page: &Page) -> SignedView {
    let head = &page.head;
    SignedView {
        date: day(head.date.as_ref()),
        date_iso: head.date.as_ref().map(|date| date.value.to_string()),
        updated: day(head.updated.as_ref()),
        source: make::source(site, page),
        author: text(site, head.author.as_ref()),
        review: head.review.as_ref().map(|signed| review(site, signed)),
    }
}

fn review(site: &Site, review: &Review) -> ReviewView {
    ReviewView {
        editor: text(site, review.editor.as_ref()),
        legal: text(site, review.legal.as_ref()),
        chief: text(site, review.chief.as_ref()),
        on: make::day(review.on.as_ref()),
    }
}

fn contents(site: &Site, page: &Page) -> Vec<ContentsEntry> {
    let headings = page.body.headings().filter(|(level, ..)| matches!(level, 2 | 3));
    let entries: Vec<_> = headings
        .map(|(level, id, content)| ContentsEntry {
            id: id.to_owned(),
            title: heading_words(site, page, content),
            level,
        })
        .collect();
    if entries.len() < CONTENTS_FROM { Vec::new() } else { entries }
}

/// The words of a heading; those of a case in their standard form.
#[must_use]
pub fn heading_words(site: &Site, page: &Page, content: &[Inline]) -> String {
    let mut words = String::new();
    plain_text(content, &|id| site.fact(page, id).to_owned(), &mut words);
    match page.kind {
        Kind::Case(_) => standard_heading(&words).map_or(words, str::to_owned),
        _ => words,
    }
}
