//! Plain language on the pages citizens read (C342–C344): short sentences, few clauses, no term that
//! neither the glossary nor the page itself explains.
//!
//! How long a sentence may be is a setting (`sentence_length`). Cases, law digests and reports have
//! readers who are used to more.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::shown::shown;
use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::look::words::Words;
use crate::base::span::Span;
use crate::domain::body::{BlockKind, Leaf, words_of};
use crate::domain::kind::KindName;
use crate::domain::page::Page;
use crate::model::site::Site;
use crate::say;

/// Commas a sentence may have.
pub(super) const COMMAS: usize = 6;

/// Terms of law an ordinary reader does not know.
static TERMS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("terms.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
});

static LOOK: LazyLock<Words> = LazyLock::new(|| Words::of(&TERMS));

pub(super) fn for_citizens(page: &Page) -> bool {
    use KindName::{Channel, Checkup, Contact, Eligibility, Page as About};
    matches!(page.kind.name(), Eligibility | Channel | Contact | Checkup | About)
}

pub(super) fn sentences(facts: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if !for_citizens(read.page) {
        return;
    }
    let longest = facts.settings.sentence_length;
    let least = longest.min(COMMAS * '，'.len_utf8());
    for (words, span) in sentences_in(read).filter(|(words, _)| words.len() > least) {
        for sentence in sentences_of(words) {
            found.extend(hard(sentence, longest, span));
        }
    }
}

/// What readers read in sentences: the text, and the steps, questions and lists of a front matter.
pub(super) fn sentences_in<'a>(read: &'a Read<'_>) -> impl Iterator<Item = (&'a str, Span)> {
    let leaves = read.leaves().filter(|(.., leaf)| *leaf == Leaf::Text);
    leaves.map(|(words, span, _)| (words, span)).chain(shown(read.page))
}

/// A sentence that is too long, or stacked too high.
fn hard(sentence: &str, longest: usize, span: Span) -> Option<Diagnostic> {
    let (length, commas) = measure(sentence);
    let start = sentence.trim().chars().take(8).collect::<String>();
    let (code, message) = if length > longest {
        let message = say!(
            zh: "这句话有 {length} 个字，最多 {longest} 个（“{start}…”）",
            en: "a sentence of {length} characters, {longest} at most (“{start}…”)",
        );
        (Code::LongSentence, message)
    } else if commas > COMMAS {
        let message = say!(
            zh: "这句话有 {commas} 个逗号（“{start}…”）",
            en: "a sentence with {commas} commas (“{start}…”)",
        );
        (Code::StackedClauses, message)
    } else {
        return None;
    };
    Some(Diagnostic::new(code, span, message).narrow(&start).hint(say!(
        zh: "拆成两三句，或写成列表",
        en: "make it two or three sentences, or a list",
    )))
}

/// Running text cut into sentences.
pub(super) fn sentences_of(words: &str) -> impl Iterator<Item = &str> {
    words.split(['。', '！', '？', '；', '\n'])
}

/// Chinese characters and digits, and commas; brackets do not count, a reader passes over them. An
/// English word or an address is one thing to see, however long: it counts as two characters.
pub(super) fn measure(sentence: &str) -> (usize, usize) {
    let (mut length, mut commas, mut depth) = (0, 0, 0_u32);
    let in_word = |c: char| c.is_ascii_alphanumeric() || ":/._?=&%#-@+~".contains(c);
    let mut rest = sentence;
    while let Some(c) = rest.chars().next() {
        let word = if c.is_ascii_alphanumeric() {
            rest.find(|c| !in_word(c)).unwrap_or(rest.len())
        } else {
            0
        };
        let letters = rest[..word].contains(|c: char| c.is_ascii_alphabetic());
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '，' => commas += 1,
            _ if letters => length += 2,
            c if c.is_alphanumeric() => length += 1,
            _ => {}
        }
        rest = &rest[if letters { word } else { c.len_utf8() }..];
    }
    (length, commas)
}

