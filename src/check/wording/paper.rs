//! Papers nobody need bring any more (C315): whether a sentence sends somebody for a stamp, and whether
//! it says to refuse who asks for one.

use std::ops::Range;

fn any(words: &[&str], text: &str) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Whether a sentence sends somebody for a stamp.
pub(super) fn stamped(sentence: &str) -> bool {
    any(&["盖章", "公章", "盖上章", "村委会", "居委会", "街道"], sentence)
}

/// 村委会盖章证明家里困难, 居委会盖了章的收入证明: the village's stamp under somebody's need. The stamp of
/// an employer under a wage is evidence of it.
pub(super) fn sent_to_the_village(sentence: &str) -> bool {
    let village = ["村委会", "居委会", "村民委员会", "居民委员会", "村里", "街道", "社区", "乡镇"];
    let stamp = ["盖章", "盖了章", "盖上章", "盖个章", "盖好章", "公章"];
    let need = ["困难", "收入", "家庭", "贫困"];
    any(&village, sentence) && any(&stamp, sentence) && any(&need, sentence)
}

/// Whether who asks for the paper at `at` is to be refused (…让您开证明，都可以投诉), a pledge does instead
/// (现在一张承诺书就够了), or the `next` sentence answers that it is not needed.
pub(super) fn refused(sentence: &str, at: &Range<usize>, next: &str) -> bool {
    let (before, after) = (&sentence[..at.start], &sentence[at.end..]);
    let asked =
        ["让您", "让你", "要您", "要你", "叫您", "叫你", "任何人", "谁", "说要", "有人", "要求您"];
    let reported = ["投诉", "举报", "不用理", "别理", "不要理", "拒绝", "违规"];
    let instead = ["就够", "就行", "就可以", "即可", "代替", "就成"];
    let now = ["现在", "如今", "目前"];
    let pledged = after.contains("承诺") && any(&instead, after) && any(&now, after);
    let called_for = any(&["请", "须", "带上", "提交", "应当"], before);
    any(&asked, before) && any(&reported, after)
        || pledged && !called_for
        || after.contains('？') && answered_no(next)
}

/// 答：不用开。
fn answered_no(next: &str) -> bool {
    let answer = next.trim_start();
    let answer =
        answer.strip_prefix('答').map_or(answer, |rest| rest.trim_start_matches(['：', ':']));
    ["不用", "不需要", "不要", "不必", "无需", "没有必要"]
        .iter()
        .any(|no| answer.trim_start().starts_with(no))
}
