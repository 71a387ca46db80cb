//! Names of ships beside the ship's papers: 某公司所属“荆沱货0388”轮船舶营业运输证. Such a name is neither the
//! owner's nor the paper's: it says which ship the paper is of, as a plate says of a vehicle, and stands
//! among the items as one.

use super::documents::of_ship;
use super::glyph::{Glyph, is_han};
use super::holder::{self, Trust};
use super::lex::{Item, What, run, text, written};
use super::phrase;
use super::words::{LOSS, ending, longest};

/// What stands before a ship's name and is no part of it.
const OWNED: &[&str] = &["所属", "所有", "名下", "所有的", "名下的", "所属的", "的"];
/// What stands behind a ship's name and is no part of it.
const CRAFT: &[&str] =
    &["轮", "号轮", "号", "号船", "船", "货船", "渔船", "号货船", "号渔船", "艇"];
/// What a ship's papers begin with, and who has them.
const PAPERS: &[&str] = &["船", "渔", "水路", "水运", "内河", "海船", "《船", "《渔", "《水路"];
/// Who stands behind the name of his ship.
const OWNERS: &[&str] = &["船主", "船东", "船舶所有人"];

/// Whether a sign that papers carry is the name of a ship: plates have a letter behind the province.
pub(super) fn is_ship(sign: &str) -> bool {
    sign.chars().nth(1).is_some_and(is_han)
}

/// “皖当涂货3096”轮 before the papers of a ship: its name, and how many glyphs it takes.
pub(super) fn quoted(rest: &[Glyph]) -> Option<(String, usize)> {
    let (name, end) = name(rest)?;
    // Of a list, 、 between them, the last stands before the papers.
    let mut at = end;
    for _ in 0..8 {
        let behind = rest.get(at..)?;
        if papers(behind) {
            return Some((name, end));
        }
        let next = behind.split_first().filter(|(mark, _)| matches!(mark.c, '、' | '和' | '及'));
        let (_, next) = next?;
        at += 1 + self::name(next).map(|(_, length)| length)?;
    }
    None
}

/// A name between quotation marks, some characters and a number, with 轮 or 号 behind it.
fn name(rest: &[Glyph]) -> Option<(String, usize)> {
    if rest.first()?.c != '"' {
        return None;
    }
    let close = 1 + rest.iter().skip(1).take(14).position(|g| g.c == '"')?;
    let inside: String =
        rest[1..close].iter().map(|g| g.c).filter(|c| !c.is_whitespace()).collect();
    let craft = ending(CRAFT, &inside).unwrap_or("");
    let inside = &inside[..inside.len() - craft.len()];
    let words = inside.trim_end_matches(|c: char| c.is_ascii_digit());
    let behind = craft_behind(&rest[close + 1..]);
    // “鑫宏运”轮: without a number what stands behind shows that it is a ship.
    let least = usize::from(behind == 0);
    let shaped = (2..=6).contains(&words.chars().count())
        && words.chars().all(is_han)
        && (least..=5).contains(&(inside.len() - words.len()));
    let end = close + 1 + behind;
    shaped.then(|| (inside.to_owned(), end))
}

/// How many glyphs say what kind of craft it is: 轮 in 轮船舶国籍证书, none in 船舶国籍证书.
fn craft_behind(rest: &[Glyph]) -> usize {
    let chars: Vec<char> = rest.iter().take(8).map(|g| g.c).collect();
    let fits = |word: &&&str| {
        let length = word.chars().count();
        longest(&[word], &chars).is_some() && (papers(&rest[length..]) || listed(&rest[length..]))
    };
    CRAFT.iter().filter(fits).map(|word| word.chars().count()).max().unwrap_or(0)
}

/// Whether another name may follow.
fn listed(rest: &[Glyph]) -> bool {
    rest.first().is_some_and(|g| matches!(g.c, '、' | '和' | '及'))
}

/// Whether the papers of a ship follow, or their loss.
fn papers(rest: &[Glyph]) -> bool {
    let chars: Vec<char> =
        rest.iter().take(16).map(|g| g.c).filter(|c| !c.is_whitespace()).collect();
    let of = usize::from(chars.first() == Some(&'的'));
    let lost = longest(LOSS, &chars).unwrap_or(of);
    longest(PAPERS, &chars[lost..]).is_some()
}

