//! A short name that is the beginning of a longer one everywhere on the page: 马得才代种, 马得才说.
//!
//! The last character of a name may be a word that sentences go on with (才, 来, 成), and each sentence by itself
//! is read the commoner way. But somebody called 马得 would not be followed by 才 wherever he is named.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;

use super::beside::FOLLOWING;
use super::character::{Character, END};
use crate::base::look::near::han;

/// What a character costs at most that may be the last one of a name, where it is so everywhere.
const MOST: u8 = 74;

/// Whether a character may be the last one of a name by itself: 和, 向 and 来 are what sentences go on with, and 李梅家
/// is a family.
fn may_end(c: char) -> bool {
    let of = Character::of(c);
    of.given <= MOST && (!of.is(END) || c == '才') && c != '家'
}

/// Puts the longer names in place of the short ones, and takes away those that only begin another name of the page;
/// `public` are names of officials.
pub(super) fn names<'w>(words: &'w str, names: &mut BTreeSet<&'w str>, public: &BTreeSet<&'w str>) {
    let short: Vec<&str> = names.iter().filter(|name| name.chars().count() == 2).copied().collect();
    let Some(finder) = (!short.is_empty()).then(|| AhoCorasick::new(&short).ok()).flatten() else {
        return;
    };
    // Where each stands that is not the beginning of another name.
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for hit in finder.find_overlapping_iter(words) {
        let places = places.entry(short[hit.pattern().as_usize()]).or_default();
        let longer = longer(&words[hit.start()..], hit.len());
        if !longer.is_some_and(|longer| names.contains(longer) || public.contains(longer)) {
            places.push(hit.start());
        }
    }
    for (name, places) in places {
        let whole = everywhere(words, name.len(), &places);
        if whole.is_some() || places.is_empty() {
            names.remove(name);
        }
        names.extend(whole);
    }
}

/// A name of so many bytes that a text begins with, and the character behind it.
fn longer(text: &str, length: usize) -> Option<&str> {
    let next = text[length..].chars().next().filter(|c| han(*c))?;
    Some(&text[..length + next.len_utf8()])
}

/// The longer name, where the same character stands behind each place, two at least, and what follows differs:
/// a sentence said twice is one witness.
fn everywhere<'w>(words: &'w str, length: usize, places: &[usize]) -> Option<&'w str> {
    let first = longer(&words[*places.first()?..], length)?;
    // Only where it stands everywhere does something stand behind it.
    let behind: Option<Vec<Option<char>>> =
        places.iter().map(|at| Some(words[*at..].strip_prefix(first)?.chars().next())).collect();
    let behind = behind?;
    let differs = behind.iter().any(|next| *next != behind[0]);
    let word = || places.iter().any(|at| FOLLOWING.begins(&words[at + length..]));
    (differs && may_end(first.chars().next_back()?) && !word()).then_some(first)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    fn whole(words: &str, short: &[&'static str]) -> Vec<String> {
        // The names of a page lie within its words.
        let mut names: BTreeSet<&str> = short
            .iter()
            .filter_map(|name| words.find(name).map(|at| &words[at..at + name.len()]))
            .collect();
        super::names(words, &mut names, &BTreeSet::from(["王有才"]));
        names.into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn a_character_that_follows_everywhere_belongs_to_the_name() {
        assert_eq!(whole("邻居马得才代种，马得才说不还", &["马得"]), ["马得才"]);
        assert_eq!(
            whole("马得福和马得才代种，马得才说", &["马得", "马得福"]),
            ["马得才", "马得福"]
        );
    }

    #[test]
    fn the_beginning_of_another_name_is_none() {
        assert_eq!(whole("律师王有才到场。王有才说", &["王有"]), [""; 0]);
        assert_eq!(whole("王有到场。律师王有才说", &["王有"]), ["王有"]);
    }

    #[test]
    fn what_a_sentence_goes_on_with_does_not() {
        assert_eq!(whole("邻居张强才知道，张强说不还", &["张强"]), ["张强"]);
        assert_eq!(whole("邻居张强才知道", &["张强"]), ["张强"], "once");
        assert_eq!(whole("张强才知道。张强才知道", &["张强"]), ["张强"], "the same twice");
        assert_eq!(whole("张强的地，张强的车", &["张强"]), ["张强"], "的 ends no name");
        assert_eq!(whole("张强和妻子，张强和儿子", &["张强"]), ["张强"]);
        assert_eq!(whole("张强生病，张强生活", &["张强"]), ["张强"]);
        assert_eq!(whole("张强说好，张强，说", &["张强"]), ["张强"]);
        assert_eq!(whole("张强𠀀好，张强", &["张强"]), ["张强"], "nothing stands behind the last");
        assert_eq!(whole("张强才好，张强!办", &["张强"]), ["张强"], "a sign of one byte");
    }
}
