//! Links: every reference from one page to another, resolved once.
//!
//! A page links to another by the relative path of its Markdown file, as an editor sees it on
//! disk. Here that becomes a [`Destination`]; renderers look it up by the link's number and only
//! decide how it is written. A dead link is reported with the nearest file that does exist.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use crate::base::address::percent_decoded;
use crate::base::artifact::{Asset, OutPath};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::record::nearest;
use crate::domain::body::{BlockKind, Body, Link};
use crate::domain::kind::{Kind, KindName};
use crate::domain::page::{Page, place};
use crate::model::site::{Found, PageId};
use crate::model::trace::Trace;
use crate::say;

/// Where a link or image leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// Another page (or a section by its `_index.md`), and a heading on it.
    Page(PageId, Option<Box<str>>),
    /// A heading of the same page.
    Here(Box<str>),
    /// A file of the site.
    File(OutPath),
    /// Another site.
    Outside(Box<str>),
    /// `tel:` or `mailto:`.
    Call(Box<str>),
    /// Nowhere; reported.
    Nowhere,
}

/// Every name a link can use.
pub(super) struct Names<'a> {
    /// Sorted by path.
    pages: &'a [Arc<Page>],
    /// The headings of each, once a link asks for one of them.
    anchors: Vec<OnceLock<BTreeSet<&'a str>>>,
    /// Files, and the traces of notices by the paths of theirs.
    assets: BTreeMap<&'a str, &'a OutPath>,
    contacts: BTreeSet<&'a str>,
    broken: &'a BTreeSet<Box<str>>,
}

impl<'a> Names<'a> {
    pub(super) fn gather(
        pages: &'a [Arc<Page>],
        traces: &'a [Trace],
        assets: &'a [Asset],
        broken: &'a BTreeSet<Box<str>>,
    ) -> Self {
        let contacts = pages.iter().filter(|page| page.kind.name() == KindName::Contact);
        Self {
            pages,
            anchors: pages.iter().map(|_| OnceLock::new()).collect(),
            assets: assets
                .iter()
                .map(|asset| (asset.path.as_str(), &asset.path))
                .chain(traces.iter().map(|trace| (&*trace.path, &trace.route)))
                .collect(),
            contacts: contacts.map(|page| page.stem()).collect(),
            broken,
        }
    }

    /// The place of the page in this file, below `content/`.
    fn page(&self, path: &str) -> Option<usize> {
        place(self.pages, path).ok()
    }

    fn anchors(&self, page: usize) -> &BTreeSet<&'a str> {
        self.anchors[page].get_or_init(|| anchors(&self.pages[page].body))
    }

    /// Every path that a link could name.
    fn paths(&self) -> impl Iterator<Item = &str> + Clone {
        self.pages.iter().map(|page| &*page.path).chain(self.assets.keys().copied())
    }
}

/// The ids of all headings, also those inside boxes and lists.
pub(super) fn anchors(body: &Body) -> BTreeSet<&str> {
    fn visit<'b>(blocks: &'b [crate::domain::body::Block], ids: &mut BTreeSet<&'b str>) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading { id, .. } => {
                    ids.insert(id);
                }
                BlockKind::Quote { blocks, .. } => visit(blocks, ids),
                BlockKind::List { items, .. } => {
                    items.iter().for_each(|item| visit(&item.blocks, ids));
                }
                _ => {}
            }
        }
    }
    let mut ids = BTreeSet::new();
    visit(&body.blocks, &mut ids);
    ids
}

/// What came of a page's links.
#[derive(Default)]
pub(super) struct Resolved {
    /// Where each leads, in the order of their numbers.
    pub(super) destinations: Vec<Destination>,
    /// Those that lead to no file: number and path. They are reported by [`dead`].
    pub(super) dead: Vec<(usize, String)>,
}

/// Resolves the links and images of a page.
pub(super) fn resolve(page: &Page, names: &Names<'_>, found: &mut Found) -> Resolved {
    let mut resolved = Resolved::default();
    for (number, link) in page.body.links.iter().enumerate() {
        let destination = resolve_one(page, link, names, found).unwrap_or_else(|path| {
            resolved.dead.push((number, path));
            Destination::Nowhere
        });
        resolved.destinations.push(destination);
    }
    resolved
}

