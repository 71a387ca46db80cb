//! Rules about the site as a whole: one office, one number (C331); columns that live (C336–C338);
//! drafts that nobody checks (M212).

use std::collections::{BTreeMap, BTreeSet};

use super::Facts;
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::Diagnostic;
use crate::domain::identifier::phone::Phone;
use crate::domain::kind::Kind;
use crate::domain::kinds::contact::Contact;
use crate::domain::page::Page;
use crate::say;

/// The digits of a contact's numbers.
fn numbers(contact: &Contact) -> BTreeSet<String> {
    contact.phones.iter().filter_map(|p| Some(Phone::parse(&p.number.value)?.digits)).collect()
}

pub(super) fn one_office_one_number(facts: &Facts<'_>, found: &mut Vec<Diagnostic>) {
    let county = county(facts);
    let mut offices: BTreeMap<String, (&Page, BTreeSet<String>)> = BTreeMap::new();
    for (_, page) in facts.site.pages() {
        let Kind::Contact(contact) = &page.kind else { continue };
        let name = contact.name.as_ref().unwrap_or(&page.head.title);
        let own = numbers(contact);
        for key in [Some(bare_name(&name.value, county)), place(contact)].into_iter().flatten() {
            let Some((other, known)) = offices.get(&key) else {
                offices.insert(key, (page, own.clone()));
                continue;
            };
            if own.is_empty() || known.is_empty() || !own.is_disjoint(known) {
                continue;
            }
            let (office, path) = (name.value.trim(), &other.path);
            found.push(
                Diagnostic::new(
                    Code::TwoNumbers,
                    contact.phones.first().map_or(name.span, |phone| phone.number.span),
                    say!(
                        zh: "“{office}”在 {path} 里是另一个号码",
                        en: "“{office}” has another number in {path}",
                    ),
                )
                .hint(say!(
                    zh: "两个都打一遍，留下通的那个；是两个科室的，把名称写清楚",
                    en: "call both and keep the one that works; for two rooms give each its name",
                )),
            );
            break;
        }
    }
}

/// Who imports a case, mends it and sees “all is well” must know that nobody looked at it: what gives
/// somebody away is found in a draft only when drafts are asked for.
pub(super) fn drafts_unchecked(facts: &Facts<'_>, found: &mut Vec<Diagnostic>) {
    let drafts = facts.site.left_out();
    let Some(first) = drafts.first else { return };
    let number = drafts.number;
    found.push(
        Diagnostic::new(
            Code::DraftsUnchecked,
            first,
            say!(
                zh: "{number} 篇草稿没有检查，也不发布，第一篇在这里",
                en: "drafts not checked and not published: {number}; the first is this one",
            ),
        )
        .hint(say!(
            zh: "发布以前先查草稿：`lantian check --drafts`；核对完，删去 draft = true 那一行",
            en: "before publishing check them too: `lantian check --drafts`; then delete the line draft = true",
        )),
    );
}

/// The county of the site, as its bodies are named: 定远县 of 定远县司法局.
fn county<'a>(facts: &'a Facts<'_>) -> Option<&'a str> {
    let identity = &facts.site.settings().identity;
    let names = [identity.sponsor.as_deref(), identity.organiser.as_deref(), Some(&identity.title)];
    names.into_iter().flatten().find_map(|name| {
        let (at, sign) = name.char_indices().find(|(at, c)| *at > 0 && "县市区旗".contains(*c))?;
        Some(&name[..at + sign.len_utf8()])
    })
}

/// What people shorten in the names of offices.
const SHORT: [(&str, &str); 6] = [
    ("法援", "法律援助"),
    ("人力资源和社会保障", "人社"),
    ("人力资源社会保障", "人社"),
    ("人民法院", "法院"),
    ("人民检察院", "检察院"),
    ("劳动争议仲裁", "劳动人事争议仲裁"),
];

