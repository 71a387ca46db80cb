//! Which words leave a figure that of the whole county and the whole period.
//!
//! 2025年庙会上解答咨询88人次 is no figure of 2025, and nobody can list all that is held in a year: fairs,
//! weeks, campaigns, holidays. So it is read the other way round: between a period and a figure stand
//! only words known to narrow nothing and other figures, or the figure is not judged. What follows
//! the number may narrow it too: 30件被评为优秀.

use super::said::narrows;
use crate::check::quantity::{is_digit, quantity};

/// Words that narrow nothing: who, when, how many, how, who says so, for whom where it is for
/// everyone. Of two that begin alike the longer stands first.
const PLAIN: [&str; 73] = [
    "全县",
    "我县",
    "本县",
    "县",
    "本中心",
    "我中心",
    "中心",
    "机构",
    "司法局",
    "我局",
    "我们",
    "全年度",
    "全年",
    "这一年里",
    "这一年",
    "一年来",
    "一年里",
    "一年间",
    "一年",
    "本年度",
    "年度",
    "期间",
    "度",
    "内",
    "里",
    "共计",
    "总计",
    "合计",
    "累计",
    "一共",
    "总共",
    "共",
    "总",
    "计",
    "实际",
    "已经",
    "现已",
    "已",
    "了",
    "达",
    "据不完全统计",
    "据统计",
    "据了解",
    "经统计",
    "数据显示",
    "依法",
    "免费",
    "认真",
    "及时",
    "有效",
    "积极",
    "主动",
    "顺利",
    "圆满",
    "并",
    "主要",
    "工作中",
    "工作",
    "情况",
    "如下",
    "数据",
    "组织",
    "困难",
    "受援人",
    "受援对象",
    "当事人",
    "帮助",
    "为",
    "帮",
    "向",
    "给",
    "和",
    "与",
];

/// What other figures count. They narrow nothing once their number has come.
const COUNTED: [&str; 45] = [
    "办理",
    "受理",
    "承办",
    "办结",
    "结案",
    "审批",
    "指派",
    "提供",
    "接待",
    "解答",
    "接听",
    "代写",
    "出具",
    "化解",
    "调解",
    "挽回",
    "避免",
    "取得",
    "发放",
    "案件",
    "事项",
    "咨询",
    "法律帮助",
    "法律文书",
    "文书",
    "法律",
    "矛盾",
    "纠纷",
    "经济",
    "损失",
    "利益",
    "手册",
    "宣传资料",
    "资料",
    "讨回",
    "工资",
    "来访",
    "来电",
    "质量",
    "约",
    "近",
    "为",
    "达到",
    "或",
    "及",
];

/// What figures are counted in, and what may follow the number itself. Longer ones first.
const UNITS: [&str; 14] = [
    "余", "多", "件次", "人次", "份次", "场次", "件", "份", "人", "名", "万元", "亿元", "元", "起",
];

/// Signs between clauses and in a list.
const MARKS: [char; 8] = ['，', ',', '、', '：', ':', '；', '（', '）'];

/// What is held within a year.
const EVENTS: [&str; 6] = ["行动", "活动", "专项", "宣传", "期间", "现场"];

/// Whether a sentence is of something held within a year or of one place, and what is counted behind
/// it may be counted there.
pub(super) fn of_event(sentence: &str) -> bool {
    EVENTS.iter().chain(&["讲座", "镇", "乡", "村", "社区"]).any(|word| sentence.contains(word))
}

/// Whether the words between a period and a figure's name leave it that of all.
pub(super) fn leaves_all(between: &str) -> bool {
    // 2025年，…，全年共办理: what is said to be of the whole year is, whatever leads up to it.
    if let Some(at) = between.rfind("全年")
        && let lead = &between[..at]
        && lead.starts_with(['，', ','])
        && lead.ends_with(['，', ','])
        && !(narrows(lead) || EVENTS.iter().any(|word| lead.contains(word)))
    {
        return plain(&between[at..]);
    }
    plain(between)
}

