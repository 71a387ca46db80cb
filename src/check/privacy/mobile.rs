//! 手机号码 of parties (C321): whole, cut up, with +86, in words.

use std::ops::Range;
use std::sync::LazyLock;

use super::digits::{Row, between, joined};
use super::{Find, Told};
use crate::base::code::Code;
use crate::base::look::near::last_chars;
use crate::base::look::words::Words;
use crate::domain::identifier::digit;
use crate::domain::identifier::phone::{Line, Phone};
use crate::say;

/// Digits of a mobile, the shortest number that leads to a person.
pub(super) const DIGITS: usize = 11;

/// How a mobile said in words begins.
static SPOKEN: LazyLock<Words> = LazyLock::new(|| {
    Words::of(&[
        "一三", "一四", "一五", "一六", "一七", "一八", "一九", "幺三", "幺四", "幺五", "幺六",
        "幺七", "幺八", "幺九",
    ])
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
    numbers.sort_by_key(|(place, _)| place.start);
    for (place, digits) in numbers {
        let Some(phone) = Phone::parse(&digits) else { continue };
        let masked = phone.masked();
        found.push(Find {
            code: Code::PrivateMobile,
            place,
            message: say!(zh: "这里有一个手机号码", en: "there is a mobile number here"),
            mend: say!(zh: "删去，或写成 {masked}", en: "delete it or write {masked}"),
        });
    }
}

fn mobile(digits: &str) -> bool {
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
fn at_group(words: &str, row: &Row, first: usize) -> Option<(Range<usize>, String)> {
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
    let few = lengths.len() < 5 || lengths[1..lengths.len() - 1].iter().all(|l| *l == lengths[0]);
    (few && between(words, groups).all(loose))
        || matches!(
            lengths[..],
            [3, 8] | [7, 4] | [3, 4, 4] | [3, 3, 5] | [3, 5, 3] | [4, 3, 4] | [4, 4, 3]
        )
        || lengths.iter().all(|length| *length == 1)
}

/// The place with the plus and the bracket before it.
fn whole(words: &str, row: &Row, groups: &Range<usize>) -> Range<usize> {
    let place = row[groups.start].start..row[groups.end - 1].end;
    let inside = &words[place.clone()];
    let closes = inside.contains([')', '）']) && !inside.contains(['(', '（']);
    let opens = |c: char| c == '+' || (closes && matches!(c, '(' | '（'));
    words[..place.start].trim_end_matches(opens).len()..place.end
}

/// Whether it is a sum, a part of a code, or called something else.
fn otherwise(words: &str, place: &Range<usize>) -> bool {
    let (before, after) = (&words[..place.start], &words[place.end..]);
    let letters = before.len() - before.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
    let word = before[before.len() - letters..].to_ascii_lowercase();
    let code = !matches!(&*word, "" | "tel" | "phone" | "mobile" | "mob" | "wx" | "vx" | "weixin");
    let bare = before.trim_end_matches([' ', '：', ':', '（', '(', '是', '为']);
    let others = ["订单号", "运单号", "单号", "流水号", "编号", "发票号码", "合同号", "受理号"];
    code || after.starts_with(|c: char| c.is_ascii_alphabetic() || "元万亿吨".contains(c))
        || others.iter().any(|other| last_chars(bare, 4).ends_with(other))
}

/// Eleven digits as words.
fn spoken(words: &str, start: usize) -> Option<(Range<usize>, String)> {
    let said = |c: char| digit(c).filter(|_| !c.is_ascii_digit());
    let digits: String = words[start..].chars().map_while(said).take(DIGITS + 1).collect();
    let alone = words[..start].chars().next_back().is_none_or(|c| said(c).is_none());
    let length = || words[start..].chars().take(DIGITS).map(char::len_utf8).sum::<usize>();
    (alone && mobile(&digits)).then(|| (start..start + length(), digits))
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
