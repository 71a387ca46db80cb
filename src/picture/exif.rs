//! Metadata of pictures: whether it says where a photo was taken, and the words in it.
//!
//! Only looked at to tell the editor; nothing of it is kept. Any bytes at all are fine: a photo with
//! odd metadata is still a photo. EXIF is a TIFF file (TIFF 6.0, Exif 2.32 part 4.6); other
//! metadata is text between the chunks of the file.

/// The tag of IFD 0 that points to the GPS directory.
const GPS_DIRECTORY: u16 = 0x8825;

/// Tags of that directory: latitude, longitude. Some phones write the directory without them.
const PLACE: [u16; 2] = [0x0002, 0x0004];

/// Entries a directory may have before it is no directory.
const MOST_ENTRIES: u16 = 512;

struct Tiff<'b> {
    bytes: &'b [u8],
    big_endian: bool,
}

impl<'b> Tiff<'b> {
    fn open(bytes: &'b [u8]) -> Option<Self> {
        let bytes = bytes.strip_prefix(b"Exif\0\0").unwrap_or(bytes);
        let big_endian = match bytes.get(..4)? {
            b"II*\0" => false,
            b"MM\0*" => true,
            _ => return None,
        };
        Some(Self { bytes, big_endian })
    }

    fn short(&self, at: usize) -> Option<u16> {
        let pair: [u8; 2] = self.bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.big_endian { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
    }

    fn long(&self, at: usize) -> Option<usize> {
        let four: [u8; 4] = self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let value =
            if self.big_endian { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) };
        usize::try_from(value).ok()
    }

    /// Tag and value field of each entry of the directory at `at`.
    fn directory(&self, at: usize) -> impl Iterator<Item = (u16, usize)> {
        let count = self.short(at).unwrap_or(0).min(MOST_ENTRIES);
        (0..usize::from(count)).filter_map(move |number| {
            let entry = at.checked_add(2 + number * 12)?;
            Some((self.short(entry)?, self.long(entry + 8)?))
        })
    }
}

/// Whether EXIF metadata says where the picture was taken.
pub(super) fn located(exif: &[u8]) -> bool {
    let place = || {
        let tiff = Tiff::open(exif)?;
        let first = tiff.long(4)?;
        let (_, gps) = tiff.directory(first).find(|(tag, _)| *tag == GPS_DIRECTORY)?;
        Some(tiff.directory(gps).any(|(tag, _)| PLACE.contains(&tag)))
    };
    place().unwrap_or(false)
}

/// The metadata of a file as text: EXIF, XMP, comments, titles. What is no text comes out as marks.
pub(super) fn words(file: &[u8]) -> String {
    let mut found = Vec::new();
    if file.starts_with(&[0xFF, 0xD8]) {
        jpeg(file, &mut found);
    } else if file.starts_with(b"\x89PNG") {
        png(file, &mut found);
    } else if file.starts_with(b"RIFF") {
        webp(file, &mut found);
    }
    String::from_utf8_lossy(&found).into_owned()
}

/// APP and COM segments before the scan; APP2 holds the colour profile.
fn jpeg(file: &[u8], found: &mut Vec<u8>) {
    let mut at = 2;
    while let Some([0xFF, marker, high, low]) = file.get(at..at + 4) {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        if *marker == 0xDA || length < 2 {
            return;
        }
        let carries = matches!(marker, 0xE1 | 0xE3..=0xEF | 0xFE);
        if let Some(segment) = file.get(at + 4..at + 2 + length).filter(|_| carries) {
            found.extend_from_slice(segment);
            found.push(b'\n');
        }
        at += 2 + length;
    }
}

fn png(file: &[u8], found: &mut Vec<u8>) {
    let mut at = 8;
    while let Some(head) = file.get(at..at + 8) {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]);
        let Ok(length) = usize::try_from(length) else { return };
        let Some(end) = (at + 8).checked_add(length) else { return };
        let carries = matches!(&head[4..], b"tEXt" | b"iTXt" | b"eXIf");
        if let Some(chunk) = file.get(at + 8..end).filter(|_| carries) {
            found.extend_from_slice(chunk);
            found.push(b'\n');
        }
        at = end.saturating_add(4);
    }
}

fn webp(file: &[u8], found: &mut Vec<u8>) {
    let mut at = 12;
    while let Some(head) = file.get(at..at + 8) {
        let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]);
        let Ok(length) = usize::try_from(length) else { return };
        let Some(end) = (at + 8).checked_add(length) else { return };
        let carries = matches!(&head[..4], b"EXIF" | b"XMP ");
        if let Some(chunk) = file.get(at + 8..end).filter(|_| carries) {
            found.extend_from_slice(chunk);
            found.push(b'\n');
        }
        at = end.saturating_add(length & 1);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{located, words};

    /// IFD 0 with one entry that points to a directory with one entry.
    fn exif(gps_tag: u16) -> Vec<u8> {
        let mut bytes = b"II*\0\x08\0\0\0".to_vec();
        bytes.extend([1, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0]);
        bytes.extend([1, 0]);
        bytes.extend(gps_tag.to_le_bytes());
        bytes.extend([5, 0, 3, 0, 0, 0, 0, 0, 0, 0]);
        bytes
    }

    #[test]
    fn a_place_is_a_latitude_not_an_empty_directory() {
        assert!(located(&exif(2)));
        assert!(!located(&exif(0)));
        assert!(!located(b"II*\0\xff\xff\xff\xff"));
    }

    #[test]
    fn comments_are_read() {
        let file = b"\xFF\xD8\xFF\xFE\0\x07hello\xFF\xDA\0\0".to_vec();
        assert_eq!(words(&file).trim(), "hello");
    }

    proptest! {
        #[test]
        fn any_bytes_are_fine(bytes: Vec<u8>) {
            located(&bytes);
            for head in [&b"II*\0"[..], b"\xFF\xD8", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP"] {
                let file = [head, &bytes].concat();
                located(&file);
                words(&file);
            }
        }
    }
}
