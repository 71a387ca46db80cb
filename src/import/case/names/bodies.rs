//! Companies, works and shops in a write-up: a village knows the people by the body they worked for.
//! Courts, offices and the legal-aid centre itself are public, and stay.

use std::ops::Range;

use crate::domain::names::{companies, ending};

/// Ends of names that say more than what a body is, and what stays of them; of two that fit, the first.
const ENDS: &[(&str, &str)] = &[
    ("有限责任公司", "公司"),
    ("股份有限公司", "公司"),
    ("有限公司", "公司"),
    ("股份公司", "公司"),
    ("集团公司", "公司"),
    ("分公司", "公司"),
    ("专业合作社", "合作社"),
    ("加工厂", "加工厂"),
    ("砖厂", "砖厂"),
    ("饭店", "饭店"),
    ("酒店", "酒店"),
    ("家庭农场", "家庭农场"),
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

/// Names of bodies, each with what to write instead.
pub(super) fn offered(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    companies(text).into_iter().map(|place| {
        let with = plain(&text[place.clone()]);
        (place, with)
    })
}

/// 安徽青苗建筑劳务有限公司 → 某建筑劳务公司.
fn plain(name: &str) -> String {
    let known = ENDS.iter().find_map(|(end, kept)| Some((name.strip_suffix(end)?, *kept)));
    let (own, kept) = known.unwrap_or_else(|| {
        let end = ending(name);
        (&name[..name.len() - end.len()], end)
    });
    format!("某{}{kept}", trade(own))
}

/// The trade in a name: 安徽青苗建筑劳务 → 建筑劳务.
fn trade(own: &str) -> &str {
    TRADES.iter().filter_map(|trade| own.find(trade)).min().map_or("", |at| &own[at..])
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_stays_of_a_name() {
        for (name, kept) in [
            ("安徽青苗建筑劳务有限公司", "某建筑劳务公司"),
            ("定远县小满砖厂", "某砖厂"),
            ("小满门市部", "某门市部"),
            ("小满加油站", "某加油站"),
            ("小满KTV", "某KTV"),
            ("青苗养殖专业合作社", "某养殖合作社"),
            ("小满大酒店", "某酒店"),
        ] {
            assert_eq!(plain(name), kept);
        }
    }
}
