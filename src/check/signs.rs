//! Punctuation of the wrong width (C340): half-width signs in Chinese text, brackets that open in one
//! width and close in the other, straight quotation marks around Chinese words, 8：30.
//!
//! Half-width signs belong between Latin letters and inside numbers (1,450; 8:30; example.com), so a
//! sign counts by its neighbours. GB/T 15834.

use std::ops::Range;

use crate::base::look::bytes;
use crate::base::look::near::{first_chars, han, last_chars};
use crate::base::text::Text;
use crate::say;

/// The full-width sign that a half-width one stands for.
fn right(sign: u8) -> Option<char> {
    Some(match sign {
        b',' => '，',
        b';' => '；',
        b'?' => '？',
        b'!' => '！',
        b'.' => '。',
        b':' => '：',
        b'(' => '（',
        b')' => '）',
        _ => return None,
    })
}

/// A first look, three bytes wide: a sign beside what may be Chinese, a bracket, a quotation mark, a
/// full-width colon before a digit.
pub(super) fn possible(text: &str) -> bool {
    bytes::any(text, |a, sign, b| {
        let comma_or_colon = (sign == b',') | (sign == b':') | (sign == b';');
        let stop = (sign == b'.') | (sign == b'?') | (sign == b'!');
        let bracket = (sign == b'(') | (sign == b')');
        let behind = a.wrapping_sub(0x80) < 0x40;
        let before = (b >= 0x80) | (b == b' ') | (b == b'\n') | (b == 0);
        let letter = (sign == b':') & ((b | 0x20).wrapping_sub(b'a') < 26);
        let number = (comma_or_colon & (b.wrapping_sub(b'0') < 10)) | letter;
        let pause = (comma_or_colon | stop) & ((behind & before) | ((a == b' ') & (b >= 0x80)));
        let quote = (sign == b'"') & (behind | (b >= 0x80));
        let time = (a == 0xBC) & (sign == 0x9A) & (b.wrapping_sub(b'0') < 10);
        pause | (behind & number) | bracket | quote | time
    })
}

/// Every sign of the wrong width with its neighbours, and what belongs there.
pub(super) fn wrong(text: &str) -> Vec<(&str, Text)> {
    if !possible(text) {
        return Vec::new();
    }
    let pairs = pairs(text);
    let mut found = pauses(text, &pairs);
    found.extend(brackets(text));
    found.extend(pairs.into_iter().map(|pair| {
        let hint = say!(zh: "汉字旁边的括号用全角的（）", en: "beside Chinese characters use （）");
        (&text[pair], hint)
    }));
    found.extend(quotes(text));
    found.extend(times(text));
    found
}

/// Whether a sign that follows this character follows Chinese words.
fn closes(c: char) -> bool {
    han(c) || "”》）】√×✓✔☑□○●△㎡℃％‰…—".contains(c)
}

/// Whether a sign before this character stands before Chinese words.
fn opens(c: char) -> bool {
    han(c) || "“《（【".contains(c)
}

/// Commas, stops and the like between Chinese words or at their end, a space beside them or not:
/// 身份证, 户口簿; 您好 ,请坐; 请带身份证. And those between Chinese words and a number, or an address:
/// 电话:12348, 邮箱:a@b.cn. Brackets of a pair (`paired`) were told of together.
fn pauses<'t>(text: &'t str, paired: &[Range<usize>]) -> Vec<(&'t str, Text)> {
    let signs = text.bytes().enumerate().filter_map(|(at, byte)| Some((at, right(byte)?)));
    let wrong = signs.filter_map(|(at, right)| {
        let (before, after) = (&text[..at], &text[at + 1..]);
        let (last, first) = (before.chars().next_back()?, after.chars().next());
        let tight = closes(last);
        if matches!(right, '（' | '）') {
            let alone = paired.partition_point(|pair| pair.start <= at);
            let alone = alone == 0 || paired[alone - 1].end <= at;
            let between = alone && han(last) && first.is_some_and(han);
            return between.then(|| (around(text, at, 0, 0), between_hint(right)));
        }
        let behind =
            tight || (last == ' ' && before[..at - 1].chars().next_back().is_some_and(closes));
        let space = usize::from(first == Some(' '));
        let next = after[space..].chars().next();
        let between = behind && next.is_some_and(opens);
        let ends = tight && first.is_none_or(|c| matches!(c, '\n' | '”' | '』' | '）'));
        let number = tight
            && matches!(right, '，' | '；' | '：')
            && first.is_some_and(|c| c.is_ascii_digit())
            || han(last) && right == '：' && first.is_some_and(|c| c.is_ascii_alphabetic());
        (between || ends || number)
            .then(|| (around(text, at, usize::from(!tight), space), between_hint(right)))
    });
    wrong.collect()
}

