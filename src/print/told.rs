//! What a template tells of its own pages: where they are folded, how large a QR code is.
//!
//! Only the template knows, so it says so in the document itself, as data nobody sees: the function
//! `tell` in prelude.typ.

use std::collections::BTreeMap;

use typst::foundations::{Dict, Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

/// The label of what is told.
const LABEL: &str = "lantian-tells";

/// What was told.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Told {
    /// Where pages are folded: millimetres from their left edge, by page number from 0.
    pub(super) folds: BTreeMap<usize, Vec<f64>>,
    /// Width of each QR code with its quiet zone in millimetres, modules on a side, page from 0.
    pub(super) codes: Vec<(f64, f64, usize)>,
}

impl Told {
    /// Everything a document tells.
    pub(super) fn by(document: &PagedDocument) -> Self {
        let mut told = Self::default();
        let Some(label) = Label::new(PicoStr::intern(LABEL)) else { return told };
        let introspector = document.introspector();
        for element in introspector.query(&Selector::Label(label)) {
            let Some(place) = element.location().and_then(|place| introspector.page(place)) else {
                continue;
            };
            let page = place.get() - 1;
            if let Some(Value::Dict(said)) = element.to_packed::<MetadataElem>().map(|it| &it.value)
            {
                if let Some(fold) = number(said, "fold") {
                    told.folds.entry(page).or_default().push(fold);
                }
                if let (Some(width), Some(modules)) = (number(said, "qr"), number(said, "modules"))
                {
                    told.codes.push((width, modules, page));
                }
            }
        }
        told
    }
}

fn number(said: &Dict, key: &str) -> Option<f64> {
    match said.get(key).ok()? {
        Value::Int(number) => i32::try_from(*number).ok().map(f64::from),
        Value::Float(number) => Some(*number),
        _ => None,
    }
}
