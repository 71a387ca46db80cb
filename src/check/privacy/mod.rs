//! Cases and notices expose nobody (C321–C329): numbers, dates, places and names that lead to a
//! person.
//!
//! 个人信息保护法 arts. 6, 25, 28, 51: what is made public is as little as will do. Signs that stand
//! for something taken out (某, stars, ×) mean that an editor has done so already. Each rule looks
//! over all words of a page at once, as a reader sees them ([`folded`]); what it finds is marked as
//! the author wrote it. A page that tells of nobody is not looked at, but for bank cards.

mod account;
mod address;
mod age;
mod birth;
mod card;
mod case_number;
mod county_plate;
mod day;
mod digits;
mod dweller;
mod estate;
mod folded;
mod hamlet;
mod mobile;
mod office;
mod paper;
mod plate;
mod spelled;
pub(super) mod table;
mod target;
mod township;
pub(super) mod village;
mod year;

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Facts, Read, names};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::base::text::Text;
use crate::domain::kind::Kind;

use folded::Folded;

/// A page that tells of persons who did not ask to be on it.
pub(super) struct Told<'a> {
    pub(super) read: &'a Read<'a>,
    folded: Folded<'a>,
    /// Rows of digits long enough for a mobile.
    rows: Vec<digits::Row>,
}

/// What gives somebody away.
pub(super) struct Find {
    pub(super) code: Code,
    /// In the words of the page as read.
    pub(super) place: Range<usize>,
    pub(super) message: Text,
    pub(super) mend: Text,
}

impl<'a> Told<'a> {
    /// The words of the page, each text ended by a line feed.
    pub(super) fn words(&self) -> &str {
        &self.folded.words
    }

    /// Every text, by its place in the words and in the file.
    pub(super) fn texts(&self) -> impl Iterator<Item = (Range<usize>, Span)> {
        let words = self.words();
        let mut start = 0;
        words.split_terminator('\n').filter_map(move |text| {
            let place = start..start + text.len();
            start = place.end + 1;
            Some((place.clone(), self.span(&place)?))
        })
    }

    /// The text that something was found in, by its place in the file.
    pub(super) fn span(&self, place: &Range<usize>) -> Option<Span> {
        self.read.text_at(self.folded.written(place).start).map(|(_, span)| span)
    }

    /// Whether the page tells of persons: others are only looked at for cards.
    fn of_persons(&self) -> bool {
        matches!(self.read.page.kind, Kind::Case(_) | Kind::Notice(_))
    }

    pub(super) fn is_case(&self) -> bool {
        matches!(self.read.page.kind, Kind::Case(_))
    }
}

type Rule = fn(&Told<'_>, &mut Vec<Find>);

/// The rules about persons, in the order of their codes.
const RULES: [Rule; 8] = [
    mobile::find,
    birth::find,
    address::find,
    plate::find,
    case_number::find,
    names::persons,
    names::companies,
    names::minors,
];

pub(super) fn exposed(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let persons = matches!(read.page.kind, Kind::Case(_) | Kind::Notice(_));
    if !persons && !card::possible(read) {
        return;
    }
    let folded = Folded::of(read);
    let rows = digits::rows(&folded.words, mobile::DIGITS);
    let told = Told { read, folded, rows };
    let mut finds = Vec::new();
    if persons {
        RULES.iter().for_each(|rule| rule(&told, &mut finds));
    }
    card::find(&told, &mut finds);
    said_once(&mut finds);
    let findings = finds.into_iter().filter_map(|find| {
        let place = told.folded.written(&find.place);
        let (text, span) = read.text_at(place.start)?;
        let words = read.all().get(place.start..place.end.min(text.end))?;
        Some(Diagnostic::new(find.code, span, find.message).narrow(words).hint(find.mend))
    });
    found.extend(findings);
    if persons {
        target::find(read, found);
    }
}

/// Where a child lives is said to be a child's (C329), not once more an address; and 前张岗 is a hamlet, not
/// somebody called 张岗.
fn said_once(finds: &mut Vec<Find>) {
    let places = |code: Code| -> Vec<Range<usize>> {
        let mut places: Vec<Range<usize>> =
            finds.iter().filter(|find| find.code == code).map(|find| find.place.clone()).collect();
        places.sort_by_key(|place| place.start);
        places
    };
    let minor: BTreeSet<(usize, usize)> =
        places(Code::MinorPlace).into_iter().map(|place| (place.start, place.end)).collect();
    let homes = places(Code::FullAddress);
    let at_home = |name: &Range<usize>| {
        let before = homes.partition_point(|home| home.start <= name.start);
        before.checked_sub(1).is_some_and(|last| name.end <= homes[last].end)
    };
    finds.retain(|find| match find.code {
        Code::FullAddress => !minor.contains(&(find.place.start, find.place.end)),
        Code::FullName => !at_home(&find.place),
        _ => true,
    });
}
