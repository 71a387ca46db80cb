//! What a file holds for those who open it: text in any encoding, office files and other archives
//! unpacked, PDFs read.
//!
//! Attachments are passed on as they are, so a number in a table of an xlsx is as public as one on a
//! page. Files come from strangers: an archive may unpack without end, so everything is read within
//! one budget, and archives within archives only so deep. What cannot be read is said, and hides
//! nothing else.

use std::io::Read;

use encoding_rs::{UTF_16BE, UTF_16LE};

use super::unread::Unread;
use super::workbook::Workbook;
use super::{media, old, pdf, rtf};
use crate::base::archive::{self, Shut};
use crate::base::encoding::{self, Encoding};
use crate::base::text::Text;
use crate::domain::identifier::find::conceal;
use crate::domain::identifier::sighting::{Markup, Sighting, in_file};
use crate::say;

/// Bytes a file may have, and bytes that everything in it may unpack to: no text is so long.
pub(super) const LARGEST: u64 = 64 * 1024 * 1024;
/// Packed bytes that may be gone through, some of them more than once: what unpacks to nothing costs
/// time all the same.
const FARTHEST: u64 = 4 * LARGEST;
/// Bytes that may be unpacked of what hardly holds words.
const BESIDE: u64 = 8 * 1024 * 1024;
/// Archives within archives.
pub(super) const DEEPEST: usize = 3;
/// What was found in a file.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// The first citizen's number, or what may be one.
    pub(super) number: Option<Number>,
    /// Why not all of it could be read.
    pub(super) unread: Option<Unread>,
    /// The part that could not: the members of archives it lies in, from the outermost.
    pub(super) part: Vec<Text>,
}

/// A number, and where in the file it stands.
#[derive(Debug)]
pub(super) struct Number {
    pub(super) sighting: Sighting,
    /// From the outermost to the innermost: a member of an archive, a sheet, a line.
    pub(super) inside: Vec<Text>,
}

impl From<Sighting> for Number {
    fn from(sighting: Sighting) -> Self {
        Self { sighting, inside: Vec::new() }
    }
}

impl Number {
    pub(super) fn at(mut self, place: Text) -> Self {
        self.inside.insert(0, place);
        self
    }

    /// Of two the one that is a citizen's, and the first of its kind.
    pub(super) fn surer(one: Option<Self>, other: impl FnOnce() -> Option<Self>) -> Option<Self> {
        let sure = |number: &Self| number.sighting.sure;
        if one.as_ref().is_some_and(sure) {
            return one;
        }
        match other() {
            Some(other) if one.is_none() || sure(&other) => Some(other),
            _ => one,
        }
    }
}

impl Contents {
    pub(super) fn unread(why: Unread) -> Self {
        Self::with(None, Some(why))
    }

    pub(super) fn of(number: Option<Number>) -> Self {
        Self::with(number, None)
    }

    pub(super) fn with(number: Option<Number>, unread: Option<Unread>) -> Self {
        Self { number, unread, part: Vec::new() }
    }

    /// With what a further part holds.
    pub(super) fn and(self, part: Self) -> Self {
        let unread = Unread::graver(self.unread, part.unread);
        let own = self.unread.is_some() && unread == self.unread;
        let place = if own { self.part } else { part.part };
        Self { number: Number::surer(self.number, || part.number), unread, part: place }
    }

    /// Whether a citizen's number was found: nothing else need be looked for.
    pub(super) fn leaks(&self) -> bool {
        self.number.as_ref().is_some_and(|number| number.sighting.sure)
    }

    /// The same, seen from outside of a part.
    fn within(mut self, place: Text) -> Self {
        if self.unread.is_some() {
            self.part.insert(0, place.clone());
        }
        self.number = self.number.map(|number| number.at(place));
        self
    }
}

/// What the bytes of an attachment hold.
pub(super) fn look(name: &str, bytes: &[u8]) -> Contents {
    Reader { left: LARGEST, way: FARTHEST, beside: BESIDE }.look(name, bytes, 0)
}

/// Reads parts within one budget.
pub(super) struct Reader {
    /// Bytes that may still be unpacked.
    left: u64,
    /// Packed bytes that may still be gone through.
    way: u64,
    /// Bytes that may still be unpacked of what hardly holds words.
    beside: u64,
}

impl Reader {
    #[cfg(test)]
    pub(super) fn with(left: u64) -> Self {
        Self { left, way: FARTHEST, beside: BESIDE }
    }

