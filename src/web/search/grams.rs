//! Pairs of characters and where they stand: the index itself.
//!
//! Chinese has no spaces, and no dictionary of the county's villages would be complete, so the index
//! knows no words: it holds every pair of neighbouring characters, and for each the pages it stands
//! on. A posting is three characters or four: the distance from the page before (base 32, the sixth
//! bit says that more follows), a mark of where the pair stands and how often, and a sieve of the
//! characters that follow it, by which `search.js` can tell 工伤赔偿 in one piece from 工伤 here and
//! 赔偿 there without positions. The writing is plain ASCII, so that a piece of the index is a classic
//! script: it loads under a strict policy and from a USB stick alike.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Digits of the index, 0 to 63; `search.js` holds the same. No decimal digit is among them: runs of
/// postings must never look like a citizen's number to the gate that reads every finished file.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_~*+,;:=?@^";

/// What a digit is worth.
const fn values() -> [u8; 128] {
    let mut values = [0; 128];
    let mut worth: u8 = 0;
    while worth < 64 {
        values[DIGITS[worth as usize] as usize] = worth;
        worth += 1;
    }
    values
}

/// What each digit is worth.
const VALUES: [u8; 128] = values();

fn value(digit: u8) -> u8 {
    VALUES[usize::from(digit & 127)]
}

/// Parts of a page, as bits of a mark. The title counts most.
pub(super) const BODY: u8 = 1;
pub(super) const HEADING: u8 = 2;
pub(super) const KEYWORD: u8 = 4;
pub(super) const TITLE: u8 = 8;

/// The second character of the pair that stands for a single one.
pub(super) const ALONE: u16 = b'.' as u16;

/// A pair of UTF-16 units, the first in the upper half.
pub(super) type Pair = u32;

/// The pair of two units.
pub(super) fn pair(first: u16, second: u16) -> Pair {
    u32::from(first) << 16 | u32::from(second)
}

/// What is searched for in a character: Han characters and what stands on a keyboard, small and
/// half-width. Everything else, and the two particles that stand between any two words, parts.
/// Characters beyond the first plane (the rarest in names) part as well.
pub(super) fn searched(c: char) -> u16 {
    let unit = match c {
        '\u{4e00}'..='\u{9fff}' if c != '的' && c != '了' => c as u32,
        'a'..='z' | '0'..='9' | '\u{3400}'..='\u{4dbf}' => c as u32,
        'A'..='Z' => c as u32 + 32,
        '\u{ff10}'..='\u{ff19}' | '\u{ff41}'..='\u{ff5a}' => c as u32 - 0xfee0,
        '\u{ff21}'..='\u{ff3a}' => c as u32 - 0xfee0 + 32,
        _ => return PARTS,
    };
    u16::try_from(unit).unwrap_or(PARTS)
}

/// What stands for everything that parts.
pub(super) const PARTS: u16 = 0;

/// One of six bits for the character that follows, none where nothing does.
pub(super) fn sieve(next: u16) -> u8 {
    if next == PARTS { 0 } else { 1 << (next % 31 % 6) }
}

/// A pair on a page, in eight bytes, so that those of most pages fit into the fastest memory. No
/// pair is 0: that is a free slot.
#[derive(Clone, Copy, Default)]
struct Slot {
    pair: Pair,
    /// The parts it stands in, above them the sieve, above that how often: one number, because it is
    /// written for every character of the site.
    seen: u32,
}

/// Where in [`Slot::seen`] the sieve begins.
const SIEVE: u32 = 8;
/// Where the count begins. A page is too short to fill its 16 bits; what would not fit counts anew
/// from nought, which is harmless: only the first eight matter.
const COUNT: u32 = 16;

impl Slot {
    fn parts(self) -> u8 {
        self.seen.to_le_bytes()[0]
    }

    fn sieve(self) -> u8 {
        self.seen.to_le_bytes()[1]
    }

    /// How often, in four steps.
    fn often(self) -> u8 {
        match self.seen >> COUNT {
            0 | 1 => 0,
            2 | 3 => 1,
            4..=7 => 2,
            _ => 3,
        }
    }
}

/// The pairs of one page; used again for the next, so that nothing is allocated per page.
pub(super) struct Tally {
    slots: Vec<Slot>,
    /// Slots taken, in the order they were.
    used: Vec<u32>,
}

impl Default for Tally {
    fn default() -> Self {
        Self { slots: vec![Slot::default(); 4096], used: Vec::new() }
    }
}

impl Tally {
    /// Forgets the page before.
    pub(super) fn clear(&mut self) {
        for used in self.used.drain(..) {
            self.slots[used as usize] = Slot::default();
        }
    }

    /// Adds the pairs of a text that stands in this part of the page. Single characters are added
    /// of titles and keywords only: that is where 钱 alone means something.
    pub(super) fn add(&mut self, text: &str, part: u8) {
        let single = part & (TITLE | KEYWORD) != 0;
        let (mut before, mut here) = (PARTS, PARTS);
        let mut add = |next: u16| {
            if before != PARTS && here != PARTS {
                self.put(pair(before, here), part, sieve(next));
            }
            if single && here != PARTS {
                self.put(pair(here, ALONE), part, 0);
            }
            (before, here) = (here, next);
        };
        text.chars().for_each(|c| add(searched(c)));
        add(PARTS);
    }

