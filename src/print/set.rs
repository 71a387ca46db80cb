//! One piece: from data to pages, and from pages to its files.
//!
//! Time stamp and identity come from the site's day and address, never from the clock, so that the
//! same input gives the same bytes.

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::base::artifact::{Artifact, OutPath};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::domain::brochure::{Brochure, Colour, Form, Paper};
use crate::model::site::{PageId, Site};
use crate::print::data::{Job, written};
use crate::print::fonts::{Families, Fonts};
use crate::print::select::parts;
use crate::print::shop::{self, Finish};
use crate::print::told::Told;
use crate::print::world::{Desk, Shelf, datetime};
use crate::print::{Press, exposed, glyphs, preflight, trouble};
use crate::say;
use crate::view::make::References;
use crate::view::words;

/// The files of one piece, and what is to be said of them.
pub(super) struct Made {
    pub(super) artifacts: Vec<Artifact>,
    pub(super) findings: Vec<Diagnostic>,
}

/// A piece with everything it is made from.
pub(super) struct Piece<'p> {
    pub(super) job: &'p Job<'p>,
    references: &'p References<'p>,
    press: &'p Press<'p>,
    fonts: &'p Fonts,
    desk: Desk<'p>,
    /// The edition code.
    code: String,
}

impl<'p> Piece<'p> {
    /// Gathers what a piece is made from.
    ///
    /// # Errors
    /// The findings that stand against it.
    pub(super) fn prepare(
        references: &'p References<'_>,
        press: &'p Press<'_>,
        job: &'p Job<'p>,
        fonts: &'p Fonts,
    ) -> Result<Self, Vec<Diagnostic>> {
        let (desk, code) = desk(references, press, job, fonts, &fonts.families)?;
        Ok(Self { job, references, press, fonts, desk, code })
    }

    /// A hash over all of it.
    pub(super) fn key(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        let Job { brochure, edition, way } = self.job;
        let form = brochure.form.value;
        let version = env!("CARGO_PKG_VERSION");
        let base = &self.references.site.settings().web.base_url;
        let program = self.press.earlier.program;
        let said = format!("{version} {program} {form:?} {edition:?} {way:?} {base}");
        hasher.update(said.as_bytes());
        hasher.update(self.fonts.stamp.as_bytes());
        self.desk.shelf().hash_into(&mut hasher);
        hasher.finalize().to_hex().to_string()
    }

    /// Sets it; once more with further families where the chosen ones lack characters that others
    /// have.
    ///
    /// # Errors
    /// The findings that stand against it.
    pub(super) fn set(&self) -> Result<Made, Vec<Diagnostic>> {
        let (site, brochure) = (self.references.site, self.job.brochure);
        let document = compile(&self.desk, brochure)?;
        let missing = glyphs::missing(&document);
        if missing.is_empty() {
            return self.files(&self.desk, &document);
        }
        let pages = pages(site, brochure);
        let others = self.fonts.others(&missing);
        let families = self.fonts.families.with(others.values());
        let (desk, _) = desk(self.references, self.press, self.job, self.fonts, &families)?;
        let document = compile(&desk, brochure)?;
        let lost = glyphs::missing(&document);
        if !lost.is_empty() {
            return Err(glyphs::findings(site, &pages, &lost));
        }
        let mut made = self.files(&desk, &document)?;
        made.findings.extend(glyphs::remarks(site, &pages, &others));
        Ok(made)
    }

    fn files(&self, desk: &Desk<'_>, document: &PagedDocument) -> Result<Made, Vec<Diagnostic>> {
        let (site, brochure) = (self.references.site, self.job.brochure);
        let options = options(site, self.job).map_err(|why| vec![broken(brochure, &why)])?;
        let bytes = typst_pdf::pdf(document, &options)
            .map_err(|errors| trouble::findings(desk, brochure, &errors))?;
        if self.job.press() {
            return self.for_the_shop(document, &bytes);
        }
        Ok(Made { artifacts: vec![self.artifact(".pdf", bytes)?], findings: Vec::new() })
    }

