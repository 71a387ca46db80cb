//! Cases and notices expose nobody (C321–C326): numbers, dates and places that lead to a person.
//!
//! 个人信息保护法 arts. 6, 25, 28, 51: what is made public is as little as will do. Signs that stand
//! for something taken out (某, stars, ×) mean that an editor has done so already.

use std::ops::Range;
use std::sync::LazyLock;

use super::words::Words;
use super::{Facts, Read, bytes};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::text::Text;
use crate::domain::identifier::phone::{Line, Phone};
use crate::domain::identifier::{bank, rule};
use crate::domain::kind::{Kind, KindName};
use crate::say;

/// Whether a page tells of persons who did not ask to be on it.
fn about_persons(read: &Read<'_>) -> bool {
    matches!(read.page.kind.name(), KindName::Case | KindName::Notice)
}

/// Reports what `find` finds in every text of the page, with how to mend it.
fn each(
    read: &Read<'_>,
    code: Code,
    mend: fn() -> Text,
    found: &mut Vec<Diagnostic>,
    find: impl Fn(&str) -> Vec<(Range<usize>, Text)>,
) {
    for (text, span) in read.texts() {
        for (place, message) in find(text) {
            found.push(Diagnostic::new(code, span, message).narrow(&text[place]).hint(mend()));
        }
    }
}

pub(super) fn mobiles(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if !about_persons(read) || numbers(read.all()).is_empty() {
        return;
    }
    for (text, span) in read.texts() {
        for (place, digits) in numbers(text) {
            let Some(phone) = Phone::parse(&digits).filter(|phone| phone.line == Line::Mobile)
            else {
                continue;
            };
            let masked = phone.masked();
            found.push(
                Diagnostic::new(
                    Code::PrivateMobile,
                    span,
                    say!(zh: "这里有一个手机号码", en: "there is a mobile number here"),
                )
                .narrow(&text[place])
                .hint(say!(zh: "删去，或写成 {masked}", en: "delete it or write {masked}")),
            );
        }
    }
}

/// Everywhere, not only in cases: nobody's card belongs on such a site.
pub(super) fn bank_cards(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let mend = || say!(zh: "删去，或只留后四位", en: "delete it or keep the last four digits");
    each(read, Code::BankCard, mend, found, |text| {
        let cards = numbers(text).into_iter().filter(|(_, digits)| bank::card(digits));
        cards
            .map(|(place, digits)| {
                let masked = bank::mask(&digits);
                (place, say!(zh: "银行卡号 {masked}", en: "a bank card, {masked}"))
            })
            .collect()
    });
}

/// Digits of the shortest number looked for.
const SHORTEST: usize = 11;

/// Runs of digits with single spaces or hyphens inside, not part of a longer word; eleven digits or
/// more. Only every eleventh byte is looked at: no such run lies between two of them.
fn numbers(text: &str) -> Vec<(Range<usize>, String)> {
    let bytes = text.as_bytes();
    let inside = |at: usize| {
        bytes.get(at).is_some_and(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-'))
    };
    let mut all = Vec::new();
    let mut at = SHORTEST - 1;
    while at < bytes.len() {
        if !inside(at) {
            at += SHORTEST;
            continue;
        }
        let start = (0..at).rev().take_while(|at| inside(*at)).last().unwrap_or(at);
        let end = (at..).find(|at| !inside(*at)).unwrap_or(bytes.len());
        if end - start >= SHORTEST {
            numbers_within(text, start..end, &mut all);
        }
        at = end + SHORTEST;
    }
    all
}

/// The numbers among digits, spaces and hyphens.
fn numbers_within(text: &str, place: Range<usize>, all: &mut Vec<(Range<usize>, String)>) {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let letter =
        |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphabetic);
    let mut at = place.start;
    while at < place.end {
        if !digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        while digit(at) || (matches!(bytes.get(at), Some(b' ' | b'-')) && digit(at + 1)) {
            at += 1;
        }
        let digits: String = text[start..at].chars().filter(char::is_ascii_digit).collect();
        if digits.len() >= SHORTEST && !letter(start.checked_sub(1)) && !letter(Some(at)) {
            all.push((start..at, digits));
        }
    }
}