/// The items with ships' names, written without quotation marks, as signs.
pub(super) fn with_ships(items: Vec<Item>) -> Vec<Item> {
    let mut out = items;
    let mut at = 0;
    while at < out.len() {
        if let Some(name) = bracketed(&out, at) {
            out[at].what = What::Sign(name);
        }
        if let Some((from, number, end)) = ship(&out, at) {
            let name = written(&out[from..=number]);
            let place = out[from].at;
            out.splice(from..end, [Item { what: What::Sign(name), at: place }]);
            at = from;
        }
        at += 1;
    }
    out
}

/// 柳青苗（鲁枣庄货2168）船舶营业运输证: a bracket that holds a ship's name and nothing else, her paper behind it.
fn bracketed(items: &[Item], at: usize) -> Option<String> {
    let What::Bracket(inside) = &items[at].what else { return None };
    let (last, words) = inside.split_last()?;
    let What::Number(parts) = &last.what else { return None };
    let name = written(inside);
    let named = (2..=6).contains(&words.len())
        && words.iter().all(|item| item.char().is_some_and(is_han))
        && (2..=5).contains(&parts.concat().len());
    (named && super::number::label(&run(words, 6)).is_none() && owned(items, at + 1))
        .then_some(name)
}

/// A ship's name around the number at `at`, its paper behind it: where it begins, where its number
/// stands, and where what belongs to it ends.
fn ship(items: &[Item], at: usize) -> Option<(usize, usize, usize)> {
    let What::Number(parts) = &items[at].what else { return None };
    let digits = parts.concat();
    let class = items.get(at.checked_sub(1)?)?.char()?;
    if !(2..=5).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let behind = run(&items[at + 1..], 4);
    let crafts = CRAFT.iter().filter_map(|word| longest(&[word], &behind)).chain([0]);
    let end = crafts.map(|length| at + 1 + length).filter(|end| owned(items, *end)).min()?;
    let sentence = items[..at].iter().rposition(|item| matches!(item.what, What::Mark(_)));
    let before = &items[sentence.map_or(0, |mark| mark + 1)..at];
    // The fewest characters that leave an owner; where none is left, all up to the word of losing.
    let classed = "货客油集机驳渔拖工供浚".contains(class);
    let plain = |length: &usize| {
        before.len() >= *length
            && before[before.len() - length..].iter().all(|i| i.char().is_some())
    };
    let parted = |length: &usize| owner(&before[..before.len() - length]);
    let parted = (2..=6).filter(|_| classed).filter(plain).find(parted);
    let from = parted.or_else(|| alone(before).filter(plain))?;
    Some((at - from, at, end))
}

/// Whether the paper of a ship begins here, or who owns her is named.
fn owned(items: &[Item], at: usize) -> bool {
    let name = phrase::document(items, at).map(|(name, _)| name);
    let named = longest(OWNERS, &run(&items[at.min(items.len())..], 5)).is_some();
    named || name.is_some_and(|name| of_ship(&name))
}

/// The characters between a word of losing, or the beginning, and the number, where they are few and
/// nobody's name.
fn alone(before: &[Item]) -> Option<usize> {
    let words = text(before);
    let lost = LOSS.iter().filter_map(|word| words.rfind(word).map(|at| at + word.len())).max();
    let name = &words[lost.unwrap_or(0)..];
    let count = name.chars().count();
    ((2..=6).contains(&count) && holder::trust(name) < Trust::Sure).then_some(count)
}

/// Whether a phrase ends with an owner, or with a word that says so.
fn owner(items: &[Item]) -> bool {
    let words = text(items);
    let behind = LOSS.iter().filter_map(|word| words.rfind(word).map(|at| at + word.len())).max();
    let rest = &words[behind.unwrap_or(0)..];
    // 遗失桂云渔17726渔业捕捞许可证.
    behind.is_some() && rest.is_empty()
        || ending(OWNED, rest).is_some()
        || holder::trust(rest) == Trust::Sure
}
