//! Signs and letters that a scanner or a keyboard puts where a numeral is meant (C341): 二○二六年,
//! 第三十—条, 第ニ十条, 窗ロ, 2O26年.
//!
//! Readers see what is meant; a search does not, nor does who looks for the article that is cited. Any
//! of these characters is right somewhere, so what stands beside it decides.

use std::sync::LazyLock;

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::look::bytes;
use crate::base::look::near::han;
use crate::base::look::words::Words;
use crate::base::span::Span;
use crate::domain::identifier::digit;
use crate::say;

/// Katakana drawn as Chinese characters, and those.
const KATAKANA: (&str, &str) = ("ニロカエタトハチ", "二口力工夕卜八千");
/// Dashes drawn as 一.
const DASHES: [char; 5] = ['—', '―', '－', '–', '‐'];
/// What stands behind a numeral: an article, a day.
const COUNTED: [char; 7] = ['条', '款', '项', '章', '年', '月', '日'];

/// A first look for a dash before what is counted.
static DASHED: LazyLock<Words> = LazyLock::new(|| {
    let pairs = DASHES.iter().flat_map(|dash| COUNTED.iter().map(move |c| format!("{dash}{c}")));
    let pairs: Vec<String> = pairs.collect();
    Words::of(&pairs.iter().map(String::as_str).collect::<Vec<_>>())
});

pub(super) fn numerals(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if !possible(read.all(), read.plain()) {
        return;
    }
    for (text, span) in read.texts() {
        found.extend(misread(text).into_iter().map(|(words, right)| finding(words, right, span)));
    }
}

/// A first look. Among `plain` words there is neither katakana nor a circle.
fn possible(text: &str, plain: bool) -> bool {
    let latin = |a: u8, b: u8, c: u8| {
        let letter = |byte: u8| (byte == b'O') | (byte == b'o') | (byte == b'l') | (byte == b'I');
        let dated = (b == 0xE6) & ((c == 0x9C) | (c == 0x97));
        (a.is_ascii_digit() & letter(b) & c.is_ascii_digit()) | (letter(a) & dated)
    };
    !plain || bytes::any(text, latin) || DASHED.any(text)
}

/// Every character that stands for a numeral and is none, with what is beside it, and what is meant.
fn misread(text: &str) -> Vec<(&str, char)> {
    let mut found = Vec::new();
    let (mut first, mut before) = (None, None);
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let after = rest.peek().map(|(_, c)| *c);
        if let Some(right) = meant((first, before), c, after) {
            let start = at - before.map_or(0, char::len_utf8);
            let end = at + c.len_utf8() + after.map_or(0, char::len_utf8);
            found.push((&text[start..end], right));
        }
        (first, before) = (before, Some(c));
    }
    found
}

/// The numeral that a character stands for between these, the two before it and the one behind.
fn meant(before: (Option<char>, Option<char>), c: char, after: Option<char>) -> Option<char> {
    let numeral =
        |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && digit(c).is_some() || c == '十');
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let arabic = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let counted = || after.is_some_and(|c| COUNTED.contains(&c));
    match c {
        '○' | '◯' => (numeral(before.1) && (numeral(after) || counted())).then_some('〇'),
        'O' | 'o' => (arabic(before.1) && (arabic(after) || counted())).then_some('0'),
        'l' | 'I' => {
            let inside = arabic(before.1) && (arabic(after) || counted());
            let day = || !latin(before.1) && matches!(after, Some('月' | '日'));
            (inside || day()).then_some('1')
        }
        _ if DASHES.contains(&c) => {
            let numeral = matches!(before.1, Some('十' | '百' | '第'));
            // 二十—三十条 is from one to another: there a numeral follows.
            (numeral && counted() && before.0 != Some(c)).then_some('一')
        }
        _ => {
            let at = KATAKANA.0.chars().position(|kana| kana == c)?;
            let kana = |c: Option<char>| c.is_some_and(|c| ('\u{3040}'..='\u{30FF}').contains(&c));
            let word = before.1.is_some_and(han) || after.is_some_and(han);
            let right = KATAKANA.1.chars().nth(at)?;
            (word && !kana(before.1) && !kana(after)).then_some(right)
        }
    }
}

fn finding(words: &str, right: char, span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::LookAlike,
        span,
        say!(
            zh: "“{words}”里有一个字符看着像“{right}”，不是“{right}”",
            en: "one character of “{words}” looks like “{right}” and is not",
        ),
    )
    .narrow(words)
    .hint(say!(zh: "重新输入“{right}”", en: "type “{right}” again"))
}

#[cfg(test)]
mod tests {
    use super::{bytes, misread, possible};

    #[test]
    fn what_is_taken_for_a_numeral() {
        for (text, words, right) in [
            ("二○二六年十一月", "二○二", '〇'),
            ("《法律援助法》第三十—条", "十—条", '一'),
            ("第—条", "第—条", '一'),
            ("第ニ十条", "第ニ十", '二'),
            ("到窗ロ办理", "窗ロ办", '口'),
            ("2O26年", "2O2", '0'),
            ("2026年l月3日", "年l月", '1'),
            ("2026年1l月", "1l月", '1'),
        ] {
            assert_eq!(misread(text), [(words, right)], "{text}");
            assert!(possible(text, !bytes::any(text, bytes::unusual)), "{text}");
        }
    }

    #[test]
    fn what_is_right() {
        for text in [
            "第三十一条—第三十五条",
            "○ 已带",
            "张○○、李○",
            "热线——12348",
            "H2O、CO2、3D、I 月刊",
            "ニュース、ハローワーク",
            "Wi-Fi 日常使用",
            "第十一届—十二届",
            "2026年——日子",
        ] {
            assert!(misread(text).is_empty(), "{text} {:?}", misread(text));
        }
    }
}
