//! xlsx: the first visible sheet of a workbook.
//!
//! Cells hold what the program that wrote them computed last; a number says by its style whether it is
//! a day, a time or a share. What is hidden was put out of sight by somebody: it is left out and told.

use std::collections::BTreeMap;

use super::{Cell, LONGEST, Merged, Sheet, WIDEST, listed, too_long, too_wide, unmarked, worded};
use crate::base::code::Code;
use crate::base::text::Text;
use crate::domain::identifier::find::conceal;
use crate::import::package::{Package, Step, attribute};
use crate::say;

/// Merged cells that are looked at.
const MERGED: usize = 5_000;
/// Rows that Excel and WPS have; a number above it is none of a row.
const LOWEST: usize = 1_048_576;
/// Characters that one cell may hold in Excel.
const FULLEST: usize = 32_767;
/// Bytes that the cells of a sheet may hold together: thousands of them may point to one long text.
const MOST: usize = 16 * 1024 * 1024;

pub(super) fn read(bytes: &[u8]) -> Result<Sheet, Text> {
    let mut package = Package::open(bytes)?;
    let parts: Vec<String> = package
        .parts()
        .into_iter()
        .filter(|part| part.starts_with("xl/worksheets/") && part.ends_with(".xml"))
        .collect();
    let mut remarks = Vec::new();
    let first = first(&mut package, &parts, &mut remarks)?.ok_or_else(
        || say!(zh: "文件里没有表格，不是 xlsx", en: "the file holds no table: it is no xlsx"),
    )?;
    let shared = shared(&package.steps("xl/sharedStrings.xml")?);
    let styles = styles(&package.steps("xl/styles.xml")?);
    let mut reader = Reader { shared, styles, sheet: Sheet::default(), ..Reader::default() };
    for step in &package.steps(&first)? {
        reader.step(step);
    }
    if !reader.unseen.is_empty() {
        let rows = listed(&reader.unseen);
        let message = say!(
            zh: "第 {rows} 行是隐藏的，没有导入。要导入，先在表格里取消隐藏或筛选",
            en: "row {rows}: hidden, and not imported; show them in the table first",
        );
        remarks.push((Code::SheetPartly, message));
    }
    too_wide(&reader.wide, &mut reader.sheet.remarks);
    remarks.append(&mut reader.sheet.remarks);
    Ok(Sheet { remarks, ..reader.sheet })
}

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    id: String,
    hidden: bool,
}

/// The part of the first visible sheet, by the order of the workbook; the others are told.
fn first(
    package: &mut Package<'_>,
    parts: &[String],
    remarks: &mut Vec<(Code, Text)>,
) -> Result<Option<String>, Text> {
    let mut sheets = Vec::new();
    for step in &package.steps("xl/workbook.xml")? {
        if let Step::Open(name, attributes) = step
            && name == "sheet"
        {
            let text = |key: &str| attribute(attributes, key).unwrap_or("").to_owned();
            let hidden = text("state").to_ascii_lowercase().contains("hidden");
            sheets.push(Listed { name: text("name"), id: text("id"), hidden });
        }
    }
    let chosen = sheets.iter().position(|sheet| !sheet.hidden).unwrap_or(0);
    if sheets.len() > 1 {
        let name = conceal(&sheets[chosen].name).into_owned();
        let others: Vec<_> = sheets
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != chosen)
            .map(|(_, sheet)| conceal(&sheet.name).into_owned())
            .collect();
        let count = others.len();
        let others = others.iter().take(8).cloned().collect::<Vec<_>>().join("、");
        let message = say!(
            zh: "读的是工作表“{name}”，另有 {count} 张没有读：{others}",
            en: "the sheet {name} was read; {count} more were not: {others}",
        );
        remarks.push((Code::SheetPartly, message));
    }
    let relations = package.steps("xl/_rels/workbook.xml.rels")?;
    let id = sheets.get(chosen).map(|sheet| sheet.id.as_str());
    let target = relations.iter().find_map(|step| match step {
        Step::Open(name, attributes)
            if name == "Relationship" && attribute(attributes, "Id") == id =>
        {
            attribute(attributes, "Target").map(|target| target.trim_start_matches('/').to_owned())
        }
        _ => None,
    });
    let named = target
        .map(|target| if target.starts_with("xl/") { target } else { format!("xl/{target}") });
    Ok(named.filter(|part| parts.contains(part)).or_else(|| parts.iter().min().cloned()))
}

