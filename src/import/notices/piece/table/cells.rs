//! Lines cut into cells. Browsers put a tab between two cells, other programs spaces or a bar; a row is cut
//! the way its head is, so that a space within a name is no border.

use crate::import::notices::glyph::{BULLET, Glyph};

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    Tab,
    Bar,
    /// Two spaces or more.
    Wide,
    /// Any space: only where the whole head leaves no doubt.
    Space,
}

/// All of them, the surest first.
pub(super) const GAPS: [Gap; 4] = [Gap::Tab, Gap::Bar, Gap::Wide, Gap::Space];

/// The cells of a line; one cell where no such gap is in it.
pub(super) fn split<'l>(gap: Gap, text: &str, line: &'l [Glyph]) -> Vec<&'l [Glyph]> {
    let cells: Vec<&[Glyph]> = match gap {
        // A tab is read as a space like others: what it was shows the text.
        Gap::Tab => line.split(|g| text.as_bytes().get(g.at) == Some(&b'\t')).map(trim).collect(),
        Gap::Bar => {
            let cells: Vec<_> = line.split(|g| matches!(g.c, '|' | '│' | '┃')).map(trim).collect();
            // | a | b |: nothing stands before the first and behind the last.
            let open = usize::from(cells.len() > 2 && cells[0].is_empty());
            let shut = usize::from(cells.len() > 2 && cells[cells.len() - 1].is_empty());
            cells[open..cells.len() - shut].to_vec()
        }
        Gap::Wide => spaced(trim(line), 2),
        Gap::Space => spaced(trim(line), 1),
    };
    cells
}

/// Cut at so many spaces or more.
fn spaced(line: &[Glyph], least: usize) -> Vec<&[Glyph]> {
    let (mut cells, mut from, mut at) = (Vec::new(), 0, 0);
    while at < line.len() {
        let gap = line[at..].iter().take_while(|g| g.c.is_whitespace()).count();
        if gap >= least {
            cells.push(&line[from..at]);
            from = at + gap;
        }
        at += gap.max(1);
    }
    cells.push(&line[from..]);
    cells
}

/// Without spaces around, and a sign before it.
fn trim(cell: &[Glyph]) -> &[Glyph] {
    let blank = |g: &Glyph| g.c.is_whitespace() || g.c == BULLET;
    let start = cell.iter().position(|g| !blank(g)).unwrap_or(cell.len());
    let end = cell.iter().rposition(|g| !blank(g)).map_or(start, |at| at + 1);
    &cell[start..end]
}

/// Whether a line only draws the border of a table.
pub(super) fn rule(solid: &str) -> bool {
    solid.chars().count() >= 3
        && solid.chars().all(|c| matches!(c, '-' | '|' | '+' | ':' | '=' | '─'..='╿'))
}
