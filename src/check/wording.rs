//! Words that no longer agree with the law (C315) and characters other computers do not have
//! (C316).

use std::sync::LazyLock;

use super::words::Words;
use super::{Facts, Read, bytes};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::domain::kind::Kind;
use crate::say;

/// An outdated term, and what holds now.
struct Outdated {
    words: &'static [&'static str],
    now_zh: &'static str,
    now_en: &'static str,
}

/// From the differences between the Regulation of 2003 with its procedure rules and the Law of
/// 2021; sources in each entry.
const OUTDATED: &[Outdated] = &[
    Outdated {
        words: &["七个工作日", "7个工作日", "7 个工作日"],
        now_zh: "《法律援助法》第四十三条写的是“七日”，不是工作日",
        now_en: "art. 43 of the Legal Aid Law says seven days, not working days",
    },
    Outdated {
        words: &["五个工作日", "5个工作日", "5 个工作日"],
        now_zh: "《法律援助法》第四十九条写的是“五日”，不是工作日",
        now_en: "art. 49 of the Legal Aid Law says five days, not working days",
    },
    Outdated {
        words: &["经济困难证明", "贫困证明", "困难证明"],
        now_zh: "不再要求盖章的证明：本人如实说明，由信息共享核查或个人诚信承诺（《法律援助法》第四十一条）",
        now_en: "no stamped certificate any more: a truthful statement, checked by data sharing or a pledge (art. 41)",
    },
    Outdated {
        words: &["盲聋哑人", "盲、聋、哑人"],
        now_zh: "现在称“视力、听力、言语残疾人”（《法律援助法》第二十五条）",
        now_en: "the law now says persons with a sight, hearing or speech disability (art. 25)",
    },
    Outdated {
        words: &["《法律援助条例》第十条", "《法律援助条例》第十七条"],
        now_zh: "请引用《法律援助法》第三十一条或第四十一条",
        now_en: "cite arts. 31 or 41 of the Legal Aid Law",
    },
];

/// All words with the number of their entry.
static TERMS: LazyLock<Vec<(&str, usize)>> = LazyLock::new(|| {
    let numbered = OUTDATED.iter().enumerate();
    numbered.flat_map(|(number, term)| term.words.iter().map(move |word| (*word, number))).collect()
});

/// Looks for all of them.
static FINDER: LazyLock<Words> = LazyLock::new(|| {
    let words: Vec<&str> = TERMS.iter().map(|(words, _)| *words).collect();
    Words::of(&words)
});

/// Words before a term that say it no longer holds: 不用开困难证明.
const DENIALS: [&str; 10] =
    ["不用", "不需", "不必", "无需", "不再", "不要", "没有", "取消", "别", "不是"];

pub(super) fn outdated(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if matches!(read.page.kind, Kind::Law(_)) {
        return;
    }
    if !FINDER.any(read.all()) {
        return;
    }
    for (text, span) in read.texts() {
        let mut said: Vec<usize> = Vec::new();
        for hit in FINDER.find(text) {
            let (words, term) = TERMS[hit.pattern()];
            if said.contains(&term) || !asserted(text, hit.start()) {
                continue;
            }
            said.push(term);
            let (zh, en) = (OUTDATED[term].now_zh, OUTDATED[term].now_en);
            found.push(
                Diagnostic::new(
                    Code::OutdatedTerm,
                    span,
                    say!(zh: "“{words}”是过时的说法", en: "“{words}” is out of date"),
                )
                .narrow(words)
                .hint(say!(zh: "{zh}", en: "{en}")),
            );
        }
    }
}

/// Whether a text's bytes could hold a private-use character: those start with EE, with EF below
/// A4, with F3 or with F4. The full-width signs of every text start with EF too, but with BC or BD
/// behind it.
fn may_hold_private_use(text: &str) -> bool {
    bytes::any(text, |first, second, _| {
        (first == 0xEE) | (first == 0xF3) | (first == 0xF4) | ((first == 0xEF) & (second < 0xA4))
    })
}

/// Whether the term at `at` is asserted: not part of a larger number, and not denied just before.
fn asserted(text: &str, at: usize) -> bool {
    let before = &text[..at];
    if before.ends_with(|c: char| c.is_ascii_digit() || "十百".contains(c)) {
        return false;
    }
    let start = before.char_indices().rev().nth(11).map_or(0, |(start, _)| start);
    let clause = before[start..].rsplit(['。', '；', '？', '！']).next().unwrap_or("");
    !DENIALS.iter().any(|denial| clause.contains(denial))
}

pub(super) fn private_use(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if !may_hold_private_use(read.all()) {
        return;
    }
    for (text, span) in read.texts() {
        let strange = |c: char| matches!(u32::from(c), 0xE000..=0xF8FF | 0xF0000..=0x0010_FFFD);
        if let Some(c) = text.chars().find(|c| strange(*c)) {
            let code = format!("U+{:04X}", u32::from(c));
            found.push(
                Diagnostic::new(
                    Code::PrivateUseCharacter,
                    span,
                    say!(zh: "有一个私用区字符 {code}", en: "a private-use character {code}"),
                )
                .narrow(&c.to_string())
                .hint(match meant(c) {
                    Some(right) => say!(
                        zh: "旧系统里它是“{right}”，核对后改成“{right}”",
                        en: "old systems mean “{right}”: compare and type “{right}”",
                    ),
                    None => say!(
                        zh: "查明原字，用输入法重新录入（例如 䶮、㛃 都有正式编码）",
                        en: "find out which character is meant and type it again",
                    ),
                }),
            );
        }
    }
}

/// U+E815 to U+E864 as GBK and GB 18030-2000 used them, before Unicode had the characters.
const OLD: &str = "⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻";

/// The character an old system meant by a private-use code point.
fn meant(c: char) -> Option<char> {
    OLD.chars().nth(u32::from(c).checked_sub(0xE815)? as usize)
}

#[cfg(test)]
mod tests {
    use super::{OLD, asserted, meant};

    #[test]
    fn old_code_points_and_what_they_mean() {
        assert_eq!(OLD.chars().count(), 0xE864 - 0xE815 + 1);
        assert_eq!(meant('\u{E863}'), Some('䶮'));
        assert_eq!(meant('\u{E82C}'), Some('龷'));
        assert_eq!(meant('\u{E900}'), None);
    }

    #[test]
    fn denied_terms_are_no_findings() {
        let check = |text: &str, term: &str| asserted(text, text.find(term).unwrap());
        assert!(check("请带经济困难证明", "经济困难证明"));
        assert!(!check("不用去村里开经济困难证明", "经济困难证明"));
        assert!(check("不用着急。请带经济困难证明", "经济困难证明"));
        assert!(!check("15个工作日内", "5个工作日"));
    }
}
