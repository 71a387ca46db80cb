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
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::fault::Fault;
use crate::domain::brochure::{Brochure, Form};
use crate::model::site::{PageId, Site};
use crate::print::data::{Edition, data};
use crate::print::fonts::{Families, Fonts};
use crate::print::select::parts;
use crate::print::world::{Desk, Shelf, datetime};
use crate::print::{Emit, Press, broadcast, exposed, glyphs, trouble};
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
        .map(|job| {
            let made = match job.brochure.form.value {
                Form::Broadcast => broadcast::make(&references, press, job.brochure),
                _ => set(&references, press, *job, &fonts),
            };
            let Reported { value, diagnostics } = made;
            let kept = value.filter(|_| published(job.brochure, press));
            kept.map_or(Ok(()), emit).map(|()| diagnostics)
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

/// One file to make.
#[derive(Clone, Copy)]
struct Job<'s> {
    brochure: &'s Brochure,
    edition: Edition,
}

/// Whether a brochure goes where this press puts its files: a folder within the site is published
/// with it and takes only what is for citizens.
fn published(brochure: &Brochure, press: &Press<'_>) -> bool {
    press.folder.is_empty() || brochure.form.value.for_citizens()
}

fn jobs<'s>(site: &'s Site, press: &Press<'_>) -> Vec<Job<'s>> {
    let wanted = |brochure: &&Brochure| {
        let named = press.only.is_none_or(|only| only.contains(&brochure.id.value));
        let form = brochure.form.value;
        // A script costs nothing, and `check` tells of one that is too long.
        let wanted = published(brochure, press) || form == Form::Broadcast;
        named && wanted
    };
    let mut jobs = Vec::new();
    for brochure in site.settings().brochures.iter().filter(wanted) {
        jobs.push(Job { brochure, edition: Edition::Standard });
        if brochure.large_print {
            jobs.push(Job { brochure, edition: Edition::LargePrint });
        }
    }
    jobs
}

fn set(
    references: &References<'_>,
    press: &Press<'_>,
    job: Job<'_>,
    fonts: &Fonts,
) -> Reported<Option<Artifact>> {
    let mut found = Vec::new();
    match attempt(references, press, job, fonts, &mut found) {
        Ok(artifact) => Reported::new(Some(artifact), found),
        Err(errors) => {
            found.extend(errors);
            Reported::new(None, found)
        }
    }
}

/// Sets the brochure; once more with further families where the chosen ones lack characters that
/// others have.
fn attempt(
    references: &References<'_>,
    press: &Press<'_>,
    job: Job<'_>,
    fonts: &Fonts,
    found: &mut Vec<Diagnostic>,
) -> Result<Artifact, Vec<Diagnostic>> {
    let Job { brochure, edition } = job;
    let site = references.site;
    let name = brochure.file_name(edition == Edition::LargePrint);
    let path = OutPath::new(format!("{}{name}", press.folder));
    let path = path.map_err(|_| vec![broken(brochure, &"name")])?;
    let desk = |families: &Families| {
        let data = data(references, brochure, edition, families);
        let data = serde_json::to_vec(&data).map_err(|error| vec![broken(brochure, &error)])?;
        let shelf = Shelf::fill(site, press.theme, data);
        let template = format!("{}.typ", brochure.form.value.word());
        let desk = Desk::new(shelf, &template, fonts, site.today());
        desk.ok_or_else(|| vec![broken(brochure, &"name")])
    };
    let mut at = desk(&fonts.families)?;
    let mut document = compile(&at, brochure)?;
    let mut missing = glyphs::missing(&document);
    let others = fonts.others(&missing);
    if !others.is_empty() {
        at = desk(&fonts.families.with(others.values()))?;
        document = compile(&at, brochure)?;
        missing = glyphs::missing(&document);
        found.extend(glyphs::remarks(site, &pages(site, brochure), &others));
    }
    if !missing.is_empty() {
        return Err(glyphs::findings(site, &pages(site, brochure), &missing));
    }
    let options = options(site, brochure, edition).map_err(|why| vec![broken(brochure, &why)])?;
    let bytes = typst_pdf::pdf(&document, &options)
        .map_err(|errors| trouble::findings(&at, brochure, &errors))?;
    Ok(Artifact { path, bytes })
}

fn compile(desk: &Desk<'_>, brochure: &Brochure) -> Result<PagedDocument, Vec<Diagnostic>> {
    let compiled = typst::compile::<PagedDocument>(desk);
    let document = compiled.output.map_err(|errors| trouble::findings(desk, brochure, &errors))?;
    let lost = trouble::findings(desk, brochure, &compiled.warnings);
    if !lost.is_empty() {
        return Err(lost);
    }
    exposed::exposed(brochure, &document).map_or(Ok(document), |finding| Err(vec![finding]))
}

fn pages(site: &Site, brochure: &Brochure) -> Vec<PageId> {
    let parts = parts(site, brochure).into_iter();
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
