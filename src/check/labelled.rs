//! Numbers that a text names and that cannot be what it calls them (C309): a credit code, a chassis
//! number, a licence, a post code copied with a slip.
//!
//! Notices keep theirs in fields of their own (`notice`). Elsewhere only a label tells what a number is
//! meant to be, so only what stands right behind one is judged.

use std::sync::LazyLock;

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::look::words::Words;
use crate::domain::identifier::Identifier;
use crate::domain::identifier::rule::obeys;
use crate::domain::kind::KindName;
use crate::say;

/// Labels, and the kinds of numbers they name; of two that begin alike the longer counts.
const LABELS: [(&str, &str); 11] = [
    ("统一社会信用代码", "uscc"),
    ("社会信用代码", "uscc"),
    ("组织机构代码", "org_code"),
    ("车辆识别代号", "vin"),
    ("车架号", "vin"),
    ("食品经营许可证编号", "food_licence"),
    ("食品经营许可证号", "food_licence"),
    ("开户许可证核准号", "account_approval"),
    ("出生医学证明编号", "birth_certificate"),
    ("邮政编码", "postal_code"),
    ("邮编", "postal_code"),
];

static LOOK: LazyLock<Words> = LazyLock::new(|| Words::of(&LABELS.map(|(label, _)| label)));

/// With fewer signs than this nothing was meant as a number: 邮编一栏.
const FEWEST: usize = 4;

pub(super) fn numbers(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if matches!(read.page.kind.name(), KindName::Notice | KindName::Law) {
        return;
    }
    for hit in LOOK.find(read.all()) {
        let Some((place, span)) = read.text_at(hit.start()) else { continue };
        let behind = &read.all()[hit.end()..place.end];
        let (label, kind) = LABELS[hit.pattern().as_usize()];
        let Some(number) = number(behind) else { continue };
        // Older licences have no public rule.
        let ruled = obeys(kind, number).is_some();
        if ruled && Identifier::parse(kind, number).is_none() {
            found.push(
                Diagnostic::new(
                    Code::BadIdentifier,
                    span,
                    say!(
                        zh: "{label} `{number}` 不符合编码规则",
                        en: "`{number}` does not obey the rule for {label}",
                    ),
                )
                .hint(say!(
                    zh: "对照证件逐位核对，留意位数、0 与 O、1 与 l",
                    en: "compare each character with the paper; mind their number, 0 and O, 1 and l",
                ))
                .narrow(number),
            );
        }
    }
}

/// The number a text begins with, behind 为 and marks; none where it is starred out.
fn number(behind: &str) -> Option<&str> {
    let rest = behind.trim_start_matches(['：', ':', '为', '是', '（', '(', ' ', '\u{3000}']);
    let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    let (number, after) = rest.split_at(length.unwrap_or(rest.len()));
    let hidden = after.starts_with(['*', '＊', '×', '…', '.']);
    let begins = behind.len() - rest.len() <= 3 * '：'.len_utf8();
    (begins && !hidden && number.len() >= FEWEST).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn what_stands_behind_a_label() {
        assert_eq!(number("：51341122560672489X，"), Some("51341122560672489X"));
        assert_eq!(number("为 56067248-9。"), Some("56067248-9"));
        for none in ["：5134****489X", "一栏写 233200", "", "：见副本", "：（示例）"] {
            assert_eq!(number(none), None, "{none}");
        }
    }
}
