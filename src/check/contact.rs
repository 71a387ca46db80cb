//! Contacts are fresh (C310, C311) and numbers live in one place (C318).

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::domain::body::Leaf;
use crate::domain::kind::Kind;
use crate::say;

pub(super) fn fresh(facts: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Kind::Contact(contact) = &read.page.kind else { return };
    let Some(checked) = &contact.checked_on else {
        found.push(
            Diagnostic::new(
                Code::UncheckedContact,
                read.page.head.title.span,
                say!(zh: "没有写哪天核实过", en: "no day of checking is given"),
            )
            .hint(say!(
                zh: "打一遍电话，然后加一行 `checked_on = 2026-11-01`",
                en: "call the numbers, then add a line `checked_on = 2026-11-01`",
            )),
        );
        return;
    };
    let days = facts.today.days_since(checked.value);
    let limit = facts.settings.contact_days;
    if i64::from(days) > i64::from(limit) {
        found.push(
            Diagnostic::new(
                Code::StaleContact,
                checked.span,
                say!(
                    zh: "已有 {days} 天没有核实（超过 {limit} 天）",
                    en: "not checked for {days} days (more than {limit})",
                ),
            )
            .hint(say!(
                zh: "打一遍电话，再把 checked_on 改成当天",
                en: "call the numbers, then set checked_on to that day",
            )),
        );
    }
}

/// Three digits of an area, a hyphen, seven digits.
const SHORTEST: usize = 11;

/// Landline numbers (area code 3–4 digits, 7–8 digits) and mobile numbers in running text.
pub(super) fn literal_phones(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if matches!(read.page.kind, Kind::Contact(_)) {
        return;
    }
    for (words, span, leaf) in read.leaves() {
        if leaf != Leaf::Code {
            phones(words).for_each(|number| found.push(literal(number, span)));
        }
    }
}

fn literal(number: &str, at: Span) -> Diagnostic {
    Diagnostic::new(
        Code::LiteralPhone,
        at,
        say!(zh: "直接写了号码 {number}", en: "the number {number} is written out"),
    )
    .narrow(number)
    .hint(say!(
        zh: "号码写进 contacts/，这里写 `{{{{ contact.文件名.phone }}}}`",
        en: "put the number into contacts/ and write `{{{{ contact.NAME.phone }}}}` here",
    ))
}

/// Runs of digits and hyphens that are phone numbers. This passes over every text of the site, so
/// only every eleventh byte is looked at: a run of eleven or more cannot lie between two of them.
fn phones(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let inside = |at: &usize| bytes[*at].is_ascii_digit() || bytes[*at] == b'-';
    let mut next = SHORTEST - 1;
    let pieces = std::iter::from_fn(move || {
        while next < bytes.len() {
            let at = next;
            next += SHORTEST;
            if inside(&at) {
                let start = (0..at).rev().take_while(inside).last().unwrap_or(at);
                let end = (at..bytes.len()).find(|at| !inside(at)).unwrap_or(bytes.len());
                next = end + SHORTEST;
                // Only ASCII inside, so both ends lie between characters.
                return Some(&text[start..end]);
            }
        }
        None
    });
    pieces.filter(|piece| piece.len() >= SHORTEST && is_phone(piece))
}

fn is_phone(piece: &str) -> bool {
    let mobile = piece.len() == 11
        && piece.starts_with('1')
        && matches!(piece.as_bytes()[1], b'3'..=b'9')
        && !piece.contains('-');
    let landline = piece.split_once('-').is_some_and(|(area, number)| {
        area.starts_with('0')
            && (3..=4).contains(&area.len())
            && (7..=8).contains(&number.len())
            && !number.contains('-')
    });
    mobile || landline
}

#[cfg(test)]
mod tests {
    use super::{is_phone, phones};

    #[test]
    fn phones_are_found_wherever_they_stand() {
        let plain = "打一二三四五六七八九十";
        for before in 0..24 {
            let text: String = plain.chars().cycle().take(before).collect();
            let text = format!("{text}0550-0000000，{text}13800000000");
            assert_eq!(phones(&text).collect::<Vec<_>>(), ["0550-0000000", "13800000000"]);
            let text = format!("{}0550-0000000", "a".repeat(before));
            assert_eq!(phones(&text).collect::<Vec<_>>(), ["0550-0000000"], "{before}");
        }
        assert_eq!(phones("2026-11-24—2026-12-04，1234567890123456").count(), 0);
    }

    #[test]
    fn what_looks_like_a_phone() {
        assert!(is_phone("0550-0000000") && is_phone("13800000000"));
        for other in ["2026-11-24", "12348", "05500000000", "12800000000", "010-1234567-8"] {
            assert!(!is_phone(other), "{other}");
        }
    }
}
