//! Characters that look right and are not: full-width digits and letters, half-width punctuation in
//! Chinese text (C340, `signs`), and look-alikes of other scripts (C341).
//!
//! Readers do not see the difference; search, screen readers and telephones do. Punctuation by
//! GB/T 15834, digits by GB/T 15835.

use std::borrow::Cow;

use super::shown::shown;
use super::{Facts, Read, signs};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::look::bytes;
use crate::base::span::Span;
use crate::domain::body::Leaf;
use crate::say;

pub(super) fn widths(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let letters = !read.plain() && bytes::any(read.all(), is_wide);
    let signs = signs::possible(read.all());
    if !letters && !signs {
        return;
    }
    let mut look = |text: &str, span: Span| {
        for words in wide(text) {
            let plain: String = beginning(words).chars().map(narrow).collect();
            found.push(mixed(words, span).hint(say!(
                zh: "改成半角：{plain}",
                en: "use plain characters: {plain}",
            )));
        }
        found.extend(
            signs::wrong(text).into_iter().map(|(words, hint)| mixed(words, span).hint(hint)),
        );
    };
    // Addresses and file names in a front matter have their own rules.
    let title = &read.page.head.title;
    look(&title.value, title.span);
    shown(read.page).for_each(|(text, span)| look(text, span));
    for (words, span, leaf) in read.leaves() {
        if leaf != Leaf::Code {
            look(words, span);
        }
    }
}

fn mixed(words: &str, at: Span) -> Diagnostic {
    let begun = beginning(words);
    let message = say!(zh: "“{begun}”全角半角不对", en: "“{begun}” has the wrong width");
    Diagnostic::new(Code::MixedWidth, at, message).narrow(words)
}

/// What is repeated of some words: of digits as many as an ID number has, only the first.
fn beginning(words: &str) -> Cow<'_, str> {
    const FEWEST: usize = 15;
    if words.chars().filter(|c| c.is_numeric()).count() < FEWEST {
        return Cow::Borrowed(words);
    }
    words.chars().take(4).chain(['…']).collect::<String>().into()
}

fn narrow(c: char) -> char {
    u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c)
}

/// Whether these bytes are a full-width digit or letter. The second byte of digits and capitals is
/// BC, of small letters BD; the signs of every text have the same, so the third byte decides.
fn is_wide(a: u8, b: u8, c: u8) -> bool {
    let capital = (b == 0xBC) & ((c.wrapping_sub(0x90) < 10) | (c.wrapping_sub(0xA1) < 26));
    (a == 0xEF) & (capital | ((b == 0xBD) & (c.wrapping_sub(0x81) < 26)))
}

/// Every run of full-width digits or letters.
fn wide(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    if !bytes::any(text, is_wide) {
        return found;
    }
    let bytes = text.as_bytes();
    let at = |at: usize| matches!(bytes.get(at..at + 3), Some([a, b, c]) if is_wide(*a, *b, *c));
    let mut from = 0;
    while let Some(start) = (from..bytes.len()).find(|start| at(*start)) {
        from = (start..).step_by(3).find(|end| !at(*end)).unwrap_or(bytes.len());
        found.push(&text[start..from]);
    }
    found
}

/// The Kangxi radicals U+2F00 to U+2FD5 as the characters they look like.
const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Radicals of the supplement (U+2E80 to U+2EF3) that are drawn as a whole character, and that one.
const SUPPLEMENT: (&str, &str) = (
    "⺟⺠⺬⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "母民示虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
);

/// Letters of other scripts and the Latin ones they look like.
const LETTERS: [(&str, &str); 3] =
    [("АВЕКМНОРСТХ", "ABEKMHOPCTX"), ("аеорсху", "aeopcxy"), ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX")];

pub(super) fn look_alikes(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    // All of them begin with CE, CF, D0, D1, with E2 BA to E2 BF, or, for characters that Unicode has
    // twice, with EF A4 to EF AB or F0 AF.
    let strange = |a: u8, b: u8| {
        let twice = ((a == 0xEF) & (b.wrapping_sub(0xA4) < 8)) | ((a == 0xF0) & (b == 0xAF));
        (a.wrapping_sub(0xCE) < 4) | ((a == 0xE2) & (b.wrapping_sub(0xBA) < 6)) | twice
    };
    if read.plain() || !bytes::any(read.all(), |a, b, _| strange(a, b)) {
        return;
    }
    for (text, span) in read.texts() {
        for c in text.chars() {
            if is_twice(c) {
                found.push(twice(c, span));
            }
            let Some(right) = meant(c) else { continue };
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

/// Whether Unicode has the character twice, once for other standards' sake (CJK compatibility
/// ideographs). Twelve in that block are characters of their own.
fn is_twice(c: char) -> bool {
    const OWN: &str = "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩";
    matches!(u32::from(c), 0xF900..=0xFAFF | 0x2F800..=0x2FA1F) && !OWN.contains(c)
}

fn twice(c: char, span: Span) -> Diagnostic {
    let code = format!("U+{:04X}", u32::from(c));
    Diagnostic::new(
        Code::LookAlike,
        span,
        say!(
            zh: "“{c}”（{code}）是兼容汉字，与常用的那个不是一个字符",
            en: "“{c}” ({code}) is a compatibility character, not the usual one",
        ),
    )
    .narrow(c.encode_utf8(&mut [0; 4]))
    .hint(say!(zh: "用输入法重新输入这个字", en: "type the character again"))
}

/// The character a look-alike is taken for.
fn meant(c: char) -> Option<char> {
    if let Some(number) = u32::from(c).checked_sub(0x2F00).filter(|number| *number < 214) {
        return RADICALS.chars().nth(number as usize);
    }
    LETTERS.iter().chain([&SUPPLEMENT]).find_map(|(strange, plain)| {
        let at = strange.chars().position(|letter| letter == c)?;
        plain.chars().nth(at)
    })
}

#[cfg(test)]
mod tests {
    use super::{RADICALS, SUPPLEMENT, beginning, bytes, is_twice, meant, narrow, wide};

    #[test]
    fn widths_that_are_wrong() {
        assert_eq!(wide("打１２３４８热线，ＡＢ"), ["１２３４８", "ＡＢ"]);
        assert_eq!(wide("（一）：，"), [""; 0]);
        assert_eq!(beginning("１２３４８"), "１２３４８");
        let long = beginning("３４９９０７８５１１０３０１２");
        assert_eq!(
            (&*long, &*long.chars().map(narrow).collect::<String>()),
            ("３４９９…", "3499…")
        );
    }

    #[test]
    fn look_alikes_and_what_they_are_taken_for() {
        assert_eq!(RADICALS.chars().count(), 214);
        assert_eq!(meant('\u{2F42}'), Some('文'));
        assert_eq!(meant('\u{2FD5}'), Some('龠'));
        assert_eq!(meant('\u{2EA0}'), Some('民'));
        assert_eq!(SUPPLEMENT.0.chars().count(), SUPPLEMENT.1.chars().count());
        assert_eq!(meant('А'), Some('A'));
        assert_eq!(meant('文'), None);
        assert!(is_twice('\u{F9DC}') && is_twice('\u{2F80F}') && !is_twice('\u{FA0E}'));
        for c in ('\0'..=char::MAX)
            .filter(|c| meant(*c).is_some() || is_twice(*c) || !wide(&c.to_string()).is_empty())
        {
            assert!(bytes::any(&format!("甲{c}乙"), bytes::unusual), "{c:?}");
        }
    }
}
