//! 出生日期 (C323): a full date where the words say that somebody was born then. The year, the month
//! and days of other things stay.

use std::ops::Range;
use std::sync::LazyLock;

use super::{Find, Told};
use crate::base::code::Code;
use crate::base::look::near::{first_chars, han, last_chars};
use crate::base::look::words::Words;
use crate::domain::identifier::digit;
use crate::say;

/// Words beside which a day is a date of birth.
const BIRTH: &[&str] = &[
    "出生", "生于", "生日", "诞生", "降生", "出世", "日生", "号生", "生育", "生下", "产下", "分娩",
    "生人", "男，", "女，", "男,", "女,", "初生", "生的",
];

static WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(BIRTH));

/// What makes another word of one that means birth: 出生医学证明, 生病, 生效.
const OTHERWISE: &[&str] = &[
    "医学", "证", "缺陷", "登记", "率", "效", "病", "活", "产", "意", "气", "存", "命", "长", "态",
    "计", "物", "怕", "怨", "前", "疏", "硬", "火", "变", "费", "保险",
];

pub(super) fn find(told: &Told<'_>, found: &mut Vec<Find>) {
    let words = told.words();
    let mut dates: Vec<Range<usize>> = Vec::new();
    for hit in WORDS.find(words) {
        let label = &words[hit.range()];
        let after = &words[hit.end()..];
        if OTHERWISE.iter().any(|other| after.starts_with(other)) {
            continue;
        }
        let date = match label {
            "男，" | "女，" | "男," | "女," => listed(words, hit.end()),
            "日生" | "号生" => {
                let end = hit.start() + '日'.len_utf8();
                behind(words, hit.start()).filter(|date| date.end == end)
            }
            "生的" | "初生" => behind(words, hit.start()),
            "生育" | "生下" | "产下" | "分娩" => behind(words, hit.start()),
            _ => ahead(words, hit.end()).or_else(|| behind(words, hit.start())),
        };
        dates.extend(date);
    }
    dates.sort_by_key(|date| date.start);
    dates.dedup_by(|a, b| a.start < b.end);
    found.extend(dates.into_iter().map(|place| Find {
        code: Code::BirthDate,
        place,
        message: say!(zh: "写了出生的年月日", en: "an exact date of birth"),
        mend: say!(zh: "写年龄（“六十多岁”）或年份", en: "give the age or the year"),
    }));
}

/// A date right behind the word: 生于, 出生日期：, 生日是农历.
fn ahead(words: &str, at: usize) -> Option<Range<usize>> {
    let label = |c: char| "日期时间年月：:为于是在农历公阴阳（(| ".contains(c);
    let rest = first_chars(&words[at..], 40).trim_start_matches(label);
    let should = ["应当", "应该", "实际", "就"].iter().find_map(|word| rest.strip_prefix(word));
    let rest = should.unwrap_or(rest).trim_start_matches(label);
    let start = at + first_chars(&words[at..], 40).len() - rest.len();
    Some(start..start + date(&words[start..])?)
}

/// A date right before the word, or with a place or a child between: 1985年11月3日在县医院出生.
fn behind(words: &str, at: usize) -> Option<Range<usize>> {
    let before = last_chars(&words[..at], 36);
    // Not from the cell of a table before: 2024年3月5日 | 生育津贴.
    let before = &before[before.rfind('\n').map_or(0, |end| end + 1)..];
    let offset = at - before.len();
    let mut last = None;
    let mut next = 0;
    for (start, _) in before.char_indices() {
        // A date that ends in 日 may share it with 日生.
        if start < next {
            continue;
        }
        if let Some(length) = date_in(&words[offset + start..], before[..start].chars().next_back())
        {
            last = Some(offset + start..offset + start + length);
            next = start + length;
        }
    }
    let date = last?;
    let between = words.get(date.end..at).unwrap_or("").trim_matches(' ');
    let short = between.chars().count() <= 9;
    let place = between
        .starts_with(['在', '于', '凌', '早', '晚', '上', '下', '中', '剖', '出', '（'])
        && between.chars().all(|c| han(c) || "（）".contains(c));
    let child = between.starts_with(['，', ','])
        && between.contains(['女', '儿', '孩', '子'])
        && between.chars().skip(1).all(han);
    (between.is_empty() || (short && (place || child))).then_some(date)
}

