//! Articles cited in front matter and in running text exist in the digest (C302).

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::domain::citation::{Citation, may_cite, mentions};
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
            found.push(unknown(&law.value, law.span));
        }
    }
    let listed = |span: Span| read.page.head.laws.iter().any(|law| law.span == span);
    if !may_cite(read.all()) {
        return;
    }
    for (text, span) in read.texts() {
        for (place, citation) in mentions(text, &facts.statutes) {
            if facts.site.cited(&citation) == Cited::NoSuchArticle && !listed(span) {
                found.push(unknown(&citation, span).narrow(&text[place]));
            }
        }
    }
}

fn unknown(citation: &Citation, at: Span) -> Diagnostic {
    let name = citation.long();
    Diagnostic::new(
        Code::UnknownArticle,
        at,
        say!(zh: "法规依据里没有{name}", en: "the digest has no {name}"),
    )
    .hint(say!(
        zh: "核对条号；条号没错的话，在 laws/ 那一页补上这一条",
        en: "check the number; if it is right, add the article to its page in laws/",
    ))
}
