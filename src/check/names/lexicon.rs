//! Lists of words, by the character they begin or end with.
//!
//! Every surname of a page is held against some hundreds of words. Nearly always none of them shares
//! its first character with the text, and that is all that is looked at.

use std::sync::LazyLock;

use super::labels::{AGENTS, EITHER, FOLLOWS, NAMED, OFFICES, PARTIES, PLACES, TITLES};
use super::surname::WORDS;

/// Words in the order of the character by which they are found.
pub(super) struct Lexicon(Vec<(char, &'static str)>);

impl Lexicon {
    fn of(lists: &[&[&'static str]], by: impl Fn(&str) -> Option<char>) -> Self {
        let words = lists.iter().flat_map(|list| list.iter());
        let mut words: Vec<_> = words.filter_map(|word| Some((by(word)?, *word))).collect();
        words.sort_unstable();
        Self(words)
    }

    fn by_first(list: &[&'static str]) -> Self {
        Self::of(&[list], |word| word.chars().next())
    }

    fn by_last(lists: &[&[&'static str]]) -> Self {
        Self::of(lists, |word| word.chars().next_back())
    }

    fn with(&self, c: char) -> impl Iterator<Item = &'static str> {
        let from = self.0.partition_point(|(own, _)| *own < c);
        self.0[from..].iter().take_while(move |(own, _)| *own == c).map(|(_, word)| *word)
    }

    /// Whether a text begins with one of the words (of a list by first characters).
    pub(super) fn begins(&self, text: &str) -> bool {
        text.chars().next().is_some_and(|c| self.with(c).any(|word| text.starts_with(word)))
    }

    /// The bytes of the longest word a text ends with (of a list by last characters).
    pub(super) fn longest_end(&self, text: &str) -> Option<usize> {
        let words = self.with(text.chars().next_back()?);
        words.filter(|word| text.ends_with(word)).map(str::len).max()
    }
}

pub(super) static TITLES_BEHIND: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_first(TITLES));
pub(super) static OFFICES_BEHIND: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_first(OFFICES));
pub(super) static FOLLOWING: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_first(FOLLOWS));
pub(super) static PLACES_BEHIND: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_first(PLACES));
pub(super) static PLAIN_WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_first(WORDS));
pub(super) static PARTIES_BEFORE: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::by_last(&[PARTIES]));
pub(super) static NAMED_BEFORE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_last(&[NAMED]));
pub(super) static EITHER_BEFORE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_last(&[EITHER]));
pub(super) static OFFICES_BEFORE: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::by_last(&[OFFICES, AGENTS]));

#[cfg(test)]
mod tests {
    use super::{FOLLOWING, OFFICES_BEFORE, PARTIES_BEFORE};
    use crate::check::names::labels::{FOLLOWS, PARTIES};

    #[test]
    fn every_word_is_found_by_its_character() {
        for word in PARTIES {
            assert!(PARTIES_BEFORE.longest_end(&format!("由{word}")) >= Some(word.len()), "{word}");
        }
        for word in FOLLOWS {
            assert!(FOLLOWING.begins(&format!("{word}，")), "{word}");
        }
        assert_eq!(PARTIES_BEFORE.longest_end("由法定代理人"), Some("法定代理人".len()));
        assert_eq!(OFFICES_BEFORE.longest_end("张某"), None);
        assert!(!FOLLOWING.begins("") && PARTIES_BEFORE.longest_end("").is_none());
    }
}
