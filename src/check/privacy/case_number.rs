//! 案号 (C326): of courts, of arbitration, prosecution and police, of what a person was told by
//! letter. Numbers of rules (法释〔2020〕17号) look alike; what tells them apart is who numbers.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::year::year_before;
use super::{Find, Told, paper};
use crate::base::code::Code;
use crate::base::look::near::{han, last_chars, sentence_before};
use crate::base::look::words::Words;
use crate::base::span::Span;
use crate::domain::identifier::rule;
use crate::domain::kind::Kind;
use crate::say;

/// A year in any brackets begins the number of a court and stands inside every other one.
static NUMBERED: LazyLock<Words> = LazyLock::new(|| Words::of(&["号"]));

/// What stands in the number of a court.
const COURTS: &[&str] = &[
    "民初",
    "民终",
    "民申",
    "民再",
    "民特",
    "民监",
    "民辖",
    "民撤",
    "民保",
    "民催",
    "民督",
    "刑初",
    "刑终",
    "刑申",
    "刑再",
    "刑更",
    "刑监",
    "行初",
    "行终",
    "行申",
    "行审",
    "行再",
    "行赔",
    "执",
    "财保",
    "调",
    "赔",
    "破",
    "初字",
    "终字",
    "司",
    "公证字",
];

/// What stands in the number of somebody else who decides about a person, before the year.
const OFFICES: &[&str] = &[
    "劳人仲",
    "劳仲",
    "仲案",
    "仲裁",
    "仲字",
    "检刑",
    "检诉",
    "检公诉",
    "检未",
    "不诉",
    "刑诉",
    "行罚",
    "罚决",
    "刑立",
    "立字",
    "受案",
    "拘字",
    "捕字",
    "强戒",
    "工伤",
    "工认",
    "伤认",
    "调字",
    "援字",
    "公证字",
    "鉴字",
    "司鉴",
    "行复",
    "劳鉴",
    "复决",
    "复议字",
    "援民",
    "援刑",
    "援行",
    "援指",
    "援受",
    "初字",
    "终字",
    "执字",
];

/// Kinds of case, and the report on an accident, right behind which a serial tells one, 号 or no 号.
static KINDS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(&[
        "民初",
        "民终",
        "民申",
        "民再",
        "刑初",
        "刑终",
        "行初",
        "行终",
        "执",
        "执恢",
        "执保",
        "认定书",
    ])
});

pub(super) fn find(told: &Told<'_>, found: &mut Vec<Find>) {
    let words = told.words();
    let about = about(&told.read.page.kind);
    let mut last = 0;
    let mut places: Vec<Range<usize>> = Vec::new();
    for hit in NUMBERED.find(words) {
        let Some(place) = ending(words, hit.start()).filter(|place| place.start >= last) else {
            continue;
        };
        last = hit.end();
        places.push(place.start..hit.end());
    }
    places.extend(KINDS.find(words).filter_map(|hit| match &words[hit.range()] {
        "认定书" => reported(words, hit.end()),
        _ => unended(words, hit.end()),
    }));
    places.sort_by_key(|place| place.start);
    places.retain(|place| told.span(place).is_none_or(|span| !about.contains(&span)));
    found.extend(places.into_iter().map(|place| Find {
        code: Code::CaseNumber,
        message: say!(zh: "这里有案号", en: "there is a case number here"),
        mend: paper::instead(words, &place),
        place,
    }));
}

/// The places of numbers and documents that a batch of notices is about.
fn about(kind: &Kind) -> BTreeSet<Span> {
    let Kind::Notice(batch) = kind else { return BTreeSet::new() };
    let numbers = batch.notices.iter().flat_map(|notice| &notice.identifiers);
    let numbers = numbers.map(|number| number.value.span);
    numbers.chain(batch.notices.iter().map(|notice| notice.document.span)).collect()
}

/// Characters from the beginning of a number to its serial at most.
const FARTHEST: usize = 36;

