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
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::{Span, Spanned};
use crate::domain::body::{Block, BlockKind, Inline, Table, each_leaf, plain_text};
use crate::domain::citation::parse_numeral;
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
    let years: BTreeSet<String> = book.keys().map(|period| period.digits()).collect();
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
            let label = bare(&figure.label.value);
            let same = |known: &&Known<'_>| known.label == label && known.unit == unit;
            if let Some(other) = known.iter().find(same) {
                if differ(other.value, figure.value.value) {
                    found.push(differs(other, figure.value.value, figure.value.span));
                }
                continue;
            }
            let (shown, value) = (figure.label.value.as_str(), figure.value.value);
            known.push(Known { path: &page.path, period, label, shown, unit, value });
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
        if dated || years.iter().any(|year| text.contains(year.as_str())) {
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
const NARROWING: [&str; 48] = [
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
            for (known, said, digits) in figures.iter().filter_map(|known| said(stretch, known)) {
                if differ(said, known.value) {
                    found.push(differs(known, said, span).narrow(digits));
                }
            }
        }
    }
}

/// The number said of a figure behind byte `start`: 办理案件共998件 → 998.
fn said<'t, 'k>(
    (text, start): (&'t str, usize),
    known: &'k Known<'k>,
) -> Option<(&'k Known<'k>, f64, &'t str)> {
    if known.unit.is_empty() || known.label.is_empty() {
        return None;
    }
    text[start..].match_indices(&known.label).find_map(|(at, label)| {
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
        let (value, length) = number_at(&rest[number..])?;
        let behind = rest[number + length..].trim_start().strip_prefix(known.unit)?;
        let exact = !behind.starts_with(['次', '以', '左', '多', '余', '/']);
        exact.then_some((known, value, &rest[number..number + length]))
    })
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || "零〇一二三四五六七八九十百千".contains(c)
}

/// The number a text begins with and its length: 1,450, 50.05, 九百九十八.
fn number_at(text: &str) -> Option<(f64, usize)> {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        let inside = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
        let length = text.find(|c| !inside(c)).unwrap_or(text.len());
        return Some((text[..length].replace(',', "").parse().ok()?, length));
    }
    let length = text.find(|c| !is_digit(c)).unwrap_or(text.len());
    Some((f64::from(parse_numeral(&text[..length])?), length))
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
                *label == known.label || label.strip_suffix(&unit) == Some(&known.label)
            });
            let Some((known, (value, length))) = known.zip(number_at(cell)) else { continue };
            let behind = cell[length..].trim();
            if (behind.is_empty() || behind == known.unit) && differ(value, known.value) {
                found.push(differs(known, value, span).narrow(&cell[..length]));
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
mod tests {
    use super::{Book, Known, Period, in_text};
    use crate::base::span::{SourceId, Span};

    /// How many findings a text has beside 办理案件 = 999件 in 2025 and 500件 in its first half.
    fn wrong(text: &str, own: Option<&str>) -> usize {
        let known = |value| Known {
            path: "statistics/2025.md",
            period: "2025",
            label: "办理案件".to_owned(),
            shown: "办理案件",
            unit: "件",
            value,
        };
        let mut book = Book::new();
        for (period, value) in [("2025", 999.0), ("2025年上半年", 500.0)] {
            book.entry(Period::parse(period).unwrap()).or_default().push(known(value));
        }
        let own = own.and_then(Period::parse);
        let mut found = Vec::new();
        let span = Span::new(SourceId(0), 0..0);
        in_text(text, span, (own, own), &book, &mut found);
        found.len()
    }

    #[test]
    fn figures_that_differ() {
        for text in [
            "2025年办理案件998件",
            "2025年，办理法律援助案件998件",
            "2025年办理案件九百九十八件",
            "2025年接待咨询1450件次，办理案件998件",
            "2025年，我县共办理案件 998 件",
            "2025年上半年办理案件501件",
            "2024年办理案件800件，2025年办理案件998件",
        ] {
            assert_eq!(wrong(text, None), 1, "{text}");
        }
        assert_eq!(wrong("全年办理案件998件，办结779件", Some("2025")), 1);
    }

    #[test]
    fn figures_of_something_else() {
        for text in [
            "2025年办理案件999件",
            "2025年上半年办理案件500件",
            "2025年1月至6月办理案件500件",
            "2025年3月，炉桥镇办理案件20件",
            "2025年炉桥镇办理案件20件",
            "2024年办理案件800件，2025年办理案件999件",
            "2025年办理案件约998件",
            "2025年办理案件990余件",
            "2025年办理案件的质量",
            "2025年办理案件998起",
            "2025年办理案件999件，其中炉桥镇办理案件20件",
            "2025年办理农民工讨薪案件20件",
            "2020年至2025年办理案件5000件",
            "截至2025年底，办理案件5000件",
            "全年办理案件998件",
            "2025年目标是办理案件1000件",
        ] {
            assert_eq!(wrong(text, None), 0, "{text}");
        }
        assert_eq!(wrong("3月办理案件80件。2024年办理案件800件", Some("2025")), 0);
    }
}
