//! Numbers of registered machines, which hold what reads like a plate: 梯11川U00732, 起17浙B00417(16).

use crate::domain::identifier::rule::PROVINCES;
use crate::import::notices::glyph::{Glyph, is_han};

/// The classes of such machines: boilers, vessels, lifts, cranes, cableways, rides, works' vehicles, bottles.
const CLASSES: &str = "锅容管梯起索游车瓶";

/// The number that begins here, and how many glyphs it takes: a class, two digits, a province, letters
/// and digits, the year in brackets. `before` is what stands before it: a word that ends so is none.
pub(super) fn device(before: Option<char>, rest: &[Glyph]) -> Option<(String, usize)> {
    let open = before.is_none_or(|c| !is_han(c) || matches!(c, '号' | '为' | '码' | '是'));
    // A column's end may stand anywhere in it.
    let near = rest.iter().enumerate().take(MOST).filter(|(_, g)| g.c != '\n');
    let solid: Vec<(usize, char)> = near.map(|(at, g)| (at, g.c)).collect();
    let c = |at: usize| solid.get(at).map(|(_, c)| *c);
    let run = |from: usize, fits: fn(&char) -> bool| {
        solid.iter().skip(from).map(|(_, c)| c).take_while(|c| fits(c)).count()
    };
    let digits = |from: usize| run(from, char::is_ascii_digit);
    if !open || !CLASSES.contains(c(0)?) || digits(1) != 2 || !PROVINCES.contains(c(3)?) {
        return None;
    }
    let letters = run(4, char::is_ascii_alphabetic).min(2);
    let end = 4 + letters + digits(4 + letters);
    if letters == 0 || end < 4 + letters + 4 {
        return None;
    }
    let year = c(end) == Some('(') && digits(end + 1) == 2 && c(end + 3) == Some(')');
    let end = if year { end + 4 } else { end };
    let number = solid[..end].iter().map(|(_, c)| c).collect();
    Some((number, solid[end - 1].0 + 1))
}

/// So many glyphs are looked at.
const MOST: usize = 32;
