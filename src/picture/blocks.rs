//! How picture files are cut into pieces: what is drawn, and what else they carry.
//!
//! One walker a format, for all who ask: what the metadata says, whether the file breaks off, whether
//! the picture moves, whether it carries anything but itself. Any bytes at all are fine; where they
//! are no piece, the walk ends.

/// The segments of a JPEG before its first scan, each as its marker and what it holds (ITU-T T.81, B).
/// A thumbnail within a segment is a whole JPEG of its own and is passed over with it.
pub(super) struct Segments<'b> {
    file: &'b [u8],
    at: usize,
}

impl<'b> Segments<'b> {
    pub(super) fn of(file: &'b [u8]) -> Self {
        Self { file, at: 2 }
    }

    /// The file from its first scan on, once all segments were taken; none where there is no scan.
    pub(super) fn drawn(&self) -> Option<&'b [u8]> {
        self.file.get(self.at..).filter(|rest| rest.starts_with(b"\xFF\xDA"))
    }
}

impl<'b> Iterator for Segments<'b> {
    type Item = (u8, &'b [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.file.get(self.at..)? {
                // Markers may be filled up, and some stand alone.
                [0xFF, 0xFF, ..] => self.at += 1,
                [0xFF, 0x01 | 0xD0..=0xD7, ..] => self.at += 2,
                [0xFF, marker, high, low, ..] if *marker != 0xDA => {
                    let length = usize::from(u16::from_be_bytes([*high, *low]));
                    let inside = self.file.get(self.at + 4..self.at + 2 + length)?;
                    self.at += 2 + length;
                    return Some((*marker, inside));
                }
                _ => return None,
            }
        }
    }
}

/// The chunks of a PNG, each as its name and what it holds.
pub(super) fn chunks(file: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    pieces(file, 8, |head| {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]);
        (&head[4..8], length, 4)
    })
}

/// The chunks of a WebP.
pub(super) fn riff(file: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    pieces(file, 12, |head| {
        let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]);
        (&head[..4], length, length as usize & 1)
    })
}

/// Pieces from `at` on, whose heads of eight bytes tell name, length and how many bytes stand behind.
fn pieces(
    file: &[u8],
    mut at: usize,
    head: impl Fn(&[u8]) -> (&[u8], u32, usize),
) -> impl Iterator<Item = (&[u8], &[u8])> {
    std::iter::from_fn(move || {
        let (name, length, behind) = head(file.get(at..at.checked_add(8)?)?);
        let start = at + 8;
        let end = start.checked_add(usize::try_from(length).ok()?)?;
        at = end.checked_add(behind)?;
        // Of a piece that breaks off, what there is.
        Some((name, &file[start..end.min(file.len())]))
    })
}

/// The blocks of a GIF behind its header: `,` for a picture, else the kind of an extension, and what
/// stands in it (`GIF89a`, 20 to 26).
pub(super) fn blocks(file: &[u8]) -> impl Iterator<Item = (u8, Vec<u8>)> {
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = 13 + file.get(10).map_or(0, |flags| table(*flags));
    std::iter::from_fn(move || {
        let kind = match *file.get(at)? {
            b',' => {
                at += 11 + table(*file.get(at + 9)?);
                b','
            }
            b'!' => {
                at += 2;
                *file.get(at - 1)?
            }
            _ => return None,
        };
        let mut inside = Vec::new();
        loop {
            let length = usize::from(*file.get(at)?);
            at += 1;
            if length == 0 {
                return Some((kind, inside));
            }
            // What is drawn says nothing.
            if kind != b',' {
                inside.extend_from_slice(file.get(at..at + length)?);
            }
            at += length;
        }
    })
}

