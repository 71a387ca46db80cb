//! How the codes of a font are read.

use std::collections::BTreeMap;

use super::file::File;
use super::filter;
use super::object::{Dictionary, Object};
use super::token::{Item, Tokens};
use crate::pipeline::gate::contents::Reader;
use crate::pipeline::gate::unread::Unread;

/// No font has codes of more than two bytes that anybody writes.
const LAST: u32 = 0xFFFF;

/// Values between two words of a table.
const MOST_OPERANDS: usize = 100_000;

/// Bytes that one code may stand for: a ligature has a few characters.
const LONGEST: usize = 16;

/// How the codes of a font are read.
#[derive(Default)]
pub(super) struct Letters {
    /// Whether a code has two bytes.
    wide: bool,
    /// Whether the codes are GBK: old Chinese fonts say so, and have no table.
    gbk: bool,
    table: Table,
}

impl Letters {
    pub(super) fn of(
        font: &Dictionary,
        file: &File,
        reader: &mut Reader,
    ) -> (Self, Option<Unread>) {
        let name = |key: &[u8]| file.value(font, key).and_then(Object::name).unwrap_or_default();
        let encoding = name(b"Encoding");
        let gbk = encoding.starts_with(b"GB");
        let wide = name(b"Subtype") == b"Type0";
        let table = file.value(font, b"ToUnicode").and_then(Object::stream);
        match table.map(|stream| filter::plain(stream, file, reader)) {
            Some(Ok(bytes)) => (Self { wide, gbk, table: Table::read(&bytes) }, None),
            Some(Err(why)) => (Self { wide, gbk, ..Self::default() }, Some(why)),
            None => (Self { wide, gbk, ..Self::default() }, None),
        }
    }

    /// Writes what codes stand for; stops behind so many bytes of text, since a code may stand for
    /// several characters.
    pub(super) fn read(&self, bytes: &[u8], most: usize, out: &mut String) {
        if self.gbk {
            out.push_str(&encoding_rs::GB18030.decode_without_bom_handling(bytes).0);
            return;
        }
        for code in bytes.chunks(if self.wide { 2 } else { 1 }) {
            if out.len() > most {
                return;
            }
            let code = number(code);
            if !self.table.read_into(code, out) {
                // Without a table the codes of most old fonts are their characters.
                out.extend(char::from_u32(code));
            }
        }
    }
}

/// A `ToUnicode` table: `<0003> <0033>` and `<0003> <0012> <0030>` between its marks. Ranges stay
/// ranges, so that a short table cannot fill the memory.
#[derive(Default)]
struct Table {
    single: BTreeMap<u32, String>,
    /// By their first codes: the last one, and what the first stands for.
    ranges: BTreeMap<u32, (u32, String)>,
}

impl Table {
    fn read(bytes: &[u8]) -> Self {
        let mut table = Self::default();
        let mut tokens = Tokens::new(bytes, 0, MOST_OPERANDS);
        let mut parts = 0;
        let mut row: Vec<Object> = Vec::new();
        while let Ok(Some(item)) = tokens.next() {
            match item {
                Item::Word(word) => {
                    parts = match word {
                        b"beginbfchar" => 2,
                        b"beginbfrange" => 3,
                        _ => 0,
                    };
                    tokens.room = MOST_OPERANDS;
                    row.clear();
                }
                Item::Object(object) if parts > 0 => {
                    row.push(object);
                    if row.len() == parts {
                        table.add(&row);
                        tokens.room = MOST_OPERANDS;
                        row.clear();
                    }
                }
                Item::Object(_) => {}
            }
        }
        table
    }

    fn add(&mut self, row: &[Object]) {
        match row {
            [Object::String(code), Object::String(target)] => self.single(number(code), target),
            [Object::String(first), Object::String(last), Object::String(target)] => {
                let (first, last) = (number(first), number(last).min(LAST));
                if first <= last && target.len() <= LONGEST {
                    self.ranges.insert(first, (last, text(target)));
                }
            }
            // `[<0033> <0034>]` lists what each code stands for.
            [Object::String(first), Object::String(_), Object::Array(list)] => {
                for (code, target) in (number(first)..=LAST).zip(list) {
                    self.single(code, target.string().unwrap_or_default());
                }
            }
            _ => {}
        }
    }

    fn single(&mut self, code: u32, target: &[u8]) {
        if code <= LAST && target.len() <= LONGEST {
            self.single.insert(code, text(target));
        }
    }

    /// Writes what a code stands for, if the table says so.
    fn read_into(&self, code: u32, out: &mut String) -> bool {
        if let Some(text) = self.single.get(&code) {
            out.push_str(text);
            return true;
        }
        let range = self.ranges.range(..=code).next_back().filter(|(_, (last, _))| code <= *last);
        let Some((first, (_, start))) = range else { return false };
        let Some(end) = start.chars().last() else { return true };
        out.push_str(&start[..start.len() - end.len_utf8()]);
        out.extend(char::from_u32(u32::from(end).saturating_add(code - first)));
        true
    }
}

/// The number that some bytes are; what is too large is past every code.
fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |code: u32, byte| code.saturating_mul(256) | u32::from(*byte))
}

fn text(bytes: &[u8]) -> String {
    encoding_rs::UTF_16BE.decode_without_bom_handling(bytes).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Letters, Table};

    fn shown(table: &Table, code: u32) -> Option<String> {
        let mut out = String::new();
        table.read_into(code, &mut out).then_some(out)
    }

    #[test]
    fn tables_of_fonts() {
        let table = Table::read(
            b"1 beginbfchar <0001> <0033> endbfchar
            2 beginbfrange <0010> <0019> <0030> <0020> <0021> [<0034> <0039>] endbfrange",
        );
        let text = |code| shown(&table, code);
        assert_eq!(text(1).as_deref(), Some("3"));
        assert_eq!(text(0x10).as_deref(), Some("0"));
        assert_eq!(text(0x19).as_deref(), Some("9"));
        assert_eq!((text(0x1A), text(0x22)), (None, None));
        assert_eq!(text(0x20).as_deref(), Some("4"));
        assert_eq!(text(0x21).as_deref(), Some("9"));
    }

    #[test]
    fn ranges_without_end_take_no_room() {
        let mut long = b"1 beginbfrange ".to_vec();
        for first in 0..2000 {
            long.extend(format!("<{first:04X}> <FFFFFFFF> <0030> ").bytes());
        }
        long.extend(b"<00010000> <FFFFFFFF> <0031> endbfrange");
        let table = Table::read(&long);
        assert_eq!(table.single.len() + table.ranges.len(), 2000);
        assert!(table.ranges.values().all(|(last, _)| *last == 0xFFFF));
        assert_eq!(shown(&table, 0x1_0000), None);
    }

    #[test]
    fn old_chinese_fonts_are_read() {
        let mut out = String::new();
        let letters = Letters { wide: true, gbk: true, table: Table::default() };
        letters.read(b"\xC9\xED\xB7\xDD 3499", 99, &mut out);
        assert_eq!(out, "身份 3499");
    }
}
