//! A table among the lines: its rows are pieces of their own, and what introduces it none.

use super::super::Piece;
use super::super::table::{Found, Row, Table, find};
use super::Cutter;
use crate::import::notices::glyph::Glyph;
use crate::import::notices::heading::Heading;

impl Cutter {
    /// Takes a table off where its head is the line at `at`: how many lines it takes.
    pub(in super::super) fn table(
        &mut self,
        text: &str,
        lines: &[&[Glyph]],
        at: usize,
    ) -> Option<usize> {
        if self.skip > 0 || at < self.looked {
            return None;
        }
        match find(text, lines, at, (self.heading, self.paper.as_deref()))? {
            Found::Table(table) => Some(self.rows(table)),
            Found::Other(count) => {
                self.looked = at + count;
                None
            }
        }
    }

    fn rows(&mut self, table: Table) -> usize {
        let from = table.from.unwrap_or(usize::MAX);
        self.buffer.retain(|g| g.at < from);
        self.dismiss();
        while self.done.pop_if(|piece| piece.glyphs.first().is_some_and(|g| g.at >= from)).is_some()
        {
        }
        for (at, row) in table.rows.into_iter().enumerate() {
            let heading =
                if row.void || row.condition { Some(Heading::Void) } else { table.heading };
            self.done.push(piece(row, heading, table.condition, at == 0));
        }
        (self.used, self.fresh) = (true, true);
        table.lines
    }
}

/// A row as a piece: nothing before it belongs to it.
fn piece(row: Row, heading: Option<Heading>, condition: bool, first: bool) -> Piece {
    Piece {
        glyphs: row.glyphs,
        heading,
        paper: None,
        item: false,
        condition: condition || row.condition,
        fresh: true,
        first,
        joined: false,
        refused: row.refused,
    }
}
