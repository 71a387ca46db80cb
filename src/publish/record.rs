//! Which published files came from which input, so that they need not be made again.
//!
//! A brochure takes a hundred times as long to set as a page. So the mark of a folder holds a line for
//! each file that is dear: a key over everything that went into it, and a hash of what came out. A file
//! is used again only when the key is the same and the file still has the bytes that were written; a
//! file somebody changed, and a mark somebody lost, cost a little time and nothing else.

use std::collections::BTreeMap;
use std::path::Path;

use crate::base::artifact::OutPath;
use crate::base::files;

/// What a line starts with.
const SIGN: &str = "= ";

/// Key of the input and hash of the output, by path.
pub(super) type Records = BTreeMap<OutPath, (String, String)>;

/// The records of a mark.
pub(super) fn read(mark: &Path) -> Records {
    let text = files::read(mark).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let text = text.unwrap_or_default();
    let lines = text.lines().filter_map(|line| line.strip_prefix(SIGN));
    lines
        .filter_map(|line| {
            let (key, rest) = line.split_once(' ')?;
            let (hash, path) = rest.split_once(' ')?;
            Some((OutPath::new(path).ok()?, (key.to_owned(), hash.to_owned())))
        })
        .collect()
}

/// The records as lines of a mark.
pub(super) fn written(records: &Records) -> String {
    let line =
        |(path, (key, hash)): (&OutPath, &(String, String))| format!("{SIGN}{key} {hash} {path}\n");
    records.iter().map(line).collect()
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
        let mut records = Records::new();
        for name in ["brochures/a.pdf", "有 空格.pdf"] {
            let path = OutPath::new(name).unwrap();
            records.insert(path, (format!("key{}", name.len()), "hash".to_owned()));
        }
        files::write(&mark, format!("lantian\n{}", written(&records)).as_bytes()).unwrap();
        assert_eq!(read(&mark), records);
        assert!(read(&folder.path().join("none")).is_empty());
    }
}
