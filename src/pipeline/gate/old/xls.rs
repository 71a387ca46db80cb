//! The sheets of an Excel workbook of before 2007 (MS-XLS): records, one after another.
//!
//! Texts are kept once, in a list of their own, and cells name them by number, as in an xlsx; numbers
//! are kept as numbers. Each sheet is put together row by row and read as a table. A record holds eight
//! kilobytes; what is longer goes on in the next, in the middle of a text.

use encoding_rs::GBK;

use super::{u16_at, u32_at};
use crate::domain::identifier::sighting::Table;
use crate::pipeline::gate::contents::{Contents, Number, Reader};
use crate::pipeline::gate::unread::Unread;
use crate::pipeline::gate::workbook::{WIDEST, row_of, shown_number};

/// Kinds of records (MS-XLS 2.3).
mod record {
    pub(super) const FORMULA: u16 = 0x0006;
    pub(super) const LOCKED: u16 = 0x002F;
    pub(super) const CONTINUED: u16 = 0x003C;
    pub(super) const SHEET: u16 = 0x0085;
    pub(super) const RKS: u16 = 0x00BD;
    pub(super) const RICH: u16 = 0x00D6;
    pub(super) const TEXTS: u16 = 0x00FC;
    pub(super) const NAMED: u16 = 0x00FD;
    pub(super) const NUMBER: u16 = 0x0203;
    pub(super) const LABEL: u16 = 0x0204;
    pub(super) const RESULT: u16 = 0x0207;
    pub(super) const RK: u16 = 0x027E;
    pub(super) const BEGIN: u16 = 0x0809;
}

/// The version of Excel 97 and later; those before wrote a byte a sign.
const WIDE: u16 = 0x0600;

/// What the sheets show.
pub(super) fn look(bytes: &[u8], reader: &mut Reader) -> Contents {
    let mut book = Book::default();
    let mut found = Contents::default();
    let mut records = Records { bytes, at: 0 }.peekable();
    while let Some((at, kind, data)) = records.next() {
        match kind {
            record::LOCKED => return Contents::unread(Unread::Locked),
            record::BEGIN => {
                found = found.and(book.end_sheet(reader));
                book.begin(at, data);
            }
            record::SHEET => book.names.extend(book.name(data)),
            record::TEXTS => {
                let mut parts = vec![data];
                while let Some((_, _, more)) =
                    records.next_if(|(_, kind, _)| *kind == record::CONTINUED)
                {
                    parts.push(more);
                }
                book.texts = Parts { parts, at: 8 }.texts();
            }
            _ => book.cells(kind, data),
        }
        if book.table.size() > reader.left() {
            return found.and(Contents::unread(Unread::TooMuch));
        }
    }
    found.and(book.end_sheet(reader))
}

/// Records and where they begin.
struct Records<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Iterator for Records<'b> {
    type Item = (usize, u16, &'b [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let at = self.at;
        let head: &[u8; 4] = self.bytes.get(at..)?.first_chunk()?;
        let kind = u16::from_le_bytes([head[0], head[1]]);
        let size = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let data = self.bytes.get(at + 4..)?;
        self.at += 4 + size;
        Some((at, kind, &data[..size.min(data.len())]))
    }
}

/// What was read of a workbook so far.
#[derive(Default)]
struct Book {
    wide: bool,
    texts: Vec<String>,
    /// The sheets' names, by where they begin.
    names: Vec<(usize, String)>,
    /// The name of the present sheet.
    sheet: String,
    table: Table,
    /// The numbers of the rows of the table, from 1.
    rows: Vec<usize>,
    /// Where a formula stands whose result follows.
    waiting: Option<(u16, u16)>,
}

impl Book {
    fn begin(&mut self, at: usize, data: &[u8]) {
        self.wide = u16_at(data, 0) == Some(WIDE);
        let named = self.names.iter().find(|(begins, _)| *begins == at);
        self.sheet = named.map(|(_, name)| name.clone()).unwrap_or_default();
    }

    /// The name of a sheet, and where it begins.
    fn name(&self, data: &[u8]) -> Option<(usize, String)> {
        let at = usize::try_from(u32_at(data, 0)?).ok()?;
        let length = usize::from(*data.get(6)?);
        let (wide, start) = if self.wide { (data.get(7)? & 1 != 0, 8) } else { (false, 7) };
        let size = if wide { 2 * length } else { length };
        let bytes = data.get(start..)?;
        Some((at, decoded(&bytes[..size.min(bytes.len())], wide)))
    }

