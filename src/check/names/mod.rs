//! Parties are a surname and 某 (C327), companies a trade (C328), and a child or a victim has
//! neither school nor village (C329).

mod file;
mod holder;
mod home;
mod place;

pub(super) use file::in_files;

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::privacy::{Find, Told};
use crate::base::code::Code;
use crate::base::look::words::Words;
use crate::base::span::Span;
use crate::base::text::Text;
use crate::domain::kind::Kind;
use crate::domain::kinds::notice::HolderKind;
use crate::domain::names;
use crate::domain::page::Head;
use crate::say;

/// Full names of persons, but for those who wrote and signed the page and the bodies in notices.
pub(super) fn persons(told: &Told<'_>, found: &mut Vec<Find>) {
    let words = told.words();
    let mut full = names::persons(words);
    full.extend(holder::persons(told));
    full.sort_by_key(|name| (name.start, Reverse(name.end)));
    full.dedup_by(|a, b| a.start < b.end);
    if full.is_empty() {
        return;
    }
    let signed = signed(told);
    let parties = full.into_iter();
    let parties = parties.filter(|name| told.span(name).is_none_or(|span| !signed.contains(&span)));
    found.extend(parties.map(|place| {
        let name = &words[place.clone()];
        let short = family_name(name);
        Find {
            code: Code::FullName,
            message: say!(zh: "“{name}”像是全名", en: "“{name}” looks like a full name"),
            mend: say!(zh: "写成“{short}某”", en: "write “{short}某”"),
            place,
        }
    }));
}

/// What stays of a name before 某.
fn family_name(name: &str) -> String {
    if let Some((first, _)) = name.split_once(' ').filter(|_| name.is_ascii()) {
        return first.to_owned();
    }
    let chars: Vec<char> = name.chars().collect();
    let length = names::surname(&chars).unwrap_or(1);
    chars.into_iter().take(length).collect()
}

/// The places of names that belong on a page.
fn signed(told: &Told<'_>) -> BTreeSet<Span> {
    let page = told.read.page;
    let Head { author, source, review, .. } = &page.head;
    let review = review.iter().flat_map(|review| [&review.editor, &review.legal, &review.chief]);
    let names = [author, source].into_iter().chain(review).flatten();
    let allowed = page.allowances().flat_map(|it| [it.get("by"), it.get("why")]);
    let allowed = allowed.flatten().map(|value| value.span);
    let mut spans: BTreeSet<Span> = names.map(|text| text.span).chain(allowed).collect();
    if let Kind::Notice(batch) = &page.kind {
        let bodies = batch.notices.iter();
        let bodies = bodies.filter(|notice| notice.holder_kind == Some(HolderKind::Organisation));
        spans.extend(bodies.map(|notice| notice.holder.span));
    }
    spans
}

/// Companies by their full name, in cases: notices are about bodies.
pub(super) fn companies(told: &Told<'_>, found: &mut Vec<Find>) {
    if !told.is_case() {
        return;
    }
    let words = told.words();
    found.extend(names::companies(words).into_iter().map(|place| {
        let full = &words[place.clone()];
        Find {
            code: Code::CompanyName,
            message: say!(
                zh: "公司写了全称“{full}”",
                en: "the company “{full}” is named in full",
            ),
            mend: instead(full),
            place,
        }
    }));
}

/// The mend for a company, as `import case` offers it.
fn instead(full: &str) -> Text {
    let with = names::instead(full);
    say!(
        zh: "写成“{with}”：地名加“某”加行业",
        en: "write “{with}”: the place, 某 and the trade",
    )
}

/// Words that say a case is about somebody to be protected with special care.
static PROTECTED: LazyLock<Words> = LazyLock::new(|| {
    Words::of(&["未成年", "性侵", "猥亵", "强奸", "家庭暴力", "家暴", "虐待", "遗弃", "拐卖"])
});

/// Those that a text says of what happened in it. 未成年 stands in many a text about others.
static SUFFERED: LazyLock<Words> = LazyLock::new(|| {
    Words::of(&[
        "性侵",
        "猥亵",
        "强奸",
        "家庭暴力",
        "家暴",
        "虐待",
        "遗弃",
        "拐卖",
        "校园欺凌",
        "殴打",
    ])
});

pub(super) fn minors(told: &Told<'_>, found: &mut Vec<Find>) {
    let page = told.read.page;
    let Kind::Case(case) = &page.kind else { return };
    let head = [&page.head.title.value].into_iter();
    let head = head.chain(page.head.summary.iter().chain(&case.category).map(|text| &text.value));
    let mut said = head.chain(case.groups.iter().map(|group| &group.value));
    let words = told.words();
    let protected = said.any(|text| PROTECTED.any(text)) || SUFFERED.any(words);
    let mut places = place::schools(words, protected);
    if protected {
        places.extend(home::named(words));
        places.sort_by_key(|place| place.start);
    }
    found.extend(places.into_iter().map(|place| {
        let name = &words[place.clone()];
        Find {
            code: Code::MinorPlace,
            message: say!(zh: "写了“{name}”", en: "“{name}” is named"),
            mend: say!(zh: "写“某小学”“某村”，或删去", en: "write 某小学, 某村, or delete it"),
            place,
        }
    }));
}
