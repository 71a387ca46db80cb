//! The four parts of a case by whatever name and number a write-up gives them: 一、基本案情,
//! （二）承办过程, 【法律分析】, 典型意义：….

use super::document::note_at;
use crate::domain::kinds::case::standard_heading;

/// A heading of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part<'w> {
    /// The heading to show.
    pub(super) standard: &'static str,
    /// The heading as it was written, without its number.
    pub(super) written: &'w str,
    /// What stands behind it.
    pub(super) rest: &'w str,
    /// Whether its own signs set it off: 【】, a colon, nothing behind it.
    pub(super) marked: bool,
    /// Whether it tells only how the case ended: 裁判结果 is the end of 办理过程.
    pub(super) result: bool,
}

/// How a case ended: no part of its own, but the last of how it was handled.
const RESULTS: &[&str] = &[
    "办理结果",
    "承办结果",
    "办案结果",
    "处理结果",
    "裁判结果",
    "判决结果",
    "审理结果",
    "裁决结果",
    "仲裁结果",
    "调解结果",
    "案件结果",
    "援助结果",
    "法律援助结果",
    "援助成效",
    "办理成效",
    "裁判文书",
    "法院判决",
];

/// The part whose name is all of a text.
fn named(name: &str) -> Option<(&'static str, bool)> {
    // 案情简介(基本事实): a remark in a bracket is none of the name.
    let bare = |c: char| matches!(c, '（' | '(');
    let name = name.split(bare).next().unwrap_or_default();
    let seen = |c: &char| !c.is_whitespace() && note_at(*c).is_none();
    let solid: String = name.chars().filter(seen).collect();
    if RESULTS.contains(&solid.as_str()) {
        return standard_heading("办理过程").map(|standard| (standard, true));
    }
    // 办案过程及结果: how it ended belongs to how it was handled.
    let handled = ["及结果", "和结果", "与结果", "及其结果", "及处理结果"];
    let without = || handled.iter().find_map(|end| standard_heading(solid.strip_suffix(end)?));
    let with = || without().filter(|standard| *standard == "办理过程");
    standard_heading(&solid).or_else(with).map(|standard| (standard, false))
}

/// The part that a paragraph begins with.
pub(super) fn part(words: &str) -> Option<Part<'_>> {
    let bare = unnumbered(words);
    let made = |written, rest: &'_ str, marked| {
        let (standard, result) = named(written)?;
        Some((standard, result, marked, rest.len()))
    };
    let found = BRACKETS.iter().find_map(|(open, shut)| {
        let (name, rest) = bare.strip_prefix(*open)?.split_once(*shut)?;
        made(unnumbered(name), rest, true).map(|found| (unnumbered(name), found))
    });
    let (written, (standard, result, marked, behind)) = found.or_else(|| {
        let (name, rest) = bare.split_once(['：', ':', '\n']).unwrap_or((bare, ""));
        made(name.trim(), rest, true).map(|found| (name.trim(), found))
    })?;
    let rest = words[words.len() - behind..].trim_start_matches(SIGNS).trim();
    Some(Part { standard, written, rest, marked, result })
}

/// The part that the first `bold` bytes of a paragraph name: **案情简介** 张某来访.
pub(super) fn bold_part(words: &str, bold: usize) -> Option<Part<'_>> {
    let head = words.get(..bold).filter(|head| !head.is_empty())?;
    let part = part(head.trim_end()).filter(|part| part.rest.is_empty())?;
    let rest = words[bold..].trim_start_matches(SIGNS).trim();
    Some(Part { rest, ..part })
}

/// Signs between a heading and the text behind it.
const SIGNS: &[char] = &['：', ':', ' ', '\n', '\u{3000}', '。', '.'];

const BRACKETS: [(char, char); 6] =
    [('【', '】'), ('[', ']'), ('〔', '〕'), ('［', '］'), ('“', '”'), ('《', '》')];

