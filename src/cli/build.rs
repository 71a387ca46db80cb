//! `check`, `build` and `print`.

use std::path::Path;

use crate::base::artifact::{Asset, OutPath};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::fault::Fault;
use crate::base::files;
use crate::base::source::Sources;
use crate::base::text::Lang;
use crate::cli::Outcome;
use crate::cli::options::{Building, Checking, Format, Options};
use crate::cli::pack;
use crate::cli::terminal::Terminal;
use crate::cli::weight::Weights;
use crate::pipeline::{self, Earlier, Memory, Output, Printing, Product, Sink};
use crate::publish::{Origin, Published, Staging, Standing, stamped, stands};
use crate::report::{Tally, json, sarif};
use crate::say;

pub(super) fn check(
    checking: &Checking,
    options: &Options,
    terminal: &Terminal,
) -> Result<Outcome, Fault> {
    if let Some(file) = &checking.inspection {
        return inspect(file.as_deref(), checking, options, terminal);
    }
    let mut memory = Memory::default();
    let sink = Sink { take: &|_| Ok(()), total: &|_| {}, earlier: Earlier::none() };
    let product = pipeline::produce(&options.root, &options.order, &mut memory, &sink)?;
    let (findings, sources) = (&product.findings, &memory.sources);
    match checking.format {
        Format::Human => terminal.findings(findings, sources),
        Format::Json => terminal.raw(json::render(findings, sources).as_bytes()),
        Format::Sarif => terminal.raw(sarif::render(findings, sources, terminal.lang).as_bytes()),
    }
    if checking.format == Format::Human {
        summarise(&product, terminal);
    }
    Ok(verdict(&product, checking.deny_warnings))
}

/// The inspection report, on the terminal or as a page; findings first.
fn inspect(
    file: Option<&Path>,
    checking: &Checking,
    options: &Options,
    terminal: &Terminal,
) -> Result<Outcome, Fault> {
    let mut memory = Memory::default();
    let (product, inspection) = pipeline::inspect(&options.root, &options.order, &mut memory)?;
    terminal.remarks(&product.findings, &memory.sources);
    if let Some(inspection) = inspection {
        match file {
            None => terminal.raw(inspection.text(terminal.lang).as_bytes()),
            Some(file) => {
                let doing = say!(zh: "写自查报告", en: "writing the inspection report");
                let page = inspection.html(terminal.lang);
                files::write(file, page.as_bytes())
                    .map_err(|cause| Fault::at(doing, file, cause))?;
                let file = file.display();
                terminal.say(&match inspection.score() {
                    Some(score) => say!(
                        zh: "自查 {score} 分，报告在 {file}",
                        en: "{score} of 100, the report is in {file}",
                    ),
                    None => say!(
                        zh: "内容有错，没有打分，报告在 {file}",
                        en: "the content has errors and no points, the report is in {file}",
                    ),
                });
            }
        }
    }
    Ok(verdict(&product, checking.deny_warnings))
}

/// How many findings there are, or that all is well.
fn summarise(product: &Product, terminal: &Terminal) {
    let tally = Tally::of(&product.findings);
    let pages = product.pages;
    let words = tally.words(terminal.lang);
    terminal.say(&if words.is_empty() {
        say!(zh: "检查了 {pages} 页，没有问题", en: "{pages} pages checked, all is well")
    } else {
        say!(zh: "检查了 {pages} 页：{words}", en: "{pages} pages checked: {words}")
    });
    let (counted, whole) = (product.plain.pages.len(), product.plain.whole);
    if counted > 0 {
        let (points, faults) = (whole.points(), whole.faults());
        terminal.say(&say!(
            zh: "大白话 {points} 分（给老百姓看的 {counted} 页，{faults} 处难懂；--inspection 看每页得分）",
            en: "plain language: {points} of 100 ({counted} pages for citizens, {faults} hard places; --inspection has the points of each page)",
        ));
    }
}

fn verdict(product: &Product, deny_warnings: bool) -> Outcome {
    let tally = Tally::of(&product.findings);
    // A machine without fonts is no fault of the content.
    if product.findings.iter().any(|finding| finding.code == Code::MissingFont) {
        Outcome::MachineFailed
    } else if tally.errors > 0 || (deny_warnings && tally.warnings > 0) {
        Outcome::ContentErrors
    } else {
        Outcome::Fine
    }
}

