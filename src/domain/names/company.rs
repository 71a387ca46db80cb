//! Companies, shops and works by their own name. A trade alone names none: 一家服装厂.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::LazyLock;

use super::abroad::COUNTRIES;
use super::builder;
use super::character::{Character, END};
use super::generic::{CUT, CUT_WORDS, PLACES, TRADES};
use super::saying;
use super::services::SERVICES;
use super::subject::{behind_act, ordinary};
use super::trade::{self, BLAMED, KINDS, OWING};
use super::ware::{ORIGINS, WARES};
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

static PLACES_FIRST: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::by_firsts(&[PLACES, COUNTRIES, ORIGINS]));
static TRADES_FIRST: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::by_firsts(&[TRADES, WARES, SERVICES]));
static TRADES_LAST: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::by_last(&[TRADES, WARES, SERVICES]));

static CUTTING: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::by_last(&[CUT_WORDS, saying::ORDERS]));

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
        let around = (&words[..start], after);
        if !trade::speaks(name, ending, around) || EVERYWHERE.iter().any(|it| name.ends_with(it)) {
            continue;
        }
        found.push(start..hit.end() + branch(after));
    }
    found.extend(builder::named(words));
    found.sort_by_key(|name| (name.start, Reverse(name.end)));
    found.dedup_by(|a, b| a.start < b.end);
    found
}

/// The length of the branch that a name goes on with: 滁州中心支公司, 定远县分公司.
fn branch(after: &str) -> usize {
    const ENDS: [&str; 3] = ["中心支公司", "支公司", "分公司"];
    let near = first_chars(after, 12);
    let end = ENDS.iter().filter_map(|end| Some((near.find(end)?, *end))).min();
    let Some((at, end)) = end else { return 0 };
    let place = &near[..at];
    let known = PLACES_FIRST.longest_begin(place).map_or(place, |length| &place[length..]);
    let area = place.ends_with(['省', '市', '县', '区']) && place.chars().count() <= 6;
    let whole = known.is_empty()
        || (area
            && place.chars().all(han)
            && !place.contains(['的', '在', '向', '和', '与', '由']));
    if whole { at + end.len() } else { 0 }
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
    if let Some(open) = trade::called(&before[..before.len() - trade(before).len()]) {
        return Some(at - before.len() + open);
    }
    // 定远恒泰电子（滁州）有限公司: a place in brackets belongs to the name.
    let inside = |c: char| han(c) || matches!(c, '（' | '）' | '(' | ')');
    let bracketed = before.ends_with(['）', ')']);
    let run =
        before.char_indices().rev().find(|(_, c)| if bracketed { !inside(*c) } else { !han(*c) });
    let name = behind_act(cut(&before[run.map_or(0, |(at, c)| at + c.len_utf8())..]), own_part);
    if name.contains('某')
        || masked(&words[..at - name.len()])
        || before.ends_with(['*', '×', '＊', 'X'])
    {
        return None;
    }
    // 工厂 is found by its last character.
    let said = name.strip_suffix('工').filter(|_| ending == "厂").unwrap_or(name);
    let trade = trade(said);
    if saying::ends_with_saying(&said[..said.len() - trade.len()]) {
        return None;
    }
    let bare = own_part(name);
    if trade.is_empty()
        && tells_of_it(&words[..at - name.len()], bare, (ending, &words[at + ending.len()..]))
    {
        return None;
    }
    let sizes = bare
        .chars()
        .all(|c| "小大老新总分子母支原现两一二三四五六七八九十几多各栋幢座层间号".contains(c));
    let own = if sizes { 0 } else { bare.chars().filter(|c| han(*c)).count() };
    // 西卅店镇 is a township.
    let after = &words[at + ending.len()..];
    if after.starts_with(['镇', '乡', '村', '街']) {
        return None;
    }
    // 定远农商行 is a bank.
    if ending == "商行" && name.ends_with(['农', '工']) {
        return None;
    }
    // 招聘店员; 饭店员工 are its people.
    if ending == "店" && after.starts_with('员') && !after.starts_with("员工") {
        return None;
    }
    let in_full = ending.contains("有限") || ending.contains("股份");
    if !in_full && counted_ware(&words[..at - name.len()], bare) {
        return None;
    }
    let most = if in_full { 20 } else { 7 };
    ((2..=most).contains(&own)).then(|| at - name.len())
}

/// Whether a counter stands before what a body deals in: 一家彩钢瓦安装公司. What a body is called by is of two
/// characters or has no word in it that ends with a material.
fn counted_ware(before: &str, own: &str) -> bool {
    const STUFF: [char; 30] = [
        '瓦', '板', '管', '材', '料', '钢', '铝', '铁', '砖', '漆', '膜', '网', '绳', '线', '架',
        '棚', '梯', '灯', '窗', '帘', '柜', '床', '椅', '桌', '机', '泵', '车', '船', '布', '纸',
    ];
    before.strip_suffix('家').is_some_and(|count| count.ends_with(COUNTED))
        && own.chars().count() == 3
        && own.ends_with(STUFF)
}

