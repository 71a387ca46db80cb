//! Persons who lost something (C327): what a notice calls a holder is a name, also one that is a word.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::base::span::Span;
use crate::check::privacy::Told;
use crate::domain::kind::Kind;
use crate::domain::kinds::notice::HolderKind;

/// What stands between the holders of one document: 白雪、江河.
const BETWEEN: [char; 7] = ['、', '，', ',', '；', ';', '/', '与'];

/// Every holder with a name of two to four characters.
pub(super) fn persons(told: &Told<'_>) -> Vec<Range<usize>> {
    let Kind::Notice(batch) = &told.read.page.kind else { return Vec::new() };
    let persons = batch.notices.iter().filter(|n| n.holder_kind == Some(HolderKind::Person));
    let spans: BTreeSet<Span> = persons.map(|notice| notice.holder.span).collect();
    let words = told.words();
    let texts = told.texts().filter(|(_, span)| spans.contains(span));
    texts.flat_map(|(place, _)| named(&words[place.clone()], place.start)).collect()
}

/// The names in a holder that stands at `start`. 王 芳 is one.
fn named(holder: &str, start: usize) -> Vec<Range<usize>> {
    if name(holder) {
        return std::iter::once(start..start + holder.len()).collect();
    }
    let mut at = start;
    let between = |c: char| c == ' ' || BETWEEN.contains(&c);
    let parts = holder.split_inclusive(between).filter_map(|part| {
        let own = part.trim_end_matches(between);
        let place = at..at + own.len();
        at += part.len();
        name(own).then_some(place)
    });
    parts.collect()
}

fn name(part: &str) -> bool {
    let masked = part.contains(['某', '*', '＊', '×', '○', 'X', 'x']);
    !masked
        && !part.contains(BETWEEN)
        && (2..=4).contains(&part.chars().filter(|c| !c.is_whitespace()).count())
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn each_holder_of_several() {
        let found = |holder: &'static str| -> Vec<&str> {
            named(holder, 0).into_iter().map(|place| &holder[place]).collect()
        };
        assert_eq!(found("白雪、江河"), ["白雪", "江河"]);
        assert_eq!(found("王某、江河"), ["江河"]);
        assert_eq!((found("王 芳"), found("王*明、李某")), (vec!["王 芳"], vec![]));
    }
}
