//! The cutter: lines in, pieces out. It keeps what stands under which heading, and what the line before
//! left open.

mod announced;
mod barred;
mod buffer;
mod inline;
mod roll;
mod table;

use self::roll::Roll;
pub(super) use self::roll::declares;
use super::furniture::{advert, drawn, masthead, priced, told_short, webbed};
use super::signature::{bare_signed, label_signed};
use super::{NUMERALS, Piece, field_start, headed, list_number, raw, run_on, solid, spread};
use crate::import::notices::field;
use crate::import::notices::glyph::{BULLET, Glyph};
use crate::import::notices::heading::{self, Heading, inline, paper, part};
use crate::import::notices::holder::{self, Trust};
use crate::import::notices::words::{LOSS, longest};

/// 编号：某不动产补〔2018〕第063号, alone below the head: the number of the announcement, which a sentence
/// follows, and of no paper.
fn of_announcement(line: &str, below: &[&[Glyph]]) -> bool {
    let labels = ["编号:", "公告编号:", "文号:", "公告号:"];
    let Some(value) = labels.iter().find_map(|label| line.strip_prefix(label)) else {
        return false;
    };
    let next = below.iter().take(3).map(|line| solid(line)).find(|line| !line.is_empty());
    let sentence = |next: &String| {
        let chars: Vec<char> = next.chars().collect();
        let lost = (2..chars.len()).any(|at| longest(LOSS, &chars[at..]).is_some());
        lost && next.contains([',', '，']) && !field_start(&chars)
    };
    value.chars().count() <= 40
        && !value.contains([',', '，', '。'])
        && next.is_some_and(|it| sentence(&it))
}

/// Whether what stands there begins with a line, spaces aside.
fn begins(glyphs: &[Glyph], line: &str) -> bool {
    let mut solid = glyphs.iter().map(|g| g.c).filter(|c| !c.is_whitespace());
    line.chars().all(|c| solid.next() == Some(c))
}

/// 一、 before an item, whatever stands behind it: where a head says that items follow.
fn numeral(head: &[char]) -> Option<usize> {
    let numerals = head.iter().take(2).take_while(|c| NUMERALS.contains(**c)).count();
    (numerals > 0 && head.get(numerals) == Some(&'、')).then_some(numerals + 1)
}

/// So long may two lines of a list be.
const LISTED: usize = 240;

#[derive(Default)]
pub(super) struct Cutter {
    done: Vec<Piece>,
    buffer: Vec<Glyph>,
    /// A loss was told in the buffer.
    loss: bool,
    heading: Option<Heading>,
    /// The heading of the whole column, whose parts may have heads of their own.
    column: Option<Heading>,
    /// The paper that the heading names for all below it.
    paper: Option<String>,
    /// The item in the buffer has a number of its own: 、 joins names in it, and parts no items.
    itemised: bool,
    /// It is the head of a part.
    parted: bool,
    /// The look-alike it is in is one item of a numbered list.
    other: bool,
    /// Something stood under the heading already.
    used: bool,
    fresh: bool,
    /// The buffer is being cut behind a declaration within a sentence.
    cut: bool,
    /// An empty line stood within 声明作废, it seems: the next line decides.
    gap: bool,
    roll: Option<Roll>,
    /// What the head of a list names is void only after a time for objections.
    condition: bool,
    /// So many lines of the head of a list are still to be passed over.
    skip: usize,
    /// The lines before this one were looked at for a table.
    looked: usize,
}

impl Cutter {
    /// Whether nothing was read yet.
    pub(super) fn untouched(&self) -> bool {
        self.done.is_empty() && self.heading.is_none()
    }

    /// The pieces of all lines.
    pub(super) fn done(mut self) -> Vec<Piece> {
        self.flush();
        self.done
    }

    /// An empty line.
    fn blank(&mut self) {
        self.dismiss();
        self.fresh = true;
        // A look-alike is one paragraph; a heading over a column of notices holds for all.
        self.leave_other();
    }

