//! Office files of before 2007: doc, xls, ppt, and wps, et and dpp of WPS, which are the same.
//!
//! Such a file keeps its streams in sectors like a disk, in any order, and offices still have more of
//! them than of any other kind. A number is whole only once its stream is put together, and in a doc
//! once its pieces are ([`doc`]), in a table once its cells are ([`xls`]). What lies in no stream any
//! more (deleted text) is looked at as it lies there.

mod doc;
mod macros;
mod ppt;
mod xls;

use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use cfb::CompoundFile;

use super::contents::{Contents, DEEPEST, Number, Reader, raw, wide};
use super::unread::Unread;

/// How such a file begins.
pub(super) const BEGINS: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];
/// Streams that are looked at: more than any office program writes.
const MOST: usize = 10_000;

type Compound<'b> = CompoundFile<Cursor<&'b [u8]>>;

/// What such a file shows. `own` is one that an office program put into a file of its own: macros, a
/// list of small pictures.
pub(super) fn look(bytes: &[u8], own: bool, reader: &mut Reader, depth: usize) -> Contents {
    let streams = if depth > DEEPEST {
        Contents::unread(Unread::TooMuch)
    } else {
        streams(bytes, own, reader, depth)
    };
    if streams.leaks() { streams } else { streams.and(lying(bytes)) }
}

/// Bytes of which nobody knows how they are to be read: what a line is cannot be said.
fn lying(bytes: &[u8]) -> Contents {
    let number = Number::surer(wide(bytes), || raw(bytes));
    Contents::of(number.map(|number| Number { inside: Vec::new(), ..number }))
}

fn streams(bytes: &[u8], own: bool, reader: &mut Reader, depth: usize) -> Contents {
    let Ok(mut file) = CompoundFile::open(Cursor::new(bytes)) else {
        return Contents::unread(if own { Unread::Member } else { Unread::Old });
    };
    let mut streams: Vec<PathBuf> = Vec::new();
    let all = file.walk().filter(cfb::Entry::is_stream);
    streams.extend(all.take(MOST + 1).map(|entry| entry.path().to_owned()));
    let mut found = Contents::default();
    if streams.len() > MOST {
        found = found.and(Contents::unread(Unread::TooMuch));
        streams.truncate(MOST);
    }
    let known = streams.iter().any(|path| Kind::of(path) != Kind::Other);
    if !known && !own {
        found = found.and(Contents::unread(Unread::Old));
    }
    for path in streams {
        let (bytes, damaged) = stream(&mut file, &path, reader);
        found = found.and(Contents::with(None, damaged));
        found = found.and(match Kind::of(&path) {
            Kind::Locked => Contents::unread(Unread::Locked),
            Kind::Document => document(&mut file, &path, &bytes, reader),
            Kind::Workbook => xls::look(&bytes, reader),
            Kind::Slides => slides(&bytes, reader),
            Kind::Embedded => embedded(&bytes, reader, depth),
            Kind::User if ppt::locked(&bytes) => Contents::unread(Unread::Locked),
            Kind::Pictures => Contents::of(raw(&bytes)),
            Kind::User | Kind::Other => other(&bytes, reader),
        });
        if found.leaks() {
            break;
        }
    }
    found
}

/// What a stream is, by its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Document,
    Workbook,
    Slides,
    /// A file in the file.
    Embedded,
    Pictures,
    /// Of slides: who had them open, and whether they are locked.
    User,
    /// All of a file that asks for a password.
    Locked,
    Other,
}

impl Kind {
    fn of(path: &Path) -> Self {
        match path.file_name().and_then(|name| name.to_str()).unwrap_or_default() {
            "WordDocument" => Self::Document,
            "Workbook" | "Book" => Self::Workbook,
            "PowerPoint Document" => Self::Slides,
            "Package" | "\u{1}Ole10Native" | "CONTENTS" => Self::Embedded,
            "Pictures" => Self::Pictures,
            "Current User" => Self::User,
            "EncryptedPackage" => Self::Locked,
            _ => Self::Other,
        }
    }
}

