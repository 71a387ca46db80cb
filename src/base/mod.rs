//! Floor 0: what every other floor stands on and what knows nothing of sites.
//!
//! Positions in texts ([`span`], [`source`]), sentences in two languages ([`text`]), findings
//! ([`code`], [`diagnostic`], [`kept`]), what was written in a front matter ([`record`]), calendar days
//! ([`date`]), failures of the machine ([`fault`]), the one door to the disk ([`files`]), the text of what
//! lies there ([`encoding`]) and the archives ([`archive`]), what a build makes ([`artifact`]), what that
//! may weigh ([`weight`]) and the templates it is made with ([`theme`]), text within HTML ([`html`]),
//! addresses ([`address`]), and how a text is looked through (`look`). Nothing here reads a clock, an environment variable or an option.

pub mod address;
pub mod archive;
pub mod artifact;
pub mod code;
pub mod date;
pub mod diagnostic;
pub mod encoding;
pub mod fault;
pub mod files;
pub mod fingerprint;
pub mod html;
pub mod kept;
pub(crate) mod look;
pub mod record;
pub mod source;
pub mod span;
pub mod text;
pub mod theme;
pub mod weight;
