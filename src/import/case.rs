//! A write-up in Word becomes a page of `content/cases/`.
//!
//! Headings are found by the *name* of their style or its outline level, for the ids of styles differ
//! between languages and programs (`style`); where a write-up has no styles, short paragraphs in bold or
//! larger type are headings. The four headings of a case are recognised with their synonyms (`part`), also
//! as the first cells of a form (`form`); what stands above the text is not all title (`title`). Words,
//! tables, lists and notes come over; pictures, comments, formulas and what was struck out do not, and are
//! told with their places (`document`). Citizens' numbers are starred out before anything is kept, and full
//! names are offered for anonymising (`names`).

mod document;
mod form;
mod names;
mod part;
mod stem;
mod style;
mod title;
mod writer;

use std::borrow::Cow;

use self::document::{Document, Loss};
use self::writer::written;
use super::front::Front;
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::span::{SourceId, Span};
use crate::domain::identifier::find::conceal;
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
    let stem = stem::stem(title, today);
    Reported::new(Some(Page { section: "cases", base: Some(stem.clone()), stem, text }), found)
}

/// Tells what did not come over, and what did otherwise than it stood.
fn lost(document: &Document, start: Span, found: &mut Vec<Diagnostic>) {
    for loss in &document.losses {
        let Loss { zh, en, count, places, kept } = loss;
        let (mut at_zh, mut at_en) = (String::new(), String::new());
        for (at, place) in places.iter().enumerate() {
            at_zh.push_str(if at == 0 { "，在" } else { "、" });
            at_zh.push_str(&place.zh);
            at_en.push_str(if at == 0 { ": " } else { ", " });
            at_en.push_str(&place.en);
        }
        if places.len() < *count && !places.is_empty() {
            at_zh.push('等');
            at_en.push('…');
        }
        let (code, message) = if *kept {
            let message = say!(zh: "带过来了，与原样不同：{zh}，{count} 处{at_zh}", en: "taken in otherwise than it stood: {en}, {count}{at_en}");
            (Code::CaseChanged, message)
        } else {
            let message = say!(zh: "没有带过来：{zh} {count} 处{at_zh}", en: "left behind: {en}, {count}{at_en}");
            (Code::CaseLost, message)
        };
        found.push(Diagnostic::new(code, start, message));
    }
}
