//! A year's calendar as it hangs in a village: months, weekdays, the lunar day under each date,
//! the twenty-four solar terms and the days everybody keeps.
//!
//! Lunar dates come from ICU (GB/T 33661-2017). Solar terms are the days on which the sun's
//! apparent longitude passes a multiple of 15° in Beijing time; the longitude is Meeus'
//! *Astronomical Algorithms*, chapter 25, with the planets' larger pulls, good to a few thousandths of
//! a degree. Compared with a published almanac it names the same day for all but two of the 2,400
//! terms of 2000–2099.

use icu_calendar::Date as AnyDate;
use icu_calendar::cal::ChineseTraditional;
use serde::Serialize;

use crate::base::date::Date;

const STEMS: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
const BRANCHES: [&str; 12] =
    ["子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"];
const ANIMALS: [&str; 12] =
    ["鼠", "牛", "虎", "兔", "龙", "蛇", "马", "羊", "猴", "鸡", "狗", "猪"];
const LUNAR_MONTHS: [&str; 12] = [
    "正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月", "腊月",
];
const DIGITS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// From the spring equinox on, where the sun's longitude is 0°.
const TERMS: [&str; 24] = [
    "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至", "小暑", "大暑", "立秋", "处暑", "白露",
    "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至", "小寒", "大寒", "立春", "雨水", "惊蛰",
];

/// Days of the solar calendar that everybody keeps, and those the law is explained on.
const SOLAR_DAYS: [(i8, i8, &str); 7] = [
    (1, 1, "元旦"),
    (3, 8, "妇女节"),
    (5, 1, "劳动节"),
    (6, 1, "儿童节"),
    (10, 1, "国庆节"),
    (12, 4, "宪法日"),
    (8, 1, "建军节"),
];

/// Days of the lunar calendar that everybody keeps.
const LUNAR_DAYS: [(u8, u8, &str); 7] = [
    (1, 1, "春节"),
    (1, 15, "元宵节"),
    (5, 5, "端午节"),
    (7, 7, "七夕"),
    (8, 15, "中秋节"),
    (9, 9, "重阳节"),
    (12, 8, "腊八节"),
];

/// A year's calendar.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Almanac {
    /// 2027
    year: i16,
    /// 丁未羊年
    name: String,
    /// When the lunar year begins: 2月6日.
    new_year: String,
    months: Vec<Month>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct Month {
    /// 1 to 12.
    number: i8,
    /// Empty places before the first day in a week that begins on Monday.
    lead: u8,
    days: Vec<Day>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct Day {
    /// 1 to 31.
    day: i8,
    /// What stands below the number: a feast, a solar term, a lunar month's name on its first day,
    /// else the lunar day.
    note: String,
    /// `feast`, `term`, `month`, `day`
    sort: &'static str,
    /// The solar term of a feast's day, where they fall on one day and the note names the feast.
    term: Option<&'static str>,
    /// Saturday or Sunday.
    weekend: bool,
}

/// The calendar of a year.
pub(super) fn almanac(year: i16) -> Almanac {
    let days = |month: i8| (1..=31).filter_map(move |day| Date::new(year, month, day));
    let months = (1..=12).map(|number| Month {
        number,
        lead: Date::new(year, number, 1).map_or(0, Date::weekday),
        days: days(number).map(entry).collect(),
    });
    let first = (1..=2).flat_map(days).find(|date| lunar(*date) == (1, false, 1));
    let place = usize::try_from((i32::from(year) - 4).rem_euclid(60)).unwrap_or(0);
    Almanac {
        year,
        name: format!("{}{}{}年", STEMS[place % 10], BRANCHES[place % 12], ANIMALS[place % 12]),
        new_year: first.map_or(String::new(), |d| format!("{}月{}日", d.month(), d.day())),
        months: months.collect(),
    }
}

fn entry(date: Date) -> Day {
    let (note, sort, term) = note(date);
    Day { day: date.day(), note, sort, term, weekend: date.weekday() >= 5 }
}

fn note(date: Date) -> (String, &'static str, Option<&'static str>) {
    let (month, leap, day) = lunar(date);
    // The year's last day is the twenty-ninth or the thirtieth.
    let eve = next(date).is_some_and(|next| lunar(next) == (1, false, 1));
    let solar = SOLAR_DAYS.iter().find(|(m, d, _)| (*m, *d) == (date.month(), date.day()));
    let feast = LUNAR_DAYS.iter().find(|(m, d, _)| !leap && (*m, *d) == (month, day));
    // Where two fall on one day, the lunar feast is what people gather for.
    let feast = feast.map(|(_, _, name)| *name).or(eve.then_some("除夕"));
    let term = term(date);
    if let Some(name) = feast.or(solar.map(|(_, _, name)| *name)) {
        return (name.to_owned(), "feast", term);
    }
    if let Some(name) = term {
        // The one term that is a public holiday.
        return (name.to_owned(), if name == "清明" { "feast" } else { "term" }, None);
    }
    if day == 1 {
        let name = LUNAR_MONTHS[usize::from(month.clamp(1, 12)) - 1];
        return (format!("{}{name}", if leap { "闰" } else { "" }), "month", None);
    }
    (lunar_day(day), "day", None)
}

/// 初一 … 三十.
fn lunar_day(day: u8) -> String {
    let digit = |number: u8| DIGITS[usize::from(number.clamp(1, 10)) - 1];
    match day {
        0..=10 => format!("初{}", digit(day)),
        11..=19 => format!("十{}", digit(day - 10)),
        20 => "二十".to_owned(),
        21..=29 => format!("廿{}", digit(day - 20)),
        _ => "三十".to_owned(),
    }
}

fn next(date: Date) -> Option<Date> {
    let (year, month) = (date.year(), date.month());
    Date::new(year, month, date.day() + 1)
        .or_else(|| Date::new(year, month + 1, 1))
        .or_else(|| Date::new(year + 1, 1, 1))
}

/// Lunar month, whether it is a leap month, and day.
fn lunar(date: Date) -> (u8, bool, u8) {
    let part = |number: i8| u8::try_from(number).unwrap_or(1);
    let iso = AnyDate::try_new_iso(i32::from(date.year()), part(date.month()), part(date.day()));
    let Ok(iso) = iso else { return (0, false, 0) };
    let lunar = iso.to_calendar(ChineseTraditional::new());
    let month = lunar.month().to_input();
    (month.number(), month.is_leap(), lunar.day_of_month().0)
}

/// The solar term of a day, where it has one.
fn term(date: Date) -> Option<&'static str> {
    let epoch = Date::new(2000, 1, 1)?;
    // Days from 2000-01-01 12:00 TT to 0:00 in Beijing (UTC+8); TT is 69 seconds ahead of UTC.
    let midnight = f64::from(date.days_since(epoch)) - 0.5 - 8.0 / 24.0 + 69.2 / 86_400.0;
    let place = |days: f64| (longitude(days / 36_525.0) / 15.0).floor();
    let (before, after) = (place(midnight), place(midnight + 1.0));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number from 0 to 23"
    )]
    (before.to_bits() != after.to_bits()).then(|| TERMS[after as usize % 24])
}

