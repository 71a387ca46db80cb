//! Papers about a paper: 身份证领取凭证, 营业执照遗失补领申请表. Each is a thing of its own, and who lost the
//! receipt still has the licence.

use crate::import::notices::words::longest;

/// What is done with a paper.
const DONE: &[&str] = &[
    "领取", "暂扣", "扣留", "登记", "受理", "备案", "遗失", "补领", "补办", "换领", "换证", "换发",
    "挂失", "申请", "申领", "考试", "合格", "年检", "年审", "查询", "注销", "变更", "办理", "审核",
    "移交", "签收", "交接", "预约", "送达", "发放", "收件", "领证", "取证", "审批", "办证", "刻制",
    "缴销", "补证", "收缴", "扣押", "业务", "信息",
];

/// What is written of it.
const WRITTEN: &[&str] = &[
    "凭证",
    "凭单",
    "单",
    "回执",
    "回执单",
    "表",
    "申请表",
    "申请书",
    "证明",
    "证明书",
    "证明信",
    "通知书",
    "通知单",
    "告知书",
    "决定书",
    "承诺书",
    "委托书",
    "介绍信",
    "附图",
    "收条",
    "回单",
    "清单",
    "存根",
];

/// Those of them that need no word between.
const DIRECT: &[&str] = &["附图", "回执", "回执单", "申请表", "申请书", "证明信", "介绍信"];

/// How many characters behind the name of a paper make it the name of a paper about it.
pub(super) fn about(chars: &[char]) -> usize {
    let mut at = 0;
    while let Some(word) = longest(DONE, &chars[at..]).filter(|_| at < 10) {
        at += word;
    }
    let ends = if at == 0 { DIRECT } else { WRITTEN };
    let end = longest(ends, &chars[at..]).map_or(0, |end| at + end);
    // 公章遗失单位：… is the label of a field, and 登记表明 a verb.
    let word = matches!(
        (end.checked_sub(1).map(|last| chars[last]), chars.get(end)),
        (Some('单'), Some('位')) | (Some('表'), Some('明' | '示'))
    );
    if word { 0 } else { end }
}
