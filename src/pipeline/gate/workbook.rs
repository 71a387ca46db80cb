//! What the sheets of a workbook show.
//!
//! An xlsx keeps its texts in a list of their own, each once, and its cells name them by number: a form
//! with a box for each digit holds ten texts and eighteen cells that mean nothing by themselves. So the
//! rows are put together again, each cell in its column, and read as a table.

use std::collections::BTreeMap;
use std::io::Cursor;

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::contents::{Contents, Number, Reader};
use super::unread::Unread;
use crate::base::text::Text;
use crate::domain::identifier::find::conceal;
use crate::domain::identifier::sighting::Table;
use crate::say;

/// Columns that keep their place: what stands farther right follows cell by cell.
pub(super) const WIDEST: usize = 64;
/// Numbers of fifteen digits, as many as Excel keeps, to eighteen, of which the last are noughts.
const LONG: std::ops::Range<f64> = 1e14..1e18;

/// What the cells of a workbook's sheets refer to.
pub(super) struct Workbook {
    /// The texts, by their numbers.
    shared: Vec<String>,
    /// The names of the sheets by the parts they lie in.
    names: BTreeMap<String, String>,
}

impl Workbook {
    /// What an archive says of its sheets, if it is a workbook.
    pub(super) fn of(archive: &mut ZipArchive<Cursor<&[u8]>>, reader: &mut Reader) -> Option<Self> {
        let book = part(archive, "xl/workbook.xml", reader)?;
        let relations = part(archive, "xl/_rels/workbook.xml.rels", reader).unwrap_or_default();
        let shared = part(archive, "xl/sharedStrings.xml", reader).unwrap_or_default();
        Some(Self { shared: texts(&shared), names: names(&book, &relations) })
    }

    /// What a sheet shows; nothing for any other part.
    pub(super) fn look(&self, part: &str, bytes: &[u8], reader: &mut Reader) -> Contents {
        if !part.starts_with("xl/worksheets/") {
            return Contents::default();
        }
        let (table, rows, whole) = self.table(&String::from_utf8_lossy(bytes), reader.left());
        reader.spend(table.size());
        let first = table.first().map(|(at, sighting)| {
            let row = rows.get(at).copied().unwrap_or(at);
            Number::from(sighting).at(self.place(part, row))
        });
        Contents::with(first, (!whole).then_some(Unread::TooMuch))
    }

    fn place(&self, part: &str, row: usize) -> Text {
        row_of(self.names.get(part).map_or("", String::as_str), row)
    }

