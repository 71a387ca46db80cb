//! Schools beside the names of their pupils.

use super::{holder_of, person_of, transcribed};
use crate::import::notices::documents::of_pupils;
use crate::import::notices::holder::{is_person, place, surname_length};
use crate::import::notices::words;

/// Whether nobody but a school is named before what schools give their pupils: whose it is was not told.
pub(in crate::import::notices) fn of_school(name: &str, document: &str) -> bool {
    of_pupils(document)
        && !document.starts_with("空白")
        && words::ending(SCHOOLS, name).is_some()
        && holder_of(name, document) == name
        && !person_of(name, document)
}

/// What names of schools end with.
const SCHOOLS: &[&str] = &[
    "大学",
    "学院",
    "学校",
    "中学",
    "小学",
    "高中",
    "初中",
    "职中",
    "中专",
    "技校",
    "党校",
    "一中",
    "二中",
    "三中",
    "职教中心",
    "职业教育中心",
    "教育中心",
    "分校",
    "师专",
    "医专",
    "高专",
    "职专",
    "农专",
    "卫校",
];
/// Words of schools' names: no border runs through one.
const SCHOOL_WORDS: &[&str] = &[
    "职业",
    "技术",
    "科技",
    "师范",
    "理工",
    "文理",
    "工商",
    "工业",
    "农业",
    "林业",
    "医学",
    "医药",
    "医科",
    "财经",
    "交通",
    "电力",
    "石油",
    "民族",
    "外语",
    "外国语",
    "政法",
    "体育",
    "艺术",
    "美术",
    "音乐",
    "广播",
    "电视",
    "航空",
    "铁道",
    "水利",
    "建筑",
    "邮电",
    "信息",
    "城市",
    "科学",
    "工程",
    "经济",
    "管理",
    "旅游",
    "卫生",
    "护理",
    "高级",
    "初级",
    "第一",
    "第二",
    "第三",
    "中心",
    "实验",
    "职教",
    "开放",
    "成人",
    "商贸",
    "机电",
    "电子",
    "文化",
    "幼儿",
    "高等",
    "专科",
    "北方",
    "南方",
    "东方",
    "西部",
    "江南",
    "华东",
    "华南",
    "华北",
    "华中",
    "东北",
    "西北",
    "西南",
];

/// 韦雪梅 in 韦雪梅桂南职业技术学院: a school has no diploma of its own.
pub(super) fn before_school(name: &str) -> Option<&str> {
    words::ending(SCHOOLS, name)?;
    let chars: Vec<char> = name.chars().collect();
    if place(&chars).is_some() {
        return None;
    }
    let cuts = |at: usize| {
        (1..=2).any(|back| {
            at >= back
                && words::longest(SCHOOL_WORDS, &chars[at - back..]).is_some_and(|end| end > back)
        })
    };
    let text = |from: usize, to: usize| chars[from..to].iter().collect::<String>();
    let fits = |at: &usize| {
        chars.len() >= at + 4 && is_person(&text(0, *at)) && !cuts(*at) && !cuts_place(&chars, *at)
    };
    // 乌云其木格内蒙古师范大学: a place behind the name shows its end.
    let shown = (2..chars.len().min(10)).find(|at| {
        let name = text(0, *at);
        chars.len() >= at + 4
            && place(&chars[*at..]).is_some()
            && (is_person(&name) || transcribed(&name))
    });
    if let Some(at) = shown {
        return Some(&name[..text(0, at).len()]);
    }
    let sizes: Vec<usize> = [3, 2, 4].into_iter().filter(fits).collect();
    // Else a surname and two characters more are the rule.
    let length = surname_length(name) + 2;
    let at = sizes.iter().find(|at| **at == length)?;
    Some(&name[..text(0, *at).len()])
}

/// Whether a place's name lies over the border.
fn cuts_place(chars: &[char], at: usize) -> bool {
    (1..=2).any(|back| at > back && place(&chars[at - back..]).is_some_and(|end| end > back))
}
