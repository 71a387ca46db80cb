//! Numbers as they are said: 12348 → 幺二三四八, 8:30 → 八点半, 18.6万元 → 十八万六千元.
//!
//! An announcer reads what stands there. Digits make people stumble: 12348 is read as twelve
//! thousand, 2026 as two thousand, and 110 as a hundred and ten. So a script has no digits at all.

/// The digits of a number that is counted.
const COUNTED: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
/// The digits of a number that is dialled: 一 sounds like 七 over a loudspeaker.
const DIALLED: [char; 10] = ['零', '幺', '二', '三', '四', '五', '六', '七', '八', '九'];
/// Words before a number that make it a telephone number.
const CALL: [&str; 6] = ["打", "拨", "电话", "热线", "号码", "转"];
/// Numbers everybody knows as telephone numbers.
const KNOWN: [&str; 8] = ["12348", "110", "119", "120", "122", "12345", "12368", "12388"];
/// What is counted in 两, not in 二.
const PAIRS: &str = "个名位人件次天周年份张条家户只辆间处点小块元万千亿岁倍页笔样种类级层";

/// The text with every number written as it is said, without words in brackets, which nobody says.
pub(super) fn spoken(text: &str) -> String {
    let text = plain(text);
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        if c.is_ascii_digit() {
            let (said, length) = number(&out, rest);
            out.push_str(&said);
            rest = &rest[length..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// How long a text takes to be read aloud, in seconds, at so many characters a minute.
pub(super) fn seconds(text: &str, pace: usize) -> usize {
    let said = text.chars().filter(|c| c.is_alphanumeric()).count();
    (said * 60).div_ceil(pace.max(1))
}

/// Half-width digits, and without what nobody says.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut brackets = 0usize;
    for c in text.chars() {
        match c {
            '（' | '(' | '〔' | '[' => brackets += 1,
            '）' | ')' | '〕' | ']' => brackets = brackets.saturating_sub(1),
            _ if brackets > 0 => {}
            '０'..='９' => {
                out.extend(char::from_digit(u32::from(c) - u32::from('０'), 10));
            }
            '*' | '_' | '`' => {}
            // A space that was typed for the eye.
            ' ' if !out.ends_with(|c: char| c.is_ascii_alphabetic()) => {}
            '—' | '…' if out.ends_with('，') => {}
            '—' | '…' => out.push('，'),
            c => out.push(c),
        }
    }
    // A bracket that was never closed hides nothing.
    if brackets > 0 { plain(&text.replace(['（', '(', '〔', '['], "，")) } else { out }
}

/// The number that begins `rest` as it is said after `before`, and how many bytes it takes.
fn number(before: &str, rest: &str) -> (String, usize) {
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, after) = rest.split_at(end);
    if let Some((said, length)) = telephone(before, digits, after) {
        return (said, length);
    }
    if let Some((said, length)) = date(digits, after) {
        return (said, length);
    }
    if let Some((said, length)) = clock(before, rest) {
        return (said, length);
    }
    if digits.len() == 4 && after.starts_with('年') {
        return (one_by_one(digits, &COUNTED), end);
    }
    if let Some((said, length)) = to(digits, after) {
        return (said, length);
    }
    quantity(before, rest)
}

fn one_by_one(digits: &str, names: &[char; 10]) -> String {
    digits.chars().filter_map(|c| c.to_digit(10)).map(|digit| names[digit as usize]).collect()
}

fn telephone(before: &str, digits: &str, after: &str) -> Option<(String, usize)> {
    // 0550-1234567, 400-123-4567
    let parts = digits.chars().chain(after.chars());
    let whole: String = parts.take_while(|c| c.is_ascii_digit() || *c == '-').collect();
    let whole = whole.trim_end_matches('-');
    let groups: Vec<&str> = whole.split('-').collect();
    let area = groups[0].starts_with('0') || groups[0] == "400" || groups[0] == "800";
    let joined = area && groups.len() > 1 && groups.iter().all(|group| group.len() >= 3);
    let mobile = digits.len() == 11 && digits.starts_with('1');
    let called = CALL.iter().any(|word| before.trim_end().ends_with(word));
    let called = called && digits.len() >= 3 && !after.starts_with(['元', '万', '个', '年', '天']);
    let zero = digits.len() > 1 && digits.starts_with('0');
    let length = if joined {
        whole.len()
    } else if mobile || called || zero || KNOWN.contains(&digits) || digits.len() > 12 {
        digits.len()
    } else {
        return None;
    };
    let groups = if joined { groups } else { vec![digits] };
    let said: Vec<String> = groups.iter().map(|group| one_by_one(group, &DIALLED)).collect();
    Some((said.join("，"), length))
}

/// 2026-03-02
fn date(digits: &str, after: &str) -> Option<(String, usize)> {
    let rest = after.strip_prefix('-').filter(|_| digits.len() == 4)?;
    let (month, day) = (rest.get(..2)?, rest.get(3..5)?);
    let two = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let fits = two(month) && two(day) && rest.as_bytes()[2] == b'-';
    let next = rest.as_bytes().get(5).is_some_and(u8::is_ascii_digit);
    let (month, day): (u64, u64) = (month.parse().ok()?, day.parse().ok()?);
    (fits && !next && (1..=12).contains(&month) && (1..=31).contains(&day)).then(|| {
        let year = one_by_one(digits, &COUNTED);
        (format!("{year}年{}月{}日", cardinal(month), cardinal(day)), digits.len() + 6)
    })
}

/// 8:30–12:00 → 上午八点半到中午十二点. The part of the day is said where it changes.
fn clock(before: &str, rest: &str) -> Option<(String, usize)> {
    let (hour, minute, mut length) = time(rest)?;
    let mut part = part_of_day(hour);
    let told = ["上午", "下午", "早上", "晚上", "中午", "凌晨"];
    let mut said = String::new();
    if !told.iter().any(|word| before.ends_with(word)) {
        said.push_str(part);
    }
    said.push_str(&face(hour, minute));
    let after = &rest[length..];
    let dash = after.chars().next().filter(|c| "–—-~～至到".contains(*c));
    if let Some(dash) = dash
        && let Some((hour, minute, more)) = time(&after[dash.len_utf8()..])
    {
        said.push('到');
        if part_of_day(hour) != part {
            part = part_of_day(hour);
            said.push_str(part);
        }
        said.push_str(&face(hour, minute));
        length += dash.len_utf8() + more;
    }
    Some((said, length))
}

/// `8:30` or `14：30` at the start of a text.
fn time(text: &str) -> Option<(u64, u64, usize)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..=2).contains(end))?;
    let colon = text[end..].chars().next().filter(|c| matches!(c, ':' | '：'))?;
    let start = end + colon.len_utf8();
    let minutes = text.get(start..start + 2).filter(|m| m.bytes().all(|b| b.is_ascii_digit()))?;
    let next = text[start + 2..].bytes().next().is_some_and(|b| b.is_ascii_digit());
    let (hour, minute) = (text[..end].parse().ok()?, minutes.parse().ok()?);
    (hour <= 24 && minute < 60 && !next).then_some((hour, minute, start + 2))
}

