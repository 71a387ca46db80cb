//! Arithmetic in running text (C303, C304): parts behind 其中, sums in front of 合计, shares behind 占.
//!
//! What stands behind 其中 need not be all there is, and groups of people overlap: 农民工 and 妇女. So
//! parts are summed only where their names exclude each other (民事, 刑事, 行政), and are too few only
//! where the sentence gives every one of such names its number. A false alarm costs more than a miss.

mod part;

use std::sync::LazyLock;

use self::part::{Part, after, last_part, part, share};
use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::look::near::last_chars;
use crate::base::look::words::Words;
use crate::base::span::Span;
use crate::domain::body::{Leaf, each_leaf_filled};
use crate::say;

/// Names of which a case, a caller or a day has one and no other; those before the bar are all there
/// are.
const CLASSES: [(&[&str], &[&str]); 5] = [
    (&["民事", "刑事", "行政"], &["国家赔偿"]),
    (&["诉讼", "非诉讼"], &[]),
    (&["线上", "线下"], &[]),
    (&["来访", "来电", "来信"], &["网络", "网上", "电话", "现场"]),
    (&["男", "女"], &["男性", "女性"]),
];

/// Where figures are parts or sums of others.
static SIGNS: LazyLock<Words> = LazyLock::new(|| Words::of(&["其中", "合计", "共计", "总计"]));

/// So many characters before a total or a whole are looked at, however long the sentence is.
const REACH: usize = 200;

pub(super) fn in_text(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if !SIGNS.any(read.all()) {
        return;
    }
    let mut look = |words: &str, span: Span| {
        // What a reference to a fact says is a number of another page; without it nothing here adds up.
        let sentences = words.split(['。', '！', '？', '；', '\n']);
        for sentence in sentences.filter(|it| !it.contains(FACT) && !it.contains("{{")) {
            let mut told = Telling { span, found };
            told.among(sentence);
            told.in_all(sentence);
        }
    };
    each_leaf_filled(&read.page.body, &|_| FACT.to_string(), &mut |words, span, leaf| {
        if leaf != Leaf::Code {
            look(words, span);
        }
    });
    if let Some(summary) = &read.page.head.summary {
        look(&summary.value, summary.span);
    }
}

/// Stands where a reference to a fact does.
const FACT: char = '\u{FFFC}';

struct Telling<'f> {
    span: Span,
    found: &'f mut Vec<Diagnostic>,
}

