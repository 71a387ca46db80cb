//! What a page's kind adds to its view.

use crate::domain::citation::numeral;
use crate::domain::kinds::{
    article::Article, case::Case, channel::Channel, contact::Contact, eligibility::Eligibility,
    event::Event, law, law::Law, notice::Notice, notice::NoticeBatch, notice::NoticeIdentifier,
    notice::Of, statistics::Figure, statistics::Statistics,
};
use crate::domain::page::Page;
use crate::model::facet::Facet;
use crate::model::site::{PageId, Site};
use crate::view::kind::{
    ArticleOfLaw, ArticleView, CaseView, ChannelView, ContactView, EligibilityView, EventView,
    FigureView, HandedOutView, IdentifierView, LawView, NoticeBatchView, NoticeView, PartView,
    PhotoView, StatisticsView,
};
use crate::view::make::brief::{brief, phones};
use crate::view::make::{References, day, text, texts};
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

pub(super) fn contact(site: &Site, page: &Page, contact: &Contact) -> ContactView {
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
        phones: phones(site, &contact.phones),
        checked_on: day(contact.checked_on.as_ref()),
        checked_by: text(site, contact.checked_by.as_ref()),
        sample: contact.sample,
    }
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

pub(super) fn notice(site: &Site, page: &Page, batch: &NoticeBatch) -> NoticeBatchView {
    NoticeBatchView {
        paper: text(site, page.head.source.as_ref()),
        page: text(site, batch.page.as_ref()),
        notices: batch.notices.iter().map(|notice| one_notice(site, notice)).collect(),
    }
}

fn one_notice(site: &Site, notice: &Notice) -> NoticeView {
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
    }
}

pub(super) fn article(site: &Site, page: &Page, article: &Article) -> ArticleView {
    let folder = page.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let photo = |photo: &crate::domain::kinds::article::Photo| PhotoView {
        href: format!("{folder}/{}", photo.file.value),
        caption: text(site, photo.caption.as_ref()).unwrap_or_default(),
    };
    ArticleView { photos: article.photos.iter().map(photo).collect() }
}

pub(super) fn statistics(site: &Site, page: &Statistics) -> StatisticsView {
    StatisticsView {
        period: text(site, page.period.as_ref()),
        figures: page.figures.iter().map(|one| figure(site, one, &page.figures)).collect(),
    }
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
    FigureView {
        id: figure.id.value.clone(),
        label: site.fill(&figure.label.value).into_owned(),
        value: words::number(figure.value.value),
        unit: text(site, figure.unit.as_ref()).unwrap_or_default(),
        parts: parts(site, figure),
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

pub(super) fn event(site: &Site, event: &Event) -> EventView {
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
    }
}

pub(super) fn law(references: &References<'_>, id: PageId, page: &Page, law: &Law) -> LawView {
    let site = references.site;
    let article = |(number, anchor): (u16, &str)| ArticleOfLaw {
        name: format!("第{}条", numeral(number)),
        anchor: anchor.to_owned(),
        cited_by: references.citing(id, number),
    };
    LawView {
        name: text(site, law.full_name.as_ref().or(law.statute.as_ref())),
        version: text(site, law.version.as_ref()),
        in_force_from: day(law.in_force_from.as_ref()),
        articles: law::articles(&page.body).map(article).collect(),
    }
}
