//! Runs of digits in a text, however they were typed.

use std::ops::Range;

use super::glance::SHORTEST;
use super::signs::{BETWEEN_CELLS, END_OF_BLOCK, Sign, alike, dressed, sign, wide};

/// One character of a number.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// `0` to `9`, or `X`.
    pub(super) value: u8,
    /// Whether it is a digit or X; else something mistaken for a digit.
    pub(super) sure: bool,
    /// Whether something that can be seen stands between it and the one before it.
    pub(super) apart: bool,
    /// Whether it is written as a mark is, circled, in brackets or raised: ①, ⑴, ².
    pub(super) dressed: bool,
    /// The first of its paragraph, by its number in the run.
    pub(super) first: usize,
    pub(super) place: Range<usize>,
}

/// Digits with nothing but marks between them. A letter ends a run; one that is mistaken for a digit
/// may belong to it, and where it stands at an end what is beside it decides (`judge`).
#[derive(Debug, Default)]
pub(super) struct Run {
    pub(super) tokens: Vec<Token>,
}

/// Every run of at least fifteen characters, most of them digits. `|` and `!` are marks between
/// digits, or ones typed badly where `strokes` says so.
pub(super) fn runs(text: &str, strokes: bool) -> Vec<Run> {
    let mut all = Vec::new();
    let mut run = Run::default();
    let (mut apart, mut first) = (false, 0);
    for (at, c) in text.char_indices() {
        let (value, sure) = match sign(c) {
            Sign::Digit(digit) => (digit, true),
            Sign::Check => ('X', true),
            Sign::Slip(digit) => (digit, false),
            Sign::Stroke if strokes && typed_for_one(text, at, c) => ('1', false),
            Sign::Nothing => continue,
            Sign::Gap | Sign::Stroke => {
                apart = true;
                continue;
            }
            Sign::End => {
                (apart, first) = (true, run.tokens.len());
                continue;
            }
            Sign::Letter | Sign::Numeral(_) => {
                keep(&mut all, std::mem::take(&mut run));
                (apart, first) = (false, 0);
                continue;
            }
        };
        let place = at..at + c.len_utf8();
        // `value` is one of eleven ASCII characters.
        let dressed = !c.is_ascii() && !wide(c) && dressed(c).is_some();
        run.tokens.push(Token { value: value as u8, sure, apart, dressed, first, place });
        apart = false;
    }
    keep(&mut all, run);
    all
}

/// Whether a stroke may be a 1: an exclamation mark anywhere, `|` where nothing but digits and strokes touch
/// it, and a digit does. What stands beside a space, a letter or the end of its line is the border of a cell.
fn typed_for_one(text: &str, at: usize, c: char) -> bool {
    let of_number =
        |c: Option<char>| c.is_some_and(|c| !matches!(sign(c), Sign::Gap | Sign::Letter));
    let digit = |c: Option<char>| c.is_some_and(|c| matches!(sign(c), Sign::Digit(_)));
    let (before, after) =
        (text[..at].chars().next_back(), text[at + c.len_utf8()..].chars().next());
    let within = of_number(before) && of_number(after) && (digit(before) || digit(after));
    matches!(c, '!' | '！') || within
}

fn keep(all: &mut Vec<Run>, run: Run) {
    let sure = run.tokens.iter().filter(|token| token.sure).count();
    if run.tokens.len() >= SHORTEST && sure > SHORTEST / 2 {
        all.push(run);
    }
}

/// How a number is cut up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// Not at all, as far as anybody sees.
    Whole,
    /// As people cut up an ID number: always with the same mark, into few parts or even ones.
    Neat,
    /// Before and behind the birth date, which is written as a date: 349907 1985-11-03 0129.
    Dated,
    /// In another way: most likely several numbers.
    Loose,
}

impl Run {
    /// Whether the tokens of `range` stand alone: no digit touches them. A letter beside them is the
    /// end of a word, even where it could be mistaken for a digit (No349…, 学籍号L349…), and so is a digit
    /// that is dressed where they are not: the mark of an item or a note (①349…, …0129²).
    pub(super) fn alone(&self, range: &Range<usize>) -> bool {
        let before = range.start == 0 || self.tokens[range.start].apart;
        let like = |at: usize, token: &Token| token.dressed == self.tokens[at].dressed;
        let digit = |at: usize, token: &Token| token.sure && token.value != b'X' && like(at, token);
        let before = before || !digit(range.start, &self.tokens[range.start - 1]);
        let after = self.tokens.get(range.end);
        before && after.is_none_or(|token| token.apart || !digit(range.end - 1, token))
    }

