//! What was written in a front matter, and reading it key by key.
//!
//! serde stops at the first fault and loses positions under enums, so records are read by hand:
//! [`Fields`] hands out one key at a time and collects every unknown key, missing key, wrong type
//! and bad value as a finding with its place and a suggestion. A kind's `read` function is then
//! the one place that says which keys it has.

use std::collections::BTreeSet;

use super::code::Code;
use super::date::Date;
use super::diagnostic::Diagnostic;
use super::span::{Span, Spanned};
use super::text::Text;
use crate::say;

/// A value as written.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// `true` or `false`.
    Boolean(bool),
    /// A day. Times of day are refused when reading.
    Date(Date),
    /// A date or time that is no plain day, as written.
    Moment(String),
    /// `[…]`.
    Array(Vec<Spanned<Value>>),
    /// `[table]` or `{…}`.
    Table(Record),
}

impl Value {
    /// What kind of value this is, for messages.
    fn name(&self) -> Text {
        match self {
            Value::Text(_) => say!(zh: "文字", en: "text"),
            Value::Integer(_) => say!(zh: "整数", en: "a whole number"),
            Value::Float(_) => say!(zh: "小数", en: "a fraction"),
            Value::Boolean(_) => say!(zh: "是否（true/false）", en: "true or false"),
            Value::Date(_) => say!(zh: "日期", en: "a date"),
            Value::Moment(_) => say!(zh: "带时刻的日期", en: "a date with a time"),
            Value::Array(_) => say!(zh: "列表", en: "a list"),
            Value::Table(_) => say!(zh: "一组字段", en: "a group of keys"),
        }
    }
}

/// Keys and values in the order they were written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// Key, value, and both places.
    pub entries: Vec<(Spanned<Box<str>>, Spanned<Value>)>,
}

impl Record {
    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Spanned<Value>> {
        self.entries.iter().find(|(name, _)| &*name.value == key).map(|(_, value)| value)
    }

    /// Calls `f` with every text in the record, also inside lists and tables.
    pub fn each_text<'a>(&'a self, f: &mut impl FnMut(&'a str, Span)) {
        fn visit<'a>(value: &'a Spanned<Value>, f: &mut impl FnMut(&'a str, Span)) {
            match &value.value {
                Value::Text(text) => f(text, value.span),
                Value::Array(items) => items.iter().for_each(|item| visit(item, f)),
                Value::Table(record) => record.entries.iter().for_each(|(_, v)| visit(v, f)),
                _ => {}
            }
        }
        self.entries.iter().for_each(|(_, value)| visit(value, f));
    }
}

/// Reads one record key by key.
pub struct Fields<'a> {
    record: &'a Record,
    /// Where to point when a key is missing: the header, or the first line of the front matter.
    at: Span,
    /// What is being read, for messages: 案例页面 / case page.
    what: Text,
    asked: Vec<&'static str>,
    found: &'a mut Vec<Diagnostic>,
}

impl<'a> Fields<'a> {
    /// Starts reading `record`; findings go to `found`.
    pub fn new(record: &'a Record, at: Span, what: Text, found: &'a mut Vec<Diagnostic>) -> Self {
        Self { record, at, what, asked: Vec::new(), found }
    }

    /// Where the record stands.
    #[must_use]
    pub fn at(&self) -> Span {
        self.at
    }

    /// Adds a finding of the reader's own.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Names the thing being read from here on, once its kind is known.
    pub fn describe(&mut self, what: Text) {
        self.what = what;
    }

