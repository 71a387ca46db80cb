//! 住址 below the township (C324): groups, houses, blocks and rooms by their number; villages,
//! estates and streets by their name where the words say that somebody lives there.
//!
//! Offices have addresses too, and they are meant to be found: what follows the name of an office in
//! a sentence is its own.

use std::ops::Range;
use std::sync::LazyLock;

use super::estate::{community, estate, estate_before, quarters, unheard};
use super::office::public;
use super::{Find, Told, hamlet, township, village};
use crate::base::code::Code;
use crate::base::look::near::{
    first_chars, han_before, last_chars, sentence_after, sentence_before,
};
use crate::base::look::words::Words;
use crate::say;

/// What an address below the township ends with, or has in it.
static MARKS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(&[
        "号楼",
        "栋",
        "幢",
        "单元",
        "室",
        "组",
        "队",
        "号",
        "小区",
        "花园",
        "家园",
        "公寓",
        "新村",
        "嘉园",
        "佳苑",
        "雅苑",
        "名苑",
        "华庭",
        "豪庭",
        "园",
        "苑",
        "湾",
        "郡",
        "路",
        "街",
        "巷",
        "弄",
        "村",
        "社区",
        "家属院",
        "家属楼",
        "#楼",
        "座",
        "房间",
        "庄",
        "郢",
        "岗",
        "圩",
        "洼",
        "塘",
        "营",
    ])
});

/// Words by which a place is where somebody lives.
const DWELLING: [&str; 13] =
    ["住", "租", "搬", "居", "家在", "户籍", "户口", "老家", "原籍", "籍贯", "嫁", "宅", "系"];

/// Characters before which the name of a place begins.
const CUT: &str = "住在于的到至租位搬系从向和与为是了去回往镇乡县市省区，、某现县有";

pub(super) fn find(told: &Told<'_>, found: &mut Vec<Find>) {
    let words = told.words();
    let mut places: Vec<Range<usize>> = Vec::new();
    let marked = MARKS.find(words).filter_map(|hit| {
        let mark = &words[hit.range()];
        place(words, hit.start(), mark)
    });
    let mut marked: Vec<Range<usize>> = marked.chain(rooms(words)).collect();
    marked.sort_by_key(|place| place.end);
    for place in marked {
        match places.last_mut() {
            // 幸福里小区3栋2单元501室: one finding for what stands together.
            Some(last) if words.get(last.end..place.start).is_none_or(joins) => {
                last.end = place.end;
            }
            _ => places.push(place),
        }
    }
    let private = places.into_iter().filter(|place| !public(words, place));
    let town = township::of_page(&told.read.page.kind);
    found.extend(private.map(|place| Find {
        code: Code::FullAddress,
        message: say!(zh: "写到了村组、门牌或楼栋", en: "group, house or block is given"),
        mend: township::instead(&words[..place.start], &words[place.clone()], town),
        place,
    }));
}

fn joins(between: &str) -> bool {
    // A line feed ends a cell or an item: the next address is another one.
    between.chars().all(|c| c == ' ') || between == "第" || phase(between)
}

/// Whether a text is a part of an estate: 三期, A区.
fn phase(text: &str) -> bool {
    let part = text.strip_suffix(['期', '区']);
    part.is_some_and(|part| {
        let part = part.strip_prefix('第').unwrap_or(part);
        (1..=2).contains(&part.chars().count())
            && part
                .chars()
                .all(|c| NUMERALS.contains(c) || c.is_ascii_uppercase() || "东西南北中".contains(c))
    })
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
        "社区" => community(before, after).map(|start| start..end),
        "家属院" | "家属楼" => quarters(before).map(|start| start..end),
        "小区" | "花园" | "家园" | "公寓" | "新村" | "嘉园" | "佳苑" | "雅苑" | "名苑" | "华庭"
        | "豪庭" => {
            let start = estate(before)?;
            let there = &words[..start];
            let home = dwelling(there, 10) || village::lived(there) || lives_inside(after);
            home.then_some(start..end)
        }
        _ if hamlet::ENDS.contains(&mark) => hamlet::named(words, at, mark).map(|start| start..end),
        _ => numbered(before, mark, after).map(|start| start..end + room(mark, after)),
    }
}

/// The length of a room's number right behind a house: 12#楼501, B座1203.
fn room(mark: &str, after: &str) -> usize {
    let count = after.bytes().take_while(u8::is_ascii_digit).count();
    let house = matches!(mark, "号楼" | "#楼" | "栋" | "幢" | "座" | "单元");
    let counts = after[count..].starts_with(['元', '米', '平', '年', '号', '户', '人', '-', '.']);
    if house && (3..=4).contains(&count) && !counts { count } else { 0 }
}

