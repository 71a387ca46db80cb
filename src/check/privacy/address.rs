//! 住址 below the township (C324): groups, houses, blocks and rooms by their number; villages,
//! estates and streets by their name where the words say that somebody lives there.
//!
//! Offices have addresses too, and they are meant to be found: what follows the name of an office in
//! a sentence is its own.

use std::ops::Range;
use std::sync::LazyLock;

use super::{Find, Told, village};
use crate::base::code::Code;
use crate::base::look::lexicon::Lexicon;
use crate::base::look::near::{first_chars, han, han_before, last_chars, sentence_before};
use crate::base::look::words::Words;
use crate::say;

/// What an address below the township ends with, or has in it.
static MARKS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(&[
        "号楼", "栋", "幢", "单元", "室", "组", "队", "号", "小区", "花园", "家园", "公寓", "新村",
        "嘉园", "佳苑", "雅苑", "名苑", "华庭", "豪庭", "园", "苑", "湾", "郡", "路", "街", "巷",
        "弄", "村",
    ])
});

/// Words by which a place is where somebody lives.
const DWELLING: [&str; 13] =
    ["住", "租", "搬", "居", "家在", "户籍", "户口", "老家", "原籍", "籍贯", "嫁", "宅", "系"];

/// Bodies whose address is public.
const OFFICES: &[&str] = &[
    "中心",
    "法院",
    "法庭",
    "仲裁",
    "司法局",
    "司法所",
    "人社局",
    "政府",
    "派出所",
    "检察院",
    "公安",
    "公证处",
    "工作站",
    "医院",
    "银行",
    "服务大厅",
    "律师事务所",
    "看守所",
    "委员会",
    "联合会",
    "工会",
    "大队",
    "民政局",
    "信访",
];

static OFFICE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_first(OFFICES));

/// Characters before which the name of a place begins.
const CUT: &str = "住在于的到至租位搬系从向和与为是了去回往镇乡县市省区，、某现县有";

pub(super) fn find(told: &Told<'_>, found: &mut Vec<Find>) {
    let words = told.words();
    let mut places: Vec<Range<usize>> = Vec::new();
    for hit in MARKS.find(words) {
        let mark = &words[hit.range()];
        let Some(place) = place(words, hit.start(), mark) else { continue };
        match places.last_mut() {
            // 幸福里小区3栋2单元501室: one finding for what stands together.
            Some(last) if words.get(last.end..place.start).is_none_or(joins) => {
                last.end = place.end;
            }
            _ => places.push(place),
        }
    }
    let private = places.into_iter().filter(|place| !public(words, place));
    found.extend(private.map(|place| Find {
        code: Code::FullAddress,
        place,
        message: say!(zh: "写到了村组、门牌或楼栋", en: "group, house or block is given"),
        mend: say!(zh: "写到乡镇为止，例如“炉桥镇某村”", en: "stop at the township"),
    }));
}

fn joins(between: &str) -> bool {
    // A line feed ends a cell or an item: the next address is another one.
    between.chars().all(|c| c == ' ') || between == "第"
}

/// The address around a mark at `at`.
fn place(words: &str, at: usize, mark: &str) -> Option<Range<usize>> {
    let end = at + mark.len();
    let (before, after) = (&words[..at], &words[end..]);
    match mark {
        "村" => village::natural(before)
            .or_else(|| village::lived_in(words, at))
            .map(|start| start..end),
        "园" | "苑" | "湾" | "郡" => unheard(before, mark, after).map(|start| start..end),
        "路" | "街" | "巷" | "弄" => street(before, after).map(|start| start..end),
        "小区" | "花园" | "家园" | "公寓" | "新村" | "嘉园" | "佳苑" | "雅苑" | "名苑" | "华庭"
        | "豪庭" => {
            let start = estate(before)?;
            dwelling(&words[..start], 10).then_some(start..end)
        }
        _ => numbered(before, mark, after).map(|start| start..end),
    }
}

/// Whether somebody is said to live at what follows.
fn dwelling(before: &str, within: usize) -> bool {
    let near = last_chars(sentence_before(before, within), within);
    DWELLING.iter().any(|word| near.contains(word)) && !near.contains("居民")
}

/// Whether an address is that of an office. Nobody but people has a group in a village: 中心受理了
/// 大路村三组村民张某的申请.
fn public(words: &str, place: &Range<usize>) -> bool {
    let address = &words[place.clone()];
    let people = ["村民", "居民", "住户", "业主", "人，", "人。", "人、"];
    if address.ends_with(['组', '队', '村'])
        || people.iter().any(|word| words[place.end..].starts_with(word))
    {
        return false;
    }
    official(&words[..place.start]) || official(&words[..place.start + within(address)])
}

