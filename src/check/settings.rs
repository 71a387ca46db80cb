//! What site.toml says to readers: the standard of hardship was checked (C339), its texts keep the
//! rules for texts of pages: outdated terms, hotlines, articles, numbers.
//!
//! They stand on the home page, on posters and bags: twelve thousand copies of one slip.

use super::{Facts, called, contact, hotline, law, numbers, wording};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::{SourceId, Span};
use crate::base::text::Text;
use crate::domain::identifier::phone::HOTLINE;
use crate::say;

/// The standard is the province's and changes (法律援助法 art. 34): whoever reads it must know when it
/// was looked up.
pub(super) fn hardship(facts: &Facts<'_>, found: &mut Vec<Diagnostic>) {
    let hardship = &facts.site.settings().hardship;
    if hardship.text.is_none() {
        return;
    }
    let limit = facts.settings.contact_days;
    let hint = say!(
        zh: "到省司法厅网站核对现行标准，再改 checked_on",
        en: "compare with the province's present standard, then set checked_on",
    );
    let Some(checked) = &hardship.checked_on else {
        let message = say!(
            zh: "site.toml 的 [hardship] 没有写 checked_on：不知道标准是哪天核对的",
            en: "[hardship] in site.toml has no checked_on: nobody knows when the standard was checked",
        );
        found.push(Diagnostic::general(Code::UncheckedHardship, message).hint(hint));
        return;
    };
    let days = facts.today.days_since(checked.value);
    let message = if days < 0 {
        say!(zh: "核对日期还没有到", en: "the day of checking lies ahead")
    } else if i64::from(days) > i64::from(limit) {
        say!(
            zh: "经济困难标准已有 {days} 天没有核对（超过 {limit} 天）",
            en: "the standard of hardship was not checked for {days} days (more than {limit})",
        )
    } else {
        return;
    };
    found.push(Diagnostic::new(Code::UncheckedHardship, checked.span, message).hint(hint));
}

/// A column that `column_days` names is there, and is one that moves: else the days count for nothing.
pub(super) fn columns(facts: &Facts<'_>, found: &mut Vec<Diagnostic>) {
    let moving = facts.site.sections().iter().filter(|section| section.kind.patience().is_some());
    let moving: Vec<&str> = moving.map(|section| &*section.name).collect();
    for (name, _) in &facts.settings.column_days.named {
        let written = name.value.as_str();
        if moving.contains(&written) {
            continue;
        }
        let message = say!(
            zh: "column_days 里的 `{written}` 不是会更新的栏目",
            en: "`{written}` in column_days is no column of news, cases, notices or figures",
        );
        let finding = Diagnostic::new(Code::BadValue, name.span, message);
        found.push(
            finding.hint(
                say!(zh: "可以写：{list}", en: "possible values: {list}", list list = &moving),
            ),
        );
    }
}

/// The texts a reader sees, by their keys; a place where one is known.
fn shown<'a>(facts: &'a Facts<'_>) -> Vec<(String, &'a str, Option<Span>)> {
    let settings = facts.site.settings();
    let site = &settings.identity;
    let mut texts = vec![("[site] title".to_owned(), site.title.as_str(), None)];
    let more = [
        ("[site] tagline", &site.tagline),
        ("[publisher] contact", &site.contact),
        ("[hardship] text", &settings.hardship.text),
        ("[hardship] basis", &settings.hardship.basis),
    ];
    let more = more.into_iter().filter_map(|(key, text)| Some((key.to_owned(), text.as_deref()?)));
    texts.extend(more.map(|(key, text)| (key, text, None)));
    for brochure in &settings.brochures {
        let id = &brochure.id.value;
        let sheet = &brochure.sheet;
        let one = [Some(&brochure.title), sheet.slogan.as_ref(), sheet.action.as_ref()];
        let all = one.into_iter().flatten().chain(&sheet.couplet);
        texts.extend(
            all.map(|text| (format!("[[brochure]] {id}"), text.value.as_str(), Some(text.span))),
        );
    }
    texts
}

/// The hotline itself: 12384 would stand on every page, poster and bag (C333).
pub(super) fn hotline(facts: &Facts<'_>, found: &mut Vec<Diagnostic>) {
    let written = facts.site.settings().identity.hotline.as_str();
    if let Some(right) = hotline::meant(written, HOTLINE) {
        let finding = hotline::wrong(written, right, Span::file(SourceId(0)));
        let hint = say!(zh: "改 [hotline] 的 number", en: "mend number in [hotline]");
        found.push(without_place(finding, "[hotline] number").hint(hint));
    }
}

pub(super) fn texts(facts: &Facts<'_>, found: &mut Vec<Diagnostic>) {
    for (key, text, place) in shown(facts) {
        let span = place.unwrap_or(Span::file(SourceId(0)));
        let mut own = Vec::new();
        own.extend(
            wording::outdated_in(text)
                .into_iter()
                .map(|(at, now)| wording::finding(&text[at], now, span)),
        );
        hotline::hotlines_in(facts, text, span, &mut own);
        law::cited_in(facts, text, span, &mut own);
        own.extend(
            numbers::phones(text)
                .into_iter()
                .map(|(_, number)| contact::literal(facts, number, span)),
        );
        called::find(facts, text, span, false, &mut own);
        found.extend(own.into_iter().map(|finding| match place {
            Some(_) => finding,
            None => without_place(finding, &key),
        }));
    }
}

/// A finding in a text whose place is not kept names its key.
fn without_place(finding: Diagnostic, key: &str) -> Diagnostic {
    let Text { zh, en } = finding.message;
    let message =
        Text { zh: format!("site.toml 的 {key}：{zh}"), en: format!("{key} in site.toml: {en}") };
    Diagnostic { at: None, words: None, message, ..finding }
}
