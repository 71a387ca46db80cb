//! Words and rules that no longer agree with the law (C315).
//!
//! From the differences between the Regulation of 2003 with its procedure rules and the Law of 2021.
//! Whether a term is asserted is decided by its sentence: `不用开困难证明` and `过去要交困难证明` say that
//! it no longer holds, `特别提醒：请带困难证明` says that it does. A period of working days of another
//! body (财政, 法院) is that body's.

use std::ops::Range;
use std::sync::LazyLock;

use super::denial::denied;
use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::look::words::Words;
use crate::base::span::Span;
use crate::base::text::Text;
use crate::domain::body::{Block, BlockKind, Inline, plain_text};
use crate::domain::citation::{mentions, parse_numeral};
use crate::domain::kind::Kind;
use crate::domain::page::Page;
use crate::say;

/// What is looked for, and what it is about.
const TERMS: [(&str, About); 10] = [
    ("工作日", About::Days),
    ("经济困难证明", About::Certificate),
    ("经济困难的证明", About::Certificate),
    ("困难证明", About::Certificate),
    ("困难的证明", About::Certificate),
    ("贫困证明", About::Certificate),
    ("盲聋哑人", About::Disability),
    ("盲、聋、哑人", About::Disability),
    ("聋哑人", About::Disability),
    (REGULATION, About::Regulation),
];

/// 《法律援助条例》 of the State Council, 2003. Provinces have regulations of the same name.
const REGULATION: &str = "法律援助条例";

#[derive(Clone, Copy)]
enum About {
    Days,
    Certificate,
    Disability,
    Regulation,
}

static FINDER: LazyLock<Words> = LazyLock::new(|| Words::of(&TERMS.map(|(words, _)| words)));

pub(super) fn outdated(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if matches!(read.page.kind, Kind::Law(_)) || !FINDER.any(read.all()) {
        return;
    }
    let struck = struck(read.page);
    let crossed_out = |text: &str, at: &Range<usize>| {
        struck.iter().any(|words| {
            text.match_indices(words.as_str())
                .any(|(start, _)| start <= at.start && at.end <= start + words.len())
        })
    };
    for (text, span) in read.texts() {
        for (at, now) in outdated_in(text) {
            if !crossed_out(text, &at) {
                found.push(finding(&text[at], now, span));
            }
        }
    }
}

pub(super) fn finding(words: &str, now: Text, at: Span) -> Diagnostic {
    Diagnostic::new(
        Code::OutdatedTerm,
        at,
        say!(zh: "“{words}”是过时的说法", en: "“{words}” is out of date"),
    )
    .narrow(words)
    .hint(now)
}

/// Every outdated term that some words assert, and what holds now.
pub(super) fn outdated_in(text: &str) -> Vec<(Range<usize>, Text)> {
    if !FINDER.any(text) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut start = 0;
    for sentence in text.split_inclusive(['。', '！', '？', '；', '\n']) {
        for hit in FINDER.find(sentence) {
            let term = judge(sentence, hit.start()..hit.end(), TERMS[hit.pattern()].1);
            let Some((at, now)) = term.filter(|(at, _)| !denied(sentence, at)) else { continue };
            found.push((start + at.start..start + at.end, now));
        }
        start += sentence.len();
    }
    found
}

/// The words that are outdated and what holds now, were they asserted.
fn judge(sentence: &str, hit: Range<usize>, about: About) -> Option<(Range<usize>, Text)> {
    match about {
        About::Days => days(sentence, &hit),
        About::Certificate => Some((
            hit,
            say!(
                zh: "不再要求盖章的证明：本人如实说明，由信息共享核查或个人诚信承诺（《法律援助法》第四十一条）",
                en: "no stamped certificate any more: a truthful statement, checked by data sharing or a pledge (art. 41)",
            ),
        )),
        About::Disability => Some((
            hit,
            say!(
                zh: "现在称“视力、听力、言语残疾人”（《法律援助法》第二十五条）",
                en: "the law now says persons with a sight, hearing or speech disability (art. 25)",
            ),
        )),
        About::Regulation => regulation(sentence, &hit),
    }
}

/// 七个工作日, 7 个工作日, ７（个）工作日 of the legal aid institution.
fn days(sentence: &str, hit: &Range<usize>) -> Option<(Range<usize>, Text)> {
    let before = sentence[..hit.start].trim_end_matches(|c: char| " 个（）()\u{3000}".contains(c));
    let number = |c: char| {
        c.is_ascii_digit() || ('０'..='９').contains(&c) || "一二三四五六七八九十百".contains(c)
    };
    let start = before.trim_end_matches(number).len();
    let now = match parse_numeral(&before[start..])? {
        7 => say!(
            zh: "《法律援助法》第四十三条写的是“七日”，不是工作日",
            en: "art. 43 of the Legal Aid Law says seven days, not working days",
        ),
        5 => say!(
            zh: "《法律援助法》第四十九条写的是“五日”，不是工作日",
            en: "art. 49 of the Legal Aid Law says five days, not working days",
        ),
        3 if ["指派", "安排律师"].iter().any(|word| sentence.contains(word)) => say!(
            zh: "《法律援助法》第三十六条、第四十三条写的是“三日”，不是工作日",
            en: "arts. 36 and 43 of the Legal Aid Law say three days, not working days",
        ),
        _ => return None,
    };
    (!of_another_body(sentence, start)).then_some((start..hit.end, now))
}

