//! A table of offices becomes pages of `content/contacts/`, one a row.
//!
//! Columns are known by their Chinese headings (`column`). A telephone that the table took for a number
//! has lost its leading zero: it is put back only where the digits leave no doubt (`telephone`), and
//! told in every case. Headings may take two rows and come again over each block (`heading`, `block`). Every
//! row comes out or is told; so is every cell that was left out, and every column (`dropped`).

mod block;
mod column;
mod ditto;
mod dropped;
mod heading;
mod kind;
mod merged;
mod office;
mod place;
mod telephone;

use self::block::{Aside, aside};
use self::ditto::{Ditto, is_total};
use self::dropped::Dropped;
use self::heading::{Heading, Wide, headings};
use self::merged::Filler;
use self::office::{Office, office};
use self::place::shortened;
use super::sheet::{self, Cell, Row, Sheet};
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::span::{SourceId, Span};
use crate::base::text::Text;
use crate::domain::identifier::find::conceal;
use crate::domain::slug::Slugs;
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
    let blocks = headings(&sheet);
    if blocks.is_empty() {
        telling.say(
            Code::TableWithoutHeadings,
            say!(zh: "前 20 行里没有列名，至少要有“名称”和“电话”", en: "no headings in the first 20 rows: 名称 and 电话 at least"),
        );
        return Reported::new(Vec::new(), telling.found);
    }
    let offices = offices(&sheet, blocks, &mut telling);
    for office in &offices {
        office.tell(&mut telling);
    }
    let mut slugs = Slugs::default();
    let pages = offices.iter().map(|office| office.page(today, &mut slugs)).collect();
    Reported::new(pages, telling.found)
}

/// The offices of a table, block by block: each of them has a heading of its own.
fn offices(sheet: &Sheet, blocks: Vec<Heading>, telling: &mut Telling) -> Vec<Office> {
    let mut offices: Vec<Office> = Vec::new();
    let (wide, mut filler) = (Wide::of(sheet), Filler::new(sheet));
    let mut dropped = Dropped::default();
    let ends: Vec<usize> =
        blocks.iter().map(|block| block.first).chain([sheet.rows.len()]).collect();
    for (mut block, end) in blocks.into_iter().zip(ends.into_iter().skip(1)) {
        let rows = &sheet.rows[block.end..end.max(block.end)];
        dropped.tell(sheet, &mut block.columns, rows, telling);
        let mut ditto = Ditto::default();
        // Right above the next heading stands what it is the heading of.
        let filled = |row: &&Row| row.1.iter().any(|cell| *cell != Cell::Empty);
        let last = rows.iter().rfind(filled).filter(|_| end < sheet.rows.len());
        for row in rows {
            let (mut cells, merged) = filler.filled(row, &block.columns);
            if is_total(&cells, &block.columns) {
                telling.total(row.0);
                continue;
            }
            let last = last.is_some_and(|last| last.0 == row.0);
            let whole = (row.0, cells);
            if let Some(aside) = aside(&whole, &block.columns, last, &wide) {
                telling.aside(aside, &whole);
                continue;
            }
            cells = whole.1;
            let below = ditto.resolve(row.0, &mut cells, &block.columns, telling) || merged;
            let Some(office) = office((row.0, &cells), &block.columns, telling) else { continue };
            take(office, below, &mut offices, telling);
            ditto.keep(cells);
        }
    }
    if let Some(line) = filler.unfilled {
        telling.say(
            Code::SheetPartly,
            say!(zh: "合并的单元格里文字太多，第 {line} 行起没有再填到下面各行", en: "merged cells hold too much text: from row {line} on it was not filled into the rows below"),
        );
    }
    offices
}

/// Takes in an office; where its name is that of the row above, it is the same.
fn take(office: Office, below: bool, offices: &mut Vec<Office>, telling: &mut Telling) {
    let line = office.line;
    match offices.last_mut() {
        // An empty name over several rows names none of them.
        Some(last) if below && office.name.is_some() => last.join(office, line, telling),
        _ if office.name.is_some() => offices.push(office),
        _ => telling
            .say(Code::RowSkipped, say!(zh: "第 {line} 行没有名称", en: "row {line} has no name")),
    }
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

    fn aside(&mut self, aside: Aside, (line, cells): &Row) {
        let text = cells.iter().rev().find_map(Cell::written).unwrap_or_default();
        let text = shortened(&conceal(text));
        let message = match aside {
            Aside::Heading => {
                say!(zh: "第 {line} 行“{text}”是小标题，不是一家机构", en: "row {line}, {text}, is a heading and no office")
            }
            Aside::Alone => {
                say!(zh: "第 {line} 行只有“{text}”，没有电话、地址，看不出是一家机构，没有写成页面", en: "row {line} says only {text}, without telephone or address, and does not look like an office; no page was written")
            }
            Aside::Remark => {
                say!(zh: "第 {line} 行是说明，不是一家机构：{text}", en: "row {line} is a remark and no office: {text}")
            }
        };
        self.say(Code::RowSkipped, message);
    }
}
