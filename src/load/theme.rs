//! The embedded templates, and the site's own that replace them.
//!
//! An explicit list rather than a build script: what is in the binary can be read here, and a test
//! compares the list with the folder.

use std::path::Path;
use std::sync::Arc;

use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::files::{self, Found};
use crate::base::record::nearest;
use crate::base::span::Span;
use crate::base::theme::{Theme, ThemeFile};
use crate::load::entry::slashed;
use crate::load::{Memory, text};
use crate::say;

macro_rules! embedded {
    ($($path:literal)*) => {
        /// Path below `templates/` and text of every default template.
        pub(super) const EMBEDDED: &[(&str, &str)] =
            &[$(($path, include_str!(concat!("../../templates/", $path))),)*];
    };
}

embedded! {
    "web/base.html" "web/head.html" "web/top.html" "web/foot.html" "web/ask.html" "web/free.html" "web/facets.html" "web/entry.html" "web/parts.html" "web/home.html" "web/section.html" "web/page.html"
    "web/eligibility.html" "web/channel.html" "web/contact.html" "web/case.html"
    "web/notice.html" "web/article.html" "web/statistics.html" "web/event.html"
    "web/checkup.html" "web/law.html" "web/find.html" "web/search.html" "web/map.html"
    "web/404.html" "web/signature.html" "web/publisher.html" "web/offline.html" "web/redirect.html" "web/trace.html" "web/sw.js"
    "web/step.html" "web/where.html" "web/where-stage.html" "web/where-town.html" "web/bring.html"
    "web/sheet.html" "web/problems.html" "web/proof.html" "web/elder.html" "web/elder-home.html"
    "web/elder-list.html" "web/elder-page.html" "web/elder-step.html"
    "web/assets/style.css" "web/assets/tasks.css" "web/assets/site.js"
    "web/assets/search.js" "web/assets/icon.svg"
    "print/prelude.typ" "print/text.typ" "print/book.typ" "print/handbook.typ" "print/leaflet.typ"
    "print/anthology.typ" "print/checklist.typ" "print/sign-off.typ" "print/broadcast.txt"
    "print/poster.typ" "print/new-year-picture.typ" "print/papercut.typ" "print/contact-card.typ"
    "print/bag.typ" "print/notice-sheet.typ" "print/checkup-sheet.typ"
}

/// Whether a source is a default template as it is in the program.
pub(super) fn is_embedded(path: &Path, text: &str) -> bool {
    let below = path.strip_prefix("templates").ok();
    below.is_some_and(|below| EMBEDDED.iter().any(|(name, own)| below == *name && text == *own))
}

/// The embedded theme, and the files of `templates/` that replace or join it.
pub(super) fn load(own: &[Found], memory: &mut Memory) -> Reported<Theme> {
    let mut theme = Theme::default();
    let mut found = Vec::new();
    for (path, text) in EMBEDDED {
        let source = memory.number(&format!("templates/{path}"));
        let text: Arc<str> = Arc::from(*text);
        memory.sources.restore(source, Arc::clone(&text));
        theme.files.insert((*path).to_owned(), ThemeFile { source, text });
    }
    for file in own {
        let path = slashed(&file.relative);
        let known = ["html", "css", "js", "svg", "typ", "txt", "xml", "json"];
        let extension = file.relative.extension().and_then(|extension| extension.to_str());
        if !extension.is_some_and(|extension| known.contains(&extension)) {
            theme.extras.insert(path, file.path.clone());
            continue;
        }
        let source = memory.number(&format!("templates/{path}"));
        match files::read(&file.path) {
            Ok(bytes) => {
                let text: Arc<str> = text::decode(source, bytes).drain_into(&mut found).into();
                found.extend(super::citizen_ids(source, &text));
                memory.sources.restore(source, Arc::clone(&text));
                theme.files.insert(path, ThemeFile { source, text });
            }
            Err(cause) => found.push(Diagnostic::new(
                Code::UnreadableEntry,
                Span::file(source),
                say!(zh: "读不了这个模板：{cause}", en: "the template cannot be read: {cause}"),
            )),
        }
    }
    found.extend(unused(&theme));
    Reported::new(theme, found)
}

/// The default that a path of no default was meant to be: one of its name in another folder, or one
/// of its folder with nearly its name.
fn meant(path: &str) -> Option<&'static str> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let known = || EMBEDDED.iter().filter_map(|(known, _)| Some((*known, known.rsplit_once('/')?)));
    let elsewhere = known().find(|(_, (_, own))| *own == name);
    let near = || {
        let beside = known().filter(|(_, (own, _))| *own == folder).map(|(_, (_, name))| name);
        let near = nearest(name, beside)?;
        known().find(|(_, parts)| *parts == (folder, near))
    };
    elsewhere.or_else(near).map(|(whole, _)| whole)
}

/// Files of the site's own that neither stand in the place of a default nor are named by another
/// template. A picture or a sheet that no template names does no harm, and may be meant for the
/// content, so among the assets only a name that is nearly one of ours is a slip of the pen.
fn unused(theme: &Theme) -> Vec<Diagnostic> {
    let own = |path: &str| EMBEDDED.iter().all(|(known, _)| *known != path);
    let mut found = Vec::new();
    for (path, file) in theme.files.iter().filter(|(path, _)| own(path)) {
        let name = path.rsplit('/').next().unwrap_or(path);
        let mut others = theme.files.iter().filter(|(other, _)| *other != path);
        if others.any(|(_, other)| other.text.contains(name)) {
            continue;
        }
        let near = meant(path);
        if near.is_none() && path.starts_with("web/assets/") {
            continue;
        }
        let said = say!(
            zh: "没有哪类页面用 templates/{path}",
            en: "no page is made with templates/{path}",
        );
        let finding = Diagnostic::new(Code::UnusedTemplate, Span::file(file.source), said);
        found.push(match near {
            Some(near) => finding.hint(say!(
                zh: "是否想写 templates/{near}？",
                en: "did you mean templates/{near}?",
            )),
            None => finding.hint(say!(
                zh: "名字照 docs/templates.md 里的写；别的模板要用它，就在那里写上它的名字",
                en: "take a name from docs/templates.md, or name it where another template is to use it",
            )),
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::EMBEDDED;
    use crate::base::files;

    #[test]
    fn every_default_template_is_embedded() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
        let (found, _) = files::walk(&folder);
        let mut there: Vec<_> = found.iter().map(|file| super::slashed(&file.relative)).collect();
        let mut listed: Vec<_> = EMBEDDED.iter().map(|(path, _)| (*path).to_owned()).collect();
        there.sort();
        listed.sort();
        assert_eq!(there, listed);
    }
}
