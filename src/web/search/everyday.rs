//! Everyday words, and how characters are spoken: for questions in letters, and for those in which a
//! character was taken for another that sounds like it, as happens to who types by pinyin.
//!
//! `words.js` holds the words, those of pages that help first; `sounds.js` the syllables in them,
//! each with the characters spoken so: all of the 3,755 most frequent (the first level of GB 2312,
//! which every keyboard offers first) that share a syllable with one of the words. So a phone can read
//! 公伤 as gong shang, and find 工伤, without a dictionary; both are loaded only where a question is
//! in letters, or has something in it that stands nowhere.

use std::collections::{BTreeMap, BTreeSet};

use encoding_rs::GB18030;
use serde_json::{Value, json};

use crate::model::site::Site;
use crate::view::make::find::syllable;
use crate::web::search::entry::Entry;
use crate::web::search::words;

/// So many everyday words at most.
const WORDS: usize = 1_500;
/// A word of more characters is a sentence: nobody types it by first letters.
const LONGEST: usize = 16;

/// The rows of GB 2312's first level, and the places in a row.
const ROWS: std::ops::RangeInclusive<u8> = 0xb0..=0xd7;
const PLACES: std::ops::RangeInclusive<u8> = 0xa1..=0xfe;

/// The words, and the characters by syllable.
pub(super) fn words_and_sounds(site: &Site, entries: &[Entry]) -> (Value, Value) {
    let words = everyday(site, entries);
    let used: BTreeSet<char> = words.iter().flat_map(|word| word.chars()).collect();
    let mut sounds: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
    for c in &used {
        if let Some(syllable) = syllable(*c) {
            sounds.entry(near(&syllable)).or_default();
        }
    }
    let mut by_syllable: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
    for c in used.into_iter().chain(frequent()) {
        let Some(syllable) = syllable(c) else { continue };
        if sounds.contains_key(&near(&syllable)) {
            by_syllable.entry(syllable).or_default().insert(c);
        }
    }
    let sounds: BTreeMap<String, String> = by_syllable
        .into_iter()
        .map(|(syllable, all)| (syllable, all.into_iter().collect()))
        .collect();
    (json!(words), json!(sounds))
}

/// Keywords and titles of pages that help, keywords of others, the words of the lines.
fn everyday<'s>(site: &'s Site, entries: &'s [Entry]) -> Vec<&'s str> {
    let mut ranks: BTreeMap<&str, u8> = BTreeMap::new();
    for entry in entries {
        let rank = u8::from(!entry.helps(site));
        for word in entry.everyday(site) {
            let known = ranks.entry(word.trim()).or_insert(rank);
            *known = rank.min(*known);
        }
    }
    for word in words::SAME.iter().flat_map(|line| line.iter()) {
        ranks.entry(word).or_insert(0);
    }
    let mut words: Vec<(&str, u8, usize)> =
        ranks.into_iter().map(|(word, rank)| (word, rank, word.chars().count())).collect();
    words.retain(|(_, _, length)| (2..=LONGEST).contains(length));
    words.sort_by_key(|(_, rank, length)| (*rank, *length));
    words.truncate(WORDS);
    words.into_iter().map(|(word, _, _)| word).collect()
}

/// The most frequent characters.
fn frequent() -> impl Iterator<Item = char> {
    ROWS.flat_map(|row| PLACES.map(move |place| [row, place])).filter_map(|bytes| {
        let (text, failed) = GB18030.decode_without_bom_handling(&bytes);
        // Five places of the last row are empty: what they decode to has no reading.
        text.chars().next().filter(|_| !failed)
    })
}

/// What many ears in this part of the country do not tell apart, and so many fingers neither;
/// `search.js` holds the same.
fn near(syllable: &str) -> String {
    let syllable =
        syllable.strip_suffix('g').filter(|rest| rest.ends_with('n')).unwrap_or(syllable);
    for (broad, narrow) in [("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l")] {
        if let Some(rest) = syllable.strip_prefix(broad) {
            return format!("{narrow}{rest}");
        }
    }
    syllable.to_owned()
}

#[cfg(test)]
mod tests {
    use super::{frequent, near, syllable};

    #[test]
    fn frequent_characters_are_all_there() {
        let all: Vec<char> = frequent().filter(|c| syllable(*c).is_some()).collect();
        assert_eq!(all.len(), 3_755);
        assert!("陪赡扬昏新公报欠".chars().all(|c| all.contains(&c)));
    }

    #[test]
    fn what_sounds_alike() {
        assert_eq!(near("shang"), near("san"));
        assert_eq!(near("nin"), near("ling"));
        assert_ne!(near("gong"), near("gang"));
    }
}
