//! Columns that are not imported: each is told with the first value that is lost, so that nobody learns from
//! a citizen that a telephone is missing.

use std::collections::BTreeSet;

use super::Telling;
use super::heading::Columns;
use super::place::shortened;
use crate::base::code::Code;
use crate::domain::identifier::find::conceal;
use crate::import::sheet::{Cell, Row, Sheet};
use crate::say;

/// Headings that were told: those of the next block are no news.
#[derive(Default)]
pub(super) struct Dropped(BTreeSet<String>);

impl Dropped {
    /// Tells the columns of a block that are not imported, and leaves them out.
    pub(super) fn tell(
        &mut self,
        sheet: &Sheet,
        columns: &mut Columns,
        rows: &[Row],
        telling: &mut Telling,
    ) {
        for (at, (column, heading)) in columns.iter_mut().enumerate() {
            let shown = conceal(heading).into_owned();
            if sheet.hidden.get(at) == Some(&true) {
                *column = None;
                let message = say!(zh: "列“{shown}”是隐藏的，没有导入", en: "the column {shown} is hidden and was not imported");
                if self.0.insert(shown) {
                    telling.say(Code::SheetPartly, message);
                }
            } else if column.is_none()
                && let Some((count, line, text)) = values(at, rows)
                && (heading.is_empty() || self.0.insert(shown.clone()))
            {
                let name = letters(at);
                let message = if shown.is_empty() {
                    say!(
                        zh: "{name} 列没有列名，{count} 格没有导入，第一格在第 {line} 行：{text}",
                        en: "the column {name} has no heading; {count} cells were not imported, the first in row {line}: {text}",
                    )
                } else {
                    say!(
                        zh: "列“{shown}”没有导入，有 {count} 格，第一格在第 {line} 行：{text}",
                        en: "the column {shown} was not imported: {count} cells, the first in row {line}: {text}",
                    )
                };
                telling.say(Code::UnknownColumn, message);
            }
        }
    }
}

/// How many cells of a column hold something, and the row and the words of the first. A row that says
/// nothing else is told by itself.
fn values(at: usize, rows: &[Row]) -> Option<(usize, usize, String)> {
    let mut values = rows.iter().filter_map(|(line, cells)| {
        let text = cells.get(at).and_then(Cell::written)?;
        let several = cells.iter().filter(|cell| **cell != Cell::Empty).nth(1).is_some();
        several.then_some((*line, text))
    });
    let (line, text) = values.next()?;
    Some((values.count() + 1, line, shortened(&conceal(text))))
}

/// What a column is called: 27 is AB.
fn letters(at: usize) -> String {
    let mut rest = at;
    let mut out = Vec::new();
    loop {
        out.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        match (rest / 26).checked_sub(1) {
            Some(more) => rest = more,
            None => break,
        }
    }
    out.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_as_tables_call_them() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(letters), ["A", "Z", "AA", "AB", "ZZ", "AAA"]);
    }
}
