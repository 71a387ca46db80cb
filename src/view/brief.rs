//! A page seen from another page: an entry of a list.

use serde::Serialize;

use crate::view::kind::{PhoneView, PictureView};

/// An entry of a list. What a kind does not have is none.
#[derive(Clone, Debug, Serialize)]
pub struct Brief {
    /// Title.
    pub title: String,
    /// Relative to the root.
    pub href: String,
    /// Its picture, as narrow as it is published.
    pub picture: Option<PictureView>,
    /// Summary, facts filled in.
    pub summary: Option<String>,
    /// 2026年3月2日.
    pub date: Option<String>,
    /// 2026-03-02.
    pub date_iso: Option<String>,
    /// Whether the day matters: not for a guide, which holds until it is changed, nor for an event
    /// that says itself when it is.
    pub dated: bool,
    /// Kind: `case`.
    pub kind: &'static str,
    /// A word that tells it apart: a case's category, an eligibility page's hardship label, a
    /// channel's mode, a contact's role.
    pub badge: Option<String>,
    /// Style word of the badge: `not-required`, `window`, `station` …
    pub badge_word: Option<String>,
    /// Township of a case or contact.
    pub township: Option<String>,
    /// Address of a contact; place of an event.
    pub place: Option<String>,
    /// Opening hours of a contact; when an event is held.
    pub when: Option<String>,
    /// Phones of a contact.
    pub phones: Vec<PhoneView>,
    /// Made-up entry.
    pub sample: bool,
    /// Result of a case.
    pub result: Option<String>,
    /// Recovered money of a case: 18.6万元.
    pub amount: Option<String>,
    /// Number of notices in a batch, of figures in statistics, of questions in a self-check.
    pub count: Option<usize>,
}