/// The case number whose serial ends at `at`: 123, 123-1, 123、124.
fn ending(words: &str, at: usize) -> Option<Range<usize>> {
    let spaced = words[..at].trim_end_matches(' ');
    if !spaced.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let head = spaced.trim_end_matches(|c: char| c.is_ascii_digit() || "-、，,至".contains(c));
    let serial = &spaced[head.len()..];
    let head = &spaced[..head.len() + serial.find(|c: char| c.is_ascii_digit())?];
    let bare = before_serial(head);
    let start = court(bare).or_else(|| office(bare)).or_else(|| yearless(bare));
    Some(start.or_else(|| report(head, bare, serial, &words[at..]))?..at)
}

/// What stands before a serial and its 第.
fn before_serial(head: &str) -> &str {
    let head = head.trim_end_matches(' ');
    head.strip_suffix('第').unwrap_or(head).trim_end_matches(' ')
}

/// A court's number without its 号: 案号为(2025)皖1125民初123。 `at` is where the kind of case ends.
fn unended(words: &str, at: usize) -> Option<Range<usize>> {
    let figure = |c: char| c.is_ascii_digit();
    let rest = words[at..].strip_prefix('字').unwrap_or(&words[at..]);
    let rest = rest.strip_prefix('第').unwrap_or(rest);
    let serial = words.len() - rest.len();
    let end = words.len() - rest.trim_start_matches(figure).len();
    let behind = words[end..].trim_start_matches(|c| figure(c) || "-、，,至 ".contains(c));
    if end == serial
        || behind.starts_with(|c: char| c.is_ascii_alphanumeric() || "号*×＊□○某_?".contains(c))
    {
        return None;
    }
    let head = before_serial(&words[..serial]);
    Some(court(head).or_else(|| yearless(head))?..end)
}

/// Where the number of a court begins that is told without its year: 皖1125民初.
fn yearless(head: &str) -> Option<usize> {
    let near = last_chars(head, 9);
    let kind = COURTS.iter().filter_map(|court| near.rfind(court)).min()?;
    let court = near[..kind].trim_end_matches(|c: char| c.is_ascii_digit());
    let province = court.chars().next_back().filter(|c| rule::PROVINCES.contains(*c))?;
    let count = kind - court.len();
    ((2..=4).contains(&count) && near[kind..].chars().all(han))
        .then(|| head.len() - near.len() + court.len() - province.len_utf8())
}

/// Digits of the number of a report on an accident, at least: county, year and serial.
const REPORTED: usize = 12;

/// Where the number of a report on an accident begins: 道路交通事故认定书第341125120250000123号, or before it,
/// 第341125120250000123号道路交通事故认定书.
fn report(head: &str, bare: &str, serial: &str, after: &str) -> Option<usize> {
    let named = bare.trim_end_matches(['：', ':', '（', '(']);
    let named = named.strip_suffix("编号").unwrap_or(named);
    let long = serial.len() >= REPORTED && serial.bytes().all(|byte| byte.is_ascii_digit());
    let first = if head.len() > bare.len() { bare.len() } else { head.len() };
    let behind =
        after.strip_prefix('号').unwrap_or(after).trim_start_matches(['《', '“', ' ', '的']);
    let report = ["道路交通事故", "交通事故", "事故"].iter().find_map(|it| behind.strip_prefix(it));
    let behind = report.is_some_and(|rest| {
        let rest = rest.strip_prefix("责任").unwrap_or(rest);
        rest.starts_with("认定") || rest.starts_with("证明")
    });
    (long && (named.ends_with("认定书") || behind)).then_some(first)
}

/// The number of a report on an accident without its 号: 事故认定书编号341125120250000123。 `at` is where
/// 认定书 ends.
fn reported(words: &str, at: usize) -> Option<Range<usize>> {
    let rest = words[at..].trim_start_matches(|c: char| "编号码为是第：:（( 》”".contains(c));
    let figures = rest.bytes().take_while(u8::is_ascii_digit).count();
    let start = words.len() - rest.len();
    let after = &rest[figures..];
    let other = after.starts_with(|c: char| c.is_ascii_alphanumeric() || "号*×＊".contains(c));
    (figures >= REPORTED && !other).then_some(start..start + figures)
}