/// The sun's apparent longitude in degrees, 0 to 360; `t` in Julian centuries from J2000.0.
fn longitude(t: f64) -> f64 {
    let sine =
        |amplitude: f64, phase: f64, speed: f64| amplitude * (phase + speed * t).to_radians().sin();
    let cosine =
        |amplitude: f64, phase: f64, speed: f64| amplitude * (phase + speed * t).to_radians().cos();
    let mean = 280.466_46 + 36_000.769_83 * t + 0.000_303_2 * t * t;
    let anomaly = (357.529_11 + 35_999.050_29 * t - 0.000_153_7 * t * t).to_radians();
    let centre = (1.914_602 - 0.004_817 * t - 0.000_014 * t * t) * anomaly.sin()
        + (0.019_993 - 0.000_101 * t) * (2.0 * anomaly).sin()
        + 0.000_289 * (3.0 * anomaly).sin();
    // Venus (two), Jupiter, the moon, and a slow wave.
    let pulls = cosine(0.001_34, 351.52, 22_518.442_8)
        + cosine(0.001_54, 253.14, 45_036.885_7)
        + cosine(0.002_00, 157.23, 32_964.357_7)
        + sine(0.001_79, 297.85, 445_267.111_7)
        + sine(0.001_78, 252.08, 20.190);
    // Aberration and nutation.
    let apparent = -0.005_69 - sine(0.004_78, 125.04, -1_934.136);
    (mean + centre + pulls + apparent).rem_euclid(360.0)
}

#[cfg(test)]
mod tests {
    use super::{Almanac, Day, TERMS, almanac};

    fn note(almanac: &Almanac, month: usize, day: usize) -> &str {
        &almanac.months[month - 1].days[day - 1].note
    }

    /// The days that almanacs print.
    #[test]
    fn the_year_2027() {
        let year = almanac(2027);
        assert_eq!((year.name.as_str(), year.new_year.as_str()), ("丁未羊年", "2月6日"));
        for (month, day, words) in [
            (1, 1, "元旦"),
            (1, 15, "腊八节"),
            (2, 4, "立春"),
            (2, 5, "除夕"),
            (2, 6, "春节"),
            (2, 20, "元宵节"),
            (3, 8, "妇女节"),
            (4, 5, "清明"),
            (4, 7, "三月"),
            (5, 1, "劳动节"),
            (6, 9, "端午节"),
            (6, 21, "夏至"),
            (9, 15, "中秋节"),
            (10, 8, "重阳节"),
            (12, 4, "宪法日"),
            (12, 22, "冬至"),
        ] {
            assert_eq!(note(&year, month, day), words, "{month}-{day}");
        }
        // On these days a feast and a term fall together, and both are named.
        assert_eq!(year.months[7].days[7].term, Some("立秋"));
        assert_eq!((note(&year, 8, 8), year.months[9].days[7].term), ("七夕", Some("寒露")));
        assert_eq!(year.months[3].days[4].sort, "feast", "a public holiday");
        assert_eq!(year.months[1].days.len(), 28);
        assert_eq!(year.months[0].lead, 4, "2027-01-01 is a Friday");
    }

    #[test]
    fn leap_months_and_long_years() {
        let year = almanac(2028);
        assert_eq!(year.name, "戊申猴年");
        assert_eq!(year.months[1].days.len(), 29);
        assert_eq!(note(&year, 6, 23), "闰五月");
        assert_eq!(note(&almanac(2025), 7, 25), "闰六月");
    }

    /// Every year has twenty-four terms, one lunar new year, and no day without a word.
    #[test]
    fn every_year_is_whole() {
        for number in 2000..2100 {
            let year = almanac(number);
            let days: Vec<_> = year.months.iter().flat_map(|month| &month.days).collect();
            assert!(matches!(days.len(), 365 | 366), "{number}");
            assert!(days.iter().all(|day| !day.note.is_empty()), "{number}");
            let count = |word: &str| days.iter().filter(|day| day.note == word).count();
            assert_eq!((count("春节"), count("除夕"), count("元宵节")), (1, 1, 1), "{number}");
            let named = |day: &&&Day| day.term.is_some() || TERMS.contains(&&*day.note);
            assert_eq!(days.iter().filter(named).count(), 24, "{number}");
        }
    }
}
