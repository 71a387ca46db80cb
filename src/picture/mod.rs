//! Pictures: looked at without decoding, made anew before they leave.
//!
//! A photo from a phone says in its metadata where and when it was taken and with which telephone.
//! So no original is ever published or printed: every raster picture is decoded, turned upright,
//! made as small as its place needs, and written again without metadata. Its own bytes go out only
//! where they are smaller and hold nothing but what is drawn (`blocks`). Of a drawing (SVG), which is
//! text that a browser may run, only what cannot act and cannot fetch is let through.
//!
//! What a page needs to know of a picture (its size, its name) is read from the first bytes when the
//! site is loaded; decoding waits until a file is made, and the [`Store`] remembers the result, so
//! that a second build decodes nothing.

mod blocks;
mod drawing;
mod exif;
mod header;
mod make;
mod palette;
mod store;

pub use exif::tells_place;
pub use header::{LARGEST_FILE, Seen, look};
pub use store::Store;

/// Widths on screen in pixels: a phone, a phone with a fine screen, a desk with one.
const WIDTHS: [u32; 3] = [480, 960, 1440];

/// Dots per inch a photo needs to look sharp on paper.
const DOTS_PER_INCH: u32 = 300;

/// The form a picture is published in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Photos.
    Jpeg,
    /// Drawings, and what is partly transparent.
    Png,
    /// Lines and text; passed on as it is.
    Svg,
}

impl Form {
    fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }
}

/// What is known of a picture without decoding it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across, upright.
    pub width: u32,
    /// Pixels down, upright.
    pub height: u32,
    /// How it is published.
    pub form: Form,
    /// Hash of the original's bytes in hexadecimal.
    pub hash: Box<str>,
    /// Whether it keeps name and size: files of `static/` are asked for by name.
    pub fixed: bool,
}

/// What stands against a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It cannot be read; the decoder's words.
    Broken(String),
    /// More pixels than any photo has: decoding it would take the machine's memory.
    TooLarge {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// A drawing with something that acts or fetches; what.
    Active(String),
    /// A format that browsers do not show, or whose metadata cannot be taken out.
    Unfit,
}

impl std::fmt::Display for Flaw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Broken(why) | Self::Active(why) => f.write_str(why),
            Self::TooLarge { width, height } => write!(f, "{width}×{height}"),
            Self::Unfit => f.write_str("?"),
        }
    }
}

impl Picture {
    /// The widths it is published in, narrow to wide; none for a drawing, which has every size.
    #[must_use]
    pub fn widths(&self) -> Vec<u32> {
        if self.form == Form::Svg {
            return Vec::new();
        }
        if self.fixed {
            return vec![self.width];
        }
        let widest = self.width.min(WIDTHS[WIDTHS.len() - 1]);
        // A step close to the widest would cost a file and save nothing.
        let steps = WIDTHS.into_iter().filter(|step| step * 6 / 5 < widest);
        steps.chain([widest]).collect()
    }

    /// The height that goes with a width.
    #[must_use]
    pub fn height_at(&self, width: u32) -> u32 {
        let height = u64::from(width) * u64::from(self.height) / u64::from(self.width.max(1));
        u32::try_from(height).unwrap_or(u32::MAX).max(1)
    }

    /// The address of the file of this width; `path` is the original's. It carries a hash of the
    /// original, so that a browser may keep it for ever.
    #[must_use]
    pub fn address(&self, path: &str, width: u32) -> String {
        if self.fixed || self.form == Form::Svg {
            return path.to_owned();
        }
        let (folder, name) =
            path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        // Room for the rest within the 200 bytes a name may have.
        let stem = if stem.len() > 150 { "picture" } else { stem };
        let hash = self.hash.get(..8).unwrap_or(&self.hash);
        let slash = if folder.is_empty() { "" } else { "/" };
        format!("{folder}{slash}{stem}-{hash}-{width}.{}", self.form.extension())
    }

    /// The name the picture has on paper: Typst goes by the ending.
    #[must_use]
    pub fn paper_name(&self, path: &str) -> String {
        let right = path
            .rsplit_once('.')
            .is_some_and(|(_, ending)| ending.eq_ignore_ascii_case(self.form.extension()));
        if right { path.to_owned() } else { format!("{path}.{}", self.form.extension()) }
    }

    /// Pixels needed across so many millimetres of paper, at most what the picture has.
    #[must_use]
    pub fn width_on_paper(&self, millimetres: u16) -> u32 {
        self.width.min(u32::from(millimetres) * DOTS_PER_INCH * 10 / 254)
    }
}

/// What a file's name says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A picture to look at.
    Picture,
    /// A picture in a format that is not published.
    Unfit,
    /// Something else.
    Other,
}

/// What the name of a file says it is.
#[must_use]
pub fn sort(name: &str) -> Sort {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    match ending.as_str() {
        "jpg" | "jpeg" | "jpe" | "jfif" | "png" | "gif" | "webp" | "svg" => Sort::Picture,
        "heic" | "heif" | "tif" | "tiff" | "bmp" | "avif" | "jxl" | "psd" | "dng" | "raw"
        | "svgz" => Sort::Unfit,
        _ => Sort::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Form, Picture};

    fn picture(width: u32, height: u32) -> Picture {
        Picture { width, height, form: Form::Jpeg, hash: "0123456789".into(), fixed: false }
    }

    #[test]
    fn a_picture_is_never_made_larger() {
        assert_eq!(picture(4000, 3000).widths(), [480, 960, 1440]);
        assert_eq!(picture(1440, 900).widths(), [480, 960, 1440]);
        assert_eq!(picture(1000, 900).widths(), [480, 1000]);
        assert_eq!(picture(500, 900).widths(), [500]);
        assert_eq!(picture(1, 9).widths(), [1]);
        assert_eq!(picture(4000, 3000).height_at(480), 360);
        assert_eq!(picture(4000, 1).height_at(480), 1);
        assert_eq!(picture(4000, 3000).width_on_paper(148), 1748);
        assert_eq!(picture(800, 600).width_on_paper(148), 800);
    }

    #[test]
    fn addresses_carry_the_hash_and_the_published_form() {
        let picture = picture(4000, 3000);
        assert_eq!(picture.address("articles/a.WEBP", 480), "articles/a-01234567-480.jpg");
        assert_eq!(picture.address("a", 480), "a-01234567-480.jpg");
        assert_eq!(picture.paper_name("a.webp"), "a.webp.jpg");
        assert_eq!(picture.paper_name("a.JPG"), "a.JPG");
    }
}
