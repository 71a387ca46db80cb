//! The words that a PDF draws, in the order in which it draws them.
//!
//! Every sign may be set at its own place: what stands beside the one before belongs to it, what
//! stands farther off on the line is another word, everything else another line.

use std::collections::BTreeMap;

use memchr::memmem;

use super::file::File;
use super::filter;
use super::letters::Letters;
use super::object::{Dictionary, Object, Stream};
use super::text_string;
use super::token::{Item, Tokens, is_space};
use crate::pipeline::gate::contents::{Contents, Number, Reader, raw};
use crate::pipeline::gate::unread::Unread;

/// Pages within groups of pages.
const HIGHEST: usize = 64;

/// Values before one operator of a page.
const MOST_OPERANDS: usize = 1_000_000;

/// States of drawing one within the other.
const MOST_STATES: usize = 256;

/// What one part of a page costs to look up, in bytes gone through: pages may share a long list.
const PART: u64 = 64;

/// Thousandths of a sign's height from which an offset within a line is a space.
const SPACE: f64 = -200.0;

/// Heights of a sign between the beginnings of two that stand side by side.
const BESIDE: f64 = 1.5;

/// The words a file draws; what each font's codes mean is read once.
pub(super) struct Drawing<'f> {
    file: &'f File,
    reader: &'f mut Reader,
    /// By the places of their dictionaries in memory, which need not have numbers.
    fonts: BTreeMap<usize, Letters>,
    /// Why not all of it could be read.
    unread: Option<Unread>,
}

impl<'f> Drawing<'f> {
    pub(super) fn of(file: &'f File, reader: &'f mut Reader) -> Self {
        Self { file, reader, fonts: BTreeMap::new(), unread: None }
    }

    pub(super) fn look(mut self) -> Contents {
        let number = self.on_pages();
        let number = Number::surer(number, || self.in_forms());
        let number = Number::surer(number, || self.replaced());
        Contents::with(number, self.unread)
    }

    /// The first citizen's number on a page, also on one that was replaced.
    fn on_pages(&mut self) -> Option<Number> {
        self.file.all().find_map(|(_, object)| {
            let page = object.dict().filter(|_| object.is(b"Type", b"Page"))?;
            let mut content = Vec::new();
            for part in self.contents(page) {
                content.extend(self.plain(part));
                content.push(b'\n');
            }
            self.first(&content, self.resources(page))
        })
    }

    /// The first one in a form that pages draw.
    fn in_forms(&mut self) -> Option<Number> {
        let file = self.file;
        file.all().find_map(|(_, object)| {
            let form = object.stream().filter(|_| object.is(b"Subtype", b"Form"))?;
            let content = self.plain(form);
            let resources = file.value(&form.dict, b"Resources").and_then(Object::dict);
            self.first(&content, resources)
        })
    }

    /// The first one in what a page was drawn by before a change.
    fn replaced(&mut self) -> Option<Number> {
        let file = self.file;
        let mut pages = BTreeMap::new();
        for (number, object) in &file.earlier {
            if object.stream().is_some() {
                pages.insert(*number, None);
            }
        }
        if pages.is_empty() {
            return None;
        }
        for (_, object) in file.all().filter(|(_, object)| object.is(b"Type", b"Page")) {
            let Some(page) = object.dict() else { continue };
            let parts = match page.get(&b"Contents"[..]) {
                Some(Object::Array(parts)) => &parts[..],
                Some(part) => std::slice::from_ref(part),
                None => &[],
            };
            for number in parts.iter().filter_map(Object::reference) {
                pages.entry(number).and_modify(|found| *found = Some(page));
            }
        }
        file.earlier.iter().find_map(|(number, object)| {
            let page = pages.get(number).copied().flatten()?;
            let content = self.plain(object.stream()?);
            self.first(&content, self.resources(page))
        })
    }

