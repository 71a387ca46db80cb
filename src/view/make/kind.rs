//! What a page's kind adds to its view.

use crate::domain::citation::numeral;
use crate::domain::hours;
use crate::domain::kind::Kind;
use crate::domain::kinds::{
    article::Article, case::Case, channel::Channel, contact::Contact, eligibility::Eligibility,
    event::Event, law, law::Law, notice::Notice, notice::NoticeBatch, notice::NoticeIdentifier,
    notice::Of, statistics::Figure, statistics::Statistics,
};
use crate::domain::page::Page;
use crate::model::facet::Facet;
use crate::model::site::{PageId, Site};
use crate::view::guide::ProofView;
use crate::view::kind::{
    ArticleOfLaw, ArticleView, CaseView, ChannelView, ContactView, EligibilityView, EventView,
    FigureView, HandedOutView, IdentifierView, LawView, NoticeBatchView, NoticeView, PartView,
    PhotoView, StatisticsView, TrendView, YearView,
};
use crate::view::make::brief::{brief, phones};
use crate::view::make::cited::Resting;
use crate::view::make::picture::picture;
use crate::view::make::{References, chart, day, link, text, texts};
use crate::view::words;

pub(super) fn eligibility(site: &Site, page: &Eligibility) -> EligibilityView {
    use crate::domain::kinds::eligibility::Hardship;
    let hardship = page.hardship.as_ref().map(|hardship| hardship.value);
    let counts = hardship != Some(Hardship::NotRequired);
    let standard = site.settings().hardship.text.as_deref().filter(|_| counts);
    EligibilityView {
        hardship: hardship.map(Hardship::word),
        hardship_label: hardship.map(Hardship::label),
        standard: standard.map(|text| site.fill(text).into_owned()),
        matters: texts(site, &page.matters),
        who: texts(site, &page.who),
        proof: texts(site, &page.proof),
    }
}

pub(super) fn channel(site: &Site, page: &Channel) -> ChannelView {
    let mode = page.mode.as_ref().map(|mode| mode.value);
    let office = page.office.as_ref().and_then(|office| site.contact(&office.value));
    ChannelView {
        mode: mode.map(|mode| mode.word()),
        mode_label: mode.map(|mode| mode.label()),
        office: office.map(|id| brief(site, id)),
        materials: texts(site, &page.materials),
        steps: texts(site, &page.steps),
        time_limit: text(site, page.time_limit.as_ref()),
    }
}

pub(super) fn contact(references: &References<'_>, id: PageId, contact: &Contact) -> ContactView {
    let site = references.site;
    let page = site.page(id);
    let role = contact.role.as_ref().map(|role| role.value);
    let name = contact.name.as_ref().unwrap_or(&page.head.title);
    ContactView {
        role: role.map(|role| role.word()),
        role_label: role.map(|role| role.label()),
        name: site.fill(&name.value).into_owned(),
        township: text(site, contact.township.as_ref()),
        address: text(site, contact.address.as_ref()),
        hours: text(site, contact.hours.as_ref()),
        directions: text(site, contact.directions.as_ref()),
        phones: phones(site, contact),
        checked_on: day(contact.checked_on.as_ref()),
        checked_by: text(site, contact.checked_by.as_ref()),
        sample: contact.sample,
        open: contact.hours.as_ref().and_then(|hours| open(&hours.value)),
        card: contact.phones.first().map(|_| beside(site, id, ".vcf")),
        qr: contact.phones.first().map(|_| beside(site, id, "-qr.svg")),
        town: contact.township.as_ref().and_then(|name| references.guide.town_link(&name.value)),
    }
}

/// The address of a file that belongs to a page: `contacts/luqiao.vcf`.
#[must_use]
pub fn beside(site: &Site, id: PageId, ending: &str) -> String {
    let route = site.route(id).as_str();
    format!("{}{ending}", route.strip_suffix(".html").unwrap_or(route))
}

/// Opening hours for the script: `12345/510-720,870-1050;67/540-660`.
fn open(words: &str) -> Option<String> {
    let openings = hours::read(words)?;
    let one = |opening: &hours::Opening| {
        let days: String = opening.days.iter().map(|day| (day + 1).to_string()).collect();
        let times: Vec<_> = opening.times.iter().map(|(from, to)| format!("{from}-{to}")).collect();
        format!("{days}/{}", times.join(","))
    };
    Some(openings.iter().map(one).collect::<Vec<_>>().join(";"))
}

