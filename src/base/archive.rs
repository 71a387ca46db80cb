//! Zip archives from strangers, opened within bounds.
//!
//! The list of an archive's members stands at its end and is looked for from there: a file of nothing
//! but ends is searched once for each of them, and a million names fill the memory before one member is
//! read. Both are counted first. How much may be unpacked is for the floors above.

use std::io::Cursor;

use memchr::memmem;
use zip::ZipArchive;

/// Members of one archive.
const MOST: usize = 10_000;
/// Bytes that the search for the list may pass: from each mark of an end it begins anew.
const FARTHEST: u64 = 8 << 30;

/// Why an archive is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shut {
    /// Too much in it.
    TooMuch,
    /// It is no archive, or damaged.
    Damaged,
}

/// The archive that some bytes are.
///
/// # Errors
/// Why it is not opened.
pub fn open(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, Shut> {
    let count = |mark: &[u8]| memmem::find_iter(bytes, mark).count();
    let far = (count(b"PK\x05\x06") as u64).saturating_mul(bytes.len() as u64);
    if far > FARTHEST || count(b"PK\x01\x02") > MOST {
        return Err(Shut::TooMuch);
    }
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| Shut::Damaged)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use super::{Shut, open};

    #[test]
    fn archives_made_to_be_searched_for_ever_stay_shut() {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file("a", zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(b"12348").unwrap();
        let bytes = archive.finish().unwrap().into_inner();
        assert_eq!(open(&bytes).map(|archive| archive.len()), Ok(1));
        assert_eq!(open(&bytes[..20]).map(|_| ()), Err(Shut::Damaged));
        let ends = b"PK\x05\x06\0\0\0\0\x01\0\x01\0\x2E\0\0\0\0\0\0\0\0\0".repeat(100_000);
        assert_eq!(open(&ends).map(|_| ()), Err(Shut::TooMuch));
        assert_eq!(open(&b"PK\x01\x02".repeat(10_001)).map(|_| ()), Err(Shut::TooMuch));
    }
}