    /// What announces something else is over, where anything of it was read.
    fn leave_other(&mut self) {
        if self.used && matches!(self.heading, Some(Heading::Other(_))) {
            self.heading = None;
        }
    }

    /// Reads the first of `lines`; the others are those below it.
    pub(super) fn line(&mut self, lines: &[&[Glyph]]) {
        let Some((line, below)) = lines.split_first() else { return };
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        let solid = solid(line);
        if solid.is_empty() {
            self.gap = self.loss && self.tail().ends_with("声明");
            if !self.gap {
                self.blank();
            }
            return;
        }
        if std::mem::take(&mut self.gap) && !solid.starts_with("作废") {
            self.blank();
        }
        if self.heading.is_some() && !self.used && of_announcement(&solid, below) {
            return;
        }
        // The head of a page, with day, address and hotline, is no part of what stands below.
        let start: Vec<char> = solid.chars().take(24).collect();
        // ◇下列印章遗失，声明作废：, whatever the line before left open.
        let signed = line.iter().find(|g| !g.c.is_whitespace()).is_some_and(|g| g.c == BULLET);
        let complete = self.complete() || signed;
        let trade = complete && inline(&start).is_none() && (advert(&solid) || priced(&solid));
        let page = complete && heading::spaced(&raw(line)).is_some();
        let short =
            drawn(&solid) || webbed(&solid) || ((complete || !self.used) && told_short(&solid));
        if !self.loss && !page && (masthead(&solid) || trade || short) {
            self.flush();
            // The numbers of a lottery are nobody's.
            if !short {
                self.take(line);
                self.flush();
            }
            return;
        }
        let framed = !self.loss && solid.starts_with('[') && solid.ends_with(']');
        if (complete || framed || self.ended() || self.behind_part(&solid)) && self.part(&solid) {
            return;
        }
        // 声明作废 alone, where nothing above waits for it.
        if complete && self.empty() && self.declares_below(&solid, below) {
            self.start(Heading::Void);
            self.column = Some(Heading::Void);
            return;
        }
        // An advertisement ends with its telephone.
        let open = complete || self.foreign() || spread(line) || self.behind_list(&solid);
        if let Some(found) = headed(line, &solid, open) {
            self.start(found);
            self.column = Some(found);
            self.paper = paper(&solid).filter(|_| found == Heading::Void);
            return;
        }
        if self.headed_by_name(line, open) {
            return;
        }
        self.rolled(lines, complete);
        if self.announced(lines, complete) {
            return;
        }
        self.text(line, below, complete);
    }

    /// A line of text.
    fn text(&mut self, line: &[Glyph], below: &[&[Glyph]], complete: bool) {
        let skip = line.iter().take_while(|g| g.c.is_whitespace() || g.c == BULLET).count();
        let bulleted = line[..skip].iter().any(|g| g.c == BULLET);
        let mut rest = &line[skip..];
        if bulleted {
            self.bullet();
        }
        let mut head: Vec<char> = rest.iter().take(60).map(|g| g.c).collect();
        // 证号：某国用(200⏎4)第0871号 begins no item.
        if self.open_bracket() && list_number(&head).is_some() {
            head.clear();
        }
        if (complete || self.ended()) && self.signs(&solid(rest)) {
            self.flush();
            self.take(rest);
            return self.flush();
        }
        // 一、某公司遗失…, whatever stands above.
        let item = head.first().is_some_and(|c| NUMERALS.contains(*c));
        let item = item && list_number(&head).is_some();
        if complete || bulleted || item || heading::opens(&head) {
            rest = self.opening(rest, &head, below);
            // 一、柳青苗的行驶证 under 下列证件遗失，声明作废.
            if self.heading == Some(Heading::Void)
                && let Some(length) = numeral(&head).filter(|_| rest.len() == line.len() - skip)
            {
                rest = self.numbered(rest, &head, length);
            }
        } else if self.heading == Some(Heading::Void)
            && let Some(length) = list_number(&head).or_else(|| numeral(&head))
        {
            // (2) of a list whose lines end without a mark.
            rest = self.numbered(rest, &head, length);
        }
        if bulleted || complete || self.ends_before(rest, &head, below) {
            self.flush();
            if self.barred(rest) {
                return;
            }
        }
        self.fresh |= bulleted;
        if opens(&head) {
            self.leave_other();
        }
        self.take(rest);
    }

