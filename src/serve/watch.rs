//! Telling when a file of the site changes.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

use crate::base::fault::Fault;
use crate::base::files;
use crate::say;

/// An editor writes a file in several steps within a few milliseconds: they are one change.
const QUIET: Duration = Duration::from_millis(12);

/// The folders that make a site; its output folders are not watched.
const FOLDERS: [&str; 4] = ["content", "templates", "static", "fonts"];

/// Watches as long as it lives.
pub(super) struct Watch {
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
    root: PathBuf,
    watched: Vec<PathBuf>,
}

/// Starts watching; every change sends one message.
pub(super) fn start(root: &Path, changed: Sender<()>) -> Result<Watch, Fault> {
    let doing = || say!(zh: "监视网站文件夹", en: "watching the site's folder");
    let root = files::real(root).map_err(|cause| Fault::at(doing(), root, cause))?;
    let home = root.clone();
    let told = move |result: DebounceEventResult| {
        let real = match result {
            Ok(events) => events.iter().any(|event| is_change(event, &home)),
            // Events were lost: better to look once too often.
            Err(_) => true,
        };
        if real {
            // The other end is gone only when the program ends.
            let _ = changed.send(());
        }
    };
    let failed = |error: notify::Error| Fault::at(doing(), &root, std::io::Error::other(error));
    let mut debouncer = new_debouncer(QUIET, Some(QUIET / 4), told).map_err(failed)?;
    debouncer.watch(&root, RecursiveMode::NonRecursive).map_err(failed)?;
    let mut watch = Watch { debouncer, root: root.clone(), watched: Vec::new() };
    watch.renew();
    Ok(watch)
}

/// Reading a file is an event too: only what changes something counts, and only in the site.
fn is_change(event: &notify_debouncer_full::DebouncedEvent, root: &Path) -> bool {
    let writes = match event.kind {
        EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
        _ => true,
    };
    let ours = |path: &PathBuf| {
        path.strip_prefix(root).is_ok_and(|rest| {
            let first = rest.iter().next().map(|part| part.to_string_lossy().into_owned());
            first.is_some_and(|first| first == "site.toml" || FOLDERS.contains(&first.as_str()))
        })
    };
    writes && (event.need_rescan() || event.paths.iter().any(ours))
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
