//! Words and rules that no longer agree with the law (C315).
//!
//! From the differences between the Regulation of 2003 with its procedure rules and the Law of 2021.
//! Whether a term is asserted is decided by its sentence: `不用开困难证明` and `过去要交困难证明` say that
//! it no longer holds, `特别提醒：请带困难证明` says that it does. A period of working days of another
//! body (财政, 法院, 残联) is that body's.

mod laws;
mod limits;
mod paper;
mod period;
mod terms;
mod whose;

use std::ops::Range;
use std::sync::LazyLock;

use self::terms::{About, TERMS};
use super::denial::{Denied, denied};
use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::look::words::Words;
use crate::base::span::Span;
use crate::base::text::Text;
use crate::domain::body::{Block, BlockKind, Inline, plain_text};
use crate::domain::kind::Kind;
use crate::domain::page::Page;
use crate::say;

static FINDER: LazyLock<Words> = LazyLock::new(|| Words::of(&TERMS.map(|(words, _)| words)));

pub(super) fn outdated(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if matches!(read.page.kind, Kind::Law(_)) || !FINDER.any(read.all()) {
        return;
    }
    let struck = struck(read.page);
    let crossed_out = |text: &str, at: &Range<usize>| {
        struck.iter().any(|words| {
            text.match_indices(words.as_str())
                .any(|(start, _)| start <= at.start && at.end <= start + words.len())
        })
    };
    let (place, limit) = match &read.page.kind {
        Kind::Channel(channel) => {
            (Place::Channel, channel.time_limit.as_ref().map(|limit| limit.span))
        }
        Kind::Eligibility(_) => (Place::Guide, None),
        _ => (Place::Anywhere, None),
    };
    in_rows(&read.page.body.blocks, place, found);
    for (text, span) in read.texts() {
        let place = if limit == Some(span) { Place::Limit } else { place };
        for (at, now) in asserted_in(text, place) {
            if !crossed_out(text, &at) {
                found.push(finding(&text[at], now, span));
            }
        }
    }
}

/// Days in a cell are those of what the first cell of the row names: 审查申请 | 七个工作日.
fn in_rows(blocks: &[Block], place: Place, found: &mut Vec<Diagnostic>) {
    for block in blocks {
        let BlockKind::Table(table) = &block.kind else { continue };
        for row in &table.rows {
            let mut cells = row.iter().map(|cell| {
                let mut words = String::new();
                plain_text(cell, &|_| String::new(), &mut words);
                words
            });
            let Some(label) = cells.next().filter(|label| !label.is_empty()) else { continue };
            for cell in cells.filter(|cell| asserted_in(cell, place).is_empty()) {
                let told = format!("{label}：{cell}");
                let told_of = asserted_in(&told, place).into_iter();
                let own = told_of.filter(|(at, _)| at.start > label.len());
                found.extend(own.map(|(at, now)| finding(&told[at], now, block.span)));
            }
        }
    }
}

pub(super) fn finding(words: &str, now: Text, at: Span) -> Diagnostic {
    Diagnostic::new(
        Code::OutdatedTerm,
        at,
        say!(zh: "“{words}”是过时的说法", en: "“{words}” is out of date"),
    )
    .narrow(words)
    .hint(now)
}

/// Every outdated term that some words assert, and what holds now.
pub(super) fn outdated_in(text: &str) -> Vec<(Range<usize>, Text)> {
    asserted_in(text, Place::Anywhere)
}

/// Where words stand: how sure it is that what they tell of is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// The time limit of one of our channels: it is our own, whatever it says.
    Limit,
    /// The page of a channel.
    Channel,
    /// A page that tells who can have aid.
    Guide,
    /// It may be anybody's.
    Anywhere,
}

impl Place {
    /// The same where a text told of others before: what they take in a guide is no longer ours.
    fn in_text(self, before: &str) -> Self {
        if self == Self::Guide && whose::others(before) { Self::Anywhere } else { self }
    }

    /// Whether a period that names nobody is ours: 办理时限：7个工作日 is the line of every guide.
    fn is_ours(self, sentence: &str) -> bool {
        self == Self::Limit || self != Self::Anywhere && sentence.contains("时限")
    }
}