/// Where the number of a court begins: a year, the court's sign, the kind of case. (2025)皖1125民初
fn court(head: &str) -> Option<usize> {
    let before = last_chars(head, 26);
    let offset = head.len() - before.len();
    let kind = COURTS.iter().filter_map(|court| before.rfind(court)).max()?;
    let (start, end) = year_before(before, kind)?;
    let between = before[end..kind].trim_start();
    // 2025年皖1125民初字第123号
    let (between, told) = between.strip_prefix('年').map_or((between, false), |rest| (rest, true));
    let courts = between.chars().next().is_some_and(|c| {
        rule::PROVINCES.contains(c) || c.is_ascii_digit() || between.starts_with("最高法")
    });
    let old = before[kind..].contains('字') && between.chars().count() < 4;
    let old = old && (!told || before.ends_with('字'));
    let plain = before[end..].chars().all(|c| c.is_alphanumeric() || " （）()".contains(c));
    let masked = before[end..].contains(['某', '×', '*']);
    (plain && !masked && (courts || old || kind == end)).then_some(offset + start)
}

/// Where the number of another office begins: 定劳人仲案〔2025〕, its place in front.
fn office(head: &str) -> Option<usize> {
    let before = last_chars(head, FARTHEST);
    let (year, end) = year_before(before, before.len())?;
    // 临鉴字第12号: the kind may stand behind the year.
    let behind = &before[end..];
    if !behind.chars().all(han) || behind.chars().count() > 4 || behind.starts_with('年') {
        return None;
    }
    let named = &before[..year];
    let run = named.char_indices().rev().find(|(_, c)| !han(*c) && !"（）()".contains(*c));
    let run = run.map_or(0, |(at, c)| at + c.len_utf8());
    let run = run + bracketed(&named[run..]);
    let named = &named[run..];
    // 作出定劳人仲案, 不服定劳人仲案: what the sentence says before it.
    let said = named
        .char_indices()
        .rev()
        .find(|(_, c)| "函出具来送把将以的为达据到书服对经按依在和与是由见".contains(*c));
    let run = run + said.map_or(0, |(at, c)| at + c.len_utf8());
    let named = &before[run..year];
    let kind = OFFICES.iter().filter_map(|office| named.find(office)).min();
    let aid = named.find("法援").filter(|_| {
        named.ends_with(['字', '）', ')', '指', '受'])
            || (named.ends_with("法援") && of_person(&before[..run]))
    });
    let police =
        |_: &usize| named.ends_with('字') && named.contains(['刑', '行', '拘', '罚', '认']);
    // 卫公证字 numbers a licence of hygiene.
    // 皖仲裁发〔2025〕1号 goes to all offices of a kind.
    let circular =
        named.ends_with("卫公证字") || named.ends_with(['发', '函', '通', '办', '秘', '规']);
    let kind = kind.filter(|_| !circular).or(aid).or_else(|| named.find('公').filter(police))?;
    // With the sign of the place before it: 定, 皖定. A 某 farther away is somebody's in the sentence.
    let sign = last_chars(&named[..kind], 2);
    if sign.contains(MASKS) || before[run + kind..].contains(MASKS) {
        return None;
    }
    let place = last_chars(&named[..kind], 6);
    let said = place.rfind(['某', '案']).map_or(0, |at| at + '某'.len_utf8());
    Some(head.len() - before.len() + run + kind - (place.len() - said))
}

/// What stands for a part of a number that was taken out.
const MASKS: [char; 3] = ['某', '×', '*'];

