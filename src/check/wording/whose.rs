//! Whose period it is (C315): the legal aid institution's, or anybody else's.
//!
//! Guides tell of the days of many bodies, and nobody can list them all. So a period is ours only
//! where our body is named before it, or where nothing stands before it but words of our procedure.

/// Bodies whose period the Law sets.
const OURS: [&str; 8] =
    ["法律援助", "援助中心", "援助机构", "本中心", "我中心", "司法局", "司法行政", "我们"];

/// Bodies and things with periods of their own, beside one of ours in the same clause.
const OTHERS: [&str; 53] = [
    "工伤认定",
    "财政",
    "人社",
    "人力资源",
    "劳动监察",
    "法院",
    "检察",
    "公安",
    "派出所",
    "银行",
    "仲裁",
    "税务",
    "医保",
    "民政",
    "社保",
    "报社",
    "鉴定",
    "公证",
    "快递",
    "交警",
    "保险",
    "单位",
    "公司",
    "看守所",
    "市场监管",
    "市场监督",
    "登记",
    "信访",
    "残联",
    "工会",
    "妇联",
    "学校",
    "医院",
    "住建",
    "乡镇",
    "街道",
    "律师协会",
    "律协",
    "村委会",
    "居委会",
    "护照",
    "身份证",
    "执照",
    "工单",
    "12345",
    "低保",
    "消费者",
    "企业",
    "物业",
    "对方",
    "有关部门",
    "行政部门",
    "包工头",
];

/// What is done within such a period.
const DONE: [&str; 17] = [
    "批下来",
    "审批",
    "能不能援助",
    "审查",
    "审核",
    "决定",
    "指派",
    "异议",
    "答复",
    "回复",
    "受理",
    "通知",
    "告知",
    "安排律师",
    "派律师",
    "办结",
    "结果",
];

/// Between our body and the period: it asks another to keep one.
const ASKED: [&str; 9] = ["要求", "督促", "建议", "函告", "提醒", "告诉", "主持", "协调", "转交"];

/// Words that name nobody: of our procedure, and those between them.
const PLAIN: [&str; 136] = [
    "交",
    "拿到",
    "等到",
    "现在",
    "如今",
    "目前",
    "交上来",
    "递上来",
    "报上来",
    "送上来",
    "交来",
    "递来",
    "备齐",
    "窗口",
    "当场",
    "大概",
    "大约",
    "差不多",
    "左右",
    "最快",
    "只需",
    "只用",
    "需要",
    "需",
    "不到",
    "已经",
    "已",
    "就",
    "便",
    "才",
    "了",
    "上来",
    "只",
    "短",
    "长",
    "快",
    "慢",
    "花",
    "提速",
    "缩短",
    "压缩",
    "办理",
    "办结",
    "承诺",
    "法定",
    "全部",
    "答复",
    "回复",
    "收到",
    "接到",
    "提交",
    "递交",
    "提出",
    "交齐",
    "补齐",
    "补正",
    "齐全",
    "齐备",
    "材料",
    "手续",
    "申请书",
    "申请人",
    "申请",
    "受援人",
    "当事人",
    "群众",
    "您",
    "受理",
    "审查",
    "审核",
    "审批",
    "决定",
    "作出",
    "做出",
    "批准",
    "同意",
    "通过",
    "指派",
    "安排",
    "律师",
    "承办",
    "异议",
    "不服",
    "期限",
    "时限",
    "时间",
    "是",
    "为",
    "之日",
    "当日",
    "起",
    "后",
    "以后",
    "之后",
    "自",
    "从",
    "在",
    "于",
    "应当",
    "应该",
    "应",
    "须",
    "可以",
    "可",
    "会",
    "将",
    "要",
    "能",
    "一般",
    "通常",
    "最迟",
    "最长",
    "最多",
    "最晚",
    "不超过",
    "不予",
    "给予",
    "援助",
    "法律",
    "的",
    "对",
    "经",
    "并",
    "由",
    "向",
    "到",
    "符合",
    "条件",
    "情况",
    "复杂",
    "紧急",
    "有",
    "只要",
    "都",
    "我",
    "中心",
];

