//! Days and signatures that end a notice where no mark does.

use super::solid;
use crate::import::notices::glyph::Glyph;
use crate::import::notices::heading::named;
use crate::import::notices::holder::{self, Trust};
use crate::import::notices::who::PRONOUN;
use crate::import::notices::words::{LOSS, longest};
use crate::import::notices::{grammar, lex};

/// 2021年3月12日 at the end.
pub(super) fn date_ends(text: &str) -> bool {
    let tail = text.strip_suffix('日');
    tail.is_some_and(|rest| {
        rest.ends_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
            && rest.contains('月')
    })
}

/// 柳青苗 2021.3.12, or such a day alone. In a sentence it ends nothing: 某局2021.3.12核发的….
pub(super) fn signed(text: &str) -> bool {
    let Some(before) = before_day(text) else { return false };
    let name = before.rsplit([',', ';', ':', '。']).next().unwrap_or(before);
    name.is_empty() || holder::trust(name) == Trust::Sure
}

/// What stands before a day written in digits that ends a text: 2021.3.12, 2021-3-12, 2021/3/12.
fn before_day(text: &str) -> Option<&str> {
    ['.', '-', '/'].into_iter().find_map(|sign| {
        let before = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == sign);
        let parts: Vec<&str> = text[before.len()..].split(sign).collect();
        let [year, month, day] = parts[..] else { return None };
        let short = |part: &str| matches!(part.len(), 1 | 2);
        (year.len() == 4 && short(month) && short(day)).then_some(before)
    })
}

/// So long, in characters, no name is.
const LONGEST: usize = 80;

/// Whether the notice in the piece before names nobody, what stands in the buffer is a name, and the
/// next line begins a notice of its own: who speaks of himself, what was lost, or another name, be it told
/// in the lines below what that has lost.
pub(super) fn bare_signed(
    before: &[Glyph],
    buffer: &[Glyph],
    line: &[char],
    below: &[&[Glyph]],
) -> bool {
    let name = solid(&buffer[..buffer.len().min(LONGEST)]);
    if buffer.len() >= LONGEST || name.is_empty() || holder::trust(&name) != Trust::Sure {
        return false;
    }
    let text: String = line.iter().filter(|c| !c.is_whitespace()).collect();
    // 凤桥县 ⏎ 白鹭货运有限公司: the line goes on with the name.
    let placed = name.ends_with(['省', '州', '市', '县', '区', '旗', '镇', '乡', '村', '街', '路']);
    // 凤桥 ⏎ 市白鹭货运有限公司.
    if text.starts_with(['省', '市', '县', '区', '旗']) {
        return false;
    }
    let begins = || {
        longest(PRONOUN, line).is_some()
            || longest(&["遗失", "丢失", "兹有", "兹遗失"], line).is_some()
            || named(&text)
            || (!placed && told(line, below))
    };
    let said = || grammar::read(&lex::items(before)).drafts;
    let nameless = |drafts: Vec<grammar::Draft>| {
        drafts.iter().any(|draft| draft.void)
            && drafts.iter().all(|draft| draft.holder.is_empty() || draft.issuer)
    };
    nameless(said()) && begins()
}

/// Whether a line and those below it tell by themselves who has lost what: 某市某研究会社会团 ⏎ 体法人登记证书遗失.
fn told(line: &[char], below: &[&[Glyph]]) -> bool {
    let first = line.iter().map(|c| Glyph { c: *c, at: 0 });
    let lines = below.iter().take(3).flat_map(|line| line.iter().copied());
    let text: Vec<Glyph> = first.chain(lines).take(LONGEST * 2).collect();
    let end = text.iter().position(|glyph| matches!(glyph.c, '。' | ';'));
    let text = &text[..end.unwrap_or(text.len())];
    let said = grammar::read(&lex::items(text));
    said.telling
        && said.drafts.first().is_some_and(|draft| {
            holder::trust(&draft.holder) == Trust::Sure && !draft.documents.is_empty()
        })
}

/// Whether what stands in the buffer ends with who signs, 声明人：柳青苗 behind a declaration, and the lines
/// from `line` on begin a notice of their own. A name broken over the line's end is no whole one, and a
/// field below goes on with a list.
pub(super) fn label_signed(
    declared: bool,
    buffer: &[Glyph],
    line: &[Glyph],
    below: &[&[Glyph]],
) -> bool {
    const SIGNED: &[&str] =
        &["声明人:", "声明单位:", "遗失人:", "遗失单位:", "声明者:", "特此声明:"];
    let tail = solid(&buffer[buffer.len().saturating_sub(LONGEST)..]);
    let Some((at, label)) =
        SIGNED.iter().filter_map(|label| Some((tail.rfind(label)?, label))).max()
    else {
        return false;
    };
    let behind =
        tail[..at].ends_with("作废") || tail[..at].trim_end_matches([',', '。']).ends_with("作废");
    let name = tail[at + label.len()..].trim_end_matches(['。', '.']);
    if !(behind || (declared && at == 0)) || holder::trust(name) != Trust::Sure {
        return false;
    }
    let lines = std::iter::once(&line).chain(below.iter().take(2));
    let next: String = lines.map(|line| solid(line)).collect();
    let Some(lost) = LOSS.iter().filter_map(|word| next.find(word)).min() else { return false };
    let before = &next[..lost];
    before.chars().count() >= 2
        && before.chars().count() <= LONGEST
        && !before.contains(['。', ';', ':'])
        && !["不慎", "因", "于", "将", "由于", "现"].iter().any(|word| before.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::signed;

    #[test]
    fn days_that_sign_and_days_in_sentences() {
        for text in ["柳青苗2021.3.12", "声明作废。声明人:柳青苗2021-03-12", "2021/3/12"]
        {
            assert!(signed(text), "{text}");
        }
        for text in ["遗失某局2021.3.12", "有效期至2021.3.12", "证号2021-1234", "柳青苗"]
        {
            assert!(!signed(text), "{text}");
        }
    }
}
