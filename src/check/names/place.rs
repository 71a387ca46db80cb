//! Schools by name in the cases of children and victims (C329).

use std::ops::Range;
use std::sync::LazyLock;

use crate::base::look::near::{han, han_before, last_chars, sentence_after, sentence_before};
use crate::base::look::words::Words;
use crate::domain::names::saying;

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
        "初中",
        "高中",
        "中心校",
        "职教中心",
        "职业教育中心",
    ])
});

/// Schools there is one of in a county: its name is that of the place.
const ONLY: [&str; 2] = ["职教中心", "职业教育中心"];

/// Words beside which a school is where a child goes.
const LEARNING: &[&str] = &[
    "读书", "就读", "上学", "上课", "年级", "小班", "中班", "大班", "学生", "入学", "念书", "住校",
    "寄宿", "同学", "女儿", "孩子",
];

/// Kinds of schools, which name none: 重点中学, 专门学校.
const KINDS: &[&str] = &[
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
    "当地",
    "本地",
    "外地",
    "老家",
    "县城",
    "镇上",
    "私立",
    "公立",
    "专门",
    "特殊教育",
    "技工",
    "体育",
    "武术",
    "网络",
    "涉事",
    "职业",
    "完全",
    "希望",
    "校外",
    "外",
    "法学",
];

/// Schools; where the page tells of nobody to be protected, only those a child is said to go to.
pub(super) fn schools(words: &str, protected: bool) -> Vec<Range<usize>> {
    let named = SCHOOLS.find(words).filter_map(|kind| {
        // 第二中学 begins with 二中; behind 高中 stands 学生.
        let word = &words[kind.range()];
        // 系定远二中学生: there the second one is the first of 学生.
        let whole = word.ends_with('中')
            && !matches!(word, "初中" | "高中")
            && words[kind.end()..].starts_with('学')
            && !scholar(&words[kind.end()..]);
        let end = kind.end() + if whole { '学'.len_utf8() } else { 0 };
        let start = school(words, kind.start(), &words[kind.start()..end], &words[end..])?;
        if visited(&words[end..]) {
            return None;
        }
        let near = [sentence_before(&words[..start], 16), sentence_after(&words[end..], 12)];
        let child = || {
            // 读炉桥二小.
            near[0].ends_with(['读', '念'])
                || LEARNING.iter().any(|word| near.iter().any(|text| text.contains(word)))
        };
        (protected || child()).then_some(start..end)
    });
    named.collect()
}

/// Whether a text begins with a word for who learns: 学生, 学员. In 二中学学生 the first 学 is the school's.
fn scholar(after: &str) -> bool {
    after.starts_with("学生") || after.starts_with("学员")
}

/// Whether what follows a school is an office's work there, or that of its students for others.
pub(super) fn visited(after: &str) -> bool {
    let work =
        ["开展", "举办", "举行", "组织开展"].iter().find_map(|word| after.strip_prefix(word));
    let lesson = |rest: &str| {
        let what = sentence_after(rest, 14);
        ["讲座", "宣讲", "宣传", "普法", "活动"].iter().any(|word| what.contains(word))
    };
    let others = after.strip_prefix('的').unwrap_or(after);
    work.is_some_and(lesson)
        || ["学生志愿者", "师生志愿者", "大学生志愿", "志愿者"]
            .iter()
            .any(|word| others.starts_with(word))
}

/// Whether 初中 or 高中 is a school by name and no time of life: 在严桥高中念书, 严桥高中学生. 小雨高中毕业
/// tells of none.
fn of_its_own(name: &str, cut: bool, after: &str) -> bool {
    const TIMES: &[&str] =
        &["毕业", "肄业", "文化", "学历", "阶段", "时", "的时候", "期间", "生", "辍学", "教育"];
    let scholar = ["学生", "的学生", "同学"].iter().any(|word| after.starts_with(word));
    // 提高中, 当初中, 月初中: the word before has the first of the two.
    let part = name.ends_with(['提', '最', '升', '增', '当', '起', '月', '年', '崇']);
    !part && (cut || scholar) && !TIMES.iter().any(|time| after.starts_with(time))
}