/// How far into a run the last bracket opens that is not closed in it: 一案（定劳人仲案. What is closed,
/// 皖（定）法援字, is part of the number.
fn bracketed(named: &str) -> usize {
    let mut closed = 0;
    for (at, c) in named.char_indices().rev() {
        match c {
            '）' | ')' => closed += 1,
            '（' | '(' if closed == 0 => return at + c.len_utf8(),
            '（' | '(' => closed -= 1,
            _ => {}
        }
    }
    0
}

/// Whether what is said before the number of a centre's paper tells of one person's case, not of a
/// rule it made: 受理张某的申请（定法援〔2025〕123号）.
fn of_person(before: &str) -> bool {
    let near = sentence_before(before, 24);
    ["受理", "申请", "指派", "受援", "决定", "一案"].iter().any(|word| near.contains(word))
        && !["印发", "办法", "方案", "制度", "意见", "》"].iter().any(|word| near.contains(word))
}

#[cfg(test)]
mod tests {
    use super::{ending, reported};

    #[test]
    fn reports_on_accidents() {
        let long = "第341125120250000123号道路交通事故认定书";
        let at = long.find('号').unwrap();
        assert_eq!(ending(long, at).map(|place| &long[place]), Some("第341125120250000123"));
        for text in ["第3号事故认定书", "第341125120250000123号快递单", "341125120250000123号令"]
        {
            assert_eq!(ending(text, text.find('号').unwrap()), None, "{text}");
        }
        let found = |text: &'static str| {
            reported(text, text.find("认定书").unwrap() + "认定书".len()).map(|place| &text[place])
        };
        assert_eq!(found("认定书编号341125120250000123。"), Some("341125120250000123"));
        assert_eq!((found("认定书2025年6月"), found("认定书编号3411****0123")), (None, None));
    }

    #[test]
    fn numbers_of_cases_and_of_rules() {
        let case = |text: &str| {
            let at = text.rfind('号').unwrap();
            ending(text, at).map(|place| text[place].to_owned())
        };
        for (text, number) in [
            ("作出（2025）皖1125民初123号", "（2025）皖1125民初123"),
            ("作出定劳人仲案〔2025〕123号", "定劳人仲案〔2025〕123"),
            ("定公（刑）受案字〔2025〕123号", "定公（刑）受案字〔2025〕123"),
            ("（2009）定民一初字第00123号", "（2009）定民一初字第00123"),
            ("宋某负全部责任（定公交认字〔2024〕第0123号）", "定公交认字〔2024〕第0123"),
            ("陈某与某公司仲裁案（定劳人仲案〔2025〕12号）", "定劳人仲案〔2025〕12"),
            ("张某诉某公司一案定劳人仲案〔2025〕12号", "定劳人仲案〔2025〕12"),
            ("受理张某的申请（定法援〔2025〕123号）", "定法援〔2025〕123"),
            ("皖（定）法援字〔2025〕12号", "皖（定）法援字〔2025〕12"),
            ("（2025）皖1125民初123-1号", "（2025）皖1125民初123-1"),
            ("（2025）皖1125民初123、124号", "（2025）皖1125民初123、124"),
            ("2025年皖1125民初字第123号", "2025年皖1125民初字第123"),
            ("（二〇二五）皖1125民初123号", "（二〇二五）皖1125民初123"),
            ("认定书第341125120250000123号", "第341125120250000123"),
            ("（2025皖1125民初123号）", "2025皖1125民初123"),
        ] {
            assert_eq!(case(text).as_deref(), Some(number), "{text}");
        }
        for text in [
            "国务院令第501号",
            "皖仲裁发〔2025〕1号",
            "仲裁院2025年第3号",
            "（2025）皖1125民初某号，123号",
            "认定书第3号",
            "法释〔2020〕17号",
            "人社部发〔2012〕3号",
            "第3号",
            "号",
            "张某的仲裁案（某劳人仲案〔2025〕12号）",
            "印发的工作办法（定法援〔2025〕3号）",
            "宋某负全责（定公交认字〔2024〕第某号）",
        ] {
            assert_eq!(case(text), None, "{text}");
        }
    }
}
