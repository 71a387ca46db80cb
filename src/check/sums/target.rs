//! What a year was planned to bring, and how much of it was done (C304): 任务925件，办理999件，完成任务的108%.

use super::part::Part;
use super::rate::{Told, all_numbers, exactly};
use super::share::percent;
use crate::check::quantity::is_digit;

/// What a plan is called.
const PLANS: [&str; 4] = ["任务", "目标", "计划", "指标"];

/// A share of the one plan that the sentence gives a number. Which number it is of need not be the last
/// one, so any that gives the share is meant.
pub(super) fn of_a_target<'t>(clause: &'t str, before: &[&'t str]) -> Option<Told<'t>> {
    let (beyond, rest) = match clause.strip_prefix("超额完成") {
        Some(rest) => (100.0, rest),
        None => (0.0, done(clause)?),
    };
    let at = rest.find(is_digit)?;
    // 百分之一百零八 begins with a numeral too.
    let at = rest.find("百分之").map_or(at, |words| words.min(at));
    let percent = percent(&rest[at..]).filter(|_| is_plan(&rest[..at]))?;
    let numbers = all_numbers(before)?;
    let planned = |part: &Part<'_>| PLANS.iter().any(|word| part.label.contains(word));
    let (plans, others): (Vec<Part<'_>>, Vec<Part<'_>>) = numbers.into_iter().partition(planned);
    let [plan] = plans[..] else { return None };
    let some = ["半年", "季度", "月", "民事", "刑事", "行政", "序时"];
    if plan.value <= 0.0 || some.iter().any(|word| plan.label.contains(word)) {
        return None;
    }
    let share = |value: f64| value / plan.value * 100.0 - beyond;
    let values: Vec<f64> =
        others.iter().filter(|part| part.unit == plan.unit).map(|part| part.value).collect();
    let sum: f64 = values.iter().sum();
    if values.iter().chain([&sum]).any(|value| percent.fits(share(*value))) {
        return None;
    }
    let last = others.last().filter(|last| last.unit == plan.unit && exactly(last, &plan))?;
    Some(((last.value, plan.value), share(last.value), percent))
}

/// What stands behind the words that say how far a plan came.
fn done(clause: &str) -> Option<&str> {
    ["完成", "占", "达到", "达"].iter().find_map(|word| clause.strip_prefix(word))
}

/// Whether words name the plan as a whole: 全年目标任务的, but not 上半年任务的.
fn is_plan(words: &str) -> bool {
    const MORE: [&str; 17] = [
        "全年",
        "年度",
        "今年",
        "本年度",
        "民生工程",
        "民生实事",
        "既定",
        "预定",
        "下达",
        "省",
        "市",
        "县",
        "上级",
        "总",
        "数",
        "量",
        "的",
    ];
    let mut rest = words;
    let mut named = false;
    while !rest.is_empty() {
        let plan = PLANS.iter().find_map(|word| rest.strip_prefix(word));
        named |= plan.is_some();
        match plan.or_else(|| MORE.iter().find_map(|word| rest.strip_prefix(word))) {
            Some(next) => rest = next,
            None => return false,
        }
    }
    named
}
