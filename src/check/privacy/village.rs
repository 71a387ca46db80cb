//! Villages and their hamlets by name (C324, C329): behind a township, or where the words say that
//! somebody lives there.
//!
//! 村 stands in many words (农村, 行政村, 城中村), and a village is an office too (村委会), so without a
//! township before it a name counts only where somebody's home is told of.

use super::address::{NUMERALS, name_start};
use super::dweller;
use crate::base::look::near::{first_chars, han, han_before, last_chars, sentence_before};
use crate::domain::names;

/// Parts of a village that groups are counted in.
const DIRECTIONS: [char; 9] = ['东', '西', '南', '北', '中', '前', '后', '上', '下'];

/// The village whose 村 stands at `at`, by name: 镇 or 乡, one to four characters, 村. 各村村民 and
/// 本村村委会 name none.
pub(in crate::check) fn by_town(words: &str, at: usize) -> Option<&str> {
    const NONE: [&str; 20] = [
        "各", "本", "该", "每", "几", "多", "邻", "同", "各个", "几个", "一个", "附近", "向", "到",
        "进", "沿", "请", "和", "从", "走近",
    ];
    let before = last_chars(&words[..at], 5);
    let town = before.rfind(['镇', '乡'])?;
    let name = &before[town + '镇'.len_utf8()..];
    let named = !name.is_empty()
        && name.chars().all(han)
        && !name.contains(['某', '的', '农', '乡'])
        // The second 村 of 大路村村民 begins a word of its own.
        && !name.chars().skip(1).any(|c| c == '村')
        && !NONE.contains(&name);
    named.then(|| &words[at - name.len()..at + '村'.len_utf8()])
}

/// What stands before 村 where it is no name of one.
const ANY: &[&str] = &[
    "城中",
    "自然",
    "附近",
    "隔壁",
    "周边",
    "所在",
    "示范",
    "贫困",
    "偏远",
    "重点",
    "试点",
    "度假",
    "安置",
    "老家",
    "小山",
    "大山",
    "山区",
    "文明",
    "先进",
    "空心",
    "美丽",
    "帮扶",
    "驻地",
    "原先",
    "原来",
    "整个",
    "当地",
    "回到",
    "远山",
    "困山",
    "深山",
    "高山",
    "小渔",
    "娘家",
    "婆家",
    "民俗",
    "地球",
    "康养",
    "养老",
    "走近",
    "走进",
    "脱贫",
    "示范",
    "律师沿",
    "律师请",
    "律师进",
];

/// Whether words before 村 name none: 行政村, 移民村, 本县两村. 同安村, 民主村 and 全胜村 are villages, and so
/// is 王村, called by the family that founded it.
fn common(name: &str) -> bool {
    const WITHIN: &str = "某的各该这那个几每村";
    const ENDS: [char; 11] = ['民', '政', '农', '乡', '数', '邻', '驻', '进', '入', '返', '全'];
    const WHERE: &str = "一是为在住乡镇县市省区";
    // A surname too, and before 村 nearly always the word.
    const WORDS: &str = "于和从向连时全农";
    let mut chars = name.chars();
    let (first, second) = (chars.next(), chars.next());
    let Some((first, second)) = first.zip(second) else {
        return !first.is_some_and(|c| !WORDS.contains(c) && names::surname(&[c, '某']) == Some(1));
    };
    name.contains(|c| WITHIN.contains(c) || NUMERALS.contains(c))
        || name.ends_with(ENDS)
        || matches!(first, '本' | '邻' | '农' | '乡')
        || matches!(first, '同' | '全' | '外' | '两' | '多') && WHERE.contains(second)
}

/// Where a village begins that somebody is said to live in: 住炉桥镇大路村, 炉桥镇大路村村民,
/// 系定远县大路村村民, 家住大路村.
pub(in crate::check) fn lived_in(words: &str, at: usize) -> Option<usize> {
    let end = at + '村'.len_utf8();
    let after = &words[end..];
    let number = first_chars(after, 2).contains(|c| NUMERALS.contains(c) || c == '第');
    if (number && !after.starts_with("五保")) || body(after) {
        return None;
    }
    if let Some(name) = by_town(words, at) {
        let start = end - name.len();
        let near = sentence_before(&words[..start], 16);
        let lives = ["住", "家在", "户籍", "籍", "老家", "家住", "系", "嫁"];
        let told = home(after) || lives.iter().any(|word| near.contains(word));
        return (told || dweller::named(&words[..start], after)).then_some(start);
    }
    let start = name_start(&words[..at], 6);
    let name = &words[start..at];
    let named = (1..=3).contains(&name.chars().count())
        && !common(name)
        && !ANY.iter().any(|any| name.ends_with(any));
    let there = &words[..start];
    (named && (home(after) || lived(there) || dweller::named(there, after))).then_some(start)
}

