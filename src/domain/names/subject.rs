//! What a sentence says before a body of trade with no sign between: who does something to it, and what it is
//! that somebody did. 法院裁定保险公司, 年底才知道厂里.
//!
//! No list has every verb. But behind somebody who acts (法院, 律师, 他) a word of the language is what he does,
//! and no name; and 厂里 behind nothing but words of the language is the works that the page tells of anyway.

use std::sync::LazyLock;

use super::vocabulary::Vocabulary;
use crate::base::look::lexicon::Lexicon;

/// Who acts towards bodies of trade, but for words that shops are called by: 师傅, 兄弟.
const ACTORS: &[&str] = &[
    "法院",
    "法庭",
    "法官",
    "合议庭",
    "检察院",
    "检察官",
    "律师",
    "仲裁委",
    "仲裁委员会",
    "仲裁院",
    "仲裁员",
    "仲裁庭",
    "调解员",
    "调委会",
    "调解委员会",
    "司法局",
    "司法所",
    "信访局",
    "人社局",
    "住建局",
    "监管局",
    "监察大队",
    "大队",
    "派出所",
    "公安局",
    "民警",
    "交警",
    "警方",
    "援助中心",
    "工作站",
    "工作人员",
    "妇联",
    "残联",
    "总工会",
    "村委会",
    "居委会",
    "委员会",
    "业委会",
    "镇政府",
    "县政府",
    "受援人",
    "申请人",
    "家属",
    "工人",
    "农民工",
    "员工",
    "父亲",
    "母亲",
    "父母",
    "妻子",
    "丈夫",
];

static ACTING: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_last(&[ACTORS]));

/// Who acts where a run begins with it: in 购物中心 and 他乡 it is part of a word.
const FIRST: [&str; 7] = ["他们", "她们", "我们", "中心", "他", "她", "我"];

/// What is left of a run behind somebody who acts and the word for what he does; the run itself where nobody
/// does. `own` takes places and trades away.
pub(super) fn behind_act<'r>(run: &'r str, own: impl Fn(&'r str) -> &'r str) -> &'r str {
    let first = || FIRST.iter().find(|who| run.starts_with(**who)).map(|who| who.len());
    let Some(rest) = ACTING.behind_last(run).or_else(first).and_then(|at| run.get(at..)) else {
        return run;
    };
    let chars: Vec<char> = rest.chars().take(2).collect();
    let act: usize = chars.iter().map(|c| c.len_utf8()).sum();
    let word = super::vocabulary::is_pair(&chars);
    if word && own(rest).starts_with(&rest[..act]) { &rest[act..] } else { run }
}

/// What a word costs at most that everybody says; 宏达 and 兴隆 are words too.
const COMMON: i32 = 116;

/// Whether some characters are words of the language and nothing else: 退休才发现, 多年来.
pub(super) fn ordinary(words: &str) -> bool {
    const ALONE: [char; 18] = [
        '才', '就', '又', '也', '都', '还', '却', '他', '她', '我', '来', '没', '不', '已', '一',
        '时', '再', '老',
    ];
    let chars: Vec<char> = words.chars().collect();
    let mut reached = vec![false; chars.len() + 1];
    reached[0] = true;
    for at in 0..chars.len() {
        if !reached[at] {
            continue;
        }
        if ALONE.contains(&chars[at]) {
            reached[at + 1] = true;
        }
        let found = Vocabulary::get().begins(&chars[at..]).into_iter().zip(2..);
        for (_, length) in found.filter(|(cost, _)| cost.is_some_and(|cost| cost <= COMMON)) {
            reached[at + length] = true;
        }
    }
    reached[chars.len()]
}

#[cfg(test)]
mod tests {
    use super::{behind_act, ordinary};

    #[test]
    fn what_somebody_does_is_no_name() {
        let behind = |run: &'static str| behind_act(run, |rest| rest.trim_end_matches("保险"));
        for (run, rest) in [
            ("法院裁定保险", "保险"),
            ("县法院查封宏达", "宏达"),
            ("他觉得", ""),
            ("中心协调保险", "保险"),
            ("法院保险", "法院保险"),
            ("律师鑫源", "律师鑫源"),
            ("他乡", "他乡"),
            ("购物中心阳光", "购物中心阳光"),
            ("宏达", "宏达"),
        ] {
            assert_eq!(behind(run), rest, "{run}");
        }
    }

    #[test]
    fn words_of_the_language_only() {
        for words in ["退休才发现", "年底才知道", "每年", "结果", "才明白"] {
            assert!(ordinary(words), "{words}");
        }
        for name in ["宏达", "永盛", "鑫源", "马庄宏达"] {
            assert!(!ordinary(name), "{name}");
        }
    }
}
