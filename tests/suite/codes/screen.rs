//! Codes of web templates and pages.

use crate::codes::Trial;

pub(super) const TRIALS: &[Trial] = &[Trial(
    "T401",
    |s| s.write("templates/web/about.html", "{% if %}"),
    |s| s.write("templates/web/about.html", "{% if true %}好{% endif %}"),
)];
