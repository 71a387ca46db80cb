//! Who may replace the folder, what a killed build left, and the one step that replaces it.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::base::fault::Fault;
use crate::base::files;
use crate::publish::MARK;
use crate::say;

/// How long a second build waits for the first one.
const PATIENCE: Duration = Duration::from_secs(30);

/// `.public.lantian-new` beside `public`.
pub(super) fn beside(out: &Path, what: &str) -> PathBuf {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    out.with_file_name(format!(".{name}.lantian-{what}"))
}

/// The real place of `out`, and a lock that keeps other builds away from it.
pub(super) fn claim(out: &Path) -> Result<(PathBuf, File), Fault> {
    let doing = || say!(zh: "准备输出文件夹", en: "preparing the output folder");
    let out = if files::exists(out) {
        files::real(out).map_err(|cause| Fault::at(doing(), out, cause))?
    } else {
        let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty());
        let parent = parent.unwrap_or(Path::new("."));
        files::create_folder(parent).map_err(|cause| Fault::at(doing(), parent, cause))?;
        let real = files::real(parent).map_err(|cause| Fault::at(doing(), parent, cause))?;
        real.join(out.file_name().unwrap_or_default())
    };
    let Some(parent) = out.parent().filter(|_| out.file_name().is_some()) else {
        let cause = io::Error::other("/");
        return Err(Fault::at(doing(), &out, cause));
    };
    let step = Duration::from_millis(100);
    let mut waited = Duration::ZERO;
    loop {
        match files::lock(parent).map_err(|cause| Fault::at(doing(), parent, cause))? {
            Some(lock) => return Ok((out, lock)),
            None if waited >= PATIENCE => {
                let cause = io::Error::from(io::ErrorKind::WouldBlock);
                let doing = say!(
                    zh: "等待另一个正在发布的 lantian",
                    en: "waiting for another lantian that is publishing here",
                );
                return Err(Fault::at(doing, &out, cause));
            }
            None => {
                thread::sleep(step);
                waited += step;
            }
        }
    }
}

/// Whether a killed build left something beside `out`.
pub(super) fn left_over(out: &Path) -> bool {
    files::exists(&beside(out, "new")) || files::exists(&beside(out, "old"))
}

/// Clears away what a killed build left. Only names of our own are touched.
pub(super) fn recover(out: &Path) -> Result<(), Fault> {
    let doing = || say!(zh: "清理上次中断留下的文件", en: "clearing away an interrupted build");
    let old = beside(out, "old");
    if files::exists(&old) {
        // Killed between the two renames of a system that cannot exchange folders.
        let mended =
            if files::exists(out) { files::remove_folder(&old) } else { files::rename(&old, out) };
        mended.map_err(|cause| Fault::at(doing(), &old, cause))?;
    }
    let new = beside(out, "new");
    files::remove_folder(&new).map_err(|cause| Fault::at(doing(), &new, cause))
}

/// A folder with files in it and without the mark is somebody else's.
pub(super) fn refuse_foreign(out: &Path) -> Result<(), Fault> {
    if !files::exists(out) || files::exists(&out.join(MARK)) {
        return Ok(());
    }
    let doing = || say!(zh: "查看输出文件夹", en: "looking at the output folder");
    let there = files::tree(out).map_err(|cause| Fault::at(doing(), out, cause))?;
    let foreign = there.iter().find(|path| !super::is_dotted(path));
    let Some(foreign) = foreign else { return Ok(()) };
    let name = foreign.display();
    let doing = say!(
        zh: "这个文件夹不是 lantian 生成的（里面有 {name}），不能替换。请用 --out 换一个文件夹，或确认无用后自己清空。输出",
        en: "lantian did not make this folder (it holds {name}) and will not replace it. Name another with --out, or empty it yourself. Publishing",
    );
    Err(Fault::at(doing, out, io::ErrorKind::AlreadyExists.into()))
}

/// Puts `staging` in the place of `out`. Once that is done the new site is published: an old folder
/// that cannot be removed is no failure, the next build clears it away.
pub(super) fn replace(out: &Path, staging: &Path) -> Result<(), Fault> {
    let failed = |cause| Fault::at(say!(zh: "替换网站", en: "replacing the site"), out, cause);
    if !files::exists(out) {
        return files::rename(staging, out).map_err(failed);
    }
    match files::exchange(staging, out) {
        Ok(()) => {
            let _ = files::remove_folder(staging);
            return Ok(());
        }
        Err(cause) if cause.kind() == io::ErrorKind::Unsupported => {}
        Err(cause) => return Err(failed(cause)),
    }
    let old = beside(out, "old");
    files::rename(out, &old).map_err(failed)?;
    if let Err(cause) = files::rename(staging, out) {
        // Back to where we were; if even that fails, `recover` does it next time.
        let _ = files::rename(&old, out);
        return Err(failed(cause));
    }
    let _ = files::remove_folder(&old);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::replace;
    use crate::base::files;

    #[test]
    fn what_cannot_be_removed_does_not_undo_a_publication() {
        let folder = tempfile::tempdir().unwrap();
        let (out, staging) = (folder.path().join("public"), folder.path().join("new"));
        // Stands for a folder that cannot be removed: a file is not removed as a folder.
        files::write(&out, b"old").unwrap();
        files::create_folder(&staging).unwrap();
        files::write(&staging.join("index.html"), b"new").unwrap();
        replace(&out, &staging).unwrap();
        assert!(files::exists(&out.join("index.html")));
    }
}
