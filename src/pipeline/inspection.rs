//! The site made once more for the inspector: nothing is written, every file is looked at.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::base::diagnostic::{Diagnostic, Severity};
use crate::base::fault::Fault;
use crate::base::source::Sources;
use crate::base::span::Span;
use crate::check::Count;
use crate::inspect::{self, Inspection, Item, PlainPage, Seen};
use crate::load::Memory;
use crate::pipeline::{
    Earlier, Order, Output, Printing, Product, Reading, Ready, Sink, guarded, ready, settle, sound,
};

/// Inspects a site. Where its content has errors nothing is made and the report names them; there is
/// none where there is no page to inspect. Brochures are left out.
///
/// # Errors
/// When the machine fails.
pub fn inspect(
    root: &Path,
    order: &Order,
    memory: &mut Memory,
) -> Result<(Product, Option<Inspection>), Fault> {
    let mut findings = Vec::new();
    let ready = ready(root, order, memory, &Reading::once())?.drain_into(&mut findings);
    let order = Order { print: Printing::Nothing, ..order.clone() };
    let site = &ready.site;
    let seen =
        if sound(&findings) { seen(root, &order, &ready, &mut findings)? } else { Vec::new() };
    settle(root, &mut memory.sources, &mut findings);
    let pages = site.pages().len();
    let style = ready.theme.get("web/assets/style.css").map_or("", |style| &*style.text);
    let plain: Vec<PlainPage> = ready.plain.pages.iter().map(plain_page).collect();
    let plain = (ready.plain.whole.points(), plain.as_slice());
    let errors = errors(&findings, &memory.sources);
    let report = (pages > 0).then(|| inspect::inspect(site, errors, seen, style, plain));
    let product = Product { findings, pages, plain: ready.plain, brochures: Vec::new() };
    Ok((product, report))
}

/// Every file of the site, made to be looked at.
fn seen(
    root: &Path,
    order: &Order,
    ready: &Ready,
    findings: &mut Vec<Diagnostic>,
) -> Result<Vec<Seen>, Fault> {
    let site = &ready.site;
    let items: BTreeSet<&str> = site
        .pages()
        .filter(|(_, page)| !page.is_index())
        .map(|(id, _)| site.route(id).as_str())
        .collect();
    let seen = Mutex::new(Vec::new());
    let take = |output: Output| {
        let seen_now = match &output {
            Output::Made(file) => Seen::read(file, items.contains(file.path.as_str())),
            Output::File(asset) => Seen::passed_on(asset.path.as_str()),
        };
        seen.lock().unwrap_or_else(PoisonError::into_inner).push(seen_now);
        Ok(())
    };
    let sink = Sink { take: &take, total: &|_| {}, earlier: Earlier::none() };
    findings.extend(guarded(root, order, ready, &sink)?);
    Ok(seen.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// The errors among the findings, each with its file and line.
fn errors(findings: &[Diagnostic], sources: &Sources) -> Vec<Item> {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    let place = |at: Span| {
        let line = sources.places(at).0.line;
        format!("{}:{line}", sources.name(at.source))
    };
    errors.map(|finding| inspect::error(finding.message.clone(), finding.at.map(place))).collect()
}

fn plain_page((path, count): &(Box<str>, Count)) -> PlainPage {
    PlainPage {
        path: path.to_string(),
        points: count.points(),
        sentences: count.sentences,
        faults: [count.long, count.stacked, count.terms],
    }
}
