//! What parts are parts of: the number before 其中, before a bracket, of a whole year.

use super::part::{Part, last_part, same_unit};

/// The number before 其中 that the parts are of: the nearest that is no comparison. Where the nearest
/// is of another unit (…500人，举办讲座20场，其中参加1200人) or not read (近千件), none is.
pub(super) fn whole<'t>(before: &'t str, unit: &str) -> Option<Part<'t>> {
    for clause in clauses(before) {
        match last_part(clause) {
            Some(part) if compared(part.label) => {}
            Some(part) => return same_unit(part.unit, unit).then_some(part),
            None if clause.ends_with('%') => {}
            None if !unit.is_empty() && clause.contains(unit) => return None,
            None if clause.contains(|c: char| c.is_ascii_digit()) => return None,
            None => {}
        }
    }
    None
}

/// The same where a full stop stands between: …586件。其中民事400件. A sentence may have told several numbers
/// by then; none is sure to be meant, so it is the greatest, and whether it is the only one.
pub(super) fn whole_of_sentence<'t>(before: &'t str, unit: &str) -> Option<(Part<'t>, bool)> {
    let mut greatest: Option<Part<'t>> = None;
    let mut only = true;
    for clause in clauses(before) {
        match last_part(clause) {
            Some(part) if compared(part.label) || !same_unit(part.unit, unit) => {}
            Some(part) => {
                only &= greatest.is_none();
                greatest = greatest.filter(|it| it.value >= part.value).or(Some(part));
            }
            None if clause.ends_with('%') => {}
            None if clause.contains(|c: char| c.is_ascii_digit()) => return None,
            None => {}
        }
    }
    greatest.map(|part| (part, only))
}

/// The clauses of a text, the last one first.
fn clauses(text: &str) -> impl Iterator<Item = &str> {
    let clauses = text.rsplit(['，', '（', '：', '；']).map(|it| it.trim_end_matches(['）', ' ']));
    clauses.filter(|clause| !clause.is_empty())
}

/// Whether a number is there to compare another with, or is a plan.
fn compared(label: &str) -> bool {
    let within = ["增", "减", "比", "同期", "多", "少", "目标", "任务", "计划"];
    // （上年899件）: another year's number beside this one.
    within.iter().any(|word| label.contains(word)) || label.ends_with("年")
}

/// The number that a list in brackets or behind a colon stands right behind.
pub(super) fn directly_before(before: &str) -> Option<Part<'_>> {
    let before = before.trim_end_matches(['，', ' ']);
    let clause = before.rsplit(['，', '（', '：', '；']).next()?;
    last_part(clause).filter(|part| !compared(part.label))
}

/// Whether a number is said of all cases, so that what stands beside it in one breath is of it:
/// 共办理案件999件，民事612件; not 上年结转100件, not 法律帮助案件501件.
pub(super) fn of_all_cases(whole: &Part<'_>) -> bool {
    const CASES: [&str; 11] =
        ["办理", "受理", "承办", "办案", "指派", "审批", "案件", "抽查", "抽取", "评查", "评估"];
    const LESS: [&str; 18] = [
        "结转",
        "帮助",
        "同期",
        "旧",
        "另",
        "未",
        "调解",
        "咨询",
        "民事",
        "刑事",
        "行政",
        "诉讼",
        "其中",
        "结",
        "值班",
        "阶段",
        "农民工",
        "执行",
    ];
    !compared(whole.label)
        && CASES.iter().any(|word| whole.label.contains(word))
        && !LESS.iter().any(|word| whole.label.contains(word))
}

/// Whether parts are those of a year, all of them and of one thing: 上半年200件、下半年310件.
pub(super) fn times(parts: &[Part<'_>]) -> bool {
    const HALVES: [&str; 2] = ["上半年", "下半年"];
    const QUARTERS: [&str; 4] = ["一季度", "二季度", "三季度", "四季度"];
    [&HALVES[..], &QUARTERS].iter().any(|names| {
        let mut left: Vec<&str> = names.to_vec();
        let things: Vec<Option<&str>> = parts
            .iter()
            .map(|part| {
                let label = part.label.trim_start_matches('第');
                let at = left.iter().position(|name| label.starts_with(*name))?;
                Some(&label[left.remove(at).len()..])
            })
            .collect();
        left.is_empty() && things.iter().all(|thing| thing.is_some() && *thing == things[0])
    })
}
