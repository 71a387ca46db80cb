//! A published folder as one file to hand over, and whether a copy is still what was handed over.
//!
//! The list of hashes is in the form of `sha256sum`, so that a webmaster who has no lantian can check
//! it with what every machine has. The archive is the same bytes for the same folder, day and archive
//! that stood there before: entries in the order of their names, each dated by the day and, for the
//! time, by what it holds. Servers and copying programs tell a changed file by its date and size; were
//! all dated alike, a telephone number put right would never be noticed. What did not change since the
//! archive before keeps its date, so that nobody loads it again. It holds names and deflated content and nothing else, which
//! is all that the format needs below 4 GB; more than 65,534 files are counted in a record of their
//! own, as later versions of the format have it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use zip::ZipArchive;

use crate::base::artifact::OutPath;
use crate::base::date::Date;
use crate::base::fault::Fault;
use crate::base::files;
use crate::publish::MARK;
use crate::say;

/// The list of hashes inside an archive and a copy.
pub const MANIFEST: &str = "SHA256SUMS";

/// What was packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packed {
    /// Files, the list of hashes not counted.
    pub files: usize,
    /// Bytes of the archive.
    pub bytes: usize,
}

/// How a copy differs from what was handed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Files that are as they were.
    pub whole: usize,
    /// Files with other bytes.
    pub changed: Vec<String>,
    /// Files that are not there.
    pub missing: Vec<String>,
    /// Files nobody handed over.
    pub extra: Vec<String>,
}

impl Verdict {
    /// Whether the copy is what was handed over.
    #[must_use]
    pub fn sound(&self) -> bool {
        self.changed.is_empty() && self.missing.is_empty() && self.extra.is_empty()
    }
}

/// Names of the files of a folder with `/` between their parts, dot files left out.
fn names(folder: &Path) -> Result<Vec<String>, Fault> {
    let doing = say!(zh: "查看文件夹", en: "looking through the folder");
    if !files::exists(folder) {
        return Err(Fault::at(doing, folder, io::ErrorKind::NotFound.into()));
    }
    let (found, troubles) = files::walk(folder);
    if let Some(trouble) = troubles.into_iter().next() {
        let (path, cause) = match trouble {
            files::Trouble::Outside(path) => (path, io::Error::other("symbolic link")),
            files::Trouble::Unreadable(path, cause) => (path, cause),
        };
        return Err(Fault::at(doing, &path, cause));
    }
    let mut names: Vec<String> = found
        .into_iter()
        .map(|file| file.relative.to_string_lossy().replace('\\', "/"))
        .filter(|name| name != MANIFEST)
        .collect();
    names.sort();
    Ok(names)
}

/// Names of all files of a folder, whatever they are called: what somebody put there need not look
/// like ours. Only the list itself and the mark that publishing leaves are passed over.
fn all_names(folder: &Path) -> Result<BTreeSet<String>, Fault> {
    let doing = say!(zh: "查看文件夹", en: "looking through the folder");
    let there = files::tree(folder).map_err(|cause| Fault::at(doing, folder, cause))?;
    let names = there.into_iter().map(|path| path.to_string_lossy().replace('\\', "/"));
    Ok(names.filter(|name| name != MANIFEST && name != MARK).collect())
}

