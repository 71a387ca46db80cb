//! One number read sign by sign, where part of it is starred out, lost or written in words, and what of a
//! person it tells.

use std::ops::Range;

use super::citizen::{is_old_form, plausible, starts_with_area};
use super::credit::mod_11_10;
use super::judge::OFFICES_SINCE;
use super::signs::{Sign, sign};

/// Where digits are replaced by a sign.
const STAR: u8 = b'*';
/// Shown before the stars: the area.
pub(super) const HEAD: usize = 6;
/// Shown behind the stars: order and check digit.
pub(super) const TAIL: usize = 4;
/// Digits of area and birth date.
pub(super) const DATED: usize = 14;
/// Signs that are read: what goes on is no number, and may go on for ever.
const LONGEST: usize = 32;
/// Digits that a scanner may have taken for letters in a number that is still one.
const MISREAD: usize = 4;

/// Digits and stars as they follow one another.
#[derive(Default)]
pub(super) struct Reading {
    /// `0` to `9`, `X` or [`STAR`].
    pub(super) signs: Vec<u8>,
    pub(super) places: Vec<Range<usize>>,
    /// Whether a digit is written as a word.
    pub(super) words: bool,
    /// Whether dots stand for what is left out.
    dots: bool,
    /// How many are letters that a scanner reads for a digit.
    pub(super) misread: usize,
}

impl Reading {
    /// Reads from the first digit of `text` on, as far as one number goes.
    pub(super) fn of(text: &str) -> Self {
        let mut reading = Self::default();
        let mut apart = false;
        for (at, c) in text.char_indices() {
            let value = match sign(c) {
                Sign::Digit(digit) | Sign::Slip(digit) if !(c == '○' || c == '◯') => {
                    digit as u8
                }
                Sign::Numeral(digit) => {
                    reading.words = true;
                    digit as u8
                }
                _ if star(c) => {
                    reading.dots |= c == '…';
                    STAR
                }
                Sign::Nothing => continue,
                Sign::Gap | Sign::Stroke if !reading.ended(c) => {
                    apart = true;
                    continue;
                }
                _ => {
                    // Behind a whole number, or stars, a letter is what it is.
                    let may = reading.signs.len() < 18 && !reading.starred();
                    let Some(digit) = misread(c).filter(|_| may) else { break };
                    reading.misread += 1;
                    digit
                }
            };
            if reading.signs.len() == LONGEST {
                break;
            }
            // What stands behind a space belongs to another number once stars were seen.
            if apart && reading.signs.contains(&STAR) && reading.signs.len() >= 8 {
                break;
            }
            apart = false;
            reading.signs.push(value);
            reading.places.push(at..at + c.len_utf8());
        }
        while reading.signs.last() == Some(&STAR) && reading.signs.len() > 18 {
            reading.signs.pop();
            reading.places.pop();
        }
        reading
    }

    /// Whether a mark ends the number: any does once there are digits enough for one.
    fn ended(&self, mark: char) -> bool {
        let sentence = matches!(mark, '，' | '。' | '；' | ';' | '\n');
        self.signs.len() >= 15 || (sentence && self.signs.contains(&STAR))
    }

    /// Digits before the first star, behind the last, and whether some of a birth date stand between
    /// stars.
    pub(super) fn shown(&self) -> (usize, usize, bool) {
        let digit = |sign: &&u8| **sign != STAR;
        let head = self.signs.iter().take_while(digit).count();
        let tail = self.signs.iter().rev().take_while(digit).count();
        // Of a whole number what stands between stars in its order tells no more than its end.
        let dated = if self.signs.len() < 18 { self.signs.len() } else { DATED };
        let before = self.signs.len() - tail;
        let inside = self.signs.get(head..before.min(dated)).unwrap_or_default();
        (head, tail, inside.iter().any(|sign| digit(&sign)))
    }

    /// Whether it is as long as a whole number, and no longer.
    pub(super) fn whole(&self) -> bool {
        self.signs.len() == 18
    }

