//! Tables: csv in any encoding (`comma`), and the first visible sheet of an xlsx (`workbook`), as rows
//! of cells.
//!
//! A table that comes apart is read as far as it goes, and told with its line: what was left out must
//! never look like what was not there.

mod comma;
mod workbook;

pub(super) use self::workbook::day;
use std::ops::RangeInclusive;

use super::text;
use crate::base::code::Code;
use crate::base::text::Text;
use crate::say;

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text.
    Text(String),
    /// A number as the table keeps it; leading zeros are lost.
    Number(String),
    /// A day.
    Date(String),
    /// A formula whose value was never computed.
    Formula,
    /// What a narrow column left of a number: 1.38E+10, ####.
    Lost(String),
}

impl Cell {
    /// What is written in it, whatever the table took it for.
    pub(super) fn written(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number(text) | Self::Date(text) | Self::Lost(text) => {
                Some(text)
            }
            Self::Empty | Self::Formula => None,
        }
    }
}

/// A row and its number in the table, from 1.
pub(super) type Row = (usize, Vec<Cell>);

/// Cells that are one: the rows by their numbers, the columns from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Merged {
    pub(super) rows: RangeInclusive<usize>,
    pub(super) columns: RangeInclusive<usize>,
}

/// A table read.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) rows: Vec<Row>,
    /// The encoding of a csv that was no UTF-8.
    pub(super) encoding: Option<&'static str>,
    /// Cells that are one over several rows or columns, as the table lists them.
    pub(super) merged: Vec<Merged>,
    /// Which columns are hidden; those behind its end are not.
    pub(super) hidden: Vec<bool>,
    /// What was left out or put right.
    pub(super) remarks: Vec<(Code, Text)>,
}

/// Columns and rows that are read at the most.
const WIDEST: usize = 200;
const LONGEST: usize = 20_000;

/// The rows of a table.
///
/// # Errors
/// A sentence, when it is neither csv nor xlsx.
pub(super) fn read(bytes: &[u8]) -> Result<Sheet, Text> {
    if bytes.starts_with(b"PK") || bytes.starts_with(&[0xD0, 0xCF]) {
        return workbook::read(bytes);
    }
    let decoded = text::decode(bytes)?;
    let head: String = decoded.text.trim_start().chars().take(200).collect();
    let head = head.to_ascii_lowercase();
    if ["<html", "<!doctype", "<table", "<?xml", "<meta"].iter().any(|tag| head.starts_with(tag)) {
        return Err(say!(
            zh: "这是网页格式的表，只是名字像 Excel 文件。请用 Excel 或 WPS 打开，另存为 xlsx",
            en: "this is a table of a web page that is only named like one of Excel: open it in Excel or WPS and save it as xlsx",
        ));
    }
    let encoding = decoded.odd();
    Ok(Sheet { encoding, ..comma::read(&decoded.text) })
}

/// Tells that a table is longer than is read.
fn too_long(rows: usize, remarks: &mut Vec<(Code, Text)>) {
    let message =
        say!(zh: "只读了前 {rows} 行，后面的没有读", en: "only the first {rows} rows were read");
    remarks.push((Code::SheetPartly, message));
}

/// Tells which rows are wider than is read.
fn too_wide(rows: &[usize], remarks: &mut Vec<(Code, Text)>) {
    if rows.is_empty() {
        return;
    }
    let rows = listed(rows);
    let message = say!(
        zh: "第 {rows} 行在第 {WIDEST} 列以后还有内容，没有导入",
        en: "row {rows}: what stands behind column {WIDEST} was not imported",
    );
    remarks.push((Code::SheetPartly, message));
}

/// Numbers as people say a few of them: 3、5、8 等 12.
fn listed(numbers: &[usize]) -> String {
    let shown: Vec<String> = numbers.iter().take(8).map(usize::to_string).collect();
    let more = if numbers.len() > 8 { "…" } else { "" };
    format!("{}{more}", shown.join("、"))
}

/// A text without the mark that Excel has people type before what is no number: '0550-4021234. Pasted from
/// elsewhere, the mark stands in the cell itself.
fn unmarked(text: &str) -> &str {
    const MARKS: &[char] = &['\'', '‘', '’', '＇', '`'];
    let text = text.trim();
    // ‘老兵’服务站 is quoted, not marked.
    text.strip_prefix(MARKS).filter(|rest| !rest.contains(MARKS)).unwrap_or(text).trim()
}

/// A text as a cell: also what a narrow column left of a number before it became text.
fn worded(text: &str) -> Cell {
    if text.starts_with("##") && text.bytes().all(|byte| byte == b'#') {
        return Cell::Lost(text.to_owned());
    }
    number(text).unwrap_or_else(|| Cell::Text(text.to_owned()))
}

/// 5.501234567E+09 and 5501234567.0 are numbers whose digits are all there; 5.50E+09 is one whose
/// digits are not.
fn number(text: &str) -> Option<Cell> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let lower = text.to_ascii_lowercase();
    if let Some((shown, exponent)) = lower.split_once("e+") {
        let (whole, rest) = shown.split_once('.').unwrap_or((shown, ""));
        let places: usize = exponent.parse().ok()?;
        if whole.len() != 1 || !digits(whole) || !(rest.is_empty() || digits(rest)) || places > 30 {
            return None;
        }
        return Some(if rest.len() >= places {
            Cell::Number(format!("{whole}{}", &rest[..places]))
        } else {
            Cell::Lost(text.to_owned())
        });
    }
    let (whole, rest) = text.split_once('.')?;
    (digits(whole) && whole.len() >= 5 && !rest.is_empty() && rest.bytes().all(|byte| byte == b'0'))
        .then(|| Cell::Number(whole.to_owned()))
}
