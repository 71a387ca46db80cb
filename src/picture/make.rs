//! A picture made anew: decoded, turned upright, made smaller, written without metadata. On screen its
//! own bytes serve as well where nothing has to be done to it, it carries nothing but what is drawn,
//! and they are fewer: many a picture from an office program is smaller than what comes of it.

use std::io::Cursor;

use fast_image_resize::{ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageReader};

use super::blocks::bare;
use super::header::limits;
use super::{Flaw, Form, Picture, palette};

/// JPEG quality: below the first the eye sees blocks, above the second only the file grows.
const ON_SCREEN: u8 = 80;
const ON_PAPER: u8 = 90;

/// Where the picture goes, and how wide it is there in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Screen(u32),
    Paper(u32),
}

impl Place {
    pub(super) fn width(self) -> u32 {
        match self {
            Self::Screen(width) | Self::Paper(width) => width,
        }
    }
}

/// Makes `picture` anew from its original's bytes.
pub(super) fn make(bytes: &[u8], picture: &Picture, place: Place) -> Result<Vec<u8>, Flaw> {
    let broken = |error: &dyn std::fmt::Display| Flaw::Broken(error.to_string());
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| broken(&error))?;
    reader.limits(limits());
    let mut decoder = reader.into_decoder().map_err(|error| broken(&error))?;
    // Browsers show inks each in their own way.
    let inks = decoder.original_color_type() == ExtendedColorType::Cmyk8;
    let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    // The colours of a photo are wrong without its profile; it says nothing about persons.
    let profile = decoder.icc_profile().ok().flatten().filter(|profile| is_rgb(profile));
    let mut image = DynamicImage::from_decoder(decoder).map_err(|error| broken(&error))?;
    image.apply_orientation(turn);
    let as_it_is = matches!(place, Place::Screen(width) if width >= image.width())
        && turn == Orientation::NoTransforms
        && !inks
        && bare(bytes);
    let image = match picture.form {
        Form::Png if image.color().has_alpha() => DynamicImage::from(image.into_rgba8()),
        _ => DynamicImage::from(image.into_rgb8()),
    };
    let image = narrowed(image, picture, place.width()).map_err(|error| broken(&error))?;
    let few = (picture.form == Form::Png).then(|| palette::write(&image, profile.as_deref()));
    let out = match few.flatten() {
        Some(bytes) => bytes,
        None => written(&image, picture.form, place, profile).map_err(|error| broken(&error))?,
    };
    Ok(if as_it_is && bytes.len() <= out.len() { bytes.to_vec() } else { out })
}

fn written(
    image: &DynamicImage,
    form: Form,
    place: Place,
    profile: Option<Vec<u8>>,
) -> image::ImageResult<Vec<u8>> {
    let mut out = Vec::new();
    if form == Form::Png {
        let (level, filter) = (CompressionType::Best, FilterType::Adaptive);
        write(PngEncoder::new_with_quality(&mut out, level, filter), image, profile)?;
    } else {
        let quality = if matches!(place, Place::Paper(_)) { ON_PAPER } else { ON_SCREEN };
        write(JpegEncoder::new_with_quality(&mut out, quality), image, profile)?;
    }
    Ok(out)
}

/// A profile for red, green and blue: what is written has no other colours.
fn is_rgb(profile: &[u8]) -> bool {
    profile.get(16..20) == Some(b"RGB ")
}

fn narrowed(
    image: DynamicImage,
    picture: &Picture,
    width: u32,
) -> Result<DynamicImage, fast_image_resize::ResizeError> {
    if width >= image.width() {
        return Ok(image);
    }
    let mut small = DynamicImage::new(width, picture.height_at(width), image.color());
    Resizer::new().resize(&image, &mut small, &ResizeOptions::new())?;
    Ok(small)
}

fn write(
    mut encoder: impl ImageEncoder,
    image: &DynamicImage,
    profile: Option<Vec<u8>>,
) -> image::ImageResult<()> {
    if let Some(profile) = profile {
        // An encoder that cannot keep a profile says so; the picture is good without.
        let _ = encoder.set_icc_profile(profile);
    }
    let colour = image.color().into();
    encoder.write_image(image.as_bytes(), image.width(), image.height(), colour)
}