    /// How the tokens of `range` are cut up.
    pub(super) fn cut(&self, text: &str, range: &Range<usize>) -> Cut {
        let apart = |at: &usize| self.tokens[*at].apart;
        let cuts: Vec<usize> = (range.start + 1..range.end).filter(apart).collect();
        let Some(first) = cuts.first() else { return Cut::Whole };
        let mark = self.mark(text, *first);
        let one = cuts.iter().all(|at| self.mark(text, *at) == mark);
        match () {
            () if one && self.cut_neatly(text, range, &cuts, &mark) => Cut::Neat,
            () if self.around_the_date(text, range, &cuts) => Cut::Dated,
            () => Cut::Loose,
        }
    }

    /// Whether cuts by one mark are those of an ID number.
    fn cut_neatly(&self, text: &str, range: &Range<usize>, cuts: &[usize], mark: &str) -> bool {
        let ends = cuts.iter().chain([&range.end]);
        let starts = [&range.start].into_iter().chain(cuts);
        let parts: Vec<usize> = starts.zip(ends).map(|(start, end)| end - start).collect();
        // A letter beside them ends a word and no row of figures: NO.3499．0719．….
        let sure = |at: usize| self.tokens.get(at).is_some_and(|token| token.sure);
        let (first, last) = (parts[0], parts[parts.len() - 1]);
        // What goes on in parts of another length is the telephone or the age behind the number.
        let before = range.start.checked_sub(1).is_some_and(|at| {
            sure(at) && self.mark(text, range.start) == mark && self.part_ending(at) == first
        });
        let behind = last == first
            && sure(range.end)
            && self.mark(text, range.end) == mark
            && self.part_beginning(range.end) == first;
        neat(&parts, mark, before || behind)
    }

    /// Tokens of the part that ends with the token at a place.
    fn part_ending(&self, at: usize) -> usize {
        1 + (1..=at).rev().take(SHORTEST).take_while(|at| !self.tokens[*at].apart).count()
    }

    /// Tokens of the part that begins with the token at a place.
    fn part_beginning(&self, at: usize) -> usize {
        1 + self.tokens[at + 1..].iter().take(SHORTEST).take_while(|token| !token.apart).count()
    }

    /// Whether cuts stand before and behind the birth date, with none in it or those of a date, and no
    /// other number follows or goes before without a word or a list's mark between.
    fn around_the_date(&self, text: &str, range: &Range<usize>, cuts: &[usize]) -> bool {
        let inside = |from: usize, to: usize| -> Vec<usize> {
            let cuts = cuts.iter().map(|at| at - range.start);
            cuts.filter(|at| (from + 1..to).contains(at)).collect()
        };
        let cut = |at: usize| cuts.contains(&(range.start + at));
        if range.len() != 18 || !cut(6) || !cut(14) {
            return false;
        }
        let date = inside(6, 14);
        let as_dates = matches!(date[..], [] | [10] | [12] | [10, 12] | [8, 10, 12]);
        let [head, tail] = [inside(0, 6), inside(14, 18)].map(|cuts| cuts.len());
        let alike = |cuts: &[usize]| {
            let mut marks = cuts.iter().map(|at| self.mark(text, range.start + at));
            marks.next().is_none_or(|first| marks.all(|mark| mark == first))
        };
        let listed = |at: usize| {
            self.mark(text, at).contains(['、', '，', ',', '；', ';', '。', '\n', END_OF_BLOCK])
        };
        let sure = |at: &usize| self.tokens.get(*at).is_some_and(|token| token.sure);
        let before = range.start.checked_sub(1).filter(sure).is_none_or(|_| listed(range.start));
        let behind = Some(range.end).filter(sure).is_none_or(listed);
        as_dates && head <= 2 && tail <= 2 && alike(&date) && before && behind
    }

    /// The marks before a token.
    fn mark(&self, text: &str, at: usize) -> String {
        let between = &text[self.tokens[at - 1].place.end..self.tokens[at].place.start];
        let seen = between.chars().filter(|c| sign(*c) != Sign::Nothing);
        let (spaces, marks): (Vec<char>, Vec<char>) = seen.partition(|c| c.is_whitespace());
        if marks.is_empty() && !spaces.is_empty() {
            return " ".to_owned();
        }
        let mut marks: Vec<char> = marks.into_iter().map(alike).collect();
        // Blocks within blocks begin and end together.
        marks.dedup_by(|a, b| *a == END_OF_BLOCK && a == b);
        marks.into_iter().collect()
    }
}

