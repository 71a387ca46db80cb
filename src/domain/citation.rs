//! 《法律援助法》第三十一条 and `法律援助法#31`: the same citation.
//!
//! Front matter uses the short form. The long form, as people write it in running text, is made
//! here too, so that screen, paper and checks say articles the same way.

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::record::Fields;
use crate::base::span::Spanned;
use crate::say;

/// An article of a statute.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// Name of the statute without 《》.
    pub statute: String,
    /// Article number; `None` cites the statute as a whole.
    pub article: Option<u16>,
}

impl Citation {
    /// Reads `法律援助法#31` or `法律援助法`; 《》 around the name are allowed.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (statute, article) = match text.split_once('#') {
            Some((statute, number)) => {
                let number: u16 = number.trim().parse().ok()?;
                (statute, Some(number).filter(|&number| number > 0))
            }
            None => (text, None),
        };
        let statute = statute.trim().trim_start_matches('《').trim_end_matches('》');
        if statute.is_empty() || (text.contains('#') && article.is_none()) {
            return None;
        }
        Some(Self { statute: statute.to_owned(), article })
    }

    /// 《法律援助法》第三十一条.
    #[must_use]
    pub fn long(&self) -> String {
        match self.article {
            Some(article) => format!("《{}》第{}条", self.statute, numeral(article)),
            None => format!("《{}》", self.statute),
        }
    }
}

/// Reads a list of citations; what is none is a finding.
pub fn read_list(fields: &mut Fields<'_>, key: &'static str) -> Vec<Spanned<Citation>> {
    let mut list = Vec::new();
    for text in fields.texts(key) {
        if let Some(citation) = Citation::parse(&text.value) {
            list.push(Spanned::new(citation, text.span));
            continue;
        }
        let value = &text.value;
        fields.report(
            Diagnostic::new(
                Code::BadValue,
                text.span,
                say!(zh: "看不懂的法律依据 `{value}`", en: "not a citation: `{value}`"),
            )
            .hint(say!(zh: "写作 `法律援助法#31`", en: "write `法律援助法#31`")),
        );
    }
    list
}

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

/// The number a Chinese numeral or plain digits write: 三十一 → 31, 一百零五 → 105, 31 → 31.
#[must_use]
pub fn parse_numeral(text: &str) -> Option<u16> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let (mut total, mut digit, mut any) = (0u16, None, false);
    for c in text.chars() {
        if let Some(value) = "零一二三四五六七八九".chars().position(|d| d == c) {
            digit = u16::try_from(value).ok();
        } else {
            let unit = match c {
                '十' => 10,
                '百' => 100,
                '千' => 1000,
                _ => return None,
            };
            total = total.checked_add(digit.unwrap_or(1).checked_mul(unit)?)?;
            digit = None;
        }
        any = true;
    }
    any.then(|| total.checked_add(digit.unwrap_or(0))).flatten()
}

#[cfg(test)]
mod tests {
    use super::{Citation, numeral, parse_numeral};

    #[test]
    fn short_and_long_form() {
        let citation = Citation::parse("法律援助法#31").unwrap();
        assert_eq!(citation.long(), "《法律援助法》第三十一条");
        assert_eq!(Citation::parse("《民法典》").unwrap().long(), "《民法典》");
        for wrong in ["", "#31", "法律援助法#", "法律援助法#三十一", "法律援助法#0"]
        {
            assert_eq!(Citation::parse(wrong), None, "{wrong}");
        }
    }

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
        assert_eq!(parse_numeral("两"), None);
    }
}
