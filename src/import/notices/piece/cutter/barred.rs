//! Items of one paragraph with a bar, a stroke or a sign between them, which only its head or its end
//! declares void: 遗失启事：柳青苗残疾人证／安小川学生证。以上证件声明作废. It counts only where every item names by
//! itself who has lost what.

use super::super::{lists, solid};
use super::Cutter;
use super::roll::{bare, closes, declares, number};
use crate::import::notices::glyph::{BULLET, Glyph};
use crate::import::notices::heading::Heading;
use crate::import::notices::words::{LOSS, VOID, any};

/// Longer than this, in characters, is no item.
const LONGEST: usize = 200;
/// A paragraph is no longer.
const PARAGRAPH: usize = 4_000;

impl Cutter {
    /// Reads such a paragraph, where the line is one: whether it was read.
    pub(super) fn barred(&mut self, line: &[Glyph]) -> bool {
        if line.len() > PARAGRAPH || matches!(self.heading, Some(Heading::Other(_) | Heading::Void))
        {
            return false;
        }
        let head = self.heading == Some(Heading::Declared);
        let told = ['|', '/', BULLET, ';', '。'].iter().find_map(|sign| items(line, *sign, head));
        let Some((items, rest)) = told else { return false };
        self.enrol(Some(0));
        for item in items {
            self.take(item);
            self.flush();
            self.freshen();
        }
        self.take(rest);
        true
    }
}

/// The items that a sign parts, and what closes them; `head` where the head declares them void.
fn items<'l>(line: &'l [Glyph], sign: char, head: bool) -> Option<(Vec<&'l [Glyph]>, &'l [Glyph])> {
    let mut parts = Vec::new();
    let (mut from, mut depth) = (0, 0_usize);
    for (at, g) in line.iter().enumerate() {
        match g.c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if c == sign && depth == 0 => {
                parts.push((from, at));
                from = at + 1;
            }
            _ => {}
        }
    }
    if parts.is_empty() {
        return None;
    }
    parts.push((from, line.len()));
    let text = |(from, to): (usize, usize)| &line[from..to];
    // …编号：0123。以上证件遗失，声明作废。
    let (from, to) = parts.pop()?;
    let end = (from..to)
        .find(|at| line[*at].c == '。' && closes(&line[at + 1..]))
        .or_else(|| closes(text((from, to))).then_some(from));
    let (last, rest) = end.map_or((to, to), |end| (end, end));
    if last > from {
        parts.push((from, last));
    }
    let declared = declares(&solid(&line[rest..]));
    let plain = |part: &&[Glyph]| {
        let words = solid(part);
        let lost = any(LOSS, &words);
        part.len() <= LONGEST && !any(VOID, &words) && (declared || !lost) && lists(part, None)
    };
    let filled = |part: &&[Glyph]| !solid(part).trim_matches('。').is_empty();
    let counted = parts.iter().enumerate().all(|(at, part)| {
        number(bare(text(*part))).is_some_and(|(value, _)| value == at + 1)
                // The first one's was taken off with the line's beginning.
                || at == 0
    });
    let unnumbered = |part: &'l [Glyph]| {
        let part = bare(part);
        number(part).map_or(part, |(_, length)| &part[length..])
    };
    let items: Vec<&[Glyph]> = parts.into_iter().map(text).map(unnumbered).filter(filled).collect();
    // Numbers in their order show the items, where one of them cannot be read.
    let read = items.iter().filter(|item| plain(item)).count();
    let shown = read == items.len() || (counted && read * 2 >= items.len());
    (items.len() > 1 && (declared || head) && shown).then(|| (items, &line[rest..]))
}
