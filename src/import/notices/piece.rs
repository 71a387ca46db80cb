//! A page cut into pieces, each a sentence or a field list that may be one notice.
//!
//! Lines are no units: a newspaper's columns break sentences and numbers anywhere. A piece ends at a
//! full stop, before a bullet, at an empty line, at a heading, behind 声明作废 where another notice
//! follows, and at a line's end only where what stands there is complete. The rows of a table (`table`) are
//! lines all the same.

mod cutter;
mod furniture;
mod signature;
mod table;

use self::cutter::{Cutter, declares};
use super::glyph::{Glyph, is_han};
use super::heading::{Heading, Reason, heading, paged, spaced};
use super::holder::{self, Trust};
use super::words::{CLOSING, LOSS, VOID, longest};
use super::{grammar, lex, people};

/// A run of characters that belongs together.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) glyphs: Vec<Glyph>,
    /// The heading it stands under.
    pub(super) heading: Option<Heading>,
    /// The paper that the heading names for all below it.
    pub(super) paper: Option<String>,
    /// An item behind a head on its own line: a name alone has lost what the head names.
    pub(super) item: bool,
    /// Its head says that the paper is void only after a time for objections.
    pub(super) condition: bool,
    /// The first behind an empty line, a bullet or a heading: nothing before it belongs to it.
    pub(super) fresh: bool,
    /// The first under its heading.
    pub(super) first: bool,
    /// Goes on with the sentence before it: 声明作废；遗失….
    pub(super) joined: bool,
    /// The row of a table that is no notice as it stands, and why.
    pub(super) refused: Option<Reason>,
}

/// The pieces of a page.
pub(super) fn pieces(text: &str, glyphs: &[Glyph]) -> Vec<Piece> {
    let mut cutter = Cutter::default();
    let mut taken = 0;
    let lines: Vec<&[Glyph]> = glyphs.split_inclusive(|glyph| glyph.c == '\n').collect();
    let mut written = lines.iter().map(|line| solid(line)).filter(|line| !line.is_empty());
    let name = match (written.next(), written.next()) {
        (Some(first), Some(next)) => paged(&first, &next).then_some(first),
        _ => None,
    };
    for (at, line) in lines.iter().enumerate() {
        if at < taken {
            continue;
        }
        if let Some(length) = cutter.table(text, &lines, at) {
            taken = at + length;
            continue;
        }
        if cutter.untouched() && name == Some(solid(line)) {
            cutter.start(Heading::Open);
            continue;
        }
        cutter.line(&lines[at..]);
    }
    cutter.done()
}

/// The heading that a line is; 江淮生活　公告 is a page's name, and no announcement.
fn headed(line: &[Glyph], solid: &str, complete: bool) -> Option<Heading> {
    let found = heading(solid, complete);
    let open = matches!(found, None | Some(Heading::Other(Reason::OtherNotice)));
    if open && complete { spaced(&raw(line)).or(found) } else { found }
}

/// Whether spaces stand between the characters of a line, as in a head that is spread: 公　告.
fn spread(line: &[Glyph]) -> bool {
    let words = raw(line);
    let mut parts = words.split_whitespace();
    let single = |part: &str| part.chars().count() == 1 && part.chars().all(is_han);
    (2..=8).contains(&parts.clone().count()) && parts.all(single)
}

/// A line with its spaces.
fn raw(line: &[Glyph]) -> String {
    line.iter().map(|g| g.c).collect()
}

/// A line without its spaces.
fn solid(line: &[Glyph]) -> String {
    line.iter().map(|g| g.c).filter(|c| !c.is_whitespace()).collect()
}

/// Whether a line of a list names who lost what, beyond doubt.
fn lists(line: &[Glyph], paper: Option<&str>) -> bool {
    let items = lex::items(line);
    let whole = |draft: &grammar::Draft| {
        draft.documents.first().is_some_and(|paper| {
            // 高一(3)班柳青苗; 拉毛措 before a certificate that only people have.
            let name = people::holder_of(&draft.holder, &paper.name);
            holder::trust(name) == Trust::Sure || people::person_of(name, &paper.name)
        })
    };
    let sure = |said: grammar::Said| {
        said.unknown == 0 && matches!(said.drafts.as_slice(), [draft] if whole(draft))
    };
    sure(grammar::read_declared(&items, paper, false))
        || grammar::read_spaced(line, paper, false).is_some_and(sure)
}

