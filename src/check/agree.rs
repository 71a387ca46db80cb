//! One figure, one value (C334): what pages of figures say of a period and what running text says of
//! the same period (法律援助法 art. 58).
//!
//! Two figures are the same when their period, their label and their unit are. Running text is judged
//! only where it says the period, and nothing between period and number narrows it: a township, a
//! group of people, a kind of case, a plan. A false alarm costs more here than a miss, because it
//! stands against publishing.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Facts;
use super::period::Period;
use super::quantity::{Quantity, is_digit, quantity};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::{Span, Spanned};
use crate::domain::body::{Block, BlockKind, Inline, Table, each_leaf, plain_text};
use crate::domain::kind::{Kind, KindName};
use crate::domain::page::Page;
use crate::say;

/// A figure as a page of figures says it.
struct Known<'a> {
    /// The file that says it.
    path: &'a str,
    /// The period as written there.
    period: &'a str,
    /// The label without what every page of this site could add to it.
    label: String,
    /// The label of the figure it is a part of; none for a figure.
    part_of: Option<String>,
    /// How running text names it; nothing where it is only read behind its whole.
    named: String,
    /// How running text names it directly behind the period alone: 2025年民事案件612件.
    alone: String,
    shown: &'a str,
    unit: &'a str,
    value: f64,
}

/// The figures of each period.
type Book<'a> = BTreeMap<Period, Vec<Known<'a>>>;

pub(super) fn figures_agree(facts: &Facts<'_>, found: &mut Vec<Diagnostic>) {
    let book = gather(facts, found);
    if book.is_empty() {
        return;
    }
    let years: BTreeSet<String> = book.keys().flat_map(|period| period.written()).collect();
    use KindName::{Article, Event, Page as Plain, Statistics};
    let told: Vec<Vec<Diagnostic>> = facts
        .site
        .shared()
        .par_iter()
        .filter(|page| matches!(page.kind.name(), Article | Event | Plain | Statistics))
        .map(|page| in_page(page, &book, &years))
        .collect();
    found.extend(told.into_iter().flatten());
}

/// Every figure of every period; two pages that differ are findings. Of a period that is not
/// understood (第三届任期) only pages of figures are compared.
fn gather<'a>(facts: &'a Facts<'_>, found: &mut Vec<Diagnostic>) -> Book<'a> {
    let mut book: Book<'_> = BTreeMap::new();
    let mut odd: BTreeMap<&str, Vec<Known<'_>>> = BTreeMap::new();
    for (_, page) in facts.site.pages() {
        let Kind::Statistics(statistics) = &page.kind else { continue };
        let Some(period) = statistics.period.as_ref().map(|period| period.value.trim()) else {
            continue;
        };
        let known = match Period::parse(period) {
            Some(understood) => book.entry(understood).or_default(),
            None => odd.entry(period).or_default(),
        };
        for figure in &statistics.figures {
            let unit = figure.unit.as_ref().map_or("", |unit| unit.value.as_str());
            let whole = bare(&figure.label.value);
            let own = (&figure.label, &figure.value, None);
            let parts = figure.parts.iter();
            let parts = parts.map(|part| (&part.label, &part.value, Some(whole.clone())));
            for (shown, value, part_of) in std::iter::once(own).chain(parts) {
                let label = bare(&shown.value);
                let same = |known: &&Known<'_>| {
                    known.label == label && known.unit == unit && known.part_of == part_of
                };
                if let Some(other) = known.iter().find(same) {
                    if differ(other.value, value.value) {
                        found.push(differs(other, value.value, value.span));
                    }
                    continue;
                }
                let (shown, value) = (shown.value.as_str(), value.value);
                let (named, alone) = named(&label, part_of.as_deref());
                let path = &page.path;
                known.push(Known {
                    path,
                    period,
                    label,
                    part_of,
                    named,
                    alone,
                    shown,
                    unit,
                    value,
                });
            }
        }
    }
    book.retain(|_, figures| !figures.is_empty());
    book
}

/// The period of a page of figures.
fn period_of(page: &Page) -> Option<Period> {
    let Kind::Statistics(statistics) = &page.kind else { return None };
    Period::parse(&statistics.period.as_ref()?.value)
}

fn differ(a: f64, b: f64) -> bool {
    (a - b).abs() > 1e-9
}

