//! What the index knows beside pairs: which lines of `words` a page speaks of, and which questions are
//! exactly one of its everyday words.
//!
//! A line is a posting list like that of a pair, worked out from the finished pairs: a browser asks
//! one piece for 工钱, 讨薪, 欠薪 and all the others, instead of one for each pair of each of them, and
//! several lines of one question can be told apart. A sign is a page's title or one of its keywords,
//! without what means nothing, each word of a line like any other of it: who asks exactly that is led
//! to that page first. So whoever writes a page decides by its keywords which questions it answers.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::web::search::grams::{ALONE, PARTS, Pair, Pile, pair, searched, sieve};
use crate::web::search::words;

/// The first of the characters that stand for lines; no text has them.
const LINE: u16 = 0xe000;
/// Signs are numbers below the square of this, in two characters.
const SIGNS: u32 = 6_000;

/// Lines and what means nothing, ready for looking up.
pub(super) struct Same {
    /// The words of each line, as the index has them.
    lines: Vec<Vec<Vec<u16>>>,
    /// All words by their first character, the longest first.
    starts: BTreeMap<u16, Vec<Word>>,
}

struct Word {
    units: Vec<u16>,
    /// Its line; none where it means nothing.
    line: Option<u16>,
}

/// A text as the index has it, without what parts.
fn units(text: &str) -> Vec<u16> {
    text.chars().map(searched).filter(|unit| *unit != PARTS).collect()
}

impl Same {
    /// From the lines of `words` and the site's own.
    pub(super) fn of(lines: &[Vec<&str>]) -> Self {
        let lines: Vec<Vec<Vec<u16>>> =
            lines.iter().map(|line| line.iter().map(|word| units(word)).collect()).collect();
        let mut starts: BTreeMap<u16, Vec<Word>> = BTreeMap::new();
        let of_lines = (LINE..).zip(&lines).flat_map(|(number, line)| {
            line.iter().map(move |units| Word { units: units.clone(), line: Some(number) })
        });
        let empty = words::EMPTY.split(' ').map(|word| Word { units: units(word), line: None });
        for word in of_lines.chain(empty) {
            if let Some(first) = word.units.first() {
                starts.entry(*first).or_default().push(word);
            }
        }
        for words in starts.values_mut() {
            // Stable: of two lines that have a word, the first is meant.
            words.sort_by_key(|word| Reverse(word.units.len()));
        }
        Self { lines, starts }
    }

    /// The sign of a title or a keyword; none where nothing of it is searched.
    pub(super) fn sign(&self, text: &str) -> Option<Pair> {
        let text = units(text);
        let (mut told, mut at) = (Vec::with_capacity(text.len()), 0);
        while let Some(first) = text.get(at) {
            let known = self.starts.get(first);
            match known.and_then(|all| all.iter().find(|one| text[at..].starts_with(&one.units))) {
                Some(word) => {
                    told.extend(word.line);
                    at += word.units.len();
                }
                None => {
                    told.push(*first);
                    at += 1;
                }
            }
        }
        let told = if told.is_empty() { text } else { told };
        if told.is_empty() {
            return None;
        }
        let number =
            told.iter().fold(0_u32, |sum, unit| (sum * 31 + u32::from(*unit)) % (SIGNS * SIGNS));
        let digit = |number: u32| LINE + u16::try_from(number).unwrap_or_default();
        Some(pair(digit(number / SIGNS), digit(number % SIGNS)))
    }

    /// Adds to the piles, full of pairs, which pages have a word of each line.
    pub(super) fn add(&self, piles: &mut [Pile]) {
        for (number, line) in (LINE..).zip(&self.lines) {
            let mut pages: BTreeMap<u32, u8> = BTreeMap::new();
            for word in line {
                for (page, mark) in pages_of(word, piles) {
                    let known = pages.entry(page).or_default();
                    *known = stronger(*known, mark);
                }
            }
            let row = pair(number, ALONE);
            let pile = Pile::of(piles, row);
            pages.into_iter().for_each(|(page, mark)| pile.add(row, page, mark, 0));
        }
    }
}

/// The parts of both, and how often of the more frequent.
fn stronger(one: u8, other: u8) -> u8 {
    (one & 15 | other & 15) | (one >> 4).max(other >> 4) << 4
}

/// The pages that have all pairs of a word, each pair followed by what follows in it: near enough to
/// the word itself, and known without looking at any text again.
fn pages_of(word: &[u16], piles: &mut [Pile]) -> Vec<(u32, u8)> {
    let mut found: Option<Vec<(u32, u8)>> = None;
    for at in 0..word.len().saturating_sub(1) {
        let one = pair(word[at], word[at + 1]);
        let next = word.get(at + 2).map_or(0, |next| sieve(*next));
        let pages = Pile::of(piles, one).pages(one);
        let pages = pages.into_iter().filter(|(_, _, follow)| follow & next == next);
        let here: BTreeMap<u32, u8> = pages.map(|(page, mark, _)| (page, mark)).collect();
        found = Some(match found {
            None => here.into_iter().collect(),
            Some(before) => before
                .into_iter()
                .filter_map(|(page, mark)| {
                    let other = here.get(&page)?;
                    let often = (mark >> 4).min(other >> 4);
                    Some((page, mark & other & 15 | often << 4))
                })
                .filter(|(_, mark)| mark & 15 != 0)
                .collect(),
        });
    }
    found.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{ALONE, LINE, Same, pair};
    use crate::web::search::grams::{BODY, Dealt, KEYWORD, Pile, Tally};

    fn same() -> Same {
        Same::of(&[vec!["诉讼", "打官司"], vec!["收费", "要钱吗"]])
    }

    #[test]
    fn a_question_is_known_whatever_it_is_asked_with() {
        let same = same();
        let sign = |text| same.sign(text).unwrap();
        assert_eq!(sign("我想离婚"), sign("请问，离婚怎么办？"));
        assert_eq!(sign("打官司要钱吗"), sign("诉讼收费"));
        assert_ne!(sign("要钱吗"), sign("要钱"));
        // Where nothing is left, what was there counts.
        assert_ne!(sign("怎么办"), sign("我们"));
        assert_eq!(same.sign("，"), None);
    }

    #[test]
    fn a_line_stands_where_any_of_its_words_does() {
        let (mut tally, mut pile, mut dealt) =
            (Tally::default(), Pile::default(), Dealt::default());
        for (page, (text, part)) in
            (1..).zip([("打官司", BODY), ("打人的官司", BODY), ("打官", BODY), ("诉讼", KEYWORD)])
        {
            tally.clear();
            tally.add(text, part);
            tally.deal(page, &mut dealt);
        }
        dealt.sorted(1).of(0).iter().for_each(|posting| pile.take(*posting));
        let mut piles = [pile];
        same().add(&mut piles);
        let pages = piles[0].pages(pair(LINE, ALONE));
        assert_eq!(pages, [(1, BODY, 0), (4, KEYWORD, 0)]);
    }
}
