//! 《法律援助法》第三十一条 and `法律援助法#31`: the same citation.
//!
//! Front matter uses the short form and takes the long one too. The long form, as people write it in
//! running text, is made and read here, so that screen, paper and checks say articles the same way.

mod numeral;
mod owner;
mod running;
mod statutes;

use std::ops::Range;

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::record::Fields;
use crate::base::span::Spanned;
use crate::say;

use numeral::is_numeral;
pub use numeral::{numeral, parse_numeral};
pub use running::{Mention, Part, may_cite, mentions, mentions_on};
pub use statutes::{Statutes, last_article, short_forms, without_country};

/// An article of a statute.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// Name of the statute without 《》.
    pub statute: String,
    /// Article number; `None` cites the statute as a whole.
    pub article: Option<u16>,
    /// 2 of 第三十一条之二: an article put in behind another.
    pub inserted: Option<u16>,
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
            let article = parse_numeral(number.trim()).filter(|number| *number > 0)?;
            let digits = number.trim().chars().all(|c| c.is_ascii_digit());
            return digits.then(|| Self::of(statute, &Self::of_article("", article)))?;
        }
        let article = text.match_indices('第').find_map(|(at, _)| {
            let (end, mut articles) = articles_at(text, at)?;
            let last =
                articles.pop().filter(|last| end == text.len() && last.law.article != Some(0))?;
            articles.is_empty().then_some((at, last.law))
        });
        match article {
            Some((at, parts)) => Self::of(&text[..at], &parts),
            None => Self::of(text, &Self::default()),
        }
    }

    /// The article of a statute as a whole.
    #[must_use]
    pub fn of_article(statute: &str, article: u16) -> Self {
        Self { statute: statute.to_owned(), article: Some(article), ..Self::default() }
    }

    /// The same parts of the statute with this name, where it can be one.
    fn of(statute: &str, parts: &Self) -> Option<Self> {
        let statute = statute.trim();
        let bare = statute.strip_prefix('《').and_then(|name| name.strip_suffix('》'));
        let statute = bare.unwrap_or(statute).trim();
        (!statute.is_empty() && !names_an_article(statute))
            .then(|| Self { statute: statute.to_owned(), ..parts.clone() })
    }

    /// 《法律援助法》第三十一条; 款 and 项 behind it where they are given.
    #[must_use]
    pub fn long(&self) -> String {
        let mut out = format!("《{}》", self.statute);
        if let Some(article) = self.article {
            out.push_str(&format!("第{}条", numeral(article)));
        }
        if let Some(inserted) = self.inserted {
            out.push_str(&format!("之{}", numeral(inserted)));
        }
        if let Some(paragraph) = self.paragraph {
            out.push_str(&format!("第{}款", numeral(paragraph)));
        }
        if let Some(item) = self.item {
            out.push_str(&format!("第（{}）项", numeral(item)));
        }
        out
    }
}

/// Whether what should be a statute's name says an article, several laws or a sign of a citation:
/// 法律援助法31条 was meant to be read and is not.
fn names_an_article(name: &str) -> bool {
    let article = name.match_indices('条').any(|(at, _)| name[..at].ends_with(is_numeral));
    article || name.contains('#') || name.contains("》、") || name.contains("》和")
}

/// What may stand between two numbers of one 第…条 and between two articles of one statute:
/// 第二十四、二十五条, 第31-99条, 第三十一条、第三十二条和第四十二条.
const LISTING: [&str; 15] = [
    "、",
    "和",
    "及",
    "以及",
    "与",
    "或",
    "或者",
    "，",
    ",",
    "；",
    ";",
    "、和",
    "，以及",
    "、以及",
    "，和",
];

/// The same where all between the two are meant: 第三十一条至第三十三条, 第31～33条.
const REACHING: [&str; 14] =
    ["至", "到", "-", "—", "–", "~", "～", "－", "―", "−", "‐", "——", "--", "一直到"];

/// Whether some words do nothing but list or reach.
fn lists(words: &str) -> bool {
    LISTING.contains(&words) || REACHING.contains(&words)
}

