//! Articles cited in front matter exist in the digest (C302).

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::domain::kind::Kind;
use crate::model::site::Cited;
use crate::say;

pub(super) fn articles_exist(facts: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let outcomes = match &read.page.kind {
        Kind::Checkup(checkup) => checkup.outcomes.as_slice(),
        _ => &[],
    };
    let more = outcomes.iter().flat_map(|outcome| &outcome.laws);
    for law in read.page.head.laws.iter().chain(more) {
        if facts.site.cited(&law.value) == Cited::NoSuchArticle {
            let name = law.value.long();
            found.push(
                Diagnostic::new(
                    Code::UnknownArticle,
                    law.span,
                    say!(zh: "法规依据里没有{name}", en: "the digest has no {name}"),
                )
                .hint(say!(
                    zh: "核对条号；条号没错的话，在 laws/ 那一页补上这一条",
                    en: "check the number; if it is right, add the article to its page in laws/",
                )),
            );
        }
    }
}
