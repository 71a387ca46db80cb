//! Shares in tables (C304): 民事 512 of 856 is 59.8 %.
//!
//! A share is that of the column of numbers before it, in the row of the total. A table most of whose
//! shares do not follow means something else by them.

use super::{is_summed, is_total, number, words};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::check::quantity::quantity;
use crate::domain::body::Table;
use crate::say;

/// Heads of a column of shares.
const SHARES: [&str; 7] = ["占比", "比例", "比重", "占比（%）", "占比（％）", "所占比例", "占总数"];

pub(super) fn follow(table: &Table, span: Span, found: &mut Vec<Diagnostic>) {
    let heads: Vec<String> = table.head.iter().map(|head| words(head)).collect();
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(|cell| words(cell)).collect()).collect();
    for (column, head) in heads.iter().enumerate().skip(2) {
        // Which of several columns of numbers a share is of, only the one beside it says.
        if SHARES.contains(&head.as_str()) && is_summed(&heads[column - 1]) {
            found.extend(in_column(&rows, column, head, span));
        }
    }
}

/// The wrong shares of one column.
fn in_column(rows: &[Vec<String>], column: usize, head: &str, span: Span) -> Vec<Diagnostic> {
    let is_whole = |row: &&Vec<String>| row.first().is_some_and(|label| is_total(label));
    let mut wholes = rows.iter().filter(is_whole);
    let (Some(whole), None) = (wholes.next(), wholes.next()) else { return Vec::new() };
    let Some(whole) = whole.get(column - 1).and_then(|cell| number(cell)) else {
        return Vec::new();
    };
    if whole.value <= 0.0 || whole.within > 0.0 {
        return Vec::new();
    }
    let mut judged = 0;
    let mut wrong = Vec::new();
    for row in rows.iter().filter(|row| !is_whole(row)) {
        let one = row.get(column - 1).and_then(|cell| number(cell)).filter(|one| one.within == 0.0);
        let Some((one, share)) = one.zip(row.get(column).and_then(|cell| percent(cell, head)))
        else {
            continue;
        };
        judged += 1;
        let (written, places, words) = share;
        let exact = one.value / whole.value * 100.0;
        // Rounded or cut.
        if (exact - written).abs() >= 10f64.powi(-places) {
            wrong.push(does_not_follow((&row[0], one.value, whole.value), exact, words, span));
        }
    }
    if 2 * wrong.len() < judged { wrong } else { Vec::new() }
}

/// A cell that is a percentage: 59.8%, or 59.8 under a head that says %.
fn percent<'c>(cell: &'c str, head: &str) -> Option<(f64, i32, &'c str)> {
    let number = quantity(cell).filter(|_| cell.starts_with(|c: char| c.is_ascii_digit()))?;
    let behind = &cell[number.words.len()..];
    let signed = matches!(behind, "%" | "％") || behind.is_empty() && head.contains(['%', '％']);
    let places = number.words.split_once('.').map_or(0, |(_, places)| places.len());
    signed.then_some((number.value, i32::try_from(places).ok()?, number.words))
}

fn does_not_follow(
    (row, value, whole): (&str, f64, f64),
    exact: f64,
    written: &str,
    span: Span,
) -> Diagnostic {
    let exact = format!("{exact:.2}");
    let message = say!(
        zh: "表格“{row}”一行：{value} ÷ {whole} 是 {exact}%，写的是 {written}%",
        en: "the row {row} of the table: {value} ÷ {whole} is {exact}% but {written}% is written",
    );
    Diagnostic::new(Code::PercentDoesNotFollow, span, message)
        .hint(say!(
            zh: "核对两个数字，或改正百分比",
            en: "check both figures or correct the percentage",
        ))
        .narrow(written)
}
