//! The same site once more, after a few of its pages were written anew.
//!
//! Looking through ten thousand files to find the one that changed takes longer than everything an
//! edit needs. Who watches the folder knows which files changed; where those are pages that were read
//! before, only they are read, and everything else is as it was. Whatever else changed (a new file,
//! site.toml, a template, a picture), the site is read as a whole.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::files::{self, Found};
use crate::domain::page::place;
use crate::load::{Loaded, Memory, entry, page};

/// What may have changed since the site was read last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// Nobody knows.
    Anything,
    /// Nothing but these, each by its path from the site's folder.
    Files(BTreeSet<PathBuf>),
}

impl Changed {
    /// Both changes together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Files(mut some), Self::Files(others)) => {
                some.extend(others);
                Self::Files(some)
            }
            _ => Self::Anything,
        }
    }
}

/// A site as it was read, and what was found beside its pages.
#[derive(Debug)]
pub(super) struct Last {
    pub(super) loaded: Loaded,
    pub(super) found: Vec<Diagnostic>,
}

/// The site, where nothing but pages changed since it was read last; else none.
pub(super) fn load(
    root: &Path,
    memory: &mut Memory,
    changed: &Changed,
) -> Option<Reported<Loaded>> {
    let Changed::Files(changed) = changed else { return None };
    if memory.inputs.linked {
        return None;
    }
    let mut pages = Vec::new();
    for path in changed {
        let file = root.join(path);
        let known = path.strip_prefix("content").ok().map(entry::slashed);
        match known.filter(|name| memory.pages.contains_key(name.as_str())) {
            Some(name) if files::is_file(&file) => {
                let relative = PathBuf::from(&name);
                pages.push((name, Found { relative, path: file, linked: false }));
            }
            Some(_) => return None,
            // Editors write to a file of another name first; by now it is gone.
            None if !files::exists(&file) && !memory.inputs.touches(&file) => {}
            None => return None,
        }
    }
    let mut last = memory.last.take()?;
    for (name, file) in pages {
        let id = memory.number(&format!("content/{name}"));
        let read = page::read(&file, &name, id);
        // What was recalled of it is no longer what the file says.
        memory.sources.forget(id);
        put(&mut last.loaded, &name, &read);
        memory.pages.insert(name.into(), read);
    }
    let mut found = last.found.clone();
    found.extend(memory.pages.values().flat_map(|read| &read.diagnostics).cloned());
    let loaded = last.loaded.clone();
    memory.last = Some(last);
    Some(Reported::new(loaded, found))
}

/// Puts what was read of a page in the place of what was read before.
fn put(loaded: &mut Loaded, name: &str, read: &page::Read) {
    let at = place(&loaded.pages, name);
    match (&read.page, at) {
        (Some(page), Ok(at)) => loaded.pages[at] = Arc::clone(page),
        (Some(page), Err(at)) => loaded.pages.insert(at, Arc::clone(page)),
        (None, Ok(at)) => drop(loaded.pages.remove(at)),
        (None, Err(_)) => {}
    }
    if read.page.is_some() {
        loaded.broken.remove(name);
    } else {
        loaded.broken.insert(name.into());
    }
}
