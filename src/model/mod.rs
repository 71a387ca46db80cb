//! Floor 4, the last that decides: pages become one site with every name resolved.
//!
//! Addresses, sections, order, links, references to facts and to articles of law are settled here
//! once, for screen and paper alike. What comes out is immutable; the floors above only ask it.

pub mod assemble;
pub mod facet;
pub mod facts;
pub mod link;
mod resting;
pub mod route;
pub mod section;
pub mod site;
pub mod trace;

pub use assemble::{Assembly, assemble};
