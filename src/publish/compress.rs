//! Files made smaller once at build, for servers that pass them on as they are (`gzip_static`).

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

/// Smaller files gain nothing worth a second one.
const LEAST: usize = 1_000;

/// The kinds of files that are text; the others are compressed in themselves.
const TEXTS: [&str; 8] = ["html", "css", "js", "svg", "xml", "json", "txt", "ics"];

/// The name of the smaller twin of a file; none where it is not worth having.
pub(super) fn twin(path: &str, size: usize) -> Option<String> {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    (size >= LEAST && TEXTS.contains(&extension)).then(|| format!("{path}.gz"))
}

/// The bytes as a gzip file without a time of day.
pub(super) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::best());
    // Writing into memory does not fail.
    let done = encoder.write_all(bytes).and_then(|()| encoder.finish());
    done.unwrap_or_default()
}
