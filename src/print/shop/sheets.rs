//! Cards on a sheet for the office printer: each page as often as the paper holds it, with lines where
//! to cut.

use lopdf::Document;

use crate::domain::brochure::Paper;
use crate::print::shop::form::{Sheet, placeable};
use crate::print::shop::marks::Marks;
use crate::print::shop::pages::{Leaf, replace};
use crate::print::shop::{pt, saved};

/// Office printers leave so much of the paper's edge white, in millimetres.
const EDGE: f64 = 8.0;

/// From the cards to the lines, and how far those reach.
const GAP: f64 = 2.0;

/// A sheet for every page.
pub(super) fn fill(
    mut document: Document,
    leaves: &[Leaf],
    paper: Paper,
) -> lopdf::Result<Vec<u8>> {
    let forms = placeable(&mut document, leaves)?;
    let size = [f64::from(paper.width), f64::from(paper.height)].map(pt);
    let mut sides = Vec::new();
    for form in &forms {
        let card = [form.leaf.width(), form.leaf.height()];
        let edges = [edges(size[0], card[0]), edges(size[1], card[1])];
        let mut side = Sheet::new(size);
        for bottom in &edges[1][..edges[1].len() - 1] {
            for left in &edges[0][..edges[0].len() - 1] {
                let window = [*left, *bottom, left + card[0], bottom + card[1]];
                side.place(form, [*left, *bottom], window);
            }
        }
        side.marks(&cuts(size, &edges));
        sides.push(side.page(&mut document)?);
    }
    replace(&mut document, sides)?;
    saved(document)
}

/// Where cards begin and the last one ends along a side of the paper, in the middle of it. Cards may
/// take up the edge where more of them fit on the paper so.
fn edges(side: f64, card: f64) -> Vec<f64> {
    let count = |room: f64| ((room + pt(0.1)) / card).floor().max(1.0);
    let (within, bare) = (count(side - 2.0 * pt(EDGE)), count(side));
    let count = if bare >= 2.0 * within { bare } else { within };
    let first = (side - count * card) / 2.0;
    let mut edges = vec![first];
    let mut at = 1.0;
    while at <= count {
        edges.push(first + at * card);
        at += 1.0;
    }
    edges
}

/// Lines outside the cards; between them, on the edge of the paper, where cards take that up.
fn cuts(size: [f64; 2], [upright, level]: &[Vec<f64>; 2]) -> Marks {
    let mut marks = Marks::default();
    let ends = |edges: &[f64], side: f64| match edges {
        [first, .., last] if *first > pt(EDGE) - pt(0.1) => ([*first, *last], pt(GAP)),
        // Inwards from the edge of the paper.
        _ => ([0.0, side], -pt(GAP + 3.0)),
    };
    let inside = |edge: &&f64, side: f64| **edge > pt(1.0) && **edge < side - pt(1.0);
    let (within, down) = ends(level, size[1]);
    for x in upright.iter().filter(|x| inside(x, size[0])) {
        marks.upright(*x, within, down, false);
    }
    let (within, across) = ends(upright, size[0]);
    for y in level.iter().filter(|y| inside(y, size[1])) {
        marks.level(*y, within, across);
    }
    // Cards that take up the paper leave no edge that shows where the other cut goes: mark the
    // places where four meet.
    if down < 0.0 || across < 0.0 {
        for x in upright.iter().filter(|x| inside(x, size[0])) {
            for y in level.iter().filter(|y| inside(y, size[1])) {
                marks.cross(*x, *y);
            }
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::{edges, pt};

    #[test]
    fn as_many_cards_as_the_paper_holds() {
        for (side, card, count) in [
            (210.0, 90.0, 2),
            (297.0, 54.0, 5),
            (297.0, 90.0, 3),
            (420.0, 54.0, 7),
            (210.0, 105.0, 2),
            (297.0, 148.0, 2),
        ] {
            let found = edges(pt(side), pt(card));
            assert_eq!(found.len(), count + 1, "{card} on {side}");
            assert!((found[0] + found[count] - pt(side)).abs() < 0.01, "in the middle");
        }
    }
}
