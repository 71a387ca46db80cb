//! A run of Chinese characters, and the names that may begin at each of its places.

use std::ops::Range;

use super::beside::{COMPOUNDS, OFFICES_BEFORE};
use super::called::accompanied;
use super::character::{Character, END, FIRST_OF_TWO};
use super::listed::Places;
use super::spot::Spot;
use super::told::{described, label};
use super::way;
use crate::base::look::near::han;

/// Whom a name is of.
#[derive(Clone, Copy)]
pub(super) enum Who {
    /// The words before call him a party.
    Party,
    /// Somebody who is not named by an office.
    Likely,
    /// Somebody named by his office.
    Official,
}

/// A run of Chinese characters within a text.
pub(super) struct Run<'w> {
    pub(super) words: &'w str,
    called: &'w Places,
    pub(super) chars: Vec<char>,
    /// Where each begins, and where the run ends.
    places: Vec<usize>,
}

impl<'w> Run<'w> {
    pub(super) fn new(words: &'w str, place: Range<usize>, called: &'w Places) -> Self {
        let chars: Vec<char> = words[place.clone()].chars().collect();
        let begins = words[place.clone()].char_indices().map(|(at, _)| place.start + at);
        let places = begins.chain([place.end]).collect();
        Self { words, called, chars, places }
    }

    pub(super) fn place(&self, at: usize) -> usize {
        self.places[at]
    }

    /// What stands before a place of the run, from the beginning of the text.
    pub(super) fn before(&self, at: usize) -> &'w str {
        &self.words[..self.places[at]]
    }

    pub(super) fn after(&self, at: usize) -> &'w str {
        &self.words[self.places[at]..]
    }

    /// Whether somebody is called by name at a place: by how the page is laid out, or by the words before.
    fn label(&self, at: usize) -> Option<bool> {
        self.called.at(self.places[at]).or_else(|| label(self.before(at)))
    }

    /// Whether the layout of the page calls somebody at a place.
    pub(super) fn listed(&self, at: usize) -> bool {
        self.called.at(self.places[at]).is_some()
    }

    /// Whose a name of another language would be, and what it costs less there.
    pub(super) fn sounds(&self, at: usize, length: usize) -> (Who, i32) {
        match self.label(at) {
            Some(true) => (Who::Party, 60),
            Some(false) => (Who::Official, 60),
            None if self.begins(at) && accompanied(self.after(at + length)) => (Who::Likely, 60),
            None => (Who::Likely, 0),
        }
    }

    /// Whether a clause begins at a place.
    fn begins(&self, at: usize) -> bool {
        self.before(at).chars().next_back().is_none_or(|c| !han(c))
    }

    /// The names that may begin at a place of the run.
    pub(super) fn candidates(&self, at: usize, out: &mut Vec<way::Candidate<Who>>) {
        let first = Character::of(self.chars[at]);
        if first.surname.is_none() && !first.is(FIRST_OF_TWO) {
            return;
        }
        // 审判长孙立群: the first of two belongs to the office.
        let office = || OFFICES_BEFORE.longest_end(self.before(at + 1)).is_some();
        let double = first.is(FIRST_OF_TWO) && COMPOUNDS.begins(self.after(at)) && !office();
        let label = self.label(at);
        if self.within(at, label) {
            return;
        }
        for surname in [2, 1] {
            if (surname == 2 && !double) || (surname == 1 && first.surname.is_none()) {
                continue;
            }
            for given in [2, 1] {
                if at + surname + given <= self.chars.len() {
                    out.extend(self.candidate(at, surname, given, label));
                }
            }
        }
        // 李陈雨欣: father's and mother's.
        if at + 4 <= self.chars.len() && (label.is_some() || described(self.after(at + 4))) {
            out.extend(self.candidate(at, 1, 3, label));
        }
    }

    /// The name of so many characters at a place, unless something forbids it.
    fn candidate(
        &self,
        at: usize,
        surname: usize,
        given: usize,
        label: Option<bool>,
    ) -> Option<way::Candidate<Who>> {
        let (from, to) = (at + surname, at + surname + given);
        let (before, after) = (self.before(at), self.after(to));
        let spot = Spot { run: self, at, from, to, label, before, after };
        Some(way::Candidate { length: to - at, cost: spot.cost()?, who: spot.who() })
    }

    /// Whether a surname belongs to the words before: 老陈, 三张, A张.
    fn within(&self, at: usize, label: Option<bool>) -> bool {
        const COUNTS: &str = "一二三四五六七八九十百千万几每两上下多这那整张";
        let Some(last) = self.before(at).chars().next_back() else { return false };
        let sign = last.is_alphanumeric() && !han(last) || last == '*';
        let counted = matches!(self.chars[at], '张' | '周' | '段' | '程' | '余');
        (counted && (sign || COUNTS.contains(last)))
            || (label.is_none() && self.chars[at] == '张' && flat(last, self.after(at + 1)))
            || (label.is_none() && (sign || matches!(last, '老' | '小' | '阿')))
    }
}

/// Whether what stands behind 张 is a thing that 张 counts: 写张条子, 办张卡. 给张图 may be a person, so one character
/// is a thing only behind what is done with it.
fn flat(before: char, after: &str) -> bool {
    const THINGS: [&str; 27] = [
        "条子", "字条", "纸条", "欠条", "借条", "收条", "白条", "便条", "借据", "收据", "字据",
        "单子", "单据", "罚单", "账单", "票据", "发票", "传票", "桌子", "椅子", "凳子", "床位",
        "照片", "相片", "证明", "表格", "名片",
    ];
    let one = after.starts_with(['卡', '票', '图', '表', '纸', '床', '桌', '证', '条']);
    let whole = after.chars().nth(1).is_none_or(|c| !han(c) || Character::of(c).is(END));
    THINGS.iter().any(|thing| after.starts_with(thing))
        || one && whole && "写打开立签填买办画拍领贴补".contains(before)
}

#[cfg(test)]
mod tests {
    use super::flat;

    #[test]
    fn things_that_are_counted() {
        assert!(
            flat('写', "条子") && flat('给', "借条就走") && flat('办', "卡") && flat('画', "图，")
        );
        assert!(
            !flat('给', "图")
                && !flat('给', "卡尔")
                && !flat('写', "大强")
                && !flat('办', "卡丽说")
        );
    }
}
