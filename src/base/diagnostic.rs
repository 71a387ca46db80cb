//! A finding: what is wrong in what people wrote, as data.
//!
//! Making a finding and printing it are different rooms. A floor that judges human text returns
//! [`Reported`]: its value *and* everything it found, never only the first fault.

use std::collections::HashMap;

use super::code::Code;
use super::span::{Span, Spanned};
use super::text::Text;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Stops `build` and `print`.
    Error,
    /// Shown; stops only with `--deny-warnings`.
    Warning,
    /// Worth knowing.
    Remark,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its stable code.
    pub code: Code,
    /// How bad; starts as the code's own, may be changed by `[check]` in site.toml.
    pub severity: Severity,
    /// The place, where there is one.
    pub at: Option<Span>,
    /// What is wrong, one sentence without a full stop.
    pub message: Text,
    /// A few words at the mark itself, and other places that belong to it.
    pub labels: Vec<Spanned<Text>>,
    /// How to mend it, each an action.
    pub hints: Vec<Text>,
    /// The words within the place that are meant. Checks know the block a word stands in, not the
    /// byte; once the text is read back for the report, the mark is narrowed to the words.
    pub words: Option<Box<str>>,
}

impl Diagnostic {
    /// A finding at a place, with the code's own severity.
    pub fn new(code: Code, at: Span, message: Text) -> Self {
        Self {
            code,
            severity: code.severity(),
            at: Some(at),
            message,
            labels: Vec::new(),
            hints: Vec::new(),
            words: None,
        }
    }

    /// A finding that has no place in a text.
    pub fn general(code: Code, message: Text) -> Self {
        Self { at: None, ..Self::new(code, Span::file(super::span::SourceId(0)), message) }
    }

    /// Adds a way to mend it.
    #[must_use]
    pub fn hint(mut self, hint: Text) -> Self {
        self.hints.push(hint);
        self
    }

    /// Says which words within the place are meant.
    #[must_use]
    pub fn narrow(mut self, words: &str) -> Self {
        self.words = Some(words.into());
        self
    }

    /// Adds words at a place (the finding's own or a related one).
    #[must_use]
    pub fn label(mut self, at: Span, words: Text) -> Self {
        self.labels.push(Spanned::new(words, at));
        self
    }

    /// Sorting order of reports: by source and place, then code; no place comes first.
    #[must_use]
    pub fn order(&self) -> (Option<Span>, &'static str) {
        (self.at, self.code.id())
    }
}

/// Moves marks to the words that are meant, now that the text is at hand. A word found twice in one
/// place is marked where it stands first and where it stands next; and looking on from the mark
/// before keeps a hundred thousand findings in one line from each walking the line.
#[derive(Debug, Default)]
pub struct Narrowing {
    /// By code and place: the words found last, and the byte they stand at.
    last: HashMap<(Code, Span), (Box<str>, usize)>,
}

impl Narrowing {
    /// Narrows the next finding, in the order they were made; `text` is that of its source.
    pub fn narrow(&mut self, finding: &mut Diagnostic, text: &str) {
        let (Some(at), Some(words)) = (finding.at, finding.words.take()) else { return };
        let Some(part) = text.get(at.range()) else { return };
        let from = match self.last.get(&(finding.code, at)) {
            // 马得 behind 马得福 stands elsewhere: the longer words were marked whole.
            Some((last, start)) if last.contains(&*words) => start + last.len(),
            Some((_, start)) => *start,
            None => 0,
        };
        let finder = memchr::memmem::Finder::new(words.as_bytes());
        let on = finder.find(&part.as_bytes()[from..]).map(|offset| from + offset);
        let whole = on.or_else(|| finder.find(part.as_bytes())).map(|start| (start, words.clone()));
        let starred = || starred_out(part, from, &words).or_else(|| starred_out(part, 0, &words));
        let whole = whole.or_else(starred);
        let Some((start, words)) = whole.or_else(|| longest_end(part, &words)) else { return };
        let first = at.range().start + start;
        finding.at = Some(Span::new(at.source, first..first + words.len()));
        self.last.insert((finding.code, at), (words, start));
    }
}

