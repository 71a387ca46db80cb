//! TOML becomes a [`Record`] with a place for every key and value.
//!
//! The `toml` crate parses; its own messages are English, count bytes and cascade, so they are
//! never shown alone: each faulty line is looked at here for the slips people really make
//! (full-width signs, curly quotes, impossible days, a key written twice) and said in words.

use std::ops::Range;

use ::toml::Spanned as TomlSpanned;
use ::toml::de::{DeTable, DeValue};

use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::record::{Record, Value};
use crate::base::span::{SourceId, Span, Spanned};
use crate::say;

/// Reads `text[range]` as TOML; all places are places in `text`.
#[must_use]
pub fn record(source: SourceId, text: &str, range: Range<usize>) -> Reported<Record> {
    let offset = range.start;
    let part = &text[range];
    let (table, errors) = DeTable::parse_recoverable(part);
    let place = Places { source, offset };
    let found = explain(part, &errors, &place);
    Reported::new(place.record(table.get_ref()), found)
}

/// Turns ranges of the part into spans of the file.
struct Places {
    source: SourceId,
    offset: usize,
}

impl Places {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, self.offset + range.start..self.offset + range.end)
    }

    fn record(&self, table: &DeTable<'_>) -> Record {
        let mut entries: Vec<_> = table
            .iter()
            .map(|(key, value)| {
                let name = Spanned::new(key.get_ref().as_ref().into(), self.span(key.span()));
                (name, self.value(value))
            })
            .collect();
        entries.sort_by_key(|(key, _): &(Spanned<Box<str>>, _)| key.span.start);
        Record { entries }
    }

    fn value(&self, value: &TomlSpanned<DeValue<'_>>) -> Spanned<Value> {
        let span = self.span(value.span());
        let value = match value.get_ref() {
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Integer(number) => {
                let digits = number.as_str();
                match i64::from_str_radix(digits, number.radix()) {
                    Ok(number) => Value::Integer(number),
                    Err(_) => Value::Float(digits.parse().unwrap_or(f64::INFINITY)),
                }
            }
            DeValue::Float(number) => Value::Float(number.as_str().parse().unwrap_or(f64::NAN)),
            DeValue::Boolean(flag) => Value::Boolean(*flag),
            DeValue::Datetime(moment) => moment_value(moment),
            DeValue::Array(items) => {
                Value::Array(items.iter().map(|item| self.value(item)).collect())
            }
            DeValue::Table(table) => Value::Table(self.record(table)),
        };
        Spanned::new(value, span)
    }
}

fn moment_value(moment: &::toml::value::Datetime) -> Value {
    let plain = moment.time.is_none() && moment.offset.is_none();
    let date = moment.date.filter(|_| plain).and_then(|date| {
        let year = i16::try_from(date.year).ok()?;
        let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
        Date::new(year, month, day)
    });
    date.map_or_else(|| Value::Moment(moment.to_string()), Value::Date)
}

