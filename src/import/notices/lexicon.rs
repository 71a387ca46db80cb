//! A list of words kept as plain text beside the code, so that a word can be added without reading
//! Rust; looked up by first or last character.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Words of one list.
pub(super) struct Lexicon {
    text: &'static str,
    index: OnceLock<Index>,
}

#[derive(Default)]
struct Index {
    first: BTreeMap<char, Vec<&'static str>>,
    last: BTreeMap<char, Vec<&'static str>>,
}

impl Lexicon {
    /// The words of a text: between spaces, lines with # left out.
    pub(super) const fn new(text: &'static str) -> Self {
        Self { text, index: OnceLock::new() }
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let lines = self.text.lines().filter(|line| !line.starts_with('#'));
            let mut index = Index::default();
            for word in lines.flat_map(str::split_whitespace) {
                if let (Some(first), Some(last)) = (word.chars().next(), word.chars().next_back()) {
                    index.first.entry(first).or_default().push(word);
                    index.last.entry(last).or_default().push(word);
                }
            }
            index
        })
    }

    /// Lengths in characters of all words that `chars` begins with.
    pub(super) fn all(&self, chars: &[char]) -> impl Iterator<Item = usize> {
        let words = chars.first().and_then(|first| self.index().first.get(first));
        words.into_iter().flatten().filter_map(|word| super::words::longest(&[word], chars))
    }

    /// The longest word that `chars` begins with, by its length in characters.
    pub(super) fn longest(&self, chars: &[char]) -> Option<usize> {
        self.all(chars).max()
    }

    /// Whether `text` ends with a word.
    pub(super) fn ends(&self, text: &str) -> bool {
        let words = text.chars().next_back().and_then(|last| self.index().last.get(&last));
        words.into_iter().flatten().any(|word| text.ends_with(word))
    }

    /// Whether `text` is a word.
    pub(super) fn has(&self, text: &str) -> bool {
        let words = text.chars().next().and_then(|first| self.index().first.get(&first));
        words.into_iter().flatten().any(|word| *word == text)
    }
}

#[cfg(test)]
mod tests {
    use super::Lexicon;

    #[test]
    fn words_by_beginning_and_end() {
        let list = Lexicon::new("# 证件\n营业执照 执照\n公章");
        let chars: Vec<char> = "营业执照副本".chars().collect();
        assert_eq!(list.longest(&chars), Some(4));
        assert!(list.ends("某公司公章") && !list.ends("公章一枚"));
        assert!(list.has("执照") && !list.has("证件"));
    }
}
