//! Where the headings of a table stand: one row of them or two, once or again further down.
//!
//! 联系电话 over 办公 and 手机 is the usual heading of a county's list: a column is called by both rows,
//! and what stands only in the upper one, over cells that are one, holds for all of them. A heading that
//! comes again begins a new block, whose columns may be others.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::column::{Column, known, suffice};
use crate::import::sheet::{Cell, Row, Sheet};

/// Columns of a table, each with what is written over it.
pub(super) type Columns = Vec<(Option<Column>, String)>;

/// A heading: its rows, by their place in the sheet's list, and the columns below it.
pub(super) struct Heading {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) columns: Columns,
}

/// Rows in which the first heading must stand.
const FIRST: usize = 20;

/// All headings of a table, from above; none where the first rows hold none.
pub(super) fn headings(sheet: &Sheet) -> Vec<Heading> {
    let wide = Wide::of(sheet);
    let rows = &sheet.rows;
    let mut found: Vec<Heading> = Vec::new();
    let mut at = 0;
    while at < rows.len() && (at < FIRST || !found.is_empty()) {
        let heading = single(rows, at, &wide);
        at = heading.as_ref().map_or(at + 1, |heading| heading.end);
        found.extend(heading);
    }
    if found.is_empty() {
        // Neither row says enough alone: 名称 | 联系信息 over 地址 | 电话.
        let pair = |at| pair(rows, at, &wide).filter(|heading| suffice(&heading.columns));
        found.extend((0..rows.len().min(FIRST)).find_map(pair));
    }
    found
}

/// A heading whose row `at` says enough, with the row above or below it where that is a part of it.
fn single(rows: &[Row], at: usize, wide: &Wide) -> Option<Heading> {
    let (number, cells) = &rows[at];
    if !texts(cells).any(|text| known(text) == Some(Column::Name)) {
        return None;
    }
    let own: Vec<&str> = texts(cells).collect();
    let over = wide.spread(*number, &own, &[]);
    let alone: Columns = over.iter().map(|text| (known(text), (*text).to_owned())).collect();
    if !suffice(&alone) {
        return None;
    }
    let named = |(column, _): &(Option<Column>, String)| *column == Some(Column::Name);
    let name = alone.iter().position(named)?;
    let below = pair(rows, at, wide)
        .filter(|_| rows[at + 1].1.get(name).is_none_or(|cell| *cell == Cell::Empty));
    let above = || {
        let group = at.checked_sub(1).and_then(|above| pair(rows, above, wide))?;
        // A title over the table says nothing of its columns.
        (group.columns != alone).then_some(group)
    };
    Some(below.or_else(above).unwrap_or(Heading { first: at, end: at + 1, columns: alone }))
}

/// Rows `at` and `at + 1` as one heading, where the lower stands below cells of the upper that have no
/// column of their own.
fn pair(rows: &[Row], at: usize, wide: &Wide) -> Option<Heading> {
    let ((number, upper), (_, lower)) = (rows.get(at)?, rows.get(at + 1)?);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let worded = |cell: &Cell| match cell {
        Cell::Empty => true,
        Cell::Text(text) => digits(text) < 3,
        _ => false,
    };
    if !upper.iter().chain(lower).all(worded) || lower.iter().all(|cell| *cell == Cell::Empty) {
        return None;
    }
    let (upper, lower): (Vec<&str>, Vec<&str>) = (texts(upper).collect(), texts(lower).collect());
    let over = wide.spread(*number, &upper, &lower);
    let columns = (0..upper.len().max(lower.len())).map(|column| {
        let own = upper.get(column).copied().unwrap_or_default();
        let low = lower.get(column).copied().unwrap_or_default();
        let spread = own.is_empty() && (known(over[column]).is_some() || !low.is_empty());
        let up = if spread { over[column] } else { own };
        (kind(up, low), both(up, low))
    });
    // Below a heading that stands over one column alone stands no second.
    let fits = (0..lower.len()).all(|column| {
        let alone = upper.get(column).is_some_and(|own| !own.is_empty());
        lower[column].is_empty() || !alone || grouped(column, &upper, &over)
    });
    fits.then(|| Heading { first: at, end: at + 2, columns: columns.collect() })
}

