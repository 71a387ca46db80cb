//! The objects of a PDF file, taken as they lie in it.
//!
//! The table at a file's end, which says where its objects begin, is not asked: it may be wrong, and
//! it leaves out what a later change replaced but did not remove, which anybody can still dig out. One
//! way through the bytes finds every object, each byte belongs to one of them, and so a small file
//! cannot become a large one. What lies packed in streams of objects is unpacked within the budget.

use std::collections::BTreeMap;

use memchr::memmem;

use super::object::{Dictionary, Object, Stream};
use super::token::{Item, Tokens, is_space};
use super::{filter, lock};
use crate::pipeline::gate::contents::Reader;
use crate::pipeline::gate::unread::Unread;

/// Values in one file: a tagged book of a thousand pages has less than a million.
const MOST_VALUES: usize = 4_000_000;

/// References one behind the other.
const FARTHEST: usize = 32;

/// An object where it stands.
pub(super) struct Placed {
    pub(super) number: u32,
    pub(super) generation: u16,
    pub(super) object: Object,
}

/// What a file holds.
#[derive(Default)]
pub(super) struct File {
    /// By their numbers; of several the last one, which is what is shown.
    pub(super) objects: BTreeMap<u32, Object>,
    /// What was replaced, with its numbers.
    pub(super) earlier: Vec<(u32, Object)>,
}

impl File {
    /// Everything in `bytes` that can be read, and why not all could.
    pub(super) fn read(bytes: &[u8], reader: &mut Reader) -> (Self, Option<Unread>) {
        let mut scan = Scan { bytes, room: MOST_VALUES, ..Scan::default() };
        let mut unread = scan.run(reader).err();
        let Scan { mut found, trailer, mut room, .. } = scan;
        if found.is_empty() {
            return (Self::default(), unread.or(Some(Unread::Pdf)));
        }
        let locked = lock::open(&mut found, &trailer, reader).err();
        unread = Unread::graver(locked, unread);
        let mut file = Self::default();
        for Placed { number, object, .. } in found {
            let packed = object.stream().filter(|_| object.is(b"Type", b"ObjStm"));
            let packed = packed.map(|stream| unpacked(stream, &file, reader, &mut room));
            file.add(number, object);
            match packed {
                Some(Ok(inside)) => {
                    inside.into_iter().for_each(|(number, object)| file.add(number, object));
                }
                Some(Err(why)) => unread = unread.or(Some(why)),
                None => {}
            }
        }
        (file, unread)
    }

    fn add(&mut self, number: u32, object: Object) {
        let earlier = self.objects.insert(number, object);
        self.earlier.extend(earlier.map(|object| (number, object)));
    }

    /// Everything, also what was replaced.
    pub(super) fn all(&self) -> impl Iterator<Item = (u32, &Object)> {
        let earlier = self.earlier.iter().map(|(number, object)| (*number, object));
        self.objects.iter().map(|(number, object)| (*number, object)).chain(earlier)
    }

    /// The object itself, where it may be a reference to it.
    pub(super) fn real<'f>(&'f self, mut object: &'f Object) -> Option<&'f Object> {
        for _ in 0..FARTHEST {
            let Some(number) = object.reference() else { return Some(object) };
            object = self.objects.get(&number)?;
        }
        None
    }

    /// What stands under a key.
    pub(super) fn value<'f>(&'f self, dict: &'f Dictionary, key: &[u8]) -> Option<&'f Object> {
        self.real(dict.get(key)?)
    }
}

/// One way through the bytes.
#[derive(Default)]
struct Scan<'b> {
    bytes: &'b [u8],
    room: usize,
    found: Vec<Placed>,
    /// What all trailers say together.
    trailer: Dictionary,
}

impl Scan<'_> {
    fn run(&mut self, reader: &mut Reader) -> Result<(), Unread> {
        let bytes = self.bytes;
        let lengths = lengths(bytes);
        let word = memmem::Finder::new("obj");
        // Everything before has been read; the objects before have ended at `gap`.
        let (mut at, mut gap) = (0, 0);
        while let Some(found) = word.find(&bytes[at..]) {
            let behind = at + found + 3;
            at = behind;
            let Some(head) = head(bytes, behind - 3).filter(|head| head.start >= gap) else {
                continue;
            };
            self.trailers(gap..head.start)?;
            let mut tokens = Tokens::new(bytes, behind, self.room);
            let item = tokens.next().map_err(|_| Unread::TooMuch)?;
            self.room = tokens.room;
            let Some(Item::Object(mut object)) = item else {
                // A note behind the word may reach to the end of the file, and hides nothing.
                reader.walk((tokens.at - behind) as u64)?;
                gap = behind;
                continue;
            };
            tokens.skip_space();
            at = tokens.at;
            if let Object::Dictionary(dict) = &mut object
                && bytes[at..].starts_with(b"stream")
            {
                let (place, end) = extent(bytes, at + 6, dict, &lengths);
                let picture = dict.get(&b"Subtype"[..]).and_then(Object::name) == Some(b"Image");
                let held = if picture { Vec::new() } else { bytes[place].to_vec() };
                let dict = std::mem::take(dict);
                object = Object::Stream(Box::new(Stream { dict, bytes: held }));
                at = end;
            }
            if object.is(b"Type", b"XRef") {
                self.trailer.extend(object.dict().cloned().unwrap_or_default());
            }
            gap = at;
            let Head { number, generation, .. } = head;
            self.found.push(Placed { number, generation, object });
        }
        self.trailers(gap..bytes.len())
    }

    /// Trailers stand between objects.
    fn trailers(&mut self, gap: std::ops::Range<usize>) -> Result<(), Unread> {
        let Some(at) = memmem::rfind(&self.bytes[gap.clone()], b"trailer") else { return Ok(()) };
        let mut tokens = Tokens::new(&self.bytes[..gap.end], gap.start + at + 7, self.room);
        let item = tokens.next().map_err(|_| Unread::TooMuch)?;
        self.room = tokens.room;
        if let Some(Item::Object(Object::Dictionary(dict))) = item {
            self.trailer.extend(dict);
        }
        Ok(())
    }
}