    /// Adds a pair that stands for something else than two characters.
    pub(super) fn sign(&mut self, pair: Pair, part: u8) {
        self.put(pair, part, 0);
    }

    #[inline]
    fn put(&mut self, pair: Pair, part: u8, follows: u8) {
        let seen = u32::from(part) | u32::from(follows) << SIEVE;
        let mask = self.slots.len() - 1;
        let mut at = place(pair) & mask;
        loop {
            let slot = &mut self.slots[at];
            if slot.pair == pair {
                slot.seen = slot.seen.wrapping_add(1 << COUNT) | seen;
                return;
            }
            if slot.pair == 0 {
                *slot = Slot { pair, seen: seen | 1 << COUNT };
                self.used.push(u32::try_from(at).unwrap_or(u32::MAX));
                break;
            }
            at = (at + 1) & mask;
        }
        if self.used.len() * 2 > self.slots.len() {
            self.grow();
        }
    }

    #[cold]
    fn grow(&mut self) {
        let mut larger = vec![Slot::default(); self.slots.len() * 2];
        let mask = larger.len() - 1;
        for used in &mut self.used {
            let slot = self.slots[*used as usize];
            let mut at = place(slot.pair) & mask;
            while larger[at].pair != 0 {
                at = (at + 1) & mask;
            }
            larger[at] = slot;
            *used = u32::try_from(at).unwrap_or(u32::MAX);
        }
        self.slots = larger;
    }

    /// Adds the page's pairs to those of other pages.
    pub(super) fn deal(&self, page: u32, dealt: &mut Dealt) {
        for used in &self.used {
            let slot = self.slots[*used as usize];
            let mark = slot.parts() | slot.often() << 4;
            dealt.postings.push(Posting { pair: slot.pair, page, mark, sieve: slot.sieve() });
        }
    }
}

/// The pairs of some pages in a row, on their way into the piles.
#[derive(Default)]
pub(super) struct Dealt {
    postings: Vec<Posting>,
    /// Where each pile's postings begin, and where the last's end.
    starts: Vec<u32>,
}

impl Dealt {
    /// Room for so many postings: growing would copy them over and over.
    pub(super) fn with_room(postings: usize) -> Self {
        Self { postings: Vec::with_capacity(postings), starts: Vec::new() }
    }

    /// Puts together what belongs to one pile, pages staying in their order: counted first, so that
    /// each posting is moved once and nothing grows.
    pub(super) fn sorted(self, piles: usize) -> Self {
        let mut starts = vec![0_u32; piles + 1];
        let numbers: Vec<u16> = self
            .postings
            .iter()
            .map(|posting| {
                let number = pile(posting.pair, piles);
                starts[usize::from(number) + 1] += 1;
                number
            })
            .collect();
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut postings = vec![Posting::default(); self.postings.len()];
        for (posting, number) in self.postings.into_iter().zip(numbers) {
            let at = &mut next[usize::from(number)];
            postings[*at as usize] = posting;
            *at += 1;
        }
        Self { postings, starts }
    }

    /// The postings of a pile, once they are sorted.
    pub(super) fn of(&self, pile: usize) -> &[Posting] {
        let place = |at: usize| self.starts.get(at).map_or(0, |start| *start as usize);
        &self.postings[place(pile)..place(pile + 1)]
    }
}

/// Where in a table to look for a pair first.
fn place(pair: Pair) -> usize {
    (pair.wrapping_mul(0x9e37_79b1) >> 12) as usize
}

/// The file a pair is in; `search.js` works it out the same way. There are fewer than 65,536.
fn pile(pair: Pair, piles: usize) -> u16 {
    let piles = u32::try_from(piles).unwrap_or(u32::MAX).clamp(1, u32::from(u16::MAX));
    // In 32 bits, which divide faster: the sum is below 2²¹.
    u16::try_from(((pair >> 16) * 31 + (pair & 0xffff)) % piles).unwrap_or_default()
}

/// A pair on a page, on its way into a pile.
#[derive(Clone, Copy, Default)]
pub(super) struct Posting {
    pair: Pair,
    page: u32,
    mark: u8,
    sieve: u8,
}

/// Numbers spread well enough by one multiplication.
#[derive(Default)]
pub(super) struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u32(u32::from(*byte)));
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// The pages of one pair, written so far.
struct Row {
    pair: Pair,
    last: u32,
    text: Vec<u8>,
}

/// One file of the index.
#[derive(Default)]
pub(super) struct Pile {
    /// In the order the pairs were met, which is the same in every build.
    rows: Vec<Row>,
    known: HashMap<Pair, u32, BuildHasherDefault<Spread>>,
}

