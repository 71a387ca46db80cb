//! Everything by everyday word, and the map of the site: finding without script.

use std::collections::BTreeMap;

use pinyin::ToPinyin;

use crate::domain::kind::KindName;
use crate::model::site::{PageId, Site};
use crate::view::list::{FindView, LetterView, MapView, WordView};
use crate::view::make::link;

/// A section shows at most so many of its pages on the map; its list has them all.
const MAP_PAGES: usize = 24;
/// A word names at most so many pages.
const PAGES_OF_WORD: usize = 6;

/// The kinds whose everyday words lead to help; cases and news would drown them.
const WITH_WORDS: [KindName; 6] = [
    KindName::Eligibility,
    KindName::Checkup,
    KindName::Channel,
    KindName::Contact,
    KindName::Law,
    KindName::Page,
];

/// The view of the look-up page.
#[must_use]
pub fn find(site: &Site) -> FindView {
    let mut words: BTreeMap<&str, Vec<PageId>> = BTreeMap::new();
    for kind in WITH_WORDS {
        for id in site.of_kind(kind) {
            for word in &site.page(id).head.keywords {
                let pages = words.entry(word.value.trim()).or_default();
                if pages.len() < PAGES_OF_WORD && !pages.contains(&id) {
                    pages.push(id);
                }
            }
        }
    }
    let mut letters: BTreeMap<String, Vec<(String, WordView)>> = BTreeMap::new();
    for (word, pages) in words {
        let (whole, initials) = readings(word);
        let letter = initials.chars().next().filter(char::is_ascii_alphabetic);
        let letter = letter.map_or_else(|| "0".to_owned(), |c| c.to_ascii_uppercase().to_string());
        let view = WordView {
            word: word.to_owned(),
            pinyin: format!("{whole} {initials}").trim().to_owned(),
            pages: pages.into_iter().map(|id| link(site, id)).collect(),
        };
        letters.entry(letter).or_default().push((whole, view));
    }
    let letters = letters.into_iter().map(|(letter, mut words)| {
        words.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.word.cmp(&b.1.word)));
        LetterView { letter, words: words.into_iter().map(|(_, view)| view).collect() }
    });
    FindView { letters: letters.collect(), sections: map(site, MAP_PAGES) }
}

/// The pinyin of a word without tones, whole and by first letters.
#[must_use]
pub fn readings(word: &str) -> (String, String) {
    let (mut whole, mut initials) = (String::new(), String::new());
    for c in word.chars() {
        if let Some(syllable) = syllable(c) {
            initials.extend(syllable.chars().next());
            whole.push_str(&syllable);
        } else if c.is_ascii_alphanumeric() {
            whole.push(c.to_ascii_lowercase());
            initials.push(c.to_ascii_lowercase());
        }
    }
    (whole, initials)
}

/// How a character is spoken, without its tone and as it is typed: `lv` for 律.
#[must_use]
pub fn syllable(c: char) -> Option<String> {
    Some(c.to_pinyin()?.plain().replace('ü', "v"))
}

/// The sections with at most so many of their pages each.
#[must_use]
pub fn map(site: &Site, most: usize) -> Vec<MapView> {
    let sections = site.sections().iter().filter(|section| !section.name.is_empty());
    sections
        .filter(|section| !section.listed.is_empty())
        .map(|section| MapView {
            title: section.title.clone(),
            href: section.route.to_string(),
            total: section.listed.len(),
            pages: section.listed.iter().take(most).map(|id| link(site, *id)).collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::readings;

    #[test]
    fn what_people_type() {
        assert_eq!(readings("讨薪"), ("taoxin".to_owned(), "tx".to_owned()));
        assert_eq!(readings("12348热线"), ("12348rexian".to_owned(), "12348rx".to_owned()));
    }
}
