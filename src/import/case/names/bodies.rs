//! Companies, works and shops in a write-up: a village knows the people by the body they worked for.
//! Courts, offices and the legal-aid centre itself are public, and stay.
//!
//! What is offered is what `check` tells to write (`domain::names`).

use std::ops::Range;

use crate::domain::names::{companies, instead};

/// Names of bodies, each with what to write instead.
pub(super) fn offered(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    companies(text).into_iter().map(|place| {
        let with = instead(&text[place.clone()]);
        (place, with)
    })
}
