//! Tables whose last row or last column is a total (C303), and shares in them (C304): readers add up.
//!
//! A column is judged where every cell above the total is a number or empty, a row where most rows of
//! the table add up. Shares, averages, years and running numbers have no sum, and a table with totals
//! within itself adds up in its own way.

use std::ops::Range;

use super::quantity::{Quantity, quantity};
use super::sums::class;
use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::domain::body::{Inline, Table, each_table, plain_text};
use crate::say;

mod shares;

/// Words in the head of a column that has no sum.
const NOT_SUMMED: [&str; 22] = [
    "率", "占", "比", "%", "％", "均", "序号", "编号", "年份", "年度", "日期", "时间", "电话",
    "标准", "单价", "排名", "名次", "得分", "分数", "期限", "累计", "合计",
];

pub(super) fn in_tables(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    each_table(&read.page.body.blocks, &mut |table, span| {
        in_table(table, span, found);
        of_kinds(table, span, found);
        shares::follow(table, span, found);
        across(table, span, found);
        total_first(table, span, found);
    });
}

fn in_table(table: &Table, span: Span, found: &mut Vec<Diagnostic>) {
    let Some((total, rows)) = table.rows.split_last() else { return };
    let named = |row: &[Vec<Inline>]| row.iter().take(2).any(|cell| is_sum(&words(cell)));
    let year = is_year(total, rows);
    if !named(total) && !year || rows.len() < 2 || rows.iter().any(|row| adds_up(row)) {
        return;
    }
    for (column, cell) in total.iter().enumerate().skip(1) {
        let head = table.head.get(column).map(|head| words(head)).unwrap_or_default();
        let cell = words(cell);
        let Some(written) = number(&cell).filter(|_| is_summed(&head)) else { continue };
        // 在岗人数 of a year is no sum of its quarters.
        if year && !WORK.iter().any(|word| head.contains(word)) {
            continue;
        }
        let above =
            rows.iter().map(|row| row.get(column).map(|cell| words(cell)).unwrap_or_default());
        let above: Vec<String> = above.filter(|cell| !is_empty(cell)).collect();
        let numbers: Vec<Quantity<'_>> = above.iter().filter_map(|cell| number(cell)).collect();
        if numbers.len() < 2 || numbers.len() < above.len() {
            continue;
        }
        let sum: f64 = numbers.iter().map(|number| number.value).sum();
        if (sum - written.value).abs() > within(&numbers, &written) {
            found.push(wrong(span, ("", &head), &written, sum));
        }
    }
}

/// A total in the first row or in the head, or one that is called 总数. What stands beside it may be
/// groups that overlap, so it is judged where the rows are kinds that exclude each other.
fn of_kinds(table: &Table, span: Span, found: &mut Vec<Diagnostic>) {
    let label = |row: &[Vec<Inline>]| row.first().map(|cell| words(cell)).unwrap_or_default();
    let all: Vec<&Vec<Vec<Inline>>> = std::iter::once(&table.head).chain(&table.rows).collect();
    let split = |total: usize, rows| Some((*all.get(total)?, all.get::<Range<usize>>(rows)?));
    let last = all.len() - 1;
    let (Some((total, rows)), headed) = (if is_total(&label(all[0])) {
        (split(0, 1..all.len()), false)
    } else if all.get(1).is_some_and(|row| is_total(&label(row))) {
        (split(1, 2..all.len()), true)
    } else if label(all[last]).starts_with("总数") {
        (split(last, 1..last), true)
    } else {
        return;
    }) else {
        return;
    };
    let labels: Vec<String> = rows.iter().map(|row| label(row)).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let Some(complete) = class::of_labels(&labels).filter(|_| labels.len() > 1) else { return };
    for (column, cell) in total.iter().enumerate().skip(1) {
        let head = table.head.get(column).filter(|_| headed);
        let head = head.map(|head| words(head)).unwrap_or_default();
        let cell = words(cell);
        let Some(written) = number(&cell).filter(|_| is_summed(&head)) else { continue };
        let cells: Vec<String> =
            rows.iter().filter_map(|row| row.get(column)).map(|cell| words(cell)).collect();
        let numbers: Vec<Quantity<'_>> = cells.iter().filter_map(|cell| number(cell)).collect();
        let sum: f64 = numbers.iter().map(|number| number.value).sum();
        let off = within(&numbers, &written);
        let less = complete && sum < written.value - off;
        if numbers.len() == rows.len() && (sum > written.value + off || less) {
            found.push(wrong(span, ("", &head), &written, sum));
        }
    }
}

/// What is done anew in each part of a year.
const WORK: [&str; 9] = ["办理", "受理", "办结", "咨询", "接待", "发放", "案件", "人次", "挽回"];

