//! The likeliest way to read a run of Chinese characters: as words, with or without names among them.
//!
//! One pass from left to right keeps the cheapest way to each place, so time grows with length only.

use super::character::{Character, SOUND};
use super::vocabulary::Vocabulary;

/// A name that may begin at a place: its length in characters, what it costs, and whose.
pub(super) struct Candidate<W> {
    pub(super) length: usize,
    pub(super) cost: i32,
    pub(super) who: W,
}

/// A name the likeliest way has: from, to (in characters), and whose.
pub(super) type Named<W> = (usize, usize, W);

/// The last step to a place.
struct Step<W> {
    cost: i32,
    from: usize,
    name: Option<W>,
}

/// A character as a word by itself.
fn alone(c: char) -> i32 {
    i32::from(Character::of(c).alone)
}

/// Names of other languages without a dot: 尔古阿支. That there is one, and each character of it.
const FOREIGN: i32 = 90;
const SYLLABLE: i32 = 42;

/// The cost of each length of a foreign name at the beginning of a text.
fn foreign(text: &[char]) -> impl Iterator<Item = (usize, i32)> {
    let sounds = text.iter().take(5).take_while(|c| Character::of(**c).is(SOUND)).count();
    (3..=sounds).zip((3..).map(|length| FOREIGN + SYLLABLE * length))
}

/// How much more the cheapest way through a short text costs with a name at a place than the cheapest
/// without; `names` are lengths and costs.
pub(super) fn lead(text: &[char], at: usize, names: &[Option<(usize, i32)>]) -> Option<i32> {
    const LONGEST: usize = 20;
    let vocabulary = Vocabulary::get();
    let (mut plain, mut named) = ([UNREACHED; LONGEST], [UNREACHED; LONGEST]);
    plain[0] = 0;
    for here in 0..text.len().min(LONGEST - 4) {
        let rest = &text[here..];
        let words = vocabulary.begins(rest).into_iter().zip(2..);
        let words = words.filter_map(|(cost, length)| Some((length, cost?)));
        for (length, cost) in words.chain([(1, alone(rest[0]))]) {
            plain[here + length] = plain[here + length].min(plain[here] + cost);
            named[here + length] = named[here + length].min(named[here] + cost);
        }
        if here == at {
            for (length, cost) in names.iter().flatten() {
                named[here + length] = named[here + length].min(plain[here] + cost);
            }
        }
    }
    let end = text.len().min(LONGEST - 4);
    (named[end] < UNREACHED).then(|| named[end] - plain[end])
}

/// More than any way costs.
const UNREACHED: i32 = i32::MAX / 2;

/// The names in a run. `candidates` gives those that may begin at a place; `sounds` says whose a
/// foreign one would be, and what it costs less there.
pub(super) fn names<W: Copy>(
    run: &[char],
    mut candidates: impl FnMut(usize, &mut Vec<Candidate<W>>),
    mut sounds: impl FnMut(usize, usize) -> (W, i32),
) -> Vec<Named<W>> {
    let vocabulary = Vocabulary::get();
    let mut steps: Vec<Step<W>> = Vec::with_capacity(run.len() + 1);
    steps.resize_with(run.len() + 1, || Step { cost: i32::MAX, from: 0, name: None });
    steps[0].cost = 0;
    let mut names = Vec::new();
    for at in 0..run.len() {
        // Each character is a word at worst, so every place was reached.
        let cost = steps[at].cost;
        let mut step = |length: usize, more: i32, name: Option<W>| {
            let to = &mut steps[at + length];
            // Of a run without an end the costs end somewhere too.
            let cost = cost.saturating_add(more);
            if cost < to.cost {
                *to = Step { cost, from: at, name };
            }
        };
        let rest = &run[at..];
        step(1, alone(rest[0]), None);
        for (more, word) in vocabulary.begins(rest).into_iter().enumerate() {
            if let Some(word) = word {
                step(more + 2, word, None);
            }
        }
        for (length, cost) in foreign(rest) {
            let (who, less) = sounds(at, length);
            // 布洛芬 is a medicine: three take a word that somebody is called so.
            if length > 3 || less > 0 {
                step(length, cost - less, Some(who));
            }
        }
        candidates(at, &mut names);
        for name in names.drain(..) {
            step(name.length, name.cost, Some(name.who));
        }
    }
    let mut found = Vec::new();
    let mut end = run.len();
    while end > 0 {
        let Step { from, name, .. } = steps[end];
        found.extend(name.map(|who| (from, end, who)));
        end = from;
    }
    found.reverse();
    found
}

#[cfg(test)]
mod tests {
    use super::{Candidate, names};

    /// The names a run has where any two or three characters may be one at so much.
    fn read(run: &str, cost: i32) -> Vec<String> {
        let chars: Vec<char> = run.chars().collect();
        let candidates = |at: usize, out: &mut Vec<Candidate<()>>| {
            let lengths = 2..=3.min(chars.len() - at);
            out.extend(lengths.map(|length| Candidate { length, cost, who: () }));
        };
        let found = names(&chars, candidates, |_, _| ((), 0));
        found.into_iter().map(|(from, to, ())| chars[from..to].iter().collect()).collect()
    }

    #[test]
    fn words_win_over_dear_names() {
        assert_eq!(read("当事人高兴地离开", 400), [""; 0]);
        assert_eq!(read("找到鲁萱萱的", 200), ["鲁萱萱"]);
        assert_eq!(read("", 1), [""; 0]);
    }

    #[test]
    fn foreign_names_without_a_dot() {
        assert_eq!(read("打工的尔古阿支不太会", 900), ["尔古阿支"]);
    }
}
