//! The cells of tables in a page as it is written out, by their places: what heads a column says whose names
//! stand below it.

use std::ops::Range;

/// The tables of a text, each as rows of cells.
pub(super) fn tables(text: &str) -> Vec<Vec<Vec<Range<usize>>>> {
    let mut tables: Vec<Vec<Vec<Range<usize>>>> = Vec::new();
    let (mut at, mut open) = (0, false);
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let row = line.trim_end();
        let inside = row.starts_with('|') && row.len() > 1;
        if inside && !open {
            tables.push(Vec::new());
        }
        open = inside;
        let rule = row.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
        if let Some(table) = tables.last_mut().filter(|_| inside && !rule) {
            table.push(cells(row, start));
        }
    }
    tables
}

/// The cells of a row that begins at `start`.
fn cells(row: &str, start: usize) -> Vec<Range<usize>> {
    let inner = row[1..].strip_suffix('|').unwrap_or(&row[1..]);
    let mut at = start + 1;
    let cells = inner.split('|').map(|cell| {
        let place = at..at + cell.len();
        at = place.end + 1;
        place
    });
    cells.collect()
}

#[cfg(test)]
mod tests {
    use super::tables;

    #[test]
    fn rows_and_cells_by_their_places() {
        let text = "一\n| 工人 | 欠薪 |\n|---|---|\n| 柳青苗 | 8600 |\n\n|甲|\n";
        let words: Vec<Vec<Vec<&str>>> = tables(text)
            .into_iter()
            .map(|table| {
                let row = |row: Vec<std::ops::Range<usize>>| {
                    row.into_iter().map(|cell| text[cell].trim()).collect()
                };
                table.into_iter().map(row).collect()
            })
            .collect();
        assert_eq!(words, [vec![vec!["工人", "欠薪"], vec!["柳青苗", "8600"]], vec![vec!["甲"]]]);
    }
}
