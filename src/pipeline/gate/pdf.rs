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

mod file;
mod filter;
mod letters;
mod lock;
mod object;
mod token;

use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;

use self::file::File;
use self::letters::Letters;
use self::object::{Dictionary, Object, Stream};
use self::token::{Item, Tokens, is_space};
use super::contents::{Contents, DEEPEST, Reader, words};
use super::unread::Unread;
use crate::domain::identifier::find::{Markup, in_file};

/// Pages within groups of pages.
const HIGHEST: usize = 64;

/// Values before one operator of a page.
const MOST_OPERANDS: usize = 1_000_000;

/// What the bytes of a PDF hold.
pub(super) fn look(bytes: &[u8], reader: &mut Reader, depth: usize) -> Contents {
    let (file, unread) = File::read(bytes, reader);
    let mut all = Contents { number: None, unread };
    let enclosed = enclosed(&file);
    for (number, object) in &file.objects {
        let Some(stream) = object.stream() else { continue };
        let enclosed = object.is(b"Type", b"EmbeddedFile") || enclosed.contains(number);
        if !enclosed && !object.is(b"Type", b"Metadata") {
            continue;
        }
        let part = match filter::plain(stream, reader) {
            Err(why) => Contents::unread(why),
            Ok(_) if enclosed && depth >= DEEPEST => Contents::unread(Unread::TooMuch),
            Ok(plain) => {
                let name = if enclosed { "file" } else { "metadata.xml" };
                reader.look(name, &plain, depth + 1)
            }
        };
        all = all.and(part);
    }
    all.number = all.number.or_else(|| told(&file));
    if all.number.is_some() {
        return all;
    }
    let mut drawing = Drawing { file: &file, reader, fonts: BTreeMap::new(), unread: None };
    let number = drawing.number();
    let unread = drawing.unread;
    all.and(Contents { number, unread })
}

/// The numbers of the streams that are files enclosed: what describes a file names them, and they
/// need not say it themselves.
fn enclosed(file: &File) -> BTreeSet<u32> {
    let mut all = BTreeSet::new();
    for object in file.objects.values() {
        object.each(&mut |object| {
            let files = object.dict().and_then(|dict| file.value(dict, b"EF")?.dict());
            all.extend(
                files.into_iter().flat_map(Dictionary::values).filter_map(Object::reference),
            );
        });
    }
    all
}

/// The first number in a text that is not drawn: a title, a link, a note, a field. What a later
/// change replaced is still in the file.
fn told(file: &File) -> Option<String> {
    file.objects.values().chain(&file.earlier).find_map(|object| {
        let mut found = None;
        object.each(&mut |object| {
            if let (None, Object::String(bytes)) = (&found, object) {
                found = words(text_string(bytes).as_bytes());
            }
        });
        found
    })
}

/// A text string: UTF-16 or UTF-8 with a mark, else `PDFDocEncoding`, whose digits are ASCII's. What
/// is damaged is read as far as it goes.
fn text_string(bytes: &[u8]) -> String {
    if let Some(wide) = bytes.strip_prefix(b"\xFE\xFF") {
        return encoding_rs::UTF_16BE.decode_without_bom_handling(wide).0.into_owned();
    }
    String::from_utf8_lossy(bytes).into_owned()
}

/// The words a file draws; what each font's codes mean is read once.
struct Drawing<'f> {
    file: &'f File,
    reader: &'f mut Reader,
    /// By their objects' numbers.
    fonts: BTreeMap<u32, Letters>,
    /// Why not all of it could be read.
    unread: Option<Unread>,
}

impl<'f> Drawing<'f> {
    /// The first citizen's number on a page, or in a form that pages draw.
    fn number(&mut self) -> Option<String> {
        let file = self.file;
        let on_pages = file.objects.values().find_map(|object| {
            let page = object.dict().filter(|_| object.is(b"Type", b"Page"))?;
            let mut content = Vec::new();
            for part in self.contents(page) {
                content.extend(self.plain(part));
                content.push(b'\n');
            }
            self.first(&content, self.resources(page))
        });
        on_pages.or_else(|| {
            file.objects.values().find_map(|object| {
                let form = object.stream().filter(|_| object.is(b"Subtype", b"Form"))?;
                let content = self.plain(form);
                let resources = file.value(&form.dict, b"Resources").and_then(Object::dict);
                self.first(&content, resources)
            })
        })
    }

