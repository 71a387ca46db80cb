//! The standard of hardship that a page states is the one in site.toml (C334).
//!
//! The province sets it and changes it (法律援助法 art. 34). It is kept in one place, and people write it
//! out all the same: after the next change such a page turns those away who may come.

use super::quantity::{Quantity, ending};
use super::shown::shown;
use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::domain::kind::KindName;
use crate::domain::page::Page;
use crate::say;

/// Other standards that are told in the same words.
const OTHERS: [&str; 6] = ["救助", "低收入", "特困", "公积金", "外省", "边缘"];

/// Words of a standard that was.
const FORMER: [&str; 11] =
    ["原", "曾", "以前", "过去", "旧", "从", "由", "提高", "放宽", "调整", "年前"];

pub(super) fn of_hardship(facts: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let hardship = &facts.site.settings().hardship;
    if !read.all().contains("困难") && !read.all().contains("援助") {
        return;
    }
    let Some(standard) = hardship.text.as_deref().and_then(measure) else { return };
    let since = hardship.in_force_from.as_ref().map(|day| day.value);
    if !states_what_holds(read.page, since) {
        return;
    }
    let leaves = read.leaves().map(|(words, span, _)| (words, span));
    for (words, span) in leaves.chain(shown(read.page)) {
        for sentence in words.split(['。', '！', '？', '；', '\n']) {
            found.extend(other_than(&standard, sentence, span));
        }
    }
}

/// Whether a page says what holds today: news and reports of before the standard was in force do not,
/// nor do cases, which were decided under that of their day.
fn states_what_holds(page: &Page, since: Option<crate::base::date::Date>) -> bool {
    use KindName::{Article, Case, Event, Law, Notice, Statistics};
    match page.kind.name() {
        Case | Law | Notice | Statistics => false,
        Article | Event => match (&page.head.date, since) {
            (Some(date), Some(since)) => date.value >= since,
            _ => false,
        },
        _ => true,
    }
}

/// How a standard is measured.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Measure<'t> {
    /// By so many times what the poorest are given (最低生活保障).
    Times(Quantity<'t>),
    /// By so many yuan.
    Yuan(Quantity<'t>),
}

fn other_than(standard: &Measure<'_>, sentence: &str, span: Span) -> Option<Diagnostic> {
    let any = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
    if !any(&["困难", "援助"]) || any(&OTHERS) || any(&FORMER) {
        return None;
    }
    let (known, said, unit) = match (standard, measure(sentence)?) {
        (Measure::Times(known), Measure::Times(said)) => (known, said, "倍"),
        (Measure::Yuan(known), Measure::Yuan(said)) => (known, said, "元"),
        _ => return None,
    };
    said.differs(known.value).then(|| {
        let (here, there) = (said.value, known.value);
        Diagnostic::new(
            Code::FigureDiffers,
            span,
            say!(
                zh: "经济困难标准这里写的是 {here} {unit}，site.toml 的 [hardship] 里是 {there} {unit}",
                en: "the standard of hardship is {here} {unit} here and {there} {unit} in [hardship] of site.toml",
            ),
        )
        .hint(say!(
            zh: "按省里现行规定核对；正文写 `{{{{ hardship.text }}}}`，标准调整时只改一处",
            en: "compare with the province's present standard; `{{{{ hardship.text }}}}` keeps it in one place",
        ))
        .narrow(said.words)
    })
}

/// The one measure a text tells; none where it tells several.
fn measure(text: &str) -> Option<Measure<'_>> {
    if let Some(at) = ["最低生活保障", "低保"].iter().find_map(|word| text.find(word)) {
        let rest = &text[at..];
        let mut times = rest.match_indices('倍');
        let (at, _) = times.next()?;
        return times.next().is_none().then_some(Measure::Times(before(rest, at)?));
    }
    let income = text.find("收入")?;
    let rest = &text[income..];
    let mut amounts = rest.match_indices('元');
    let (at, _) = amounts.next()?;
    amounts.next().is_none().then_some(Measure::Yuan(before(rest, at)?))
}

/// The number that ends at byte `at`: 1.5倍, 两倍, 1,200元.
fn before(text: &str, at: usize) -> Option<Quantity<'_>> {
    let words = text[..at].trim_end();
    if words.ends_with('两') {
        let words = &words[words.len() - '两'.len_utf8()..];
        return Some(Quantity { value: 2.0, within: 0.0, words });
    }
    // 一倍半, 一点五倍.
    let number = ending(words)?;
    let behind = text[at..].chars().nth(1);
    let pointed = words[..words.len() - number.words.len()].ends_with('点');
    (behind != Some('半') && !pointed).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::{measure, other_than};
    use crate::base::span::{SourceId, Span};

    fn differs(standard: &str, sentence: &str) -> bool {
        let standard = measure(standard).unwrap();
        other_than(&standard, sentence, Span::new(SourceId(0), 0..0)).is_some()
    }

    #[test]
    fn another_standard_than_the_sites() {
        let twice = "家庭人均收入低于当地最低生活保障标准的两倍。";
        for other in [
            "家庭人均收入低于当地最低生活保障标准的1.5倍，就算经济困难",
            "经济困难标准：不超过低保标准的三倍",
            "收入低于最低生活保障标准1.5倍的，可以申请法律援助",
        ] {
            assert!(differs(twice, other), "{other}");
        }
        let amount = "家庭人均月收入低于1,400元";
        assert!(differs(amount, "经济困难，是指家庭人均月收入低于1200元"));
        assert!(!differs(amount, "经济困难，是指家庭人均月收入低于1400元"));
    }

    #[test]
    fn the_same_or_something_else() {
        let twice = "家庭人均收入低于当地最低生活保障标准的两倍。";
        for fine in [
            "收入低于最低生活保障标准2倍的，可以申请法律援助",
            "收入低于低保标准二倍的，算经济困难",
            "低收入家庭按低保标准的1.5倍认定，不是法律援助的标准",
            "收入低于低保标准1.5倍的，可以申请临时救助",
            "经济困难标准由低保标准的1.5倍提高到2倍",
            "法律援助案件比去年多了1.5倍",
            "低保标准一倍半",
            "法律援助不收您一分钱，收入多少都可以来问",
        ] {
            assert!(!differs(twice, fine), "{fine}");
        }
    }
}
