//! A table of offices becomes pages of `content/contacts/`, one a row.
//!
//! Columns are known by their Chinese headings (`column`). A telephone that the table took for a number
//! has lost its leading zero: it is put back only where the digits leave no doubt (`telephone`), and
//! told in every case. Every row comes out or is told; so is every cell that was left out.

mod column;
mod telephone;

use std::collections::BTreeMap;

use self::column::{Column, headings};
use self::telephone::{headless, restored, several};
use super::front::Front;
use super::sheet::{self, Cell, Row, Sheet};
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::span::{SourceId, Span};
use crate::base::text::Text;
use crate::domain::identifier::find::conceal;
use crate::domain::kinds::contact::Role;
use crate::domain::slug::{Slugs, pinyin_slug};
use crate::import::Page;
use crate::say;

/// Pages of a table.
#[must_use]
pub fn read(bytes: &[u8], source: SourceId, today: Date) -> Reported<Vec<Page>> {
    let sheet = match sheet::read(bytes) {
        Ok(sheet) => sheet,
        Err(wrong) => {
            let wrong = Diagnostic::new(Code::ImportUnreadable, Span::file(source), wrong);
            return Reported::new(Vec::new(), vec![wrong]);
        }
    };
    let mut telling = Telling { source, found: Vec::new() };
    if let Some(name) = sheet.encoding {
        telling.say(
            Code::ImportEncoding,
            say!(zh: "文件是 {name} 编码，已照此读取", en: "the file is {name} and was read as such"),
        );
    }
    for (code, message) in &sheet.remarks {
        telling.say(*code, message.clone());
    }
    let headed = sheet.rows.iter().take(20).position(|(_, cells)| headings(cells).is_some());
    let Some(headed) = headed else {
        telling.say(
            Code::TableWithoutHeadings,
            say!(zh: "前 20 行里没有列名，至少要有“名称”和“电话”", en: "no headings in the first 20 rows: 名称 and 电话 at least"),
        );
        return Reported::new(Vec::new(), telling.found);
    };
    let columns = columns(&sheet, headed, &mut telling);
    let mut offices: Vec<Office> = Vec::new();
    let mut filler = Filler::new(&sheet);
    for row in &sheet.rows[headed + 1..] {
        let (cells, below) = filler.filled(row, &columns);
        let office = office((row.0, &cells), &columns, &mut telling);
        match (office, offices.last_mut()) {
            (Some(more), Some(last)) if below => last.phones.extend(more.phones),
            (Some(office), _) if office.name.is_some() => offices.push(office),
            (Some(_), _) => {
                let line = row.0;
                telling.say(
                    Code::RowSkipped,
                    say!(zh: "第 {line} 行没有名称", en: "row {line} has no name"),
                );
            }
            (None, _) => {}
        }
    }
    let mut slugs = Slugs::default();
    let pages = offices.iter().map(|office| office.page(today, &mut slugs)).collect();
    Reported::new(pages, telling.found)
}

/// What was found, said of the file.
struct Telling {
    source: SourceId,
    found: Vec<Diagnostic>,
}

impl Telling {
    fn say(&mut self, code: Code, message: Text) {
        self.found.push(Diagnostic::new(code, Span::file(self.source), message));
    }
}

/// The columns of the table; those that are not imported are told and left out.
fn columns(sheet: &Sheet, headed: usize, telling: &mut Telling) -> Vec<(Option<Column>, String)> {
    let cells = &sheet.rows[headed].1;
    let mut columns = headings(cells).unwrap_or_default();
    for (at, (column, heading)) in columns.iter_mut().enumerate() {
        let shown = conceal(heading).into_owned();
        if sheet.hidden.contains(&at) {
            *column = None;
            let message = say!(zh: "列“{shown}”是隐藏的，没有导入", en: "the column {shown} is hidden and was not imported");
            telling.say(Code::SheetPartly, message);
        } else if column.is_none() && !heading.is_empty() {
            let message =
                say!(zh: "列“{shown}”没有导入", en: "the column {shown} was not imported");
            telling.say(Code::UnknownColumn, message);
        }
    }
    columns
}

/// Fills what cells merged over several rows say into the rows below their first.
struct Filler<'s> {
    sheet: &'s Sheet,
    /// What the merged cells hold, by their place in the sheet's list.
    held: BTreeMap<usize, Cell>,
    /// Merged cells whose rows are not over, and the next to come.
    open: Vec<usize>,
    next: usize,
    order: Vec<usize>,
}

impl<'s> Filler<'s> {
    fn new(sheet: &'s Sheet) -> Self {
        let mut order: Vec<usize> = (0..sheet.merged.len()).collect();
        order.sort_by_key(|at| *sheet.merged[*at].rows.start());
        Self { sheet, held: BTreeMap::new(), open: Vec::new(), next: 0, order }
    }

