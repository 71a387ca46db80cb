//! Whether the digits of a run are a citizen's number.
//!
//! Three things tell: what the words before call it, whether area, birth date and check digit fit,
//! and how it stands (alone, cut up, glued to other digits). No one of them is enough for everything:
//! of numbers an office makes from its county's code, a day and a serial, every eleventh has a check
//! digit that fits, so without a label all of area, date and check digit must fit, and a number that
//! is cut up must be cut as people cut ID numbers.

use std::ops::Range;

use super::bank;
use super::citizen::{self, CitizenId, is_old_form};
use super::credit::{CreditCode, mod_11_10, organisation_code};
use super::label::{self, Called, called, called_behind};
use super::run::{Cut, Run};

/// How sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    /// County, a day of this century and a serial, as offices number: by its name an office's, or with
    /// a check digit that does not fit and another's name. It only counts beside others ([`Self::Fits`]).
    Alike,
    /// Fifteen digits of an area and a birth date that nothing names: old numbers have no check digit, so
    /// it may be one or an office's. It tells nothing about what stands beside it.
    Unchecked,
    /// Area and birth date are possible, but the check digit does not fit and nothing names it: one
    /// miscopied digit still points to one person, or it is an office's own number.
    Doubtful,
    /// Area, a day of this century and the check digit fit, and nothing names it: a child's number, or
    /// one of eleven that an office makes. What stands beside it in the text decides
    /// ([`made_by_an_office`]).
    Fits,
    /// A citizen's number.
    Certain,
}

/// The year from which on legal aid centres number what they accept (the rules of 2003).
pub(super) const OFFICES_SINCE: &[u8] = b"2003";
/// So many numbers alike that no person can have are an office's row of numbers.
const ROW: usize = 8;

/// Whether `fits` numbers that fit stand among so many others of their kind that do not, that those
/// are an office's and these its too: by chance one in eleven fits, and of real ID numbers nearly all.
pub(super) fn made_by_an_office(fits: usize, others: usize) -> bool {
    others >= ROW && others >= 3 * fits
}

/// At least so many of the eighteen must be digits and not look-alikes.
const SURE: usize = 9;

/// The places of citizens' numbers within a run. `labels` tells whether the text calls anything a
/// person's number: most do not, and then only what fits by itself is looked at closely.
pub(super) fn judge(
    text: &str,
    run: &Run,
    labels: &impl Fn() -> bool,
    found: &mut Vec<(Range<usize>, Verdict)>,
) {
    let place = |range: &Range<usize>| {
        run.tokens[range.start].place.start..run.tokens[range.end - 1].place.end
    };
    let mut start = 0;
    while start + 15 <= run.tokens.len() {
        let range = start..start + 18;
        let verdict = decide(text, run, &range, labels);
        if let Some(verdict) = verdict {
            found.push((place(&range), verdict));
            // Where a row of figures only looks like one, the next may begin anywhere in it.
            start += if verdict == Verdict::Alike { 1 } else { 18 };
        } else if let Some(verdict) = old(text, run, &(start..start + 15)) {
            found.push((place(&(start..start + 15)), verdict));
            start += 15;
        } else {
            start += 1;
        }
    }
}

/// Eighteen characters of a run as typed, if they have the shape of an ID number.
fn shaped(run: &Run, range: &Range<usize>) -> Option<[u8; 18]> {
    let tokens = run.tokens.get(range.clone())?;
    let mut number = [0; 18];
    let mut sure = 0;
    for (digit, token) in number.iter_mut().zip(tokens) {
        *digit = token.value;
        sure += usize::from(token.sure);
    }
    (sure >= SURE && !number[..17].contains(&b'X')).then_some(number)
}

fn decide(
    text: &str,
    run: &Run,
    range: &Range<usize>,
    labels: &impl Fn() -> bool,
) -> Option<Verdict> {
    let number = shaped(run, range)?;
    let plausible = citizen::plausible(number);
    let alone = run.alone(range);
    // Most windows: no date inside, and either not alone or not named.
    if !(plausible || alone && labels()) {
        return None;
    }
    // Digits and X are ASCII.
    let number = String::from_utf8_lossy(&number);
    let fits = plausible && CitizenId::parse(&number).is_some();
    let cut = run.cut(text, range);
    let recent = &number.as_bytes()[6..10] >= OFFICES_SINCE;
    // With a date inside it may be a county, a day and a telephone; nobody has telephones of last century.
    let stands = alone && (matches!(cut, Cut::Whole | Cut::Neat) || cut == Cut::Dated && !recent);
    if fits && stands && !recent {
        // Both check digits may fit: then the word before it decides.
        let start = run.tokens[range.start].place.start;
        let code = || CreditCode::parse(&number).is_some() && label::credit_code(text, start);
        return (!code()).then_some(Verdict::Certain);
    }
    let label = named(text, run, range);
    if fits && stands {
        return Some(match label {
            Called::Office => Verdict::Alike,
            Called::Other | Called::Nothing => Verdict::Fits,
            _ => Verdict::Certain,
        });
    }
    let certain = if alone {
        match (label, cut) {
            (Called::Own, Cut::Neat) if boxes(run, range) => plausible,
            (Called::Own, Cut::Whole | Cut::Neat) | (Called::Near, Cut::Whole) => {
                CreditCode::parse(&number).is_none()
            }
            (Called::Carrier, _) => plausible && CreditCode::parse(&number).is_none(),
            (Called::Own, _) | (Called::Near, Cut::Neat | Cut::Dated) => plausible,
            (Called::Near, Cut::Loose) => fits,
            _ => false,
        }
    } else {
        fits && (label.persons()
            || label == Called::Carrier
            || inside(run, range)
            || glued(text, run, range))
    };
    let sure = run.tokens[range.clone()].iter().all(|token| token.sure);
    let unnamed = || {
        label == Called::Nothing
            || label == Called::Other && label::vague(text, run.tokens[range.start].place.start)
    };
    let doubtful = plausible && alone && cut == Cut::Whole && sure && unnamed();
    match (certain, doubtful) {
        (true, _) => Some(Verdict::Certain),
        (_, true) => Some(Verdict::Doubtful),
        _ => (plausible && recent && stands).then_some(Verdict::Alike),
    }
}

