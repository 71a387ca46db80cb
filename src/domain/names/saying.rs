//! Words of a sentence before 公司, 学校 and the like that are no part of a name: what somebody does to a
//! body, and what links sentences. 律师主张公司支付, 如果学校不同意.

use std::sync::LazyLock;

use crate::base::look::lexicon::Lexicon;

/// Whether a word that stands right before the kind of a body ends with what a sentence says: the body
/// has no name then. 希望超市 and 育才小学 are names.
pub(crate) fn ends_with_saying(name: &str) -> bool {
    SAYING.longest_end(name).is_some_and(|length| length < name.len() || !NAMES.contains(&name))
}

static SAYING: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_last(&[ORDERS, DOES, LINKS]));

/// Words that names are made of as well.
const NAMES: &[&str] = &["希望", "支持", "信任", "配合"];

/// What offices and parties do to a body of trade, none of it part of a name.
pub(super) const ORDERS: &[&str] = &[
    "聘请", "续聘", "选聘", "更换", "解聘", "放弃", "认可", "裁定", "通知", "判令", "告知", "函告",
    "督促", "主张", "裁令", "约谈", "质问", "提醒", "责成", "责令", "请求", "追加", "追究", "驳回",
    "警告", "举报", "控告", "询问", "催促", "敦促", "劝说", "迫使", "查封", "查处", "处罚", "命令",
    "勒令", "判处", "判定", "准许", "允许", "传唤", "冻结", "扣划", "执行", "批评", "说服", "劝导",
    "协调", "引导", "发函", "质疑", "敦请", "恳请", "建议", "委托", "指派",
];

const DOES: &[&str] = &[
    "发现",
    "知道",
    "得知",
    "发觉",
    "晓得",
    "明白",
    "看出",
    "听说",
    "据说",
    "觉得",
    "以为",
    "感到",
    "相信",
    "担心",
    "害怕",
    "感谢",
    "回忆",
    "埋怨",
    "抱怨",
    "责怪",
    "依据",
    "根据",
    "支持",
    "送达",
    "堵住",
    "约定",
    "证明",
    "证实",
    "怀疑",
    "希望",
    "协商",
    "认为",
    "申请",
    "代表",
    "威胁",
    "指责",
    "指控",
    "反映",
    "核实",
    "查明",
    "表明",
    "说明",
    "声称",
    "辩称",
    "承认",
    "否认",
    "确认",
    "主动",
    "监督",
    "强制",
    "禁止",
    "限制",
    "配合",
    "信任",
    "授权",
    "指定",
    "选择",
    "避免",
    "防止",
    "保证",
    "确保",
    "帮助",
    "协助",
    "指导",
    "走访",
    "参观",
    "检查",
    "整治",
    "取缔",
    "到达",
    "赶到",
    "抵达",
    "走进",
    "分别",
    "共同",
    "联合",
    "有关",
    "相关",
    "涉事",
    "涉案",
    "肇事",
    "原用人",
    "家长",
    "父母",
];

const LINKS: &[&str] = &[
    "届时",
    "到时",
    "那时",
    "这时",
    "平时",
    "有时",
    "庭时",
    "结果",
    "一直",
    "至今",
    "谁知",
    "哪知",
    "没想",
    "原来",
    "年底",
    "年初",
    "月底",
    "月初",
    "今年",
    "去年",
    "前年",
    "当天",
    "当晚",
    "次日",
    "第二天",
    "每年",
    "每月",
    "每天",
    "多年",
    "多年来",
    "到头来",
    "头来",
    "事后",
    "如果",
    "虽然",
    "既然",
    "只要",
    "只有",
    "倘若",
    "假如",
    "若是",
    "尽管",
    "无论",
    "不管",
    "同时",
    "当时",
    "最终",
    "最后",
    "后来",
    "随后",
    "为此",
    "对此",
    "经查",
    "庭审",
    "庭审中",
    "审理中",
    "诉讼中",
    "仲裁中",
    "调解中",
    "执行中",
    "其间",
    "期间",
    "当年",
    "此前",
    "之前",
    "之后",
    "目前",
    "现在",
    "但是",
    "而且",
    "并且",
    "所以",
    "因此",
    "于是",
    "可是",
    "不料",
    "直到",
    "由于",
    "因为",
    "甚至",
    "包括",
    "其他",
    "另外",
    "部分",
    "所有",
    "任何",
    "哪些",
];

#[cfg(test)]
mod tests {
    use super::ends_with_saying;

    #[test]
    fn what_a_sentence_says_is_no_name() {
        for said in
            ["律师主张", "如果", "法院判令", "当时", "他希望", "法院裁定", "年底才知道", "结果"]
        {
            assert!(ends_with_saying(said), "{said}");
        }
        for name in ["希望", "宏达", "育才", "定远恒泰"] {
            assert!(!ends_with_saying(name), "{name}");
        }
    }
}
