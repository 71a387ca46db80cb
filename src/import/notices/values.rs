//! Labels and the values behind them: 证号：…、…; numbers with words in them.

use super::lex::{Item, What, run, text, written};
use super::number::{self, COPULA, Label};
use super::words::longest;

/// A label at `at`, and where its value begins.
pub(super) fn labelled(items: &[Item], at: usize) -> Option<(Label, usize)> {
    let chars = run(&items[at..], 20);
    let (length, label) = number::label(&chars)?;
    let mut next = at + length;
    if let Some(verb) = longest(COPULA, &run(&items[next.min(items.len())..], 4)) {
        next += verb;
    }
    let marked = items.get(next).is_some_and(|item| item.is_mark(':'));
    if marked {
        return Some((label, next + 1));
    }
    match items.get(next).map(|item| &item.what) {
        Some(What::Number(_) | What::Sign(_)) => Some((label, next)),
        // 证号皖交运管滁字341103200123号: words, then digits, within the clause.
        Some(What::Char(_)) if length >= 2 => {
            let rest = &items[next..];
            let words = rest.iter().take(16).take_while(|item| item.char().is_some()).count();
            let digits = matches!(rest.get(words).map(|i| &i.what), Some(What::Number(_)));
            let word: String = run(rest, words).iter().collect();
            let province =
                word.starts_with(|c| crate::domain::identifier::rule::PROVINCES.contains(c));
            // 服务簿号海CN34125001234: a label of its own, and a sign before the letters.
            let sign = length >= 3 && words == 1 && prefixed(items, next).is_some();
            let shaped = sign || word.contains(['字', '第', '(', '[']) || (province && words <= 4);
            // 301房地证2011字第02975号, 房权证2010字第0614873号: digits, or what paper it is of, may
            // begin it.
            let begins = word.ends_with('证') || word.starts_with(|c: char| c.is_ascii_digit());
            let whole = begins && worded(items, next).is_some();
            ((digits && shaped) || whole).then_some((label, next))
        }
        _ => None,
    }
}

/// Values behind a label or alone: `、`, 和 between them; where the list ends.
pub(super) fn values(items: &[Item], from: usize) -> (Vec<Vec<String>>, usize) {
    let mut out: Vec<Vec<String>> = Vec::new();
    let mut at = from;
    loop {
        while items.get(at).is_some_and(|item| item.is_mark(':') || item.is_mark('、')) {
            at += 1;
        }
        match items.get(at).map(|item| &item.what) {
            // 2005皖字第0621847号: the year before what office keeps the number.
            Some(What::Number(parts)) if year(parts) && worded_behind(items, at).is_some() => {
                let end = worded_behind(items, at).unwrap_or(at + 1);
                out.push(vec![written(&items[at..end])]);
                at = end;
            }
            Some(What::Number(parts)) => {
                let lettered = lettered(items, at, parts);
                let (value, next) = lettered.unwrap_or_else(|| plain(items, at, parts));
                out.push(value);
                at = next;
            }
            Some(What::Sign(plate)) => {
                out.push(vec![plate.clone()]);
                at += 1;
            }
            Some(What::Char(c)) if *c == '№' => at += 1,
            Some(What::Char(_)) => {
                let first = out.is_empty();
                let short = prefixed(items, at).filter(|_| first);
                let Some(end) = worded(items, at).or(short) else { break };
                out.push(vec![written(&items[at..end])]);
                at = end;
            }
            _ => break,
        }
        let joined = match items.get(at).map(|item| &item.what) {
            Some(What::Mark('、')) => true,
            Some(What::Char('和' | '及' | '与' | '至')) => {
                at += 1;
                true
            }
            _ => false,
        };
        let goes_on = matches!(
            items
                .get(at + usize::from(items.get(at).is_some_and(|i| i.is_mark('、'))))
                .map(|i| &i.what),
            Some(What::Number(_) | What::Sign(_))
        ) || (joined && worded(items, at + 1).is_some());
        if !(joined && goes_on) {
            break;
        }
    }
    (out, at)
}

