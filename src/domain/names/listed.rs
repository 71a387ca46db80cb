//! Where a page says by how it is laid out that somebody is named: in a column headed 工人, and in a list
//! whose other items are persons.
//!
//! A surname that is a word (时, 计, 和, 乐) needs more than its place in a sentence: 计小满 is a name in a
//! list of workers and nowhere else.

use std::ops::Range;

use super::character::{Character, FIRST_OF_TWO, Surname};
use super::told::label;
use super::vocabulary::is_pair;
use crate::base::look::near::han;

/// Places where somebody is named: a party (true) or an official (false).
#[derive(Default)]
pub(crate) struct Places(Vec<(usize, bool)>);

impl Places {
    fn of(mut places: Vec<(usize, bool)>) -> Self {
        places.sort_unstable();
        places.dedup_by_key(|(at, _)| *at);
        Self(places)
    }

    pub(super) fn at(&self, place: usize) -> Option<bool> {
        let found = self.0.binary_search_by_key(&place, |(at, _)| *at);
        found.ok().map(|at| self.0[at].1)
    }

    /// The places that tables name persons at: below a head that calls somebody, 工人 or 承办律师, and right
    /// of one in a table of two columns. `tables` are rows of cells, by their places in the words.
    pub(crate) fn in_tables(words: &str, tables: &[Vec<Vec<Range<usize>>>]) -> Self {
        let mut places = Vec::new();
        for rows in tables {
            let Some(head) = rows.first() else { continue };
            let heads: Vec<Option<bool>> =
                head.iter().map(|cell| called(&words[cell.clone()])).collect();
            for row in rows.iter().skip(1) {
                let named = row.iter().zip(&heads).filter_map(|(cell, who)| Some((cell, (*who)?)));
                places.extend(named.filter_map(|(cell, who)| Some((name(words, cell)?, who))));
            }
            let body = rows.iter().skip(usize::from(is_head(words, rows)));
            for row in body.filter(|row| matches!(row.len(), 2 | 4)) {
                let pairs = row.chunks_exact(2).filter_map(|pair| {
                    let who = called(&words[pair[0].clone()])?;
                    Some((name(words, &pair[1])?, who))
                });
                places.extend(pairs);
            }
        }
        Self::of(places)
    }
}

/// Whether the first row of a table says what stands below it, and not only what stands beside: Markdown has
/// no table without one. 工人 above names does, 受援人 above 案由 does not.
fn is_head(words: &str, rows: &[Vec<Range<usize>>]) -> bool {
    let mut below = rows.iter().skip(1).filter_map(|row| row.first());
    rows.first().is_some_and(|head| head.len() > 2) || below.any(|cell| name(words, cell).is_some())
}

/// Whom the head of a column calls.
fn called(head: &str) -> Option<bool> {
    const SIGNED: [&str; 4] = ["名单", "签名", "签字", "签收"];
    let head: String = head.chars().filter(|c| !c.is_whitespace()).collect();
    if head.chars().count() > 10 {
        return None;
    }
    label(&head).or_else(|| SIGNED.iter().any(|word| head.ends_with(word)).then_some(true))
}

/// Where a name begins that a cell has alone, or with a note in brackets behind it.
fn name(words: &str, cell: &Range<usize>) -> Option<usize> {
    let text = &words[cell.clone()];
    let trimmed = text.trim_start();
    let length = alone(trimmed, 4)?;
    let ends = trimmed[length..].trim_start().chars().next();
    let closed = ends.is_none_or(|c| matches!(c, '（' | '(' | '、' | '，' | ','));
    closed.then(|| cell.start + text.len() - trimmed.len())
}

