//! A hash over everything a site is made from, without understanding any of it.

use std::path::Path;

use rayon::prelude::*;

use crate::base::files;
use crate::load::entry::{list, slashed};

/// The folders a site is read from, beside site.toml.
const FOLDERS: [&str; 3] = ["content", "static", "templates"];

/// The hash; none where something cannot be read: the build will say what.
#[must_use]
pub fn stamp(root: &Path) -> Option<String> {
    let mut troubles = Vec::new();
    let mut inputs = vec![("site.toml".to_owned(), root.join("site.toml"))];
    for folder in FOLDERS {
        let files = list(root, folder, &mut troubles);
        let named =
            |file: files::Found| (format!("{folder}/{}", slashed(&file.relative)), file.path);
        inputs.extend(files.into_iter().map(named));
    }
    if !troubles.is_empty() {
        return None;
    }
    let hashes: Option<Vec<_>> = inputs
        .par_iter()
        .map(|(name, path)| {
            let mut hasher = blake3::Hasher::new();
            hasher.update(name.as_bytes()).update(&[0]);
            files::hash_into(&mut hasher, path).ok()?;
            Some(hasher.finalize())
        })
        .collect();
    let mut whole = blake3::Hasher::new();
    for hash in hashes? {
        whole.update(hash.as_bytes());
    }
    Some(whole.finalize().to_hex().to_string())
}
