//! Codes of site.toml.

use crate::codes::{Trial, settings};

pub(super) const TRIALS: &[Trial] = &[
    Trial(
        "G002",
        |s| settings(s, "[check]\nC301 = \"off\"\n"),
        |s| settings(s, "[check]\nC318 = \"off\"\n"),
    ),
    Trial("G001", |s| std::fs::remove_file(s.path("site.toml")).unwrap(), |_| {}),
];
