//! Columns: none blank, none stale.

use crate::inspect::{Group, Item, Level};
use crate::model::section::Section;
use crate::model::site::Site;
use crate::say;

/// A home page without anything new for so long fails a site (国办秘函〔2019〕19号).
const HOME_DAYS: i32 = 14;
/// So many blank columns fail a site.
const BLANK_VETO: usize = 5;
/// So many stale columns fail a site.
const STALE_VETO: usize = 10;

/// Looks at every column.
pub(super) fn columns(site: &Site) -> Group {
    let today = site.today();
    let sections = || site.sections().iter().filter(|section| !section.name.is_empty());
    let (mut items, mut lost) = (Vec::new(), 0);
    let newest = sections().filter_map(|section| site.latest(section)).max();
    match newest.map(|day| (day, today.days_since(day))) {
        Some((_, days)) if days <= HOME_DAYS => {
            let words = say!(zh: "首页 {days} 天前有更新", en: "something new {days} days ago");
            items.push(Item::new(Level::Good, words));
        }
        Some((day, days)) => {
            lost += 10;
            let words = say!(
                zh: "全站 {days} 天没有更新（最近一次 {day}），超过 {HOME_DAYS} 天会被单项否决",
                en: "nothing new for {days} days (since {day}): over {HOME_DAYS} fails the site",
            );
            items.push(Item::new(Level::Veto, words).at(vec!["index.html".to_owned()]));
        }
        None => {
            lost += 10;
            let words = say!(zh: "没有一页写了日期", en: "no page has a date");
            items.push(Item::new(Level::Bad, words));
        }
    }
    let blank: Vec<&Section> = sections().filter(|section| section.pages.is_empty()).collect();
    let veto = if blank.len() >= BLANK_VETO { Level::Veto } else { Level::Bad };
    for section in &blank {
        lost += 5;
        let title = &section.title;
        let words = say!(
            zh: "栏目“{title}”是空的：写上内容，或删去这个栏目",
            en: "the column `{title}` is blank: fill it or remove it",
        );
        items.push(Item::new(veto, words).at(vec![section.route.to_string()]));
    }
    let stale: Vec<_> = sections()
        .filter_map(|section| {
            let (most, day) = (section.kind.patience()?, site.latest(section)?);
            let days = today.days_since(day);
            (i64::from(days) > i64::from(most)).then_some((section, days, most))
        })
        .collect();
    let veto = if stale.len() >= STALE_VETO { Level::Veto } else { Level::Bad };
    for (section, days, most) in &stale {
        lost += 4;
        let title = &section.title;
        let words = say!(
            zh: "栏目“{title}”已 {days} 天没有更新（应在 {most} 天内）",
            en: "the column `{title}` has been as it is for {days} days ({most} at the most)",
        );
        items.push(Item::new(veto, words).at(vec![section.route.to_string()]));
    }
    if blank.is_empty() && stale.is_empty() {
        let words = say!(zh: "没有空白或长期不更新的栏目", en: "no blank or stale column");
        items.push(Item::new(Level::Good, words));
    }
    Group { title: say!(zh: "栏目与更新", en: "Columns"), full: 26, lost, items }
}
