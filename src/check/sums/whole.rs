//! What parts are parts of: the number before 其中, before a bracket, of a whole year.

use super::part::{Part, last_part, part};

/// The number before 其中 that the parts are of: the nearest that is no comparison. Where the nearest
/// is of another unit (…500人，举办讲座20场，其中参加1200人) or not read (近千件), none is.
pub(super) fn whole<'t>(before: &'t str, unit: &str) -> Option<Part<'t>> {
    let clauses =
        before.rsplit(['，', ',', '（', '(', '：']).map(|it| it.trim_end_matches(['）', ')', ' ']));
    for clause in clauses.filter(|clause| !clause.is_empty()) {
        match last_part(clause) {
            Some(part) if compared(part.label) => {}
            Some(part) => return (part.unit == unit).then_some(part),
            None if clause.ends_with(['%', '％']) => {}
            None if clause.contains(unit) || clause.contains(|c: char| c.is_ascii_digit()) => {
                return None;
            }
            None => {}
        }
    }
    None
}

/// 民事、刑事、行政分别为700件、384件、4件.
pub(super) fn respective(behind: &str) -> Option<Vec<Part<'_>>> {
    let (labels, numbers) = behind.split_once("分别")?;
    if labels.contains(|c: char| c.is_ascii_digit() || c == '，') {
        return None;
    }
    let labels = labels.trim_start_matches(['：', ':', ' ']).split(['、', '和', '及', '与']);
    let labels: Vec<&str> = labels.collect();
    let numbers = numbers.trim_start_matches(['为', '是', '有', '：', ':']);
    let mut parts = Vec::new();
    for (label, number) in labels.iter().zip(numbers.split(['、', '，', ',', '和'])) {
        let number = part(number).filter(|part| part.label.is_empty())?;
        parts.push(Part { label, ..number });
    }
    (parts.len() == labels.len() && parts.iter().all(|part| part.unit == parts[0].unit))
        .then_some(parts)
}

/// Whether a number is there to compare another with, or is a plan.
fn compared(label: &str) -> bool {
    let within = ["增", "减", "比", "同期", "多", "少", "目标", "任务", "计划"];
    // （上年899件）: another year's number beside this one.
    within.iter().any(|word| label.contains(word)) || label.ends_with("年")
}

/// The number that a list in brackets or behind a colon stands right behind.
pub(super) fn directly_before(before: &str) -> Option<Part<'_>> {
    let before = before.trim_end_matches(['，', ',', ' ']);
    let clause = before.rsplit(['，', ',', '（', '(', '：', '；']).next()?;
    last_part(clause).filter(|part| !compared(part.label))
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
