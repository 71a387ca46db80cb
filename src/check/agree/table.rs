//! Figures in tables that the pages of figures say otherwise (C334).

use super::said::narrows;
use super::{Book, Period, bare, differs, over};
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::check::quantity::quantity;
use crate::domain::body::{Block, BlockKind, Inline, Table, words_of};
use crate::domain::page::Page;

/// Figures in tables: the label in the first cell of a row, the number in another. A column's head or
/// the first one may say the period, else it is `silent`.
pub(super) fn tables(
    page: &Page,
    blocks: &[Block],
    silent: Option<Period>,
    book: &Book<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let mut before = String::new();
    for block in blocks {
        match &block.kind {
            BlockKind::Table(table) => {
                let mut periods = periods(table, silent, |period| over(page, period));
                // 炉桥镇的数字如下：a year in the head is then of that.
                if narrows(&before) {
                    periods.fill(silent);
                }
                in_table(table, block.span, &periods, book, found);
            }
            BlockKind::Quote { blocks, .. } => tables(page, blocks, silent, book, found),
            BlockKind::Paragraph(content) | BlockKind::Heading { content, .. } => {
                before = words(content);
            }
            _ => {}
        }
    }
}

/// The period of each column behind the first.
fn periods(
    table: &Table,
    silent: Option<Period>,
    over: impl Fn(Period) -> bool,
) -> Vec<Option<Period>> {
    let heads: Vec<String> = table.head.iter().map(|cell| words(cell)).collect();
    let said = |head: &String| Period::parse(head).filter(|period| over(*period));
    let of_all = heads.first().and_then(said).or(silent);
    let of = |head| said(head).or(of_all.filter(|_| Period::said(head).is_empty()));
    heads.iter().skip(1).map(of).collect()
}

fn in_table(
    table: &Table,
    span: Span,
    periods: &[Option<Period>],
    book: &Book<'_>,
    found: &mut Vec<Diagnostic>,
) {
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(|cell| words(cell)).collect();
        let Some((label, cells)) = cells.split_first() else { continue };
        for (cell, period) in cells.iter().zip(periods) {
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
    bare(words_of(cell).trim())
}
