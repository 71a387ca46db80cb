//! What each kind of page adds to the common fields; one file a kind, and the ways through a self-check.

pub mod article;
pub mod case;
pub mod channel;
pub mod checkup;
pub mod contact;
pub mod eligibility;
pub mod event;
pub mod law;
pub mod notice;
pub mod statistics;
pub mod walk;
