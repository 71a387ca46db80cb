//! Villages and communities by name in the cases of children and victims (C329).
//!
//! Elsewhere a village counts where somebody is said to live. Here each one does: whoever knows in
//! which village a child's grandmother has her fields, or which one a woman fled from, knows whom the
//! case is about.

use std::ops::Range;

use super::place::visited;
use crate::base::look::near::{han, han_before, last_chars};
use crate::check::privacy::village::{by_town, lived_in};

/// Villages and communities, in the order of the words.
pub(super) fn named(words: &str) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> = villages(words).collect();
    places.extend(communities(words));
    places
}

/// Each village behind a township, each that somebody lives in, and each other one by its name.
fn villages(words: &str) -> impl Iterator<Item = Range<usize>> {
    let end = '村'.len_utf8();
    words.match_indices('村').filter_map(move |(at, _)| {
        let town = by_town(words, at).map(|name| at + end - name.len());
        let start = town.or_else(|| lived_in(words, at)).or_else(|| spoken_of(words, at))?;
        Some(start..at + end)
    })
}

/// What a sentence says before the name of a place.
const CUT: &str = "在从到往至向回离于是系为去的和与住嫁进由、了地县市省区镇乡过某";

/// Where the name of a place begins: behind such a word, or where the run of characters does. None
/// where the name would be longer than names are.
fn start(words: &str, at: usize, most: usize) -> Option<usize> {
    let run = han_before(&words[..at], most + 3);
    let cut = run.char_indices().rev().find(|(_, c)| CUT.contains(*c));
    let name = &run[cut.map_or(0, |(at, c)| at + c.len_utf8())..];
    // 娘家大金村.
    let kin = ["娘家", "婆家", "老家"].iter().find_map(|kin| name.strip_prefix(kin));
    let name = kin.filter(|name| !name.is_empty()).unwrap_or(name);
    let masked = words[..at - name.len()].ends_with('某');
    (!masked && (2..=most).contains(&name.chars().count())).then(|| at - name.len())
}

/// Where a village begins that a text speaks of: 在大路村种地, 大路村妇女主任. 村庄 and 样板村 are any.
fn spoken_of(words: &str, at: usize) -> Option<usize> {
    const ANY: &[&str] =
        &["中心", "样板", "联系", "包保", "对口", "法治", "我们", "他们", "全县", "几个"];
    let after = &words[at + '村'.len_utf8()..];
    // The school of a village is said as a school.
    let school = ["小学", "中学", "初中", "学校", "幼儿园", "教学点"];
    if after.starts_with(['庄', '里', '子', '落', '镇', '寨', '规', '官', '口', '头', '史'])
        || school.iter().any(|kind| after.starts_with(kind))
        || visited(after)
        || words[..at].ends_with('村')
    {
        return None;
    }
    let start = start(words, at, 3)?;
    let name = &words[start..at];
    (!name.contains('村') && !ANY.contains(&name) && village(name)).then_some(start)
}

/// Whether a word names a village where somebody is said to live there: 城中 and 自然 do not.
fn village(name: &str) -> bool {
    let home = format!("家住{name}村");
    let at = home.len() - '村'.len_utf8();
    lived_in(&home, at) == Some(at - name.len())
}

/// Communities somebody lives in: 住西关社区, 西关社区居民. What a community does for people is work:
/// 社区矫正.
fn communities(words: &str) -> impl Iterator<Item = Range<usize>> {
    const ANY: &[&str] = &[
        "本", "该", "各", "同一", "老旧", "所在", "附近", "城乡", "城市", "农村", "县城", "城里",
        "镇上", "当地", "辖区", "示范", "一个", "这个", "那个", "隔壁", "周边", "智慧", "文明",
    ];
    words.match_indices("社区").filter_map(|(at, mark)| {
        let start = start(words, at, 4)?;
        let (before, after) = (&words[..start], &words[at + mark.len()..]);
        let name = &words[start..at];
        let lives = last_chars(before, 4);
        let home =
            ["住", "家在", "搬到", "搬进", "嫁到", "户籍"].iter().any(|it| lives.contains(it));
        let of = after.strip_prefix('的').unwrap_or(after);
        let people = ["居民", "家", "邻居", "儿童", "女孩", "男孩", "女童", "男童", "留守", "困境"];
        let theirs = people.iter().any(|word| of.starts_with(word)) && !of.starts_with("家庭");
        let any = ANY.iter().any(|any| name.ends_with(any)) || !name.chars().all(han);
        let work = after.starts_with("矫正") || after.starts_with("服务");
        (!any && !work && (home || theirs)).then_some(start..at + mark.len())
    })
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn villages_and_communities_by_name() {
        let found = |text: &str| -> Vec<String> {
            named(text).into_iter().map(|place| text[place].to_owned()).collect()
        };
        for (text, name) in [
            ("住炉桥镇大路村，炉桥镇某村", "大路村"),
            ("大路村留守儿童", "大路村"),
            ("奶奶在大路村种地", "大路村"),
            ("躲到娘家大金村", "大金村"),
            ("从大路村逃到镇上", "大路村"),
            ("家住定远县西关社区", "西关社区"),
            ("西关社区的居民", "西关社区"),
        ] {
            assert_eq!(found(text), [name], "{text}");
        }
        for text in [
            "农村留守儿童，住在城中村",
            "在本村种地，回到村里",
            "从行政村到自然村，是贫困村",
            "乡村振兴，村村通",
            "住某社区，社区矫正",
            "住老旧社区，社区居民",
            "由某社区工作者",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
