//! The text of a file to import, in any encoding, and texts as reports may show them.

use crate::base::encoding::{self, Decoded};
use crate::base::text::Text;
use crate::domain::identifier::citizen::hide_within;
use crate::domain::identifier::find::conceal;
use crate::say;

pub use crate::base::encoding::LARGEST;

/// A text as reports may show it: citizens' numbers starred out, every byte where it was. Two numbers
/// run together are no number of a citizen to a reader of pages, but hold one.
#[must_use]
pub fn concealed(text: &str) -> String {
    hide_within(conceal(text).into_owned())
}

/// Bytes of office files that are read at the most: photographs make a write-up heavy.
pub const LARGEST_PACKAGE: u64 = 64 * 1024 * 1024;

/// What is said of a file over `most` bytes.
#[must_use]
pub fn too_large(most: u64) -> Text {
    let most = most / (1024 * 1024);
    say!(
        zh: "文件超过 {most} MB，没有读取。请确认选对了文件，或分成几份",
        en: "the file is over {most} MB and was not read: see that it is the right one, or split it",
    )
}

/// The text of `bytes`.
///
/// # Errors
/// A sentence, when it is too long or fits no encoding.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Text> {
    if bytes.len() as u64 > LARGEST {
        return Err(too_large(LARGEST));
    }
    encoding::decode(bytes.to_vec()).ok_or_else(|| {
        say!(
            zh: "文件不是 UTF-8、GB18030 或 UTF-16 文字，读不了",
            en: "the file is no text in UTF-8, GB18030 or UTF-16 and cannot be read",
        )
    })
}
