//! What somebody decided to publish all the same (`[[allow]]`), and allowances nobody needs (C320).

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::domain::page::Page;
use crate::say;

/// Takes away what the page allows. A finding inside an allowance itself (its `text` is what the
/// check points at) never counts.
pub(super) fn apply(page: &Page, found: &mut Vec<Diagnostic>) {
    let allowed = &page.head.allow;
    if allowed.is_empty() {
        return;
    }
    let own =
        |finding: &Diagnostic| allowed.iter().any(|allow| finding.at == Some(allow.text.span));
    found.retain(|finding| !own(finding));
    for allow in allowed {
        let before = found.len();
        found.retain(|finding| {
            let same = finding.words.as_deref() == Some(allow.text.value.as_str());
            finding.code != allow.code || !same
        });
        if found.len() == before {
            let (code, text) = (allow.code.id(), &allow.text.value);
            let finding = Diagnostic::new(
                Code::UnusedAllow,
                allow.text.span,
                say!(
                    zh: "这一页没有关于“{text}”的 {code}",
                    en: "the page has no {code} about “{text}”",
                ),
            );
            found.push(finding.hint(say!(
                zh: "已经改掉了就删去这段 [[allow]]；text 要与报告里标出的文字一字不差",
                en: "delete this [[allow]] if it was mended; `text` must be exactly the words marked",
            )));
        }
    }
}
