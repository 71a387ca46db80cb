//! How a text is looked through: bytes in blocks ([`bytes`]), a few words at many places at once
//! ([`words`]), long lists of words by one character ([`lexicon`]), and what stands around a place
//! ([`near`]).
//!
//! Checks, names and imports all pass over every text of a site; what makes that cheap is here once.

pub(crate) mod bytes;
pub(crate) mod lexicon;
pub(crate) mod near;
pub(crate) mod words;
