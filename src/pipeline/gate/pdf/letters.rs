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

/// What one name of a list costs, in bytes gone through.
const NAME: u64 = 16;

/// The signs of a number by their names in lists of fonts.
const NAMES: [(&[u8], char); 12] = [
    (b"zero", '0'),
    (b"one", '1'),
    (b"two", '2'),
    (b"three", '3'),
    (b"four", '4'),
    (b"five", '5'),
    (b"six", '6'),
    (b"seven", '7'),
    (b"eight", '8'),
    (b"nine", '9'),
    (b"X", 'X'),
    (b"x", 'x'),
];

/// Whether a font's signs are those of Adobe-GB1, of which the first ones are ASCII's.
fn in_list_of_adobe(font: &Dictionary, file: &File) -> bool {
    let list = || {
        let below = file.value(font, b"DescendantFonts")?.array()?.first()?;
        let system = file.value(file.real(below)?.dict()?, b"CIDSystemInfo")?.dict()?;
        file.value(system, b"Ordering")?.string()
    };
    list() == Some(b"GB1")
}

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
        if let Some(stream) = table {
            return match filter::plain(stream, file, reader) {
                Ok(bytes) => (Self { wide, gbk, table: Table::read(&bytes) }, None),
                Err(why) => (Self { wide, gbk, ..Self::default() }, Some(why)),
            };
        }
        let mut table = Table::default();
        let mut unread = None;
        if wide && encoding.starts_with(b"Identity") {
            // The codes are places in the font, which Adobe's list of Chinese signs names.
            if in_list_of_adobe(font, file) {
                table.ranges.insert(1, (95, " ".to_owned()));
            } else {
                unread = Some(Unread::PartOfPdf);
            }
        } else if !wide {
            let names = file.value(font, b"Encoding").and_then(Object::dict);
            let names = names.and_then(|dict| file.value(dict, b"Differences")?.array());
            // Many fonts may share one list.
            unread = reader.walk(names.map_or(0, <[_]>::len) as u64 * NAME).err();
            if unread.is_none() {
                table.named(names.unwrap_or_default());
            }
        }
        (Self { wide, gbk, table }, unread)
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

    /// Takes digits from a list of codes and names: `[48/zero/one 88/X]`.
    fn named(&mut self, list: &[Object]) {
        let mut code = 0u32;
        for part in list {
            match part {
                Object::Integer(first) => code = u32::try_from(*first).unwrap_or(LAST),
                Object::Name(name) => {
                    if let Some((_, sign)) = NAMES.iter().find(|(own, _)| *own == &name[..]) {
                        self.single.insert(code.min(LAST), (*sign).to_string());
                    }
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
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
