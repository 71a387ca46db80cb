//! Floor 8: what newspapers and office programs wrote becomes pages of the site.
//!
//! | from | to |
//! |---|---|
//! | a newspaper page as it was pasted | [`notices`]: records as JSON, or a page of `content/notices/` |
//! | a table of offices, csv or xlsx | [`contacts`]: a page of `content/contacts/` for each row |
//! | a write-up in Word | [`case`]: a page of `content/cases/` |
//!
//! All three are pure: bytes in, pages as text and findings out. Writing is left to the command line,
//! which never overwrites. What could not be taken in is always told.

pub mod case;
pub mod contacts;
pub mod front;
pub mod notices;
mod package;
mod sheet;
pub mod text;

/// A page made, for the command line to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Folder below `content/`.
    pub section: &'static str,
    /// File name without `.md`.
    pub stem: String,
    /// The file name before a number made it one of its own; none where it was asked for, so that no
    /// other may be taken.
    pub base: Option<String>,
    /// The whole file.
    pub text: String,
}
