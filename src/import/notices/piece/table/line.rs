//! The lines below a head, one for each row: which belong to the table, and which cell stands in which
//! column. A cell may be broken over lines, the last ones may be empty and gone, and a cell merged over
//! several rows stands in the first of them only.

use super::cells::{Gap, rule, split};
use super::column::Role;
use super::head::Head;
use crate::import::notices::documents::{known, plausible};
use crate::import::notices::glyph::Glyph;
use crate::import::notices::heading::part;
use crate::import::notices::holder::{Trust, trust};
use crate::import::notices::piece::furniture::{advert, masthead};
use crate::import::notices::piece::{headed, solid};

/// No row is longer than this, in characters.
const LONGEST: usize = 600;
/// A cell is broken over so many lines at the most.
const BROKEN: usize = 4;

/// A row: its cells where they fit the columns.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) cells: Option<Vec<Vec<Glyph>>>,
    /// The name above stands for it too: its cells begin behind the name's column.
    pub(super) merged: bool,
    /// Its first and last character.
    pub(super) ends: (Glyph, Glyph),
}

/// The rows below a head, and how many lines they take.
pub(super) fn lines(text: &str, head: &Head, below: &[&[Glyph]]) -> (Vec<Line>, usize) {
    let mut rows: Vec<Line> = Vec::new();
    let (mut at, mut end) = (0, 0);
    while let Some(line) = below.get(at) {
        let words = solid(line);
        // A page may set an empty line between two rows, and no more.
        if words.is_empty() {
            if at > end {
                break;
            }
            at += 1;
            continue;
        }
        if words == head.words || rule(&words) {
            at += 1;
            end = at;
            continue;
        }
        if line.len() > LONGEST || Head::of(text, line).is_some() {
            break;
        }
        let cells = split(head.gap, text, line);
        let width = head.roles.len() * head.halves;
        let single = cells.len() < 2 && width > 1;
        let foot = single || cells.len() < width && footer(line, &words);
        if foot {
            let next = below.get(at + 1).is_some_and(|next| split(head.gap, text, next).len() > 1);
            if !(single && at == end && next && goes_on(head, &mut rows, line, &words)) {
                break;
            }
            at += 1;
            end = at;
            continue;
        }
        let taken = read(text, head, &cells, &below[at..], &mut rows);
        at += taken;
        end = at;
    }
    (rows, end)
}

/// A line with gaps that is none of the rows: the paper's own, or a heading.
fn footer(line: &[Glyph], words: &str) -> bool {
    masthead(words) || advert(words) || headed(line, words, true).is_some()
}

/// A line without gaps among the rows: the head of a part, or the rest of the last cell above it.
fn goes_on(head: &Head, rows: &mut [Line], line: &[Glyph], words: &str) -> bool {
    if part(words).is_some() {
        return head.document().is_some();
    }
    let Some(last) = rows.last_mut() else { return false };
    let Some(cell) = last.cells.as_mut().and_then(|cells| cells.last_mut()) else { return false };
    if words.chars().count() > 20 || headed(line, words, true).is_some() {
        return false;
    }
    cell.extend(line.iter().filter(|g| !g.c.is_whitespace()));
    if let Some(glyph) = line.iter().rfind(|g| !g.c.is_whitespace()) {
        last.ends.1 = *glyph;
    }
    true
}

/// The row, or the rows side by side, that begin with the first line; how many lines they take.
fn read(
    text: &str,
    head: &Head,
    cells: &[&[Glyph]],
    below: &[&[Glyph]],
    rows: &mut Vec<Line>,
) -> usize {
    let width = head.roles.len();
    let filled = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |at| at + 1);
    let owned = |cells: &[&[Glyph]]| -> Vec<Vec<Glyph>> {
        cells.iter().map(|cell| cell.to_vec()).collect()
    };
    let all = width * head.halves;
    if head.halves > 1 {
        // What is left of the last line is empty.
        let mut cells = owned(&cells[..filled.min(all)]);
        let fits = filled <= all && (head.gap == Gap::Tab || filled.is_multiple_of(width));
        cells.resize(all, Vec::new());
        for half in cells.chunks(width) {
            let told = half.to_vec();
            if let Some(ends) = ends(half) {
                rows.push(Line { cells: fits.then_some(told), merged: false, ends });
            }
        }
        return 1;
    }
    let Some(ends) = ends(cells).filter(|_| !sum(cells)) else { return 1 };
    if filled <= width && cells.len() >= width {
        let mut told = owned(&cells[..cells.len().min(width)]);
        told.resize(width, Vec::new());
        rows.push(Line { cells: Some(told), merged: false, ends });
        return 1;
    }
    let short = cells.len() < width;
    if short && let Some((line, taken)) = broken(text, head, cells, below) {
        rows.push(line);
        return taken;
    }
    let made = short.then(|| left_out(head, &cells[..filled])).flatten();
    let merged = made.as_ref().is_some_and(|(_, merged)| *merged);
    rows.push(Line { cells: made.map(|(cells, _)| cells), merged, ends });
    1
}

