//! The only door to the disk.
//!
//! Everything that reads or writes a file goes through here, so that "nothing above `load` reads
//! content, nothing but `publish` writes the site" can be seen by looking at who calls what, and
//! `clippy.toml` bans `std::fs` everywhere else.
#![expect(clippy::disallowed_methods, reason = "this is the door the ban points to")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// One file found by [`walk`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Path relative to the folder walked.
    pub relative: PathBuf,
    /// The file itself.
    pub path: PathBuf,
    /// Size in bytes.
    pub size: u64,
    /// When it was last written, where the file system says: with the size, how `serve` knows a
    /// file it has read before.
    pub modified: Option<SystemTime>,
}

/// Why an entry was not walked into.
#[derive(Debug)]
pub enum Trouble {
    /// A symbolic link that leads out of the folder.
    Outside(PathBuf),
    /// Unreadable: permission, a dangling link, a loop.
    Unreadable(PathBuf, io::Error),
}

/// All files below `root` in a stable order, and what could not be read. Names that start with a
/// dot, and editors' litter (`~`, `.swp`), are passed over. Links inside the folder are followed.
#[must_use]
pub fn walk(root: &Path) -> (Vec<Found>, Vec<Trouble>) {
    let (mut files, mut troubles) = (Vec::new(), Vec::new());
    let home = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let hidden = |entry: &walkdir::DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() > 0 && (name.starts_with('.') || name.ends_with('~'))
    };
    let walker = walkdir::WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter();
    let mut walker = walker.filter_entry(|entry| !hidden(entry));
    while let Some(entry) = walker.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(root).to_owned();
                let cause = error.into_io_error();
                let cause = cause.unwrap_or_else(|| io::Error::other("symbolic link loop"));
                troubles.push(Trouble::Unreadable(path, cause));
                continue;
            }
        };
        if entry.path_is_symlink() {
            match fs::canonicalize(entry.path()) {
                Ok(real) if real.starts_with(&home) => {}
                Ok(_) => {
                    if entry.file_type().is_dir() {
                        walker.skip_current_dir();
                    }
                    troubles.push(Trouble::Outside(entry.path().to_owned()));
                    continue;
                }
                Err(error) => {
                    troubles.push(Trouble::Unreadable(entry.path().to_owned(), error));
                    continue;
                }
            }
        }
        if entry.file_type().is_file() {
            let metadata = entry.metadata().ok();
            let size = metadata.as_ref().map_or(0, std::fs::Metadata::len);
            let modified = metadata.and_then(|metadata| metadata.modified().ok());
            let relative = entry.path().strip_prefix(root).unwrap_or(entry.path()).to_owned();
            files.push(Found { relative, path: entry.into_path(), size, modified });
        }
    }
    (files, troubles)
}

/// The whole content of a file.
///
/// # Errors
/// As the operating system says.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}

/// Whether something is there, link or not.
#[must_use]
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Writes a new file with its folders; an existing file is an error (`AlreadyExists`).
///
/// # Errors
/// As the operating system says.
pub fn create_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    use std::io::Write;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes)
}
