//! Schools and villages by name in the cases of children and victims (C329).

use std::ops::Range;
use std::sync::LazyLock;

use crate::base::look::near::{han, han_before, sentence_after, sentence_before};
use crate::base::look::words::Words;
use crate::check::privacy::village::{by_town, lived_in};

static SCHOOLS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(&[
        "小学",
        "中学",
        "幼儿园",
        "学校",
        "一中",
        "二中",
        "三中",
        "四中",
        "五中",
        "一小",
        "二小",
        "三小",
        "学院",
        "技校",
        "职高",
    ])
});

/// Words beside which a school is where a child goes.
const LEARNING: &[&str] = &[
    "读书", "就读", "上学", "上课", "年级", "小班", "中班", "大班", "学生", "入学", "念书", "住校",
    "寄宿", "同学", "女儿", "孩子",
];

/// Schools; where the page tells of nobody to be protected, only those a child is said to go to.
pub(super) fn schools(words: &str, protected: bool) -> Vec<Range<usize>> {
    let named = SCHOOLS.find(words).filter_map(|kind| {
        // 第二中学 begins with 二中.
        let whole = words[kind.range()].ends_with('中') && words[kind.end()..].starts_with('学');
        let end = kind.end() + if whole { '学'.len_utf8() } else { 0 };
        let start = school(words, kind.start(), &words[kind.start()..end], &words[end..])?;
        let near = [sentence_before(&words[..start], 16), sentence_after(&words[end..], 12)];
        let child = || LEARNING.iter().any(|word| near.iter().any(|text| text.contains(word)));
        (protected || child()).then_some(start..end)
    });
    named.collect()
}

/// Where a school's own name begins: a place, a number or a name stands before 小学 and the like.
fn school(words: &str, at: usize, kind: &str, after: &str) -> Option<usize> {
    const MARKS: [char; 8] = ['镇', '县', '市', '乡', '村', '区', '第', '路'];
    const CUT: &str = "的上在读于念是某到从去入进个所该各里和与、往本离开校";
    // 第二中院, 三中全会
    if kind.ends_with('中')
        && after.starts_with([
            '院', '全', '心', '队', '旬', '间', '期', '断', '途', '级', '标', '午', '等', '介',
            '毒', '枪',
        ])
    {
        return None;
    }
    // 一小区, 一小伙
    if kind.ends_with('小')
        && after.starts_with(['区', '时', '伙', '部', '块', '组', '型', '孩', '队', '段', '步'])
    {
        return None;
    }
    // 唯一中选, 统一小额
    if kind.starts_with('一') && words[..at].ends_with(['唯', '统']) {
        return None;
    }
    let run = han_before(&words[..at], 9);
    let cut = run.char_indices().rev().find(|(_, c)| CUT.contains(*c));
    let name = &run[cut.map_or(0, |(at, c)| at + c.len_utf8())..];
    if let Some(mark) = name.find(MARKS) {
        let stem = &name[mark..];
        let sign = stem.chars().next().map_or(0, char::len_utf8);
        let body =
            ["局", "协调", "组织", "联系", "部门", "会"].iter().any(|word| stem.contains(word));
        let numbered = kind.starts_with(['一', '二', '三', '四', '五']);
        return (!body && (stem.len() > sign || numbered)).then(|| at - stem.len());
    }
    const ANY: &[&str] = &[
        "中",
        "小",
        "重点",
        "普通",
        "农村",
        "城里",
        "县里",
        "民办",
        "公办",
        "寄宿",
        "乡镇",
        "附近",
        "原来",
        "一家",
        "另一",
        "初级",
        "高级",
        "义务教育",
        "驾驶",
        "党",
        "就",
        "培训",
    ];
    let own = ANY.iter().fold(name, |own, any| own.strip_prefix(any).unwrap_or(own));
    let count = own.chars().filter(|c| han(*c)).count();
    ((2..=6).contains(&count)).then(|| at - name.len())
}

/// Villages: in such a case each behind a township, and each that somebody lives in.
pub(super) fn villages(words: &str) -> Vec<Range<usize>> {
    let end = '村'.len_utf8();
    let named = words.match_indices('村').filter_map(|(at, _)| {
        let town = by_town(words, at).map(|name| at + end - name.len());
        Some(town.or_else(|| lived_in(words, at))?..at + end)
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use super::{schools, villages};

    #[test]
    fn schools_and_villages_by_name() {
        let schools = |text: &str| -> Vec<String> {
            schools(text, true).into_iter().map(|place| text[place].to_owned()).collect()
        };
        assert_eq!(schools("在炉桥镇中心小学读书"), ["镇中心小学"]);
        assert_eq!(schools("县第二中学"), ["县第二中学"]);
        assert_eq!(schools("就读于育才小学"), ["育才小学"]);
        assert_eq!(schools("在镇上的小学读书，中学毕业，某小学"), [""; 0]);
        let text = "住炉桥镇大路村，炉桥镇某村";
        let found: Vec<&str> = villages(text).into_iter().map(|place| &text[place]).collect();
        assert_eq!(found, ["大路村"]);
    }
}
