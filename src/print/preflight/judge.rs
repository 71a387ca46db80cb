//! What a shop would refuse, or a reader could not read (P530 to P536).

use std::collections::BTreeSet;

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::text::Text;
use crate::print::preflight::{Piece, numbers};
use crate::print::shop::BLEED;
use crate::say;

/// Dots an inch that a picture needs at reading distance, and on sheets seen from further away.
const FINE: f64 = 200.0;
const FROM_AFAR: f64 = 120.0;

/// From this width on, in millimetres, a sheet is seen from further away.
const LARGE_SHEET: f64 = 280.0;

/// The smallest type that prints cleanly, and the smallest of large print, in points.
const SMALLEST: f64 = 6.0;
const SMALLEST_LARGE: f64 = 16.0;

/// The smallest QR code that old phones read from paper, and its smallest module, in millimetres.
const CODE: f64 = 15.0;
const MODULE: f64 = 0.4;

/// Thicker than this a book does not stay stapled.
const PAGES_STAPLED: usize = 80;

/// Everything to be said.
pub(super) fn findings(piece: &Piece<'_>) -> Vec<Diagnostic> {
    let judges = [screen_colours, pictures, type_size, codes, bleed, edges, thickness];
    judges.iter().filter_map(|judge| judge(piece)).collect()
}

/// What the piece is called in findings.
fn name(piece: &Piece<'_>) -> String {
    let twin = if piece.job.large() { "-large" } else { "" };
    format!("{}{twin}", piece.job.brochure.id.value)
}

fn finding(piece: &Piece<'_>, code: Code, said: Text) -> Diagnostic {
    Diagnostic::new(code, piece.job.brochure.id.span, said)
}

fn screen_colours(piece: &Piece<'_>) -> Option<Diagnostic> {
    let left = piece.finished.left;
    let count = left.runs + left.pictures;
    let name = name(piece);
    (count > 0).then(|| {
        let said = say!(
            zh: "`{name}` 里有 {count} 处屏幕颜色换不成油墨",
            en: "`{name}` has {count} screen colours that cannot be made inks",
        );
        finding(piece, Code::ScreenColour, said).hint(say!(
            zh: "多半是图画里的渐变色；把 SVG 里的渐变改成单色，或换成照片",
            en: "most likely a gradient in a drawing: make it one colour in the SVG, or use a photo",
        ))
    })
}

fn pictures(piece: &Piece<'_>) -> Option<Diagnostic> {
    let wanted = if piece.facts.size.0 >= LARGE_SHEET { FROM_AFAR } else { FINE };
    let coarse: BTreeSet<usize> = piece
        .facts
        .pictures
        .iter()
        .filter(|(dots, _)| *dots < wanted)
        .map(|(_, page)| *page)
        .collect();
    let (least, _) = piece.facts.coarsest()?;
    let (name, pages) = (name(piece), numbers(&coarse));
    (!coarse.is_empty()).then(|| {
        let said = say!(
            zh: "`{name}` 第 {pages} 页的图片太粗，最低只有 {least:.0} dpi",
            en: "pictures on page {pages} of `{name}` are too coarse: {least:.0} dpi at the least",
        );
        finding(piece, Code::CoarsePicture, said).hint(say!(
            zh: "换用原图（至少 {wanted:.0} dpi），不要用网上或微信里压缩过的图",
            en: "use the original ({wanted:.0} dpi at least), not one compressed by a web site or messenger",
        ))
    })
}

fn type_size(piece: &Piece<'_>) -> Option<Diagnostic> {
    let least = if piece.job.large() { SMALLEST_LARGE } else { SMALLEST };
    let (size, page) = piece.facts.smallest()?;
    let name = name(piece);
    (size < least).then(|| {
        let said = say!(
            zh: "`{name}` 第 {page} 页有 {size} 磅的字，最小应是 {least} 磅",
            en: "page {page} of `{name}` has type of {size} pt, and {least} pt is the smallest allowed",
        );
        finding(piece, Code::SmallType, said).hint(say!(
            zh: "字号写在 templates/print/ 的模板里；见 docs/print.md",
            en: "sizes stand in the templates below templates/print/; see docs/print.md",
        ))
    })
}

fn codes(piece: &Piece<'_>) -> Option<Diagnostic> {
    let small = |(width, modules, _): &&(f64, f64, usize)| {
        *width < CODE || width / (modules + 8.0) < MODULE
    };
    let (width, modules, page) = piece.told.codes.iter().find(small)?;
    let (name, page, need) = (name(piece), page + 1, CODE.max(MODULE * (modules + 8.0)));
    let said = say!(
        zh: "`{name}` 第 {page} 页的二维码只有 {width:.0} 毫米，老手机扫不出",
        en: "the QR code on page {page} of `{name}` is only {width:.0} mm: old phones cannot read it",
    );
    Some(finding(piece, Code::SmallCode, said).hint(say!(
        zh: "至少要 {need:.0} 毫米；网址短一些，二维码可以小一些",
        en: "it needs {need:.0} mm at least; a shorter address makes a smaller code",
    )))
}

fn bleed(piece: &Piece<'_>) -> Option<Diagnostic> {
    let (name, pages) = (name(piece), numbers(&piece.facts.bare));
    (!piece.job.brochure.uncut() && !piece.facts.bare.is_empty()).then(|| {
        let said = say!(
            zh: "`{name}` 第 {pages} 页的颜色只铺到裁切线，没有出血",
            en: "on page {pages} of `{name}` a colour ends where the paper is cut: there is no bleed",
        );
        finding(piece, Code::NoBleed, said).hint(say!(
            zh: "在模板里让它伸出去 {BLEED:.0} 毫米：用 bleed 这个量，如 `dx: -bleed`",
            en: "let it go on for {BLEED:.0} mm in the template by the length bleed, as in `dx: -bleed`",
        ))
    })
}

fn edges(piece: &Piece<'_>) -> Option<Diagnostic> {
    let (name, pages) = (name(piece), numbers(&piece.facts.near));
    (!piece.job.brochure.uncut() && !piece.facts.near.is_empty()).then(|| {
        let said = say!(
            zh: "`{name}` 第 {pages} 页有字离裁切线不到 3 毫米，可能被裁掉",
            en: "on page {pages} of `{name}` text is within 3 mm of where the paper is cut",
        );
        finding(piece, Code::NearEdge, said).hint(say!(
            zh: "在模板里加大页边，或把字移进来",
            en: "widen the margin in the template or move the text in",
        ))
    })
}

fn thickness(piece: &Piece<'_>) -> Option<Diagnostic> {
    let pages = piece.finished.pages;
    let name = name(piece);
    (piece.job.brochure.form.value.stapled() && pages > PAGES_STAPLED).then(|| {
        let said = say!(
            zh: "`{name}` 有 {pages} 页，太厚，骑马订不牢",
            en: "`{name}` has {pages} pages and is too thick to be stapled",
        );
        finding(piece, Code::TooThick, said).hint(say!(
            zh: "请印厂胶装；或在 select 里少选几页，做成两本",
            en: "ask the shop for glue binding, or select fewer pages and make two books",
        ))
    })
}
