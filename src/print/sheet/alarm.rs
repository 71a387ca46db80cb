//! What templates say by `panic` when something does not fit: a panel (P505), a card (P510), a QR
//! code (P512), a sheet (P515).
//!
//! Only the template knows what its text measures. The words after the first colon are its own: the
//! name of what is too full, then by how many millimetres.

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::domain::brochure::Brochure;
use crate::say;

/// The finding a template's panic stands for, where it is one of ours.
pub(in crate::print) fn finding(brochure: &Brochure, message: &str) -> Option<Diagnostic> {
    type Make = fn(&Brochure, &str, &str) -> Diagnostic;
    let alarms: [(&str, Make); 4] = [
        ("panel-overflow:", panel),
        ("card-overflow:", card),
        ("sheet-overflow:", sheet),
        ("qr-too-small:", qr),
    ];
    alarms.iter().find_map(|(word, make)| {
        let (_, rest) = message.split_once(word)?;
        let rest = rest.trim_end_matches('"');
        let (name, excess) = rest.rsplit_once(':').unwrap_or((rest, "?"));
        Some(make(brochure, name, excess))
    })
}

fn panel(brochure: &Brochure, panel: &str, excess: &str) -> Diagnostic {
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

fn card(brochure: &Brochure, name: &str, excess: &str) -> Diagnostic {
    Diagnostic::new(
        Code::CardOverflow,
        brochure.id.span,
        say!(
            zh: "“{name}”的名片放不下，最小字号也多出 {excess} 毫米",
            en: "the card of “{name}” is {excess} mm too full even in the smallest type",
        ),
    )
    .hint(say!(
        zh: "在 contacts/ 里把它的名称、地址、工作时间写短",
        en: "shorten its name, address or hours in contacts/",
    ))
}

fn sheet(brochure: &Brochure, part: &str, excess: &str) -> Diagnostic {
    let id = &brochure.id.value;
    Diagnostic::new(
        Code::SheetOverflow,
        brochure.id.span,
        say!(
            zh: "`{id}` 的“{part}”放不下，用看得清的最小字号也多出 {excess} 毫米",
            en: "“{part}” of `{id}` is {excess} mm too large even in the smallest type that can be read",
        ),
    )
    .hint(say!(
        zh: "把字写少些，或换大一号的纸（paper）",
        en: "say less, or take a larger `paper`",
    ))
}

fn qr(brochure: &Brochure, width: &str, least: &str) -> Diagnostic {
    let id = &brochure.id.value;
    Diagnostic::new(
        Code::QrTooSmall,
        brochure.id.span,
        say!(
            zh: "模板把 `{id}` 的二维码画成 {width} 毫米，至少要 {least} 毫米",
            en: "the template draws the QR code of `{id}` {width} mm wide; {least} mm are needed",
        ),
    )
    .hint(say!(
        zh: "在模板里把 qr-code 的宽度改大",
        en: "give qr-code a larger width in the template",
    ))
}
