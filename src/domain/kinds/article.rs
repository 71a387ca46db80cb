//! 援助动态、纪实: news and stories.

use crate::base::record::Fields;
use crate::base::span::Spanned;
use crate::say;

/// A photo with its caption.
#[derive(Clone, Debug)]
pub struct Photo {
    /// Path relative to the page's file.
    pub file: Spanned<String>,
    /// What stands below it.
    pub caption: Option<Spanned<String>>,
    /// What it shows, for readers who cannot see it; the caption where this is not written.
    pub alt: Option<Spanned<String>>,
}

/// An article page.
#[derive(Clone, Debug)]
pub struct Article {
    /// Photos shown at the end of the text.
    pub photos: Vec<Photo>,
}

impl Article {
    /// Reads the kind's fields.
    pub fn read(fields: &mut Fields<'_>) -> Self {
        let what = say!(zh: "照片 [[photo]]", en: "photo");
        Self {
            photos: fields.groups("photo", &what, |photo| {
                let file = photo.required_text("file", "photo.jpg");
                let caption = photo.text("caption");
                let alt = photo.text("alt");
                Some(Photo { file: file?, caption, alt })
            }),
        }
    }
}
