//! site.toml understood: one struct for each reader, so that no room sees another's settings.

use std::collections::BTreeMap;

use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::Severity;
use crate::base::record::Fields;
use crate::base::span::Spanned;
use crate::domain::brochure::Brochure;
use crate::domain::kind::KindName;
use crate::domain::page::told;

/// Everything site.toml says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// Who publishes and under what name.
    pub identity: Identity,
    /// What the web room needs.
    pub web: WebSettings,
    /// The income standard, never hard-coded (法律援助法 art. 34).
    pub hardship: Hardship,
    /// How long notices stay (PIPL art. 19: the shortest time necessary).
    pub notices: NoticeTerms,
    /// Levels of checks changed by the site.
    pub check: CheckSettings,
    /// What the print room needs beside the brochures.
    pub print: PrintSettings,
    /// What is printed.
    pub brochures: Vec<Brochure>,
    /// Attachments that somebody looked at because the program cannot read them.
    pub attachments: Vec<Attachment>,
}

/// A decision that a file goes out though nothing but a person can read it: which, whose, why.
#[derive(Clone, Debug, PartialEq)]
pub struct Attachment {
    /// The file, as findings name it: `content/about/form.rar`.
    pub file: Spanned<String>,
    /// Which content of it was looked at, as `check` names it.
    pub version: Spanned<String>,
    /// Who looked.
    pub by: Spanned<String>,
    /// Why it goes out as it is.
    pub why: Spanned<String>,
    /// The day it was looked at.
    pub on: Option<Spanned<Date>>,
}

impl Attachment {
    /// Reads `[[attachment]]`. Each key is wanted: a decision without a name, a reason or a day is none.
    #[must_use]
    pub fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let file = fields.required_text("file", "content/about/旧表.rar");
        // `?`, before the name of the version is known.
        let version = fields.required_text("version", "?");
        let by = told(fields, "by");
        let why = told(fields, "why");
        let on = fields.date("on");
        if !fields.has("on") {
            fields.missing("on", "2026-11-24");
        }
        Some(Self { file: file?, version: version?, by: by?, why: why?, on })
    }
}

/// Whether an address leads to the web and nowhere else: no script, no way out of an attribute.
#[must_use]
pub fn is_web_address(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let bad = |c: char| c.is_whitespace() || c.is_control() || "\"<>".contains(c);
    rest.is_some_and(|rest| !rest.starts_with('/') && !rest.is_empty() && !rest.contains(bad))
}

/// Who publishes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Identity {
    /// Name of the site.
    pub title: String,
    /// One line of what it does.
    pub tagline: Option<String>,
    /// `zh-CN`.
    pub language: String,
    /// 主办单位
    pub sponsor: Option<String>,
    /// 承办单位
    pub organiser: Option<String>,
    /// How to reach the publisher, as shown in the footer.
    pub contact: Option<String>,
    /// ICP备案编号
    pub icp: Option<String>,
    /// 公安备案号
    pub police: Option<String>,
    /// 网站标识码
    pub site_code: Option<String>,
    /// Address of the "report an error of this site" form.
    pub error_report: Option<String>,
    /// Marks at the foot of every page, issued to the body: 党政机关网站标识 and the like.
    pub marks: Vec<Mark>,
    /// The number to call; 12348 unless site.toml says otherwise.
    pub hotline: String,
}

/// A mark at the foot of every page.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The picture, a path below `static/`.
    pub image: Spanned<String>,
    /// What it says, for who cannot see it.
    pub name: String,
    /// Where it leads: the register that vouches for it.
    pub href: Option<String>,
}

/// What the web room needs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WebSettings {
    /// Address under which the site is published, ending in `/`; only for feeds, sitemap, QR codes.
    pub base_url: String,
    /// Entries on one page of a list.
    pub page_size: usize,
    /// Words that mean the same to who searches, a line each, beside those the program knows.
    pub synonyms: Vec<Vec<String>>,
}

impl WebSettings {
    /// The host of the base address; empty where there is none.
    #[must_use]
    pub fn host(&self) -> &str {
        self.below_scheme().split('/').next().unwrap_or("")
    }

