//! Arithmetic in running text (C303, C304): parts behind 其中, sums in front of 合计, shares behind 占.
//!
//! What stands behind 其中 need not be all there is, and groups of people overlap: 农民工 and 妇女. So
//! parts are summed only where their names exclude each other (民事, 刑事, 行政), and are too few only
//! where the sentence gives every one of such names its number. A false alarm costs more than a miss.

pub(super) mod class;
mod part;
mod rate;
mod whole;

use std::sync::LazyLock;

use self::class::{class, same_class};
use self::part::{Part, after, last_part, part, share};
use self::whole::{directly_before, respective, times, whole};
use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::look::near::last_chars;
use crate::base::look::words::Words;
use crate::base::span::Span;
use crate::domain::body::{Leaf, each_leaf_filled};
use crate::say;

/// Where figures are parts or sums of others.
static SIGNS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(&[
        "其中",
        "合计",
        "共计",
        "总计",
        "总共",
        "一共",
        "全年共",
        "民事",
        "诉讼",
        "线上",
        "男",
        "来访",
        "率",
        "占",
        "增长",
        "上升",
        "增加",
        "下降",
        "减少",
        "降",
    ])
});

/// So many characters before a total or a whole are looked at, however long the sentence is.
const REACH: usize = 200;

pub(super) fn in_text(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if !SIGNS.any(read.all()) {
        return;
    }
    let mut look = |words: &str, span: Span| {
        // What a reference to a fact says is a number of another page; without it nothing here adds up.
        let sentences = words.split(['。', '！', '？', '\n']);
        for sentence in sentences.filter(|it| !it.contains(FACT) && !it.contains("{{")) {
            let mut told = Telling { span, found };
            told.sentence(sentence);
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
    /// All that is judged of a sentence.
    fn sentence(&mut self, sentence: &str) {
        self.among(sentence);
        self.in_kinds(sentence);
        for sentence in sentence.split('；') {
            self.in_all(sentence);
            self.found.extend(rate::wrong(sentence, self.span));
        }
    }

    /// …1000件，其中民事700件、刑事384件、行政4件: none is more than the whole, nor are all together.
    fn among(&mut self, sentence: &str) {
        for (at, sign) in sentence.match_indices("其中") {
            let behind = &sentence[at + sign.len()..];
            // As far as the next one: each stretch is read once.
            let behind = behind.split(sign).next().unwrap_or(behind);
            self.found.extend(rate::shares_of_all(behind, self.span));
            let (parts, each) = match respective(behind) {
                Some(parts) => (parts, true),
                None => (listed(behind), false),
            };
            let Some(first) = parts.first() else { continue };
            let before = last_chars(&sentence[..at], REACH);
            let before = before.rsplit('；').next().unwrap_or(before);
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
            self.add_up(&whole, &parts, each || !leaves_out(behind));
        }
    }

    /// 999件：民事612件、刑事384件、行政5件; so too in brackets, behind 包括 and 分别为: only names that exclude
    /// each other are parts there.
    fn in_kinds(&mut self, sentence: &str) {
        for sign in ["：", "（", "包括", "分别为"] {
            for (at, _) in sentence.match_indices(sign) {
                let behind = &sentence[at + sign.len()..];
                let behind = behind.split(sign).next().unwrap_or(behind);
                let before = last_chars(&sentence[..at], REACH);
                let Some(whole) = directly_before(before) else { continue };
                let parts = listed(behind);
                if parts.first().is_some_and(|first| first.unit == whole.unit) {
                    self.add_up(&whole, &parts, !leaves_out(behind));
                }
            }
        }
    }

    /// Parts that exclude each other are no more than their whole, and no less where they are `all`.
    fn add_up(&mut self, whole: &Part<'_>, parts: &[Part<'_>], all: bool) {
        let Some((class, complete)) = class(parts) else { return };
        let within: f64 = parts.iter().map(|part| part.within).sum::<f64>() + whole.within;
        let sum: f64 = parts.iter().take(class).map(|part| part.value).sum();
        let less = complete && all && sum < whole.value - within - 1e-6;
        if sum > whole.value + within + 1e-6 || less {
            self.found.push(unequal(self.span, whole, sum));
        }
    }

    /// 民事700件、刑事384件，合计1080件: what is said to be the sum of the parts before it is it.
    fn in_all(&mut self, sentence: &str) {
        for sign in ["合计", "共计", "总计", "总共", "一共", "全年共"] {
            for (at, _) in sentence.match_indices(sign) {
                let behind =
                    sentence[at + sign.len()..].trim_start_matches(['为', '是', '：', ':', ' ']);
                let verb =
                    ["办理", "受理", "接待"].iter().find_map(|verb| behind.strip_prefix(verb));
                let behind = verb.unwrap_or(behind);
                // 民事案件共计700件: no sum of anything.
                let before = last_chars(&sentence[..at], REACH);
                let before = before.strip_suffix("全年").unwrap_or(before);
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
                // Words that people use of any number count where the parts leave no doubt.
                let plain = verb.is_none() && ["合计", "共计", "总计"].contains(&sign);
                let kinds = class(&parts).is_some_and(|(_, complete)| complete);
                if plain || kinds && sign != "全年共" || times(&parts) {
                    self.total(&total, &parts);
                }
            }
        }
    }

    /// A total is the sum of the last parts before it: of how many of them is not said.
    fn total(&mut self, total: &Part<'_>, parts: &[Part<'_>]) {
        let mut sum = 0.0;
        let mut fits = parts.len() < 2;
        for (count, part) in parts.iter().enumerate() {
            sum += part.value;
            let within = part.within * parts.len() as f64 + total.within;
            fits |= count > 0 && (sum - total.value).abs() <= within + 1e-6;
        }
        if !fits {
            self.found.push(unequal(self.span, total, sum));
        }
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
                let numbers = (part.value, whole.value);
                self.found.push(rate::does_not_follow(numbers, exact, percent.words, self.span));
            }
        }
    }
}

/// The parts one after the other, as far as they go.
fn listed(behind: &str) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
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
        // 民事300件；刑事180件: one list where the names are of one kind.
        let further = rest.strip_prefix('；').filter(|further| {
            part(further).is_some_and(|further| same_class(next.label, further.label))
        });
        match further {
            Some(further) => rest = further,
            None if bare.len() == rest.len() => break,
            None => rest = bare,
        }
    }
    parts
}

/// Whether a list says that it is not all: 另有1件移送外地.
fn leaves_out(behind: &str) -> bool {
    const MORE: [&str; 12] =
        ["另", "其他", "余", "还有", "等", "赔偿", "以及", "尚", "主要", "仲裁", "执行", "除"];
    MORE.iter().any(|word| behind.contains(word))
}

/// What begins a sentence of its own.
const VERBS: [&str; 14] = [
    "办理", "办结", "接待", "解答", "发放", "开展", "举办", "提供", "挽回", "化解", "调解", "组织",
    "同比", "增",
];

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
