//! What else the name of a body of trade ends with, where more must speak for a name than for one with
//! 公司 or 厂: 宏图驾校, 宏达纸业上班, 博爱医院误诊.

use super::beside::PARTIES_BEFORE;
use super::generic::TRADES;
use super::work::{deals, employs, works};
use crate::base::look::near::{han, last_chars};

/// Kinds of shops and works.
pub(super) const KINDS: &[&str] = &[
    "驾校",
    "煤矿",
    "矿山",
    "足浴城",
    "足浴店",
    "洗浴中心",
    "浴池",
    "浴场",
    "托管班",
    "托管中心",
    "批发部",
    "批发市场",
    "老年公寓",
    "敬老公寓",
    "购物广场",
    "购物中心",
    "财险",
    "影楼",
    "茶楼",
    "棋牌室",
    "台球室",
];

/// Trades that end a name where somebody works there, buys there, is owed something or sues: 鸿运物流拖欠他
/// 工资, 受雇于宏远装饰.
pub(super) const OWING: &[&str] = &[
    "纸业",
    "药业",
    "实业",
    "置业",
    "路桥",
    "酒业",
    "木业",
    "矿业",
    "乳业",
    "建安",
    "建工",
    "农资",
    "物流",
    "商贸",
    "装饰",
    "装潢",
    "运输",
    "快递",
    "快运",
    "物业",
    "家政",
    "传媒",
    "科技",
    "汽贸",
    "餐饮",
    "制衣",
    "服饰",
    "电子",
    "食品",
    "劳务",
    "货运",
    "速运",
    "速递",
    "建材",
    "服装",
    "机械",
    "家具",
    "门窗",
    "汽修",
    "汽配",
    "塑业",
    "鞋业",
    "五金",
    "园林",
    "化工",
    "医药",
    "家纺",
    "纺织",
    "家装",
    "路桥",
    "机电",
    "电气",
    "电器",
    "家电",
    "新材料",
    "能源",
    "光伏",
    "石材",
    "种业",
    "房产",
    "地产",
    "广告",
    "建材市场",
    "建材城",
    "家居城",
    "汽配城",
    "人力",
    "幼教",
    "砖窑",
    "砖瓦窑",
    "家具城",
    "项目部",
];

/// Houses that stand in many a text, and by their name where they are to blame.
pub(super) const BLAMED: &[&str] = &["医院", "门诊部"];

/// Whether what stands before and behind lets a name end so.
pub(super) fn speaks(name: &str, ending: &str, (before, after): (&str, &str)) -> bool {
    if OWING.contains(&ending) {
        return owing(name, ending, before, after);
    }
    if BLAMED.contains(&ending) {
        return blamed(name, after);
    }
    !KINDS.contains(&ending) || !name.starts_with(['他', '她', '我', '你', '有', '无', '没', '上'])
}

/// What ends the name of a place to work or to buy at, which pays nobody itself.
pub(super) const SITES: [&str; 6] = ["建材市场", "建材城", "家居城", "汽配城", "家具城", "项目部"];

/// Whether somebody works or buys there, is owed something or sues.
fn owing(name: &str, ending: &str, before: &str, after: &str) -> bool {
    const OWES: [&str; 19] = [
        "欠",
        "拖欠",
        "拒绝",
        "拒不",
        "辞退",
        "老板",
        "的老板",
        "没有给",
        "没给",
        "没有为",
        "没为",
        "未给",
        "未为",
        "未缴",
        "少缴",
        "停缴",
        "克扣",
        "解雇",
        "开除",
    ];
    let own = name.strip_suffix(ending).unwrap_or(name);
    let owes = || !SITES.contains(&ending) && OWES.iter().any(|owes| after.starts_with(owes));
    // 给邻居装饰做木工: a person, whose house it is.
    let person = PARTIES_BEFORE.longest_end(own) == Some(own.len());
    (2..=4).contains(&own.chars().count())
        && !person
        && !own.starts_with(['一', '这', '他', '她', '我', '几', '有', '第'])
        && !["外包", "对方", "同行", "专门", "正规", "自家"].contains(&own)
        && (owes() || works(before, after) || employs(before, after) || deals(before, after))
}

