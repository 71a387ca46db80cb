//! Templates, style and script: the embedded defaults, overridden file by file by a site's own.
//!
//! Screen and paper both take their templates from here, so the type stands on the ground floor.
//! Every text has a source, so that a fault in a template is shown with its file and line like a
//! fault in a page.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::span::SourceId;

/// A template, style sheet or script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFile {
    /// Its number among the sources.
    pub source: SourceId,
    /// Its text.
    pub text: Arc<str>,
}

/// All files of the theme by their path below `templates/`: `web/base.html`, `print/handbook.typ`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// Texts.
    pub files: BTreeMap<String, ThemeFile>,
    /// Other files a site added, such as a logo: passed on or read only when asked for.
    pub extras: BTreeMap<String, PathBuf>,
}

impl Theme {
    /// The file at this path below `templates/`.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&ThemeFile> {
        self.files.get(path)
    }

    /// The files below a folder, by their path within it.
    pub fn below<'t>(&'t self, folder: &'t str) -> impl Iterator<Item = (&'t str, &'t ThemeFile)> {
        let rest = move |path: &'t str| path.strip_prefix(folder)?.strip_prefix('/');
        self.files.iter().filter_map(move |(path, file)| Some((rest(path)?, file)))
    }
}
