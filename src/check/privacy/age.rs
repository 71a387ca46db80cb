//! What to write instead of a date of birth (C323): about how old somebody was when the page was written.

use crate::base::text::Text;
use crate::say;

/// The mend for a birth in `year` on a page of the year `now`; each where it is known.
pub(super) fn instead(year: Option<i16>, now: Option<i16>) -> Text {
    let age = year.zip(now).map(|(year, now)| now - year).filter(|age| (0..=110).contains(age));
    match (age.map(told), year) {
        (Some(age), Some(year)) => say!(
            zh: "写年龄（“{age}”）或年份（“{year}年生”）",
            en: "give the age (“{age}”) or the year ({year})",
        ),
        _ => say!(zh: "写年龄或年份", en: "give the age or the year"),
    }
}

/// An age, as the difference of two years tells it.
fn told(age: i16) -> String {
    const ONES: [&str; 10] = ["", "一", "两", "三", "四", "五", "六", "七", "八", "九"];
    let one = |figure: i16| usize::try_from(figure).ok().and_then(|at| ONES.get(at)).unwrap_or(&"");
    match age {
        0 => "不满一岁".to_owned(),
        1..10 => format!("{}岁左右", one(age)),
        10..20 => format!("十{}岁左右", one(age % 10).replace('两', "二")),
        100.. => "一百多岁".to_owned(),
        _ => format!("{}十多岁", one(age / 10).replace('两', "二")),
    }
}

#[cfg(test)]
mod tests {
    use super::{instead, told};

    #[test]
    fn ages_that_fit() {
        let ages = [
            (0, "不满一岁"),
            (2, "两岁左右"),
            (8, "八岁左右"),
            (10, "十岁左右"),
            (12, "十二岁左右"),
        ];
        for (age, words) in
            ages.into_iter().chain([(25, "二十多岁"), (68, "六十多岁"), (103, "一百多岁")])
        {
            assert_eq!(told(age), words);
        }
        assert_eq!(instead(Some(2018), Some(2026)).zh, "写年龄（“八岁左右”）或年份（“2018年生”）");
        for unknown in
            [instead(None, Some(2026)), instead(Some(2018), None), instead(Some(2030), Some(2026))]
        {
            assert_eq!(unknown.zh, "写年龄或年份");
        }
    }
}
