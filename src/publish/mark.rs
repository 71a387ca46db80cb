//! The mark of a folder lantian made, and what it was made from.
//!
//! With the mark stands a stamp of everything that went in and a sum over everything that came out.
//! When the stamp of the next build is the same and the folder still holds what was published, there
//! is nothing to make: on a large site that is the difference between reading and rendering it. The
//! sum covers names and sizes; that no file was edited in place is seen from the times, as the mark
//! is written last.

use std::path::Path;

use crate::base::files;
use crate::publish::record::{self, Records};
use crate::publish::swap;

/// The file that says a folder was made by lantian and may be replaced.
pub const MARK: &str = ".lantian";

/// The first line of every mark.
const NAME: &str = "lantian";

/// A sum over files that does not depend on their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    files: usize,
    names: u128,
}

impl Sum {
    /// The sum over one file.
    pub(super) fn of(path: &str, size: u64) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(path.as_bytes()).update(&size.to_le_bytes());
        let mut first = [0; 16];
        first.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
        Self { files: 1, names: u128::from_le_bytes(first) }
    }

    /// Adds other files.
    pub(super) fn add(&mut self, other: Self) {
        self.files += other.files;
        self.names = self.names.wrapping_add(other.names);
    }
}

/// What a build came from: a stamp of its input and how many pages it has, for messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// A hash in hexadecimal.
    pub stamp: String,
    /// Pages of the site.
    pub pages: usize,
    /// How much was found. What that is may quote pages that are not published, and this file lies
    /// among those that are: so it is kept elsewhere.
    pub found: usize,
}

/// A site that stands as it was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Pages of the site.
    pub pages: usize,
    /// Files published.
    pub files: usize,
    /// How much was found.
    pub found: usize,
}

/// The text of a mark.
pub(super) fn text(origin: Option<&Origin>, sum: Sum, records: &Records) -> String {
    let records = record::written(records);
    let Some(Origin { stamp, pages, found }) = origin else { return format!("{NAME}\n{records}") };
    let Sum { files, names } = sum;
    format!("{NAME}\n{stamp} {pages} {found}\n{files} {names:032x}\n{records}")
}

/// Whether `out` has a mark with a stamp, so that it is worth asking whether it [`stands`].
#[must_use]
pub fn stamped(out: &Path) -> bool {
    files::read(&out.join(MARK)).is_ok_and(|text| text.iter().filter(|b| **b == b'\n').count() > 1)
}

/// Whether `out` holds, untouched, what was published from the input with this stamp; then what that
/// is.
#[must_use]
pub fn stands(out: &Path, stamp: &str) -> Option<Standing> {
    // What a killed build left has to be cleared away first.
    if swap::left_over(out) {
        return None;
    }
    let mark = out.join(MARK);
    let text = String::from_utf8(files::read(&mark).ok()?).ok()?;
    let mut lines = text.lines();
    let (pages, found) = lines.nth(1)?.strip_prefix(stamp)?.trim().split_once(' ')?;
    let (pages, found) = (pages.parse().ok()?, found.parse().ok()?);
    let recorded = lines.next()?;
    let marked = files::state(&mark)?.modified?;
    let (there, troubles) = files::walk(out);
    let mut sum = Sum::default();
    let mut untouched = true;
    for file in &there {
        let state = files::state(&file.path)?;
        sum.add(Sum::of(file.relative.to_str()?, state.size));
        untouched &= state.modified.is_some_and(|time| time <= marked);
    }
    let same = recorded == format!("{} {:032x}", sum.files, sum.names);
    let whole = troubles.is_empty() && untouched && same;
    whole.then_some(Standing { pages, files: sum.files, found })
}

#[cfg(test)]
mod tests {
    use super::Sum;

    #[test]
    fn the_order_of_files_does_not_matter_but_each_of_them_does() {
        let sum = |files: &[(&str, u64)]| {
            let mut sum = Sum::default();
            files.iter().for_each(|(path, size)| sum.add(Sum::of(path, *size)));
            sum
        };
        assert_eq!(sum(&[("a", 1), ("b", 2)]), sum(&[("b", 2), ("a", 1)]));
        assert_ne!(sum(&[("a", 1), ("b", 2)]), sum(&[("a", 2), ("b", 1)]));
        assert_ne!(sum(&[("a", 1)]), sum(&[("a", 1), ("a", 1)]));
    }
}
