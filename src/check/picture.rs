//! Pictures where they are shown: photos that are not there, and those too small for paper (C370,
//! C371).

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::{Span, Spanned};
use crate::domain::body::LinkId;
use crate::domain::kind::Kind;
use crate::model::link::Destination;
use crate::model::site::{PageId, Site};
use crate::say;

/// Pixels across that a picture as wide as the text of an A5 page (120 mm) needs at 150 dots an
/// inch, where the eye begins to see the dots.
const ENOUGH_FOR_PAPER: u32 = 700;

pub(super) fn photos_exist(facts: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let photos = match &read.page.kind {
        Kind::Article(article) => article.photos.as_slice(),
        _ => &[],
    };
    let named = photos.iter().map(|photo| &photo.file).chain(&read.page.head.image);
    for Spanned { value: file, span } in named {
        if facts.site.picture_beside(read.page, file).is_some() {
            continue;
        }
        found.push(
            Diagnostic::new(
                Code::MissingPhoto,
                *span,
                say!(zh: "没有照片 `{file}`", en: "there is no photo `{file}`"),
            )
            .hint(say!(
                zh: "把照片放在这个文件旁边，写它的文件名（JPG、PNG、WebP、GIF 或 SVG）",
                en: "put the photo beside this file and write its name (JPG, PNG, WebP, GIF or SVG)",
            )),
        );
    }
}

pub(super) fn large_enough_for_paper(
    facts: &Facts<'_>,
    read: &Read<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let site = facts.site;
    if read.page.body.links.iter().all(|link| !link.image) || !printed(site, read.page.section()) {
        return;
    }
    let Some(id) = site.at_path(&read.page.path) else { return };
    for (number, link) in (0..).zip(&read.page.body.links).filter(|(_, link)| link.image) {
        found.extend(small(site, id, LinkId(number), link.span));
    }
}

fn small(site: &Site, id: PageId, link: LinkId, at: Span) -> Option<Diagnostic> {
    let Destination::File(path) = site.destination(id, link) else { return None };
    let picture = site.picture(path)?;
    let width = picture.width;
    if picture.widths().is_empty() || width >= ENOUGH_FOR_PAPER {
        return None;
    }
    let message = say!(
        zh: "图片只有 {width} 像素宽，印出来是糊的",
        en: "the picture is only {width} pixels wide and will be blurred on paper",
    );
    Some(Diagnostic::new(Code::SmallPicture, at, message).hint(say!(
        zh: "换一张 {ENOUGH_FOR_PAPER} 像素以上的；微信里发图要选“原图”",
        en: "use one of {ENOUGH_FOR_PAPER} pixels or more: the original, not one a messenger has shrunk",
    )))
}

/// Whether a brochure takes pages of this section.
fn printed(site: &Site, section: &str) -> bool {
    let brochures = site.settings().brochures.iter();
    brochures
        .flat_map(|brochure| &brochure.select)
        .any(|selection| selection.value.name.split('/').next().is_some_and(|name| name == section))
}
