//! Telephones out of a cell: which digits are one number, which words say whose it is, and what a
//! table did to them.
//!
//! `138 0000 0001` is one number and `0550-4021234 4021235` are two; what decides is the numbering plan
//! (`Phone`), never the sign between them alone. A number that lost digits is not written down: a dead
//! number is worse than none.

use crate::domain::identifier::phone::{Line, Phone};

/// A telephone out of a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// Whose it is, where the cell says so: 张主任, 办公室.
    pub(super) label: String,
    /// The number as it was written, signs of half width.
    pub(super) number: String,
}

/// What a cell says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) phones: Vec<Found>,
    /// What could not be put anywhere.
    pub(super) left: Vec<String>,
}

/// The number whose leading zero a table took away, put back where the plan leaves no doubt; the number
/// as it is where it is whole.
pub(super) fn restored(number: &str) -> Option<String> {
    if Phone::parse(number).is_some() {
        return Some(number.to_owned());
    }
    let digits = number.bytes().all(|byte| byte.is_ascii_digit());
    let whole = format!("0{number}");
    let fixed = Phone::parse(&whole).is_some_and(|phone| phone.line == Line::Landline);
    if !digits || !fixed {
        return None;
    }
    // Two-digit area codes without their zero: 10, 20 to 29.
    let area = if number.starts_with("10") || number.starts_with('2') { 2 } else { 3 };
    Some(format!("0{}-{}", &number[..area], &number[area..]))
}

/// Whether a text is digits of a number that has lost its zero: 5504021234.
pub(super) fn headless(text: &str) -> bool {
    Phone::parse(text).is_none() && restored(text).is_some()
}

/// All that a cell of telephones says.
pub(super) fn several(text: &str) -> Cell {
    if text.len() > LONGEST {
        return Cell { left: vec![text.to_owned()], ..Cell::default() };
    }
    let text: String = text.chars().map(folded).collect();
    let text = text.replace("分机", "转");
    let mut cell = Cell::default();
    for part in parts(&text) {
        part_of(part.trim(), 0, &mut cell);
    }
    cell
}

/// Signs of full width as plain ones.
fn folded(c: char) -> char {
    match c {
        '０'..='９' | '（' | '）' | '＋' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '－' | '—' | '–' | '―' | '‐' | '‑' => '-',
        '\u{3000}' | '\u{a0}' | '\t' => ' ',
        '，' | ',' | '；' | ';' | '、' | '／' | '/' | '|' | '\r' | '\n' | '。' => '、',
        c => c,
    }
}

/// The parts between the signs that always part, brackets kept whole.
fn parts(text: &str) -> Vec<&str> {
    let (mut parts, mut from, mut depth) = (Vec::new(), 0, 0usize);
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '、' | '或' | '及' | '和' if depth == 0 => {
                parts.push(&text[from..at]);
                from = at + c.len_utf8();
            }
            _ => {}
        }
    }
    // A bracket that is never closed keeps nothing together.
    if depth > 0 {
        return text.split('、').collect();
    }
    parts.push(&text[from..]);
    parts
}

/// A cell with more bytes than this holds no telephones.
const LONGEST: usize = 2_000;

/// Numbers of one part, each behind the words of the one before it; what comes after them is told.
const DEEPEST: usize = 40;

/// A part: words, numbers, words.
fn part_of(part: &str, depth: usize, cell: &mut Cell) {
    if part.is_empty() {
        return;
    }
    let Some(from) = begins(part) else {
        // 0550-4021234、办公室: words of the number before them.
        match cell.phones.last_mut() {
            Some(last) if depth > 0 => note(last, part),
            _ => cell.left.push(part.to_owned()),
        }
        return;
    };
    // A number that is not read is no word of the one before it.
    if depth == DEEPEST {
        cell.left.push(part.to_owned());
        return;
    }
    let label = named(part[..from].trim().trim_end_matches([':', '：', '(']).trim());
    let run = |text: &str| {
        let end = text.find(|c: char| !(c.is_ascii_digit() || " -()+转".contains(c)));
        end.unwrap_or(text.len())
    };
    let mut rest = &part[from..];
    let mut end = run(rest);
    // 4021234(小灵通): the bracket opens what is no number.
    if rest[..end].matches('(').count() > rest[..end].matches(')').count() {
        end = rest[..end].rfind('(').unwrap_or(end);
    }
    // (13800000001: the bracket opens the number, and nothing closes it.
    if end == 0 {
        rest = rest.strip_prefix('(').unwrap_or(rest);
        end = run(rest);
    }
    // 0550-4O21234, 0550_4021234: what is left of a number is another number, and nobody's.
    if broken(part, part.len() - rest.len(), part.len() - rest.len() + end) {
        cell.left.push(part.to_owned());
        return;
    }
    let mut numbers = numbers(rest[..end].trim(), &mut cell.left);
    if let Some(first) = numbers.first_mut() {
        label.clone_into(&mut first.label);
    } else if !label.is_empty() {
        cell.left.push(label.to_owned());
    }
    cell.phones.append(&mut numbers);
    let after = rest[end..].trim();
    let bracket =
        after.strip_prefix('(').map(|inside| inside.split_once(')').unwrap_or((inside, "")));
    match (bracket, cell.phones.last_mut()) {
        // (24小时), (8:30-17:30): what stands in a bracket belongs to the number before it.
        (Some((words, behind)), Some(last)) if !has_phone(words) => {
            note(last, words.trim());
            part_of(behind.trim(), depth + 1, cell);
        }
        (_, Some(last)) if !has_phone(after) && several_digits(after) < 5 => note(last, after),
        _ => part_of(after, depth + 1, cell),
    }
}

