//! Typst's errors as findings in the template's own file and line (P501), and panels that are too
//! full (P505).

use typst::WorldExt;
use typst::diag::{Severity, SourceDiagnostic};

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::domain::brochure::Brochure;
use crate::print::world::Desk;
use crate::say;

/// What a template says when a panel cannot hold its text, followed by the panel's name and by how
/// many millimetres.
const OVERFLOW: &str = "panel-overflow:";

/// One finding for each error, and for the warning that a font family is not there.
pub(super) fn findings<'d>(
    desk: &Desk<'_>,
    brochure: &Brochure,
    diagnostics: impl IntoIterator<Item = &'d SourceDiagnostic>,
) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    for diagnostic in diagnostics {
        let matters = diagnostic.severity == Severity::Error
            || diagnostic.message.starts_with("unknown font family");
        let finding = matters.then(|| finding(desk, brochure, diagnostic));
        found.extend(finding.filter(|finding| !found.contains(finding)));
    }
    found
}

fn finding(desk: &Desk<'_>, brochure: &Brochure, said: &SourceDiagnostic) -> Diagnostic {
    if let Some(rest) = said.message.split_once(OVERFLOW).map(|(_, rest)| rest) {
        return overflow(brochure, rest.trim_end_matches('"'));
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

fn overflow(brochure: &Brochure, rest: &str) -> Diagnostic {
    let (panel, excess) = rest.rsplit_once(':').unwrap_or((rest, "?"));
    let id = &brochure.id.value;
    Diagnostic::new(
        Code::PanelOverflow,
        brochure.id.span,
        say!(
            zh: "`{id}` 的“{panel}”这一面，最小字号也多出 {excess} 毫米",
            en: "panel “{panel}” of `{id}` is {excess} mm too long even in the smallest type",
        ),
    )
    .hint(say!(
        zh: "删短这一面用到的标题和文字，或在 select 里少选几页（如 `contacts:12`）",
        en: "shorten the titles and texts it uses or select fewer pages (such as `contacts:12`)",
    ))
}
