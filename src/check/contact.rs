//! Contacts are fresh (C310, C311) and can be called (C319), numbers live in one place (C318, C332).

use std::collections::BTreeSet;

use super::shown::shown;
use super::{Facts, Read, called, headed, hotline, numbers, owned};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::domain::body::Leaf;
use crate::domain::identifier::phone::{Line, Phone};
use crate::domain::kind::Kind;
use crate::say;

/// Numbers among the contacts that nobody can dial (C319): they are links to call with.
pub(super) fn dialable(facts: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Kind::Contact(contact) = &read.page.kind else { return };
    let hotline = facts.site.settings().identity.hotline.as_str();
    for number in contact.phones.iter().map(|phone| &phone.number) {
        let (written, at) = (number.value.trim(), number.span);
        if !can_be_dialled(written) {
            found.push(
                Diagnostic::new(
                    Code::BadPhone,
                    at,
                    say!(zh: "“{written}”打不通", en: "“{written}” cannot be dialled"),
                )
                .hint(say!(
                    zh: "一个号码一段 [[phone]]；座机带区号（0550-1234567），手机 11 位",
                    en: "one number a [[phone]]; landlines with their area code, mobiles of 11 digits",
                )),
            );
        } else if let Some(right) = hotline::meant(written, hotline) {
            found.push(hotline::wrong(written, right, at));
        }
    }
}

/// Whether somebody can dial it; behind a hotline a key may be named to press.
fn can_be_dialled(number: &str) -> bool {
    let key = |key: &str| (1..=3).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_digit());
    let pressed = || {
        let (main, rest) = number.split_once(['转', '按', '-'])?;
        Some(key(rest.trim()) && Phone::parse(main)?.line == Line::Hotline)
    };
    Phone::parse(number).is_some() || pressed() == Some(true)
}

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
    if days < 0 {
        let day = checked.value;
        found.push(
            Diagnostic::new(
                Code::UncheckedContact,
                checked.span,
                say!(zh: "核实日期 {day} 还没有到", en: "the day of checking, {day}, lies ahead"),
            )
            .hint(say!(
                zh: "checked_on 写真正打过电话的那天",
                en: "checked_on is the day somebody really called",
            )),
        );
    }
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

/// Numbers as people write them in running text, in what a front matter shows readers, and behind
/// `tel:` links. A mobile in a case or a notice is another matter (C321).
pub(super) fn literal_phones(facts: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if matches!(read.page.kind, Kind::Contact(_)) {
        return;
    }
    let private = matches!(read.page.kind, Kind::Case(_) | Kind::Notice(_));
    let mut said = BTreeSet::new();
    let mut look = |text: &str, span: Span| {
        for (at, number) in numbers::phones(text) {
            let Some(phone) = numbers::read(number) else { continue };
            if !(private && phone.line == Line::Mobile) {
                let another = owned::of_another(facts, text, (at, number), span);
                found.push(another.unwrap_or_else(|| literal(facts, number, span)));
                said.insert(phone.digits);
            }
        }
        called::find(facts, text, span, private, found);
    };
    let whole = numbers::may_hold_phone(read.all());
    if whole || called::possible(read.all()) {
        let leaves = read.leaves().filter(|(.., leaf)| *leaf != Leaf::Code);
        leaves.for_each(|(words, span, _)| look(words, span));
        shown(read.page).for_each(|(words, span)| look(words, span));
        for (line, span) in headed::lines(read.page) {
            called::find(facts, &line, span, private, found);
        }
    }
    for link in &read.page.body.links {
        let Some(number) = link.address.strip_prefix("tel:") else { continue };
        let Some(phone) = Phone::parse(number) else { continue };
        let other = private && phone.line == Line::Mobile || phone.line == Line::Hotline;
        if !other && said.insert(phone.digits) {
            found.push(literal(facts, number, link.span));
        }
    }
}

pub(super) fn literal(facts: &Facts<'_>, number: &str, at: Span) -> Diagnostic {
    let digits = numbers::read(number).map(|phone| phone.digits);
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
    written_out(number, &owner.file, at)
}

/// A number that a contact has, written into a text.
pub(super) fn written_out(number: &str, owner: &str, at: Span) -> Diagnostic {
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

#[cfg(test)]
mod tests {
    use super::can_be_dialled;

    #[test]
    fn what_can_be_dialled() {
        for number in
            ["0550-0000000", "12348", "12348转2", "12345-1", "（0550）0000000", "13800000000"]
        {
            assert!(can_be_dialled(number), "{number}");
        }
        for number in ["待定", "0550-123", "1.38E+10", "1380000000", "0000000", "12348转", ""] {
            assert!(!can_be_dialled(number), "{number}");
        }
    }
}
