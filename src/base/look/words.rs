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
    /// Many places at once, so many words by each searcher.
    Packed(Vec<Searcher>),
    /// Byte by byte.
    Automaton(AhoCorasick),
}

/// Words a searcher looks for at once; it takes no more.
const AT_ONCE: usize = 64;

impl Words {
    /// These words, none of them empty.
    pub(crate) fn of(words: &[&str]) -> Self {
        let packed = words.chunks(AT_ONCE).map(|some| {
            let mut config = packed::Config::new();
            let mut builder = config.match_kind(packed::MatchKind::LeftmostLongest).builder();
            builder.extend(some).build()
        });
        let packed: Option<Vec<Searcher>> = packed.collect();
        packed.map_or_else(|| Self::automaton(words), Self::Packed)
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
        let mut next = Vec::new();
        std::iter::from_fn(move || {
            let rest = Span { start, end: bytes.len() };
            let hit = match self {
                Self::Packed(searchers) => first(searchers, bytes, start, &mut next),
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

/// The first hit of several searchers from `start` on; `next` keeps what each found last, so that none
/// looks twice at the same bytes.
fn first(
    searchers: &[Searcher],
    bytes: &[u8],
    start: usize,
    next: &mut Vec<Option<Match>>,
) -> Option<Match> {
    let look = |searcher: &Searcher| searcher.find_in(bytes, Span { start, end: bytes.len() });
    if next.is_empty() {
        next.extend(searchers.iter().map(look));
    }
    for (searcher, known) in searchers.iter().zip(next.iter_mut()) {
        if known.is_some_and(|hit| hit.start() < start) {
            *known = look(searcher);
        }
    }
    let hits = next.iter().enumerate().filter_map(|(at, hit)| Some((at, (*hit)?)));
    let (at, hit) = hits.min_by_key(|(_, hit)| (hit.start(), bytes.len() - hit.end()))?;
    Some(Match::must(at * AT_ONCE + hit.pattern().as_usize(), hit.span()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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

    proptest! {
        /// More words than one searcher takes are found as one by one.
        #[test]
        fn many_words(
            words in prop::collection::btree_set("[一二三四五]{1,4}", 1..200),
            text in "[一二三四五六]{0,60}",
        ) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let found = |words: &Words| -> Vec<_> {
                words.find(&text).map(|hit| (hit.pattern().as_usize(), hit.start())).collect()
            };
            prop_assert_eq!(found(&Words::of(&words)), found(&Words::automaton(&words)));
        }
    }
}
