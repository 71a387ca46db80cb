//! What a file holds for those who open it: text in any encoding, office files and other archives
//! unpacked, PDFs read.
//!
//! Attachments are passed on as they are, so a number in a table of an xlsx is as public as one on a
//! page. Files come from strangers: an archive may unpack without end, so everything is read within
//! one budget, and archives within archives only so deep. What cannot be read is said.

use std::io::{Cursor, Read};

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

use super::pdf;
use crate::base::text::Text;
use crate::domain::identifier::find::{Markup, in_file};
use crate::say;

/// Bytes that everything in one file may unpack to.
const LARGEST: u64 = 64 * 1024 * 1024;
/// Archives within archives.
const DEEPEST: usize = 3;
/// Members of one archive.
const MOST: usize = 10_000;

/// What was found in a file.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// The first citizen's number, starred out.
    pub(super) number: Option<String>,
    /// Why not all of it could be read.
    pub(super) unread: Option<Text>,
}

impl Contents {
    pub(super) fn unread(why: Text) -> Self {
        Self { number: None, unread: Some(why) }
    }

    fn of(number: Option<String>) -> Self {
        Self { number, unread: None }
    }

    /// With what a further part holds.
    fn and(self, part: Self) -> Self {
        Self { number: self.number.or(part.number), unread: self.unread.or(part.unread) }
    }
}

/// What the bytes of an attachment hold.
pub(super) fn look(name: &str, bytes: &[u8]) -> Contents {
    Reader { left: LARGEST }.look(name, bytes, 0)
}

/// Reads parts within one budget.
pub(super) struct Reader {
    left: u64,
}

impl Reader {
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
            return pdf::look(bytes, self, depth);
        }
        let packed: [&[u8]; 5] = [b"Rar!", b"7z\xBC\xAF", b"\xFD7zXZ", b"BZh", b"\x28\xB5\x2F\xFD"];
        if packed.iter().any(|mark| begins(mark)) {
            return Contents::of(in_file(bytes, Markup::Text)).and(Contents::unread(say!(
                zh: "压缩包格式不认得，没有打开；请改用 zip，或把里面的文件直接放上来",
                en: "an archive of a kind that is not opened: use zip, or put up the files themselves",
            )));
        }
        // Text in old office files lies there as UTF-16 or as it is, in pieces.
        if begins(&[0xD0, 0xCF, 0x11, 0xE0]) {
            return Contents::of(wide(bytes).or_else(|| words(bytes))).and(Contents::unread(say!(
                zh: "旧格式（doc、xls、wps）读不全；请另存为 docx、xlsx 或 PDF",
                en: "an old format (doc, xls, wps) that cannot be read in full: save it as docx, xlsx or PDF",
            )));
        }
        if MEDIA.contains(&ending.as_str()) {
            return Contents::of(in_file(bytes, Markup::Text));
        }
        text(bytes)
    }

    fn archive(&mut self, bytes: &[u8], depth: usize) -> Contents {
        let damaged = || {
            Contents::unread(say!(
                zh: "压缩文件打不开，可能已损坏",
                en: "the archive cannot be opened and may be damaged",
            ))
        };
        let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return damaged() };
        if depth >= DEEPEST || archive.len() > MOST {
            return too_much();
        }
        let mut all = Contents::default();
        for at in 0..archive.len() {
            let mut part = Vec::new();
            let (name, locked) = match archive.by_index_raw(at) {
                Ok(file) => (file.name().to_owned(), file.encrypted()),
                Err(_) => return all.and(damaged()),
            };
            all = all.and(Contents::of(in_file(name.as_bytes(), Markup::Text)));
            if locked {
                all = all.and(Contents::unread(say!(
                    zh: "压缩文件加了密码，读不了；请去掉密码",
                    en: "the archive is locked with a password: remove it",
                )));
                continue;
            }
            let read = archive.by_index(at).map_err(std::io::Error::other);
            match read.and_then(|file| file.take(self.left + 1).read_to_end(&mut part)) {
                Ok(size) if size as u64 <= self.left => self.left -= size as u64,
                Ok(_) => return all.and(too_much()),
                Err(_) => return all.and(damaged()),
            }
            all = all.and(self.look(&name, &part, depth + 1));
        }
        all
    }

    fn gzip(&mut self, name: &str, bytes: &[u8], depth: usize) -> Contents {
        let mut inside = Vec::new();
        let read = flate2::read::MultiGzDecoder::new(bytes).take(self.left + 1);
        match { read }.read_to_end(&mut inside) {
            Ok(size) if size as u64 <= self.left && depth < DEEPEST => {
                self.left -= size as u64;
                let name = name.strip_suffix(".gz").unwrap_or(name);
                self.look(name, &inside, depth + 1)
            }
            Ok(_) => too_much(),
            Err(_) => Contents::unread(say!(
                zh: "压缩文件打不开，可能已损坏",
                en: "the archive cannot be opened and may be damaged",
            )),
        }
    }
}

fn too_much() -> Contents {
    Contents::unread(say!(
        zh: "里面的内容太多或套得太深，没有读完",
        en: "it holds too much, or archives in archives, and was not read to the end",
    ))
}

/// Pictures, sound and fonts: bytes, with words only in their descriptions.
const MEDIA: [&str; 22] = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "bmp", "woff", "woff2", "ttf", "otf",
    "ttc", "mp3", "m4a", "wav", "ogg", "mp4", "webm", "mov", "bin", "dat",
];

/// Text in any encoding a clerk's machine writes.
fn text(bytes: &[u8]) -> Contents {
    if let Some(number) = words(bytes) {
        return Contents::of(Some(number));
    }
    let head = &bytes[..bytes.len().min(4096)];
    if begins_wide(head) {
        return Contents::of(wide(bytes));
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Contents::default();
    }
    match GB18030.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => Contents::of(words(text.as_bytes())),
        None => Contents::of(wide(bytes)).and(Contents::unread(say!(
            zh: "不是文字，也不是认得的格式，读不了",
            en: "neither text nor of a format that is known: it cannot be read",
        ))),
    }
}

/// Words as they stand there, as a page where the bytes begin like one.
pub(super) fn words(bytes: &[u8]) -> Option<String> {
    in_file(bytes, markup(bytes))
}

/// Pages and drawings begin with a tag, whatever their file is called.
pub(super) fn markup(bytes: &[u8]) -> Markup {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    if first == Some(&b'<') { Markup::Html } else { Markup::Text }
}

/// A mark of UTF-16, or the zeros its digits leave.
fn begins_wide(head: &[u8]) -> bool {
    let zeros = head.iter().filter(|byte| **byte == 0).count();
    head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") || zeros * 8 > head.len()
}

/// Bytes read as UTF-16, both ways and from both first bytes: what lies in an old office file begins
/// anywhere.
fn wide(bytes: &[u8]) -> Option<String> {
    [UTF_16LE, UTF_16BE].into_iter().find_map(|encoding| {
        (0..2).find_map(|from| {
            let (text, _) = encoding.decode_without_bom_handling(bytes.get(from..)?);
            words(text.as_bytes())
        })
    })
}
