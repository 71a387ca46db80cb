//! `data.json`: everything a print template can read, with the views of the web room where they
//! say the same, so that one list of names serves both kinds of templates.

use rayon::prelude::*;
use serde::Serialize;
use serde_json::Value;

use crate::base::files;
use crate::domain::brochure::{Brochure, Form, Paper};
use crate::domain::kind::KindName;
use crate::model::site::{PageId, Site};
use crate::print::Way;
use crate::print::edition;
use crate::print::fonts::Families;
use crate::print::index::{self, Indexes};
use crate::print::review::{self, Review};
use crate::print::select::{Part, parts};
use crate::print::sheet::{PageExtras, SheetData, extras, sheet};
use crate::print::shop::BLEED;
use crate::print::text::{self, Marks};
use crate::view::make::References;
use crate::view::make::page::page as page_view;
use crate::view::make::site::{Paths, site as site_view};
use crate::view::page::PageView;
use crate::view::qr::{Qr, qr};
use crate::view::site::SiteView;
use crate::view::words;

/// The whole of `data.json`.
#[derive(Debug, Serialize)]
pub(super) struct Data {
    brochure: BrochureData,
    site: SiteView,
    hardship: HardshipData,
    qr: Option<Qr>,
    sheet: SheetData,
    fonts: Families,
    parts: Vec<PartData>,
    /// For an anthology only.
    indexes: Option<Indexes>,
    /// For a review sheet only.
    review: Option<Review>,
}

#[derive(Debug, Serialize)]
struct BrochureData {
    id: String,
    title: String,
    paper: PaperData,
    copies: Option<String>,
    /// The edition code, see [`edition`]: K7QM-3XRD.
    edition: String,
    /// 2026年11月24日
    today: String,
    large_print: bool,
    /// For the print shop, not to download.
    press: bool,
    /// Millimetres on each side: 3 for the print shop, else 0.
    bleed: f64,
    /// `screen` to download; for the print shop `spot`, `cmyk` or `black`.
    colour: &'static str,
    /// The ready-mixed inks of `spot`, one or two.
    inks: Vec<String>,
    /// Whether the pages should be a multiple of four.
    stapled: bool,
    /// `poster`: what it is.
    form: &'static str,
}

/// Upright, in millimetres.
#[derive(Debug, Serialize)]
struct PaperData {
    name: &'static str,
    width: u16,
    height: u16,
}

impl PaperData {
    fn of(paper: Paper) -> Self {
        Self { name: paper.name, width: paper.width, height: paper.height }
    }
}

#[derive(Debug, Serialize)]
struct HardshipData {
    text: Option<String>,
    basis: Option<String>,
    in_force_from: Option<String>,
    checked_on: Option<String>,
    checked_by: Option<String>,
}

#[derive(Debug, Serialize)]
struct PartData {
    section: String,
    kind: &'static str,
    title: String,
    summary: Option<String>,
    mark: String,
}

#[derive(Debug, Serialize)]
struct PageData {
    mark: String,
    /// A case's title without the words every case's title has.
    short: String,
    #[serde(flatten)]
    view: PageView,
    #[serde(flatten)]
    extras: PageExtras,
    blocks: Value,
    notes: Value,
}

/// Which of a brochure's two editions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edition {
    /// As site.toml says.
    Standard,
    /// 大字版.
    LargePrint,
}

/// One piece to be set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Job<'s> {
    pub(super) brochure: &'s Brochure,
    pub(super) edition: Edition,
    pub(super) way: Way,
}

impl Job<'_> {
    /// Whether it is the large-print twin.
    pub(super) fn large(&self) -> bool {
        self.edition == Edition::LargePrint
    }

    /// Whether it is for the print shop.
    pub(super) fn press(&self) -> bool {
        self.way == Way::Press
    }

    /// What the names of its files end in.
    pub(super) fn endings(&self) -> impl Iterator<Item = &'static str> {
        let (press, form) = (self.press(), self.brochure.form.value);
        let script = form == Form::Broadcast;
        let all = [
            (".txt", script),
            (".pdf", !script),
            ("-booklet.pdf", press && form.stapled()),
            ("-sheets.pdf", press && form == Form::ContactCard),
            ("-preflight.txt", press && !script),
        ];
        all.into_iter().filter_map(|(ending, made)| made.then_some(ending))
    }

    /// The path of a file whose name ends in `ending`.
    pub(super) fn file(&self, folder: &str, ending: &str) -> String {
        let twin = if self.large() { "-large" } else { "" };
        format!("{folder}{}{twin}{ending}", self.brochure.id.value)
    }
}

/// What a brochure shows, as `data.json` says it.
pub(super) struct Written {
    pub(super) json: Vec<u8>,
    /// The edition code.
    pub(super) code: String,
}

