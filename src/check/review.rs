//! Who signed a page (C345), and whether it was changed since (C346).

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::fingerprint::Fingerprint;
use crate::base::record::Value;
use crate::domain::body::{each_leaf, each_title};
use crate::domain::page::{Page, Review};
use crate::domain::settings::Signer;
use crate::say;

pub(super) fn signed(facts: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let page = read.page;
    if facts.settings.review.is_empty() || page.is_index() {
        return;
    }
    let review = page.head.review.as_ref();
    for signer in &facts.settings.review {
        let (key, who, signed) = match signer {
            Signer::Editor => ("editor", "编辑", review.and_then(|review| review.editor.as_ref())),
            Signer::Legal => {
                ("legal", "法律审核人", review.and_then(|review| review.legal.as_ref()))
            }
            Signer::Chief => ("chief", "负责人", review.and_then(|review| review.chief.as_ref())),
        };
        if signed.is_none() {
            found.push(
                Diagnostic::new(
                    Code::NotReviewed,
                    page.head.title.span,
                    say!(zh: "{who}没有签字", en: "`{key}` has not signed"),
                )
                .hint(say!(
                    zh: "看过以后在 [review] 里写 `{key} = \"姓名\"` 和 `on`",
                    en: "after reading it write `{key} = \"…\"` and `on` in [review]",
                )),
            );
        }
    }
    // Signatures without a day do not say which text was read; a day to come says nothing either.
    let undated = review.filter(|review| {
        let signed =
            [&review.editor, &review.legal, &review.chief].into_iter().any(Option::is_some);
        signed && review.on.as_ref().is_none_or(|on| on.value > facts.today)
    });
    if let Some(review) = undated {
        let at = review.on.as_ref().map_or(page.head.title.span, |on| on.span);
        let message = match &review.on {
            None => say!(zh: "[review] 没有写审核日期 on", en: "[review] has no day `on`"),
            Some(_) => say!(zh: "审核日期还没有到", en: "the day of the review lies ahead"),
        };
        found.push(Diagnostic::new(Code::NotReviewed, at, message).hint(say!(
            zh: "on 写最后一位看完的那天，例如 on = 2026-11-01",
            en: "`on` is the day the last of them had read it, such as on = 2026-11-01",
        )));
    }
}

pub(super) fn changed(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Some(review) = &read.page.head.review else { return };
    found.extend(changed_later(review, read.page));
    found.extend(another_text(review, read.page));
}

/// A page that says itself that it was changed after the review.
fn changed_later(review: &Review, page: &Page) -> Option<Diagnostic> {
    let (on, updated) = (review.on.as_ref()?, page.head.updated.as_ref()?);
    if updated.value <= on.value {
        return None;
    }
    let (signed, changed) = (on.value, updated.value);
    let message = say!(
        zh: "{changed} 改过，审核是 {signed} 做的",
        en: "changed on {changed}, reviewed on {signed}",
    );
    let finding = Diagnostic::new(Code::ChangedSince, updated.span, message)
        .label(on.span, say!(zh: "审核日期", en: "the review"))
        .hint(say!(
            zh: "请审核人再看一遍，把 on 改成重看的那天",
            en: "have it read again and set `on` to that day",
        ));
    Some(finding)
}

/// A page whose text is not the one that was signed, whatever its dates say. Nobody is made to name a
/// version; who does is told of every change of a word.
fn another_text(review: &Review, page: &Page) -> Option<Diagnostic> {
    let signed = review.version.as_ref()?;
    let present = version(page);
    if signed.value.trim() == present {
        return None;
    }
    // `?`, before the name of a version is known.
    let message = if !signed.value.contains('-') {
        say!(zh: "没有写签的是哪一版", en: "which text was signed is not said")
    } else {
        say!(zh: "签字以后内容又改过", en: "the text is not the one that was signed")
    };
    Some(Diagnostic::new(Code::ChangedSince, signed.span, message).hint(say!(
        zh: "请审核人看过现在的文字，再写 `version = \"{present}\"`",
        en: "have the present text read, then write `version = \"{present}\"`",
    )))
}

/// Keys that say nothing to readers.
const BESIDE: [&str; 4] = ["review", "allow", "updated", "draft"];

/// A short name for all that a page tells its readers: its text, its links and its front matter. How
/// the words are broken into lines does not matter.
fn version(page: &Page) -> String {
    let mut told = String::new();
    each_leaf(&page.body, &mut |text, _, _| told.push_str(text));
    each_title(&page.body, &mut |text, _| told.push_str(text));
    page.body.links.iter().for_each(|link| told.push_str(&link.address));
    page.body.facts.iter().for_each(|fact| told.push_str(&fact.name));
    for (key, value) in &page.record.entries {
        if !BESIDE.contains(&&*key.value) {
            told.push_str(&key.value);
            tell(&value.value, &mut told);
        }
    }
    told.retain(|c| !c.is_whitespace());
    Fingerprint::of(told.as_bytes()).short()
}

/// A value of the front matter without its place.
fn tell(value: &Value, out: &mut String) {
    match value {
        Value::Text(text) | Value::Moment(text) => out.push_str(text),
        Value::Integer(number) => out.push_str(&number.to_string()),
        Value::Float(number) => out.push_str(&number.to_string()),
        Value::Boolean(is) => out.push_str(if *is { "true" } else { "false" }),
        Value::Date(day) => out.push_str(&day.to_string()),
        Value::Array(list) => list.iter().for_each(|value| {
            tell(&value.value, out);
            out.push(';');
        }),
        Value::Table(record) => record.entries.iter().for_each(|(key, value)| {
            out.push_str(&key.value);
            tell(&value.value, out);
        }),
    }
}
