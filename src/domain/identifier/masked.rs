//! Numbers partly starred out, with a digit lost, or written in words: what is neither a whole ID
//! number nor hidden. Only a label tells that they are ID numbers at all.
//!
//! Area and the last digits say little; the birth date, with a surname, says who it is. So a number
//! is hidden when no digit of the birth date is left: at most six before the stars and four behind.

use std::ops::Range;

use super::credit::CreditCode;
use super::filler::{filler, note};
use super::label::{Called, called};
use super::reading::{DATED, HEAD, Reading, TAIL, star};
use super::signs::{Sign, sign};

/// Where a number stands in the text right behind a label that tells a birth date. Of a label that is
/// not `sure` to call a person's number, one with a digit too few must show its date.
pub(super) fn behind(rest: &str, sure: bool) -> Option<Range<usize>> {
    let begins = |c: char| matches!(sign(c), Sign::Digit(_) | Sign::Numeral(_) | Sign::Slip(_));
    let noted = note(rest);
    let first = noted + rest[noted..].find(begins)?;
    // A mask that begins with stars is read from its stars on.
    let lead = rest[..first]
        .rfind(|c| !star(c))
        .map_or(0, |at| at + rest[at..].chars().next().map_or(0, char::len_utf8));
    let masked = || rest[lead..first].chars().count() >= 3 || Reading::of(&rest[lead..]).whole();
    let start = if lead < first && masked() { lead } else { first };
    if !filler(&rest[..start]) {
        return None;
    }
    let reading = Reading::of(&rest[start..]);
    let (from, to) = (reading.places.first()?.start, reading.places.last()?.end);
    // 身份证号（统一社会信用代码）: that code has letters by right.
    let code = || {
        (reading.misread > 0 || reading.starred())
            && CreditCode::parse(&rest[start + from..start + to]).is_some()
    };
    let dated = || sure || reading.signs.len() != 17 || reading.dated();
    (reading.tells() && dated() && !code()).then_some(start + from..start + to)
}

/// Where the numbers stand that were hidden in part, with the first of their stars behind a digit: all
/// that a word before them calls a person's, and by themselves those that show area and birth date.
pub(super) fn partly(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut digits, mut stars) = (false, false);
    for (at, c) in text.char_indices() {
        let first = star(c) && digits;
        // The area is hidden, and nothing else: ******198511030129.
        let begins = star(c) && !stars && !digits;
        if begins && found.last().is_none_or(|last| last.end <= at) {
            found.extend(born(&text[at..]).map(|place| at + place.start..at + place.end));
        }
        stars = star(c);
        digits = match sign(c) {
            _ if star(c) => false,
            Sign::Nothing | Sign::Gap => digits,
            found => matches!(found, Sign::Digit(_)),
        };
        if first && found.last().is_none_or(|last| last.end <= at) {
            found.extend(around(text, at));
        }
    }
    found
}

/// A number that begins with stars and shows its birth date.
fn born(text: &str) -> Option<Range<usize>> {
    let reading = Reading::of(text);
    let (first, last) = (reading.places.first()?, reading.places.last()?);
    reading.bare_birth().then_some(first.start..last.end)
}

/// The number whose first star stands at a place.
fn around(text: &str, stars: usize) -> Option<Range<usize>> {
    let (mut count, mut start, mut apart) = (0, None, false);
    let number = |start: usize| {
        let reading = Reading::of(&text[start..]);
        let (half, tells) = (reading.half(), reading.starred() && reading.tells());
        let bare = reading.starred() && reading.bare_birth();
        if !(half || tells || bare) {
            return None;
        }
        let named = called(text, start);
        let others = matches!(named, Called::Other | Called::Office) && reading.recent();
        let last = reading.places.len() - 1;
        let place = start + reading.places[0].start..start + reading.places[last].end;
        // The X at the end of a credit code is no star.
        let code = || CreditCode::parse(&text[place.clone()]).is_some();
        let shown = (half && !others) || bare || (tells && named.persons() && !code());
        shown.then_some(place)
    };
    for (at, c) in text[..stars].char_indices().rev() {
        match sign(c) {
            // Not the first of its stars.
            _ if star(c) => break,
            Sign::Digit(_) if count < DATED + 4 => {
                count += 1;
                start = Some(at);
                apart = false;
            }
            Sign::Nothing => {}
            // The number may begin behind any mark.
            Sign::Gap if !apart && count <= DATED => {
                apart = true;
                if let Some(found) = start.and_then(number) {
                    return Some(found);
                }
            }
            _ => break,
        }
    }
    number(start?)
}

