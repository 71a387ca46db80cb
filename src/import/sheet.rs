//! Tables: csv in any encoding, and the first sheet of an xlsx, as rows of cells.

use super::package::{Package, Step, attribute};
use super::text;
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
}

/// A row and its number in the table, from 1.
pub(super) type Row = (usize, Vec<Cell>);

/// A table read.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) rows: Vec<Row>,
    /// The encoding of a csv that was no UTF-8.
    pub(super) encoding: Option<&'static str>,
    /// Sheets beside the first, which are not read.
    pub(super) others: usize,
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
        return workbook(bytes);
    }
    let decoded = text::decode(bytes)?;
    let delimiter = if decoded.text.lines().next().is_some_and(|first| first.contains('\t')) {
        b'\t'
    } else {
        b','
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(decoded.text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records().take(LONGEST) {
        let record = record.map_err(|_| {
            say!(zh: "表格读不了，引号可能没有配对", en: "the table cannot be read: quotation marks may not match")
        })?;
        let line = record.position().map_or(0, |at| usize::try_from(at.line()).unwrap_or(0));
        let cells = record.iter().take(WIDEST).map(typed);
        rows.push((line, cells.collect()));
    }
    Ok(Sheet { rows, encoding: decoded.odd(), others: 0 })
}

/// A cell of a csv. A formula that somebody wrote as text has no value.
fn typed(text: &str) -> Cell {
    let text = text.trim();
    match text.strip_prefix('=') {
        _ if text.is_empty() => Cell::Empty,
        // ="0550-1234567" is how tables keep a text that looks like a number.
        Some(formula) => match formula.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            Some(text) => Cell::Text(text.to_owned()),
            None => Cell::Formula,
        },
        None if scientific(text) => Cell::Number(text.to_owned()),
        None => Cell::Text(text.to_owned()),
    }
}

/// 5.50123E+09: what is left of a number in a narrow column.
fn scientific(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.contains("e+") && lower.parse::<f64>().is_ok()
}

fn workbook(bytes: &[u8]) -> Result<Sheet, Text> {
    let mut package = Package::open(bytes)?;
    let sheets: Vec<String> = package
        .parts()
        .into_iter()
        .filter(|part| part.starts_with("xl/worksheets/") && part.ends_with(".xml"))
        .collect();
    let first = first_sheet(&mut package, &sheets)?.ok_or_else(
        || say!(zh: "文件里没有表格，不是 xlsx", en: "the file holds no table: it is no xlsx"),
    )?;
    let shared = shared(&package.steps("xl/sharedStrings.xml")?);
    let days = date_styles(&package.steps("xl/styles.xml")?);
    let rows = rows(&package.steps(&first)?, &shared, &days);
    Ok(Sheet { rows, encoding: None, others: sheets.len().saturating_sub(1) })
}

/// The part of the first sheet, by the order of the workbook.
fn first_sheet(package: &mut Package<'_>, sheets: &[String]) -> Result<Option<String>, Text> {
    let id = package.steps("xl/workbook.xml")?.iter().find_map(|step| match step {
        Step::Open(name, attributes) if name == "sheet" => {
            attribute(attributes, "id").map(str::to_owned)
        }
        _ => None,
    });
    let relations = package.steps("xl/_rels/workbook.xml.rels")?;
    let target = relations.iter().find_map(|step| match step {
        Step::Open(name, attributes)
            if name == "Relationship" && attribute(attributes, "Id") == id.as_deref() =>
        {
            attribute(attributes, "Target").map(|target| target.trim_start_matches('/').to_owned())
        }
        _ => None,
    });
    let named = target
        .map(|target| if target.starts_with("xl/") { target } else { format!("xl/{target}") });
    Ok(named.filter(|part| sheets.contains(part)).or_else(|| sheets.iter().min().cloned()))
}

/// The texts that cells refer to by number; phonetic guides (`rPh`) are left out.
fn shared(steps: &[Step]) -> Vec<String> {
    let (mut all, mut inside, mut guide) = (Vec::new(), false, false);
    for step in steps {
        match step {
            Step::Open(name, _) if name == "si" => all.push(String::new()),
            Step::Open(name, _) if name == "rPh" => guide = true,
            Step::Close(name) if name == "rPh" => guide = false,
            Step::Open(name, _) if name == "t" => inside = true,
            Step::Close(name) if name == "t" => inside = false,
            Step::Words(words) if inside && !guide => {
                if let Some(last) = all.last_mut() {
                    last.push_str(words);
                }
            }
            _ => {}
        }
    }
    all
}

