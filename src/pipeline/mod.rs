//! Floor 7: the order of the stages, and nothing else.
//!
//! load → assemble → check → (web ‖ print); the first page on screen waits for the paper, to say how
//! large each brochure is. Every finding of every stage is gathered; once there is
//! an error nothing more is rendered, because what is rendered from a wrong site is wrong, and only the
//! files that would go out as they are pass the gate, to nowhere. Finished
//! files are handed on one by one and never gathered here.

mod gate;
mod inspection;
mod preview;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use crate::base::artifact::{Artifact, Asset, OutPath};
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, Reported, Severity};
use crate::base::fault::Fault;
use crate::base::files;
use crate::base::kept;
use crate::base::source::Sources;
use crate::base::theme::Theme;
use crate::check::{self, Facts, Score};
use crate::domain::brochure::Brochure;
use crate::load::{self, Loaded};
use crate::model::site::Site;
use crate::model::{Assembly, assemble};
use crate::picture::Store;
use crate::pipeline::gate::Gate;
use crate::print;
use crate::web::{self, Sizes, Templates, Wanted, Web};

pub use crate::domain::edition::Edition;

pub use crate::domain::settings::is_web_address;
pub use crate::load::{Changed, Memory, stamp as site_stamp};
pub use crate::pipeline::inspection::inspect;
pub use crate::pipeline::preview::Preview;
pub use crate::print::{Case, Earlier, POSSIBLE as CAN_PRINT};

/// What is wanted.
#[derive(Clone, Debug)]
pub struct Order {
    /// The day the site is made for.
    pub today: Date,
    /// Whether drafts are wanted.
    pub drafts: bool,
    /// Another base address than site.toml's.
    pub base_url: Option<String>,
    /// Whether the site is wanted.
    pub web: bool,
    /// Which brochures are wanted.
    pub print: Printing,
    /// Where the site is going to live.
    pub edition: Edition,
}

impl Order {
    /// The site of a day for a domain of its own, without drafts and without brochures.
    #[must_use]
    pub fn of(today: Date) -> Self {
        Self {
            today,
            drafts: false,
            base_url: None,
            web: true,
            print: Printing::Nothing,
            edition: Edition::Site,
        }
    }
}

/// Which brochures are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Printing {
    /// None.
    Nothing,
    /// Those to download from the site, below `brochures/`: these by id or file name, all where the
    /// list is empty.
    Downloads(Vec<String>),
    /// Those for the print shop, at the top of the output: chosen in the same way.
    Press(Vec<String>),
}

/// A finished file: made, or passed on as it is.
#[derive(Debug)]
pub enum Output {
    /// Made.
    Made(Artifact),
    /// Passed on.
    File(Asset),
}

/// What came of it.
#[derive(Debug)]
pub struct Product {
    /// Every finding, in the order of their places.
    pub findings: Vec<Diagnostic>,
    /// How many pages the site has.
    pub pages: usize,
    /// How plainly the pages for citizens are written.
    pub plain: Score,
    /// The ids of all brochures, for messages about names that do not exist.
    pub brochures: Vec<String>,
}

impl Product {
    /// Whether nothing stands against publishing.
    #[must_use]
    pub fn sound(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity != Severity::Error)
    }
}

/// Where finished files go, and who is told how many there will be.
pub struct Sink<'s> {
    /// Takes a finished file, from any thread.
    pub take: &'s (dyn Fn(Output) -> Result<(), Fault> + Sync),
    /// Is told once how many files the site will have.
    pub total: &'s (dyn Fn(usize) + Sync),
    /// What is known of files made earlier.
    pub earlier: Earlier<'s>,
}

/// A site checked and ready to be rendered.
struct Ready {
    site: Site,
    /// Whether everything fitted when it was put together.
    fits: bool,
    theme: Theme,
    templates: Option<Arc<Templates>>,
    plain: Score,
}

/// Runs all stages.
///
/// # Errors
/// When the machine fails; findings about what people wrote are part of the product.
pub fn produce(
    root: &Path,
    order: &Order,
    memory: &mut Memory,
    sink: &Sink<'_>,
) -> Result<Product, Fault> {
    let mut findings = Vec::new();
    let ready = ready(root, order, memory, &Reading::once())?.drain_into(&mut findings);
    if sound(&findings) {
        findings.extend(guarded(root, order, &ready, sink)?);
    } else if order.web {
        findings.extend(attached(&ready)?);
    }
    settle(root, &mut memory.sources, &mut findings);
    Ok(Product {
        findings,
        pages: ready.site.pages().len(),
        plain: ready.plain,
        brochures: ready.site.settings().brochures.iter().map(|b| b.id.value.clone()).collect(),
    })
}

/// Every file of the site through the gate, and what was found on the way.
fn guarded(
    root: &Path,
    order: &Order,
    ready: &Ready,
    sink: &Sink<'_>,
) -> Result<Vec<Diagnostic>, Fault> {
    let gate = Gate::before(sink, &ready.site, order.web);
    let take = |output| gate.take(output);
    let guarded = Sink { take: &take, total: sink.total, earlier: sink.earlier };
    let mut found = render(root, order, ready, &guarded)?;
    found.extend(gate.found());
    Ok(found)
}