/// Whether a sentence tells of the works or the shop of the page by no name: 年底才知道厂里. 在光明厂里 is one.
fn tells_of_it(before: &str, own: &str, (ending, after): (&str, &str)) -> bool {
    matches!(ending, "厂" | "店")
        && after.starts_with(['里', '方'])
        && !before.ends_with(['在', '进', '去'])
        && ordinary(own)
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

/// Whether a name begins with 万家: 在万家福超市. 上万家超市 are so many.
fn many(before: &str) -> bool {
    const AT: [char; 9] = ['在', '到', '去', '给', '与', '和', '向', '对', '进'];
    before.strip_suffix('万').is_some_and(|rest| rest.is_empty() || rest.ends_with(AT))
}

/// Whether 家 begins the name of a shop: 在家家乐超市, 到家乐福超市.
fn at_home(before: &str, rest: &str) -> bool {
    const LUCKY: [char; 8] = ['家', '乐', '福', '佳', '惠', '旺', '悦', '兴'];
    let begins = before.is_empty()
        || before.ends_with(['在', '到', '进', '给', '与', '诉', '家', '去', '被']);
    begins && rest.starts_with(LUCKY)
}

/// The name, without what the sentence says before it.
fn cut(run: &str) -> &str {
    let mut start = CUTTING.behind_last(run).unwrap_or(0);
    for (at, c) in run.char_indices().filter(|(_, c)| CUT.contains(*c)) {
        let rest = &run[at + c.len_utf8()..];
        // 家具, 家政, 和平: the word goes on.
        let word = match c {
            '家' if run[..at].ends_with(['人', '农', '酒', '渔']) || many(&run[..at]) => true,
            // 一家电子厂: a counter.
            '家' if run[..at].ends_with(COUNTED) => false,
            '家' => {
                rest.starts_with(['具', '政', '庭', '电', '纺', '居', '装', '园', '常'])
                    || at_home(&run[..at], rest)
            }
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
        let front = front(own);
        let first = || TRADES_FIRST.longest_begin(own).map(|length| &own[length..]);
        let last = || TRADES_LAST.longest_end(own).map(|length| &own[..own.len() - length]);
        let shorter = front.map(|length| &own[length..]).or_else(first).or_else(last);
        match shorter {
            Some(shorter) => own = shorter,
            None => return own,
        }
    }
}

/// The length of the place that a name begins with: 定远, 炉桥镇.
fn front(name: &str) -> Option<usize> {
    // 宏达市政, 青苗乡村: there it is half of a word.
    let half =
        |at: usize| ["市政", "市场", "乡村", "乡土"].iter().any(|it| name[at..].starts_with(it));
    let area = || {
        let mut signs = name.char_indices().take(5).skip(1);
        signs.find(|(at, c)| "县市省镇乡".contains(*c) && !half(*at))
    };
    PLACES_FIRST.longest_begin(name).or_else(|| area().map(|(at, c)| at + c.len_utf8()))
}

/// The place that a name begins with, with what kind of place it is: 定远县.
pub(super) fn place(name: &str) -> &str {
    let mut end = 0;
    while let Some(length) = front(&name[end..]) {
        end += length;
    }
    let more = name[end..].chars().next().filter(|c| end > 0 && "县市省".contains(*c));
    &name[..end + more.map_or(0, char::len_utf8)]
}

/// The trade that a name ends with, all words of it: 装饰工程.
pub(super) fn trade(own: &str) -> &str {
    let mut start = own.len();
    while let Some(length) = TRADES_LAST.longest_end(&own[..start]) {
        start -= length;
    }
    &own[start..]
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
            ("开发商恒顺置业有限公司把工程包了出去", "恒顺置业有限公司"),
            (
                "青禾财产保险股份有限公司滁州中心支公司在限额内赔付",
                "青禾财产保险股份有限公司滁州中心支公司",
            ),
            ("宏大劳务有限公司定远县分公司", "宏大劳务有限公司定远县分公司"),
            ("宏大劳务有限公司由滁州分公司", "宏大劳务有限公司"),
            ("张某在家家旺超市滑倒", "家家旺超市"),
            ("赵某给顺通物流跑车", "顺通物流"),
            ("受雇于宏远装饰。", "宏远装饰"),
            ("中铁九局把工程包给他人", "中铁九局"),
            ("法院裁定宏达建筑公司支付", "宏达建筑公司"),
            ("法院查封宏达公司账户", "宏达公司"),
            ("他在永盛厂里上班", "永盛厂"),
            ("他在光明厂里上班，每年厂里", "光明厂"),
            ("红旗机械厂里没有安全员", "红旗机械厂"),
            ("到英才公司应聘", "英才公司"),
            ("到顺捷物流做送货员", "顺捷物流"),
            ("站点由顺捷物流承包", "顺捷物流"),
            ("在万家旺超市上班", "万家旺超市"),
            ("开了一家名为小石头的烧烤店", "小石头的烧烤店"),
        ] {
            assert_eq!(found(text), [name], "{text}");
        }
        for text in [
            "一家服装厂",
            "定远某劳务公司",
            "该公司、保险公司",
            "成立了有限公司",
            "镇上的饭店",
            "牛奶厂早就停产了",
            "韩国餐馆的老板说",
            "兰州拉面馆里人来人往",
            "从事室内装饰工作",
            "到定远农商行取钱",
            "回家超市关门了",
            "给物流跑车",
            "运营公司、小贷公司",
            "法院裁定保险公司先付",
            "法院通知物业公司",
            "中心协调快递公司",
            "退休才发现厂里少缴了",
            "年底厂里没给钱",
            "他相信公司",
            "在一家阳光板安装公司干活",
            "货由外包物流承运",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