/// One finding for each line that is surely wrong, and for the first fault that is none of the
/// usual slips; the parser's later complaints follow from the earlier ones.
fn explain(part: &str, errors: &[::toml::de::Error], place: &Places) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut lines: Vec<usize> = Vec::new();
    let mut unknown = false;
    for error in errors {
        let range = error.span().unwrap_or(0..part.len().min(1));
        let start = floor(part, range.start.min(part.len()));
        let line_start = part[..start].rfind('\n').map_or(0, |newline| newline + 1);
        if lines.contains(&line_start) {
            continue;
        }
        let line_end = part[start..].find('\n').map_or(part.len(), |length| start + length);
        let line = &part[line_start..line_end];
        if let Some(finding) = usual_slip(line, line_start, error.message(), &range, place) {
            lines.push(line_start);
            found.push(finding);
        } else if !unknown {
            unknown = true;
            lines.push(line_start);
            let end = range.end.clamp(start, line_end.max(start));
            found.push(unusual(line, place.span(start..ceil(part, end)), error.message()));
        }
    }
    found
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn ceil(text: &str, mut at: usize) -> usize {
    while at < text.len() && !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

fn usual_slip(
    line: &str,
    line_start: usize,
    message: &str,
    range: &Range<usize>,
    place: &Places,
) -> Option<Diagnostic> {
    if let Some((at, wrong, right)) = full_width(line) {
        let span = place.span(line_start + at..line_start + at + wrong.len_utf8());
        return Some(
            Diagnostic::new(
                Code::FullWidthSign,
                span,
                say!(zh: "`{wrong}` 是全角符号", en: "`{wrong}` is a full-width sign"),
            )
            .hint(say!(zh: "改成英文半角的 `{right}`", en: "use the plain `{right}`")),
        );
    }
    if let Some((at, day)) = impossible_day(line) {
        let span = place.span(line_start + at..line_start + at + day.len());
        return Some(
            Diagnostic::new(
                Code::BadDate,
                span,
                say!(zh: "没有 {day} 这一天", en: "there is no day {day}"),
            )
            .hint(say!(
                zh: "写作 2026-03-02：月和日各两位，且确有这一天",
                en: "write 2026-03-02: two digits each for month and day, a day that exists",
            )),
        );
    }
    if message.contains("duplicate key") {
        let key = line.split('=').next().unwrap_or(line).trim();
        return Some(
            Diagnostic::new(
                Code::DuplicateKey,
                place.span(range.clone()),
                say!(zh: "字段 `{key}` 前面已经写过", en: "`{key}` was written before"),
            )
            .hint(
                say!(zh: "留下对的一行，删去另一行", en: "keep the right line, delete the other"),
            ),
        );
    }
    None
}

/// A full-width sign outside straight quotes: where, which, and what it should be.
fn full_width(line: &str) -> Option<(usize, char, char)> {
    let mut quoted = None;
    for (at, c) in line.char_indices() {
        match (quoted, c) {
            (None, '"' | '\'') => quoted = Some(c),
            (Some(open), c) if c == open => quoted = None,
            (None, '#') => return None,
            (None, '＝') => return Some((at, c, '=')),
            (None, '“' | '”' | '＂' | '「' | '」') => return Some((at, c, '"')),
            (None, '‘' | '’') => return Some((at, c, '\'')),
            (None, '：') => return Some((at, c, '=')),
            (None, '，') => return Some((at, c, ',')),
            (None, '［' | '【') => return Some((at, c, '[')),
            (None, '］' | '】') => return Some((at, c, ']')),
            _ => {}
        }
    }
    None
}

/// A value shaped like a day that does not exist: where and what.
fn impossible_day(line: &str) -> Option<(usize, &str)> {
    let (key, value) = line.split_once('=')?;
    let value = value.split('#').next().unwrap_or(value);
    let day = value.trim();
    let mut parts = day.split(['-', '/', '.']);
    let shaped = parts.next().is_some_and(|year| year.len() == 4)
        && parts.next().is_some_and(|month| matches!(month.len(), 1 | 2))
        && parts.next().is_some_and(|day| matches!(day.len(), 1 | 2))
        && parts.next().is_none()
        && day.chars().all(|c| c.is_ascii_digit() || "-/.".contains(c));
    let at = key.len() + 1 + value.find(day)?;
    (shaped && Date::parse(day).is_none()).then_some((at, day))
}

fn unusual(line: &str, at: Span, message: &str) -> Diagnostic {
    let value = line.split_once('=').map(|(_, value)| value.trim());
    let (zh, en) = match value {
        None if line.trim_start().starts_with('[') => (
            "方括号要成对，名字用英文：`[review]`、`[[notice]]`",
            "brackets come in pairs around a plain name: `[review]`, `[[notice]]`",
        ),
        None => ("一行写成 `键 = 值`", "write each line as `key = value`"),
        Some("") => ("等号后面还没有值", "there is no value after the equals sign"),
        Some(value) if value.starts_with('"') => (
            "文字的引号没有配对，或里面有引号：里面的引号写成 “ ” 或 \\\"",
            "the quotes do not pair; inside text write \\\" or “ ”",
        ),
        Some(value) if value.starts_with('[') => (
            "列表写作 `[\"甲\", \"乙\"]`，每项之间用英文逗号",
            "write a list as `[\"a\", \"b\"]` with plain commas",
        ),
        Some(_) => (
            "文字要用英文双引号括起来：`键 = \"值\"`",
            "text stands in straight double quotes: `key = \"value\"`",
        ),
    };
    let message = message.lines().next().unwrap_or("").to_owned();
    Diagnostic::new(
        Code::TomlSyntax,
        at,
        say!(zh: "这一行读不懂", en: "this line cannot be read: {message}", message = message),
    )
    .hint(say!(zh: "{zh}", en: "{en}"))
}

#[cfg(test)]
mod tests {
    use super::record;
    use crate::base::code::Code;
    use crate::base::record::Value;
    use crate::base::span::SourceId;

    fn findings(text: &str) -> Vec<(Code, String)> {
        let read = record(SourceId(0), text, 0..text.len());
        let said = |finding: &crate::base::diagnostic::Diagnostic| {
            (finding.code, text[finding.at.unwrap().range()].to_owned())
        };
        read.diagnostics.iter().map(said).collect()
    }

    #[test]
    fn slips_are_named_with_their_place() {
        for (text, code, mark) in [
            ("title ＝ \"x\"", Code::FullWidthSign, "＝"),
            ("title = “x”", Code::FullWidthSign, "“"),
            ("date = 2026-02-30", Code::BadDate, "2026-02-30"),
            ("date = 2026-3-2", Code::BadDate, "2026-3-2"),
            ("title = \"a\"\ntitle = \"b\"", Code::DuplicateKey, "title"),
        ] {
            assert_eq!(findings(text), [(code, mark.to_owned())], "{text}");
        }
        assert_eq!(findings("title = x y\n")[0].0, Code::TomlSyntax);
        assert!(findings("title = \"“好”＝：\" # ＝").is_empty(), "inside quotes all is well");
    }

    #[test]
    fn several_faults_at_once_and_the_rest_is_read() {
        let text = "a = “x”\ndate = 2026-13-01\nb = 3\n";
        let codes: Vec<_> = findings(text).into_iter().map(|(code, _)| code).collect();
        assert_eq!(codes, [Code::FullWidthSign, Code::BadDate]);
        let read = record(SourceId(0), text, 0..text.len());
        assert_eq!(read.value.get("b").map(|b| &b.value), Some(&Value::Integer(3)));
    }

    #[test]
    fn keys_keep_their_order() {
        let text = "z = 1\na = 2\n[m]\nk = true\n";
        let read = record(SourceId(0), text, 0..text.len()).value;
        let keys: Vec<_> = read.entries.iter().map(|(key, _)| &*key.value).collect();
        assert_eq!(keys, ["z", "a", "m"]);
    }
}
