//! Which pages go into a brochure, and brochures that cannot be made or need not be (P504, P506, P521, P540).

use std::collections::BTreeSet;

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::domain::brochure::{Brochure, Form, Selection};
use crate::domain::kind::{Kind, KindName};
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
            pages: section.listed.iter().copied().take(most).collect(),
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

/// All parts of a brochure in order. A page named by itself stands there alone and is left out of
/// its section's part.
pub(super) fn parts(site: &Site, brochure: &Brochure) -> Vec<Part> {
    let standing = || brochure.select.iter().filter(|one| !site.ran_out(&one.value));
    let mut parts: Vec<Part> = standing().map(|selection| part(site, &selection.value)).collect();
    let alone: BTreeSet<PageId> = standing()
        .filter(|selection| site.section_named(&selection.value.name).is_none())
        .filter_map(|selection| site.at_path(&selection.value.name))
        .collect();
    for (part, selection) in parts.iter_mut().zip(standing()) {
        if site.section_named(&selection.value.name).is_some() {
            part.pages.retain(|id| !alone.contains(id));
        }
    }
    parts
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
    found.extend(large_print(brochure));
    if site.rests(brochure) {
        found.push(resting(brochure));
        return found;
    }
    found.extend(rules::findings(site, brochure));
    if brochure.select.is_empty() && brochure.form.value.shows_pages() {
        found.push(selects_nothing(brochure));
    }
    for selection in &brochure.select {
        let out = site.ran_out(&selection.value);
        if !out && part(site, &selection.value).pages.is_empty() {
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
    if found.is_empty() {
        found.extend(unfit(site, brochure));
    }
    found
}

/// What it shows has run out: the brochure is left out, and nothing else is held up (P540).
fn resting(brochure: &Brochure) -> Diagnostic {
    let id = &brochure.id.value;
    Diagnostic::new(
        Code::RestingBrochure,
        brochure.id.span,
        say!(
            zh: "印品 `{id}` 这次不做：选的栏目现在没有页面",
            en: "brochure `{id}` is not made: what it selects has no pages now",
        ),
    )
    .hint(say!(
        zh: "有了新的页面会自动再做；不再需要就从 site.toml 删去",
        en: "it is made again once there are pages; delete it from site.toml if it is over",
    ))
}

fn selects_nothing(brochure: &Brochure) -> Diagnostic {
    let id = &brochure.id.value;
    Diagnostic::new(
        Code::EmptyBrochure,
        brochure.id.span,
        say!(zh: "印品 `{id}` 没有写 select", en: "brochure `{id}` selects nothing"),
    )
    .hint(say!(
        zh: "例如 `select = [\"eligibility\", \"channels\", \"contacts\"]`",
        en: "for example `select = [\"eligibility\", \"channels\", \"contacts\"]`",
    ))
}

/// A large-print twin of what has no type (P506).
fn large_print(brochure: &Brochure) -> Option<Diagnostic> {
    let asked = brochure.large_print && brochure.form.value == Form::Broadcast;
    asked.then(|| {
        Diagnostic::new(
            Code::UnknownForm,
            brochure.form.span,
            say!(zh: "广播稿没有大字版", en: "a broadcast script has no large-print twin"),
        )
        .hint(say!(
            zh: "删去 `large_print`：广播稿是文字文件，字号在打开它的软件里放大",
            en: "delete `large_print`: the script is a text file, enlarge it where you open it",
        ))
    })
}

/// Pages that give the form nothing to print (P521).
fn unfit(site: &Site, brochure: &Brochure) -> Option<Diagnostic> {
    let form = brochure.form.value;
    let pages = || parts(site, brochure).into_iter().flat_map(|part| part.pages);
    let (fine, zh, en) = match form {
        Form::Anthology => (
            pages().any(|id| matches!(site.page(id).kind, Kind::Case(_))),
            "汇编里没有案例：select 要有 `cases` 或某个案例的路径",
            "no case is selected: select `cases` or the path of a case",
        ),
        Form::Checklist => (
            pages().any(|id| match &site.page(id).kind {
                Kind::Eligibility(it) => !it.proof.is_empty(),
                Kind::Channel(it) => !it.materials.is_empty(),
                _ => false,
            }),
            "清单里没有要带的东西：选的申请条件页要写 `proof`，渠道页要写 `materials`",
            "nothing to bring: the eligibility pages need `proof`, the channels `materials`",
        ),
        _ => return None,
    };
    let id = &brochure.id.value;
    (!fine).then(|| {
        Diagnostic::new(
            Code::UnfitPages,
            brochure.form.span,
            say!(zh: "印品 `{id}` 没有可印的内容", en: "brochure `{id}` has nothing to print"),
        )
        .hint(say!(zh: "{zh}", en: "{en}"))
    })
}
