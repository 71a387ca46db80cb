//! Which pages go into a brochure, and brochures that cannot be made (P504, P506).

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::domain::brochure::{Brochure, Form, Selection};
use crate::domain::kind::KindName;
use crate::model::site::{PageId, Site};
use crate::print::sheet::rules;
use crate::say;

/// A part of a brochure: one line of `select`.
#[derive(Clone, Debug)]
#[cfg_attr(not(feature = "print"), expect(dead_code, reason = "read by the typesetter only"))]
pub(super) struct Part {
    /// The section's folder.
    pub(super) section: String,
    /// The section's title; the page's where one page was named.
    pub(super) title: String,
    /// The section's `_index.md`.
    pub(super) index: Option<PageId>,
    /// What its pages are.
    pub(super) kind: KindName,
    /// The pages in the order of the section's list.
    pub(super) pages: Vec<PageId>,
}

/// The pages of one line of `select`; empty where there are none.
pub(super) fn part(site: &Site, selection: &Selection) -> Part {
    let most = selection.limit.unwrap_or(usize::MAX);
    if let Some(section) = site.section_named(&selection.name) {
        return Part {
            section: section.name.to_string(),
            title: section.title.clone(),
            index: section.index,
            kind: section.kind,
            pages: section.pages.iter().copied().take(most).collect(),
        };
    }
    let page = site.at_path(&selection.name);
    let title = page.map(|id| site.page(id).head.title.value.clone());
    Part {
        section: selection.name.split('/').next().unwrap_or_default().to_owned(),
        title: title.unwrap_or_default(),
        index: None,
        kind: selection.kind(),
        pages: page.into_iter().collect(),
    }
}

/// What stands against making the brochures of site.toml.
#[must_use]
pub fn findings(site: &Site) -> Vec<Diagnostic> {
    let brochures = &site.settings().brochures;
    let mut found: Vec<_> = brochures.iter().flat_map(|brochure| judge(site, brochure)).collect();
    found.extend(brochures.iter().filter_map(|brochure| same_file(brochures, brochure)));
    found
}

/// The large-print twin of one brochure may be called what another is called.
fn same_file(brochures: &[Brochure], brochure: &Brochure) -> Option<Diagnostic> {
    let twin =
        |other: &&Brochure| other.large_print && other.file_name(true) == brochure.file_name(false);
    let name = &brochures.iter().find(twin)?.id.value;
    let file = brochure.file_name(false);
    Some(
        Diagnostic::new(
            Code::SameFile,
            brochure.id.span,
            say!(
                zh: "`{name}` 的大字版也叫 {file}",
                en: "the large-print twin of `{name}` is called {file} too",
            ),
        )
        .hint(say!(zh: "换一个 id", en: "choose another id")),
    )
}

fn judge(site: &Site, brochure: &Brochure) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let form = brochure.form.value;
    if !form.makeable() {
        let word = form.word();
        found.push(
            Diagnostic::new(
                Code::UnknownForm,
                brochure.form.span,
                say!(zh: "`{word}` 还不能制作", en: "`{word}` cannot be made yet"),
            )
            .hint(say!(
                zh: "改成 `handbook` 或 `leaflet`，或者先删去这一项",
                en: "use `handbook` or `leaflet`, or leave this brochure out for now",
            )),
        );
    }
    if brochure.large_print && form == Form::Leaflet {
        found.push(
            Diagnostic::new(
                Code::UnknownForm,
                brochure.form.span,
                say!(zh: "折页没有大字版", en: "there is no large-print leaflet"),
            )
            .hint(say!(
                zh: "删去 `large_print`；大字版请用手册",
                en: "delete `large_print`; a handbook has a large-print twin",
            )),
        );
    }
    found.extend(rules::findings(site, brochure));
    if brochure.select.is_empty() && form.shows_pages() {
        let id = &brochure.id.value;
        found.push(
            Diagnostic::new(
                Code::EmptyBrochure,
                brochure.id.span,
                say!(zh: "印品 `{id}` 没有写 select", en: "brochure `{id}` selects nothing"),
            )
            .hint(say!(
                zh: "例如 `select = [\"eligibility\", \"channels\", \"contacts\"]`",
                en: "for example `select = [\"eligibility\", \"channels\", \"contacts\"]`",
            )),
        );
    }
    for selection in &brochure.select {
        if part(site, &selection.value).pages.is_empty() {
            let name = &selection.value.name;
            found.push(
                Diagnostic::new(
                    Code::EmptyBrochure,
                    selection.span,
                    say!(zh: "`{name}` 里没有页面", en: "`{name}` has no pages"),
                )
                .hint(say!(
                    zh: "写 content/ 下的文件夹名，或一个页面的路径，如 `about/free`",
                    en: "name a folder of content/ or one page's path, such as `about/free`",
                )),
            );
        }
    }
    found
}