/// The length of the two to `most` characters that a text begins with, which may be a name.
fn alone(text: &str, most: usize) -> Option<usize> {
    let run: Vec<char> = text.chars().take(most + 1).take_while(|c| han(*c)).collect();
    let surname = Character::of(*run.first()?);
    let word = run.len() == 2 && is_pair(&run);
    let masked = run.iter().any(|c| matches!(c, '某' | '甲' | '乙'));
    let fits = surname.surname.is_some() || surname.is(FIRST_OF_TWO);
    // 全体业主 is no name of four.
    let long = run.len() == 4
        && !surname.is(FIRST_OF_TWO)
        && !matches!(Character::of(run[1]).surname, Some((Surname::Plain, _)));
    ((2..=most).contains(&run.len()) && fits && !word && !masked && !long)
        .then(|| run.iter().map(|c| c.len_utf8()).sum())
}

/// An item of a list: where it begins, whether a name found there is all of it, and what stands behind.
struct Item {
    start: usize,
    named: bool,
    sign: Option<char>,
}

/// The places, and with them those beside names in a list; none where there are no more.
pub(super) fn beside(words: &str, found: &[Range<usize>], places: &Places) -> Option<Places> {
    if found.is_empty() {
        return None;
    }
    let mut more = Vec::new();
    let mut lines: Vec<Option<Item>> = Vec::new();
    let mut at = 0;
    for line in words.split('\n') {
        let place = at..at + line.len();
        at = place.end + 1;
        let marks = |c: char| c == ' ' || c.is_ascii_digit() || "-*+.、|（）()".contains(c);
        let own = line.trim_start_matches(marks);
        lines.push(item(words, place.end - own.len()..place.end, found));
        in_line(words, &place, found, &mut more);
    }
    let same = |a: &Option<Item>, b: &Option<Item>| match (a, b) {
        (Some(a), Some(b)) => a.sign == b.sign,
        _ => false,
    };
    for group in lines.chunk_by(same) {
        let items = group.iter().flatten();
        if items.clone().any(|item| item.named) {
            more.extend(items.filter(|item| !item.named).map(|item| (item.start, true)));
        }
    }
    more.retain(|(at, _)| places.at(*at).is_none());
    (!more.is_empty()).then(|| Places::of([more.as_slice(), places.0.as_slice()].concat()))
}

/// What may be an item of a list at a place.
fn item(words: &str, place: Range<usize>, found: &[Range<usize>]) -> Option<Item> {
    let text = &words[place.clone()];
    let known = found.binary_search_by_key(&place.start, |name| name.start).ok();
    let length = match known {
        Some(at) => found[at].end - place.start,
        None => alone(text, 3)?,
    };
    let sign = text.get(length..)?.chars().next();
    let closed = sign.is_none_or(|c| matches!(c, '：' | ':' | '，' | ',' | '（' | '(' | ' '));
    closed.then_some(Item { start: place.start, named: known.is_some(), sign })
}

/// Names between others in a line: 李大平、时春来、和永贵. A comma joins all kinds of things, so two of them
/// must be known.
fn in_line(
    words: &str,
    line: &Range<usize>,
    found: &[Range<usize>],
    more: &mut Vec<(usize, bool)>,
) {
    let first = found.partition_point(|name| name.start < line.start);
    if found.get(first).is_none_or(|name| name.end > line.end) {
        return;
    }
    for (sign, least) in [('、', 1), ('，', 2)] {
        let mut at = line.start;
        let parts = words[line.clone()].split(|c| c == sign || "：:。；（）()".contains(c));
        let parts: Vec<Option<Item>> = parts
            .map(|part| {
                let place = at..at + part.len();
                let sign = words[place.end..].chars().next();
                at = place.end + sign.map_or(0, char::len_utf8);
                member(words, place, sign, found)
            })
            .collect();
        let joined = |a: &Option<Item>, b: &Option<Item>| {
            b.is_some() && a.as_ref().is_some_and(|a| a.sign == Some(sign))
        };
        for group in parts.chunk_by(joined) {
            let items = group.iter().flatten();
            if items.clone().filter(|item| item.named).count() >= least {
                more.extend(items.filter(|item| !item.named).map(|item| (item.start, true)));
            }
        }
    }
}