/// A stream put together, as far as it can be.
fn stream(file: &mut Compound<'_>, path: &Path, reader: &mut Reader) -> (Vec<u8>, Option<Unread>) {
    match file.open_stream(path) {
        Ok(stream) => {
            let size = stream.len();
            reader.unpack(stream.take(size), size, Unread::Member)
        }
        Err(_) => (Vec::new(), Some(Unread::Member)),
    }
}

/// The text of a document, and what else its stream holds.
fn document(file: &mut Compound<'_>, path: &Path, bytes: &[u8], reader: &mut Reader) -> Contents {
    let table = doc::table(bytes).map(|name| path.with_file_name(name));
    let table = table.map(|path| stream(file, &path, reader).0).unwrap_or_default();
    match doc::text(bytes, &table, reader.left()) {
        Ok(text) => shown(text.as_bytes(), reader).and(lying(bytes)),
        Err(why) => Contents::unread(why).and(lying(bytes)),
    }
}

fn slides(bytes: &[u8], reader: &mut Reader) -> Contents {
    shown(ppt::text(bytes, reader.left()).as_bytes(), reader).and(lying(bytes))
}

/// What a text shows that was put together from a stream.
fn shown(text: &[u8], reader: &mut Reader) -> Contents {
    reader.spend(text.len());
    Contents::of(raw(text))
}

/// Bytes before an embedded file: its name and where it came from.
const NAMED: usize = 4096;

/// A file in the file: it begins somewhere behind its name.
fn embedded(bytes: &[u8], reader: &mut Reader, depth: usize) -> Contents {
    let begins: [&[u8]; 4] = [b"PK\x03\x04", b"%PDF-", &BEGINS, b"{\\rtf"];
    let near = &bytes[..bytes.len().min(NAMED)];
    let at = begins.iter().filter_map(|begins| memchr::memmem::find(near, begins)).min();
    match at {
        Some(at) => lying(bytes).and(reader.look("", &bytes[at..], depth + 1)),
        None => lying(bytes),
    }
}

/// Two bytes of a number, the lower first.
fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Four of them.
fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Settings, titles, macros.
fn other(bytes: &[u8], reader: &mut Reader) -> Contents {
    let Some(text) = macros::text(bytes, reader.left()) else { return lying(bytes) };
    lying(bytes).and(shown(&text, reader))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::look;
    use crate::pipeline::gate::contents::Reader;

    /// As an office program wrote them, each with an invented number.
    const WRITTEN: [&[u8]; 3] = [
        include_bytes!("../../../tests/cases/old/cells.doc"),
        include_bytes!("../../../tests/cases/old/cells.xls"),
        include_bytes!("../../../tests/cases/old/broken.doc"),
    ];

    #[test]
    fn where_a_number_stands() {
        let found = |bytes| look(bytes, false, &mut Reader::with(1 << 20), 0);
        assert!(WRITTEN.iter().all(|bytes| found(bytes).leaks()));
        let sheet = found(WRITTEN[1]).number.unwrap();
        assert_eq!(sheet.inside[0].en, "row 2 of the sheet \"cells\"");
        let text = found(WRITTEN[2]).number.unwrap();
        assert!(text.sighting.before.ends_with("号码"), "{}", text.sighting.before);
        // Without room for its streams it is said that not all was read.
        assert!(look(WRITTEN[1], false, &mut Reader::with(64), 0).unread.is_some());
    }

    proptest! {
        /// A damaged file, or one made to do harm, ends nothing.
        #[test]
        fn any_damage_is_fine(
            which in 0..WRITTEN.len(),
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..40),
            heads in prop::collection::vec((0usize..512, any::<u8>()), 0..8),
            cut in any::<prop::sample::Index>(),
        ) {
            let mut bytes = WRITTEN[which].to_vec();
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            for (at, byte) in heads {
                bytes[at.max(8)] = byte;
            }
            let _ = look(&bytes, false, &mut Reader::with(1 << 20), 0);
            bytes.truncate(cut.index(bytes.len()));
            let _ = look(&bytes, true, &mut Reader::with(1 << 20), 0);
        }
    }
}
