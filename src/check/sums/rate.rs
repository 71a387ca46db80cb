//! Percentages in running text that do not follow from the numbers beside them (C304): 办结率, 占…的, 增长.
//!
//! What a share is of need not be in the sentence. So a percentage is judged only where its words name
//! both numbers, or where no number of the sentence gives it.

use super::base::{closed_cases, told_before};
use super::class::{bare, is_named, same_class};
use super::growth::{against, compared, from_to, since};
use super::part::{Part, last_part, part, set_as_whole};
use super::share::{Percent, is_of_whole, percent, share};
use super::target::of_a_target;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::say;

/// What is wrong in a sentence; `told` is what stands before it, `cases` the number of all cases of the page.
pub(super) fn wrong(sentence: &str, told: &str, cases: Option<f64>, span: Span) -> Vec<Diagnostic> {
    if !sentence.contains('%') && !sentence.contains("百分之") {
        return Vec::new();
    }
    let mut found = Vec::new();
    let clauses: Vec<&str> = sentence.split('，').take(CLAUSES).map(str::trim).collect();
    for (at, clause) in clauses.iter().enumerate() {
        let (before, after) = (&clauses[..at], &clauses[at + 1..]);
        let judged = of_a_rate(clause, before, after, told)
            .or_else(|| closed_of_all(clause, before, cases?))
            .or_else(|| of_a_number(clause, before))
            .or_else(|| of_a_target(clause, before))
            .or_else(|| compared(clause, before))
            .or_else(|| from_to(clause, before))
            .or_else(|| since(clause, before))
            .or_else(|| against(clause, before, told))
            .or_else(|| of_the_first(clause, before))
            .or_else(|| of_a_named(clause, before));
        if let Some((numbers, exact, percent)) = judged
            && !percent.fits(exact)
        {
            found.push(does_not_follow(numbers, exact, &percent, span));
        }
    }
    found
}

/// So many clauses of a sentence are looked at.
const CLAUSES: usize = 40;

/// Two numbers, the percentage they give, and the one that is written.
pub(super) type Told<'t> = ((f64, f64), f64, Percent<'t>);

/// Rates by the word for what is counted in them.
const RATES: [(&str, &[&str]); 8] = [
    ("办结率", &["办结", "结案", "审结"]),
    ("结案率", &["办结", "结案", "审结"]),
    ("满意率", &["满意"]),
    ("满意度", &["满意"]),
    ("回收率", &["收回", "回收"]),
    ("成功率", &["成功"]),
    ("完成率", &[]),
    ("完成比例", &[]),
];

/// 受理案件1200件，办结1080件，办结率85%: no number of the sentence gives the rate.
fn of_a_rate<'t>(
    clause: &'t str,
    before: &[&'t str],
    after: &[&'t str],
    sentence_before: &str,
) -> Option<Told<'t>> {
    let (rate, words) = RATES.iter().find(|(rate, _)| clause.starts_with(rate))?;
    let percent = percent(clause[rate.len()..].trim_start_matches(LEADS))?;
    let mut numbers = all_numbers(before)?;
    // 办结779件，办结率88%，受理999件: the other one may come later.
    if let ([_], [next, ..]) = (&numbers[..], after) {
        let taken_in = |part: &Part<'_>| {
            ["受理", "办理", "收到", "回访"].iter().any(|word| part.label.starts_with(word))
        };
        numbers.extend(last_part(next).filter(taken_in));
    }
    let counted = |part: &Part<'_>| {
        let label = part.label.trim_end_matches(COUNTED);
        words.iter().any(|word| label.ends_with(word))
    };
    let plan = |part: &Part<'_>| ["任务", "目标", "计划"].iter().any(|it| part.label.contains(it));
    let done = words.is_empty();
    let (one, others): (Vec<Part<'_>>, Vec<Part<'_>>) =
        numbers.iter().partition(|part| if done { plan(part) } else { counted(part) });
    // With more numbers a rate may be of some of them together.
    let [one] = one[..] else { return None };
    let others: Vec<f64> =
        others.iter().filter(|other| other.unit == one.unit).map(|other| other.value).collect();
    if others.len() > 2 {
        return None;
    }
    if let ([], [lead @ .., _]) = (&others[..], before) {
        let base = told_before(sentence_before, lead, &one, words)?;
        let exact = one.value / base * 100.0;
        return Some(((one.value, base), exact, percent));
    }
    let share = |other: f64| if done { other / one.value } else { one.value / other } * 100.0;
    let sum = others.iter().sum::<f64>();
    if others.iter().chain([&sum]).any(|other| percent.fits(share(*other))) {
        return None;
    }
    let other = *others.last()?;
    let numbers = if done { (other, one.value) } else { (one.value, other) };
    (numbers.1 > 0.0).then_some((numbers, share(other), percent))
}