fn part_of_day(hour: u64) -> &'static str {
    match hour {
        0..=5 => "凌晨",
        6..=11 => "上午",
        12 => "中午",
        13..=17 => "下午",
        _ => "晚上",
    }
}

fn face(hour: u64, minute: u64) -> String {
    let hour = if hour > 12 { hour - 12 } else { hour };
    let hour = if hour == 2 { "两".to_owned() } else { cardinal(hour) };
    match minute {
        0 => format!("{hour}点"),
        15 => format!("{hour}点一刻"),
        30 => format!("{hour}点半"),
        1..=9 => format!("{hour}点零{}分", cardinal(minute)),
        _ => format!("{hour}点{}分", cardinal(minute)),
    }
}

/// 3–5 → 三到五; 12·4 → 十二四.
fn to(digits: &str, after: &str) -> Option<(String, usize)> {
    let sign = after.chars().next()?;
    let rest = &after[sign.len_utf8()..];
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let more = rest[..end].parse().ok().filter(|_| !rest[end..].starts_with('.'))?;
    let between = match sign {
        '–' | '—' | '-' | '~' | '～' => "到",
        '·' => "",
        _ => return None,
    };
    let said = format!("{}{between}{}", cardinal(digits.parse().ok()?), cardinal(more));
    Some((said, digits.len() + sign.len_utf8() + end))
}

/// 186,000 · 18.6万 · 78% · 两个.
fn quantity(before: &str, rest: &str) -> (String, usize) {
    let mut length = 0;
    let mut whole = String::new();
    let bytes = rest.as_bytes();
    while let Some(byte) = bytes.get(length) {
        let three = || (1..=3).all(|at| bytes.get(length + at).is_some_and(u8::is_ascii_digit));
        let grouped = !bytes.get(length + 4).is_some_and(u8::is_ascii_digit);
        match byte {
            b'0'..=b'9' => whole.push(char::from(*byte)),
            b',' if three() && grouped => {}
            _ => break,
        }
        length += 1;
    }
    let mut fraction = "";
    if let Some(tail) = rest[length..].strip_prefix('.') {
        let end = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
        fraction = &tail[..end];
        length += if end > 0 { end + 1 } else { 0 };
    }
    let after = &rest[length..];
    if after.starts_with(['%', '％']) {
        let sign = after.chars().next().map_or(0, char::len_utf8);
        return (format!("百分之{}", decimal(&whole, fraction)), length + sign);
    }
    if after.starts_with('万') && !fraction.is_empty() && fraction.len() <= 4 {
        let digits = format!("{whole}{fraction:0<4}");
        if let Ok(value) = digits.parse() {
            return (cardinal(value), length + '万'.len_utf8());
        }
    }
    let pair = whole == "2"
        && fraction.is_empty()
        && !before.ends_with('第')
        && after.starts_with(|c| PAIRS.contains(c));
    (if pair { "两".to_owned() } else { decimal(&whole, fraction) }, length)
}

