//! Arithmetic in running text (C303, C304): parts behind 其中, sums in front of 合计, shares behind 占.
//!
//! What stands behind 其中 need not be all there is, and groups of people overlap: 农民工 and 妇女. So
//! parts are summed only where their names exclude each other (民事, 刑事, 行政), and are too few only
//! where the sentence gives every one of such names its number. A false alarm costs more than a miss.

mod apart;
mod base;
pub(super) mod class;
mod counted;
mod events;
mod growth;
mod list;
mod part;
mod plain;
mod rate;
mod share;
mod target;
mod whole;

use std::sync::LazyLock;

use self::apart::apart;
use self::class::{AID, bare, class, is_named};
use self::counted::{Of, counted, goes_on};
use self::list::{listed, listed_before, respective};
use self::part::{Part, last_part, part, same_unit};
use self::plain::plain;
use self::share::share;
use self::whole::{directly_before, of_all_cases, times, whole, whole_of_sentence};
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
        "加起来",
        "相加",
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
        "分别",
        "完成",
        "比例",
        "满意度",
        "优秀",
        "补贴",
        "季度",
        "半年",
    ])
});

/// So many characters before a total or a whole are looked at, however long the sentence is.
const REACH: usize = 200;

pub(super) fn in_text(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if !SIGNS.any(read.all()) {
        return;
    }
    let cases = all_cases(read);
    let mut look = |words: &str, span: Span| {
        let words = plain(words);
        let mut before = "";
        for sentence in words.split(['。', '！', '？', '\n']) {
            // What a reference to a fact says is a number of another page; without it nothing adds up.
            let known = !sentence.contains(FACT) && !sentence.contains("{{");
            if known {
                Telling { span, found, cases }.sentence(sentence, before);
            }
            before = if known { sentence } else { "" };
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
    /// The number of all cases, where the page tells one and no other.
    cases: Option<f64>,
}

/// The number of all cases that a page tells: none where it tells several, of several years.
fn all_cases(read: &Read<'_>) -> Option<f64> {
    let mut told: Option<f64> = None;
    let mut only = true;
    for (words, ..) in read.leaves().filter(|(words, ..)| words.contains('件')) {
        let words = plain(words);
        for clause in words.split(['。', '，', '；', '、', '（', '）', '：', '\n']) {
            let whole = last_part(clause).filter(|part| part.unit == "件" && of_all_cases(part));
            let Some(whole) = whole.filter(|whole| whole.within == 0.0) else { continue };
            only &= told.is_none_or(|told| (told - whole.value).abs() < 0.5);
            told = Some(whole.value);
        }
    }
    told.filter(|_| only)
}

impl Telling<'_> {
    /// All that is judged of a sentence; `before` is the one before it.
    fn sentence(&mut self, sentence: &str, before: &str) {
        self.among(sentence, before);
        self.in_kinds(sentence);
        self.beside(sentence);
        let mut told = before;
        for piece in sentence.split('；') {
            self.in_all(piece);
            self.found.extend(rate::wrong(piece, last_chars(told, REACH), self.cases, self.span));
            told = piece;
        }
        // 优秀占50%，良好占40%，合格占20%: no 其中 is needed to say that they are shares of one whole.
        if let Some(at) = sentence.find('占').filter(|_| !sentence.contains("其中")) {
            let start = sentence[..at].rfind(['，', '、', '；', '：']);
            let start = start.map_or(0, |at| at + '，'.len_utf8());
            self.found.extend(rate::shares_of_all(&sentence[start..], self.span));
        }
    }

    /// …1000件，其中民事700件、刑事384件、行政4件: none is more than the whole, nor are all together.
    fn among(&mut self, sentence: &str, sentence_before: &str) {
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
            let (near, far) =
                before.rsplit_once('；').map_or((before, ""), |(far, near)| (near, far));
            let (whole, sure) = if near.trim_matches(['，', ' ']).is_empty() {
                let far = if before.is_empty() { last_chars(sentence_before, REACH) } else { far };
                let Some(told) = whole_of_sentence(far, first.unit) else { continue };
                told
            } else {
                let Some(whole) = whole(near, first.unit) else { continue };
                (whole, true)
            };
            if sure {
                self.shares(&whole, &parts, behind);
            }
            // 法律帮助 stands beside all cases as often as among them.
            let over = |part: &&Part<'_>| {
                bare(part.label) != AID && part.value > whole.value + whole.slack() + part.slack()
            };
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
            self.add_up(&whole, &parts, sure && (each || !leaves_out(behind)));
        }
    }

    /// 999件：民事612件、刑事384件、行政5件; so too in brackets, behind 包括 and 分别为: only names that exclude
    /// each other are parts there.
    fn in_kinds(&mut self, sentence: &str) {
        for sign in ["：", "（", "包括", "分别为", "分别是", "含"] {
            for (at, _) in sentence.match_indices(sign) {
                let behind = &sentence[at + sign.len()..];
                let behind = behind.split(sign).next().unwrap_or(behind);
                let before = last_chars(&sentence[..at], REACH);
                let Some(whole) = directly_before(before) else { continue };
                let parts = listed(behind);
                if parts.first().is_some_and(|first| same_unit(first.unit, whole.unit)) {
                    self.shares(&whole, &parts, behind);
                    self.add_up(&whole, &parts, !leaves_out(behind));
                }
            }
        }
    }

    /// 承办案件999件，民事案件612件，刑事384件: kinds of case directly behind the number of all cases.
    fn beside(&mut self, sentence: &str) {
        for (at, comma) in sentence.match_indices('，') {
            let behind = &sentence[at + comma.len()..];
            let clause = behind.split('，').next().unwrap_or(behind);
            let respectively = respective(clause);
            let kinds = || part(clause).is_some_and(|first| is_named(first.label));
            if respectively.is_none() && !kinds() {
                continue;
            }
            let before = last_chars(&sentence[..at], REACH);
            let Some(whole) = directly_before(before).filter(of_all_cases) else { continue };
            let parts = respectively.unwrap_or_else(|| listed(behind));
            if parts.first().is_some_and(|first| same_unit(first.unit, whole.unit)) {
                self.add_up(&whole, &parts, !leaves_out(behind));
            }
        }
    }

    /// Parts that exclude each other are no more than their whole, and no less where they are `all`.
    fn add_up(&mut self, whole: &Part<'_>, parts: &[Part<'_>], all: bool) {
        let slack: f64 = parts.iter().map(Part::slack).sum::<f64>() + whole.slack() + 1e-6;
        let sum = |parts: &[Part<'_>]| parts.iter().map(|part| part.value).sum::<f64>();
        if times(parts) || apart(parts) {
            let less = times(parts) && all && sum(parts) < whole.value - slack;
            if sum(parts) > whole.value + slack || less {
                self.found.push(unequal(self.span, whole, sum(parts)));
            }
            return;
        }
        let Some((class, complete)) = class(parts) else { return };
        let parts = &parts[..class];
        // 优秀14件、合格100件 of 100: some say 合格 of whatever did not fail.
        if parts.iter().any(|part| bare(part.label) == "合格" && part.value >= whole.value) {
            return;
        }
        let aid: f64 =
            parts.iter().filter(|part| bare(part.label) == AID).map(|part| part.value).sum();
        let cases = sum(parts) - aid;
        // Beside all cases, or one more kind of them: then with the others it is no more than all.
        let beside = aid > 0.0 && ((cases - whole.value).abs() < slack || class < 4);
        let sum = if beside { cases } else { cases + aid };
        let less = complete && all && aid == 0.0 && sum < whole.value - slack;
        if sum > whole.value + slack || less {
            self.found.push(unequal(self.span, whole, sum));
        }
    }

    /// 民事700件、刑事384件，合计1080件: what is said to be the sum of the parts before it is it.
    fn in_all(&mut self, sentence: &str) {
        const SIGNS: [&str; 10] =
            ["合计", "共计", "总计", "总共", "一共", "全年共", "共", "全年", "加起来", "相加"];
        for sign in SIGNS {
            for (at, _) in sentence.match_indices(sign) {
                let behind =
                    sentence[at + sign.len()..].trim_start_matches(['为', '是', '：', ' ']);
                const VERBS: [&str; 12] = [
                    "办理案件",
                    "受理案件",
                    "办理",
                    "受理",
                    "接待了",
                    "接待",
                    "发了",
                    "发出",
                    "发放",
                    "来了",
                    "收到",
                    "送出",
                ];
                let verb = VERBS.iter().find_map(|verb| behind.strip_prefix(verb));
                let behind = verb.unwrap_or(behind);
                let behind = behind.strip_prefix("人民币").unwrap_or(behind);
                // 民事案件共计700件: no sum of anything.
                let before = last_chars(&sentence[..at], REACH);
                let before = match before.strip_suffix("全年") {
                    // 全年共 is a sign of its own.
                    Some(_) if sign == "共" => continue,
                    Some(before) => before,
                    None => before,
                };
                let (before, of) =
                    counted(before).map_or((before, None), |(before, of)| (before, Some(of)));
                // 三项一共, 几项加起来: without the items these are words for any number.
                if of.is_none() && matches!(sign, "加起来" | "相加") {
                    continue;
                }
                let events = of.is_none().then(|| events::counted(before)).flatten();
                let apart = before.ends_with(['，', ' ']) || events.is_some();
                if !apart || !behind.starts_with(|c: char| c.is_ascii_digit()) {
                    continue;
                }
                let Some(total) = part(behind) else { continue };
                let plain = verb.is_none() && ["合计", "共计", "总计"].contains(&sign);
                if of.is_none() && self.of_events(&total, before, events) {
                    continue;
                }
                self.of_total(&total, before, (plain, sign.starts_with("全年")), of);
            }
        }
    }

    /// 炉桥镇来了126人，池河镇来了88人，两场一共214人: the total of as many numbers as are counted.
    /// Whether they were counted right before it.
    fn of_events(&mut self, total: &Part<'_>, before: &str, events: Option<(&str, usize)>) -> bool {
        let (listed, count) = match events {
            Some((rest, count)) => (rest, Some(count)),
            None => (before, None),
        };
        let parts: Vec<Part<'_>> =
            listed_before(listed).into_iter().map(|(part, _)| part).collect();
        let Some(first) = parts.last().filter(|first| first.unit == total.unit) else {
            return count.is_some();
        };
        // A label lies within the text and tells where its part begins.
        let start = (first.label.as_ptr() as usize).saturating_sub(listed.as_ptr() as usize);
        let head = listed.get(..start).unwrap_or_default();
        let whole = match count {
            Some(count) => parts.len() == count,
            None => events::announced(head, parts.len()),
        };
        let exact = parts.iter().all(|part| part.within == 0.0) && total.within == 0.0;
        if whole && exact && events::alike(&parts) && !goes_on(listed, &parts, true) {
            self.total(total, &parts);
        }
        count.is_some()
    }

    /// A total and what stands before it. Words that people use of any number (`plain` is none of
    /// them) count where the parts leave no doubt; 全年 only behind the parts of a year.
    fn of_total(
        &mut self,
        total: &Part<'_>,
        before: &str,
        (plain, year): (bool, bool),
        of: Option<Of>,
    ) {
        let clause = before.trim_end_matches(['，', ' ']);
        let clause = clause.rsplit('，').next().unwrap_or(clause);
        if let Some(parts) = respective(clause).filter(|parts| parts[0].unit == total.unit) {
            if !year && parts.iter().all(|part| is_named(part.label)) {
                self.total(total, &parts);
            }
            return;
        }
        let listed = listed_before(before);
        let listed: Vec<_> =
            listed.into_iter().take_while(|(part, _)| part.unit == total.unit).collect();
        let mut parts: Vec<Part<'_>> = listed.iter().map(|(part, _)| *part).collect();
        if goes_on(before, &parts, of == Some(Of::All)) {
            return;
        }
        if let Some(Of::Items(count)) = of {
            if parts.len() < count {
                return;
            }
            parts.truncate(count);
        }
        let plain = plain || of.is_some();
        let kinds = class(&parts).is_some_and(|(_, complete)| complete);
        if plain || kinds && !year || times(&parts) {
            self.total(total, &parts);
        }
        if kinds && total.value > 0.0 && total.within == 0.0 {
            for (part, percent) in &listed {
                let exact = part.value / total.value * 100.0;
                if let Some(percent) = percent.filter(|percent| !percent.fits(exact)) {
                    let numbers = (part.value, total.value);
                    self.found.push(rate::does_not_follow(numbers, exact, &percent, self.span));
                }
            }
        }
    }

    /// A total is the sum of the last parts before it: of how many of them is not said.
    fn total(&mut self, total: &Part<'_>, parts: &[Part<'_>]) {
        let mut sum = 0.0;
        let mut fits = parts.len() < 2;
        let slack: f64 = parts.iter().map(Part::slack).sum::<f64>() + total.slack();
        for (count, part) in parts.iter().enumerate() {
            sum += part.value;
            fits |= count > 0 && (sum - total.value).abs() <= slack + 1e-6;
        }
        if !fits {
            self.found.push(unequal(self.span, total, sum));
        }
    }

    /// …，其中民事612件，占61.3%: the share follows from the two numbers before it.
    fn shares(&mut self, whole: &Part<'_>, parts: &[Part<'_>], behind: &str) {
        for (index, part) in parts.iter().enumerate() {
            // A part's words lie within `behind`, and their place tells where it ends.
            let start = part.words.as_ptr() as usize - behind.as_ptr() as usize;
            let rest = &behind[start + part.words.len()..];
            let Some(share) = rest.strip_prefix(part.unit).and_then(share) else { continue };
            let others = &parts[..index];
            // 民事案件中劳动报酬120件，占60%: of those, whatever all are.
            let of = match share::within(part.label) {
                Some(of) => share::named(of, others),
                None if share::is_of_whole(share.of, whole) => Some(whole),
                None => share::named(share.of, others),
            };
            let Some(of) = of.filter(|of| of.value > 0.0) else { continue };
            if of.within > 0.0 || part.within > 0.0 {
                continue;
            }
            let exact = part.value / of.value * 100.0;
            if !share.percent.fits(exact) {
                let numbers = (part.value, of.value);
                self.found.push(rate::does_not_follow(numbers, exact, &share.percent, self.span));
            }
        }
    }
}

/// Whether a list says that it is not all: 另有1件移送外地.
fn leaves_out(behind: &str) -> bool {
    const MORE: [&str; 12] =
        ["另", "其他", "余", "还有", "等", "赔偿", "以及", "尚", "主要", "仲裁", "执行", "除"];
    MORE.iter().any(|word| behind.contains(word))
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
