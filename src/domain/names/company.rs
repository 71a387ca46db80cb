//! Companies, shops and works by their own name. A trade alone names none: 一家服装厂.

use std::ops::Range;
use std::sync::LazyLock;

use super::character::{Character, END};
use super::generic::{CUT, CUT_WORDS, PLACES, TRADES};
use super::saying;
use super::trade::{self, BLAMED, KINDS, OWING};
use crate::base::look::lexicon::Lexicon;
use crate::base::look::near::{first_chars, han, last_chars};
use crate::base::look::words::Words;

/// What the name of a body of trade ends with; in the first four it stands in full.
const ENDINGS: &[&str] = &[
    "有限公司",
    "有限责任公司",
    "股份公司",
    "股份有限公司",
    "公司",
    "集团",
    "厂",
    "店",
    "超市",
    "宾馆",
    "餐馆",
    "餐厅",
    "饭馆",
    "酒楼",
    "合作社",
    "经营部",
    "商行",
    "工作室",
    "门市部",
    "门市",
    "修理铺",
    "铺子",
    "养殖场",
    "砂场",
    "沙场",
    "采石场",
    "面馆",
    "菜馆",
    "加油站",
    "农场",
    "物流中心",
    "商场",
    "商贸城",
    "网吧",
    "会所",
    "美容院",
    "诊所",
    "药房",
    "服务部",
    "KTV",
];

static WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(ENDINGS));

/// These, and the kinds and trades that a name ends with now and then.
static ALL: LazyLock<Words> =
    LazyLock::new(|| Words::of(&[ENDINGS, KINDS, OWING, BLAMED].concat()));

/// Bookshops of the state are in every town.
const EVERYWHERE: [&str; 2] = ["新华书店", "供销合作社"];

static PLACES_FIRST: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_first(PLACES));
static TRADES_FIRST: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_first(TRADES));
static TRADES_LAST: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_last(&[TRADES]));

static CUTTING: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_last(&[CUT_WORDS]));

/// What the name of a body of trade ends with.
pub(crate) fn ending(name: &str) -> &'static str {
    let all = [ENDINGS, KINDS, OWING, BLAMED].into_iter().flatten();
    let ends = all.filter(|end| name.ends_with(**end));
    ends.max_by_key(|end| end.len()).copied().unwrap_or_default()
}

/// Every name of a company.
pub(crate) fn companies(words: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for hit in ALL.find(words) {
        let ending = &words[hit.range()];
        let Some(start) = start(words, hit.start(), ending) else { continue };
        let (name, after) = (&words[start..hit.end()], &words[hit.end()..]);
        // 永盛煤矿机械厂: the name goes on to the end of another one.
        if !ENDINGS.contains(&ending) && WORDS.any(goes_on(after)) {
            continue;
        }
        if !trade::speaks(name, ending, after) || EVERYWHERE.iter().any(|it| name.ends_with(it)) {
            continue;
        }
        if found.last().is_none_or(|last| last.end <= start) {
            found.push(start..hit.end());
        }
    }
    found
}

/// Whether a text, read as far as it is solid, has the end of a company's name in it.
pub(super) fn ends(solid: &str) -> bool {
    WORDS.any(solid) || solid.contains("协会")
}

/// Whether a text begins with the end of a company's name.
pub(super) fn begins_with_end(text: &str) -> bool {
    WORDS.find(first_chars(text, 6)).next().is_some_and(|end| end.start() == 0)
}