/// The texts that cells refer to by number; phonetic guides (`rPh`) are left out.
fn shared(steps: &[Step]) -> Vec<String> {
    let (mut all, mut inside, mut guide, mut room) = (Vec::new(), false, false, FULLEST);
    for step in steps {
        match step {
            Step::Open(name, _) if name == "si" => {
                all.push(String::new());
                room = FULLEST;
            }
            Step::Open(name, _) if name == "rPh" => guide = true,
            Step::Close(name) if name == "rPh" => guide = false,
            Step::Open(name, _) if name == "t" => inside = true,
            Step::Close(name) if name == "t" => inside = false,
            Step::Words(words) if inside && !guide => {
                if let Some(last) = all.last_mut() {
                    add(last, words, &mut room);
                }
            }
            _ => {}
        }
    }
    all
}

/// Adds words to what a cell holds, as far as there is room for their characters.
fn add(text: &mut String, words: &str, room: &mut usize) {
    for c in words.chars().take(*room) {
        text.push(c);
        *room -= 1;
    }
}

/// How a style shows a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Look {
    #[default]
    Plain,
    Day,
    Time,
    Percent,
}

impl Look {
    /// By the number of a built-in format.
    fn built_in(id: u32) -> Self {
        match id {
            9 | 10 => Self::Percent,
            14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Self::Day,
            18..=21 | 32..=35 | 45..=47 | 55 | 56 => Self::Time,
            _ => Self::Plain,
        }
    }

    /// By the code of a format; what stands in quotation marks or square brackets is no code.
    fn own(code: &str) -> Self {
        let (mut bare, mut quoted, mut bracket) = (String::new(), false, false);
        for c in code.to_ascii_lowercase().chars() {
            match c {
                '"' => quoted = !quoted,
                '[' if !quoted => bracket = true,
                ']' if !quoted => bracket = false,
                c if !quoted && !bracket => bare.push(c),
                _ => {}
            }
        }
        if bare.contains('y') || (bare.contains('d') && bare.contains('m')) {
            Self::Day
        } else if bare.contains('h') {
            Self::Time
        } else if bare.contains('%') {
            Self::Percent
        } else {
            Self::Plain
        }
    }
}

