//! A text with its figures as they are read here: no space between a number and its unit, plain digits,
//! one kind of comma.
//!
//! Word processors put spaces around numbers and many clerks type them, so a rule that wants none sees
//! nothing of a whole office. A comma within a number stays: it is what tells 1,450 from two numbers.

use std::borrow::Cow;

use crate::check::quantity::narrow;

/// The text as it is read; the same one where nothing is to be done.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    let odd = |c: char| {
        c != '\n' && c.is_whitespace()
            || matches!(c, '０'..='９' | '％' | ',' | ':' | ';' | '(' | ')')
    };
    if !text.contains(odd) && !comma_in_number(text) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    // Digits since the last sign that is none.
    let mut run = 0;
    while let Some(c) = rest.chars().next() {
        let behind = &rest[c.len_utf8()..];
        let next = behind.chars().next();
        if c != '\n' && c.is_whitespace() {
            rest = behind.trim_start_matches(|c: char| c != '\n' && c.is_whitespace());
            if kept(plain.chars().next_back(), rest.chars().next()) {
                plain.push(' ');
                run = 0;
            }
            continue;
        }
        let digit = matches!(c, '0'..='9' | '０'..='９');
        let c = match c {
            ',' | '，' if (1..=3).contains(&run) && thousands(behind, c) => ',',
            ',' => '，',
            ':' | ';' | '(' | ')' if !next.is_some_and(|next| next.is_ascii()) => wide(c),
            c => narrow(c),
        };
        run = if digit { run + 1 } else { 0 };
        plain.push(c);
        rest = behind;
    }
    Cow::Owned(plain)
}

/// 1，450: the wide comma within a number.
fn comma_in_number(text: &str) -> bool {
    text.match_indices('，').any(|(at, comma)| {
        text[..at].ends_with(|c: char| c.is_ascii_digit())
            && thousands(&text[at + comma.len()..], '，')
    })
}

/// Whether three digits follow and no fourth; behind a wide comma, which parts two numbers as often,
/// also what they count.
fn thousands(behind: &str, comma: char) -> bool {
    let digit = |c: char| matches!(c, '0'..='9' | '０'..='９');
    let mut rest = behind.chars();
    let three = (0..3).all(|_| rest.next().is_some_and(digit));
    let after = rest.next();
    three
        && match comma {
            ',' => !after.is_some_and(digit),
            _ => after.is_some_and(|c| "件人份元万起宗".contains(c)),
        }
}

/// Whether a space stays: between Latin words, between two numbers, and away from numbers.
fn kept(before: Option<char>, after: Option<char>) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| matches!(c, '0'..='9' | '０'..='９'));
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let beside = digit(before) && !latin(after) || digit(after) && !latin(before);
    !beside || digit(before) && digit(after)
}

fn wide(c: char) -> char {
    match c {
        ':' => '：',
        ';' => '；',
        '(' => '（',
        ')' => '）',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn figures_as_they_are_read() {
        for (text, read) in [
            ("办理 302 件,其中 101 件", "办理302件，其中101件"),
            ("占 71.3 ％", "占71.3%"),
            ("办理９９９件", "办理999件"),
            ("咨询1,450人次,其中680人次", "咨询1,450人次，其中680人次"),
            ("咨询1，450人次，其中680人次", "咨询1,450人次，其中680人次"),
            ("各381、384件", "各381、384件"),
            ("1 2 件", "1 2件"),
            ("民事612件 刑事384件", "民事612件 刑事384件"),
            ("用 Word 2019 打开", "用 Word 2019打开"),
            ("999件(民事612)", "999件（民事612）"),
            ("10:30开门", "10:30开门"),
            ("1,200,300元", "1,200,300元"),
        ] {
            assert_eq!(plain(text), read, "{text}");
        }
    }
}