    /// A sheet, the numbers of its rows, and whether it has no more than `room` bytes: many cells may
    /// name one long text.
    fn table(&self, sheet: &str, room: usize) -> (Table, Vec<usize>, bool) {
        let (mut table, mut rows) = (Table::default(), Vec::new());
        let (mut cell, mut inside) = (Cell::default(), false);
        let mut xml = quick_xml::Reader::from_str(sheet);
        // What breaks off is read as far as it goes: the part is looked at as it lies there as well.
        while let Ok(event) = xml.read_event() {
            match event {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "row" => {
                        rows.push(number(&tag, "r").unwrap_or(rows.len() + 1));
                        table.row();
                    }
                    "c" => cell = Cell::of(&tag),
                    "v" | "t" => inside = true,
                    _ => {}
                },
                Event::Text(text) if inside => cell.value += &text,
                Event::End(tag) => match tag.local_name().as_ref() {
                    "v" | "t" => inside = false,
                    "c" => {
                        let Cell { column, .. } = cell;
                        table.cell(column, &std::mem::take(&mut cell).shown(&self.shared));
                        if table.size() > room {
                            return (table, rows, false);
                        }
                    }
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        (table, rows, true)
    }
}

/// A cell as it is written.
#[derive(Default)]
struct Cell {
    /// From the left, from 0, where it says so.
    column: Option<usize>,
    /// Whether the value is the number of a text.
    shared: bool,
    value: String,
}

impl Cell {
    fn of(tag: &BytesStart<'_>) -> Self {
        let place = attribute(tag, "r").unwrap_or_default();
        let letters = place.bytes().take_while(u8::is_ascii_uppercase).take(3);
        let column = letters.fold(0, |at, letter| at * 26 + usize::from(letter - b'A') + 1);
        let shared = attribute(tag, "t").as_deref() == Some("s");
        let column = column.checked_sub(1).filter(|at| *at < WIDEST);
        Self { column, shared, value: String::new() }
    }

    /// What it shows. A number of eighteen digits, which Excel keeps fifteen of, is written with an
    /// exponent.
    fn shown(self, shared: &[String]) -> String {
        if self.shared {
            let text = self.value.trim().parse().ok().and_then(|at: usize| shared.get(at));
            return text.cloned().unwrap_or_default();
        }
        match self.value.parse::<f64>() {
            Ok(number) if LONG.contains(&number) => shown_number(number),
            _ => self.value,
        }
    }
}

/// A number with all its digits.
pub(super) fn shown_number(number: f64) -> String {
    if LONG.contains(&number) { format!("{number:.0}") } else { number.to_string() }
}

/// A row of a sheet, as a clerk looks it up.
pub(super) fn row_of(sheet: &str, row: usize) -> Text {
    let name = conceal(sheet);
    say!(zh: "工作表“{name}”第 {row} 行", en: "row {row} of the sheet {name:?}")
}

/// A part of the archive, as far as it may be read.
fn part(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
    reader: &mut Reader,
) -> Option<String> {
    let file = archive.by_name(name).ok()?;
    let size = file.compressed_size();
    Some(String::from_utf8_lossy(&reader.unpack(file, size, Unread::Member).0).into_owned())
}

/// The texts cells refer to; what tells how to read them aloud (`rPh`) is no part of them.
fn texts(part: &str) -> Vec<String> {
    let (mut all, mut inside, mut aloud) = (Vec::new(), false, false);
    let mut xml = quick_xml::Reader::from_str(part);
    while let Ok(event) = xml.read_event() {
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "si" => all.push(String::new()),
                "t" => inside = true,
                "rPh" => aloud = true,
                _ => {}
            },
            Event::Empty(tag) if tag.local_name().as_ref() == "si" => all.push(String::new()),
            Event::Text(text) if inside && !aloud => {
                if let Some(last) = all.last_mut() {
                    *last += &text;
                }
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => inside = false,
                "rPh" => aloud = false,
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    all
}

/// The names of the sheets by the parts they lie in.
fn names(book: &str, relations: &str) -> BTreeMap<String, String> {
    let parts: BTreeMap<String, String> =
        tags(relations, "Relationship", ["Id", "Target"]).collect();
    let named = tags(book, "sheet", ["id", "name"]);
    let part = |target: &String| format!("xl/{}", target.trim_start_matches("/xl/"));
    named.filter_map(|(id, name)| Some((part(parts.get(&id)?), name))).collect()
}

/// Two attributes of each tag of a name.
fn tags<'b>(
    part: &'b str,
    name: &'b str,
    keys: [&'b str; 2],
) -> impl Iterator<Item = (String, String)> + 'b {
    let mut xml = quick_xml::Reader::from_str(part);
    std::iter::from_fn(move || {
        loop {
            match xml.read_event().ok()? {
                Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == name => {
                    let [one, other] = keys.map(|key| attribute(&tag, key).unwrap_or_default());
                    return Some((one, other));
                }
                Event::Eof => return None,
                _ => {}
            }
        }
    })
}

fn number(tag: &BytesStart<'_>, key: &str) -> Option<usize> {
    attribute(tag, key)?.parse().ok()
}

/// An attribute, whatever its prefix.
fn attribute(tag: &BytesStart<'_>, key: &str) -> Option<String> {
    let mut all = tag.attributes();
    // Whether two have one name is not asked: each would be compared with all before it.
    let found =
        all.with_checks(false).flatten().find(|found| found.key.local_name().as_ref() == key)?;
    Some(found.value.into_owned())
}
