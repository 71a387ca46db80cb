//! A write-up in Word becomes a page of `content/cases/`.
//!
//! Headings are found by the *name* of their style or its outline level, for the ids of styles differ
//! between languages and programs; where a write-up has no styles, short bold paragraphs are headings.
//! The four headings of a case are recognised with their synonyms. Words, tables and lists come over;
//! pictures, notes, comments, formulas and tracked changes do not, and are counted. Citizens' numbers
//! are starred out before anything is kept, and full names are offered for anonymising.

mod document;
mod names;

use self::document::{Block, Document};
use super::front::Front;
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::span::{SourceId, Span};
use crate::domain::identifier::find::conceal;
use crate::domain::kinds::case::{HEADINGS, standard_heading};
use crate::domain::slug::pinyin_slug;
use crate::import::Page;
use crate::say;

/// A page of a write-up; `None` where the file cannot be read.
#[must_use]
pub fn read(bytes: &[u8], source: SourceId, today: Date) -> Reported<Option<Page>> {
    let start = Span::file(source);
    let document = match document::read(bytes) {
        Ok(document) => document,
        Err(wrong) => {
            return Reported::new(
                None,
                vec![Diagnostic::new(Code::ImportUnreadable, start, wrong)],
            );
        }
    };
    let mut found = Vec::new();
    let (title, body) = body(&document, start, &mut found);
    lost(&document, start, &mut found);
    let whole = format!("{title}\n{body}");
    let hidden = conceal(&whole);
    if hidden != whole {
        let message = say!(zh: "文稿里有身份证号，已遮住", en: "the write-up holds an ID number, which was starred out");
        found.push(Diagnostic::new(Code::NumberHidden, start, message));
    }
    let names = names::offered(&hidden);
    if !names.is_empty() {
        let list: Vec<String> =
            names.iter().map(|(name, with)| format!("{name} → {with}")).collect();
        let (zh, en) = (list.join("、"), list.join(", "));
        let message = say!(zh: "可能是真实姓名或单位：{zh}", en: "these may be real names: {en}");
        let hint =
            say!(zh: "核对后在页面里逐个换掉", en: "look at each and replace it on the page");
        found.push(Diagnostic::new(Code::NamesOffered, start, message).hint(hint));
    }
    let (title, body) = hidden.split_once('\n').unwrap_or((&hidden, ""));
    let mut front = Front::default();
    front.text("title", title);
    front.raw("date", &today.to_string());
    front.raw("draft", "true");
    let text = front.page(body);
    Reported::new(Some(Page { section: "cases", stem: pinyin_slug(title, 8), text }), found)
}

/// Title and Markdown of a write-up.
fn body(document: &Document, start: Span, found: &mut Vec<Diagnostic>) -> (String, String) {
    let first = document.blocks.iter().position(|block| !matches!(block, Block::Table(_)));
    // The first paragraph is the title, unless it is a heading of a part already.
    let title = first
        .map(|at| document.blocks[at].words())
        .filter(|words| part(words).is_none() && words.chars().count() <= 80);
    let skip = if title.is_some() { first } else { None };
    let mut out = String::new();
    let mut seen: Vec<&'static str> = Vec::new();
    let mut numbered = 0;
    for (at, block) in document.blocks.iter().enumerate() {
        if Some(at) == skip {
            continue;
        }
        numbered =
            if matches!(block, Block::Item { ordered: true, .. }) { numbered + 1 } else { 0 };
        match block {
            Block::Heading { words, .. } | Block::Bold { words } => {
                if let Some((standard, rest)) = part(words) {
                    seen.push(standard);
                    out.push_str(&format!("\n## {standard}\n"));
                    if !rest.is_empty() {
                        out.push_str(&format!("\n{}\n", escaped(rest)));
                    }
                } else if matches!(block, Block::Heading { .. }) {
                    out.push_str(&format!("\n### {}\n", escaped(words)));
                } else {
                    out.push_str(&format!("\n**{}**\n", escaped(words)));
                }
            }
            // 【案情简介】 in plain type, or with the text behind it on one line.
            Block::Paragraph { words } => {
                match part(words).filter(|(_, rest)| rest.is_empty() || words.starts_with('【')) {
                    Some((standard, rest)) => {
                        seen.push(standard);
                        out.push_str(&format!("\n## {standard}\n"));
                        if !rest.is_empty() {
                            out.push_str(&format!("\n{}\n", escaped(rest)));
                        }
                    }
                    None => out.push_str(&format!("\n{}\n", escaped(words))),
                }
            }
            Block::Item { words, ordered, level } => {
                if !matches!(
                    at.checked_sub(1).map(|at| &document.blocks[at]),
                    Some(Block::Item { .. })
                ) {
                    out.push('\n');
                }
                let indent = "   ".repeat(*level);
                let mark = if *ordered { format!("{}.", numbered.max(1)) } else { "-".to_owned() };
                out.push_str(&format!("{indent}{mark} {}\n", escaped(words)));
            }
            Block::Table(rows) => out.push_str(&table(rows)),
        }
    }
    for names in HEADINGS {
        if !seen.contains(&names[0]) {
            let name = names[0];
            let message =
                say!(zh: "文稿里没有“{name}”这一部分", en: "the write-up has no part {name}");
            found.push(Diagnostic::new(Code::CaseHeading, start, message));
        }
    }
    (title.unwrap_or_else(|| "〔待填：标题〕".to_owned()), out)
}

