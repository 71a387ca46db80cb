//! The numbers China checks: shape, check digit, date inside, masking. Usable alone; knows no page.
//!
//! Two things look alike and must never be confused: a citizen's ID number (GB 11643), which may
//! not be published, and an organisation's unified social credit code (GB 32100), which is public.
//! Both may be seventeen digits and an X. What decides is the label before the number, the date
//! inside it and both check digits; see [`find::scan`].

pub mod bank;
#[cfg(test)]
mod cases;
pub mod citizen;
mod column;
pub mod credit;
mod filler;
pub mod find;
mod glance;
mod judge;
mod label;
pub mod masked;
mod number;
pub mod phone;
mod reading;
pub mod rule;
mod run;
mod shown;
pub mod sighting;
mod signs;
mod typed;

pub use citizen::CitizenId;
pub use credit::CreditCode;
pub use number::Identifier;
pub use signs::{digit, unseen};
