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

use crate::base::fingerprint::Fingerprint;

/// One file found by [`walk`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Path relative to the folder walked.
    pub relative: PathBuf,
    /// The file itself.
    pub path: PathBuf,
    /// Whether it is a link, or lies below one: what is written at another place changes it.
    pub linked: bool,
}

/// Size and time of a file: how a preview knows a file it has read before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// Size in bytes.
    pub size: u64,
    /// When it was last written, where the file system says.
    pub modified: Option<SystemTime>,
}

impl State {
    fn of(metadata: &fs::Metadata) -> Self {
        Self { size: metadata.len(), modified: metadata.modified().ok() }
    }
}

/// Why an entry was not walked into.
#[derive(Debug)]
pub enum Trouble {
    /// A symbolic link that leads out of the folder.
    Outside(PathBuf),
    /// Unreadable: permission, a dangling link, a loop.
    Unreadable(PathBuf, io::Error),
}

/// Whether entries of this name are passed over by [`walk`].
#[must_use]
pub fn passed_over(name: &str) -> bool {
    name.starts_with('.') || name.ends_with('~')
}

/// All files below `root` in a stable order, and what could not be read. Names that start with a
/// dot, and editors' litter (`~`, `.swp`), are passed over. Links inside the folder are followed.
#[must_use]
pub fn walk(root: &Path) -> (Vec<Found>, Vec<Trouble>) {
    let (mut files, mut troubles) = (Vec::new(), Vec::new());
    let home = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let hidden = |entry: &walkdir::DirEntry| {
        entry.depth() > 0 && passed_over(&entry.file_name().to_string_lossy())
    };
    let walker = walkdir::WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter();
    let mut walker = walker.filter_entry(|entry| !hidden(entry));
    let mut below: Option<usize> = None;
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
        below = below.filter(|depth| entry.depth() > *depth);
        if entry.path_is_symlink() {
            match fs::canonicalize(entry.path()) {
                Ok(real) if real.starts_with(&home) => below = below.or(Some(entry.depth())),
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
            let relative = entry.path().strip_prefix(root).unwrap_or(entry.path()).to_owned();
            files.push(Found { relative, path: entry.into_path(), linked: below.is_some() });
        }
    }
    (files, troubles)
}

/// Size and time of a file; none where it cannot be asked.
#[must_use]
pub fn state(path: &Path) -> Option<State> {
    fs::metadata(path).ok().map(|metadata| State::of(&metadata))
}

/// The size of a file in bytes.
///
/// # Errors
/// As the operating system says.
pub fn size(path: &Path) -> io::Result<u64> {
    fs::metadata(path).map(|file| file.len())
}

/// The whole content of a file.
///
/// # Errors
/// As the operating system says.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}

/// The content of a file of at most `most` bytes, `None` where it has more, and the state the file
/// was in when it was opened: one question to the disk where `read` and [`state`] are two.
///
/// # Errors
/// As the operating system says.
pub fn read_within(path: &Path, most: u64) -> io::Result<(State, Option<Vec<u8>>)> {
    use std::io::Read;
    let file = fs::File::open(path)?;
    let state = State::of(&file.metadata()?);
    if state.size > most {
        return Ok((state, None));
    }
    // One byte of room more than the file has, so that its end is seen without growing.
    let room = usize::try_from(state.size).map_or(0, |size| size + 1);
    let mut bytes = Vec::with_capacity(room);
    file.take(most + 1).read_to_end(&mut bytes)?;
    let fits = bytes.len() as u64 <= most;
    Ok((state, fits.then_some(bytes)))
}

/// That of a file's content.
///
/// # Errors
/// As the operating system says.
pub fn fingerprint(path: &Path) -> io::Result<Fingerprint> {
    /// Most files are pages and smaller: the room of the stream would cost more than they do.
    const SMALL: u64 = 64 * 1024;
    match read_within(path, SMALL)? {
        (_, Some(bytes)) => Ok(Fingerprint::of(&bytes)),
        (_, None) => Fingerprint::of_reader(fs::File::open(path)?),
    }
}

