//! A first look: whether a name may begin at a place, so that the run around it is worth reading.
//!
//! Nearly every run of a text has some surname in it, and what follows is seldom like a given name. So
//! a name is weighed against its characters one by one, then against the words that begin there or one
//! character before, then against the cheapest way through a few characters around. Each step costs
//! more than the one before and is taken less often; none passes over a name that the run would give.

use super::beside::{COMPOUNDS, may_be_told};
use super::called::{accompanied, framed, sentenced};
use super::character::{Character, FIRST_OF_TWO, SOUND};
use super::told::{described, helped, label, works};
use super::vocabulary::Vocabulary;
use super::way;
use super::weigh::{MOST, lead_alone, likely, rarity, untold};
use crate::base::look::near::han;

/// Characters that are looked at before a name: a word of four.
const BEFORE: usize = 4;
/// Characters from its first one on: a name of three and a word of four.
const WINDOW: usize = 7;

/// Whether a name may begin at a place that has a surname.
pub(super) fn promising(words: &str, at: usize) -> bool {
    let mut chars = words[at..].chars();
    let mut next = || chars.next().filter(|c| han(*c));
    let (Some(one), Some(two)) = (next(), next()) else { return false };
    let (three, four) = next().map_or((None, None), |three| (Some(three), next()));
    let [first, second] = [one, two].map(Character::of);
    let third = three.map(Character::of);
    if first.is(FIRST_OF_TWO) && COMPOUNDS.begins(&words[at..]) {
        return true;
    }
    if first.is(SOUND) && second.is(SOUND) && third.is_some_and(|c| c.is(SOUND)) {
        return true;
    }
    let short = lead_alone(first, &[second]);
    let long = third.and_then(|third| lead_alone(first, &[second, third]));
    let ends = [one.len_utf8() + two.len_utf8(), three.map_or(0, char::len_utf8)];
    let ends = [at + ends[0], at + ends[0] + ends[1]];
    let mut worth = Worth { words, at, ends, short: four.is_none(), told: None };
    if ![short, long].into_iter().flatten().any(|lead| lead <= MOST && worth.covers(lead)) {
        return false;
    }
    let mut near = ['\0'; BEFORE + WINDOW];
    let mut end = BEFORE;
    for c in words[at..].chars().take(WINDOW).take_while(|c| han(*c)) {
        near[end] = c;
        end += 1;
    }
    let text = &near[BEFORE..end];
    let name = |length: usize| {
        let name = text.get(..length)?;
        (likely(name) || worth.told()).then_some(())?;
        Some((length, rarity(&name[..1], &name[1..])?))
    };
    let names = [2, 3].map(name);
    among_words(&mut near, end, &names, &mut worth)
}

/// The same against the words that begin there, and then those around.
fn among_words(
    near: &mut [char; BEFORE + WINDOW],
    end: usize,
    names: &[Option<(usize, i32)>],
    worth: &mut Worth<'_>,
) -> bool {
    let text = &near[BEFORE..end];
    if worth.framed(text) {
        return true;
    }
    let here = Vocabulary::get().begins(text);
    let alone = |from: usize, to: usize| -> i32 {
        text[from..to].iter().map(|c| i32::from(Character::of(*c).alone)).sum()
    };
    let as_word = |length: usize| match (here, length) {
        ([_, Some(word), _], 3) => word,
        ([Some(word), ..], _) => word + alone(2, length),
        _ => alone(0, length),
    };
    let words = |length: usize| as_word(length).min(alone(0, length));
    let lead = names.iter().flatten().map(|(length, cost)| cost - words(*length)).min();
    if !lead.is_some_and(|lead| worth.covers(lead)) {
        return false;
    }
    let mut start = BEFORE;
    for c in worth.before().chars().rev().take(BEFORE).take_while(|c| han(*c)) {
        start -= 1;
        near[start] = c;
    }
    let lead = way::lead(&near[start..end], BEFORE - start, names);
    lead.is_some_and(|lead| worth.covers(lead))
}

/// What a name at a place may be worth at most.
struct Worth<'w> {
    words: &'w str,
    at: usize,
    /// Where names of two characters and of three would end.
    ends: [usize; 2],
    /// Whether the run ends with three.
    short: bool,
    /// Whether somebody is named there or told of, once it was asked.
    told: Option<bool>,
}

/// Whether what follows tells of a person; most characters cannot begin that.
fn follows(before: &str, after: &str) -> bool {
    match after.chars().next() {
        Some(c) if han(c) => match c {
            '等' | '的' => described(after),
            '与' | '和' | '跟' | '带' | '同' => accompanied(after),
            '在' => works(after),
            _ => helped(before, after),
        },
        Some(_) => described(after),
        None => false,
    }
}

impl Worth<'_> {
    /// Whether it makes up for what a name costs more.
    fn covers(&mut self, lead: i32) -> bool {
        lead <= self.untold() || (lead <= MOST && self.told())
    }

    fn before(&self) -> &str {
        &self.words[..self.at]
    }

    fn untold(&self) -> i32 {
        let before = self.before().chars().next_back();
        untold(before, self.short || before == Some('、'))
    }

    fn told(&mut self) -> bool {
        let before = &self.words[..self.at];
        *self.told.get_or_insert_with(|| {
            (may_be_told(before) && label(before).is_some())
                || self.ends.iter().any(|end| follows(before, &self.words[*end..]))
                || (before.ends_with(['令', '决'])
                    && sentenced(before, &self.words[self.ends[0]..]))
        })
    }

    fn framed(&self, text: &[char]) -> bool {
        text.get(..2).is_some_and(|name| framed(name, self.before(), &self.words[self.ends[0]..]))
    }
}
