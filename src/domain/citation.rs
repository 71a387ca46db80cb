//! 《法律援助法》第三十一条 and `法律援助法#31`: the same citation.
//!
//! Front matter uses the short form and takes the long one too. The long form, as people write it in
//! running text, is made and read here, so that screen, paper and checks say articles the same way.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

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
    /// 款 of the article.
    pub paragraph: Option<u16>,
    /// 项 of the paragraph.
    pub item: Option<u16>,
}

impl Citation {
    /// Reads `法律援助法#31`, `法律援助法第31条`, `《法律援助法》第三十一条第一款第（二）项` or the name
    /// alone.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((statute, number)) = text.split_once('#') {
            let number: u16 = number.trim().parse().ok().filter(|number| *number > 0)?;
            return Self::of(statute, Some((number, None, None)));
        }
        let article = text.match_indices('第').find_map(|(at, _)| {
            let (end, parts) = article_at(text, at)?;
            (end == text.len()).then_some((at, parts))
        });
        match article {
            Some((at, parts)) => Self::of(&text[..at], Some(parts)),
            None => Self::of(text, None),
        }
    }

    /// The article of a statute as a whole.
    #[must_use]
    pub fn of_article(statute: &str, article: u16) -> Self {
        let statute = statute.to_owned();
        Self { statute, article: Some(article), paragraph: None, item: None }
    }

    fn of(statute: &str, parts: Option<Parts>) -> Option<Self> {
        let statute = statute.trim().trim_start_matches('《').trim_end_matches('》');
        if statute.is_empty() {
            return None;
        }
        let (article, paragraph, item) =
            parts.map_or((None, None, None), |(article, p, i)| (Some(article), p, i));
        Some(Self { statute: statute.to_owned(), article, paragraph, item })
    }

    /// 《法律援助法》第三十一条; 款 and 项 behind it where they are given.
    #[must_use]
    pub fn long(&self) -> String {
        let mut out = format!("《{}》", self.statute);
        let units = [(self.article, "条"), (self.paragraph, "款")];
        for (number, unit) in units {
            if let Some(number) = number {
                out.push_str(&format!("第{}{unit}", numeral(number)));
            }
        }
        if let Some(item) = self.item {
            out.push_str(&format!("第（{}）项", numeral(item)));
        }
        out
    }
}

/// Article, 款, 项.
type Parts = (u16, Option<u16>, Option<u16>);

/// The article whose 第 stands at `at`, with 款 and 项, and where it ends.
fn article_at(text: &str, at: usize) -> Option<(usize, Parts)> {
    let (mut end, article) = ordinal(text, at, '条')?;
    let mut part = |unit| {
        let (after, number) = ordinal(text, end, unit)?;
        end = after;
        Some(number)
    };
    let (paragraph, item) = (part('款'), part('项'));
    Some((end, (article, paragraph, item)))
}

/// 第三十一条, 第31条, 第（二）项 at `at`: where it ends and its number.
fn ordinal(text: &str, at: usize, unit: char) -> Option<(usize, u16)> {
    let rest = text.get(at..)?.strip_prefix('第')?;
    let end = rest.char_indices().take(12).find(|(_, c)| *c == unit)?.0;
    let number = rest[..end].trim_matches(|c: char| "（）() ".contains(c));
    let number = parse_numeral(number).filter(|number| *number > 0)?;
    Some((at + '第'.len_utf8() + end + unit.len_utf8(), number))
}

/// What may stand between two articles of one statute: 第三十一条、第三十二条和第四十二条.
const LISTING: [&str; 9] = ["、", "和", "及", "以及", "与", "至", "到", "或", "，"];

/// What every citation of an article begins with.
static CITES: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new("第"));

/// Whether a text can cite an article at all: a first look, for nearly every text does not.
#[must_use]
pub fn may_cite(text: &str) -> bool {
    CITES.find(text.as_bytes()).is_some()
}

/// Every article cited in running text: behind 《》, behind a statute known by name (`statutes`), and
/// further articles listed behind one of those.
#[must_use]
pub fn mentions(text: &str, statutes: &[&str]) -> Vec<(Range<usize>, Citation)> {
    let mut found: Vec<(Range<usize>, Citation)> = Vec::new();
    let mut done = 0;
    for at in CITES.find_iter(text.as_bytes()) {
        let Some((end, parts)) = article_at(text, at).filter(|_| at >= done) else { continue };
        let before = &text[..at];
        let named = match before.strip_suffix('》').and_then(|name| Some((name, name.rfind('《')?)))
        {
            Some((name, open)) => Some((open, &name[open + '《'.len_utf8()..])),
            None => statutes
                .iter()
                .filter(|name| before.ends_with(**name))
                .max_by_key(|name| name.len())
                .map(|name| (at - name.len(), *name)),
        };
        let listed = found
            .last()
            .filter(|(place, _)| LISTING.contains(&&text[place.end..at]) && named.is_none());
        let citation = match (named, listed) {
            (Some((_, name)), _) => Citation::of(name, Some(parts)),
            (None, Some((_, last))) => Citation::of(&last.statute, Some(parts)),
            (None, None) => None,
        };
        if let Some(citation) = citation {
            found.push((named.map_or(at, |(start, _)| start)..end, citation));
            done = end;
        }
    }
    found
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
    use proptest::prelude::*;

    use super::{Citation, mentions, numeral, parse_numeral};

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
    fn every_spelling() {
        let short = Citation::parse("法律援助法#31");
        for text in ["《法律援助法》第三十一条", "法律援助法第31条", " 法律援助法第三十一条 "]
        {
            assert_eq!(Citation::parse(text), short, "{text}");
        }
        let whole = "《法律援助法》第二十五条第一款第（六）项";
        assert_eq!(Citation::parse(whole).unwrap().long(), whole);
        assert_eq!(Citation::parse("法律援助法第25条第1款第(6)项").unwrap().long(), whole);
    }

    #[test]
    fn citations_in_running_text() {
        let text = "按《法律援助法》第三十一条、第四十二条第一款和法律援助法第99条，第三次去，本法第五条。";
        let found: Vec<_> =
            mentions(text, &["法律援助法"]).into_iter().map(|(_, c)| c.long()).collect();
        let law = "《法律援助法》第";
        let wanted = ["三十一条", "四十二条第一款", "九十九条"].map(|rest| format!("{law}{rest}"));
        assert_eq!(found, wanted);
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "[第条款项《》（）法一二十百千0-9#、\\PC]{0,40}") {
            let _ = Citation::parse(&text);
            for (place, _) in mentions(&text, &["法"]) {
                prop_assert!(text.get(place).is_some());
            }
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
