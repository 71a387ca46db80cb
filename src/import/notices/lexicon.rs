//! A list of words kept as plain text beside the code, so that a word can be added without reading
//! Rust; looked up by beginning or end.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Words of one list.
pub(super) struct Lexicon {
    text: &'static str,
    index: OnceLock<Index>,
}

#[derive(Default)]
struct Index {
    /// All words in order: those that share a beginning stand together.
    sorted: Vec<Vec<char>>,
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
                if let Some(last) = word.chars().next_back() {
                    index.sorted.push(word.chars().collect());
                    index.last.entry(last).or_default().push(word);
                }
            }
            index.sorted.sort_unstable();
            index.sorted.dedup();
            index
        })
    }

    /// Lengths in characters of all words that `chars` begins with, the shortest first.
    pub(super) fn all(&self, chars: &[char]) -> impl Iterator<Item = usize> {
        let mut lengths = Vec::new();
        let mut words = self.index().sorted.as_slice();
        for (depth, c) in chars.iter().enumerate() {
            // All words left share what was read so far: those that go on with this character.
            let from = words.partition_point(|word| word.get(depth) < Some(c));
            words = &words[from..];
            let to = words.partition_point(|word| word.get(depth) == Some(c));
            words = &words[..to];
            match words.first() {
                Some(word) if word.len() == depth + 1 => lengths.push(depth + 1),
                Some(_) => {}
                None => break,
            }
        }
        lengths.into_iter()
    }

    /// The longest word that `chars` begins with, by its length in characters.
    pub(super) fn longest(&self, chars: &[char]) -> Option<usize> {
        self.all(chars).last()
    }

    /// Whether `text` ends with a word.
    pub(super) fn ends(&self, text: &str) -> bool {
        let words = text.chars().next_back().and_then(|last| self.index().last.get(&last));
        words.into_iter().flatten().any(|word| text.ends_with(word))
    }

    /// Whether `text` is a word.
    pub(super) fn has(&self, text: &str) -> bool {
        let chars: Vec<char> = text.chars().collect();
        self.index().sorted.binary_search(&chars).is_ok()
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