/// Whether more than one picture is shown, one after the other.
pub(super) fn moves(file: &[u8]) -> bool {
    if file.starts_with(b"GIF8") {
        blocks(file).filter(|(kind, _)| *kind == b',').nth(1).is_some()
    } else if file.starts_with(b"\x89PNG") {
        chunks(file).any(|(name, inside)| name == b"acTL" && inside.get(..4) > Some(&[0, 0, 0, 1]))
    } else {
        file.starts_with(b"RIFF")
            && riff(file).filter(|(name, _)| *name == b"ANMF").nth(1).is_some()
    }
}

/// Chunks of a PNG that only say how it looks.
const DRAWN: [&[u8]; 12] = [
    b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT",
    b"bKGD", b"pHYs",
];

/// Whether a PNG or a JPEG holds nothing but what is drawn, and nothing stands behind it.
pub(super) fn bare(file: &[u8]) -> bool {
    if file.starts_with(b"\x89PNG") {
        let whole = file.ends_with(b"\0\0\0\0IEND\xAE\x42\x60\x82");
        let ends = chunks(file).filter(|(name, _)| *name == b"IEND").count();
        return whole && ends == 1 && chunks(file).all(|(name, _)| DRAWN.contains(&name));
    }
    let mut segments = Segments::of(file);
    let known = segments.by_ref().all(|(marker, inside)| match marker {
        // Without a thumbnail it has fourteen bytes.
        0xE0 => inside.starts_with(b"JFIF\0") && inside.len() == 14,
        0xE2 => inside.starts_with(b"ICC_PROFILE\0"),
        0xEE => inside.starts_with(b"Adobe") && inside.len() == 12,
        0xC0..=0xCF | 0xDB | 0xDD => true,
        _ => false,
    });
    let Some(drawn) = segments.drawn().filter(|_| known && file.starts_with(b"\xFF\xD8")) else {
        return false;
    };
    // Between the scans, too, stands nothing but what draws, and nothing stands behind the end.
    memchr::memchr_iter(0xFF, drawn).all(|at| match drawn.get(at + 1) {
        Some(0xD9) => at + 2 == drawn.len(),
        Some(0 | 0xFF | 0xC4 | 0xD0..=0xD7 | 0xDA | 0xDB | 0xDD) => true,
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Segments, bare, blocks, chunks, moves, riff};

    /// A GIF of one pixel, so many times.
    fn gif(frames: usize) -> Vec<u8> {
        let head = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF";
        let repeat = b"!\xFF\x0BNETSCAPE2.0\x03\x01\0\0\0";
        let frame = b"!\xF9\x04\0\x0A\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0";
        [&head[..], repeat, &frame.repeat(frames), b"!\xFE\x05hello\0;"].concat()
    }

    #[test]
    fn a_gif_moves_with_its_second_picture() {
        assert!(moves(&gif(2)) && !moves(&gif(1)));
        let comment = blocks(&gif(2)).last().unwrap();
        assert_eq!(comment, (0xFE, b"hello".to_vec()));
    }

    #[test]
    fn a_thumbnail_is_no_scan() {
        let thumbnail = b"\xFF\xD8\xFF\xDA\0\x02\xFF\xD9";
        let file =
            [b"\xFF\xD8\xFF\xE1\0\x0A", &thumbnail[..], b"\xFF\xFF\xDA\0\x02ab\xFF\xD9"].concat();
        let mut segments = Segments::of(&file);
        assert_eq!(segments.next(), Some((0xE1, &thumbnail[..])));
        assert_eq!(segments.next(), None);
        assert_eq!(segments.drawn(), Some(&b"\xFF\xDA\0\x02ab\xFF\xD9"[..]));
    }

    proptest! {
        #[test]
        fn any_bytes_are_fine(bytes: Vec<u8>) {
            for head in [&b"\xFF\xD8"[..], b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"GIF89a", b""] {
                let file = [head, &bytes].concat();
                Segments::of(&file).for_each(drop);
                chunks(&file).chain(riff(&file)).for_each(drop);
                blocks(&file).for_each(drop);
                let _ = (moves(&file), bare(&file));
            }
        }
    }
}
