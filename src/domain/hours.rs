//! Opening hours as clerks write them, understood where they can be.
//!
//! The words are what people read; this is only for “open now”, which a script adds. A text that is
//! not understood whole gives nothing: a wrong “open” sends somebody on a long way for nothing.

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// Days of the week with the times an office is open on them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Monday = 0 … Sunday = 6, ascending.
    pub days: Vec<u8>,
    /// From and to, in minutes after midnight; `from < to ≤ 1440`.
    pub times: Vec<(u16, u16)>,
}

/// Reads `周一至周五 8:30–12:00，14:30–17:30；周六 9:00–11:00` or `每天二十四小时`.
#[must_use]
pub fn read(text: &str) -> Option<Vec<Opening>> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect();
    plain
        .split(';')
        .filter(|part| !part.is_empty())
        .map(opening)
        .collect::<Option<Vec<_>>>()
        .filter(|openings| !openings.is_empty())
}

/// Full-width digits and the many dashes in one form each.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        '：' => ':',
        '；' | '。' => ';',
        '，' | '、' => ',',
        '–' | '—' | '－' | '~' | '～' | '至' | '到' => '-',
        '星' => '周',
        '天' => '日',
        c => c,
    }
}

fn opening(part: &str) -> Option<Opening> {
    // 星期 became 周期.
    let part = part.replace("周期", "周").replace("礼拜", "周");
    let (days, rest) = days(&part)?;
    Some(Opening { days, times: times(rest)? })
}

/// The days at the start of `part`, and what follows them.
fn days(part: &str) -> Option<(Vec<u8>, &str)> {
    for (word, last) in [("每日", 7), ("日日", 7), ("全年", 7), ("工作日", 5)] {
        if let Some(rest) = part.strip_prefix(word) {
            return Some(((0..last).collect(), rest));
        }
    }
    let mut days = Vec::new();
    let mut rest = part;
    loop {
        let (from, after) = day(rest)?;
        let (to, after) = match after.strip_prefix('-') {
            Some(end) => day(end)?,
            None => (from, after),
        };
        if to < from {
            return None;
        }
        days.extend(from..=to);
        match after.strip_prefix(',').filter(|next| next.starts_with('周')) {
            Some(next) => rest = next,
            None => {
                days.sort_unstable();
                days.dedup();
                return Some((days, after));
            }
        }
    }
}

fn day(text: &str) -> Option<(u8, &str)> {
    let text = text.strip_prefix('周')?;
    let name = text.chars().next()?;
    let number = "一二三四五六日".chars().position(|day| day == name)?;
    Some((u8::try_from(number).ok()?, &text[name.len_utf8()..]))
}

fn times(text: &str) -> Option<Vec<(u16, u16)>> {
    if matches!(text.trim_start_matches(','), "二十四小时" | "24小时" | "全日" | "0:00-24:00")
    {
        return Some(vec![(0, DAY)]);
    }
    let mut times: Vec<(u16, u16)> = Vec::new();
    for span in text.trim_start_matches(',').split(',') {
        let (afternoon, span) = half(span);
        let (from, to) = span.split_once('-')?;
        let (later, to) = half(to);
        let from = minutes(from, afternoon)?;
        let to = minutes(to, afternoon || later)?;
        if from >= to || times.last().is_some_and(|(_, last)| from < *last) {
            return None;
        }
        times.push((from, to));
    }
    Some(times)
}

/// Whether a time is said to be in the afternoon, and the time.
fn half(text: &str) -> (bool, &str) {
    for (word, afternoon) in [("上午", false), ("早上", false), ("下午", true), ("晚上", true)]
    {
        if let Some(rest) = text.strip_prefix(word) {
            return (afternoon, rest);
        }
    }
    (false, text)
}

fn minutes(text: &str, afternoon: bool) -> Option<u16> {
    let (hour, minute) = match text.split_once(':') {
        Some(parts) => parts,
        None => text.split_once('点').map(|(h, m)| (h, if m.is_empty() { "0" } else { m }))?,
    };
    let minute = if minute == "半" { "30" } else { minute.trim_end_matches('分') };
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = if afternoon && hour < 12 { hour + 12 } else { hour };
    let all = hour.checked_mul(60)?.checked_add(minute)?;
    (minute < 60 && all <= DAY).then_some(all)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Opening, read};

    fn one(days: &[u8], times: &[(u16, u16)]) -> Option<Vec<Opening>> {
        Some(vec![Opening { days: days.to_vec(), times: times.to_vec() }])
    }

    #[test]
    fn hours_as_they_are_written() {
        let week = [0, 1, 2, 3, 4];
        let both = [(510, 720), (870, 1050)];
        for text in [
            "周一至周五 8:30–12:00，14:30–17:30",
            "星期一到星期五　８：３０-12:00、14:30-17:30",
            "工作日上午8:30—12:00，下午2:30—5:30",
            "周一、周二、周三、周四、周五 8点半至12点，14点30分至17点30分",
        ] {
            assert_eq!(read(text), one(&week, &both), "{text}");
        }
        assert_eq!(read("每天二十四小时"), one(&[0, 1, 2, 3, 4, 5, 6], &[(0, 1440)]));
        assert_eq!(read("周一至周五9:00-17:00；周日 9:00-11:00").map(|all| all.len()), Some(2));
    }

    #[test]
    fn what_is_not_understood_whole_is_not_guessed_at() {
        for text in [
            "",
            "逢集",
            "周一至周五",
            "8:30-12:00",
            "周一至周五 8:30-12:00（夏季 8:00）",
            "周五至周一 8:30-12:00",
            "周一 12:00-8:30",
            "周一 8:30-25:00",
            "周一 8:99-9:00",
            "周一 8:30-12:00，11:00-17:00",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in "[周星期一二三四五六日天至每工作上午下点半0-9:：,，;；–-]{0,40}") {
            for opening in read(&text).unwrap_or_default() {
                prop_assert!(!opening.days.is_empty() && !opening.times.is_empty());
                prop_assert!(opening.times.iter().all(|(from, to)| from < to && *to <= 1440));
            }
        }
    }
}