/// Whether words are a row of such words and figures.
fn plain(words: &str) -> bool {
    let mut rest = words;
    let mut counting = false;
    while !rest.is_empty() {
        let behind = rest.trim_start_matches(MARKS);
        if behind.len() < rest.len() {
            // 解答咨询、: counted, but no number said.
            if counting && !rest.starts_with(['：', ':', '、']) {
                return false;
            }
            rest = under(behind).unwrap_or(behind);
        } else if let Some(behind) = figure(rest) {
            counting = false;
            rest = change(behind).unwrap_or(behind);
        } else if let Some(behind) = word(rest, &PLAIN) {
            rest = behind;
        } else if let Some(behind) = word(rest, &COUNTED) {
            counting = true;
            rest = behind;
        } else if let Some(behind) = change(rest) {
            rest = behind;
        } else {
            return false;
        }
    }
    !counting
}

fn word<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| text.strip_prefix(word))
}

/// A number and its unit.
fn figure(text: &str) -> Option<&str> {
    let number = quantity(text)?;
    // 一起 is a word.
    let counts = text.starts_with(|c: char| c.is_ascii_digit()) || number.words.chars().count() > 1;
    let mut rest = &text[number.words.len()..];
    let mut united = false;
    while let Some(behind) = word(rest, &UNITS) {
        united = true;
        rest = behind;
    }
    (counts && united).then_some(rest)
}

/// 同比增长12%, 比上年增加100件: compares the figure before it.
fn change(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(['，', ',', '（']);
    let rest = ["同比", "环比", "比上年", "较上年", "比去年", "较去年"]
        .iter()
        .find_map(|word| text.strip_prefix(word))?;
    let rest = rest.trim_start_matches("同期");
    let rest = ["增长", "上升", "增加", "提高", "下降", "减少", "降低", "多", "少"]
        .iter()
        .find_map(|word| rest.strip_prefix(word))?;
    let rest = rest.trim_start_matches(['了', '近', '约']);
    figure(rest).or_else(|| {
        let number = quantity(rest).filter(|_| rest.starts_with(is_digit))?;
        rest[number.words.len()..].strip_prefix(['%', '％'])
    })
}

/// 在县委、县政府的领导下: praises, narrows nothing.
fn under(clause: &str) -> Option<&str> {
    let end = clause.find(['，', ',']).filter(|_| clause.starts_with('在'))?;
    let by = ["领导下", "指导下", "支持下", "关心下", "努力下", "配合下", "重视下"];
    by.iter().any(|by| clause[..end].ends_with(by)).then(|| &clause[end..])
}

/// Whether a number and its unit end there: 30件被评为优秀 and 300份给残疾人 are some of all.
pub(super) fn ends(behind: &str) -> bool {
    let marked = behind.is_empty() || behind.starts_with([',', '(', ')', '?', '!', '…', '”', '—']);
    let wide = behind.starts_with(['，', '、', '；', '：', '（', '）', '。', '！', '？']);
    let of_some = ["均", "都", "全部", "被", "入选"];
    let clause = behind.trim_start_matches(['，', ',']);
    let goes_on = ["同比", "比上年", "比去年", "较上年", "较去年", "和", "与", "及", "以及", "并"];
    (marked || wide) && !of_some.iter().any(|word| clause.starts_with(word))
        || goes_on.iter().any(|word| behind.starts_with(word))
}

/// Whether what stands before a period, as far as the one before it, leaves what follows that of all:
/// directly before it only words that narrow nothing, in clauses before none that does.
pub(super) fn leads_to_all(lead: &str) -> bool {
    let at = lead.rfind(['，', ',', '：', '；', '“', '《', '（', '(']);
    let own = at.map_or(lead, |at| &lead[at..]);
    let own = own.trim_start_matches(['“', '《', '(']);
    let told = ["获悉", "了解到", "显示", "介绍", "公布", "发布"];
    told.iter().any(|word| own.ends_with(word)) || plain(own)
}