/// Whether something is there, link or not.
#[must_use]
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether there is a file at `path`, and no link to one.
#[must_use]
pub fn is_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|file| file.is_file())
}

/// Whether the file at `path` holds exactly `bytes`.
#[must_use]
pub fn holds(path: &Path, bytes: &[u8]) -> bool {
    let same_size =
        fs::metadata(path).is_ok_and(|file| file.is_file() && file.len() == bytes.len() as u64);
    same_size && fs::read(path).is_ok_and(|old| old == bytes)
}

/// Whether two files hold the same bytes.
#[must_use]
pub fn same(a: &Path, b: &Path) -> bool {
    let size = |path: &Path| fs::metadata(path).ok().map(|file| file.len());
    size(a).is_some_and(|length| size(b) == Some(length))
        && matches!((fs::read(a), fs::read(b)), (Ok(a), Ok(b)) if a == b)
}

/// Every file below `root`, dot files too, links not followed; relative paths in a stable order.
///
/// # Errors
/// The first entry that cannot be read.
pub fn tree(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(root).sort_by_file_name() {
        let entry = entry.map_err(io::Error::from)?;
        if !entry.file_type().is_dir() {
            files.push(entry.path().strip_prefix(root).unwrap_or(entry.path()).to_owned());
        }
    }
    Ok(files)
}

/// Makes a folder and those above it.
///
/// # Errors
/// As the operating system says.
pub fn create_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// Writes a file whole; its folder must be there.
///
/// # Errors
/// As the operating system says.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::write(path, bytes)
}

/// Copies a file; its folder must be there.
///
/// # Errors
/// As the operating system says.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::copy(from, to).map(drop)
}

/// A second name for a file, or a copy where the file system has no hard links.
///
/// # Errors
/// As the operating system says.
pub fn link_or_copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::hard_link(from, to).or_else(|_| copy(from, to))
}

/// Renames a file or folder.
///
/// # Errors
/// As the operating system says.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// Removes a folder with all it holds; one that is not there is fine.
///
/// # Errors
/// As the operating system says.
pub fn remove_folder(path: &Path) -> io::Result<()> {
    match fs::remove_dir_all(path) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// The real place of a path, links followed.
///
/// # Errors
/// As the operating system says.
pub fn real(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path)
}

/// Exchanges two folders in one step, where the system can; `Unsupported` where it cannot.
///
/// # Errors
/// As the operating system says.
pub fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
            Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS) => {
                Err(io::ErrorKind::Unsupported.into())
            }
            other => Ok(other?),
        }
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = (a, b);
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// Waits until everything written to the file system that holds `folder` is on the disk, where the
/// system can be asked.
///
/// # Errors
/// As the operating system says.
pub fn sync(folder: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    rustix::fs::syncfs(fs::File::open(folder)?)?;
    #[cfg(not(target_os = "linux"))]
    let _ = folder;
    Ok(())
}

/// A lock on `folder` that lasts until the value is dropped or the process ends; `None` while
/// somebody else holds it. The folder itself is locked, so that nothing is written.
///
/// # Errors
/// As the operating system says.
pub fn lock(folder: &Path) -> io::Result<Option<fs::File>> {
    #[cfg(unix)]
    let file = fs::File::open(folder)?;
    // Elsewhere a folder cannot be opened as a file.
    #[cfg(not(unix))]
    let file = fs::File::create(folder.join(".lantian-lock"))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(fs::TryLockError::WouldBlock) => Ok(None),
        Err(fs::TryLockError::Error(cause)) if cause.kind() == io::ErrorKind::Unsupported => {
            Ok(Some(file))
        }
        Err(fs::TryLockError::Error(cause)) => Err(cause),
    }
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