impl Telling<'_> {
    /// …1000件，其中民事700件、刑事384件、行政4件: none is more than the whole, nor are all together.
    fn among(&mut self, sentence: &str) {
        for (at, sign) in sentence.match_indices("其中") {
            let behind = &sentence[at + sign.len()..];
            // As far as the next one: each stretch is read once.
            let behind = behind.split(sign).next().unwrap_or(behind);
            let (parts, each) = match respective(behind) {
                Some(parts) => (parts, true),
                None => (self.listed(behind), false),
            };
            let Some(first) = parts.first() else { continue };
            let before = last_chars(&sentence[..at], REACH);
            let Some(whole) = whole(before, first.unit) else { continue };
            self.shares(&whole, &parts, behind);
            let over = |part: &&Part<'_>| part.value > whole.value + whole.within + part.within;
            if let Some(part) = parts.iter().find(over) {
                let (label, value, all) = (part.label, part.value, whole.value);
                self.found.push(wrong(
                    self.span,
                    part.words,
                    say!(
                        zh: "总数是 {all}，其中的“{label}”却是 {value}",
                        en: "the whole is {all}, but {label} among it is {value}",
                    ),
                ));
                continue;
            }
            let Some((class, complete)) = class(&parts) else { continue };
            let within: f64 = parts.iter().map(|part| part.within).sum::<f64>() + whole.within;
            let sum: f64 = parts.iter().take(class).map(|part| part.value).sum();
            let less = complete && each && sum < whole.value - within - 1e-6;
            if sum > whole.value + within + 1e-6 || less {
                self.found.push(unequal(self.span, &whole, sum));
            }
        }
    }

    /// 民事700件、刑事384件，合计1080件: what is said to be the sum of the parts before it is it.
    fn in_all(&mut self, sentence: &str) {
        for sign in ["合计", "共计", "总计"] {
            for (at, _) in sentence.match_indices(sign) {
                let behind =
                    sentence[at + sign.len()..].trim_start_matches(['为', '是', '：', ':', ' ']);
                // 民事案件共计700件: no sum of anything.
                let before = last_chars(&sentence[..at], REACH);
                let apart = before.ends_with(['，', ',', ' ']);
                if !apart || !behind.starts_with(|c: char| c.is_ascii_digit()) {
                    continue;
                }
                let Some(total) = part(behind) else { continue };
                let parts: Vec<Part<'_>> = before
                    .trim_end_matches(['，', ',', ' '])
                    .rsplit(['、', '，', ','])
                    .map_while(last_part)
                    .take_while(|part| part.unit == total.unit)
                    .collect();
                let mut sum = 0.0;
                let mut fits = parts.len() < 2;
                for (count, part) in parts.iter().enumerate() {
                    sum += part.value;
                    let within = part.within * parts.len() as f64 + total.within;
                    fits |= count > 0 && (sum - total.value).abs() <= within + 1e-6;
                }
                if !fits {
                    self.found.push(unequal(self.span, &total, sum));
                }
            }
        }
    }

    /// The parts one after the other, as far as they go.
    fn listed<'t>(&self, behind: &'t str) -> Vec<Part<'t>> {
        let mut parts: Vec<Part<'t>> = Vec::new();
        let mut rest = behind.trim_start_matches(['：', ':', '，', ',', ' ']);
        while let Some(next) = part(rest) {
            // 其中民事612件，接待咨询1450人次: a sentence of its own behind the comma.
            let other = !parts.is_empty() && VERBS.iter().any(|verb| next.label.contains(verb));
            if other || parts.first().is_some_and(|first| first.unit != next.unit) {
                break;
            }
            rest = after(rest, &next);
            parts.push(next);
            // A share in a bracket or behind a comma belongs to the part before it.
            if let Some((_, end)) = share(rest) {
                rest = &rest[end..];
            }
            let bare = rest.trim_start_matches(['、', '，', ',', '和', '及', '与', ' ']);
            if bare.len() == rest.len() {
                break;
            }
            rest = bare;
        }
        parts
    }

    /// …，其中民事612件，占61.3%: the share follows from the two numbers before it.
    fn shares(&mut self, whole: &Part<'_>, parts: &[Part<'_>], behind: &str) {
        if whole.value == 0.0 || whole.within > 0.0 {
            return;
        }
        for part in parts.iter().filter(|part| part.within == 0.0) {
            // A part's words lie within `behind`, and their place tells where it ends.
            let start = part.words.as_ptr() as usize - behind.as_ptr() as usize;
            let rest = &behind[start + part.words.len()..];
            let Some(rest) = rest.strip_prefix(part.unit) else { continue };
            let Some((percent, _)) = share(rest) else { continue };
            let (exact, places) = (part.value / whole.value * 100.0, percent.places);
            let step = 10f64.powi(-places);
            // Rounded or cut.
            if (exact - percent.value).abs() >= step {
                let (value, all, written) = (part.value, whole.value, percent.words);
                let exact = format!("{exact:.2}");
                self.found.push(
                    Diagnostic::new(
                        Code::PercentDoesNotFollow,
                        self.span,
                        say!(
                            zh: "{value} ÷ {all} 是 {exact}%，写的是 {written}%",
                            en: "{value} ÷ {all} is {exact}% but {written}% is written",
                        ),
                    )
                    .hint(say!(
                        zh: "核对两个数字，或改正百分比",
                        en: "check both figures or correct the percentage",
                    ))
                    .narrow(written),
                );
            }
        }
    }
}

/// What begins a sentence of its own.
const VERBS: [&str; 14] = [
    "办理", "办结", "接待", "解答", "发放", "开展", "举办", "提供", "挽回", "化解", "调解", "组织",
    "同比", "增",
];

