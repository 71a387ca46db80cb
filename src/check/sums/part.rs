//! A part of a sum as running text writes it: what it counts, how many, in what unit.

use super::class::is_kind;
use crate::check::quantity::{Quantity, is_digit, quantity};

/// What figures of these pages are counted in. Longer ones first.
const UNITS: [&str; 21] = [
    "万元", "人次", "件次", "场次", "批次", "份次", "件", "人", "名", "份", "场", "起", "例", "户",
    "宗", "次", "个", "元", "卷", "册", "本",
];

/// A number with its unit and what it counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'t> {
    pub(super) label: &'t str,
    pub(super) value: f64,
    pub(super) within: f64,
    /// Nothing where it is not said: 民事712，刑事384.
    pub(super) unit: &'static str,
    pub(super) words: &'t str,
}

impl Part<'_> {
    /// How far it may be from the number meant where it is added up: an amount of so many 万元 with
    /// places was rounded to the last of them.
    pub(super) fn slack(&self) -> f64 {
        let places = self.words.split_once('.').map_or(0, |(_, places)| places.len());
        let rounded = self.unit == "万元" && places > 0;
        let step = 10f64.powi(-i32::try_from(places).unwrap_or(0));
        self.within + if rounded { 0.5 * step } else { 0.0 }
    }
}

/// Whether two numbers count in one unit, as far as it is said.
pub(super) fn same_unit(a: &str, b: &str) -> bool {
    a == b || a.is_empty() || b.is_empty()
}

/// The part a text begins with: 民事案件612件.
pub(super) fn part(text: &str) -> Option<Part<'_>> {
    let (at, number) = number(text)?;
    let label = text[..at].trim();
    // A clause of its own, or a number that is about so many.
    if label.contains(['，', ',', '（', '(', '占', '两', '几'])
        || vague(label)
        || label.chars().count() > 16
    {
        return None;
    }
    let behind = &text[at + number.words.len()..];
    let unit = unit(behind).or_else(|| (is_kind(label) && ends(behind)).then_some(""))?;
    Some(Part { label, value: number.value, within: number.within, unit, words: number.words })
}

/// The first number of a text and where it stands: in digits, or in words where they count something
/// (民事二百件). One numeral is a word as often: 一件, 三次.
fn number(text: &str) -> Option<(usize, Quantity<'_>)> {
    let mut from = 0;
    while let Some(at) = text[from..].find(is_digit).map(|at| from + at) {
        let digits = text[at..].starts_with(|c: char| c.is_ascii_digit());
        let length = text[at..].find(|c| !is_digit(c)).map_or(text.len(), |length| at + length);
        match quantity(&text[at..]) {
            read if digits => return Some((at, read?)),
            Some(read)
                if in_words(read.words) && unit(&text[at + read.words.len()..]).is_some() =>
            {
                return Some((at, read));
            }
            // 医疗费三万元、误工费九万八千元: the next number is not this one's.
            _ if text[length..].starts_with(['万', '亿']) || unit(&text[length..]).is_some() => {
                return None;
            }
            _ => from = length,
        }
    }
    None
}

/// Whether a number in words counts: 二百, 三百二十; not 一, nor 百 of 几百.
fn in_words(words: &str) -> bool {
    words.chars().count() > 1 && !words.starts_with(['百', '千', '零', '〇'])
}

/// The unit a text begins with; none where the number is about so many.
fn unit(text: &str) -> Option<&'static str> {
    let unit = *UNITS.iter().find(|unit| text.starts_with(**unit))?;
    let more = text[unit.len()..].starts_with(['左', '以', '多', '余', '/']);
    (!more).then_some(unit)
}

/// Whether a number without a unit ends there: 民事712，刑事384.
fn ends(behind: &str) -> bool {
    behind.is_empty() || behind.starts_with(['、', '，', '）', '；', '和', '及', '与'])
}

fn vague(before: &str) -> bool {
    ["第", "约", "近", "超", "超过", "逾", "不足", "至少", "最多", "达到约"]
        .iter()
        .any(|word| before.ends_with(word))
}

/// 999件案件中: the number that a clause sets as what the next ones are of.
pub(super) fn set_as_whole(clause: &str) -> Option<Part<'_>> {
    let bare = clause.trim().strip_suffix(['中', '里'])?;
    let bare = bare.strip_suffix("案件").or_else(|| bare.strip_suffix("案"))?;
    let unit = *UNITS.iter().find(|unit| bare.ends_with(**unit))?;
    let digits = bare[..bare.len() - unit.len()]
        .trim_end_matches(|c: char| c.is_ascii_digit() || c == ',')
        .len();
    let part = part(&bare[digits..])?;
    Some(Part { label: "案件", ..part })
}

/// What stands behind a part in the text it begins.
pub(super) fn after<'t>(text: &'t str, part: &Part<'t>) -> &'t str {
    let at = part.words.as_ptr() as usize - text.as_ptr() as usize;
    &text[at + part.words.len() + part.unit.len()..]
}

/// 2025年办理民事案件612件: the number at the end of a clause.
pub(super) fn last_part(clause: &str) -> Option<Part<'_>> {
    let clause = clause.trim();
    let unit = *UNITS.iter().find(|unit| clause.ends_with(**unit))?;
    let before = &clause[..clause.len() - unit.len()];
    // 三万六千 as well as 36,000.
    let inside = |c: char| is_digit(c) || matches!(c, '.' | ',' | '万');
    let start = before.trim_end_matches(inside).len();
    let label = &before[..start];
    let number = quantity(&before[start..])?;
    let whole = number.words.len() == before.len() - start;
    let counts = number.words.starts_with(|c: char| c.is_ascii_digit()) || in_words(number.words);
    (whole && counts && !label.is_empty() && !vague(label)).then_some(Part {
        label,
        value: number.value,
        within: number.within,
        unit,
        words: number.words,
    })
}
