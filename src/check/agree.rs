//! One figure, one value (C334): what pages of figures say of a period and what running text says of
//! the same period (法律援助法 art. 58).
//!
//! Two figures are the same when their period, their label and their unit are. Running text is judged
//! only where it says the period, and between period and number stand only words known to narrow
//! nothing (`whole`). A false alarm costs more here than a miss, because it
//! stands against publishing.

pub(super) mod said;
mod table;
mod told;
mod whole;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use self::said::{Stretch, named, narrows, parts_said, plain, said, stretches};
use self::table::tables;
use self::whole::of_event;
use super::Facts;
use super::period::Period;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::{Span, Spanned};
use crate::domain::body::each_leaf;
use crate::domain::kind::{Kind, KindName};
use crate::domain::kinds::statistics::{Figure, Statistics};
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
    named: Vec<String>,
    /// How running text names it directly behind the period alone: 2025年民事案件612件.
    alone: Vec<String>,
    shown: &'a str,
    unit: &'a str,
    value: f64,
}

/// The figures of each period.
type Book<'a> = BTreeMap<Period, Vec<Known<'a>>>;

pub(super) fn figures_agree(facts: &Facts<'_>, found: &mut Vec<Diagnostic>) {
    let book = gather(facts, found);
    told::articles(facts, &book, found);
    if book.is_empty() {
        return;
    }
    let home = home(facts);
    let years: BTreeSet<String> = book.keys().flat_map(|period| period.written()).collect();
    use KindName::{Article, Event, Page as Plain, Statistics};
    let told: Vec<Vec<Diagnostic>> = facts
        .site
        .shared()
        .par_iter()
        .filter(|page| matches!(page.kind.name(), Article | Event | Plain | Statistics))
        .map(|page| in_page(page, &home, &book, &years))
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
            known.extend(rate(figure, statistics, (page.path.as_ref(), period)));
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
    for figures in book.values_mut() {
        once_named(figures);
    }
    book.retain(|_, figures| !figures.is_empty());
    book
}

/// What two figures would both be called in running text says neither: 手册 of 宣传手册 and 手册.
fn once_named(figures: &mut [Known<'_>]) {
    let mut count: BTreeMap<(String, &str), usize> = BTreeMap::new();
    for known in figures.iter() {
        for name in known.named.iter().chain(&known.alone) {
            *count.entry((name.clone(), known.unit)).or_default() += 1;
        }
    }
    for known in figures {
        let unit = known.unit;
        let once = |name: &String| count.get(&(name.clone(), unit)).is_none_or(|count| *count < 2);
        known.named.retain(once);
        known.alone.retain(once);
    }
}

/// The rate of closed cases, where a figure of closed ones is a share of those taken in.
fn rate<'a>(
    figure: &Figure,
    statistics: &Statistics,
    (path, period): (&'a str, &'a str),
) -> Option<Known<'a>> {
    let whole = figure.percent_of.as_ref()?;
    let whole = statistics.figures.iter().find(|it| it.id.value == whole.value)?;
    let closed = ["办结", "结案"].iter().any(|word| figure.label.value.contains(word));
    let value = figure.value.value / whole.value.value * 100.0;
    let named = ["结案率", "办结率"].map(str::to_owned).to_vec();
    let label = "结案率".to_owned();
    (closed && value.is_finite()).then_some(Known {
        path,
        period,
        label,
        part_of: None,
        named,
        alone: Vec::new(),
        shown: "结案率",
        unit: "%",
        value,
    })
}

/// The place that the site is of, as its title says it: 定远县.
fn home(facts: &Facts<'_>) -> String {
    let title = &facts.site.settings().identity.title;
    let end = title.char_indices().find(|(_, c)| "县区市".contains(*c));
    end.map(|(at, c)| title[..at + c.len_utf8()].to_owned()).unwrap_or_default()
}

/// A text in which 去年 is the year it was then: that before the page's date.
fn dated<'t>(text: &'t str, page: &Page) -> Cow<'t, str> {
    let date = page.head.date.as_ref().filter(|_| text.contains("去年"));
    date.map_or(Cow::Borrowed(text), |date| {
        Cow::Owned(text.replace("去年", &format!("{}年", date.value.year() - 1)))
    })
}