    /// The folder the site lies in, `/flyz/` of `https://www.example.gov.cn/flyz/`; empty where there
    /// is no base address.
    #[must_use]
    pub fn folder(&self) -> &str {
        let rest = self.below_scheme();
        rest.find('/').map_or("", |at| &rest[at..])
    }

    fn below_scheme(&self) -> &str {
        self.base_url.split_once("://").map_or("", |(_, rest)| rest)
    }
}

/// What the print room needs beside the brochures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrintSettings {
    /// The family for long reading; the best there is where none is named.
    pub serif: Option<Spanned<String>>,
    /// The family for headings, tables and large print.
    pub sans: Option<Spanned<String>>,
}

/// The income standard.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hardship {
    /// In words.
    pub text: Option<String>,
    /// The rule behind it.
    pub basis: Option<String>,
    /// In force from.
    pub in_force_from: Option<Spanned<Date>>,
    /// Last checked.
    pub checked_on: Option<Spanned<Date>>,
    /// By whom.
    pub checked_by: Option<String>,
}

/// How long notices stay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NoticeTerms {
    /// Days on the list after the date of the newspaper.
    pub list_days: u32,
    /// Days until the page itself goes.
    pub page_days: u32,
}

impl Default for NoticeTerms {
    fn default() -> Self {
        Self { list_days: 30, page_days: 90 }
    }
}

/// Levels of checks changed by the site.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckSettings {
    /// `None` switches a code off.
    pub levels: BTreeMap<Code, Option<Severity>>,
    /// Days after which a contact counts as unchecked.
    pub contact_days: u32,
    /// Days after which a site without anything new counts as stale.
    pub home_days: u32,
    /// The same for each column of news, cases, notices and figures.
    pub column_days: ColumnDays,
    /// Chinese characters a sentence may have on pages for citizens.
    pub sentence_length: usize,
    /// Whose signatures a page must have: `editor`, `legal`, `chief`.
    pub review: Vec<Signer>,
}

/// Days a column may stand as it is. What the site says of the column by name counts first, then what
/// it says of all, then what an inspection asks of its kind (`KindName::patience`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnDays {
    /// For every column.
    pub all: Option<u32>,
    /// For single columns, by the names of their folders.
    pub named: Vec<(Spanned<String>, u32)>,
}

impl ColumnDays {
    /// How long the column in this folder, whose pages are of this kind, may stand still.
    #[must_use]
    pub fn of(&self, folder: &str, kind: KindName) -> Option<u32> {
        let usual = kind.patience()?;
        let named = self.named.iter().find(|(name, _)| name.value == folder);
        // Figures come once a year, whatever is asked of all columns.
        let all = || self.all.map(|days| if usual > 365 { days.max(usual) } else { days });
        Some(named.map(|(_, days)| *days).or_else(all).unwrap_or(usual))
    }
}

/// Who signs a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signer {
    /// 编辑
    Editor,
    /// 法律审核
    Legal,
    /// 负责人
    Chief,
}

impl Signer {
    /// The words in site.toml.
    pub const WORDS: [(&'static str, Self); 3] =
        [("editor", Self::Editor), ("legal", Self::Legal), ("chief", Self::Chief)];
}

impl Default for CheckSettings {
    fn default() -> Self {
        Self {
            levels: BTreeMap::new(),
            contact_days: 180,
            // 国办秘函〔2019〕19号: a home page without anything new for two weeks fails the site.
            home_days: 14,
            column_days: ColumnDays::default(),
            // The British government's limit is 25 words; sixty Chinese characters are about that.
            sentence_length: 60,
            review: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::WebSettings;

    #[test]
    fn host_and_folder_of_an_address() {
        for (base, host, folder) in [
            ("https://www.example.gov.cn/flyz/", "www.example.gov.cn", "/flyz/"),
            ("https://flyz.example.gov.cn/", "flyz.example.gov.cn", "/"),
            ("", "", ""),
        ] {
            let web = WebSettings { base_url: base.to_owned(), ..WebSettings::default() };
            assert_eq!((web.host(), web.folder()), (host, folder));
        }
    }
}
