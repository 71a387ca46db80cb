//! The machine failed us: a full disk, a missing permission, a port in use.
//!
//! Kept apart from findings because nobody can mend it by editing a page. A fault stops the stage
//! at once, says what was being done and on which file, and becomes exit code 3.

use std::io;
use std::path::{Path, PathBuf};

use super::text::Text;
use crate::say;

/// What we were doing when the machine failed, on what, and what it said.
#[derive(Debug)]
pub struct Fault {
    /// What was being done, in both languages, as a phrase.
    pub doing: Text,
    /// The file or folder, where there is one.
    pub path: Option<PathBuf>,
    /// The operating system's own word.
    pub cause: io::Error,
}

impl Fault {
    /// A fault on `path`.
    pub fn at(doing: Text, path: &Path, cause: io::Error) -> Self {
        Self { doing, path: Some(path.to_owned()), cause }
    }

    /// A fault that concerns no file.
    pub fn new(doing: Text, cause: io::Error) -> Self {
        Self { doing, path: None, cause }
    }

    /// The whole fault as one sentence: what, where, why, and what to try.
    #[must_use]
    pub fn text(&self) -> Text {
        let path = self.path.as_ref().map_or(String::new(), |path| path.display().to_string());
        let (zh_why, en_why) = advice(&self.cause);
        let (zh, en) = (&self.doing.zh, &self.doing.en);
        let cause = &self.cause;
        if path.is_empty() {
            say!(zh: "{zh}失败：{cause}{zh_why}", en: "{en} failed: {cause}{en_why}")
        } else {
            say!(zh: "{zh}失败：{path}：{cause}{zh_why}", en: "{en} failed: {path}: {cause}{en_why}")
        }
    }
}

/// What a clerk can try, by kind of failure; empty where nothing general helps.
fn advice(cause: &io::Error) -> (&'static str, &'static str) {
    match cause.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => (
            "。磁盘已满，请先清理空间；已发布的网站没有改动",
            ". The disk is full: free some space first; the published site was not touched",
        ),
        io::ErrorKind::PermissionDenied => (
            "。没有权限，请检查文件夹的属主和读写权限",
            ". Permission denied: check who owns the folder and its access rights",
        ),
        io::ErrorKind::AddrInUse => (
            "。端口已被占用，请用 --port 换一个端口",
            ". The port is in use: choose another with --port",
        ),
        _ => ("", ""),
    }
}