    /// The streams a page is drawn by, in their order.
    fn contents(&self, page: &'f Dictionary) -> Vec<&'f Stream> {
        let file = self.file;
        match file.value(page, b"Contents") {
            Some(Object::Array(list)) => {
                list.iter().filter_map(|part| file.real(part)?.stream()).collect()
            }
            other => other.and_then(Object::stream).into_iter().collect(),
        }
    }

    /// The resources of a page, its own or those of the tree above it.
    fn resources(&self, page: &'f Dictionary) -> Option<&'f Dictionary> {
        let mut node = page;
        for _ in 0..HIGHEST {
            if let Some(found) = self.file.value(node, b"Resources").and_then(Object::dict) {
                return Some(found);
            }
            node = self.file.value(node, b"Parent")?.dict()?;
        }
        None
    }

    fn plain(&mut self, stream: &Stream) -> Vec<u8> {
        filter::plain(stream, self.reader).unwrap_or_else(|why| {
            self.unread = Unread::graver(self.unread, Some(why));
            Vec::new()
        })
    }

    fn first(&mut self, content: &[u8], resources: Option<&'f Dictionary>) -> Option<String> {
        in_file(self.words(content, resources).as_bytes(), Markup::Text)
    }

    /// The words a content stream draws, in its order; what moves to another place begins a line.
    fn words(&mut self, content: &[u8], resources: Option<&'f Dictionary>) -> String {
        let fonts = resources.and_then(|dict| self.file.value(dict, b"Font")?.dict());
        let plain = Letters::default();
        let (mut text, mut font) = (String::new(), None);
        let mut tokens = Tokens::new(content, 0, MOST_OPERANDS);
        let mut operands = Vec::new();
        loop {
            let word = match tokens.next() {
                Ok(Some(Item::Object(object))) => {
                    operands.push(object);
                    continue;
                }
                Ok(Some(Item::Word(word))) => word,
                Ok(None) => return text,
                Err(_) => {
                    self.unread = Some(Unread::TooMuch);
                    return text;
                }
            };
            match word {
                b"Tf" => {
                    let name = operands.first().and_then(Object::name);
                    font = name.and_then(|name| self.font(fonts?.get(name)?));
                }
                b"Tj" | b"TJ" | b"'" | b"\"" => {
                    let letters = font.and_then(|id| self.fonts.get(&id)).unwrap_or(&plain);
                    operands.iter().for_each(|object| show(object, letters, &mut text));
                }
                b"Td" | b"TD" | b"T*" | b"Tm" | b"BT" | b"ET" => text.push('\n'),
                // Words to read aloud in the place of what is drawn.
                b"BDC" => operands.iter().for_each(|object| aloud(object, &mut text)),
                // A picture stands among the operators.
                b"ID" => tokens.at += behind_picture(&content[tokens.at..]),
                _ => {}
            }
            operands.clear();
            tokens.room = MOST_OPERANDS;
        }
    }

    /// The number of a font whose codes are known from now on.
    fn font(&mut self, object: &Object) -> Option<u32> {
        let id = object.reference()?;
        if !self.fonts.contains_key(&id) {
            let font = self.file.real(object)?.dict()?;
            let (letters, unread) = Letters::of(font, self.file, self.reader);
            self.unread = Unread::graver(self.unread, unread);
            self.fonts.insert(id, letters);
        }
        Some(id)
    }
}

fn show(object: &Object, letters: &Letters, out: &mut String) {
    object.each(&mut |object| {
        if let Object::String(bytes) = object {
            letters.read(bytes, out);
        }
    });
}

fn aloud(object: &Object, out: &mut String) {
    object.each(&mut |object| {
        if let Object::String(bytes) = object {
            out.push_str(&format!("\n{}\n", text_string(bytes)));
        }
    });
}

/// How many bytes a picture among operators has: its end stands between spaces.
fn behind_picture(bytes: &[u8]) -> usize {
    let space = |at: usize| bytes.get(at).is_none_or(|byte| is_space(*byte));
    let mut ends = memmem::find_iter(bytes, "EI");
    ends.find(|at| *at > 0 && space(at - 1) && space(at + 2)).map_or(bytes.len(), |at| at + 2)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Reader, look};

    const FILES: [&[u8]; 4] = [
        include_bytes!("../../../tests/cases/pdf/packed.pdf"),
        include_bytes!("../../../tests/cases/pdf/rc4-40.pdf"),
        include_bytes!("../../../tests/cases/pdf/rc4-128.pdf"),
        include_bytes!("../../../tests/cases/pdf/aes.pdf"),
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
