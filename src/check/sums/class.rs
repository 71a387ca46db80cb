//! Names of parts that exclude each other: 民事, 刑事, 行政.

use super::part::Part;

/// Names of which a case, a caller or a day has one and no other; more such names that are rare; and
/// whether every one of the first has a number only where nothing is left out.
const CLASSES: [(&[&str], &[&str], bool); 7] = [
    (&["民事", "刑事", "行政"], &["国家赔偿", AID], true),
    (&["诉讼", "非诉讼"], &[], true),
    (&["线上", "线下"], &[], true),
    (&["来访", "来电", "来信"], &["网络", "网上", "电话", "现场", "当面"], false),
    (&["男", "女"], &[], true),
    (&["男性", "女性"], &[], true),
    (&["优秀", "良好", "合格"], &["不合格"], false),
];

/// Counted among cases by some offices and beside them by others.
pub(super) const AID: &str = "法律帮助";

/// How many parts from the first on exclude each other, where they are two at least, and whether they
/// are all there can be.
pub(super) fn class(parts: &[Part<'_>]) -> Option<(usize, bool)> {
    let named =
        |part: &Part<'_>, names: &[&str]| names.iter().position(|name| bare(part.label) == *name);
    CLASSES.iter().find_map(|(all, more, whole)| {
        let names: Vec<&str> = all.iter().chain(*more).copied().collect();
        let mut seen: Vec<usize> = parts.iter().map_while(|part| named(part, &names)).collect();
        let count = seen.len();
        seen.sort_unstable();
        seen.dedup();
        let complete =
            *whole && (0..all.len()).all(|name| seen.contains(&name)) && count == parts.len();
        (count >= 2 && seen.len() == count).then_some((count, complete))
    })
}

/// A label without what every label could add to it.
pub(super) fn bare(label: &str) -> &str {
    let mut bare = label.trim_matches([' ', '：', ':', '“', '”']);
    for lead in ["办理", "受理", "法律援助", "有", "涉及", "接待", "评为", "评定为"]
    {
        bare = bare.strip_prefix(lead).unwrap_or(bare);
    }
    for end in ["为", "有", "共", "案件", "卷宗", "法律援助", "案", "咨询", "类", "受援人"]
    {
        bare = bare.strip_suffix(end).unwrap_or(bare);
    }
    // 民事诉讼 and 刑事辩护 are 民事 and 刑事; 非诉讼 is not 非.
    let kind = ["诉讼", "辩护", "代理"].iter().find_map(|end| bare.strip_suffix(end));
    kind.filter(|kind| CLASSES[0].0.contains(kind)).unwrap_or(bare)
}

/// Whether a label is one of such names.
pub(in crate::check) fn is_named(label: &str) -> bool {
    let label = bare(label);
    CLASSES.iter().any(|(all, more, _)| all.contains(&label) || more.contains(&label))
}

/// Whether a label is a kind of case, by which a bare number is one of cases: 民事712.
pub(super) fn is_kind(label: &str) -> bool {
    let (all, more, _) = CLASSES[0];
    all.contains(&bare(label)) || more.contains(&bare(label))
}

/// Whether two labels are names of one class.
pub(super) fn same_class(a: &str, b: &str) -> bool {
    let (a, b) = (bare(a), bare(b));
    CLASSES.iter().any(|(all, more, _)| {
        let named = |name: &str| all.contains(&name) || more.contains(&name);
        named(a) && named(b)
    })
}

/// What parts with these labels add up to, judged against a total: whether they exclude each other,
/// and whether they are all there can be.
pub(in crate::check) fn of_labels(labels: &[&str]) -> Option<bool> {
    let part = |label| Part { label, value: 0.0, within: 0.0, unit: "", words: "" };
    let parts: Vec<Part<'_>> = labels.iter().map(|label| part(label)).collect();
    class(&parts).filter(|(count, _)| *count == labels.len()).map(|(_, complete)| complete)
}