/// Homes told by house, stairs and room where somebody is said to live: 家住阳光城3-2-501.
fn rooms(words: &str) -> impl Iterator<Item = Range<usize>> {
    let figures = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    memchr::memchr_iter(b'-', words.as_bytes()).filter_map(move |at| {
        let near = &words.as_bytes()[at.saturating_sub(3)..at];
        let house = near.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let stairs = figures(&words[at + 1..]);
        let next = at + 1 + stairs;
        let room = words[next..].strip_prefix('-').map_or(0, figures);
        let end = next + 1 + room;
        let day = room == 4 && ["19", "20"].iter().any(|year| words[next + 1..].starts_with(year));
        let sized = (1..3).contains(&house) && (1..3).contains(&stairs) && (3..5).contains(&room);
        if !sized || day || words[end..].starts_with('-') {
            return None;
        }
        let before = &words[..at - house];
        let start = estate_before(before).unwrap_or(before.len());
        let lives = dwelling(han_before(before, 12), 12) || village::lived(&before[..start]);
        (!before.ends_with('-') && lives).then_some(start..end)
    })
}

/// Whether somebody is said to live at what follows.
pub(super) fn dwelling(before: &str, within: usize) -> bool {
    let near = last_chars(sentence_before(before, within), within);
    let lives = |word: &str| {
        // 住院 is no dwelling.
        near.match_indices(word).any(|(at, _)| word != "住" || !near[at..].starts_with("住院"))
    };
    DWELLING.iter().any(|word| lives(word)) && !near.contains("居民")
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
        "组" | "队" => village::group(place, count).or_else(|| {
            let name = place.strip_suffix("村民").filter(|_| mark == "组" && count == 0)?;
            hamlet::group(name, after)
        }),
        "号" if count > 0 => street_name(front_of_house(place)).or_else(|| row_of_houses(place)),
        "室" if count < 3 => None,
        "栋" | "幢" | "座" if count == 0 && place.ends_with(|c: char| c.is_ascii_uppercase()) => {
            let start = place.len() - 1;
            // Firms rent in towers.
            let rented = sentence_before(place, 12).contains(['租', '搬']);
            let lives = mark != "座" || (dwelling(place, 12) && !rented);
            lives.then(|| estate_before(&place[..start]).unwrap_or(start))
        }
        _ if count == 0 => None,
        "房间" if plain && count > 2 => bedroom(place, number.len()),
        "栋" | "幢" | "号楼" | "#楼" | "单元" | "室" => {
            let estate = estate_before(place);
            let none = estate.is_none()
                && (no_home(place, mark, after) || (!plain && !dwelling(place, 10)));
            if none { None } else { Some(estate.unwrap_or(number.len())) }
        }
        _ => None,
    }
}

/// Whether a numbered house, stairs or room is a site, a shed, a piece of evidence or a part of a book.
fn no_home(place: &str, mark: &str, after: &str) -> bool {
    const SITES: [&str; 4] = ["工地", "项目", "施工", "工程"];
    const SEEN: [&str; 22] = [
        "脚手架",
        "坠落",
        "塔吊",
        "浇筑",
        "证据",
        "照片",
        "住院",
        "病房",
        "门诊",
        "外墙",
        "粉刷",
        "水电",
        "主体",
        "完工",
        "打扫",
        "电梯间",
        "保洁",
        "厂区",
        "安置房",
        "封顶",
        "会谈",
        "接谈",
    ];
    const SHEDS: [&str; 14] = [
        "楼", "房", "厂", "别墅", "建筑", "宿舍", "猪舍", "鸡舍", "鸭舍", "牛舍", "羊舍", "棚",
        "大棚", "鸡棚",
    ];
    let (said, next) = (sentence_before(place, 12), first_chars(after, 6));
    let told = |words: &[&str]| words.iter().any(|word| said.contains(word) || next.contains(word));
    let lives = dwelling(place, 10);
    // 本教材第3单元
    let unit = mark == "单元"
        && !place.ends_with(['栋', '幢', '楼', '座', '号', '区'])
        && !after.starts_with(|c| NUMERALS.contains(c));
    told(&SITES)
        || SHEDS.iter().any(|word| after.starts_with(word))
        || (!lives && (unit || told(&SEEN)))
}