fn year(parts: &[String]) -> bool {
    matches!(parts, [year] if year.len() == 4 && (year.starts_with("19") || year.starts_with("20")))
}

/// Where a number with words in it ends that begins behind the year at `at`.
fn worded_behind(items: &[Item], at: usize) -> Option<usize> {
    let first = items.get(at + 1)?.char()?;
    let province = crate::domain::identifier::rule::PROVINCES.contains(first);
    worded(items, at).filter(|end| province && *end > at + 2)
}

/// D(豫周太)农种许字(2019)第0003号: letters before what stands in the bracket; and where it ends.
fn lettered(items: &[Item], at: usize, parts: &[String]) -> Option<(Vec<String>, usize)> {
    let letters = parts.concat().bytes().all(|byte| byte.is_ascii_uppercase());
    let opens = letters && items.get(at + 1).and_then(Item::char) == Some('(');
    let end = worded(items, at).filter(|_| opens)?;
    Some((vec![written(&items[at..end])], end))
}

/// The parts of a number, and where it ends. NO:0001234, and 341103号: the letters and the sign are no
/// part of it.
fn plain(items: &[Item], at: usize, parts: &[String]) -> (Vec<String>, usize) {
    let (mut parts, mut next) = (parts.to_vec(), at + 1);
    if matches!(parts[0].as_str(), "NO" | "No" | "no" | "NO." | "No." | "N0")
        && let Some(next_number) = items[next..].iter().take(2).find_map(|i| match &i.what {
            What::Number(parts) => Some(parts.clone()),
            _ => None,
        })
    {
        next += 1 + usize::from(items[next].is_mark(':'));
        parts = next_number;
    }
    next += usize::from(items.get(next).and_then(Item::char) == Some('号'));
    (parts, next)
}

/// A number with words in it, 皖(2019)某县不动产权第0001234号: where it ends.
pub(super) fn worded(items: &[Item], at: usize) -> Option<usize> {
    let rest = items.get(at..)?;
    let mut end = 0;
    let (mut shaped, mut words) = (false, 0);
    for (place, item) in rest.iter().enumerate().take(44) {
        match item.what {
            What::Char('号') if end > 0 && end == place => {
                return shaped.then_some(at + place + 1);
            }
            What::Char(c) => {
                words += 1;
                // Words behind the digits that are no more of the number.
                if end > 0 && place >= end + 10 || words > 26 {
                    break;
                }
                // 字 before another word is none of a number: 出租写字楼…电话…
                let next = rest.get(place + 1).and_then(Item::char);
                let goes_on = |next| matches!(next, '第' | '号' | '(' | '[');
                let word = c == '字' && next.is_some_and(|next| !goes_on(next));
                let opens = matches!(c, '(' | '[');
                shaped |= (matches!(c, '字' | '第') || opens) && (end == 0 || !opens) && !word;
            }
            // 皖SJ(2018)340123: letters before the digits.
            What::Number(ref parts)
                if end == 0 && !parts.iter().any(|p| p.bytes().any(|b| b.is_ascii_digit())) =>
            {
                words += 1;
            }
            What::Number(_) => {
                // Between two runs of digits there must be 字 or 第.
                let between = text(&rest[end..place]);
                if end > 0 && !between.is_empty() && !between.contains(['字', '第', '之']) {
                    break;
                }
                end = place + 1;
            }
            _ => break,
        }
    }
    (shaped && end > 0).then_some(at + end)
}