pub(super) fn birth_dates(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if !about_persons(read) || !BIRTH.any(read.all()) {
        return;
    }
    let mend = || say!(zh: "写年龄（“六十多岁”）或年份", en: "give the age or the year");
    each(read, Code::BirthDate, mend, found, |text| {
        let places = BIRTH.find(text).map(|hit| (hit.start(), hit.end()));
        let dates = places.filter(|(_, end)| !text[*end..].starts_with("医学"));
        let dates = dates.filter_map(|(at, end)| {
            let label = |c: char| "日期时间：:为于是 ".contains(c);
            let after = first_chars(&text[end..], 18).trim_start_matches(label);
            let start = end + first_chars(&text[end..], 18).len() - after.len();
            let ahead = date_at(after, 0).map(|length| start..start + length);
            // A date somewhere before is another day: 1985年出生，2026年1月3日来申请.
            let before = last_chars(&text[..at], 12);
            let behind = || {
                let start = (0..before.len()).find(|start| {
                    date_at(before, *start).is_some_and(|length| start + length == before.len())
                })?;
                Some(at - before.len() + start..at)
            };
            ahead.or_else(behind)
        });
        let message = || say!(zh: "写了出生的年月日", en: "an exact date of birth");
        let mut dates: Vec<_> = dates.map(|place| (place, message())).collect();
        dates.dedup_by(|a, b| a.0 == b.0);
        dates
    });
}

/// The first `count` characters.
fn first_chars(text: &str, count: usize) -> &str {
    &text[..text.char_indices().nth(count).map_or(text.len(), |(at, _)| at)]
}

/// The last `count` characters.
pub(super) fn last_chars(text: &str, count: usize) -> &str {
    &text[text.char_indices().rev().take(count).last().map_or(text.len(), |(at, _)| at)..]
}

/// The length of the date that begins at byte `start`: 1985年11月3日, 1985-11-03, 1985.11.3.
fn date_at(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let number = |at: usize| bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let begins = start == 0 || !bytes[start - 1].is_ascii_digit();
    let (mut at, mut width) = (start, number(start));
    if width != 4 || !begins || !matches!(bytes[start], b'1' | b'2') {
        return None;
    }
    for signs in [["年", "-", "."], ["月", "-", "."]] {
        at += width;
        at += signs.iter().find(|sign| text[at..].starts_with(**sign))?.len();
        width = number(at);
        if !(1..=2).contains(&width) {
            return None;
        }
    }
    at += width;
    Some(at - start + if text[at..].starts_with('日') { '日'.len_utf8() } else { 0 })
}

const NUMERALS: &str = "0123456789０１２３４５６７８９一二三四五六七八九十零百";

pub(super) fn addresses(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if !about_persons(read) || !MARKS.any(read.all()) {
        return;
    }
    let mend = || say!(zh: "写到乡镇为止，例如“炉桥镇某村”", en: "stop at the township");
    each(read, Code::FullAddress, mend, found, |text| {
        let mut places: Vec<(Range<usize>, Text)> = Vec::new();
        for hit in MARKS.find(text) {
            let mark = &text[hit.range()];
            let Some(start) = address_before(text, hit.start(), mark) else { continue };
            // 三号楼二单元: one finding for what stands together.
            let apart = places.last().is_none_or(|(other, _)| other.end + 24 < start);
            if apart {
                let message =
                    say!(zh: "写到了村组、门牌或楼栋", en: "group, house or block is given");
                places.push((start..hit.end(), message));
            }
        }
        places
    });
}

/// What an address below the township ends with.
static MARKS: LazyLock<Words> =
    LazyLock::new(|| Words::of(&["号楼", "栋", "幢", "单元", "室", "组", "队", "号"]));

/// Words beside which a day is a date of birth.
static BIRTH: LazyLock<Words> = LazyLock::new(|| Words::of(&["出生", "生于", "生日"]));

/// Where the address that ends with `mark` at `at` begins: the number before it, and the word of
/// place before the number.
fn address_before(text: &str, at: usize, mark: &str) -> Option<usize> {
    let number = text[..at].trim_end_matches(|c| NUMERALS.contains(c));
    let count = text[number.len()..at].chars().count();
    if count == 0 {
        return None;
    }
    let place =
        |names: &[&str]| names.iter().find(|name| number.ends_with(**name)).map(|n| n.len());
    let word = match mark {
        "组" | "队" => place(&["村", "庄", "屯", "社区", "居委会", "村民"])?,
        "号" => place(&["路", "街", "巷", "弄", "大道", "胡同", "村", "庄"])?,
        "室" if count < 3 => return None,
        _ => 0,
    };
    Some(number.len() - word)
}

