//! Numbers in notices obey the check digits of their standards (C309).

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::domain::identifier::rule::obeys;
use crate::domain::kind::Kind;
use crate::say;

pub(super) fn check_digits(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Kind::Notice(batch) = &read.page.kind else { return };
    for identifier in batch.notices.iter().flat_map(|notice| &notice.identifiers) {
        if obeys(identifier.kind.value, &identifier.value.value) == Some(false) {
            let (label, value) = (identifier.label(), &identifier.value.value);
            found.push(
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
                )),
            );
        }
    }
}
