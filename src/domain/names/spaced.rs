//! Names of two characters with a space between, to make them as wide as those of three: 董 明.

use std::ops::Range;

use super::beside::FOLLOWING;
use super::character::{Character, END, Surname};
use super::told::label;
use crate::base::look::near::han;

/// Every one behind a word for a party, or alone, and whether it is a party's.
pub(super) fn names(words: &str) -> Vec<(Range<usize>, bool)> {
    words.match_indices(' ').filter_map(|(space, _)| name(words, space)).collect()
}

fn name(words: &str, space: usize) -> Option<(Range<usize>, bool)> {
    let surname = words[..space].chars().next_back()?;
    let (kind, _) = Character::of(surname).surname?;
    let mut behind = words[space + 1..].chars();
    let given = behind.next().filter(|c| han(*c) && !Character::of(*c).is(END))?;
    let after = &words[space + 1 + given.len_utf8()..];
    // 李 强因交通肇事, 王 芳来访: the sentence goes on as it does behind a name. 高 度重视 does not.
    let on = behind.next().filter(|c| han(*c) || *c == ' ');
    let goes_on = |c: char| c != ' ' && (matches!(c, '称' | '说') || Character::of(c).is(END));
    if on.is_some_and(|c| !FOLLOWING.begins(after) && !goes_on(c)) {
        return None;
    }
    let start = space - surname.len_utf8();
    let before = &words[..start];
    let told = label(before);
    let begins = before.chars().next_back().is_none_or(|c| !han(c) && !c.is_ascii_alphanumeric());
    let alone = begins && kind == Surname::Plain && Character::of(given).given < 80;
    let named = told == Some(true) || (told.is_none() && alone);
    named.then(|| (start..space + 1 + given.len_utf8(), told == Some(true)))
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn behind_a_word_for_a_party_or_alone() {
        for (text, there) in [
            ("受援人：董 明", true),
            ("董 明，女", true),
            ("原告 高 强", true),
            ("被告人李 强因交通肇事", true),
            ("受援人李 强来到中心。", true),
            ("李 强称，其", true),
            ("王 芳来访", true),
            ("律师 董 明", false),
            ("律师李 强来访", false),
            ("张 女士来访", false),
            ("周 一到周五", false),
            ("李 某来到中心", false),
            ("我们董 明天", false),
            ("高 强", false),
            (" 明", false),
            ("董 ", false),
        ] {
            assert_eq!(!names(text).is_empty(), there, "{text}");
        }
    }
}
