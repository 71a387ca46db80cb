//! The only floor that writes the site: the new tree replaces the old one in one step.
//!
//! Files come in one by one, as they are made, from any thread. Each is compared with what is
//! published: the same bytes are left where they are, others go to a staging folder beside the
//! target. At the end the unchanged files are hard-linked into the staging folder, so that their
//! times and inodes stay, and the two folders change places. Until that one step the published
//! site is whole; when nothing differs, nothing is written at all. A build that is killed leaves
//! at most a staging folder behind, which the next one clears away.
//!
//! A folder that lantian did not make is never replaced: the mark is the file `.lantian` in it.

mod compress;
mod mark;
pub mod pack;
mod record;
mod swap;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::base::artifact::{Artifact, Asset, OutPath};
use crate::base::fault::Fault;
use crate::base::files;
use crate::say;

pub use pack::MANIFEST;
use record::Records;

pub use mark::{MARK, Origin, Standing, stamped, stands};

/// What publishing did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Files written anew.
    pub written: usize,
    /// Files left as they were.
    pub unchanged: usize,
    /// Files that are gone.
    pub removed: usize,
}

/// A tree being made ready.
#[derive(Debug)]
pub struct Staging {
    /// The folder to replace.
    out: PathBuf,
    /// Where changed files wait.
    staging: PathBuf,
    /// Whether texts get a smaller twin.
    compress: bool,
    /// Whether something is published that new files may be the same as.
    published: bool,
    /// What the published files came from, so far as it was recorded.
    before: Records,
    state: Mutex<State>,
    /// Held until this value is dropped.
    _lock: std::fs::File,
}

#[derive(Debug, Default)]
struct State {
    /// Folders made in the staging folder, by their path below it.
    folders: BTreeSet<String>,
    /// In the order they came, until all are there.
    written: Vec<OutPath>,
    unchanged: Vec<OutPath>,
    /// Over both.
    sum: mark::Sum,
    /// What the dear ones of them came from.
    records: Records,
}

impl Staging {
    /// Makes ready to replace `out`, after clearing away what a killed build left.
    ///
    /// # Errors
    /// When `out` is a folder that lantian did not make, when another build holds it, or when the
    /// disk says no.
    pub fn open(out: &Path) -> Result<Self, Fault> {
        let (out, lock) = swap::claim(out)?;
        let staging = swap::beside(&out, "new");
        swap::recover(&out)?;
        swap::refuse_foreign(&out)?;
        let published = files::exists(&out.join(MARK));
        let before = record::read(&out.join(MARK));
        let state = Mutex::default();
        Ok(Self { out, staging, compress: false, published, before, state, _lock: lock })
    }

    /// Gives every text a compressed twin beside it (`a.html.gz`), for servers that pass it on.
    #[must_use]
    pub fn compressing(mut self, compress: bool) -> Self {
        self.compress = compress;
        self
    }

    /// Whether all these files are published as they were made from the input with this key; they are
    /// then kept, and what was said of them is given back.
    pub fn stands(&self, paths: &[OutPath], key: &str) -> Option<Vec<String>> {
        let whole = |path: &OutPath| {
            let file = self.out.join(path.as_str());
            let (known, hash) = self.before.files.get(path)?;
            let same = known == key && record::hash(&file)? == *hash;
            same.then(|| files::state(&file).map(|state| state.size))?
        };
        let sizes: Vec<_> = paths.iter().map(whole).collect::<Option<_>>()?;
        for (path, size) in paths.iter().zip(sizes) {
            self.keep(path.clone(), size);
        }
        Some(self.before.said.get(key).cloned().unwrap_or_default())
    }

