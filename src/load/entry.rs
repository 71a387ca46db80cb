//! Which files of a folder belong to the site, and which cannot.

use std::path::{MAIN_SEPARATOR, Path};

use crate::base::artifact::{Asset, OutPath};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::files::{self, Found, Trouble};
use crate::say;

/// Litter of other programs that must not be published.
const LITTER: [&str; 3] = ["thumbs.db", "desktop.ini", "ehthumbs.db"];

/// All files below `root/folder`; a folder that is not there has none.
pub(super) fn list(root: &Path, folder: &str, found: &mut Vec<Diagnostic>) -> Vec<Found> {
    let path = root.join(folder);
    if !files::exists(&path) {
        return Vec::new();
    }
    let (mut list, troubles) = files::walk(&path);
    found.extend(troubles.iter().map(|trouble| describe(trouble, root)));
    list.retain(|file| {
        let name = file.relative.file_name().unwrap_or_default().to_string_lossy();
        !LITTER.iter().any(|litter| name.eq_ignore_ascii_case(litter)) && !name.starts_with("~$")
    });
    list.retain(|file| {
        let named = file.relative.to_str().is_some();
        if !named {
            found.push(bad_name(&slashed(&file.relative)));
        }
        named
    });
    list
}

fn describe(trouble: &Trouble, root: &Path) -> Diagnostic {
    let shown = |path: &Path| slashed(path.strip_prefix(root).unwrap_or(path));
    match trouble {
        Trouble::Outside(path) => {
            let path = shown(path);
            Diagnostic::general(
                Code::LinkOutside,
                say!(zh: "`{path}` 指向网站文件夹之外", en: "`{path}` leads outside the site"),
            )
            .hint(say!(zh: "把文件本身复制进来，或删去这个链接", en: "copy the file in, or delete the link"))
        }
        Trouble::Unreadable(path, cause) => {
            let path = shown(path);
            Diagnostic::general(
                Code::UnreadableEntry,
                say!(zh: "读不了 `{path}`：{cause}", en: "`{path}` cannot be read: {cause}"),
            )
            .hint(say!(
                zh: "检查权限；循环或失效的链接请删去",
                en: "check the access rights; delete links that go in a circle or nowhere",
            ))
        }
    }
}

fn bad_name(name: &str) -> Diagnostic {
    Diagnostic::general(
        Code::BadFileName,
        say!(zh: "文件名 `{name}` 不能用作网址", en: "`{name}` cannot be an address"),
    )
    .hint(say!(
        zh: "用简短的英文或拼音名，例如 `form-1.pdf`",
        en: "use a short plain name such as `form-1.pdf`",
    ))
}

/// Whether the file is a page.
pub(super) fn is_page(file: &Found) -> bool {
    file.relative.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"))
}

/// The files of `folder` that are passed on as they are.
pub(super) fn assets(
    folder: &'static str,
    list: &[Found],
    found: &mut Vec<Diagnostic>,
) -> Vec<Asset> {
    let mut assets = Vec::new();
    for file in list.iter().filter(|file| !is_page(file)) {
        let name = slashed(&file.relative);
        match OutPath::new(name.clone()) {
            Ok(path) => assets.push(Asset { path, file: file.path.clone(), folder }),
            Err(_) => found.push(bad_name(&name)),
        }
    }
    assets
}

/// A relative path with `/` on every system.
pub(super) fn slashed(path: &Path) -> String {
    if let (Some(text), '/') = (path.to_str(), MAIN_SEPARATOR) {
        return text.to_owned();
    }
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}
