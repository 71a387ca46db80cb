//! Periods of the legal aid institution that the Law counts otherwise: in working days, or longer than
//! it may take (C315). A period of another body is that body's.

use std::ops::Range;

use super::Place;
use super::limits::{assigned, assigns};
use super::whose::{named_ours, ours};
use crate::base::text::Text;
use crate::domain::citation::parse_numeral;
use crate::say;

pub(super) fn is_number(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || "一二三四五六七八九十百".contains(c)
}

/// 七个工作日, 7 个工作日, ７（个）工作日, 7个法定工作日 of the legal aid institution.
pub(super) fn days(
    sentence: &str,
    hit: &Range<usize>,
    place: Place,
) -> Option<(Range<usize>, Text)> {
    let marks = |c: char| " 个（）()法定\u{3000}".contains(c);
    let before = sentence[..hit.start].trim_end_matches(marks);
    // 7日内（工作日）, 7日（工作日）内; 12月7日（工作日） is a day.
    let within = sentence[hit.end..].trim_start_matches(marks).starts_with('内');
    let day = before.strip_suffix('内').or(Some(before).filter(|_| within));
    let day = day.and_then(|day| day.strip_suffix(['日', '天']));
    let before = day.map_or(before, |number| number.trim_end_matches(marks));
    let start = before.trim_end_matches(is_number).len();
    let now = match parse_numeral(&before[start..])? {
        longer if longer > 3 && assigns(&sentence[hit.end..]) => assigned(),
        7 => say!(
            zh: "《法律援助法》第四十三条写的是“七日”，不是工作日",
            en: "art. 43 of the Legal Aid Law says seven days, not working days",
        ),
        5 => say!(
            zh: "《法律援助法》第四十九条写的是“五日”，不是工作日",
            en: "art. 49 of the Legal Aid Law says five days, not working days",
        ),
        3 if ["指派", "安排律师"].iter().any(|word| sentence.contains(word)) => say!(
            zh: "《法律援助法》第三十六条、第四十三条写的是“三日”，不是工作日",
            en: "arts. 36 and 43 of the Legal Aid Law say three days, not working days",
        ),
        longer if longer > 7 && slow(sentence, hit.end, place) => say!(
            zh: "《法律援助法》第四十三条写的是“七日”",
            en: "art. 43 of the Legal Aid Law says seven days",
        ),
        _ => return None,
    };
    ours(sentence, start, place.is_ours(sentence)).then_some((start..hit.end, now))
}

/// 十五日内作出是否给予法律援助的决定, 十五日内审查完毕, 中心10天内答复: more days than the seven there are.
/// Fewer are a promise.
pub(super) fn decision(
    sentence: &str,
    hit: &Range<usize>,
    place: Place,
) -> Option<(Range<usize>, Text)> {
    let before = sentence[..hit.start].trim_end_matches([' ', '\u{3000}']);
    let start = before.trim_end_matches(is_number).len();
    let about = slow(sentence, hit.start, place)
        || sentence[..start].trim_end().ends_with("中心") && answered(sentence, hit.start);
    let longer = parse_numeral(&before[start..])? > 7 && about && ours(sentence, start, false);
    let unit =
        sentence[hit.start..].find('内').map_or(hit.end, |at| hit.start + at + '内'.len_utf8());
    longer.then(|| {
        let now = say!(
            zh: "《法律援助法》第四十三条：收到申请之日起七日内作出是否给予法律援助的决定",
            en: "art. 43 of the Legal Aid Law: the decision within seven days of the application",
        );
        (start..unit, now)
    })
}

/// What else is reviewed or answered, in its own time.
const OTHER: [&str; 10] =
    ["异议", "复议", "终止", "公开", "投诉", "信访", "留言", "来信", "意见", "咨询"];

/// Whether what takes so long is the decision on an application. On the page of one of our channels
/// every decision is one that names nothing else.
fn slow(sentence: &str, at: usize, place: Place) -> bool {
    let behind: String = sentence[at..].chars().take(12).collect();
    let decided = ["决定", "审查", "审核", "结果"].iter().any(|word| behind.contains(word));
    // In a guide the days of many are told: only what follows on papers that were handed in is ours.
    let handed_in = || {
        let before = &sentence[..at];
        ["收到", "材料", "申请"].iter().any(|word| before.contains(word))
    };
    let channel = decided && (place == Place::Channel || place == Place::Guide && handed_in());
    of_aid(sentence, at)
        || reviewed(sentence, at)
        || channel && !OTHER.iter().any(|word| sentence.contains(word))
}

/// Whether the review of an application is told of behind byte `at`.
fn reviewed(sentence: &str, at: usize) -> bool {
    let review = sentence[at..].find("审查").is_some_and(|place| place < 16);
    let applied =
        ["申请", "援助"].iter().any(|word| sentence.contains(word)) || named_ours(sentence, at);
    review && applied && !OTHER.iter().any(|word| sentence.contains(word))
}

/// Whether an answer, to nothing that is named, is told of right behind byte `at`.
fn answered(sentence: &str, at: usize) -> bool {
    let answer = sentence[at..].find("答复").is_some_and(|place| place < 12);
    answer && !OTHER.iter().any(|word| sentence.contains(word))
}

/// Whether a decision on whether aid is given is told of behind byte `at`: 是否给予法律援助的决定, or the
/// centre's on an application.
fn of_aid(sentence: &str, at: usize) -> bool {
    const AID: [&str; 7] = [
        "给予法律援助",
        "给予援助",
        "提供法律援助",
        "予以法律援助",
        "不予法律援助",
        "不予援助",
        "援助决定",
    ];
    const CENTRE: [&str; 5] = ["援助中心", "援助机构", "本中心", "我中心", "法律援助工作站"];
    let after = &sentence[at..];
    let any = |words: &[&str], text: &str| words.iter().any(|word| text.contains(word));
    let centre =
        || any(&CENTRE, sentence) && sentence.contains("申请") && !any(&OTHER[..4], sentence);
    after.contains("决定") && (any(&AID, after) || centre())
}