    /// Records what files that were put here came from, and what was said of them: lines without
    /// breaks.
    pub fn remember(&self, paths: &[OutPath], key: &str, said: Vec<String>) {
        let mut state = self.state();
        if !said.is_empty() {
            state.records.said.insert(key.to_owned(), said);
        }
        for path in paths {
            let new = self.staging.join(path.as_str());
            let file = if files::exists(&new) { new } else { self.out.join(path.as_str()) };
            if let Some(hash) = record::hash(&file) {
                state.records.files.insert(path.clone(), (key.to_owned(), hash));
            }
        }
    }

    /// Takes a finished file. May be called from any thread.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn put(&self, artifact: &Artifact) -> Result<(), Fault> {
        let same = self.put_bytes(&artifact.path, &artifact.bytes)?;
        let twin = compress::twin(artifact.path.as_str(), artifact.bytes.len());
        let twin = twin.filter(|_| self.compress).and_then(|name| OutPath::new(name).ok());
        let Some(twin) = twin else { return Ok(()) };
        // The twin of a file that did not change did not change either.
        if same && let Ok(size) = files::size(&self.out.join(twin.as_str())) {
            self.keep(twin, size);
            return Ok(());
        }
        self.put_bytes(&twin, &compress::gzip(&artifact.bytes)).map(|_| ())
    }

    /// Whether the bytes were published already.
    fn put_bytes(&self, path: &OutPath, bytes: &[u8]) -> Result<bool, Fault> {
        let size = bytes.len() as u64;
        if self.published && files::holds(&self.out.join(path.as_str()), bytes) {
            self.keep(path.clone(), size);
            return Ok(true);
        }
        let room = self.make_room(path, size)?;
        files::write(&room, bytes).map_err(|cause| writing(&room, cause))?;
        Ok(false)
    }

    /// Takes a file that is passed on as it is. May be called from any thread.
    ///
    /// # Errors
    /// When it cannot be copied.
    pub fn put_file(&self, asset: &Asset) -> Result<(), Fault> {
        let size = files::size(&asset.file).map_err(|cause| writing(&asset.file, cause))?;
        if self.published && files::same(&self.out.join(asset.path.as_str()), &asset.file) {
            self.keep(asset.path.clone(), size);
            return Ok(());
        }
        let path = self.make_room(&asset.path, size)?;
        files::copy(&asset.file, &path).map_err(|cause| writing(&path, cause))
    }

    fn keep(&self, path: OutPath, size: u64) {
        let sum = mark::Sum::of(path.as_str(), size);
        let mut state = self.state();
        state.sum.add(sum);
        state.unchanged.push(path);
    }

    /// Notes that `path` is written and makes its folder.
    fn make_room(&self, path: &OutPath, size: u64) -> Result<PathBuf, Fault> {
        let folder = path.as_str().rsplit_once('/').map_or("", |(folder, _)| folder);
        let sum = mark::Sum::of(path.as_str(), size);
        let mut state = self.state();
        state.sum.add(sum);
        state.written.push(path.clone());
        if !state.folders.contains(folder) {
            let made = self.staging.join(folder);
            files::create_folder(&made).map_err(|cause| writing(&made, cause))?;
            state.folders.insert(folder.to_owned());
        }
        Ok(self.staging.join(path.as_str()))
    }

    /// A panic in one thread leaves the sets as they were before or after an insertion: both fine.
    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts the new tree in the place of the old one, marked with what it came from where that is
    /// known.
    ///
    /// # Errors
    /// When a step fails; the published site is then as it was.
    pub fn finish(self, origin: Option<&Origin>) -> Result<Published, Fault> {
        let mut state = std::mem::take(&mut *self.state());
        state.written.sort_unstable();
        state.written.dedup();
        state.unchanged.sort_unstable();
        state.unchanged.dedup();
        for (path, record) in &self.before.files {
            if state.unchanged.binary_search(path).is_ok()
                && !state.records.files.contains_key(path)
            {
                state.records.files.insert(path.clone(), record.clone());
                if let Some(said) = self.before.said.get(&record.0) {
                    state.records.said.insert(record.0.clone(), said.clone());
                }
            }
        }
        let before = self.published()?;
        let made = |path: &PathBuf| {
            let name = path.to_string_lossy();
            let among =
                |list: &[OutPath]| list.binary_search_by(|path| path.as_str().cmp(&name)).is_ok();
            among(&state.written) || among(&state.unchanged)
        };
        let (kept, gone): (Vec<_>, Vec<_>) =
            before.into_iter().filter(|path| !made(path)).partition(|path| is_dotted(path));
        let done = Published {
            written: state.written.len(),
            unchanged: state.unchanged.len(),
            removed: gone.len(),
        };
        if done.written == 0 && done.removed == 0 && self.published {
            self.mark_again(&state, origin)?;
            return Ok(done);
        }
        self.complete(&state, &kept, origin)?;
        swap::replace(&self.out, &self.staging)?;
        Ok(done)
    }

    /// Where other input made the same files, only the mark changes, in one step.
    fn mark_again(&self, state: &State, origin: Option<&Origin>) -> Result<(), Fault> {
        let (mark, new) = (self.out.join(MARK), self.out.join(format!("{MARK}-new")));
        let text = mark::text(origin, state.sum, &state.records);
        if files::holds(&mark, text.as_bytes()) {
            return Ok(());
        }
        files::write(&new, text.as_bytes()).map_err(|cause| writing(&new, cause))?;
        files::rename(&new, &mark).map_err(|cause| writing(&mark, cause))
    }

    /// What is published now; nothing where there is no folder yet.
    fn published(&self) -> Result<Vec<PathBuf>, Fault> {
        if !files::exists(&self.out) {
            return Ok(Vec::new());
        }
        files::tree(&self.out).map_err(|cause| {
            Fault::at(
                say!(zh: "查看已发布的网站", en: "looking at the published site"),
                &self.out,
                cause,
            )
        })
    }

    /// Links the unchanged files and the folder's own dot files into the staging folder.
    fn complete(
        &self,
        state: &State,
        kept: &[PathBuf],
        origin: Option<&Origin>,
    ) -> Result<(), Fault> {
        files::create_folder(&self.staging).map_err(|cause| writing(&self.staging, cause))?;
        let mut folders: BTreeSet<PathBuf> =
            state.folders.iter().map(|folder| self.staging.join(folder)).collect();
        let unchanged = state.unchanged.iter().map(|path| Path::new(path.as_str()));
        let kept = kept.iter().map(PathBuf::as_path).filter(|path| *path != Path::new(MARK));
        for path in unchanged.chain(kept) {
            let target = self.staging.join(path);
            let folder = target.parent().unwrap_or(&self.staging);
            if !folders.contains(folder) {
                files::create_folder(folder).map_err(|cause| writing(folder, cause))?;
                folders.insert(folder.to_owned());
            }
            files::link_or_copy(&self.out.join(path), &target)
                .map_err(|cause| writing(&target, cause))?;
        }
        let mark = self.staging.join(MARK);
        let text = mark::text(origin, state.sum, &state.records);
        files::write(&mark, text.as_bytes()).map_err(|cause| writing(&mark, cause))?;
        files::sync(&self.staging).map_err(|cause| writing(&self.staging, cause))
    }
}

impl Drop for Staging {
    /// A build that stops half-way takes its staging folder with it.
    fn drop(&mut self) {
        // Nothing can be done about a failure here; the next build tries again.
        let _ = files::remove_folder(&self.staging);
    }
}

/// Files the folder keeps whatever is built: the mark, `.gitkeep`, a web server's `.htaccess`.
fn is_dotted(path: &Path) -> bool {
    path.iter().next().is_some_and(|first| first.to_string_lossy().starts_with('.'))
}

fn writing(path: &Path, cause: std::io::Error) -> Fault {
    Fault::at(say!(zh: "写网站文件", en: "writing the site"), path, cause)
}
