//! What a finished PDF tells: its description, alternative texts, link addresses, notes, enclosed
//! files, and the words of its pages.
//!
//! The objects are walked as they lie in the file, whoever wrote it: a key the typesetter begins to
//! write tomorrow is read without being named here. Words of pages are read by the fonts' own tables
//! (`ToUnicode`), which is what a reader copies and searches. Words drawn without one, as curves or
//! in a scanned picture, cannot be read.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::contents::{Contents, Reader, words};
use crate::domain::identifier::find::{Markup, in_file};
use crate::say;

/// Objects within objects.
const DEEPEST: usize = 64;

/// What the bytes of a PDF hold.
pub(super) fn look(bytes: &[u8], reader: &mut Reader, depth: usize) -> Contents {
    let locked = || {
        Contents::unread(say!(
            zh: "PDF 加了密码，读不了；请去掉密码",
            en: "the PDF is locked with a password: remove it",
        ))
    };
    let Ok(mut document) = Document::load_mem(bytes) else {
        return Contents::unread(say!(
            zh: "PDF 打不开，可能已损坏",
            en: "the PDF cannot be opened and may be damaged",
        ));
    };
    // Many PDFs are locked against changes with an empty password, which opens them.
    if document.is_encrypted() && document.decrypt("").is_err() {
        return locked();
    }
    let mut told = Vec::new();
    let mut all = Contents::default();
    for object in document.objects.values() {
        gather(object, &mut told, 0);
        let Object::Stream(stream) = object else { continue };
        let enclosed = is(stream, b"EmbeddedFile");
        if enclosed || is(stream, b"Metadata") {
            let plain = stream.get_plain_content().unwrap_or_default();
            let name = if enclosed { "file" } else { "metadata.xml" };
            let part = reader.look(name, &plain, depth + 1);
            all.number = all.number.or(part.number);
            all.unread = all.unread.or(part.unread);
        }
    }
    let mut told = told.iter().map(String::as_str);
    all.number = all.number.or_else(|| told.find_map(|text| words(text.as_bytes())));
    all.number = all.number.or_else(|| Drawing::of(&document).number());
    all
}

/// Whether a stream calls itself so.
fn is(stream: &Stream, kind: &[u8]) -> bool {
    stream.dict.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == kind)
}

fn first(text: &str) -> Option<String> {
    in_file(text.as_bytes(), Markup::Text)
}

/// Every text in an object and what it encloses.
fn gather(object: &Object, told: &mut Vec<String>, depth: usize) {
    match object {
        _ if depth > DEEPEST => {}
        Object::String(bytes, _) => told.push(text_string(bytes)),
        Object::Array(list) => list.iter().for_each(|object| gather(object, told, depth + 1)),
        Object::Dictionary(dict) | Object::Stream(Stream { dict, .. }) => {
            dict.iter().for_each(|(_, object)| gather(object, told, depth + 1));
        }
        _ => {}
    }
}

/// A text string: UTF-16 or UTF-8 with a mark, else `PDFDocEncoding`, whose digits are ASCII's.
fn text_string(bytes: &[u8]) -> String {
    if let Some(wide) = bytes.strip_prefix(b"\xFE\xFF") {
        return encoding_rs::UTF_16BE.decode_without_bom_handling(wide).0.into_owned();
    }
    String::from_utf8_lossy(bytes).into_owned()
}

/// The resources of a page, its own or those of the tree above it.
fn resources(document: &Document, page: ObjectId) -> Dictionary {
    let mut node = document.get_dictionary(page).ok();
    for _ in 0..DEEPEST {
        let Some(dict) = node else { break };
        if let Ok(found) = dict.get_deref(b"Resources", document).and_then(Object::as_dict) {
            return found.clone();
        }
        node = dict.get_deref(b"Parent", document).and_then(Object::as_dict).ok();
    }
    Dictionary::new()
}

