//! Notices of lost documents out of a newspaper page as it was pasted: article, captions, notices
//! and adverts mixed.
//!
//! The page is cut into pieces (`piece`), each becomes items (`lex`), the grammar (`grammar`)
//! reads clauses and drafts notices. A draft becomes a record only when holder, document and
//! declaration are all there; what looks like a notice and is none, or cannot be read, is given back
//! with its line and a reason. Nothing is guessed: where the border between name and document is
//! shown neither by a sign nor by the catalogue (`documents`), the notice is unread.
//!
//! Every step looks at each character a bounded number of times, so that time grows with length.

mod adverbs;
mod border;
mod clause;
mod copies;
mod documents;
mod field;
mod glyph;
mod grammar;
mod heading;
mod holder;
mod kin;
mod lex;
mod lexicon;
mod number;
mod origin;
mod people;
mod phrase;
mod piece;
mod reader;
mod records;
mod ship;
pub mod show;
mod side;
mod signs;
mod values;
mod who;
mod words;
pub mod write;

pub use heading::Reason;
pub use number::Identifier;

/// What the other rooms of this floor ask about people's names.
pub(super) mod names {
    pub(in crate::import) use super::holder::is_person;
}

use crate::domain::kinds::notice::HolderKind;

/// A notice as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Who lost it.
    pub holder: String,
    /// A body or a person.
    pub holder_kind: HolderKind,
    /// What, without 《》.
    pub document: String,
    /// 副本一份, 壹枚: as printed.
    pub copies: Option<String>,
    /// Whether it is declared void now; a re-issue after a time for objections does not yet.
    pub declared_void: bool,
    /// Its numbers, the holder's first.
    pub identifiers: Vec<Identifier>,
    /// The line the notice begins in, from 1.
    pub line: usize,
    /// Byte offset of its beginning.
    pub at: usize,
    /// Owner of a seal, from the bracket behind it.
    pub owner: Option<String>,
    /// Void only after a time for objections.
    pub conditional: bool,
}

/// What looked like a notice and gave no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The line it begins in, from 1.
    pub line: usize,
    /// Byte offset of its beginning.
    pub at: usize,
    /// Its beginning, citizens' numbers starred out.
    pub text: String,
    /// Why.
    pub reason: Reason,
}

/// A character that was not taken as it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Digits or letters of full width, read as those of half width; the first and how many.
    Width(String, usize),
    /// A code point of the private use area, kept.
    Private(char),
    /// A letter typed for a digit, put right by the check digit: as typed, as read (masked).
    Repaired(String, String),
    /// The number of an account or a card, which no page shows; its end.
    Withheld(String),
}

/// All that a page said.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The notices, in order.
    pub records: Vec<Record>,
    /// What could not be read, or was no notice.
    pub unread: Vec<Unread>,
    /// Changed or doubtful characters, with the byte they stand at.
    pub changes: Vec<(usize, Change)>,
}

/// Reads a page.
#[must_use]
pub fn read(text: &str) -> Reading {
    reader::read(text)
}