    /// Whether a line is the name that the notice before it began with, once more: its signature, although
    /// another name may stand in the next line.
    fn signs(&self, line: &str) -> bool {
        line.chars().count() >= 4
            && !line.contains(':')
            && holder::trust(line) == Trust::Sure
            && match self.done.last() {
                Some(last) if self.empty() => begins(&last.glyphs, line),
                _ => begins(&self.buffer, line),
            }
    }

    /// Whether what stands in the buffer ends before this line although nothing says so by itself.
    fn ends_before(&self, rest: &[Glyph], head: &[char], below: &[&[Glyph]]) -> bool {
        let numbered = list_number(head).is_some()
            || (self.heading == Some(Heading::Void) && numeral(head).is_some());
        // Under 下列证件作废 each line that a mark closed is one notice.
        let listed = self.heading == Some(Heading::Void)
            && (self.ended() || numbered || self.listed(rest))
            || (self.parted && numbered);
        let whole: Vec<char> = rest.iter().map(|g| g.c).collect();
        // …特声明作废。某纸坊 ⏎ 我店不慎遗失…: who signed stands behind his notice on the same line.
        let signed = self
            .done
            .last()
            .filter(|_| !self.fresh)
            .is_some_and(|last| bare_signed(&last.glyphs, &self.buffer, &whole, below))
            || label_signed(self.declared_last(), &self.buffer, rest, below);
        signed
            || listed
            || self.by_lines()
            || (self.roll.is_some() && roll::closes(rest))
            || (opens(head) && (self.loss || self.foreign()))
            || self.begins_list(head)
    }

    /// Whether the piece before ends with a declaration.
    fn declared_last(&self) -> bool {
        let last = self.done.last().filter(|_| !self.fresh);
        last.is_some_and(|last| {
            let tail = solid(&last.glyphs[last.glyphs.len().saturating_sub(16)..]);
            tail.trim_end_matches('。').ends_with("作废")
        })
    }

    /// Whether a line begins a list of fields: with who has lost something, unless what was lost stands
    /// before it, or with the field again that the list before began with.
    fn begins_list(&self, head: &[char]) -> bool {
        // A list is short: what has grown long is none.
        let start = &self.buffer[..self.buffer.len().min(LISTED)];
        let before: Vec<char> = solid(start).chars().collect();
        let marked = |chars: &[char]| {
            field::document(chars).filter(|length| chars.get(*length) == Some(&':'))
        };
        match marked(&before) {
            Some(length) if field_start(head) => {
                (length..before.len()).any(|at| field_start(&before[at..]))
            }
            Some(length) => marked(head) == Some(length) && head[..length] == before[..length],
            None => field_start(head),
        }
    }

    /// A sign before an item of a list: what announces something else is one item.
    fn bullet(&mut self) {
        self.flush();
        self.leave_other();
    }

    /// What comes next is not the first under its heading.
    fn begun(&mut self) {
        self.used = true;
    }

    /// What comes next belongs to nothing before it.
    fn freshen(&mut self) {
        self.fresh = true;
    }

    pub(super) fn start(&mut self, found: Heading) {
        self.flush();
        self.roll = None;
        (self.heading, self.used, self.fresh) = (Some(found), false, true);
        (self.paper, self.other, self.parted) = (None, false, false);
        self.condition = false;
    }

