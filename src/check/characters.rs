//! Characters other computers do not show: of the private use area (C316), and those that are not
//! seen at all or were lost on the way (C330). GB 18030-2022.

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::look::bytes;
use crate::say;

/// Whether a text's bytes could hold one. Private use starts with EE, with EF below A4, with F3 or
/// with F4; what is not seen is E2 80 8B–8F, E2 80 AA–AE, E2 81 A0–A9, EF BB BF, EF BF BD, C2 AD. The
/// signs of every text begin alike, so the last byte decides.
fn may_be_strange(text: &str) -> bool {
    bytes::any(text, |a, b, c| {
        let private = (a == 0xEE) | (a == 0xF3) | (a == 0xF4) | ((a == 0xEF) & (b < 0xA4));
        let marks = (b == 0x80) & ((c.wrapping_sub(0x8B) < 5) | (c.wrapping_sub(0xAA) < 5));
        let unseen = (a == 0xE2) & (marks | ((b == 0x81) & (c.wrapping_sub(0xA0) < 10)));
        let lost = (a == 0xEF) & (((b == 0xBF) & (c == 0xBD)) | ((b == 0xBB) & (c == 0xBF)));
        private | unseen | lost | ((a == 0xC2) & (b == 0xAD))
    })
}

fn is_private(c: char) -> bool {
    matches!(u32::from(c), 0xE000..=0xF8FF | 0xF0000..=0x0010_FFFD)
}

/// What a character does that is not seen, or was there instead of another; the joiner of pictures
/// (U+200D) has its use.
fn unseen(c: char) -> Option<(&'static str, &'static str)> {
    Some(match u32::from(c) {
        0xFFFD => ("一个字丢了，只剩替代符", "a character was lost"),
        0x202A..=0x202E | 0x2066..=0x2069 | 0x200E | 0x200F => {
            ("会把后面的文字倒过来显示", "it can turn the text behind it around")
        }
        0x200B | 0x200C | 0x2060..=0x2064 | 0xFEFF | 0xAD => {
            ("看不见，但会使检索落空、号码拨错", "it is not seen but breaks search and numbers")
        }
        _ => return None,
    })
}

pub(super) fn strange(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if read.plain() || !may_be_strange(read.all()) {
        return;
    }
    for (text, span) in read.texts().filter(|(text, _)| may_be_strange(text)) {
        for c in text.chars() {
            let code = format!("U+{:04X}", u32::from(c));
            let finding = if is_private(c) {
                private_use(c, &code, span)
            } else if let Some((zh, en)) = unseen(c) {
                let message = say!(zh: "有一个字符 {code}：{zh}", en: "a character {code}: {en}");
                Diagnostic::new(Code::UnseenCharacter, span, message).hint(say!(
                    zh: "把前后几个字删掉重新输入",
                    en: "delete it with its neighbours and type them again",
                ))
            } else {
                continue;
            };
            found.push(finding.narrow(c.encode_utf8(&mut [0; 4])));
        }
    }
}

fn private_use(c: char, code: &str, span: crate::base::span::Span) -> Diagnostic {
    Diagnostic::new(
        Code::PrivateUseCharacter,
        span,
        say!(zh: "有一个私用区字符 {code}", en: "a private-use character {code}"),
    )
    .hint(match meant(c) {
        Some(right) => say!(
            zh: "旧系统里它是“{right}”，核对后改成“{right}”",
            en: "old systems mean “{right}”: compare and type “{right}”",
        ),
        None => say!(
            zh: "查明原字，用输入法重新录入（例如 䶮、㛃 都有正式编码）",
            en: "find out which character is meant and type it again",
        ),
    })
}

/// U+E815 to U+E864 as GBK and GB 18030-2000 used them, before Unicode had the characters.
const OLD: &str = "⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻";

/// The character an old system meant by a private-use code point.
fn meant(c: char) -> Option<char> {
    OLD.chars().nth(u32::from(c).checked_sub(0xE815)? as usize)
}

#[cfg(test)]
mod tests {
    use super::{OLD, bytes, is_private, may_be_strange, meant, unseen};

    #[test]
    fn old_code_points_and_what_they_mean() {
        assert_eq!(OLD.chars().count(), 0xE864 - 0xE815 + 1);
        assert_eq!(meant('\u{E863}'), Some('䶮'));
        assert_eq!(meant('\u{E82C}'), Some('龷'));
        assert_eq!(meant('\u{E900}'), None);
    }

    #[test]
    fn the_first_look_misses_none_and_passes_over_plain_text() {
        let all = ('\0'..='\u{10FFFF}').filter(|c| is_private(*c) || unseen(*c).is_some());
        for c in all.step_by(7).chain(['\u{FFFD}', '\u{200B}', '\u{202E}', '\u{AD}', '\u{FEFF}']) {
            let text = format!("甲{c}乙");
            assert!(may_be_strange(&text), "{:04X}", u32::from(c));
            assert!(bytes::any(&text, bytes::unusual), "{:04X}", u32::from(c));
        }
        assert!(!may_be_strange("“您好”，（一）——见……第１条：２０２６年·甲‰℃①Ⅱ"));
    }
}
