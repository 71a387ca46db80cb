//! What the head of a column calls the cells below it, and a cell the one beside it: 出生日期 says of a
//! day in another cell what it is.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Told;
use crate::base::span::Span;
use crate::domain::body::{Block, BlockKind};

/// The cells under heads of some name, and right of cells of that name, by their place in the words of
/// the page. Whoever asks looks first whether the page says that name at all.
pub(super) fn named(told: &Told<'_>, wanted: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let widths = widths(told);
    if widths.is_empty() {
        return Vec::new();
    }
    let words = told.words();
    let mut seen: BTreeMap<Span, Read> = BTreeMap::new();
    let mut found = Vec::new();
    for (place, span) in told.texts() {
        let Some(width) = widths.get(&span) else { continue };
        let read = seen.entry(span).or_default();
        let name = wanted(words[place.clone()].trim());
        let column = read.cells % *width;
        if (column > 0 && read.beside) || read.heads.get(column) == Some(&true) {
            found.push(place);
        }
        if read.cells < *width {
            read.heads.push(name);
        }
        read.beside = name;
        read.cells += 1;
    }
    found
}

/// How many columns each table of a page has, by its place.
pub(in crate::check) fn widths(told: &Told<'_>) -> BTreeMap<Span, usize> {
    let mut widths = BTreeMap::new();
    let body = &told.read.page.body;
    let notes = body.notes.iter().map(|note| note.blocks.as_slice());
    std::iter::once(body.blocks.as_slice()).chain(notes).for_each(|all| tables(all, &mut widths));
    widths
}

/// What is known of a table so far.
#[derive(Default)]
struct Read {
    /// How many cells were seen.
    cells: usize,
    /// Whether the head of each column has the name.
    heads: Vec<bool>,
    /// Whether the cell before has it.
    beside: bool,
}

/// How many columns each table has, by its place.
fn tables(blocks: &[Block], widths: &mut BTreeMap<Span, usize>) {
    for Block { kind, span } in blocks {
        match kind {
            BlockKind::Table(table) => _ = widths.insert(*span, table.head.len().max(1)),
            BlockKind::List { items, .. } => {
                items.iter().for_each(|item| tables(&item.blocks, widths));
            }
            BlockKind::Quote { blocks, .. } => tables(blocks, widths),
            BlockKind::Definitions(all) => {
                all.iter().flat_map(|one| &one.details).for_each(|detail| tables(detail, widths));
            }
            _ => {}
        }
    }
}