/// Where a room with its floor begins that somebody lives in: 住在福利院3楼306房间. One in a hospital or an
/// inn is no home.
fn bedroom(place: &str, number: usize) -> Option<usize> {
    const INNS: [&str; 9] =
        ["医院", "住院", "酒店", "宾馆", "旅馆", "旅社", "民宿", "招待所", "大楼"];
    let said = sentence_before(place, 14);
    let floor =
        place.strip_suffix('楼').map(|below| below.trim_end_matches(|c| NUMERALS.contains(c)));
    let inn = INNS.iter().any(|inn| said.contains(inn));
    (dwelling(place, 12) && !inn).then(|| floor.map_or(number, str::len))
}

/// Where a house in a row begins that somebody lives in: 住家属院4排2号. A seat in a theatre is no home.
fn row_of_houses(place: &str) -> Option<usize> {
    let row = place.strip_suffix('排')?;
    let start = row.trim_end_matches(|c| NUMERALS.contains(c)).len();
    (start < row.len() && dwelling(&place[..start], 18)).then_some(start)
}

/// What stands before the first figure of a house that has two: 工农街56-2号, 56之2号.
fn front_of_house(place: &str) -> &str {
    let front = place.strip_suffix(['-', '之', '附']).unwrap_or(place);
    let street = front.trim_end_matches(|c: char| c.is_ascii_digit());
    if street.len() < front.len() && front.len() < place.len() { street } else { place }
}

/// Whether a sentence goes on to say that somebody lives in what it just named: 小区门口，车主就住在里面.
fn lives_inside(after: &str) -> bool {
    const INSIDE: [&str; 8] = [
        "住在里面",
        "住在那里",
        "住在该小区",
        "住在这个小区",
        "住在小区里",
        "住这个小区",
        "就住里面",
        "家就在里面",
    ];
    // 在某小区租房住.
    let rents = ["租房住", "租房居住", "租住", "租了房", "租了一间", "租了一套"];
    if rents.iter().any(|rents| after.starts_with(rents)) {
        return true;
    }
    let said = sentence_after(after, 24);
    INSIDE.iter().any(|inside| said.contains(inside))
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
    // 鱼市巷, 城北社区: what a name ends with begins no other. 和平街, 向阳路: nor what is half of a word.
    let cuts = |(at, c): (usize, char)| CUT.contains(c) && !begins_word(&name[at..]);
    let cut = name.char_indices().rev().skip(1).find(|sign| cuts(*sign));
    let cut = cut.or_else(|| {
        name.char_indices().next_back().filter(|(_, c)| CUT.contains(*c) && !"市区县".contains(*c))
    });
    let skip = cut.map_or(0, |(at, c)| at + c.len_utf8());
    text.len() - name.len() + skip
}

/// Whether a character before which names begin is here the first of a word that names begin with.
fn begins_word(text: &str) -> bool {
    const WORDS: [&str; 22] = [
        "和平", "和谐", "和顺", "和睦", "和美", "和兴", "向阳", "向前", "向荣", "为民", "现代",
        "回民", "回龙", "有庆", "有余", "县府", "县前", "省府", "市府", "市政", "镇淮", "至善",
    ];
    WORDS.iter().any(|word| text.starts_with(word))
}

/// Where the name of a street begins that somebody lives in.
fn street(before: &str, after: &str) -> Option<usize> {
    const ON: &[&str] = &["上", "边", "旁", "口", "道", "办事处", "过", "费", "灯"];
    let start = name_start(before, 4);
    let count = before[start..].chars().count();
    // 桑涧镇街: the street of a township is the township.
    let named = (2..=4).contains(&count)
        && !before.ends_with(['镇', '乡'])
        && !ON.iter().any(|word| after.starts_with(word));
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
            ("住在工农街56-2号", "号", "工农街56-2号"),
            ("住在和平街21号", "号", "和平街21号"),
            ("定城镇为民路3号", "号", "为民路3号"),
            ("他是上张村民组人", "组", "上张村民组"),
            ("他家在小王庄，村口第二户", "庄", "小王庄"),
            ("车停在幸福里小区门口，车主就住在里面", "小区", "幸福里小区"),
        ] {
            assert_eq!(found(text, mark).as_deref(), Some(words), "{text}");
        }
        for (text, mark) in [
            ("仲裁庭三组", "组"),
            ("第3号", "号"),
            ("办公室", "室"),
            ("村工作组", "组"),
            ("证据56-2号", "号"),
            ("各村民组", "组"),
            ("车停在幸福里小区门口，他就走了", "小区"),
        ] {
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