fn between_hint(right: char) -> Text {
    say!(zh: "汉字旁边用全角的“{right}”", en: "beside Chinese characters use “{right}”")
}

/// The sign at `at` with the character before and behind, spaces between included.
fn around(text: &str, at: usize, before: usize, after: usize) -> &str {
    let last = text[..at - before].chars().next_back().map_or(0, char::len_utf8);
    let behind = at + 1 + after;
    let next = text[behind..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
    &text[at - before - last..behind + next]
}

/// Brackets that open in one width and close in the other: （12348). Innermost pairs; what Chinese
/// words alone show to be wrong was told of by itself.
fn brackets(text: &str) -> Vec<(&str, Text)> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, c) in text.char_indices().filter(|(_, c)| "()（）\n".contains(*c)) {
        if matches!(c, '(' | '（') {
            open = Some((at, c));
            continue;
        }
        let Some((start, first)) = open.take().filter(|_| c != '\n') else { continue };
        if (first == '(') == (c == ')') {
            continue;
        }
        let narrow = if c == ')' { at } else { start };
        let told = text[..narrow].chars().next_back().is_some_and(han)
            && text[narrow + 1..].chars().next().is_some_and(han);
        if !told {
            let hint = say!(
                zh: "括号要成对：中文里两边都用全角的（）",
                en: "both brackets of a pair are of one width, in Chinese text （）",
            );
            found.push((&text[start..at + c.len_utf8()], hint));
        }
    }
    found
}

/// Pairs of half-width brackets one of which stands between Chinese words, each with what is in it:
/// 法律(援助)中心, 《民法典》(2020年)第1条. Told of one alone, people mend one alone.
fn pairs(text: &str) -> Vec<Range<usize>> {
    let mut pairs = Vec::new();
    let mut open = None;
    let between = |at: usize| {
        text[..at].chars().next_back().is_some_and(han)
            && text[at + 1..].chars().next().is_some_and(han)
    };
    for (at, c) in text.char_indices().filter(|(_, c)| "()（）\n".contains(*c)) {
        if c == '(' {
            open = Some(at);
            continue;
        }
        let Some(start) = open.take().filter(|_| c == ')') else { continue };
        let inside = &text[start + 1..at];
        if (between(start) || between(at)) && first_chars(inside, QUOTED) == inside {
            pairs.push(start..at + 1);
        }
    }
    pairs
}

/// Characters between quotation marks or brackets at most.
const QUOTED: usize = 40;

/// Chinese words in straight quotation marks: 他说"好".
fn quotes(text: &str) -> Vec<(&str, Text)> {
    let mut found = Vec::new();
    let mut marks = text.match_indices('"').map(|(at, _)| at);
    while let Some(start) = marks.next() {
        let Some(end) = marks.next() else { break };
        let inside = &text[start + 1..end];
        let chinese = inside.starts_with(opens) && first_chars(inside, QUOTED) == inside;
        if chinese && !inside.contains('\n') {
            let hint = say!(zh: "中文的引号是“”", en: "Chinese words are quoted with “”");
            found.push((&text[start..=end], hint));
        }
    }
    found
}

