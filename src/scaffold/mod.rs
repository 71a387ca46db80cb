//! Floor 8: new sites and new pages, with sample text that says what to fill in.
//!
//! A new page holds every key its kind has, each with an example, so that an editor learns the form
//! by filling it in. What was not filled in is marked 〔待填…〕, and the checker points it out.

use std::io;
use std::path::{Path, PathBuf};

use crate::base::date::Date;
use crate::base::fault::Fault;
use crate::base::files;
pub use crate::domain::kind::KindName;
use crate::domain::slug::pinyin_slug;
use crate::say;

/// A file name has at most so many syllables.
const SYLLABLES: usize = 8;

/// The sample page of a kind.
#[must_use]
pub fn sample(kind: KindName) -> &'static str {
    match kind {
        KindName::Eligibility => include_str!("pages/eligibility.md"),
        KindName::Channel => include_str!("pages/channel.md"),
        KindName::Contact => include_str!("pages/contact.md"),
        KindName::Case => include_str!("pages/case.md"),
        KindName::Notice => include_str!("pages/notice.md"),
        KindName::Article => include_str!("pages/article.md"),
        KindName::Statistics => include_str!("pages/statistics.md"),
        KindName::Event => include_str!("pages/event.md"),
        KindName::Checkup => include_str!("pages/checkup.md"),
        KindName::Law => include_str!("pages/law.md"),
        KindName::Page => include_str!("pages/page.md"),
    }
}

/// The text of a new page.
#[must_use]
pub fn page(kind: KindName, title: &str, today: Date) -> String {
    let title = title.replace('\\', "\\\\").replace('"', "\\\"").replace(['\n', '\r'], " ");
    // The title last: it may itself hold braces.
    sample(kind).replace("{date}", &today.to_string()).replace("{title}", &title)
}

/// Writes a new page and gives its path, relative to the site's folder.
///
/// # Errors
/// When there is such a file already, or the disk says no.
pub fn new_page(
    root: &Path,
    kind: KindName,
    title: &str,
    name: Option<&str>,
    today: Date,
) -> Result<PathBuf, Fault> {
    let stem = name.map_or_else(|| pinyin_slug(title, SYLLABLES), str::to_owned);
    let stem = stem.strip_suffix(".md").unwrap_or(&stem);
    let path = Path::new("content").join(kind.section()).join(format!("{stem}.md"));
    let doing = say!(zh: "新建页面", en: "making a new page");
    let clean = !stem.is_empty() && !stem.contains(['/', '\\']) && stem != ".." && stem != ".";
    if !clean {
        return Err(Fault::at(doing, &path, io::ErrorKind::InvalidInput.into()));
    }
    files::create_new(&root.join(&path), page(kind, title, today).as_bytes())
        .map_err(|cause| Fault::at(doing, &path, cause))?;
    Ok(path)
}

/// The files of a new site: path and text.
#[must_use]
pub fn starter(today: Date) -> Vec<(PathBuf, String)> {
    let page = |kind: KindName, stem: &str, title: &str| {
        let path = Path::new("content").join(kind.section()).join(format!("{stem}.md"));
        (path, page(kind, title, today))
    };
    let home = "+++\ntitle = \"首页\"\nsummary = \"免费的法律帮助，从这里开始\"\n+++\n";
    vec![
        (
            PathBuf::from("site.toml"),
            include_str!("site.toml").replace("{date}", &today.to_string()),
        ),
        (PathBuf::from(".gitignore"), "/public/*\n!/public/.gitkeep\n/print/\n".to_owned()),
        (
            PathBuf::from("extra/nginx.conf"),
            include_str!("../../docs/server/nginx.conf").to_owned(),
        ),
        (
            PathBuf::from("extra/web.config"),
            include_str!("../../docs/server/web.config").to_owned(),
        ),
        (PathBuf::from("content/_index.md"), home.to_owned()),
        page(KindName::Eligibility, "wages", "老板拖欠工资"),
        page(KindName::Channel, "window", "到窗口申请"),
        page(KindName::Contact, "centre", "法律援助中心"),
        page(KindName::Checkup, "civil", "我能申请法律援助吗"),
        page(KindName::Case, "sample", "某县法律援助中心对张某追索劳动报酬提供法律援助案"),
        page(KindName::Law, "legal-aid-law", "《法律援助法》要点"),
        page(KindName::Page, "privacy", "隐私说明"),
        page(KindName::Page, "accessibility", "无障碍声明"),
    ]
}

/// Writes a new site into `folder` and gives the paths written, relative to it.
///
/// # Errors
/// When the folder is not empty, or the disk says no.
pub fn new_site(folder: &Path, today: Date) -> Result<Vec<PathBuf>, Fault> {
    if files::exists(folder) {
        let doing = say!(zh: "新建网站", en: "making a new site");
        let there = files::tree(folder).map_err(|cause| Fault::at(doing.clone(), folder, cause))?;
        if !there.is_empty() {
            let doing = say!(
                zh: "文件夹里已有文件，请换一个空文件夹。新建网站",
                en: "the folder is not empty: choose another. Making a new site",
            );
            return Err(Fault::at(doing, folder, io::ErrorKind::AlreadyExists.into()));
        }
    }
    let mut written = Vec::new();
    for (path, text) in starter(today) {
        files::create_new(&folder.join(&path), text.as_bytes()).map_err(|cause| {
            Fault::at(say!(zh: "新建网站", en: "making a new site"), &folder.join(&path), cause)
        })?;
        written.push(path);
    }
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::page;
    use crate::base::date::Date;
    use crate::domain::kind::KindName;

    #[test]
    fn a_title_cannot_break_the_front_matter() {
        let today = Date::new(2026, 11, 24).unwrap();
        let text = page(KindName::Page, "他说\"好\"\n{date}", today);
        assert!(text.contains("title = \"他说\\\"好\\\" {date}\""), "{text}");
    }
}