/// Whether the digits of `part` from `start` to `end` go on, before or behind, with a letter that was typed
/// for a digit or with a sign that parts no number.
fn broken(part: &str, start: usize, end: usize) -> bool {
    let within =
        |c: char| matches!(c, 'O' | 'o' | 'Ｏ' | 'I' | 'l' | '_' | '＿' | '.' | '．' | '·' | '*');
    let digit = |c: char| c.is_ascii_digit();
    let before = part[..start].chars().next_back().is_some_and(within);
    let mut behind = part[end..].chars();
    before
        || (behind.next().is_some_and(within)
            && behind.next().is_some_and(|c| digit(c) || within(c)))
}

fn several_digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// Words that say whose a number is; signs alone, like the mark before a text, say nothing.
fn named(words: &str) -> &str {
    if words.chars().any(char::is_alphanumeric) { words } else { "" }
}

/// Words behind a number say whose it is.
fn note(phone: &mut Found, words: &str) {
    let words = named(words.trim_matches(['(', ')', ' ', ':', '：']));
    if words.is_empty() {
        return;
    }
    if phone.label.is_empty() {
        words.clone_into(&mut phone.label);
    } else {
        phone.label = format!("{}（{words}）", phone.label);
    }
}

/// Where the first number begins: digits that are more than a count (24小时), with the sign that opens
/// them.
fn begins(part: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = part[from..].find(|c: char| c.is_ascii_digit()) {
        let start = from + at;
        let rest = &part[start..];
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let goes_on = rest[end..].starts_with(['-', ' ', ')', '转']);
        if end >= 3 || goes_on || rest[end..].is_empty() {
            return Some(part[..start].trim_end_matches(['(', '+', '-']).len());
        }
        from = start + end;
    }
    None
}

/// Whether any digits of a text are one number.
fn has_phone(text: &str) -> bool {
    text.split(|c: char| !(c.is_ascii_digit() || " -+转".contains(c))).any(|run| fits(run.trim()))
}

/// The numbers of a run of digits, spaces and signs.
fn numbers(run: &str, left: &mut Vec<String>) -> Vec<Found> {
    let one = |number: &str| Found { label: String::new(), number: number.trim().to_owned() };
    if fits(run) {
        return vec![one(run)];
    }
    let spaced = run.replace('转', " 转");
    let words: Vec<&str> = spaced.split(' ').filter(|word| !word.is_empty()).collect();
    let mut out: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        // An extension behind its number, also with a space: 转 801.
        if let Some(extension) = words[at].strip_prefix('转')
            && let Some(last) = out.last_mut()
        {
            let next = words.get(at + 1).filter(|next| {
                extension.is_empty() && next.len() <= 6 && next.bytes().all(|b| b.is_ascii_digit())
            });
            last.number = format!("{}转{extension}{}", last.number, next.unwrap_or(&""));
            at += 1 + usize::from(next.is_some());
            continue;
        }
        let most = words.len().min(at + 5);
        let whole = (at + 1..=most).find(|end| fits(&words[at..*end].join(" ")));
        let end = whole.unwrap_or(at + 1);
        let number = words[at..end].join(" ");
        // Short numbers of an office's own have five or six digits; fewer are a clock or a floor.
        let plain = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ');
        if fits(&number) || (plain && several_digits(&number) >= 5) {
            out.push(one(&number));
        } else {
            left.push(number);
        }
        at = end;
    }
    out
}

