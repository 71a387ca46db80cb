//! Names of two parts with a dot between: 阿依古丽·买买提.
//!
//! They are written with characters chosen for their sound, and few others are; so a dot between two
//! runs of these is a name wherever it stands. 法律援助·以案释法 is a title.

use std::ops::{Range, RangeInclusive};

use super::character::{Character, END, SOUND};
use super::labels::PARTIES;
use super::told::{described, label};
use crate::base::look::bytes;
use crate::base::look::near::{han, han_before};

/// 阿依古丽·买买提: two parts with a dot, of characters that sounds of another language are written
/// with, or behind a word for a party.
pub(super) fn names(words: &str) -> Vec<Range<usize>> {
    let dot = |a, b, c| {
        ((a == 0xC2) & (b == 0xB7))
            | ((a == 0xE2) & (b == 0x80) & (c == 0xA2))
            | ((a == 0xE3) & (b == 0x83) & (c == 0xBB))
    };
    if !bytes::any(words, dot) {
        return Vec::new();
    }
    let dots = words.match_indices(['·', '•', '・']);
    let names = dots.filter_map(|(at, dot)| {
        let behind = at + dot.len();
        sounding(words, at, behind).or_else(|| called(words, at, behind))
    });
    names.filter(|name| !words[name.clone()].contains('某')).collect()
}

/// Characters that a part of a name in two parts has.
const PART: RangeInclusive<usize> = 2..=6;

/// The sounds on both sides of a dot.
fn sounding(words: &str, dot: usize, behind: usize) -> Option<Range<usize>> {
    let sound = |c: &char| Character::of(*c).is(SOUND);
    let front: Vec<char> = words[..dot].chars().rev().take_while(sound).take(7).collect();
    let back: Vec<char> = words[behind..].chars().take_while(sound).take(7).collect();
    let length = |part: &[char]| part.iter().map(|c| c.len_utf8()).sum::<usize>();
    (PART.contains(&front.len()) && PART.contains(&back.len()))
        .then(|| dot - length(&front)..behind + length(&back))
}

/// The same of any characters, where the words say that somebody is called so.
fn called(words: &str, dot: usize, behind: usize) -> Option<Range<usize>> {
    let front = han_before(&words[..dot], 12);
    let parties = PARTIES.iter().filter(|party| front.starts_with(*party));
    let party = parties.map(|party| party.len()).max();
    let name = &front[party.unwrap_or(0)..];
    // 艾山不懂: the sentence goes on, but 买买提 is one name.
    let goes_on =
        |(at, c): &(usize, char)| *at > 1 && Character::of(*c).is(END) && !"提来买木".contains(*c);
    let back = words[behind..].chars().take(8).enumerate();
    let back: Vec<char> =
        back.take_while(|next| han(next.1) && !goes_on(next)).map(|(_, c)| c).collect();
    let place = dot - name.len()..behind + back.iter().map(|c| c.len_utf8()).sum::<usize>();
    let told = party.is_some()
        || label(&words[..place.start]) == Some(true)
        || described(&words[place.end..]);
    let named = PART.contains(&name.chars().count()) && PART.contains(&back.len());
    (told && named).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn wherever_they_stand() {
        let found = |text: &str| -> Vec<String> {
            names(text).into_iter().map(|place| text[place].to_owned()).collect()
        };
        for (text, name) in [
            ("打工的阿依努尔·吐尔逊不识汉字", "阿依努尔·吐尔逊"),
            ("送到医院时，艾力・卡德尔的手上", "艾力・卡德尔"),
            ("受援人白云山·青松，男", "白云山·青松"),
        ] {
            assert_eq!(found(text), [name], "{text}");
        }
        for text in ["法律援助·以案释法", "阿依某·买买提", "炉桥·定城", "·", "马·"]
        {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
