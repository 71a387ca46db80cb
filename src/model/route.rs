//! Where each page lives, and that no two live in one place.
//!
//! Flat files: `content/cases/wages.md` becomes `cases/wages.html`, a section's `_index.md` its
//! first list page `cases/index.html`. Comparison ignores case, because the folder is copied to
//! Windows and to USB sticks where `A.html` and `a.html` are one file.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::artifact::{Asset, BadPath, OutPath};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::domain::page::Page;
use crate::model::site::{Found, PageId};
use crate::model::trace::Trace;
use crate::say;

/// Addresses the site makes itself; a page may not take one.
const OWN: [&str; 6] =
    ["404.html", "offline.html", "sitemap.xml", "robots.txt", "feed.xml", "brochures"];

/// A stand-in for pages whose own address cannot be used; such a site is never published.
fn unusable(number: u32) -> Option<OutPath> {
    OutPath::new(format!("unusable/{number}.html")).ok()
}

/// The first list page of a section; `None` for a folder whose name cannot be an address, whose
/// pages are each reported.
pub(super) fn of_section(name: &str) -> Option<OutPath> {
    let path = if name.is_empty() { "index.html".to_owned() } else { format!("{name}/index.html") };
    OutPath::new(path).ok()
}

/// Decides the address of every page and alias; what cannot be is reported.
pub(super) fn decide(
    pages: &[Arc<Page>],
    traces: &[Trace],
    assets: &[Asset],
    found: &mut Found,
) -> (Vec<OutPath>, Vec<(OutPath, PageId)>) {
    let mut taken = Taken::default();
    for name in OWN {
        taken.owners.insert(name.to_owned(), Owner::Program);
    }
    for (number, asset) in assets.iter().enumerate() {
        let before = taken.owners.insert(key(&asset.path), Owner::Asset(number));
        if let Some(Owner::Asset(other)) = before {
            found.push(two_files(&assets[other], asset));
        }
    }
    for trace in traces {
        taken.owners.entry(key(&trace.route)).or_insert(Owner::Program);
    }
    let mut routes = Vec::with_capacity(pages.len());
    for (number, page) in (0..).zip(pages) {
        let address = address(&page.path);
        let route = match OutPath::new(address) {
            Ok(route) => {
                taken.claim(&route, number, Span::file(page.source), pages, found);
                Some(route)
            }
            Err(why) => {
                found.push(bad_name(page, why));
                unusable(number)
            }
        };
        routes.extend(route);
    }
    (routes, decide_aliases(pages, &mut taken, found))
}

fn decide_aliases(
    pages: &[Arc<Page>],
    taken: &mut Taken,
    found: &mut Found,
) -> Vec<(OutPath, PageId)> {
    let mut aliases = Vec::new();
    for (number, page) in (0..).zip(pages) {
        for alias in &page.head.aliases {
            let written = alias.value.trim_start_matches('/');
            let html = std::path::Path::new(written)
                .extension()
                .is_some_and(|extension| extension.eq_ignore_ascii_case("html"));
            let path = if html {
                written.to_owned()
            } else {
                format!("{}.html", written.trim_end_matches('/'))
            };
            match OutPath::new(path) {
                Ok(path) => {
                    if taken.claim(&path, number, alias.span, pages, found) {
                        aliases.push((path, PageId(number)));
                    }
                }
                Err(_) => found.push(
                    Diagnostic::new(
                        Code::BadFileName,
                        alias.span,
                        say!(zh: "旧网址 `{written}` 不能用", en: "`{written}` cannot be an address"),
                    )
                    .hint(say!(zh: "写作 `old/name.html`", en: "write `old/name.html`")),
                ),
            }
        }
    }
    aliases
}

/// The address a page has, or had; `None` where its file name cannot be one.
pub(super) fn of_page(page: &Page) -> Option<OutPath> {
    OutPath::new(address(&page.path)).ok()
}

fn address(path: &str) -> String {
    let stem = path.strip_suffix(".md").unwrap_or(path);
    match stem.strip_suffix("_index") {
        Some(folder) => format!("{folder}index.html"),
        None => format!("{stem}.html"),
    }
}

#[derive(Default)]
struct Taken {
    owners: BTreeMap<String, Owner>,
}

#[derive(Clone, Copy)]
enum Owner {
    Program,
    /// A file passed on as it is, by its number.
    Asset(usize),
    Page(u32),
}

fn key(path: &OutPath) -> String {
    path.as_str().to_lowercase()
}

impl Taken {
    /// Takes `path` for page `number`; reports who has it already.
    fn claim(
        &mut self,
        path: &OutPath,
        number: u32,
        at: Span,
        pages: &[Arc<Page>],
        found: &mut Found,
    ) -> bool {
        let Some(owner) = self.owners.get(&key(path)).copied() else {
            self.owners.insert(key(path), Owner::Page(number));
            return true;
        };
        let mut finding = Diagnostic::new(
            Code::SameAddress,
            at,
            say!(zh: "网址 `{path}` 已被占用", en: "the address `{path}` is taken"),
        );
        finding = match owner {
            Owner::Page(other) => {
                let other = &pages[other as usize];
                let name = &other.path;
                finding
                    .label(
                        Span::file(other.source),
                        say!(zh: "这一页先占用", en: "this page has it"),
                    )
                    .hint(say!(
                        zh: "它与 `{name}` 冲突，请改其中一个文件名",
                        en: "it clashes with `{name}`: rename one of the two",
                    ))
            }
            Owner::Asset(_) => finding.hint(say!(
                zh: "有一个同名的附件，请改名",
                en: "a file passed on as it is has this name: rename one",
            )),
            Owner::Program => finding.hint(say!(
                zh: "这个网址由程序使用，请改文件名",
                en: "the program uses this address itself: rename the page",
            )),
        };
        found.push(finding);
        false
    }
}

/// Two files passed on as they are, one of which would overwrite the other.
fn two_files(one: &Asset, other: &Asset) -> Diagnostic {
    let (path, one, other) = (&other.path, one.name(), other.name());
    let message = say!(
        zh: "附件 `{one}` 和 `{other}` 的网址都是 `{path}`",
        en: "`{one}` and `{other}` both have the address `{path}`",
    );
    Diagnostic::general(Code::SameAddress, message)
        .hint(say!(zh: "改其中一个文件名，或删去多余的", en: "rename one of the two, or delete it"))
}

fn bad_name(page: &Page, why: BadPath) -> Diagnostic {
    let name = &page.path;
    let message = match why {
        BadPath::NotRelative => {
            say!(zh: "文件名 `{name}` 不能用作网址", en: "`{name}` cannot be an address")
        }
        BadPath::Reserved => say!(
            zh: "文件名 `{name}` 在 Windows 上不能用",
            en: "`{name}` cannot be used on Windows",
        ),
        BadPath::TooLong => say!(zh: "文件名 `{name}` 太长", en: "`{name}` is too long"),
    };
    Diagnostic::new(Code::BadFileName, Span::file(page.source), message).hint(say!(
        zh: "用简短的英文或拼音名，例如 `wages-2025-17.md`",
        en: "use a short plain name such as `wages-2025-17.md`",
    ))
}