/// The number before 其中 that the parts are of: the nearest that is no comparison. Where the nearest
/// is of another unit (…500人，举办讲座20场，其中参加1200人) or not read (近千件), none is.
fn whole<'t>(before: &'t str, unit: &str) -> Option<Part<'t>> {
    let compared = |label: &str| {
        let within = ["增", "减", "比", "同期", "多", "少", "目标", "任务", "计划"];
        // （上年899件）: another year's number beside this one.
        within.iter().any(|word| label.contains(word)) || label.ends_with("年")
    };
    let clauses =
        before.rsplit(['，', ',', '（', '(', '：']).map(|it| it.trim_end_matches(['）', ')', ' ']));
    for clause in clauses.filter(|clause| !clause.is_empty()) {
        match last_part(clause) {
            Some(part) if compared(part.label) => {}
            Some(part) => return (part.unit == unit).then_some(part),
            None if clause.ends_with(['%', '％']) => {}
            None if clause.contains(unit) || clause.contains(|c: char| c.is_ascii_digit()) => {
                return None;
            }
            None => {}
        }
    }
    None
}

/// 民事、刑事、行政分别为700件、384件、4件.
fn respective(behind: &str) -> Option<Vec<Part<'_>>> {
    let (labels, numbers) = behind.split_once("分别")?;
    if labels.contains(|c: char| c.is_ascii_digit() || c == '，') {
        return None;
    }
    let labels = labels.trim_start_matches(['：', ':', ' ']).split(['、', '和', '及', '与']);
    let labels: Vec<&str> = labels.collect();
    let numbers = numbers.trim_start_matches(['为', '是', '有', '：', ':']);
    let mut parts = Vec::new();
    for (label, number) in labels.iter().zip(numbers.split(['、', '，', ',', '和'])) {
        let number = part(number).filter(|part| part.label.is_empty())?;
        parts.push(Part { label, ..number });
    }
    (parts.len() == labels.len() && parts.iter().all(|part| part.unit == parts[0].unit))
        .then_some(parts)
}

/// How many parts from the first on exclude each other, where they are two at least, and whether they
/// are all there can be.
fn class(parts: &[Part<'_>]) -> Option<(usize, bool)> {
    let named =
        |part: &Part<'_>, names: &[&str]| names.iter().position(|name| bare(part.label) == *name);
    CLASSES.iter().find_map(|(all, more)| {
        let names: Vec<&str> = all.iter().chain(*more).copied().collect();
        let mut seen: Vec<usize> = parts.iter().map_while(|part| named(part, &names)).collect();
        let count = seen.len();
        seen.sort_unstable();
        seen.dedup();
        let complete = (0..all.len()).all(|name| seen.contains(&name)) && count == parts.len();
        (count >= 2 && seen.len() == count).then_some((count, complete))
    })
}

/// A label without what every label could add to it.
fn bare(label: &str) -> &str {
    let mut bare = label.trim();
    for lead in ["办理", "受理", "法律援助", "有", "涉及"] {
        bare = bare.strip_prefix(lead).unwrap_or(bare);
    }
    for end in ["为", "有", "共", "案件", "法律援助", "案", "咨询", "类", "受援人"]
    {
        bare = bare.strip_suffix(end).unwrap_or(bare);
    }
    bare
}

fn unequal(span: Span, whole: &Part<'_>, sum: f64) -> Diagnostic {
    let total = whole.value;
    let [sum, difference] = [sum, sum - total].map(|number| (number * 1e4).round() / 1e4);
    wrong(
        span,
        whole.words,
        say!(
            zh: "写的总数是 {total}，分项加起来是 {sum}，相差 {difference}",
            en: "the whole says {total} but its parts sum to {sum}, a difference of {difference}",
        ),
    )
}

fn wrong(span: Span, words: &str, message: crate::base::text::Text) -> Diagnostic {
    Diagnostic::new(Code::PartsDoNotSum, span, message)
        .hint(say!(
            zh: "与台账核对总数和各分项",
            en: "compare total and parts with the register",
        ))
        .narrow(words)
}

#[cfg(test)]
mod tests;
