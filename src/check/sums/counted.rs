//! What stands between a list and its total and says of how many it is: 三项合计, 以上各项费用共计, 几项加起来.
//!
//! A total so called leaves no doubt of which numbers it is, but only where all of them were read: of 护理费（每天
//! 36元，30天）1080元 the last item may be all that is seen.

use super::part::Part;
use crate::domain::citation::parse_numeral;

/// What a total is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// So many items: 三项.
    Items(usize),
    /// All that were told: 各项.
    All,
}

/// A text without what it ends with of such words, and what they say; none where it ends with none.
pub(super) fn counted(before: &str) -> Option<(&str, Of)> {
    const TOGETHER: [&str; 5] = ["加起来", "加在一起", "相加", "累计", "一起"];
    const NOUNS: [&str; 8] = ["费用", "损失", "款项", "金额", "赔偿", "补贴", "资金", "支出"];
    const MEASURES: [&str; 7] = ["项", "笔", "类", "种", "样", "部分", "者"];
    const LEADS: [&str; 7] = ["以上", "上述", "前述", "前面", "这", "前", "该"];
    let strip = |text, words: &[&str]| strip_one(text, words).unwrap_or(text);
    let bare = strip(strip(before, &TOGETHER), &NOUNS);
    let items = strip_one(bare, &MEASURES).and_then(|rest| {
        if let Some(rest) = strip_one(rest, &["各", "几", "数", "多", "所有", "全部"]) {
            return Some((rest, Of::All));
        }
        let numeral = |c: char| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c);
        let number = &rest[rest.trim_end_matches(numeral).len()..];
        let count = if number == "两" { Some(2) } else { parse_numeral(number) };
        let count = count.filter(|count| *count > 1)?;
        Some((&rest[..rest.len() - number.len()], Of::Items(usize::from(count))))
    });
    let (rest, of) = match items {
        Some((rest, of)) => (strip(rest, &LEADS), of),
        // 以上费用合计, 以上合计.
        None => (strip_one(bare, &LEADS[..4])?, Of::All),
    };
    Some((rest, of))
}

fn strip_one<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| text.strip_suffix(word))
}

/// Whether a list that a text ends with goes on before the parts that were read of it, the last one first: a
/// mark joins it to something else, a part is a product, or, of a total of `all`, the sentence has another
/// amount before.
pub(super) fn goes_on(before: &str, parts: &[Part<'_>], all: bool) -> bool {
    let Some(first) = parts.last() else { return false };
    let amount = |text: &str| {
        let mut units = text.match_indices(first.unit);
        units.any(|(at, _)| text[..at].ends_with(|c: char| c.is_numeric()))
    };
    // 误工费120天×100元, 护理费（每天36元）1080元: the number read is not the part.
    let product = |part: &Part<'_>| part.label.contains(['×', '*', '＊']) || amount(part.label);
    if !first.unit.is_empty() && parts.iter().any(product) {
        return true;
    }
    // A label lies within the text and tells where its part begins.
    let start = (first.label.as_ptr() as usize).saturating_sub(before.as_ptr() as usize);
    let Some(rest) = before.get(..start) else { return false };
    let rest = rest.trim_end_matches(' ');
    rest.ends_with('、') || all && !first.unit.is_empty() && amount(rest)
}

#[cfg(test)]
mod tests {
    use super::{Of, counted, goes_on};
    use crate::check::sums::list::listed_before;

    #[test]
    fn words_between_a_list_and_its_total() {
        for (text, rest, of) in [
            ("800元，三项", "800元，", Of::Items(3)),
            ("800元，以上两项费用", "800元，", Of::Items(2)),
            ("800元，各项损失", "800元，", Of::All),
            ("800元，几项加起来", "800元，", Of::All),
            ("800元，以上", "800元，", Of::All),
        ] {
            assert_eq!(counted(text), Some((rest, of)), "{text}");
        }
        for none in ["800元，", "民事案件", "800元，事项", "800元，一项", ""] {
            assert_eq!(counted(none), None, "{none}");
        }
    }

    #[test]
    fn lists_that_go_on_before_what_was_read() {
        let on = |text: &str, all| {
            let parts: Vec<_> = listed_before(text).into_iter().map(|(part, _)| part).collect();
            goes_on(text, &parts, all)
        };
        assert!(on("医疗费（含门诊200元）、护理费1080元、交通费800元", false));
        assert!(on("误工费120天×100元、护理费1080元", false));
        assert!(on("护理费（30天，每天36元）1080元、交通费800元", false));
        assert!(on("拖欠5000元没有给，护理费1080元、交通费800元", true));
        assert!(!on("拖欠5000元没有给，护理费1080元、交通费800元", false));
        assert!(!on("花去医疗费3200元、护理费1080元", true));
    }
}
