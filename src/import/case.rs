//! A write-up in Word becomes a page of `content/cases/`.
//!
//! Headings are found by the *name* of their style or its outline level, for the ids of styles differ
//! between languages and programs (`style`); where a write-up has no styles, short paragraphs in bold or
//! larger type are headings. The four headings of a case are recognised with their synonyms (`part`).
//! Words, tables and lists come over; pictures, notes, comments, formulas and tracked changes do not,
//! and are counted (`document`). Citizens' numbers are starred out before anything is kept, and full
//! names are offered for anonymising (`names`).

mod document;
mod names;
mod part;
mod style;
mod writer;

use std::borrow::Cow;

use self::document::Document;
use self::writer::written;
use super::front::Front;
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::span::{SourceId, Span};
use crate::domain::identifier::find::conceal;
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
    let (title, body) = written(&document, start, &mut found);
    lost(&document, start, &mut found);
    let whole = format!("{title}\n{body}");
    let hidden = conceal(&whole);
    if hidden != whole || matches!(conceal(&document.words()), Cow::Owned(_)) {
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
    let stem = pinyin_slug(title, 8);
    Reported::new(Some(Page { section: "cases", base: Some(stem.clone()), stem, text }), found)
}

/// Tells what did not come over.
fn lost(document: &Document, start: Span, found: &mut Vec<Diagnostic>) {
    for (zh, en, count) in &document.lost {
        let message = say!(zh: "没有带过来：{zh} {count} 处", en: "left behind: {en}, {count}");
        found.push(Diagnostic::new(Code::CaseLost, start, message));
    }
}