/// A part of a line that is a name or ends with one: 参加的有穆小根.
fn member(
    words: &str,
    place: Range<usize>,
    sign: Option<char>,
    found: &[Range<usize>],
) -> Option<Item> {
    let start = place.start;
    if found.binary_search_by_key(&place.end, |name| name.end).is_ok() {
        return Some(Item { start, named: true, sign });
    }
    let part = &words[place];
    (alone(part, 3)? == part.len()).then_some(Item { start, named: false, sign })
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::{Places, beside};

    /// The cells of a table written in rows.
    fn table(rows: &[&str]) -> (String, Vec<Vec<Vec<Range<usize>>>>) {
        let words = rows.join("\n");
        let mut at = 0;
        let mut cells = |row: &str| {
            let cells = row.split('|').map(|cell| {
                let place = at..at + cell.len();
                at = place.end + 1;
                place
            });
            cells.collect::<Vec<_>>()
        };
        let rows = rows.iter().map(|row| cells(row)).collect();
        (words, vec![rows])
    }

    #[test]
    fn a_head_calls_all_below_it() {
        let named = |rows: &[&str]| -> Vec<(String, bool)> {
            let (words, tables) = table(rows);
            let places = Places::in_tables(&words, &tables).0;
            let name = |at: usize| words[at..].split(['|', '\n', '（']).next().unwrap().to_owned();
            places.into_iter().map(|(at, party)| (name(at), party)).collect()
        };
        let one = |name: &str, party| vec![(name.to_owned(), party)];
        assert_eq!(named(&["序号|工人", "1|计小满"]), one("计小满", true));
        assert_eq!(named(&["承办机构|承办律师", "某律师事务所|王志诚"]), one("王志诚", false));
        assert_eq!(named(&["承办人|陈立新（某所）", "案由|离婚"]), one("陈立新", false));
        assert_eq!(named(&["承办人|案由|结果", "时春来|离婚|调解"]), one("时春来", false));
        for none in [
            ["工人|欠薪", "张某|8600"],
            ["姓名|时间", "一|二"],
            ["工种|数额", "计小满|8600"],
            ["当事人|诉求", "双方|离婚"],
            ["当事人|诉求", "时春来要求离婚|一"],
            ["当事人|诉求", "全体业主|退费"],
            ["工人|计件数", "张大强|9"],
        ] {
            let place = named(&none).into_iter().find(|(name, _)| name != "张大强");
            assert_eq!(place, None, "{none:?}");
        }
    }

    #[test]
    fn persons_vouch_for_their_neighbours() {
        let more = |words: &str, known: &str| -> Vec<String> {
            let found = words.match_indices(known).map(|(at, _)| at..at + known.len());
            let found: Vec<Range<usize>> = found.collect();
            let places = beside(words, &found, &Places::default()).unwrap_or_default().0;
            places.into_iter().map(|(at, _)| words[at..].chars().take(3).collect()).collect()
        };
        assert_eq!(more("- 和大平：木工\n- 穆小根：瓦工", "穆小根"), ["和大平"]);
        assert_eq!(more("1. 时春来\n2. 穆小根\n3. 年四旺", "穆小根"), ["时春来", "年四旺"]);
        assert_eq!(more("有穆小根、时春来、年四旺。", "穆小根"), ["时春来", "年四旺"]);
        for none in [
            "- 时间：三月\n- 穆小根：瓦工",
            "- 和大平，木工\n- 穆小根：瓦工",
            "- 和某：木工\n- 穆小根：瓦工",
            "- 穆小根：瓦工\n\n和大平：木工",
            "穆小根，计算机，一共三千元",
            "穆小根，时春来到场",
            "穆小根、时间、地点",
        ] {
            assert_eq!(more(none, "穆小根"), [""; 0], "{none}");
        }
    }

    #[test]
    fn a_page_of_names_is_read_in_time() {
        let words = "穆小根、时春来、\n".repeat(30_000);
        let found: Vec<Range<usize>> =
            words.match_indices("穆小根").map(|(at, name)| at..at + name.len()).collect();
        let begun = std::time::Instant::now();
        assert!(beside(&words, &found, &Places::default()).is_some());
        assert!(begun.elapsed().as_secs() < 20);
    }
}
