//! What a lock says of itself, some of it by reference. None of it is locked.

use std::collections::BTreeMap;

use super::super::object::{Dictionary, Object};

/// The objects of a file as they lie in it, by their numbers.
pub(super) type All<'f> = BTreeMap<u32, &'f Object>;

/// A dictionary whose values may be references.
pub(super) struct Said<'f> {
    pub(super) dict: &'f Dictionary,
    pub(super) all: &'f All<'f>,
}

impl<'f> Said<'f> {
    /// The object itself, where it may be a reference to it.
    pub(super) fn real(&self, object: &'f Object) -> Option<&'f Object> {
        match object.reference() {
            Some(number) => self.all.get(&number).copied(),
            None => Some(object),
        }
    }

    pub(super) fn get(&self, key: &[u8]) -> Option<&'f Object> {
        self.real(self.dict.get(key)?)
    }

    pub(super) fn number(&self, key: &[u8]) -> Option<i64> {
        self.get(key)?.integer()
    }

    pub(super) fn text(&self, key: &[u8]) -> Option<&'f [u8]> {
        self.get(key)?.string()
    }

    /// Whether what describes the file is locked like the rest, which it is unless it says otherwise.
    pub(super) fn described(&self) -> bool {
        self.get(b"EncryptMetadata").and_then(Object::truth).unwrap_or(true)
    }
}