    pub(super) fn starred(&self) -> bool {
        self.signs.contains(&STAR)
    }

    fn text(&self) -> String {
        self.signs.iter().map(|sign| char::from(*sign)).collect()
    }

    /// Whether what stands behind a label shows a person's birth date.
    pub(super) fn tells(&self) -> bool {
        let text = self.text();
        let count = text.len();
        if self.misread > MISREAD {
            return false;
        }
        if self.starred() {
            let (head, tail, between) = self.shown();
            let born =
                head > HEAD && starts_with_area(&text) && matches!(text.as_bytes()[6], b'1' | b'2');
            let long = (12..=20).contains(&count);
            return born || (long && (tail > TAIL || between));
        }
        match count {
            // The whole numbers in digits are the scan's own matter.
            18 | 17 if self.misread > 0 => self.dated(),
            18 => self.words && text.bytes().take(17).all(|digit| digit.is_ascii_digit()),
            // 3.49907198511030E+17: what a worksheet left of it. A licence has a check digit.
            15 if self.words => is_old_form(&text),
            15 => self.dated() && !mod_11_10(&text),
            17 => starts_with_area(&text),
            // With its last digits cut off it tells as much.
            14 | 16 | 19 | 20 => self.dated(),
            _ => false,
        }
    }

    /// Whether the first digits are an area and a day.
    pub(super) fn dated(&self) -> bool {
        let (head, ..) = self.shown();
        let mut digits = [b'0'; 18];
        let known = &self.signs[..head.min(17)];
        digits[..known.len()].copy_from_slice(known);
        plausible(digits)
    }

    /// Whether signs are an ID number of which only the end is hidden, whatever it is called: eighteen,
    /// with kind and grade behind them on a disability card, or with dots for any number of digits
    /// (19851103…) where no office could have made it.
    pub(super) fn half(&self) -> bool {
        let (head, tail, _) = self.shown();
        let card = || {
            let [kind, grade] = self.signs[18..] else { return false };
            (b'1'..=b'7').contains(&kind) && (b'1'..=b'4').contains(&grade) && tail == 2
        };
        let count = self.signs.len();
        let fewer = || self.dots && tail == 0 && count < 18 && !self.recent();
        (DATED..18).contains(&head)
            && (count == 18 || count == 20 && card() || fewer())
            && self.dated()
    }

    /// Whether a day before this century stands where an ID number has one, and what is around it is
    /// hidden in part: 34****19851103**29.
    pub(super) fn bare_birth(&self) -> bool {
        let Some(day) = self.signs.get(HEAD..DATED) else { return false };
        let stars = self.signs.iter().filter(|sign| **sign == STAR).count();
        let mut digits = *b"340000000000000000";
        digits[HEAD..DATED].copy_from_slice(day);
        self.signs.len() == 18 && stars >= 4 && day.starts_with(b"19") && plausible(digits)
    }

    /// Whether an office may have made it of its county, a day of this century and a serial.
    pub(super) fn recent(&self) -> bool {
        self.signs.get(HEAD..HEAD + 4).is_some_and(|year| year >= OFFICES_SINCE)
    }
}

/// The digit that scanners take for a letter of this shape; of 0 and 1 every reader makes such slips
/// (`signs`). In a number without a label they would make a digit of half the alphabet.
pub(super) fn misread(c: char) -> Option<u8> {
    Some(match c {
        'D' | 'Q' => b'0',
        'Z' | 'z' => b'2',
        'S' | 's' => b'5',
        'G' | 'b' => b'6',
        'B' => b'8',
        'g' | 'q' => b'9',
        _ => return None,
    })
}

/// Signs people put in the place of a digit.
pub(super) fn star(c: char) -> bool {
    matches!(
        c,
        '*' | '＊'
            | '×'
            | 'x'
            | 'X'
            | 'Ｘ'
            | '✕'
            | '●'
            | '■'
            | '□'
            | '○'
            | '◯'
            | '※'
            | '#'
            | '某'
            | '█'
            | '_'
            | '…'
    )
}
