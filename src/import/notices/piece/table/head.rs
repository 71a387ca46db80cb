//! The head of a table: what each of its columns holds. Whole cells count, and not words in them, so that
//! no sentence is taken for a head.

use super::cells::{GAPS, Gap, split};
use super::column::{OTHERS, Role, paper, role};
use crate::import::notices::glyph::Glyph;
use crate::import::notices::piece::solid;
use crate::import::notices::words::{LOSS, any};

/// A head is no longer than this, in characters and in cells.
const LONGEST: usize = 240;
const COLUMNS: usize = 20;
/// Nor is a cell of it wider.
const WIDEST: usize = 24;

/// The head of a table.
#[derive(Clone, Debug)]
pub(in super::super) struct Head {
    pub(super) gap: Gap,
    /// The columns, once where two halves stand side by side.
    pub(super) roles: Vec<Role>,
    /// How often they are repeated in a line.
    pub(super) halves: usize,
    /// The line without spaces, which may come again.
    pub(super) words: String,
    /// It says that something was lost.
    pub(super) loss: bool,
    /// What the head of the numbers names: 道路运输证号.
    pub(super) paper: Option<String>,
}

impl Head {
    /// The head that a line is.
    pub(super) fn of(text: &str, line: &[Glyph]) -> Option<Self> {
        if line.len() > LONGEST {
            return None;
        }
        GAPS.iter().find_map(|gap| Self::cut(*gap, text, line))
    }

    fn cut(gap: Gap, text: &str, line: &[Glyph]) -> Option<Self> {
        let mut cells: Vec<String> = split(gap, text, line).iter().map(|c| solid(c)).collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        let all = cells.concat();
        let long = cells.iter().any(|cell| cell.chars().count() > WIDEST);
        if !(2..=COLUMNS).contains(&cells.len()) || long || any(OTHERS, &all) {
            return None;
        }
        let count = (1..=cells.len()).find(|count| {
            cells.len().is_multiple_of(*count)
                && cells.iter().enumerate().all(|(at, cell)| *cell == cells[at % count])
        })?;
        let roles: Vec<Role> = cells[..count].iter().map(|cell| role(cell)).collect();
        let known = roles.iter().all(|role| *role != Role::Other);
        let of = |wanted: Role| roles.iter().filter(|role| **role == wanted).count();
        let sure = gap != Gap::Space || (known && cells.len() > 2);
        if !sure || !(1..=2).contains(&of(Role::Holder)) || of(Role::Document) > 1 {
            return None;
        }
        Some(Self {
            gap,
            halves: cells.len() / count,
            roles,
            words: all.clone(),
            loss: any(LOSS, &all),
            paper: cells[..count].iter().find_map(|cell| paper(cell)),
        })
    }

    /// Which column tells what was lost.
    pub(super) fn document(&self) -> Option<usize> {
        self.roles.iter().position(|role| *role == Role::Document)
    }
}
