//! Cells of tables with the word that calls them: 电话 stands in the head of a column or at the
//! beginning of a row, and 4021234 or 12384 alone in its cell.
//!
//! A rule that asks what digits are called gets both together, as if they stood in one line.

use crate::base::look::bytes;
use crate::base::span::Span;
use crate::domain::body::{Inline, Table, each_table, plain_text};
use crate::domain::page::Page;

/// Words that call the cells below or behind them numbers to dial, at the end of a head.
const CALLING: [&str; 9] =
    ["电话", "手机", "座机", "号码", "热线", "专线", "联系方式", "怎么打", "打什么"];
/// What a head says whose cells count something.
const COUNTING: [&str; 9] = ["数", "量", "次", "件", "合计", "小计", "率", "占", "元"];
/// Cells of a table that are looked at.
const MOST: usize = 4_096;

/// Every cell that holds digits and is called a number to dial, written as one line with what calls
/// it, and the place of its table.
pub(super) fn lines(page: &Page) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    each_table(&page.body.blocks, &mut |table, span| {
        found.extend(in_table(table).into_iter().take(MOST).map(|line| (line, span)));
    });
    found
}

fn in_table(table: &Table) -> Vec<String> {
    let heads: Vec<String> = table.head.iter().map(|head| words(head)).collect();
    let mut lines = Vec::new();
    for row in &table.rows {
        let label = row.first().map(|cell| words(cell)).unwrap_or_default();
        for (column, cell) in row.iter().enumerate() {
            let head = heads.get(column).map_or("", String::as_str);
            let by_row = column > 0 && calls(&label) && !counts(head);
            let Some(name) = calls(head).then_some(head).or_else(|| by_row.then_some(&*label))
            else {
                continue;
            };
            let cell = words(cell);
            if bytes::any_digit(&cell) {
                lines.push(format!("{name}：{cell}"));
            }
        }
    }
    lines
}

fn calls(head: &str) -> bool {
    CALLING.iter().any(|word| head.ends_with(word))
}

fn counts(head: &str) -> bool {
    COUNTING.iter().any(|word| head.contains(word))
}

/// The words of a cell; what a reference to a fact says is right by itself.
fn words(cell: &[Inline]) -> String {
    let mut words = String::new();
    plain_text(cell, &|_| "{}".to_owned(), &mut words);
    words.trim().to_owned()
}
