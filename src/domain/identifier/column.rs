//! Numbers in tables: what the head of a column calls everything below it.
//!
//! A roster has 身份证号 at its top and five hundred numbers under it. A number that fits is found by
//! itself; an old one of fifteen digits, one with a slip in it or half of one is told by its name alone,
//! and only the first row stands near enough for that. So where a cell holds nothing but such a label,
//! what stands in the cells below it is read as if the label stood before each.

use std::ops::Range;

use super::filler::{Note, fills, note};
use super::glance::Markup;
use super::label::offices;
use super::reading::{misread, star};
use super::shown::next;
use super::signs::{BETWEEN_CELLS, END_OF_ROW, Sign, sign};
use super::typed::labels;

/// Characters of the longest head: 法定代理人（监护人）居民身份证号码.
const WIDEST: usize = 24;
/// With fewer signs than this a cell tells no birth date.
const FEWEST: usize = 8;
/// Bytes of the longest cell that is a number.
const LONGEST: usize = 256;
/// Columns of a table that are called so: applicant, child, guardian, agent, opponent.
const MOST: usize = 16;
/// What stands between the cells of a text.
const MARKS: [char; 6] = [',', '\t', ';', '|', '，', BETWEEN_CELLS];

/// Whether a column may have such a head: a label with nothing behind it in its cell. Most files have
/// none and need not be read as tables.
pub(super) fn may_be_headed(bytes: &[u8], markup: Markup) -> bool {
    let tags = markup == Markup::Html;
    let end = if tags { END_OF_ROW } else { '\n' };
    labels(bytes, tags).any(|label| {
        let (mut at, mut steps, mut note) = (label.place.end, 0, Note::default());
        while at < bytes.len() && steps < WIDEST {
            let (width, c) = next(bytes, at, tags);
            at += width;
            let Some(c) = c else { continue };
            steps += 1;
            if edge(c, end) {
                return true;
            }
            if !note.within(c) && !filled(c) {
                return false;
            }
        }
        at >= bytes.len()
    })
}

/// Cells that may be numbers under heads that call them a person's, in the order of the text, and
/// whether the head can call nothing else.
pub(super) fn cells(text: &str) -> Vec<(Range<usize>, bool)> {
    let (mut found, mut heads) = (Vec::new(), Vec::new());
    let end = row_end(text);
    let mut labels = labels(text.as_bytes(), false).peekable();
    let mut start = 0;
    for row in text.split(end) {
        let mut here = Vec::new();
        while let Some(label) = labels.next_if(|label| label.place.start < start + row.len()) {
            if here.len() == MOST {
                continue;
            }
            here.extend(head(text, &label.place, end).map(|mark| {
                let before = text[start..label.place.start].chars().filter(|c| *c == mark);
                (mark, before.count(), label.sure)
            }));
        }
        if here.is_empty() {
            found.extend(heads.iter().filter_map(|(mark, column, sure)| {
                let cell = row.split(*mark).nth(*column).filter(|cell| number(cell))?;
                // The paragraphs that fill it.
                let cell = cell.trim_matches(|c| sign(c) == Sign::End);
                let from = start + (cell.as_ptr().addr() - row.as_ptr().addr());
                Some((from..from + cell.len(), *sure))
            }));
        } else {
            heads = here;
        }
        start += row.len() + end.len_utf8();
    }
    found
}

/// Rows above a number in which its head is looked for.
const HIGHEST: usize = 10_000;

/// Whether the column a number stands in is headed as an office's own: 受理号, 收据号.
pub(super) fn of_an_office(text: &str, place: &Range<usize>) -> bool {
    let end = row_end(text);
    let row = text[..place.start].rfind(end).map_or(0, |at| at + end.len_utf8());
    let before = &text[row..place.start];
    let mark = |c: &char| *c != end && edge(*c, end);
    let behind = || text[place.end..].chars().take_while(|c| *c != end).find(mark);
    let Some(mark) = before.chars().rev().find(mark).or_else(behind) else { return false };
    let column = before.chars().filter(|c| *c == mark).count();
    let above = text[..row].trim_end_matches(end).rsplit(end).take(HIGHEST);
    let mut cells = above.filter_map(|row| row.split(mark).nth(column));
    // The cells above hold numbers as well, or nothing (无); the head is the first that holds words alone.
    let word = |c: &char| matches!(sign(*c), Sign::Letter | Sign::Numeral(_));
    let head = cells.find(|cell| {
        cell.chars().filter(word).count() > 1 && !cell.contains(|c: char| c.is_ascii_digit())
    });
    head.is_some_and(offices)
}

/// Whether a cell ends here, in a text whose rows end so.
fn edge(c: char, end: char) -> bool {
    c == end || if end == '\n' { MARKS.contains(&c) } else { c == BETWEEN_CELLS }
}

/// What may stand with a label in the head of a column.
fn filled(c: char) -> bool {
    fills(c) || sign(c) == Sign::End
}

