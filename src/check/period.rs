//! Times that figures are of, as people say them: 2025, 2025年度, 2025年上半年, 2025年1月至6月.

use crate::base::date::Date;
use crate::domain::citation::parse_numeral;
use crate::domain::identifier;

/// Whole months of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Period {
    year: u16,
    /// First and last month.
    months: (u16, u16),
}

/// Parts of a year by name. 前三季度 stands before 三季度, so that the longer one is read.
const PARTS: [(&str, (u16, u16)); 13] = [
    ("上半年", (1, 6)),
    ("下半年", (7, 12)),
    ("前三季度", (1, 9)),
    ("第一季度", (1, 3)),
    ("第二季度", (4, 6)),
    ("第三季度", (7, 9)),
    ("第四季度", (10, 12)),
    ("一季度", (1, 3)),
    ("二季度", (4, 6)),
    ("三季度", (7, 9)),
    ("四季度", (10, 12)),
    ("全年", (1, 12)),
    ("年度", (1, 12)),
];

/// Words around a year that make it the beginning or the end of a longer time.
const SINCE: [&str; 9] = ["以来", "以后", "之后", "以前", "之前", "起", "底", "末", "初"];
const UNTIL: [&str; 11] = ["至", "到", "—", "–", "-", "~", "～", "截至", "截止", "自", "从"];

impl Period {
    /// The period of a page of figures: `2025`, `2025年`, `2025年度`, `2026年上半年`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (year, length) = [4, NUMERALS]
            .into_iter()
            .find_map(|length| Some((text.get(..length).and_then(year)?, length)))?;
        let rest = text[length..].trim().trim_start_matches('年').trim_start_matches("度");
        let (months, length) = months(rest)?;
        rest[length..].trim().is_empty().then_some(Self { year, months })
    }

    /// Whether its last month lies before a day's.
    pub(super) fn over_on(self, day: Date) -> bool {
        let month = |year: i32, month: i32| year * 12 + month;
        let last = month(i32::from(self.year), i32::from(self.months.1));
        last < month(i32::from(day.year()), i32::from(day.month()))
    }

    /// Its year as texts write it: 2025, 二〇二五, 二零二五, 二○二五.
    pub(super) fn written(self) -> [String; 4] {
        let digits = self.year.to_string();
        let numerals = |nought: char| -> String {
            let names = [nought, '一', '二', '三', '四', '五', '六', '七', '八', '九'];
            digits.bytes().map(|digit| names[usize::from(digit - b'0')]).collect()
        };
        [numerals('〇'), numerals('零'), numerals('○'), digits]
    }

    /// Every time said in a text, and where its words end. `None` is one that was said but is not
    /// understood: 2020年至2025年, 截至2025年, or a month without its year.
    pub(super) fn said(text: &str) -> Vec<(usize, usize, Option<Self>)> {
        let mut said = Vec::new();
        let mut from = 0;
        while let Some(at) = text[from..].find(['年', '月', '季']).map(|at| from + at) {
            let unit = text[at..].chars().next().map_or(1, char::len_utf8);
            from = at + unit;
            let named = [4, NUMERALS].into_iter().find_map(|length| {
                let start = at.checked_sub(length)?;
                Some((start, text.get(start..at).and_then(year)?))
            });
            let Some((start, year)) = named.filter(|_| text[at..].starts_with('年')) else {
                // 3月 or 三季度 alone: some time of a year said before.
                if !text[at..].starts_with('年') && text[..at].ends_with(is_count) {
                    said.push((at, from, None));
                }
                continue;
            };
            let rest = &text[from..];
            let part = months(rest.strip_prefix('度').unwrap_or(rest));
            let known = part.filter(|(_, length)| !open(&text[..start], &rest[*length..]));
            let length = known.map_or(0, |(_, length)| length)
                + if rest.starts_with('度') { '度'.len_utf8() } else { 0 };
            said.push((start, from + length, known.map(|(months, _)| Self { year, months })));
            from += length;
        }
        said
    }
}

/// The bytes of a year in numerals.
const NUMERALS: usize = 4 * '二'.len_utf8();

/// A year this program may meet, in four digits or numerals.
fn year(text: &str) -> Option<u16> {
    if text.chars().count() != 4 {
        return None;
    }
    let digit = |c: char| identifier::digit(c)?.to_digit(10);
    let number = text.chars().try_fold(0u32, |number, c| Some(number * 10 + digit(c)?))?;
    u16::try_from(number).ok().filter(|year| (1900..=2099).contains(year))
}

fn is_count(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十".contains(c)
}

/// Whether what stands around a year makes it part of a longer time.
fn open(before: &str, after: &str) -> bool {
    let before = before.trim_end();
    UNTIL.iter().any(|word| before.ends_with(word))
        || SINCE.iter().chain(&UNTIL).any(|word| after.trim_start().starts_with(word))
}

