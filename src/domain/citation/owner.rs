//! Whose an article is that stands alone: 第七十五条 a sentence after 《法律援助法》.
//!
//! It is the law's that was named last, if what stands around it can be a citation of a law at all.
//! Contracts, statutes of firms and 第一条路 count in 条 too, and laws are named without 《》; so whatever
//! may be the name of something else takes the articles behind it away, and is never told to be wrong.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::running::{CLOSING, SAME};
use super::statutes::{LEADS, Statutes};
use super::{is_numeral, parse_numeral};
use crate::base::look::words::Words;

/// Something articles can be of, named in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose<'a> {
    /// A statute that is known, by the name it goes by.
    Law(&'a str),
    /// A statute nothing is known of.
    Other,
    /// No statute, though it may have articles: a contract, a handbook.
    Thing,
}

/// A name, where it ends, and whether it is still meant in the next paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name<'a> {
    pub(super) end: usize,
    pub(super) whose: Whose<'a>,
    pub(super) lasts: bool,
}

/// What has articles and is no statute.
const THINGS: [&str; 18] = [
    "合同",
    "协议",
    "章程",
    "公约",
    "判决",
    "裁决",
    "约定",
    "保单",
    "守则",
    "承诺书",
    "责任书",
    "村规民约",
    "本规定",
    "本办法",
    "本细则",
    "本制度",
    "前者",
    "后者",
];

/// What begins or ends a name: 《, and the last words of laws.
const MARKS: [&str; 3] = ["《", "法", "条例"];

static WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::of(&[MARKS.as_slice(), THINGS.as_slice()].concat()));

/// Characters before 法 that make another word of it: 依法, 办法, 司法.
const NO_LAW_BEFORE: &str =
    "依违合司执无方办守用说看做想立普非书手语文枪兵魔学懂知犯枉送讲护没设得";

/// Characters behind 法 that do: 法律, 法院, 法定.
const NO_LAW_BEHIND: &str = "律院官庭定治警制学条援医纪盲网师务理";

/// Every name in a text, in order.
pub(super) fn names<'a>(text: &str, statutes: &Statutes<'a>) -> Vec<Name<'a>> {
    let known = statutes.written_in(text);
    let mut names = Vec::new();
    let mut titles: Vec<Range<usize>> = Vec::new();
    for hit in WORDS.find(text) {
        let inside = |range: &Range<usize>| range.contains(&hit.start());
        if titles.last().is_some_and(inside)
            || known.iter().any(|(start, end, _)| inside(&(*start..*end)))
        {
            continue;
        }
        let word = &text[hit.start()..hit.end()];
        if word == MARKS[0] {
            let Some(length) = text[hit.end()..].find('》') else { continue };
            let name = &text[hit.end()..hit.end() + length];
            let end = hit.end() + length + '》'.len_utf8();
            titles.push(hit.start()..end);
            names.push(Name { end, whose: titled(name, statutes), lasts: true });
        } else if MARKS.contains(&word) {
            let law = names_a_law(text, hit.start(), hit.end());
            names.extend(law.then_some(Name { end: hit.end(), whose: Whose::Other, lasts: true }));
        } else if !text[hit.end()..].starts_with('法') {
            names.push(Name { end: hit.end(), whose: Whose::Thing, lasts: false });
        }
    }
    let free = known.into_iter().filter(|(start, ..)| !titles.iter().any(|t| t.contains(start)));
    names.extend(free.filter_map(|(_, end, name)| {
        let whose = if named(name, &text[end..])? { Whose::Law(name) } else { Whose::Other };
        Some(Name { end, whose, lasts: true })
    }));
    names.sort_by_key(|name| name.end);
    names
}

/// What is in 《》.
fn titled<'a>(name: &str, statutes: &Statutes<'a>) -> Whose<'a> {
    const LAWS: [&str; 9] = ["法", "法典", "条例", "规定", "办法", "细则", "解释", "规则", "通则"];
    match statutes.called(name.trim()) {
        Some(name) => Whose::Law(name),
        None if LAWS.iter().any(|end| name.ends_with(end)) => Whose::Other,
        None => Whose::Thing,
    }
}

/// Whether a known name is that name, read with what follows it; none where it is no name: the 法 of
/// 法律援助法 may be that of 法律援助法定代理人. 法律援助法实施细则 is another statute.
fn named(name: &str, behind: &str) -> Option<bool> {
    const MADE_FROM: [&str; 6] = ["实施细则", "实施办法", "实施条例", "司法解释", "释义", "解释"];
    let word = name.ends_with('法') && goes_on(behind);
    (!word).then(|| !MADE_FROM.iter().any(|end| behind.starts_with(end)))
}

/// Whether 法 is the beginning of a word.
fn goes_on(behind: &str) -> bool {
    behind.starts_with(|c| NO_LAW_BEHIND.contains(c))
        || behind.starts_with('规') && !behind.starts_with("规定")
}