/// A last row 全年 under all quarters, both halves or all months of a year.
fn is_year(total: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> bool {
    let label = |row: &[Vec<Inline>]| row.first().map(|cell| words(cell)).unwrap_or_default();
    let all = matches!(label(total).as_str(), "全年" | "全年合计" | "全年总计" | "年度合计");
    let ends = ["半年", "季度", "月", "月份"];
    all && matches!(rows.len(), 2 | 4 | 12)
        && ends.iter().any(|end| rows.iter().all(|row| label(row).ends_with(end)))
}

fn is_summed(head: &str) -> bool {
    !NOT_SUMMED.iter().any(|word| head.contains(word))
}

/// The last column, where its head is a total. A table most of whose rows do not add up means something
/// else by it.
fn across(table: &Table, span: Span, found: &mut Vec<Diagnostic>) {
    let heads: Vec<String> = table.head.iter().map(|head| words(head)).collect();
    let Some((last, parts)) = heads.split_last() else { return };
    if !is_sum(last) || parts.iter().any(|head| head.contains("其中") || is_part(head)) {
        return;
    }
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(|cell| words(cell)).collect()).collect();
    let summed = |column: &usize| {
        let mut cells = rows.iter().filter_map(|row| row.get(*column));
        is_summed(&heads[*column]) && cells.all(|cell| is_empty(cell) || number(cell).is_some())
    };
    let columns: Vec<usize> = (1..parts.len()).filter(summed).collect();
    let mut judged = 0;
    let mut last_judged = None;
    let mut wrong_rows = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let Some(total) = row.get(parts.len()).and_then(|cell| number(cell)) else { continue };
        let numbers = columns.iter().filter_map(|column| number(row.get(*column)?));
        let numbers: Vec<Quantity<'_>> = numbers.collect();
        if numbers.len() < 2 {
            continue;
        }
        judged += 1;
        last_judged = Some(at);
        let sum: f64 = numbers.iter().map(|number| number.value).sum();
        if (sum - total.value).abs() > within(&numbers, &total) {
            wrong_rows.push((at, wrong(span, (&row[0], last), &total, sum)));
        }
    }
    // Where the row of totals adds up, so must the others, however few of them do.
    let summed = rows.last().and_then(|row| row.first()).is_some_and(|label| is_sum(label));
    let right = |at: usize| wrong_rows.iter().all(|(wrong, _)| *wrong != at);
    let adds_up = summed && last_judged == Some(rows.len() - 1) && right(rows.len() - 1);
    if judged == 1 || adds_up || 2 * wrong_rows.len() < judged {
        found.extend(wrong_rows.into_iter().map(|(_, wrong)| wrong));
    }
}

/// 合计, then 民事, 刑事 and 行政: a total in front of its columns, where those exclude each other.
fn total_first(table: &Table, span: Span, found: &mut Vec<Diagnostic>) {
    let heads: Vec<String> = table.head.iter().map(|head| words(head)).collect();
    let Some(total) = heads.iter().position(|head| is_sum(head)) else { return };
    let parts: Vec<&str> = heads[total + 1..].iter().map(String::as_str).collect();
    let Some(complete) = class::of_labels(&parts).filter(|_| parts.len() > 1) else { return };
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(|cell| words(cell)).collect();
        let Some(written) = cells.get(total).and_then(|cell| number(cell)) else { continue };
        let numbers: Vec<Quantity<'_>> =
            cells[total + 1..].iter().filter_map(|cell| number(cell)).collect();
        let sum: f64 = numbers.iter().map(|number| number.value).sum();
        let off = within(&numbers, &written);
        let less = complete && sum < written.value - off;
        if numbers.len() == parts.len() && (sum > written.value + off || less) {
            let label = cells.first().filter(|_| total > 0).map_or("", String::as_str);
            found.push(wrong(span, (label, &heads[total]), &written, sum));
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

/// Where a total does not add up: that of a column, or of a `row`.
fn wrong(span: Span, (row, head): (&str, &str), written: &Quantity<'_>, sum: f64) -> Diagnostic {
    let total = written.value;
    let [sum, difference] = [sum, sum - total].map(|number| (number * 1e4).round() / 1e4);
    let message = if row.is_empty() {
        say!(
            zh: "表格“{head}”一列合计写的是 {total}，各行加起来是 {sum}",
            en: "the total of the column {head} says {total} but its rows sum to {sum}",
        )
    } else {
        say!(
            zh: "表格“{row}”一行的{head}写的是 {total}，各列加起来是 {sum}",
            en: "the total of the row {row} says {total} but its columns sum to {sum}",
        )
    };
    Diagnostic::new(Code::PartsDoNotSum, span, message)
        .hint(say!(
            zh: "相差 {difference}，请与台账核对",
            en: "the difference is {difference}: compare with the register",
        ))
        .narrow(written.words)
}

/// A row that is a total of others, or a part of the row above it.
fn adds_up(row: &[Vec<Inline>]) -> bool {
    row.iter().take(2).any(|cell| is_part(&words(cell)))
}

fn is_part(words: &str) -> bool {
    ["合计", "总计", "小计", "其中"].iter().any(|word| words.contains(word))
}

fn is_total(label: &str) -> bool {
    is_sum(label) || matches!(label, "总数" | "总数：")
}

/// What says that the numbers beside it were added up.
fn is_sum(label: &str) -> bool {
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
