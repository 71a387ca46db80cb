//! Tables of loss notices, as a newspaper's web page shows them and a clerk pastes them: a head that names
//! its columns, one notice to a row.
//!
//! A table is read only where its head says in whole cells who and what, and where something beside the
//! rows tells a loss and declares it: prices, winners and recruits stand in tables too. Each row becomes the list form
//! (遗失人：…，证件名称：…), because the grammar reads that already, masks in it what has to be masked, and
//! says of each character where it stood. A row is taken only if it reads as one whole notice; any other is
//! told by itself, so that the clerk looks at one line and not at all of them.

mod around;
mod cells;
mod column;
mod head;
mod line;
mod row;
mod value;

use self::around::Around;
pub(super) use self::head::Head;
use self::line::Line;
pub(super) use self::row::Row;
use super::headed;
use crate::import::notices::glyph::Glyph;
use crate::import::notices::heading::{Heading, Reason, look_alike, not_lost};
use crate::import::notices::words::{LOSS, any};

/// A table that tells losses.
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
    /// How many lines it takes, the closing words below it included.
    pub(super) lines: usize,
    /// Where the sentence begins that introduces it.
    pub(super) from: Option<usize>,
    /// The heading its rows stand under; each may be declared void by itself.
    pub(super) heading: Option<Heading>,
    /// Void only after a time for objections.
    pub(super) condition: bool,
}

/// What a look at a line shows.
pub(super) enum Found {
    Table(Table),
    /// A head, and rows that tell no loss: so many lines need not be looked at again.
    Other(usize),
}

/// The table whose head is the line at `at`, below what `over` heads.
pub(super) fn find(
    text: &str,
    lines: &[&[Glyph]],
    at: usize,
    over: (Option<Heading>, Option<&str>),
) -> Option<Found> {
    let head = Head::of(text, lines[at])?;
    let (told, count) = line::lines(text, &head, &lines[at + 1..]);
    if told.is_empty() {
        return Some(Found::Other(1 + count));
    }
    let end = at + 1 + count;
    let around = Around::of(lines, at, end);
    let made = made(&head, told, &around, over);
    Some(made.map_or(Found::Other(1 + count), |(rows, heading)| {
        Found::Table(Table {
            rows,
            lines: 1 + count + around.below,
            from: around.from,
            heading,
            condition: around.condition,
        })
    }))
}

/// The rows, and the heading they stand under, where the table tells losses.
fn made(
    head: &Head,
    lines: Vec<Line>,
    around: &Around,
    (over, named): (Option<Heading>, Option<&str>),
) -> Option<(Vec<Row>, Option<Heading>)> {
    let words = format!("{}{}{}", around.title, around.intro, around.closing);
    let telling = any(LOSS, &around.intro) && (around.void || around.condition);
    let other = match over {
        Some(Heading::Other(Reason::OtherNotice)) => !telling,
        Some(Heading::Other(_)) => true,
        _ => false,
    };
    if other
        || look_alike(&words, true).is_some()
        || not_lost(&words, true)
        || any(column::OTHERS, &around.title)
    {
        return None;
    }
    let paper = around.paper.as_deref().or(named).or(head.paper.as_deref());
    if head.document().is_none() && paper.is_none() {
        return None;
    }
    let direct = titled(around.heading);
    let under = direct.or_else(|| titled(over).filter(|_| head.loss));
    let void = around.void || direct == Some(Heading::Void);
    let remarks = row::remarks(head, &lines, void);
    let declared =
        void || around.condition || remarks.iter().any(|remark| remark.void || remark.condition);
    let loss = head.loss
        || direct.is_some()
        || any(LOSS, &words)
        || remarks.iter().any(|remark| remark.loss)
        || titled(over).is_some();
    if !(under.is_some() || (loss && declared)) {
        return None;
    }
    // Only now: reading a row takes its time.
    let rows = row::rows(head, lines, &remarks, paper);
    Some((rows, if void || around.condition { Some(Heading::Void) } else { under }))
}

/// A heading that tells of losses.
fn titled(heading: Option<Heading>) -> Option<Heading> {
    heading.filter(|h| matches!(h, Heading::Loss | Heading::Declared | Heading::Void))
}

#[cfg(test)]
mod tests;