    /// The head of a part of the column, which holds up to the next one; a look-alike has none.
    fn part(&mut self, solid: &str) -> bool {
        let Some(part) = part(solid) else { return false };
        if matches!(self.heading, Some(Heading::Other(_))) {
            return false;
        }
        let over = self.column.unwrap_or(Heading::Open);
        self.start(if part.void { Heading::Void } else { over });
        (self.paper, self.parted) = (part.paper, true);
        true
    }

    fn take(&mut self, line: &[Glyph]) {
        let mut at = 0;
        while let Some(glyph) = line.get(at) {
            at += 1;
            match glyph.c {
                BULLET => {
                    self.bullet();
                    self.fresh = true;
                    at += self.other_inline(&line[at..]);
                    continue;
                }
                // 某公司公章一枚。声明作废: what was told is declared void behind the full stop.
                '。' if !self.loss && self.declared_next(&line[at..]) => {}
                '。' | '!' => {
                    // Also inside a bracket: one left open must not swallow the page.
                    self.buffer.push(*glyph);
                    self.flush();
                    at += self.head_inline(&line[at..]);
                    continue;
                }
                ';' if self.parts_at_semicolons() => {
                    self.flush();
                    continue;
                }
                // ①柳青苗身份证；②安小川学生证 under 下列证件声明作废.
                ';' | '①'..='⑳' if self.heading == Some(Heading::Void) => {
                    match self.item_inline(&line[at - 1..]) {
                        Some(length) => at += length - 1,
                        None => self.buffer.push(*glyph),
                    }
                    continue;
                }
                '、' if (self.item() || self.heading == Some(Heading::Void))
                    && self.paper.is_some()
                    && !self.itemised
                    && roll::parted(&self.buffer) =>
                {
                    self.flush();
                    continue;
                }
                _ => {}
            }
            self.buffer.push(*glyph);
        }
        // Two characters back, for a word broken over the line's end.
        let from = self.buffer.len().saturating_sub(line.len() + 2);
        let text: String = self.buffer[from..].iter().map(|g| g.c).filter(|c| *c != '\n').collect();
        self.loss |= LOSS.iter().any(|word| text.contains(word));
    }

    fn flush(&mut self) {
        self.loss = false;
        let buffer = std::mem::take(&mut self.buffer);
        if buffer.iter().all(|g| g.c.is_whitespace()) {
            return;
        }
        self.itemised = false;
        let mut from = 0;
        for cut in run_on(&buffer) {
            self.push(&buffer[from..cut]);
            let mut before = buffer[..cut].iter().rev().map(|g| g.c);
            let last = before.find(|c| !c.is_whitespace());
            self.cut = matches!(last, Some(';' | ','));
            from = cut;
        }
        self.push(&buffer[from..]);
        self.cut = false;
    }

    fn push(&mut self, glyphs: &[Glyph]) {
        let blank =
            |g: &Glyph| g.c.is_whitespace() || matches!(g.c, ',' | ';' | '。' | ':' | '、' | '!');
        let lead = glyphs.iter().take_while(|g| blank(g)).count();
        let glyphs = &glyphs[lead..];
        if glyphs.is_empty() {
            return;
        }
        let joined = self.cut;
        let first = !std::mem::replace(&mut self.used, true);
        let (heading, paper) = (self.heading, self.paper.clone());
        let fresh = std::mem::take(&mut self.fresh);
        let item = self.item();
        self.done.push(Piece {
            glyphs: glyphs.to_vec(),
            heading,
            paper,
            item,
            condition: self.condition,
            fresh,
            first,
            joined,
            refused: None,
        });
    }
}

/// Whether a line begins with a loss, and not with its heading or a field.
fn opens(head: &[char]) -> bool {
    let field = field::name(head).is_some_and(|length| head.get(length) == Some(&':'));
    longest(&["遗失", "兹遗失", "兹有", "丢失"], head).is_some_and(|length| {
        !field && longest(&["声明", "公告", "启事"], &head[length..]).is_none()
    })
}
