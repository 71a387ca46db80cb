//! What stands on the pages, measured: type, pictures, inks, edges.

use std::collections::{BTreeMap, BTreeSet};

use typst::layout::{Abs, Frame, FrameItem, Point, Rect, Transform};
use typst::visualize::{Color, ImageKind, Paint, ProcessColor, SpotColorantName};
use typst_layout::PagedDocument;

/// Text this near to the trimmed edge may be cut, in millimetres.
const NEAR: f64 = 3.0;

/// A colour that ends so near to the trimmed edge is meant to run over it.
const AT_THE_EDGE: f64 = 0.6;

/// Paper is cut so inexactly that a colour must go on this far outside.
const FAR_ENOUGH: f64 = 2.9;

/// Measured facts. Pages are numbered from 1.
#[derive(Clone, Debug, Default)]
pub(in crate::print) struct Facts {
    /// Width and height of the first page after trimming, in millimetres.
    pub(super) size: (f64, f64),
    /// Families of the fonts used.
    pub(super) families: BTreeSet<String>,
    /// Sizes of type in tenths of a point, and the first page of each.
    pub(super) sizes: BTreeMap<u32, usize>,
    /// Dots an inch of each picture, and its page.
    pub(super) pictures: Vec<(f64, usize)>,
    /// Names of the ready-mixed inks.
    pub(super) spots: BTreeSet<String>,
    /// Whether cyan, magenta or yellow is used.
    pub(super) coloured: bool,
    /// Pages with a colour that ends where the paper is cut.
    pub(super) bare: BTreeSet<usize>,
    /// Pages with text that may be cut.
    pub(super) near: BTreeSet<usize>,
}

impl Facts {
    /// Walks over a document.
    pub(super) fn of(document: &PagedDocument) -> Self {
        let mut facts = Self::default();
        for (number, page) in document.pages().iter().enumerate() {
            let size = page.frame.size();
            if number == 0 {
                facts.size = (size.x.to_mm(), size.y.to_mm());
            }
            if let Some(paint) = page.fill_or_transparent() {
                facts.paint(&paint);
            }
            let far = Abs::mm(1000.0);
            let whole = Rect::new(Point::new(-far, -far), Point::new(far, far));
            let trim = Rect::new(Point::zero(), Point::new(size.x, size.y));
            let mut walk = Walk { facts: &mut facts, page: number + 1, trim };
            walk.frame(&page.frame, Transform::identity(), whole);
        }
        facts
    }

    /// The smallest type in points, and the first page that has it.
    pub(super) fn smallest(&self) -> Option<(f64, usize)> {
        let (tenths, page) = self.sizes.first_key_value()?;
        Some((f64::from(*tenths) / 10.0, *page))
    }

    /// Dots an inch of the coarsest picture, and its page.
    pub(super) fn coarsest(&self) -> Option<(f64, usize)> {
        self.pictures.iter().copied().min_by(|a, b| a.0.total_cmp(&b.0))
    }

    fn paint(&mut self, paint: &Paint) {
        match paint {
            Paint::Solid(Color::Spot(spot)) => {
                if let Some(SpotColorantName::Custom(name)) = &spot.colorant.name {
                    self.spots.insert(name.as_str().to_owned());
                }
            }
            Paint::Solid(Color::Process(ProcessColor::Cmyk(ink))) => {
                self.coloured |= ink.c > 0.0 || ink.m > 0.0 || ink.y > 0.0;
            }
            _ => {}
        }
    }
}

struct Walk<'f> {
    facts: &'f mut Facts,
    page: usize,
    trim: Rect,
}

