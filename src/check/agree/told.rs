//! Articles that tell one figure of the whole county two ways (C334), where no page of figures has it.
//!
//! Without a register nobody knows which is right, so both must say that they are of the county or of
//! the centre as a whole, and both be written when the period was over.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rayon::prelude::*;

use super::said::{Said, Stretch, named, plain, said, stretches};
use super::{Book, Known, Period, dated, home, over, read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::look::words::Words;
use crate::base::span::Span;
use crate::check::Facts;
use crate::domain::body::each_leaf;
use crate::domain::kind::KindName;
use crate::domain::page::Page;
use crate::say;

/// What articles tell of a year's work.
const FIGURES: [(&str, &str); 10] = [
    ("办理案件", "件"),
    ("受理案件", "件"),
    ("办结案件", "件"),
    ("解答咨询", "人次"),
    ("接待咨询", "人次"),
    ("发放手册", "份"),
    ("受援人", "人"),
    ("挽回经济损失", "万元"),
    ("举办讲座", "场"),
    ("结案率", "%"),
];

/// The same as figures without a value.
static KNOWN: LazyLock<Vec<Known<'static>>> = LazyLock::new(|| {
    let known = |(label, unit): &(&'static str, &'static str)| {
        let (named, alone) = named(label, None);
        let (label, shown, unit) = ((*label).to_owned(), *label, *unit);
        Known { path: "", period: "", label, part_of: None, named, alone, shown, unit, value: 0.0 }
    };
    FIGURES.iter().map(known).collect()
});

/// Words one of which every sentence about such a figure has.
static SUBJECTS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(&["案件", "办案", "结案", "办结", "咨询", "手册", "受援人", "损失", "讲座"])
});

/// By which a number is that of all: of the county, or of the centre.
const WHOLE: [&str; 8] =
    ["全县", "我县", "本县", "本中心", "我中心", "县中心", "，中心", "援助中心"];

/// What one page tells: of which period, which figure, in what words.
struct Told {
    period: Period,
    figure: usize,
    value: f64,
    /// The values it may be.
    within: f64,
    words: String,
    span: Span,
}

/// Every figure that two pages tell two ways; the later page is told.
pub(super) fn articles(facts: &Facts<'_>, book: &Book<'_>, found: &mut Vec<Diagnostic>) {
    use KindName::{Article, Event, Page as Plain};
    let home = home(facts);
    let pages = facts.site.shared().par_iter();
    let told: Vec<(&str, Vec<Told>)> = pages
        .filter(|page| matches!(page.kind.name(), Article | Event | Plain))
        .map(|page| (page.path.as_ref(), in_page(page, &home, book)))
        .collect();
    let mut first: BTreeMap<(Period, usize), (&str, Told)> = BTreeMap::new();
    for (path, told) in told {
        for told in told {
            match first.get(&(told.period, told.figure)) {
                None => {
                    first.insert((told.period, told.figure), (path, told));
                }
                Some((other, before)) if *other != path => {
                    let off = (told.value - before.value).abs();
                    if off > told.within + before.within + 1e-9 {
                        found.push(differ(&told, before, other));
                    }
                }
                Some(_) => {}
            }
        }
    }
}

fn in_page(page: &Page, home: &str, book: &Book<'_>) -> Vec<Told> {
    let mut told = Vec::new();
    let mut look = |text: &str, span: Span| {
        let text = &*dated(text, page);
        // A first look, for nearly every text tells no such figure.
        if !text.contains('年') || !text.contains(['县', '心']) {
            return;
        }
        for sentence in text.split(['。', '！', '？', '；', '\n']) {
            if !SUBJECTS.any(sentence) || !sentence.contains('年') {
                continue;
            }
            let sentence = read(sentence, home);
            for (period, stretch) in stretches(&sentence, None) {
                if over(page, period) {
                    in_stretch(period, stretch, span, book, &mut told);
                }
            }
        }
    };
    if let Some(summary) = &page.head.summary {
        look(&summary.value, summary.span);
    }
    each_leaf(&page.body, &mut |words, span, _| look(words, span));
    told
}

fn in_stretch(
    period: Period,
    stretch: Stretch<'_>,
    span: Span,
    book: &Book<'_>,
    told: &mut Vec<Told>,
) {
    for (figure, known) in KNOWN.iter().enumerate() {
        let registered = || {
            let mut figures = book.get(&period).into_iter().flatten();
            figures.any(|other| other.unit == known.unit && plain(&other.label) == known.label)
        };
        let Some(said) = said(stretch, known).filter(|said| of_all(said) && !registered()) else {
            continue;
        };
        let (value, within) = (said.number(), said.within());
        told.push(Told { period, figure, value, within, words: said.value.words.to_owned(), span });
    }
}

fn of_all(said: &Said<'_>) -> bool {
    WHOLE.iter().any(|word| said.between.contains(word)) || said.between.starts_with("中心")
}

fn differ(told: &Told, before: &Told, other: &str) -> Diagnostic {
    let (label, _) = FIGURES[told.figure];
    let (here, there) = (&told.words, &before.words);
    Diagnostic::new(
        Code::FigureDiffers,
        told.span,
        say!(
            zh: "同一时期的“{label}”这里是 {here}，{other} 里是 {there}",
            en: "“{label}” of the same period is {here} here and {there} in {other}",
        ),
    )
    .narrow(here)
    .hint(say!(
        zh: "与台账核对，改成一样的；写进援务公开的页面，正文引用它，只改一处",
        en: "compare with the register and make them one; in a page of figures it is kept in one place",
    ))
}
