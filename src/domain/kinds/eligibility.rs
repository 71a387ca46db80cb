//! 申请条件: one kind of matter or person, and whether hardship counts.

use crate::base::record::Fields;
use crate::base::span::Spanned;

/// How hardship stands for this matter. The three must never be mixed up: under art. 32 there is
/// no such condition, under art. 42 there is but it is not checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hardship {
    /// 法律援助法 art. 31: the condition holds and is checked (art. 41).
    Required,
    /// 法律援助法 art. 32: there is no condition.
    NotRequired,
    /// 法律援助法 art. 42: the condition holds but is not checked.
    NotVerified,
}

impl Hardship {
    /// The words in front matter.
    pub const WORDS: [(&'static str, Self); 3] = [
        ("required", Self::Required),
        ("not-required", Self::NotRequired),
        ("not-verified", Self::NotVerified),
    ];

    /// The word in front matter and style classes.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, hardship)| *hardship == self).map_or("", |(word, _)| word)
    }

    /// What a citizen reads.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Required => "要符合经济困难标准",
            Self::NotRequired => "不看家里有没有钱",
            Self::NotVerified => "不用证明家里困难",
        }
    }
}

/// An eligibility page.
#[derive(Clone, Debug)]
pub struct Eligibility {
    /// Whether hardship counts.
    pub hardship: Option<Spanned<Hardship>>,
    /// Matters in the law's words.
    pub matters: Vec<Spanned<String>>,
    /// Groups of people: 农民工, 老年人 …
    pub who: Vec<Spanned<String>>,
    /// What to bring for this matter.
    pub proof: Vec<Spanned<String>>,
}

impl Eligibility {
    /// Reads the kind's fields.
    pub fn read(fields: &mut Fields<'_>) -> Self {
        Self {
            hardship: fields.choice("hardship", &Hardship::WORDS),
            matters: fields.texts("matters"),
            who: fields.texts("who"),
            proof: fields.texts("proof"),
        }
    }
}
