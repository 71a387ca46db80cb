//! Floor 5: what templates may rely on, on screen and on paper.
//!
//! `Serialize` lives here and only here: domain types stay free to change, and the contract with
//! whoever edits a template is this one folder (`docs/templates.md` is written from it). Views are
//! made per page, in parallel; what every page shares ([`site::SiteView`]) is made once. Every
//! `href` is relative to the site's root; a template writes `{{ root }}{{ item.href }}`.

pub mod brief;
pub mod fields;
pub mod guide;
pub mod kind;
pub mod list;
pub mod make;
pub mod page;
pub mod qr;
pub mod site;
pub mod words;
