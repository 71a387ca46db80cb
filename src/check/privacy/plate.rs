//! 车牌 (C325), except those a notice is about.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Find, Told};
use crate::base::code::Code;
use crate::base::look::bytes;
use crate::domain::identifier::rule;
use crate::domain::kind::Kind;
use crate::say;

pub(super) fn find(told: &Told<'_>, found: &mut Vec<Find>) {
    let words = told.words();
    if !bytes::any(words, |before, byte, _| byte.is_ascii_alphabetic() & may_stand_before(before)) {
        return;
    }
    let plates = plates(words);
    if plates.is_empty() {
        return;
    }
    let about = about(&told.read.page.kind);
    for place in plates.into_iter().filter(|place| !about.contains(&bare(&words[place.clone()]))) {
        found.push(Find {
            code: Code::PlateInCase,
            place,
            message: say!(zh: "这里有一个车牌号", en: "there is a plate here"),
            mend: say!(zh: "写车的种类，或皖M*****", en: "say what kind of vehicle it was"),
        });
    }
}

/// Whether a byte may stand before the letter of a plate: the end of the province's sign, or a space
/// behind it.
fn may_stand_before(byte: u8) -> bool {
    (byte >= 0x80) | (byte == b' ')
}

/// Every plate of a text: a mark may stand behind the two signs of the office.
fn plates(words: &str) -> Vec<Range<usize>> {
    let bytes = words.as_bytes().windows(2).enumerate();
    let letters =
        bytes.filter(|(_, pair)| may_stand_before(pair[0]) && pair[1].is_ascii_alphabetic());
    let plate = |at: usize| {
        let before = words[..at].trim_end_matches(' ');
        let province = before.chars().next_back().filter(|c| rule::PROVINCES.contains(*c))?;
        let start = before.len() - province.len_utf8();
        let mut sign = format!("{province}{}", &words[at..=at]);
        let rest = words[at + 1..].trim_start_matches([' ', '·', '•', '・', '.', '-']);
        let from = words.len() - rest.len();
        let mut longest = None;
        for (offset, c) in rest.char_indices().take(6) {
            sign.push(c);
            let end = from + offset + c.len_utf8();
            if rule::plate(&sign) {
                longest = Some(start..end);
            }
        }
        longest.filter(|place| !words[place.end..].starts_with(|c: char| c.is_ascii_alphanumeric()))
    };
    letters.filter_map(|(before, _)| plate(before + 1)).collect()
}

/// The plates that the notices of a batch are about.
fn about(kind: &Kind) -> BTreeSet<String> {
    let Kind::Notice(batch) = kind else { return BTreeSet::new() };
    let mut about = BTreeSet::new();
    for notice in &batch.notices {
        for text in [&notice.holder.value, &notice.document.value] {
            about.extend(plates(text).into_iter().map(|place| bare(&text[place])));
        }
        about.extend(notice.identifiers.iter().map(|number| bare(&number.value.value)));
    }
    about
}

fn bare(plate: &str) -> String {
    plate.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_uppercase()
}
