//! Lists of words, by the character they begin or end with.
//!
//! Every surname of a page is held against some hundreds of words. Nearly always none of them shares
//! its first character with the text, and that is all that is looked at: one bit of a small sieve.

/// Words in the order of the character by which they are found.
pub(crate) struct Lexicon {
    words: Vec<(char, &'static str)>,
    sieve: [u64; SIEVE],
}

/// Bits for 1,024 characters: the longest list has some two hundred and fifty first ones.
const SIEVE: usize = 16;

/// Where the sieve keeps a character, and as which bit.
fn hole(c: char) -> (usize, u64) {
    let at = u32::from(c);
    ((at >> 6) as usize % SIEVE, 1 << (at % 64))
}

impl Lexicon {
    fn of(lists: &[&[&'static str]], by: impl Fn(&str) -> Option<char>) -> Self {
        let words = lists.iter().flat_map(|list| list.iter());
        let mut words: Vec<_> = words.filter_map(|word| Some((by(word)?, *word))).collect();
        words.sort_unstable();
        let mut sieve = [0; SIEVE];
        for (c, _) in &words {
            let (at, bit) = hole(*c);
            sieve[at] |= bit;
        }
        Self { words, sieve }
    }

    pub(crate) fn by_first(list: &[&'static str]) -> Self {
        Self::of(&[list], |word| word.chars().next())
    }

    pub(crate) fn by_firsts(lists: &[&[&'static str]]) -> Self {
        Self::of(lists, |word| word.chars().next())
    }

    pub(crate) fn by_last(lists: &[&[&'static str]]) -> Self {
        Self::of(lists, |word| word.chars().next_back())
    }

    /// Whether one of the words may be found by a character: a first look.
    pub(crate) fn may_have(&self, c: char) -> bool {
        let (at, bit) = hole(c);
        self.sieve[at] & bit != 0
    }

    fn with(&self, c: char) -> impl Iterator<Item = &'static str> {
        let from = if self.may_have(c) {
            self.words.partition_point(|(own, _)| *own < c)
        } else {
            self.words.len()
        };
        self.words[from..].iter().take_while(move |(own, _)| *own == c).map(|(_, word)| *word)
    }

    /// Whether a text begins with one of the words (of a list by first characters).
    pub(crate) fn begins(&self, text: &str) -> bool {
        text.chars().next().is_some_and(|c| self.with(c).any(|word| text.starts_with(word)))
    }

    /// The bytes of the longest word a text begins with (of a list by first characters).
    pub(crate) fn longest_begin(&self, text: &str) -> Option<usize> {
        let words = self.with(text.chars().next()?);
        words.filter(|word| text.starts_with(word)).map(str::len).max()
    }

    /// The bytes of the longest word a text ends with (of a list by last characters).
    pub(crate) fn longest_end(&self, text: &str) -> Option<usize> {
        let words = self.with(text.chars().next_back()?);
        words.filter(|word| text.ends_with(word)).map(str::len).max()
    }

    /// Where the last of the words in a text begins (of a list by first characters).
    pub(crate) fn last(&self, text: &str) -> Option<usize> {
        let mut places = text.char_indices().rev().map(|(at, _)| at);
        places.find(|at| self.begins(&text[*at..]))
    }

    /// Where a text goes on behind the last of the words in it (of a list by last characters).
    pub(crate) fn behind_last(&self, text: &str) -> Option<usize> {
        let mut ends = text.char_indices().rev().map(|(at, c)| at + c.len_utf8());
        ends.find(|end| self.longest_end(&text[..*end]).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::Lexicon;

    const WORDS: &[&str] = &["公司", "有限公司", "法院", "院"];

    #[test]
    fn words_by_their_first_character() {
        let list = Lexicon::by_first(WORDS);
        assert!(list.begins("有限公司的") && list.begins("院子"));
        assert!(!list.begins("") && !list.begins("公"));
        assert_eq!((list.last("县法院、公司的"), list.last("县里")), (Some(12), None));
    }

    #[test]
    fn words_by_their_last_character() {
        let list = Lexicon::by_last(&[WORDS]);
        assert_eq!(list.longest_end("某有限公司"), Some("有限公司".len()));
        assert_eq!((list.longest_end("司"), list.longest_end("")), (None, None));
        assert_eq!((list.behind_last("到公司，法院里"), list.behind_last("")), (Some(18), None));
    }
}