pub(super) fn build(
    building: &Building,
    options: &Options,
    terminal: &Terminal,
) -> Result<Outcome, Fault> {
    let program = std::env::current_exe().ok();
    let compress = building.compress;
    let stamp = |site: Option<String>| {
        let stamp = pipeline::stamp(site, &options.order, program.as_ref()?)?;
        Some(if compress { format!("{stamp}-gz") } else { stamp })
    };
    let standing = || {
        let stamp = stamp(pipeline::site_stamp(&options.root))?;
        let Standing { pages, files, found } = stands(&building.out, &stamp)?;
        let found = (found == 0 || !building.deny_warnings)
            .then(|| pipeline::found_again(&options.root, &stamp, found));
        Some((pages, files, found.flatten()?))
    };
    if let Some((pages, files, (findings, sources))) =
        stamped(&building.out).then(standing).flatten()
    {
        remark(&findings, &sources, terminal);
        let published = Published { written: 0, unchanged: files, removed: 0 };
        return told(building, options, pages, published, terminal);
    }
    let manner = Manner { out: &building.out, deny_warnings: building.deny_warnings, compress };
    let done = publish(&manner, options, &Came::FromSite(&stamp), terminal)?;
    let (product, published) = match done {
        Ok(done) => done,
        Err(outcome) => return Ok(outcome),
    };
    told(building, options, product.pages, published, terminal)
}

/// Says what a build did, and packs it where that is wanted.
fn told(
    building: &Building,
    options: &Options,
    pages: usize,
    published: Published,
    terminal: &Terminal,
) -> Result<Outcome, Fault> {
    let out = building.out.display();
    let Published { written, unchanged, removed } = published;
    terminal.say(&if written == 0 && removed == 0 {
        say!(
            zh: "{pages} 页，没有变化，{out} 保持原样",
            en: "{pages} pages, nothing changed, {out} is as it was",
        )
    } else {
        say!(
            zh: "{pages} 页已生成到 {out}（新写 {written} 个文件，未变 {unchanged} 个，移除 {removed} 个）",
            en: "{pages} pages published to {out} ({written} files written, {unchanged} unchanged, {removed} removed)",
        )
    });
    if options.order.print != Printing::Nothing && !pipeline::CAN_PRINT {
        no_press(terminal);
    }
    if let Some(zip) = &building.zip {
        pack::pack(&building.out, zip, options.order.today, terminal)?;
    }
    Ok(Outcome::Fine)
}

/// What a build comes from.
enum Came<'c> {
    /// The whole site; makes the stamp of the build from the site's.
    FromSite(&'c dyn Fn(Option<String>) -> Option<String>),
    /// Brochures alone, with these files of earlier runs beside them.
    With(Vec<Asset>),
}

pub(super) fn print(out: &Path, options: &Options, terminal: &Terminal) -> Result<Outcome, Fault> {
    if !pipeline::CAN_PRINT {
        no_press(terminal);
        return Ok(Outcome::WrongUsage);
    }
    if let Printing::Press(ids) = &options.order.print
        && let Some(outcome) = unknown_brochures(ids, options, terminal)?
    {
        return Ok(outcome);
    }
    let kept = kept(out, options)?;
    let manner = Manner { out, deny_warnings: false, compress: false };
    let (product, published) = match publish(&manner, options, &Came::With(kept), terminal)? {
        Ok(done) => done,
        Err(outcome) => return Ok(outcome),
    };
    let count = published.written + published.unchanged;
    let out = out.display();
    if product.brochures.is_empty() {
        terminal.say(&say!(
            zh: "site.toml 里没有 [[brochure]]，没有可印的",
            en: "site.toml has no [[brochure]]: nothing to print",
        ));
        return Ok(Outcome::ContentErrors);
    }
    terminal.say(&say!(zh: "{count} 件印品已在 {out}", en: "{count} brochures are in {out}"));
    Ok(Outcome::Fine)
}

fn no_press(terminal: &Terminal) {
    terminal.say(&say!(
        zh: "这个 lantian 不带排版功能（编译时去掉了 print），没有生成印品",
        en: "this lantian was built without the print feature: no brochures were made",
    ));
}

/// What stays in the folder when only some brochures are printed: the others, from earlier runs.
fn kept(out: &Path, options: &Options) -> Result<Vec<Asset>, Fault> {
    let Printing::Press(wanted) = &options.order.print else { return Ok(Vec::new()) };
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let mut kept = Vec::new();
    for id in pipeline::brochures(&options.root)?.iter().filter(|id| !wanted.contains(id)) {
        for name in pipeline::file_names(id) {
            let file = out.join(&name);
            if let Ok(path) = OutPath::new(name)
                && files::exists(&file)
            {
                kept.push(Asset { path, file, folder: "print" });
            }
        }
    }
    Ok(kept)
}