/// Where a link leads; the path where there is no file.
fn resolve_one(
    page: &Page,
    link: &Link,
    names: &Names<'_>,
    found: &mut Found,
) -> Result<Destination, String> {
    let address = &*link.address;
    if let Some((scheme, rest)) = scheme(address) {
        return Ok(match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" if !rest.trim_start_matches('/').is_empty() && !link.image => {
                Destination::Outside(address.into())
            }
            "tel" | "mailto" if !link.image => Destination::Call(address.into()),
            _ => refuse(link, found),
        });
    }
    if address.starts_with('/') || address.contains('\\') {
        return Ok(refuse_absolute(link, found));
    }
    let (path, fragment) = match address.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (address, None),
    };
    let fragment = fragment.filter(|fragment| !fragment.is_empty());
    let fragment = fragment.map(percent_decoded);
    if path.is_empty() {
        return Ok(here(page, link, fragment.as_deref(), names, found));
    }
    let path = percent_decoded(path);
    let Some(target) = join(&page.path, &path) else { return Ok(refuse_absolute(link, found)) };
    if let Some(page) = names.page(&target) {
        if let Some(fragment) = &fragment
            && !names.anchors(page).contains(&**fragment)
        {
            found.push(dead_heading(link, fragment, names.anchors(page)));
        }
        return Ok(Destination::Page(PageId::at(page), fragment.map(Into::into)));
    }
    if let Some(asset) = names.assets.get(target.as_str()) {
        return Ok(Destination::File((*asset).clone()));
    }
    if names.broken.contains(target.as_str()) { Ok(Destination::Nowhere) } else { Err(target) }
}

fn here(
    page: &Page,
    link: &Link,
    fragment: Option<&str>,
    names: &Names<'_>,
    found: &mut Found,
) -> Destination {
    let Some(page) = names.page(&page.path) else { return Destination::Nowhere };
    let Some(fragment) = fragment else { return Destination::Page(PageId::at(page), None) };
    let anchors = names.anchors(page);
    if !anchors.contains(fragment) {
        found.push(dead_heading(link, fragment, anchors));
        return Destination::Nowhere;
    }
    Destination::Here(fragment.into())
}

/// The scheme of an absolute address and what follows the colon.
fn scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    let first = scheme.chars().next()?;
    let clean = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    (first.is_ascii_alphabetic() && scheme.chars().all(clean)).then_some((scheme, rest))
}

