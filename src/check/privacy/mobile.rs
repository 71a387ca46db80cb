//! 手机号码 of parties (C321): whole, cut up, with +86, in words, with letters for digits.

use std::ops::Range;
use std::sync::LazyLock;

use super::digits::{Row, between, joined};
use super::spelled::{Spelled, seen};
use super::{Find, Told};
use crate::base::code::Code;
use crate::base::look::bytes;
use crate::base::look::near::{first_chars, sentence_before};
use crate::base::look::words::Words;
use crate::base::text::Text;
use crate::domain::identifier::digit;
use crate::domain::identifier::phone::{Line, Phone};
use crate::say;

/// Digits of a mobile, the shortest number that leads to a person.
pub(super) const DIGITS: usize = 11;

/// How a mobile said in words begins.
static SPOKEN: LazyLock<Words> = LazyLock::new(|| {
    let begun = |one: char| "三四五六七八九叁肆伍陆柒捌玖".chars().map(move |two| [one, two]);
    let words: Vec<String> = "一幺壹".chars().flat_map(begun).map(String::from_iter).collect();
    Words::of(&words.iter().map(String::as_str).collect::<Vec<_>>())
});

pub(super) fn find(told: &Told<'_>, found: &mut Vec<Find>) {
    let words = told.words();
    let mut numbers: Vec<(Range<usize>, String)> = Vec::new();
    for row in &told.rows {
        in_row(words, row, &mut numbers);
    }
    for hit in SPOKEN.find(words) {
        numbers.extend(spoken(words, hit.start()));
    }
    numbers.extend(typed(words).filter_map(|start| spoken(words, start)));
    numbers.sort_by_key(|(place, _)| place.start);
    for (place, digits) in numbers {
        let (message, mend) = reported(&digits);
        found.push(Find { code: Code::PrivateMobile, place, message, mend });
    }
}

/// What is said of a mobile, and how it can stay.
pub(super) fn reported(digits: &str) -> (Text, Text) {
    let masked = Phone::parse(digits).map_or_else(String::new, |phone| phone.masked());
    (
        say!(zh: "这里有一个手机号码", en: "there is a mobile number here"),
        say!(zh: "删去，或写成 {masked}", en: "delete it or write {masked}"),
    )
}

pub(super) fn mobile(digits: &str) -> bool {
    Phone::parse(digits).is_some_and(|phone| phone.line == Line::Mobile)
}

fn in_row(words: &str, row: &Row, numbers: &mut Vec<(Range<usize>, String)>) {
    let mut next = 0;
    while next < row.len() {
        let Some((groups, digits)) = at_group(words, row, next) else {
            next += 1;
            continue;
        };
        let place = whole(words, row, &groups);
        if !otherwise(words, &place) {
            numbers.push((place, digits));
        }
        next = groups.end;
    }
}

/// The mobile that begins with a group, its country's number before it or not.
pub(super) fn at_group(words: &str, row: &Row, first: usize) -> Option<(Range<usize>, String)> {
    let alone = &words[row[first].clone()];
    let home = alone.strip_prefix("0086").or_else(|| alone.strip_prefix("86"));
    if let Some(rest) = home.filter(|rest| mobile(rest)) {
        return Some((first..first + 1, rest.to_owned()));
    }
    let start = first + usize::from(home == Some(""));
    let made = joined(words, row, start, &(DIGITS..DIGITS + 1));
    let (groups, digits) = made.into_iter().find(|(_, digits)| mobile(digits))?;
    as_written(words, &row[groups.clone()]).then_some((first..groups.end, digits))
}

/// Whether a mobile is cut up so: by spaces and brackets anywhere, by strokes and dots as people do.
/// 15000-120000 is from one sum to another.
fn as_written(words: &str, groups: &[Range<usize>]) -> bool {
    let loose = |mark: &str| mark.chars().all(|c| " ()（）".contains(c));
    let lengths: Vec<usize> = groups.iter().map(Range::len).collect();
    // More groups than four are a row of figures, unless they are alike.
    let alike = |lengths: &[usize]| lengths.windows(2).all(|pair| pair[0] == pair[1]);
    let few = lengths.len() < 5 || alike(&lengths[1..]) || alike(&lengths[..lengths.len() - 1]);
    if between(words, groups).any(|mark| mark.contains('、')) {
        // 138、1201、1302 may be rooms.
        return lengths == [3, 4, 4] && called(&words[..groups[0].start]);
    }
    (few && between(words, groups).all(loose)) || usual(&lengths)
}

/// Whether people cut up a mobile into groups of these lengths.
fn usual(lengths: &[usize]) -> bool {
    matches!(
        lengths,
        [11] | [3, 8]
            | [7, 4]
            | [3, 2, 6]
            | [6, 5]
            | [3, 4, 4]
            | [3, 3, 5]
            | [3, 5, 3]
            | [4, 3, 4]
            | [4, 4, 3]
    ) || lengths.iter().all(|length| *length == 1)
}

