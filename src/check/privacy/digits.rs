//! Numbers as people cut them up: groups of digits with a few marks between.

use std::ops::Range;

use crate::base::look::bytes::next_digit;

/// Groups of digits that stand in one row, each with its place.
pub(super) type Row = Vec<Range<usize>>;

/// How many digits are in a row.
pub(super) fn count(row: &[Range<usize>]) -> usize {
    row.iter().map(Range::len).sum()
}

/// Every row of a text that has at least `least` digits.
pub(super) fn rows(words: &str, least: usize) -> Vec<Row> {
    let bytes = words.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(mut start) = next_digit(bytes, at) {
        let mut row = Row::new();
        loop {
            let end = (start..).find(|at| !digit(*at)).unwrap_or(bytes.len());
            row.push(start..end);
            at = end;
            match end + gap(&words[end..]) {
                next if next > end && digit(next) => start = next,
                _ => break,
            }
        }
        if count(&row) >= least {
            all.push(row);
        }
    }
    all
}

/// The length of the marks a text begins with: at most three, 139 - 0000.
fn gap(words: &str) -> usize {
    let marks = words.chars().take(3).take_while(|c| " -.·•/—–‐‑()（）_、".contains(*c));
    marks.map(char::len_utf8).sum()
}

/// Neighbouring groups of a row from its group `first` on whose digits are so many together, with
/// these digits. Only one group is begun with: whoever asks at every group would else read the row
/// over and over.
pub(super) fn joined(
    words: &str,
    row: &[Range<usize>],
    first: usize,
    wanted: &Range<usize>,
) -> Vec<(Range<usize>, String)> {
    let mut digits = String::new();
    let mut found = Vec::new();
    for (at, group) in row.iter().enumerate().skip(first) {
        if digits.len() + group.len() >= wanted.end {
            break;
        }
        digits.push_str(&words[group.clone()]);
        if digits.len() >= wanted.start {
            found.push((first..at + 1, digits.clone()));
        }
    }
    found
}

/// What stands between the groups of a part of a row.
pub(super) fn between<'w>(
    words: &'w str,
    groups: &'w [Range<usize>],
) -> impl Iterator<Item = &'w str> {
    groups.windows(2).map(|pair| &words[pair[0].end..pair[1].start])
}

/// Whether a letter touches a number: then it is a part of a longer code.
pub(super) fn lettered(words: &str, place: &Range<usize>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    letter(words[..place.start].chars().next_back()) || letter(words[place.end..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::{joined, rows};

    #[test]
    fn groups_and_what_they_make_together() {
        let words = "打138 0000-0000，（0550） 7654321；3、4";
        let all = rows(words, 11);
        let groups: Vec<Vec<&str>> =
            all.iter().map(|row| row.iter().map(|group| &words[group.clone()]).collect()).collect();
        assert_eq!(groups, [vec!["138", "0000", "0000"], vec!["0550", "7654321"]]);
        let made = joined(words, &all[0], 0, &(11..12));
        assert_eq!(made, [(0..3, "13800000000".to_owned())]);
        assert!(joined(words, &all[0], 1, &(11..12)).is_empty());
        assert!(joined(words, &all[0], 3, &(11..12)).is_empty());
        assert!(rows("2026-11-24", 11).is_empty());
    }
}
