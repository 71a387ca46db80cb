//! What a print shop needs that the typesetter does not write.
//!
//! Typst sets pages with their bleed and says where they are trimmed. Here the PDF gets crop and fold
//! marks outside the bleed, a bleed box, no trace of RGB, a page count that can be stapled, and a
//! booklet for the office printer. All lengths are in millimetres until
//! the last moment, when they become points.

mod booklet;
mod colour;
mod form;
mod intent;
mod marks;
mod pages;
mod sheets;

use std::collections::BTreeMap;

use lopdf::Document;

use crate::domain::brochure::Paper;

pub(super) use colour::Left;

/// Bleed on each side in millimetres, as Chinese print shops ask for it.
pub(super) const BLEED: f64 = 3.0;

/// How a piece is finished.
#[derive(Clone, Debug, Default)]
pub(super) struct Finish {
    /// Whether the paper stays as it is: no marks, and every box is the paper.
    pub(super) uncut: bool,
    /// Where each page is folded: millimetres from its left edge, by page number from 0.
    pub(super) folds: BTreeMap<usize, Vec<f64>>,
    /// Folded and stapled: the number of pages must be a multiple of four, and there is a booklet.
    pub(super) stapled: bool,
    /// Each page is a card, and so many as this paper holds stand on a sheet for the office printer.
    pub(super) sheet: Option<Paper>,
    /// Whether pictures may keep their colours as CMYK; else they become grey.
    pub(super) coloured: bool,
}

/// The files for a shop and for the office printer.
pub(super) struct Finished {
    /// With marks and boxes.
    pub(super) press: Vec<u8>,
    /// Two pages side by side, in the order in which they are folded.
    pub(super) booklet: Option<Vec<u8>>,
    /// Each card as often as a sheet of paper holds it.
    pub(super) sheets: Option<Vec<u8>>,
    /// Pages in the press file.
    pub(super) pages: usize,
    /// How many of them are blank ones put in before the last.
    pub(super) added: usize,
    /// RGB that could not be changed.
    pub(super) left: Left,
}

/// Finishes what the typesetter wrote.
///
/// # Errors
/// When the PDF is not as Typst writes it.
pub(super) fn finish(bytes: &[u8], finish: &Finish) -> lopdf::Result<Finished> {
    let mut document = Document::load_mem(bytes)?;
    let left = colour::convert(&mut document, finish.coloured)?;
    let added = if finish.stapled { pages::fill_up(&mut document)? } else { 0 };
    let all = pages::all(&document)?;
    let booklet = finish.stapled.then(|| booklet::impose(document.clone(), &all)).transpose()?;
    let sheets =
        finish.sheet.map(|paper| sheets::fill(document.clone(), &all, paper)).transpose()?;
    if finish.uncut {
        marks::none(&mut document, &all)?;
    } else {
        marks::put(&mut document, &all, &finish.folds)?;
    }
    intent::say(&mut document)?;
    let pages = all.len();
    Ok(Finished { press: saved(document)?, booklet, sheets, pages, added, left })
}

/// The bytes of a document, without what nothing leads to any more.
fn saved(mut document: Document) -> lopdf::Result<Vec<u8>> {
    document.prune_objects();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes)?;
    Ok(bytes)
}

/// Millimetres as points.
fn pt(mm: f64) -> f64 {
    mm * 72.0 / 25.4
}
