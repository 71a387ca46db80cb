//! Who signed a page (C345), and whether it was changed since (C346).

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
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
    let head = &read.page.head;
    let on = head.review.as_ref().and_then(|review| review.on.as_ref());
    let (Some(on), Some(updated)) = (on, &head.updated) else { return };
    if updated.value > on.value {
        let (signed, changed) = (on.value, updated.value);
        found.push(
            Diagnostic::new(
                Code::ChangedSince,
                updated.span,
                say!(
                    zh: "{changed} 改过，审核是 {signed} 做的",
                    en: "changed on {changed}, reviewed on {signed}",
                ),
            )
            .label(on.span, say!(zh: "审核日期", en: "the review"))
            .hint(say!(
                zh: "请审核人再看一遍，把 on 改成重看的那天",
                en: "have it read again and set `on` to that day",
            )),
        );
    }
}
