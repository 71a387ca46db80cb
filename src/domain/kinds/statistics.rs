//! 援务公开: figures of a period, with the arithmetic they must satisfy (法律援助法 art. 58).

use std::collections::BTreeSet;

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::record::Fields;
use crate::base::span::{Span, Spanned};
use crate::say;

/// A part of a figure.
#[derive(Clone, Debug)]
pub struct Part {
    /// What it counts.
    pub label: Spanned<String>,
    /// How many.
    pub value: Spanned<f64>,
}

/// A figure.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its name for references: `{{ figure.2020.accepted }}`.
    pub id: Spanned<String>,
    /// What it counts.
    pub label: Spanned<String>,
    /// How many.
    pub value: Spanned<f64>,
    /// 件, 人次, 份.
    pub unit: Option<Spanned<String>>,
    /// Parts that must sum to `value`.
    pub parts: Vec<Part>,
    /// The figure this one is a share of.
    pub percent_of: Option<Spanned<String>>,
    /// The share, in percent; must follow from the two figures when rounded.
    pub percent: Option<Spanned<f64>>,
    /// The year's target in the same unit.
    pub target: Option<Spanned<f64>>,
    /// How much of the target was reached, in percent.
    pub target_percent: Option<Spanned<f64>>,
    /// Where it was written.
    pub at: Span,
}

/// A statistics page.
#[derive(Clone, Debug)]
pub struct Statistics {
    /// The period: 2020, 2026年上半年.
    pub period: Option<Spanned<String>>,
    /// The figures in order.
    pub figures: Vec<Figure>,
}

impl Statistics {
    /// Reads the kind's fields.
    pub fn read(fields: &mut Fields<'_>) -> Self {
        let period = fields.text("period");
        let what = say!(zh: "数字 [[figure]]", en: "figure");
        let figures = fields.groups("figure", &what, read_figure);
        ids_once(&figures, fields);
        Self { period, figures }
    }
}

/// A reference names one figure: an id that stands twice leaves open which.
fn ids_once(figures: &[Figure], fields: &mut Fields<'_>) {
    let mut seen = BTreeSet::new();
    for id in figures.iter().map(|figure| &figure.id) {
        if !seen.insert(&id.value) {
            let name = &id.value;
            fields.report(
                Diagnostic::new(
                    Code::BadValue,
                    id.span,
                    say!(zh: "id `{name}` 用了两次", en: "the id `{name}` is used twice"),
                )
                .hint(say!(
                    zh: "每个数字起一个不同的 id，别处按 id 引用",
                    en: "give each figure an id of its own: it is referred to by it",
                )),
            );
        }
    }
}

fn read_figure(fields: &mut Fields<'_>) -> Option<Figure> {
    let at = fields.at();
    let id = fields.required_text("id", "accepted");
    let label = fields.required_text("label", "办理案件");
    let value = required_number(fields, "value");
    let unit = fields.text("unit");
    let parts = fields.groups("part", &say!(zh: "分项 [[figure.part]]", en: "part"), |part| {
        let label = part.required_text("label", "民事");
        let value = required_number(part, "value");
        Some(Part { label: label?, value: value? })
    });
    let percent_of = fields.text("percent_of");
    let percent = fields.number("percent");
    let target = fields.number("target");
    let target_percent = fields.number("target_percent");
    // A share says of what, and what is named as the whole is there for a share.
    let pairs = [
        (percent.is_some(), percent_of.is_some(), "percent_of", "\"accepted\""),
        (percent_of.is_some(), percent.is_some(), "percent", "78"),
        (target_percent.is_some(), target.is_some(), "target", "900"),
    ];
    for (_, _, key, example) in pairs.into_iter().filter(|(one, other, ..)| *one && !other) {
        if !fields.has(key) {
            fields.missing(key, example);
        }
    }
    Some(Figure {
        id: id?,
        label: label?,
        value: value?,
        unit,
        parts,
        percent_of,
        percent,
        target,
        target_percent,
        at,
    })
}

fn required_number(fields: &mut Fields<'_>, key: &'static str) -> Option<Spanned<f64>> {
    if !fields.has(key) {
        fields.missing(key, "999");
    }
    fields.number(key)
}