impl Pile {
    /// The pile of a pair among all of them.
    pub(super) fn of(piles: &mut [Self], pair: Pair) -> &mut Self {
        let at = usize::from(pile(pair, piles.len()));
        &mut piles[at]
    }

    /// Adds a posting of the pairs of a page.
    pub(super) fn take(&mut self, posting: Posting) {
        let Posting { pair, page, mark, sieve } = posting;
        self.add(pair, page, mark, sieve);
    }

    /// Adds a posting. Pages must come in rising order.
    pub(super) fn add(&mut self, pair: Pair, page: u32, mark: u8, sieve: u8) {
        let next = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let at = *self.known.entry(pair).or_insert(next);
        if at == next {
            self.rows.push(Row { pair, last: 0, text: Vec::with_capacity(8) });
        }
        let row = &mut self.rows[at as usize];
        let mut distance = page - row.last;
        row.last = page;
        while distance >= 32 {
            row.text.push(DIGITS[(distance & 31) as usize | 32]);
            distance >>= 5;
        }
        row.text.extend([distance as usize, mark as usize, sieve as usize].map(|n| DIGITS[n & 63]));
    }

    /// The pages of a pair, each with its mark and its sieve.
    pub(super) fn pages(&self, pair: Pair) -> Vec<(u32, u8, u8)> {
        let row = self.known.get(&pair).and_then(|at| self.rows.get(*at as usize));
        let mut rest = row.map_or(&[][..], |row| &row.text);
        let (mut pages, mut page) = (Vec::with_capacity(rest.len() / 3), 0);
        while !rest.is_empty() {
            let mut shift = 0;
            loop {
                let [digit, others @ ..] = rest else { return pages };
                rest = others;
                let digit = u32::from(value(*digit));
                page += (digit & 31) << shift;
                shift += 5;
                if digit & 32 == 0 {
                    break;
                }
            }
            let [mark, sieve, others @ ..] = rest else { return pages };
            pages.push((page, value(*mark), value(*sieve)));
            rest = others;
        }
        pages
    }

    /// The rows: `!`, the pair, its postings, and a last `!`. Pages count from 1.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        let mut room = [0; 4];
        for row in &self.rows {
            out.push(b'!');
            for unit in [row.pair >> 16, row.pair & 0xffff] {
                let c = char::from_u32(unit).unwrap_or('.');
                out.extend_from_slice(c.encode_utf8(&mut room).as_bytes());
            }
            out.extend_from_slice(&row.text);
        }
        out.push(b'!');
    }
}

#[cfg(test)]
mod tests {
    use super::{BODY, Dealt, Pile, TITLE, Tally, pair, pile};

    fn index(pages: &[(&str, u8)]) -> String {
        let (mut tally, mut pile) = (Tally::default(), Pile::default());
        let mut dealt = Dealt::default();
        for (page, (text, part)) in (1..).zip(pages) {
            tally.clear();
            tally.add(text, *part);
            tally.deal(page, &mut dealt);
        }
        dealt.sorted(1).of(0).iter().for_each(|posting| pile.take(*posting));
        let mut out = Vec::new();
        pile.write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn every_pair_has_its_pages_marks_and_what_follows() {
        assert_eq!(index(&[("讨薪", BODY), ("讨薪。讨薪", BODY)]), "!讨薪BBABRA!");
        // A particle parts, and so does punctuation; letters are small and half-width.
        assert_eq!(index(&[("我的钱，Ａb", BODY)]), "!abBBA!");
        assert_eq!(index(&[("钱", TITLE)]), "!钱.BIA!");
    }

    #[test]
    fn every_posting_goes_to_its_pile_in_the_order_of_pages() {
        let (mut tally, mut dealt) = (Tally::default(), Dealt::default());
        for page in 1..=40 {
            tally.clear();
            tally.add("法律援助不收钱，农民工讨薪", BODY);
            tally.deal(page, &mut dealt);
        }
        let (all, piles) = (dealt.postings.len(), 7);
        let dealt = dealt.sorted(piles);
        assert_eq!((0..piles).map(|number| dealt.of(number).len()).sum::<usize>(), all);
        for number in 0..piles {
            let postings = dealt.of(number);
            assert!(postings.is_sorted_by_key(|posting| posting.page));
            assert!(postings.iter().all(|one| usize::from(pile(one.pair, piles)) == number));
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut pile = Pile::default();
        let one = pair(0x8ba8, 0x85aa);
        let given: Vec<_> = [1, 31, 63, 64, 2_000, 70_000].map(|page| (page, 45, 33)).to_vec();
        given.iter().for_each(|(page, mark, sieve)| pile.add(one, *page, *mark, *sieve));
        assert_eq!(pile.pages(one), given);
        assert!(pile.pages(one + 1).is_empty());
    }

    #[test]
    fn a_long_page_fits() {
        let text: String = ('\u{4e00}'..'\u{8e00}').collect();
        // Two particles among them part, each taking two pairs with it.
        assert_eq!(index(&[(&text, BODY)]).matches('!').count(), 0x4000 - 4);
    }
}