/// Whether the heading over a column goes on over the next one.
fn grouped(column: usize, upper: &[&str], over: &[&str]) -> bool {
    let same = |beside: Option<usize>| {
        beside.and_then(|at| over.get(at)).is_some_and(|over| *over == upper[column])
    };
    same(Some(column + 1)) || same(column.checked_sub(1))
}

/// What a column holds, by what is written in the two rows over it.
fn kind(up: &str, low: &str) -> Option<Column> {
    const OTHER: [&str; 9] = ["传真", "邮", "微信", "QQ", "网", "姓名", "联系人", "负责人", "备注"];
    const CALLED: [&str; 4] = ["电话", "手机", "座机", "号码"];
    if low.is_empty() {
        return known(up);
    }
    let below = || known(up).filter(|column| *column != Column::Name);
    let told = known(low).or_else(|| known(&format!("{low}{up}"))).or_else(below);
    // 电话 over 姓名 and 号码: only one of them is called.
    let has = |words: &[&str]| words.iter().any(|word| low.contains(word));
    let other = known(low).is_none() && has(&OTHER) && !has(&CALLED);
    told.filter(|column| *column != Column::Phone || !other)
}

/// The heading of two rows as one: 联系电话（手机）. An upper row that names no column, like a title over
/// the table, is none of it.
fn both(up: &str, low: &str) -> String {
    let (up, low) = (up.trim(), low.trim());
    if low.is_empty() || up == low {
        up.to_owned()
    } else if known(up).is_none() || low.contains("电话") {
        low.to_owned()
    } else {
        format!("{up}（{low}）")
    }
}

/// The cells of a row as headings: what is no text is none.
fn texts(cells: &[Cell]) -> impl Iterator<Item = &str> {
    cells.iter().map(|cell| match cell {
        Cell::Text(text) => text.as_str(),
        _ => "",
    })
}

/// Cells that are one over several columns, by the number of their first row.
pub(super) struct Wide<'s>(BTreeMap<usize, Vec<&'s RangeInclusive<usize>>>);

impl<'s> Wide<'s> {
    pub(super) fn of(sheet: &'s Sheet) -> Self {
        let mut wide: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for merged in &sheet.merged {
            if merged.columns.start() < merged.columns.end() {
                wide.entry(*merged.rows.start()).or_default().push(&merged.columns);
            }
        }
        Self(wide)
    }

    /// Whether a cell of this row is one over several columns.
    pub(super) fn has(&self, row: usize, column: usize) -> bool {
        self.0.get(&row).is_some_and(|all| all.iter().any(|columns| columns.contains(&column)))
    }

    /// What is written over each column, where cells are one over several: by the table, and else, as a
    /// csv does not say it, over all that has a lower heading of its own.
    fn spread<'t>(&self, row: usize, upper: &[&'t str], lower: &[&str]) -> Vec<&'t str> {
        let width = upper.len().max(lower.len());
        let mut over = vec![""; width];
        let mut last = "";
        for (column, place) in over.iter_mut().enumerate() {
            let own = upper.get(column).copied().unwrap_or_default();
            let below = lower.get(column).is_some_and(|low| !low.is_empty());
            last = match (own.is_empty(), below) {
                (false, _) => own,
                (true, true) => last,
                (true, false) => "",
            };
            *place = last;
        }
        for columns in self.0.get(&row).into_iter().flatten() {
            let text = upper.get(*columns.start()).copied().unwrap_or_default();
            let last = width.min(columns.end() + 1);
            over.get_mut(*columns.start()..last).into_iter().for_each(|all| all.fill(text));
        }
        over
    }
}
