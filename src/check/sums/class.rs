//! Names of parts that exclude each other: 民事, 刑事, 行政; sums of money and printed matter by what
//! they are for.

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

/// What money is got or paid for in a case, by its last word, and what of it is the same.
const MATTERS: [&str; 9] =
    ["报酬", "工资", "欠薪", "薪酬", "赔偿", "补偿", "抚养费", "赡养费", "扶养费"];
const PAY: [&str; 4] = ["报酬", "工资", "欠薪", "薪酬"];
/// What an office or a court reckons with.
const ITEMS: [&str; 6] = ["费", "补贴", "赔偿金", "补偿金", "补助金", "慰问金"];
/// Who an office has its money from.
const SOURCES: [&str; 9] = ["中央", "省级", "市级", "县级", "区级", "省", "市", "县", "中央财政"];
/// What is printed, or given away with it.
const PRINTS: [&str; 14] = [
    "手册",
    "折页",
    "单页",
    "彩页",
    "海报",
    "宣传单",
    "传单",
    "明白纸",
    "读本",
    "宣传册",
    "画册",
    "联系卡",
    "便民卡",
    "布袋",
];
/// Groups of people, into which whatever is counted falls anew.
const PEOPLE: [&str; 10] =
    ["农民工", "妇女", "老年", "未成年", "残疾", "军", "学生", "儿童", "低保", "困难"];

/// Whether money or paper is counted that goes to one thing or to another: 补贴 and 宣传费, 手册 and 折页. One
/// kind beside another kind (诉讼, 农民工工资) may be the same money twice.
pub(super) fn apart(parts: &[Part<'_>]) -> bool {
    let Some(first) = parts.first() else { return false };
    let labels: Vec<&str> = parts.iter().map(|part| part.label.trim_matches([' ', '：'])).collect();
    let contained = |label: &&str| labels.iter().filter(|it| it.contains(*label)).count() > 1;
    if labels.len() < 2 || labels.iter().any(contained) {
        return false;
    }
    let ending =
        |words: &[&str]| labels.iter().all(|label| words.iter().any(|word| label.ends_with(word)));
    let money = matches!(first.unit, "万元" | "元");
    let people = labels.iter().any(|label| PEOPLE.iter().any(|word| label.contains(word)));
    let paid = |label: &&&str| PAY.iter().any(|word| label.ends_with(word));
    let kept = ["抚养费", "赡养费", "扶养费"];
    let cared = labels.iter().any(|label| kept.iter().any(|word| label.ends_with(word)));
    let of_cases = ending(&MATTERS) && labels.iter().filter(paid).count() < 2;
    let from = labels.iter().all(|label| {
        let label = ["财政", "资金", "补助", "配套", "投入"]
            .iter()
            .fold(*label, |label, end| label.trim_end_matches(end));
        SOURCES.contains(&label)
    });
    money && !people && (of_cases || ending(&ITEMS) && !cared || from)
        || matches!(first.unit, "份" | "册" | "本" | "个") && ending(&PRINTS)
        || by_state(&labels)
}

/// 已整改7个、正在整改3个: done, or not yet.
fn by_state(labels: &[&str]) -> bool {
    let stem = |label: &'_ str| -> Option<(bool, usize)> {
        let done = label.strip_prefix("已经").or_else(|| label.strip_prefix('已'));
        let open = || ["正在", "尚未", "未", "待"].iter().find_map(|lead| label.strip_prefix(lead));
        done.map(|rest| (true, rest.len())).or_else(|| open().map(|rest| (false, rest.len())))
    };
    let stems: Vec<Option<(bool, usize)>> = labels.iter().map(|label| stem(label)).collect();
    let [Some((a, of_a)), Some((b, of_b))] = stems[..] else { return false };
    let same = labels[0][labels[0].len() - of_a..] == labels[1][labels[1].len() - of_b..];
    a != b && same && of_a > 0
}
