//! The first look at a picture: its size and way up from the header, its metadata, no decoding.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{ImageDecoder, ImageFormat, ImageReader, Limits};

use super::blocks::{Segments, moves};
use super::{Flaw, Form, Picture, drawing, exif};

/// Bytes a picture's file may have.
pub const LARGEST_FILE: u64 = 64 << 20;

/// Pixels a picture may have: twice those of a good camera. Decoded, that is 256 MiB.
const MOST_PIXELS: u64 = 64_000_000;

/// Pixels on one side.
const LONGEST_SIDE: u32 = 30_000;

/// Bytes decoding may take.
const MOST_MEMORY: u64 = 400 << 20;

/// Bytes the metadata may unfold to at the first look.
const MOST_METADATA: u64 = 64 << 20;

/// What the first look shows.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The picture.
    pub picture: Picture,
    /// Whether its metadata says where it was taken.
    pub located: bool,
    /// Whether it moves: only its first picture is published.
    pub moves: bool,
    /// The words in its metadata; of a drawing, all of it.
    pub words: String,
}

/// The bounds every decoder gets.
pub(super) fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    limits
}

/// Whether a JPEG ends before its end mark: a copy that broke off. Decoders fill the rest with grey
/// and say nothing. The mark is looked for from the first scan on, because a thumbnail within the file
/// has an end of its own; what stands behind the mark (phones put a film there) does not matter.
fn cut_short(bytes: &[u8]) -> bool {
    let mut segments = Segments::of(bytes);
    segments.by_ref().for_each(drop);
    segments.drawn().is_none_or(|drawn| memchr::memmem::find(drawn, b"\xFF\xD9").is_none())
}

/// Looks at a file by its content, whatever its name says. `fixed` as in [`Picture`].
///
/// # Errors
/// What stands against it.
pub fn look(bytes: &[u8], fixed: bool) -> Result<Seen, Flaw> {
    let reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| Flaw::Broken(error.to_string()))?;
    // Pictures of iPhones (HEIC), also under another name.
    if reader.format().is_none() && bytes.get(4..8) == Some(b"ftyp") {
        return Err(Flaw::Unfit);
    }
    let Some(format) = reader.format() else { return drawing(bytes) };
    let published = |alpha: bool| match format {
        ImageFormat::Jpeg => Some(Form::Jpeg),
        ImageFormat::WebP if !alpha => Some(Form::Jpeg),
        ImageFormat::WebP | ImageFormat::Png | ImageFormat::Gif => Some(Form::Png),
        _ => None,
    };
    if published(true).is_none() {
        return Err(Flaw::Unfit);
    }
    if format == ImageFormat::Jpeg && cut_short(bytes) {
        return Err(Flaw::Broken("the end of the file is missing".to_owned()));
    }
    let mut decoder = open(reader)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MOST_PIXELS || width.max(height) > LONGEST_SIDE {
        return Err(Flaw::TooLarge { width, height });
    }
    if pixels == 0 {
        return Err(Flaw::Broken("0 × 0".to_owned()));
    }
    let exif = decoder.exif_metadata().ok().flatten().unwrap_or_default();
    let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let (width, height) = if lies_down(turn) { (height, width) } else { (width, height) };
    let words = exif::words(bytes);
    let located = exif::located(&exif) || words.contains("GPSLatitude");
    let form = published(decoder.color_type().has_alpha()).ok_or(Flaw::Unfit)?;
    let picture = Picture { width, height, form, hash: hash(bytes), fixed };
    Ok(Seen { picture, located, moves: moves(bytes), words })
}

/// Reads a picture's header. Its sides are not bounded here, so that a picture too large is called
/// just that; memory is, because a PNG's colour profile is unfolded with the header, and a few
/// kilobytes of it may be gigabytes.
fn open<'r>(mut reader: ImageReader<Cursor<&'r [u8]>>) -> Result<impl ImageDecoder + 'r, Flaw> {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_METADATA);
    reader.limits(limits);
    reader.into_decoder().map_err(|error| Flaw::Broken(error.to_string()))
}

