//! A hash over everything a site is made from, without understanding any of it.
//!
//! It is asked for twice: before a build, where a site stands published that may have come from the
//! same input, and after one, to be written beside what was made. After a build the pages need not
//! be read again: their fingerprints were taken while they were in memory.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::base::files::{self, Found};
use crate::base::fingerprint::Fingerprint;
use crate::load::Memory;
use crate::load::entry::{list, slashed};

/// The folders a site is read from, beside site.toml.
pub(super) const FOLDERS: [&str; 3] = ["content", "static", "templates"];

/// Every file a site is read from: its name from the site's folder, and where it is.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    files: Vec<(String, PathBuf)>,
    /// Whether there are links among them.
    pub(super) linked: bool,
}

impl Inputs {
    /// site.toml and the files found in the three folders, in their order.
    pub(super) fn of(root: &Path, folders: [&[Found]; 3]) -> Self {
        let mut all = vec![("site.toml".to_owned(), root.join("site.toml"))];
        for (folder, files) in FOLDERS.iter().zip(folders) {
            let named =
                |file: &Found| (format!("{folder}/{}", slashed(&file.relative)), file.path.clone());
            all.extend(files.iter().map(named));
        }
        let linked = folders.iter().any(|files| files.iter().any(|file| file.linked));
        Self { files: all, linked }
    }

    /// Whether this is one of them, or a folder with one of them.
    pub(super) fn touches(&self, path: &Path) -> bool {
        self.files.iter().any(|(_, file)| file.starts_with(path))
    }

    /// The hash over all of them; `known` has the fingerprints of contents that were read before.
    fn hash(&self, known: &(dyn Fn(&str) -> Option<Fingerprint> + Sync)) -> Option<String> {
        let hashes: Option<Vec<_>> = self
            .files
            .par_iter()
            .map(|(name, path)| {
                let content = known(name).or_else(|| files::fingerprint(path).ok())?;
                let mut hasher = blake3::Hasher::new();
                hasher.update(name.as_bytes()).update(&[0]).update(content.as_bytes());
                Some(hasher.finalize())
            })
            .collect();
        let mut whole = blake3::Hasher::new();
        for hash in hashes? {
            whole.update(hash.as_bytes());
        }
        Some(whole.finalize().to_hex().to_string())
    }
}

/// The stamp of a site that was not read yet; none where something cannot be read: the build will
/// say what.
#[must_use]
pub fn stamp(root: &Path) -> Option<String> {
    let mut troubles = Vec::new();
    let [content, fixed, templates] = FOLDERS.map(|folder| list(root, folder, &mut troubles));
    if !troubles.is_empty() {
        return None;
    }
    Inputs::of(root, [&content, &fixed, &templates]).hash(&|_| None)
}

impl Memory {
    /// The stamp of the site that was read last, as [`stamp`] would give it for the same files.
    #[must_use]
    pub fn stamp(&self) -> Option<String> {
        self.inputs.hash(&|name| {
            let relative = name.strip_prefix("content/")?;
            self.pages.get(relative)?.fingerprint
        })
    }
}
