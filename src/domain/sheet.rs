//! What `[[brochure]]` says for single sheets only: a poster's few words, a picture's couplet, how
//! large the QR code is.
//!
//! A sheet on a wall shows no pages of the site, so its words stand in site.toml itself.

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::record::Fields;
use crate::base::span::Spanned;
use crate::say;

/// How lost-document notices are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// A sheet for the notice board.
    #[default]
    Sheet,
    /// Four columns of a newspaper, as classified advertisements stand there.
    Block,
    /// A page for each notice, for the holder to check and sign.
    Proof,
}

impl Layout {
    /// The words in site.toml.
    pub const WORDS: [(&'static str, Self); 3] =
        [("sheet", Self::Sheet), ("block", Self::Block), ("proof", Self::Proof)];

    /// The word in site.toml.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, layout)| *layout == self).map_or("", |(word, _)| word)
    }
}

/// The optional keys of single sheets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// One line under the title: what the reader gets.
    pub slogan: Option<Spanned<String>>,
    /// What the reader should do, above the number to call.
    pub action: Option<Spanned<String>>,
    /// The two lines beside a New-Year picture's door, right one first.
    pub couplet: Vec<Spanned<String>>,
    /// Width of the QR code in millimetres, quiet zone and all.
    pub qr: Option<Spanned<u64>>,
    /// The calendar's year; else the coming one from July on, this one before.
    pub year: Option<Spanned<u64>>,
    /// How notices are laid out.
    pub layout: Option<Spanned<Layout>>,
    /// The one notice wanted, counted from 1; all where none is said.
    pub notice: Option<Spanned<u64>>,
}

impl Sheet {
    /// Years the calendar is known to be right for (GB/T 33661-2017, compared with almanacs).
    pub const YEARS: std::ops::RangeInclusive<u64> = 2000..=2099;

    /// Reads the keys.
    pub fn read(fields: &mut Fields<'_>) -> Self {
        let sheet = Self {
            slogan: fields.text("slogan"),
            action: fields.text("action"),
            couplet: fields.texts("couplet"),
            qr: fields.count("qr"),
            year: fields.count("year"),
            layout: fields.choice("layout", &Layout::WORDS),
            notice: fields.count("notice"),
        };
        if let Some(year) = sheet.year.as_ref().filter(|year| !Self::YEARS.contains(&year.value)) {
            fields.bad_value(year.span, "year", &year.value.to_string(), &["2000 … 2099"]);
        }
        uneven(&sheet.couplet, fields);
        sheet
    }
}

/// A couplet has two lines of the same length.
fn uneven(couplet: &[Spanned<String>], fields: &mut Fields<'_>) {
    let length = |line: &Spanned<String>| line.value.chars().count();
    let [first, rest @ ..] = couplet else { return };
    if rest.len() == 1 && length(&rest[0]) == length(first) && (4..=11).contains(&length(first)) {
        return;
    }
    fields.report(
        Diagnostic::new(
            Code::BadValue,
            first.span,
            say!(zh: "对联要有两句，字数相同", en: "a couplet has two lines of one length"),
        )
        .hint(say!(
            zh: "写作 `couplet = [\"百姓有忧人相助\", \"公平无价法为民\"]`，每句四到十一字，不用标点",
            en: "write `couplet = [\"…\", \"…\"]`, four to eleven characters each, no punctuation",
        )),
    );
}
