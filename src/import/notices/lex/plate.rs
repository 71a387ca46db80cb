//! Plates of vehicles, as they are typed and as the columns of a newspaper break them.

use crate::domain::identifier::rule::PROVINCES;
use crate::import::notices::glyph::Glyph;

/// A plate with the dots and spaces people put into it.
pub(super) fn plate(rest: &[Glyph]) -> Option<(String, usize)> {
    if !PROVINCES.contains(rest.first()?.c) {
        return None;
    }
    if let Some(farm) = of_farm(rest) {
        return Some(farm);
    }
    let mut plate = String::from(rest[0].c);
    let mut at = 1;
    let mut signs = 0;
    while let Some(glyph) = rest.get(at) {
        let c = glyph.c.to_ascii_uppercase();
        if c.is_ascii_alphanumeric() && (signs > 0 || c.is_ascii_alphabetic()) {
            plate.push(c);
            signs += 1;
        } else if !(signs <= 1 && matches!(c, '·' | '-' | ' ' | '\n' | '.'))
            && c != '\n'
            && !(signs == 2 && digits_behind(rest, at))
        {
            break;
        }
        at += 1;
    }
    // A line end behind the plate is not in it.
    while rest.get(at.wrapping_sub(1)).is_some_and(|g| !g.c.is_ascii_alphanumeric()) && at > 1 {
        at -= 1;
    }
    let special = rest.get(at).map(|g| g.c).filter(|c| "挂学警港澳领试超".contains(*c));
    if signs == 5
        && let Some(end) = trailer(rest, at)
    {
        plate.push('挂');
        return Some((plate, end));
    }
    match (signs, special) {
        (5, Some(c)) => {
            plate.push(c);
            Some((plate, at + 1))
        }
        (6 | 7, _) => Some((plate, at)),
        _ => None,
    }
}

/// 琼RD 07316: the five digits behind a gap.
fn digits_behind(rest: &[Glyph], at: usize) -> bool {
    let five = rest.get(at + 1..at + 6).is_some_and(|it| it.iter().all(|g| g.c.is_ascii_digit()));
    let ends = !rest.get(at + 6).is_some_and(|g| g.c.is_ascii_alphanumeric());
    rest[at].c == ' ' && five && ends
}

/// 皖16-B0273 of a tractor or a harvester: two digits for the county, five signs.
fn of_farm(rest: &[Glyph]) -> Option<(String, usize)> {
    let digits = rest.get(1..3)?.iter().all(|g| g.c.is_ascii_digit());
    let mark = rest.get(3).filter(|_| digits).is_some_and(|g| matches!(g.c, '-' | '·' | '.'));
    let sign = |g: &Glyph| g.c.is_ascii_digit() || g.c.is_ascii_uppercase();
    let five = mark && rest.get(4..9).is_some_and(|signs| signs.iter().all(sign));
    let ends = !rest.get(9).is_some_and(|g| g.c.is_ascii_alphanumeric());
    (five && ends).then(|| (rest[..9].iter().map(|g| g.c).collect(), 9))
}

/// 皖UC815 ⏎ 挂: the last character of a trailer's plate behind a gap; where it ends. 挂失 and 挂靠 are
/// words of their own.
fn trailer(rest: &[Glyph], at: usize) -> Option<usize> {
    let gap = rest[at..].iter().take(3).take_while(|g| g.c.is_whitespace()).count();
    let end = at + gap + 1;
    let hung = gap > 0 && rest.get(at + gap).is_some_and(|g| g.c == '挂');
    let word = rest.get(end).is_some_and(|g| matches!(g.c, '失' | '靠'));
    (hung && !word).then_some(end)
}
