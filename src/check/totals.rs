//! Tables whose last row is a total (C303): readers add the column up.
//!
//! A column is judged where every cell above the total is a number or empty. Shares, averages, years
//! and running numbers have no sum, and a table with totals within itself adds up in its own way.

use super::quantity::{Quantity, quantity};
use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::domain::body::{Block, BlockKind, Inline, Table, plain_text};
use crate::say;

/// Words in the head of a column that has no sum.
const NOT_SUMMED: [&str; 22] = [
    "率", "占", "比", "%", "％", "均", "序号", "编号", "年份", "年度", "日期", "时间", "电话",
    "标准", "单价", "排名", "名次", "得分", "分数", "期限", "累计", "合计",
];

pub(super) fn in_tables(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    each_table(&read.page.body.blocks, &mut |table, span| in_table(table, span, found));
}

fn each_table(blocks: &[Block], f: &mut impl FnMut(&Table, Span)) {
    for block in blocks {
        match &block.kind {
            BlockKind::Table(table) => f(table, block.span),
            BlockKind::Quote { blocks, .. } => each_table(blocks, f),
            BlockKind::List { items, .. } => {
                items.iter().for_each(|item| each_table(&item.blocks, f));
            }
            _ => {}
        }
    }
}

fn in_table(table: &Table, span: Span, found: &mut Vec<Diagnostic>) {
    let Some((total, rows)) = table.rows.split_last() else { return };
    let named = |row: &[Vec<Inline>]| row.iter().take(2).any(|cell| is_total(&words(cell)));
    if !named(total) || rows.len() < 2 || rows.iter().any(|row| adds_up(row)) {
        return;
    }
    for (column, cell) in total.iter().enumerate().skip(1) {
        let head = table.head.get(column).map(|head| words(head)).unwrap_or_default();
        if NOT_SUMMED.iter().any(|word| head.contains(word)) {
            continue;
        }
        let cell = words(cell);
        let Some(written) = number(&cell) else { continue };
        let above =
            rows.iter().map(|row| row.get(column).map(|cell| words(cell)).unwrap_or_default());
        let above: Vec<String> = above.filter(|cell| !is_empty(cell)).collect();
        let numbers: Vec<Quantity<'_>> = above.iter().filter_map(|cell| number(cell)).collect();
        if numbers.len() < 2 || numbers.len() < above.len() {
            continue;
        }
        let sum: f64 = numbers.iter().map(|number| number.value).sum();
        if (sum - written.value).abs() > within(&numbers, &written) {
            found.push(wrong(span, &head, &written, sum));
        }
    }
}

/// Amounts rounded to 0.1万元 may miss their sum by half a step each.
fn within(numbers: &[Quantity<'_>], total: &Quantity<'_>) -> f64 {
    let step = |number: &Quantity<'_>| {
        let places = number.words.split_once('.').map_or(0, |(_, places)| places.len());
        if places == 0 { 0.0 } else { 0.5 * 10f64.powi(-i32::try_from(places).unwrap_or(0)) }
    };
    let all = numbers.iter().chain([total]);
    all.map(|number| number.within + step(number)).sum::<f64>() + 1e-6
}

fn wrong(span: Span, head: &str, written: &Quantity<'_>, sum: f64) -> Diagnostic {
    let total = written.value;
    let [sum, difference] = [sum, sum - total].map(|number| (number * 1e4).round() / 1e4);
    Diagnostic::new(
        Code::PartsDoNotSum,
        span,
        say!(
            zh: "表格“{head}”一列合计写的是 {total}，各行加起来是 {sum}",
            en: "the total of the column {head} says {total} but its rows sum to {sum}",
        ),
    )
    .hint(say!(
        zh: "相差 {difference}，请与台账核对合计和各行",
        en: "the difference is {difference}: compare the total and the rows with the register",
    ))
    .narrow(written.words)
}

/// A row that is a total of others, or a part of the row above it.
fn adds_up(row: &[Vec<Inline>]) -> bool {
    row.iter().take(2).any(|cell| {
        let words = words(cell);
        ["合计", "总计", "小计", "其中"].iter().any(|word| words.contains(word))
    })
}

fn is_total(label: &str) -> bool {
    matches!(label, "合计" | "总计" | "共计" | "全县合计" | "合计：" | "总计：")
}

fn is_empty(cell: &str) -> bool {
    matches!(cell, "" | "-" | "—" | "——" | "/" | "无")
}

/// A cell that is a number and its unit: 612, 1,450人次.
fn number(cell: &str) -> Option<Quantity<'_>> {
    let number = quantity(cell).filter(|_| cell.starts_with(|c: char| c.is_ascii_digit()))?;
    let unit = &cell[number.words.len()..];
    let plain = |c: char| !(c.is_ascii() || "多余％以左".contains(c));
    (unit.chars().count() <= 3 && unit.chars().all(plain)).then_some(number)
}

fn words(cell: &[Inline]) -> String {
    let mut words = String::new();
    // What a reference to a fact says is not known here: its cell is no number.
    plain_text(cell, &|_| "{}".to_owned(), &mut words);
    words.retain(|c| !c.is_whitespace());
    words
}