    /// The cells of a row with what merged cells above it say, and whether it belongs to the office
    /// above it: its name is one cell with that of the row before.
    fn filled(
        &mut self,
        (number, cells): &Row,
        columns: &[(Option<Column>, String)],
    ) -> (Vec<Cell>, bool) {
        let mut cells = cells.clone();
        while let Some(at) = self.order.get(self.next)
            && self.sheet.merged[*at].rows.start() <= number
        {
            self.open.push(*at);
            self.next += 1;
        }
        self.open.retain(|at| self.sheet.merged[*at].rows.end() >= number);
        let mut below = false;
        for at in &self.open {
            let merged = &self.sheet.merged[*at];
            let first = *merged.columns.start();
            if merged.rows.start() == number {
                let held = cells.get(first).cloned().unwrap_or_default();
                self.held.insert(*at, held);
            } else if let Some(held) = self.held.get(at) {
                let column = columns.get(first).and_then(|(column, _)| *column);
                below |= column == Some(Column::Name);
                // What is merged has been said of the first row; its telephones are not said twice.
                if column != Some(Column::Phone) {
                    if cells.len() <= first {
                        cells.resize(first + 1, Cell::Empty);
                    }
                    cells[first] = held.clone();
                }
            }
        }
        (cells, below)
    }
}

/// What a row says of an office.
#[derive(Default)]
struct Office {
    name: Option<String>,
    texts: Vec<(Column, String)>,
    checked: Option<Date>,
    phones: Vec<(String, String)>,
}

fn office(
    (line, cells): (usize, &[Cell]),
    columns: &[(Option<Column>, String)],
    telling: &mut Telling,
) -> Option<Office> {
    if cells.iter().all(|cell| *cell == Cell::Empty) {
        return None;
    }
    extra(line, cells.get(columns.len()..).unwrap_or_default(), telling);
    let mut office = Office::default();
    for ((column, heading), cell) in columns.iter().zip(cells) {
        let Some(column) = *column else { continue };
        let place = Place { line, heading: conceal(heading).into_owned() };
        let Some(text) = place.text(cell, column, telling) else { continue };
        match column {
            Column::Phone => place.phones(&text, &mut office, telling),
            Column::CheckedOn => match day(&text) {
                Some(day) => office.checked = office.checked.or(Some(day)),
                None => place.unread(&text, telling),
            },
            Column::Name => office.name = office.name.or(Some(text)),
            _ if office.texts.iter().any(|(old, _)| *old == column) => place.second(&text, telling),
            _ => office.texts.push((column, text)),
        }
    }
    Some(office)
}

/// Cells to the right of the last heading.
fn extra(line: usize, cells: &[Cell], telling: &mut Telling) {
    let texts: Vec<String> = cells
        .iter()
        .filter_map(|cell| match cell {
            Cell::Text(text) | Cell::Number(text) | Cell::Date(text) | Cell::Lost(text) => {
                Some(conceal(text).into_owned())
            }
            Cell::Empty | Cell::Formula => None,
        })
        .collect();
    if texts.is_empty() {
        return;
    }
    let (count, texts) = (texts.len(), texts.join("、"));
    telling.say(
        Code::TableUneven,
        say!(
            zh: "第 {line} 行比列名多出 {count} 格，没有导入：{texts}。可能是一格里的逗号把它分成了两格",
            en: "row {line} has {count} cells more than there are headings, which were not imported: {texts}; a comma may have parted a cell",
        ),
    );
}

/// A cell that is read: its row, and the heading over it.
struct Place {
    line: usize,
    heading: String,
}

impl Place {
    /// What a cell says, citizens' numbers starred out.
    fn text(&self, cell: &Cell, column: Column, telling: &mut Telling) -> Option<String> {
        let Self { line, heading } = self;
        let text = match cell {
            Cell::Empty => return None,
            Cell::Formula => {
                let message = say!(zh: "第 {line} 行“{heading}”是公式，没有算出的值", en: "row {line}: {heading} is a formula without a value");
                telling.say(Code::FormulaWithoutValue, message);
                return None;
            }
            Cell::Lost(left) if column == Column::Phone || left.starts_with('#') => {
                let message = say!(
                    zh: "第 {line} 行“{heading}”只剩 {left}，原来的数字已经丢了，没有导入。请找到原来的号码，把那一列设成“文本”再填",
                    en: "row {line}: of {heading} only {left} is left and its digits are lost; it was not imported: look the number up again and set the column to text",
                );
                telling.say(Code::CellUnread, message);
                return None;
            }
            Cell::Number(number) if column == Column::Phone && conceal(number) == *number => {
                return Some(self.number(number, telling));
            }
            Cell::Text(text) | Cell::Number(text) | Cell::Date(text) | Cell::Lost(text) => text,
        };
        let hidden = conceal(text);
        if hidden != *text {
            let message = say!(zh: "第 {line} 行有身份证号，已遮住", en: "row {line} holds an ID number, which was starred out");
            telling.say(Code::NumberHidden, message);
        }
        // Numbers that a table of text left without their zero, where nothing else stands in the cell.
        if column == Column::Phone && headless(text) {
            return Some(self.number(text, telling));
        }
        Some(hidden.into_owned())
    }