/// How the codes of a font are read.
struct Letters {
    /// Bytes of one code.
    width: usize,
    /// What a code stands for, where the font says so.
    table: BTreeMap<u32, String>,
}

impl Letters {
    fn of(font: &Dictionary, document: &Document) -> Self {
        let composite = font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|n| n == b"Type0");
        let width = if composite { 2 } else { 1 };
        let table = font.get_deref(b"ToUnicode", document).and_then(Object::as_stream);
        let table = table.and_then(Stream::get_plain_content).unwrap_or_default();
        Self { width, table: mapping(&table) }
    }

    fn read(&self, bytes: &[u8], out: &mut String) {
        for code in bytes.chunks(self.width) {
            let code = code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
            match self.table.get(&code) {
                Some(text) => out.push_str(text),
                // Without a table the codes of most old fonts are their characters.
                None => out.extend(char::from_u32(code)),
            }
        }
    }
}

/// The words a document draws; what each font's codes mean is read once.
struct Drawing<'d> {
    document: &'d Document,
    /// By their objects' numbers.
    fonts: BTreeMap<ObjectId, Letters>,
}

impl<'d> Drawing<'d> {
    fn of(document: &'d Document) -> Self {
        Self { document, fonts: BTreeMap::new() }
    }

    /// The first citizen's number on a page, or in a form that pages draw.
    fn number(&mut self) -> Option<String> {
        let document = self.document;
        let on_pages = document.page_iter().find_map(|page| {
            let content = document.get_page_content(page).ok()?;
            first(&self.words(&content, &resources(document, page)))
        });
        on_pages.or_else(|| {
            document.objects.values().find_map(|object| {
                let form = object.as_stream().ok()?;
                let name = form.dict.get(b"Subtype").and_then(Object::as_name).ok()?;
                let content = (name == b"Form").then(|| form.get_plain_content().ok()).flatten()?;
                let resources = form.dict.get_deref(b"Resources", document);
                let resources = resources.and_then(Object::as_dict).cloned().unwrap_or_default();
                first(&self.words(&content, &resources))
            })
        })
    }

    /// The words a content stream draws, in its order; what moves to another place begins a line.
    fn words(&mut self, content: &[u8], resources: &Dictionary) -> String {
        let mut text = String::new();
        let Ok(content) = Content::decode(content) else { return text };
        let fonts = resources.get_deref(b"Font", self.document).and_then(Object::as_dict).ok();
        let plain = Letters { width: 1, table: BTreeMap::new() };
        let mut font = None;
        for operation in &content.operations {
            match operation.operator.as_str() {
                "Tf" => {
                    let name = operation.operands.first().and_then(|name| name.as_name().ok());
                    font = name.and_then(|name| fonts?.get(name).ok()).and_then(|it| self.font(it));
                }
                "Tj" | "TJ" | "'" | "\"" => {
                    let letters = font.and_then(|id| self.fonts.get(&id)).unwrap_or(&plain);
                    operation.operands.iter().for_each(|object| show(object, letters, &mut text));
                }
                "Td" | "TD" | "T*" | "Tm" | "BT" | "ET" => text.push('\n'),
                // Words to read aloud in the place of what is drawn.
                "BDC" => {
                    let mut told = Vec::new();
                    operation.operands.iter().for_each(|object| gather(object, &mut told, 0));
                    text.extend(told.iter().map(|words| format!("\n{words}\n")));
                }
                _ => {}
            }
        }
        text
    }

    /// The number of a font whose codes are known from now on.
    fn font(&mut self, object: &Object) -> Option<ObjectId> {
        let id = object.as_reference().ok()?;
        let font = self.document.get_dictionary(id).ok()?;
        self.fonts.entry(id).or_insert_with(|| Letters::of(font, self.document));
        Some(id)
    }
}

fn show(object: &Object, letters: &Letters, out: &mut String) {
    match object {
        Object::String(bytes, _) => letters.read(bytes, out),
        Object::Array(list) => list.iter().for_each(|object| show(object, letters, out)),
        _ => {}
    }
}