impl Walk<'_> {
    fn frame(&mut self, frame: &Frame, at: Transform, window: Rect) {
        for (place, item) in frame.items() {
            let here = at.pre_concat(Transform::translate(place.x, place.y));
            match item {
                FrameItem::Group(group) => {
                    let inside = here.pre_concat(group.transform);
                    let window = match &group.clip {
                        Some(clip) => both(window, moved(clip.bbox(None), inside)),
                        None => window,
                    };
                    self.frame(&group.frame, inside, window);
                }
                FrameItem::Text(text) => {
                    self.facts.families.insert(text.font.info().family.as_str().to_owned());
                    self.facts.paint(&text.fill);
                    let size = (text.size.to_pt() * scale(here) * 10.0).round();
                    #[expect(
                        clippy::cast_possible_truncation,
                        clippy::cast_sign_loss,
                        reason = "a type size"
                    )]
                    self.facts.sizes.entry(size as u32).or_insert(self.page);
                    let (up, down) = (-0.8 * text.size, 0.1 * text.size);
                    let whole =
                        Rect::new(Point::new(Abs::zero(), up), Point::new(text.width(), down));
                    self.text(both(window, moved(whole, here)));
                }
                FrameItem::Shape(shape, _) => {
                    if let Some(stroke) = &shape.stroke {
                        self.facts.paint(&stroke.paint);
                    }
                    if let Some(fill) = &shape.fill {
                        self.facts.paint(fill);
                        if !is_white(fill) {
                            self.colour(both(window, moved(shape.bbox(false), here)));
                        }
                    }
                }
                FrameItem::Image(image, size, _) => {
                    let whole = Rect::from_pos_size(Point::zero(), *size);
                    let seen = moved(whole, here);
                    if let ImageKind::Raster(_) = image.kind() {
                        let inches = seen.size().x.to_inches();
                        if inches > 0.0 {
                            self.facts.pictures.push((image.width() / inches, self.page));
                        }
                    }
                    self.colour(both(window, seen));
                }
                FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        }
    }

    /// Text too near to an edge it does not cross on purpose.
    fn text(&mut self, seen: Rect) {
        if self.distances(seen).is_some_and(|edges| edges.iter().any(|edge| *edge < NEAR)) {
            self.facts.near.insert(self.page);
        }
    }

    /// A colour that ends at an edge.
    fn colour(&mut self, seen: Rect) {
        let bare = |edge: &f64| (-FAR_ENOUGH..AT_THE_EDGE).contains(edge);
        let size = seen.size();
        let thin = size.x.to_mm() < 1.0 || size.y.to_mm() < 1.0;
        if !thin && self.distances(seen).is_some_and(|edges| edges.iter().any(bare)) {
            self.facts.bare.insert(self.page);
        }
    }

    /// How far inside the trimmed page something is on each side, in millimetres; none for what is
    /// not seen on the page at all.
    fn distances(&self, seen: Rect) -> Option<[f64; 4]> {
        let there = both(seen, self.trim);
        (there.size().x > Abs::zero() && there.size().y > Abs::zero()).then(|| {
            [
                seen.min.x.to_mm(),
                seen.min.y.to_mm(),
                (self.trim.max.x - seen.max.x).to_mm(),
                (self.trim.max.y - seen.max.y).to_mm(),
            ]
        })
    }
}

/// What two rectangles have in common; of no size where that is nothing.
fn both(a: Rect, b: Rect) -> Rect {
    let min = Point::new(a.min.x.max(b.min.x), a.min.y.max(b.min.y));
    let max = Point::new(a.max.x.min(b.max.x), a.max.y.min(b.max.y));
    Rect::new(min, Point::new(max.x.max(min.x), max.y.max(min.y)))
}

/// The upright rectangle around a transformed one.
fn moved(it: Rect, by: Transform) -> Rect {
    let corners = [it.min, it.max, Point::new(it.min.x, it.max.y), Point::new(it.max.x, it.min.y)]
        .map(|corner| corner.transform(by));
    let [first, rest @ ..] = corners;
    rest.into_iter().fold(Rect::new(first, first), |all, corner| {
        Rect::new(
            Point::new(all.min.x.min(corner.x), all.min.y.min(corner.y)),
            Point::new(all.max.x.max(corner.x), all.max.y.max(corner.y)),
        )
    })
}

/// How much larger things become.
fn scale(by: Transform) -> f64 {
    (by.sx.get() * by.sy.get() - by.kx.get() * by.ky.get()).abs().sqrt()
}

fn is_white(paint: &Paint) -> bool {
    match paint {
        Paint::Solid(Color::Process(ProcessColor::Cmyk(ink))) => {
            ink.c + ink.m + ink.y + ink.k <= 0.0
        }
        Paint::Solid(Color::Process(ProcessColor::Luma(grey))) => grey.luma >= 1.0,
        Paint::Solid(Color::Spot(spot)) => spot.tint.get() <= 0.0,
        _ => false,
    }
}
