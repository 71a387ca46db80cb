//! Times that figures are of, as people say them: 2025, 2025年度, 2025年上半年, 2025年1月至6月.

use crate::domain::citation::parse_numeral;

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
        let year: u16 = text.get(..4).filter(|year| is_year(year))?.parse().ok()?;
        let rest = text[4..].trim().trim_start_matches('年').trim_start_matches("度");
        let (months, length) = months(rest)?;
        rest[length..].trim().is_empty().then_some(Self { year, months })
    }

    /// The digits of its year.
    pub(super) fn digits(self) -> String {
        self.year.to_string()
    }

    /// Every time said in a text, and where its words end. `None` is one that was said but is not
    /// understood: 2020年至2025年, 截至2025年, or a month without its year.
    pub(super) fn said(text: &str) -> Vec<(usize, usize, Option<Self>)> {
        let mut said = Vec::new();
        let mut from = 0;
        while let Some(at) = text[from..].find(['年', '月', '季']).map(|at| from + at) {
            let unit = text[at..].chars().next().map_or(1, char::len_utf8);
            from = at + unit;
            let Some(start) = at.checked_sub(4).filter(|start| {
                let year = text.get(*start..at);
                text[at..].starts_with('年') && year.is_some_and(is_year)
            }) else {
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
            let year = text[start..at].parse().unwrap_or(0);
            said.push((start, from + length, known.map(|(months, _)| Self { year, months })));
            from += length;
        }
        said
    }
}

/// Four digits of a year this program may meet.
fn is_year(text: &str) -> bool {
    text.len() == 4
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && (text.starts_with("19") || text.starts_with("20"))
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
        assert_eq!(said("2025年上半年办理"), [of("2025年上半年")]);
        assert_eq!(said("2025年1月至6月办理"), [of("2025年上半年")]);
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
