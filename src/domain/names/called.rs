//! Names that are words: 白雪, 汪洋, 常青.
//!
//! As a reading of a clause they lose against the word they are. So they are names only in a frame that
//! leaves no other reading: 被告白雪经传票传唤, 万里等六人, 文静与丈夫. Only words that people are called are
//! read so (`lists/called.txt`); 被告全部赔偿 and 原告双方 stand in the same frame.

use std::sync::LazyLock;

use super::beside::{PARTIES_BEHIND, ROLES_BEFORE};
use super::kin;
use super::told::{described, heads};
use crate::base::look::near::han;

/// Words for those who take part in a proceeding, which are followed by a name more often than by anything
/// else.
pub(super) const ROLES: &[&str] = &[
    "原告",
    "被告",
    "被告人",
    "上诉人",
    "被上诉人",
    "申请人",
    "被申请人",
    "受援人",
    "证人",
    "第三人",
    "被害人",
    "受害人",
    "当事人",
    "委托人",
    "嫌疑人",
    "死者",
    "伤者",
];

const LIST: &str = include_str!("lists/called.txt");

static WORDS: LazyLock<Vec<[char; 2]>> = LazyLock::new(|| {
    let lines = LIST.lines().filter(|line| !line.starts_with('#'));
    let words = lines.flat_map(|line| line.split(' '));
    let mut words: Vec<[char; 2]> = words
        .filter_map(|word| {
            let mut chars = word.chars();
            Some([chars.next()?, chars.next()?])
        })
        .collect();
    words.sort_unstable();
    words
});

/// Whether two characters are a word that people are called.
fn known(name: &[char]) -> bool {
    matches!(name, [a, b] if WORDS.binary_search(&[*a, *b]).is_ok())
}

/// Whether a word is a name by what stands around it.
pub(super) fn framed(name: &[char], before: &str, after: &str) -> bool {
    kin::called_so(name, before, after)
        || known(name)
            && (kin::of_family(name, before, after)
                || (stands_in(before) && acts(after))
                || heads(after)
                || (stands_in(before) && described(after))
                || (begins(before) && accompanied(after))
                || sentenced(before, after))
}

/// Whether a clause begins there.
fn begins(before: &str) -> bool {
    before.chars().next_back().is_none_or(|c| !han(c))
}

/// Whether somebody who takes part in a proceeding is named, and the clause begins with him or with what
/// takes a person: 由被告汪洋. In 砍伐原告林木 the thing is his.
fn stands_in(before: &str) -> bool {
    const MARKS: [char; 6] = ['：', ':', '（', '(', '系', '为'];
    const TAKES: &[char] = &['与', '和', '及', '由', '令', '对', '将', '向', '让', '诉', '方'];
    let title = before.trim_end_matches(MARKS);
    let Some(length) = ROLES_BEFORE.longest_end(title) else { return false };
    let front = &title[..title.len() - length];
    begins(front) || front.ends_with(TAKES)
}

/// Whether what follows is done by a person, or the name ends there.
fn acts(after: &str) -> bool {
    const DOES: &[&str] = &[
        "经传",
        "经合法",
        "没有到",
        "没到",
        "未到",
        "未出",
        "未答",
        "没有答",
        "拒不",
        "到庭",
        "出庭",
        "当庭",
        "辩称",
        "述称",
        "诉称",
        "称",
        "陈述",
        "作证",
        "与",
        "和被",
        "和原",
        "系",
        "诉",
        "赔偿",
        "支付",
        "返还",
        "偿还",
        "给付",
        "归还",
        "承担",
        "签",
        "在",
        "于",
        "驾驶",
        "骑",
        "因",
        "向",
        "来到",
        "提出",
        "说",
        "等",
    ];
    after.chars().next().is_none_or(|c| !han(c) && !matches!(c, '“' | '《'))
        || DOES.iter().any(|does| after.starts_with(does))
}

/// Whether a court orders him to pay: 判令马力赔偿.
pub(super) fn sentenced(before: &str, after: &str) -> bool {
    ["判令", "判决", "责令", "裁决"].iter().any(|word| before.ends_with(word))
        && ["赔偿", "支付", "返还", "偿还", "给付", "承担"]
            .iter()
            .any(|does| after.starts_with(does))
}

/// Whether he does something together with somebody: 巴特尔与工友一起, 文静与丈夫分居.
pub(super) fn accompanied(after: &str) -> bool {
    let rest =
        ["跟着", "带着", "与", "和", "跟", "同"].iter().find_map(|word| after.strip_prefix(word));
    rest.is_some_and(|rest| {
        PARTIES_BEHIND.longest_begin(rest).is_some_and(|length| {
            // 与工人的, 与老人们: of any.
            !rest[length..].starts_with(['的', '们'])
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{WORDS, accompanied, framed, known};

    #[test]
    fn words_that_people_are_called() {
        assert!(WORDS.len() > 500 && WORDS.is_sorted());
        assert!(known(&['白', '雪']) && !known(&['全', '部']) && !known(&['白']));
        for thing in [['盖', '章'], ['孙', '子'], ['林', '木'], ['双', '方']] {
            assert!(!known(&thing), "{thing:?}");
        }
    }

    #[test]
    fn in_frames_that_leave_no_other_reading() {
        let name = ['白', '雪'];
        for (before, after) in [
            ("被告", "经传票传唤没有到庭"),
            ("由被告", "赔偿"),
            ("原告：", "，女"),
            ("", "等六人讨薪案"),
            ("", "与丈夫分居三年"),
            ("法院判令", "赔偿医疗费"),
        ] {
            assert!(framed(&name, before, after), "{before}_{after}");
        }
        for (before, after) in [
            ("", "在矿上"),
            ("老板", "没有到庭"),
            ("占用原告", "系违法"),
            ("被告", "覆盖的路面"),
            ("", "等了六天"),
            ("判令", "融化"),
        ] {
            assert!(!framed(&name, before, after), "{before}_{after}");
        }
        assert!(accompanied("与工友一起") && !accompanied("与工友们") && !accompanied("与公司"));
    }
}