pub(super) fn plates(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if let Kind::Notice(batch) = &read.page.kind {
        let mut numbers = batch.notices.iter().flat_map(|notice| &notice.identifiers);
        if numbers.any(|number| number.kind.value == "plate") {
            return;
        }
    } else if !matches!(read.page.kind, Kind::Case(_)) {
        return;
    }
    if !bytes::any_byte(read.all(), |byte| byte.is_ascii_uppercase()) {
        return;
    }
    let mend = || say!(zh: "写车的种类，或皖M*****", en: "say what kind of vehicle it was");
    each(read, Code::PlateInCase, mend, found, |text| {
        let capitals = text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_uppercase());
        let plates = capitals.filter_map(|(at, _)| {
            let province = text[..at].chars().next_back()?;
            let start = at - province.len_utf8();
            if !rule::PROVINCES.contains(province) {
                return None;
            }
            let lengths = [8, 7].map(|count| first_chars(&text[start..], count));
            let plate = lengths.into_iter().find(|plate| rule::plate(plate))?;
            Some(start..start + plate.len())
        });
        plates
            .map(|place| (place, say!(zh: "这里有一个车牌号", en: "there is a plate here")))
            .collect()
    });
}

/// The words before the serial of a court's or an arbitration's case number.
const COURTS: [&str; 12] = [
    "民初",
    "民终",
    "民申",
    "民再",
    "刑初",
    "刑终",
    "刑再",
    "行初",
    "行终",
    "执",
    "劳人仲案字",
    "劳人仲字",
];

pub(super) fn case_numbers(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if !matches!(read.page.kind, Kind::Case(_)) {
        return;
    }
    // A digit and the first two bytes of 号.
    let serial = |digit: u8, sign, next| digit.is_ascii_digit() & (sign == 0xE5) & (next == 0x8F);
    if !bytes::any(read.all(), serial) {
        return;
    }
    let mend = || say!(zh: "删去案号，说“法院判决”就够了", en: "delete it: “the court” is enough");
    each(read, Code::CaseNumber, mend, found, |text| {
        let ends = text.match_indices('号').filter_map(|(at, sign)| {
            let serial = text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
            let serial = serial.strip_suffix('第').unwrap_or(serial);
            let court = COURTS.iter().any(|court| serial.ends_with(court));
            let before = last_chars(serial, 24);
            let open = before.rfind(['（', '(', '〔'])?;
            let start = serial.len() - before.len() + open;
            let whole = &text[start..at + sign.len()];
            let serial_there = text[..at].ends_with(|c: char| c.is_ascii_digit());
            (court && serial_there && !whole.contains(['某', '×', '*']))
                .then_some(start..at + sign.len())
        });
        ends.map(|place| (place, say!(zh: "这里有案号", en: "there is a case number here")))
            .collect()
    });
}

#[cfg(test)]
mod tests {
    use super::{address_before, date_at, numbers};

    #[test]
    fn dates_written_out() {
        for text in ["1985年11月3日", "1985-11-03", "1985.11.3"] {
            assert_eq!(date_at(&format!("生于{text}，"), 6), Some(text.len()), "{text}");
        }
        for text in ["1985年", "1985年11月", "3499071985年1月1日", "五年", "年"] {
            assert!((0..text.len()).all(|at| date_at(text, at).is_none()), "{text}");
        }
    }

    #[test]
    fn numbers_alone() {
        let found = |text| numbers(text).into_iter().map(|(_, digits)| digits).collect::<Vec<_>>();
        assert_eq!(found("打13800000000或 138 0000 0001。"), ["13800000000", "13800000001"]);
        assert!(found("51341122560672489X，J3755000026202，2026-11-24").is_empty());
    }

    #[test]
    fn addresses_below_the_township() {
        let found = |text: &str, mark: &str| address_before(text, text.find(mark).unwrap(), mark);
        assert!(
            found("炉桥镇大路村三组", "组").is_some() && found("某小区2号楼", "号楼").is_some()
        );
        assert!(found("仲裁庭三组", "组").is_none() && found("第3号", "号").is_none());
        assert!(found("办公室", "室").is_none() && found("定城镇某路12号", "号").is_some());
    }
}