/// The terms among [`TERMS`] that the site's glossary does not explain; none are wanted where there
/// is no glossary.
pub(super) fn unexplained(site: &Site) -> Vec<&'static str> {
    let glossary = |page: &&Page| page.path.ends_with("glossary.md") && page.stem() == "glossary";
    let glossaries: Vec<&Page> = site.pages().map(|(_, page)| page).filter(glossary).collect();
    if glossaries.is_empty() {
        return Vec::new();
    }
    let mut known = BTreeSet::new();
    for block in glossaries.iter().flat_map(|page| &page.body.blocks) {
        match &block.kind {
            BlockKind::Definitions(list) => {
                known.extend(list.iter().map(|entry| words_of(&entry.term).trim().to_owned()));
            }
            BlockKind::Heading { content, .. } => {
                known.insert(words_of(content).trim().to_owned());
            }
            _ => {}
        }
    }
    TERMS.iter().copied().filter(|term| !known.contains(*term)).collect()
}

pub(super) fn terms(facts: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if facts.unexplained.is_empty() || !for_citizens(read.page) {
        return;
    }
    found.extend(left_open(facts, read).map(|(term, span)| unknown(term, span)));
}

/// The terms that a page leaves unexplained, each where it stands first. Whoever read there what one
/// means knows it further down.
pub(super) fn left_open<'r>(
    facts: &'r Facts<'_>,
    read: &'r Read<'_>,
) -> impl Iterator<Item = (&'static str, Span)> + use<'r> {
    let mut settled = BTreeSet::new();
    let leaves = read.leaves().map(|(words, span, _)| (words, span));
    let hits = leaves.chain(shown(read.page)).flat_map(|(words, span)| {
        LOOK.find(words)
            .filter(move |hit| !does(TERMS[hit.pattern().as_usize()], &words[..hit.start()]))
            .map(move |hit| (TERMS[hit.pattern().as_usize()], &words[hit.end()..], span))
    });
    hits.filter_map(move |(term, behind, span)| {
        let open = facts.unexplained.contains(&term) && settled.insert(term);
        (open && !explained_here(behind)).then_some((term, span))
    })
}

/// Whether a term is no thing there but what somebody does: 没有委托代理人, 可以委托代理人.
fn does(term: &str, before: &str) -> bool {
    const DOES: [&str; 18] = [
        "没有", "没", "未", "不", "能", "可以", "要", "想", "想要", "自己", "另行", "另外", "已经",
        "已", "来", "去", "也可", "再",
    ];
    term.starts_with("委托") && DOES.iter().any(|word| before.ends_with(word))
}

/// Whether the words behind a term say what it means: 诉讼时效（要在三年里去告）, 诉讼时效就是….
fn explained_here(behind: &str) -> bool {
    let behind = behind.trim_start_matches(['”', '》', '，', ' ', '也']);
    ["（", "(", "——", "就是", "是指", "即", "意思是", "说的是"]
        .iter()
        .any(|word| behind.starts_with(word))
}

fn unknown(term: &str, span: Span) -> Diagnostic {
    let message = say!(zh: "“{term}”没有解释", en: "“{term}” is not explained");
    Diagnostic::new(Code::UnexplainedTerm, span, message).narrow(term).hint(say!(
        zh: "在名词解释 glossary.md 里加上“{term}”，或换成大白话",
        en: "add “{term}” to glossary.md or say it in plain words",
    ))
}

#[cfg(test)]
mod tests {
    use super::{LOOK, TERMS, does, explained_here, measure};

    #[test]
    fn terms_are_found_and_explained() {
        let hits: Vec<&str> = LOOK
            .find("诉讼标的额不大的，先诉前调解")
            .map(|hit| TERMS[hit.pattern().as_usize()])
            .collect();
        assert_eq!(hits, ["诉讼标的额", "诉前调解"]);
        let mut once = TERMS.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), TERMS.len(), "no term twice");
        for there in ["（官司争的钱数）", "”就是官司争的钱数", "，也就是争的钱", "是指争的钱"]
        {
            assert!(explained_here(there), "{there}");
        }
        assert!(does("委托代理人", "因困难没有") && !does("委托代理人", "您的"));
        assert!(!does("诉讼时效", "没有"));
        assert!(!explained_here("不大") && !explained_here("，是要交费的"));
    }

    #[test]
    fn brackets_and_signs_do_not_count() {
        assert_eq!(measure("带上身份证（没有的，带户口簿），来窗口"), (8, 1));
        assert_eq!(measure("打12348，免费"), (8, 1));
        assert_eq!(measure("打开https://www.12348.gov.cn/a?b=c，点Open"), (7, 1));
    }
}
