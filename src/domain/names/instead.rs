//! What is written instead of the name of a body of trade (C328, I623): the place where it is known, 某,
//! the trade and the kind. 安徽青苗建筑劳务有限公司 is 安徽某建筑劳务公司.
//!
//! A village knows people by the body they worked for, and a reader wants to know what kind of work it was.
//! What `check` tells to write is what `import case` offers.

use super::company::{ending, place, trade as last_trades};
use super::trade::{OWING, SITES};

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
    ("大酒店", "酒店"),
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

/// What to write instead of a name.
pub(crate) fn instead(full: &str) -> String {
    let name = of_branch(full);
    let known = ENDS.iter().find_map(|(end, kept)| Some((name.strip_suffix(end)?, *kept)));
    let (own, kept) = known.unwrap_or_else(|| {
        let end = ending(name);
        (&name[..name.len() - end.len()], end)
    });
    let bare = own.trim_matches(['“', '”', '（', '）', '(', ')']);
    let place = place(bare);
    let own = &bare[place.len()..];
    if kept.is_empty() {
        // 中建八局 has no ending of its own.
        return format!("{place}某建筑公司");
    }
    let firm = if OWING.contains(&kept) && !SITES.contains(&kept) { "公司" } else { "" };
    let trade = trade(own);
    // 某市场, not 某建材建材市场.
    let trade = if kept.starts_with(trade) { "" } else { trade };
    format!("{place}某{trade}{kept}{firm}")
}

/// A name without the branch behind it: 青禾财产保险股份有限公司滁州中心支公司.
fn of_branch(name: &str) -> &str {
    let end = name.find("公司").map(|at| at + "公司".len());
    end.filter(|end| name[*end..].ends_with("公司")).map_or(name, |end| &name[..end])
}

/// The trade in a name: 青苗建筑劳务 → 建筑劳务.
fn trade(own: &str) -> &str {
    let first = TRADES.iter().filter_map(|trade| own.find(trade)).min().map_or("", |at| &own[at..]);
    let last = last_trades(own);
    if last.len() > first.len() { last } else { first }
}

#[cfg(test)]
mod tests {
    use super::instead;

    #[test]
    fn what_stays_of_a_name() {
        for (name, kept) in [
            ("安徽青苗建筑劳务有限公司", "安徽某建筑劳务公司"),
            ("定远县小满砖厂", "定远县某砖厂"),
            ("小满门市部", "某门市部"),
            ("小满加油站", "某加油站"),
            ("小满KTV", "某KTV"),
            ("青苗养殖专业合作社", "某养殖合作社"),
            ("小满大酒店", "某酒店"),
            ("老渝州火锅店", "某火锅店"),
            ("滁州市青苗装饰工程有限公司", "滁州市某装饰工程公司"),
            ("青苗财产保险股份有限公司滁州中心支公司", "某财产保险公司"),
            ("青苗汽修厂", "某汽修厂"),
            ("青苗物流", "某物流公司"),
            ("青苗公司", "某公司"),
            ("定城镇小满烧烤店", "定城镇某烧烤店"),
            ("中建八局", "某建筑公司"),
            ("“小满”超市", "某超市"),
            ("青苗家园项目部", "某项目部"),
        ] {
            assert_eq!(instead(name), kept);
        }
    }
}
