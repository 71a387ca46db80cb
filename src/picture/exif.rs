//! Metadata of pictures: whether it says where a photo was taken, and the words in it.
//!
//! Only looked at to tell the editor; nothing of it is kept. Any bytes at all are fine: a photo with
//! odd metadata is still a photo. EXIF is a TIFF file (TIFF 6.0, Exif 2.32 part 4.6); other
//! metadata is text between the chunks of the file.

use std::io::Read;

use super::blocks;

/// Bytes a packed text may unfold to.
const MOST_TEXT: u64 = 1 << 20;

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

/// Whether a file says where it was taken, a photo of any make: also one that is not published, and only
/// the beginning of one.
#[must_use]
pub fn tells_place(file: &[u8]) -> bool {
    let blocks: Vec<&[u8]> = if file.starts_with(&[0xFF, 0xD8]) {
        let segments = blocks::Segments::of(file);
        segments.filter(|(marker, _)| *marker == 0xE1).map(|(_, block)| block).collect()
    } else if file.starts_with(b"\x89PNG") {
        blocks::chunks(file).filter(|(name, _)| *name == b"eXIf").map(|(_, block)| block).collect()
    } else if file.starts_with(b"RIFF") {
        blocks::riff(file).filter(|(name, _)| *name == b"EXIF").map(|(_, block)| block).collect()
    } else if file.get(4..8) == Some(b"ftyp") {
        // HEIC and AVIF keep the block among others; it begins as in a JPEG.
        memchr::memmem::find_iter(file, b"Exif\0\0").take(9).map(|at| &file[at..]).collect()
    } else {
        // A TIFF is what such a block is.
        vec![file]
    };
    blocks.into_iter().any(located) || words(file).contains("GPSLatitude")
}

/// The metadata of a file as text: EXIF, XMP, comments, titles. What is no text comes out as marks.
pub(super) fn words(file: &[u8]) -> String {
    let mut found = Vec::new();
    let mut add = |text: &[u8]| {
        found.extend_from_slice(text);
        found.push(b'\n');
    };
    if file.starts_with(&[0xFF, 0xD8]) {
        // APP2 holds the colour profile.
        let texts = blocks::Segments::of(file)
            .filter(|(marker, _)| matches!(marker, 0xE1 | 0xE3..=0xEF | 0xFE));
        texts.for_each(|(_, text)| add(text));
    } else if file.starts_with(b"\x89PNG") {
        for (name, text) in blocks::chunks(file) {
            match name {
                b"tEXt" | b"eXIf" => add(text),
                b"iTXt" | b"zTXt" => {
                    add(text);
                    add(&unfolded(name, text));
                }
                _ => {}
            }
        }
    } else if file.starts_with(b"RIFF") {
        let texts = blocks::riff(file).filter(|(name, _)| matches!(*name, b"EXIF" | b"XMP "));
        texts.for_each(|(_, text)| add(text));
    } else if file.starts_with(b"GIF8") {
        // Comments, and what programs add.
        let texts = blocks::blocks(file).filter(|(kind, _)| matches!(kind, 0xFE | 0xFF));
        texts.for_each(|(_, text)| add(&text));
    }
    String::from_utf8_lossy(&found).into_owned()
}

/// A text chunk of a PNG that is packed, unpacked: behind its name `zTXt` has one byte, `iTXt` says by
/// its first whether it is packed, and has two more texts (W3C PNG 11.3.4).
fn unfolded(name: &[u8], chunk: &[u8]) -> Vec<u8> {
    let packed = || {
        let (_, rest) = split(chunk)?;
        match (name, rest) {
            (b"zTXt", [_, packed @ ..]) => Some(packed),
            (_, [1, _, rest @ ..]) => Some(split(split(rest)?.1)?.1),
            _ => None,
        }
    };
    let mut text = Vec::new();
    // Of what breaks off, what there is.
    let _ = flate2::read::ZlibDecoder::new(packed().unwrap_or_default())
        .take(MOST_TEXT)
        .read_to_end(&mut text);
    text
}

/// What stands before the first nought, and behind.
fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = memchr::memchr(0, bytes)?;
    Some((&bytes[..at], &bytes[at + 1..]))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use proptest::prelude::*;

    use super::{located, tells_place, words};

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
        let heic = [b"\0\0\0\x18ftypheic....Exif\0\0", &exif(2)[..]].concat();
        assert!(tells_place(&heic) && tells_place(&exif(2)) && !tells_place(&exif(0)));
    }

    #[test]
    fn comments_are_read() {
        let file = b"\xFF\xD8\xFF\xFE\0\x07hello\xFF\xDA\0\0".to_vec();
        assert_eq!(words(&file).trim(), "hello");
        let gif = b"GIF89a\x01\0\x01\0\0\0\0!\xFE\x05hello\0;";
        assert_eq!(words(gif).trim(), "hello");
    }

    #[test]
    fn packed_texts_are_unpacked_and_bombs_are_not() {
        let packed = |text: &[u8]| {
            let level = flate2::Compression::best();
            let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), level);
            packer.write_all(text).unwrap();
            packer.finish().unwrap()
        };
        let png = |name: &[u8; 4], head: &[u8], text: &[u8]| {
            let inside = [head, &packed(text)].concat();
            let length = u32::try_from(inside.len()).unwrap().to_be_bytes();
            [b"\x89PNG\r\n\x1a\n", &length[..], name, &inside, b"crc!"].concat()
        };
        let gps = b"exif:GPSLatitude=\"32,32.5N\"";
        for (name, head) in
            [(b"zTXt", &b"note\0\0"[..]), (b"iTXt", b"XML:com.adobe.xmp\0\x01\0\0\0")]
        {
            assert!(words(&png(name, head, gps)).contains("GPSLatitude"));
        }
        let bomb = words(&png(b"zTXt", b"note\0\0", &vec![b'a'; 1 << 24]));
        assert!(bomb.len() < 1 << 21);
    }

    proptest! {
        #[test]
        fn any_bytes_are_fine(bytes: Vec<u8>) {
            located(&bytes);
            for head in [&b"II*\0"[..], b"\xFF\xD8", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP"] {
                let file = [head, &bytes].concat();
                located(&file);
                let _ = tells_place(&file);
                words(&file);
            }
        }
    }
}
