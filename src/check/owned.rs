//! Whose number a number of the contacts is (C318), and whether a text gives it for another township's: 池河镇的
//! 群众可以打…, with the number of another station. Who calls it stands before the wrong door.

use std::collections::BTreeMap;

use super::Facts;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::domain::identifier::phone::Phone;
use crate::domain::kind::Kind;
use crate::model::site::Site;
use crate::say;

/// The contact that a number is of.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Owner {
    /// Its file's name, without the ending.
    pub(super) file: String,
    /// Whose people it serves; nothing where several contacts share the number.
    township: Option<String>,
}

/// The digits of every number among the contacts, and whose they are.
pub(super) fn listed(site: &Site) -> BTreeMap<String, Owner> {
    let mut all: BTreeMap<String, Owner> = BTreeMap::new();
    for (_, page) in site.pages() {
        let Kind::Contact(contact) = &page.kind else { continue };
        let township = contact.township.as_ref().map(|township| township.value.clone());
        for phone in &contact.phones {
            let Some(read) = Phone::parse(&phone.number.value) else { continue };
            let new = || Owner { file: page.stem().to_owned(), township: township.clone() };
            let owner = all.entry(read.digits).or_insert_with(new);
            if owner.township != township {
                owner.township = None;
            }
        }
    }
    all
}

/// The number of one township where a text told of another one last, and of the one it is of not at all.
pub(super) fn of_another(
    facts: &Facts<'_>,
    text: &str,
    (at, number): (usize, &str),
    span: Span,
) -> Option<Diagnostic> {
    let owner = facts.numbers.get(&super::numbers::read(number)?.digits)?;
    let own = owner.township.as_deref()?;
    let all = facts.numbers.values().filter_map(|owner| owner.township.as_deref());
    let named = named_before(text, at, own, all)?;
    let message = say!(
        zh: "写的是{named}，号码 {number} 却是{own}的",
        en: "it tells of {named}, but the number {number} is that of {own}",
    );
    let file = &owner.file;
    Some(Diagnostic::new(Code::LiteralPhone, span, message).narrow(number).hint(say!(
        zh: "核对是哪里的电话，再写 `{{{{ contact.文件名.phone }}}}`；这个号码在 contacts/{file}.md 里",
        en: "see whose number is meant and write `{{{{ contact.NAME.phone }}}}`; this one is in contacts/{file}.md",
    )))
}

/// The township that a text names last before a place, where it names `own` nowhere.
fn named_before<'t>(
    text: &str,
    at: usize,
    own: &str,
    all: impl Iterator<Item = &'t str>,
) -> Option<&'t str> {
    let before = text.get(..at).filter(|_| !text.contains(own))?;
    all.filter_map(|name| Some((before.rfind(name)?, name))).max().map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::named_before;

    #[test]
    fn the_township_that_a_number_is_given_for() {
        let named = |text: &str| {
            let all = ["高塘镇", "范岗乡", "桑涧镇"];
            named_before(text, text.find('0').unwrap(), "范岗乡", all.into_iter())
                .map(str::to_owned)
        };
        assert_eq!(named("高塘镇的群众，假日打0550").as_deref(), Some("高塘镇"));
        assert_eq!(named("高塘镇、桑涧镇打0550").as_deref(), Some("桑涧镇"));
        for none in ["范岗乡打0550", "高塘镇和范岗乡打0550", "打0550，在高塘镇", "打0550"]
        {
            assert_eq!(named(none), None, "{none}");
        }
    }
}
