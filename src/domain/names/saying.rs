//! Words of a sentence before 公司, 学校 and the like that are no part of a name: what somebody does to a
//! body, and what links sentences. 律师主张公司支付, 如果学校不同意.

use std::sync::LazyLock;

use crate::base::look::lexicon::Lexicon;

/// Whether a word that stands right before the kind of a body ends with what a sentence says: the body
/// has no name then. 希望超市 and 育才小学 are names.
pub(crate) fn ends_with_saying(name: &str) -> bool {
    SAYING.longest_end(name).is_some_and(|length| length < name.len() || !NAMES.contains(&name))
}

static SAYING: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_last(&[DOES, LINKS]));

/// Words that names are made of as well.
const NAMES: &[&str] = &["希望", "支持", "信任", "配合"];

const DOES: &[&str] = &[
    "主张",
    "判令",
    "函告",
    "督促",
    "建议",
    "依据",
    "根据",
    "通知",
    "支持",
    "裁令",
    "送达",
    "约谈",
    "堵住",
    "质问",
    "提醒",
    "约定",
    "证明",
    "证实",
    "怀疑",
    "质疑",
    "希望",
    "协商",
    "责成",
    "责令",
    "认为",
    "请求",
    "申请",
    "代表",
    "追究",
    "追加",
    "驳回",
    "告知",
    "警告",
    "威胁",
    "指责",
    "指控",
    "举报",
    "控告",
    "反映",
    "询问",
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
    "催促",
    "敦促",
    "劝说",
    "迫使",
    "强制",
    "允许",
    "禁止",
    "限制",
    "配合",
    "信任",
    "委托",
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
    "查封",
    "查处",
    "处罚",
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
        for said in ["律师主张", "如果", "法院判令", "当时", "他希望"] {
            assert!(ends_with_saying(said), "{said}");
        }
        for name in ["希望", "宏达", "育才", "定远恒泰"] {
            assert!(!ends_with_saying(name), "{name}");
        }
    }
}