/// Behind a declaration another notice may follow without a full stop: where each begins.
fn run_on(glyphs: &[Glyph]) -> Vec<usize> {
    let chars: Vec<char> = glyphs.iter().map(|g| g.c).collect();
    let stands = |list: &[&str], at: usize| longest(list, &chars[at..]).is_some();
    // Where the last loss and the last declaration stand: what comes behind a cut must hold both.
    let last = |list: &[&str]| (0..chars.len()).rev().find(|at| stands(list, *at));
    let (Some(last_loss), Some(last_void)) = (last(LOSS), last(VOID)) else { return Vec::new() };
    let mut cuts = Vec::new();
    let mut at = (0..chars.len()).find(|at| stands(LOSS, *at)).unwrap_or(chars.len());
    while at < chars.len() {
        let Some(length) = longest(VOID, &chars[at..]) else {
            at += 1;
            continue;
        };
        let mut end = at + length;
        loop {
            let rest = &chars[end..];
            let blank = |c: &&char| c.is_whitespace() || matches!(c, ',' | ';');
            let gap = rest.iter().take_while(blank).count();
            let closing = longest(CLOSING, &rest[gap..]);
            end += gap + closing.unwrap_or(0);
            if closing.is_none() {
                break;
            }
        }
        if end < chars.len() && last_loss >= end && last_void >= end {
            cuts.push(end);
        }
        at = end.max(at + 1);
    }
    cuts
}

/// The numerals of a numbered list, one to ten.
const NUMERALS: &str = "一二三四五六七八九十";

/// `1.`, `(2)`, `③`, `3、`, `四、` at the beginning of a line: how many characters.
fn list_number(chars: &[char]) -> Option<usize> {
    if chars.first().is_some_and(|c| ('①'..='⑳').contains(c)) {
        return Some(1);
    }
    let open = usize::from(chars.first() == Some(&'('));
    let digits = chars[open..].iter().take_while(|c| c.is_ascii_digit()).count();
    // 一、权利人：…, 二、某公司遗失…: of a list; sections of instructions are numbered so too.
    let numerals = chars.iter().take(2).take_while(|c| NUMERALS.contains(**c)).count();
    if numerals > 0 && chars.get(numerals) == Some(&'、') {
        let rest = &chars[numerals + 1..];
        let lost = (2..rest.len()).any(|at| longest(LOSS, &rest[at..]).is_some());
        return (field_start(rest) || lost).then_some(numerals + 1);
    }
    let close = chars.get(open + digits)?;
    let shaped = (1..=2).contains(&digits)
        && if open == 1 { *close == ')' } else { matches!(close, '.' | '、' | ')') };
    let number_goes_on = chars.get(open + digits + 1).is_some_and(char::is_ascii_digit);
    (shaped && !number_goes_on).then_some(open + digits + 1)
}

/// A line that begins with the first field of the list form.
fn field_start(chars: &[char]) -> bool {
    const FIRST: &[&str] = &[
        "遗失人",
        "声明人",
        "遗失单位",
        "持证人",
        "丢失人",
        "遗失者",
        "声明单位",
        "权利人",
        "挂失人",
    ];
    longest(FIRST, chars).is_some_and(|length| chars.get(length) == Some(&':'))
}

/// The reason a heading gives for passing over what stands under it.
pub(super) fn passed_over(heading: Option<Heading>) -> Option<Reason> {
    match heading {
        Some(Heading::Other(reason)) => Some(reason),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::glyph::glyphs;
    use super::pieces;

    fn check(text: &str, expect: &[&str]) {
        let read: Vec<String> = pieces(text, &glyphs(text))
            .iter()
            .map(|piece| piece.glyphs.iter().map(|g| g.c).filter(|c| *c != '\n').collect())
            .collect();
        assert_eq!(read, expect, "{text}");
    }

    #[test]
    fn where_a_notice_ends() {
        check("遗失甲证,声明\n作废。遗失乙证", &["遗失甲证,声明作废。", "遗失乙证"]);
        check("●遗失甲证●遗失乙证", &["遗失甲证", "遗失乙证"]);
        check("遗失甲证声明作废遗失乙证声明作废", &["遗失甲证声明作废", "遗失乙证声明作废"]);
        check("遗失甲证声明作废,冒用遗失证件者自负", &["遗失甲证声明作废,冒用遗失证件者自负"]);
        check("遗失甲证,声明作废\n遗失乙证,声明作废", &["遗失甲证,声明作废", "遗失乙证,声明作废"]);
        check("1.遗失甲证。\n2、遗失乙证", &["遗失甲证。", "遗失乙证"]);
        check("遗失甲证,证号12\n34,声明作废", &["遗失甲证,证号1234,声明作废"]);
    }
}