/// Whether the value of a field that holds an ID number shows more than may be shown. `behind` digits
/// belong to the certificate around it (kind and grade of a disability card).
#[must_use]
pub fn shows(value: &str, behind: usize) -> bool {
    let start = value.find(|c| {
        star(c) || !matches!(sign(c), Sign::End | Sign::Letter | Sign::Gap | Sign::Nothing)
    });
    let Some(start) = start else { return false };
    let reading = Reading::of(&value[start..]);
    let (head, tail, between) = reading.shown();
    if reading.starred() {
        head > HEAD || tail > TAIL + behind || between
    } else {
        // The whole value, not only up to the first letter.
        let digit =
            |c: &char| matches!(sign(*c), Sign::Digit(_) | Sign::Numeral(_) | Sign::Slip(_));
        value.chars().filter(digit).count() > HEAD
    }
}

#[cfg(test)]
mod tests {
    use super::super::typed::labels;
    use super::{behind, partly, shows};

    #[test]
    fn masks_that_hide_and_masks_that_do_not() {
        for hidden in [
            "34**************29",
            "349907********0129",
            "34***29",
            "0129",
            "３４＊＊＊＊２９",
            "遗失",
        ] {
            assert!(!shows(hidden, 0), "{hidden}");
        }
        assert!(!shows("34**************2943B1", 2) && !shows("34**************2943", 2));
        for shown in [
            "349907198511030129",
            "349907－19851103－0129",
            "3499071985****0129",
            "34**********030129",
            "34****1985****29",
            "三四九九〇七一九八五一一〇三〇一二九",
            "349907A19851103B0129",
        ] {
            assert!(shows(shown, 0), "{shown}");
        }
    }

    #[test]
    fn half_of_it_hidden() {
        let found = |text: &str| {
            Vec::from_iter(partly(text).into_iter().map(|place| text[place].to_owned()))
        };
        for text in [
            "张某（34990719851103****）",
            "张某34990719851103XXXX。",
            "张某 13800000000 34990719851103＊＊＊＊",
            "证件号码：3499071985****0129",
            "证件号：34990719851103****",
            "身份证号码（后四位已隐去）34990719851103****",
            "349907 19851103 ****",
            "349907198511030***",
            "残疾人证号：34990719851103****43",
            "驾驶证号：34990719851103****，",
            "卡号：34990719851103████",
            "张某34****19851103**29",
            "张某3499**19851103____",
            "张某（******198511030129）",
            "驾驶证号：******19851103****",
            "张某34990719851103……",
            "张某349907198511030…，",
        ] {
            assert_eq!(found(text).len(), 1, "{text}");
        }
        let list = "身份证号码分别为34990719851103****、34990719901103****。";
        assert_eq!(found(list).len(), 2);
        for text in [
            "电话1380000****",
            "受理号：34112520260302****",
            "档案编号：34112520260302____",
            "从34112520260302…起编号",
            "**34990719851103**",
            "34990719851303****",
            "349907********0129",
            "6228 **** **** 1234",
            "34**************29",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn behind_a_label() {
        let found = |text: &str| {
            let label = labels(text.as_bytes(), false).next()?;
            let rest = &text[label.place.end..];
            behind(rest, label.sure).map(|place| rest[place].to_owned())
        };
        for number in [
            "3499071985****0129",
            "34990719851103012",
            "三四九九〇七一九八五一一〇三〇一二九",
            "叁肆玖玖零柒壹玖捌伍壹壹零叁零壹贰玖",
            "349907198511******",
            "**********11030129",
            "34990719B511030129",
            "3499071985ll03Ol2g",
            "34990719851103",
            "34S9071985110301Z9",
            "*49907198511030129",
        ] {
            assert_eq!(found(&format!("身份证号：{number}，")).as_deref(), Some(number));
        }
        for text in [
            "身份证号：34**************29，电话0550-0000000",
            "**身份证号：34**************29**，12348",
            "身份证：349907********0129",
            "身份证一、二、三、四",
            "身份证 2026-11-24 12348",
            "身份证明、户口簿349907198511******",
            "证件号：34112009101234567",
            "身份证号（统一社会信用代码）：91341125MA2TA8XK4B",
            "单位证件号码：51341125300298742X",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