/// Whether an ID number may have been cut into parts of these lengths by such a mark. Up to four,
/// anywhere: a break of the line, area–birth–order, groups of five. More only as the date is written, or
/// all alike, and then not within a longer row of such parts (`more`): that is a row of figures. A box
/// for each digit is a box for each digit, whatever stands in the boxes beside them.
///
/// What ends a paragraph or a cell ends most numbers: there only halves belong together, or parts as
/// the number itself has them.
fn neat(parts: &[usize], mark: &str, more: bool) -> bool {
    let first = parts[0];
    let (last, rest) = parts.split_last().unwrap_or((&first, &[]));
    let even = rest.iter().all(|part| *part == first) && *last <= first;
    let strong = mark.contains([END_OF_BLOCK, alike(BETWEEN_CELLS), ',', ';']);
    let by_sense = matches!(parts, [6, 8, 4] | [6, 8, 3, 1] | [6, 4, 4, 4] | [3, 3, 4, 4, 4]);
    let dated = matches!(parts, [6, 4, 2, 2, 4] | [6, 4, 2, 2, 3, 1] | [6, 2, 2, 2, 2, 4]);
    let boxes = strong && first == 1 && even;
    parts.len() <= if strong { 2 } else { 4 } || by_sense || dated || boxes || (even && !more)
}

#[cfg(test)]
mod tests {
    use super::{Cut, runs};

    fn cut(text: &str) -> Cut {
        let runs = runs(text, false);
        runs[0].cut(text, &(0..18))
    }

    #[test]
    fn letters_end_a_run_and_look_alikes_may() {
        let lengths = |text: &str| -> Vec<usize> {
            runs(text, false).iter().map(|run| run.tokens.len()).collect()
        };
        assert_eq!(lengths("liumou349907198511030129jpg"), [18]);
        assert_eq!(lengths("L349907198511030129"), [19]);
        assert_eq!(lengths("349907A198511030129"), [0usize; 0]);
        assert_eq!(lengths("lol, ill. oil; O, I, II, III, OO"), [0usize; 0]);
    }

    #[test]
    fn strokes_that_are_ones_and_borders() {
        let lengths = |text: &str| -> Vec<usize> {
            runs(text, true).iter().map(|run| run.tokens.len()).collect()
        };
        assert_eq!(lengths("身份证号349907|985||030129"), [18]);
        assert_eq!(lengths("| 张律师 | 13411200610271699 |"), [17]);
        assert_eq!(lengths("|34990719851103012|柳某|"), [17]);
    }

    #[test]
    fn a_letter_before_belongs_to_a_word() {
        let cut = |text: &str| runs(text, false)[0].cut(text, &(1..19));
        assert_eq!(cut("NO.3499．0719．8511．0301．29"), Cut::Neat);
        assert_eq!(cut("5.3499．0719．8511．0301．29"), Cut::Neat);
        let behind =
            |text: &str, first: usize| runs(text, false)[0].cut(text, &(first..first + 18));
        assert_eq!(behind("3500.3499．0719．8511．0301．29", 4), Cut::Loose);
        for text in ["3499 0719 8511 0301 29 13800000000", "3499-0719-8511-0301-29-62"] {
            assert_eq!(behind(text, 0), Cut::Neat, "{text}");
        }
    }

    #[test]
    fn ways_to_cut() {
        assert_eq!(cut("3499\u{200B}0719851103\u{FEFF}0129"), Cut::Whole);
        for text in [
            "349907 19851103 0129",
            "349907 19 85 11 03 0129",
            "349907（19851103）0129",
            "349907–19851103－0129",
            "349907.1985.11.03.0129",
            "3499 0719 8511 0301 29",
            "3 4 9 9 0 7 1 9 8 5 1 1 0 3 0 1 2 9",
            "349907198\n511030129",
        ] {
            assert_eq!(cut(text), Cut::Neat, "{text}");
        }
        for text in [
            "34 9907 1985 1103 0129",
            "349 907 1985 1103 01 29",
            "349907-19851103 0129",
            "349907（1985-11-03）0129",
            "349907 1985/11/03 0129",
        ] {
            assert_eq!(cut(text), Cut::Dated, "{text}");
        }
        for text in [
            "340421 2020-11-03 0550-4021234",
            "12 34 11 25 2019 10 12 30 15",
            "34 11 25 20 19 10 12 30 15 16",
        ] {
            assert_eq!(cut(text), Cut::Loose, "{text}");
        }
    }
}