/// Whether a village is the body that governs it.
fn body(after: &str) -> bool {
    ["村民委员会", "村委", "委员会", "党支部", "党总支", "支部", "两委"]
        .iter()
        .any(|word| after.starts_with(word))
}

/// Whether what follows a place is somebody of it, or a home in it: 村民张某, 的家中. Villagers who
/// meet and vote are a body.
fn home(after: &str) -> bool {
    const OF: &[&str] = &[
        "人，",
        "人。",
        "人、",
        "农民",
        "居民",
        "的家",
        "家中",
        "的住处",
        "的住所",
        "的老宅",
        "的邻居",
    ];
    if let Some(rest) = after.strip_prefix('的').unwrap_or(after).strip_prefix("村民") {
        let bodies = ["委", "代表", "小组", "大会", "会议", "自治", "们"];
        return !bodies.iter().any(|word| rest.starts_with(word));
    }
    // 的家庭 is anybody's.
    let kin =
        after.strip_prefix("的家").is_some_and(|rest| rest.starts_with(['庭', '族', '属', '长']));
    !kin && OF.iter().any(|word| after.starts_with(word))
}

/// Whether the words right before, but for the names of larger places, say that somebody lives at what
/// follows: 家住定远县, 住址：, 户籍地为.
pub(super) fn lived(before: &str) -> bool {
    const LIVES: [&str; 12] = [
        "住", "家在", "户籍", "籍贯", "原籍", "祖籍", "老家", "嫁到", "嫁至", "搬到", "现居",
        "居于",
    ];
    let near = last_chars(sentence_before(before, 16), 16);
    let Some(end) = LIVES.iter().filter_map(|word| Some(near.rfind(word)? + word.len())).max()
    else {
        return false;
    };
    let between = &near[end..];
    let larger = between.chars().all(|c| han(c) || "：: ".contains(c));
    larger
        && (between.ends_with(['省', '市', '县', '区', '州', '镇', '乡'])
            || between.chars().all(|c| "所址处地在于到至入进为是：: ".contains(c)))
}

/// Where a hamlet of its own begins that a text names before 自然村, with the village it is of:
/// 青山村大吴自然村, 池河镇大吴自然村.
pub(super) fn natural(before: &str) -> Option<usize> {
    let place = before.strip_suffix("自然")?;
    if let Some(start) = hamlet(place) {
        return Some(start);
    }
    let start = name_start(place, 6);
    let name = &place[start..];
    let named = (2..=3).contains(&name.chars().count()) && !common(name);
    let there = &place[..start];
    (named && (there.ends_with(['镇', '乡']) || lived(there))).then_some(start)
}

/// Whether a hamlet is called by the family that founded it: 小李, 后张, 李家.
pub(super) fn of_family(name: &str) -> bool {
    const FIRST: &str = "大小老前后东西上下南北新中";
    let chars: Vec<char> = name.chars().collect();
    let family = |c: char| names::surname(&[c, '某']) == Some(1);
    match chars[..] {
        [first, second] | [first, second, '家'] if FIRST.contains(first) => family(second),
        [first, '家'] => family(first),
        _ => false,
    }
}

/// Where the group of a village begins: 大路村三组, 大路村小李郢组, 第三生产队.
pub(super) fn group(place: &str, numerals: usize) -> Option<usize> {
    const HOMES: &[&str] = &["村民", "社区", "居委会", "村", "庄", "屯", "郢", "圩", "岗"];
    if numerals > 0 {
        // 大金村东一组: the groups of a part of the village are counted by themselves.
        let part = place.strip_suffix(DIRECTIONS).filter(|village| village.ends_with('村'));
        let place = part.unwrap_or(place);
        if HOMES.iter().any(|home| place.ends_with(home)) {
            let home =
                place.strip_suffix("村民").filter(|home| home.ends_with('村')).unwrap_or(place);
            return Some(name_start(home, 6));
        }
        return None;
    }
    if let Some(before) = place.strip_suffix("生产") {
        let number = before.trim_end_matches(|c| NUMERALS.contains(c));
        let first = number.strip_suffix('第').unwrap_or(number);
        return (number.len() < before.len()).then_some(first.len());
    }
    hamlet(place)
}

