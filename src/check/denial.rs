//! Whether a sentence says that something no longer holds: it is denied (不用开…), it belongs to the
//! past (过去要交…), or it is done away with (…已经取消).

use std::ops::Range;

/// Words before a term, in its clause or an earlier one of its list, that deny it.
const DENIALS: [&str; 22] = [
    "不用",
    "不需",
    "不必",
    "无需",
    "无须",
    "毋须",
    "不再",
    "不要",
    "不得",
    "不应",
    "不能要求",
    "不是",
    "并非",
    "而非",
    "免交",
    "免去",
    "免予",
    "取消",
    "废止",
    "没要求",
    "没有要求",
    "不收",
];

/// What takes a denial back: 不要忘了带, 不能没有.
const TAKEN_BACK: [&str; 5] = ["忘", "漏", "没有", "缺", "少"];

/// What asks for something anew between a denial and the term: 不用着急，请带….
const ASKING: [&str; 9] = ["请", "须", "应", "必须", "要带", "要交", "带上", "还要", "还需"];

/// Words in the term's own clause, before it, by which it is of the past.
const PAST: [&str; 9] = ["过去", "以前", "从前", "原来", "原先", "曾", "旧", "老规定", "老办法"];

/// Words anywhere in the sentence by which a term is called old.
const CALLED_OLD: [&str; 9] =
    ["老说法", "旧说法", "旧称", "过时", "老规定", "旧规定", "旧宣传", "现在称", "改称"];

/// Words behind a term, in its clause or at the beginning of the next, that do away with it.
const ENDED: [&str; 7] = ["取消", "废止", "作废", "不要了", "免了", "改为", "改成"];

/// Words behind a term that do away with it if what is done with such things, or nothing, follows:
/// 不用开了, but not 不用预约.
const NEEDLESS: [&str; 6] = ["不用", "不需要", "不需", "不必", "无需", "不再"];

/// What is done with a paper that is asked for.
const HANDED: [&str; 15] = [
    "开", "开具", "交", "提交", "提供", "出具", "带", "办", "办理", "盖章", "盖", "需要", "要",
    "要求", "递交",
];

/// What is done with words.
const SAID: [&str; 6] = ["使用", "适用", "用", "称", "说", "叫"];

/// What kind of thing is said to be no longer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Denied {
    /// Something that people had to bring.
    Paper,
    /// A word or a rule.
    Words,
}

/// What may stand before those at the beginning of the next clause.
const NOW: [&str; 6] = ["现在", "如今", "目前", "已经", "已", "都"];

/// Whether the term at `at` is not asserted by its sentence.
pub(super) fn denied(sentence: &str, at: &Range<usize>, kind: Denied) -> bool {
    let (before, after) = (&sentence[..at.start], &sentence[at.end..]);
    let clause = before.rsplit(['，', '：']).next().unwrap_or(before);
    CALLED_OLD.iter().any(|word| sentence.contains(word))
        || PAST.iter().any(|word| clause.contains(word))
        || denied_before(before)
        || ended_behind(after, kind)
}

/// 不需要村委会、居委会出具盖章的…; 别去开….
fn denied_before(before: &str) -> bool {
    let denials = DENIALS.iter().filter_map(|word| Some(before.rfind(word)? + word.len()));
    let last = denials.chain(forbidden(before)).max();
    last.is_some_and(|end| {
        let between = &before[end..];
        !ASKING.iter().chain(&TAKEN_BACK).any(|word| between.contains(word))
    })
}

/// The end of a 别 that forbids: not that of 特别, 分别, 级别.
fn forbidden(before: &str) -> Option<usize> {
    let forbids =
        |at: &usize| !before[..*at].ends_with(['特', '分', '区', '级', '类', '个', '性', '识']);
    let at = before.match_indices('别').map(|(at, _)| at).rfind(forbids)?;
    Some(at + '别'.len_utf8())
}

fn ended_behind(after: &str, kind: Denied) -> bool {
    let mut clauses = after.split('，');
    let own = clauses.next().unwrap_or("");
    let mut next = clauses.next().unwrap_or("").trim_start();
    while let Some(rest) = NOW.iter().find_map(|word| next.strip_prefix(word)) {
        next = rest;
    }
    let needless = |clause: &str, word: &str| {
        clause.find(word).is_some_and(|at| needless(&clause[at + word.len()..], kind))
    };
    ENDED.iter().any(|word| own.contains(word) || next.starts_with(word))
        || NEEDLESS
            .iter()
            .any(|word| needless(own, word) || (next.starts_with(word) && needless(next, word)))
}

/// Whether what follows 不用 is the thing itself, done without: 不用, 不用开了, 不用再去村里开.
/// 不用预约 and 不需要原件 are about something else.
fn needless(rest: &str, kind: Denied) -> bool {
    let open = |c: char| " ”\"’）)。！；\n".contains(c);
    let clause = rest.split(['。', '！', '；', '、', '（', '(']).next().unwrap_or(rest);
    let done = clause.trim_end_matches(open).trim_end_matches(['了', '的', '啦']);
    let verbs: &[&str] = if kind == Denied::Paper { &HANDED } else { &SAID };
    // 不再作为条件, 不再是七个工作日.
    let other = ["作为", "是", "算", "列为"].iter().any(|word| done.starts_with(word));
    let nothing = kind == Denied::Paper && done.is_empty();
    nothing || other || verbs.iter().any(|verb| done.ends_with(verb))
}