/// How far the name of an office reaches into that of the street behind it: 中心幸福路12号. Of 中心路
/// and 医院东路 it is a part.
fn within(address: &str) -> usize {
    let number = address.find(|c| NUMERALS.contains(c)).unwrap_or(0);
    let street = &address[..number];
    if !street.ends_with(['路', '街', '巷']) && !street.ends_with("大道") {
        return 0;
    }
    let ends = OFFICES.iter().filter_map(|office| Some(street.rfind(office)? + office.len()));
    ends.filter(|end| street[*end..].chars().count() > 2).max().unwrap_or(0)
}

/// Whether the sentence tells of an office before, and of nobody living anywhere since.
fn official(before: &str) -> bool {
    let said = sentence_before(before, 30);
    let office = OFFICE.last(said);
    let lives = said.rfind(['住', '租', '家', '搬']);
    office.is_some_and(|office| lives.is_none_or(|lives| lives < office))
}

pub(super) const NUMERALS: &str = "0123456789一二三四五六七八九十零〇百";

/// Where an address begins that ends with a number and `mark`.
fn numbered(before: &str, mark: &str, after: &str) -> Option<usize> {
    let bare = before.trim_end_matches(' ');
    let number = bare.trim_end_matches(|c| NUMERALS.contains(c));
    let figure = &bare[number.len()..];
    let count = figure.chars().count();
    let plain = figure.starts_with(|c: char| c.is_ascii_digit());
    let place = number.trim_end_matches(' ');
    let place = place.strip_suffix('第').unwrap_or(place).trim_end_matches(' ');
    match mark {
        "组" | "队" => village::group(place, count),
        "号" if count > 0 => street_name(place),
        "室" if count < 3 => None,
        "栋" | "幢" if count == 0 && place.ends_with(|c: char| c.is_ascii_uppercase()) => {
            let start = place.len() - 1;
            Some(estate_before(&place[..start]).unwrap_or(start))
        }
        _ if count == 0 => None,
        "栋" | "幢" | "号楼" | "单元" | "室" => {
            let estate = estate_before(place);
            let site = ["工地", "项目", "施工", "工程"];
            let built = sentence_before(before, 12);
            let house = [
                "楼", "房", "厂", "别墅", "建筑", "宿舍", "猪舍", "鸡舍", "鸭舍", "牛舍", "羊舍",
                "棚", "大棚", "鸡棚", "牛棚",
            ];
            // 本教材第3单元
            let unit = mark == "单元"
                && !place.ends_with(['栋', '幢', '楼', '座', '号', '区'])
                && !after.starts_with(|c| NUMERALS.contains(c))
                && !dwelling(place, 10);
            let none = estate.is_none()
                && (site
                    .iter()
                    .any(|word| built.contains(word) || first_chars(after, 6).contains(word))
                    || house.iter().any(|word| after.starts_with(word))
                    || unit
                    || (!plain && !dwelling(place, 10)));
            if none { None } else { Some(estate.unwrap_or(number.len())) }
        }
        _ => None,
    }
}

/// Where the name of a street before a house number begins.
fn street_name(place: &str) -> Option<usize> {
    const STREETS: &[&str] = &["路", "街", "巷", "弄", "大道", "胡同", "村", "庄"];
    let street = STREETS.iter().find(|street| place.ends_with(**street))?;
    let stem = &place[..place.len() - street.len()];
    let start = name_start(stem, 5);
    let masked = stem[start..].is_empty() && stem.ends_with('某');
    Some(if masked { start - '某'.len_utf8() } else { start })
}

/// Where the name that a text ends with begins, at most so many characters.
pub(super) fn name_start(text: &str, most: usize) -> usize {
    let name = han_before(text, most);
    // 鱼市巷, 城北社区: what a name ends with begins no other.
    let cut = name.char_indices().rev().skip(1).find(|(_, c)| CUT.contains(*c));
    let cut = cut.or_else(|| {
        name.char_indices().next_back().filter(|(_, c)| CUT.contains(*c) && !"市区县".contains(*c))
    });
    let skip = cut.map_or(0, |(at, c)| at + c.len_utf8());
    text.len() - name.len() + skip
}

