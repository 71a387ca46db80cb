//! A case goes out only with the consent of the person helped (C347). Consent nobody asked for is
//! the business of `useful`; here it was asked for and refused.

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::domain::kind::Kind;
use crate::say;

pub(super) fn given(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Kind::Case(case) = &read.page.kind else { return };
    // A draft seen in a preview is not published.
    if let Some(consent) = case.consent.as_ref().filter(|c| !c.value && !read.page.head.draft) {
        let message = say!(
            zh: "受援人不同意公开（consent = false），这个案例不能发布",
            en: "the person helped refused (`consent = false`): this case cannot be published",
        );
        found.push(Diagnostic::new(Code::NoConsent, consent.span, message).hint(say!(
            zh: "写 draft = true 留作草稿，或删去这一页",
            en: "keep it as `draft = true` or delete the page",
        )));
    }
}
