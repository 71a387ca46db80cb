//! Figures in tables that the pages of figures say otherwise (C334).

use super::{Book, Period, bare, differs};
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::check::quantity::quantity;
use crate::domain::body::{Block, BlockKind, Inline, Table, plain_text};

/// Figures in tables: the label in the first cell of a row, the number in another. A column's head
/// may say the period, else it is `silent`.
pub(super) fn tables(
    blocks: &[Block],
    silent: Option<Period>,
    book: &Book<'_>,
    found: &mut Vec<Diagnostic>,
) {
    for block in blocks {
        match &block.kind {
            BlockKind::Table(table) => in_table(table, block.span, silent, book, found),
            BlockKind::Quote { blocks, .. } => tables(blocks, silent, book, found),
            _ => {}
        }
    }
}

fn in_table(
    table: &Table,
    span: Span,
    silent: Option<Period>,
    book: &Book<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let heads: Vec<String> = table.head.iter().map(|cell| words(cell)).collect();
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(|cell| words(cell)).collect();
        let Some((label, cells)) = cells.split_first() else { continue };
        for (cell, head) in cells.iter().zip(heads.iter().skip(1)) {
            let period = Period::parse(head).or(silent.filter(|_| Period::said(head).is_empty()));
            let Some(figures) = period.and_then(|period| book.get(&period)) else { continue };
            let known = figures.iter().find(|known| {
                let unit = format!("（{}）", known.unit);
                let own = *label == known.label || label.strip_suffix(&unit) == Some(&known.label);
                own && known.part_of.is_none()
            });
            let Some((known, value)) = known.zip(quantity(cell)) else { continue };
            let behind = cell[value.words.len()..].trim();
            if (behind.is_empty() || behind == known.unit) && value.differs(known.value) {
                found.push(differs(known, value.value, span).narrow(value.words));
            }
        }
    }
}

fn words(cell: &[Inline]) -> String {
    let mut words = String::new();
    plain_text(cell, &|_| String::new(), &mut words);
    bare(words.trim())
}