/// Whether a text names a body that has periods of its own.
pub(super) fn others(text: &str) -> bool {
    any(&OTHERS, text)
}

fn any(words: &[&str], text: &str) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Whether some words name nobody else: each of them is one of our procedure.
fn names_nobody(words: &str) -> bool {
    let mut rest = words;
    let sign = |c: char| !c.is_alphabetic() || "一二三四五六七八九十日天内".contains(c);
    while !rest.is_empty() {
        let word = PLAIN.iter().filter(|word| rest.starts_with(**word)).max_by_key(|w| w.len());
        // 一般 is a word, and its 一 no number.
        let Some(next) = word.map_or_else(|| rest.strip_prefix(sign), |w| rest.strip_prefix(w))
        else {
            return false;
        };
        rest = next;
    }
    true
}

/// Whether the period at byte `at` is ours. In a time limit of our own (`guide`) one that names no body
/// is.
pub(super) fn ours(sentence: &str, at: usize, guide: bool) -> bool {
    let end = sentence[at..].find('，').map_or(sentence.len(), |length| at + length);
    let start = sentence[..at].rfind('，').map_or(0, |comma| comma + '，'.len_utf8());
    let behind = &sentence[at..end];
    // 县残联7个工作日内, 7个工作日内由民政部门答复.
    if let Some(named) = who(&sentence[start..end], at - start) {
        return named && (guide || any(&DONE, sentence));
    }
    if !names_nobody(&sentence[start..at]) {
        return false;
    }
    // Who was named before, nearest first.
    for clause in sentence[..start].rsplit('，').filter(|clause| !clause.is_empty()) {
        match who(clause, clause.len()) {
            Some(named) => return named && (guide || any(&DONE, sentence)),
            None if names_nobody(clause) || excepted(clause) || then(clause) => {}
            // 窗口负责人说，…: who says it tells whose it is, where he is ours.
            None if said(clause) => return guide || any(&DONE, sentence),
            None => return false,
        }
    }
    guide
        || any(&DONE, behind)
        || any(&DONE, &sentence[start..at])
        || done_next(behind, &sentence[end..])
}

/// 七个工作日内，作出决定: what is done stands behind a comma, and we do it or nobody is named before it.
fn done_next(period: &str, rest: &str) -> bool {
    let next = rest.strip_prefix('，').unwrap_or_default();
    let next = next.split('，').next().unwrap_or(next);
    let first = DONE.iter().chain(&["作出", "做出", "书面", "告诉"]);
    let ours = who(next, next.len()) == Some(true)
        || who(next, next.len()).is_none() && first.clone().any(|word| next.starts_with(word));
    period.ends_with('内') && ours && any(&DONE, next)
}

/// Whether the clause that the period at byte `at` stands in names our body.
pub(super) fn named_ours(sentence: &str, at: usize) -> bool {
    let start = sentence[..at].rfind('，').map_or(0, |comma| comma + '，'.len_utf8());
    who(&sentence[start..at], at - start) == Some(true)
}

/// 没有收入的, 请看案例: a condition and what readers are asked to do name nobody who decides.
fn excepted(clause: &str) -> bool {
    let clause = clause.trim_end_matches(' ');
    clause.starts_with('请') || clause.ends_with('的') && clause.chars().count() <= 8
}

/// Whether a clause tells how it was in earlier times, of nobody else: 以前审批时间长.
fn then(clause: &str) -> bool {
    const BEFORE: [&str; 6] = ["以前", "过去", "从前", "原来", "原先", "之前"];
    BEFORE.iter().any(|word| clause.strip_prefix(word).is_some_and(names_nobody))
}

