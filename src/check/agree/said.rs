//! A figure in running text: how it is named, what may stand around it, and its number.

use super::whole::{ends, leads_to_all, leaves_all};
use super::{Known, Period};
use crate::check::quantity::{Quantity, is_digit, narrow, quantity};

/// Words between a period and a number by which the number is not that of the whole county.
pub(in crate::check) const NARROWING: [&str; 48] = [
    "镇",
    "乡",
    "村",
    "社区",
    "街道",
    "工作站",
    "联络点",
    "律师",
    "事务所",
    "其中",
    "分别",
    "其他",
    "全省",
    "全市",
    "全国",
    "省内",
    "市内",
    "每",
    "平均",
    "人均",
    "比",
    "同比",
    "增",
    "降",
    "民事",
    "刑事",
    "行政",
    "农民工",
    "未成年",
    "老年",
    "残疾",
    "妇女",
    "军",
    "学生",
    "目标",
    "计划",
    "任务",
    "预计",
    "力争",
    "拟",
    "将",
    "争取",
    "某",
    "约",
    "近",
    "超",
    "逾",
    "余",
];

/// Words of a part of the year's work, by which a number is not that of all: 当年受理当年办结.
const PARTLY: [&str; 5] = ["当年", "当月", "当天", "当日", "按期"];

/// What may stand between a period and a kind of case for the number to be of all that were taken in.
const BEHIND_PERIOD: [&str; 8] = ["", "，", "有", "共有", "，有", "，共有", "，全县", "，我县"];

/// What may stand between a label and its number, one or several of them.
const BETWEEN: [&str; 14] =
    ["累计", "总数", "达到", "共", "计", "合", "了", "达", "为", "是", "数", "量", "有", "："];

/// Words that say nothing more between a label and its number.
fn is_between(words: &str) -> bool {
    let mut rest = words.trim_matches([' ', '：', ':', '，']);
    while let Some(next) = BETWEEN.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = next;
    }
    rest.is_empty()
}

/// A text without spaces, without words that tell no figure from another, with plain digits:
/// 解答群众法律咨询１４５０人次 is 解答咨询1450人次.
pub(super) fn plain(text: &str) -> String {
    let mut plain: String = text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect();
    for word in ["法律援助", "各类", "群众"] {
        plain = plain.replace(word, "");
    }
    plain.replace("法律咨询", "咨询").replace("宣传手册", "手册")
}

/// How a text names a figure anywhere behind its period, and how directly behind it. A part is named
/// without its whole (办理民事案件 of 办理案件); 民事案件 alone only right behind the period: elsewhere those
/// may have been closed and not taken in.
pub(super) fn named(label: &str, part_of: Option<&str>) -> (Vec<String>, Vec<String>) {
    let label = plain(label);
    let Some(whole) = part_of.map(plain) else {
        let mut named = Vec::new();
        let mut alone = Vec::new();
        if let Some(verb) = label.strip_suffix("案件").filter(|verb| !verb.is_empty()) {
            named.push(format!("{verb}的案件"));
            named.push(format!("案件{verb}"));
            match verb {
                "办理" => {
                    named.push("办案".to_owned());
                    alone.push("案件".to_owned());
                }
                "办结" => named.extend(["办结", "结案"].map(str::to_owned)),
                _ => {}
            }
        }
        named.insert(0, label);
        return (named, alone);
    };
    match whole.strip_suffix("案件") {
        Some("") => (Vec::new(), vec![format!("{label}案件")]),
        Some(verb) => {
            let all = ["办理", "受理", "承办"].contains(&verb);
            let alone = all.then(|| format!("{label}案件"));
            (vec![format!("{verb}{label}案件")], alone.into_iter().collect())
        }
        None => (Vec::new(), Vec::new()),
    }
}

/// A stretch of a sentence that belongs to one period.
#[derive(Clone, Copy)]
pub(super) struct Stretch<'t> {
    /// The sentence, as far as the stretch goes.
    pub(super) text: &'t str,
    /// Where the words behind the period begin.
    pub(super) start: usize,
    /// What stands before the period, as far as the period before it.
    lead: &'t str,
}

/// Every stretch of a sentence and its period; `first` is that of what stands before any period.
pub(super) fn stretches(sentence: &str, first: Option<Period>) -> Vec<(Period, Stretch<'_>)> {
    let said = Period::said(sentence);
    let mut times = vec![(0, 0, first)];
    times.extend(&said);
    let mut found = Vec::new();
    for (index, (at, start, period)) in times.iter().enumerate() {
        let Some(period) = *period else { continue };
        let end = times.get(index + 1).map_or(sentence.len(), |(next, ..)| *next);
        let before = &sentence[..*at];
        let lead = &sentence[index.checked_sub(1).map_or(0, |last| times[last].1)..*at];
        // 办理案件1052件（2025年）: of what stands before it.
        let open = before.strip_suffix(['（', '(']);
        if let Some(before) = open.filter(|_| sentence[*start..].starts_with(['）', ')'])) {
            let clause = before.rfind('，').map_or(0, |comma| comma + '，'.len_utf8());
            found.push((period, Stretch { text: before, start: clause, lead: "" }));
        }
        found.push((period, Stretch { text: &sentence[..end], start: *start, lead }));
    }
    found
}

/// What a text says of a figure.
pub(super) struct Said<'t> {
    pub(super) value: Quantity<'t>,
    /// What the number is multiplied with to be in the figure's unit.
    scale: f64,
    /// What stands behind the unit.
    pub(super) behind: &'t str,
    /// What stands between the period and the figure's name.
    pub(super) between: &'t str,
}

