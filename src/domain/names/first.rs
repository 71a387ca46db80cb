//! A first look: whether a name may begin at a place, so that the run around it is worth reading.
//!
//! Nearly every run of a text has some surname in it, and what follows is seldom like a given name. So
//! a name is weighed against its characters one by one, then against the words that begin there or one
//! character before, then against the cheapest way through a few characters around. Each step costs
//! more than the one before and is taken less often; none passes over a name that the run would give.

use super::beside::{COMPOUNDS, may_be_told};
use super::character::{Character, FIRST_OF_TWO, SOUND};
use super::told::{described, label};
use super::vocabulary::Vocabulary;
use super::way;
use super::weigh::{MOST, likely, rarity, untold};
use crate::base::look::near::han;

/// Characters that are looked at before a name and from its first one on.
const BEFORE: usize = 2;
const WINDOW: usize = 5;

/// Whether a name may begin at a place that has a surname.
pub(super) fn promising(words: &str, at: usize) -> bool {
    let mut near = ['\0'; BEFORE + WINDOW];
    let (mut end, mut behind) = (BEFORE, at);
    for c in words[at..].chars().take(WINDOW).take_while(|c| han(*c)) {
        near[end] = c;
        end += 1;
        behind += c.len_utf8();
    }
    let text = &near[BEFORE..end];
    let of = |at: usize| text.get(at).map(|c| Character::of(*c));
    if of(0).is_some_and(|c| c.is(FIRST_OF_TWO)) && COMPOUNDS.begins(&words[at..]) {
        return true;
    }
    if (0..3).all(|at| of(at).is_some_and(|c| c.is(SOUND))) {
        return true;
    }
    let name = |length: usize| {
        let name = text.get(..length)?;
        (likely(name) || may_be_told(&words[..at])).then_some(())?;
        Some((length, rarity(&name[..1], &name[1..])?))
    };
    let names = [name(2), name(3)];
    let lead = |words: &dyn Fn(usize) -> i32| {
        names.iter().flatten().map(|(length, cost)| cost - words(*length)).min()
    };
    let mut worth = Worth { words, at, behind, short: text.len() < 4, told: None };
    let mut enough = |lead: Option<i32>| lead.is_some_and(|lead| worth.covers(lead));
    let alone =
        |from: usize, to: usize| -> i32 { text[from..to].iter().map(|c| way::alone(*c)).sum() };
    if !enough(lead(&|length| alone(0, length))) {
        return false;
    }
    let here = Vocabulary::get().begins(text);
    let as_word = |length: usize| match (here, length) {
        ([_, Some(word), _], 3) => word,
        ([Some(word), ..], _) => word + alone(2, length),
        _ => alone(0, length),
    };
    if !enough(lead(&|length| as_word(length).min(alone(0, length)))) {
        return false;
    }
    let mut start = BEFORE;
    for c in words[..at].chars().rev().take(BEFORE).take_while(|c| han(*c)) {
        start -= 1;
        near[start] = c;
    }
    enough(way::lead(&near[start..end], BEFORE - start, &names))
}

/// What a name at a place may be worth at most.
struct Worth<'w> {
    words: &'w str,
    at: usize,
    /// Where the characters that were looked at end.
    behind: usize,
    /// Whether the run ends there too.
    short: bool,
    /// Whether somebody is named there or told of, once it was asked.
    told: Option<bool>,
}

impl Worth<'_> {
    /// Whether it makes up for what a name costs more.
    fn covers(&mut self, lead: i32) -> bool {
        lead <= self.untold() || (lead <= MOST && self.told())
    }

    fn untold(&self) -> i32 {
        let before = self.words[..self.at].chars().next_back();
        untold(before, self.short || before == Some('、'))
    }

    fn told(&mut self) -> bool {
        let before = &self.words[..self.at];
        *self.told.get_or_insert_with(|| {
            (may_be_told(before) && label(before).is_some())
                || (self.short && described(&self.words[self.behind..]))
        })
    }
}
