//! Names of ships between an owner and the ship's papers: 某公司所属“荆沱货0388”轮船舶营业运输证.
//! Such a name is neither the owner's nor the paper's.

use super::holder::{self, Trust};
use super::lex::{Item, What, text};
use super::phrase;
use super::words::{LOSS, ending};

/// What stands before a ship's name and is no part of it.
const OWNED: &[&str] = &["所属", "所有", "名下", "所有的", "名下的", "所属的", "的"];

/// The items with an empty bracket in the place of each ship's name: a sign that the owner ends there.
pub(super) fn without_ships(items: Vec<Item>) -> Vec<Item> {
    let mut out = items;
    let mut at = 0;
    while at < out.len() {
        if let Some((from, end)) = ship(&out, at) {
            let place = out[from].at;
            out.splice(from..end, [Item { what: What::Bracket(Vec::new()), at: place }]);
            at = from;
        }
        at += 1;
    }
    out
}

/// A ship's name around the number at `at`, its class before it and its paper behind it.
fn ship(items: &[Item], at: usize) -> Option<(usize, usize)> {
    let What::Number(parts) = &items[at].what else { return None };
    let digits = parts.concat();
    let class = items.get(at.checked_sub(1)?)?.char()?;
    if !"货客油集机驳渔拖工供浚".contains(class) || !(2..=5).contains(&digits.len()) {
        return None;
    }
    let craft = items.get(at + 1).and_then(Item::char).filter(|c| matches!(c, '轮' | '号' | '船'));
    let papers = [at + 1 + usize::from(craft.is_some()), at + 1].into_iter();
    let mut papers = papers.filter(|paper| {
        let name = phrase::document(items, *paper).map(|(name, _)| name);
        name.is_some_and(|name| name.contains(['船', '渔']) || name.contains("水路"))
    });
    let end = papers.next()?;
    let sentence = items[..at].iter().rposition(|item| matches!(item.what, What::Mark(_)));
    let before = &items[sentence.map_or(0, |mark| mark + 1)..at];
    // The fewest characters that leave an owner; where none is left the name stays as it is.
    let from = (2..=6).filter(|length| before.len() > *length).find(|length| {
        let plain = before[before.len() - length..].iter().all(|item| item.char().is_some());
        plain && owner(&before[..before.len() - length])
    })?;
    Some((at - from, end))
}

/// Whether a phrase ends with an owner, or with a word that says so.
fn owner(items: &[Item]) -> bool {
    let words = text(items);
    let behind = LOSS.iter().filter_map(|word| words.rfind(word).map(|at| at + word.len())).max();
    let words = &words[behind.unwrap_or(0)..];
    ending(OWNED, words).is_some() || holder::trust(words) == Trust::Sure
}