/// Gathers what a brochure shows and writes it as `data.json`.
///
/// # Errors
/// When it cannot be written, which no data brings about.
pub(super) fn written(
    references: &References<'_>,
    job: &Job<'_>,
    fonts: &Families,
) -> serde_json::Result<Written> {
    let site = references.site;
    let parts = parts(site, job.brochure);
    let marks = marks(&parts);
    let mut value = serde_json::to_value(data(references, job, fonts, (&parts, &marks)))?;
    for (at, part) in parts.iter().enumerate() {
        let pages = part.pages.par_iter();
        let pages: Result<_, _> =
            pages.map(|id| serde_json::to_value(page_data(references, *id, &marks))).collect();
        value["parts"][at]["pages"] = Value::Array(pages?);
    }
    let picture = |name: &str| {
        let path = name.strip_prefix("/site/")?;
        let asset = site.assets().iter().find(|asset| match site.picture(&asset.path) {
            Some(picture) => picture.paper_name(asset.path.as_str()) == path,
            None => asset.path.as_str() == path,
        })?;
        files::read(&asset.file).ok()
    };
    let code = edition::code(&value, &picture);
    value["brochure"]["edition"] = code.clone().into();
    Ok(Written { json: serde_json::to_vec(&value)?, code })
}

/// All of it but the pages of the parts.
fn data(
    references: &References<'_>,
    job: &Job<'_>,
    fonts: &Families,
    (parts, marks): (&[Part], &Marks),
) -> Data {
    let site = references.site;
    let brochure = job.brochure;
    let form = brochure.form.value;
    let today = site.today();
    let large_print = job.large();
    Data {
        brochure: BrochureData {
            id: brochure.id.value.clone(),
            title: site.fill(&brochure.title.value).into_owned(),
            paper: PaperData::of(if large_print {
                brochure.large_paper()
            } else {
                brochure.paper()
            }),
            copies: brochure.copies.map(|copies| words::number(copies as f64)),
            edition: String::new(),
            today: words::day(today),
            large_print,
            press: job.press(),
            bleed: if job.press() && !brochure.uncut() { BLEED } else { 0.0 },
            colour: if job.press() { brochure.colour.word() } else { "screen" },
            inks: brochure.inks.clone(),
            stapled: job.press() && brochure.form.value.stapled(),
            form: form.word(),
        },
        site: site_view(site, Paths::default()),
        hardship: hardship(site),
        qr: qr(&site.settings().web.base_url),
        sheet: sheet(site, brochure),
        fonts: fonts.clone(),
        indexes: (form == Form::Anthology).then(|| index::indexes(site, parts, marks)),
        review: (form == Form::SignOff).then(|| review::review(site, parts)),
        parts: parts.iter().map(|part| part_data(site, part, marks)).collect(),
    }
}

/// Every page that stands in the brochure under a heading of its own, and what it is marked with.
/// Contacts stand in one table: a link to one leads to the table.
fn marks(parts: &[Part]) -> Marks {
    let mut marks = Marks::new();
    for (number, part) in parts.iter().enumerate() {
        let whole = format!("part-{number}");
        if let Some(index) = part.index {
            marks.insert(index, whole.clone());
        }
        for id in &part.pages {
            let own = part.kind != KindName::Contact;
            marks.insert(*id, if own { format!("page-{}", id.0) } else { whole.clone() });
        }
    }
    marks
}

fn part_data(site: &Site, part: &Part, marks: &Marks) -> PartData {
    let first = part.pages.first().or(part.index.as_ref());
    let mark = |id: &PageId| marks.get(id).cloned().unwrap_or_default();
    let number = part.index.as_ref().or(first).map(mark).unwrap_or_default();
    let summary = part.index.and_then(|id| site.page(id).head.summary.as_ref());
    PartData {
        section: part.section.clone(),
        kind: part.kind.word(),
        title: site.fill(&part.title).into_owned(),
        summary: summary.map(|summary| site.fill(&summary.value).into_owned()),
        mark: number,
    }
}

fn page_data(references: &References<'_>, id: PageId, marks: &Marks) -> PageData {
    let (blocks, notes) = text::body(references.site, id, marks);
    let mark = marks.get(&id).cloned().unwrap_or_default();
    let view = page_view(references, id, String::new());
    PageData { mark, short: short(&view.title), extras: extras(&view), view, blocks, notes }
}

/// 某县法律援助中心对张某追索劳动报酬提供法律援助案 → 张某追索劳动报酬案. Other titles stay.
pub(super) fn short(title: &str) -> String {
    let middle = title.strip_suffix("提供法律援助案").and_then(|rest| {
        let at = rest.find("法律援助")?;
        rest[at..].split_once('对').map(|(_, middle)| middle)
    });
    middle
        .filter(|middle| !middle.is_empty())
        .map_or_else(|| title.to_owned(), |m| format!("{m}案"))
}

fn hardship(site: &Site) -> HardshipData {
    let fact = |name: &str| {
        let value = site.fact_named(&format!("hardship.{name}"));
        value.map(|value| site.fill(value).into_owned())
    };
    HardshipData {
        text: fact("text"),
        basis: fact("basis"),
        in_force_from: fact("in_force_from"),
        checked_on: fact("checked_on"),
        checked_by: fact("checked_by"),
    }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn the_short_name_of_a_case() {
        assert_eq!(
            short("定远县法律援助中心对张某等十二人追索劳动报酬提供法律援助案"),
            "张某等十二人追索劳动报酬案"
        );
        for other in ["讨薪记", "对提供法律援助案", "某县法律援助中心对提供法律援助案"]
        {
            assert_eq!(short(other), other);
        }
    }
}