/// A standard heading at the beginning of a paragraph, and what stands behind it: 一、【案情简介】.
fn part(words: &str) -> Option<(&'static str, &str)> {
    let bare = words.trim();
    let numbered =
        bare.trim_start_matches(|c: char| "一二三四五六七八九十（）()0123456789".contains(c));
    let bare = match numbered.strip_prefix(['、', '.', '．', ' ']) {
        Some(rest) => rest.trim_start(),
        None if numbered.starts_with('【') => numbered,
        None => bare,
    };
    if let Some(inside) = bare.strip_prefix('【') {
        let (name, rest) = inside.split_once('】')?;
        return standard_heading(name.trim())
            .map(|standard| (standard, rest.trim_start_matches(['：', ':', ' ']).trim()));
    }
    let (name, rest) = bare.split_once(['：', ':']).unwrap_or((bare, ""));
    standard_heading(name.trim()).map(|standard| (standard, rest.trim()))
}

fn table(rows: &[Vec<String>]) -> String {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    if width == 0 {
        return String::new();
    }
    let mut out = String::from("\n");
    for (at, row) in rows.iter().enumerate() {
        let cell = |column: usize| {
            row.get(column).map_or(String::new(), |cell| escaped(cell).replace('|', "\\|"))
        };
        let cells: Vec<String> = (0..width).map(cell).collect();
        out.push_str(&format!("| {} |\n", cells.join(" | ")));
        if at == 0 {
            out.push_str(&format!("|{}\n", "---|".repeat(width)));
        }
    }
    out
}

/// Words of the write-up as Markdown that means the same: its own signs escaped.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for (at, c) in words.char_indices() {
        let at_start = at == 0;
        match c {
            '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '{' | '}' => out.extend(['\\', c]),
            '#' | '-' | '+' | '|' if at_start => out.extend(['\\', c]),
            '\n' => out.push_str("  \n"),
            c => out.push(c),
        }
    }
    // 1. at the beginning would make a list of it.
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && matches!(out.as_bytes().get(digits), Some(b'.' | b')')) {
        out.insert(digits, '\\');
    }
    out
}

/// Tells what did not come over.
fn lost(document: &Document, start: Span, found: &mut Vec<Diagnostic>) {
    for (zh, en, count) in &document.lost {
        let message = say!(zh: "没有带过来：{zh} {count} 处", en: "left behind: {en}, {count}");
        found.push(Diagnostic::new(Code::CaseLost, start, message));
    }
}

#[cfg(test)]
mod tests {
    use super::{escaped, part, table};

    #[test]
    fn parts_of_a_case_by_any_name() {
        assert_eq!(part("【案情简介】"), Some(("案情简介", "")));
        assert_eq!(part("一、基本案情"), Some(("案情简介", "")));
        assert_eq!(
            part("（三）案件点评"),
            None,
            "a bracket without a sign behind is no number of a part"
        );
        assert_eq!(part("典型意义：保护了工人"), Some(("典型意义", "保护了工人")));
        assert_eq!(part("张某来访"), None);
    }

    #[test]
    fn words_stay_words() {
        assert_eq!(escaped("1. 张*明_<b>"), "1\\. 张\\*明\\_\\<b\\>");
        assert_eq!(escaped("# 标题"), "\\# 标题");
        let rows = [vec!["月".to_owned(), "钱|元".to_owned()], vec!["三".to_owned()]];
        assert_eq!(table(&rows), "\n| 月 | 钱\\|元 |\n|---|---|\n| 三 |  |\n");
    }
}