pub(super) fn case(references: &References<'_>, case: &Case) -> CaseView {
    let site = references.site;
    let days = match (&case.accepted, &case.closed) {
        (Some(from), Some(to)) => Some(to.value.days_since(from.value)).filter(|days| *days >= 0),
        _ => None,
    };
    let term = |facet, name: &str| references.term(facet, name);
    CaseView {
        category: case.category.as_ref().map(|name| term(Facet::Category, &name.value)),
        case_type: case.case_type.as_ref().map(|case_type| case_type.value.label()),
        aid: case.aid.as_ref().map(|aid| aid.value.label()),
        groups: case.groups.iter().map(|name| term(Facet::Group, &name.value)).collect(),
        township: case.township.as_ref().map(|name| term(Facet::Township, &name.value)),
        accepted: day(case.accepted.as_ref()),
        closed: day(case.closed.as_ref()),
        days,
        result: text(site, case.result.as_ref()),
        amount: case.amount.as_ref().map(|amount| words::money(amount.value)),
        grade: case.grade.as_ref().map(|grade| grade.value),
    }
}

pub(super) fn notice(site: &Site, id: PageId, batch: &NoticeBatch) -> NoticeBatchView {
    let page = site.page(id);
    let numbered = (1..).zip(&batch.notices);
    NoticeBatchView {
        paper: text(site, page.head.source.as_ref()),
        page: text(site, batch.page.as_ref()),
        notices: numbered.map(|(number, it)| one_notice(site, id, number, it)).collect(),
    }
}

/// One notice by itself; none where the batch has no notice of that number.
#[must_use]
pub fn proof(site: &Site, id: PageId, number: usize) -> Option<ProofView> {
    let page = site.page(id);
    let Kind::Notice(batch) = &page.kind else { return None };
    let notice = batch.notices.get(number.checked_sub(1)?)?;
    Some(ProofView {
        number,
        notice: one_notice(site, id, number, notice),
        paper: text(site, page.head.source.as_ref()),
        page: text(site, batch.page.as_ref()),
        date: day(page.head.date.as_ref()),
        batch: link(site, id),
    })
}

fn one_notice(site: &Site, id: PageId, number: usize, notice: &Notice) -> NoticeView {
    let identifier = |identifier: &NoticeIdentifier| IdentifierView {
        label: identifier.label(),
        value: identifier.value.value.clone(),
        of_holder: identifier.of == Some(Of::Holder),
    };
    NoticeView {
        holder: notice.holder.value.clone(),
        document: notice.document.value.clone(),
        copies: text(site, notice.copies.as_ref()),
        identifiers: notice.identifiers.iter().map(identifier).collect(),
        declared_void: notice.declared_void.unwrap_or(false),
        remark: text(site, notice.remark.as_ref()),
        href: proof_address(site, id, number),
    }
}

/// The address of a notice: its own page, or the batch's where it stands there alone; such a page
/// says all that its own would.
#[must_use]
pub fn proof_address(site: &Site, id: PageId, number: usize) -> String {
    match &site.page(id).kind {
        Kind::Notice(batch) if batch.notices.len() > 1 => {
            beside(site, id, &format!("/{number}.html"))
        }
        _ => site.route(id).to_string(),
    }
}

pub(super) fn article(site: &Site, page: &Page, article: &Article) -> ArticleView {
    let in_text = page.body.links.iter().any(|link| link.image);
    let photos = article.photos.iter().filter_map(|photo| {
        let (path, known) = site.picture_beside(page, &photo.file.value)?;
        let caption = text(site, photo.caption.as_ref());
        let alt = text(site, photo.alt.as_ref()).or_else(|| caption.clone()).unwrap_or_default();
        Some((picture(path, known), caption, alt))
    });
    let view = |(at, (picture, caption, alt))| {
        let first = at == 0 && !in_text;
        PhotoView { picture, caption, alt, first }
    };
    ArticleView { photos: photos.enumerate().map(view).collect() }
}

pub(super) fn statistics(references: &References<'_>, page: &Statistics) -> StatisticsView {
    let site = references.site;
    StatisticsView {
        period: text(site, page.period.as_ref()),
        figures: page.figures.iter().map(|one| figure(site, one, &page.figures)).collect(),
        trends: page.figures.iter().filter_map(|one| trend(references, one)).collect(),
    }
}