/// A number behind a label with a word or two before its digits: 皖军F012345, 教民1341…号.
fn prefixed(items: &[Item], at: usize) -> Option<usize> {
    let words = items.get(at..)?.iter().take(15).take_while(|item| item.char().is_some()).count();
    let digits = items.get(at + words).is_some_and(|item| match &item.what {
        What::Number(_) => true,
        // 新环辐证[B0328].
        What::Bracket(inside) => matches!(inside.as_slice(), [Item { what: What::Number(_), .. }]),
        // 交闽XK2865 on a permit of shipping is no plate.
        What::Sign(_) => words == 1 && items[at].char() == Some('交'),
        _ => false,
    });
    let end = at + words + 1;
    let closed = items.get(end).and_then(Item::char) == Some('号');
    (digits && ((1..=6).contains(&words) || named_office(items, at, words)))
        .then_some(end + usize::from(closed))
}

/// 教民1341…号, 皖环辐证[M0123] as a clause of its own: words and a number, and nothing that says it is a
/// sum, a telephone or a measure.
pub(super) fn named_number(items: &[Item]) -> bool {
    const OTHER: &[&str] = &[
        "共", "计", "金额", "电话", "手机", "热线", "约", "等", "面积", "年", "岁", "价", "款",
        "费", "元", "有效", "期", "联系", "请", "者", "邮编", "微信", "咨询", "户", "人", "路",
        "街", "楼", "村", "组", "镇",
    ];
    let words = run(items, 7);
    let told: String = words.iter().collect();
    let digits = |parts: &[String]| parts.concat().bytes().filter(u8::is_ascii_digit).count() >= 4;
    let long = match items.get(words.len()).map(|item| &item.what) {
        Some(What::Number(parts)) => digits(parts) && parts.concat().len() >= 6,
        Some(What::Bracket(inside)) => {
            matches!(inside.as_slice(), [Item { what: What::Number(parts), .. }] if digits(parts))
        }
        _ => false,
    };
    long && prefixed(items, 0) == Some(items.len()) && !super::words::any(OTHER, &told)
}

/// 住院号0012345: a label that no list has, where the words before the number end as labels do; where the
/// number begins. Of what kind it is nobody knows.
pub(super) fn unlisted_label(items: &[Item]) -> Option<usize> {
    let words = run(items, 7);
    (named_number(items) && matches!(words.last(), Some('号' | '码')))
        .then_some(words.len())
        .filter(|length| (2..=6).contains(length))
}

/// 鲁军D012345 without a label: the short name of a province, an office's word, the number.
pub(super) fn short(items: &[Item], at: usize) -> Option<usize> {
    let words = items.get(at..)?.iter().take(4).take_while(|item| item.char().is_some()).count();
    let digits = items.get(at + words).is_some_and(|item| matches!(item.what, What::Number(_)));
    let first = items.get(at).and_then(Item::char);
    let province = first.is_some_and(|c| crate::domain::identifier::rule::PROVINCES.contains(c));
    // 川DA7730261.
    let lettered = words == 1
        && matches!(items.get(at + 1).map(|item| &item.what), Some(What::Number(parts))
            if parts.concat().starts_with(|c: char| c.is_ascii_uppercase()));
    (province && (lettered || (2..=3).contains(&words)) && digits).then_some(at + words + 1)
}

/// 鄂恩食药监械经营备20180300号 without a label, in a bracket of its own.
pub(super) fn by_office(items: &[Item], at: usize) -> Option<usize> {
    let words = items.get(at..)?.iter().take(15).take_while(|item| item.char().is_some()).count();
    let end = prefixed(items, at).filter(|_| named_office(items, at, words))?;
    (at == 0 || items[at - 1].char().is_none()).then_some(end)
}

/// 赣洪食药监械经营备20190418号: the short name of a province, and of what office keeps the number.
fn named_office(items: &[Item], at: usize, words: usize) -> bool {
    let word: String = run(&items[at..], words).iter().collect();
    let province = word.starts_with(|c| crate::domain::identifier::rule::PROVINCES.contains(c));
    province
        && words <= 14
        && word.ends_with(['备', '证', '字', '许', '准', '监', '药', '械', '坊'])
}
