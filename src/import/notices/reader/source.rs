//! The page as it was pasted: what stands between two places of it, in the order it was read.

use super::Glyph;
use super::Lines;
use std::borrow::Cow;

pub(super) struct Source<'t> {
    text: &'t str,
    lines: Lines,
    /// Where each character stands, in the order they are read, where columns stood side by side.
    order: Option<Vec<usize>>,
}

impl<'t> Source<'t> {
    pub(super) fn of(text: &'t str, unfolded: Option<&[Glyph]>) -> Self {
        let order = unfolded.map(|glyphs| glyphs.iter().map(|g| g.at).collect());
        Self { text, lines: Lines::of(text), order }
    }

    /// The line of a byte, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        self.lines.line(at)
    }

    /// What was read from the character at `start` to the one at `end`, both included.
    pub(super) fn told(&self, start: usize, end: usize) -> Cow<'t, str> {
        match self.places(start, end) {
            Some(places) => places.iter().filter_map(|at| self.at(*at)).collect(),
            None => {
                let last = self.at(end).map_or(end, |c| end + c.len_utf8());
                Cow::Borrowed(self.text.get(start..last).unwrap_or_default())
            }
        }
    }

    /// Where in the page a byte of what was told stands.
    pub(super) fn place(&self, start: usize, end: usize, byte: usize) -> usize {
        let Some(places) = self.places(start, end) else { return start + byte };
        let mut sum = 0;
        let reached = |at: &&usize| {
            sum += self.at(**at).map_or(0, char::len_utf8);
            sum > byte
        };
        places.iter().find(reached).copied().unwrap_or(end)
    }

    fn at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// Where each character from one place to another stands, where that is not one after the other.
    fn places(&self, start: usize, end: usize) -> Option<&[usize]> {
        let order = self.order.as_ref()?;
        let place = |at: usize| order.iter().position(|own| *own == at);
        order.get(place(start)?..=place(end)?)
    }
}