/// Where the name begins whose ending stands at `at`.
fn start(words: &str, at: usize, ending: &str) -> Option<usize> {
    let before = last_chars(&words[..at], 26);
    if let Some(open) = trade::quoted(before) {
        return Some(at - before.len() + open);
    }
    // 定远恒泰电子（滁州）有限公司: a place in brackets belongs to the name.
    let inside = |c: char| han(c) || matches!(c, '（' | '）' | '(' | ')');
    let bracketed = before.ends_with(['）', ')']);
    let run =
        before.char_indices().rev().find(|(_, c)| if bracketed { !inside(*c) } else { !han(*c) });
    let name = cut(&before[run.map_or(0, |(at, c)| at + c.len_utf8())..]);
    if name.contains('某')
        || masked(&words[..at - name.len()])
        || before.ends_with(['*', '×', '＊', 'X'])
    {
        return None;
    }
    // 工厂 is found by its last character.
    let said = name.strip_suffix('工').filter(|_| ending == "厂").unwrap_or(name);
    if saying::ends_with_saying(said) {
        return None;
    }
    let bare = own_part(name);
    let sizes = bare
        .chars()
        .all(|c| "小大老新总分子母支原现两一二三四五六七八九十几多各栋幢座层间号".contains(c));
    let own = if sizes { 0 } else { bare.chars().filter(|c| han(*c)).count() };
    // 西卅店镇 is a township.
    let after = &words[at + ending.len()..];
    if after.starts_with(['镇', '乡', '村', '街']) {
        return None;
    }
    let in_full = ending.contains("有限") || ending.contains("股份");
    let most = if in_full { 20 } else { 7 };
    ((2..=most).contains(&own)).then(|| at - name.len())
}

/// The characters behind a name that may be more of it.
fn goes_on(after: &str) -> &str {
    let near = first_chars(after, 6);
    &near[..near.find(|c: char| !han(c) || Character::of(c).is(END)).unwrap_or(near.len())]
}

/// Whether what stands before a trade says that a name was taken out: 某某置业公司. 王某某 is a person.
fn masked(before: &str) -> bool {
    before.strip_suffix("某某").is_some_and(|rest| {
        rest.chars().next_back().is_none_or(|c| super::surname(&[c, '某']).is_none())
    })
}

/// What 家 counts behind.
const COUNTED: [char; 13] =
    ['一', '两', '二', '三', '几', '多', '每', '各', '另', '这', '那', '该', '某'];

/// The name, without what the sentence says before it.
fn cut(run: &str) -> &str {
    let mut start = CUTTING.behind_last(run).unwrap_or(0);
    for (at, c) in run.char_indices().filter(|(_, c)| CUT.contains(*c)) {
        let rest = &run[at + c.len_utf8()..];
        // 家具, 家政, 和平: the word goes on.
        let word = match c {
            '家' if run[..at].ends_with(['人', '农', '酒', '渔']) => true,
            // 一家电子厂: a counter.
            '家' if run[..at].ends_with(COUNTED) => false,
            '家' => rest.starts_with(['具', '政', '庭', '电', '纺', '居', '装', '园', '常']),
            '和' => rest.starts_with(['平', '顺', '谐', '美']),
            '为' => rest.starts_with('民'),
            '对' => rest.starts_with('外'),
            '进' => rest.starts_with('出'),
            _ => false,
        };
        if !word {
            start = start.max(at + c.len_utf8());
        }
    }
    &run[start..]
}

/// What is left of a name without places and trades: the name of its own.
fn own_part(name: &str) -> &str {
    let mut own = name;
    loop {
        let place = PLACES_FIRST.longest_begin(own).map(|length| &own[length..]);
        let area = own.char_indices().take(5).skip(1).find(|(_, c)| "县市省镇乡".contains(*c));
        let front = place.or_else(|| area.map(|(at, c)| &own[at + c.len_utf8()..]));
        let first = || TRADES_FIRST.longest_begin(own).map(|length| &own[length..]);
        let last = || TRADES_LAST.longest_end(own).map(|length| &own[..own.len() - length]);
        let shorter = front.or_else(first).or_else(last);
        match shorter {
            Some(shorter) => own = shorter,
            None => return own,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::companies;

    #[test]
    fn names_and_trades() {
        let found = |text: &str| -> Vec<String> {
            companies(text).into_iter().map(|place| text[place].to_owned()).collect()
        };
        for (text, name) in [
            ("张某到定远县宏大劳务有限公司上班", "定远县宏大劳务有限公司"),
            ("在宏发家具厂打工", "宏发家具厂"),
            ("宏达公司拒不支付", "宏达公司"),
        ] {
            assert_eq!(found(text), [name], "{text}");
        }
        for text in
            ["一家服装厂", "定远某劳务公司", "该公司、保险公司", "成立了有限公司", "镇上的饭店"]
        {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
