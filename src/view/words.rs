//! Dates, money, numbers and phones, said the same on screen and on paper.

use crate::base::date::Date;

/// 2026年3月2日.
#[must_use]
pub fn day(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// 星期二.
#[must_use]
pub fn weekday(date: Date) -> &'static str {
    const NAMES: [&str; 7] = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"];
    NAMES[usize::from(date.weekday()) % 7]
}

/// A number with thousands apart: 12,000; fractions as written, at most two places.
#[must_use]
pub fn number(value: f64) -> String {
    let text =
        if value.fract() == 0.0 { format!("{value:.0}") } else { trim(&format!("{value:.2}")) };
    let (whole, fraction) =
        text.split_once('.').map_or((text.as_str(), None), |(w, f)| (w, Some(f)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut out = String::from(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// Yuan as people say it: 186,000元 from below ten thousand on up: 18.6万元.
#[must_use]
pub fn money(yuan: f64) -> String {
    if yuan >= 10_000.0 {
        let wan = trim(&format!("{:.2}", yuan / 10_000.0));
        format!("{wan}万元")
    } else {
        format!("{}元", number(yuan))
    }
}

/// The size of a file as people know it: `86 KB`, `1.2 MB`.
#[must_use]
pub fn size(bytes: u64) -> String {
    match bytes.div_ceil(1000) {
        kilo @ ..1000 => format!("{kilo} KB"),
        kilo => {
            let tenths = kilo.div_ceil(100);
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}

/// The format of a file by the ending of its name, as people call it: `PDF`, `DOCX`; none where that
/// is no short word.
#[must_use]
pub fn format(name: &str) -> Option<String> {
    let (_, ending) = name.rsplit_once('.')?;
    let short =
        (2..=4).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_alphanumeric());
    short.then(|| ending.to_ascii_uppercase())
}

fn trim(text: &str) -> String {
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text.to_owned()
    }
}

/// The digits a phone dials, for `tel:` links: `0550-0000000转8` → `05500000000,8`.
#[must_use]
pub fn dial(number: &str) -> String {
    let mut out = String::new();
    for c in number.chars() {
        match c {
            '0'..='9' => out.push(c),
            '０'..='９' => out.extend(char::from_digit(u32::from(c) - u32::from('０'), 10)),
            '+' if out.is_empty() => out.push('+'),
            '转' => out.push(','),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{dial, format, money, number, size};

    #[test]
    fn numbers_as_people_read_them() {
        assert_eq!(number(999.0), "999");
        assert_eq!(number(12_000.0), "12,000");
        assert_eq!(number(-1_234_567.5), "-1,234,567.5");
        assert_eq!(money(186_000.0), "18.6万元");
        assert_eq!(money(9_800.0), "9,800元");
        assert_eq!(money(100_000.0), "10万元");
    }

    #[test]
    fn files_as_people_know_them() {
        for (bytes, words) in [
            (1, "1 KB"),
            (86_000, "86 KB"),
            (999_000, "999 KB"),
            (999_001, "1.0 MB"),
            (1_234_567, "1.3 MB"),
            (12_000_000, "12.0 MB"),
        ] {
            assert_eq!(size(bytes), words, "{bytes}");
        }
        assert_eq!(format("forms/a.b.docx").as_deref(), Some("DOCX"));
        assert!(format("forms/a").is_none() && format("a.委托书").is_none());
    }

    #[test]
    fn what_a_phone_dials() {
        assert_eq!(dial("0550-0000000转8"), "05500000000,8");
        assert_eq!(dial("１２３４８"), "12348");
    }
}