/// A time with the colon of a sentence: 8：30.
fn times(text: &str) -> Vec<(&str, Text)> {
    let digit = |c: char| c.is_ascii_digit();
    let times = text.match_indices('：').filter_map(|(at, colon)| {
        let (before, after) = (&text[..at], &text[at + colon.len()..]);
        let hour = &before[before.trim_end_matches(digit).len()..];
        let minute = &after[..after.find(|c| !digit(c)).unwrap_or(after.len())];
        let within = |part: &str, most: u8| part.parse::<u8>().is_ok_and(|part| part <= most);
        let time = hour.len() <= 2 && within(hour, 24) && minute.len() == 2 && within(minute, 59);
        let hint = || say!(zh: "时刻用半角：{hour}:{minute}", en: "write a time {hour}:{minute}");
        let time =
            time && is_of_a_day(&before[..before.len() - hour.len()], &after[minute.len()..]);
        time.then(|| (&text[at - hour.len()..at + colon.len() + minute.len()], hint()))
    });
    times.collect()
}

/// Whether what stands around two numbers makes a time of day of them: 上午8：30, 8：30上班, 8：30—11：30.
/// 以3：20落败 is a score.
fn is_of_a_day(before: &str, after: &str) -> bool {
    const BEFORE: [&str; 19] = [
        "上午", "下午", "早上", "早晨", "晚上", "中午", "凌晨", "时间", "日", "号", "周", "每天",
        "至", "到", "-", "—", "~", "～", "从",
    ];
    const BEHIND: [&str; 17] = [
        "至", "到", "-", "—", "~", "～", "上班", "下班", "开", "关", "前", "后", "以前", "之前",
        "出发", "集合", "接待",
    ];
    const CONTESTS: [&str; 5] = ["比分", "比例", "以", "胜", "负"];
    let (before, after) = (last_chars(before, 4), after.trim_start());
    let contest = CONTESTS.iter().any(|word| before.contains(word));
    let alone = before.trim().is_empty() && after.is_empty();
    let told = BEFORE.iter().any(|word| before.contains(word))
        || BEHIND.iter().any(|word| after.starts_with(word));
    alone || told && !contest
}

#[cfg(test)]
mod tests {
    use super::wrong;

    fn found(text: &str) -> Vec<&str> {
        wrong(text).into_iter().map(|(words, _)| words).collect()
    }

    #[test]
    fn signs_of_the_wrong_width() {
        for (text, wanted) in [
            ("您好,请进.时间:上午(八点)半", &["好,请", "进.时", "间:上", "(八点)"][..]),
            ("请带身份证, 户口簿", &["证, 户"]),
            ("您好 ,请坐", &["好 ,请"]),
            ("请带身份证.", &["证."]),
            ("“请进!”", &["进!”"]),
            ("《民法典》,第一条", &["》,第"]),
            ("电话:12348", &["话:1"]),
            ("他说\"好\"", &["\"好\""]),
            ("8：30上班", &["8：30"]),
            ("热线（12348)", &["（12348)"]),
            ("热线(12348）", &["(12348）"]),
            ("（援助)中心", &["助)中"]),
            ("《民法典》(2020年)第1条", &["(2020年)"]),
            ("用Word(2016版)打开", &["(2016版)"]),
            ("打勾√,打叉×", &["√,打"]),
            ("面积85㎡,租金", &["㎡,租"]),
            ("邮箱:zhou@example.com", &["箱:z"]),
            ("上午8：30", &["8：30"]),
            ("8：30—11：30", &["8：30", "11：30"]),
        ] {
            assert_eq!(found(text), wanted, "{text}");
        }
    }

    #[test]
    fn signs_of_the_right_width() {
        for text in [
            "1,450次",
            "a,b",
            "，",
            "OK,好",
            "第1.甲",
            "8:30",
            "时间：8:30，见 example.com 。",
            "比例是3：2",
            "以3：20落败",
            "比分3：20",
            "√，×",
            "f(x)的图",
            "注：a",
            "第12条：30日内",
            "法律（援助）中心 (A)",
            "他说“好”",
            "他说\"OK\"",
            "Chapter 1: 总则",
            "热线（12348）",
            "",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