/// The months that the words behind a year name, and the length of those words; the whole year where
/// they name none. `None` for a day or a month that leads on to something else.
fn months(rest: &str) -> Option<((u16, u16), usize)> {
    if let Some((name, months)) = PARTS.iter().find(|(name, _)| rest.starts_with(name)) {
        return Some((*months, name.len()));
    }
    let Some((first, length)) = month(rest) else { return Some(((1, 12), 0)) };
    let behind = &rest[length..];
    if let Some(whole) = from_day_to_day(rest, first, length) {
        return Some(whole);
    }
    let to = ["至", "到", "—", "–", "-", "~", "～"];
    if let Some(sign) = to.iter().find(|sign| behind.starts_with(**sign)) {
        let (last, more) = month(&behind[sign.len()..])?;
        let length = length + sign.len() + more;
        let whole = rest[..length].ends_with('月') && !starts_with_day(&rest[length..]);
        return (whole && first < last).then_some(((first, last), length));
    }
    let month = rest[..length].ends_with('月') && !starts_with_day(behind);
    month.then_some(((first, first), length))
}

/// 1月1日至12月31日: whole months by their first and last day.
fn from_day_to_day(rest: &str, first: u16, length: usize) -> Option<((u16, u16), usize)> {
    const DAYS: [u16; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let day = |text: &str| {
        let digits = text.find(|c| !is_count(c)).unwrap_or(text.len());
        let number = parse_numeral(&text[..digits])?;
        text[digits..].starts_with(['日', '号']).then_some((number, digits + '日'.len_utf8()))
    };
    let (1, begun) = day(&rest[length..])? else { return None };
    let from = length + begun;
    let sign =
        ["至", "到", "—", "–", "-", "~", "～"].iter().find(|it| rest[from..].starts_with(**it))?;
    let from = from + sign.len();
    let (last, named) = month(&rest[from..])?;
    let from = from + named;
    let (end, closed) = day(&rest[from..])?;
    let days = DAYS[usize::from(last) - 1];
    let whole = first <= last && (end == days || last == 2 && end == 29);
    whole.then_some(((first, last), from + closed))
}

/// A month with or without 月, and the length of its words.
fn month(text: &str) -> Option<(u16, usize)> {
    let length = text.find(|c| !is_count(c)).unwrap_or(text.len());
    let number = parse_numeral(&text[..length]).filter(|month| (1..=12).contains(month))?;
    let named = text[length..].starts_with('月');
    Some((number, length + if named { '月'.len_utf8() } else { 0 }))
}

fn starts_with_day(text: &str) -> bool {
    let digits = text.find(|c| !is_count(c)).unwrap_or(text.len());
    digits > 0 && text[digits..].starts_with(['日', '号'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Period;

    #[test]
    fn one_period_however_it_is_written() {
        let year = Period::parse("2025").unwrap();
        for same in ["2025年", "2025年度", " 2025 年", "2025年全年", "2025年1月至12月"] {
            assert_eq!(Period::parse(same), Some(year), "{same}");
        }
        for numerals in ["二〇二五年", "二零二五年度", "二○二五"] {
            assert_eq!(Period::parse(numerals), Some(year), "{numerals}");
        }
        let half = Period::parse("2025年上半年").unwrap();
        assert_eq!(Period::parse("2025年1-6月"), Some(half));
        for other in ["去年", "2020年至2025年", "2025年3月4日", "20256", ""] {
            assert_eq!(Period::parse(other), None, "{other}");
        }
    }

    #[test]
    fn times_in_running_text() {
        let said = |text: &str| -> Vec<Option<Period>> {
            Period::said(text).into_iter().map(|(_, _, period)| period).collect()
        };
        let of = Period::parse;
        assert_eq!(said("2024年办理，2025年办理"), [of("2024"), of("2025")]);
        assert_eq!(said("二〇二四年办理，二〇二五年上半年办理"), [of("2024"), of("2025年上半年")]);
        assert_eq!(said("第二〇二五号，十年"), []);
        assert_eq!(said("2025年上半年办理"), [of("2025年上半年")]);
        assert_eq!(said("2025年1月至6月办理"), [of("2025年上半年")]);
        assert_eq!(said("2025年1月1日至12月31日，办理"), [of("2025")]);
        assert_eq!(said("2025年1月1日至6月30日办理"), [of("2025年上半年")]);
        assert_eq!(said("2025年1月5日至12月31日办理").first(), Some(&None));
        assert_eq!(said("2025年3月，3月又"), [of("2025年3月"), None]);
        assert_eq!(said("截至2025年底"), [None]);
        assert_eq!(said("2020年至2025年"), [None, None]);
        assert_eq!(said("三年来"), []);
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "[0-9年月日度上下半季一二三至到—\\PC]{0,30}") {
            let _ = Period::parse(&text);
            for (start, end, _) in Period::said(&text) {
                prop_assert!(text.get(start..end).is_some());
            }
        }
    }
}