/// Whether the words at `start` end a statute's name: 道路交通安全法, 省条例, but not 本法.
fn names_a_law(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    before.is_some_and(|c| c.is_alphabetic() && !NO_LAW_BEFORE.contains(c))
        && !(text[start..end].ends_with('法') && goes_on(&text[end..]))
        && !SAME.iter().any(|word| text[..end].ends_with(word))
}

/// The only statute a page names, among the `laws` of its front matter and in its texts.
pub(super) fn sole<'a, 'n>(
    laws: impl Iterator<Item = &'n str>,
    texts: &[Vec<Name<'a>>],
    statutes: &Statutes<'a>,
) -> Option<&'a str> {
    let listed = laws.map(|name| statutes.called(name));
    let written = texts.iter().flatten().filter_map(|name| match name.whose {
        Whose::Law(name) => Some(Some(name)),
        Whose::Other => Some(None),
        Whose::Thing => None,
    });
    let mut all: BTreeSet<Option<&str>> = listed.chain(written).collect();
    let one = all.pop_first()?;
    one.filter(|_| all.is_empty())
}

/// Whether an article can stand alone somewhere in a text: a first look.
pub(super) fn may_stand_alone(text: &str) -> bool {
    text.match_indices('第').any(|(at, sign)| {
        let rest = text[at + sign.len()..].trim_start_matches([' ', '\u{3000}']);
        rest.starts_with(is_numeral)
            && rest
                .trim_start_matches(is_numeral)
                .trim_start()
                .starts_with(|c: char| "条條、至到和及与或，-—–~～－".contains(c))
    })
}

/// How an article stands that no law was named right before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// As the citation of a law does.
    Alone,
    /// It is counted off, or belongs to what is named before it: so do those behind it.
    Elsewhere,
    /// It may be anything.
    Open,
}

fn opens(before: &str) -> bool {
    before.ends_with(['（', '('])
}

/// Whether the bracket ends behind an article, or lists more.
fn closes(behind: &str) -> bool {
    behind.starts_with(|c| "）)、，；和及与至到~～—－".contains(c))
}

/// Whether an article stands in brackets, or nothing but articles stands in the text.
pub(super) fn set_apart(text: &str, place: &Range<usize>) -> bool {
    let (before, behind) = (text[..place.start].trim(), text[place.end..].trim());
    opens(before) && closes(behind) || before.is_empty() && (behind.is_empty() || closes(behind))
}

/// Whether the 条 at `at` counts things: 八十条意见, 三条路. What has a number then is most likely one of
/// them.
pub(super) fn counts_something(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    let digits = before.trim_end_matches(is_numeral);
    let many = parse_numeral(&before[digits.len()..]).is_some_and(|number| number > 1);
    let things = text[at + '条'.len_utf8()..].starts_with(char::is_alphabetic);
    many && things && !digits.trim_end().ends_with('第')
}

/// How the article (of that number) at `place` stands. `name` is where the law's name ends that it
/// would belong to, in the same text.
pub(super) fn stands(text: &str, place: Range<usize>, number: u16, name: Option<usize>) -> Stands {
    let (before, behind) = (text[..place.start].trim_end(), &text[place.end..]);
    let last = before.chars().next_back();
    let bracketed = opens(before) && closes(behind);
    // 《法律援助法》关于申请的第七十五条: what stands between is about the article.
    let of = || {
        let between = name.map(|end| text.get(end..place.start).unwrap_or_default());
        let whole = between.is_some_and(|words| words.chars().all(char::is_alphabetic));
        whole && before.ends_with(['的', '中', '里', '之'])
    };
    let leads = || {
        let word = ["意见", "理由", "自由"].iter().any(|word| before.ends_with(word));
        !word && LEADS.iter().any(|lead| before.ends_with(lead))
    };
    let open = last.is_none_or(|c| !(c.is_alphanumeric() || CLOSING.contains(&c)));
    if last.is_some_and(|c| "）)".contains(c)) {
        return Stands::Open;
    }
    if !(open || leads() || of()) {
        return Stands::Elsewhere;
    }
    // 第一条，先调解；第二条，再仲裁: few cite the first articles of a law, many count so.
    if number <= 10 && !bracketed {
        return if number <= 3 { Stands::Elsewhere } else { Stands::Open };
    }
    if goes_on_as_citation(behind) { Stands::Alone } else { Stands::Open }
}

/// Whether words behind an article can be those of a citation: 第三十一条规定, but not 第三十一条短信.
fn goes_on_as_citation(behind: &str) -> bool {
    const WORDS: [&str; 43] = [
        "规定", "写", "讲", "说", "明确", "要求", "列", "所", "的", "之", "中", "里", "是", "为",
        "有", "可", "应", "也", "都", "对", "另", "又", "等", "和", "与", "及", "以", "或", "到",
        "至", "不", "把", "只", "还", "就", "管", "给", "让", "由", "在", "从", "保障", "适用",
    ];
    behind.chars().next().is_none_or(|c| !c.is_alphanumeric())
        || WORDS.iter().any(|word| behind.starts_with(word))
}
