//! The tags that pages of government sites must carry, looked for in what was really made.
//!
//! The annex 网页设计规范 to 国办发〔2017〕47号 asks for site tags on every page, column tags on
//! lists and pages, content tags on pages. A site's own template can lose them without anybody
//! seeing it, so one page of each sort is read after it is made.

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::say;
use crate::web::{ElderPage, Job};

/// The tags of the site.
const SITE: [&str; 3] = ["SiteName", "SiteDomain", "SiteIDCode"];
/// The tags of a column.
const COLUMN: [&str; 4] = ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"];
/// The tags of an item.
const CONTENT: [&str; 3] = ["ArticleTitle", "PubDate", "ContentSource"];

/// A tag that is not as it must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The template does not write it.
    Missing(&'static str),
    /// It is there without a value: site.toml or the page does not say it.
    Empty(&'static str),
    /// The time of publication is not written as `2026-03-02 09:00`.
    Form(&'static str),
}

/// What the page lacks. `content` says whether it is an item and not a list or a tool.
#[must_use]
pub fn lacks(html: &str, content: bool) -> Vec<Lack> {
    let wanted = SITE.iter().chain(&COLUMN).chain(CONTENT.iter().filter(|_| content));
    wanted
        .filter_map(|name| match value(html, name) {
            None => Some(Lack::Missing(name)),
            Some(text) if text.trim().is_empty() => Some(Lack::Empty(name)),
            Some(text) if *name == "PubDate" && !is_moment(text) => Some(Lack::Form(name)),
            Some(_) => None,
        })
        .collect()
}

/// What a template does not write; what is only empty is said by an inspection.
pub(super) fn finding(template: &str, job: Job, bytes: &[u8]) -> Option<Diagnostic> {
    let html = std::str::from_utf8(bytes).ok()?;
    let lacks = lacks(html, matches!(job, Job::Page(_) | Job::Elder(ElderPage::Page(_))));
    let names: Vec<&str> = lacks
        .into_iter()
        .filter_map(|lack| match lack {
            Lack::Missing(name) | Lack::Form(name) => Some(name),
            Lack::Empty(_) => None,
        })
        .collect();
    if names.is_empty() {
        return None;
    }
    let names = names.join(", ");
    let message = say!(
        zh: "模板 {template} 做出的网页缺少标签或写法不对：{names}",
        en: "pages made with the template {template} lack tags or write them wrongly: {names}",
    );
    Some(Diagnostic::general(Code::MissingTag, message).hint(say!(
        zh: "照默认的 base.html 和 head.html 在 <head> 里补上；删去自己的那一份即恢复默认",
        en: "add them in <head> as the default base.html and head.html do, or delete your own",
    )))
}

/// The value of `<meta name="NAME" content="…">`. Checkers of the annex mind the case of the name.
fn value<'h>(html: &'h str, name: &str) -> Option<&'h str> {
    let head = html.split("</head>").next()?;
    let at = head.find(&format!("<meta name=\"{name}\" content=\""))?;
    head[at..].split("content=\"").nth(1)?.split('"').next()
}

/// `2026-03-02 09:00`.
fn is_moment(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    shape == "0000-00-00 00:00"
}

#[cfg(test)]
mod tests {
    use super::{Lack, lacks};

    #[test]
    fn missing_empty_and_malformed_are_told_apart() {
        let mut page = String::new();
        for name in super::SITE.iter().chain(&super::COLUMN).chain(&super::CONTENT) {
            page.push_str(&format!("<meta name=\"{name}\" content=\"2026-03-02 09:00\">"));
        }
        assert_eq!(lacks(&page, true), []);
        let empty = page.replacen(
            "\"SiteIDCode\" content=\"2026-03-02 09:00\"",
            "\"SiteIDCode\" content=\"\"",
            1,
        );
        assert_eq!(lacks(&empty, true), [Lack::Empty("SiteIDCode")]);
        let form = page.replace(
            "\"PubDate\" content=\"2026-03-02 09:00\"",
            "\"PubDate\" content=\"2026-3-2\"",
        );
        assert_eq!(lacks(&form, true), [Lack::Form("PubDate")]);
        assert_eq!(lacks(&form, false), []);
        assert_eq!(lacks("<head></head>", false).len(), 7);
    }
}
