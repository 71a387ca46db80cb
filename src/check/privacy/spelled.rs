//! Digits in another dress: said in words, typed as letters that look alike, or both among plain ones.
//!
//! A reader turns them back without thinking: 一三八 零零零零 零零零零, l38OOOOOOOO.

use crate::domain::identifier::digit;

/// More digits than any number has that is looked for here.
const MOST: usize = 24;

/// What may stand between two groups, at most two of them.
const GAPS: &str = " -—–·.,，、_";

/// Digits from one place on, group by group.
pub(super) struct Spelled {
    /// All of them, as plain digits.
    pub(super) digits: String,
    /// For each group how many digits there are up to its end, and where in the text it ends.
    pub(super) ends: Vec<(usize, usize)>,
}

impl Spelled {
    /// What a text says from `start` on.
    pub(super) fn at(words: &str, start: usize) -> Self {
        let mut read = Self { digits: String::new(), ends: Vec::new() };
        let mut gap = 0;
        for (offset, c) in words[start..].char_indices() {
            let Some(digit) = seen(c) else {
                gap += 1;
                if gap > 2 || !GAPS.contains(c) || read.digits.is_empty() {
                    break;
                }
                continue;
            };
            if read.digits.len() == MOST {
                break;
            }
            read.digits.push(digit);
            let end = (read.digits.len(), start + offset + c.len_utf8());
            match read.ends.last_mut() {
                Some(last) if gap == 0 => *last = end,
                _ => read.ends.push(end),
            }
            gap = 0;
        }
        read
    }

    /// Where the groups end whose digits are so many together, and the length of each.
    pub(super) fn groups(&self, count: usize) -> Option<(usize, Vec<usize>)> {
        let last = self.ends.iter().position(|(digits, _)| *digits == count)?;
        let mut before = 0;
        let length =
            |(digits, _): &(usize, usize)| *digits - std::mem::replace(&mut before, *digits);
        Some((self.ends[last].1, self.ends[..=last].iter().map(length).collect()))
    }
}

/// The digit somebody reads in a character.
pub(super) fn seen(c: char) -> Option<char> {
    digit(c).or(match c {
        'O' | 'o' => Some('0'),
        'l' | 'I' => Some('1'),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::Spelled;

    #[test]
    fn groups_in_another_dress() {
        let words = "打一三八 零零零零，OOOO。";
        let read = Spelled::at(words, "打".len());
        assert_eq!(read.digits, "13800000000");
        let (end, lengths) = read.groups(11).unwrap();
        assert_eq!((&words[end..], lengths), ("。", vec![3, 4, 4]));
        assert!(read.groups(10).is_none() && Spelled::at("无", 0).digits.is_empty());
        assert_eq!(Spelled::at(&"一".repeat(90), 0).digits.len(), 24);
    }
}