/// The period that the title of a page says its figures are of: 2025年度工作总结, but not 2025年庙会.
fn titled(title: &str) -> Option<Period> {
    const REPORTS: [&str; 10] =
        ["总结", "公示", "公开", "报告", "通报", "数据", "统计", "盘点", "年报", "情况"];
    const EVENTS: [&str; 8] = ["活动", "行动", "专项", "宣传", "现场", "周", "节", "月"];
    let said = Period::said(title);
    let [(_, end, Some(period))] = said.as_slice() else { return None };
    let of_part = EVENTS.iter().any(|word| title[*end..].contains(word)) || narrows(title);
    (!of_part && REPORTS.iter().any(|word| title.contains(word))).then_some(*period)
}

/// A sentence as figures are looked for in it; this county by its name is 全县.
fn read(sentence: &str, home: &str) -> String {
    let sentence = plain(sentence);
    if home.is_empty() { sentence } else { sentence.replace(home, "全县") }
}

/// Whether a period was over when a page was written: before, its figures are not yet those of all.
fn over(page: &Page, period: Period) -> bool {
    page.head.date.as_ref().is_none_or(|date| period.over_on(date.value))
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
    let Known { shown, path, period, .. } = known;
    let [here, value] = [here, known.value].map(|number| (number * 1e4).round() / 1e4);
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
fn in_page(page: &Page, home: &str, book: &Book<'_>, years: &BTreeSet<String>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    // What a page of figures says is of its period; elsewhere the title may say of which.
    let own = period_of(page);
    let title = || titled(&read(&page.head.title.value, home));
    let silent = own.or_else(|| title().filter(|period| over(page, *period)));
    let mut look = |text: &str, span: Span| {
        let text = &*dated(text, page);
        let dated = own.is_some() || silent.is_some() && text.contains("全年");
        let says = || text.contains('年') && years.iter().any(|year| text.contains(year.as_str()));
        if dated || says() {
            in_text((page, home), (text, span), (own, silent), book, &mut found);
        }
    };
    let head = [Some(&page.head.title), page.head.summary.as_ref()];
    let head: Vec<&Spanned<String>> = head.into_iter().flatten().collect();
    head.iter().for_each(|text| look(&text.value, text.span));
    each_leaf(&page.body, &mut |words, span, _| look(words, span));
    // A table whose head says the year is of the county only where the page is of nothing less.
    let summary = page.head.summary.as_ref().map_or("", |summary| summary.value.as_str());
    let county = ![&page.head.title.value, summary].iter().any(|it| narrows(&read(it, home)));
    if silent.is_some() || county {
        tables(page, &page.body.blocks, silent, book, &mut found);
    }
    found
}

/// Figures in running text. `own` is the period of a page of figures, `silent` that of a sentence
/// which says 全年 and no more.
fn in_text(
    (page, home): (&Page, &str),
    (text, span): (&str, Span),
    (own, silent): (Option<Period>, Option<Period>),
    book: &Book<'_>,
    found: &mut Vec<Diagnostic>,
) {
    // 办了三场讲座。共发放手册300份: a sentence that says no time is of what the one before it told.
    let mut event = false;
    for sentence in text.split(['。', '！', '？', '；', '\n']) {
        let sentence = read(sentence, home);
        let whole_year = sentence.starts_with("全年");
        event = !whole_year && (event || of_event(&sentence));
        let first = own.filter(|_| !event).or(silent.filter(|_| whole_year));
        for (period, stretch) in stretches(&sentence, first) {
            if let Some(figures) = book.get(&period)
                && (own.is_some() || over(page, period))
            {
                in_stretch(stretch, span, figures, found);
            }
        }
    }
}

fn in_stretch(
    stretch: Stretch<'_>,
    span: Span,
    figures: &[Known<'_>],
    found: &mut Vec<Diagnostic>,
) {
    for known in figures {
        let Some(said) = said(stretch, known) else { continue };
        if said.differs(known.value) {
            found.push(differs(known, said.number(), span).narrow(said.value.words));
        }
        for (part, value) in parts_said(said.behind, known, figures) {
            if value.differs(part.value) {
                found.push(differs(part, value.value, span).narrow(value.words));
            }
        }
    }
}

/// Without spaces and without words that say no more on this site: 办理法律援助案件 is 办理案件.
fn bare(text: &str) -> String {
    text.replace("法律援助", "").replace([' ', '\u{3000}'], "")
}

#[cfg(test)]
mod tests;