/// Where the village begins whose hamlet a text ends with: 大路村小李郢, 西孔村小李. Hamlets give a group
/// its name; 工作组 and 调解组 are no hamlets.
fn hamlet(place: &str) -> Option<usize> {
    let hamlet = han_before(place, 6);
    let village = hamlet.find('村')?;
    let name = &hamlet[village + '村'.len_utf8()..];
    if let Some(own) = name.strip_suffix("村民").filter(|own| !own.is_empty()) {
        return Some(place.len() - own.len() - "村民".len());
    }
    let ends = name == "村民"
        || name.ends_with([
            '郢', '庄', '圩', '岗', '洼', '湾', '塘', '冲', '坝', '集', '营', '东', '西', '南',
            '北',
        ])
        || of_family(name);
    let start = name_start(&place[..place.len() - name.len()], 5);
    let named = place[start..].chars().count() > name.chars().count() + 1;
    (ends && named).then_some(start)
}

#[cfg(test)]
mod tests {
    use super::{by_town, group, lived_in, natural};

    #[test]
    fn villages_by_name() {
        let found =
            |text: &str| text.find('村').and_then(|at| by_town(text, at).map(str::to_owned));
        assert_eq!(found("住炉桥镇大路村").as_deref(), Some("大路村"));
        assert_eq!(found("炉桥镇大路村村民委员会").as_deref(), Some("大路村"));
        for text in
            ["炉桥镇某村", "农村", "镇村干部", "炉桥镇各村村民", "该镇本村村委会", "炉桥镇村民"]
        {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn villages_without_a_township() {
        let found = |text: &str| {
            let at = text.find('村').unwrap();
            lived_in(text, at).map(|start| text[start..at].to_owned())
        };
        for (text, name) in [
            ("受援人张某系定远县青岗村村民。", "青岗"),
            ("张某家住青岗村。", "青岗"),
            ("家住定远县大金村的李某", "大金"),
            ("住址：青岗村", "青岗"),
            ("到张某位于炉桥镇青岗村的家中", "青岗"),
            ("青岗村村民张某", "青岗"),
            ("张某家住王村。", "王"),
            ("李村村民张某", "李"),
            ("张某家住同安村", "同安"),
            ("青岗村低保户张某", "青岗"),
            ("律师驱车来到青岗村张某家中", "青岗"),
            ("民主村村民张某", "民主"),
            ("与双庙村的邻居李某", "双庙"),
        ] {
            assert_eq!(found(text).as_deref(), Some(name), "{text}");
        }
        for text in [
            "家住某村",
            "住在农村",
            "住在城中村",
            "系本村村民",
            "各行政村村民",
            "家住小山村",
            "住进新农村",
            "青岗村村委会",
            "大路村村民委员会",
            "大路村村民代表",
            "抵达青岗村调查",
            "同村村民",
            "脱贫村的家庭",
            "偏远山村的村民",
            "住在娘家村里",
            "住在小渔村",
            "同一村村民",
            "住于村里",
            "本县村民",
            "移民村村民",
            "青岗村张书记",
            "律师驻村看望张某",
            "走进青山村人均收入",
            "与某村村民",
            "法律援助进乡村，他住下",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn hamlets() {
        for (text, start) in [
            ("吴圩镇西孔村小李", "西孔村小李"),
            ("炉桥镇大路村小李郢", "大路村小李郢"),
            ("炉桥镇大路村李家", "大路村李家"),
        ] {
            assert_eq!(group(text, 0).map(|at| &text[at..]), Some(start), "{text}");
        }
        for (text, start) in
            [("池河镇大金村东", "大金村东"), ("大路村", "大路村"), ("大路村村民", "大路村村民")]
        {
            assert_eq!(group(text, 1).map(|at| &text[at..]), Some(start), "{text}");
        }
        for text in ["炉桥镇大路村工作", "炉桥镇大路村调解", "大路村大学"] {
            assert_eq!(group(text, 0), None, "{text}");
        }
        assert!(natural("永康镇青山村大吴自然").is_some() && natural("住两个自然").is_none());
    }
}
