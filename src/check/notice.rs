//! Numbers in notices: a person's own is hidden (C301), the others obey the check digits of their
//! standards (C309).
//!
//! A record says what kind of number it holds. Where that is a person's, or a certificate's that
//! carries a person's, it must be starred out whatever the scan of the text makes of it: a number cut
//! up in a new way, or starred out in the wrong places, is named all the same.

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::domain::identifier::citizen::is_old_form;
use crate::domain::identifier::masked::shows;
use crate::domain::identifier::rule::obeys;
use crate::domain::kind::Kind;
use crate::domain::kinds::notice::NoticeIdentifier;
use crate::say;

pub(super) fn check_digits(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Kind::Notice(batch) = &read.page.kind else { return };
    let numbers = batch.notices.iter().flat_map(|notice| {
        let card = notice.document.value.contains("身份证");
        notice.identifiers.iter().map(move |identifier| (identifier, card))
    });
    for (identifier, card) in numbers {
        if exposes(identifier, card) {
            found.push(exposed(identifier));
        } else if obeys(identifier.kind.value, &identifier.value.value) == Some(false) {
            found.push(wrong(identifier));
        }
    }
}

/// Whether a number of this kind tells when somebody was born; `card`: what was lost is an ID card.
fn exposes(identifier: &NoticeIdentifier, card: bool) -> bool {
    let value = &identifier.value.value;
    match identifier.kind.value {
        "id_card" => shows(value, 0),
        // Kind and grade stand behind the holder's number.
        "disability_card" => shows(value, 2),
        // Fifteen digits with a birth date and no name: the ID number of before 1999.
        kind if card || kind == "other" => {
            let digits: String = value.chars().filter(char::is_ascii_alphanumeric).collect();
            is_old_form(&digits)
        }
        _ => false,
    }
}

fn exposed(identifier: &NoticeIdentifier) -> Diagnostic {
    let label = identifier.label();
    Diagnostic::new(
        Code::CitizenIdInText,
        identifier.value.span,
        say!(
            zh: "{label}没有遮住，看得出出生日期",
            en: "the number is not starred out: it shows a birth date",
        ),
    )
    .hint(say!(
        zh: "只留头尾各两位，例如 `34**************21`；残疾人证后面的类别、等级可以留",
        en: "keep two characters at each end, as in `34**************21`; kind and grade of a disability card may stay",
    ))
}

fn wrong(identifier: &NoticeIdentifier) -> Diagnostic {
    let (label, value) = (identifier.label(), &identifier.value.value);
    Diagnostic::new(
        Code::BadIdentifier,
        identifier.value.span,
        say!(
            zh: "{label} `{value}` 不符合编码规则",
            en: "`{value}` does not obey the rule for its kind",
        ),
    )
    .hint(say!(
        zh: "逐位核对报纸原文，留意 0 与 O、1 与 l",
        en: "compare each character with the newspaper; mind 0 and O, 1 and l",
    ))
}