/// Whether a text is one number: by the plan, or one of seven or eight digits without its area code.
fn fits(text: &str) -> bool {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).collect();
    let local = matches!(digits.len(), 7 | 8)
        && (b'2'..=b'8').contains(&digits[0])
        && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-'));
    local || Phone::parse(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::{restored, several};

    #[test]
    fn telephones_that_were_numbers() {
        for (number, phone) in [
            ("5500000102", Some("0550-0000102")),
            ("13800000000", Some("13800000000")),
            ("12348", Some("12348")),
            ("1012345678", Some("010-12345678")),
            ("2112345678", Some("021-12345678")),
            ("55100000001", Some("0551-00000001")),
            ("4000000000", Some("4000000000")),
            // A mobile number short of a digit is no landline of an area 0138.
            ("1380000001", None),
            ("4021234", None),
        ] {
            assert_eq!(restored(number).as_deref(), phone, "{number}");
        }
    }

    #[test]
    fn which_digits_are_one_number() {
        for (text, numbers) in [
            ("138 0000 0001", &["138 0000 0001"][..]),
            ("138-0000-0001", &["138-0000-0001"]),
            ("138 0000 0001 139 0000 0002", &["138 0000 0001", "139 0000 0002"]),
            ("0550 4021234", &["0550 4021234"]),
            ("0550-402 1234", &["0550-402 1234"]),
            ("0550-4021234 4021235", &["0550-4021234", "4021235"]),
            ("4021234/4021235", &["4021234", "4021235"]),
            ("4021234 4021235", &["4021234", "4021235"]),
            ("402 1234", &["402 1234"]),
            ("0550－0000001、0550-0000002", &["0550-0000001", "0550-0000002"]),
            ("0550-0000001或12348", &["0550-0000001", "12348"]),
            ("12348 110", &["12348", "110"]),
            ("0550-4021234转801", &["0550-4021234转801"]),
            ("0550-4021234 转 801", &["0550-4021234 转 801"]),
            ("0550-4021234分机801", &["0550-4021234转801"]),
            ("0550-4021234-801", &["0550-4021234-801"]),
            ("4021234转801", &["4021234转801"]),
            ("（0550）4021234", &["(0550)4021234"]),
            ("+86 138 0000 0001", &["+86 138 0000 0001"]),
            ("13800000001\n13900000002", &["13800000001", "13900000002"]),
            ("400 123 4567", &["400 123 4567"]),
        ] {
            let cell = several(text);
            let got: Vec<&str> = cell.phones.iter().map(|phone| phone.number.as_str()).collect();
            assert_eq!(got, numbers, "{text}");
            assert!(cell.left.is_empty(), "{text}: {:?}", cell.left);
        }
    }

    #[test]
    fn words_beside_a_number_say_whose_it_is() {
        for (text, expected) in [
            ("张主任 13800000001", &[("张主任", "13800000001")][..]),
            (
                "办公室：0550-4021234；值班：0550-4021235（24小时）",
                &[("办公室", "0550-4021234"), ("值班（24小时）", "0550-4021235")],
            ),
            ("0550-4021234（8:30-17:30）", &[("8:30-17:30", "0550-4021234")]),
            ("24小时热线：12348", &[("24小时热线", "12348")]),
            (
                "4021234（上午8:30-12:00，下午2:30-5:30）",
                &[("上午8:30-12:00、下午2:30-5:30", "4021234")],
            ),
            (
                "0550-4021234(办公室)13800000001(手机)",
                &[("办公室", "0550-4021234"), ("手机", "13800000001")],
            ),
        ] {
            let cell = several(text);
            let got: Vec<(&str, &str)> = cell
                .phones
                .iter()
                .map(|phone| (phone.label.as_str(), phone.number.as_str()))
                .collect();
            assert_eq!(got, expected, "{text}");
            assert!(cell.left.is_empty(), "{text}: {:?}", cell.left);
        }
        for text in ["'0550-4021234", "＇0550-4021234", "☎0550-4021234", "“0550-4021234”"] {
            let cell = several(text);
            assert_eq!((cell.phones[0].label.as_str(), cell.left.len()), ("", 0), "{text}");
        }
        let many = |count: usize| -> String {
            (0..count).map(|at| format!("张{at}号13{at:09}")).collect()
        };
        let cell = several(&many(11));
        assert_eq!((cell.phones.len(), cell.left.len()), (11, 0), "{cell:?}");
        assert_eq!(cell.phones[10].label, "张10号");
        let cell = several(&many(50));
        assert_eq!((cell.phones.len(), cell.left.len()), (40, 1), "{:?}", cell.left);
        assert!(cell.left[0].starts_with("张40号"), "told, and no word of the one before");
        let cell = several("4021234(13800000001");
        assert_eq!((cell.phones.len(), cell.left.len()), (2, 0), "{cell:?}");
        assert_eq!(several("0550-4021234/35").left, ["35"], "half a number is told");
        assert_eq!(several("暂无").left, ["暂无"]);
        for text in ["O550-4O21234", "0550-4O21234", "0550.4021234", "0550_4021234", "0550-402123"]
        {
            let cell = several(text);
            assert_eq!((cell.phones.len(), &cell.left[..]), (0, &[text.to_owned()][..]), "{text}");
        }
    }

    #[test]
    fn any_signs_are_read() {
        for text in
            ["((((((0", "(()", "转转转", "+", "-)(-", "0(0(0(0(0(0(0(0(0(0", "）（1）（2）（3"]
        {
            let _ = several(text);
        }
    }
}