/// What a number of the run is called: by the words before it or right behind it, or by those before a
/// list of numbers, which ends with its paragraph.
fn named(text: &str, run: &Run, range: &Range<usize>) -> Called {
    let own = called(text, run.tokens[range.start].place.start);
    if !own.persons() && called_behind(text, run.tokens[range.end - 1].place.end) {
        return Called::Own;
    }
    let first = run.tokens[range.start].first;
    if own != Called::Nothing || range.start == first {
        return own;
    }
    let list = called(text, run.tokens[first].place.start);
    if list.persons() || list == Called::Office { list } else { Called::Nothing }
}

/// Whether each digit stands by itself: in the boxes of a form, or in a table of noughts and ones below
/// 身份证.
fn boxes(run: &Run, range: &Range<usize>) -> bool {
    (range.start + 1..range.end).all(|at| run.tokens[at].apart)
}

/// The fifteen digits of before 1999: without a check digit only the words beside it can tell. What bodies
/// had of that length has one, the number of a licence and the code behind the area in one of a tax office.
fn old(text: &str, run: &Run, range: &Range<usize>) -> Option<Verdict> {
    let tokens = run.tokens.get(range.clone())?;
    // Most windows: no month and no day inside.
    if tokens[8].value > b'1' || tokens[10].value > b'3' {
        return None;
    }
    let sure = tokens.iter().filter(|token| token.sure).count();
    let number: String = tokens.iter().map(|token| char::from(token.value)).collect();
    if sure < SURE || !is_old_form(&number) || !run.alone(range) || boxes(run, range) {
        return None;
    }
    let cut = run.cut(text, range);
    let taxed = || organisation_code(&number[6..]);
    let unchecked = || cut == Cut::Whole && sure == range.len() && !mod_11_10(&number) && !taxed();
    let verdict = match named(text, run, range) {
        _ if cut == Cut::Loose => return None,
        Called::Own => Verdict::Certain,
        Called::Carrier if !taxed() => Verdict::Certain,
        // 身份证复印件、营业执照….
        Called::Near if !mod_11_10(&number) => Verdict::Certain,
        Called::Nothing if unchecked() => Verdict::Unchecked,
        Called::Other if unchecked() && label::vague(text, tokens[0].place.start) => {
            Verdict::Unchecked
        }
        _ => return None,
    };
    Some(verdict)
}

/// Whether a number that fits begins or ends a longer one that nothing names: a table was pasted whose
/// cells held an age, a telephone, a day, an amount beside it. Of 60,000 long numbers one begins so by
/// chance, and bank cards have check digits of their own. Numbers an office makes begin with a day of this
/// century, so only who was born before it is believed.
fn glued(text: &str, run: &Run, range: &Range<usize>) -> bool {
    let joined = |at: &usize| {
        run.tokens.get(*at).is_some_and(|token| !token.apart && token.sure && token.value != b'X')
    };
    let behind = (range.end..).take_while(joined).count();
    let touches = range.start > 0 && joined(&range.start);
    let before = if touches { 1 + (1..range.start).rev().take_while(joined).count() } else { 0 };
    let old = run.tokens[range.start + 6].value == b'1' && run.cut(text, range) == Cut::Whole;
    let all = run.tokens.get(range.start - before..range.end + behind).unwrap_or_default();
    let card = || {
        let digits: String = all.iter().map(|token| char::from(token.value)).collect();
        bank::card(&digits)
    };
    let unnamed = || called(text, run.tokens[range.start - before].place.start) == Called::Nothing;
    old && (before == 0 || behind == 0) && before + behind <= GLUED && !card() && unnamed()
}

/// Digits of a telephone with its area: more are a serial.
const GLUED: usize = 12;

/// Whether a number that fits stands inside a longer one in a way that is no chance. Of long numbers
/// (bank cards, serials) one window in 60,000 looks like an ID number, and a card has two of them; so
/// nothing but these two counts without a label: a disability card, where kind and grade follow, and
/// ID numbers typed one behind the other without a space.
fn inside(run: &Run, range: &Range<usize>) -> bool {
    let joined = |at: usize| {
        run.tokens.get(at).is_some_and(|token| !token.apart && token.sure && token.value != b'X')
    };
    let digit = |at: usize, among: std::ops::RangeInclusive<u8>| {
        joined(at) && among.contains(&run.tokens[at].value)
    };
    let first = range.start == 0 || run.alone(&(range.start..run.tokens.len()));
    let end = range.end;
    let card = digit(end, b'1'..=b'7') && digit(end + 1, b'1'..=b'4');
    if first && card && !(joined(end + 2) && joined(end + 3)) {
        return true;
    }
    let touches = |at: &usize| run.tokens.get(*at).is_some_and(|token| !token.apart && token.sure);
    let before = (1..=range.start).rev().take_while(touches).count();
    let behind = (end..run.tokens.len()).take_while(touches).count();
    before % 18 == 0 && behind % 18 == 0
}