/// Whether another number before it gives the percentage: it is then of that one.
pub(super) fn of_another(
    before: &[&str],
    percent: &Percent<'_>,
    share: impl Fn(f64) -> f64,
) -> bool {
    before.iter().filter_map(|clause| last_part(clause)).any(|part| percent.fits(share(part.value)))
}

/// Between the name of a rate and its number.
pub(super) const LEADS: [char; 7] = ['为', '达', '到', '是', '：', ':', ' '];
/// Behind the word for what is counted.
const COUNTED: [char; 5] = ['的', '案', '件', '有', '了'];

/// The numbers of earlier clauses; none where one is about so many, or is not understood.
pub(super) fn all_numbers<'t>(before: &[&'t str]) -> Option<Vec<Part<'t>>> {
    let mut numbers = Vec::new();
    for clause in before {
        match last_part(clause) {
            // 每月50件, 月均83件: no number of all.
            Some(part) if part.label.contains(['每', '均']) => {}
            Some(part) => numbers.push(part),
            None if clause.contains('%') => {}
            None if clause.contains(|c: char| c.is_ascii_digit()) => return None,
            None => {}
        }
    }
    let carried = ["结转", "旧存", "上年", "往年"];
    (!before.iter().any(|clause| carried.iter().any(|word| clause.contains(word))))
        .then_some(numbers)
}

