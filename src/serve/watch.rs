//! Telling when a file of the site changes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{
    DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer,
};

use crate::base::fault::Fault;
use crate::base::files;
use crate::pipeline::Changed;
use crate::say;

/// An editor writes a file in several steps within a few milliseconds: they are one change.
const QUIET: Duration = Duration::from_millis(8);

/// The folders that make a site; its output folders are not watched.
const FOLDERS: [&str; 4] = ["content", "templates", "static", "fonts"];

/// Watches as long as it lives.
pub(super) struct Watch {
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
    root: PathBuf,
    watched: Vec<PathBuf>,
}

/// Starts watching; every change is sent.
pub(super) fn start(root: &Path, changed: Sender<Changed>) -> Result<Watch, Fault> {
    let doing = || say!(zh: "监视网站文件夹", en: "watching the site's folder");
    let root = files::real(root).map_err(|cause| Fault::at(doing(), root, cause))?;
    let home = root.clone();
    let told = move |result: DebounceEventResult| {
        let change = match result {
            Ok(events) => {
                events.iter().filter_map(|event| change(event, &home)).reduce(Changed::and)
            }
            // Events were lost: better to look once too often.
            Err(_) => Some(Changed::Anything),
        };
        if let Some(change) = change {
            // The other end is gone only when the program ends.
            let _ = changed.send(change);
        }
    };
    let failed = |error: notify::Error| Fault::at(doing(), &root, std::io::Error::other(error));
    let mut debouncer = new_debouncer(QUIET, Some(QUIET / 4), told).map_err(failed)?;
    debouncer.watch(&root, RecursiveMode::NonRecursive).map_err(failed)?;
    let mut watch = Watch { debouncer, root: root.clone(), watched: Vec::new() };
    watch.renew();
    Ok(watch)
}

/// What an event changed of the site, if anything: reading a file is an event too.
fn change(event: &DebouncedEvent, root: &Path) -> Option<Changed> {
    let writes = match event.kind {
        EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
        _ => true,
    };
    if !writes {
        return None;
    }
    if event.need_rescan() {
        return Some(Changed::Anything);
    }
    let ours = |path: &PathBuf| {
        let rest = path.strip_prefix(root).ok()?;
        let first = rest.iter().next()?.to_string_lossy();
        let site = first == "site.toml" || FOLDERS.contains(&&*first);
        // What editors keep beside a file while it is open is none of the site.
        let litter = rest.iter().any(|part| files::passed_over(&part.to_string_lossy()));
        (site && !litter).then(|| rest.to_owned())
    };
    let files: BTreeSet<PathBuf> = event.paths.iter().filter_map(ours).collect();
    (!files.is_empty()).then_some(Changed::Files(files))
}

impl Watch {
    /// Watches folders that have come into being since.
    pub(super) fn renew(&mut self) {
        for folder in FOLDERS {
            let path = self.root.join(folder);
            let known = self.watched.contains(&path);
            match (files::exists(&path), known) {
                (true, false) if self.debouncer.watch(&path, RecursiveMode::Recursive).is_ok() => {
                    self.watched.push(path);
                }
                (false, true) => self.watched.retain(|watched| *watched != path),
                _ => {}
            }
        }
    }
}