/// What the files show that would go out as they are, where nothing is made because of other errors: who
/// mends those must not find the worst of all only then.
fn attached(ready: &Ready) -> Result<Vec<Diagnostic>, Fault> {
    let nowhere = Sink { take: &|_| Ok(()), total: &|_| (), earlier: Earlier::none() };
    let gate = Gate::before(&nowhere, &ready.site, true);
    let files: Vec<&Asset> = web::attached(&ready.site).collect();
    files.into_par_iter().try_for_each(|file| gate.take(Output::File(file.clone())))?;
    Ok(gate.found())
}

/// A hash over all that decides what a build makes: the site's files (`site`, their stamp), the
/// order, and the program itself (`program`, its own file, by size and time). None where brochures
/// are wanted, whose fonts belong to the machine, or where something cannot be read.
#[must_use]
pub fn stamp(site: Option<String>, order: &Order, program: &Path) -> Option<String> {
    if order.print != Printing::Nothing {
        return None;
    }
    let program = files::state(program)?;
    let mut hasher = blake3::Hasher::new();
    hasher.update(site?.as_bytes()).update(format!("{order:?} {program:?}").as_bytes());
    Some(hasher.finalize().to_hex().to_string())
}

/// Where the findings of the last build are kept, in the hidden folder of the site's own: they may
/// quote pages that are not published.
const FOUND: &str = "found";

/// Keeps what was found by the build with this stamp.
pub fn remember(root: &Path, stamp: &str, findings: &[Diagnostic], sources: &Sources) {
    if !findings.is_empty() {
        let lines = kept::lines(findings, sources).join("\n");
        Store::of(root).remember(FOUND, format!("{stamp}\n{lines}").as_bytes());
    }
}

/// The `count` findings of the build with this stamp, with the texts they point into; none where
/// they are not kept.
#[must_use]
pub fn found_again(root: &Path, stamp: &str, count: usize) -> Option<(Vec<Diagnostic>, Sources)> {
    if count == 0 {
        return Some((Vec::new(), Sources::default()));
    }
    let text = String::from_utf8(Store::of(root).recall(FOUND)?).ok()?;
    let (known, lines) = text.split_once('\n')?;
    let lines: Vec<String> = lines.lines().map(str::to_owned).collect();
    let (mut findings, mut sources) = kept::again(&lines)?;
    load::recall(root, &mut sources, &mut findings);
    (known == stamp && findings.len() == count).then_some((findings, sources))
}

/// The ids of the brochures that site.toml names.
///
/// # Errors
/// When site.toml cannot be read.
pub fn brochures(root: &Path) -> Result<Vec<String>, Fault> {
    let settings = load::settings(root, &mut Memory::default())?.value;
    Ok(settings.brochures.iter().map(|brochure| brochure.id.value.clone()).collect())
}

/// Every file a brochure with this id may have in the folder of printed matter.
pub fn file_names(id: &str) -> impl Iterator<Item = String> {
    Brochure::file_names(id)
}

fn sound(findings: &[Diagnostic]) -> bool {
    findings.iter().all(|finding| finding.severity != Severity::Error)
}

/// Orders the findings and gives them back the texts they point into.
fn settle(root: &Path, sources: &mut Sources, findings: &mut [Diagnostic]) {
    findings.sort_by(|a, b| {
        let path = |finding: &Diagnostic| finding.at.map(|at| sources.path(at.source));
        (path(a), a.order()).cmp(&(path(b), b.order()))
    });
    load::recall(root, sources, findings);
}

/// Judges a site.
type Judge<'j> = dyn Fn(&Facts<'_>) -> (Vec<Diagnostic>, Score) + 'j;

/// How a site is read: once, or again after a change.
struct Reading<'r> {
    /// What may have changed since.
    changed: &'r Changed,
    /// What came of it before.
    before: Option<&'r Ready>,
    judge: &'r Judge<'r>,
}

impl Reading<'_> {
    fn once() -> Self {
        let judge = &|facts: &Facts<'_>| (check::check(facts), check::score(facts));
        Self { changed: &Changed::Anything, before: None, judge }
    }
}