    /// `name` tells by its ending what some bytes are; `depth` how many archives they lie in.
    pub(super) fn look(&mut self, name: &str, bytes: &[u8], depth: usize) -> Contents {
        let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let begins = |mark: &[u8]| bytes.starts_with(mark);
        if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") {
            return self.archive(bytes, depth);
        }
        if begins(&[0x1F, 0x8B]) {
            return self.gzip(name, bytes, depth);
        }
        if bytes[..bytes.len().min(1024)].windows(5).any(|mark| mark == b"%PDF-") {
            // Whatever lies in a PDF may begin like one itself.
            if depth > DEEPEST {
                return Contents::unread(Unread::TooMuch);
            }
            return pdf::look(bytes, self, depth);
        }
        let packed: [&[u8]; 5] = [b"Rar!", b"7z\xBC\xAF", b"\xFD7zXZ", b"BZh", b"\x28\xB5\x2F\xFD"];
        if packed.iter().any(|mark| begins(mark)) {
            return Contents::with(raw(bytes), Some(Unread::Kind));
        }
        if begins(&old::BEGINS) {
            let own = depth > 0 && OWN.contains(&ending.as_str());
            return old::look(bytes, own, self, depth);
        }
        if begins(b"{\\rtf") {
            return text(bytes).and(text(&rtf::plain(bytes)));
        }
        if media::is(name, &ending, bytes) {
            // What WPS and Excel write for speed (xlsb) keeps its texts as UTF-16 among other bytes.
            let wide = || (ending == "bin").then(|| wide(bytes)).flatten();
            return Contents::of(Number::surer(raw(bytes), wide));
        }
        text(bytes)
    }

    fn archive(&mut self, bytes: &[u8], depth: usize) -> Contents {
        let mut archive = match archive::open(bytes) {
            Ok(archive) if depth < DEEPEST => archive,
            Err(Shut::Damaged) => return Contents::unread(Unread::Archive),
            _ => return Contents::unread(Unread::TooMuch),
        };
        let mut all = Contents::default();
        // Of two members with one name only the last is listed.
        if stated(bytes).is_some_and(|count| count != archive.len()) {
            all.unread = Some(Unread::Member);
        }
        let workbook = Workbook::of(&mut archive, self);
        for at in 0..archive.len() {
            let (name, written, locked) = match archive.by_index_raw(at) {
                Ok(file) => (file.name().to_owned(), file.name_raw().to_vec(), file.encrypted()),
                Err(_) => (String::new(), Vec::new(), false),
            };
            // Chinese Windows writes names in GBK and does not say so.
            let written = encoding::decode(written).map(|decoded| decoded.text);
            for name in [Some(&name), written.as_ref()].into_iter().flatten() {
                all = all.and(Contents::of(raw(name.as_bytes())));
            }
            if of_the_system(&name) {
                continue;
            }
            let sheets = workbook.as_ref();
            all = all.and(match archive.by_index(at) {
                _ if locked => Contents::unread(Unread::LockedArchive).within(member(&name)),
                Ok(file) => {
                    let size = file.compressed_size().min(bytes.len() as u64);
                    self.member(&name, (file, size), sheets, depth)
                }
                Err(_) => Contents::unread(Unread::Member).within(member(&name)),
            });
        }
        all
    }

    /// A file in an archive; sheets of a workbook say themselves where they are.
    fn member(
        &mut self,
        name: &str,
        (packed, size): (impl Read, u64),
        workbook: Option<&Workbook>,
        depth: usize,
    ) -> Contents {
        let (bytes, unread) = self.unpack(packed, size, Unread::Member);
        let unread = Contents::with(None, unread);
        let sheet = workbook.map(|book| book.look(name, &bytes, self));
        let part = self.look(name, &bytes, depth + 1);
        match sheet {
            Some(sheet) => sheet.and(part).and(unread.within(member(name))),
            None => unread.and(part).within(member(name)),
        }
    }

    fn gzip(&mut self, name: &str, bytes: &[u8], depth: usize) -> Contents {
        if depth >= DEEPEST {
            return Contents::unread(Unread::TooMuch);
        }
        let name = name.strip_suffix(".gz").unwrap_or(name);
        let packed = flate2::read::MultiGzDecoder::new(bytes);
        let (bytes, unread) = self.unpack(packed, bytes.len() as u64, Unread::Archive);
        Contents::with(None, unread).and(self.look(name, &bytes, depth + 1))
    }

    /// What lies in an archive in so many bytes. Of what breaks off, the beginning is read; `damaged`
    /// says so.
    pub(super) fn unpack(
        &mut self,
        packed: impl Read,
        size: u64,
        damaged: Unread,
    ) -> (Vec<u8>, Option<Unread>) {
        if let Err(why) = self.walk(size) {
            return (Vec::new(), Some(why));
        }
        let mut bytes = Vec::new();
        let done = packed.take(self.left + 1).read_to_end(&mut bytes);
        let (bytes, much) = self.charge(bytes);
        let unread = if much { Some(Unread::TooMuch) } else { done.err().map(|_| damaged) };
        (bytes, unread)
    }

    /// Goes through so many packed bytes.
    ///
    /// # Errors
    /// Where those are more than may be gone through.
    pub(super) fn walk(&mut self, size: u64) -> Result<(), Unread> {
        self.way = self.way.checked_sub(size).ok_or(Unread::TooMuch)?;
        Ok(())
    }

    /// Bytes that may still be unpacked or put together.
    pub(super) fn left(&self) -> usize {
        usize::try_from(self.left).unwrap_or(usize::MAX)
    }

    /// Looks at what hardly holds words, within a small budget of its own: where that ends, nothing is
    /// missed that anybody opens.
    pub(super) fn beside<T>(&mut self, look: impl FnOnce(&mut Self) -> T) -> T {
        std::mem::swap(&mut self.left, &mut self.beside);
        let found = look(self);
        std::mem::swap(&mut self.left, &mut self.beside);
        found
    }

    /// Takes a text from the budget that was put together of what had been read.
    pub(super) fn spend(&mut self, size: usize) {
        self.left = self.left.saturating_sub(size as u64);
    }

    /// All that can be read, also where it breaks off.
    ///
    /// # Errors
    /// Where that is more than may be read.
    pub(super) fn lenient(&mut self, packed: impl Read) -> Result<Vec<u8>, Unread> {
        let mut bytes = Vec::new();
        // What was read before a fault is in `bytes`.
        let _ = packed.take(self.left + 1).read_to_end(&mut bytes);
        match self.charge(bytes) {
            (bytes, false) => Ok(bytes),
            (_, true) => Err(Unread::TooMuch),
        }
    }

    /// Takes what was read from the budget; says where it is more.
    fn charge(&mut self, mut bytes: Vec<u8>) -> (Vec<u8>, bool) {
        let size = bytes.len() as u64;
        let much = size > self.left;
        if much {
            bytes.pop();
        }
        self.left = self.left.saturating_sub(size);
        (bytes, much)
    }
}