/// `path` seen from the file `from`, both below `content/`; `None` when it climbs out.
fn join(from: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn refuse(link: &Link, found: &mut Found) -> Destination {
    let address = &link.address;
    let finding = Diagnostic::new(
        Code::RefusedLink,
        link.span,
        say!(zh: "不允许的链接 `{address}`", en: "the link `{address}` is not allowed"),
    );
    found.push(if link.image {
        finding.hint(say!(
            zh: "图片要放在本站里，写相对路径；外站的图会泄露读者的行踪，也可能失效",
            en: "keep images in the site and give a relative path; others' images may vanish and tell on readers",
        ))
    } else {
        finding.hint(say!(
            zh: "只能用 http:、https:、tel:、mailto: 或站内文件的相对路径",
            en: "use http:, https:, tel:, mailto: or the relative path of a file of this site",
        ))
    });
    Destination::Nowhere
}

fn refuse_absolute(link: &Link, found: &mut Found) -> Destination {
    let address = &link.address;
    found.push(
        Diagnostic::new(
            Code::RefusedLink,
            link.span,
            say!(zh: "链接 `{address}` 不在本站里", en: "`{address}` is not within this site"),
        )
        .hint(say!(
            zh: "写从这个文件出发的相对路径，例如 `../channels/window.md`，用 / 不用 \\",
            en: "write the path as seen from this file, such as `../channels/window.md`, with / not \\",
        )),
    );
    Destination::Nowhere
}

fn dead_heading(link: &Link, fragment: &str, anchors: &BTreeSet<&str>) -> Diagnostic {
    let finding = Diagnostic::new(
        Code::DeadHeadingLink,
        link.span,
        say!(zh: "那一页没有标题 `#{fragment}`", en: "that page has no heading `#{fragment}`"),
    );
    match nearest(fragment, anchors.iter().copied()) {
        Some(near) => finding.hint(say!(zh: "是否想写 `#{near}`？", en: "did you mean `#{near}`?")),
        None => {
            let list: Vec<_> = anchors.iter().take(8).map(|anchor| format!("#{anchor}")).collect();
            let list = list.join(" ");
            finding.hint(say!(zh: "那一页的标题：{list}", en: "its headings: {list}"))
        }
    }
}

/// The finding about a link of `page` to no file; `suggest` looks through all names for the one that
/// was meant.
pub(super) fn dead(
    page: &Page,
    (number, target): &(usize, String),
    names: &Names<'_>,
    suggest: bool,
) -> Diagnostic {
    let link = &page.body.links[*number];
    let (code, what_zh, what_en) = if link.image {
        (Code::DeadImage, "图片", "image")
    } else if std::path::Path::new(target).extension().is_none_or(|extension| extension == "md") {
        (Code::DeadPageLink, "页面", "page")
    } else {
        (Code::DeadImage, "附件", "file")
    };
    let finding = Diagnostic::new(
        code,
        link.span,
        say!(
            zh: "没有{what_zh} `content/{target}`",
            en: "there is no {what_en} `content/{target}`",
        ),
    );
    let known = names.paths();
    let near = suggest.then(|| nearest(target, known.clone()).or_else(|| same_name(target, known)));
    match near.flatten() {
        Some(near) => {
            let near = relative(&page.path, near);
            finding.hint(say!(zh: "是否想写 `{near}`？", en: "did you mean `{near}`?"))
        }
        None => finding.hint(say!(
            zh: "检查文件名和 ../ 的层数；页面链接以 .md 结尾",
            en: "check the file name and the number of ../; links to pages end in .md",
        )),
    }
}

/// A file of the same name in another folder: the commonest slip is a wrong number of `../`.
fn same_name<'n>(target: &str, mut known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let name = target.rsplit('/').next()?;
    known.find(|path| path.rsplit('/').next() == Some(name))
}

/// How `to` is written from the file `from`, both below `content/`.
fn relative(from: &str, to: &str) -> String {
    let from: Vec<_> = from.split('/').collect();
    let to_parts: Vec<_> = to.split('/').collect();
    let folders = &from[..from.len().saturating_sub(1)];
    let same = folders.iter().zip(&to_parts).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(folders.len() - same);
    format!("{up}{}", to_parts[same..].join("/"))
}

/// Findings for `office` keys that name no contact.
pub(super) fn offices(page: &Page, names: &Names<'_>) -> Option<Diagnostic> {
    let Kind::Channel(channel) = &page.kind else { return None };
    let office = channel.office.as_ref()?;
    if names.contacts.contains(office.value.as_str())
        || names.broken.contains(format!("contacts/{}.md", office.value).as_str())
    {
        return None;
    }
    let name = &office.value;
    let finding = Diagnostic::new(
        Code::UnknownOffice,
        office.span,
        say!(zh: "contacts/ 里没有 `{name}`", en: "contacts/ has no `{name}`"),
    );
    let near = nearest(name, names.contacts.iter().copied());
    Some(match near {
        Some(near) => finding.hint(say!(zh: "是否想写 `{near}`？", en: "did you mean `{near}`?")),
        None => {
            let list: Vec<_> = names.contacts.iter().copied().take(8).collect();
            finding.hint(
                say!(zh: "已有的联系方式：{list}", en: "known contacts: {list}", list list = list),
            )
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{join, relative, scheme};

    #[test]
    fn paths_are_seen_from_the_file() {
        assert_eq!(join("cases/a.md", "../channels/b.md").as_deref(), Some("channels/b.md"));
        assert_eq!(join("cases/a.md", "b.md").as_deref(), Some("cases/b.md"));
        assert_eq!(join("a.md", "../b.md"), None, "climbs out");
        assert_eq!(relative("cases/a.md", "channels/b.md"), "../channels/b.md");
        assert_eq!(relative("cases/a.md", "cases/b.md"), "b.md");
    }

    #[test]
    fn schemes() {
        assert_eq!(scheme("JavaScript:alert(1)"), Some(("JavaScript", "alert(1)")));
        assert_eq!(scheme("a b:c"), None);
        assert_eq!(scheme("../x.md"), None);
    }
}
