//! 出生日期 (C323): a full date where the words say that somebody was born then. The year, the month
//! and days of other things stay.

use std::ops::Range;
use std::sync::LazyLock;

use super::day::{date, date_in, short_date, year_of};
use super::{Find, Told, age, table};
use crate::base::code::Code;
use crate::base::look::near::{first_chars, han, last_chars};
use crate::base::look::words::Words;
use crate::domain::identifier::digit;
use crate::say;

/// Words beside which a day is a date of birth.
const BIRTH: &[&str] = &[
    "出生", "生于", "生日", "诞生", "降生", "出世", "日生", "号生", "生育", "生下", "产下", "分娩",
    "生人", "男，", "女，", "男,", "女,", "男、", "女、", "男 ", "女 ", "初生", "生的", "产一",
    "育有", "婚生", "刚满", "恰满", "好满", "天满", "0生", "1生", "2生", "3生", "4生", "5生",
    "6生", "7生", "8生", "9生", "一生", "二生", "三生", "四生", "五生", "六生", "七生", "八生",
    "九生", "十生",
];

static WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(BIRTH));

/// What makes another word of one that means birth: 出生医学证明, 生病, 生效.
const OTHERWISE: &[&str] = &[
    "医学", "证", "缺陷", "登记", "率", "效", "病", "活", "产", "意", "气", "存", "命", "长", "态",
    "计", "物", "怕", "怨", "前", "疏", "硬", "火", "变", "费", "保险", "蛋糕", "礼物", "聚会",
    "派对", "会", "宴",
];

/// What somebody gives birth to. 生下矛盾的根子 is none.
const CHILDREN: &[&str] = &[
    "女儿", "儿子", "孩", "婴", "胎", "娃", "宝宝", "一女", "一子", "一儿", "一男", "两女", "两子",
    "二女", "二子", "长女", "长子", "次女", "次子", "三女", "三子",
];

pub(super) fn find(told: &Told<'_>, found: &mut Vec<Find>) {
    let words = told.words();
    let mut dates: Vec<Range<usize>> = Vec::new();
    let mut named = false;
    for hit in WORDS.find(words) {
        named |= matches!(&words[hit.range()], "出生" | "生日");
        dates.extend(beside(words, hit.range()));
    }
    if named {
        let cells = table::named(told, heads);
        dates.extend(cells.into_iter().filter_map(|cell| in_cell(words, cell.start)));
    }
    dates.sort_by_key(|date| date.start);
    dates.dedup_by(|a, b| a.start < b.end);
    let now = told.read.page.head.date.as_ref().map(|date| date.value.year());
    found.extend(dates.into_iter().map(|place| Find {
        code: Code::BirthDate,
        mend: age::instead(year_of(&words[place.clone()]), now),
        place,
        message: say!(zh: "写了出生的年月日", en: "an exact date of birth"),
    }));
}

/// The date of birth that a word at `hit` speaks of.
fn beside(words: &str, hit: Range<usize>) -> Option<Range<usize>> {
    let after = &words[hit.end..];
    let label = &words[hit.clone()];
    let entered = label == "生日" && after.starts_with("登记");
    if !entered && OTHERWISE.iter().any(|other| after.starts_with(other)) {
        return None;
    }
    let day = |end: usize| {
        // 生成, 生根: other words begin so.
        let born =
            !after.starts_with(han) || after.starts_with(|c| "于在的人汉回满壮住男女".contains(c));
        let child = born || (after.starts_with(['下', '育']) && bears(after));
        before(words, hit.start).map(|(date, _)| date).filter(|date| date.end == end && child)
    };
    match label {
        "男，" | "女，" | "男," | "女," | "男、" | "女、" | "男 " | "女 " => {
            listed(words, hit.end)
        }
        "日生" | "号生" => day(hit.start + '日'.len_utf8()),
        "生育" | "生下" | "产下" | "分娩" | "产一" | "育有" | "婚生" => {
            given(words, hit.start, label)
        }
        "刚满" | "恰满" | "好满" | "天满" => of_age(words, hit.start, after),
        // 八月初三生; 一生 is a life.
        _ if label.ends_with('生') && label.starts_with(|c| "一二三四五六七八九十".contains(c)) => {
            day(hit.start + '一'.len_utf8())
        }
        _ if label.starts_with(|c: char| c.is_ascii_digit()) => {
            day(hit.start + 1).or_else(|| short(words, hit.start + 1))
        }
        "生的" | "初生" => behind(words, hit.start, after),
        "生日" => ahead(words, hit.end)
            .or_else(|| birthday(words, hit.start))
            .or_else(|| behind(words, hit.start, after)),
        _ => ahead(words, hit.end).or_else(|| behind(words, hit.start, after)),
    }
}