const ESTATES: &[&str] = &[
    "小区", "花园", "家园", "公寓", "新村", "嘉园", "佳苑", "雅苑", "名苑", "华庭", "豪庭", "苑",
    "城", "府",
];

/// The estate a text ends with, by its name: 幸福里小区.
fn estate_before(text: &str) -> Option<usize> {
    let end = ESTATES.iter().find(|estate| text.ends_with(**estate))?;
    estate(&text[..text.len() - end.len()])
}

/// Where the name of an estate begins; 老旧小区 and 某小区 have none.
fn estate(before: &str) -> Option<usize> {
    const ANY: &[&str] = &[
        "该", "本", "老旧", "安置", "附近", "同一", "这个", "一个", "那个", "所在", "各", "城里",
        "县城", "封闭", "新建", "一处", "上了", "进了",
    ];
    let start = name_start(before, 6);
    let name = &before[start..];
    let count = name.chars().count();
    let masked = before[..start].ends_with('某');
    ((2..=5).contains(&count) && !masked && !ANY.iter().any(|any| name.ends_with(any)))
        .then_some(start)
}

/// Where an estate begins whose name has no word for one, which only those who live there tell of:
/// 家住碧桂园. 校园 and 产业园 are none.
fn unheard(before: &str, mark: &str, after: &str) -> Option<usize> {
    const OTHERS: &[&str] = &[
        "公园", "校园", "学园", "儿园", "托园", "果园", "茶园", "菜园", "桃园", "陵园", "业园",
        "技园", "植园", "殖园", "物园", "庄园", "田园", "梨园", "台湾", "港湾", "海湾", "河湾",
    ];
    let start = name_start(before, 5);
    let count = before[start..].chars().count();
    let named = &before[start..].chars().next_back().map_or(0, char::len_utf8);
    let word = format!("{}{mark}", &before[before.len() - named..]);
    let ends = after.starts_with(|c: char| !han(c)) || after.is_empty() || after.starts_with('的');
    ((2..=4).contains(&count)
        && ends
        && !before[start..].contains('某')
        && !OTHERS.contains(&word.as_str())
        && village::lived(&before[..start]))
    .then_some(start)
}

/// Where the name of a street begins that somebody lives in.
fn street(before: &str, after: &str) -> Option<usize> {
    const ON: &[&str] = &["上", "边", "旁", "口", "道", "办事处", "过", "费", "灯"];
    let start = name_start(before, 4);
    let count = before[start..].chars().count();
    let named = (2..=4).contains(&count) && !ON.iter().any(|word| after.starts_with(word));
    (named && !after.starts_with(|c: char| c.is_ascii_digit()) && lives_at(&before[..start]))
        .then_some(start)
}

/// Whether the words right before, but for the names of larger places, say that somebody lives there.
fn lives_at(before: &str) -> bool {
    let near = han_before(before, 14);
    let labelled = before[..before.len() - near.len()].trim_end_matches(['：', ':', ' ']);
    let address = ["住址", "住所", "现住", "家庭地址", "居住地", "户籍地"];
    (["住", "租", "家在", "户籍", "搬到", "老家"].iter().any(|word| near.contains(word))
        || address.iter().any(|word| labelled.ends_with(word)))
        && (near.ends_with(['镇', '乡', '县', '市', '区', '在', '住', '于', '到']))
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn addresses_below_the_township() {
        let found = |text: &str, mark: &str| {
            place(text, text.rfind(mark).unwrap(), mark).map(|place| text[place].to_owned())
        };
        for (text, mark, words) in [
            ("炉桥镇大路村三组", "组", "大路村三组"),
            ("某小区2号楼", "号楼", "2号楼"),
            ("定城镇某路12号", "号", "某路12号"),
            ("住幸福里小区 3 栋", "栋", "幸福里小区 3 栋"),
        ] {
            assert_eq!(found(text, mark).as_deref(), Some(words), "{text}");
        }
        for (text, mark) in
            [("仲裁庭三组", "组"), ("第3号", "号"), ("办公室", "室"), ("村工作组", "组")]
        {
            assert_eq!(found(text, mark), None, "{text}");
        }
    }

    #[test]
    fn nothing_panics() {
        for text in ["第生产队", "村组", "号", "A栋", "某某花园", "村", "〇室", "𠀀村三组"]
        {
            for mark in ["号楼", "栋", "室", "组", "队", "号", "花园", "村", "路"] {
                for (at, _) in text.match_indices(mark) {
                    let _ = place(text, at, mark);
                }
            }
        }
    }
}