/// The same by the place they stand in.
fn asserted_in(text: &str, place: Place) -> Vec<(Range<usize>, Text)> {
    if !FINDER.any(text) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut start = 0;
    for sentence in text.split_inclusive(['。', '！', '？', '；', '\n']) {
        let next = &text[start + sentence.len()..];
        let place = place.in_text(&text[..start]);
        for hit in FINDER.find(sentence) {
            let about = TERMS[hit.pattern()].1;
            let term = judge(sentence, hit.start()..hit.end(), about, place);
            let paper = about.is_paper();
            let kind = if paper { Denied::Paper } else { Denied::Words };
            let asserted = term.filter(|(at, _)| {
                !(denied(sentence, at, kind) || paper && paper::refused(sentence, at, next))
            });
            // What was done before the Civil Code is judged by the laws of then.
            let then = matches!(about, About::Repealed) && laws::tells_of_then(text);
            let Some((at, now)) = asserted.filter(|_| !then) else { continue };
            found.push((start + at.start..start + at.end, now));
        }
        start += sentence.len();
    }
    found
}

/// The words that are outdated and what holds now, were they asserted.
fn judge(
    sentence: &str,
    hit: Range<usize>,
    about: About,
    place: Place,
) -> Option<(Range<usize>, Text)> {
    match about {
        About::Days => {
            period::days(sentence, &hit, place).or_else(|| limits::objection(sentence, &hit))
        }
        About::Decision => {
            period::decision(sentence, &hit, place).or_else(|| limits::objection(sentence, &hit))
        }
        About::Objection => limits::objection(sentence, &hit),
        About::Assigned => limits::assignment(sentence, &hit),
        About::PassedOn => limits::passed_on(sentence, &hit),
        About::Lapse => limits::lapse(sentence, &hit),
        _ if about.is_paper() && !paper::wanted(sentence, &hit, about, place) => None,
        About::Certificate | About::Stamped | About::Proving | About::Need | About::Form => Some((
            hit,
            say!(
                zh: "不再要求盖章的证明：本人如实说明，由信息共享核查或个人诚信承诺（《法律援助法》第四十一条）",
                en: "no stamped certificate any more: a truthful statement, checked by data sharing or a pledge (art. 41)",
            ),
        )),
        About::Disability if laws::said_otherwise(sentence, &hit) => None,
        About::Disability => Some((
            hit,
            say!(
                zh: "现在称“视力、听力、言语残疾人”（《法律援助法》第二十五条）",
                en: "the law now says persons with a sight, hearing or speech disability (art. 25)",
            ),
        )),
        About::Regulation => laws::regulation(sentence, &hit),
        About::Repealed => laws::repealed(sentence, &hit),
        About::Home if !laws::sent_home(sentence, &hit) => None,
        About::Home => Some((
            hit,
            say!(
                zh: "《法律援助法》第三十八条：诉讼事项向办案机关所在地申请，非诉讼事项向争议处理机关所在地或者事由发生地申请",
                en: "art. 38: apply where the authority handling the case sits, or where the dispute is handled or arose",
            ),
        )),
        About::Old(now) => Some((hit, now.text())),
    }
}

/// What is struck through on a page.
fn struck(page: &Page) -> Vec<String> {
    fn inlines(content: &[Inline], out: &mut Vec<String>) {
        for piece in content {
            match piece {
                Inline::Strikethrough(inner) => {
                    let mut words = String::new();
                    plain_text(inner, &|_| String::new(), &mut words);
                    out.push(words);
                }
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Link { content: inner, .. } => inlines(inner, out),
                _ => {}
            }
        }
    }
    fn visit(blocks: &[Block], out: &mut Vec<String>) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => {
                    inlines(content, out);
                }
                BlockKind::Quote { blocks, .. } => visit(blocks, out),
                BlockKind::List { items, .. } => items.iter().for_each(|i| visit(&i.blocks, out)),
                BlockKind::Table(table) => {
                    let cells = table.head.iter().chain(table.rows.iter().flatten());
                    cells.for_each(|cell| inlines(cell, out));
                }
                _ => {}
            }
        }
    }
    let mut out = Vec::new();
    visit(&page.body.blocks, &mut out);
    out.retain(|words| !words.is_empty());
    out
}

#[cfg(test)]
mod tests;
