//! Floor 6: the site on paper.
//!
//! The same model and the same views the web room reads become plain data; embedded Typst sets it
//! by templates a site can replace. Text reaches Typst only as data and never as markup, so nothing
//! an editor writes can break a page or run. What cannot be set well (a character no font has, a
//! panel that is too full) is a finding, because paper cannot be mended.
//!
//! `select` works without the typesetter: `check` tells of an empty brochure in any build.

#[cfg(feature = "print")]
mod broadcast;
#[cfg(feature = "print")]
mod data;
#[cfg(feature = "print")]
mod edition;
#[cfg(feature = "print")]
mod exposed;
#[cfg(feature = "print")]
mod fonts;
#[cfg(feature = "print")]
mod glyphs;
#[cfg(feature = "print")]
mod index;
#[cfg(feature = "print")]
mod preflight;
#[cfg(feature = "print")]
mod press;
#[cfg(feature = "print")]
mod review;
mod select;
#[cfg(feature = "print")]
mod set;
mod sheet;
#[cfg(feature = "print")]
mod shop;
#[cfg(feature = "print")]
mod spoken;
#[cfg(feature = "print")]
mod text;
#[cfg(feature = "print")]
mod told;
#[cfg(feature = "print")]
mod trouble;
#[cfg(feature = "print")]
mod world;

use std::path::Path;

use crate::base::artifact::{Artifact, OutPath};
use crate::base::diagnostic::Diagnostic;
use crate::base::fault::Fault;
use crate::base::theme::Theme;
use crate::model::site::Site;

#[cfg(feature = "print")]
pub use fonts::Case;
pub use select::findings;

/// Whether this program was built with the typesetter in it.
pub const POSSIBLE: bool = cfg!(feature = "print");

/// The two ways out of the print room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To read on a screen and to keep: tagged, in screen colours, as PDF/UA-1 and PDF/A-2a.
    Download,
    /// For the print shop and the office printer: with bleed and marks, in printing inks.
    Press,
}

/// What the print room needs beside the site.
#[derive(Clone, Copy)]
pub struct Press<'p> {
    /// The site's folder, for its own fonts.
    pub root: &'p Path,
    /// Templates.
    pub theme: &'p Theme,
    /// Put before the file names: `brochures/` or nothing.
    pub folder: &'p str,
    /// Which way out.
    pub way: Way,
    /// The brochures wanted, by id, or one edition of them by file name (`handbook-large.pdf`); all
    /// where there is no list.
    pub only: Option<&'p [String]>,
    /// Fonts, kept ready.
    pub case: &'p Case,
    /// What is known of brochures made earlier.
    pub earlier: Earlier<'p>,
    /// Is told how many files there will be.
    pub total: &'p (dyn Fn(usize) + Sync),
}

/// Whether files made earlier stand, by their input's key; what was said of them then.
pub type Stands<'e> = dyn Fn(&[OutPath], &str) -> Option<Vec<String>> + Sync + 'e;

/// Takes files just made, their input's key and what was said of them.
pub type Remember<'e> = dyn Fn(&[OutPath], &str, Vec<String>) + Sync + 'e;

/// What is known of files made earlier: a brochure of the same input is not set again.
#[derive(Clone, Copy)]
pub struct Earlier<'e> {
    /// Whether these files stand as they were made from the input with this key; they are then kept.
    /// Gives back what was said of them.
    pub stands: &'e Stands<'e>,
    /// The bytes of a file that stands.
    pub size: &'e (dyn Fn(&OutPath) -> Option<u64> + Sync),
    /// Is told what files that were just made came from, and what is to be said of them.
    pub remember: &'e Remember<'e>,
    /// What distinguishes this program from others of its version.
    pub program: &'e str,
}

impl Earlier<'_> {
    /// Nothing is known, and nothing need be remembered.
    #[must_use]
    pub fn none() -> Self {
        Self { stands: &|_, _| None, size: &|_| None, remember: &|_, _, _| {}, program: "" }
    }
}

/// Where fonts are kept ready; there are none without the typesetter.
#[cfg(not(feature = "print"))]
#[derive(Debug, Default)]
pub struct Case;

/// Where finished files go.
pub type Emit<'e> = dyn Fn(Artifact) -> Result<(), Fault> + Sync + 'e;

/// Typst keeps what it computed for so many runs: a preview sets the same brochures again.
#[cfg(feature = "print")]
const RUNS_KEPT: usize = 4;

/// Lets go of what Typst computed many runs ago. For a program that keeps setting brochures, at a
/// moment when nobody waits; one that ends need not.
pub fn forget() {
    #[cfg(feature = "print")]
    typst::comemo::evict(RUNS_KEPT);
}

/// Makes the brochures.
///
/// # Errors
/// When `emit` fails.
#[cfg(feature = "print")]
pub fn render(site: &Site, press: &Press<'_>, emit: &Emit<'_>) -> Result<Vec<Diagnostic>, Fault> {
    press::render(site, press, emit)
}

/// Makes nothing: this program was built without the typesetter.
///
/// # Errors
/// Never.
#[cfg(not(feature = "print"))]
pub fn render(_: &Site, _: &Press<'_>, _: &Emit<'_>) -> Result<Vec<Diagnostic>, Fault> {
    Ok(Vec::new())
}
