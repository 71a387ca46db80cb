//! 法规依据: a statute digested in our own words, one heading an article.

use crate::base::date::Date;
use crate::base::record::Fields;
use crate::base::span::Spanned;
use crate::domain::body::{Body, Inline, plain_text};
use crate::domain::citation::{parse_numeral, short_forms};
use crate::say;

/// A law page.
#[derive(Clone, Debug)]
pub struct Law {
    /// Short name used in citations: 法律援助法.
    pub statute: Option<Spanned<String>>,
    /// Full name: 中华人民共和国法律援助法.
    pub full_name: Option<Spanned<String>>,
    /// What people call it for short: 法援法.
    pub short_names: Vec<Spanned<String>>,
    /// Which version: 2021年8月20日通过.
    pub version: Option<Spanned<String>>,
    /// In force from.
    pub in_force_from: Option<Spanned<Date>>,
    /// Number of the last article, where the statute is digested only in part.
    pub last_article: Option<Spanned<u64>>,
    /// How long single articles are.
    pub lengths: Vec<Length>,
}

/// How many parts an article has, as far as somebody counted them.
#[derive(Clone, Debug)]
pub struct Length {
    /// Its number.
    pub number: Spanned<u64>,
    /// 款.
    pub paragraphs: Option<Spanned<u64>>,
    /// 项, all in one paragraph.
    pub items: Option<Spanned<u64>>,
}

impl Law {
    /// Reads the kind's fields.
    pub fn read(fields: &mut Fields<'_>) -> Self {
        Self {
            statute: fields.text("statute"),
            full_name: fields.text("full_name"),
            short_names: fields.texts("short_names"),
            version: fields.text("version"),
            in_force_from: fields.date("in_force_from"),
            last_article: fields.count("last_article"),
            lengths: fields.groups("article", &say!(zh: "[[article]]", en: "article"), |fields| {
                let number = fields.count("number");
                if number.is_none() && !fields.has("number") {
                    fields.missing("number", "number = 31");
                }
                let (paragraphs, items) = (fields.count("paragraphs"), fields.count("items"));
                Some(Length { number: number?, paragraphs, items })
            }),
        }
    }

    /// Every name it is cited by, the short official one first.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let official = [&self.statute, &self.full_name].into_iter().flatten();
        let official = official.map(|name| name.value.as_str());
        let given = self.short_names.iter().map(|name| name.value.as_str());
        let mut names: Vec<&str> = official.clone().chain(given).collect();
        for short in official.flat_map(short_forms) {
            names.push(short);
        }
        names
    }

    /// How long an article is, where it was counted.
    #[must_use]
    pub fn length(&self, article: u16) -> Option<&Length> {
        self.lengths.iter().find(|length| length.number.value == u64::from(article))
    }
}

/// The articles a law page has headings for: number and anchor, in the order of the page. A
/// heading counts when it starts with 第…条.
pub fn articles(body: &Body) -> impl Iterator<Item = (u16, &str)> {
    body.headings().filter_map(|(_, id, content)| Some((article_number(content)?, id)))
}

/// The number of the article that a heading is of.
#[must_use]
pub fn article_number(content: &[Inline]) -> Option<u16> {
    let mut words = String::new();
    plain_text(content, &|_| String::new(), &mut words);
    let rest = words.trim_start().strip_prefix('第')?;
    let (number, behind) = rest.split_once('条')?;
    // 第三十一条之一 is another article than 第三十一条.
    if behind.starts_with('之') {
        return None;
    }
    parse_numeral(number)
}
