//! Cells that say only that they say what another says: 同上, 〃, 同左. What they point at is taken over;
//! the words themselves are never published.

use super::Telling;
use super::column::Column;
use super::place::Place;
use crate::domain::identifier::find::conceal;
use crate::import::sheet::Cell;

/// Bytes that are taken over in a table: one long cell, said again in every row, would be kept as many
/// times.
const MOST: usize = 16 * 1024 * 1024;

const ABOVE: [&str; 10] =
    ["同上", "同上行", "同上一行", "同上栏", "同上格", "同前", "〃", "″", "\"", "”"];
const LEFT: [&str; 3] = ["同左", "同左栏", "同左格"];

/// Where a cell sends its reader.
enum Points {
    Above,
    Left,
    /// 同上，二楼: what it adds cannot be told apart from what it takes over.
    Partly,
}

fn points(cell: &Cell) -> Option<Points> {
    let text = cell.written()?.trim();
    if ABOVE.contains(&text) {
        return Some(Points::Above);
    }
    if LEFT.contains(&text) {
        return Some(Points::Left);
    }
    // 同上村 is a village; behind a sign the words stand for themselves.
    let rest = text.strip_prefix("同上").or_else(|| text.strip_prefix("同左"))?;
    rest.starts_with([
        '，', ',', '、', '；', ';', '。', '/', '（', '(', ' ', '\n', '+', '＋', '：', ':',
    ])
    .then_some(Points::Partly)
}

/// Takes over what cells point at, row by row.
#[derive(Default)]
pub(super) struct Ditto {
    /// The cells of the row above that is an office's.
    above: Vec<Cell>,
    bytes: usize,
}

impl Ditto {
    /// Puts what they point at in the place of cells that only point, and says whether the row's name
    /// does: then it is the office above.
    pub(super) fn resolve(
        &mut self,
        line: usize,
        cells: &mut [Cell],
        columns: &[(Option<Column>, String)],
        telling: &mut Telling,
    ) -> bool {
        let named = columns.iter().zip(cells.iter()).any(|((column, _), cell)| {
            *column == Some(Column::Name) && matches!(points(cell), Some(Points::Above))
        });
        for (at, (column, heading)) in columns.iter().enumerate() {
            let Some(column) = column.filter(|column| *column != Column::Number) else { continue };
            let Some(points) = cells.get(at).and_then(points) else { continue };
            let told = match points {
                Points::Above => self.above.get(at).cloned(),
                // An address that says 同左 beside a name has none of its own.
                Points::Left => at
                    .checked_sub(1)
                    .filter(|left| columns[*left].0 == Some(column))
                    .map(|left| cells[left].clone()),
                Points::Partly => None,
            };
            let told = told.filter(|cell| *cell != Cell::Empty);
            self.bytes += told.as_ref().and_then(Cell::written).map_or(0, str::len);
            match told.filter(|_| self.bytes <= MOST) {
                // The telephones of the office above are not said twice.
                Some(_) if named && column == Column::Phone => cells[at] = Cell::Empty,
                Some(cell) => cells[at] = cell,
                None => {
                    let place = Place { line, heading: conceal(heading).into_owned() };
                    place.pointing(cells[at].written().unwrap_or_default(), telling);
                    cells[at] = Cell::Empty;
                }
            }
        }
        named
    }

    /// Keeps a row for those below it.
    pub(super) fn keep(&mut self, cells: Vec<Cell>) {
        self.above = cells;
    }
}

/// Whether a row counts the offices above it: 合计, 总计：12个.
pub(super) fn is_total(cells: &[Cell], columns: &[(Option<Column>, String)]) -> bool {
    let first = cells.iter().find(|cell| **cell != Cell::Empty);
    let names = columns.iter().zip(cells).filter(|((column, _), _)| *column == Some(Column::Name));
    first.into_iter().chain(names.map(|(_, cell)| cell)).filter_map(Cell::written).any(total)
}

fn total(text: &str) -> bool {
    const OVER: [&str; 7] = ["全县", "全市", "全区", "本页", "本表", "以上", "各站"];
    const WORDS: [&str; 6] = ["合计", "总计", "小计", "共计", "累计", "总数"];
    // 合　计: set apart to fill the cell.
    let solid: String = text.chars().filter(|c| !c.is_whitespace()).take(24).collect();
    let bare = OVER.iter().find_map(|word| solid.strip_prefix(word)).unwrap_or(&solid);
    let Some(rest) = WORDS.iter().find_map(|word| bare.strip_prefix(word)) else { return false };
    rest.is_empty()
        || rest.starts_with(|c: char| {
            c.is_numeric() || "：:（(，,.、-—=＝一二三四五六七八九十百两".contains(c)
        })
}

#[cfg(test)]
mod tests {
    use super::total;

    #[test]
    fn totals_are_no_offices() {
        for text in
            ["合计", "合 计", "合计：12个", "总计12", "小计（3家）", "共计十二个站点", "全县合计"]
        {
            assert!(total(text), "{text}");
        }
        for text in ["合计镇司法所", "总工会", "小计村联系点", "共青团某县委", "以上村联系点"]
        {
            assert!(!total(text), "{text}");
        }
    }
}
