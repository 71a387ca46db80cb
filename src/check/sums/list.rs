//! Parts one after the other, in front of their total or behind it.

use super::class::same_class;
use super::part::{Part, after, last_part, part, same_unit};
use super::share::{Percent, share};

/// The parts a text begins with, as far as they go.
pub(super) fn listed(behind: &str) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    let mut rest = behind.trim_start_matches(['：', '，', ' ']);
    while let Some(next) = part(rest) {
        // 其中民事612件，接待咨询1450人次: a sentence of its own behind the comma.
        let other = !parts.is_empty() && VERBS.iter().any(|verb| next.label.contains(verb));
        if other || parts.first().is_some_and(|first| !same_unit(first.unit, next.unit)) {
            break;
        }
        rest = after(rest, &next);
        parts.push(next);
        // A share in a bracket or behind a comma belongs to the part before it.
        if let Some(share) = share(rest) {
            rest = &rest[share.end..];
        }
        let bare = rest.trim_start_matches(['、', '，', '和', '及', '与', ' ']);
        // 民事300件；刑事180件: one list where the names are of one kind.
        let further = rest.strip_prefix('；').filter(|further| {
            part(further).is_some_and(|further| same_class(next.label, further.label))
        });
        match further {
            Some(further) => rest = further,
            None if bare.len() == rest.len() => break,
            None => rest = bare,
        }
    }
    parts
}

/// What begins a sentence of its own.
const VERBS: [&str; 14] = [
    "办理", "办结", "接待", "解答", "发放", "开展", "举办", "提供", "挽回", "化解", "调解", "组织",
    "同比", "增",
];

/// The parts a text ends with, the last one first, each with the share said of it.
pub(super) fn listed_before(before: &str) -> Vec<(Part<'_>, Option<Percent<'_>>)> {
    let mut parts: Vec<(Part<'_>, Option<Percent<'_>>)> = Vec::new();
    let mut rest = before;
    loop {
        rest = rest.trim_end_matches(['，', '、', ' ']);
        let (bare, percent) = without_share(rest);
        let bare = bare.trim_end_matches(['，', ' ']);
        let start = bare.rfind(['、', '，']).map_or(0, |at| at + '，'.len_utf8());
        let Some(part) = last_part(&bare[start..]) else { break };
        if parts.first().is_some_and(|(first, _)| first.unit != part.unit) {
            break;
        }
        parts.push((part, percent));
        rest = &bare[..start];
    }
    parts
}

/// A text without the share of the whole that it ends with: （占71.3%）, ，占38.4%.
fn without_share(text: &str) -> (&str, Option<Percent<'_>>) {
    let at = match text.strip_suffix('）') {
        Some(open) => open.rfind('（'),
        None => text.rfind('，'),
    };
    let said = at.and_then(|at| {
        let share = share(&text[at..])?;
        (share.of.is_empty() && share.end == text.len() - at).then_some((at, share.percent))
    });
    said.map_or((text, None), |(at, percent)| (&text[..at], Some(percent)))
}

/// 民事、刑事、行政分别为700件、384件、4件.
pub(super) fn respective(text: &str) -> Option<Vec<Part<'_>>> {
    let (labels, numbers) = text.split_once("分别").or_else(|| text.split_once('各'))?;
    if labels.contains(|c: char| c.is_ascii_digit() || matches!(c, '，' | '。')) {
        return None;
    }
    let labels = labels.trim_start_matches(['：', ':', ' ']).split(['、', '和', '及', '与']);
    let labels: Vec<&str> = labels.collect();
    let numbers = numbers.trim_start_matches(['为', '是', '有', '：', ':']);
    let mut parts = Vec::new();
    for (label, number) in labels.iter().zip(numbers.split(['、', '，', '和'])) {
        let number = part(number).filter(|part| part.label.is_empty())?;
        parts.push(Part { label, ..number });
    }
    let same = parts.iter().all(|part| part.unit == parts[0].unit);
    (labels.len() > 1 && parts.len() == labels.len() && same).then_some(parts)
}