/// Whether turning it upright makes its width its height.
fn lies_down(turn: Orientation) -> bool {
    matches!(
        turn,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

fn drawing(bytes: &[u8]) -> Result<Seen, Flaw> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Err(Flaw::Broken("?".to_owned())) };
    let (width, height) = drawing::judge(text)?;
    let picture = Picture { width, height, form: Form::Svg, hash: hash(bytes), fixed: true };
    Ok(Seen { picture, located: false, moves: false, words: text.to_owned() })
}

fn hash(bytes: &[u8]) -> Box<str> {
    blake3::hash(bytes).to_hex().as_str().into()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use flate2::Compression;
    use flate2::write::ZlibEncoder;
    use image::{ImageDecoder, ImageFormat, ImageReader};

    use super::{MOST_METADATA, look, open};
    use crate::picture::Flaw;

    fn chunk(name: &[u8; 4], bytes: &[u8]) -> Vec<u8> {
        let mut crc = flate2::Crc::new();
        crc.update(name);
        crc.update(bytes);
        let length = u32::try_from(bytes.len()).unwrap().to_be_bytes();
        [&length[..], name, bytes, &crc.sum().to_be_bytes()].concat()
    }

    /// A PNG of so many pixels with a colour profile of so many zeros.
    fn png(side: u32, profile: u64) -> Vec<u8> {
        let mut packed = ZlibEncoder::new(b"icc\0\0".to_vec(), Compression::fast());
        let zeros = vec![0; 1 << 20];
        for _ in 0..profile >> 20 {
            packed.write_all(&zeros).unwrap();
        }
        let side = side.to_be_bytes();
        let header = [&side[..], &side[..], &[8, 2, 0, 0, 0]].concat();
        [
            b"\x89PNG\r\n\x1a\n".to_vec(),
            chunk(b"IHDR", &header),
            chunk(b"iCCP", &packed.finish().unwrap()),
            chunk(b"IDAT", &[]),
            chunk(b"IEND", &[]),
        ]
        .concat()
    }

    #[test]
    fn a_profile_that_unfolds_to_more_is_left_folded() {
        let profile = |bytes: &[u8]| {
            let reader = ImageReader::with_format(Cursor::new(bytes), ImageFormat::Png);
            open(reader).unwrap().icc_profile().unwrap().map(|profile| profile.len() as u64)
        };
        assert_eq!(profile(&png(4, 1 << 20)), Some(1 << 20));
        let bomb = png(4, MOST_METADATA + (1 << 20));
        assert!(bomb.len() < 1 << 20);
        assert_eq!(profile(&bomb), None);
        assert!(look(&bomb, false).is_ok());
    }

    #[test]
    fn a_film_behind_a_photo_is_no_broken_end() {
        let mut whole = Cursor::new(Vec::new());
        image::RgbImage::new(64, 64).write_to(&mut whole, ImageFormat::Jpeg).unwrap();
        let whole = whole.into_inner();
        let film = [&whole, &b"\0\0\0\x18ftypmp42 \xFF\xDA\0\0\x12"[..]].concat();
        assert!(look(&film, false).is_ok());
        for end in [whole.len() - 2, whole.len() - 40, 30] {
            assert!(matches!(look(&whole[..end], false), Err(Flaw::Broken(_))), "{end}");
        }
        // A thumbnail's end is not the photo's.
        let thumbnail =
            [&b"\xFF\xD8\xFF\xE1\0\x0C\xFF\xD8\xFF\xDA\0\x02\xFF\xD9ab"[..], &whole[2..]];
        let thumbnail = thumbnail.concat();
        assert!(look(&thumbnail, false).is_ok());
        assert!(look(&thumbnail[..thumbnail.len() - 2], false).is_err());
    }

    #[test]
    fn an_iphones_picture_under_another_name_is_unfit() {
        let seen = look(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", false).map(|_| ());
        assert_eq!(seen, Err(Flaw::Unfit));
    }

    #[test]
    fn a_picture_too_large_is_called_that() {
        let seen = look(&png(100_000, 1 << 20), false).map(|_| ());
        assert_eq!(seen, Err(Flaw::TooLarge { width: 100_000, height: 100_000 }));
    }
}