/// load → assemble → check.
fn ready(
    root: &Path,
    order: &Order,
    memory: &mut Memory,
    reading: &Reading<'_>,
) -> Result<Reported<Ready>, Fault> {
    let mut found = Vec::new();
    let loaded = load::load(root, memory, reading.changed)?.drain_into(&mut found);
    let Loaded { mut settings, site_toml, pages, broken, assets, pictures, theme } = loaded;
    if let Some(base) = &order.base_url {
        let base = if base.ends_with('/') { base.clone() } else { format!("{base}/") };
        Arc::make_mut(&mut settings).web.base_url = base;
    }
    let check_settings = settings.check.clone();
    let assembly = Assembly {
        settings,
        site_toml,
        pages,
        broken: &broken,
        assets,
        pictures,
        today: order.today,
        drafts: order.drafts,
        before: reading.before.filter(|before| before.fits).map(|before| &before.site),
    };
    // A folder without site.toml is most likely the wrong folder: that alone is said.
    let no_site = site_toml.is_none();
    let assembled = assemble(assembly);
    let fits = assembled.diagnostics.is_empty();
    let site = if no_site { assembled.value } else { assembled.drain_into(&mut found) };
    let mut plain = Score::default();
    if !no_site {
        let paper = matches!(order.print, Printing::Press(_));
        let facts = Facts::gather(&site, &check_settings, paper);
        let (judged, score) = (reading.judge)(&facts);
        found.extend(judged);
        plain = score;
        found.extend(print::findings(&site));
    }
    let known = reading.before.filter(|before| before.theme == theme);
    let templates = match known.and_then(|before| before.templates.clone()) {
        Some(templates) => Some(templates),
        None => Templates::read(&theme).drain_into(&mut found).map(Arc::new),
    };
    Ok(Reported::new(Ready { site, fits, theme, templates, plain }, found))
}

/// web ‖ print, then what on screen tells of the paper.
fn render(
    root: &Path,
    order: &Order,
    ready: &Ready,
    sink: &Sink<'_>,
) -> Result<Vec<Diagnostic>, Fault> {
    let brochures = Brochures { sink, sizes: Mutex::default() };
    let (on_screen, on_paper) = rayon::join(
        || match &ready.templates {
            Some(templates) if order.web => screen(root, order, ready, templates, sink).map(Some),
            _ => Ok(None),
        },
        || brochures.make(root, order, ready),
    );
    let (on_screen, on_paper) = (on_screen?, on_paper?);
    let Some(Reported { value: web, diagnostics: mut found }) = on_screen else {
        return Ok(on_paper);
    };
    let sizes = brochures.sizes.into_inner().unwrap_or_else(PoisonError::into_inner);
    web.render_last(sizes, &|artifact| (sink.take)(Output::Made(artifact)), &mut found)?;
    found.extend(on_paper);
    Ok(found)
}

fn screen<'r>(
    root: &Path,
    order: &Order,
    ready: &'r Ready,
    templates: &'r Templates,
    sink: &Sink<'_>,
) -> Result<Reported<Web<'r>>, Fault> {
    let Ready { site, theme, .. } = ready;
    let downloads = print::POSSIBLE && order.print != Printing::Nothing;
    let wanted = Wanted { downloads, edition: order.edition, preview: false };
    let Reported { value: web, diagnostics: mut found } =
        Web::prepare(site, theme, templates, wanted, Store::of(root));
    let files = web.files();
    (sink.total)(web.plan().jobs().len() + files.len());
    files.into_iter().try_for_each(|file| (sink.take)(Output::File(file)))?;
    web.render(&|artifact| (sink.take)(Output::Made(artifact)), &mut found)?;
    Ok(Reported::new(web, found))
}

/// The brochures on their way out, and how large they are.
struct Brochures<'b> {
    sink: &'b Sink<'b>,
    sizes: Mutex<Sizes>,
}

impl Brochures<'_> {
    fn make(&self, root: &Path, order: &Order, ready: &Ready) -> Result<Vec<Diagnostic>, Fault> {
        let Sink { take, total, earlier } = self.sink;
        let note = |path: &OutPath, bytes: Option<u64>| {
            // A panic while it was held leaves it whole: it is only ever added to.
            let mut sizes = self.sizes.lock().unwrap_or_else(PoisonError::into_inner);
            sizes.extend(bytes.map(|bytes| (path.to_string(), bytes)));
        };
        let take = |output: Output| {
            if let Output::Made(file) = &output {
                note(&file.path, Some(file.bytes.len() as u64));
            }
            take(output)
        };
        let stands = |paths: &[OutPath], key: &str| {
            let said = (earlier.stands)(paths, key)?;
            paths.iter().for_each(|path| note(path, (earlier.size)(path)));
            Some(said)
        };
        let sink =
            Sink { take: &take, total: *total, earlier: Earlier { stands: &stands, ..*earlier } };
        paper(root, order, ready, &Case::default(), &sink)
    }
}

fn paper(
    root: &Path,
    order: &Order,
    ready: &Ready,
    case: &Case,
    sink: &Sink<'_>,
) -> Result<Vec<Diagnostic>, Fault> {
    let Ready { site, theme, .. } = ready;
    let (way, folder, ids) = match &order.print {
        Printing::Nothing => return Ok(Vec::new()),
        Printing::Downloads(ids) => (print::Way::Download, "brochures/", ids),
        Printing::Press(ids) => (print::Way::Press, "", ids),
    };
    let only = Some(ids.as_slice()).filter(|ids| !ids.is_empty());
    let total = |count| {
        if !order.web {
            (sink.total)(count);
        }
    };
    let press =
        print::Press { root, theme, folder, way, only, case, earlier: sink.earlier, total: &total };
    print::render(site, &press, &|artifact| (sink.take)(Output::Made(artifact)))
}
