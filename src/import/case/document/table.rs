//! A table while it is read: rows of cells, and which of them are only the rest of one that is merged.

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::import::case) struct Cell {
    /// Its paragraphs, a line each.
    pub(in crate::import::case) words: String,
    /// Whether it is the rest of a cell that stretches over it.
    pub(in crate::import::case) rest: bool,
}

/// Columns of a table that come over.
pub(super) const COLUMNS: usize = 100;
/// Cells that are looked through for the last words.
const LOOKED: usize = 200;
/// Columns that one cell may stretch over.
const WIDEST: usize = 50;

#[derive(Default)]
pub(super) struct Table {
    rows: Vec<Vec<Cell>>,
    /// Cells to come behind one that stretches over several columns.
    span: usize,
    /// Whether words of the row that is read went.
    lossy: bool,
}

impl Table {
    pub(super) fn open_row(&mut self) {
        self.rows.push(Vec::new());
        self.lossy = false;
    }

    /// Ends a row. One of which all words went is none.
    pub(super) fn close_row(&mut self) {
        let empty = |row: &Vec<Cell>| row.iter().all(|cell| cell.words.trim().is_empty());
        if self.lossy && self.rows.last().is_some_and(empty) {
            self.rows.pop();
        }
    }

    pub(super) fn drop_row(&mut self) {
        self.rows.pop();
    }

    pub(super) fn lose(&mut self) {
        self.lossy = true;
    }

    pub(super) fn open_cell(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.push(Cell::default());
        }
        self.span = 0;
    }

    /// The cell that is read stretches over so many columns.
    pub(super) fn spread(&mut self, columns: usize) {
        self.span = columns.saturating_sub(1).min(WIDEST);
    }

    /// The cell that is read is the rest of the one above it.
    pub(super) fn continue_above(&mut self) {
        if let Some(cell) = self.cell() {
            cell.rest = true;
        }
    }

    pub(super) fn close_cell(&mut self) {
        let span = std::mem::take(&mut self.span);
        if let Some(row) = self.rows.last_mut() {
            let room = COLUMNS.saturating_sub(row.len());
            let rest = Cell { rest: true, ..Cell::default() };
            row.extend(std::iter::repeat_n(rest, span.min(room)));
        }
    }

    /// The cell that is read.
    pub(super) fn cell(&mut self) -> Option<&mut Cell> {
        self.rows.last_mut()?.last_mut()
    }

    /// The last words read of it.
    pub(super) fn words(&self) -> Option<&str> {
        let cells = self.rows.iter().rev().flat_map(|row| row.iter().rev()).take(LOOKED);
        cells.map(|cell| cell.words.as_str()).find(|words| !words.is_empty())
    }

    /// The rows, and how many cells were cut off. On the page all rows are as wide as the widest.
    pub(super) fn finished(mut self) -> (Vec<Vec<Cell>>, usize) {
        let mut cut = 0;
        for row in &mut self.rows {
            let behind = row.drain(COLUMNS.min(row.len())..);
            cut += behind.filter(|cell| !cell.words.is_empty()).count();
        }
        self.rows.retain(|row| !row.is_empty());
        (self.rows, cut)
    }
}

/// A table within a cell: its words, row by row.
pub(super) fn flat(rows: &[Vec<Cell>]) -> String {
    let row = |row: &Vec<Cell>| -> String {
        let cells: Vec<&str> = row.iter().map(|cell| cell.words.as_str()).collect();
        cells.join(" ")
    };
    rows.iter().map(row).collect::<Vec<_>>().join("；")
}
