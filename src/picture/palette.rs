//! A picture of few colours, written as numbers of a list of colours.
//!
//! A chart or a stamp has a handful of colours; three or four bytes for each of its pixels make the
//! file many times as large as the GIF it came from. Nothing is lost: a picture of more colours is left
//! to the writers of the `image` crate, which know no lists.

use std::collections::BTreeMap;

use image::DynamicImage;
use png::{BitDepth, ColorType, Compression, Encoder, Filter, Info};

/// Colours a list may have.
const MOST: usize = 256;

/// Clear ones first, so that the list of how clear they are is short; then by colour.
type Colour = (bool, [u8; 4]);

/// The PNG of a picture with few enough colours, with its colour profile.
pub(super) fn write(image: &DynamicImage, profile: Option<&[u8]>) -> Option<Vec<u8>> {
    let pixels = colours(image)?;
    let mut list: BTreeMap<Colour, u8> = BTreeMap::new();
    let mut last = None;
    for colour in &pixels {
        if last == Some(colour) {
            continue;
        }
        last = Some(colour);
        if list.insert(*colour, 0).is_none() && list.len() > MOST {
            return None;
        }
    }
    for (number, place) in (0..=u8::MAX).zip(list.values_mut()) {
        *place = number;
    }
    let (depth, bits) = match list.len() {
        0..=2 => (BitDepth::One, 1),
        3..=4 => (BitDepth::Two, 2),
        5..=16 => (BitDepth::Four, 4),
        _ => (BitDepth::Eight, 8),
    };
    let (width, height) = (image.width(), image.height());
    let rows = rows(&pixels, &list, width as usize, bits);
    // Numbers are no amounts: as they are they pack best, unless the colours are shades.
    let ways = [Filter::NoFilter, Filter::Adaptive].into_iter().filter_map(|filter| {
        let mut info = Info::with_size(width, height);
        (info.color_type, info.bit_depth) = (ColorType::Indexed, depth);
        info.palette = Some(list.keys().flat_map(|(_, [r, g, b, _])| [*r, *g, *b]).collect());
        let clear: Vec<u8> = list.keys().filter(|(solid, _)| !solid).map(|(_, c)| c[3]).collect();
        info.trns = (!clear.is_empty()).then(|| clear.into());
        info.icc_profile = profile.map(Into::into);
        let mut out = Vec::new();
        let mut encoder = Encoder::with_info(&mut out, info).ok()?;
        encoder.set_compression(Compression::High);
        encoder.set_filter(filter);
        let mut writer = encoder.write_header().ok()?;
        writer.write_image_data(&rows).ok()?;
        writer.finish().ok()?;
        Some(out)
    });
    ways.min_by_key(Vec::len)
}

/// Every pixel; none for pictures of other depths. What is wholly clear has no colour.
fn colours(image: &DynamicImage) -> Option<Vec<Colour>> {
    match image {
        DynamicImage::ImageRgb8(image) => {
            Some(image.pixels().map(|p| (true, [p.0[0], p.0[1], p.0[2], 255])).collect())
        }
        DynamicImage::ImageRgba8(image) => {
            let colour = |p: [u8; 4]| if p[3] == 0 { (false, [0; 4]) } else { (p[3] == 255, p) };
            Some(image.pixels().map(|p| colour(p.0)).collect())
        }
        _ => None,
    }
}

/// The numbers of all pixels, so many bits each, every row from a new byte on.
fn rows(pixels: &[Colour], list: &BTreeMap<Colour, u8>, width: usize, bits: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(pixels.len() * bits / 8 + pixels.len() / width.max(1));
    let mut last: Option<(&Colour, u8)> = None;
    for row in pixels.chunks(width.max(1)) {
        for byte in row.chunks(8 / bits) {
            let mut packed = 0;
            for (at, colour) in byte.iter().enumerate() {
                let number = match last {
                    Some((known, number)) if known == colour => number,
                    _ => list.get(colour).copied().unwrap_or_default(),
                };
                last = Some((colour, number));
                packed |= number << (8 - bits * (at + 1));
            }
            out.push(packed);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use image::{DynamicImage, Rgba, RgbaImage};

    use super::write;

    /// A picture of so many colours, some of them clear.
    fn picture(colours: u32) -> DynamicImage {
        RgbaImage::from_fn(37, 41, |x, y| {
            let number = (y * 37 + x) % colours;
            let [low, high, ..] = number.to_le_bytes();
            Rgba([low, high, 200, if number % 3 == 1 { 120 } else { 255 }])
        })
        .into()
    }

    #[test]
    fn few_colours_lose_nothing() {
        for colours in [1, 2, 3, 4, 5, 16, 17, 255, 256] {
            let image = picture(colours);
            let bytes = write(&image, None).unwrap();
            let again = image::load_from_memory(&bytes).unwrap().to_rgba8();
            assert_eq!(again, image.to_rgba8(), "{colours}");
            let solid = DynamicImage::from(image.to_rgb8());
            let again = image::load_from_memory(&write(&solid, None).unwrap()).unwrap();
            assert_eq!(again.to_rgb8(), solid.to_rgb8(), "{colours}");
        }
        assert!(write(&picture(257), None).is_none());
    }
}