/// A date right behind the word: 生于, 出生日期：, 生日是农历, 出生日期（公历）, 出生日期登记为.
fn ahead(words: &str, at: usize) -> Option<Range<usize>> {
    // 事故发生于, 债务产生于.
    let happened = words[..at].strip_suffix("生于");
    if happened.is_some_and(|before| before.ends_with(['发', '产', '诞', '派', '衍', '滋'])) {
        return None;
    }
    let label = |c: char| "日期时间年月：:为于是在农历公阴阳（(| ".contains(c);
    let near = first_chars(&words[at..], 40);
    let rest = near.trim_start_matches(label);
    let opened = near[..near.len() - rest.len()].contains(['（', '(']);
    let rest =
        if opened { rest.trim_start_matches(['）', ')']).trim_start_matches(label) } else { rest };
    const SAID: [&str; 11] =
        ["应当", "应该", "实际", "就", "登记", "记载", "载明", "显示", "填写", "写", "记"];
    let rest = SAID.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let start = at + near.len() - rest.trim_start_matches(label).len();
    Some(start..start + date(&words[start..])?)
}

/// The last date before `at` in the same text, and what stands between.
fn before(words: &str, at: usize) -> Option<(Range<usize>, &str)> {
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
    Some((date, between))
}

/// A date right before a word for being born, or with a place or a child between: 1985年11月3日在县医院出生.
fn behind(words: &str, at: usize, after: &str) -> Option<Range<usize>> {
    let (date, between) = before(words, at)?;
    let rest = between.strip_prefix(['，', ',']);
    let child = rest
        .is_some_and(|rest| rest.contains(['女', '儿', '孩', '子']) && short_han(rest, 8))
        || kin(rest.unwrap_or(between));
    // 他出生在一个农民家庭
    let person = after.starts_with(['在', '于', '到'])
        && rest.is_some_and(|rest| {
            short_han(rest, 4)
                && (rest.contains('某') || ["他", "她", "其", "本人"].contains(&rest))
        });
    let other = ["地", "日期", "年月", "时间", "信息", "情况", "以来"];
    let other = !between.is_empty() && other.iter().any(|word| after.starts_with(word));
    ((between.is_empty() || place(between) || child || person) && !other).then_some(date)
}

/// Whether nothing but a place and the time of day stands between: 在县医院, 凌晨.
fn place(between: &str) -> bool {
    let begins = ['在', '于', '凌', '早', '晚', '上', '下', '中', '剖', '顺', '出', '（'];
    between.starts_with(begins)
        && between.chars().count() <= 9
        && between.chars().all(|c| han(c) || "（）".contains(c))
}

/// Whether nothing but a child stands between, and where: 女儿李某某在县医院.
fn kin(between: &str) -> bool {
    // 双方的儿子
    let child = between.split_once('的').filter(|(whose, _)| short_han(whose, 4));
    let child = child.map_or(between, |(_, child)| child);
    let begins = CHILDREN.iter().any(|word| child.starts_with(word));
    let other = ["因", "自", "从", "随", "已", "没", "未", "的"];
    begins && short_han(child, 14) && !other.iter().any(|word| child.contains(word))
}

fn short_han(text: &str, most: usize) -> bool {
    text.chars().count() <= most && text.chars().all(han)
}

/// Whether what a text says next is a child.
fn bears(after: &str) -> bool {
    let near = first_chars(after, 7);
    CHILDREN.iter().any(|child| near.contains(child))
}

