//! Lantian 蓝天: one folder of Markdown becomes a county legal-aid centre's public site and its
//! printed handbook.
//!
//! The house has floors, and a floor may use only the floors below it (`docs/architecture.md`;
//! `tests/architecture.rs` enforces it): `base`, `domain`, `picture`, `syntax`, `load`, `model`,
//! `check` and `view`, `web` and `print`, `inspect`, `pipeline`, then `serve`, `import`, `scaffold`,
//! `cli`. `report` and `publish` stand beside the stairs and use `base` only.

pub mod base;
pub mod check;
pub mod cli;
pub mod domain;
pub mod import;
pub mod inspect;
pub mod load;
pub mod model;
pub mod picture;
pub mod pipeline;
pub mod print;
pub mod publish;
pub mod report;
pub mod scaffold;
#[cfg(feature = "serve")]
pub mod serve;
pub mod syntax;
pub mod view;
pub mod web;