/// Whether a hospital of its own name is said to have done wrong; those of a place are everybody's.
fn blamed(name: &str, after: &str) -> bool {
    const PUBLIC: &[&str] = &[
        "人民", "中医", "妇", "总医", "大学", "附属", "省立", "市立", "中心", "第", "县", "市",
        "军", "区", "镇", "乡", "卫生", "三甲", "公立", "鉴定", "定点", "专科", "骨科", "口腔",
        "私立", "民营", "对方", "接诊", "涉事", "就诊",
    ];
    const WRONG: [&str; 8] =
        ["误诊", "漏诊", "误治", "拒绝", "拒不", "存在过错", "有过错", "手术失误"];
    WRONG.iter().any(|wrong| after.starts_with(wrong))
        && !PUBLIC.iter().any(|word| name.contains(word))
}

/// Where the name begins that a house is said to be called by: 一家名为小石头的烧烤店. `before` is what stands
/// before its trade and its kind.
pub(super) fn called(before: &str) -> Option<usize> {
    let name = before.strip_suffix('的')?;
    let near = last_chars(name, 9);
    let (at, word) = ["名为", "名叫", "叫做"]
        .iter()
        .filter_map(|word| near.rfind(word).map(|at| (at, *word)))
        .max()?;
    let own = &near[at + word.len()..];
    // 一种名为百草枯的农药 is no house.
    let house = name[..name.len() - own.len() - word.len()].ends_with(['家', '间', '个']);
    let named = house
        && (2..=6).contains(&own.chars().count())
        && own.chars().all(han)
        && !own.contains(['某', '的'])
        && PARTIES_BEFORE.longest_end(own) != Some(own.len());
    named.then_some(name.len() - own.len())
}

/// Characters of a trade between a quotation and the kind, at most.
const NEAR: usize = 12;

/// Whether quotation marks before a kind hold a name: “好又多”超市. “皮包”公司 has none.
pub(super) fn quoted(before: &str) -> Option<usize> {
    const FIGURATIVE: [&str; 12] = [
        "皮包",
        "空壳",
        "黑心",
        "网红",
        "夫妻",
        "三无",
        "山寨",
        "影子",
        "放心",
        "问题",
        "黑作坊",
        "一人",
    ];
    // Nearly every kind stands behind other words.
    if !last_chars(before, NEAR).contains('”') {
        return None;
    }
    // “老地方”饭店: a trade may stand between.
    let trade = || TRADES.iter().find_map(|trade| before.strip_suffix(trade)?.strip_suffix('”'));
    let inside = before.strip_suffix('”').or_else(trade)?;
    let open = inside.rfind('“')?;
    let name = &inside[open + '“'.len_utf8()..];
    let named = (2..=8).contains(&name.chars().count())
        && name.chars().all(han)
        && !name.contains('某')
        && !FIGURATIVE.contains(&name);
    named.then_some(open)
}

#[cfg(test)]
mod tests {
    use super::{called, quoted};

    #[test]
    fn houses_that_are_called_so() {
        assert_eq!(called("一家名为小石头的"), Some("一家名为".len()));
        for none in ["一家名为某某的", "一家小石头的", "一家名为石头", "一种名为百草枯的"]
        {
            assert_eq!(called(none), None, "{none}");
        }
    }

    #[test]
    fn what_must_speak_for_a_name() {
        let speaks =
            |name: &str, ending: &str, after: &str| super::speaks(name, ending, ("在", after));
        assert!(speaks("宏达纸业", "纸业", "上班") && !speaks("宏达纸业", "纸业", "发展很快"));
        assert!(speaks("博爱医院", "医院", "误诊") && !speaks("博爱医院", "医院", "住院"));
        assert!(!speaks("县人民医院", "医院", "误诊") && speaks("宏达公司", "公司", "的"));
        assert!(super::speaks("宏远装饰", "装饰", ("受雇于", "，")));
        assert!(!super::speaks("宏远装饰", "装饰", ("受雇于", "行业")));
        assert_eq!((quoted("在“好又多”"), quoted("“皮包”"), quoted("”")), (Some(3), None, None));
    }
}
