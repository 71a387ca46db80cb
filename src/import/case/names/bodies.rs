//! Companies, works and shops in a write-up: a village knows the people by the body they worked for.
//! Courts, offices and the legal-aid centre itself are public, and stay.

/// Ends of names, and what stays of them.
const ENDS: &[(&str, &str)] = &[
    ("有限责任公司", "公司"),
    ("股份有限公司", "公司"),
    ("有限公司", "公司"),
    ("集团公司", "公司"),
    ("分公司", "公司"),
    ("专业合作社", "合作社"),
    ("合作社", "合作社"),
    ("加工厂", "加工厂"),
    ("砖厂", "砖厂"),
    ("服装厂", "服装厂"),
    ("工程队", "工程队"),
    ("经营部", "经营部"),
    ("商行", "商行"),
    ("超市", "超市"),
    ("饭店", "饭店"),
    ("酒店", "酒店"),
    ("宾馆", "宾馆"),
    ("养殖场", "养殖场"),
    ("家庭农场", "家庭农场"),
    ("幼儿园", "幼儿园"),
];

/// Trades that a name keeps; the first that stands in it and all behind it.
const TRADES: &[&str] = &[
    "建筑",
    "建设",
    "建材",
    "劳务",
    "装饰",
    "装修",
    "市政",
    "园林",
    "工程",
    "置业",
    "房地产",
    "物业",
    "运输",
    "物流",
    "快递",
    "汽车",
    "餐饮",
    "食品",
    "服饰",
    "服装",
    "鞋业",
    "纺织",
    "电子",
    "机械",
    "机电",
    "电器",
    "化工",
    "塑料",
    "包装",
    "印刷",
    "家具",
    "木业",
    "矿业",
    "商贸",
    "贸易",
    "科技",
    "网络",
    "文化",
    "传媒",
    "教育",
    "医药",
    "保安",
    "保洁",
    "家政",
    "人力资源",
    "保险",
    "农业",
    "种植",
    "养殖",
    "粮油",
    "旅游",
    "能源",
    "环保",
    "材料",
    "制造",
    "投资",
    "财产",
];

/// Characters that end the way back from a name's end: marks, and words before a name.
const BEFORE: &str =
    "，。、；：“”‘’《》！？ \n\t,.;:\"'·在与和向到由被将对给从是系入往该某及于告为";

/// Words that may stand right before a name.
const LEADS: &[&str] = &[
    "用人单位",
    "单位",
    "申请人",
    "第三人",
    "受雇于",
    "就职于",
    "公司",
    "所属",
    "承包",
    "起诉",
    "要求",
    "投诉",
];

/// A name is no longer than this.
const LONGEST: usize = 24;

/// Names of bodies, each with where it stands and what to write instead.
pub(super) fn offered(text: &str) -> Vec<(usize, String, String)> {
    let mut out = Vec::new();
    for (end, kept) in ENDS {
        for (at, _) in text.match_indices(end) {
            if let Some(name) = name(text, at, end) {
                let with = format!("某{}{kept}", trade(&name[..name.len() - end.len()]));
                out.push((at + end.len(), name, with));
            }
        }
    }
    // 养殖专业合作社 ends with 合作社 too: one place is one name.
    out.sort_by_key(|(end, name, _)| (*end, std::cmp::Reverse(name.len())));
    out.dedup_by_key(|(end, ..)| *end);
    let begins = |end: usize, name: &str| end - name.len();
    out.into_iter().map(|(end, name, with)| (begins(end, name), name.to_owned(), with)).collect()
}

/// The name that ends with `end` at `at`; none where it is anonymous or has no name of its own.
fn name<'t>(text: &'t str, at: usize, end: &str) -> Option<&'t str> {
    let before = &text[..at];
    let mut from = at;
    for (taken, (start, c)) in before.char_indices().rev().enumerate() {
        if taken == LONGEST {
            return None;
        }
        if BEFORE.contains(c) {
            if c == '某' {
                return None;
            }
            break;
        }
        from = start;
    }
    let mut own = &before[from..];
    while let Some(rest) = LEADS.iter().find_map(|lead| own.strip_prefix(lead)) {
        own = rest;
    }
    let solid = own.chars().count();
    (solid >= 2 && !own.contains('某')).then(|| &text[at - own.len()..at + end.len()])
}

/// The trade in a name: 安徽青苗建筑劳务 → 建筑劳务.
fn trade(own: &str) -> &str {
    TRADES.iter().filter_map(|trade| own.find(trade)).min().map_or("", |at| &own[at..])
}
