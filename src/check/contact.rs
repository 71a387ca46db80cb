//! Contacts are fresh (C310, C311), numbers live in one place (C318, C332), hotlines are right (C333).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::privacy::last_chars;
use super::words::Words;
use super::{Facts, Read, bytes};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::domain::body::Leaf;
use crate::domain::identifier::phone::{Line, Phone, meant_hotline};
use crate::domain::kind::Kind;
use crate::model::site::Site;
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

/// Landline numbers (area code 3–4 digits, 7–8 digits), mobiles and 400 lines in running text. A
/// mobile in a case or a notice is another matter (C321).
pub(super) fn literal_phones(facts: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if matches!(read.page.kind, Kind::Contact(_)) {
        return;
    }
    let private = matches!(read.page.kind, Kind::Case(_) | Kind::Notice(_));
    for (words, span, leaf) in read.leaves() {
        if leaf != Leaf::Code {
            let public = phones(words).filter(|number| !private || !number.starts_with('1'));
            public.for_each(|number| found.push(literal(facts, number, span)));
        }
    }
}

fn literal(facts: &Facts<'_>, number: &str, at: Span) -> Diagnostic {
    let digits = Phone::parse(number).map(|phone| phone.digits);
    let owner = digits.and_then(|digits| facts.numbers.get(&digits));
    let Some(owner) = owner else {
        return Diagnostic::new(
            Code::UnknownPhone,
            at,
            say!(zh: "号码 {number} 不在联系方式里", en: "the number {number} is in no contact"),
        )
        .narrow(number)
        .hint(say!(
            zh: "打通核实后写进 contacts/，这里写 `{{{{ contact.文件名.phone }}}}`",
            en: "call it, put it into contacts/ and write `{{{{ contact.NAME.phone }}}}` here",
        ));
    };
    Diagnostic::new(
        Code::LiteralPhone,
        at,
        say!(zh: "直接写了号码 {number}", en: "the number {number} is written out"),
    )
    .narrow(number)
    .hint(say!(
        zh: "这里写 `{{{{ contact.{owner}.phone }}}}`，改号时只改联系方式",
        en: "write `{{{{ contact.{owner}.phone }}}}` here, so that a change is made once",
    ))
}

/// The digits of every number among the contacts, and the contact's file name.
pub(super) fn numbers(site: &Site) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for (_, page) in site.pages() {
        let Kind::Contact(contact) = &page.kind else { continue };
        for phone in &contact.phones {
            if let Some(read) = Phone::parse(&phone.number.value) {
                all.entry(read.digits).or_insert_with(|| page.stem().to_owned());
            }
        }
    }
    all
}

/// Words near which five digits are a hotline.
const CALLING: [&str; 3] = ["热线", "拨", "打"];

static CALLED: LazyLock<Words> = LazyLock::new(|| Words::of(&CALLING));

/// Five digits called a hotline that are one digit off the site's (C333).
pub(super) fn hotlines(facts: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let hotline = facts.site.settings().identity.hotline.as_str();
    if !bytes::any_digit(read.all()) || !CALLED.any(read.all()) {
        return;
    }
    for (text, span) in read.texts() {
        if !bytes::any_digit(text) || !CALLED.any(text) {
            continue;
        }
        for (at, number) in short_numbers(text) {
            let Some(right) = meant_hotline(number, hotline) else { continue };
            let before = last_chars(&text[..at], 8);
            let after: String = text[at + number.len()..].chars().take(3).collect();
            let called = CALLING.iter().any(|word| before.contains(word)) || after.contains("热线");
            if called {
                found.push(
                    Diagnostic::new(
                        Code::WrongHotline,
                        span,
                        say!(zh: "{number} 是不是 {right}？", en: "is {number} meant to be {right}?"),
                    )
                    .narrow(number)
                    .hint(say!(
                        zh: "写 `{{{{ hotline.number }}}}`，就不会写错",
                        en: "write `{{{{ hotline.number }}}}` and it cannot be wrong",
                    )),
                );
            }
        }
    }
}

/// Numbers of exactly five digits, and where they stand.
fn short_numbers(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let inside = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    let mut next = 0;
    text.split_inclusive(move |c: char| !inside(c)).filter_map(move |piece| {
        let start = next;
        next += piece.len();
        let word = piece.trim_end_matches(|c: char| !inside(c));
        let five = word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit());
        five.then_some((start, word))
    })
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
    let service = (piece.starts_with("400-") || piece.starts_with("800-"))
        && Phone::parse(piece).is_some_and(|phone| phone.line == Line::Service);
    mobile || landline || service
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
        assert!(is_phone("0550-0000000") && is_phone("13800000000") && is_phone("400-123-4567"));
        for other in ["2026-11-24", "12348", "05500000000", "12800000000", "010-1234567-8"] {
            assert!(!is_phone(other), "{other}");
        }
    }
}