/// Who a period may be of: the legal aid institution, or somebody else.
const OURS: [&str; 10] = [
    "法律援助",
    "援助中心",
    "援助机构",
    "本中心",
    "司法局",
    "司法行政",
    "我们",
    "指派",
    "审查",
    "异议",
];
const OTHERS: [&str; 26] = [
    "财政",
    "人社",
    "人力资源",
    "劳动监察",
    "法院",
    "检察",
    "公安",
    "派出所",
    "银行",
    "仲裁",
    "税务",
    "医保",
    "民政",
    "社保",
    "报社",
    "鉴定",
    "公证",
    "快递",
    "交警",
    "保险",
    "用人单位",
    "公司",
    "看守所",
    "市场监管",
    "登记机关",
    "信访",
];

/// Whether the clause that last names somebody before byte `at`, or the one `at` stands in, begins
/// with another body.
fn of_another_body(sentence: &str, at: usize) -> bool {
    let end = sentence[at..].find('，').map_or(sentence.len(), |length| at + length);
    let first = |clause: &str, names: &[&str]| names.iter().filter_map(|n| clause.find(n)).min();
    for clause in sentence[..end].rsplit('，') {
        match (first(clause, &OURS), first(clause, &OTHERS)) {
            (None, None) => {}
            (ours, others) => {
                return others.is_some_and(|other| ours.is_none_or(|our| other < our));
            }
        }
    }
    false
}

/// An article of the Regulation of 2003 where the sentence does not cite the Law as well.
fn regulation(sentence: &str, hit: &Range<usize>) -> Option<(Range<usize>, Text)> {
    if sentence.contains("法律援助法") {
        return None;
    }
    let cited = mentions(sentence, &[REGULATION]);
    let (at, _) = cited.into_iter().find(|(at, citation)| {
        let name = citation.statute.trim_start_matches("中华人民共和国");
        let local = sentence[..at.start].ends_with(['省', '市', '区', '州']);
        at.contains(&hit.start) && name == REGULATION && !local
    })?;
    Some((
        at,
        say!(
            zh: "国务院的条例是2003年的，请引用《法律援助法》的条文（2022年起施行）",
            en: "the Regulation is of 2003: cite the article of the Legal Aid Law (in force since 2022)",
        ),
    ))
}

/// What is struck through on a page.
fn struck(page: &Page) -> Vec<String> {
    fn inlines(content: &[Inline], out: &mut Vec<String>) {
        for piece in content {
            match piece {
                Inline::Strikethrough(inner) => {
                    let mut words = String::new();
                    plain_text(inner, &|_| String::new(), &mut words);
                    out.push(words);
                }
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Link { content: inner, .. } => inlines(inner, out),
                _ => {}
            }
        }
    }
    fn visit(blocks: &[Block], out: &mut Vec<String>) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => {
                    inlines(content, out);
                }
                BlockKind::Quote { blocks, .. } => visit(blocks, out),
                BlockKind::List { items, .. } => items.iter().for_each(|i| visit(&i.blocks, out)),
                BlockKind::Table(table) => {
                    let cells = table.head.iter().chain(table.rows.iter().flatten());
                    cells.for_each(|cell| inlines(cell, out));
                }
                _ => {}
            }
        }
    }
    let mut out = Vec::new();
    visit(&page.body.blocks, &mut out);
    out.retain(|words| !words.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::outdated_in;

    #[test]
    fn asserted_however_it_is_written() {
        for text in [
            "七个工作日内答复",
            "7 个工作日内答复",
            "７个工作日内答复",
            "7（个）工作日内答复",
            "七（7）个工作日内审查",
            "受理后三个工作日内指派律师",
            "请带经济困难证明",
            "交经济困难的证明",
            "聋哑人、盲人可以申请",
            "依据《法律援助条例》第十三条",
            "依据法律援助条例第十三条",
            "没有收入的，请带经济困难证明",
            "特别提醒：请带困难证明",
            "不用着急，请带困难证明",
            "别忘了带困难证明",
            "法院通知以后，法律援助中心7个工作日内决定",
        ] {
            assert_eq!(outdated_in(text).len(), 1, "{text}");
        }
        assert_eq!(outdated_in("七个工作日。七个工作日。").len(), 2, "all of them");
    }

    #[test]
    fn said_to_be_over_or_of_others() {
        for text in [
            "七日内答复，不是七个工作日",
            "不用去村里开经济困难证明",
            "“七个工作日”是老说法",
            "过去要交经济困难证明，现在取消了",
            "不需要村委会、居委会或者单位出具盖章的经济困难证明",
            "经济困难证明不用开了",
            "财政部门5个工作日内拨付",
            "法院收到起诉状以后，7个工作日内立案",
            "15个工作日内",
            "工作日上午八点半",
            "二十个工作日内公开",
            "《安徽省法律援助条例》第十条",
            "安徽省法律援助条例第十条",
            "《法律援助法》第三十一条和《法律援助条例》第十条",
            "《法律援助条例》是2003年的",
        ] {
            assert_eq!(outdated_in(text).len(), 0, "{text}");
        }
    }
}
