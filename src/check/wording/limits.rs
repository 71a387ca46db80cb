//! Periods that the law sets to the day or the year and that are told longer (C315): until a lawyer is assigned,
//! until an objection is answered, until the application of somebody in custody is passed on, until a claim
//! lapses.
//!
//! Fewer days are a promise. Other claims and other bodies have periods of their own, so each is judged only
//! where the sentence says what it is about.

use std::ops::Range;

use super::period::is_number;
use super::whose::ours;
use crate::base::look::near::{first_chars, last_chars};
use crate::base::text::Text;
use crate::domain::citation::parse_numeral;
use crate::say;

fn any(words: &[&str], text: &str) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// The numeral that a text ends with, and where it begins.
fn number_before(text: &str) -> Option<(usize, u16)> {
    let text = text.trim_end_matches([' ', '\u{3000}', '个']);
    let start = text.trim_end_matches(is_number).len();
    let number = match &text[start..] {
        "" => return None,
        digits => parse_numeral(digits)?,
    };
    Some((start, number))
}

/// What the law says of the days within which a lawyer is assigned, where more are told.
pub(super) fn assigned() -> Text {
    say!(
        zh: "《法律援助法》第四十三条：自作出决定之日起三日内指派律师",
        en: "art. 43 of the Legal Aid Law: a lawyer within three days of the decision",
    )
}

/// Whether a text, behind a period, goes on with a lawyer who is assigned.
pub(super) fn assigns(behind: &str) -> bool {
    let near = first_chars(behind.trim_start_matches(['内', '，']), 8);
    any(&["指派", "派律师", "安排律师", "派出律师"], near)
}

/// 五日内指派律师, of ours.
pub(super) fn assignment(sentence: &str, hit: &Range<usize>) -> Option<(Range<usize>, Text)> {
    let (start, days) = number_before(&sentence[..hit.start])?;
    (days > 3 && ours(sentence, start, false)).then(|| (start..hit.end, assigned()))
}

/// 提出异议，司法局十日内答复. In 执行异议 and 管辖权异议 the court has its own days.
pub(super) fn objection(sentence: &str, hit: &Range<usize>) -> Option<(Range<usize>, Text)> {
    const COURTS: [&str; 6] = ["执行异议", "管辖", "法院", "复议", "鉴定", "公示"];
    let (start, days) = number_before(&sentence[..hit.start])?;
    let about = sentence.contains("异议") && !any(&COURTS, sentence);
    let told = about && any(&["司法局", "司法行政"], sentence) && ours(sentence, start, false);
    (told && days > 5).then(|| {
        let now = say!(
            zh: "《法律援助法》第四十九条：收到异议之日起五日内审查，作出决定",
            en: "art. 49 of the Legal Aid Law: an objection is decided within five days",
        );
        (start..hit.end, now)
    })
}

/// 民警四十八小时内转给法律援助机构, 三日内转交.
pub(super) fn passed_on(sentence: &str, hit: &Range<usize>) -> Option<(Range<usize>, Text)> {
    const CUSTODY: [&str; 9] =
        ["看守所", "民警", "监狱", "羁押", "戒毒", "在押", "值班律师", "监管场所", "里面"];
    let hours = sentence[hit.clone()].starts_with("小时");
    let (start, number) = number_before(&sentence[..hit.start])?;
    let longer = if hours { number > 24 } else { number > 1 };
    let near = first_chars(&sentence[hit.end..], 16);
    let passed = any(&["转给", "转交", "转送", "转到", "转达", "转出"], near)
        || !hours && near.starts_with(['给', '交', '送', '到', '达']);
    let aid = sentence.contains("法律援助") || sentence.contains("申请");
    (longer && passed && aid && any(&CUSTODY, sentence)).then(|| {
        let now = say!(
            zh: "《法律援助法》第三十九条：二十四小时内转交",
            en: "art. 39 of the Legal Aid Law: passed on within twenty-four hours",
        );
        (start..hit.end, now)
    })
}

/// 劳动仲裁的时效是二年, 诉讼时效为两年: what was so before 2008 and before 2017.
pub(super) fn lapse(sentence: &str, hit: &Range<usize>) -> Option<(Range<usize>, Text)> {
    const LABOUR: [&str; 7] = ["劳动", "工资", "工钱", "欠薪", "讨薪", "离职", "加班"];
    // Insurance, products, ships, the state and debts of a court order lapse by laws of their own.
    const OTHERS: [&str; 12] = [
        "保险",
        "产品",
        "缺陷",
        "海",
        "船",
        "国家赔偿",
        "行政",
        "执行",
        "土地",
        "涉外",
        "票据",
        "追诉",
    ];
    const LEADS: [&str; 9] = ["期间", "期限", "一般", "通常", "只有", "都", "是", "为", "："];
    let mut behind = &sentence[hit.end..];
    while let Some(rest) = LEADS.iter().find_map(|lead| behind.strip_prefix(lead)) {
        behind = rest;
    }
    let digits = behind.len() - behind.trim_start_matches(|c| is_number(c) || c == '两').len();
    let unit = behind[digits..].trim_start_matches([' ', '个']);
    let number = match &behind[..digits] {
        "两" => 2,
        number => parse_numeral(number)?,
    };
    let (years, days) = (unit.starts_with('年'), unit.starts_with(['日', '天']));
    let front = last_chars(&sentence[..hit.start], 12);
    if any(&OTHERS, sentence) || !(years || days) {
        return None;
    }
    let end = sentence.len() - unit.len() + unit.chars().next().map_or(0, char::len_utf8);
    let arbitration = front.trim_end_matches('的').ends_with("仲裁") && any(&LABOUR, sentence);
    if arbitration && !(years && number == 1) {
        let now = say!(
            zh: "《劳动争议调解仲裁法》第二十七条：仲裁时效一年；在职时拖欠的工资，从离职之日起算",
            en: "art. 27 of the Law on Labour Arbitration: one year, for wages from the end of the work",
        );
        return Some((hit.start..end, now));
    }
    (front.ends_with("诉讼") && years && number < 3).then(|| {
        let now = say!(
            zh: "《民法典》第一百八十八条：普通诉讼时效三年",
            en: "art. 188 of the Civil Code: three years as a rule",
        );
        (hit.start..end, now)
    })
}
