//! Which published files came from which input, so that they need not be made again.
//!
//! A brochure takes a hundred times as long to set as a page. So the mark of a folder holds a line for
//! each file that is dear: a key over everything that went into it, and a hash of what came out. A file
//! is used again only when the key is the same and the file still has the bytes that were written; a
//! file somebody changed, and a mark somebody lost, cost a little time and nothing else. What was said
//! of the files when they were made is kept with them, because it still holds while they stand.

use std::collections::BTreeMap;
use std::path::Path;

use crate::base::artifact::OutPath;
use crate::base::files;

/// What the line of a file starts with: key, hash, path.
const SIGN: &str = "= ";

/// What a line of something said starts with: key, words.
const SAID: &str = "! ";

/// What dear files came from, and what was said when they were made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Records {
    /// Key of the input and hash of the output, by path.
    pub(super) files: BTreeMap<OutPath, (String, String)>,
    /// What has to be said again while the files of a key stand, by key: lines this room only keeps.
    pub(super) said: BTreeMap<String, Vec<String>>,
}

/// The records of a mark.
pub(super) fn read(mark: &Path) -> Records {
    let text = files::read(mark).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let mut records = Records::default();
    for line in text.unwrap_or_default().lines() {
        if let Some((path, record)) = line.strip_prefix(SIGN).and_then(file) {
            records.files.insert(path, record);
        } else if let Some((key, words)) =
            line.strip_prefix(SAID).and_then(|rest| rest.split_once(' '))
        {
            records.said.entry(key.to_owned()).or_default().push(words.to_owned());
        }
    }
    records
}

fn file(line: &str) -> Option<(OutPath, (String, String))> {
    let (key, rest) = line.split_once(' ')?;
    let (hash, path) = rest.split_once(' ')?;
    Some((OutPath::new(path).ok()?, (key.to_owned(), hash.to_owned())))
}

/// The records as lines of a mark.
pub(super) fn written(records: &Records) -> String {
    let files = records.files.iter();
    let files = files.map(|(path, (key, hash))| format!("{SIGN}{key} {hash} {path}\n"));
    let said = records.said.iter();
    let said =
        said.flat_map(|(key, all)| all.iter().map(move |words| format!("{SAID}{key} {words}\n")));
    files.chain(said).collect()
}

/// The hash of a file; none where it cannot be read.
pub(super) fn hash(file: &Path) -> Option<String> {
    Some(blake3::hash(&files::read(file).ok()?).to_hex().to_string())
}

#[cfg(test)]
mod tests {
    use super::{Records, read, written};
    use crate::base::artifact::OutPath;
    use crate::base::files;

    #[test]
    fn what_is_written_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let mark = folder.path().join(".lantian");
        let mut records = Records::default();
        for name in ["brochures/a.pdf", "有 空格.pdf"] {
            let path = OutPath::new(name).unwrap();
            records.files.insert(path, (format!("key{}", name.len()), "hash".to_owned()));
        }
        records.said.insert("key1".to_owned(), vec!["too thick".to_owned(), "{}".to_owned()]);
        files::write(&mark, format!("lantian\n{}", written(&records)).as_bytes()).unwrap();
        assert_eq!(read(&mark), records);
        assert_eq!(read(&folder.path().join("none")), Records::default());
    }
}
