//! How common the words of the language are, so that a name is told from what only looks like one:
//! 高兴 is a word and 高星 none.

use std::sync::LazyLock;

use super::labels::{FOLLOWS, PARTIES};
use super::offices::{AGENTS, OFFICES};

const DICTIONARY: &str = include_str!("lists/words.txt");
const OWN: &str = include_str!("lists/words-own.txt");

/// What a word of ours costs: one in twenty thousand.
const COMMON: u8 = 99;

/// A character and what stands behind it in a line: `安 92 全81`.
fn lines() -> impl Iterator<Item = (char, &'static str)> {
    DICTIONARY.lines().filter_map(|line| {
        let first = line.chars().next().filter(|c| *c != '#')?;
        Some((first, line[first.len_utf8()..].trim_start()))
    })
}

/// Characters as words by themselves, with their costs.
pub(super) fn alone() -> impl Iterator<Item = (char, u8)> {
    lines().filter_map(|(first, rest)| {
        let cost = rest.split(' ').next()?;
        Some((first, cost.parse().ok()?))
    })
}

/// Words of two to four characters.
pub(super) struct Vocabulary {
    /// Three characters of sixteen bits, the first of them the second of the word, and the cost; in
    /// the order of the words.
    rests: Vec<u64>,
    /// Where the words of each first character begin.
    starts: Vec<u32>,
    /// A bit for each two characters that words begin with: most do not.
    pairs: Vec<u64>,
}

/// Sixty-fours of bits: a million for fifty thousand pairs.
const PAIRS: usize = 1 << 14;

/// Where the bit of two characters is.
fn pair(first: u64, second: u64) -> (usize, u64) {
    let mixed = ((first << 16) | second).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 44;
    // Twenty bits are left.
    let at = mixed as usize;
    (at / 64, 1 << (at % 64))
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::new);

/// The words of a text that begin at one place: length in characters and cost.
pub(super) type Found = [Option<i32>; 3];

impl Vocabulary {
    pub(super) fn get() -> &'static Self {
        &VOCABULARY
    }

    fn new() -> Self {
        let mut words: Vec<(char, u64)> = Vec::with_capacity(1 << 16);
        for (first, line) in lines() {
            let rests = line.split(' ').filter_map(|rest| {
                let end = rest.find(|c: char| c.is_ascii_digit()).filter(|end| *end > 0)?;
                Some((first, key(&rest[..end], rest[end..].parse().ok()?)?))
            });
            words.extend(rests);
        }
        let ours = [PARTIES, OFFICES, AGENTS, FOLLOWS].into_iter().flatten().copied();
        let own =
            OWN.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split(' '));
        words.extend(ours.chain(own).filter_map(|word| {
            let mut chars = word.chars();
            Some((chars.next()?, key(chars.as_str(), COMMON)?))
        }));
        words.sort();
        // Of two costs of a word the lower one stands first.
        words.dedup_by_key(|(first, rest)| (*first, *rest >> 16));
        let mut starts = Vec::with_capacity(COUNT + 1);
        for (at, (first, _)) in words.iter().enumerate() {
            let row = index(*first).unwrap_or(0);
            while starts.len() <= row {
                starts.push(u32::try_from(at).unwrap_or(u32::MAX));
            }
        }
        starts.resize(COUNT + 1, u32::try_from(words.len()).unwrap_or(u32::MAX));
        let mut pairs = vec![0; PAIRS];
        for (first, rest) in &words {
            let (at, bit) = pair(u64::from(u32::from(*first)), rest >> 48);
            pairs[at] |= bit;
        }
        Self { pairs, rests: words.into_iter().map(|(_, rest)| rest).collect(), starts }
    }

    /// The costs of the words of two, three and four characters that a text begins with.
    pub(super) fn begins(&self, text: &[char]) -> Found {
        let mut found = [None; 3];
        let [a, b, ..] = text else { return found };
        let (at, bit) = pair(u64::from(u32::from(*a)), u64::from(u32::from(*b)));
        if self.pairs[at] & bit == 0 {
            return found;
        }
        let Some(first) = index(*a) else { return found };
        let mut rests = &self.rests[self.starts[first] as usize..self.starts[first + 1] as usize];
        let mut prefix = 0;
        for (length, next) in text[1..].iter().take(3).enumerate() {
            let Some(code) = code(*next) else { break };
            let step = 1 << (48 - 16 * length);
            prefix |= code * step;
            rests = &rests[rests.partition_point(|rest| *rest < prefix)..];
            rests = &rests[..rests.partition_point(|rest| *rest < prefix + step)];
            match rests.first() {
                None => break,
                Some(word) if word & (step - 1) < 1 << 16 => {
                    found[length] = i32::try_from(word & 0xFFFF).ok();
                }
                Some(_) => {}
            }
        }
        found
    }
}

/// Whether two characters are an ordinary word.
pub(super) fn is_pair(pair: &[char]) -> bool {
    Vocabulary::get().begins(pair)[0].is_some()
}

/// The rest of a word and its cost; none of a word that is too long.
fn key(rest: &str, cost: u8) -> Option<u64> {
    let mut key = 0;
    let mut length = 0;
    for (at, c) in rest.chars().enumerate() {
        key |= code(c)? << (48_usize.checked_sub(16 * at).filter(|shift| *shift > 0)?);
        length += 1;
    }
    (length > 0).then_some(key | u64::from(cost))
}

fn code(c: char) -> Option<u64> {
    u16::try_from(u32::from(c)).ok().map(u64::from)
}

const FIRST: usize = 0x4E00;
const COUNT: usize = 0x5200;

fn index(c: char) -> Option<usize> {
    (c as usize).checked_sub(FIRST).filter(|at| *at < COUNT)
}

#[cfg(test)]
mod tests {
    use super::{COMMON, Vocabulary, alone};

    #[test]
    fn words_a_text_begins_with() {
        let words = |text: &str| Vocabulary::get().begins(&text.chars().collect::<Vec<_>>());
        assert!(matches!(words("高兴地"), [Some(90..120), None, None]));
        assert!(matches!(words("有限公司的"), [Some(_), None, Some(_)]));
        assert_eq!(words("高兴")[0], words("高兴了一")[0]);
        assert_eq!((words("高"), words(""), words("x")), ([None; 3], [None; 3], [None; 3]));
        assert_eq!(words("付清余款")[0], Some(i32::from(COMMON)), "a word of ours");
        assert!(words("受援人说")[1] == Some(i32::from(COMMON)), "a word for a party");
    }

    #[test]
    fn every_line_is_read() {
        let words = Vocabulary::get();
        assert!(words.rests.len() > 50_000 && alone().count() > 5_000);
        assert_eq!(*words.starts.last().unwrap() as usize, words.rests.len());
        assert!(words.starts.windows(2).all(|pair| pair[0] <= pair[1]));
        for row in words.starts.windows(2) {
            assert!(words.rests[row[0] as usize..row[1] as usize].is_sorted());
        }
    }
}
