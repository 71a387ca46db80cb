//! Looks for a few words in a text, all in one pass.
//!
//! Several rules pass over every text of the site. A general automaton leaps to bytes that are rare in
//! English; every Han character begins with one of six, so in Chinese it stops nearly everywhere.
//! Comparing the beginnings of all words with many places at once does not depend on that, and is
//! three to ten times as fast. Machines that cannot do it get the automaton.

use aho_corasick::packed::{self, Searcher};
use aho_corasick::{AhoCorasick, Input, Match, MatchKind, Span};

/// Some words that are looked for together; of two that start together the longer counts.
pub(crate) enum Words {
    /// Many places at once.
    Packed(Searcher),
    /// Byte by byte.
    Automaton(AhoCorasick),
}

impl Words {
    /// These words, none of them empty.
    pub(crate) fn of(words: &[&str]) -> Self {
        let mut config = packed::Config::new();
        let mut builder = config.match_kind(packed::MatchKind::LeftmostLongest).builder();
        builder.extend(words).build().map_or_else(|| Self::automaton(words), Self::Packed)
    }

    fn automaton(words: &[&str]) -> Self {
        let built = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words);
        #[expect(clippy::expect_used, reason = "a few short constant words: tried by the tests")]
        Self::Automaton(built.expect("constant words make a searcher"))
    }

    /// Where they stand in a text, and which by its number.
    pub(crate) fn find(&self, text: &str) -> impl Iterator<Item = Match> {
        self.find_bytes(text.as_bytes())
    }

    /// The same in bytes that may be no text.
    pub(crate) fn find_bytes(&self, bytes: &[u8]) -> impl Iterator<Item = Match> {
        let mut start = 0;
        std::iter::from_fn(move || {
            let rest = Span { start, end: bytes.len() };
            let hit = match self {
                Self::Packed(searcher) => searcher.find_in(bytes, rest),
                Self::Automaton(automaton) => automaton.find(Input::new(bytes).span(rest)),
            }?;
            start = hit.end();
            Some(hit)
        })
    }

    /// Whether one of them stands in a text.
    pub(crate) fn any(&self, text: &str) -> bool {
        self.find(text).next().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn both_ways_find_the_same() {
        const WORDS: [&str; 4] = ["号楼", "号", "有限公司", "有限责任公司"];
        let ways = [Words::of(&WORDS), Words::automaton(&WORDS)];
        let found = |words: &Words, text: &str| -> Vec<(usize, usize)> {
            words.find(text).map(|hit| (hit.pattern().as_usize(), hit.start())).collect()
        };
        let long = "一".repeat(200);
        for (text, expected) in [
            ("", vec![]),
            ("号", vec![(1, 0)]),
            ("三号楼二号", vec![(0, 3), (1, 12)]),
            ("某有限责任公司和有限公司", vec![(3, 3), (2, 24)]),
            (&format!("{long}3号{long}"), vec![(1, 601)]),
        ] {
            for words in &ways {
                assert_eq!(found(words, text), expected, "{text}");
                assert_eq!(words.any(text), !expected.is_empty());
            }
        }
    }
}
