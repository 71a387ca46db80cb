//! What a finished PDF tells: its description, alternative texts, link addresses, notes, enclosed
//! files, and the words of its pages.
//!
//! The objects are walked as they lie in the file, whoever wrote it: a key the typesetter begins to
//! write tomorrow is read without being named here. Words of pages are read by the fonts' own tables
//! (`ToUnicode`), which is what a reader copies and searches. Words drawn without one, as curves or
//! in a scanned picture, cannot be read.
//!
//! Attached PDFs come from strangers, and a library made to write PDFs trusts its input: nested
//! brackets, packed noughts or a table that points a thousand times at one stream end the process. So
//! they are read here by a reader of our own with bounds everywhere ([`token`], [`file`]).

mod drawing;
mod file;
mod filter;
mod letters;
mod lock;
mod object;
mod token;

use std::collections::BTreeSet;

use self::drawing::Drawing;
use self::file::File;
use self::object::{Dictionary, Object};
use super::contents::{Contents, DEEPEST, Number, Reader, words};
use super::unread::Unread;

/// Under these keys stand streams that are read elsewhere, or hold no words.
const CLAIMS: [&[u8]; 5] = [b"Contents", b"ToUnicode", b"FontFile", b"FontFile2", b"FontFile3"];
/// So do streams of these kinds.
const KINDS: [&[u8]; 5] = [b"ObjStm", b"XRef", b"EmbeddedFile", b"Metadata", b"CMap"];
/// Packed bytes of a stream of no known use: what was filled in is shorter.
const LONGEST: usize = 1024 * 1024;

/// What the bytes of a PDF hold.
pub(super) fn look(bytes: &[u8], reader: &mut Reader, depth: usize) -> Contents {
    let (file, unread) = File::read(bytes, reader);
    let mut all = Contents::with(None, unread);
    let enclosed = enclosed(&file);
    for (number, object) in file.all() {
        let Some(stream) = object.stream() else { continue };
        let enclosed = object.is(b"Type", b"EmbeddedFile") || enclosed.contains(&number);
        if !enclosed && !object.is(b"Type", b"Metadata") {
            continue;
        }
        let part = match filter::plain(stream, &file, reader) {
            Err(why) => Contents::unread(why),
            Ok(_) if enclosed && depth >= DEEPEST => Contents::unread(Unread::TooMuch),
            Ok(plain) => {
                let name = if enclosed { "file" } else { "metadata.xml" };
                reader.look(name, &plain, depth + 1)
            }
        };
        all = all.and(part);
    }
    all.number = Number::surer(all.number, || told(&file));
    if all.leaks() {
        return all;
    }
    all = all.and(Drawing::of(&file, reader).look());
    let beside = || reader.beside(|reader| unclaimed(&file, reader));
    all.number = Number::surer(all.number, beside);
    // What stands in a part of a PDF stands on no line of it.
    if let Some(number) = &mut all.number {
        number.inside.clear();
    }
    all
}

/// The numbers of the streams that are files enclosed: what describes a file names them, and they
/// need not say it themselves.
fn enclosed(file: &File) -> BTreeSet<u32> {
    let (mut all, mut shared) = (BTreeSet::new(), BTreeSet::new());
    let numbers = |files: &Dictionary| Vec::from_iter(files.values().filter_map(Object::reference));
    for (_, object) in file.all() {
        object.each(&mut |object| match object.dict().and_then(|dict| dict.get(&b"EF"[..])) {
            Some(Object::Dictionary(files)) => all.extend(numbers(files)),
            // Many may name one list.
            Some(Object::Reference(number)) => {
                shared.insert(*number);
            }
            _ => {}
        });
    }
    for number in shared {
        let files = file.objects.get(&number).and_then(|object| file.real(object)?.dict());
        all.extend(files.into_iter().flat_map(numbers));
    }
    all
}

/// The first number in a stream of no known use: forms of programs keep what was filled in there.
fn unclaimed(file: &File, reader: &mut Reader) -> Option<Number> {
    let mut claimed = BTreeSet::new();
    for (_, object) in file.all() {
        object.each(&mut |object| {
            let Some(dict) = object.dict() else { return };
            for value in CLAIMS.iter().filter_map(|key| dict.get(key)) {
                let parts = value.array().unwrap_or(std::slice::from_ref(value));
                claimed.extend(parts.iter().filter_map(Object::reference));
            }
        });
    }
    file.all().filter(|(number, _)| !claimed.contains(number)).find_map(|(_, object)| {
        let known =
            object.is(b"Subtype", b"Form") || KINDS.iter().any(|kind| object.is(b"Type", kind));
        let stream = object.stream().filter(|stream| !known && stream.bytes.len() <= LONGEST)?;
        words(&filter::plain(stream, file, reader).ok()?)
    })
}

/// The first number in a text that is not drawn: a title, a link, a note, a field. What a later
/// change replaced is still in the file. Fields that hold a sign each are the boxes of one number.
fn told(file: &File) -> Option<Number> {
    let (mut found, mut boxes) = (None, String::new());
    for (_, object) in file.all() {
        object.each(&mut |object| {
            if let Object::String(bytes) = object {
                found = Number::surer(found.take(), || words(text_string(bytes).as_bytes()));
            }
            let filled =
                object.dict().and_then(|dict| dict.get(&b"V"[..])).and_then(Object::string);
            let filled = filled.map(text_string).filter(|value| value.chars().count() == 1);
            boxes.extend(filled.into_iter().flat_map(|value| [value, " ".to_owned()]));
        });
    }
    Number::surer(found, || words(boxes.as_bytes()))
}

/// A text string: UTF-16 or UTF-8 with a mark, else `PDFDocEncoding`, whose digits are ASCII's. What
/// is damaged is read as far as it goes.
fn text_string(bytes: &[u8]) -> String {
    if let Some(wide) = bytes.strip_prefix(b"\xFE\xFF") {
        return encoding_rs::UTF_16BE.decode_without_bom_handling(wide).0.into_owned();
    }
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Reader, look};

    const FILES: [&[u8]; 5] = [
        include_bytes!("../../../tests/cases/pdf/packed.pdf"),
        include_bytes!("../../../tests/cases/pdf/rc4-40.pdf"),
        include_bytes!("../../../tests/cases/pdf/rc4-128.pdf"),
        include_bytes!("../../../tests/cases/pdf/aes-128-packed.pdf"),
        include_bytes!("../../../tests/cases/pdf/aes-256.pdf"),
    ];

    proptest! {
        #[test]
        fn any_damage_is_fine(
            file in prop::sample::select(&FILES[..]),
            slips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..20),
            cut in any::<prop::sample::Index>(),
            from in any::<prop::sample::Index>(),
        ) {
            let mut bytes = file.to_vec();
            for (at, byte) in slips {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            look(&bytes, &mut Reader::with(1 << 20), 0);
            // A part of it once more.
            let part = from.index(bytes.len())..;
            let part = bytes[part].to_vec();
            let cut = cut.index(bytes.len());
            bytes.splice(cut..cut, part);
            look(&bytes, &mut Reader::with(1 << 20), 0);
        }
    }
}