/// Endings of old office files that programs put into files of their own: embedded tables, macros, lists
/// of small pictures.
const OWN: [&str; 2] = ["bin", "db"];

/// How many members an archive says it has, in its end; more than fit there are not told.
fn stated(bytes: &[u8]) -> Option<usize> {
    let at = memchr::memmem::rfind(bytes, b"PK\x05\x06")?;
    let count = u16::from_le_bytes([*bytes.get(at + 10)?, *bytes.get(at + 11)?]);
    (count != u16::MAX).then_some(usize::from(count))
}

/// What macOS adds to an archive: icons and places of windows.
fn of_the_system(name: &str) -> bool {
    name.starts_with("__MACOSX/") || name.rsplit('/').next() == Some(".DS_Store")
}

/// Text in any encoding a clerk's machine writes. It is read decoded first: the bytes of another
/// encoding would be told with words nobody wrote, and lines nobody counts.
fn text(bytes: &[u8]) -> Contents {
    let decoded = encoding::decode(bytes.to_vec());
    let odd = decoded.is_none().then_some(Unread::Odd);
    let unread = odd.or_else(|| packed_mail(bytes).then_some(Unread::Mail));
    let other = decoded.filter(|decoded| decoded.encoding != Encoding::Utf8);
    let number = other.and_then(|decoded| words(decoded.text.as_bytes()));
    let number = Number::surer(number, || words(bytes));
    if number.as_ref().is_some_and(|number| number.sighting.sure) {
        return Contents::with(number, None);
    }
    // Noughts are what digits leave in UTF-16, also where not all of it is text.
    let half = || memchr::memchr(0, bytes).and_then(|_| wide(bytes));
    Contents::with(Number::surer(number, half), unread)
}

/// Whether something in a letter, or in a page that an office program saved as one, is written in
/// letters that nobody reads.
fn packed_mail(bytes: &[u8]) -> bool {
    const CODE: &[u8] = b"base64";
    let mut heads = memchr::memmem::find_iter(bytes, b"ransfer-");
    heads.any(|at| {
        let line = &bytes[at..bytes.len().min(at + 64)];
        let line = line.split(|byte| *byte == b'\n').next().unwrap_or_default();
        line.to_ascii_lowercase().windows(CODE.len()).any(|word| word == CODE)
    })
}

/// Bytes as they are.
pub(super) fn raw(bytes: &[u8]) -> Option<Number> {
    in_file(bytes, Markup::Text).map(Number::from)
}

/// Words as they stand there, as a page where the bytes begin like one, or else with their line.
pub(super) fn words(bytes: &[u8]) -> Option<Number> {
    let markup = markup(bytes);
    let sighting = in_file(bytes, markup)?;
    let line = sighting.line.filter(|_| markup == Markup::Text);
    let number = Number::from(sighting);
    Some(match line {
        Some(line) => number.at(say!(zh: "第 {line} 行", en: "line {line}")),
        None => number,
    })
}

/// A file in an archive.
fn member(name: &str) -> Text {
    let name = conceal(name);
    say!(zh: "压缩包里的 `{name}`", en: "`{name}` in the archive")
}

/// Pages and drawings begin with a tag, whatever their file is called.
pub(super) fn markup(bytes: &[u8]) -> Markup {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    if first == Some(&b'<') { Markup::Html } else { Markup::Text }
}

/// Bytes read as UTF-16, both ways and from both first bytes: what lies in an old office file begins
/// anywhere.
pub(super) fn wide(bytes: &[u8]) -> Option<Number> {
    [UTF_16LE, UTF_16BE].into_iter().find_map(|encoding| {
        (0..2).find_map(|from| {
            let (text, _) = encoding.decode_without_bom_handling(bytes.get(from..)?);
            words(text.as_bytes())
        })
    })
}
