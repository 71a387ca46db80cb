//! A picture as pages show it: its files by width, its size, so that nothing jumps when it arrives.

use crate::base::artifact::OutPath;
use crate::domain::page::Page;
use crate::model::site::Site;
use crate::picture::Picture;
use crate::view::kind::{PictureView, SizeView};

/// The view of the picture at `path`.
#[must_use]
pub fn picture(path: &OutPath, picture: &Picture) -> PictureView {
    let address = |width: u32| picture.address(path.as_str(), width);
    let widths = picture.widths();
    let widest = widths.last().copied();
    // In a list of files a space or a comma would end the address.
    let listed = |width: u32| address(width).replace(' ', "%20").replace(',', "%2C");
    let sizes = widths.iter().map(|width| SizeView { href: listed(*width), width: *width });
    let width = widest.unwrap_or(picture.width);
    let sized = picture.width > 0;
    PictureView {
        href: address(width),
        sizes: if widths.len() > 1 { sizes.collect() } else { Vec::new() },
        width: sized.then_some(width),
        height: sized.then(|| picture.height_at(width)),
    }
}

/// The picture that stands for a page in lists: its narrowest file. None where the page names none,
/// or one that is not there (reported).
#[must_use]
pub fn thumbnail(site: &Site, page: &Page) -> Option<PictureView> {
    let file = page.head.image.as_ref()?;
    let (path, picture) = site.picture_beside(page, &file.value)?;
    let width = picture.widths().first().copied().unwrap_or(picture.width);
    let sized = width > 0;
    Some(PictureView {
        href: picture.address(path.as_str(), width),
        sizes: Vec::new(),
        width: sized.then_some(width),
        height: sized.then(|| picture.height_at(width)),
    })
}

/// Where a link to the file at `path` leads: of a picture to its widest copy, as originals are not
/// published.
#[must_use]
pub fn published(site: &Site, path: &OutPath) -> String {
    site.picture(path).map_or_else(|| path.to_string(), |found| picture(path, found).href)
}
