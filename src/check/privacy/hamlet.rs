//! Hamlets by name (C324): 小王庄, 后李郢, 上张村民组, where somebody lives or behind their village.
//!
//! A village is many hamlets, each of a few families, so the name of one tells more than that of the village.
//! 庄 and 岗 end many a word, and 圩, 塘 and 岗 the names of townships, so what stands before must be a
//! home, and a township's end a name that only a hamlet has.

use super::address::name_start;
use super::dweller;
use super::village::{lived, of_family};
use crate::base::look::near::{han, han_before, last_chars};

/// What the names of hamlets end with.
pub(super) const ENDS: [&str; 7] = ["庄", "郢", "岗", "圩", "洼", "塘", "营"];

/// Words that end so.
const WORDS: &[&str] = &[
    "村庄",
    "山庄",
    "农庄",
    "饭庄",
    "钱庄",
    "布庄",
    "田庄",
    "茶庄",
    "酒庄",
    "端庄",
    "康庄",
    "下岗",
    "上岗",
    "在岗",
    "站岗",
    "值岗",
    "待岗",
    "转岗",
    "离岗",
    "到岗",
    "返岗",
    "公岗",
    "鱼塘",
    "池塘",
    "水塘",
    "荷塘",
    "泥塘",
    "虾塘",
    "蟹塘",
    "藕塘",
    "低洼",
    "水洼",
    "坑洼",
    "联营",
    "经营",
    "军营",
    "民营",
    "国营",
    "私营",
    "兵营",
    "阵营",
    "露营",
    "自营",
    "合营",
    "运营",
    "夏令营",
    "集中营",
    "湿洼",
];

/// Where the hamlet, or the village that it is of, begins whose end stands at `at`.
pub(super) fn named(words: &str, at: usize, mark: &str) -> Option<usize> {
    let end = at + mark.len();
    let after = &words[end..];
    let goes_on = after.starts_with(han)
        && ![
            "的", "人", "村民", "里", "附近", "老家", "老宅", "老屋", "家中", "一带", "居住",
            "生活",
        ]
        .iter()
        .any(|word| after.starts_with(word));
    if goes_on || WORDS.iter().any(|word| words[..end].ends_with(word)) {
        return None;
    }
    if let Some(village) = of_village(&words[..at]) {
        return Some(village);
    }
    let start = name_start(&words[..at], 4);
    let name = &words[start..at];
    let count = name.chars().count();
    // 家住吴圩, 家住范岗: townships are called so too.
    let town = ["岗", "圩", "塘", "洼", "营"].contains(&mark);
    let own = if town { count > 1 && of_family(name) } else { (1..=3).contains(&count) };
    let there = &words[..start];
    (own && !masked(name) && lived(there)).then_some(start)
}

/// Where the village begins whose hamlet's name a text ends with, but for its last character: 池河镇青岗村上营.
fn of_village(text: &str) -> Option<usize> {
    let near = han_before(text, 4);
    let village = near.rfind('村')?;
    let name = &near[village + '村'.len_utf8()..];
    let place = &text[..text.len() - name.len() - '村'.len_utf8()];
    let start = name_start(place, 4);
    let town = place[..start].ends_with(['镇', '乡']) || lived(&place[..start]);
    let own = (1..=3).contains(&name.chars().count()) && !masked(name);
    (own && town && start < place.len() && !masked(&place[start..])).then_some(start)
}

/// Where the name before 村民组 begins: 上张村民组 where somebody lives or is from, or behind a township. 各村民组
/// and 本村民组 name none.
pub(super) fn group(place: &str, after: &str) -> Option<usize> {
    const ANY: &[&str] = &[
        "本", "该", "各", "某", "全体", "所在", "个", "同一", "两", "几", "每", "其他", "我们",
        "原", "相邻",
    ];
    let start = name_start(place, 4);
    let name = &place[start..];
    let own = (1..=3).contains(&name.chars().count())
        && !masked(name)
        && !ANY.iter().any(|any| name.ends_with(any));
    let there = &place[..start];
    let lives = lived(there)
        || there.ends_with(['镇', '乡', '村'])
        || after.starts_with('人')
        || after.starts_with("村民")
        || dweller::named(there, after);
    let office = after.starts_with(['长', '干', '会']);
    (own && lives && !office).then_some(start)
}

fn masked(name: &str) -> bool {
    name.contains(['某', '×']) || last_chars(name, 1) == "的"
}

#[cfg(test)]
mod tests {
    use super::{ENDS, group, named};

    #[test]
    fn hamlets_by_name() {
        let found = |text: &'static str| {
            let (at, mark) =
                ENDS.iter().filter_map(|mark| Some((text.rfind(mark)?, *mark))).max()?;
            named(text, at, mark).map(|start| &text[start..at + mark.len()])
        };
        for (text, hamlet) in [
            ("他家在小王庄，村口第二户", "小王庄"),
            ("张某家住后李郢的老屋里", "后李郢"),
            ("住在王庄", "王庄"),
            ("家住前张岗", "前张岗"),
            ("住池河镇青岗村上营庄", "青岗村上营庄"),
        ] {
            assert_eq!(found(text), Some(hamlet), "{text}");
        }
        for text in [
            "家住吴圩",
            "住在范岗",
            "张某住在村庄",
            "他住山庄",
            "家住某庄",
            "张某住院后下岗",
            "他在王庄干活",
            "家在池塘",
            "住在王庄镇",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn groups_by_name() {
        assert_eq!(group("他是上张", "人").map(|at| &"他是上张"[at..]), Some("上张"));
        for text in ["住本", "住各", "由该", "到上张", "炉桥镇某"] {
            assert_eq!(group(text, "开会"), None, "{text}");
        }
        assert_eq!(group("住上张", "，"), Some("住".len()));
        assert_eq!(group("住上张", "长"), None);
    }
}
