//! Brochures that rest: what they show has run out, and nothing is wrong.
//!
//! A notice sheet has nothing to print once the notices are past their days. That must not stand
//! against publishing: the build of that very day is the one that takes the notices down.

use crate::domain::brochure::{Brochure, Selection};
use crate::model::site::Site;

impl Site {
    /// Whether a line of `select` names a section that stands empty, or notices past their days.
    #[must_use]
    pub fn ran_out(&self, selection: &Selection) -> bool {
        let name = selection.name.strip_suffix(".md").unwrap_or(&selection.name);
        let past = |path: &str| {
            path.strip_prefix(name).is_some_and(|rest| rest.starts_with('/') || rest == ".md")
        };
        match self.section_named(name) {
            Some(section) => section.listed.is_empty(),
            None => self.at_path(name).is_none() && self.traces().iter().any(|it| past(&it.path)),
        }
    }

    /// The brochures that are made: those of site.toml that do not rest.
    pub fn brochures(&self) -> impl Iterator<Item = &Brochure> {
        self.settings().brochures.iter().filter(|brochure| !self.rests(brochure))
    }

    /// Whether a brochure is not made because all it shows has run out.
    #[must_use]
    pub fn rests(&self, brochure: &Brochure) -> bool {
        let select = &brochure.select;
        !select.is_empty() && select.iter().all(|selection| self.ran_out(&selection.value))
    }
}