/// 条, and as it was written before it was made simpler.
const ARTICLE: [char; 2] = ['条', '條'];

/// An article, where its words stand, and whether it ends a row that reaches from the one before.
struct Place {
    words: Range<usize>,
    law: Citation,
    reaches: bool,
}

/// The articles whose 第 stands at `at`, each with the place of its own words, and where all end.
/// 款 and 项 belong to the last.
fn articles_at(text: &str, at: usize) -> Option<(usize, Vec<Place>)> {
    let numbers = numbers_at(text, at)?;
    let mut end = numbers.last()?.words.end + ARTICLE[0].len_utf8();
    let inserted = text[end..].strip_prefix('之').and_then(|rest| {
        let length = rest.find(|c| !is_numeral(c)).unwrap_or(rest.len());
        let number = parse_numeral(&rest[..length])?;
        end += '之'.len_utf8() + length;
        Some(number)
    });
    let mut part = |unit| {
        let (after, number) = ordinal(text, end, unit)?;
        end = after;
        Some(number)
    };
    let (paragraph, item) = (part('款'), part('项'));
    let count = numbers.len();
    let articles = numbers.into_iter().enumerate().map(|(index, number)| {
        let start = if index == 0 { at } else { number.words.start };
        if index + 1 < count {
            return Place { words: start..number.words.end, ..number };
        }
        let law = Citation { inserted, paragraph, item, ..number.law };
        Place { words: start..end, law, reaches: number.reaches }
    });
    Some((end, articles.collect()))
}

/// The numbers between the 第 at `at` and the next 条; nothing where anything else stands there. That no
/// statute has an article 0 is for others to say.
fn numbers_at(text: &str, at: usize) -> Option<Vec<Place>> {
    let start = at + '第'.len_utf8();
    let rest = text.get(at..)?.strip_prefix('第')?;
    let end = start + rest.char_indices().take(40).find(|(_, c)| ARTICLE.contains(c))?.0;
    let (mut numbers, mut from, mut reaches) = (Vec::<Place>::new(), start, false);
    let skip = |from: usize| {
        let space = text[from..end].find(|c| !" \u{3000}".contains(c));
        from + space.unwrap_or(end - from)
    };
    loop {
        from = skip(from);
        let length = text[from..end].find(|c| !is_numeral(c)).unwrap_or(end - from);
        let number = parse_numeral(&text[from..from + length])?;
        let law = Citation::of_article("", number);
        numbers.push(Place { words: from..from + length, law, reaches });
        from = skip(from + length);
        if from == end {
            // The 条 behind it is part of the last one's words, spaces before it included.
            if let Some(last) = numbers.last_mut() {
                last.words.end = end;
            }
            return Some(numbers);
        }
        let rest = &text[from..end];
        let signs = LISTING.iter().chain(&REACHING).filter(|sign| rest.starts_with(**sign));
        let sign = signs.max_by_key(|sign| sign.len())?;
        reaches = REACHING.contains(sign);
        from += sign.len();
    }
}

/// 第三款, 第（二）项 at `at`: where it ends and its number.
fn ordinal(text: &str, at: usize, unit: char) -> Option<(usize, u16)> {
    let rest = text.get(at..)?.strip_prefix('第')?;
    let end = rest.char_indices().take(12).find(|(_, c)| *c == unit)?.0;
    let number = rest[..end].trim_matches(|c: char| "（）() ".contains(c));
    let number = parse_numeral(number).filter(|number| *number > 0)?;
    Some((at + '第'.len_utf8() + end + unit.len_utf8(), number))
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
        let finding = Diagnostic::new(
            Code::BadValue,
            text.span,
            say!(zh: "看不懂的法律依据 `{value}`", en: "not a citation: `{value}`"),
        );
        fields.report(match meant(value) {
            Some(near) => finding.hint(say!(zh: "是否想写 {near}？", en: "did you mean {near}?")),
            None => finding.hint(say!(
                zh: "一条一项，写作 `法律援助法#31`",
                en: "one item an article: write `法律援助法#31`",
            )),
        });
    }
    list
}