    /// Whether the key was written at all, of whatever type.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.record.get(key).is_some()
    }

    fn take(&mut self, key: &'static str) -> Option<&'a Spanned<Value>> {
        self.asked.push(key);
        self.record.get(key)
    }

    fn wrong_type(&mut self, key: &str, value: &Spanned<Value>, wanted: &Text, example: &str) {
        let is = value.value.name();
        let (zh, en) = (&wanted.zh, &wanted.en);
        let message = Text {
            zh: format!("字段 `{key}` 应当是{zh}，写的是{}", is.zh),
            en: format!("`{key}` should be {en} but is {}", is.en),
        };
        self.found.push(
            Diagnostic::new(Code::WrongType, value.span, message)
                .hint(say!(zh: "写作 `{key} = {example}`", en: "write `{key} = {example}`")),
        );
    }

    /// Reports that `key` is missing, with an example of how to write it.
    pub fn missing(&mut self, key: &str, example: &str) {
        let what = &self.what;
        let message = Text {
            zh: format!("{}缺少字段 `{key}`", what.zh),
            en: format!("`{key}` is missing from this {}", what.en),
        };
        self.found
            .push(Diagnostic::new(Code::MissingKey, self.at, message).hint(
                say!(zh: "加一行 `{key} = {example}`", en: "add a line `{key} = {example}`"),
            ));
    }

    fn empty(&mut self, at: Span, message: Text) {
        self.found.push(
            Diagnostic::new(Code::EmptyValue, at, message)
                .hint(say!(zh: "填上内容，或删去它", en: "fill it in or delete it")),
        );
    }

    /// Text, where the key is there. Empty text is a finding.
    pub fn text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let value = self.take(key)?;
        match &value.value {
            Value::Text(text) if text.trim().is_empty() => {
                self.empty(value.span, say!(zh: "字段 `{key}` 是空的", en: "`{key}` is empty"));
                None
            }
            Value::Text(text) => Some(Spanned::new(text.clone(), value.span)),
            _ => {
                self.wrong_type(key, value, &say!(zh: "文字", en: "text"), "\"…\"");
                None
            }
        }
    }

    /// Text that must be there.
    pub fn required_text(&mut self, key: &'static str, example: &str) -> Option<Spanned<String>> {
        if !self.has(key) {
            self.asked.push(key);
            self.missing(key, &format!("\"{example}\""));
            return None;
        }
        self.text(key)
    }

    /// A list of texts; one text alone counts as a list of one. Empty texts are findings.
    pub fn texts(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let Some(value) = self.take(key) else { return Vec::new() };
        match &value.value {
            Value::Text(_) => self.text(key).into_iter().collect(),
            Value::Array(items) => items
                .iter()
                .filter_map(|item| match &item.value {
                    Value::Text(text) if text.trim().is_empty() => {
                        let message =
                            say!(zh: "字段 `{key}` 里有空的一项", en: "`{key}` has an empty item");
                        self.empty(item.span, message);
                        None
                    }
                    Value::Text(text) => Some(Spanned::new(text.clone(), item.span)),
                    _ => {
                        let wanted = say!(zh: "文字的列表", en: "a list of texts");
                        self.wrong_type(key, item, &wanted, "[\"…\", \"…\"]");
                        None
                    }
                })
                .collect(),
            _ => {
                let wanted = say!(zh: "文字的列表", en: "a list of texts");
                self.wrong_type(key, value, &wanted, "[\"…\", \"…\"]");
                Vec::new()
            }
        }
    }

    /// A day.
    pub fn date(&mut self, key: &'static str) -> Option<Spanned<Date>> {
        let value = self.take(key)?;
        let wrong = match &value.value {
            Value::Date(date) => return Some(Spanned::new(*date, value.span)),
            // What could not be read as a day was reported where it was read.
            Value::Moment(text) if text.is_empty() => return None,
            Value::Text(text) | Value::Moment(text) => text.clone(),
            _ => {
                self.wrong_type(key, value, &say!(zh: "日期", en: "a date"), "2026-03-02");
                return None;
            }
        };
        let message = say!(
            zh: "字段 `{key}` 应当是不带时刻、不加引号的日期，写的是 {wrong}",
            en: "`{key}` should be a plain date without quotes or a time but is {wrong}",
        );
        self.found.push(
            Diagnostic::new(Code::BadDate, value.span, message)
                .hint(say!(zh: "写作 `{key} = 2026-03-02`", en: "write `{key} = 2026-03-02`")),
        );
        None
    }

    /// A day that must be there.
    pub fn required_date(&mut self, key: &'static str) -> Option<Spanned<Date>> {
        if !self.has(key) {
            self.asked.push(key);
            self.missing(key, "2026-03-02");
            return None;
        }
        self.date(key)
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, key: &'static str) -> Option<Spanned<bool>> {
        let value = self.take(key)?;
        if let Value::Boolean(flag) = value.value {
            return Some(Spanned::new(flag, value.span));
        }
        self.wrong_type(key, value, &say!(zh: "true 或 false", en: "true or false"), "true");
        None
    }

    /// A whole number of at least zero.
    pub fn count(&mut self, key: &'static str) -> Option<Spanned<u64>> {
        let value = self.take(key)?;
        match value.value {
            Value::Integer(number) => {
                if let Ok(number) = u64::try_from(number) {
                    return Some(Spanned::new(number, value.span));
                }
                self.bad_value(value.span, key, &number.to_string(), &["0, 1, 2 …"]);
            }
            _ => self.wrong_type(key, value, &say!(zh: "整数", en: "a whole number"), "12"),
        }
        None
    }

    /// A number, whole or not.
    pub fn number(&mut self, key: &'static str) -> Option<Spanned<f64>> {
        let value = self.take(key)?;
        match value.value {
            #[expect(clippy::cast_precision_loss, reason = "figures are far below 2^52")]
            Value::Integer(number) => Some(Spanned::new(number as f64, value.span)),
            Value::Float(number) if number.is_finite() => Some(Spanned::new(number, value.span)),
            // TOML knows inf and nan; nothing that is counted is one.
            Value::Float(number) => {
                self.bad_value(value.span, key, &number.to_string(), &["12.5"]);
                None
            }
            _ => {
                self.wrong_type(key, value, &say!(zh: "数字", en: "a number"), "12.5");
                None
            }
        }
    }

    /// One of a fixed set of words.
    pub fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        choices: &[(&'static str, T)],
    ) -> Option<Spanned<T>> {
        let text = self.text(key)?;
        if let Some((_, value)) = choices.iter().find(|(word, _)| *word == text.value) {
            return Some(Spanned::new(*value, text.span));
        }
        let words: Vec<_> = choices.iter().map(|(word, _)| *word).collect();
        self.bad_value(text.span, key, &text.value, &words);
        None
    }

    /// Reports a value that is not among those possible.
    pub fn bad_value(&mut self, at: Span, key: &str, value: &str, possible: &[&str]) {
        let mut finding = Diagnostic::new(
            Code::BadValue,
            at,
            say!(zh: "字段 `{key}` 不能是 `{value}`", en: "`{key}` cannot be `{value}`"),
        );
        if let Some(near) = nearest(value, possible.iter().copied()) {
            finding = finding.hint(say!(zh: "是否想写 `{near}`？", en: "did you mean `{near}`?"));
        }
        self.found.push(
            finding.hint(
                say!(zh: "可以写：{list}", en: "possible values: {list}", list list = possible),
            ),
        );
    }

    /// Reads a group of keys `[key]`.
    pub fn group<T>(
        &mut self,
        key: &'static str,
        what: Text,
        read: impl FnOnce(&mut Fields<'_>) -> T,
    ) -> Option<T> {
        let value = self.take(key)?;
        let Value::Table(record) = &value.value else {
            let wanted = say!(zh: "一组字段", en: "a group of keys");
            self.wrong_type(key, value, &wanted, "{ … }");
            return None;
        };
        Some(read_whole(record, value.span, what, self.found, read))
    }

    /// Reads a list of groups `[[key]]`; items for which `read` gives nothing are left out.
    pub fn groups<T>(
        &mut self,
        key: &'static str,
        what: &Text,
        mut read: impl FnMut(&mut Fields<'_>) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = self.take(key) else { return Vec::new() };
        let wanted = say!(zh: "一组或几组 `[[{key}]]`", en: "one or more `[[{key}]]`");
        let Value::Array(items) = &value.value else {
            self.wrong_type(key, value, &wanted, "[{ … }]");
            return Vec::new();
        };
        let mut list = Vec::with_capacity(items.len());
        for item in items {
            if let Value::Table(record) = &item.value {
                let made = read_whole(record, item.span, what.clone(), self.found, &mut read);
                list.extend(made);
            } else {
                self.wrong_type(key, item, &wanted, "[{ … }]");
            }
        }
        list
    }

    /// The raw value of a key, for keys with a shape of their own.
    pub fn raw(&mut self, key: &'static str) -> Option<&'a Spanned<Value>> {
        self.take(key)
    }

    /// Ends the reading: keys nobody asked for are findings, with the nearest known key. What the
    /// keys are compared with is made once: a slip of the pen may leave fifty thousand of them.
    pub fn finish(self) {
        let asked: BTreeSet<&str> = self.asked.iter().copied().collect();
        let unknown = |key: &str| !asked.contains(key);
        let entries = &self.record.entries;
        if !entries.iter().any(|(key, _)| unknown(&key.value)) {
            return;
        }
        let written: BTreeSet<&str> = entries.iter().map(|(key, _)| &*key.value).collect();
        let free: Vec<&str> = asked.iter().copied().filter(|key| !written.contains(key)).collect();
        let all: Vec<&str> = asked.iter().copied().collect();
        let all = say!(zh: "可以用的字段：{list}", en: "known keys: {list}", list list = all);
        for (key, _) in entries.iter().filter(|(key, _)| unknown(&key.value)) {
            let name = &key.value;
            let what = &self.what;
            let finding = Diagnostic::new(
                Code::UnknownKey,
                key.span,
                say!(zh: "未知字段 `{name}`", en: "unknown key `{name}`"),
            )
            .label(
                key.span,
                Text {
                    zh: format!("{}没有这个字段", what.zh),
                    en: format!("a {} has no such key", what.en),
                },
            );
            self.found.push(match nearest(name, free.iter().copied()) {
                Some(near) => {
                    finding.hint(say!(zh: "是否想写 `{near}`？", en: "did you mean `{near}`?"))
                }
                None => finding.hint(all.clone()),
            });
        }
    }
}

fn read_whole<T>(
    record: &Record,
    at: Span,
    what: Text,
    found: &mut Vec<Diagnostic>,
    read: impl FnOnce(&mut Fields<'_>) -> T,
) -> T {
    let mut fields = Fields::new(record, at, what, found);
    let value = read(&mut fields);
    fields.finish();
    value
}

/// The word nearest to `word`, where one is near enough to be a slip of the pen.
#[must_use]
pub fn nearest<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let length = word.chars().count();
    words
        .filter_map(|known| {
            let known_length = known.chars().count();
            let most = (known_length / 3).max(1);
            // The distance is never less than the difference in length, which is soon known.
            let near = known_length.abs_diff(length) <= most;
            near.then(|| (strsim::damerau_levenshtein(word, known), known))
                .filter(|(distance, _)| *distance <= most)
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}
