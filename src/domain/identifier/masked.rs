//! Numbers partly starred out, with a digit lost, or written in words: what is neither a whole ID
//! number nor hidden. Only a label tells that they are ID numbers at all.
//!
//! Area and the last digits say little; the birth date, with a surname, says who it is. So a number
//! is hidden when no digit of the birth date is left: at most six before the stars and four behind.

use std::ops::Range;

use super::citizen::{is_old_form, plausible, starts_with_area};
use super::credit::CreditCode;
use super::judge::OFFICES_SINCE;
use super::label::{Called, called, filler, note};
use super::signs::{Sign, sign};

/// Where digits are replaced by a sign.
const STAR: u8 = b'*';
/// Shown before the stars: the area.
const HEAD: usize = 6;
/// Shown behind the stars: order and check digit.
const TAIL: usize = 4;
/// Digits of area and birth date.
pub(super) const DATED: usize = 14;
/// Signs that are read: what goes on is no number, and may go on for ever.
const LONGEST: usize = 32;
/// Digits that a scanner may have taken for letters in a number that is still one.
const MISREAD: usize = 4;

/// Digits and stars as they follow one another.
#[derive(Default)]
struct Reading {
    /// `0` to `9`, `X` or [`STAR`].
    signs: Vec<u8>,
    places: Vec<Range<usize>>,
    /// Whether a digit is written as a word.
    words: bool,
    /// How many are letters that a scanner reads for a digit.
    misread: usize,
}

impl Reading {
    /// Reads from the first digit of `text` on, as far as one number goes.
    fn of(text: &str) -> Self {
        let mut reading = Self::default();
        let mut apart = false;
        for (at, c) in text.char_indices() {
            let value = match sign(c) {
                Sign::Digit(digit) | Sign::Slip(digit) if !(c == '○' || c == '◯') => {
                    digit as u8
                }
                Sign::Numeral(digit) => {
                    reading.words = true;
                    digit as u8
                }
                _ if star(c) => STAR,
                Sign::Nothing => continue,
                Sign::Gap | Sign::Stroke if !reading.ended(c) => {
                    apart = true;
                    continue;
                }
                _ => {
                    // Behind a whole number, or stars, a letter is what it is.
                    let may = reading.signs.len() < 18 && !reading.starred();
                    let Some(digit) = misread(c).filter(|_| may) else { break };
                    reading.misread += 1;
                    digit
                }
            };
            if reading.signs.len() == LONGEST {
                break;
            }
            // What stands behind a space belongs to another number once stars were seen.
            if apart && reading.signs.contains(&STAR) && reading.signs.len() >= 8 {
                break;
            }
            apart = false;
            reading.signs.push(value);
            reading.places.push(at..at + c.len_utf8());
        }
        while reading.signs.last() == Some(&STAR) && reading.signs.len() > 18 {
            reading.signs.pop();
            reading.places.pop();
        }
        reading
    }

    /// Whether a mark ends the number: any does once there are digits enough for one.
    fn ended(&self, mark: char) -> bool {
        let sentence = matches!(mark, '，' | '。' | '；' | ';' | '\n');
        self.signs.len() >= 15 || (sentence && self.signs.contains(&STAR))
    }

    /// Digits before the first star, behind the last, and whether some of a birth date stand between
    /// stars.
    fn shown(&self) -> (usize, usize, bool) {
        let digit = |sign: &&u8| **sign != STAR;
        let head = self.signs.iter().take_while(digit).count();
        let tail = self.signs.iter().rev().take_while(digit).count();
        // Of a whole number what stands between stars in its order tells no more than its end.
        let dated = if self.signs.len() < 18 { self.signs.len() } else { DATED };
        let before = self.signs.len() - tail;
        let inside = self.signs.get(head..before.min(dated)).unwrap_or_default();
        (head, tail, inside.iter().any(|sign| digit(&sign)))
    }

    fn starred(&self) -> bool {
        self.signs.contains(&STAR)
    }

    fn text(&self) -> String {
        self.signs.iter().map(|sign| char::from(*sign)).collect()
    }