    fn end_sheet(&mut self, reader: &mut Reader) -> Contents {
        let table = std::mem::take(&mut self.table);
        let rows = std::mem::take(&mut self.rows);
        reader.spend(table.size());
        Contents::of(table.first().map(|(at, sighting)| {
            let row = rows.get(at).copied().unwrap_or(at);
            Number::from(sighting).at(row_of(&self.sheet, row))
        }))
    }

    /// The cells a record holds.
    fn cells(&mut self, kind: u16, data: &[u8]) {
        let Some((row, column)) = u16_at(data, 0).zip(u16_at(data, 2)) else { return };
        match kind {
            record::NAMED => {
                let text = u32_at(data, 6).and_then(|at| self.texts.get(usize::try_from(at).ok()?));
                self.cell(row, column, &text.cloned().unwrap_or_default());
            }
            record::LABEL | record::RICH => {
                let text = self.text(data.get(6..).unwrap_or_default());
                self.cell(row, column, &text);
            }
            record::NUMBER => self.number(row, column, f64_at(data, 6)),
            record::RK => self.number(row, column, u32_at(data, 6).map(rk)),
            record::RKS => {
                let all = data.get(4..).unwrap_or_default().chunks_exact(6);
                for (column, one) in (column..=u16::MAX).zip(all) {
                    self.number(row, column, u32_at(one, 2).map(rk));
                }
            }
            // A result that is no number says so in its last two bytes.
            record::FORMULA if data.get(12..14) == Some(&[0xFF, 0xFF]) => {
                self.waiting = Some((row, column));
            }
            record::FORMULA => self.number(row, column, f64_at(data, 6)),
            record::RESULT => {
                if let Some((row, column)) = self.waiting.take() {
                    let text = self.text(data);
                    self.cell(row, column, &text);
                }
            }
            _ => {}
        }
    }

    fn number(&mut self, row: u16, column: u16, value: Option<f64>) {
        if let Some(value) = value {
            self.cell(row, column, &shown_number(value));
        }
    }

    fn cell(&mut self, row: u16, column: u16, value: &str) {
        let row = usize::from(row) + 1;
        if self.rows.last() != Some(&row) {
            self.rows.push(row);
            self.table.row();
        }
        self.table.cell(Some(usize::from(column)).filter(|at| *at < WIDEST), value);
    }

    /// A text with its length before it.
    fn text(&self, data: &[u8]) -> String {
        let Some(length) = u16_at(data, 0).map(usize::from) else { return String::new() };
        let wide = self.wide && data.get(2).is_some_and(|flags| flags & 1 != 0);
        let bytes = data.get(if self.wide { 3 } else { 2 }..).unwrap_or_default();
        let size = if wide { 2 * length } else { length };
        decoded(&bytes[..size.min(bytes.len())], wide)
    }
}

fn decoded(bytes: &[u8], wide: bool) -> String {
    let encoding = if wide { encoding_rs::UTF_16LE } else { GBK };
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// A number in four bytes (MS-XLS 2.5.217): the upper half of a number, or a whole one, in hundredths
/// or not.
fn rk(code: u32) -> f64 {
    let value = if code & 2 == 0 {
        f64::from_bits(u64::from(code & !3) << 32)
    } else {
        f64::from(code.cast_signed() >> 2)
    };
    if code & 1 == 0 { value } else { value / 100.0 }
}

fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// The list of texts, in the records it lies in.
struct Parts<'b> {
    parts: Vec<&'b [u8]>,
    /// In the first of them.
    at: usize,
}

