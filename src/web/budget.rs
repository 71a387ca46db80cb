//! Cases too heavy for an old phone (W724).
//!
//! The budget is for cases, whose length is much the same everywhere; the digest of a whole statute is
//! heavy because it is long. The style counts too: a case is mostly the first page somebody opens.

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::weight::BYTES;
use crate::domain::kind::KindName;
use crate::say;
use crate::web::{Job, Web};

/// A finding where the page of a case, `bytes` long, is over the budget with its style.
pub(super) fn finding(web: &Web<'_>, job: Job, bytes: usize) -> Option<Diagnostic> {
    let Job::Page(id) = job else { return None };
    let page = web.site().page(id);
    if bytes <= BYTES / 2 || page.kind.name() != KindName::Case {
        return None;
    }
    let sum = bytes + web.assets.style_length();
    let (sum, most) = (sum.div_ceil(1000), BYTES / 1000);
    (sum > most).then(|| {
        Diagnostic::new(
            Code::HeavyPage,
            page.head.title.span,
            say!(
                zh: "这件案例连样式 {sum} kB，超过 {most} kB",
                en: "this case weighs {sum} kB with its style; {most} kB are the most",
            ),
        )
        .hint(say!(
            zh: "删短些，或分成两件写；图片不算在内",
            en: "shorten it or make two of it; pictures do not count",
        ))
    })
}