fn read(folder: &Path, name: &str) -> Result<Vec<u8>, Fault> {
    let path = folder.join(name);
    files::read(&path).map_err(|cause| Fault::at(say!(zh: "读取", en: "reading"), &path, cause))
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// One entry, ready to be written into the archive.
struct Entry {
    name: String,
    hash: String,
    crc: u32,
    size: u32,
    deflated: Vec<u8>,
    /// When it is dated: time and day in the archive's form.
    moment: (u16, u16),
}

impl Entry {
    fn make(name: String, bytes: &[u8]) -> io::Result<Self> {
        let too_large = || io::Error::from(io::ErrorKind::FileTooLarge);
        let size = u32::try_from(bytes.len()).map_err(|_| too_large())?;
        let mut crc = Crc::new();
        crc.update(bytes);
        let mut deflate = DeflateEncoder::new(Vec::new(), Compression::best());
        deflate.write_all(bytes)?;
        let (hash, deflated) = (hash(bytes), deflate.finish()?);
        Ok(Self { name, hash, crc: crc.sum(), size, deflated, moment: (0, 0) })
    }

    /// Dates it by `day`, or as it was dated in an archive that has it as it is.
    fn dated(mut self, day: u16, before: &Before) -> Self {
        let known = before.get(&self.name).filter(|known| {
            (known.crc, known.size) == (self.crc, self.size) && known.moment.1 <= day
        });
        self.moment = known.map_or_else(|| (self.time(), day), |known| known.moment);
        self
    }

    /// The time of day an entry is dated by, in the archive's form: before eight in the morning, so
    /// that no server finds it in the future, and another wherever the bytes are others.
    fn time(&self) -> u16 {
        const STEPS: u32 = 8 * 60 * 30;
        let step = u32::from_str_radix(self.hash.get(..8).unwrap_or_default(), 16);
        let step = step.unwrap_or_default() % STEPS;
        let (hour, minute, second) = (step / (60 * 30), step / 30 % 60, step % 30);
        // Eight hours fit the five bits of an hour.
        u16::try_from(hour << 11 | minute << 5 | second).unwrap_or_default()
    }

    /// The fields that both headers of an entry share: version 2.0, UTF-8 names, deflate, time and
    /// day.
    fn fields(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(26);
        let (time, day) = self.moment;
        for short in [20_u16, 0x0800, 8, time, day] {
            out.extend(short.to_le_bytes());
        }
        let deflated = u32::try_from(self.deflated.len()).unwrap_or(u32::MAX);
        for long in [self.crc, deflated, self.size] {
            out.extend(long.to_le_bytes());
        }
        let name = u16::try_from(self.name.len()).unwrap_or(u16::MAX);
        out.extend(name.to_le_bytes());
        out.extend(0_u16.to_le_bytes());
        out
    }
}

/// A day in the archive's form, which begins with 1980.
fn day_field(day: Date) -> u16 {
    let year = u16::try_from(day.year() - 1980).unwrap_or_default().min(127);
    let part = |number: i8| u16::try_from(number).unwrap_or_default();
    year << 9 | part(day.month()) << 5 | part(day.day())
}

/// What an archive says of an entry.
struct Known {
    crc: u32,
    size: u32,
    moment: (u16, u16),
}

/// The entries of an archive by name.
type Before = BTreeMap<String, Known>;

/// The archive that stands at `path`; nothing where there is none, or where it is not one.
fn before(path: &Path) -> Before {
    let Ok(bytes) = files::read(path) else { return Before::new() };
    let Ok(mut archive) = ZipArchive::new(io::Cursor::new(bytes)) else { return Before::new() };
    let known = (0..archive.len()).filter_map(|at| {
        let entry = archive.by_index_raw(at).ok()?;
        let moment = entry.last_modified()?;
        let moment = (moment.timepart(), moment.datepart());
        let size = u32::try_from(entry.size()).ok()?;
        Some((entry.name().to_owned(), Known { crc: entry.crc32(), size, moment }))
    });
    known.collect()
}

/// Packs `folder` with its list of hashes into the archive `to`, dated by `day`; nothing is written where the same
/// bytes are there already.
///
/// # Errors
/// When the folder cannot be read, is over 4 GB, or the archive cannot be written.
pub fn pack(folder: &Path, to: &Path, day: Date) -> Result<Packed, Fault> {
    let doing = || say!(zh: "打包", en: "packing");
    let (day, before) = (day_field(day), before(to));
    let entries: Result<Vec<Entry>, Fault> = names(folder)?
        .into_par_iter()
        .map(|name| {
            let bytes = read(folder, &name)?;
            let entry = Entry::make(name, &bytes).map_err(|cause| Fault::at(doing(), to, cause))?;
            Ok(entry.dated(day, &before))
        })
        .collect();
    let mut entries = entries?;
    let list: String =
        entries.iter().map(|entry| format!("{}  {}\n", entry.hash, entry.name)).collect();
    let files = entries.len();
    let list = Entry::make(MANIFEST.to_owned(), list.as_bytes());
    let list = list.map_err(|cause| Fault::at(doing(), to, cause))?;
    entries.push(list.dated(day, &before));
    let archive = archive(&entries).map_err(|cause| Fault::at(doing(), to, cause))?;
    if !files::holds(to, &archive) {
        files::write(to, &archive).map_err(|cause| Fault::at(doing(), to, cause))?;
    }
    Ok(Packed { files, bytes: archive.len() })
}

/// The archive as the format says (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.16).
fn archive(entries: &[Entry]) -> io::Result<Vec<u8>> {
    let too_large = |_| io::Error::from(io::ErrorKind::FileTooLarge);
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        let at = u32::try_from(out.len()).map_err(too_large)?;
        let fields = entry.fields();
        out.extend(b"PK\x03\x04");
        out.extend(&fields);
        out.extend(entry.name.as_bytes());
        out.extend(&entry.deflated);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&fields);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(entry.name.as_bytes());
    }
    let at = u32::try_from(out.len()).map_err(too_large)?;
    let size = u32::try_from(directory.len()).map_err(too_large)?;
    out.extend(directory);
    // 0xFFFF says: see the larger record.
    let count = u16::try_from(entries.len()).unwrap_or(u16::MAX);
    if count == u16::MAX {
        out.extend(many(entries.len() as u64, size.into(), at.into()));
    }
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(size.to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0; 2]);
    Ok(out)
}