/// What somebody most likely meant: 法律援助法第三十一条、第九十九条 → `"法律援助法#31", "法律援助法#99"`, and
/// 法律援助法#31.1.5 → `"法律援助法第三十一条第一款第五项"`.
fn meant(text: &str) -> Option<String> {
    if let Some(parts) = parted(text) {
        return Some(parts);
    }
    let name = text.find(|c| is_numeral(c) || "第#".contains(c))?;
    let statute = text[..name].trim_matches(|c: char| "《》 ".contains(c));
    let numbers = text[name..].split(|c| !is_numeral(c)).filter_map(parse_numeral);
    let listed: Vec<String> = numbers
        .filter(|number| *number > 0)
        .map(|number| format!("\"{statute}#{number}\""))
        .collect();
    (!statute.is_empty() && !listed.is_empty()).then(|| listed.join(", "))
}

/// The article with its 款 and 项 behind signs: #31.1.5, #31-5, #31(5). A greater number behind a dash
/// is another article: #31-42.
fn parted(text: &str) -> Option<String> {
    let (statute, rest) = text.split_once('#')?;
    let statute = statute.trim_matches(|c: char| "《》 ".contains(c));
    let signs = |c: char| ".．-－—()（） ".contains(c);
    let rest = rest.trim();
    let known = rest.chars().all(|c| c.is_ascii_digit() || signs(c));
    let numbers: Vec<u16> = rest.split(signs).filter_map(parse_numeral).collect();
    let dashed = rest.contains(['-', '－', '—']);
    let parts = match numbers[..] {
        [article, paragraph, item] => {
            [numeral(article) + "条", numeral(paragraph) + "款", numeral(item) + "项"].to_vec()
        }
        [article, item] if rest.contains(['(', '（']) || dashed && item < article => {
            [numeral(article) + "条", numeral(item) + "项"].to_vec()
        }
        [article, paragraph] if !dashed => {
            [numeral(article) + "条", numeral(paragraph) + "款"].to_vec()
        }
        _ => return None,
    };
    let parts: String = parts.iter().map(|part| format!("第{part}")).collect();
    (known && !statute.is_empty()).then(|| format!("\"{statute}{parts}\""))
}

#[cfg(test)]
mod tests {
    use super::{Citation, meant};

    #[test]
    fn short_and_long_form() {
        let citation = Citation::parse("法律援助法#31").unwrap();
        assert_eq!(citation.long(), "《法律援助法》第三十一条");
        assert_eq!(Citation::parse("《民法典》").unwrap().long(), "《民法典》");
        for wrong in [
            "",
            "#31",
            "法律援助法#",
            "法律援助法#三十一",
            "法律援助法#0",
            "法律援助法31条",
            "法律援助法第0条",
            "法律援助法第三十一条、第九十九条",
            "《法律援助法》、《民法典》",
        ] {
            assert_eq!(Citation::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_was_meant() {
        assert_eq!(meant("法律援助法31条").unwrap(), "\"法律援助法#31\"");
        let two = "\"法律援助法#31\", \"法律援助法#99\"";
        assert_eq!(meant("《法律援助法》第三十一条、第九十九条").unwrap(), two);
        assert_eq!(meant("第五条"), None);
        for (text, wanted) in [
            ("法律援助法#31.1.5", "\"法律援助法第三十一条第一款第五项\""),
            ("法律援助法#31-5", "\"法律援助法第三十一条第五项\""),
            ("法律援助法#31(5)", "\"法律援助法第三十一条第五项\""),
            ("法律援助法#31.2", "\"法律援助法第三十一条第二款\""),
            ("法律援助法#31-42", "\"法律援助法#31\", \"法律援助法#42\""),
        ] {
            assert_eq!(meant(text).as_deref(), Some(wanted), "{text}");
            assert!(text.contains("42") || Citation::parse(wanted.trim_matches('"')).is_some());
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
}