fn decimal(whole: &str, fraction: &str) -> String {
    let said = whole.parse().map_or_else(|_| one_by_one(whole, &COUNTED), cardinal);
    if fraction.is_empty() { said } else { format!("{said}点{}", one_by_one(fraction, &COUNTED)) }
}

/// A number in words: 105 → 一百零五, 186000 → 十八万六千.
fn cardinal(value: u64) -> String {
    if value == 0 {
        return "零".to_owned();
    }
    let mut out = String::new();
    let mut gap = false;
    for (unit, name) in [(1_0000_0000_0000, "万亿"), (1_0000_0000, "亿"), (1_0000, "万"), (1, "")]
    {
        let part = value / unit % if unit == 1_0000_0000_0000 { u64::MAX } else { 1_0000 };
        if part == 0 {
            gap = !out.is_empty();
            continue;
        }
        if !out.is_empty() && (gap || part < 1000) {
            out.push('零');
        }
        gap = false;
        out.push_str(&thousands(part, out.is_empty()));
        out.push_str(name);
    }
    out
}

/// A number up to 9999 in words; at the very start 十 stands without 一.
fn thousands(value: u64, first: bool) -> String {
    if value >= 1_0000 {
        return cardinal(value);
    }
    let mut out = String::new();
    let mut gap = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = value / unit % 10;
        if digit == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push('零');
            gap = false;
        }
        match (unit, digit) {
            (10, 1) if out.is_empty() && first => {}
            (1000, 2) => out.push('两'),
            _ => out.push(COUNTED[digit as usize]),
        }
        out.push_str(name);
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{cardinal, seconds, spoken};

    #[test]
    fn as_people_say_it() {
        for (written, said) in [
            ("拨打 12348", "拨打幺二三四八"),
            ("有危险先打110。", "有危险先打幺幺零。"),
            ("电话 0550-0000102", "电话零五五零，零零零零幺零二"),
            ("手机13800138000", "手机幺三八零零幺三八零零零"),
            ("2026年3月2日", "二零二六年三月二日"),
            ("自2025-07-01起", "自二零二五年七月一日起"),
            ("2026年11月10日", "二零二六年十一月十日"),
            ("8:30–12:00", "上午八点半到中午十二点"),
            ("14:30–17:30", "下午两点半到五点半"),
            ("下午2:05", "下午两点零五分"),
            ("下午1:15", "下午一点一刻"),
            ("要回18.6万元", "要回十八万六千元"),
            ("186,000元", "十八万六千元"),
            ("9,800元", "九千八百元"),
            ("3000元", "三千元"),
            ("2000元和200元", "两千元和二百元"),
            ("完成108%", "完成百分之一百零八"),
            ("3.5倍", "三点五倍"),
            ("2个人，第2个", "两个人，第二个"),
            ("12人，7日内", "十二人，七日内"),
            ("30–90日", "三十到九十日"),
            ("12·4宣传日", "十二四宣传日"),
            ("第42条", "第四十二条"),
            ("１２３４８", "幺二三四八"),
            ("带身份证（没有也先来）。", "带身份证。"),
            ("《法律援助法》第31条", "《法律援助法》第三十一条"),
            ("半截（括号１２", "半截，括号十二"),
            ("编号34112500000000", "编号三四幺幺二五零零零零零零零零"),
        ] {
            assert_eq!(spoken(written), said, "{written}");
        }
    }

    #[test]
    fn large_numbers() {
        for (value, said) in [
            (10, "十"),
            (105, "一百零五"),
            (110, "一百一十"),
            (1_0000, "一万"),
            (10_0500, "十万零五百"),
            (12_000, "一万两千"),
            (1_0001_0000, "一亿零一万"),
            (1_0000_0001, "一亿零一"),
            (2_3000_0000_0000, "二万亿三千亿"),
        ] {
            assert_eq!(cardinal(value), said, "{value}");
        }
    }

    #[test]
    fn a_minute_has_as_many_characters_as_the_pace_says() {
        assert_eq!(seconds(&"字，".repeat(200), 200), 60);
        assert_eq!(seconds("", 200), 0);
    }

    proptest! {
        #[test]
        fn no_digit_is_left(text in "[0-9０-９年月日:：.,，%万元–（）()-]{0,40}|\\PC{0,40}") {
            prop_assert!(!spoken(&text).contains(|c: char| c.is_ascii_digit()));
        }

        #[test]
        fn every_number_can_be_said(value: u64) {
            prop_assert!(!cardinal(value).is_empty());
        }
    }
}