/// Whether 小学 and the like are a time of life: 父亲小学文化, 孩子幼儿园毕业.
fn schooling(name: &str, after: &str) -> bool {
    const TIMES: [&str; 7] = ["文化", "毕业", "学历", "肄业", "辍学", "老师", "教师"];
    !name.contains(MARKS)
        && TIMES.iter().any(|word| after.starts_with(word))
        && name.ends_with(['亲', '母', '爷', '奶', '有', '子', '当', '孩', '是'])
}

/// What a place ends with in the name of a school.
const MARKS: [char; 6] = ['镇', '县', '市', '乡', '区', '第'];

/// The name of a county or a township that a text ends with, which belongs to that of its school: 定远 in
/// 定远县第三中学. Where more is said before it, the two characters most of them have.
fn placed(before: &str) -> &str {
    let name = han_before(before, 4);
    if name.chars().count() > 3 { last_chars(name, 2) } else { name }
}

/// Where a school's own name begins: a place, a number or a name stands before 小学 and the like.
fn school(words: &str, at: usize, kind: &str, after: &str) -> Option<usize> {
    const CUT: &str = "的上在读于念是系某到从去入进个所该各里和与、往本离开校了";
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
    // 炉桥镇中心校, 吴圩九年一贯制学校: words of the kind.
    let more = if kind == "中心校" { "中心".len() } else { 0 };
    let (at, kind) = (at + more, &kind[more..]);
    let run = han_before(&words[..at], 12);
    let cut = run.char_indices().rev().find(|(_, c)| CUT.contains(*c));
    let name = &run[cut.map_or(0, |(at, c)| at + c.len_utf8())..];
    if saying::ends_with_saying(name) || schooling(name, after) {
        return None;
    }
    if matches!(kind, "初中" | "高中") && !of_its_own(name, cut.is_some(), after) {
        return None;
    }
    if let Some(mark) = name.find(MARKS) {
        let stem = &name[mark..];
        let sign = stem.chars().next().map_or(0, char::len_utf8);
        let body =
            ["局", "协调", "组织", "联系", "部门", "会"].iter().any(|word| stem.contains(word));
        let numbered = kind.starts_with(['一', '二', '三', '四', '五']) || ONLY.contains(&kind);
        let town = matches!(&stem[sign..], "城" | "村" | "里" | "上" | "内");
        let place = if stem.starts_with('第') { 0 } else { placed(&name[..mark]).len() };
        return (!body && !town && (stem.len() > sign || numbered))
            .then(|| at - stem.len() - place);
    }
    let bare = ["九年一贯制", "中心"].iter().fold(name, |own, word| own.trim_end_matches(word));
    let own = KINDS.iter().fold(bare, |own, any| own.strip_prefix(any).unwrap_or(own));
    let count = own.chars().filter(|c| han(*c)).count();
    ((2..=6).contains(&count)).then(|| at - name.len())
}

#[cfg(test)]
mod tests {
    use super::schools;

    #[test]
    fn schools_by_name() {
        let schools = |text: &str| -> Vec<String> {
            schools(text, true).into_iter().map(|place| text[place].to_owned()).collect()
        };
        assert_eq!(schools("在炉桥镇中心小学读书"), ["炉桥镇中心小学"]);
        assert_eq!(schools("就读于定远县张桥中心小学"), ["定远县张桥中心小学"]);
        assert_eq!(schools("张某系定远二中学生，二中学学生"), ["定远二中"]);
        assert_eq!(schools("转到西卅店镇中心小学"), ["西卅店镇中心小学"]);
        assert_eq!(schools("县第二中学"), ["县第二中学"]);
        assert_eq!(schools("就读于育才小学"), ["育才小学"]);
        assert_eq!(schools("在镇上的小学读书，中学毕业，某小学"), [""; 0]);
        assert_eq!(schools("在大路小学读书，到湖心路小学"), ["大路小学", "湖心路小学"]);
        assert_eq!(schools("严桥高中学生，高中毕业，小雨高中时"), ["严桥高中"]);
        assert_eq!(schools("在育才小学开展法治讲座"), [""; 0]);
    }
}