/// A figure over the years, where other years count the same in the same unit.
fn trend(references: &References<'_>, figure: &Figure) -> Option<TrendView> {
    let site = references.site;
    let unit = |one: &Figure| one.unit.as_ref().map(|unit| unit.value.clone()).unwrap_or_default();
    let years = references.guide.years(&figure.id.value).iter();
    let same: Vec<_> = years.filter(|(_, other)| unit(other) == unit(figure)).collect();
    let period = |id: PageId| match &site.page(id).kind {
        Kind::Statistics(page) => text(site, page.period.as_ref()),
        _ => None,
    };
    let unit = unit(figure);
    let rows: Vec<_> = same
        .iter()
        .map(|(id, one)| {
            let number = words::number(one.value.value);
            (period(*id).unwrap_or_else(|| link(site, *id).title), number, one.value.value)
        })
        .collect();
    let years = same.iter().zip(&rows).map(|((id, _), (period, value, _))| YearView {
        period: period.clone(),
        value: value.clone(),
        href: link(site, *id).href,
    });
    let years = years.collect();
    let said: Vec<_> = rows
        .into_iter()
        .map(|(period, value, raw)| (period, format!("{value}{unit}"), raw))
        .collect();
    let chart = chart::bars(&said, None)?;
    let label = site.fill(&figure.label.value).into_owned();
    Some(TrendView { label, unit, years, chart: Some(chart) })
}

/// One figure among those of its page.
#[must_use]
pub fn figure(site: &Site, figure: &Figure, all: &[Figure]) -> FigureView {
    let whole = figure.percent_of.as_ref();
    let whole = whole.and_then(|id| all.iter().find(|other| other.id.value == id.value));
    let percent = figure.percent.as_ref().map(|percent| percent.value);
    let share = whole.zip(percent).map(|(whole, percent)| {
        format!("占{}的{}%", site.fill(&whole.label.value), words::number(percent))
    });
    let target = figure.target_percent.as_ref();
    let unit = text(site, figure.unit.as_ref()).unwrap_or_default();
    let parts = parts(site, figure);
    let rows: Vec<_> = parts
        .iter()
        .zip(&figure.parts)
        .map(|(view, part)| {
            let said = format!("{}{unit}，{}%", view.value, words::number(view.percent));
            (view.label.clone(), said, part.value.value)
        })
        .collect();
    FigureView {
        id: figure.id.value.clone(),
        label: site.fill(&figure.label.value).into_owned(),
        value: words::number(figure.value.value),
        chart: chart::bars(&rows, Some(figure.value.value)),
        unit,
        parts,
        share,
        percent,
        target: target.map(|percent| format!("完成全年任务的{}%", words::number(percent.value))),
    }
}

fn parts(site: &Site, figure: &Figure) -> Vec<PartView> {
    let whole = figure.value.value;
    let mut offset = 0.0;
    let mut views = Vec::with_capacity(figure.parts.len());
    for part in &figure.parts {
        let percent =
            if whole > 0.0 { (part.value.value / whole * 1000.0).round() / 10.0 } else { 0.0 };
        views.push(PartView {
            label: site.fill(&part.label.value).into_owned(),
            value: words::number(part.value.value),
            percent,
            offset: (offset * 10.0_f64).round() / 10.0,
        });
        offset += percent;
    }
    views
}

/// Whether an event has a day that is not over: then it has a calendar file.
#[must_use]
pub fn is_coming(site: &Site, event: &Event) -> bool {
    event.day.as_ref().is_some_and(|day| day.value >= site.today())
}

pub(super) fn event(site: &Site, id: PageId, event: &Event) -> EventView {
    let handed = |item: &crate::domain::kinds::event::HandedOut| HandedOutView {
        label: item.label.value.clone(),
        count: format!(
            "{}{}",
            words::number(item.count.value),
            item.unit.as_ref().map_or("", |unit| unit.value.as_str())
        ),
    };
    let day = event
        .day
        .as_ref()
        .map(|day| format!("{}（{}）", words::day(day.value), words::weekday(day.value)));
    EventView {
        when: day.or_else(|| text(site, event.when.as_ref())),
        place: text(site, event.place.as_ref()),
        theme: text(site, event.theme.as_ref()),
        handed_out: event.handed_out.iter().map(handed).collect(),
        calendar: is_coming(site, event).then(|| beside(site, id, ".ics")),
    }
}

pub(super) fn law(references: &References<'_>, id: PageId, page: &Page, law: &Law) -> LawView {
    let site = references.site;
    let mut room = Resting::ROOM;
    let article = |(number, anchor): (u16, &str)| {
        let resting = Resting::of(site, references.citing(id, number), &mut room);
        ArticleOfLaw {
            name: format!("第{}条", numeral(number)),
            anchor: anchor.to_owned(),
            cited_by: resting.open,
            cited_also: resting.folded,
            cited_more: resting.more,
            cited_lists: resting.lists,
        }
    };
    LawView {
        name: text(site, law.full_name.as_ref().or(law.statute.as_ref())),
        version: text(site, law.version.as_ref()),
        in_force_from: day(law.in_force_from.as_ref()),
        articles: law::articles(&page.body).map(article).collect(),
    }
}
