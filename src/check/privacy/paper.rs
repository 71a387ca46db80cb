//! What to write instead of the number of a case (C326): the kind of paper it is on.

use std::ops::Range;

use crate::base::look::near::{first_chars, last_chars, sentence_after, sentence_before};
use crate::base::text::Text;
use crate::say;

/// Papers as the words right behind a number, or right before it, call them, and what to write; of two
/// that fit, the first.
const CALLED: &[(&str, &str, &str)] = &[
    ("不起诉", "检察院的不起诉决定", "the prosecutor's decision not to charge"),
    ("起诉书", "检察院的起诉书", "the prosecutor's charge"),
    ("事故认定", "交警的事故认定书", "the police's report on the accident"),
    ("事故责任认定", "交警的事故认定书", "the police's report on the accident"),
    ("事故证明", "交警的事故证明", "the police's report on the accident"),
    ("工伤认定", "工伤认定决定", "the decision on the injury at work"),
    ("认定工伤", "工伤认定决定", "the decision on the injury at work"),
    ("复议", "行政复议决定", "the decision on review"),
    ("处罚", "公安机关的处罚决定", "the police's decision"),
    ("鉴定", "鉴定意见", "the expert's opinion"),
    ("公证", "公证书", "the notary's deed"),
    ("给予援助", "法律援助决定", "the decision to give legal aid"),
    ("援助决定", "法律援助决定", "the decision to give legal aid"),
    ("裁决", "仲裁裁决", "the award"),
    ("裁定", "法院裁定", "the court's order"),
    ("调解书", "调解书", "the settlement"),
    ("判决", "法院判决", "the court's judgment"),
    ("立案", "公安机关立案", "the police opened a case"),
];

/// What the numbers of papers have in them where no words call them.
const SIGNS: &[(&str, &str, &str)] = &[
    ("不诉", "检察院的不起诉决定", "the prosecutor's decision not to charge"),
    ("刑诉", "检察院的起诉书", "the prosecutor's charge"),
    ("交认", "交警的事故认定书", "the police's report on the accident"),
    ("伤认", "工伤认定决定", "the decision on the injury at work"),
    ("工认", "工伤认定决定", "the decision on the injury at work"),
    ("复决", "行政复议决定", "the decision on review"),
    ("罚", "公安机关的处罚决定", "the police's decision"),
    ("立字", "公安机关立案", "the police opened a case"),
    ("鉴", "鉴定意见", "the expert's opinion"),
    ("公证", "公证书", "the notary's deed"),
    ("援", "法律援助决定", "the decision to give legal aid"),
    ("仲", "仲裁裁决", "the award"),
    ("执", "法院执行", "the court's enforcement"),
    ("调", "法院调解", "the court's mediation"),
    ("初", "法院判决", "the court's judgment"),
    ("终", "法院判决", "the court's judgment"),
];

/// The mend for the number at `place`.
pub(super) fn instead(words: &str, place: &Range<usize>) -> Text {
    let number = &words[place.clone()];
    let after = sentence_after(&words[place.end..], 12);
    // What follows a comma is told of something else.
    let after = first_chars(after, 12).split(['，', '、']).next().unwrap_or(after);
    let before = last_chars(sentence_before(&words[..place.start], 12), 12);
    let before = before.rsplit('，').next().unwrap_or(before);
    let called = |text: &str| CALLED.iter().find(|(call, ..)| text.contains(call));
    let sign = || SIGNS.iter().find(|(sign, ..)| number.contains(sign));
    let paper = called(after).or_else(|| called(before)).or_else(sign);
    match paper {
        Some((_, zh, en)) => {
            say!(zh: "删去案号，说“{zh}”就够了", en: "delete it: “{en}” is enough")
        }
        None => say!(zh: "删去案号，说“这起案件”就够了", en: "delete it: “the case” is enough"),
    }
}

#[cfg(test)]
mod tests {
    use super::instead;

    #[test]
    fn the_paper_a_number_is_on() {
        let mend = |text: &str, number: &str| {
            let at = text.find(number).unwrap();
            instead(text, &(at..at + number.len())).zh
        };
        for (text, number, paper) in [
            ("作出（2025）皖1125民初123号民事判决书", "（2025）皖1125民初123号", "法院判决"),
            ("（2025）皖1125民初123号民事裁定，驳回判决", "（2025）皖1125民初123号", "法院裁定"),
            ("作出定劳人仲案〔2025〕8号裁决书", "定劳人仲案〔2025〕8号", "仲裁裁决"),
            ("以定检刑诉〔2025〕45号起诉书提起公诉", "定检刑诉〔2025〕45号", "检察院的起诉书"),
            ("定检刑不诉〔2025〕3号不起诉决定", "定检刑不诉〔2025〕3号", "检察院的不起诉决定"),
            ("定人社伤认字〔2025〕77号", "定人社伤认字〔2025〕77号", "工伤认定决定"),
            ("道路交通事故认定书编号341125120250000123", "341125120250000123", "交警的事故认定书"),
            ("（2025）皖1125民初12号工伤待遇一案", "（2025）皖1125民初12号", "法院判决"),
            ("（2025）皖1125诉前调3号由调解员主持", "（2025）皖1125诉前调3号", "法院调解"),
            ("案号（2025）皖1125执12号", "（2025）皖1125执12号", "法院执行"),
            ("号码为（2025）皖1125破12号", "（2025）皖1125破12号", "这起案件"),
        ] {
            assert_eq!(mend(text, number), format!("删去案号，说“{paper}”就够了"), "{text}");
        }
    }
}
