//! Crop and fold marks, and the boxes that tell a print shop's programs what is what.

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::{Dictionary, Document, Object, dictionary};

use crate::print::shop::pages::{Leaf, drawing, resources, written};
use crate::print::shop::{BLEED, pt};

/// How far the marks reach beyond the bleed, and the paper beyond the marks, in millimetres.
const REACH: f64 = 5.0;
const ROOM: f64 = REACH + 2.0;

/// The name of the ink that prints on every plate.
const EVERY_PLATE: &str = "LantianAll";

/// Lines to be drawn, in points.
#[derive(Default)]
pub(super) struct Marks {
    lines: Vec<([f64; 4], bool)>,
}

impl Marks {
    /// Where paper is cut: two lines at each corner, `gap` away from it.
    pub(super) fn corners(&mut self, [left, bottom, right, top]: [f64; 4], gap: f64) {
        let reach = pt(REACH);
        for x in [left, right] {
            self.lines.push(([x, bottom - gap, x, bottom - gap - reach], false));
            self.lines.push(([x, top + gap, x, top + gap + reach], false));
        }
        for y in [bottom, top] {
            self.lines.push(([left - gap, y, left - gap - reach, y], false));
            self.lines.push(([right + gap, y, right + gap + reach, y], false));
        }
    }

    /// Where paper is cut or folded, straight up at `x`; folds are dashed.
    pub(super) fn upright(&mut self, x: f64, [bottom, top]: [f64; 2], gap: f64, fold: bool) {
        let reach = pt(REACH);
        self.lines.push(([x, bottom - gap, x, bottom - gap - reach], fold));
        self.lines.push(([x, top + gap, x, top + gap + reach], fold));
    }

    /// Where paper is cut, level at `y`.
    pub(super) fn level(&mut self, y: f64, [left, right]: [f64; 2], gap: f64) {
        let reach = pt(REACH);
        self.lines.push(([left - gap, y, left - gap - reach, y], false));
        self.lines.push(([right + gap, y, right + gap + reach, y], false));
    }

    /// Where cards meet with no room between: a small cross over their corners.
    pub(super) fn cross(&mut self, x: f64, y: f64) {
        let arm = pt(2.0);
        self.lines.push(([x - arm, y, x + arm, y], false));
        self.lines.push(([x, y - arm, x, y + arm], false));
    }

    /// The lines as PDF draws them.
    pub(super) fn drawing(&self) -> String {
        let mut text = format!("q /{EVERY_PLATE} CS 1 SCN 0.3 w\n");
        for ([x1, y1, x2, y2], fold) in &self.lines {
            let dash = if *fold { "[2 1.5] 0 d" } else { "[] 0 d" };
            let _ = writeln!(text, "{dash} {x1:.3} {y1:.3} m {x2:.3} {y2:.3} l S");
        }
        text.push_str("Q\n");
        text
    }
}

/// Makes the ink of the marks known to a page: registration colour, which is on every plate so that
/// the printer sees whether they fit.
pub(super) fn add_ink(document: &mut Document, resources: &mut Dictionary) {
    let four = |value: i64| Object::Array(vec![value.into(); 4]);
    let function = document.add_object(dictionary! {
        "FunctionType" => 2, "N" => 1, "Domain" => vec![0.into(), 1.into()],
        "C0" => four(0), "C1" => four(1),
    });
    let ink: Vec<Object> =
        vec!["Separation".into(), "All".into(), "DeviceCMYK".into(), Object::Reference(function)];
    let spaces = resources.get(b"ColorSpace").ok();
    let spaces = spaces.and_then(|spaces| document.dereference(spaces).ok());
    let mut spaces =
        spaces.and_then(|(_, spaces)| spaces.as_dict().ok().cloned()).unwrap_or_default();
    spaces.set(EVERY_PLATE, ink);
    resources.set("ColorSpace", spaces);
}

/// Gives pages that are not cut their boxes: all are the paper.
pub(super) fn none(document: &mut Document, leaves: &[Leaf]) -> lopdf::Result<()> {
    for leaf in leaves {
        let [width, height] = leaf.size;
        let page = document.get_dictionary_mut(leaf.id)?;
        for name in ["MediaBox", "CropBox", "BleedBox", "TrimBox"] {
            page.set(name, written([0.0, 0.0, width, height]));
        }
        page.remove(b"Annots");
    }
    Ok(())
}

/// Gives every page its marks and boxes. The page is moved up and right to make room; what lies
/// outside the bleed is cut off.
pub(super) fn put(
    document: &mut Document,
    leaves: &[Leaf],
    folds: &BTreeMap<usize, Vec<f64>>,
) -> lopdf::Result<()> {
    let (room, gap) = (pt(ROOM), pt(BLEED));
    for (number, leaf) in leaves.iter().enumerate() {
        let [width, height] = leaf.size;
        let [left, bottom, right, top] = leaf.trim.map(|edge| edge + room);
        let mut marks = Marks::default();
        marks.corners([left, bottom, right, top], gap);
        for fold in folds.get(&number).into_iter().flatten() {
            marks.upright(left + pt(*fold), [bottom, top], gap, true);
        }
        let before =
            format!("q 1 0 0 1 {room:.3} {room:.3} cm 0 0 {width:.3} {height:.3} re W n q\n");
        let after = format!("\nQ Q\n{}", marks.drawing());
        let before = document.add_object(drawing(before.into_bytes())?);
        let after = document.add_object(drawing(after.into_bytes())?);
        let mut resources = resources(document, leaf.id)?;
        add_ink(document, &mut resources);
        let mut contents = vec![Object::Reference(before)];
        let own = document.get_page_contents(leaf.id);
        contents.extend(own.into_iter().map(Object::Reference));
        contents.push(Object::Reference(after));
        let page = document.get_dictionary_mut(leaf.id)?;
        page.set("Contents", contents);
        page.set("Resources", resources);
        page.set("MediaBox", written([0.0, 0.0, width + 2.0 * room, height + 2.0 * room]));
        page.set("CropBox", written([0.0, 0.0, width + 2.0 * room, height + 2.0 * room]));
        page.set("BleedBox", written([room, room, width + room, height + room]));
        page.set("TrimBox", written([left, bottom, right, top]));
        // Links do nothing on paper, and their places have moved.
        page.remove(b"Annots");
    }
    Ok(())
}
