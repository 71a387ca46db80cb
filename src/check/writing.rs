//! Characters that look right and are not: full-width digits and letters, half-width punctuation
//! between Chinese characters (C340), and look-alikes of other scripts (C341).
//!
//! Readers do not see the difference; search, screen readers and telephones do. Punctuation by
//! GB/T 15834, digits by GB/T 15835.

use memchr::{memchr, memchr3};

use super::{Facts, Read, bytes};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::domain::body::Leaf;
use crate::say;

pub(super) fn widths(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let (letters, signs) = (bytes::any(read.all(), is_wide), has_sign(read.all()));
    if !letters && !signs {
        return;
    }
    let mut look = |text: &str, span: Span| {
        if let Some(words) = wide(text) {
            let plain: String = words.chars().map(narrow).collect();
            found.push(mixed(words, span).hint(say!(
                zh: "改成半角：{plain}",
                en: "use plain characters: {plain}",
            )));
        }
        if let Some((words, right)) = narrow_sign(text) {
            found.push(mixed(words, span).hint(say!(
                zh: "汉字之间用全角的“{right}”",
                en: "between Chinese characters use “{right}”",
            )));
        }
    };
    // Addresses and file names in a front matter have their own rules, so only the title and the
    // text itself.
    let title = &read.page.head.title;
    look(&title.value, title.span);
    for (words, span, leaf) in read.leaves() {
        if leaf != Leaf::Code {
            look(words, span);
        }
    }
}

fn mixed(words: &str, at: Span) -> Diagnostic {
    let message = say!(zh: "“{words}”全角半角不对", en: "“{words}” has the wrong width");
    Diagnostic::new(Code::MixedWidth, at, message).narrow(words)
}

fn narrow(c: char) -> char {
    char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
}

/// Whether these bytes are a full-width digit or letter. The second byte of digits and capitals is
/// BC, of small letters BD; the signs of every text have the same, so the third byte decides.
fn is_wide(a: u8, b: u8, c: u8) -> bool {
    let capital = (b == 0xBC) & ((c.wrapping_sub(0x90) < 10) | (c.wrapping_sub(0xA1) < 26));
    (a == 0xEF) & (capital | ((b == 0xBD) & (c.wrapping_sub(0x81) < 26)))
}

/// Whether there is a half-width sign that has a full-width form.
fn has_sign(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr3(b',', b';', b'?', bytes).is_some() || memchr(b'!', bytes).is_some()
}

/// The first run of full-width digits or letters.
fn wide(text: &str) -> Option<&str> {
    if !bytes::any(text, is_wide) {
        return None;
    }
    let bytes = text.as_bytes();
    let at = |at: usize| matches!(bytes.get(at..at + 3), Some([a, b, c]) if is_wide(*a, *b, *c));
    let start = (0..bytes.len()).find(|start| at(*start))?;
    let end = (start..).step_by(3).find(|end| !at(*end))?;
    Some(&text[start..end])
}

/// The first half-width sign between two Chinese characters, with its neighbours, and the sign that
/// belongs there.
fn narrow_sign(text: &str) -> Option<(&str, char)> {
    if !has_sign(text) {
        return None;
    }
    let bytes = text.as_bytes();
    let sign = |byte: u8| match byte {
        b',' => Some('，'),
        b';' => Some('；'),
        b'?' => Some('？'),
        b'!' => Some('！'),
        _ => None,
    };
    let at = (3..bytes.len().saturating_sub(3)).find(|at| {
        // Han characters begin with E4 to E9; the one before ends in a byte of 80 to BF.
        sign(bytes[*at]).is_some()
            && matches!(bytes[at + 1], 0xE4..=0xE9)
            && matches!(bytes[at - 1], 0x80..=0xBF)
            && matches!(bytes[at - 3], 0xE4..=0xE9)
    })?;
    Some((text.get(at - 3..at + 4)?, sign(bytes[at])?))
}

/// The Kangxi radicals U+2F00 to U+2FD5 as the characters they look like.
const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Letters of other scripts and the Latin ones they look like.
const LETTERS: [(&str, &str); 3] =
    [("АВЕКМНОРСТХ", "ABEKMHOPCTX"), ("аеорсху", "aeopcxy"), ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX")];

pub(super) fn look_alikes(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    // All of them begin with CE, CF, D0, D1 or with E2 BC, E2 BD, E2 BE, E2 BF.
    let strange =
        |a: u8, b: u8| (a.wrapping_sub(0xCE) < 4) | ((a == 0xE2) & (b.wrapping_sub(0xBC) < 4));
    if !bytes::any(read.all(), |a, b, _| strange(a, b)) {
        return;
    }
    for (text, span) in read.texts() {
        let hit = text.chars().find_map(|c| Some((c, meant(c)?)));
        if let Some((c, right)) = hit {
            let code = format!("U+{:04X}", u32::from(c));
            found.push(
                Diagnostic::new(
                    Code::LookAlike,
                    span,
                    say!(
                        zh: "{code} 看着像“{right}”，不是“{right}”",
                        en: "{code} looks like “{right}” and is not",
                    ),
                )
                .narrow(&c.to_string())
                .hint(say!(zh: "重新输入“{right}”", en: "type “{right}” again")),
            );
        }
    }
}

/// The character a look-alike is taken for.
fn meant(c: char) -> Option<char> {
    if let Some(number) = u32::from(c).checked_sub(0x2F00).filter(|number| *number < 214) {
        return RADICALS.chars().nth(number as usize);
    }
    LETTERS.iter().find_map(|(strange, plain)| {
        let at = strange.chars().position(|letter| letter == c)?;
        plain.chars().nth(at)
    })
}

#[cfg(test)]
mod tests {
    use super::{RADICALS, meant, narrow_sign, wide};

    #[test]
    fn widths_that_are_wrong() {
        assert_eq!(wide("打１２３４８热线"), Some("１２３４８"));
        assert_eq!(wide("（一）：，"), None);
        assert_eq!(narrow_sign("您好,请进"), Some(("好,请", '，')));
        for text in ["1,450次", "a,b", "好, 请", "，", "OK,好"] {
            assert_eq!(narrow_sign(text), None, "{text}");
        }
    }

    #[test]
    fn look_alikes_and_what_they_are_taken_for() {
        assert_eq!(RADICALS.chars().count(), 214);
        assert_eq!(meant('\u{2F42}'), Some('文'));
        assert_eq!(meant('\u{2FD5}'), Some('龠'));
        assert_eq!(meant('А'), Some('A'));
        assert_eq!(meant('文'), None);
    }
}
