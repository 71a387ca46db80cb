//! What of a page is searched, taken from the page and not from its HTML, so that another template
//! cannot break the search.

use std::borrow::Cow;

use crate::base::record::Value;
use crate::domain::body::{Leaf, each_leaf_filled};
use crate::domain::kind::Kind;
use crate::domain::kinds::notice::HolderKind;
use crate::domain::page::Page;
use crate::model::site::Site;

/// Front matter that is searched elsewhere, or is nobody's business: who signed, where files lie, a
/// self-check's test paths, which repeat its questions.
const ELSEWHERE: [&str; 13] = [
    "title",
    "keywords",
    "tags",
    "aliases",
    "image",
    "review",
    "summary",
    "laws",
    "checked_by",
    "path",
    "author",
    "source",
    "grade",
];

/// The words of a page by the weight they have.
#[derive(Default)]
pub(super) struct Words {
    pub(super) title: String,
    /// Everyday words, subjects, place: joined by spaces.
    pub(super) keywords: String,
    pub(super) headings: String,
    /// Everything else in reading order, headings included: excerpts are cut from it.
    pub(super) text: String,
}

impl Words {
    /// Forgets the page before.
    pub(super) fn clear(&mut self) {
        let Self { title, keywords, headings, text } = self;
        [title, keywords, headings, text].into_iter().for_each(String::clear);
    }
}

/// What is not text in the tables of a front matter either: an outcome of a self-check names articles
/// as `法律援助法#30`, which nobody should read in an excerpt.
const NO_TEXT: &str = "laws";

/// Gathers the words of a page.
///
/// Of notices only what names the batch and the bodies in it is taken: a lost certificate is no
/// reason to find a person by name for ever (PIPL art. 19).
pub(super) fn words(site: &Site, page: &Page, words: &mut Words) {
    words.clear();
    let Words { title, keywords, headings, text } = words;
    title.push_str(&site.fill(&page.head.title.value));
    for word in page.head.keywords.iter().chain(&page.head.tags) {
        join(keywords, &word.value);
    }
    if let Some(Value::Text(township)) = page.record.get("township").map(|value| &value.value) {
        join(keywords, township);
    }
    if let Kind::Notice(batch) = &page.kind {
        for notice in &batch.notices {
            if notice.holder_kind == Some(HolderKind::Organisation) {
                join(text, &notice.holder.value);
                join(text, &notice.document.value);
            }
        }
        return;
    }
    let fact = |id| site.fact(page, id).to_owned();
    each_leaf_filled(&page.body, &fact, &mut |leaf, _, kind| {
        if kind == Leaf::Heading {
            join(headings, leaf);
        }
        join(text, leaf);
    });
    let record = &page.record;
    for (key, value) in &record.entries {
        if !ELSEWHERE.contains(&&*key.value) {
            front(site, &key.value, &value.value, text);
        }
    }
}

/// Texts in the front matter that people read: those with Chinese in them, and numbers to call.
fn front(site: &Site, key: &str, value: &Value, out: &mut String) {
    match value {
        Value::Text(text) => {
            let text: Cow<'_, str> = site.fill(text);
            if key == "number" || text.chars().any(|c| ('\u{3400}'..='\u{9fff}').contains(&c)) {
                join(out, &text);
            }
        }
        Value::Array(items) => {
            items.iter().for_each(|item| front(site, key, &item.value, out));
        }
        Value::Table(record) => {
            let entries = record.entries.iter().filter(|(key, _)| &*key.value != NO_TEXT);
            entries.for_each(|(key, value)| front(site, &key.value, &value.value, out));
        }
        _ => {}
    }
}

fn join(out: &mut String, words: &str) {
    if !words.is_empty() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(words);
    }
}
