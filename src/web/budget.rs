//! Pages too heavy for an old phone (W724).
//!
//! The budget is for cases, whose length is much the same everywhere; the digest of a whole statute is
//! heavy because it is long. The style counts too: a case is mostly the first page somebody opens. Half
//! of the budget is the style's: a site's own sheet beyond that is one finding, about the sheet, and
//! not one about each of its cases. What is left compressed is said once after a build, of the heaviest
//! case: compressing thousands of pages to tell would cost more than making them.

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::base::theme::Theme;
use crate::base::weight::BYTES;
use crate::domain::kind::KindName;
use crate::say;
use crate::web::{Job, Web};

/// What the style of a case may weigh.
const STYLE: usize = BYTES / 2;

/// A finding where the page of a case, `bytes` long, is over the budget with its style.
pub(super) fn finding(web: &Web<'_>, job: Job, bytes: usize) -> Option<Diagnostic> {
    let Job::Page(id) = job else { return None };
    let page = web.site().page(id);
    let sum = bytes + web.assets.style_length().min(STYLE);
    if sum <= BYTES || page.kind.name() != KindName::Case {
        return None;
    }
    let (sum, most) = (sum.div_ceil(1000), BYTES / 1000);
    Some(
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
        )),
    )
}

/// A finding where the style of a case, `bytes` long, leaves too little for the case.
pub(super) fn of_style(theme: &Theme, bytes: usize) -> Option<Diagnostic> {
    let file = theme.get("web/assets/style.css").filter(|_| bytes > STYLE)?;
    let (sum, most) = (bytes.div_ceil(1000), STYLE / 1000);
    Some(
        Diagnostic::new(
            Code::HeavyPage,
            Span::file(file.source),
            say!(
                zh: "样式去掉注释还有 {sum} kB，超过 {most} kB，每件案例打开都慢",
                en: "the style sheet weighs {sum} kB without its comments; {most} kB are the most, each case is slow to open",
            ),
        )
        .hint(say!(
            zh: "只有办事的页面才用的样式，写进 templates/web/assets/tasks.css",
            en: "what only pages need where something is done belongs into templates/web/assets/tasks.css",
        )),
    )
}
