//! A piece as items: characters, numbers, plates, dates, names in 《》, brackets that tell something.
//!
//! Spaces and line ends vanish here, except inside numbers, whose parts are kept apart until their
//! kind is known: eighteen digits broken over a line are one number, two receipts are two.

mod amount;
mod company;
mod device;
mod plate;

use self::amount::amount;
use self::company::in_company;
use self::device::device;
use self::plate::plate;
use super::glyph::{Glyph, is_han};
use super::holder::{LEGAL_FORMS, bracket_in_name};
use super::ship;
use super::who::PRONOUN;
use super::words::ending;
use crate::domain::identifier::rule::PROVINCES;

/// What an item is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    /// A character of a name, a label, a sentence.
    Char(char),
    /// Digits and letters that stood together, in the parts that spaces and line ends made.
    Number(Vec<String>),
    /// 皖UT605挂; the name of a ship, 皖当涂货3096, which her papers are told by likewise.
    Sign(String),
    /// A day, or a part of one; a sum of money: what no record keeps.
    Date,
    /// 《…》.
    Quoted(String),
    /// (…) that tells something; a bracket that belongs to a name is characters.
    Bracket(Vec<Item>),
    /// , ; 。 、 :
    Mark(char),
}

/// An item and where it stood.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    pub(super) what: What,
    pub(super) at: usize,
}

impl Item {
    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.what == What::Mark(mark)
    }

    pub(super) fn char(&self) -> Option<char> {
        match self.what {
            What::Char(c) => Some(c),
            _ => None,
        }
    }
}

/// The characters of items; what is no character is left out.
pub(super) fn text(items: &[Item]) -> String {
    items.iter().filter_map(Item::char).collect()
}

/// The items as they were written, numbers and brackets too: for numbers with words in them.
pub(super) fn written(items: &[Item]) -> String {
    let mut out = String::new();
    for item in items {
        match &item.what {
            What::Char(c) | What::Mark(c) => out.push(*c),
            What::Number(parts) => out.push_str(&parts.concat()),
            What::Sign(plate) => out.push_str(plate),
            What::Date => out.push('日'),
            What::Quoted(name) => out.push_str(name),
            What::Bracket(inside) => {
                out.push('(');
                out.push_str(&written(inside));
                out.push(')');
            }
        }
    }
    out
}

/// The characters from the beginning of `items` up to the first that is none, `、` kept.
pub(super) fn run(items: &[Item], most: usize) -> Vec<char> {
    let char = |item: &Item| match item.what {
        What::Char(c) | What::Mark(c @ '、') => Some(c),
        _ => None,
    };
    items.iter().take(most).map_while(char).collect()
}

/// The items of a piece.
pub(super) fn items(glyphs: &[Glyph]) -> Vec<Item> {
    // One level of brackets is told apart; deeper ones are characters.
    lex(glyphs, 2)
}

fn lex(glyphs: &[Glyph], depth: usize) -> Vec<Item> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(glyph) = glyphs.get(at) {
        let (what, length) = one(glyphs, at, depth);
        out.extend(what.into_iter().map(|what| Item { what, at: glyph.at }));
        at += length.max(1);
    }
    out
}

/// The item that begins at `at`, and how many glyphs it takes.
fn one(glyphs: &[Glyph], at: usize, depth: usize) -> (Vec<What>, usize) {
    let c = glyphs[at].c;
    let rest = &glyphs[at..];
    if let Some((name, length)) = ship::quoted(rest) {
        return (vec![What::Sign(name)], length);
    }
    if c.is_whitespace() || c == '"' {
        return (Vec::new(), 1);
    }
    let before = at.checked_sub(1).map(|before| glyphs[before].c);
    if let Some((number, length)) = device(before, rest) {
        return (vec![What::Number(vec![number])], length);
    }
    if let Some(length) = amount(&glyphs[..at], rest) {
        return (vec![What::Date], length);
    }
    if let Some(length) = date(rest) {
        // 2012年版收据: an edition.
        let edition = rest.get(length).is_some_and(|g| g.c == '版');
        return (vec![What::Date], length + usize::from(edition));
    }
    if let Some((plate, length)) = plate(rest) {
        return (vec![What::Sign(plate)], length);
    }
    if number_char(c) && !(c == '-' || c == '/' || c == '.') {
        return number(rest);
    }
    match c {
        ',' | ';' | '。' | '、' | ':' | '!' => {
            (vec![What::Mark(if c == '!' { '。' } else { c })], 1)
        }
        '《' => match close(rest, '《', '》', 40) {
            // 《粤房地权证某市字第0100236611号》房地产权证: a number, and no name.
            Some(end) if numbered(&rest[1..end]) => {
                let inside = lex(&rest[1..end], depth).into_iter().map(|item| item.what);
                (inside.collect(), end + 1)
            }
            Some(end) => {
                let name = rest[1..end].iter().map(|g| g.c).filter(|c| !c.is_whitespace());
                (vec![What::Quoted(name.collect())], end + 1)
            }
            None => (Vec::new(), 1),
        },
        '[' if year(rest).is_some() => {
            let year: String = rest[1..5].iter().map(|g| g.c).collect();
            (format!("[{year}]").chars().map(What::Char).collect(), 6)
        }
        '(' if depth > 0 => bracket(&glyphs[..at], rest, depth, ')'),
        '[' if depth > 0 && tells(rest) => bracket(&glyphs[..at], rest, depth, ']'),
        _ => (vec![What::Char(c)], 1),
    }
}

