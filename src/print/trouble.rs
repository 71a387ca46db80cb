//! Typst's errors as findings in the template's own file and line (P501); what templates say by
//! `panic` is read in `sheet::alarm`.

use typst::WorldExt;
use typst::diag::{Severity, SourceDiagnostic};

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::domain::brochure::Brochure;
use crate::print::sheet::alarm;
use crate::print::world::Desk;
use crate::say;

/// What Typst warns of where a template names a family that is not there: the text would be left out.
const UNKNOWN: &str = "unknown font family:";

/// One finding for each error, and for the warning that a font family is not there.
pub(super) fn findings<'d>(
    desk: &Desk<'_>,
    brochure: &Brochure,
    diagnostics: impl IntoIterator<Item = &'d SourceDiagnostic>,
) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    for diagnostic in diagnostics {
        let matters =
            diagnostic.severity == Severity::Error || diagnostic.message.starts_with(UNKNOWN);
        let finding = matters.then(|| finding(desk, brochure, diagnostic));
        found.extend(finding.filter(|finding| !found.contains(finding)));
    }
    found
}

fn finding(desk: &Desk<'_>, brochure: &Brochure, said: &SourceDiagnostic) -> Diagnostic {
    if let Some(finding) = alarm::finding(brochure, &said.message) {
        return finding;
    }
    if let Some(family) = said.message.strip_prefix(UNKNOWN) {
        return unknown_family(place(desk, said), brochure, family.trim());
    }
    let message = &said.message;
    let id = &brochure.id.value;
    let text = say!(
        zh: "排印 `{id}` 出错：{message}",
        en: "setting `{id}` fails: {message}",
    );
    let mut finding = match place(desk, said) {
        Some(span) => Diagnostic::new(Code::PrintTemplate, span, text),
        None => Diagnostic {
            at: Some(brochure.id.span),
            ..Diagnostic::general(Code::PrintTemplate, text)
        },
    };
    for hint in &said.hints {
        let hint = &hint.v;
        finding = finding.hint(say!(zh: "Typst：{hint}", en: "Typst: {hint}"));
    }
    finding.hint(say!(
        zh: "照 docs/templates.md 核对变量名；删去自己的模板即恢复默认",
        en: "compare the names with docs/templates.md; delete your template to get the default back",
    ))
}

/// The place in a template: the error's own, else the innermost call that stands in one.
fn place(desk: &Desk<'_>, said: &SourceDiagnostic) -> Option<Span> {
    let span = said.span.id().and_then(|file| {
        let source = desk.shelf().template(file)?;
        Some(Span::new(source, desk.range(said.span)?))
    });
    span.or_else(|| {
        said.trace.iter().find_map(|point| {
            let source = desk.shelf().template(point.span.id()?)?;
            Some(Span::new(source, desk.range(point.span)?))
        })
    })
}

fn unknown_family(place: Option<Span>, brochure: &Brochure, family: &str) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownFamily,
        place.unwrap_or(brochure.id.span),
        say!(zh: "没有字体“{family}”", en: "there is no font family “{family}”"),
    )
    .hint(say!(
        zh: "模板里用 serif 和 sans 这两个名字；要用别的字体，把字体文件放进 fonts/",
        en: "use the names serif and sans in templates; put the files of other fonts into fonts/",
    ))
}