/// Whether a clause says that somebody at our place speaks: 窗口负责人方某说. Others are named as bodies.
fn said(clause: &str) -> bool {
    const OF_OURS: [&str; 8] =
        ["窗口", "中心", "法律援助", "援助中心", "县中心", "值班律师", "值班人员", "受理人员"];
    let clause = clause.trim_start_matches(|c: char| !c.is_alphabetic());
    let speaks = ["说", "介绍", "表示", "解释", "告诉记者", "答", "回答", "告诉他", "告诉她"]
        .iter()
        .any(|word| clause.ends_with(word));
    // 律师答: a lawyer who speaks on our pages is ours, 公司的律师 is none.
    let lawyer = ["律师", "援助律师", "工作站的人"].iter().any(|who| clause.starts_with(who));
    // 居住证窗口 is another's.
    speaks && (lawyer || OF_OURS.iter().any(|word| clause.starts_with(word)))
}

/// Whether the body a clause names is ours; none where it names none. `at` is where the period is.
fn who(clause: &str, at: usize) -> Option<bool> {
    let first = |names: &[&str]| names.iter().filter_map(|name| clause.find(name)).min();
    // 中心10天内答复: the centre by its short name, at the head of the clause.
    let head = clause.trim_start_matches(|c: char| !c.is_alphabetic());
    let centre = head.starts_with("中心").then(|| clause.len() - head.len());
    let own = first(&OURS).into_iter().chain(centre).min();
    match (own, first(&OTHERS)) {
        (None, None) => None,
        (Some(own), other) if other.is_none_or(|other| own < other) => {
            let between = clause.get(own..at).unwrap_or_default();
            Some(!any(&ASKED, between))
        }
        _ => Some(false),
    }
}

#[cfg(test)]
mod tests {
    use super::ours;

    fn whose(text: &str) -> bool {
        ours(text, text.find(|c: char| c.is_ascii_digit()).unwrap(), false)
    }

    #[test]
    fn periods_of_the_centre() {
        for text in [
            "7个工作日内答复",
            "答复要7个工作日",
            "自收到申请之日起7个工作日内审查完毕",
            "定远县法律援助中心7个工作日内决定",
            "法院通知以后，法律援助中心7个工作日内决定",
            "中心7天内答复",
            "材料齐全的，7个工作日内答复",
            "没有收入的，7个工作日内答复",
            "不服的，可以在5个工作日内得到司法局答复",
            "以前审批时间长，现在5个工作日就能答复申请人",
            "窗口负责人方某说，以前审批时间长，现在5个工作日就能答复申请人",
            "申请交上来，7个工作日就有答复",
            "材料交齐，最快5个工作日就有结果",
            "现在5个工作日就能审批",
            "中心值班律师介绍，现在5个工作日就能批下来",
            "现在到窗口交材料，7个工作日就能拿到决定书",
        ] {
            assert!(whose(text), "{text}");
        }
    }

    #[test]
    fn periods_of_anybody_else() {
        for text in [
            "县残联7个工作日内发放残疾人证",
            "营业执照一般5个工作日办好",
            "学校在5个工作日内答复家长",
            "医院7个工作日内出具诊断证明",
            "县住建局接到欠薪举报后，7个工作日内约谈企业",
            "护照加急7个工作日可以取",
            "总工会收到申请后，7个工作日内答复",
            "包工头答应7个工作日内付清工钱",
            "居民身份证自受理之日起7个工作日内可以领取",
            "申请低保，乡镇在7个工作日内公示",
            "律师协会5个工作日内回复",
            "不动产登记一般5个工作日办结，不归我们管",
            "县文旅局自受理投诉之日起7个工作日内告知是否受理",
            "有关部门在7个工作日内处理投诉并告诉您",
            "法律援助中心督促公司7个工作日内答复",
            "老板说，7个工作日内给答复",
            "快递窗口负责人说，7个工作日就能答复",
            "居住证窗口的人说，7个工作日就有结果",
            "社区工作人员说，7个工作日就有结果",
            "公示期5个工作日",
            "现在公示5个工作日就有结果",
            "以前护照时间长，现在7个工作日就能拿到",
            "以前低保审批时间长，现在7个工作日就能答复",
            "房产证递上来，7个工作日就能拿到结果",
        ] {
            assert!(!whose(text), "{text}");
        }
    }
}
