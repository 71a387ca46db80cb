//! Cells that are one over several rows: what they say holds for each of the rows.

use std::collections::BTreeMap;

use super::column::Column;
use crate::import::sheet::{Cell, Row, Sheet};

/// Bytes that are filled into the rows of a table: one long cell merged over all of them would be read
/// again for each.
const MOST: usize = 16 * 1024 * 1024;

/// Fills what cells merged over several rows say into the rows below their first.
pub(super) struct Filler<'s> {
    sheet: &'s Sheet,
    /// What the merged cells hold, by their place in the sheet's list.
    held: BTreeMap<usize, Cell>,
    /// Merged cells whose rows are not over, one a column, and the next to come.
    open: BTreeMap<usize, usize>,
    next: usize,
    /// Bytes that were filled, and the first row that was left as it is because they were too many.
    bytes: usize,
    pub(super) unfilled: Option<usize>,
    order: Vec<usize>,
}

impl<'s> Filler<'s> {
    pub(super) fn new(sheet: &'s Sheet) -> Self {
        let over_rows = |at: &usize| {
            let rows = &sheet.merged[*at].rows;
            rows.start() < rows.end()
        };
        let mut order: Vec<usize> = (0..sheet.merged.len()).filter(over_rows).collect();
        order.sort_by_key(|at| *sheet.merged[*at].rows.start());
        Self {
            sheet,
            held: BTreeMap::new(),
            open: BTreeMap::new(),
            next: 0,
            bytes: 0,
            unfilled: None,
            order,
        }
    }

    /// The cells of a row with what merged cells above it say, and whether it belongs to the office
    /// above it: its name is one cell with that of the row before.
    pub(super) fn filled(
        &mut self,
        (number, cells): &Row,
        columns: &[(Option<Column>, String)],
    ) -> (Vec<Cell>, bool) {
        let mut cells = cells.clone();
        while let Some(at) = self.order.get(self.next)
            && self.sheet.merged[*at].rows.start() <= number
        {
            self.open.insert(*self.sheet.merged[*at].columns.start(), *at);
            self.next += 1;
        }
        self.open.retain(|_, at| self.sheet.merged[*at].rows.end() >= number);
        let mut below = false;
        for (first, at) in &self.open {
            let (first, merged) = (*first, &self.sheet.merged[*at]);
            if merged.rows.start() == number {
                let held = cells.get(first).cloned().unwrap_or_default();
                self.held.insert(*at, held);
            } else if let Some(held) = self.held.get(at) {
                let column = columns.get(first).and_then(|(column, _)| *column);
                below |= column == Some(Column::Name);
                self.bytes += held.written().map_or(0, str::len);
                if self.bytes > MOST {
                    self.unfilled = self.unfilled.or(Some(*number));
                    continue;
                }
                // What is merged has been said of the first row; its telephones are not said twice.
                if column != Some(Column::Phone) {
                    if cells.len() <= first {
                        cells.resize(first + 1, Cell::Empty);
                    }
                    cells[first] = held.clone();
                }
            }
        }
        (cells, below)
    }
}