    /// The files a print shop and an office printer take.
    fn for_the_shop(
        &self,
        document: &PagedDocument,
        bytes: &[u8],
    ) -> Result<Made, Vec<Diagnostic>> {
        let brochure = self.job.brochure;
        let told = Told::by(document);
        let finish = Finish {
            uncut: brochure.uncut(),
            sheet: (brochure.form.value == Form::ContactCard).then(|| paper(self.job)),
            folds: told.folds.clone(),
            stapled: brochure.form.value.stapled(),
            coloured: brochure.colour == Colour::Cmyk,
        };
        let mut finished =
            shop::finish(bytes, &finish).map_err(|error| vec![broken(brochure, &error)])?;
        let looked_at = preflight::Piece {
            job: self.job,
            facts: preflight::measure(document),
            told,
            finished: &finished,
            today: words::day(self.references.site.today()),
            code: self.code.clone(),
            url: self.references.site.settings().web.base_url.clone(),
        };
        let (report, findings) = preflight::look_over(&looked_at);
        let mut artifacts = vec![self.artifact(".pdf", std::mem::take(&mut finished.press))?];
        if let Some(booklet) = finished.booklet.take() {
            artifacts.push(self.artifact("-booklet.pdf", booklet)?);
        }
        if let Some(sheets) = finished.sheets.take() {
            artifacts.push(self.artifact("-sheets.pdf", sheets)?);
        }
        artifacts.push(self.artifact("-preflight.txt", report.into_bytes())?);
        Ok(Made { artifacts, findings })
    }

    /// The file whose name ends in `ending`.
    fn artifact(&self, ending: &str, bytes: Vec<u8>) -> Result<Artifact, Vec<Diagnostic>> {
        let path = OutPath::new(self.job.file(self.press.folder, ending));
        let path = path.map_err(|_| vec![broken(self.job.brochure, &"name")])?;
        Ok(Artifact { path, bytes })
    }
}

/// The desk of a piece that is set in these families, and its edition code.
fn desk<'p>(
    references: &References<'_>,
    press: &Press<'_>,
    job: &Job<'_>,
    fonts: &'p Fonts,
    families: &Families,
) -> Result<(Desk<'p>, String), Vec<Diagnostic>> {
    let (site, brochure) = (references.site, job.brochure);
    let data = written(references, job, families);
    let data = data.map_err(|error| vec![broken(brochure, &error)])?;
    let shelf = Shelf::fill(site, press, paper(job), data.json);
    let template = format!("{}.typ", brochure.form.value.word());
    let desk = Desk::new(shelf, &template, fonts, site.today());
    let desk = desk.ok_or_else(|| vec![broken(brochure, &template)])?;
    Ok((desk, data.code))
}

/// The paper a piece is printed on.
fn paper(job: &Job<'_>) -> Paper {
    if job.large() { job.brochure.large_paper() } else { job.brochure.paper() }
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

/// The pages of the site that stand in a brochure.
fn pages(site: &Site, brochure: &Brochure) -> Vec<PageId> {
    let parts = parts(site, brochure).into_iter();
    parts.flat_map(|part| part.index.into_iter().chain(part.pages)).collect()
}

/// A press file is plain PDF 1.7: PDF/A has no CMYK without a profile, and nobody reads it aloud.
fn options(site: &Site, job: &Job<'_>) -> Result<PdfOptions, String> {
    let standards: &[PdfStandard] =
        if job.press() { &[PdfStandard::V_1_7] } else { &[PdfStandard::Ua_1, PdfStandard::A_2a] };
    let (id, edition, way) = (&job.brochure.id.value, job.edition, job.way);
    let base = &site.settings().web.base_url;
    Ok(PdfOptions {
        ident: Smart::Custom(format!("lantian {base} {id} {edition:?} {way:?}")),
        creator: Smart::Custom(Some(format!("lantian {}", env!("CARGO_PKG_VERSION")))),
        timestamp: datetime(site.today()).map(Timestamp::new_utc),
        page_ranges: None,
        standards: PdfStandards::new(standards).map_err(|error| error.message().to_string())?,
        tagged: !job.press(),
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
