//! What is declared void although nobody lost it, and what only tells others what to do: a contract that
//! has come to its end, the powers of somebody dismissed, a court's call for claims, advice to readers.

use crate::import::notices::words::{LOSS, VOID, any};

/// Whether a text that reads like a notice tells no loss: `told` where the head of the list has told it.
pub(in crate::import::notices) fn not_lost(text: &str, told: bool) -> bool {
    of_court(text) || advises(text) || reports(text) || (!told && ended(text))
}

/// Whether a text says why a thing is void, and it was not lost: what two have signed and one gives up,
/// what somebody who left still holds, what was forged or taken back. A seal that is worn out or replaced
/// is declared void by its owner as a lost one is, and is not meant.
fn ended(text: &str) -> bool {
    const CAUSES: &[&str] = &[
        "签订的",
        "签署的",
        "订立的",
        "所签",
        "签的",
        "吊销",
        "撤销",
        "收缴",
        "没收",
        "收回",
        "拿走",
        "带走",
        "不还",
        "扣留",
        "解除",
        "终止",
        "违约",
        "毁约",
        "到期",
        "期满",
        "届满",
        "逾期付款",
        "未付款",
        "未履行",
        "拒不",
        "拒绝交",
        "未交回",
        "未交还",
        "未归还",
        "不再担任",
        "不再任职",
        "任职",
        "离职",
        "离岗",
        "辞职",
        "辞退",
        "解聘",
        "解雇",
        "开除",
        "旷工",
        "填写错误",
        "开具错误",
        "填错",
        "写错",
        "开错",
        "错开",
        "误开",
        "有误",
        "重复开具",
        "印制错误",
        "还清",
        "结清",
        "付清",
        "清偿",
        "伪造",
        "假冒",
        "私刻",
        "擅自",
    ];
    !any(LOSS, text) && any(CAUSES, &without_papers(text))
}

/// A text without the names of papers that say a cause themselves: 解除劳动合同证明书.
fn without_papers(text: &str) -> String {
    const PAPERS: [&str; 7] = [
        "解除劳动合同",
        "终止劳动合同",
        "解除劳动关系",
        "终止劳动关系",
        "任职资格",
        "离职证明",
        "辞职证明",
    ];
    PAPERS.iter().fold(text.to_owned(), |text, paper| text.replace(paper, ""))
}

/// Whether a court speaks: it calls for claims on what an applicant has lost, and has lost nothing itself.
fn of_court(text: &str) -> bool {
    // 本院 is a hospital too.
    const COURT: &[&str] =
        &["向本院", "本院受理", "本院决定", "本院于", "本院依法", "本院判决", "判决宣告", "宣告该"];
    let asked = text.contains("申请公示催告") && !any(VOID, text);
    asked || any(&["公示催告", "除权判决", "申报权利"], text) && any(COURT, text)
}

/// Whether a text asks, or tells whoever may once lose a thing what he has to do: 执照丢了怎么补？,
/// 结婚证遗失的，可凭身份证申请补领. A notice does neither.
fn advises(text: &str) -> bool {
    const ASKS: &[&str] = &["怎么办", "怎么补", "如何补", "如何办", "吗?", "么?", "呢?", "问:"];
    const TELLS: &[&str] = &[
        "须先",
        "应先",
        "需先",
        "必须先",
        "无需登报",
        "无须登报",
        "不必登报",
        "不用登报",
        "不需要登报",
        "即可补领",
        "即可补办",
        "方可补",
    ];
    // 遗失的，… 遗失后，应…: a loss that is supposed, and not told.
    let supposed =
        |word: &str| text.match_indices(word).any(|(at, _)| supposes(&text[at + word.len()..]));
    any(ASKS, text) || any(TELLS, text) || LOSS.iter().any(|word| supposed(word))
}

/// Whether a sentence goes on behind a loss with what is to be done: 的,应…; 后,可…. 后,当即报案 and
/// 的,声明作废 tell what was done.
fn supposes(after: &str) -> bool {
    const DUTIES: [char; 7] = ['应', '可', '须', '需', '必', '要', '先'];
    if let Some(next) = after.strip_prefix("的,") {
        let clause = next.split([',', ';', '。']).next().unwrap_or_default();
        return clause.contains(['应', '可', '须', '需', '必', '凭']);
    }
    let Some(next) = after.strip_prefix('后') else { return false };
    let next = next.trim_start_matches(',');
    let called = next.strip_prefix('请');
    let finder = called.is_some_and(|rest| rest.starts_with(['拾', '捡', '知', '见']));
    next.starts_with(DUTIES)
        || (called.is_some() && !finder)
        || ["无需", "无须", "不必", "不用"].iter().any(|word| next.starts_with(word))
}

/// Whether somebody's words are told: 门卫说，公章丢失了; 银行提示：存单被盗，请速挂失. 名称： and 职称 are words of
/// notices.
fn reports(text: &str) -> bool {
    const VERBS: &[&str] = &[
        "说", "称", "表示", "认为", "介绍", "透露", "回忆", "留言", "答复", "通报", "提示", "提醒",
    ];
    const NOUNS: &[char] = &['名', '职', '简', '全', '别', '统', '自', '此'];
    VERBS.iter().any(|verb| {
        text.match_indices(verb).any(|(at, _)| {
            let marked = text[at + verb.len()..].starts_with([',', ':']);
            let before = &text[..at];
            // 单位名称： is no speech, and 特此提醒 no quotation.
            let noun = *verb == "称" && before.ends_with(NOUNS);
            marked && at > 0 && !noun && !before.ends_with("特此") && !before.ends_with("温馨")
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{advises, ended, of_court, reports};

    #[test]
    fn what_was_not_lost() {
        assert!(ended("我社与某公司签订的合同因对方逾期付款,自登报之日起作废"));
        assert!(ended("原业务员已离职,所持介绍信作废"));
        assert!(!ended("遗失与某公司签订的合同一份,声明作废"));
        assert!(!ended("原公章因磨损停止使用,声明作废"));
        assert!(of_court("申请人因汇票丢失向本院申请公示催告"));
        assert!(!of_court("遗失汇票一张,已向法院申请公示催告,声明作废"));
        assert!(!of_court("本院遗失银行承兑汇票一张,已申请公示催告,声明作废"));
        assert!(!ended("柳青苗解除劳动合同证明书一份,声明作废"));
    }

    #[test]
    fn words_of_others() {
        assert!(reports("门卫老周说,公章丢失了") && reports("银行提示:存单被盗"));
        assert!(reports("负责人说,公章丢失了") && reports("当事人称,证件被盗"));
        assert!(!reports("单位名称:某厂,遗失公章") && !reports("遗失职称,声明作废"));
        assert!(!reports("声明作废,特此提醒,"));
    }

    #[test]
    fn advice_and_questions() {
        for text in ["登记证书丢了怎么补?", "结婚证遗失的,双方可申请补领", "存折丢失后,应立即挂失"]
        {
            assert!(advises(text), "{text}");
        }
        for text in [
            "遗失的公章声明作废",
            "柳青苗遗失毕业证书,声明作废",
            "丢失后已报案",
            "不慎遗失后无法找回,现声明作废",
            "被盗后,当即报案,声明作废",
            "丢失后,请拾到者联系",
            "公章系搬迁中遗失的,声明作废",
        ] {
            assert!(!advises(text), "{text}");
        }
    }
}
