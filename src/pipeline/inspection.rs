//! The site made once more for the inspector: nothing is written, every file is looked at.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::base::fault::Fault;
use crate::check::Count;
use crate::inspect::{self, Inspection, PlainPage, Seen};
use crate::load::Memory;
use crate::pipeline::{
    Earlier, Order, Output, Printing, Product, Reading, Sink, ready, render, settle, sound,
};

/// Inspects a site; no report where it has errors and cannot be made. Brochures are left out.
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
    let mut report = None;
    if sound(&findings) {
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
        findings.extend(render(root, &order, &ready, &sink)?);
        let style = ready.theme.get("web/assets/style.css");
        let seen = seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        let style = style.map_or("", |style| &*style.text);
        let plain: Vec<PlainPage> = ready.plain.pages.iter().map(plain_page).collect();
        let whole = ready.plain.whole.points();
        report = Some(inspect::inspect(site, seen, style, (whole, &plain)));
    }
    settle(root, &mut memory.sources, &mut findings);
    let pages = site.pages().len();
    let product = Product { findings, pages, plain: ready.plain, brochures: Vec::new() };
    Ok((product, report))
}

fn plain_page((path, count): &(Box<str>, Count)) -> PlainPage {
    PlainPage {
        path: path.to_string(),
        points: count.points(),
        sentences: count.sentences,
        faults: [count.long, count.stacked, count.terms],
    }
}