    /// The streams a page is drawn by, in their order.
    fn contents(&mut self, page: &'f Dictionary) -> Vec<&'f Stream> {
        let file = self.file;
        match file.value(page, b"Contents") {
            Some(Object::Array(list)) => {
                if let Err(why) = self.reader.walk(list.len() as u64 * PART) {
                    self.unread = Unread::graver(self.unread, Some(why));
                    return Vec::new();
                }
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
        filter::plain(stream, self.file, self.reader).unwrap_or_else(|why| {
            self.unread = Unread::graver(self.unread, Some(why));
            Vec::new()
        })
    }

    fn first(&mut self, content: &[u8], resources: Option<&'f Dictionary>) -> Option<Number> {
        let text = self.words(content, resources);
        self.reader.spend(text.len());
        raw(text.as_bytes())
    }

    /// The words a content stream draws.
    fn words(&mut self, content: &[u8], resources: Option<&'f Dictionary>) -> String {
        let fonts = resources.and_then(|dict| self.file.value(dict, b"Font")?.dict());
        let plain = Letters::default();
        let (mut text, mut states) = (String::new(), Vec::new());
        let mut pen = Pen::default();
        let mut tokens = Tokens::new(content, 0, MOST_OPERANDS);
        let mut operands = Vec::new();
        let most = self.reader.left();
        loop {
            let word = match tokens.next() {
                Ok(Some(Item::Object(object))) => {
                    operands.push(object);
                    continue;
                }
                Ok(Some(Item::Word(word))) if text.len() <= most => word,
                Ok(None) if text.len() <= most => return text,
                _ => {
                    self.unread = Some(Unread::TooMuch);
                    return text;
                }
            };
            match word {
                b"q" if states.len() < MOST_STATES => states.push((pen.font, pen.size)),
                b"Q" => (pen.font, pen.size) = states.pop().unwrap_or((pen.font, pen.size)),
                b"Tf" => {
                    let name = operands.first().and_then(Object::name);
                    pen.font = name.and_then(|name| self.font(fonts?.get(name)?));
                    pen.size = operands.get(1).and_then(Object::real).unwrap_or_default();
                }
                b"Tj" | b"TJ" | b"'" | b"\"" => {
                    if word.len() == 1 {
                        text.push('\n');
                    }
                    let letters = pen.font.and_then(|id| self.fonts.get(&id)).unwrap_or(&plain);
                    operands.iter().for_each(|object| show(object, letters, most, &mut text));
                }
                b"Td" | b"TD" => text.extend(pen.moved(&operands)),
                b"Tm" => text.extend(pen.set(&operands)),
                b"T*" | b"BT" | b"ET" => {
                    pen.matrix = None;
                    text.push('\n');
                }
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

    /// A font whose codes are known from now on.
    fn font(&mut self, object: &'f Object) -> Option<usize> {
        let font = self.file.real(object)?.dict()?;
        let id = std::ptr::from_ref(font).addr();
        if !self.fonts.contains_key(&id) {
            let (letters, unread) = Letters::of(font, self.file, self.reader);
            self.unread = Unread::graver(self.unread, unread);
            self.fonts.insert(id, letters);
        }
        Some(id)
    }
}

/// Where words are drawn, and how.
#[derive(Default)]
struct Pen {
    font: Option<usize>,
    /// The font's, before what the page makes larger or smaller.
    size: f64,
    /// What made it larger and set it to its place, and how far it went from there.
    matrix: Option<([f64; 6], f64)>,
}

impl Pen {
    /// What stands between two words, where the second one is set from the first one's beginning.
    fn moved(&mut self, operands: &[Object]) -> Option<char> {
        let [x, y] = numbers(operands)?;
        if y != 0.0 {
            self.matrix = None;
            return Some('\n');
        }
        if let Some((_, gone)) = &mut self.matrix {
            *gone += x;
        }
        self.between(x)
    }

    /// The same, where the second one is set on the page.
    fn set(&mut self, operands: &[Object]) -> Option<char> {
        let place = numbers(operands);
        let before = std::mem::replace(&mut self.matrix, place.map(|place| (place, 0.0)));
        let (Some(place), Some((before, gone))) = (place, before) else { return Some('\n') };
        // Only what stands upright is set on a line, sign by sign.
        let [scale, 0.0, 0.0, ..] = place else { return Some('\n') };
        if place[..4] != before[..4] || place[5] != before[5] || scale <= 0.0 {
            return Some('\n');
        }
        self.between((place[4] - before[4]) / scale - gone)
    }

    fn between(&self, x: f64) -> Option<char> {
        if x < 0.0 {
            return Some('\n');
        }
        (x > BESIDE * self.size.abs()).then_some(' ')
    }
}

fn numbers<const COUNT: usize>(operands: &[Object]) -> Option<[f64; COUNT]> {
    let all: Option<Vec<f64>> = operands.iter().map(Object::real).collect();
    all?.try_into().ok()
}

fn show(object: &Object, letters: &Letters, most: usize, out: &mut String) {
    match object {
        Object::String(bytes) => letters.read(bytes, most, out),
        Object::Array(list) => {
            for part in list {
                match part.real() {
                    Some(offset) if offset < SPACE => out.push(' '),
                    _ => show(part, letters, most, out),
                }
            }
        }
        _ => {}
    }
}

/// The words of a list of properties: what it says of languages and layers is not read aloud.
fn aloud(object: &Object, out: &mut String) {
    let Some(dict) = object.dict() else { return };
    for key in [&b"ActualText"[..], b"Alt", b"E"] {
        if let Some(bytes) = dict.get(key).and_then(Object::string) {
            out.push_str(&format!("\n{}\n", text_string(bytes)));
        }
    }
}

/// How many bytes a picture among operators has: its end stands between spaces.
fn behind_picture(bytes: &[u8]) -> usize {
    let space = |at: usize| bytes.get(at).is_none_or(|byte| is_space(*byte));
    let mut ends = memmem::find_iter(bytes, "EI");
    ends.find(|at| *at > 0 && space(at - 1) && space(at + 2)).map_or(bytes.len(), |at| at + 2)
}
