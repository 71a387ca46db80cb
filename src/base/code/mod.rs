//! The one list of finding codes.
//!
//! A code is a letter for the floor it comes from and three digits; it is never reused. From this
//! list follow `lantian explain`, `docs/diagnostics.md` and the test that every code is fired by a
//! fixture. Letters: `S` reading text, `F` front matter, `M` the site as a whole, `C` checks (the
//! only ones whose level site.toml may change), `T` web templates, `W` web pages, `P` print, `I` import,
//! `G` settings. Each letter has a file of its own; each file is a macro that puts its entries behind
//! those before it and calls the next, and the last makes one enum of all.

#[macro_use]
mod reading;
#[macro_use]
mod front;
#[macro_use]
mod whole;
#[macro_use]
mod checks;
#[macro_use]
mod guard;
#[macro_use]
mod screen;
#[macro_use]
mod paper;
#[macro_use]
mod settings;

use super::diagnostic::Severity;

/// What the list says of one code.
#[derive(Debug)]
pub struct Entry {
    /// `F102`.
    pub id: &'static str,
    /// Level unless site.toml says otherwise.
    pub severity: Severity,
    /// What it is, in Chinese.
    pub zh: &'static str,
    /// What it is, in English.
    pub en: &'static str,
    /// Why it matters and how to mend it, in Chinese.
    pub why_zh: &'static str,
    /// Why it matters and how to mend it, in English.
    pub why_en: &'static str,
}

macro_rules! codes {
    ([$($name:ident = $id:ident $severity:ident, $zh:literal / $en:literal, $why_zh:literal / $why_en:literal;)*]) => {
        /// A finding's stable code.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "the titles in the list say what each is")]
        pub enum Code { $($name,)* }

        impl Code {
            /// Every code, in the order of the list.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// What the list says.
            #[must_use]
            pub fn entry(self) -> &'static Entry {
                match self {
                    $(Code::$name => &Entry {
                        id: stringify!($id), severity: Severity::$severity,
                        zh: $zh, en: $en, why_zh: $why_zh, why_en: $why_en,
                    },)*
                }
            }
        }
    };
}

impl Code {
    /// `F102`.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.entry().id
    }

    /// Level unless site.toml says otherwise.
    #[must_use]
    pub fn severity(self) -> Severity {
        self.entry().severity
    }

    /// The code with this id, upper or lower case.
    #[must_use]
    pub fn find(id: &str) -> Option<Code> {
        Self::ALL.iter().copied().find(|code| code.id().eq_ignore_ascii_case(id))
    }

    /// Whether `[check]` in site.toml may change its level: checks only, and never the one that
    /// keeps citizens' ID numbers in.
    #[must_use]
    pub fn adjustable(self) -> bool {
        self.id().starts_with('C') && self != Code::CitizenIdInText
    }
}

reading! { [] front whole checks guard screen paper settings codes }

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Code;

    #[test]
    fn ids_are_unique_and_well_formed() {
        let ids: BTreeSet<_> = Code::ALL.iter().map(|code| code.id()).collect();
        assert_eq!(ids.len(), Code::ALL.len());
        for id in ids {
            assert!("SFMCTWPIG".contains(&id[..1]) && id[1..].parse::<u16>().is_ok(), "{id}");
        }
    }

    #[test]
    fn the_id_number_check_stays_on() {
        assert!(!Code::CitizenIdInText.adjustable());
        assert!(Code::StaleContact.adjustable());
        assert!(!Code::UnknownKey.adjustable());
    }
}
