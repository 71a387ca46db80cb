//! Papers nobody need bring any more (C315): whether a sentence sends somebody for a stamp, whether another
//! body asks for it, and whether it says to refuse who asks for one.

use std::ops::Range;

use super::Place;
use super::terms::About;

fn any(words: &[&str], text: &str) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Whether legal aid is what the paper at `at` is wanted for.
pub(super) fn wanted(sentence: &str, at: &Range<usize>, about: About, place: Place) -> bool {
    let sent = || sent_to_the_village(sentence);
    let asked = match about {
        About::Stamped => stamped(sentence),
        About::Proving => sent() || said_by_the_village(sentence, at),
        About::Need => {
            let behind: String = sentence[at.end..].chars().take(8).collect();
            any(&["困难", "贫困"], &behind) && sent()
        }
        About::Form => stamped_form(sentence, at, place),
        _ => true,
    };
    asked && !for_another(sentence, at)
}

/// 法院要看经济困难证明, 孩子助学金要困难证明: what another body asks for is not ours to abolish.
fn for_another(sentence: &str, at: &Range<usize>) -> bool {
    const ENDS: [&str; 17] = [
        "诉讼费",
        "仲裁费",
        "助学",
        "学费",
        "奖学金",
        "贷款",
        "慈善",
        "红十字",
        "申请低保",
        "办低保",
        "公租房",
        "廉租房",
        "救助金",
        "临时救助",
        "医疗救助",
        "大病",
        "捐助",
    ];
    const ASK: [&str; 4] = ["法院", "学校", "银行", "医院"];
    const OURS: [&str; 5] = ["法律援助", "援助中心", "申请援助", "派律师", "请律师"];
    let before = &sentence[..at.start];
    let clause = before.rsplit(['，', '：']).next().unwrap_or(before);
    (any(&ENDS, sentence) || any(&ASK, clause)) && !any(&OURS, sentence)
}

/// Whether a sentence sends somebody for a stamp.
fn stamped(sentence: &str) -> bool {
    any(&["盖章", "公章", "盖上章", "村委会", "居委会", "街道"], sentence)
}

const VILLAGE: [&str; 8] =
    ["村委会", "居委会", "村民委员会", "居民委员会", "村里", "街道", "社区", "乡镇"];
const STAMP: [&str; 6] = ["盖章", "盖了章", "盖上章", "盖个章", "盖好章", "公章"];

/// 村委会盖章证明家里困难, 居委会盖了章的收入证明: the village's stamp under somebody's need. The stamp of
/// an employer under a wage is evidence of it.
fn sent_to_the_village(sentence: &str) -> bool {
    let need = ["困难", "收入", "家庭", "贫困"];
    any(&VILLAGE, sentence) && any(&STAMP, sentence) && any(&need, sentence)
}

/// 由居委会证明家庭经济困难: with or without a stamp.
fn said_by_the_village(sentence: &str, at: &Range<usize>) -> bool {
    let before = &sentence[..at.start];
    sentence[at.clone()].contains("困难") && VILLAGE.iter().any(|word| before.ends_with(word))
}

/// 经济困难申报表须由村委会盖章; on the page of a channel 民政部门签署意见并盖章 too, whatever form it is.
fn stamped_form(sentence: &str, at: &Range<usize>, place: Place) -> bool {
    const OTHER: [&str; 6] = ["低保", "残疾", "单位", "公司", "学校", "医院"];
    let village = any(&VILLAGE, sentence) || sentence.contains("民政");
    let opinion = sentence[at.clone()].ends_with("意见");
    let before: String = sentence[..at.start].chars().rev().take(10).collect();
    let need = any(&["难困", "况状济经", "困贫"], &before);
    let form = if opinion { place == Place::Channel } else { need };
    form && village && any(&STAMP, sentence) && !any(&OTHER, sentence)
}

/// Whether who asks for the paper at `at` is to be refused (…让您开证明，都可以投诉), a pledge does instead
/// (现在一张承诺书就够了, 承诺书代替了困难证明), or the `next` sentence answers that it is not needed.
pub(super) fn refused(sentence: &str, at: &Range<usize>, next: &str) -> bool {
    let (before, after) = (&sentence[..at.start], &sentence[at.end..]);
    let asked =
        ["让您", "让你", "要您", "要你", "叫您", "叫你", "任何人", "谁", "说要", "有人", "要求您"];
    let reported = ["投诉", "举报", "不用理", "别理", "不要理", "拒绝", "违规"];
    // 谁让您开困难证明，请打12348: who that may be is for the call to tell.
    let anybody = ["谁", "任何人", "有人", "哪个"];
    let called = ["请打", "拨打", "打电话", "打12348", "告诉我们", "告诉本中心"];
    let instead = ["就够", "就行", "就可以", "即可", "代替", "就成"];
    let now = ["现在", "如今", "目前"];
    let pledged = after.contains("承诺") && any(&instead, after) && any(&now, after);
    let called_for = any(&["请", "须", "带上", "提交", "应当"], before);
    any(&asked, before) && any(&reported, after)
        || any(&anybody, before) && any(&called, after)
        || pledged && !called_for
        || replaced(before)
        || after.contains('？') && answered_no(next)
}

/// 承诺书代替了过去的困难证明: what takes a paper's place is named before it.
fn replaced(before: &str) -> bool {
    let words = ["过去的", "原来的", "以前的", "盖章的", "各种", "了", "《", "“"];
    let mut before = before;
    while let Some(rest) = words.iter().find_map(|word| before.strip_suffix(word)) {
        before = rest;
    }
    ["代替", "取代", "替代", "顶替", "换掉"].iter().any(|word| before.ends_with(word))
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