/// 999件，占全年任务925件的118%: both numbers are named.
fn of_a_number<'t>(clause: &'t str, before: &[&'t str]) -> Option<Told<'t>> {
    let rest = clause.strip_prefix('占').or_else(|| clause.strip_prefix("完成"))?;
    let whole = part(rest)?;
    let percent = percent(behind(rest, &whole).strip_prefix('的')?)?;
    let one = last_part(before.last()?).filter(|one| one.unit == whole.unit)?;
    let exact = one.value / whole.value * 100.0;
    if of_another(before, &percent, |other| other / whole.value * 100.0) {
        return None;
    }
    (whole.value > 0.0 && exactly(&one, &whole)).then_some((
        (one.value, whole.value),
        exact,
        percent,
    ))
}

/// 办理案件999件，民事案件612件，占71.3%: a kind of what the sentence begins with. Where 其中 is said, another
/// rule reads it.
fn of_the_first<'t>(clause: &'t str, before: &[&'t str]) -> Option<Told<'t>> {
    let said = share(clause)?;
    let percent = said.percent;
    let [.., first, one] = before else { return None };
    let whole = last_part(first).or_else(|| set_as_whole(first))?;
    let one = last_part(one)?;
    let kind = is_named(one.label) && !is_named(whole.label);
    let all = ["案件", "办理", "受理", "共"].iter().any(|word| whole.label.contains(word));
    if of_another(before, &percent, |other| one.value / other * 100.0) {
        return None;
    }
    let closed = whole.label.contains('结') || before.iter().any(|it| it.contains("其中"));
    let exact = one.value / whole.value * 100.0;
    (kind
        && is_of_whole(said.of, &whole)
        && all
        && !closed
        && one.unit == whole.unit
        && exactly(&one, &whole)
        && one.value < whole.value)
        .then_some(((one.value, whole.value), exact, percent))
}

/// 全年办结721件，办结率89%, where the number of all cases stands in another paragraph.
fn closed_of_all<'t>(clause: &'t str, before: &[&'t str], cases: f64) -> Option<Told<'t>> {
    let rest = ["办结率", "结案率"].iter().find_map(|rate| clause.strip_prefix(rate))?;
    let percent = percent(rest.trim_start_matches(LEADS))?;
    let [lead @ .., last] = before else { return None };
    let one = last_part(last).filter(|one| one.unit == "件" && closed_cases(one.label))?;
    let other = |clause: &&str| clause.contains(|c: char| c.is_ascii_digit());
    if lead.iter().any(other) || one.within > 0.0 || cases < one.value {
        return None;
    }
    Some(((one.value, cases), one.value / cases * 100.0, percent))
}

/// 总损失40000元，判决赔偿32000元，占总损失的75%: of the one number that is called so.
fn of_a_named<'t>(clause: &'t str, before: &[&'t str]) -> Option<Told<'t>> {
    let said = share(clause)?;
    let percent = said.percent;
    let of = said.of.trim();
    if of.chars().count() < 2 || percent.within > 1.0 {
        return None;
    }
    let numbers = all_numbers(before)?;
    let mut named = numbers.iter().filter(|part| part.label.trim_end().ends_with(of));
    let whole = *named.next().filter(|_| named.next().is_none())?;
    let one = last_part(before.last()?).filter(|one| one.unit == whole.unit)?;
    if !exactly(&one, &whole) || one.value >= whole.value || whole.words == one.words {
        return None;
    }
    // It may be a share of some of them together.
    let mut sum = 0.0;
    for part in numbers.iter().rev().filter(|part| part.unit == whole.unit) {
        sum += part.value;
        if percent.fits(sum / whole.value * 100.0) || percent.fits(part.value / whole.value * 100.0)
        {
            return None;
        }
    }
    Some(((one.value, whole.value), one.value / whole.value * 100.0, percent))
}

/// Whether both numbers are written to the last digit.
pub(super) fn exactly(a: &Part<'_>, b: &Part<'_>) -> bool {
    a.within + b.within == 0.0
}

/// What stands behind a part of a text.
pub(super) fn behind<'t>(text: &'t str, part: &Part<'t>) -> &'t str {
    let at = part.words.as_ptr() as usize - text.as_ptr() as usize;
    &text[at + part.words.len() + part.unit.len()..]
}

/// 其中民事案件占60%，刑事案件占35%，行政案件占10%: names that exclude each other share no more than all.
pub(super) fn shares_of_all(behind: &str, span: Span) -> Option<Diagnostic> {
    let mut sum = 0.0;
    let mut within = 0.0;
    let mut all_fit = false;
    let mut last: Vec<(&str, Percent<'_>)> = Vec::new();
    for clause in behind.split(['，', '、', '；']).take(CLAUSES) {
        let Some((label, share)) = clause.trim_start_matches(['：', ':', ' ']).split_once('占')
        else {
            break;
        };
        let Some(percent) = percent(share.trim_start_matches(['比', '为', ' '])) else { break };
        let known = last.iter().any(|(other, _)| bare(other) == bare(label));
        let alike = last.first().is_none_or(|(first, _)| same_class(first, label));
        if !is_named(label) || known || !alike {
            break;
        }
        sum += percent.value;
        within += 10f64.powi(-percent.places);
        // 合格 of whatever did not fail.
        all_fit |= bare(label) == "合格" && percent.value >= 100.0;
        last.push((label, percent));
    }
    let (_, percent) =
        last.last().filter(|_| last.len() > 1 && !all_fit && sum > 100.0 + within)?;
    let sum = (sum * 1e4).round() / 1e4;
    let message = say!(
        zh: "各类互不重叠，占比加起来却是 {sum}%",
        en: "kinds that exclude each other share {sum}% of all",
    );
    Some(super::wrong(span, percent.words, message))
}

/// A percentage that the numbers beside it do not give.
pub(super) fn does_not_follow(
    (value, all): (f64, f64),
    exact: f64,
    percent: &Percent<'_>,
    span: Span,
) -> Diagnostic {
    let written = percent.written();
    let exact = format!("{exact:.2}");
    Diagnostic::new(
        Code::PercentDoesNotFollow,
        span,
        say!(
            zh: "由 {value} 和 {all} 算出来是 {exact}%，写的是 {written}",
            en: "{value} and {all} give {exact}% but {written} is written",
        ),
    )
    .hint(say!(
        zh: "核对两个数字，或改正百分比",
        en: "check both figures or correct the percentage",
    ))
    .narrow(percent.words)
}
