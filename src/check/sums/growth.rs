//! What grew by how much (C304): 比上年的1000件增长25%, 由800件减少到600件，下降25%, 上年400件，今年500件，增长25%.

use super::part::{Part, last_part, part};
use super::rate::{Told, behind, exactly, of_another};
use super::share::{Percent, percent};
use super::whole::of_all_cases;

/// 1200件，比上年的1000件增长25%.
pub(super) fn compared<'t>(clause: &'t str, before: &[&'t str]) -> Option<Told<'t>> {
    let rest = clause.strip_prefix(['比', '较', '同'])?;
    let then = part(rest)?;
    let (up, percent) = change(behind(rest, &then))?;
    let now = last_part(before.last()?).filter(|now| now.unit == then.unit)?;
    let grown = |other: f64| (other - then.value).abs() / then.value * 100.0;
    if of_another(
        before,
        &percent,
        |other| if (other > then.value) == up { grown(other) } else { -1e9 },
    ) {
        return None;
    }
    changed(&then, &now, up, percent)
}

/// 与上年的1000件相比，增长25%: what is compared is the number before it, or that of all cases in the sentence
/// before.
pub(super) fn against<'t>(clause: &'t str, before: &[&'t str], told: &'t str) -> Option<Told<'t>> {
    let clause = clause.trim_start_matches("同比");
    let (up, percent) = change(clause)?;
    let [lead @ .., earlier] = before else { return None };
    let rest = earlier.strip_prefix(['与', '同', '和', '跟', '较', '比'])?;
    let then = part(rest)?;
    if !matches!(behind(rest, &then), "相比" | "比较" | "比" | "相比较") {
        return None;
    }
    let now = match lead.last() {
        Some(last) => last_part(last)?,
        None => of_all_told(told, then.unit)?,
    };
    (now.unit == then.unit).then(|| changed(&then, &now, up, percent))?
}

/// The number of all cases that a sentence tells, where it tells one in this unit before its parts.
fn of_all_told<'t>(told: &'t str, unit: &str) -> Option<Part<'t>> {
    let all = told.split("其中").next().unwrap_or(told);
    let parts = all.split(['，', '；', '（', '）']).filter_map(last_part);
    let mut parts = parts.filter(|part| part.unit == unit);
    let one = parts.next().filter(of_all_cases)?;
    parts.next().is_none().then_some(one)
}

/// 由800件减少到600件，下降35%.
pub(super) fn from_to<'t>(clause: &'t str, before: &[&'t str]) -> Option<Told<'t>> {
    let (up, percent) = change(clause)?;
    let earlier = *before.last()?;
    let at = earlier.rfind(['由', '从'])?;
    let rest = &earlier[at + '由'.len_utf8()..];
    let then = part(rest)?;
    let rest = behind(rest, &then);
    let to =
        ["到", "至", "为"].iter().filter_map(|word| Some(rest.find(word)? + word.len())).min()?;
    let now = part(&rest[to..]).filter(|now| now.unit == then.unit)?;
    behind(rest, &now).is_empty().then_some(())?;
    changed(&then, &now, up, percent)
}

/// 2024年办理案件100件，2025年办理案件150件，同比增长50%: one thing in two years, the later one last.
pub(super) fn since<'t>(clause: &'t str, before: &[&'t str]) -> Option<Told<'t>> {
    let rest = ["同比", "比上年", "较上年"].iter().find_map(|lead| clause.strip_prefix(lead));
    let (up, percent) = change(rest.unwrap_or(clause))?;
    let [.., then, now] = before else { return None };
    let (then, now) = (last_part(then)?, last_part(now)?);
    let ((earlier, of_then), (later, of_now)) = (year(then.label)?, year(now.label)?);
    let follows = earlier + 1 == later && then.unit == now.unit && of_then == of_now;
    follows.then(|| changed(&then, &now, up, percent))?
}

/// The year a label begins with, this one being the first, and what is counted in it.
fn year(label: &str) -> Option<(i32, &str)> {
    const NAMES: [(&str, i32); 4] = [("上年", -1), ("去年", -1), ("今年", 0), ("本年", 0)];
    let named = NAMES.iter().find_map(|(name, year)| Some((*year, label.strip_prefix(name)?)));
    let (year, rest) = named.or_else(|| {
        let (year, rest) = label.split_once('年').filter(|(year, _)| year.len() == 4)?;
        Some((year.parse().ok()?, rest))
    })?;
    let rest = ["度", "全年", "全县", "我县", "中心", "共"]
        .iter()
        .fold(rest, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
    Some((year, rest))
}

/// 增长25%, 下降了35%: whether it is more, and by how much.
fn change(text: &str) -> Option<(bool, Percent<'_>)> {
    const UP: [&str; 6] = ["增长", "上升", "增加", "提高", "增幅", "多"];
    const DOWN: [&str; 5] = ["下降", "减少", "降低", "降幅", "少"];
    let found = |words: &[&str]| words.iter().find_map(|word| text.strip_prefix(word));
    let (up, rest) = match found(&UP) {
        Some(rest) => (true, rest),
        None => (false, found(&DOWN)?),
    };
    Some((up, percent(rest.trim_start_matches(['了', '为', '达', ' ']))?))
}

fn changed<'t>(
    then: &Part<'_>,
    now: &Part<'_>,
    up: bool,
    percent: Percent<'t>,
) -> Option<Told<'t>> {
    let exact = (now.value - then.value) / then.value * 100.0;
    let exact = if up { exact } else { -exact };
    (then.value > 0.0 && exactly(then, now)).then_some(((now.value, then.value), exact, percent))
}
