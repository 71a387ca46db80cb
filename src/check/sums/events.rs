//! A total of so many events, places or people, each with its number before it: 三个镇来了126人、88人、71人，三场一共
//! 285人; 四场活动，广场发手册400本，….
//!
//! The count says how many numbers there are. Between them other numbers stand as often (来了100人，其中老人20
//! 人), so all that were read must be as many and told alike.

use super::part::Part;
use crate::domain::citation::parse_numeral;

/// What events, places and people are counted in.
const MEASURES: [&str; 14] =
    ["场", "站", "处", "户", "家", "人", "镇", "乡", "村", "个", "名", "位", "次", "天"];

/// The number that a text ends with in words or digits, from two to twenty.
fn count(text: &str) -> Option<usize> {
    let numeral = |c: char| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c);
    let number = &text[text.trim_end_matches(numeral).len()..];
    let count = if number == "两" { Some(2) } else { parse_numeral(number) };
    count.map(usize::from).filter(|count| (2..=20).contains(count))
}

/// A text without a count that it ends with: 71人，三场.
pub(super) fn counted(before: &str) -> Option<(&str, usize)> {
    let bare = ["活动", "集", "乡镇", "工作站", "村", "镇"]
        .iter()
        .find_map(|noun| before.strip_suffix(noun).filter(|rest| rest.ends_with('个')))
        .unwrap_or(before);
    let rest = MEASURES.iter().find_map(|measure| bare.strip_suffix(measure))?;
    let count = count(rest)?;
    let numeral = |c: char| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c);
    let rest = rest.trim_end_matches(numeral);
    // 共四场 is a clause of its own; 十四人 behind words is no count of what was told.
    rest.ends_with(['，', '、']).then_some((rest, count))
}

/// Whether a sentence says at its head that there are so many: 三场活动，.
pub(super) fn announced(head: &str, parts: usize) -> bool {
    let head = head.trim_end_matches(['，', '：', ' ']);
    let clause = head.rsplit('，').next().unwrap_or(head);
    MEASURES.iter().any(|measure| {
        clause.match_indices(measure).any(|(at, _)| count(&clause[..at]) == Some(parts))
    })
}

/// Whether numbers are told alike: each behind the same words (炉桥镇来了, 池河镇来了), or behind the name of a
/// place or a person and nothing else.
pub(super) fn alike(parts: &[Part<'_>]) -> bool {
    const OTHERS: [&str; 9] = ["其中", "另", "还", "每", "上年", "去年", "同期", "比", "增"];
    // The last one first; the first one of a sentence may have its verb: 广场发手册400本，炉桥镇260本.
    let labels: Vec<&str> = parts.iter().map(|part| part.label.trim()).collect();
    let Some((first, rest)) = labels.split_last() else { return false };
    let plain = |label: &&str| !label.is_empty() && !OTHERS.iter().any(|word| label.contains(word));
    let ending = |label: &str| label.chars().rev().take(2).collect::<String>();
    let same_end = rest.iter().all(|label| ending(label) == ending(first));
    let named = rest.iter().all(|label| {
        label.ends_with(['镇', '乡', '村', '县', '某', '场', '站', '校', '社', '区', '天', '组'])
            && label.chars().count() <= 6
    });
    labels.iter().all(plain) && !rest.is_empty() && (same_end || named)
}

#[cfg(test)]
mod tests {
    use super::{announced, counted};

    #[test]
    fn counts_of_events() {
        assert_eq!(counted("71人，三场"), Some(("71人，", 3)));
        assert_eq!(counted("71人，四个乡镇"), Some(("71人，", 4)));
        for none in ["71人", "来了三场", "71人，", "71人，一场", ""] {
            assert_eq!(counted(none), None, "{none}");
        }
        assert!(announced("三场活动，", 3) && announced("五天走了四个乡镇，", 4));
        assert!(!announced("三场活动，", 2) && !announced("活动，", 2));
    }
}
