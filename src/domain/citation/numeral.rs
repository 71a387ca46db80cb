//! Numbers of articles as statutes write them: 三十一, 一百零五, 一〇五, 31.

/// A number from 1 to 9999 in Chinese numerals as statutes count their articles: 31 → 三十一,
/// 10 → 十, 105 → 一百零五.
#[must_use]
pub fn numeral(number: u16) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let mut out = String::new();
    let mut gap = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = usize::from(number / unit % 10);
        if digit == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push('零');
            gap = false;
        }
        if !(unit == 10 && digit == 1 && out.is_empty()) {
            out.push(DIGITS[digit]);
        }
        out.push_str(name);
    }
    if out.is_empty() { "零".to_owned() } else { out }
}

/// The number a Chinese numeral or digits write: 三十一 → 31, 一百零五 → 105, 一〇五 → 105, ３１ → 31.
#[must_use]
pub fn parse_numeral(text: &str) -> Option<u16> {
    let text: Vec<char> = text.chars().map(plain).collect();
    match text.first()? {
        c if c.is_ascii_digit() => text.iter().collect::<String>().parse().ok(),
        _ if text.len() > 1 && text.iter().all(|c| digit(*c).is_some()) => in_places(&text),
        _ => in_units(&text),
    }
}

/// Whether a character can be part of such a number.
pub(super) fn is_numeral(c: char) -> bool {
    let c = plain(c);
    c.is_ascii_digit() || digit(c).is_some() || "十百千".contains(c)
}

/// Full-width digits as plain ones, 〇 as 零, and those of cheques (壹, 拾) as those of everyday.
fn plain(c: char) -> char {
    const CHEQUE: &str = "壹贰叁肆伍陆柒捌玖拾佰仟";
    const EVERYDAY: &str = "一二三四五六七八九十百千";
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '〇' => '零',
        c => {
            let place = CHEQUE.chars().position(|other| other == c);
            place.and_then(|at| EVERYDAY.chars().nth(at)).unwrap_or(c)
        }
    }
}

fn digit(c: char) -> Option<u16> {
    u16::try_from("零一二三四五六七八九".chars().position(|d| d == c)?).ok()
}

/// 一〇五, 九九: a digit a place.
fn in_places(text: &[char]) -> Option<u16> {
    text.iter().try_fold(0u16, |number, c| number.checked_mul(10)?.checked_add(digit(*c)?))
}

/// 一百零五: digits and what they count. Two digits side by side are no number, but for a nought.
fn in_units(text: &[char]) -> Option<u16> {
    let (mut total, mut open) = (0u16, None);
    for c in text {
        if let Some(value) = digit(*c) {
            if open.is_some_and(|open| open != 0) {
                return None;
            }
            open = Some(value);
            continue;
        }
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => return None,
        };
        // 一百零十五 is read aloud so and means 一百一十五.
        let times = open.take().filter(|times| *times > 0).unwrap_or(1);
        total = total.checked_add(times.checked_mul(unit)?)?;
    }
    total.checked_add(open.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::{numeral, parse_numeral};

    #[test]
    fn numerals_read_back() {
        for (number, words) in [
            (1, "一"),
            (10, "十"),
            (11, "十一"),
            (20, "二十"),
            (31, "三十一"),
            (105, "一百零五"),
            (110, "一百一十"),
            (1260, "一千二百六十"),
            (1001, "一千零一"),
        ] {
            assert_eq!(numeral(number), words);
        }
        for number in 1..2000 {
            assert_eq!(parse_numeral(&numeral(number)), Some(number));
        }
        for (text, number) in [
            ("一〇五", 105),
            ("一零五", 105),
            ("九九", 99),
            ("３１", 31),
            ("一百〇五", 105),
            ("柒拾伍", 75),
        ] {
            assert_eq!(parse_numeral(text), Some(number), "{text}");
        }
        for wrong in ["两", "", "十二三", "+5", "一百二三"] {
            assert_eq!(parse_numeral(wrong), None, "{wrong}");
        }
    }
}