    /// A telephone that is nothing but digits to the table.
    fn number(&self, number: &str, telling: &mut Telling) -> String {
        let Self { line, heading } = self;
        let Some(phone) = restored(number) else {
            let message = say!(zh: "第 {line} 行“{heading}”在表格里是数字 {number}，看不出是不是丢了 0，照原样写了，请核对", en: "row {line}: {heading} is the number {number} in the table; whether it lost a zero cannot be told, so it was kept as it is: compare it");
            telling.say(Code::PhoneAsNumber, message);
            return number.to_owned();
        };
        let message = say!(zh: "第 {line} 行“{heading}”在表格里是数字，读作 {phone}，请核对", en: "row {line}: {heading} is a number in the table, read as {phone}: compare it");
        telling.say(Code::PhoneAsNumber, message);
        phone
    }

    fn phones(&self, text: &str, office: &mut Office, telling: &mut Telling) {
        let Self { line, heading } = self;
        let plain = if heading.contains("电话") { heading.as_str() } else { "电话" };
        let cell = several(text);
        for phone in cell.phones {
            let mut number = phone.number;
            if headless(&number) {
                number = self.number(&number, telling);
            }
            let label = if phone.label.is_empty() { plain.to_owned() } else { phone.label };
            office.phones.push((label, number));
        }
        for left in cell.left.iter().filter(|left| !matches!(left.as_str(), "无" | "暂无" | "-"))
        {
            let message = say!(zh: "第 {line} 行“{heading}”里的“{left}”读不成电话，没有导入", en: "row {line}: “{left}” in {heading} is no telephone and was not imported");
            telling.say(Code::CellUnread, message);
        }
    }

    fn unread(&self, text: &str, telling: &mut Telling) {
        let Self { line, heading } = self;
        let message = say!(zh: "第 {line} 行“{heading}”写的是“{text}”，读不成日期，没有导入。日期写成 2026-11-01", en: "row {line}: “{text}” in {heading} is no date and was not imported; write 2026-11-01");
        telling.say(Code::CellUnread, message);
    }

    fn second(&self, text: &str, telling: &mut Telling) {
        let Self { line, heading } = self;
        let message = say!(zh: "第 {line} 行“{heading}”与前面的列说的是一项，只要了前面的，没有导入：{text}", en: "row {line}: {heading} says what a column before it says; only the first was imported, not “{text}”");
        telling.say(Code::CellUnread, message);
    }
}

impl Office {
    fn page(&self, today: Date, slugs: &mut Slugs) -> Page {
        let name = self.name.as_deref().unwrap_or_default();
        let base = pinyin_slug(name, 8);
        let stem = slugs.claim(&base);
        Page { section: "contacts", stem, base: Some(base), text: self.written(name, today) }
    }

    fn written(&self, name: &str, today: Date) -> String {
        let get = |wanted: Column| {
            self.texts.iter().find(|(column, _)| *column == wanted).map(|(_, text)| text.as_str())
        };
        let mut front = Front::default();
        front.text("title", name);
        front.text("role", role(get(Column::Role).unwrap_or(name)).word());
        front.raw("date", &today.to_string());
        let keys = [
            ("summary", Column::Summary),
            ("township", Column::Township),
            ("address", Column::Address),
            ("hours", Column::Hours),
            ("directions", Column::Directions),
            ("checked_by", Column::CheckedBy),
        ];
        for (key, column) in keys {
            if let Some(text) = get(column) {
                front.text(key, text);
            }
        }
        if let Some(day) = self.checked {
            front.raw("checked_on", &day.to_string());
        }
        for (label, number) in &self.phones {
            front.group("phone");
            front.text("label", label);
            front.text("number", number);
        }
        front.page("")
    }
}

/// What an office is, by the words for it.
fn role(words: &str) -> Role {
    let has = |word: &str| words.contains(word);
    if has("热线") || has("12348") {
        Role::Hotline
    } else if has("窗口") || has("服务大厅") {
        Role::Window
    } else if has("值班") {
        Role::Duty
    } else if has("站") || has("司法所") || has("点") {
        Role::Station
    } else {
        Role::Centre
    }
}

/// 2026-11-01, 2026/11/1, 2026.11.1, 2026年11月1日, 20261101, and the 46327 that tables make of it.
fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if digits && text.len() == 8 {
        return Date::new(
            text[..4].parse().ok()?,
            text[4..6].parse().ok()?,
            text[6..].parse().ok()?,
        );
    }
    if digits && text.len() == 5 {
        return day(&sheet::day(text.parse().ok()?)?);
    }
    // A clock behind the day is not asked for: 2026/11/1 0:00.
    let text = text.split([' ', 'T']).next().unwrap_or_default();
    let mut parts =
        text.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.trim().is_empty());
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Date::new(year.trim().parse().ok()?, month.trim().parse().ok()?, day.trim().parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_as_tables_write_them() {
        for text in ["2026年11月1日", "2026/11/1 0:00", "20261101", "46327", "2026-11-01"] {
            assert_eq!(
                day(text).map(|day| day.to_string()).as_deref(),
                Some("2026-11-01"),
                "{text}"
            );
        }
        for text in ["11月1日", "已核实", "99999999", "2026"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
