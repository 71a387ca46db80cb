//! Rows between the offices that are none: 二、部门工作站 over a block, 注：…… below the table.
//!
//! They say one thing alone. What makes such a row no office is how it stands, not what it says: it is
//! counted as chapters are, lies over several columns, stands right over a heading, or is a sentence. A name
//! alone is an office only where it says what kind of one.

use super::column::Column;
use super::heading::{Columns, Wide};
use super::kind::by_words;
use crate::import::sheet::{Cell, Row};

/// What a row that is no office is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aside {
    /// A heading over the rows below it.
    Heading,
    /// A remark on the table.
    Remark,
    /// Words that are not even the name of an office, as far as they tell.
    Alone,
}

/// What a row is, where it is no office; `last` where a heading of the table stands right below it.
pub(super) fn aside(
    (number, cells): &Row,
    columns: &Columns,
    last: bool,
    wide: &Wide,
) -> Option<Aside> {
    let mut filled = cells.iter().enumerate().filter(|(_, cell)| **cell != Cell::Empty);
    let (first, cell) = filled.next()?;
    let text = cell.written()?.trim();
    let kind = |at: usize| columns.get(at).and_then(|(column, _)| *column);
    if let Some((second, _)) = filled.next() {
        // 二 | 部门工作站: a chapter's number stands in the column of running numbers.
        let numbered = kind(first) == Some(Column::Number) && text.chars().all(numeral);
        let alone = filled.next().is_none() && kind(second) == Some(Column::Name);
        return (numbered && alone).then_some(Aside::Heading);
    }
    let says = [Column::Phone, Column::Address, Column::Hours, Column::Directions];
    if kind(first).is_some_and(|column| says.contains(&column)) {
        return None;
    }
    if chapter(text) || last {
        return Some(Aside::Heading);
    }
    let sentence = text.contains(['：', ':']) || text.ends_with('。');
    if sentence {
        return Some(Aside::Remark);
    }
    if wide.has(*number, first) {
        return Some(Aside::Heading);
    }
    // A township over its stations, a day below the table: a page of it would help nobody.
    (kind(first) == Some(Column::Name) && by_words(text).is_none()).then_some(Aside::Alone)
}

fn numeral(c: char) -> bool {
    "一二三四五六七八九十".contains(c)
}

/// Whether a text is counted as chapters are: 一、…, （二）…, 第三部分 …. A village may be called 三和.
fn chapter(text: &str) -> bool {
    let (open, inside) = match text.strip_prefix(['（', '(']) {
        Some(inside) => (true, inside),
        None => (false, text),
    };
    let counted = inside.strip_prefix('第').unwrap_or(inside);
    let rest = counted.trim_start_matches(numeral);
    if rest.len() == counted.len() {
        return false;
    }
    match (open, counted.len() < inside.len()) {
        (true, _) => rest.starts_with(['）', ')']),
        (false, true) => rest.starts_with("部分") || rest.starts_with('章'),
        (false, false) => rest.starts_with(['、', '．', '.', '，', ',']),
    }
}

#[cfg(test)]
mod tests {
    use super::chapter;

    #[test]
    fn chapters_and_names_that_begin_with_a_numeral() {
        for text in ["一、乡镇工作站", "（二）部门", "(三) 窗口", "第一部分 乡镇", "十一.其他"]
        {
            assert!(chapter(text), "{text}");
        }
        for text in [
            "三和集镇工作站",
            "第一中学联络点",
            "十字路社区",
            "二龙回族乡",
            "（原）张桥站",
            "八一路站",
        ] {
            assert!(!chapter(text), "{text}");
        }
    }
}