/// Whether the words before call what follows a number to call, or there are none.
fn called(before: &str) -> bool {
    const CALLS: [&str; 8] = ["电话", "手机", "号码", "号是", "联系", "拨", "打", "微信"];
    let near = sentence_before(before, 10);
    near.is_empty() || CALLS.iter().any(|word| near.contains(word))
}

/// The place with the plus and the bracket before it.
fn whole(words: &str, row: &Row, groups: &Range<usize>) -> Range<usize> {
    let place = row[groups.start].start..row[groups.end - 1].end;
    let inside = &words[place.clone()];
    let closes = inside.contains([')', '）']) && !inside.contains(['(', '（']);
    let opens = |c: char| c == '+' || (closes && matches!(c, '(' | '（'));
    words[..place.start].trim_end_matches(opens).len()..place.end
}

/// Whether words end with 号 and a thing before it that nobody calls: 水表号, 保单号码为, QQ号, 注册证第.
fn things(before: &str) -> bool {
    const CALLED: [&str; 14] = [
        "手机",
        "电话",
        "联系",
        "联络",
        "微信",
        "支付宝",
        "热线",
        "本人",
        "他的",
        "她的",
        "拨",
        "打",
        "短信",
        "号码",
    ];
    let words = before.trim_end_matches([' ', '：', ':', '为', '是', '（', '(']);
    let near = sentence_before(words, 10);
    let thing = ["号码", "号", "No.", "NO.", "证第", "流水", "工单"]
        .iter()
        .find_map(|end| near.strip_suffix(end).map(|thing| (thing, *end)));
    thing.is_some_and(|(thing, _)| {
        !thing.is_empty()
            && !CALLED.iter().any(|word| thing.contains(word))
            && !thing.ends_with(['的', '个', '此', '该', '这', '一', '两', '同'])
            || near.ends_with("No.")
    })
}

/// Whether it is a sum, a part of a code, or called something else.
fn otherwise(words: &str, place: &Range<usize>) -> bool {
    let (before, after) = (&words[..place.start], &words[place.end..]);
    let letters = before.len() - before.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
    let word = before[before.len() - letters..].to_ascii_lowercase();
    let code = !matches!(&*word, "" | "tel" | "phone" | "mobile" | "mob" | "wx" | "vx" | "weixin");
    code || after.starts_with(|c: char| c.is_ascii_alphabetic())
        || measured(after)
        || (things(before)
            && !["手机", "电话"].iter().any(|word| first_chars(after, 5).contains(word)))
}

/// Whether what follows a number counts it: 元, 亩, .00元.
fn measured(after: &str) -> bool {
    let cents =
        after.strip_prefix('.').map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    cents.unwrap_or(after).starts_with(['元', '万', '亿', '吨', '亩'])
}

/// Where a mobile may begin that has letters among its digits: 1380000OOOO, l38OOOOOOOO.
fn typed(words: &str) -> impl Iterator<Item = usize> {
    let letter = |byte: u8| matches!(byte, b'O' | b'o' | b'l' | b'I');
    let mixed =
        |a: u8, b: u8, _: u8| (a.is_ascii_digit() & letter(b)) | (letter(a) & b.is_ascii_digit());
    let looked = if bytes::any(words, mixed) { words.as_bytes() } else { &[] };
    let begins = move |(at, pair): (usize, &[u8])| {
        let alone = at == 0 || !looked[at - 1].is_ascii_alphanumeric();
        (alone && matches!(pair, [b'1' | b'l' | b'I', b'3'..=b'9'])).then_some(at)
    };
    looked.windows(2).enumerate().filter_map(begins)
}

/// Eleven digits of which not all are plain, whole or cut up as people do.
fn spoken(words: &str, start: usize) -> Option<(Range<usize>, String)> {
    let read = Spelled::at(words, start);
    let (end, lengths) = read.groups(DIGITS)?;
    let said = &words[start..end];
    let glued =
        |c: Option<char>| c.is_some_and(|c| digit(c).is_some() || c.is_ascii_alphanumeric());
    let alone = !glued(words[..start].chars().next_back()) && !glued(words[end..].chars().next());
    let dressed = said.chars().any(|c| !c.is_ascii_digit() && seen(c).is_some());
    // One digit and ten letters are a word nobody has heard of.
    let sure = said.chars().filter(|c| digit(*c).is_some()).count() > 1;
    let digits = &read.digits[..DIGITS];
    (alone && dressed && sure && usual(&lengths) && mobile(digits))
        .then(|| (start..end, digits.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::digits::rows;
    use super::{DIGITS, in_row};

    #[test]
    fn a_long_row_of_figures_is_read_once() {
        let mut words = "10 11 12 99 ".repeat(200_000);
        words += "138 0000 0000";
        let mut numbers = Vec::new();
        for row in rows(&words, DIGITS) {
            in_row(&words, &row, &mut numbers);
        }
        assert!(numbers.iter().any(|(_, digits)| digits == "13800000000"), "{}", numbers.len());
    }
}
