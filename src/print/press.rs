//! From data to PDF: compile, look for missing characters, export as PDF/UA-1 and PDF/A-2a.
//!
//! Time stamp and identity come from the site's day and address, never from the clock, so that the
//! same input gives the same bytes.

use rayon::prelude::*;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::base::artifact::{Artifact, OutPath};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::fault::Fault;
use crate::domain::brochure::Brochure;
use crate::domain::paper::Paper;
use crate::model::site::{PageId, Site};
use crate::print::data::{Edition, data};
use crate::print::fonts::Fonts;
use crate::print::select::part;
use crate::print::world::{Desk, Shelf, datetime};
use crate::print::{Emit, Press, exposed, glyphs, trouble};
use crate::say;
use crate::view::make::References;

/// Typst keeps what it computed for so many runs: a preview sets the same brochures again.
const RUNS_KEPT: usize = 4;

/// Makes the brochures.
pub(super) fn render(
    site: &Site,
    press: &Press<'_>,
    emit: &Emit<'_>,
) -> Result<Vec<Diagnostic>, Fault> {
    let jobs = jobs(site, press);
    if jobs.is_empty() {
        return Ok(Vec::new());
    }
    let fonts = match Fonts::find(press.root) {
        Ok(fonts) => fonts,
        Err(finding) => return Ok(vec![*finding]),
    };
    let references = References::gather(site);
    let done: Vec<_> = jobs
        .par_iter()
        .map(|(brochure, edition)| match set(&references, press, brochure, *edition, &fonts) {
            Ok(artifact) => emit(artifact).map(|()| Vec::new()),
            Err(found) => Ok(found),
        })
        .collect();
    typst::comemo::evict(RUNS_KEPT);
    let mut found: Vec<Diagnostic> = Vec::new();
    for one in done {
        for finding in one? {
            // Two brochures of the same pages lack the same characters: said once.
            if !found.contains(&finding) {
                found.push(finding);
            }
        }
    }
    Ok(found)
}

fn jobs<'s>(site: &'s Site, press: &Press<'_>) -> Vec<(&'s Brochure, Edition)> {
    let wanted = |brochure: &&Brochure| {
        let named = press.only.is_none_or(|only| only.contains(&brochure.id.value));
        named && brochure.form.value.makeable()
    };
    let mut jobs = Vec::new();
    for brochure in site.settings().brochures.iter().filter(wanted) {
        jobs.push((brochure, Edition::Standard));
        if brochure.large_print {
            jobs.push((brochure, Edition::LargePrint));
        }
    }
    jobs
}

fn set(
    references: &References<'_>,
    press: &Press<'_>,
    brochure: &Brochure,
    edition: Edition,
    fonts: &Fonts,
) -> Result<Artifact, Vec<Diagnostic>> {
    let site = references.site;
    let path = brochure.file_name(edition == Edition::LargePrint);
    let data = data(references, brochure, edition, &fonts.families);
    let data = serde_json::to_vec(&data).map_err(|error| vec![broken(brochure, &error)])?;
    let large = edition == Edition::LargePrint;
    let paper = if large { Paper::A4 } else { brochure.paper() };
    let shelf = Shelf::fill(site, press, paper, data);
    let template = format!("{}.typ", brochure.form.value.word());
    let path = OutPath::new(format!("{}{path}", press.folder));
    let desk = Desk::new(shelf, &template, fonts, site.today());
    let (Ok(path), Some(desk)) = (path, desk) else {
        return Err(vec![broken(brochure, &"name")]);
    };
    let compiled = typst::compile::<PagedDocument>(&desk);
    let document = compiled.output.map_err(|errors| trouble::findings(&desk, brochure, &errors))?;
    let lost = trouble::findings(&desk, brochure, &compiled.warnings);
    if !lost.is_empty() {
        return Err(lost);
    }
    if let Some(finding) = exposed::exposed(brochure, &document) {
        return Err(vec![finding]);
    }
    let missing = glyphs::missing(&document);
    if !missing.is_empty() {
        return Err(glyphs::findings(site, &pages(site, brochure), &missing));
    }
    let options = options(site, brochure, edition).map_err(|why| vec![broken(brochure, &why)])?;
    let bytes = typst_pdf::pdf(&document, &options)
        .map_err(|errors| trouble::findings(&desk, brochure, &errors))?;
    Ok(Artifact { path, bytes })
}

fn pages(site: &Site, brochure: &Brochure) -> Vec<PageId> {
    let parts = brochure.select.iter().map(|selection| part(site, &selection.value));
    parts.flat_map(|part| part.index.into_iter().chain(part.pages)).collect()
}

fn options(site: &Site, brochure: &Brochure, edition: Edition) -> Result<PdfOptions, String> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]);
    let id = &brochure.id.value;
    let base = &site.settings().web.base_url;
    Ok(PdfOptions {
        ident: Smart::Custom(format!("lantian {base} {id} {edition:?}")),
        creator: Smart::Custom(Some(format!("lantian {}", env!("CARGO_PKG_VERSION")))),
        timestamp: datetime(site.today()).map(Timestamp::new_utc),
        page_ranges: None,
        standards: standards.map_err(|error| error.message().to_string())?,
        tagged: true,
        pretty: false,
    })
}

/// What should not happen: said as a finding all the same, so that the site is left untouched.
fn broken(brochure: &Brochure, why: &dyn std::fmt::Display) -> Diagnostic {
    let id = &brochure.id.value;
    Diagnostic::new(
        Code::PrintTemplate,
        brochure.id.span,
        say!(zh: "排印 `{id}` 出错：{why}", en: "setting `{id}` fails: {why}"),
    )
}
