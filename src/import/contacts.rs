//! A table of offices becomes pages of `content/contacts/`, one a row.
//!
//! Columns are known by their Chinese headings (`column`). A telephone that the table took for a number
//! has lost its leading zero: it is put back only where the digits leave no doubt (`telephone`), and
//! told in every case. Every row comes out or is told; so is every cell that was left out.

mod column;
mod ditto;
mod merged;
mod place;
mod telephone;

use self::column::{Column, headings};
use self::ditto::{Ditto, is_total};
use self::merged::Filler;
use self::place::{Place, day, shortened};
use super::front::Front;
use super::sheet::{self, Cell, Sheet};
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
    let (mut filler, mut ditto) = (Filler::new(&sheet), Ditto::default());
    for row in &sheet.rows[headed + 1..] {
        let (mut cells, merged) = filler.filled(row, &columns);
        if is_total(&cells, &columns) {
            telling.total(row.0);
            continue;
        }
        let below = ditto.resolve(row.0, &mut cells, &columns, &mut telling) || merged;
        let office = office((row.0, &cells), &columns, &mut telling);
        match (office, offices.last_mut()) {
            // An empty name over several rows names none of them.
            (Some(more), Some(last)) if below && more.name.is_some() => {
                last.join(more, row.0, &mut telling);
            }
            (Some(office), _) if office.name.is_some() => offices.push(office),
            (Some(_), _) => {
                let line = row.0;
                telling.say(
                    Code::RowSkipped,
                    say!(zh: "第 {line} 行没有名称", en: "row {line} has no name"),
                );
            }
            (None, _) => continue,
        }
        ditto.keep(cells);
    }
    if let Some(line) = filler.unfilled {
        telling.say(
            Code::SheetPartly,
            say!(zh: "合并的单元格里文字太多，第 {line} 行起没有再填到下面各行", en: "merged cells hold too much text: from row {line} on it was not filled into the rows below"),
        );
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

    fn total(&mut self, line: usize) {
        self.say(
            Code::RowSkipped,
            say!(zh: "第 {line} 行是合计，不是一家机构", en: "row {line} is a total and no office"),
        );
    }
}

/// The columns of the table; those that are not imported are told and left out.
fn columns(sheet: &Sheet, headed: usize, telling: &mut Telling) -> Vec<(Option<Column>, String)> {
    let cells = &sheet.rows[headed].1;
    let mut columns = headings(cells).unwrap_or_default();
    for (at, (column, heading)) in columns.iter_mut().enumerate() {
        let shown = conceal(heading).into_owned();
        if sheet.hidden.get(at) == Some(&true) {
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
                Some(_) if office.checked.is_some() => place.second(&text, telling),
                Some(day) => office.checked = Some(day),
                None => place.unread(&text, telling),
            },
            Column::Name if office.name.is_some() => place.second(&text, telling),
            Column::Name => office.name = Some(text),
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
        .filter_map(|cell| cell.written().map(|text| shortened(&conceal(text))))
        .collect();
    if texts.is_empty() {
        return;
    }
    let (count, texts) = (texts.len(), texts[..texts.len().min(8)].join("、"));
    telling.say(
        Code::TableUneven,
        say!(
            zh: "第 {line} 行比列名多出 {count} 格，没有导入：{texts}。可能是一格里的逗号把它分成了两格",
            en: "row {line} has {count} cells more than there are headings, which were not imported: {texts}; a comma may have parted a cell",
        ),
    );
}

impl Office {
    /// Takes in a row whose name is one cell with that of the row above: its telephones, and what was
    /// not said yet.
    fn join(&mut self, more: Self, line: usize, telling: &mut Telling) {
        self.phones.extend(more.phones);
        self.checked = self.checked.or(more.checked);
        for (column, text) in more.texts {
            match self.texts.iter().find(|(old, _)| *old == column) {
                None => self.texts.push((column, text)),
                Some((_, old)) if *old == text => {}
                Some(_) => {
                    let text = shortened(&text);
                    let message = say!(zh: "第 {line} 行与上一行是一家，写的却不一样，没有导入：{text}", en: "row {line} is of the same office as the row above and says otherwise; it was not imported: {text}");
                    telling.say(Code::CellUnread, message);
                }
            }
        }
    }

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