/// Which cell styles show a number as a day.
fn date_styles(steps: &[Step]) -> Vec<bool> {
    let mut own: Vec<(String, bool)> = Vec::new();
    let (mut styles, mut within) = (Vec::new(), false);
    for step in steps {
        match step {
            Step::Open(name, attributes) if name == "numFmt" => {
                let code = attribute(attributes, "formatCode").unwrap_or("").to_ascii_lowercase();
                let day = code.contains('y') && (code.contains('m') || code.contains('d'));
                own.push((attribute(attributes, "numFmtId").unwrap_or("").to_owned(), day));
            }
            Step::Open(name, _) if name == "cellXfs" => within = true,
            Step::Close(name) if name == "cellXfs" => within = false,
            Step::Open(name, attributes) if name == "xf" && within => {
                let id = attribute(attributes, "numFmtId").unwrap_or("0");
                let custom = own.iter().find(|(own, _)| own == id).map(|(_, day)| *day);
                let number: u32 = id.parse().unwrap_or(0);
                let built_in = matches!(number, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58);
                styles.push(custom.unwrap_or(built_in));
            }
            _ => {}
        }
    }
    styles
}

/// A cell being read.
#[derive(Default)]
struct Open {
    column: usize,
    kind: String,
    style: usize,
    value: Option<String>,
    formula: bool,
}

fn rows(steps: &[Step], shared: &[String], days: &[bool]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut cell = Open::default();
    let mut inside = false;
    for step in steps {
        match step {
            Step::Open(name, attributes) if name == "row" => {
                if rows.len() >= LONGEST {
                    break;
                }
                let number = attribute(attributes, "r").and_then(|r| r.parse().ok());
                let next = rows.last().map_or(1, |(last, _)| last + 1);
                rows.push((number.unwrap_or(next), Vec::new()));
            }
            Step::Open(name, attributes) if name == "c" => {
                let width = rows.last().map_or(0, |(_, cells)| cells.len());
                cell = Open {
                    column: attribute(attributes, "r").and_then(column).unwrap_or(width),
                    kind: attribute(attributes, "t").unwrap_or("").to_owned(),
                    style: attribute(attributes, "s").and_then(|s| s.parse().ok()).unwrap_or(0),
                    ..Open::default()
                };
            }
            Step::Open(name, _) if name == "v" || name == "t" => {
                inside = true;
                cell.value.get_or_insert_default();
            }
            Step::Close(name) if name == "v" || name == "t" => inside = false,
            Step::Open(name, _) if name == "f" => cell.formula = true,
            Step::Words(words) if inside => cell.value.get_or_insert_default().push_str(words),
            Step::Close(name) if name == "c" => {
                let (column, read) = (cell.column, finished(&cell, shared, days));
                if let Some((_, cells)) = rows.last_mut()
                    && column < WIDEST
                {
                    if cells.len() <= column {
                        cells.resize(column + 1, Cell::Empty);
                    }
                    cells[column] = read;
                }
            }
            _ => {}
        }
    }
    rows
}

/// `AB12` → 27.
fn column(reference: &str) -> Option<usize> {
    let letters = reference.bytes().take_while(u8::is_ascii_uppercase);
    let number = letters.take(4).fold(0, |sum, letter| sum * 26 + usize::from(letter - b'A') + 1);
    number.checked_sub(1)
}

fn finished(cell: &Open, shared: &[String], days: &[bool]) -> Cell {
    let Some(value) = cell.value.as_deref().map(str::trim).filter(|value| !value.is_empty()) else {
        return if cell.formula { Cell::Formula } else { Cell::Empty };
    };
    let text = match cell.kind.as_str() {
        "s" => {
            value.parse::<usize>().ok().and_then(|at| shared.get(at)).cloned().unwrap_or_default()
        }
        "inlineStr" | "str" | "b" => value.to_owned(),
        "e" => return Cell::Formula,
        _ if days.get(cell.style) == Some(&true) => {
            return value.parse().ok().and_then(day).map_or(Cell::Empty, Cell::Date);
        }
        _ => return Cell::Number(plain(value)),
    };
    let text = text.trim().to_owned();
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// 5501234567.0 and 5.501234567E9 as digits.
fn plain(value: &str) -> String {
    match value.parse::<f64>() {
        Ok(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        _ => value.to_owned(),
    }
}

/// The day a serial number stands for: days since 1899-12-30.
fn day(serial: f64) -> Option<String> {
    // From 1900-03-01 to 2199: before it tables count a day that never was.
    if !(61.0..=109_000.0).contains(&serial) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "the range was just looked at")]
    let days = serial as i32;
    crate::base::date::Date::new(1899, 12, 30)?.plus(days).map(|date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::{Cell, column, day, plain, read};

    #[test]
    fn cells_as_tables_keep_them() {
        assert_eq!(column("A1"), Some(0));
        assert_eq!(column("AB12"), Some(27));
        assert_eq!(plain("5501234567.0"), "5501234567");
        assert_eq!(day(46_327.0).as_deref(), Some("2026-11-01"));
    }

    #[test]
    fn csv_with_quotes_and_formulas() {
        let sheet = read("名称,电话\n\"甲,乙\",=\"0550-0000000\"\n丙,=A1\n".as_bytes()).unwrap();
        assert_eq!(
            sheet.rows[1].1,
            [Cell::Text("甲,乙".into()), Cell::Text("0550-0000000".into())]
        );
        assert_eq!(sheet.rows[2].1[1], Cell::Formula);
    }
}