impl Said<'_> {
    /// In the figure's unit.
    pub(super) fn number(&self) -> f64 {
        self.value.value * self.scale
    }

    /// How far the number meant may be from the one written: half a step where it has places.
    pub(super) fn within(&self) -> f64 {
        let places = self.value.words.split_once('.').map_or(0, |(_, places)| places.len());
        let money = self.scale < 1.0 || places > 0;
        let step = self.scale * 10f64.powi(-i32::try_from(places).unwrap_or(0));
        self.value.within * self.scale + if money { step } else { 0.0 }
    }

    /// Whether it cannot be this number. 1560万元 is 1560.3 rounded or cut; but 1025 is no other number
    /// of cases.
    pub(super) fn differs(&self, known: f64) -> bool {
        let places = self.value.words.split_once('.').map_or(0, |(_, places)| places.len());
        let step = self.scale * 10f64.powi(-i32::try_from(places).unwrap_or(0));
        let steps = known / step;
        let finer = (steps - steps.round()).abs() > 1e-6;
        let within = self.value.within * self.scale + if finer { step * 0.999_999 } else { 0.0 };
        (self.number() - known).abs() > within + 1e-9
    }
}

/// The number said of a figure in a stretch: 办理案件共998件 → 998.
pub(super) fn said<'t>(stretch: Stretch<'t>, known: &Known<'_>) -> Option<Said<'t>> {
    let Stretch { text, start, lead } = stretch;
    if known.unit.is_empty() {
        return None;
    }
    let words = &text[start..];
    let alone = known.alone.iter().filter_map(|name| {
        let at = words.find(name.as_str())?;
        BEHIND_PERIOD.contains(&&words[..at]).then_some((at, name.as_str()))
    });
    let named = known.named.iter().flat_map(|name| words.match_indices(name.as_str()));
    named.chain(alone).find_map(|(at, label)| {
        let at = start + at;
        let between = &text[start..at];
        // 许律师2025年办理案件40件: whose they are may be said before.
        let home = ["全县", "我县", "本县"].iter().any(|word| between.contains(word));
        if !leaves_all(between) || !leads_to_all(lead) || !home && narrows(lead) {
            return None;
        }
        let rest = &text[at + label.len()..];
        let number = rest.find(is_digit)?;
        if !is_between(&rest[..number]) {
            return None;
        }
        let value = quantity(&rest[number..])?;
        let (scale, behind) = in_unit(&rest[number + value.words.len()..], known.unit)?;
        ends(behind).then_some(Said { value, scale, behind, between })
    })
}

/// Whether words are of a part of the county's work or of another place's.
pub(super) fn narrows(words: &str) -> bool {
    NARROWING.iter().chain(&PARTLY).any(|word| words.contains(word)) || elsewhere(words)
}

/// Whether words name another place than this county: 滁州市, 市中心, 凤阳县.
fn elsewhere(words: &str) -> bool {
    let others = words.match_indices(['市', '省', '州', '县']).any(|(at, sign)| {
        let (before, after) = (&words[..at], &words[at + sign.len()..]);
        let last = before.chars().next_back();
        if sign == "县" {
            return last.is_some_and(|c| !"全我本该在由们和，、：".contains(c));
        }
        !(last == Some('城') || after.starts_with(['民', '场']))
    });
    others || words.contains("邻")
}

/// What the unit behind a number makes of it, and what stands behind the unit.
fn in_unit<'t>(behind: &'t str, unit: &str) -> Option<(f64, &'t str)> {
    let behind = behind.trim_start();
    let other = match unit {
        "万元" => [("元", 1e-4), ("亿元", 1e4)],
        "元" => [("万元", 1e4), ("亿元", 1e8)],
        _ => [("", 0.0); 2],
    };
    let own = behind.strip_prefix(unit).map(|behind| (1.0, behind));
    own.or_else(|| {
        let mut other = other.iter().filter(|(name, _)| !name.is_empty());
        other.find_map(|(name, scale)| Some((*scale, behind.strip_prefix(name)?)))
    })
}

/// The parts of a figure said in one breath with it: 办理案件999件，其中民事案件612件、刑事384件.
pub(super) fn parts_said<'t, 'k>(
    behind: &'t str,
    whole: &Known<'_>,
    figures: &'k [Known<'k>],
) -> Vec<(&'k Known<'k>, Quantity<'t>)> {
    let mut said = Vec::new();
    let list = behind.trim_start_matches(['，', ',', '（', '(']).strip_prefix("其中");
    for clause in list.unwrap_or_default().split(['、', '，', ',', '和', '）', ')']) {
        let clause = clause.trim_start_matches(['：', ':', '有']);
        let of_whole = |part: &&Known<'_>| part.part_of.as_ref() == Some(&whole.label);
        let Some(value) = figures.iter().filter(of_whole).find_map(|part| {
            let rest = clause.strip_prefix(plain(&part.label).as_str())?;
            let rest = ["案件", "类案件", "案"]
                .iter()
                .find_map(|it| rest.strip_prefix(it))
                .unwrap_or(rest);
            let number = rest.find(is_digit)?;
            let value = quantity(&rest[number..]).filter(|_| is_between(&rest[..number]))?;
            (&rest[number + value.words.len()..] == part.unit).then_some((part, value))
        }) else {
            break;
        };
        said.push(value);
    }
    said
}
