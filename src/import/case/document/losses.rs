//! What of a write-up has no place on a page, and where it stood: a number alone sends nobody to the
//! sentence that lost its formula.

use std::collections::BTreeMap;

use super::note_at;
use crate::base::text::Text;
use crate::domain::identifier::find::conceal;
use crate::say;

/// What did not come over, by what it is counted by: Chinese, English.
const LOST: [(&str, &str, &str); 15] = [
    ("picture", "图片", "pictures"),
    ("note", "脚注、尾注", "footnotes and endnotes"),
    ("commentReference", "批注", "comments"),
    ("oMath", "公式", "formulas"),
    ("strike", "划掉的文字", "words struck out"),
    ("del", "修订中删去的文字", "words struck out by tracked changes"),
    ("tr", "修订中删去的表格行", "rows of tables struck out by tracked changes"),
    ("vanish", "隐藏的文字", "hidden words"),
    ("object", "嵌入的对象", "embedded objects"),
    ("altChunk", "嵌入的另一份文稿", "another document inside"),
    ("sym", "符号字体里的符号", "signs of a symbol font"),
    ("rt", "拼音", "phonetic guides"),
    ("hyperlink", "链接的网址", "addresses of links"),
    ("wide", "表格第 100 列以后的格子", "table cells behind column 100"),
    ("header", "页眉页脚", "headers and footers"),
];

/// What came over, but not as it stood.
const CHANGED: [(&str, &str, &str); 4] = [
    ("ins", "修订中加入的文字，算作正文", "words added by tracked changes, now part of the text"),
    (
        "moveFrom",
        "修订中移动的文字，放在移到的地方",
        "words moved by tracked changes, now where they went",
    ),
    (
        "txbxContent",
        "文本框里的文字，放在所在段落后面",
        "words of text boxes, now behind their paragraph",
    ),
    ("tbl", "表格里的表格，并成一格文字", "tables within tables, now words of one cell"),
];

/// What happened to something, how often, and the first places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import::case) struct Loss {
    pub(in crate::import::case) zh: &'static str,
    pub(in crate::import::case) en: &'static str,
    pub(in crate::import::case) count: usize,
    pub(in crate::import::case) places: Vec<Text>,
    /// Whether it came over all the same.
    pub(in crate::import::case) kept: bool,
}

/// Places that are told of one kind.
const PLACES: usize = 6;
/// Characters that tell a place, and before it those that are looked at for citizens' numbers.
const SHOWN: usize = 12;
const LOOKED: usize = 200;

#[derive(Debug, Default)]
struct Counted {
    count: usize,
    places: Vec<Text>,
    last: Option<(usize, usize)>,
}

/// All that was lost so far.
#[derive(Debug, Default)]
pub(super) struct Losses(BTreeMap<&'static str, Counted>);

impl Losses {
    /// Counts one more; a passage that programs cut into runs is one, so nothing is counted twice
    /// `at` one place.
    pub(super) fn at(&mut self, key: &'static str, at: (usize, usize), before: &str) {
        let counted = self.0.entry(key).or_default();
        let again = matches!(key, "strike" | "del" | "vanish" | "ins" | "moveFrom");
        if again && counted.last == Some(at) {
            return;
        }
        counted.last = Some(at);
        counted.count += 1;
        if counted.places.len() < PLACES {
            counted.places.push(place(before));
        }
    }

    /// Counts what stands at no place of the text.
    pub(super) fn anywhere(&mut self, key: &'static str, count: usize) {
        self.0.entry(key).or_default().count += count;
    }

    /// What was counted, what did not come over first.
    pub(super) fn told(mut self) -> Vec<Loss> {
        let lost = LOST.iter().map(|kind| (kind, false));
        let kinds = lost.chain(CHANGED.iter().map(|kind| (kind, true)));
        let mut told = Vec::new();
        for ((key, zh, en), kept) in kinds {
            if let Some(Counted { count, places, .. }) = self.0.remove(key) {
                told.push(Loss { zh, en, count, places, kept });
            }
        }
        told
    }
}

/// Where words end: “……误工费等于”后面.
pub(in crate::import::case) fn place(before: &str) -> Text {
    match shown(before) {
        words if words.is_empty() => say!(zh: "文稿开头", en: "at the beginning"),
        words => say!(zh: "“{words}”后面", en: "behind “{words}”"),
    }
}

/// The last words of a text, as a report shows them. Many digits may be the half of a citizen's number.
pub(in crate::import::case) fn shown(before: &str) -> String {
    let tail = |text: &str, most: usize| -> String {
        let from = text.char_indices().rev().nth(most - 1).map_or(0, |(at, _)| at);
        text[from..].to_owned()
    };
    let mut all = tail(before.trim_end(), LOOKED).replace(['\n', '\r'], " ");
    all.retain(|c| note_at(c).is_none());
    let all = conceal(&all);
    let words = tail(&all, SHOWN);
    if words.chars().filter(|c| c.is_numeric()).count() <= 4 {
        return words.trim().to_owned();
    }
    let mut bare = String::new();
    for c in all.chars() {
        if !c.is_numeric() {
            bare.push(c);
        } else if !bare.ends_with('…') {
            bare.push('…');
        }
    }
    tail(&bare, SHOWN).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Losses, place};

    #[test]
    fn a_place_is_the_words_before_it() {
        assert_eq!(place("误工费等于").zh, "“误工费等于”后面");
        assert_eq!(place(" \n").zh, "文稿开头");
        assert_eq!(place("2026年判令赔12万元").zh, "“…年判令赔…万元”后面");
        assert_eq!(place("司机的电话13800000001。").zh, "“司机的电话…。”后面");
        let half = place("身份证号34990719851103");
        assert!(!half.zh.contains("19851103"), "{half:?}");
    }

    #[test]
    fn a_passage_in_several_runs_is_one() {
        let mut losses = Losses::default();
        for at in [(1, 3), (1, 3), (2, 3)] {
            losses.at("strike", at, "甲");
            losses.at("picture", at, "甲");
        }
        let counts: Vec<usize> = losses.told().iter().map(|loss| loss.count).collect();
        assert_eq!(counts, [3, 2]);
    }
}
