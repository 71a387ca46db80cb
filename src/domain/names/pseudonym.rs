//! Names an author says are invented: 李明（化名）, 本案例当事人均为化名.
//!
//! They are nobody's, wherever they stand on the page. 化名不详 says nothing of the kind, and whoever
//! goes by a false name (他化名李明打工) is found by it.

use std::collections::BTreeSet;

use crate::base::look::near::{first_chars, han, sentence_before};

/// Says that there is a name that is invented.
const SAID: &str = "化名";

/// What says that each of those named before is invented.
const ALL: [&str; 8] = ["均为", "均系", "均是", "都是", "都为", "皆为", "全部为", "全为"];

/// Characters of a name, at most.
const LONGEST: usize = 12;

/// Removes invented names.
pub(super) fn remove(words: &str, names: &mut BTreeSet<&str>) {
    if names.is_empty() || !words.contains(SAID) {
        return;
    }
    let mut invented: BTreeSet<&str> = BTreeSet::new();
    for (at, _) in words.match_indices(SAID) {
        let (before, after) = (&words[..at], &words[at + SAID.len()..]);
        let inside = before.ends_with(['（', '(']);
        // 李某（化名李明）.
        invented.extend(inside.then(|| bracketed(after)).flatten());
        // 化名不详, 化名为: another sentence.
        if after.chars().next().is_some_and(han) {
            continue;
        }
        let all = ALL.iter().find_map(|word| before.strip_suffix(word));
        let clause = all.map(clause);
        if clause.is_some_and(whole) {
            names.clear();
            return;
        }
        // 张大强、李梅均为化名.
        let listed = clause.into_iter().flat_map(|clause| clause.split(['、', '和', '与']));
        invented.extend(listed.flat_map(ends));
        invented.extend(said_of(before, after).into_iter().flat_map(ends));
    }
    names.retain(|name| !invented.contains(name));
}

/// What a bracket goes on with, to its end.
fn bracketed(after: &str) -> Option<&str> {
    let near = first_chars(after, LONGEST);
    near.find(['）', ')']).map(|end| &near[..end])
}

/// What a text ends with that may be a name.
fn ends(text: &str) -> impl Iterator<Item = &str> {
    text.char_indices().rev().take(LONGEST).map(|(at, _)| &text[at..])
}

/// What ends with the name that a word is said of: 李明（化名）, 张大强为化名.
fn said_of<'w>(before: &'w str, after: &str) -> Option<&'w str> {
    if let Some(named) = before.strip_suffix(['（', '(']) {
        let closed = after.starts_with(['）', ')', '，', ',', '；', '、']);
        return closed.then(|| named.trim_end_matches(' '));
    }
    ["为", "系", "是"].iter().find_map(|word| before.strip_suffix(word))
}

/// What a clause says.
fn clause(before: &str) -> &str {
    let sentence = sentence_before(before, 30);
    let sign = |c: char| "，（(：:".contains(c);
    sentence.rfind(sign).map_or(sentence, |at| {
        let length = sentence[at..].chars().next().map_or(1, char::len_utf8);
        &sentence[at + length..]
    })
}

/// Whether a clause is about all persons of the page: 本案例当事人, 文中姓名. 合同上的名字 are others.
fn whole(clause: &str) -> bool {
    const WHERE: &[&str] = &[
        "本案例",
        "本案",
        "本文",
        "文中",
        "案中",
        "案例中",
        "案例",
        "文章中",
        "全文",
        "以上",
        "上述",
        "所涉",
        "涉及",
        "所有",
        "的",
    ];
    const WHO: &[&str] = &["当事人", "人物", "姓名", "人名", "名字", "人员", "各方"];
    let mut rest = clause.trim();
    while let Some(shorter) = WHERE.iter().chain(WHO).find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    rest.is_empty() && WHO.iter().any(|who| clause.contains(who))
}

#[cfg(test)]
mod tests {
    use super::remove;

    #[test]
    fn names_said_to_be_invented() {
        let left = |words: &'static str, names: &[&'static str]| {
            let mut names = names.iter().copied().collect();
            remove(words, &mut names);
            names.len()
        };
        for text in [
            "受援人李明（化名）来了",
            "李明(化名)",
            "文中李明为化名。",
            "李明、王大山均为化名。",
            "李某（化名李明）",
            "本案例当事人均为化名：李明",
            "（文中当事人姓名均为化名）李明",
        ] {
            assert_eq!(left(text, &["李明"]), 0, "{text}");
        }
        for text in [
            "李明（化名不详）",
            "他化名李明打工",
            "李明说，合同上的名字均为化名。",
            "李明，证人均为化名",
            "李明（化名除外）",
            "李明，王某（化名）",
        ] {
            assert_eq!(left(text, &["李明"]), 1, "{text}");
        }
    }
}
