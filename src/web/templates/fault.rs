//! Tera's faults as findings in the template's own file and line, for clerks.
//!
//! What Tera finds while it reads one template carries its place as data; what it finds while it
//! looks across templates (an include, a filter, a block that is not there) comes as one text with a
//! report for each, and is taken apart here, so that all are said at once and each where it stands.

use std::collections::BTreeMap;
use std::ops::Range;

use tera::ErrorKind;

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::base::theme::ThemeFile;
use crate::say;

/// The templates by their names.
pub(super) type Sources = BTreeMap<String, ThemeFile>;

/// What is wrong, in which template, and where in it.
struct Fault {
    message: String,
    file: String,
    at: Range<usize>,
}

/// A finding for each fault of an error met while `rendering` was filled.
pub(super) fn findings(sources: &Sources, error: &tera::Error, rendering: &str) -> Vec<Diagnostic> {
    faults(sources, error, rendering).iter().map(|fault| finding(sources, fault)).collect()
}

fn faults(sources: &Sources, error: &tera::Error, rendering: &str) -> Vec<Fault> {
    let whole = |file: &str| {
        let message = error.to_string();
        let message = message.lines().next().unwrap_or_default().to_owned();
        vec![Fault { message, file: file.to_owned(), at: 0..0 }]
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => vec![Fault {
            message: report.message().to_owned(),
            file: report.filename().to_owned(),
            at: report.span().range.clone(),
        }],
        ErrorKind::MissingParent { current, .. } => whole(current),
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            whole(tpl)
        }
        _ => {
            let told = reports(sources, &error.to_string());
            if told.is_empty() { whole(rendering) } else { told }
        }
    }
}

/// The reports of a text: `error: …`, ` --> file:line:column`, and carets under what is meant.
fn reports(sources: &Sources, text: &str) -> Vec<Fault> {
    let mut found = Vec::new();
    for report in text.split("error: ").skip(1) {
        let mut lines = report.lines();
        let Some(message) = lines.next() else { continue };
        let place = lines.next().and_then(|line| line.trim_start().strip_prefix("--> "));
        let Some((file, line, column)) = place.and_then(numbers) else { continue };
        let Some(source) = sources.get(file) else { continue };
        let carets = report.chars().filter(|c| *c == '^').count();
        let at = offset(&source.text, line, column).unwrap_or_default();
        let end = source.text[at..].chars().take(carets).map(char::len_utf8).sum::<usize>();
        found.push(Fault { message: message.to_owned(), file: file.to_owned(), at: at..at + end });
    }
    found
}

/// `foot.html:43:12`
fn numbers(place: &str) -> Option<(&str, usize, usize)> {
    let (rest, column) = place.trim().rsplit_once(':')?;
    let (file, line) = rest.rsplit_once(':')?;
    Some((file, line.parse().ok()?, column.parse().ok()?))
}

/// The byte of a line and a column, both from 1, columns in characters.
fn offset(text: &str, line: usize, column: usize) -> Option<usize> {
    let start: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let within = text.get(start..)?.char_indices().nth(column.checked_sub(1)?);
    within.map(|(at, _)| start + at)
}

fn finding(sources: &Sources, fault: &Fault) -> Diagnostic {
    let message = fault.message.strip_prefix("error: ").unwrap_or(&fault.message);
    let plain = in_chinese(message).unwrap_or_else(|| message.to_owned());
    let said = say!(zh: "网页模板出错：{plain}", en: "the template fails: {message}");
    let place = sources.get(&fault.file).map(|file| {
        let length = file.text.len();
        Span::new(file.source, fault.at.start.min(length)..fault.at.end.min(length))
    });
    let mut finding = Diagnostic::general(Code::WebTemplate, said);
    finding.at = place;
    finding.hint(say!(
        zh: "照 docs/templates.md 核对名字；删去自己的模板即恢复默认",
        en: "compare the names with docs/templates.md; delete your template to get the default back",
    ))
}

/// The usual mistakes in Chinese; of others Tera's own words are given.
fn in_chinese(message: &str) -> Option<String> {
    const SAID: [(&str, &str); 7] = [
        ("Unknown template ", "没有这个模板："),
        ("Unknown filter ", "没有这个过滤器："),
        ("Unknown test ", "没有这个判断："),
        ("Unknown function ", "没有这个函数："),
        ("Unknown component ", "没有这个组件："),
        ("Block ", "上级模板里没有这个 block："),
        ("Unknown tag", "不认识的标签，或者前面有 if、for 没有结束"),
    ];
    let (start, words) = SAID.iter().find(|(start, _)| message.starts_with(start))?;
    let name = message[start.len()..].split('`').nth(1);
    Some(format!("{words}{}", name.map_or(String::new(), |name| format!("`{name}`"))))
}
