//! Parts of a list that cannot be the same thing twice, although no class of names holds them: money by what it
//! is for, things given out by what they are, cases by where they come from or what they are about.
//!
//! What stands behind 其中 often overlaps: 农民工 and 妇女, 诉讼 and 农民工工资, what was given out 进村 and 手册. So
//! parts are told apart only where all of them are named along one line, and none by people.

use super::class::bare;
use super::part::Part;

/// What money is got or paid for in a case, by its last word, and what of it is the same.
const MATTERS: [&str; 9] =
    ["报酬", "工资", "欠薪", "薪酬", "赔偿", "补偿", "抚养费", "赡养费", "扶养费"];
const PAY: [&str; 4] = ["报酬", "工资", "欠薪", "薪酬"];
/// What an office or a court reckons with.
const ITEMS: [&str; 6] = ["费", "补贴", "赔偿金", "补偿金", "补助金", "慰问金"];
/// Who an office has its money from.
const SOURCES: [&str; 9] = ["中央", "省级", "市级", "县级", "区级", "省", "市", "县", "中央财政"];
/// Things that are printed or given away, by the end of their names: a copy is one of them. 资料 and 宣传品 may be
/// any of them.
const THINGS: [&str; 42] = [
    "手册",
    "画册",
    "宣传册",
    "小册子",
    "折页",
    "单页",
    "彩页",
    "插页",
    "海报",
    "挂图",
    "图册",
    "漫画",
    "年画",
    "宣传画",
    "宣传单",
    "传单",
    "明白纸",
    "读本",
    "口袋书",
    "书签",
    "公开信",
    "联系卡",
    "便民卡",
    "服务卡",
    "名片",
    "台历",
    "挂历",
    "日历",
    "扑克",
    "布袋",
    "环保袋",
    "购物袋",
    "手提袋",
    "纸杯",
    "水杯",
    "雨伞",
    "扇子",
    "围裙",
    "毛巾",
    "抽纸",
    "笔记本",
    "钥匙扣",
];
/// Where a case or a paper is from, by the end of its name: each is from one.
const PLACES: [&str; 5] = ["镇", "乡", "街道", "县", "村"];
/// What a case is about, in words of which each group has one case once. 离婚 may be about 抚养费 too, and an
/// accident on the road is one of 人身损害.
const CAUSES: [&[&str]; 5] = [
    &["劳动争议", "劳动纠纷", "劳动报酬", "劳动合同", "劳动人事争议", "欠薪", "讨薪", "工伤"],
    &["婚姻家庭", "婚姻", "离婚", "赡养", "抚养", "扶养", "继承"],
    &["交通事故", "道路交通事故", "人身损害", "人身损害赔偿", "医疗纠纷", "医疗损害"],
    &["借贷", "民间借贷", "借款", "债务"],
    &["土地承包", "土地纠纷"],
];
/// Groups of people, into which whatever is counted falls anew.
const PEOPLE: [&str; 10] =
    ["农民工", "妇女", "老年", "未成年", "残疾", "军", "学生", "儿童", "低保", "困难"];

/// Whether what is counted is one part or another and never two: 补贴 and 宣传费, 手册 and 折页. One
/// kind beside another kind (诉讼, 农民工工资) may be the same money twice.
pub(super) fn apart(parts: &[Part<'_>]) -> bool {
    let Some(first) = parts.first() else { return false };
    let labels: Vec<&str> = parts.iter().map(|part| part.label.trim_matches([' ', '：'])).collect();
    let contained = |label: &&str| labels.iter().filter(|it| it.contains(*label)).count() > 1;
    if labels.len() < 2 || labels.iter().any(contained) {
        return false;
    }
    let ending =
        |words: &[&str]| labels.iter().all(|label| words.iter().any(|word| label.ends_with(word)));
    let money = matches!(first.unit, "万元" | "元");
    let people = labels.iter().any(|label| PEOPLE.iter().any(|word| label.contains(word)));
    let paid = |label: &&&str| PAY.iter().any(|word| label.ends_with(word));
    let kept = ["抚养费", "赡养费", "扶养费"];
    let cared = labels.iter().any(|label| kept.iter().any(|word| label.ends_with(word)));
    let of_cases = ending(&MATTERS) && labels.iter().filter(paid).count() < 2;
    let from = labels.iter().all(|label| {
        let label = ["财政", "资金", "补助", "配套", "投入"]
            .iter()
            .fold(*label, |label, end| label.trim_end_matches(end));
        SOURCES.contains(&label)
    });
    money && !people && (of_cases || ending(&ITEMS) && !cared || from)
        || matches!(first.unit, "份" | "册" | "本" | "个" | "张" | "幅") && ending(&THINGS)
        || !people && by_place(&labels)
        || matches!(first.unit, "件" | "起" | "宗" | "例") && !people && by_cause(&labels)
        || by_state(&labels)
}

/// 炉桥镇120件、池河镇80件: townships in a list, each once. 本县 is where all of them lie.
fn by_place(labels: &[&str]) -> bool {
    let place = |label: &&str| {
        let of_place = PLACES.iter().find(|end| label.ends_with(**end));
        of_place.filter(|_| (2..=6).contains(&label.chars().count()))
    };
    let kind = labels.first().and_then(place);
    let all = ["本", "全", "各", "外", "进", "其他", "我"];
    kind.is_some()
        && labels
            .iter()
            .all(|label| place(label) == kind && !all.iter().any(|w| label.starts_with(w)))
}

/// 劳动争议500件、婚姻家庭400件: one word of each group, and nothing else about a case.
fn by_cause(labels: &[&str]) -> bool {
    let group = |label: &&str| {
        let bare = bare(label);
        let short = bare.trim_end_matches("纠纷");
        CAUSES.iter().position(|words| words.contains(&bare) || words.contains(&short))
    };
    let groups: Vec<Option<usize>> = labels.iter().map(group).collect();
    groups.iter().all(|one| one.is_some() && groups.iter().filter(|it| *it == one).count() == 1)
}

/// 已整改7个、正在整改3个: done, or not yet.
fn by_state(labels: &[&str]) -> bool {
    let stem = |label: &'_ str| -> Option<(bool, usize)> {
        let done = label.strip_prefix("已经").or_else(|| label.strip_prefix('已'));
        let open = || ["正在", "尚未", "未", "待"].iter().find_map(|lead| label.strip_prefix(lead));
        done.map(|rest| (true, rest.len())).or_else(|| open().map(|rest| (false, rest.len())))
    };
    let stems: Vec<Option<(bool, usize)>> = labels.iter().map(|label| stem(label)).collect();
    let [Some((a, of_a)), Some((b, of_b))] = stems[..] else { return false };
    let same = labels[0][labels[0].len() - of_a..] == labels[1][labels[1].len() - of_b..];
    a != b && same && of_a > 0
}
