//! Tables as text: cells between commas, semicolons or tabs.
//!
//! Read by hand, because a quotation mark that is never closed would swallow the rest of the table
//! without a word: where a cell in quotation marks does not end as such cells end, its mark is taken
//! for a character, the rows below stay rows, and the line is told.

use super::{Cell, LONGEST, Row, Sheet, WIDEST, listed, too_long, too_wide, unmarked, worded};
use crate::base::code::Code;
use crate::say;

/// Lines that one cell may stretch over; a longer one was never closed.
const TALLEST: usize = 30;
/// Lines that show what stands between the cells.
const HEAD: usize = 20;

/// The rows of a text.
pub(super) fn read(text: &str) -> Sheet {
    let (text, skipped, delimiter) = match told(text) {
        Some((delimiter, rest)) => (rest, 1, delimiter),
        None => (text, 0, between(text)),
    };
    let (open, wide) = (Vec::new(), Vec::new());
    let mut cursor = Cursor { text, at: 0, line: 1 + skipped, delimiter, open, wide };
    let mut sheet = Sheet::default();
    while cursor.at < text.len() {
        if sheet.rows.len() == LONGEST {
            too_long(LONGEST, &mut sheet.remarks);
            break;
        }
        sheet.rows.push(cursor.row());
    }
    if !cursor.open.is_empty() {
        let lines = listed(&cursor.open);
        let message = say!(
            zh: "第 {lines} 行有引号没有配对，照没有引号读了，请核对这一行",
            en: "line {lines}: a quotation mark without its other half was read as if it were not there; compare the line",
        );
        sheet.remarks.push((Code::TableUneven, message));
    }
    too_wide(&cursor.wide, &mut sheet.remarks);
    sheet
}

/// `sep=;` in the first line: how Excel is told what stands between the cells.
fn told(text: &str) -> Option<(char, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let delimiter = first.trim_end().strip_prefix("sep=")?.chars().next()?;
    Some((delimiter, rest))
}

/// What stands between the cells: whatever stands in the most of the first lines.
fn between(text: &str) -> char {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(HEAD).collect();
    let count = |delimiter: char| lines.iter().filter(|line| line.contains(delimiter)).count();
    let mut best = (count(','), ',');
    for delimiter in ['\t', ';', '，'] {
        if count(delimiter) > best.0 {
            best = (count(delimiter), delimiter);
        }
    }
    best.1
}

struct Cursor<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    delimiter: char,
    /// Lines with a quotation mark that nothing closes.
    open: Vec<usize>,
    /// Lines with cells to the right of the last column that is read.
    wide: Vec<usize>,
}

impl Cursor<'_> {
    fn row(&mut self) -> Row {
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            let cell = self.cell();
            if cells.len() < WIDEST {
                cells.push(typed(&cell));
            } else if typed(&cell) != Cell::Empty && self.wide.last() != Some(&line) {
                self.wide.push(line);
            }
            match self.text[self.at..].chars().next() {
                Some(c) if c == self.delimiter => self.at += c.len_utf8(),
                Some('\r') => {
                    self.at += 1 + usize::from(self.text[self.at + 1..].starts_with('\n'));
                    break;
                }
                Some(_) => {
                    self.at += 1;
                    break;
                }
                None => break,
            }
        }
        self.line += usize::from(self.text[..self.at].ends_with(['\n', '\r']));
        (line, cells)
    }

    /// The cell at the cursor, which is left before what ends it.
    fn cell(&mut self) -> String {
        let rest = &self.text[self.at..];
        let blank = rest.len() - rest.trim_start_matches(' ').len();
        if rest[blank..].starts_with('"') {
            if let Some((cell, length)) = quoted(&rest[blank + 1..], self.delimiter) {
                self.at += blank + 1 + length;
                self.line += cell.matches('\n').count();
                return cell;
            }
            self.open.push(self.line);
            self.at += blank + 1;
        }
        let rest = &self.text[self.at..];
        let length = rest.find([self.delimiter, '\n', '\r']).unwrap_or(rest.len());
        self.at += length;
        rest[..length].to_owned()
    }
}

/// A cell behind its opening quotation mark and its length with the closing one; `None` where it does
/// not end as such cells do.
fn quoted(rest: &str, delimiter: char) -> Option<(String, usize)> {
    let mut cell = String::new();
    let mut lines = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' if chars.peek().is_some_and(|(_, next)| *next == '"') => {
                chars.next();
                cell.push('"');
            }
            '"' => {
                let behind = rest[at + 1..].trim_start_matches(' ');
                let ends = behind.is_empty()
                    || behind.starts_with(delimiter)
                    || behind.starts_with(['\n', '\r']);
                return ends.then(|| (cell, rest.len() - behind.len()));
            }
            '\n' => {
                lines += 1;
                if lines > TALLEST {
                    return None;
                }
                cell.push(c);
            }
            c => cell.push(c),
        }
    }
    None
}

