//! Two pages side by side on a sheet that is printed on both sides, folded in the middle and stapled:
//! for the office printer.
//!
//! Sheets lie in one another, and paper has a thickness: the inner ones stick out and lose more when
//! the edge is trimmed. So the pages of each sheet further in are moved towards the fold by the
//! thickness of the paper (creep).

use lopdf::Document;

use crate::print::shop::form::{Sheet, placeable};
use crate::print::shop::marks::Marks;
use crate::print::shop::pages::{Leaf, replace};
use crate::print::shop::{BLEED, pt, saved};

/// Thickness of office paper of 80 g/m² in millimetres.
const PAPER: f64 = 0.1;

/// Sheets an office printer takes, lying: width and height in millimetres.
const SHEETS: [[f64; 2]; 2] = [[297.0, 210.0], [420.0, 297.0]];

/// Imposes pages whose number is a multiple of four.
pub(super) fn impose(mut document: Document, leaves: &[Leaf]) -> lopdf::Result<Vec<u8>> {
    let forms = placeable(&mut document, leaves)?;
    let mut sides = Vec::new();
    for (sheet, [front, back]) in order(forms.len()).into_iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a booklet has few sheets")]
        let creep = pt(PAPER) * sheet as f64;
        for [left, right] in [front, back] {
            let (left, right) = (&forms[left], &forms[right]);
            let (width, height) = (left.leaf.width(), left.leaf.height());
            let size = paper(width, height);
            let (middle, bottom) = (size[0] / 2.0, (size[1] - height) / 2.0);
            let mut side = Sheet::new(size);
            side.place(left, [middle - width + creep, bottom], [0.0, 0.0, middle, size[1]]);
            side.place(right, [middle - creep, bottom], [middle, 0.0, size[0], size[1]]);
            side.marks(&ticks(size, [middle - width, bottom, middle + width, bottom + height]));
            sides.push(side.page(&mut document)?);
        }
    }
    replace(&mut document, sides)?;
    saved(document)
}

/// The pages of each sheet from the outermost on, numbered from 0: front left and right, back left and
/// right.
fn order(pages: usize) -> Vec<[[usize; 2]; 2]> {
    (0..pages / 4)
        .map(|sheet| {
            let (low, high) = (2 * sheet, pages - 1 - 2 * sheet);
            [[high, low], [low + 1, high - 1]]
        })
        .collect()
}

/// The smallest sheet for two pages, in points; one made to measure where they fit on none.
fn paper(width: f64, height: f64) -> [f64; 2] {
    let fits = |sheet: &[f64; 2]| 2.0 * width <= sheet[0] + 0.5 && height <= sheet[1] + 0.5;
    let sheets = SHEETS.map(|sheet| sheet.map(pt));
    sheets.into_iter().find(fits).unwrap_or([2.0 * width, height])
}

/// Marks where there is paper for them: cut at the outside, fold in the middle.
fn ticks(sheet: [f64; 2], [left, bottom, right, top]: [f64; 4]) -> Marks {
    let mut marks = Marks::default();
    let gap = pt(BLEED);
    if left > gap + pt(2.0) {
        marks.level(bottom, [left, right], gap);
        marks.level(top, [left, right], gap);
    }
    if bottom > gap + pt(2.0) {
        marks.upright(sheet[0] / 2.0, [bottom, top], gap, true);
        for x in [left, right] {
            marks.upright(x, [bottom, top], gap, false);
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::{order, paper, pt};

    #[test]
    fn folded_sheets_read_in_order() {
        assert_eq!(order(4), [[[3, 0], [1, 2]]]);
        assert_eq!(order(8), [[[7, 0], [1, 6]], [[5, 2], [3, 4]]]);
        // Every page once, and facing pages are neighbours on the back of the inner sheets.
        let mut all: Vec<_> = order(48).into_iter().flatten().flatten().collect();
        all.sort_unstable();
        assert_eq!(all, (0..48).collect::<Vec<_>>());
        assert_eq!(order(48).last().unwrap()[1], [23, 24]);
    }

    #[test]
    fn the_sheet_follows_the_page() {
        assert_eq!(paper(pt(148.0), pt(210.0)), [pt(297.0), pt(210.0)]);
        assert_eq!(paper(pt(210.0), pt(297.0)), [pt(420.0), pt(297.0)]);
        assert_eq!(paper(pt(300.0), pt(400.0)), [pt(600.0), pt(400.0)]);
    }
}
