//! Articles cited in front matter and in running text exist (C302), and digests tell which there are
//! (C302, C317).

mod digest;
mod misnamed;

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::domain::body::{Block, BlockKind, Body, Leaf};
use crate::domain::citation::{Citation, Part, may_cite, mentions, mentions_on, numeral};
use crate::domain::kind::Kind;
use crate::model::site::{Cited, PageId};
use crate::say;

pub(super) use digest::{end_known, in_order};
use misnamed::misnamed;

pub(super) fn articles_exist(facts: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let outcomes = match &read.page.kind {
        Kind::Checkup(checkup) => checkup.outcomes.as_slice(),
        _ => &[],
    };
    let more = outcomes.iter().flat_map(|outcome| &outcome.laws);
    let listed: Vec<_> = read.page.head.laws.iter().chain(more).collect();
    found.extend(listed.iter().filter_map(|law| judge(facts, &law.value, law.span)));
    if !may_cite(read.all()) {
        return;
    }
    // The same words are among the texts of the front matter.
    let told = |span: Span| listed.iter().any(|law| law.span == span);
    let texts = read.parts().filter(|(_, span, _)| !told(*span));
    // A digest says of its own articles what it says: in its headings they stand alone.
    if matches!(read.page.kind, Kind::Law(_)) {
        return texts.for_each(|(text, span, _)| cited_in(facts, text, span, found));
    }
    let (texts, spans): (Vec<_>, Vec<Span>) =
        texts.map(|(text, span, leaf)| ((text, part(leaf)), span)).unzip();
    let names = listed.iter().map(|law| law.value.statute.as_str());
    let mentions = mentions_on(&facts.statutes, names, &texts);
    for (((text, _), span), mentions) in texts.iter().zip(spans).zip(mentions) {
        for mention in mentions {
            let finding = judge(facts, &mention.law, span);
            found.extend(finding.map(|finding| finding.narrow(&text[mention.words])));
        }
    }
}

fn part(leaf: Option<Leaf>) -> Part {
    match leaf {
        Some(Leaf::Heading) => Part::Heading,
        Some(Leaf::Text) => Part::Running,
        Some(Leaf::Code) | None => Part::Apart,
    }
}

/// Articles cited in some words.
pub(super) fn cited_in(facts: &Facts<'_>, text: &str, span: Span, found: &mut Vec<Diagnostic>) {
    for mention in mentions(text, &facts.statutes) {
        let finding = judge(facts, &mention.law, span);
        found.extend(finding.map(|finding| finding.narrow(&text[mention.words])));
    }
}

/// What is wrong with a citation.
fn judge(facts: &Facts<'_>, citation: &Citation, span: Span) -> Option<Diagnostic> {
    match facts.site.cited(citation) {
        Cited::NoSuchArticle => Some(unknown(citation, span)),
        Cited::Beyond(last, year) => Some(beyond(citation, (last, year), span)),
        Cited::Elsewhere => misnamed(facts, citation, span),
        Cited::Here(digest, anchor) => {
            let known = length(facts, digest, citation.article?, anchor);
            too_long(citation, &known, span)
        }
    }
}

/// How many 款 and 项 an article has, where its digest counts them.
#[derive(Default)]
struct Length {
    paragraphs: Option<u64>,
    items: Option<u64>,
}

/// As the front matter says, else of items as one ordered list from 1 on under the heading does.
fn length(facts: &Facts<'_>, digest: PageId, article: u16, anchor: Option<&str>) -> Length {
    let page = facts.site.page(digest);
    let Kind::Law(law) = &page.kind else { return Length::default() };
    let said = law.length(article);
    let number = |count: Option<&crate::base::span::Spanned<u64>>| count.map(|count| count.value);
    let listed = || u64::try_from(items(&page.body, anchor?)?).ok();
    Length {
        paragraphs: number(said.and_then(|said| said.paragraphs.as_ref())),
        items: number(said.and_then(|said| said.items.as_ref())).or_else(listed),
    }
}

/// The items of the ordered list under a heading.
fn items(body: &Body, anchor: &str) -> Option<usize> {
    let is_heading = |block: &&Block| matches!(block.kind, BlockKind::Heading { .. });
    let mut blocks = body.blocks.iter().skip_while(
        |block| !matches!(&block.kind, BlockKind::Heading { id, .. } if **id == *anchor),
    );
    blocks.next()?;
    let mut lists = blocks.take_while(|block| !is_heading(block)).filter_map(|b| match &b.kind {
        BlockKind::List { start: Some(1), items, .. } => Some(items.len()),
        _ => None,
    });
    lists.next().filter(|_| lists.next().is_none())
}

/// A citation of a 款 or 项 behind the last one.
fn too_long(citation: &Citation, known: &Length, at: Span) -> Option<Diagnostic> {
    let article = Citation { paragraph: None, item: None, ..citation.clone() }.long();
    let over = |number: Option<u16>, last: Option<u64>| {
        number.filter(|number| last.is_some_and(|last| u64::from(*number) > last))
    };
    let paragraph = over(citation.paragraph, known.paragraphs);
    // The items that are counted are those of the first paragraph.
    let first = citation.paragraph.is_none_or(|number| number == 1);
    let item = over(citation.item, known.items).filter(|_| first);
    let message = if let (Some(number), Some(last)) = (paragraph, known.paragraphs) {
        let number = numeral(number);
        say!(
            zh: "{article}只有 {last} 款，没有第{number}款",
            en: "{article} has {last} paragraphs, no 第{number}款",
        )
    } else if let (Some(number), Some(last)) = (item, known.items) {
        let number = numeral(number);
        say!(
            zh: "{article}只有 {last} 项，没有第（{number}）项",
            en: "{article} has {last} items, no 第（{number}）项",
        )
    } else {
        return None;
    };
    Some(Diagnostic::new(Code::UnknownArticle, at, message).hint(say!(
        zh: "对照原文改条号、款号、项号；没错的话，改 laws/ 那一页数的款项",
        en: "compare with the text of the law; if this is right, mend what its page in laws/ counts",
    )))
}

/// An article behind the last one of a statute of the country.
fn beyond(citation: &Citation, (last, year): (u16, u16), at: Span) -> Diagnostic {
    let name = citation.long();
    let statute = &citation.statute;
    Diagnostic::new(
        Code::UnknownArticle,
        at,
        say!(
            zh: "没有{name}：《{statute}》一共 {last} 条（{year}年的版本）",
            en: "there is no {name}: 《{statute}》 has {last} articles (version of {year})",
        ),
    )
    .hint(say!(
        zh: "对照原文改条号；后来修订过、条数变了的，在 laws/ 给它建一页，写上 last_article",
        en: "compare with the text of the law; if it was revised since, make a page for it in laws/ with `last_article`",
    ))
}

fn unknown(citation: &Citation, at: Span) -> Diagnostic {
    let name = citation.long();
    Diagnostic::new(
        Code::UnknownArticle,
        at,
        say!(zh: "法规依据里没有{name}", en: "the digest has no {name}"),
    )
    .hint(say!(
        zh: "核对条号、项号；没错的话，在 laws/ 那一页补上这一条，或写上 last_article",
        en: "check the numbers; if they are right, add the article to its page in laws/, or `last_article`",
    ))
}