fn styles(steps: &[Step]) -> Vec<Look> {
    let mut own: BTreeMap<&str, Look> = BTreeMap::new();
    let (mut styles, mut within) = (Vec::new(), false);
    for step in steps {
        match step {
            Step::Open(name, attributes) if name == "numFmt" => {
                let look = Look::own(attribute(attributes, "formatCode").unwrap_or(""));
                own.entry(attribute(attributes, "numFmtId").unwrap_or("")).or_insert(look);
            }
            Step::Open(name, _) if name == "cellXfs" => within = true,
            Step::Close(name) if name == "cellXfs" => within = false,
            Step::Open(name, attributes) if name == "xf" && within => {
                let id = attribute(attributes, "numFmtId").unwrap_or("0");
                let custom = own.get(id).copied();
                styles.push(custom.unwrap_or(Look::built_in(id.parse().unwrap_or(0))));
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
    /// Characters that it may still take.
    room: usize,
    formula: bool,
}

#[derive(Default)]
struct Reader {
    shared: Vec<String>,
    styles: Vec<Look>,
    sheet: Sheet,
    cell: Open,
    /// Within what the cell holds, and within a phonetic guide to it.
    inside: bool,
    guide: bool,
    /// The number of the last row, and whether it is seen.
    last: usize,
    hidden: bool,
    /// Rows that are hidden, and rows with cells to the right of the last column that is read.
    unseen: Vec<usize>,
    wide: Vec<usize>,
    /// Bytes that the cells read hold, and whether no more rows are read.
    bytes: usize,
    full: bool,
}

impl Reader {
    fn step(&mut self, step: &Step) {
        match step {
            Step::Open(name, attributes) => self.open(name, attributes),
            Step::Words(words) if self.inside && !self.guide => {
                let cell = &mut self.cell;
                add(cell.value.get_or_insert_default(), words, &mut cell.room);
            }
            Step::Words(_) => {}
            Step::Close(name) => match name.as_str() {
                "v" | "t" => self.inside = false,
                "rPh" => self.guide = false,
                "c" => self.place(),
                _ => {}
            },
        }
    }

    fn open(&mut self, name: &str, attributes: &[(String, String)]) {
        let get = |key: &str| attribute(attributes, key);
        let number = |key: &str| get(key).and_then(|value| value.parse::<usize>().ok());
        let on = |key: &str| matches!(get(key), Some("1" | "true"));
        match name {
            "row" => {
                let told = number("r").filter(|row| *row <= LOWEST);
                self.last = told.unwrap_or(self.last.saturating_add(1));
                self.hidden = on("hidden");
                if self.hidden {
                    self.unseen.push(self.last);
                } else if self.full || self.sheet.rows.len() == LONGEST {
                    self.end();
                } else {
                    self.sheet.rows.push((self.last, Vec::new()));
                }
            }
            "c" => {
                let width = self.sheet.rows.last().map_or(0, |(_, cells)| cells.len());
                self.cell = Open {
                    column: get("r").and_then(column).unwrap_or(width),
                    kind: get("t").unwrap_or("").to_owned(),
                    style: number("s").unwrap_or(0),
                    room: FULLEST,
                    ..Open::default()
                };
            }
            "v" | "t" => {
                self.inside = true;
                self.cell.value.get_or_insert_default();
            }
            "rPh" => self.guide = true,
            "f" => self.cell.formula = true,
            "col" if on("hidden") => {
                let (first, last) = (number("min").unwrap_or(1), number("max").unwrap_or(1));
                let hidden = &mut self.sheet.hidden;
                hidden.resize(WIDEST, false);
                if let Some(columns) = hidden.get_mut(first.max(1) - 1..last.min(WIDEST)) {
                    columns.fill(true);
                }
            }
            "mergeCell" if self.sheet.merged.len() < MERGED => {
                self.sheet.merged.extend(get("ref").and_then(merged));
            }
            _ => {}
        }
    }

    /// Reads no more rows, and tells it once.
    fn end(&mut self) {
        if !self.full {
            too_long(self.sheet.rows.len(), &mut self.sheet.remarks);
        }
        (self.full, self.hidden) = (true, true);
    }

    /// Puts a finished cell into its row.
    fn place(&mut self) {
        if self.hidden {
            return;
        }
        let read = finished(&self.cell, &self.shared, &self.styles);
        if self.cell.column >= WIDEST {
            if read != Cell::Empty && self.wide.last() != Some(&self.last) {
                self.wide.push(self.last);
            }
            return;
        }
        self.bytes += read.written().map_or(0, str::len);
        if self.bytes > MOST {
            self.sheet.rows.pop();
            return self.end();
        }
        if let Some((_, cells)) = self.sheet.rows.last_mut() {
            if cells.len() <= self.cell.column {
                cells.resize(self.cell.column + 1, Cell::Empty);
            }
            cells[self.cell.column] = read;
        }
    }
}

/// `AB12` → 27.
fn column(reference: &str) -> Option<usize> {
    let letters = reference.bytes().take_while(u8::is_ascii_uppercase);
    let number = letters.take(4).fold(0, |sum, letter| sum * 26 + usize::from(letter - b'A') + 1);
    number.checked_sub(1)
}

/// `A2:B4`, where it stretches over several cells and begins in a column that is read.
fn merged(reference: &str) -> Option<Merged> {
    let (first, last) = reference.split_once(':')?;
    let row = |cell: &str| cell.trim_start_matches(|c: char| c.is_ascii_uppercase()).parse().ok();
    let rows = row(first)?..=row(last)?;
    let columns = column(first)?..=column(last)?;
    let several = rows.start() < rows.end() || columns.start() < columns.end();
    (several && *columns.start() < WIDEST).then_some(Merged { rows, columns })
}

fn finished(cell: &Open, shared: &[String], styles: &[Look]) -> Cell {
    let Some(value) = cell.value.as_deref().map(str::trim).filter(|value| !value.is_empty()) else {
        return if cell.formula { Cell::Formula } else { Cell::Empty };
    };
    let text = match cell.kind.as_str() {
        "s" => {
            value.parse::<usize>().ok().and_then(|at| shared.get(at)).cloned().unwrap_or_default()
        }
        "inlineStr" | "str" => value.to_owned(),
        "b" => if value == "1" { "是" } else { "否" }.to_owned(),
        "e" => return Cell::Formula,
        // A day in words of its own: 2026-11-01T00:00:00.
        "d" => return Cell::Date(value.chars().take(10).collect()),
        _ => return looked(value, styles.get(cell.style).copied().unwrap_or_default()),
    };
    let text = unmarked(&text);
    if text.is_empty() { Cell::Empty } else { worded(text) }
}

/// A number as its style shows it.
fn looked(value: &str, look: Look) -> Cell {
    let number: Option<f64> = value.parse().ok().filter(|number: &f64| number.is_finite());
    match (look, number) {
        (Look::Day, Some(number)) if day(number).is_some() => {
            day(number).map_or(Cell::Empty, Cell::Date)
        }
        (Look::Time, Some(number)) if (0.0..1.0).contains(&number) => Cell::Text(time(number)),
        (Look::Percent, Some(number)) => {
            Cell::Text(format!("{}%", (number * 10_000.0).round() / 100.0))
        }
        _ => Cell::Number(plain(value)),
    }
}

/// 5501234567.0 and 5.501234567E9 as digits.
fn plain(value: &str) -> String {
    match value.parse::<f64>() {
        Ok(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        _ => value.to_owned(),
    }
}

/// The part of a day as a clock shows it.
fn time(part: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "less than one day was just looked at"
    )]
    let minutes = (part * 24.0 * 60.0).round() as u32;
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// The day a serial number stands for: days since 1899-12-30.
pub(in crate::import) fn day(serial: f64) -> Option<String> {
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
    use super::{Cell, Look, column, day, looked, merged, plain};

    #[test]
    fn cells_as_tables_keep_them() {
        assert_eq!(column("A1"), Some(0));
        assert_eq!(column("AB12"), Some(27));
        assert_eq!(plain("5501234567.0"), "5501234567");
        assert_eq!(day(46_327.0).as_deref(), Some("2026-11-01"));
        let range = merged("A2:B4").unwrap();
        assert_eq!((range.rows, range.columns), (2..=4, 0..=1));
        assert_eq!(merged("A1:G1").map(|range| range.columns), Some(0..=6), "over the columns");
        assert_eq!(merged("A1:A1"), None);
        assert_eq!(merged("ZZZZ2:ZZZZ20000"), None, "a column that no sheet has");
        assert!(merged("GR2:GR3").is_some() && merged("GS2:GS3").is_none(), "200 columns are read");
    }

    #[test]
    fn numbers_as_their_styles_show_them() {
        assert_eq!(Look::own("yyyy\"年\"m\"月\""), Look::Day);
        assert_eq!(Look::own("[Red]0.00"), Look::Plain, "the d of a colour is no day");
        assert_eq!(Look::own("0000\\-0000000"), Look::Plain);
        assert_eq!(looked("0.354166666666667", Look::own("h:mm")), Cell::Text("8:30".into()));
        assert_eq!(looked("0.785", Look::Percent), Cell::Text("78.5%".into()));
        assert_eq!(looked("46327", Look::Day), Cell::Date("2026-11-01".into()));
        assert_eq!(looked("1.3800000001E10", Look::Plain), Cell::Number("13800000001".into()));
    }
}