/// A heading without its number: 一、, （一）, 1., 第一部分, ①, ■.
pub(super) fn unnumbered(words: &str) -> &str {
    const NUMERALS: &[char] = &[
        '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '0', '1', '2', '3', '4', '5',
        '6', '7', '8', '9', '０', '１', '２', '３', '４', '５', '６', '７', '８', '９', 'Ⅰ', 'Ⅱ',
        'Ⅲ', 'Ⅳ',
    ];
    const BEHIND: &[char] = &['、', '.', '．', '，', ',', '：', ':', ')', '）', '　', ' ', '。'];
    let blank = |c: char| c.is_whitespace() || "■●◆★▲◎※•·▶◇○□☆-—#*".contains(c);
    let bare = words.trim().trim_start_matches(blank);
    for (open, shut) in [('（', '）'), ('(', ')')] {
        if let Some(inside) = bare.strip_prefix(open)
            && let Some((number, rest)) =
                inside.split_once([shut, if open == '（' { ')' } else { '）' }])
            && !number.is_empty()
            && number.trim().chars().all(|c| NUMERALS.contains(&c))
        {
            return rest.trim_start_matches(BEHIND).trim_start();
        }
    }
    if let Some(rest) = bare.strip_prefix(|c: char| ('①'..='⑳').contains(&c)) {
        return rest.trim_start_matches(BEHIND).trim_start();
    }
    let counted = bare.strip_prefix('第').unwrap_or(bare);
    let rest = counted.trim_start_matches(NUMERALS);
    if rest.len() == counted.len() {
        return bare;
    }
    let rest = if counted.len() < bare.len() {
        match rest.strip_prefix("部分").or_else(|| rest.strip_prefix('章')) {
            Some(rest) => return rest.trim_start_matches(BEHIND).trim_start(),
            None => rest,
        }
    } else {
        rest
    };
    if rest.starts_with(BEHIND) || rest.starts_with(['【', '《', '“']) {
        rest.trim_start_matches(BEHIND).trim_start()
    } else {
        bare
    }
}

#[cfg(test)]
mod tests {
    use super::{bold_part, part};

    fn read(words: &str) -> Option<(&'static str, &str)> {
        part(words).map(|part| (part.standard, part.rest))
    }

    #[test]
    fn parts_of_a_case_by_any_name_and_number() {
        for (written, standard) in [
            ("【案情简介】", "案情简介"),
            ("一、基本案情", "案情简介"),
            ("（一）基本案情", "案情简介"),
            ("(一)、案件基本情况", "案情简介"),
            ("1.案件概况", "案情简介"),
            ("1 案情概述", "案情简介"),
            ("第一部分 案情介绍", "案情简介"),
            ("①简要案情", "案情简介"),
            ("■ 案 情 简 介", "案情简介"),
            ("二、承办过程", "办理过程"),
            ("2．办案经过：", "办理过程"),
            ("（二）法律援助过程", "办理过程"),
            ("三、【法律评析】", "法律分析"),
            ("《律师分析》", "法律分析"),
            ("四、案件点评", "典型意义"),
            ("承办心得", "典型意义"),
            ("办案过程及结果", "办理过程"),
            ("三、案件办理经过和结果", "办理过程"),
            ("裁判结果", "办理过程"),
            ("四、承办结果", "办理过程"),
            ("（三）处理结果", "办理过程"),
            ("【办案结果】", "办理过程"),
        ] {
            assert_eq!(read(written), Some((standard, "")), "{written}");
        }
        assert_eq!(read("典型意义：保护了工人"), Some(("典型意义", "保护了工人")));
        assert_eq!(read("【案情简介】张某来访。"), Some(("案情简介", "张某来访。")));
        assert_eq!(read("一、基本案情：张某\n来访"), Some(("案情简介", "张某\n来访")));
        assert!(part("判决结果").unwrap().result && !part("承办经过").unwrap().result);
    }

    #[test]
    fn sentences_are_no_headings() {
        for words in [
            "张某来访",
            "案情简介如下",
            "社会效果及结果",
            "（2021）皖1125民初1号",
            "一审判决结果公布后",
            "3月起欠薪",
        ] {
            assert_eq!(read(words), None, "{words}");
        }
    }

    #[test]
    fn a_heading_in_bold_before_its_text() {
        let words = "案情简介 张某来访";
        let part = bold_part(words, "案情简介".len()).unwrap();
        assert_eq!((part.standard, part.rest), ("案情简介", "张某来访"));
        assert_eq!(bold_part(words, 0), None);
        assert_eq!(bold_part("张某来访", "张某".len()), None);
    }
}
