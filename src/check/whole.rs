//! Rules about the site as a whole: one office, one number (C331); one figure, one value (C334);
//! columns that live (C336–C338).

use std::collections::{BTreeMap, BTreeSet};

use super::Facts;
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::{Span, Spanned};
use crate::domain::identifier::phone::Phone;
use crate::domain::kind::{Kind, KindName};
use crate::domain::kinds::contact::Contact;
use crate::domain::page::Page;
use crate::say;

/// The digits of a contact's numbers.
fn numbers(contact: &Contact) -> BTreeSet<String> {
    contact.phones.iter().filter_map(|p| Some(Phone::parse(&p.number.value)?.digits)).collect()
}

pub(super) fn one_office_one_number(facts: &Facts<'_>, found: &mut Vec<Diagnostic>) {
    let mut offices: BTreeMap<&str, (&Page, BTreeSet<String>)> = BTreeMap::new();
    for (_, page) in facts.site.pages() {
        let Kind::Contact(contact) = &page.kind else { continue };
        let name = contact.name.as_ref().unwrap_or(&page.head.title);
        let own = numbers(contact);
        let Some((other, known)) = offices.get(name.value.trim()) else {
            offices.insert(name.value.trim(), (page, own));
            continue;
        };
        if !own.is_empty() && !known.is_empty() && own.is_disjoint(known) {
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
        }
    }
}

/// A figure: its period and its label.
type Named<'a> = (&'a str, &'a str);

pub(super) fn figures_agree(facts: &Facts<'_>, found: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<Named<'_>, (&Page, &Spanned<f64>, &str)> = BTreeMap::new();
    for (_, page) in facts.site.pages() {
        let Kind::Statistics(statistics) = &page.kind else { continue };
        let Some(period) = &statistics.period else { continue };
        for figure in &statistics.figures {
            let unit = figure.unit.as_ref().map_or("", |unit| unit.value.as_str());
            let name = (period.value.as_str(), figure.label.value.as_str());
            match known.get(&name) {
                Some((other, value, _)) if (value.value - figure.value.value).abs() > 1e-9 => {
                    found.push(differs(
                        name,
                        figure.value.value,
                        value.value,
                        other,
                        figure.value.span,
                    ));
                }
                Some(_) => {}
                None => drop(known.insert(name, (page, &figure.value, unit))),
            }
        }
    }
    if known.is_empty() {
        return;
    }
    let years: BTreeSet<&str> = known.keys().map(|(period, _)| year(period)).collect();
    for (_, page) in facts.site.pages() {
        if matches!(page.kind.name(), KindName::Article | KindName::Event | KindName::Page) {
            crate::domain::body::each_leaf(&page.body, &mut |words, span, _| {
                if !years.iter().any(|year| words.contains(year)) {
                    return;
                }
                for ((period, label), (other, value, unit)) in &known {
                    if unit.is_empty() || !words.contains(label) || !words.contains(year(period)) {
                        continue;
                    }
                    if let Some(said) = said(words, label, unit)
                        && (said - value.value).abs() > 1e-9
                    {
                        found.push(differs((period, label), said, value.value, other, span));
                    }
                }
            });
        }
    }
}

/// 2026 of 2026年上半年.
fn year(period: &str) -> &str {
    period.get(..4).unwrap_or(period)
}

fn differs(name: Named<'_>, here: f64, there: f64, other: &Page, at: Span) -> Diagnostic {
    let ((period, label), path) = (name, &other.path);
    Diagnostic::new(
        Code::FigureDiffers,
        at,
        say!(
            zh: "{period}的“{label}”这里是 {here}，{path} 里是 {there}",
            en: "“{label}” of {period} is {here} here and {there} in {path}",
        ),
    )
    .hint(say!(
        zh: "与台账核对；正文可写 `{{{{ figure.页名.数字名 }}}}`，只改一处",
        en: "compare with the register; `{{{{ figure.PAGE.ID }}}}` keeps it in one place",
    ))
}

/// The number that stands right behind the label and before the unit: 办理案件999件 → 999. None where
/// it is said to be about so many.
fn said(words: &str, label: &str, unit: &str) -> Option<f64> {
    let rest = &words[words.find(label)? + label.len()..];
    let start = rest.char_indices().take(4).find(|(_, c)| c.is_ascii_digit())?.0;
    let about = rest[..start].contains(['约', '近', '超', '逾', '增', '降']);
    let digits = &rest[start..];
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(digits.len());
    let exact = digits[end..].trim_start().starts_with(unit) && !about;
    exact.then(|| digits[..end].replace(',', "").parse().ok()).flatten()
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
    if let (Some(limit), Some(day)) = (facts.settings.home_days, newest)
        && let Some(days) = stale(day, limit)
    {
        let message = say!(zh: "全站 {days} 天没有新内容", en: "nothing new for {days} days");
        found.push(Diagnostic::general(Code::StaleHome, message).hint(say!(
            zh: "发一条援助动态，或核实后更新旧页面的 updated",
            en: "publish an article, or check an old page and set `updated`",
        )));
    }
    let Some(limit) = facts.settings.column_days else { return };
    use KindName::{Article, Case, Event, Notice, Statistics};
    let moving = sections
        .iter()
        .filter(|section| matches!(section.kind, Article | Case | Event | Notice | Statistics));
    for section in moving {
        let Some(days) = facts.site.latest(section).and_then(|day| stale(day, limit)) else {
            continue;
        };
        let title = &section.title;
        let message =
            say!(zh: "“{title}”{days} 天没有更新", en: "nothing new in “{title}” for {days} days");
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
    use super::said;

    #[test]
    fn figures_in_running_text() {
        assert_eq!(said("2020年办理案件999件", "办理案件", "件"), Some(999.0));
        assert_eq!(said("接待咨询共1,450人次", "接待咨询", "人次"), Some(1450.0));
        for text in ["办理案件约999件", "办理案件999余件", "办理案件的质量", "办理案件999起"]
        {
            assert_eq!(said(text, "办理案件", "件"), None, "{text}");
        }
    }
}