    /// Whether what stands behind a label shows a person's birth date.
    fn tells(&self) -> bool {
        let text = self.text();
        let count = text.len();
        if self.misread > MISREAD {
            return false;
        }
        if self.starred() {
            let (head, tail, between) = self.shown();
            let born =
                head > HEAD && starts_with_area(&text) && matches!(text.as_bytes()[6], b'1' | b'2');
            let long = (12..=20).contains(&count);
            return born || (long && (tail > TAIL || between));
        }
        match count {
            // The whole numbers in digits are the scan's own matter.
            18 | 17 if self.misread > 0 => self.dated(),
            18 => self.words && text.bytes().take(17).all(|digit| digit.is_ascii_digit()),
            15 => self.words && is_old_form(&text),
            17 => starts_with_area(&text),
            // With its last digits cut off it tells as much.
            14 | 16 | 19 | 20 => self.dated(),
            _ => false,
        }
    }

    /// Whether the first digits are an area and a day.
    fn dated(&self) -> bool {
        let (head, ..) = self.shown();
        let mut digits = [b'0'; 18];
        let known = &self.signs[..head.min(17)];
        digits[..known.len()].copy_from_slice(known);
        plausible(digits)
    }

    /// Whether eighteen signs are an ID number of which only the end is hidden, whatever it is called,
    /// with kind and grade behind them on a disability card.
    fn half(&self) -> bool {
        let (head, tail, _) = self.shown();
        let card = || {
            let [kind, grade] = self.signs[18..] else { return false };
            (b'1'..=b'7').contains(&kind) && (b'1'..=b'4').contains(&grade) && tail == 2
        };
        (DATED..18).contains(&head)
            && (self.signs.len() == 18 || self.signs.len() == 20 && card())
            && self.dated()
    }

    /// Whether a day before this century stands where an ID number has one, and what is around it is
    /// hidden in part: 34****19851103**29.
    fn bare_birth(&self) -> bool {
        let Some(day) = self.signs.get(HEAD..DATED) else { return false };
        let stars = self.signs.iter().filter(|sign| **sign == STAR).count();
        let mut digits = *b"340000000000000000";
        digits[HEAD..DATED].copy_from_slice(day);
        self.signs.len() == 18 && stars >= 4 && day.starts_with(b"19") && plausible(digits)
    }

    /// Whether an office may have made it of its county, a day of this century and a serial.
    fn recent(&self) -> bool {
        self.signs.get(HEAD..HEAD + 4).is_some_and(|year| year >= OFFICES_SINCE)
    }
}

/// The digit that scanners take for a letter of this shape; of 0 and 1 every reader makes such slips
/// (`signs`). In a number without a label they would make a digit of half the alphabet.
pub(super) fn misread(c: char) -> Option<u8> {
    Some(match c {
        'D' | 'Q' => b'0',
        'Z' | 'z' => b'2',
        'S' | 's' => b'5',
        'G' | 'b' => b'6',
        'B' => b'8',
        'g' | 'q' => b'9',
        _ => return None,
    })
}

/// Signs people put in the place of a digit.
pub(super) fn star(c: char) -> bool {
    matches!(
        c,
        '*' | '＊'
            | '×'
            | 'x'
            | 'X'
            | 'Ｘ'
            | '✕'
            | '●'
            | '■'
            | '□'
            | '○'
            | '◯'
            | '※'
            | '#'
            | '某'
            | '█'
            | '_'
    )
}

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
    let start = if rest[lead..first].chars().count() >= 3 { lead } else { first };
    if !filler(&rest[..start]) {
        return None;
    }
    let reading = Reading::of(&rest[start..]);
    let (from, to) = (reading.places.first()?.start, reading.places.last()?.end);
    // 身份证号（统一社会信用代码）: that code has letters by right.
    let code =
        || reading.misread > 0 && CreditCode::parse(&rest[start + from..start + to]).is_some();
    let dated = || sure || reading.signs.len() != 17 || reading.dated();
    (reading.tells() && dated() && !code()).then_some(start + from..start + to)
}

/// Where the numbers stand that were hidden in part, with the first of their stars behind a digit: all
/// that a word before them calls a person's, and by themselves those that show area and birth date.
pub(super) fn partly(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut digits = false;
    for (at, c) in text.char_indices() {
        let first = star(c) && digits;
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
        ((half && !others) || bare || (tells && named.persons())).then(|| {
            start + reading.places[0].start..start + reading.places[reading.places.len() - 1].end
        })
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
        ] {
            assert_eq!(found(text).len(), 1, "{text}");
        }
        let list = "身份证号码分别为34990719851103****、34990719901103****。";
        assert_eq!(found(list).len(), 2);
        for text in [
            "电话1380000****",
            "受理号：34112520260302****",
            "档案编号：34112520260302____",
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
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
