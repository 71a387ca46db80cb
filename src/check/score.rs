//! How plainly the pages for citizens are written: points for each page and for the site.
//!
//! The rules of `plain` say where to mend; the points say how a page stands beside the others and
//! whether the site gets better. A fault is a sentence too long or with too many clauses, or a term
//! that nobody explains; the points are the share of sentences without one. A short page is counted
//! as ten sentences, so that one fault does not take it all.

use rayon::prelude::*;

use super::{Facts, Read, plain};
use crate::domain::page::Page;

/// A page is counted as at least so many sentences.
const FEWEST: usize = 10;

/// What was counted on one page, or on all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Sentences.
    pub sentences: usize,
    /// Those that are too long.
    pub long: usize,
    /// Those with too many clauses.
    pub stacked: usize,
    /// Terms that nobody explains.
    pub terms: usize,
    /// Sentences as they are counted: at least [`FEWEST`] a page.
    weight: usize,
}

impl Count {
    /// Everything that is not plain.
    #[must_use]
    pub fn faults(&self) -> usize {
        self.long + self.stacked + self.terms
    }

    /// Points out of 100; 100 only where there is no fault.
    #[must_use]
    pub fn points(&self) -> usize {
        let lost = (self.faults() * 100).div_ceil(self.weight.max(1));
        100_usize.saturating_sub(lost)
    }

    fn add(self, other: Self) -> Self {
        Self {
            sentences: self.sentences + other.sentences,
            long: self.long + other.long,
            stacked: self.stacked + other.stacked,
            terms: self.terms + other.terms,
            weight: self.weight + other.weight,
        }
    }
}

/// The points of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Every page for citizens by the path of its file, in the order of the site.
    pub pages: Vec<(Box<str>, Count)>,
    /// All of them.
    pub whole: Count,
}

/// Counts the pages for citizens.
#[must_use]
pub fn score(facts: &Facts<'_>) -> Score {
    let pages: Vec<&Page> =
        facts.site.pages().map(|(_, page)| page).filter(|page| plain::for_citizens(page)).collect();
    let pages: Vec<(Box<str>, Count)> =
        pages.par_iter().map(|page| (page.path.clone(), count(facts, page))).collect();
    let whole = pages.iter().fold(Count::default(), |sum, (_, count)| sum.add(*count));
    Score { pages, whole }
}

fn count(facts: &Facts<'_>, page: &Page) -> Count {
    let read = Read::of(page);
    let mut count = Count::default();
    for (words, _) in plain::sentences_in(&read) {
        for sentence in plain::sentences_of(words) {
            let (length, commas) = plain::measure(sentence);
            count.sentences += usize::from(length > 0);
            if length > facts.settings.sentence_length {
                count.long += 1;
            } else if commas > plain::COMMAS {
                count.stacked += 1;
            }
        }
    }
    count.terms = plain::left_open(facts, &read).count();
    count.weight = count.sentences.max(FEWEST);
    count
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn a_hundred_only_without_a_fault() {
        let count = |weight, long| Count { weight, long, ..Count::default() }.points();
        assert_eq!(count(500, 0), 100);
        assert_eq!(count(500, 1), 99);
        assert_eq!(count(10, 1), 90);
        assert_eq!(count(10, 20), 0);
        assert_eq!(Count::default().points(), 100);
    }
}