/// Whether a row counts the others.
fn sum(cells: &[&[Glyph]]) -> bool {
    let first = cells.iter().find(|cell| !cell.is_empty()).map(|cell| solid(cell));
    let words = ["合计", "总计", "小计", "共计", "注:"];
    first.is_some_and(|first| words.iter().any(|word| first.starts_with(word)))
}

/// A row one of whose cells is broken over lines: together they have as many cells as the head.
fn broken(
    text: &str,
    head: &Head,
    first: &[&[Glyph]],
    below: &[&[Glyph]],
) -> Option<(Line, usize)> {
    if head.gap != Gap::Tab {
        return None;
    }
    let mut told: Vec<Vec<Glyph>> = first.iter().map(|cell| cell.to_vec()).collect();
    for (taken, line) in below.iter().enumerate().take(BROKEN).skip(1) {
        let cells = split(head.gap, text, line);
        let numbered = head.roles[0] == Role::Order && cells.len() > 1 && order(cells[0]);
        if solid(line).is_empty() || numbered || line.len() > LONGEST {
            return None;
        }
        told.last_mut()?.extend_from_slice(cells[0]);
        told.extend(cells[1..].iter().map(|cell| cell.to_vec()));
        if told.len() > head.roles.len() {
            return None;
        }
        if told.len() == head.roles.len() {
            let refs: Vec<&[Glyph]> = told.iter().map(Vec::as_slice).collect();
            let ends = ends(&refs)?;
            return fits(head, &refs)
                .then_some((Line { cells: Some(told), merged: false, ends }, taken + 1));
        }
    }
    None
}

/// A row with fewer cells than the head: the last ones are empty, or the name above is merged with it.
/// Which it is the cells themselves have to show.
fn left_out(head: &Head, cells: &[&[Glyph]]) -> Option<(Vec<Vec<Glyph>>, bool)> {
    let told = |skip: usize| {
        let mut told = vec![Vec::new(); skip];
        told.extend(cells.iter().map(|cell| cell.to_vec()));
        told.resize(head.roles.len(), Vec::new());
        told
    };
    if fits(head, cells) {
        return Some((told(0), false));
    }
    let document = head.document()?;
    let left = head.roles.get(document + cells.len()..)?;
    let plain = left.iter().all(|role| matches!(role, Role::Remark | Role::Other));
    let first: Vec<char> = solid(cells.first()?).chars().collect();
    let named = known(&first).is_some_and(|length| length + 3 >= first.len());
    let holder = head.roles[..document].contains(&Role::Holder);
    (head.gap == Gap::Tab && plain && named && holder).then(|| (told(document), true))
}

/// Whether cells stand in the columns they belong to beyond doubt: a name under who, a paper under what.
fn fits(head: &Head, cells: &[&[Glyph]]) -> bool {
    let paper = |text: &str| {
        let chars: Vec<char> = text.chars().collect();
        known(&chars).is_some_and(|length| length + 3 >= chars.len()) || plausible(text)
    };
    head.roles.iter().enumerate().all(|(at, role)| {
        let text = cells.get(at).map(|cell| solid(cell)).unwrap_or_default();
        match role {
            Role::Holder => trust(&text) == Trust::Sure,
            Role::Document => paper(&text),
            Role::Order => cells.get(at).is_some_and(|cell| order(cell)),
            _ => true,
        }
    })
}

/// Whether a cell is the number of a row.
pub(super) fn order(cell: &[Glyph]) -> bool {
    let text = solid(cell);
    let digits = text.trim_end_matches(['.', '、', '。']);
    (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The first and the last character of a row.
fn ends<C: AsRef<[Glyph]>>(cells: &[C]) -> Option<(Glyph, Glyph)> {
    let first = cells.iter().find_map(|cell| cell.as_ref().first())?;
    let last = cells.iter().rev().find_map(|cell| cell.as_ref().last())?;
    Some((*first, *last))
}