fn differs(known: &Known<'_>, here: f64, at: Span) -> Diagnostic {
    let Known { shown, value, path, period, .. } = known;
    Diagnostic::new(
        Code::FigureDiffers,
        at,
        say!(
            zh: "{period}的“{shown}”这里是 {here}，{path} 里是 {value}",
            en: "“{shown}” of {period} is {here} here and {value} in {path}",
        ),
    )
    .hint(say!(
        zh: "与台账核对；正文可写 `{{{{ figure.页名.数字名 }}}}`，只改一处",
        en: "compare with the register; `{{{{ figure.PAGE.ID }}}}` keeps it in one place",
    ))
}

/// What one page says in its title, its summary, its text and its tables.
fn in_page(page: &Page, book: &Book<'_>, years: &BTreeSet<String>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    // What a page of figures says is of its period; elsewhere the title may say of which.
    let own = period_of(page);
    let titled = || match Period::said(&page.head.title.value).as_slice() {
        [(_, _, Some(period))] => Some(*period),
        _ => None,
    };
    let silent = own.or_else(titled);
    let mut look = |text: &str, span: Span| {
        let dated = own.is_some() || silent.is_some() && text.contains("全年");
        let says = || text.contains('年') && years.iter().any(|year| text.contains(year.as_str()));
        if dated || says() {
            in_text(text, span, (own, silent), book, &mut found);
        }
    };
    let head = [Some(&page.head.title), page.head.summary.as_ref()];
    let head: Vec<&Spanned<String>> = head.into_iter().flatten().collect();
    head.iter().for_each(|text| look(&text.value, text.span));
    each_leaf(&page.body, &mut |words, span, _| look(words, span));
    if silent.is_some() {
        tables(&page.body.blocks, silent, book, &mut found);
    }
    found
}

/// Words between a period and a number by which the number is not that of the whole county.
pub(super) const NARROWING: [&str; 48] = [
    "镇",
    "乡",
    "村",
    "社区",
    "街道",
    "工作站",
    "联络点",
    "律师",
    "事务所",
    "其中",
    "分别",
    "其他",
    "全省",
    "全市",
    "全国",
    "省内",
    "市内",
    "每",
    "平均",
    "人均",
    "比",
    "同比",
    "增",
    "降",
    "民事",
    "刑事",
    "行政",
    "农民工",
    "未成年",
    "老年",
    "残疾",
    "妇女",
    "军",
    "学生",
    "目标",
    "计划",
    "任务",
    "预计",
    "力争",
    "拟",
    "将",
    "争取",
    "某",
    "约",
    "近",
    "超",
    "逾",
    "余",
];

/// What may stand directly before a label: the figure is then not one of a narrower kind.
const BEFORE: [&str; 24] = [
    "年", "度", "共", "计", "全县", "中心", "机构", "县", "并", "已", "了", "总", "依法", "，",
    "、", "：", "；", "“", "月", "来", "期间", "区", "们", "局",
];

/// What may stand between a period and a kind of case for the number to be of all that were taken in.
const BEHIND_PERIOD: [&str; 8] = ["", "，", "有", "共有", "，有", "，共有", "，全县", "，我县"];

/// What may stand between a label and its number.
const BETWEEN: [&str; 13] =
    ["", "共", "共计", "合计", "累计", "了", "达", "达到", "为", "是", "数", "量", "数为"];

/// Figures in running text. `own` is the period of a page of figures, `silent` that of a sentence
/// which says 全年 and no more.
fn in_text(
    text: &str,
    span: Span,
    (own, silent): (Option<Period>, Option<Period>),
    book: &Book<'_>,
    found: &mut Vec<Diagnostic>,
) {
    for sentence in text.split(['。', '！', '？', '；', '\n']) {
        let sentence = bare(sentence);
        let whole_year = sentence.starts_with("全年");
        let first = own.or(silent.filter(|_| whole_year));
        let mut times = vec![(0, 0, first)];
        times.extend(Period::said(&sentence));
        for (index, (_, start, period)) in times.iter().enumerate() {
            let end = times.get(index + 1).map_or(sentence.len(), |(next, ..)| *next);
            let Some(figures) = period.as_ref().and_then(|period| book.get(period)) else {
                continue;
            };
            let stretch = (&sentence[..end], *start);
            for told in figures.iter().filter_map(|known| said(stretch, known)) {
                let Said { known, value, behind } = told;
                if value.differs(known.value) {
                    found.push(differs(known, value.value, span).narrow(value.words));
                }
                for (part, value) in parts_said(behind, known, figures) {
                    if value.differs(part.value) {
                        found.push(differs(part, value.value, span).narrow(value.words));
                    }
                }
            }
        }
    }
}

