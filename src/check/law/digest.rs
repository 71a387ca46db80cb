//! What a digest says of itself: where its statute ends (C317), and which articles it holds (C302).

use std::collections::BTreeSet;

use super::super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Severity};
use crate::base::span::Span;
use crate::domain::body::BlockKind;
use crate::domain::citation::{last_article, numeral};
use crate::domain::kind::Kind;
use crate::domain::kinds::law::{Law, article_number, articles};
use crate::say;

/// A digest says where its statute ends (C317): else nobody can tell an article that does not exist
/// from one it leaves out.
pub(in crate::check) fn end_known(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Kind::Law(law) = &read.page.kind else { return };
    let Some(statute) = law.statute.as_ref().filter(|_| law.last_article.is_none()) else { return };
    let mut numbers: Vec<u16> = articles(&read.page.body).map(|(number, _)| number).collect();
    numbers.sort_unstable();
    // With all its headings from 1 on, the last is the end; the ends of some statutes are known.
    let whole = !numbers.is_empty() && (1..).zip(&numbers).all(|(count, number)| count == *number);
    if whole || last_article(&statute.value).is_some() {
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

/// A digest has no article behind the last one, and none twice (C302): others lead here by their number.
pub(in crate::check) fn in_order(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Kind::Law(law) = &read.page.kind else { return };
    let mut seen = BTreeSet::new();
    for block in &read.page.body.blocks {
        let BlockKind::Heading { content, .. } = &block.kind else { continue };
        let Some(number) = article_number(content) else { continue };
        if let Some(last) = end(law).filter(|last| u64::from(number) > *last) {
            found.push(behind(number, last, block.span));
        } else if !seen.insert(number) {
            found.push(again(number, block.span));
        }
    }
}

fn end(law: &Law) -> Option<u64> {
    law.last_article.as_ref().map(|last| last.value)
}

fn behind(number: u16, last: u64, at: Span) -> Diagnostic {
    let name = format!("第{}条", numeral(number));
    Diagnostic::new(
        Code::UnknownArticle,
        at,
        say!(
            zh: "这里写了{name}，`last_article` 写的是 {last}",
            en: "{name} stands here, and `last_article` is {last}",
        ),
    )
    .narrow(&name)
    .hint(say!(
        zh: "对照原文，改这里的条号或者 `last_article`",
        en: "compare with the text of the law: mend the number here or `last_article`",
    ))
}

fn again(number: u16, at: Span) -> Diagnostic {
    let name = format!("第{}条", numeral(number));
    let finding = Diagnostic::new(
        Code::UnknownArticle,
        at,
        say!(zh: "{name}写了两次", en: "{name} stands twice"),
    )
    .narrow(&name)
    .hint(say!(
        zh: "多半是条号写错了；真是同一条的，并成一个标题，别处的链接才知道去哪里",
        en: "most likely a number is wrong; if it is the same article make it one heading, so that links know where to lead",
    ));
    // The page can be read, only links go astray.
    Diagnostic { severity: Severity::Warning, ..finding }
}
