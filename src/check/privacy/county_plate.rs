//! Plates that an office of the county gives out (C325): those of e-bikes, 定远123456 and 滁州A12345, and
//! those of tractors, 皖11-12345.
//!
//! They have no form that nothing else has, so the words beside must say what they are: 号牌 before
//! them, or an e-bike or a tractor in the sentence.

use std::ops::Range;
use std::sync::LazyLock;

use crate::base::look::near::{han, han_before, last_chars, sentence_after, sentence_before};
use crate::base::look::words::Words;
use crate::domain::identifier::rule;

/// What calls a number a plate.
const LABELS: [&str; 4] = ["号牌", "车牌", "牌号", "牌照"];

/// What has such plates.
const VEHICLES: [&str; 8] = ["电动", "两轮", "二轮", "电瓶", "拖拉机", "收割机", "农机", "旋耕机"];

static SAID: LazyLock<Words> = LazyLock::new(|| Words::of(&[&LABELS[..], &VEHICLES].concat()));

/// How far from such a word a plate may stand, in characters.
const NEAR: usize = 16;

/// Every such plate, in its order.
pub(super) fn find(words: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut seen = 0;
    for hit in SAID.find(words) {
        let before = last_chars(sentence_before(&words[..hit.start()], NEAR), NEAR);
        let from = seen.max(hit.start() - before.len());
        let to = hit.end() + sentence_after(&words[hit.end()..], NEAR).len();
        if from < to {
            found.extend(runs(words, from..to).filter_map(|digits| plate(words, digits)));
            seen = to;
        }
    }
    found
}

/// Every run of digits that begins in a part of the words.
fn runs(words: &str, part: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let bytes = words.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let first = move |at: &usize| digit(*at) && (*at == 0 || !digit(at - 1));
    part.filter(first).map(move |at| at..(at..).find(|at| !digit(*at)).unwrap_or(bytes.len()))
}

/// The plate that ends with these digits.
fn plate(words: &str, digits: Range<usize>) -> Option<Range<usize>> {
    let (before, after) = (&words[..digits.start], &words[digits.end..]);
    let more = after.starts_with(|c: char| c.is_ascii_alphanumeric() || "-.年月元型款".contains(c));
    if more || !(5..=6).contains(&digits.len()) {
        return None;
    }
    let start = tractor(before).filter(|_| digits.len() == 5).or_else(|| bike(before))?;
    Some(start..digits.end)
}

/// Where the plate of a tractor begins that ends with five digits: a province and the two figures of the
/// office, 皖11-.
fn tractor(before: &str) -> Option<usize> {
    let office = before.trim_end_matches([' ', '-', '·', '•']);
    let province = office.trim_end_matches(|c: char| c.is_ascii_digit());
    let sign = province.chars().next_back().filter(|c| rule::PROVINCES.contains(*c))?;
    let parted = office.len() < before.len();
    (parted && office.len() - province.len() == 2).then(|| province.len() - sign.len_utf8())
}

/// Where the plate of an e-bike begins: a place, and a letter where no label says that it is one.
fn bike(before: &str) -> Option<usize> {
    let place = before.strip_suffix(|c: char| c.is_ascii_uppercase());
    let lettered = place.is_some();
    let place = place.unwrap_or(before);
    if let Some(start) = labelled(place) {
        return Some(start);
    }
    // Without a label: two characters behind a word for riding, or behind a mark.
    let near = han_before(place, 6);
    let name = last_chars(near, 2);
    let other = name.ends_with(|c| rule::PROVINCES.contains(c))
        || name.contains(['牌', '型', '号', '第', '某', '道', '路', '线']);
    let ahead = &near[..near.len() - name.len()];
    let rides = ahead.is_empty() || ahead.ends_with(['驶', '骑', '的', '与', '和', '将']);
    (lettered && !other && rides && name.chars().count() == 2).then(|| place.len() - name.len())
}

/// Where a place right behind 号牌 begins: 号牌是定远, 车牌号：滁州.
fn labelled(place: &str) -> Option<usize> {
    const LINKS: [&str; 6] = ["号码", "号", "为", "是", "系", "登记为"];
    let name = han_before(place, 10);
    let label = LABELS.iter().filter_map(|label| Some(name.rfind(label)? + label.len())).max();
    let name = if let Some(end) = label {
        let mut rest = &name[end..];
        while let Some(shorter) = LINKS.iter().find_map(|link| rest.strip_prefix(link)) {
            rest = shorter;
        }
        rest
    } else {
        let ahead = place[..place.len() - name.len()].trim_end_matches([':', '：', '“', ' ', '（']);
        let ahead = ahead.trim_end_matches(['为', '是']);
        let figure = ahead.strip_suffix("号码").or_else(|| ahead.strip_suffix('号'));
        let said = |text: &str| LABELS.iter().any(|label| text.ends_with(label));
        (said(ahead) || figure.is_some_and(said)).then_some(name)?
    };
    let named = (2..=3).contains(&name.chars().count())
        && name.chars().all(han)
        && !name.contains(['某', '第', '号', '牌', '尾', '后']);
    named.then(|| place.len() - name.len())
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn plates_of_the_county() {
        let found = |text: &str| -> Vec<String> {
            find(text).into_iter().map(|place| text[place].to_owned()).collect()
        };
        for (text, plate) in [
            ("拖拉机牌号为皖11-12345。", "皖11-12345"),
            ("皖11 12345号收割机", "皖11 12345"),
            ("电动自行车号牌是定远123456。", "定远123456"),
            ("电动车，号牌滁州A12345。", "滁州A12345"),
            ("号牌号码：滁州D80123", "滁州D80123"),
            ("驾驶滁州A12345号电动自行车", "滁州A12345"),
        ] {
            assert_eq!(found(text), [plate], "{text}");
        }
        for text in [
            "拖拉机花了12345元",
            "电动自行车号牌是定远某号",
            "号牌尾号12345",
            "电动车在县道X12345上被撞",
            "雅迪牌A12345型电动车",
            "皖11民终12345号，拖拉机",
            "电动车合格证编号123456",
            "号牌被泥糊住，邮编233200",
            "2025年电动车登记12345辆，号牌12345副",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
