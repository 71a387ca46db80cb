//! Heads in a frame: 【证照类】, 〔遗失〕, ▲声明作废▲, 声明作废：; and heads with what they declare in a bracket,
//! 遗失声明（下列证件声明作废）. The frame shows that the words are a head, and not the end of a sentence.

use super::Heading;
use super::column::over_all;
use crate::import::notices::glyph::{BULLET, is_han};
use crate::import::notices::words::{LOSS, VOID, any, longest};
use crate::import::notices::{documents, holder};

/// What stands within the frame that a whole line (without spaces) is.
pub(super) fn inner(line: &str) -> Option<&str> {
    let line = line.trim_end_matches(':');
    let sign = |c: char| matches!(c, BULLET | '-' | '*' | '=' | '|' | '~' | '"');
    let bare = line.trim_matches(sign);
    let signed = line.starts_with(sign) && line.ends_with(sign);
    let bracketed = [('[', ']'), ('(', ')'), ('《', '》')]
        .iter()
        .find_map(|(open, close)| bare.strip_prefix(*open)?.strip_suffix(*close));
    // ▍车辆证照类: a sign before it is enough.
    let led = line.starts_with(BULLET) && bare.ends_with('类');
    let inner = bracketed.or_else(|| (signed || led).then_some(bare))?;
    ((1..=16).contains(&inner.chars().count()) && inner.chars().all(word)).then_some(inner)
}

/// Whether a head is written with such characters.
fn word(c: char) -> bool {
    is_han(c) || matches!(c, '、' | '·' | '/' | '|' | ',')
}

/// 声明作废 as a head: what stands below it is void.
pub(super) fn declared(line: &str, fresh: bool) -> bool {
    // 声明作废(登报价格:20元/行).
    let line = match line.split_once('(') {
        Some((head, rest)) if fresh && rest.ends_with(')') && !any(VOID, rest) => {
            return declared(&format!("{head}:"), true);
        }
        _ => line,
    };
    let colon = fresh && line.ends_with(':');
    let word = inner(line).or_else(|| colon.then(|| line.trim_matches([':', BULLET])));
    word.is_some_and(|word| {
        ["声明作废", "登报声明作废", "登报作废", "特此声明作废", "遗失声明作废"].contains(&word)
    })
}

/// 遗失声明（下列证件、印章登报声明作废）.
pub(super) fn behind(line: &str) -> bool {
    let parted = line.trim_end_matches(':').strip_suffix(')').and_then(|it| it.split_once('('));
    parted.is_some_and(|(head, inside)| {
        head.chars().count() <= 12
            && head.chars().all(is_han)
            && (over_all(inside) || all_of_column(inside))
    })
}

/// 公章作废声明某协会公章已遗失, 声明某公司遗失…: a head and the notice, with nothing between them; how many
/// characters the head takes.
pub(super) fn glued(chars: &[char]) -> Option<(Heading, usize)> {
    const ENDS: &[&str] = &[
        "作废声明",
        "遗失声明",
        "丢失声明",
        "挂失声明",
        "遗失启事",
        "遗失公告",
        "遗失补证公告",
        "遗失补发公告",
        "遗失补办公告",
        "补证公告",
        "补发公告",
    ];
    let lost = |from: usize| (from..chars.len()).any(|at| longest(LOSS, &chars[at..]).is_some());
    if chars.starts_with(&['声', '明']) && holder::place(&chars[2..]).is_some() && lost(2) {
        return Some((Heading::Loss, 2));
    }
    let (at, length) = (0..=8).find_map(|at| Some((at, longest(ENDS, chars.get(at..)?)?)))?;
    let end = at + length;
    let kind: String = chars[..at].iter().collect();
    let known = at == 0
        || documents::known(&chars[..at]) == Some(at)
        || ["证件", "证照", "印章", "票据", "登报"].contains(&kind.as_str());
    let text = chars.get(end).is_some_and(|c| is_han(*c) && !"中应有的是".contains(*c));
    let declared = chars[at] == '作' && !kind.is_empty() || chars.starts_with(&['作', '废']);
    (known && text && lost(end))
        .then_some((if declared { Heading::Declared } else { Heading::Loss }, end))
}

/// 所登证件、印章、票据遗失均声明作废; 下列证照，持有人均已申明遗失，自见报之日起一律作废.
fn all_of_column(text: &str) -> bool {
    const ALL: &[&str] = &["所登", "本栏", "以下", "下列", "所刊"];
    ALL.iter().any(|word| text.starts_with(word))
        && any(VOID, text)
        && text.chars().count() <= 60
        && !text.contains(|c: char| c.is_ascii_digit())
}

/// What a framed line says is a part of the column: 证照类, 个人, 其他遗失, 交通运输·物流.
pub(super) fn kind(line: &str) -> Option<&str> {
    const KINDS: &[&str] = &[
        "单位",
        "个人",
        "公司",
        "企业",
        "其他",
        "其它",
        "综合",
        "车辆",
        "印章",
        "证照",
        "证件",
        "票据",
        "公章",
        "执照",
        "学校",
        "学生",
        "交通",
        "运输",
        "工商",
        "餐饮",
        "医疗",
        "教育",
        "社团",
        "不动产",
        "房产",
        "金融",
        "农业",
        "商业",
        "税务",
        "保险",
        "法人",
        "机关",
        "村居",
    ];
    // 证照类 alone on its line.
    let plain = line.trim_end_matches(':');
    let alone = plain.ends_with('类') && plain.chars().count() <= 9 && plain.chars().all(word);
    let inner = inner(line).or(alone.then_some(plain)).filter(|inner| !any(VOID, inner))?;
    let bare = inner.strip_suffix('类').unwrap_or(inner);
    let bare = LOSS.iter().fold(bare, |bare, word| bare.trim_end_matches(word));
    let kinds = bare.split(['、', '·', '/', '|', ',']);
    let known = |kind: &str| {
        !alone && inner.ends_with('类') && (2..=10).contains(&kind.chars().count())
            || KINDS.iter().any(|word| kind.contains(word)) && kind.chars().count() <= 6
    };
    kinds.into_iter().all(known).then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::{behind, declared, inner, kind};

    #[test]
    fn heads_and_what_is_none() {
        assert_eq!(inner("[证照类]"), Some("证照类"));
        assert_eq!(inner("●声明作废●"), Some("声明作废"));
        assert_eq!(inner("(副本)声明"), None);
        assert!(declared("声明作废:", true) && declared("●声明作废●", false));
        assert!(!declared("声明作废:", false) && !declared("声明作废", true));
        assert!(behind("遗失声明(下列证件登报声明作废)") && !behind("某公司(原名某店)"));
        assert_eq!(kind("[证照类]"), Some("证照"));
        assert_eq!(kind("(其他遗失)"), Some("其他"));
        assert_eq!(kind("[工商·餐饮]"), Some("工商·餐饮"));
        assert_eq!(kind("[春意浓]"), None);
        assert_eq!(kind("印章类"), Some("印章"));
        assert_eq!(kind("某某食品类"), None);
    }
}
