//! Full names of persons (C327), but for those who wrote and signed the page and the bodies in notices.
//!
//! What is marked is the name and nothing else: it is what a clerk searches for and replaces, and what an
//! `[[allow]]` compares.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::holder;
use crate::base::code::Code;
use crate::base::span::Span;
use crate::base::text::Text;
use crate::check::privacy::{Find, Told, table};
use crate::domain::kind::Kind;
use crate::domain::kinds::notice::HolderKind;
use crate::domain::names::{self, Places};
use crate::domain::page::Head;
use crate::say;

pub(in crate::check) fn persons(told: &Told<'_>, found: &mut Vec<Find>) {
    let words = told.words();
    let mut full = names::persons(words, &Places::in_tables(words, &tables(told)));
    full.extend(holder::persons(told));
    full.sort_by_key(|name| (name.start, Reverse(name.end)));
    full.dedup_by(|a, b| a.start < b.end);
    if full.is_empty() {
        return;
    }
    let signed = signed(told);
    full.retain(|name| told.span(name).is_none_or(|span| !signed.contains(&span)));
    let short = instead(told, &full);
    found.extend(full.into_iter().map(|place| {
        let name = &words[place.clone()];
        let short = short.get(name).cloned().unwrap_or_default();
        Find {
            code: Code::FullName,
            message: say!(zh: "“{name}”像是全名", en: "“{name}” looks like a full name"),
            mend: mend(name, &short),
            place,
        }
    }));
}

/// What to write for each name. In a notice nobody need be told from others of his surname.
fn instead<'w>(told: &'w Told<'_>, full: &[Range<usize>]) -> BTreeMap<&'w str, String> {
    let words = told.words();
    let all = full.iter().map(|place| &words[place.clone()]);
    if !told.is_case() {
        return all.map(|name| (name, names::short(name))).collect();
    }
    // As in a write-up, the title is read first.
    let title = &told.read.page.head.title.value;
    let mut order: Vec<&str> = all.collect();
    order.sort_by_key(|name| title.find(name).unwrap_or(usize::MAX));
    names::shortened(order, words)
}

fn mend(name: &str, short: &str) -> Text {
    let plain = names::short(name);
    if plain == short {
        return say!(zh: "写成“{short}”", en: "write “{short}”");
    }
    say!(
        zh: "写成“{short}”：页面上还有别人会写成“{plain}”",
        en: "write “{short}”: another person of the page would be “{plain}” too",
    )
}

/// The rows of each table of the page.
fn tables(told: &Told<'_>) -> Vec<Vec<Vec<Range<usize>>>> {
    let widths = table::widths(told);
    if widths.is_empty() {
        return Vec::new();
    }
    let mut cells: BTreeMap<Span, Vec<Range<usize>>> = BTreeMap::new();
    for (place, span) in told.texts().filter(|(_, span)| widths.contains_key(span)) {
        cells.entry(span).or_default().push(place);
    }
    let rows = |(span, cells): (Span, Vec<Range<usize>>)| {
        let width = widths.get(&span).copied().unwrap_or(1);
        cells.chunks(width).map(<[_]>::to_vec).collect()
    };
    cells.into_iter().map(rows).collect()
}

/// The places of names that belong on a page.
fn signed(told: &Told<'_>) -> BTreeSet<Span> {
    let page = told.read.page;
    let Head { author, source, review, .. } = &page.head;
    let review = review.iter().flat_map(|review| [&review.editor, &review.legal, &review.chief]);
    let names = [author, source].into_iter().chain(review).flatten();
    let allowed = page.allowances().flat_map(|it| [it.get("by"), it.get("why")]);
    let allowed = allowed.flatten().map(|value| value.span);
    let mut spans: BTreeSet<Span> = names.map(|text| text.span).chain(allowed).collect();
    if let Kind::Notice(batch) = &page.kind {
        let bodies = batch.notices.iter();
        let bodies = bodies.filter(|notice| notice.holder_kind == Some(HolderKind::Organisation));
        spans.extend(bodies.map(|notice| notice.holder.span));
        // 苏如渔01234 is a ship's number.
        let numbers = batch.notices.iter().flat_map(|notice| &notice.identifiers);
        let numbers = numbers.map(|number| &number.value);
        let numbers = numbers.filter(|value| value.value.contains(|c: char| c.is_numeric()));
        spans.extend(numbers.map(|value| value.span));
    }
    spans
}