impl Parts<'_> {
    /// The texts, by their numbers; as far as the list goes.
    fn texts(mut self) -> Vec<String> {
        self.parts.reverse();
        std::iter::from_fn(|| self.text()).collect()
    }

    /// The bytes left of the present record.
    fn rest(&self) -> usize {
        self.parts.last().map_or(0, |part| part.len().saturating_sub(self.at))
    }

    /// Goes on in the next record once the present one is at its end.
    fn go_on(&mut self) -> Option<()> {
        while self.rest() == 0 {
            self.parts.pop();
            self.at = 0;
            self.parts.last()?;
        }
        Some(())
    }

    fn byte(&mut self) -> Option<u8> {
        self.go_on()?;
        let byte = *self.parts.last()?.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn skip(&mut self, mut size: usize) -> Option<()> {
        while size > 0 {
            self.go_on()?;
            let step = size.min(self.rest());
            self.at += step;
            size -= step;
        }
        Some(())
    }

    /// A text (MS-XLS 2.5.293): its length, how it is written, its characters, and behind them what is
    /// said of fonts and of how it is spoken.
    fn text(&mut self) -> Option<String> {
        let length = usize::from(self.u16()?);
        let flags = self.byte()?;
        let fonts = if flags & 8 == 0 { 0 } else { 4 * usize::from(self.u16()?) };
        let spoken = if flags & 4 == 0 {
            0
        } else {
            usize::from(self.u16()?) | usize::from(self.u16()?) << 16
        };
        let text = self.characters(length, flags & 1 != 0);
        // What breaks off here ends the list with the next text.
        let _ = self.skip(fonts.saturating_add(spoken));
        Some(text)
    }

    /// So many characters; where they go on in the next record, that says anew how they are written.
    fn characters(&mut self, mut length: usize, mut wide: bool) -> String {
        let mut text = String::new();
        while length > 0 {
            if self.rest() == 0 {
                let Some(flags) = self.byte() else { break };
                wide = flags & 1 != 0;
            }
            let width = if wide { 2 } else { 1 };
            let count = length.min(self.rest() / width);
            let Some(part) = self.parts.last().filter(|_| count > 0) else { break };
            let bytes = &part[self.at..self.at + count * width];
            // In this list a narrow sign is the lower byte of one of UTF-16.
            if wide {
                text += &decoded(bytes, true);
            } else {
                text.extend(bytes.iter().map(|byte| char::from(*byte)));
            }
            self.at += count * width;
            length -= count;
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Parts, look, record, rk};
    use crate::pipeline::gate::contents::Reader;

    fn one(kind: u16, data: &[u8]) -> Vec<u8> {
        let size = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes(), &size.to_le_bytes(), data].concat()
    }

    #[test]
    fn texts_go_on_in_the_next_record() {
        // 349907 narrow, then 柳某 wide: broken in the middle of each.
        let first = [1, 0, 0, 0, 2, 0, 0, 0, 6, 0, 0, b'3', b'4', b'9'];
        let second = [0, b'9', b'0', b'7', 2, 0, 1, 0xF3, 0x67];
        let third = [1, 0xD0, 0x67];
        let parts = Parts { parts: vec![&first, &second, &third], at: 8 };
        assert_eq!(parts.texts(), ["349907", "柳某"]);
    }

    #[test]
    fn numbers_in_four_bytes() {
        assert!((rk(0x3FF0_0000) - 1.0).abs() < 1e-9);
        assert!((rk(12_348 << 2 | 2) - 12_348.0).abs() < 1e-9);
        assert!((rk(12_348 << 2 | 3) - 123.48).abs() < 1e-9);
    }

    #[test]
    fn cells_of_a_row() {
        let begin = one(record::BEGIN, &[0, 6, 16, 0]);
        let number = |column: u8, value: f64| {
            let place = [4, 0, column, 0, 0, 0];
            one(record::NUMBER, &[place.as_slice(), &value.to_le_bytes()].concat())
        };
        let sheet = [begin, number(0, 349_907.0), number(1, 19_851_103.0), number(2, 129.0)];
        assert!(look(&sheet.concat(), &mut Reader::with(1 << 20)).number.is_none());
        let begin = one(record::BEGIN, &[0, 6, 16, 0]);
        let sheet = [begin, number(0, 349_907.0), number(1, 198_511_030_129.0)];
        let found = look(&sheet.concat(), &mut Reader::with(1 << 20)).number.unwrap();
        assert_eq!(found.inside[0].en, "row 5 of the sheet \"\"");
        let locked = one(record::LOCKED, &[0, 0]);
        assert!(look(&locked, &mut Reader::with(1 << 20)).unread.is_some());
    }

    proptest! {
        #[test]
        fn nothing_panics(
            records in prop::collection::vec(
                (prop::sample::select(&[
                    record::FORMULA, record::CONTINUED, record::SHEET, record::RKS, record::RICH,
                    record::TEXTS, record::NAMED, record::NUMBER, record::LABEL, record::RESULT,
                    record::RK, record::BEGIN,
                ][..]), prop::collection::vec(any::<u8>(), 0..40)),
                0..12,
            ),
            tail in prop::collection::vec(any::<u8>(), 0..6),
        ) {
            let mut bytes: Vec<u8> =
                records.iter().flat_map(|(kind, data)| one(*kind, data)).collect();
            bytes.extend(tail);
            let _ = look(&bytes, &mut Reader::with(1 << 20));
        }
    }
}
