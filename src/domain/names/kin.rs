//! Names behind words for one of a family or of a trade and behind 叫: 大儿子高峰不肯来, 领班赵小梅, 女儿叫方舟.
//!
//! Of one's own family people are told of by name, so a word that people are called is a name there where what
//! follows is done by a person. How somebody is (女儿文静, 父亲安然) stands in the same place and stays.

use super::beside::PARTIES_BEHIND;
use super::told::works;
use crate::base::look::near::han;

/// What people are at work and in a family, with no office: their names stand behind.
pub(super) const CALLINGS: &[&str] = &[
    "领班",
    "带班",
    "监工",
    "领工",
    "库管",
    "出纳",
    "学徒",
    "徒弟",
    "师父",
    "师兄",
    "师弟",
    "师姐",
    "师妹",
    "门卫",
    "搬运工",
    "装卸工",
    "理货员",
    "机修工",
    "维修工",
    "操作工",
    "技术员",
    "安全员",
    "材料员",
    "施工员",
    "资料员",
    "质检员",
    "统计员",
    "仓管员",
    "司磅员",
    "饲养员",
    "押运员",
    "油漆工",
    "泥瓦工",
    "架子工",
    "铲车工",
    "司炉工",
    "缝纫工",
    "裁缝",
    "船主",
    "塘主",
    "矿主",
    "窑主",
    "场主",
    "厂主",
    "房主",
    "亲家",
    "老伴",
    "姐夫",
    "妹夫",
    "弟妹",
    "小叔子",
    "小姑子",
    "小舅子",
    "大舅哥",
    "连襟",
    "妯娌",
    "堂叔",
    "表叔",
    "表姑",
    "姑妈",
    "姨夫",
    "舅母",
    "遗孀",
    "同伙",
    "同案犯",
    "老兵",
    "车夫",
    "更夫",
    "看门人",
    "担保户",
];

/// Those of a family.
const KIN: &[&str] = &[
    "儿子",
    "女儿",
    "孩子",
    "丈夫",
    "妻子",
    "前夫",
    "前妻",
    "爱人",
    "老伴",
    "父亲",
    "母亲",
    "弟弟",
    "哥哥",
    "姐姐",
    "妹妹",
    "长子",
    "次子",
    "长女",
    "次女",
    "独子",
    "独女",
    "养子",
    "养女",
    "继子",
    "继女",
    "孙子",
    "孙女",
    "外孙",
    "外甥",
    "侄子",
    "侄女",
    "侄儿",
    "女婿",
    "儿媳",
    "表弟",
    "表哥",
    "堂弟",
    "堂哥",
    "姑娘",
    "男孩",
    "女孩",
    "丫头",
    "小伙",
    "小伙子",
    "娃娃",
    "男娃",
    "女娃",
    "徒弟",
];

/// How people are, in words that they are called as well.
const QUALITIES: &[&str] = &[
    "文静", "文雅", "文明", "温文", "温煦", "温良", "温雅", "温顺", "温馨", "安然", "安祥", "安康",
    "安宁", "安逸", "安顺", "安全", "和善", "和悦", "和煦", "康健", "康宁", "方正", "周正", "周全",
    "冷清", "冷艳", "高大", "高寿", "乐天", "黎明", "盛夏", "季冬", "季春", "余生", "关键", "高原",
];

/// Whether a word that people are called stands behind one of a family and does something.
pub(super) fn of_family(name: &[char], before: &str, after: &str) -> bool {
    const DOES: &[&str] = &[
        "干脆",
        "不肯",
        "不愿",
        "不接",
        "不同意",
        "不认",
        "不给",
        "不管",
        "拒绝",
        "拒不",
        "没有",
        "名下",
        "打来",
        "打电话",
        "表示",
        "同意",
        "签",
        "替",
        "代",
        "把",
        "被",
        "借",
        "住在",
        "说",
        "称",
        "辩称",
        "到庭",
        "出庭",
        "拿着",
        "拿走",
        "去了",
        "来了",
        "每月",
        "每年",
        "从不",
        "从没",
        "常年",
        "却",
        "因",
        "欠",
        "诉",
        "与",
        "涉嫌",
        "承认",
        "否认",
        "病故",
        "病逝",
        "去世",
    ];
    let is = |word: &&str| word.chars().eq(name.iter().copied());
    KIN.iter().any(|kin| before.ends_with(kin))
        && (DOES.iter().any(|does| after.starts_with(does)) || works(after))
        && !QUALITIES.iter().any(is)
}

/// Whether a child or one of a family is said to be called so: 那个孩子叫成功，也才六岁; of anybody else it is said
/// with 名叫. The name ends there, whatever word it is, but for one of the family: 孩子叫孙子.
pub(super) fn called_so(name: &[char], before: &str, after: &str) -> bool {
    // Nearly no place stands behind 叫.
    let open = before.trim_end_matches(['“', '‘', '「']);
    let Some(who) = open.strip_suffix('叫') else { return false };
    let closed = after.chars().next().is_none_or(|c| !han(c) && c != '《');
    let of_family = || KIN.iter().any(|kin| who.ends_with(kin));
    let person =
        || who.strip_suffix('名').is_some_and(|who| who.ends_with(['人', '子', '女', '男']));
    let called: String = name.iter().collect();
    closed && (of_family() || person()) && !PARTIES_BEHIND.begins(&called)
}

/// Whether one of a family is said to be called by what follows: 女儿叫.
pub(super) fn calls(before: &str) -> bool {
    before.strip_suffix('叫').is_some_and(|who| KIN.iter().any(|kin| who.ends_with(kin)))
}

#[cfg(test)]
mod tests {
    use super::{called_so, calls, of_family};

    #[test]
    fn one_of_a_family_does_something() {
        let name = ['方', '舟'];
        for (before, after) in
            [("二儿子", "干脆不接"), ("她的弟弟", "名下"), ("丈夫", "在县城打工"), ("女婿", "拒绝")]
        {
            assert!(of_family(&name, before, after), "{before}_{after}");
        }
        for (before, after) in
            [("儿子", "，"), ("老板", "干脆不接"), ("妹妹", "的"), ("女儿", "很")]
        {
            assert!(!of_family(&name, before, after), "{before}_{after}");
        }
        assert!(!of_family(&['文', '静'], "女儿", "不肯"));
    }

    #[test]
    fn what_somebody_is_called() {
        assert!(called_so(&['成', '才'], "他的女儿叫", "，六岁"));
        assert!(called_so(&['方', '舟'], "开车的人名叫“", "”"));
        assert!(
            !called_so(&['方', '舟'], "平台名叫", "，")
                && !called_so(&['方', '舟'], "大家叫", "，")
        );
        assert!(
            !called_so(&['孙', '子'], "孩子叫", "，")
                && !called_so(&['安', '静'], "孩子叫", "一点")
        );
        assert!(calls("她女儿叫") && !calls("老板叫") && !calls("女儿"));
    }
}