/// What a text says of a figure.
struct Said<'t, 'k> {
    known: &'k Known<'k>,
    value: Quantity<'t>,
    /// What stands behind the unit.
    behind: &'t str,
}

/// The number said of a figure behind byte `start`: 办理案件共998件 → 998.
fn said<'t, 'k>((text, start): (&'t str, usize), known: &'k Known<'k>) -> Option<Said<'t, 'k>> {
    if known.unit.is_empty() {
        return None;
    }
    let words = &text[start..];
    let alone = || {
        let at = words.find(known.alone.as_str()).filter(|_| !known.alone.is_empty())?;
        BEHIND_PERIOD.contains(&&words[..at]).then_some((at, known.alone.as_str()))
    };
    let named = words.match_indices(&known.named).filter(|_| !known.named.is_empty());
    named.chain(alone()).find_map(|(at, label)| {
        let at = start + at;
        let before = &text[..at];
        let free = at == 0 || BEFORE.iter().any(|word| before.ends_with(word));
        if !free || NARROWING.iter().any(|word| text[start..at].contains(word)) {
            return None;
        }
        let rest = &text[at + label.len()..];
        let number = rest.find(is_digit)?;
        let between = rest[..number].trim_matches([' ', '：', ':', '，']);
        if !BETWEEN.contains(&between) {
            return None;
        }
        let value = quantity(&rest[number..])?;
        let behind = rest[number + value.words.len()..].trim_start().strip_prefix(known.unit)?;
        let exact = !behind.starts_with(['次', '以', '左', '多', '余', '/']);
        exact.then_some(Said { known, value, behind })
    })
}

/// The parts of a figure said in one breath with it: 办理案件999件，其中民事案件612件、刑事384件.
fn parts_said<'t, 'k>(
    behind: &'t str,
    whole: &Known<'_>,
    figures: &'k [Known<'k>],
) -> Vec<(&'k Known<'k>, Quantity<'t>)> {
    let mut said = Vec::new();
    let list = behind.trim_start_matches(['，', ',', '（', '(']).strip_prefix("其中");
    for clause in list.unwrap_or_default().split(['、', '，', ',', '和', '）', ')']) {
        let clause = clause.trim_start_matches(['：', ':', '有']);
        let of_whole = |part: &&Known<'_>| part.part_of.as_ref() == Some(&whole.label);
        let Some(value) = figures.iter().filter(of_whole).find_map(|part| {
            let rest = clause.strip_prefix(part.label.as_str())?;
            let rest = ["案件", "类案件", "案"]
                .iter()
                .find_map(|it| rest.strip_prefix(it))
                .unwrap_or(rest);
            let number = rest.find(is_digit)?;
            let value = quantity(&rest[number..]).filter(|_| BETWEEN.contains(&&rest[..number]))?;
            (&rest[number + value.words.len()..] == part.unit).then_some((part, value))
        }) else {
            break;
        };
        said.push(value);
    }
    said
}

/// How a text names a part without its whole: of 办理案件 and 民事, 办理民事案件; and 民事案件 alone, but
/// only directly behind the period: elsewhere those may have been closed and not taken in.
fn named(label: &str, part_of: Option<&str>) -> (String, String) {
    let Some(whole) = part_of else { return (label.to_owned(), String::new()) };
    match whole.strip_suffix("案件") {
        Some("") => (String::new(), format!("{label}案件")),
        Some(verb) => {
            let all = ["办理", "受理", "承办"].contains(&verb);
            let alone = if all { format!("{label}案件") } else { String::new() };
            (format!("{verb}{label}案件"), alone)
        }
        None => (String::new(), String::new()),
    }
}

/// Without spaces and without words that say no more on this site: 办理法律援助案件 is 办理案件.
fn bare(text: &str) -> String {
    text.replace("法律援助", "").replace([' ', '\u{3000}'], "")
}

/// Figures in tables: the label in the first cell of a row, the number in another. A column's head
/// may say the period, else it is `silent`.
fn tables(blocks: &[Block], silent: Option<Period>, book: &Book<'_>, found: &mut Vec<Diagnostic>) {
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

#[cfg(test)]
mod tests;
