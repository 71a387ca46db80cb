//! 宣传活动: when, where, on what occasion, and what was handed out.

use crate::base::date::Date;
use crate::base::record::{Fields, Value};
use crate::base::span::Spanned;
use crate::say;

/// Something handed out.
#[derive(Clone, Debug)]
pub struct HandedOut {
    /// What: 宣传手册.
    pub label: Spanned<String>,
    /// How many.
    pub count: Spanned<f64>,
    /// 份, 个.
    pub unit: Option<Spanned<String>>,
}

/// An event page.
#[derive(Clone, Debug)]
pub struct Event {
    /// The day it is held, where it is one day.
    pub day: Option<Spanned<Date>>,
    /// When, in words: 2026年12月4日上午.
    pub when: Option<Spanned<String>>,
    /// Where.
    pub place: Option<Spanned<String>>,
    /// Occasion: 12·4 宪法宣传日, 三下乡.
    pub theme: Option<Spanned<String>>,
    /// What was handed out.
    pub handed_out: Vec<HandedOut>,
}

impl Event {
    /// Reads the kind's fields. `when` is a day or words.
    pub fn read(fields: &mut Fields<'_>) -> Self {
        let is_day = fields.raw("when").is_some_and(|value| matches!(value.value, Value::Date(_)));
        let (day, when) =
            if is_day { (fields.date("when"), None) } else { (None, fields.text("when")) };
        Self {
            day,
            when,
            place: fields.text("where"),
            theme: fields.text("theme"),
            handed_out: fields.groups(
                "handed_out",
                &say!(zh: "发放物品 [[handed_out]]", en: "thing handed out"),
                |item| {
                    let label = item.required_text("label", "宣传手册");
                    if !item.has("count") {
                        item.missing("count", "500");
                    }
                    let count = item.number("count");
                    let unit = item.text("unit");
                    Some(HandedOut { label: label?, count: count?, unit })
                },
            ),
        }
    }
}
