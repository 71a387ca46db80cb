//! Photos inside attachments that say where they were taken (W760).
//!
//! A picture of a page is made anew before it goes out; what lies in an archive or an office file goes
//! out as it is, with the way to somebody's home in it. It cannot be rewritten, so it is told, member
//! by member. What a photo says of itself stands at its beginning, so little is unpacked.

use std::io::Read;

use super::contents::{DEEPEST, LARGEST};
use crate::base::archive;
use crate::base::artifact::Asset;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::files;
use crate::domain::identifier::find::conceal;
use crate::picture;
use crate::pipeline::Output;
use crate::say;

/// Endings of archives, and of what office programs keep as one.
const ARCHIVES: [&str; 21] = [
    "zip", "docx", "docm", "dotx", "xlsx", "xlsm", "pptx", "pptm", "ppsx", "ppsm", "potx", "odt",
    "ods", "odp", "ofd", "epub", "wps", "et", "dps", "vsdx", "key",
];

/// Endings of photos as cameras and office programs write them.
const PHOTOS: [&str; 12] =
    ["jpg", "jpeg", "jpe", "jfif", "png", "webp", "tif", "tiff", "heic", "heif", "avif", "dng"];

/// Bytes of a photo that are looked at.
const BEGINNING: u64 = 256 * 1024;

/// Photos that are named one by one.
const NAMED: usize = 20;

/// What is said of the photos in a finished file.
pub(super) fn told(output: &Output) -> Vec<Diagnostic> {
    let Output::File(asset) = output else { return Vec::new() };
    if !ends(asset.path.as_str(), &ARCHIVES) {
        return Vec::new();
    }
    // Whoever copies the file says why it cannot be read, and what is too large is kept back.
    let Ok((_, Some(bytes))) = files::read_within(&asset.file, LARGEST) else { return Vec::new() };
    let mut walk = Walk { left: LARGEST, found: Vec::new() };
    walk.archive(&bytes, "", 0);
    walk.found.iter().map(|member| located(asset, member)).collect()
}

fn ends(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    endings.contains(&ending.as_str())
}

/// A walk through an archive and those within.
struct Walk {
    /// Bytes that may still be unpacked.
    left: u64,
    /// Members that say where they were taken.
    found: Vec<String>,
}

impl Walk {
    fn archive(&mut self, bytes: &[u8], within: &str, depth: usize) {
        let Ok(mut archive) = archive::open(bytes) else { return };
        for at in 0..archive.len() {
            if self.found.len() >= NAMED || self.left == 0 {
                return;
            }
            // What is locked is kept back as a whole.
            let Ok(file) = archive.by_index(at) else { continue };
            let name = format!("{within}{}", file.name());
            if ends(&name, &PHOTOS) {
                let photo = self.unpack(file, BEGINNING);
                if picture::tells_place(&photo) {
                    self.found.push(name);
                }
            } else if depth + 1 < DEEPEST && ends(&name, &ARCHIVES) {
                let inner = self.unpack(file, LARGEST);
                self.archive(&inner, &format!("{name}/"), depth + 1);
            }
        }
    }

    /// The beginning of a member, also of one that breaks off.
    fn unpack(&mut self, file: impl Read, most: u64) -> Vec<u8> {
        let mut bytes = Vec::new();
        // What was read before a fault is in `bytes`.
        let _ = file.take(most.min(self.left)).read_to_end(&mut bytes);
        self.left = self.left.saturating_sub(bytes.len() as u64);
        bytes
    }
}

fn located(asset: &Asset, member: &str) -> Diagnostic {
    let name = asset.name();
    let (name, member) = (conceal(&name), conceal(member));
    Diagnostic::general(
        Code::LocatedPhoto,
        say!(
            zh: "附件 `{name}` 里的照片 `{member}` 存着拍摄地点，会随附件一起发布",
            en: "the photo `{member}` in the attachment `{name}` says where it was taken, and goes out with it",
        ),
    )
    .hint(say!(
        zh: "用画图软件把照片另存一份，或截屏，换进附件里再发",
        en: "save the photo anew in a drawing program, or take a screenshot, and put that into the attachment",
    ))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use super::{NAMED, Walk};

    /// A JPEG with the coordinates of a place, or a directory without any.
    fn photo(place: bool) -> Vec<u8> {
        let mut exif = b"Exif\0\0II*\0\x08\0\0\0".to_vec();
        exif.extend([1, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
        exif.extend([if place { 2 } else { 0 }, 0, 5, 0, 3, 0, 0, 0, 0, 0, 0, 0]);
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        [&b"\xFF\xD8\xFF\xE1"[..], &length, &exif, b"\xFF\xDA\0\0\xFF\xD9"].concat()
    }

    fn packed(members: &[(&str, Vec<u8>)]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in members {
            archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn found(bytes: &[u8]) -> Vec<String> {
        let mut walk = Walk { left: 1 << 20, found: Vec::new() };
        walk.archive(bytes, "", 0);
        walk.found
    }

    #[test]
    fn members_are_named_and_those_within_others() {
        let inner = packed(&[("word/media/image1.jpeg", photo(true))]);
        let all = packed(&[
            ("a.JPG", photo(true)),
            ("b.jpg", photo(false)),
            ("c.txt", photo(true)),
            ("d.docx", inner),
        ]);
        assert_eq!(found(&all), ["a.JPG", "d.docx/word/media/image1.jpeg"]);
        assert_eq!(found(b"PK\x03\x04 broken"), [""; 0]);
        let names: Vec<String> = (0..50).map(|at| format!("{at}.jpg")).collect();
        let many: Vec<(&str, Vec<u8>)> =
            names.iter().map(|it| (it.as_str(), photo(true))).collect();
        assert_eq!(found(&packed(&many)).len(), NAMED);
    }
}
