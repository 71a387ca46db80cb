//! Pictures made before: a hidden folder in the site's own, so that a second build decodes nothing.
//!
//! An entry is named by a hash of the original and of what was made from it, and opens with a hash
//! of its own bytes: one that was cut short or changed is made again. The folder is only ever a
//! shortcut; it may be deleted at any time, and where it cannot be written nothing is lost.

use std::path::{Path, PathBuf};

use super::make::{Place, make};
use super::{Flaw, Picture};
use crate::base::files;

/// The folder below the site's.
const FOLDER: &str = ".lantian-cache";

/// Raised when pictures come out otherwise than before.
const VERSION: u32 = 2;

/// Bytes of the hash an entry opens with.
const HEAD: usize = 32;

/// Where made pictures are kept.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
}

impl Store {
    /// The store of the site in `root`; nothing is written before a picture is made.
    #[must_use]
    pub fn of(root: &Path) -> Self {
        Self { folder: root.join(FOLDER) }
    }

    /// The picture for the screen, so many pixels wide.
    ///
    /// # Errors
    /// Where the original cannot be read or decoded, says why.
    pub fn screen(&self, file: &Path, picture: &Picture, width: u32) -> Result<Vec<u8>, Flaw> {
        self.get(file, picture, Place::Screen(width))
    }

    /// The picture for paper, so many pixels wide.
    ///
    /// # Errors
    /// Where the original cannot be read or decoded, says why.
    pub fn paper(&self, file: &Path, picture: &Picture, width: u32) -> Result<Vec<u8>, Flaw> {
        self.get(file, picture, Place::Paper(width))
    }

    /// What was kept under a name of our own.
    #[must_use]
    pub fn recall(&self, name: &str) -> Option<Vec<u8>> {
        kept(&self.folder.join(name))
    }

    /// Keeps something under a name of our own.
    pub fn remember(&self, name: &str, bytes: &[u8]) {
        self.keep(&self.folder.join(name), bytes);
    }

    fn get(&self, file: &Path, picture: &Picture, place: Place) -> Result<Vec<u8>, Flaw> {
        let Picture { hash, form, .. } = picture;
        let key = blake3::hash(format!("{VERSION} {hash} {form:?} {place:?}").as_bytes()).to_hex();
        let entry = self.folder.join(&key[..40]);
        if let Some(bytes) = kept(&entry) {
            return Ok(bytes);
        }
        let original = files::read(file).map_err(|cause| Flaw::Broken(cause.to_string()))?;
        let bytes = make(&original, picture, place)?;
        self.keep(&entry, &bytes);
        Ok(bytes)
    }

    /// Written under another name first: a build that is killed leaves no half entry.
    fn keep(&self, entry: &Path, bytes: &[u8]) {
        let write = || {
            files::create_folder(&self.folder)?;
            let ignore = self.folder.join(".gitignore");
            if !files::exists(&ignore) {
                files::write(&ignore, b"*\n")?;
            }
            let mut whole = blake3::hash(bytes).as_bytes().to_vec();
            whole.extend_from_slice(bytes);
            let waiting = entry.with_extension(std::process::id().to_string());
            files::write(&waiting, &whole)?;
            files::rename(&waiting, entry)
        };
        // A folder that cannot be written costs time at the next build, nothing else.
        let _ = write();
    }
}

fn kept(entry: &Path) -> Option<Vec<u8>> {
    let whole = files::read(entry).ok()?;
    let (head, bytes) = whole.split_at_checked(HEAD)?;
    (blake3::hash(bytes).as_bytes() == head).then(|| bytes.to_vec())
}