/// Whether a text is the number of a paper: 字, 第 and digits up to 号.
fn numbered(inside: &[Glyph]) -> bool {
    let digits = inside.iter().filter(|g| g.c.is_ascii_digit()).count();
    inside.last().is_some_and(|g| g.c == '号') && inside.iter().any(|g| g.c == '第') && digits > 3
}

/// Where a bracket closes, within `most` glyphs.
fn close(rest: &[Glyph], open: char, shut: char, most: usize) -> Option<usize> {
    let mut depth = 0usize;
    for (at, glyph) in rest.iter().enumerate().take(most) {
        if glyph.c == open {
            depth += 1;
        } else if glyph.c == shut {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// [统一社会信用代码:…], [B0328]: a square bracket with a number, not 【遗失声明】.
fn tells(rest: &[Glyph]) -> bool {
    let Some(end) = close(rest, '[', ']', 60) else { return false };
    rest[1..end].iter().filter(|g| g.c.is_ascii_digit()).count() >= 4
}

fn bracket(before: &[Glyph], rest: &[Glyph], depth: usize, shut: char) -> (Vec<What>, usize) {
    let Some(end) = close(rest, rest[0].c, shut, 160) else { return (Vec::new(), 1) };
    let solid = |glyphs: &[Glyph]| -> String {
        glyphs.iter().map(|g| g.c).filter(|c| !c.is_whitespace()).collect()
    };
    let inside = solid(&rest[1..end]);
    let next = rest[end + 1..].iter().find(|g| !g.c.is_whitespace()).map(|g| g.c);
    let digits = inside.bytes().all(|byte| byte.is_ascii_digit());
    // 灵集建(91)字第03126号: of the nineties.
    let short_year = inside.len() == 2 && digits && next == Some('字');
    let year = short_year || inside.len() == 4 && digits;
    // 皖(2019)某县不动产权第…号, 某(安徽)有限公司, 某事务所(普通合伙).
    // 营业执照(个体工商户)副本: behind a document it is no part of a name.
    let behind = solid(&rest[end + 1..rest.len().min(end + 6)]);
    let told = ["遗失", "丢失", "不慎", "被盗", "声明", "灭失"];
    let company = in_company(before, &inside, &rest[end + 1..]);
    let told_by = spoken_before(before);
    let papered = before.last().is_some_and(|g| "照证章本书".contains(g.c));
    let form = || inside.ends_with("合伙") && LEGAL_FORMS.contains(&inside.as_str()) && !papered;
    let named = !told_by
        && (company || bracket_in_name(&inside, next.is_some_and(is_han)))
        && !next.is_some_and(|c| matches!(c, '正' | '副'))
        && (inside.ends_with("分公司")
            || form()
            || !told.iter().any(|word| behind.starts_with(word)));
    // (20151)皖地契00218853: a year and a series before the short name of a province.
    let series = (3..=5).contains(&inside.len())
        && inside.bytes().all(|byte| byte.is_ascii_digit())
        && next.is_some_and(|c| PROVINCES.contains(c));
    let province = inside.chars().count() == 1 && inside.chars().all(|c| PROVINCES.contains(c));
    // 取水(明)字(2013)第00046号, (皖M)安许证字(2013)第46号: the short name of a place within a number.
    let short = (1..=3).contains(&inside.chars().count())
        && inside.starts_with(is_han)
        && inside.chars().all(|c| is_han(c) || c.is_ascii_uppercase())
        && before_number(&rest[end + 1..]);
    // 高一(3)班.
    let class = inside.chars().count() <= 2
        && inside.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
        && matches!(next, Some('班' | '组' | '中'));
    if short
        || class
        || series
        || ((year || province) && next.is_some_and(|c| is_han(c) || c.is_ascii_alphanumeric()))
        || named
    {
        return (format!("({inside})").chars().map(What::Char).collect(), end + 1);
    }
    (vec![What::Bracket(lex(&rest[1..end], depth - 1))], end + 1)
}

/// 本公司(安徽某公司): who speaks is named in the bracket, which is within no name.
fn spoken_before(before: &[Glyph]) -> bool {
    let word: String = before[before.len().saturating_sub(6)..].iter().map(|g| g.c).collect();
    ending(PRONOUN, word.trim_end()).is_some_and(|word| word.chars().count() > 1)
}

/// Whether 字 or 第 comes within a few characters, nothing but letters before it.
fn before_number(rest: &[Glyph]) -> bool {
    let solid = rest.iter().map(|g| g.c).filter(|c| !c.is_whitespace()).take(8);
    let mut word = solid.take_while(|c| is_han(*c) || c.is_ascii_alphabetic());
    word.any(|c| matches!(c, '字' | '第')) || opens_year(rest)
}

/// Letters or a word and a year in brackets: YHLS[2020], 养证(2014).
fn opens_year(rest: &[Glyph]) -> bool {
    let letter = |g: &&Glyph| g.c.is_ascii_alphabetic() || is_han(g.c);
    let letters = rest.iter().take(6).take_while(letter).count();
    let open = rest.get(letters).is_some_and(|g| matches!(g.c, '(' | '['));
    open && year(&rest[letters..]).is_some()
}

/// [2019] within a number: how many glyphs, the brackets included.
fn year(rest: &[Glyph]) -> Option<usize> {
    let digits = rest.iter().skip(1).take_while(|g| g.c.is_ascii_digit()).count();
    let shut = rest.get(5).is_some_and(|g| matches!(g.c, ')' | ']'));
    (digits == 4 && shut).then_some(6)
}

fn number_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '*' | '-' | '/' | '.')
}

/// A run of digits and letters; with a unit behind it (2份) it is characters.
fn number(rest: &[Glyph]) -> (Vec<What>, usize) {
    let mut parts = vec![String::new()];
    let mut at = 0;
    while let Some(glyph) = rest.get(at) {
        if number_char(glyph.c) {
            if let Some(part) = parts.last_mut() {
                part.push(glyph.c);
            }
            at += 1;
            continue;
        }
        // Spaces and line ends may be inside; what follows must be more of the number.
        let gap = rest[at..].iter().take_while(|g| g.c.is_whitespace()).count();
        // 00417301 ⏎ -00417350.
        let ranged = rest.get(at + gap).is_some_and(|g| g.c == '-')
            && rest.get(at + gap + 1).is_some_and(|g| g.c.is_ascii_digit());
        if gap > 0 && ranged {
            at += gap;
            continue;
        }
        let goes_on = rest.get(at + gap).is_some_and(|g| g.c.is_ascii_alphanumeric() || g.c == '*');
        let after = &rest[at + gap..];
        let next_item = rest[at..at + gap].iter().any(|g| g.c == '\n') && item_number(after);
        if gap == 0 || gap > 3 || !goes_on || next_item || date(after).is_some() {
            break;
        }
        parts.push(String::new());
        at += gap;
    }
    // A mark at the end closes the sentence, not the number.
    while parts.last().is_some_and(|part| part.ends_with(['-', '/', '.'])) && at > 1 {
        if let Some(part) = parts.last_mut() {
            part.pop();
        }
        at -= 1;
    }
    let next = rest.get(at).map(|g| g.c);
    if !parts.concat().contains(|c: char| c.is_ascii_alphanumeric()) {
        return (parts.concat().chars().map(What::Char).collect(), at);
    }
    // 税务UKey: letters that are a word of the paper's name.
    let word = parts.len() == 1
        && parts[0].bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts[0].to_ascii_lowercase().ends_with("key");
    if word {
        return (parts[0].chars().map(What::Char).collect(), at);
    }
    let short = parts.len() == 1 && parts[0].len() <= 3;
    if short && next.is_some_and(|c| is_han(c) && c != '号') {
        return (parts[0].chars().map(What::Char).collect(), at);
    }
    // Amounts, years and days are no numbers of documents.
    let unit = next.is_some_and(|c| "元年个月日届期级周岁平万亩吨户人".contains(c));
    let gap = rest[at..].iter().take_while(|g| g.c == ' ').count();
    let after = rest.get(at + gap).map(|g| g.c);
    if after.is_some_and(|c| "级届版".contains(c)) && parts.len() == 1 {
        return (Vec::new(), at + gap + 1);
    }
    if unit && parts.len() == 1 {
        // 2016-2017年度供热费收据.
        let year = next == Some('年') && rest.get(at + 1).is_some_and(|g| g.c == '度');
        return (vec![What::Date], at + 1 + usize::from(year));
    }
    (vec![What::Number(parts)], at)
}

/// `2.皖M12345` in the next line: the number of an item, and no more of what stands above. Only a plate
/// shows that: `22、公章` may go on with a number.
fn item_number(rest: &[Glyph]) -> bool {
    let digits = rest.iter().take(3).take_while(|g| g.c.is_ascii_digit()).count();
    let sign = rest.get(digits).is_some_and(|g| matches!(g.c, '.' | '、'));
    let behind = rest.get(digits + 1..).unwrap_or_default();
    let gap = behind.iter().take_while(|g| g.c == ' ').count();
    (1..=2).contains(&digits) && sign && plate(&behind[gap..]).is_some()
}

/// A day: 2021年3月12日, 2021-03-12, 2021.3.12, 二〇二一年三月十二日; also year and month alone.
fn date(rest: &[Glyph]) -> Option<usize> {
    const HAN: &str = "〇零一二三四五六七八九十";
    let first = rest.first()?.c;
    let han = HAN.contains(first);
    let digit = |c: char| if han { HAN.contains(c) } else { c.is_ascii_digit() };
    let part = |at: usize| rest[at.min(rest.len())..].iter().take_while(|g| digit(g.c)).count();
    let sign = |at: usize| rest.get(at).map(|g| g.c);
    let year = part(0);
    if !(if han { year == 4 } else { matches!(year, 2 | 4) }) {
        return None;
    }
    let mark = sign(year)?;
    if !matches!(mark, '年' | '-' | '.' | '/') || (mark != '年' && year != 4) {
        return None;
    }
    let month = part(year + 1);
    if !(1..=3).contains(&month) {
        return (mark == '年' && year == 4).then_some(year + 1);
    }
    let mut at = year + 1 + month;
    let second = sign(at);
    match (mark, second) {
        ('年', Some('月')) => {}
        ('年', _) => return Some(year + 1),
        (mark, second) if second == Some(mark) => {}
        _ => return None,
    }
    at += 1;
    let day = part(at);
    if (1..=3).contains(&day) && (mark == '年' || day <= 2) {
        at += day;
        if matches!(sign(at), Some('日' | '号')) {
            at += 1;
        }
        // 2019-01-0001234 is a number.
        return (mark == '年' || !sign(at).is_some_and(number_char)).then_some(at);
    }
    (mark == '年').then_some(at)
}

#[cfg(test)]
mod tests {
    use super::super::glyph::glyphs;
    use super::{What, items};

    fn check(text: &str, expect: &[What]) {
        let read: Vec<What> = items(&glyphs(text)).into_iter().map(|item| item.what).collect();
        assert_eq!(read, expect, "{text}");
    }

    fn number(parts: &[&str]) -> What {
        What::Number(parts.iter().map(|part| (*part).to_owned()).collect())
    }

    #[test]
    fn numbers_plates_and_days() {
        check("皖 UT605挂", &[What::Sign("皖UT605挂".into())]);
        check("皖UT605\n挂", &[What::Sign("皖UT605挂".into())]);
        check("皖UT6051\n挂", &[What::Sign("皖UT6051".into()), What::Char('挂')]);
        check("皖M·12345", &[What::Sign("皖M12345".into())]);
        check("2019年5月4日", &[What::Date]);
        check("二〇二一年三月十二日", &[What::Date]);
        check("2019-05-04", &[What::Date]);
        check("3499 0719\n85", &[number(&["3499", "0719", "85"])]);
        check("2份", &[What::Char('2'), What::Char('份')]);
        check("《营业执照》", &[What::Quoted("营业执照".into())]);
    }

    #[test]
    fn brackets_of_names_are_characters() {
        let read = items(&glyphs("某(安徽)有限公司(证号:1234)"));
        assert_eq!(super::text(&read), "某(安徽)有限公司");
        assert!(matches!(read.last().unwrap().what, What::Bracket(_)));
        check("(", &[]);
    }
}