/// Reads a `ToUnicode` table: `<0003> <0033>` and `<0003> <0012> <0030>` between its marks.
fn mapping(table: &[u8]) -> BTreeMap<u32, String> {
    let table = String::from_utf8_lossy(table);
    let mut map = BTreeMap::new();
    for (begin, end, parts) in [("beginbfchar", "endbfchar", 2), ("beginbfrange", "endbfrange", 3)]
    {
        for section in table.split(begin).skip(1) {
            let section = section.split(end).next().unwrap_or_default();
            let mut codes = hexadecimal(section).into_iter();
            while let Some(first) = codes.next() {
                let last = if parts == 3 { codes.next() } else { Some(first.clone()) };
                let (Some(last), Some(target)) = (last, codes.next()) else { break };
                range(&mut map, &first, &last, &target);
                // `[<0033> <0034>]` lists what each code stands for; the sign before it says so.
                for more in 1..target.listed {
                    if let Some(target) = codes.next() {
                        map.insert(first.code() + more, target.text());
                    }
                }
            }
        }
    }
    map
}

/// Codes of one range may not fill the memory.
const WIDEST: u32 = 0x1_0000;

fn range(map: &mut BTreeMap<u32, String>, first: &Hex, last: &Hex, target: &Hex) {
    map.insert(first.code(), target.text());
    if target.listed > 0 {
        return;
    }
    let text = target.text();
    let Some(end) = text.chars().last() else { return };
    let start = &text[..text.len() - end.len_utf8()];
    for past in 1..=last.code().saturating_sub(first.code()).min(WIDEST) {
        if let Some(c) = char::from_u32(u32::from(end) + past) {
            map.insert(first.code() + past, format!("{start}{c}"));
        }
    }
}

/// A number between angle brackets.
#[derive(Clone)]
struct Hex {
    bytes: Vec<u8>,
    /// How many stand in the list that begins with this one; nought outside lists.
    listed: u32,
}

impl Hex {
    fn code(&self) -> u32 {
        self.bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte))
    }

    fn text(&self) -> String {
        encoding_rs::UTF_16BE.decode_without_bom_handling(&self.bytes).0.into_owned()
    }
}

fn hexadecimal(section: &str) -> Vec<Hex> {
    let mut all: Vec<Hex> = Vec::new();
    // Where the open list began.
    let mut list: Option<usize> = None;
    for part in section.split_inclusive(['[', ']', '>']) {
        if let Some((_, digits)) = part.trim_end_matches('>').rsplit_once('<') {
            let digits: Vec<u8> = digits.bytes().filter(u8::is_ascii_hexdigit).collect();
            let pair = |pair: &[u8]| {
                u8::from_str_radix(&String::from_utf8_lossy(pair), 16).unwrap_or_default()
            };
            all.push(Hex { bytes: digits.chunks(2).map(pair).collect(), listed: 0 });
        }
        if part.ends_with('[') {
            list = Some(all.len());
        } else if let Some(at) = list.filter(|_| part.ends_with(']')) {
            let count = u32::try_from(all.len() - at).unwrap_or_default();
            if let Some(first) = all.get_mut(at) {
                first.listed = count;
            }
            list = None;
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::mapping;

    #[test]
    fn tables_of_fonts() {
        let table = "1 beginbfchar <0001> <0033> endbfchar
            2 beginbfrange <0010> <0019> <0030> <0020> <0021> [<0034> <0039>] endbfrange";
        let map = mapping(table.as_bytes());
        let text = |code: u32| map.get(&code).map(String::as_str);
        assert_eq!(text(1), Some("3"));
        assert_eq!((text(0x10), text(0x19), text(0x1A)), (Some("0"), Some("9"), None));
        assert_eq!((text(0x20), text(0x21)), (Some("4"), Some("9")));
    }
}