/// The day somebody gave birth to a child: 2015年6月1日，王某生下女儿; 婚后于2015年6月1日育有一女. In
/// 2012年6月1日结婚，育有一女 the day is another.
fn given(words: &str, at: usize, label: &str) -> Option<Range<usize>> {
    let (date, between) = before(words, at)?;
    let child = bears(&words[at..]) || label == "分娩";
    let rest = between.strip_prefix(['，', ',']).unwrap_or(between);
    let wed = rest.contains(['婚', '后', '居', '识', '恋', '已', '曾', '怀', '未', '将']);
    let mother = matches!(label, "生下" | "产下" | "产一" | "分娩") && short_han(rest, 12) && !wed;
    let way = between.strip_suffix('顺').or_else(|| between.strip_suffix("剖宫"));
    let way = way.or_else(|| between.strip_suffix("剖腹")).is_some_and(str::is_empty);
    (child && (between.is_empty() || place(between) || mother || way)).then_some(date)
}

/// The day somebody comes of an age: 2025年11月3日，小张刚满十八周岁. Of one who is past it (已满) no day is
/// told.
fn of_age(words: &str, at: usize, after: &str) -> Option<Range<usize>> {
    let age =
        first_chars(after, 5).trim_start_matches(|c| digit(c).is_some() || "十百".contains(c));
    let years = age.len() < first_chars(after, 5).len()
        && ["岁", "周岁"].iter().any(|word| age.starts_with(word));
    let (date, between) = before(words, at)?;
    let who = between.trim_start_matches(['，', ',', '是']);
    (years && short_han(who, 6) && !who.contains('时')).then_some(date)
}

/// The day that is said to be a birthday: 2025年11月3日是他18岁生日.
fn birthday(words: &str, at: usize) -> Option<Range<usize>> {
    let (date, between) = before(words, at)?;
    let whose = between.trim_start_matches(['，', ',', '正']).strip_prefix('是')?;
    let nobody = whose.contains(['国', '党', '军', '团', '店', '司', '节']);
    let ends = whose.is_empty() || whose.ends_with(['岁', '的', '他', '她', '某']);
    (ends && !nobody && whose.chars().count() <= 10).then_some(date)
}

/// A day whose year has two digits, right before 生: 85.11.3生.
fn short(words: &str, end: usize) -> Option<Range<usize>> {
    let near = last_chars(&words[..end], 8);
    let whole = |(at, _): &(usize, char)| {
        let inside = |c: char| c.is_ascii_alphanumeric() || "-./年月".contains(c);
        short_date(&near[*at..]) == Some(near.len() - at)
            && !words[..end - near.len() + at].ends_with(inside)
    };
    let (at, _) = near.char_indices().find(whole)?;
    Some(end - near.len() + at..end)
}

/// A date in the row of what tells a person: 李某，女，1985年11月3日，汉族.
fn listed(words: &str, at: usize) -> Option<Range<usize>> {
    let start = at + words[at..].len() - words[at..].trim_start_matches(' ').len();
    let end = start + date(&words[start..])?;
    let rest = &words[end..];
    let next = rest.strip_prefix(['，', ',', '、', ' '])?;
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
    (traits.iter().any(|word| more.contains(word)) && !more.contains("住院")).then_some(start..end)
}

/// Whether a cell says that a day in the next one, or below, is a date of birth.
fn heads(cell: &str) -> bool {
    let bare = cell.find(['（', '(', '：', ':']).map_or(cell, |at| &cell[..at]).trim_end();
    const NAMES: [&str; 6] = ["出生日期", "出生年月日", "出生年月", "出生时间", "出生", "生日"];
    bare.chars().count() <= 9 && NAMES.iter().any(|name| bare.ends_with(name))
}

/// The date a cell begins with.
fn in_cell(words: &str, at: usize) -> Option<Range<usize>> {
    let cell = &words[at..];
    let day = cell.trim_start_matches(|c| "农公阴阳历 ".contains(c));
    let start = at + cell.len() - day.len();
    Some(start..start + date(day).or_else(|| short_date(day))?)
}
