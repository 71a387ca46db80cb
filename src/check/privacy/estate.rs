//! Estates, communities and the quarters of a firm's people, by their name (C324).

use super::address::{dwelling, name_start};
use super::village;
use crate::base::look::near::han;

const ESTATES: &[&str] = &[
    "小区", "花园", "家园", "公寓", "新村", "嘉园", "佳苑", "雅苑", "名苑", "华庭", "豪庭", "苑",
    "城", "府", "广场", "大厦",
];

/// The estate a text ends with, by its name: 幸福里小区.
pub(super) fn estate_before(text: &str) -> Option<usize> {
    let end = ESTATES.iter().find(|estate| text.ends_with(**estate))?;
    estate(&text[..text.len() - end.len()])
}

/// Where the name of an estate begins; 老旧小区 and 某小区 have none.
pub(super) fn estate(before: &str) -> Option<usize> {
    const ANY: &[&str] = &[
        "该", "本", "老旧", "安置", "附近", "同一", "这个", "一个", "那个", "所在", "各", "城里",
        "县城", "封闭", "新建", "一处", "上了", "进了",
    ];
    let start = name_start(before, 6);
    // 住在县城锦绣家园: the town is no part of the name.
    let town = before[..start].ends_with('县') && before[start..].starts_with('城');
    let start = start + if town { '城'.len_utf8() } else { 0 };
    let name = &before[start..];
    let count = name.chars().count();
    // 县城某小区.
    let masked = before[..start].ends_with('某') || name.ends_with('某');
    ((2..=5).contains(&count) && !masked && !ANY.iter().any(|any| name.ends_with(any)))
        .then_some(start)
}

/// Where an estate begins whose name has no word for one, which only those who live there tell of:
/// 家住碧桂园. 校园 and 产业园 are none.
pub(super) fn unheard(before: &str, mark: &str, after: &str) -> Option<usize> {
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

/// Where the name of a community begins that somebody lives in. 社区矫正 and 社区医院 are no homes.
pub(super) fn community(before: &str, after: &str) -> Option<usize> {
    const OFFICES: &[&str] = &[
        "居委",
        "居民委",
        "委员会",
        "矫正",
        "卫生",
        "服务",
        "工作",
        "法律",
        "党",
        "干部",
        "民警",
        "医院",
        "养老",
        "调解",
    ];
    let start = estate(before)?;
    let office = OFFICES.iter().any(|word| after.starts_with(word));
    (!office && village::lived(&before[..start])).then_some(start)
}

/// Where the name of a firm begins in whose quarters somebody lives: 粮站家属院. 单位家属院 may be any.
pub(super) fn quarters(before: &str) -> Option<usize> {
    const ANY: &[&str] = &["单位", "公司", "工厂", "学校", "医院", "机关"];
    let start = estate(before)?;
    let there = &before[..start];
    let lives = dwelling(there, 10) || village::lived(there);
    (lives && !ANY.iter().any(|any| before[start..].ends_with(any))).then_some(start)
}
