//! The number that a rate is of where a full stop stands between: …办理法律援助案件1186件。办结1020件，办结率为92%.
//!
//! Every yearly report says it so. But the next sentence may be about other cases, another time or another
//! body, so it must begin with what was counted and nothing else, and the sentence before must have told one
//! number only that it can be of.

use super::part::{Part, last_part};
use super::whole::of_all_cases;

/// What a rate is of, in the sentence before it, by the word for what is counted in the rate.
fn taken_in(counted: &str, whole: &Part<'_>) -> bool {
    if counted == "满意" {
        return whole.label.contains("回访") && !whole.label.contains('未');
    }
    of_all_cases(whole) && ["办理", "受理", "承办"].iter().any(|verb| whole.label.contains(verb))
}

/// The number of the sentence `before` that `one`, the number of those `counted`, is a part of; `lead` are
/// the clauses between.
pub(super) fn told_before(
    before: &str,
    lead: &[&str],
    one: &Part<'_>,
    counted: &[&str],
) -> Option<f64> {
    let counted = counted.iter().find(|word| of_nothing_else(one.label, word))?;
    if !lead.iter().all(|clause| as_of(clause)) {
        return None;
    }
    // What stands behind 其中 is less than all.
    let all = before.split("其中").next().unwrap_or(before);
    let mut base = None;
    for clause in all.split(['，', '；', '：', '（']) {
        match last_part(clause.trim_end_matches(['，', '）', ' '])) {
            Some(part) if part.unit != one.unit => {}
            Some(part) if base.is_none() && taken_in(counted, &part) => base = Some(part),
            Some(_) => return None,
            // 近1200件, 上年的1000件: not read, or to compare with.
            None if clause.contains(one.unit) && clause.contains(|c: char| c.is_numeric()) => {
                return None;
            }
            None => {}
        }
    }
    let base = base.filter(|base| base.within + one.within == 0.0 && base.value >= one.value)?;
    let same_time = ["上半年", "下半年", "季度", "月", "累计"];
    let partly = same_time.iter().any(|word| base.label.contains(word));
    (!partly && base.value > 0.0).then_some(base.value)
}

/// Whether a label says only that so many cases were closed, in the year that the page is about.
pub(super) fn closed_cases(label: &str) -> bool {
    let label = label.trim();
    let label = ["当年", "本年", "全年", "年内"]
        .iter()
        .find_map(|lead| label.strip_prefix(lead))
        .unwrap_or(label);
    ["办结", "结案", "审结"].iter().any(|counted| of_nothing_else(label, counted))
}

/// Whether a label says only that so many were counted: 已办结案件.
fn of_nothing_else(label: &str, counted: &str) -> bool {
    let mut rest = label.trim();
    for lead in ["全年", "其中", "已经", "已", "共"] {
        rest = rest.strip_prefix(lead).unwrap_or(rest);
    }
    let behind = rest.strip_prefix(counted);
    behind.is_some_and(|behind| {
        matches!(behind.trim_end_matches(['的', '了', '有']), "" | "案件" | "法律援助案件" | "案")
    })
}

/// Whether a clause says no more than until when: 截至年底.
fn as_of(clause: &str) -> bool {
    let clause = clause.trim();
    matches!(clause, "" | "其中" | "全年" | "目前" | "年底前")
        || clause.starts_with("截至") && clause.chars().count() <= 12 && !clause.ends_with('件')
}