/// Where some words stand from a byte on in a text whose ID numbers are starred out, sign for sign, and
/// what stands there of them: the report keeps no such number, but for two characters at each end.
fn starred_out(text: &str, from: usize, words: &str) -> Option<(usize, Box<str>)> {
    const LONGEST: usize = 60;
    let first = words.chars().next()?;
    let digits = words.chars().filter(|c| c.is_numeric()).take(LONGEST + 1).count();
    if !(1..=LONGEST).contains(&digits) || words.len() > 4 * LONGEST {
        return None;
    }
    let same = |shown: char, written: char| {
        let covered =
            matches!(shown, '*' | '＊') && (written.is_numeric() || "XxＸｘ".contains(written));
        shown == written || covered && shown.len_utf8() == written.len_utf8()
    };
    text[from..].match_indices(first).find_map(|(offset, _)| {
        let shown = text[from + offset..].get(..words.len())?;
        let fits = shown.chars().count() == words.chars().count()
            && shown.chars().zip(words.chars()).all(|(shown, written)| same(shown, written));
        fits.then(|| (from + offset, words.into()))
    })
}

/// The longest end of some words that stands in a text, and where: with marks among them they do not
/// stand there whole (《法律援助法》**第七十二条**).
fn longest_end(text: &str, words: &str) -> Option<(usize, Box<str>)> {
    const SHORTEST: usize = 3;
    const LONGEST: usize = 60;
    let count = words.chars().take(LONGEST + 1).count();
    let ends = words.char_indices().take(count.saturating_sub(SHORTEST - 1)).skip(1);
    let mut ends = ends.map(|(at, _)| &words[at..]).take(if count > LONGEST { 0 } else { count });
    ends.find_map(|end| Some((text.find(end)?, end.into())))
}

/// A value and all that was found while making it.
#[derive(Clone, Debug, Default)]
pub struct Reported<T> {
    /// The value, as good as it could be made.
    pub value: T,
    /// Everything found.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Reported<T> {
    /// A value with findings.
    pub fn new(value: T, diagnostics: Vec<Diagnostic>) -> Self {
        Self { value, diagnostics }
    }

    /// A value without findings.
    pub fn clean(value: T) -> Self {
        Self { value, diagnostics: Vec::new() }
    }

    /// Moves the findings to `sink` and gives the value.
    pub fn drain_into(self, sink: &mut Vec<Diagnostic>) -> T {
        sink.extend(self.diagnostics);
        self.value
    }

    /// The same findings, another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Reported<U> {
        Reported { value: f(self.value), diagnostics: self.diagnostics }
    }
}

impl<T> FromIterator<Reported<T>> for Reported<Vec<T>> {
    fn from_iter<I: IntoIterator<Item = Reported<T>>>(items: I) -> Self {
        let mut all = Reported::clean(Vec::new());
        for item in items {
            all.value.push(item.value);
            all.diagnostics.extend(item.diagnostics);
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, Diagnostic, Narrowing, Span};
    use crate::base::span::SourceId;
    use crate::say;

    #[test]
    fn a_word_found_twice_is_marked_twice() {
        let text = "前 甲 乙 甲 乙";
        let whole = Span::new(SourceId(0), 0..text.len());
        let mut narrowing = Narrowing::default();
        let mut place = |words: &str| {
            let mut found =
                Diagnostic::new(Code::RawHtml, whole, say!(zh: "x", en: "x")).narrow(words);
            narrowing.narrow(&mut found, text);
            found.at.unwrap().range().start
        };
        assert_eq!([place("甲"), place("乙"), place("甲"), place("乙")], [4, 8, 12, 16]);
        assert_eq!([place("乙"), place("丙")], [8, 0], "begun anew, and not there");
    }

    /// The mark of each of some words in a text, one after the other.
    fn marks<'t>(text: &'t str, words: &[&str]) -> Vec<&'t str> {
        let whole = Span::new(SourceId(0), 0..text.len());
        let mut narrowing = Narrowing::default();
        let mark = |words: &&str| {
            let found = Diagnostic::new(Code::RawHtml, whole, say!(zh: "x", en: "x"));
            let mut found = found.narrow(words);
            narrowing.narrow(&mut found, text);
            &text[found.at.unwrap().range()]
        };
        words.iter().map(mark).collect()
    }

    #[test]
    fn words_within_the_ones_before_stand_elsewhere() {
        let text = "马得福和马得才";
        let places = |words: &[&str]| -> Vec<usize> {
            let marks = marks(text, words).into_iter();
            marks.map(|mark| mark.as_ptr() as usize - text.as_ptr() as usize).collect()
        };
        assert_eq!(places(&["马得福", "马得"]), [0, 12]);
        assert_eq!(places(&["马得福", "马得才"]), [0, 12]);
    }

    #[test]
    fn numbers_that_the_report_stars_out() {
        let text = "１号，３４＊＊＊＊２１，34****21";
        assert_eq!(marks(text, &["３４９９０７２１"]), ["３４＊＊＊＊２１"]);
        assert_eq!(marks(text, &["34990721"]), ["34****21"]);
        assert_eq!(marks(text, &["34990722", "３４９"]), [text, "３４＊"]);
    }
}