/// The end of the directory for more entries than the usual one can count, and where it stands
/// (sections 4.3.14 and 4.3.15).
fn many(count: u64, size: u64, at: u64) -> Vec<u8> {
    let mut out = b"PK\x06\x06".to_vec();
    // 44 bytes follow; made by and needing version 4.5; first disk.
    out.extend(44_u64.to_le_bytes());
    out.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for long in [count, count, size, at] {
        out.extend(long.to_le_bytes());
    }
    out.extend(b"PK\x06\x07\0\0\0\0");
    out.extend((at + size).to_le_bytes());
    out.extend(1_u32.to_le_bytes());
    out
}

/// Compares the copy in `folder` with a list of hashes: the one in it, or another.
///
/// # Errors
/// When there is no list, it is not one, or something cannot be read.
pub fn verify(folder: &Path, manifest: Option<&Path>) -> Result<Verdict, Fault> {
    let there = all_names(folder)?;
    let list = manifest.map_or_else(|| folder.join(MANIFEST), Path::to_owned);
    let doing = || say!(zh: "读取清单", en: "reading the list of hashes");
    let text = files::read(&list).map_err(|cause| Fault::at(doing(), &list, cause))?;
    let text = String::from_utf8_lossy(&text);
    // Notepad writes a mark in front when somebody looks at the list and saves it.
    let text = text.trim_start_matches('\u{feff}');
    let broken = || Fault::at(doing(), &list, io::ErrorKind::InvalidData.into());
    let wanted: Option<BTreeMap<&str, &str>> = text
        .lines()
        .map(|line| {
            let (hash, name) = line.split_once("  ")?;
            (hash.len() == 64 && OutPath::new(name).is_ok()).then_some((name, hash))
        })
        .collect();
    let wanted = wanted.filter(|wanted| !wanted.is_empty()).ok_or_else(broken)?;
    let found: Result<Vec<Option<String>>, Fault> = wanted
        .par_iter()
        .map(|(name, _)| {
            files::exists(&folder.join(name)).then(|| Ok(hash(&read(folder, name)?))).transpose()
        })
        .collect();
    let mut verdict = Verdict::default();
    for ((name, hash), own) in wanted.iter().zip(found?) {
        match own {
            Some(own) if own.eq_ignore_ascii_case(hash) => verdict.whole += 1,
            Some(_) => verdict.changed.push((*name).to_owned()),
            None => verdict.missing.push((*name).to_owned()),
        }
    }
    verdict.extra = there.into_iter().filter(|name| !wanted.contains_key(name.as_str())).collect();
    Ok(verdict)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::{Entry, archive};

    #[test]
    fn more_files_than_the_old_format_can_count() {
        for count in [3, 65_534, 65_535, 65_536, 70_000] {
            // Two bytes that deflate to nothing.
            let empty = || Entry {
                name: String::new(),
                hash: String::new(),
                crc: 0,
                size: 0,
                deflated: vec![3, 0],
                moment: (0, 0x21),
            };
            let entry = |number| Entry { name: format!("{number}.txt"), ..empty() };
            let entries: Vec<_> = (0..count).map(entry).collect();
            let bytes = archive(&entries).unwrap();
            let mut read = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
            assert_eq!(read.len(), count);
            let last = count - 1;
            assert_eq!(read.by_index(last).unwrap().name(), format!("{last}.txt"));
        }
    }
}
