//! Articles cited in front matter and in running text exist in the digest (C302).

use std::cmp::Ordering;

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::domain::body::{Block, BlockKind, Body};
use crate::domain::citation::{Citation, may_cite, mentions};
use crate::domain::kind::Kind;
use crate::domain::kinds::law::articles;
use crate::model::site::Cited;
use crate::say;

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
    for (text, span) in read.texts().filter(|(_, span)| !told(*span)) {
        cited_in(facts, text, span, found);
    }
}

/// A digest says where its statute ends (C317): else nobody can tell an article that does not exist
/// from one it leaves out.
pub(super) fn end_known(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Kind::Law(law) = &read.page.kind else { return };
    let Some(statute) = law.statute.as_ref().filter(|_| law.last_article.is_none()) else { return };
    let mut numbers: Vec<u16> = articles(&read.page.body).map(|(number, _)| number).collect();
    numbers.sort_unstable();
    // With all its headings from 1 on, the last is the end.
    if !numbers.is_empty() && (1..).zip(&numbers).all(|(count, number)| count == *number) {
        return;
    }
    found.push(
        Diagnostic::new(
            Code::MissingCommon,
            statute.span,
            say!(zh: "没有写 `last_article`", en: "`last_article` is not given"),
        )
        .narrow(&statute.value)
        .hint(say!(
            zh: "写上这部法律最后一条的条号（`last_article = 71`），别处引用不存在的条文才查得出来；一时核对不了的，用 [[allow]] 写明",
            en: "the number of the statute's last article (`last_article = 71`): without it articles that do not exist go unnoticed; where it is not known yet say so in [[allow]]",
        )),
    );
}

/// Articles cited in some words.
pub(super) fn cited_in(facts: &Facts<'_>, text: &str, span: Span, found: &mut Vec<Diagnostic>) {
    for (place, citation) in mentions(text, &facts.statutes) {
        let finding = judge(facts, &citation, span);
        found.extend(finding.map(|finding| finding.narrow(&text[place])));
    }
}

/// What is wrong with a citation.
fn judge(facts: &Facts<'_>, citation: &Citation, span: Span) -> Option<Diagnostic> {
    match facts.site.cited(citation) {
        Cited::NoSuchArticle => Some(unknown(citation, span)),
        Cited::Elsewhere => misnamed(facts, citation, span),
        Cited::Here(digest, anchor) => {
            let body = &facts.site.page(digest).body;
            let last = items(body, anchor?)?;
            beyond(citation, last).then(|| unknown(citation, span))
        }
    }
}

/// How many 项 an article has, where its digest counts them: one ordered list from 1 on under its
/// heading.
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

/// Whether a citation names an item behind the last one of an article's first paragraph.
fn beyond(citation: &Citation, last: usize) -> bool {
    citation.paragraph.is_none_or(|paragraph| paragraph == 1)
        && citation.item.is_some_and(|item| usize::from(item) > last)
}

/// Statutes there are whose names resemble that of another one.
const ALIKE: [&str; 3] = ["民事诉讼法", "刑事诉讼法", "劳动法"];

/// A statute that is not digested here, but whose name is nearly that of one that is: 法援法,
/// 法律援肋法.
fn misnamed(facts: &Facts<'_>, citation: &Citation, at: Span) -> Option<Diagnostic> {
    let name = citation.statute.trim_start_matches("中华人民共和国");
    let near =
        facts.statutes.iter().find(|known| !ALIKE.contains(&name) && resembles(name, known))?;
    let article = citation.article.map_or(String::new(), |article| format!("#{article}"));
    Some(
        Diagnostic::new(
            Code::UnknownArticle,
            at,
            say!(zh: "法规依据里没有《{name}》", en: "the digest has no 《{name}》"),
        )
        .hint(say!(
            zh: "是否想写 `{near}{article}`？",
            en: "did you mean `{near}{article}`?",
        )),
    )
}

/// Whether `name` is a statute's name with one character wrong, or its characters in order with
/// some left out, the first and the last among them.
fn resembles(name: &str, known: &str) -> bool {
    let (count, length) = (name.chars().count(), known.chars().count());
    let counted = |text: &str| text.contains(['一', '二', '三', '四', '五', '（', '(']);
    if length < 4 || count < 3 || counted(name) || counted(known) {
        return false;
    }
    let mut rest = known.chars();
    let shortened = count < length
        && name.chars().next() == known.chars().next()
        && name.chars().next_back() == known.chars().next_back()
        && name.chars().all(|c| rest.any(|next| next == c));
    shortened || one_slip(name, known)
}

/// Whether one character was taken for another, left out or put in. Two make another statute of it:
/// 江苏省法律援助条例 is not 安徽省法律援助条例.
fn one_slip(name: &str, known: &str) -> bool {
    let alike = name.chars().zip(known.chars()).take_while(|(a, b)| a == b).count();
    let rest = |text: &str, skip: usize| text.chars().skip(alike + skip).collect::<String>();
    name != known
        && match name.chars().count().cmp(&known.chars().count()) {
            Ordering::Equal => {
                let swapped = || {
                    let (a, b) = (rest(name, 0), rest(known, 0));
                    let (mut a, b) = (a.chars().collect::<Vec<_>>(), b.chars().collect::<Vec<_>>());
                    a.len() > 1 && {
                        a.swap(0, 1);
                        a == b
                    }
                };
                rest(name, 1) == rest(known, 1) || swapped()
            }
            Ordering::Less => rest(name, 0) == rest(known, 1),
            Ordering::Greater => rest(name, 1) == rest(known, 0),
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
        zh: "核对条号、项号；没错的话，在 laws/ 那一页补上这一条，或写上 last_article",
        en: "check the numbers; if they are right, add the article to its page in laws/, or `last_article`",
    ))
}

#[cfg(test)]
mod tests {
    use super::resembles;

    #[test]
    fn names_nearly_right() {
        for near in ["法援法", "法律援肋法", "法律授助法", "法律助援法", "法律援助助法", "法律援法"]
        {
            assert!(resembles(near, "法律援助法"), "{near}");
        }
        for other in ["民法典", "法律援助条例", "律师法", "国家赔偿法"] {
            assert!(!resembles(other, "法律援助法"), "{other}");
        }
        assert!(!resembles("江苏省法律援助条例", "安徽省法律援助条例"));
        assert!(!resembles("婚姻家庭编的解释（二）", "婚姻家庭编的解释（一）"));
    }
}