/// An office's name without spaces and without the county before it, written out alike: 定远县
/// 法律援助中心, 县法援中心 and 定远法律援助中心 are 法律援助中心.
fn bare_name(name: &str, county: Option<&str>) -> String {
    let name: String = name.split_whitespace().collect();
    let before = county.into_iter().flat_map(|county| {
        let at = county.char_indices().next_back().map_or(0, |(at, _)| at);
        let (stem, sign) = county.split_at(at);
        [county, sign, stem]
            .into_iter()
            .filter(move |part| part.chars().count() > 1 || *part == sign)
    });
    let rest = before.filter_map(|before| name.strip_prefix(before)).find(|rest| !rest.is_empty());
    let bare = rest.unwrap_or(&name).to_owned();
    SHORT.iter().fold(bare, |name, (one, other)| name.replace(one, other))
}

/// Where an office is and what it is: two centres at one address are one. A window and a centre in
/// one house have each their own number.
fn place(contact: &Contact) -> Option<String> {
    let address: String = contact.address.as_ref()?.value.split_whitespace().collect();
    let role = contact.role.as_ref()?.value.word();
    // A house, not just a street: 花园路 may have several offices.
    address.contains(['号', '楼', '室']).then(|| format!("{role} {address}"))
}

pub(super) fn blank_columns(facts: &Facts<'_>, found: &mut Vec<Diagnostic>) {
    for section in facts.site.sections().iter().filter(|section| !section.name.is_empty()) {
        if let (Some(index), true) = (section.index, section.pages.is_empty()) {
            let title = &section.title;
            found.push(
                Diagnostic::new(
                    Code::BlankColumn,
                    facts.site.page(index).head.title.span,
                    say!(zh: "“{title}”里一页也没有", en: "“{title}” has no page"),
                )
                .hint(say!(
                    zh: "写上内容；暂时没有的，把 _index.md 设为 draft = true",
                    en: "write a page, or set draft = true in its _index.md for now",
                )),
            );
        }
    }
}

pub(super) fn living_columns(facts: &Facts<'_>, found: &mut Vec<Diagnostic>) {
    let sections = facts.site.sections();
    let stale = |day: Date, limit: u32| {
        let days = facts.today.days_since(day);
        (i64::from(days) > i64::from(limit)).then_some(days)
    };
    let newest = sections.iter().filter_map(|section| facts.site.latest(section)).max();
    if let Some(days) = newest.and_then(|day| stale(day, facts.settings.home_days)) {
        let message = say!(zh: "全站 {days} 天没有新内容", en: "nothing new for {days} days");
        found.push(Diagnostic::general(Code::StaleHome, message).hint(say!(
            zh: "发一条援助动态，或核实后更新旧页面的 updated",
            en: "publish an article, or check an old page and set `updated`",
        )));
    }
    for section in sections {
        let limit = facts.settings.column_days.of(&section.name, section.kind);
        let (Some(limit), Some(day)) = (limit, facts.site.latest(section)) else { continue };
        let Some(days) = stale(day, limit) else { continue };
        let title = &section.title;
        let message = say!(
            zh: "“{title}”{days} 天没有更新（最多 {limit} 天）",
            en: "nothing new in “{title}” for {days} days ({limit} at most)",
        );
        let finding = match section.index {
            Some(index) => {
                Diagnostic::new(Code::StaleColumn, facts.site.page(index).head.title.span, message)
            }
            None => Diagnostic::general(Code::StaleColumn, message),
        };
        found.push(finding.hint(say!(
            zh: "更新内容；长年不更新的，并到别的栏目去",
            en: "publish something, or move its pages to another column",
        )));
    }
}

#[cfg(test)]
mod tests {
    use super::bare_name;

    #[test]
    fn one_office_however_it_is_named() {
        let bare = |name: &str| bare_name(name, Some("定远县"));
        for name in ["定远县法律援助中心", "县法律援助中心", "定远法律援助中心", "定远县 法援中心"]
        {
            assert_eq!(bare(name), "法律援助中心", "{name}");
        }
        assert_ne!(bare("县司法局"), bare("法律援助中心"));
        assert_ne!(bare("凤阳县法律援助中心"), bare("定远县法律援助中心"));
        assert_eq!(bare_name("县法院", Some("某县")), bare_name("某县人民法院", Some("某县")));
    }
}
