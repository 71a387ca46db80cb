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
mod exposed;
#[cfg(feature = "print")]
mod fonts;
#[cfg(feature = "print")]
mod glyphs;
#[cfg(feature = "print")]
mod index;
#[cfg(feature = "print")]
mod press;
#[cfg(feature = "print")]
mod review;
mod select;
mod sheet;
#[cfg(feature = "print")]
mod spoken;
#[cfg(feature = "print")]
mod text;
#[cfg(feature = "print")]
mod trouble;
#[cfg(feature = "print")]
mod world;

use std::path::Path;

use crate::base::artifact::Artifact;
use crate::base::diagnostic::Diagnostic;
use crate::base::fault::Fault;
use crate::base::theme::Theme;
use crate::model::site::Site;

pub use select::findings;

/// Whether this program was built with the typesetter in it.
pub const POSSIBLE: bool = cfg!(feature = "print");

/// What the print room needs beside the site.
#[derive(Clone, Copy, Debug)]
pub struct Press<'p> {
    /// The site's folder, for its own fonts.
    pub root: &'p Path,
    /// Templates.
    pub theme: &'p Theme,
    /// Put before the file names: `brochures/` or nothing.
    pub folder: &'p str,
    /// The brochures wanted, by id; all where there is no list.
    pub only: Option<&'p [String]>,
}

/// Where finished files go.
pub type Emit<'e> = dyn Fn(Artifact) -> Result<(), Fault> + Sync + 'e;

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
