//! Heads and items' numbers that stand before a notice in its own line, at the line's beginning or within it.

use super::super::{list_number, solid};
use super::{Cutter, roll};
use crate::import::notices::glyph::Glyph;
use crate::import::notices::heading::{self, Heading, before, inline};
use crate::import::notices::holder::{self, Trust};

impl Cutter {
    /// 遗失声明（某木业有限公司）, as a web page lists its notices: the head, and who speaks below it.
    pub(super) fn headed_by_name(&mut self, line: &[Glyph], fresh: bool) -> bool {
        let words = solid(line);
        let Some((head, rest)) = words.split_once('(').filter(|_| fresh) else { return false };
        let name = rest.strip_suffix(')');
        let Some(found) = heading::heading(head, true)
            .filter(|found| matches!(found, Heading::Loss | Heading::Declared))
        else {
            return false;
        };
        let counted = name.is_some_and(|it| it.ends_with('则') || it.ends_with("之父母"));
        let sure = name.is_some_and(|name| holder::trust(name) == Trust::Sure);
        if !(counted || sure) {
            return false;
        }
        self.start(found);
        if sure && let Some(open) = line.iter().position(|g| g.c == '(') {
            let close = line.iter().rposition(|g| g.c == ')').unwrap_or(line.len());
            self.take(&line[open + 1..close]);
            self.flush();
            self.freshen();
        }
        true
    }

    /// A heading, an item's number or the head of a list at the beginning of a line: what is left of
    /// it.
    pub(super) fn opening<'l>(
        &mut self,
        mut rest: &'l [Glyph],
        head: &[char],
        below: &[&[Glyph]],
    ) -> &'l [Glyph] {
        let whole: Vec<char> = rest.iter().map(|g| g.c).collect();
        if let Some((found, length)) = inline(head).or_else(|| before(&whole)) {
            self.start(found);
            rest = &rest[length.min(rest.len())..];
            // 【作废】下列证件因遗失予以作废：, and below it what they are.
            if heading::heading(&solid(rest), true) == Some(Heading::Void) {
                self.start(Heading::Void);
                self.column = Some(Heading::Void);
                return &rest[rest.len()..];
            }
        } else if let Some(length) = list_number(head) {
            rest = self.numbered(rest, head, length);
        }
        if matches!(self.heading, Some(Heading::Other(_) | Heading::Void)) {
            return rest;
        }
        match roll::headed(rest, below) {
            Some((length, paper)) => {
                self.enrol(None);
                self.paper = paper;
                &rest[length..]
            }
            None => rest,
        }
    }

    /// …●注销公告 某公司…●: the heading of something else behind a sign within a line, up to the next
    /// sign; how many characters it takes.
    pub(super) fn other_inline(&mut self, rest: &[Glyph]) -> usize {
        let head: Vec<char> = rest.iter().take(24).map(|g| g.c).collect();
        match inline(&head) {
            Some((found @ Heading::Other(_), length)) => {
                self.start(found);
                length.min(rest.len())
            }
            _ => 0,
        }
    }

    /// …声明作废。遗失声明某公司遗失…: the head of the next notice in the same line; how many characters it
    /// takes.
    pub(super) fn head_inline(&mut self, rest: &[Glyph]) -> usize {
        if self.listing() || matches!(self.heading, Some(Heading::Other(_) | Heading::Void)) {
            return 0;
        }
        let blank = rest.iter().take_while(|g| g.c == ' ').count();
        let head: Vec<char> = rest[blank..].iter().take(60).map(|g| g.c).collect();
        match inline(&head) {
            Some((found @ (Heading::Loss | Heading::Declared), length)) => {
                self.start(found);
                blank + length
            }
            _ => 0,
        }
    }

    /// Ends an item before the number of the next one in the same line: how many characters the sign between
    /// them takes.
    pub(super) fn item_inline(&mut self, rest: &[Glyph]) -> Option<usize> {
        let mark = usize::from(rest.first()?.c == ';');
        let head: Vec<char> = rest[mark..].iter().take(12).map(|g| g.c).collect();
        let blank = head.iter().take_while(|c| **c == ' ').count();
        let length = mark + blank + list_number(&head[blank..])?;
        // Behind a number within an item nothing ends: 公章①、②.
        let ended = mark > 0 || self.empty() || self.tail().ends_with([',', '。', ';']);
        if !ended {
            return None;
        }
        self.flush();
        (self.fresh, self.itemised) = (true, true);
        Some(length)
    }

    /// An item of a numbered list: what is left of its line. 13、道歉声明：… is something else, and is
    /// one item.
    pub(super) fn numbered<'l>(
        &mut self,
        line: &'l [Glyph],
        head: &[char],
        number: usize,
    ) -> &'l [Glyph] {
        self.flush();
        if std::mem::take(&mut self.other) {
            self.heading = self.column;
        }
        self.itemised = true;
        let rest = &line[number.min(line.len())..];
        let other = inline(&head[number.min(head.len())..]);
        match other {
            Some((found @ Heading::Other(_), length))
                if !matches!(self.heading, Some(Heading::Other(_))) =>
            {
                self.start(found);
                self.other = true;
                &rest[length.min(rest.len())..]
            }
            _ => rest,
        }
    }
}
