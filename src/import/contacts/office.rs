//! An office as the rows of a table tell it, and the page that is made of it.

use super::Telling;
use super::column::Column;
use super::heading::Columns;
use super::kind::by_words;
use super::place::{Place, day, shortened};
use crate::base::code::Code;
use crate::base::date::Date;
use crate::domain::identifier::find::conceal;
use crate::domain::kinds::contact::Role;
use crate::domain::slug::{Slugs, pinyin_slug};
use crate::import::Page;
use crate::import::front::Front;
use crate::import::sheet::Cell;
use crate::say;

/// What a row says of an office.
#[derive(Default)]
pub(super) struct Office {
    pub(super) line: usize,
    pub(super) name: Option<String>,
    /// What the heading over the names says of all of them: 工作站.
    kind: Option<Role>,
    texts: Vec<(Column, String)>,
    checked: Option<Date>,
    pub(super) phones: Vec<(String, String)>,
}

/// What a row says; `None` where it says nothing.
pub(super) fn office(
    (line, cells): (usize, &[Cell]),
    columns: &Columns,
    telling: &mut Telling,
) -> Option<Office> {
    if cells.iter().all(|cell| *cell == Cell::Empty) {
        return None;
    }
    extra(line, cells.get(columns.len()..).unwrap_or_default(), telling);
    let mut office = Office { line, ..Office::default() };
    for ((column, heading), cell) in columns.iter().zip(cells) {
        let Some(column) = *column else { continue };
        let place = Place { line, heading: conceal(heading).into_owned() };
        let Some(text) = place.text(cell, column, telling) else { continue };
        match column {
            Column::Phone => {
                let numeric = !matches!(cell, Cell::Text(_));
                place.phones(&text, numeric, &mut office, telling);
            }
            Column::CheckedOn => match day(&text) {
                Some(_) if office.checked.is_some() => place.second(&text, telling),
                Some(day) => office.checked = Some(day),
                None => place.unread(&text, telling),
            },
            Column::Name if office.name.is_some() => place.second(&text, telling),
            Column::Name => {
                office.name = Some(text);
                office.kind = by_words(heading);
            }
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
    pub(super) fn join(&mut self, more: Self, line: usize, telling: &mut Telling) {
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

    fn get(&self, wanted: Column) -> Option<&str> {
        self.texts.iter().find(|(column, _)| *column == wanted).map(|(_, text)| text.as_str())
    }

    fn role(&self) -> Option<Role> {
        let name = self.name.as_deref().unwrap_or_default();
        let told = self.get(Column::Role).and_then(by_words);
        told.or_else(|| by_words(name)).or(self.kind)
    }

    /// Tells an office of which nothing says what it is: a page without it is better than a wrong one.
    pub(super) fn tell(&self, telling: &mut Telling) {
        if self.role().is_some() {
            return;
        }
        let (line, name) = (self.line, shortened(self.name.as_deref().unwrap_or_default()));
        telling.say(
            Code::OfficeKindUnknown,
            say!(
                zh: "第 {line} 行：看不出“{name}”是哪一类机构，没有写 role。请在页面里补上 centre（中心）、window（窗口）、station（工作站）、hotline（热线）或 duty（值班）",
                en: "row {line}: what kind of office {name} is cannot be told, so no role was written; add centre, window, station, hotline or duty",
            ),
        );
    }

    pub(super) fn page(&self, today: Date, slugs: &mut Slugs) -> Page {
        let name = self.name.as_deref().unwrap_or_default();
        let base = pinyin_slug(name, 8);
        let stem = slugs.claim(&base);
        Page { section: "contacts", stem, base: Some(base), text: self.written(name, today) }
    }

    fn written(&self, name: &str, today: Date) -> String {
        let mut front = Front::default();
        front.text("title", name);
        if let Some(role) = self.role() {
            front.text("role", role.word());
        }
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
            if let Some(text) = self.get(column) {
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
