//! Days as people write them, in full: for dates of birth (C323).

use std::ops::Range;

use crate::domain::identifier::digit;

/// The length of the full date a text begins with, unless it stands inside a longer number.
pub(super) fn date_in(text: &str, before: Option<char>) -> Option<usize> {
    let inside = before.is_some_and(|c| digit(c).is_some());
    if inside { None } else { date(text) }
}

/// The length of the full date a text begins with: 1985年11月3日, 1985-11-03, 1985.11.3, 1985/11/3,
/// 19851103, 一九八五年十一月初三.
pub(super) fn date(text: &str) -> Option<usize> {
    let count = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    match count(text) {
        0 => in_words(text),
        4 if text.starts_with(['1', '2']) => in_figures(text, 4).or_else(|| by_moon(text, 4)),
        // 85年11月3日
        2 if text[2..].starts_with('年') => in_figures(text, 2).or_else(|| by_moon(text, 2)),
        8 => {
            let part = |place: Range<usize>| text[place].parse::<u32>().unwrap_or(0);
            let day = (1..=12).contains(&part(4..6)) && (1..=31).contains(&part(6..8));
            (day && (1900..2100).contains(&part(0..4))).then_some(8)
        }
        _ => None,
    }
}

fn in_figures(text: &str, year: usize) -> Option<usize> {
    let mut at = year;
    for signs in [["年", "-", ".", "/"], ["月", "-", ".", "/"]] {
        at += spaces(&text[at..]);
        at += signs.iter().find(|sign| text[at..].starts_with(**sign))?.len();
        at += spaces(&text[at..]);
        let width = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=2).contains(&width) {
            return None;
        }
        at += width;
    }
    let end = at + spaces(&text[at..]);
    let day = text[end..].chars().next().filter(|c| matches!(c, '日' | '号'));
    Some(day.map_or(at, |day| end + day.len_utf8()))
}

fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

/// 一九八五年十一月三日, 二〇一五年正月初三.
fn in_words(text: &str) -> Option<usize> {
    let year = said(text, "", 4).filter(|length| text[..*length].chars().count() == 4)?;
    by_moon(text, year)
}

/// A year, and the month and the day in words, as the calendar of the moon has them, whether it is named
/// or not: 1956年农历腊月廿三, 1956年（阴历）八月十五.
fn by_moon(text: &str, year: usize) -> Option<usize> {
    const CALENDARS: [&str; 4] = ["农历", "阴历", "旧历", "古历"];
    let rest = text[year..].trim_start_matches(' ').strip_prefix('年')?.trim_start_matches(' ');
    let bare = rest.trim_start_matches(['（', '(', '的']);
    let named = CALENDARS.iter().find_map(|calendar| bare.strip_prefix(calendar));
    let rest = named.map_or(rest, |rest| rest.trim_start_matches(['）', ')', ' ']));
    let month = said(rest, "十正腊冬闰", 3)?;
    let rest = rest[month..].strip_prefix('月')?;
    let day = said(rest, "十初廿卅", 3)?;
    let end = text.len() - rest.len() + day;
    let sign = text[end..].chars().next().filter(|c| matches!(c, '日' | '号'));
    // 1985年三月一次: a numeral alone is no day.
    let whole = sign.is_some() || rest[..day].chars().count() > 1;
    whole.then(|| end + sign.map_or(0, char::len_utf8))
}

/// The year of a day as written, where it is told in full: 1985, 一九八五.
pub(super) fn year_of(day: &str) -> Option<i16> {
    let figures: String = day.chars().map_while(digit).take(4).collect();
    let year = figures.parse().ok().filter(|_| figures.len() == 4)?;
    (1900..2100).contains(&year).then_some(year)
}

/// The length of the numeral a text begins with, at most so many characters.
fn said(text: &str, more: &str, most: usize) -> Option<usize> {
    let one = |c: &char| digit(*c).is_some() || more.contains(*c);
    let length = text.chars().take_while(one).map(char::len_utf8).sum::<usize>();
    let count = text[..length].chars().count();
    (1..=most).contains(&count).then_some(length)
}

/// The length of a day whose year has two digits, as only a word for birth lets one write it: 85.11.3.
pub(super) fn short_date(text: &str) -> Option<usize> {
    let two = text.bytes().take_while(u8::is_ascii_digit).count() == 2;
    if two { in_figures(text, 2) } else { None }
}

#[cfg(test)]
mod tests {
    use super::{date, year_of};

    #[test]
    fn dates_written_out() {
        for text in [
            "1985年11月3日",
            "1985-11-03",
            "1985.11.3",
            "1985/11/3",
            "19851103",
            "1985 年 11 月 3 日",
            "85年11月3日",
            "一九八五年十一月三日",
            "二〇一五年正月初三",
            "1956年农历腊月廿三",
            "1956年腊月廿三",
            "1956年农历八月十五",
            "56年（阴历）8月十五",
            "一九五六年农历腊月廿三",
        ] {
            assert_eq!(date(&format!("{text}，")), Some(text.len()), "{text}");
        }
        for text in [
            "1985年",
            "1985年11月",
            "3499071985年1月1日",
            "五年",
            "年",
            "",
            "19851399",
            "1956年农历腊月",
            "1956年农历年底",
            "1956年三月里",
            "1956年三月一次",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn years_told_in_full() {
        assert_eq!(
            (year_of("1985年11月3日"), year_of("一九八五年正月初三")),
            (Some(1985), Some(1985))
        );
        assert_eq!((year_of("19851103"), year_of("85年11月3日")), (Some(1985), None));
    }
}