/// `12 0` before `obj`.
struct Head {
    start: usize,
    number: u32,
    generation: u16,
}

fn head(bytes: &[u8], at: usize) -> Option<Head> {
    let (at, generation) = number_before(bytes, at)?;
    let (start, number) = number_before(bytes, at)?;
    let generation = generation.try_into().ok()?;
    Some(Head { start, number, generation })
}

/// The number that ends before `at`, with a space behind it, and where it begins.
fn number_before(bytes: &[u8], at: usize) -> Option<(usize, u32)> {
    let end = bytes[..at].iter().rposition(|byte| !is_space(*byte))? + 1;
    let digits = bytes[..end].iter().rev().take(10).take_while(|byte| byte.is_ascii_digit());
    let start = end - digits.count();
    let number = std::str::from_utf8(&bytes[start..end]).ok()?.parse().ok()?;
    (end < at).then_some((start, number))
}

/// Lengths of streams that stand in objects of their own, behind the stream more often than not.
fn lengths(bytes: &[u8]) -> BTreeMap<u32, usize> {
    let found = memmem::find_iter(bytes, "obj").filter_map(|at| {
        let Head { number, .. } = head(bytes, at)?;
        let behind = bytes[at + 3..].iter().take(24).copied();
        let digits: Vec<u8> =
            behind.skip_while(|byte| is_space(*byte)).take_while(u8::is_ascii_digit).collect();
        Some((number, std::str::from_utf8(&digits).ok()?.parse().ok()?))
    });
    found.collect()
}

/// The bytes of a stream whose word ends at `at`, and where it ends with all that belongs to it. Its
/// own length is taken where the stream really ends there.
fn extent(
    bytes: &[u8],
    at: usize,
    dict: &Dictionary,
    lengths: &BTreeMap<u32, usize>,
) -> (std::ops::Range<usize>, usize) {
    const END: &[u8] = b"endstream";
    let start = match &bytes[at..] {
        [b'\r', b'\n', ..] => at + 2,
        [b'\r' | b'\n', ..] => at + 1,
        _ => at,
    };
    let length = dict.get(&b"Length"[..]).and_then(|length| match length {
        Object::Reference(number) => lengths.get(number).copied(),
        length => usize::try_from(length.integer()?).ok(),
    });
    let stated = length.and_then(|length| start.checked_add(length));
    let ends = |end: &usize| {
        let Some(behind) = bytes.get(*end..) else { return false };
        let space = behind.iter().take(2).take_while(|byte| is_space(**byte)).count();
        behind[space..].starts_with(END)
    };
    if let Some(end) = stated.filter(ends) {
        return (start..end, end);
    }
    let end = memmem::find(&bytes[start..], END).map_or(bytes.len(), |end| start + end);
    (start..end, end)
}

/// The objects in a stream of objects. Each byte belongs to one of them, as everywhere.
fn unpacked(
    stream: &Stream,
    file: &File,
    reader: &mut Reader,
    room: &mut usize,
) -> Result<Vec<(u32, Object)>, Unread> {
    let plain = filter::plain(stream, file, reader)?;
    let first = stream.dict.get(&b"First"[..]).and_then(Object::integer);
    let first = first.and_then(|first| usize::try_from(first).ok()).unwrap_or(plain.len());
    let head = plain.get(..first).ok_or(Unread::PartOfPdf)?;
    let mut places = Vec::new();
    let mut tokens = Tokens::new(head, 0, *room);
    while let Some(Item::Object(Object::Integer(number))) =
        tokens.next().map_err(|_| Unread::TooMuch)?
    {
        let place = tokens.next().map_err(|_| Unread::TooMuch)?;
        let Some(Item::Object(Object::Integer(place))) = place else { break };
        if let (Ok(number), Ok(place)) = (number.try_into(), usize::try_from(place)) {
            places.push((place, number));
        }
    }
    *room = tokens.room;
    places.sort_unstable();
    let (mut done, mut all) = (first, Vec::new());
    for (place, number) in places {
        let Some(at) = first.checked_add(place).filter(|at| (done..plain.len()).contains(at))
        else {
            continue;
        };
        let mut tokens = Tokens::new(&plain, at, *room);
        let item = tokens.next().map_err(|_| Unread::TooMuch)?;
        (*room, done) = (tokens.room, tokens.at);
        if let Some(Item::Object(object)) = item {
            all.push((number, object));
        }
    }
    Ok(all)
}