/// Where and how to publish.
struct Manner<'a> {
    out: &'a Path,
    deny_warnings: bool,
    compress: bool,
}

/// Makes everything and puts it in the place of what is there; nothing where there are errors.
fn publish(
    manner: &Manner<'_>,
    options: &Options,
    came: &Came<'_>,
    terminal: &Terminal,
) -> Result<Result<(Product, Published), Outcome>, Fault> {
    let Manner { out, deny_warnings, compress } = *manner;
    if !files::exists(&options.root) {
        // Before the staging folder is made: a mistyped root must not come into being.
        let doing = say!(zh: "打开网站文件夹", en: "opening the site's folder");
        return Err(Fault::at(doing, &options.root, std::io::ErrorKind::NotFound.into()));
    }
    let bar = terminal.progress();
    let staging = Staging::open(out)?.compressing(compress);
    if let Came::With(kept) = came {
        kept.iter().try_for_each(|asset| staging.put_file(asset))?;
    }
    let weights = Weights::default();
    let take = |output: Output| {
        bar.inc(1);
        match output {
            Output::Made(artifact) => {
                weights.note(&artifact);
                staging.put(&artifact)
            }
            Output::File(asset) => staging.put_file(&asset),
        }
    };
    let total = |count: usize| bar.set_length(count as u64);
    let mut memory = Memory::default();
    let program = program();
    let earlier = Earlier {
        stands: &|paths, key| {
            let stands = staging.stands(paths, key);
            if stands.is_some() {
                bar.inc(paths.len() as u64);
            }
            stands
        },
        size: &|path| files::size(&out.join(path.as_str())).ok(),
        remember: &|paths, key, said| staging.remember(paths, key, said),
        program: &program,
    };
    let sink = Sink { take: &take, total: &total, earlier };
    let product = pipeline::produce(&options.root, &options.order, &mut memory, &sink);
    bar.finish_and_clear();
    let product = product?;
    let outcome = verdict(&product, deny_warnings);
    if outcome != Outcome::Fine {
        terminal.remarks(&product.findings, &memory.sources);
        let words = Tally::of(&product.findings).words(terminal.lang);
        let out = out.display();
        terminal.say(&say!(
            zh: "{words}，没有发布；{out} 没有改动",
            en: "{words}: nothing was published, {out} was not touched",
        ));
        return Ok(Err(outcome));
    }
    remark(&product.findings, &memory.sources, terminal);
    if let Some(words) = weights.words() {
        terminal.say(&words);
    }
    let stamp = match came {
        Came::FromSite(stamp) => stamp(memory.stamp()),
        Came::With(_) => None,
    };
    // What was found must be said again by the next build.
    let origin = stamp.map(|stamp| {
        pipeline::remember(&options.root, &stamp, &product.findings, &memory.sources);
        Origin { stamp, pages: product.pages, found: product.findings.len() }
    });
    let published = staging.finish(origin.as_ref())?;
    // The program ends now: giving ten thousand pages back one by one would only take time.
    std::mem::forget(memory);
    Ok(Ok((product, published)))
}

/// Says what was found and how much that is.
fn remark(findings: &[Diagnostic], sources: &Sources, terminal: &Terminal) {
    terminal.remarks(findings, sources);
    let words = Tally::of(findings).words(terminal.lang);
    if !words.is_empty() {
        terminal.line(&words);
    }
}

/// Size and time of the program itself: another one of the same version may set brochures otherwise.
fn program() -> String {
    let state = std::env::current_exe().ok().and_then(|own| files::state(&own));
    state.map_or_else(String::new, |state| format!("{} {:?}", state.size, state.modified))
}

/// Names on the command line that no brochure has.
fn unknown_brochures(
    ids: &[String],
    options: &Options,
    terminal: &Terminal,
) -> Result<Option<Outcome>, Fault> {
    if ids.is_empty() {
        return Ok(None);
    }
    let known = pipeline::brochures(&options.root)?;
    let unknown: Vec<_> = ids.iter().filter(|id| !known.contains(id)).cloned().collect();
    if unknown.is_empty() {
        return Ok(None);
    }
    let (unknown, known) =
        (unknown.join("、"), known.join(if terminal.lang == Lang::Zh { "、" } else { ", " }));
    terminal.error(
        say!(zh: "没有印品 {unknown}；site.toml 里有：{known}", en: "there is no brochure {unknown}; site.toml has: {known}")
            .get(terminal.lang),
    );
    Ok(Some(Outcome::WrongUsage))
}
