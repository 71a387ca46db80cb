//! What a page may weigh: a case with its style is to open at once on an old phone with a bad line.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

/// A page and its style may have so many bytes before images …
pub const BYTES: usize = 30_000;

/// … and so many compressed.
const COMPRESSED: usize = 12_000;

/// Whether a page with its style is over the budget: before images, or `small`, compressed.
#[must_use]
pub fn over(bytes: usize, small: usize) -> bool {
    bytes > BYTES || small > COMPRESSED
}

/// How many bytes are left of a file that a server compresses.
#[must_use]
pub fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    // Writing into memory does not fail.
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_or(0, |out| out.len())
}
