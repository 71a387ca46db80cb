//! Which pieces are to be made, and making them side by side.

use rayon::prelude::*;

use crate::base::artifact::OutPath;
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::fault::Fault;
use crate::base::kept;
use crate::domain::brochure::{Brochure, Form};
use crate::model::site::Site;
use crate::print::data::{Edition, Job};
use crate::print::set::Piece;
use crate::print::{Emit, Press, Way, broadcast};
use crate::view::make::References;

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
    let fonts = match press.case.fonts(press.root, &site.settings().print) {
        Ok(fonts) => fonts,
        Err(found) => return Ok(found),
    };
    (press.total)(jobs.iter().map(|job| paths(press, job).len()).sum());
    let references = References::gather(site);
    let done: Vec<_> = jobs
        .par_iter()
        .map(|job| {
            if job.brochure.form.value == Form::Broadcast {
                return script(&references, press, job, emit);
            }
            match Piece::prepare(&references, press, job, &fonts) {
                Ok(piece) => make(&piece, press, emit),
                Err(found) => Ok(found),
            }
        })
        .collect();
    let mut found: Vec<Diagnostic> = fonts.findings.clone();
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

/// Sets a piece, unless it stands as it would become.
fn make(piece: &Piece<'_>, press: &Press<'_>, emit: &Emit<'_>) -> Result<Vec<Diagnostic>, Fault> {
    if !published(piece.job.brochure, press) {
        return Ok(piece.set().map_or_else(|found| found, |made| made.findings));
    }
    let (paths, key) = (paths(press, piece.job), piece.key());
    if let Some(said) = (press.earlier.stands)(&paths, &key) {
        return Ok(kept::again_at(&said, piece.job.brochure.id.span));
    }
    let made = match piece.set() {
        Ok(made) => made,
        Err(found) => return Ok(found),
    };
    made.artifacts.into_iter().try_for_each(emit)?;
    // Findings at the piece's own entry in site.toml are said again there. Where one stands elsewhere
    // (a character on a page that no font has), the place may have moved: the piece is set again.
    if let Some(said) = kept::lines_at(&made.findings, piece.job.brochure.id.span) {
        (press.earlier.remember)(&paths, &key, said);
    }
    Ok(made.findings)
}

/// Writes the script of a brochure.
fn script(
    references: &References<'_>,
    press: &Press<'_>,
    job: &Job<'_>,
    emit: &Emit<'_>,
) -> Result<Vec<Diagnostic>, Fault> {
    let Reported { value, diagnostics } = broadcast::make(references, press, job.brochure);
    let kept = value.filter(|_| published(job.brochure, press));
    kept.map_or(Ok(()), emit).map(|()| diagnostics)
}

/// Whether a brochure goes where this press puts its files: what is downloaded is published with the
/// site and is for citizens.
fn published(brochure: &Brochure, press: &Press<'_>) -> bool {
    press.way == Way::Press || brochure.for_citizens()
}

/// The files a job makes.
fn paths(press: &Press<'_>, job: &Job<'_>) -> Vec<OutPath> {
    if !published(job.brochure, press) {
        return Vec::new();
    }
    job.endings().filter_map(|ending| OutPath::new(job.file(press.folder, ending)).ok()).collect()
}

/// Whether an edition of a brochure is among those wanted.
fn named(brochure: &Brochure, edition: Edition, only: Option<&[String]>) -> bool {
    let file = brochure.file_name(edition == Edition::LargePrint);
    only.is_none_or(|only| only.iter().any(|name| *name == brochure.id.value || *name == file))
}

fn jobs<'s>(site: &'s Site, press: &Press<'_>) -> Vec<Job<'s>> {
    let mut jobs = Vec::new();
    for brochure in site.brochures() {
        // What costs next to nothing is made also where it is not kept, for what is to be said of it.
        let form = brochure.form.value;
        let cheap = form == Form::Broadcast || form.single_sheet();
        if !(cheap || published(brochure, press)) {
            continue;
        }
        let editions =
            [Some(Edition::Standard), brochure.large_print.then_some(Edition::LargePrint)];
        for edition in editions.into_iter().flatten() {
            if named(brochure, edition, press.only) {
                jobs.push(Job { brochure, edition, way: press.way });
            }
        }
    }
    jobs
}
