//! Pictures, sound and fonts: bytes, with words only in their descriptions.
//!
//! They are told by their ending, and where they have none or a wrong one (a sound in a PDF) by how they
//! begin: else a person would be asked to look through them for words.

/// Endings of such files, also as office programs use them in theirs.
const ENDINGS: [&str; 50] = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "bmp", "tif", "tiff", "woff", "woff2",
    "ttf", "otf", "ttc", "eot", "mp3", "m4a", "wav", "ogg", "aac", "amr", "flac", "wma", "mp4",
    "m4v", "webm", "mov", "avi", "wmv", "mkv", "mpg", "3gp", "bin", "dat", "emf", "wmf", "wdp",
    "odttf", "fntdata", "esl", "jp2", "jb2", "jfif", "jpe", "heic", "psd", "swf", "icm", "svm",
];

/// How such files begin.
const BEGINS: [&[u8]; 15] = [
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"RIFF",
    b"ID3",
    b"OggS",
    b"fLaC",
    b"OTTO",
    b"\0\x01\0\0\0",
    b"wOF",
    b"II*\0",
    b"MM\0*",
    b"\xD7\xCD\xC6\x9A",
    b"VCLMTF",
    b"\x01\0\0\0\x6C\0\0\0",
];

/// What an office program notes of where its pages break.
const OWN: [&str; 1] = ["layout-cache"];

/// Whether some bytes are no text, by the name they have and by how they begin.
pub(super) fn is(name: &str, ending: &str, bytes: &[u8]) -> bool {
    let film = || bytes.get(4..8) == Some(b"ftyp");
    ENDINGS.contains(&ending)
        || OWN.contains(&name)
        || BEGINS.iter().any(|mark| bytes.starts_with(mark))
        || film()
}

#[cfg(test)]
mod tests {
    use super::is;

    #[test]
    fn by_name_and_by_their_first_bytes() {
        assert!(is("a.png", "png", b"") && is("layout-cache", "layout-cache", b"\x01\0"));
        assert!(is("", "", b"RIFF\x10\0\0\0WAVE") && is("a", "a", b"\0\0\0\x20ftypisom"));
        assert!(!is("a.csv", "csv", "姓名".as_bytes()));
    }
}