/// A date in the row of what tells a person: 李某，女，1985年11月3日，汉族.
fn listed(words: &str, at: usize) -> Option<Range<usize>> {
    let start = at + words[at..].len() - words[at..].trim_start_matches(' ').len();
    let end = start + date(&words[start..])?;
    let rest = &words[end..];
    let next = rest.strip_prefix(['，', ',', '、'])?;
    let more = first_chars(next, 4);
    let traits = [
        "族",
        "住",
        "户籍",
        "身份证",
        "公民",
        "文化",
        "小学",
        "初中",
        "高中",
        "大学",
        "务农",
        "农民",
        "无业",
    ];
    traits.iter().any(|word| more.contains(word)).then_some(start..end)
}

fn date_in(text: &str, before: Option<char>) -> Option<usize> {
    let inside = before.is_some_and(|c| digit(c).is_some());
    if inside { None } else { date(text) }
}

/// The length of the full date a text begins with: 1985年11月3日, 1985-11-03, 1985.11.3, 1985/11/3,
/// 19851103, 一九八五年十一月初三.
fn date(text: &str) -> Option<usize> {
    let count = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    match count(text) {
        0 => in_words(text),
        4 if text.starts_with(['1', '2']) => in_figures(text, 4),
        // 85年11月3日
        2 if text[2..].starts_with('年') => in_figures(text, 2),
        8 => {
            let part = |place: Range<usize>| text[place].parse::<u32>().unwrap_or(0);
            let day = (1..=12).contains(&part(4..6)) && (1..=31).contains(&part(6..8));
            (day && (1900..2100).contains(&part(0..4))).then_some(8)
        }
        _ => None,
    }
}

fn in_figures(text: &str, year: usize) -> Option<usize> {
    let mut at = year;
    for signs in [["年", "-", ".", "/"], ["月", "-", ".", "/"]] {
        at += spaces(&text[at..]);
        at += signs.iter().find(|sign| text[at..].starts_with(**sign))?.len();
        at += spaces(&text[at..]);
        let width = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=2).contains(&width) {
            return None;
        }
        at += width;
    }
    let end = at + spaces(&text[at..]);
    let day = text[end..].chars().next().filter(|c| matches!(c, '日' | '号'));
    Some(day.map_or(at, |day| end + day.len_utf8()))
}

fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

/// 一九八五年十一月三日, 二〇一五年正月初三.
fn in_words(text: &str) -> Option<usize> {
    let said = |text: &str, more: &str, most: usize| -> Option<usize> {
        let one = |c: &char| digit(*c).is_some() || more.contains(*c);
        let length = text.chars().take_while(one).map(char::len_utf8).sum::<usize>();
        let count = text[..length].chars().count();
        (1..=most).contains(&count).then_some(length)
    };
    let year = said(text, "", 4).filter(|length| text[..*length].chars().count() == 4)?;
    let rest = text[year..].strip_prefix('年')?;
    let month = said(rest, "十正腊冬闰", 3)?;
    let rest = rest[month..].strip_prefix('月')?;
    let day = said(rest, "十初廿", 3)?;
    let end = text.len() - rest.len() + day;
    let sign = text[end..].chars().next().filter(|c| matches!(c, '日' | '号'));
    Some(end + sign.map_or(0, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn dates_written_out() {
        for text in [
            "1985年11月3日",
            "1985-11-03",
            "1985.11.3",
            "1985/11/3",
            "19851103",
            "1985 年 11 月 3 日",
            "85年11月3日",
            "一九八五年十一月三日",
            "二〇一五年正月初三",
        ] {
            assert_eq!(date(&format!("{text}，")), Some(text.len()), "{text}");
        }
        for text in ["1985年", "1985年11月", "3499071985年1月1日", "五年", "年", "", "19851399"]
        {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