/// What ends the rows of a text: its lines do, unless tags said so.
fn row_end(text: &str) -> char {
    if text.contains(END_OF_ROW) { END_OF_ROW } else { '\n' }
}

/// The mark between cells, where the label at a place fills the cell it stands in.
fn head(text: &str, label: &Range<usize>, end: char) -> Option<char> {
    let edge = |c: &char| edge(*c, end);
    let (before, behind) = (&text[..label.start], &text[label.end..]);
    let behind = &behind[note(behind)..];
    let left = before.chars().rev().take(WIDEST).find(edge);
    let right = behind.chars().take(WIDEST).find(|c| edge(c) || !filled(*c));
    // A text begins and ends as its rows do.
    let left = left.or_else(|| before.chars().nth(WIDEST).is_none().then_some(end))?;
    let right = right.unwrap_or(end);
    [left, right].into_iter().find(|c| *c != end).filter(|_| edge(&right))
}

/// A cell without the power of ten that a worksheet writes behind digits it has cut off: 3.49907E+17.
fn without_power(cell: &str) -> &str {
    let power = cell.rfind(['E', 'e']).filter(|at| {
        let behind = cell[at + 1..].trim().trim_start_matches('+');
        matches!(behind, "14" | "16" | "17")
    });
    power.map_or(cell, |at| &cell[..at])
}

/// Whether a cell holds nothing but what may be a number.
fn number(cell: &str) -> bool {
    let cell = without_power(cell);
    let counts = |c: &char| {
        star(*c) || matches!(sign(*c), Sign::Digit(_) | Sign::Slip(_) | Sign::Numeral(_))
    };
    let part = |c: char| star(c) || misread(c).is_some() || sign(c) != Sign::Letter;
    cell.len() <= LONGEST && cell.chars().all(part) && cell.chars().filter(counts).count() >= FEWEST
}

#[cfg(test)]
mod tests {
    use super::super::find::scan;
    use super::super::sighting::{Markup, in_file};

    #[test]
    fn what_stands_under_a_head() {
        for table in [
            "姓名,身份证号\n柳某,34**\n李某,349907851103012\n",
            "序号\t姓名\t身份证号码\n1\t柳某\t\n2\t李某\t349907198511030120",
            "| 姓名 | 身份证号 |\n|---|---|\n| 柳某 | 无 |\n| 李某 | 34990719851103012 |\n",
            "身份证号;电话\n;12348\n;12348\n3499071985****0129;12348",
            "姓名,身份证号\n李某,3.4990719851103E+17\n",
            "姓名,身份证号\n李某,3.49907198511030E+17\n",
        ] {
            assert_eq!(scan(table).len(), 1, "{table}");
            assert!(in_file(table.as_bytes(), Markup::Text).is_some(), "{table}");
        }
        for table in [
            "姓名,电话,身份证号\n甲,12348,34**************29\n乙,349907851103012,34**\n",
            "请带身份证,户口簿。\n收据,349907851103012\n",
            "姓名,身份证号,\n柳某,3499078,\n李某,34**************29,\n",
        ] {
            assert!(scan(table).is_empty(), "{table}");
        }
    }

    #[test]
    fn what_an_office_numbers() {
        // The check digit fits, as one in eleven does.
        let fits = "341125202603020017";
        let table = |head: &str| format!("序号,{head},事项\n1,,赡养\n2,{fits},赡养\n");
        assert!(scan(&table("受理号")).is_empty() && !scan(&table("号码")).is_empty());
        let file = |text: &str, markup| in_file(text.as_bytes(), markup).is_some();
        assert!(!file(&table("案卷号"), Markup::Text) && file(&table("号码"), Markup::Text));
        let page = |head: &str| {
            let row = |a: &str, b: &str| format!("<tr><td>{a}</td><td>{b}</td></tr>");
            format!(
                "<table>{}{}{}</table>",
                row("事项", head),
                row("赡养", "无"),
                row("抚养", fits)
            )
        };
        assert!(!file(&page("收据号"), Markup::Html) && file(&page("号码"), Markup::Html));
        let other = page("号码").replace(fits, "341125202603020009");
        assert!(file(&(page("收据号") + &other), Markup::Html), "another table");
    }

    #[test]
    fn tables_of_pages_and_office_files() {
        let row = |cells: [&str; 2]| {
            format!("<tr><td>{}</td><td><p>{}</p></td></tr>", cells[0], cells[1])
        };
        let table = |head: &str, value: &str| {
            let rows = [["姓名", head], ["柳某", "34**************29"], ["李某", value]];
            format!("<table>{}</table>", rows.map(row).concat())
        };
        let found = |page: String| in_file(page.as_bytes(), Markup::Html).is_some();
        assert!(found(table("身份证号", "349907851103012")));
        assert!(found(table("身份证号", "349907198511030120")));
        assert!(!found(table("收据号", "349907851103012")));
        assert!(!found(table("身份证", "已带")));
    }
}