/// A cell of a csv. A formula that somebody wrote as text has no value.
fn typed(text: &str) -> Cell {
    let text = unmarked(text);
    match text.strip_prefix('=') {
        _ if text.is_empty() => Cell::Empty,
        // ="0550-1234567" is how tables keep a text that looks like a number.
        Some(formula) => match formula.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            Some(text) => Cell::Text(text.to_owned()),
            None => Cell::Formula,
        },
        None if matches!(text, "#N/A" | "#REF!" | "#VALUE!" | "#NAME?" | "#DIV/0!" | "#NULL!") => {
            Cell::Formula
        }
        None => worded(text),
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, read};

    fn text(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    #[test]
    fn quotes_and_formulas() {
        let sheet = read("名称,电话\n\"甲,\"\"乙\"\"\",=\"0550-0000000\"\n丙,=A1\n丁,'0550-1\n");
        assert_eq!(sheet.rows[1].1, [text("甲,\"乙\""), text("0550-0000000")]);
        assert_eq!(sheet.rows[2].1[1], Cell::Formula);
        assert_eq!(sheet.rows[3].1[1], text("0550-1"));
        assert!(sheet.remarks.is_empty());
    }

    #[test]
    fn a_mark_that_nothing_closes_swallows_nothing() {
        for broken in
            ["\"甲,1\n\"乙\",2\n丙,3\n", "\"甲,1\n乙,2\n丙,3\n", "\"甲,1\n乙,2\n丙,\"3 4\n"]
        {
            let sheet = read(broken);
            assert_eq!(sheet.rows.len(), 3, "{broken}");
            assert_eq!(sheet.rows[0].1, [text("甲"), text("1")], "{broken}");
            assert!(sheet.remarks[0].1.zh.contains("第 1"), "{:?}", sheet.remarks);
        }
        let tall = format!("\"甲,1\n{}\"x\n", "乙,2\n".repeat(4_000));
        assert_eq!(read(&tall).rows.len(), 4_002);
        let whole = read("\"某路1号\n二楼\",1\n乙,2\n");
        assert_eq!(whole.rows[0].1[0], text("某路1号\n二楼"));
        assert_eq!(
            (whole.rows[1].0, whole.remarks.len()),
            (3, 0),
            "lines are counted within cells"
        );
    }

    #[test]
    fn cells_behind_the_last_column_are_told() {
        let sheet = read(&format!("甲{}\n乙{}丙,丁\n", ",".repeat(300), ",".repeat(200)));
        assert_eq!((sheet.rows[0].1.len(), sheet.rows[1].1.len()), (200, 200));
        let [(_, remark)] = &sheet.remarks[..] else { panic!("{:?}", sheet.remarks) };
        assert!(remark.zh.contains("第 2 行在第 200 列以后"), "empty ones are none: {remark:?}");
    }

    #[test]
    fn what_stands_between_cells() {
        for table in [
            "名称;电话\n甲;1,2\n",
            "名称\t电话\r\n甲\t1,2\r\n",
            "sep=;\n名称;电话\n甲;1,2\n",
            "名称，电话\n甲，1,2\n",
        ] {
            let sheet = read(table);
            assert_eq!(sheet.rows[0].1, [text("名称"), text("电话")], "{table}");
            assert_eq!(sheet.rows[1].1, [text("甲"), text("1,2")], "{table}");
        }
        let sheet = read("名称,电话\n甲,1;2\n");
        assert_eq!(sheet.rows[1].1, [text("甲"), text("1;2")]);
    }

    #[test]
    fn numbers_with_all_their_digits_and_without() {
        let cell = |written: &str| read(written).rows[0].1[0].clone();
        assert_eq!(cell("1.38E+10"), Cell::Lost("1.38E+10".into()));
        assert_eq!(cell("####"), Cell::Lost("####".into()));
        assert_eq!(cell("1.3800000001E+10"), Cell::Number("13800000001".into()));
        assert_eq!(cell("13800000001.0"), Cell::Number("13800000001".into()));
        for plain in ["13800000001", "1.5", "E+10", "8.00", "站E+1"] {
            assert_eq!(cell(plain), text(plain));
        }
    }
}
