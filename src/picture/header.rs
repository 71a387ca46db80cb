//! The first look at a picture: its size and way up from the header, its metadata, no decoding.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{ImageDecoder, ImageFormat, ImageReader, Limits};

use super::{Flaw, Form, Picture, drawing, exif};

/// Bytes a picture's file may have.
pub const LARGEST_FILE: u64 = 64 << 20;

/// Pixels a picture may have: twice those of a good camera. Decoded, that is 256 MiB.
const MOST_PIXELS: u64 = 64_000_000;

/// Pixels on one side.
const LONGEST_SIDE: u32 = 30_000;

/// Bytes decoding may take.
const MOST_MEMORY: u64 = 400 << 20;

/// What the first look shows.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The picture.
    pub picture: Picture,
    /// Whether its metadata says where it was taken.
    pub located: bool,
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

/// Looks at a file by its content, whatever its name says. `fixed` as in [`Picture`].
///
/// # Errors
/// What stands against it.
pub fn look(bytes: &[u8], fixed: bool) -> Result<Seen, Flaw> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| Flaw::Broken(error.to_string()))?;
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
    reader.no_limits();
    let mut decoder = reader.into_decoder().map_err(|error| Flaw::Broken(error.to_string()))?;
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
    Ok(Seen { picture, located, words })
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
    Ok(Seen { picture, located: false, words: text.to_owned() })
}

fn hash(bytes: &[u8]) -> Box<str> {
    blake3::hash(bytes).to_hex().as_str().into()
}
