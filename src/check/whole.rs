//! Rules about the site as a whole: one office, one number (C331); columns that live (C336–C338);
//! drafts that nobody checks (M212).

use std::collections::{BTreeMap, BTreeSet};

use super::Facts;
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Spanned;
use crate::domain::identifier::phone::Phone;
use crate::domain::kind::Kind;
use crate::domain::kinds::contact::{Contact, Role};
use crate::domain::page::Page;
use crate::say;

/// The digits of a contact's numbers.
fn numbers(contact: &Contact) -> BTreeSet<String> {
    contact.phones.iter().filter_map(|p| Some(Phone::parse(&p.number.value)?.digits)).collect()
}

pub(super) fn one_office_one_number(facts: &Facts<'_>, found: &mut Vec<Diagnostic>) {
    let county = county(facts);
    let mut named: BTreeMap<String, Office<'_>> = BTreeMap::new();
    let mut housed: BTreeMap<String, Vec<Office<'_>>> = BTreeMap::new();
    for (_, page) in facts.site.pages() {
        let Kind::Contact(contact) = &page.kind else { continue };
        let name = contact.name.as_ref().unwrap_or(&page.head.title);
        let here = Office { page, bare: bare_name(&name.value, county), numbers: numbers(contact) };
        let place = place(contact);
        let neighbours = place.as_ref().and_then(|place| housed.get(place)).into_iter().flatten();
        let alike = neighbours.filter(|other| here.may_be(other));
        if let Some(other) =
            named.get(&here.bare).into_iter().chain(alike).find(|it| here.differs(it))
        {
            found.push(two_numbers(contact, name, other.page));
        }
        if let Some(house) = place.map(|place| housed.entry(place).or_default())
            && house.len() < NEIGHBOURS
        {
            house.push(here.clone());
        }
        named.entry(here.bare.clone()).or_insert(here);
    }
}

/// Offices of one house and role that are compared with each other.
const NEIGHBOURS: usize = 32;

/// An office among the contacts.
#[derive(Clone)]
struct Office<'a> {
    page: &'a Page,
    /// Its name without the county.
    bare: String,
    numbers: BTreeSet<String>,
}

impl Office<'_> {
    /// Whether it can be the same office in the same house: one name is within the other. 妇联 and 残联
    /// under one roof each have their own station.
    fn may_be(&self, other: &Self) -> bool {
        self.bare.contains(&other.bare) || other.bare.contains(&self.bare)
    }

    /// Whether both have numbers, and none in common.
    fn differs(&self, other: &Self) -> bool {
        let (own, known) = (&self.numbers, &other.numbers);
        !own.is_empty() && !known.is_empty() && own.is_disjoint(known)
    }
}

fn two_numbers(contact: &Contact, name: &Spanned<String>, other: &Page) -> Diagnostic {
    let (office, path) = (name.value.trim(), &other.path);
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
    ))
}

/// The hotline of site.toml, on every page and poster, against that of the contacts (C331).
pub(super) fn one_hotline(facts: &Facts<'_>, found: &mut Vec<Diagnostic>) {
    let hotline = facts.site.settings().identity.hotline.as_str();
    let hotlines = facts.site.pages().filter_map(|(_, page)| match &page.kind {
        Kind::Contact(it) if it.role.as_ref().is_some_and(|role| role.value == Role::Hotline) => {
            Some(it)
        }
        _ => None,
    });
    let numbers = hotlines.flat_map(|contact| &contact.phones).map(|phone| &phone.number);
    let numbers: Vec<_> = numbers.collect();
    let Some(first) = numbers.first() else { return };
    let same = |number: &str| match (Phone::parse(number), Phone::parse(hotline)) {
        (Some(a), Some(b)) => a.digits == b.digits,
        _ => number.trim() == hotline.trim(),
    };
    if numbers.iter().any(|number| same(&number.value)) {
        return;
    }
    let here = &first.value;
    found.push(
        Diagnostic::new(
            Code::TwoNumbers,
            first.span,
            say!(
                zh: "这里的热线是 {here}，site.toml 的 [hotline] 写的是 {hotline}",
                en: "the hotline here is {here}, in [hotline] of site.toml it is {hotline}",
            ),
        )
        .hint(say!(
            zh: "两个都打一遍，改成通的那个：海报、名片、每页的电话都用 site.toml 里的号码",
            en: "call both and keep the one that works: posters, cards and every page take that of site.toml",
        )),
    );
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

/// Where an office is and what it is. A window and a centre in one house have each their own number.
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
