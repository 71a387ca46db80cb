//! Keys a page can do without but readers and inspectors cannot (C317).

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::text::Text;
use crate::domain::kind::Kind;
use crate::say;

pub(super) fn keys(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let page = read.page;
    let mut want = |there: bool, key: &str, why: fn() -> Text| {
        if !there {
            let why = why();
            let (zh, en) = (&why.zh, &why.en);
            found.push(
                Diagnostic::new(
                    Code::MissingCommon,
                    page.head.title.span,
                    say!(zh: "没有写 `{key}`", en: "`{key}` is not given"),
                )
                .hint(say!(zh: "{zh}", en: "{en}")),
            );
        }
    };
    want(
        page.head.summary.is_some(),
        "summary",
        || say!(zh: "一两句摘要，用在列表和检索里", en: "a sentence or two for lists and search"),
    );
    match &page.kind {
        Kind::Eligibility(_) => {
            want(page.record.get("hardship").is_some() || page.is_index(), "hardship", || {
                say!(
                    zh: "写明是否看经济困难：required、not-required 或 not-verified（《法律援助法》第三十一、三十二、四十二条）",
                    en: "say whether hardship counts: required, not-required or not-verified (arts. 31, 32, 42)",
                )
            });
        }
        Kind::Contact(contact) => want(
            !contact.phones.is_empty(),
            "[[phone]]",
            || say!(zh: "没有号码的联系方式帮不了人", en: "a contact without a number helps nobody"),
        ),
        Kind::Case(case) => {
            want(
                case.category.is_some(),
                "category",
                || say!(zh: "案例按类别列出，没有类别就找不到", en: "cases are listed by category"),
            );
            want(case.consent.is_some(), "consent", || {
                say!(
                    zh: "受援人同意公开后写 `consent = true`（个人信息保护法第二十五条）",
                    en: "write `consent = true` once the person helped has agreed (PIPL art. 25)",
                )
            });
        }
        Kind::Law(law) => want(law.statute.is_some(), "statute", || {
            say!(
                zh: "写法律的简称，别处的 laws 才能引用它",
                en: "the short name by which `laws` elsewhere cites it",
            )
        }),
        _ => {}
    }
}
