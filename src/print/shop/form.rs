//! Pages as pictures that can be placed on a larger sheet: vector, with their text and fonts.

use std::fmt::Write;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use crate::print::shop::pages::{self, Leaf, drawing, written};

/// A page ready to be placed.
#[derive(Clone, Copy)]
pub(super) struct Placeable {
    pub(super) id: ObjectId,
    pub(super) leaf: Leaf,
}

/// Makes every page placeable.
pub(super) fn placeable(document: &mut Document, leaves: &[Leaf]) -> lopdf::Result<Vec<Placeable>> {
    leaves
        .iter()
        .map(|leaf| {
            let content = pages::content(document, leaf.id)?;
            let resources = pages::resources(document, leaf.id)?;
            let shape = dictionary! {
                "Type" => "XObject", "Subtype" => "Form",
                "BBox" => written([0.0, 0.0, leaf.size[0], leaf.size[1]]),
                "Resources" => resources,
            };
            let mut form = Stream::new(shape, content);
            form.compress()?;
            Ok(Placeable { id: document.add_object(form), leaf: *leaf })
        })
        .collect()
}

/// A sheet on which pages are placed.
pub(super) struct Sheet {
    size: [f64; 2],
    drawn: String,
    placed: Dictionary,
}

impl Sheet {
    /// An empty sheet, in points.
    pub(super) fn new(size: [f64; 2]) -> Self {
        Self { size, drawn: String::new(), placed: Dictionary::new() }
    }

    /// Places a page with its trimmed lower left corner at `at`; nothing is seen outside `window`
    /// (left, bottom, right, top).
    pub(super) fn place(&mut self, page: &Placeable, at: [f64; 2], window: [f64; 4]) {
        let name = format!("P{}", page.id.0);
        let [left, bottom, right, top] = window;
        let (width, height) = (right - left, top - bottom);
        let (x, y) = (at[0] - page.leaf.trim[0], at[1] - page.leaf.trim[1]);
        // Writing into a string cannot fail.
        let _ = writeln!(
            self.drawn,
            "q {left:.3} {bottom:.3} {width:.3} {height:.3} re W n 1 0 0 1 {x:.3} {y:.3} cm /{name} Do Q"
        );
        self.placed.set(name, Object::Reference(page.id));
    }

    /// Draws lines in all inks, as for trimming and folding.
    pub(super) fn marks(&mut self, marks: &super::marks::Marks) {
        self.drawn.push_str(&marks.drawing());
    }

    /// The sheet as a page, not yet in a page tree.
    pub(super) fn page(self, document: &mut Document) -> lopdf::Result<Dictionary> {
        let content = document.add_object(drawing(self.drawn.into_bytes())?);
        let mut resources = dictionary! { "XObject" => self.placed };
        super::marks::add_ink(document, &mut resources);
        let whole = written([0.0, 0.0, self.size[0], self.size[1]]);
        Ok(dictionary! {
            "Type" => "Page", "MediaBox" => whole, "Contents" => content, "Resources" => resources,
        })
    }
}
