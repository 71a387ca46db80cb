//! What a build makes: bytes and the place they belong, relative to the output folder.
//!
//! [`OutPath`] can only be made from a clean relative path, so that no floor, whatever a page is
//! called, can make a file outside the output folder or one that a Windows office PC, where the
//! folder is copied to, cannot hold.

use std::fmt;
use std::sync::Arc;

/// A clean relative path with `/` between its parts: no `..`, no empty part, no leading slash.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutPath(Arc<str>);

/// Names that Windows keeps for devices, with any extension.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Why a path cannot be an output path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadPath {
    /// Empty, absolute, with `.`/`..`/empty parts or a backslash.
    NotRelative,
    /// A name Windows keeps for a device, or with a character or ending it refuses.
    Reserved,
    /// A part over 200 bytes or a path over 240 characters.
    TooLong,
}

impl OutPath {
    /// Checks `path`.
    ///
    /// # Errors
    /// Says why, where it is not clean.
    pub fn new(path: impl Into<String>) -> Result<Self, BadPath> {
        let path: String = path.into();
        for part in path.split('/') {
            if part.is_empty() || part == "." || part == ".." || part.contains('\\') {
                return Err(BadPath::NotRelative);
            }
            if part.len() > 200 {
                return Err(BadPath::TooLong);
            }
            let stem = part.split('.').next().unwrap_or_default();
            if part.contains(|c: char| c.is_control() || "<>:\"|?*".contains(c))
                || part.ends_with(['.', ' '])
                || RESERVED.iter().any(|name| stem.eq_ignore_ascii_case(name))
            {
                return Err(BadPath::Reserved);
            }
        }
        if path.chars().count() > 240 { Err(BadPath::TooLong) } else { Ok(Self(path.into())) }
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How to get from a page at this path back to the site's root: `""`, `"../"`, `"../../"` …
    #[must_use]
    pub fn to_root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }
}

impl fmt::Display for OutPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One finished file.
#[derive(Clone, Debug)]
pub struct Artifact {
    /// Where it belongs.
    pub path: OutPath,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A file of the site that is passed on as it is: an image beside a page, a form to download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Where it belongs in the site.
    pub path: OutPath,
    /// Where it stands on the disk.
    pub file: std::path::PathBuf,
    /// The folder it comes from, as people know it: `static`, `content`.
    pub folder: &'static str,
}

impl Asset {
    /// What people call it: `static/robots.txt`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}/{}", self.folder, self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::{BadPath, OutPath};

    #[test]
    fn nothing_leaves_the_folder() {
        for wrong in ["", "/etc/x", "a/../b", "..", "a//b", "a\\b", "./a"] {
            assert_eq!(OutPath::new(wrong), Err(BadPath::NotRelative), "{wrong}");
        }
        for wrong in ["con.html", "a/NUL", "aux", "a?.html", "a./b", "x "] {
            assert_eq!(OutPath::new(wrong), Err(BadPath::Reserved), "{wrong}");
        }
        assert_eq!(OutPath::new("字".repeat(100)), Err(BadPath::TooLong));
        for right in ["a.html", "案例/工资.html", "console.html", "com10"] {
            assert!(OutPath::new(right).is_ok(), "{right}");
        }
    }

    #[test]
    fn the_way_back_to_the_root() {
        assert_eq!(OutPath::new("index.html").unwrap().to_root(), "");
        assert_eq!(OutPath::new("cases/category/x.html").unwrap().to_root(), "../../");
    }
}
