//! One page with everything an author wrote on it, gathered once for all rules.
//!
//! Thirty rules ask about a page's words, and most pages have nothing for most of them. So the words
//! stand in one piece: a rule looks over all of them at once, and goes from text to text only where
//! that first look finds something.

use std::ops::Range;

use aho_corasick::Match;

use super::words::Words;
use crate::base::span::Span;
use crate::domain::body::{Leaf, each_leaf};
use crate::domain::page::Page;

/// Stands between two texts, so that nothing reaches from one into the next.
const END: char = '\n';

/// A page and its words.
pub(super) struct Read<'a> {
    pub(super) page: &'a Page,
    /// All texts, each followed by [`END`]: leaf blocks, then the strings of the front matter.
    words: String,
    texts: Vec<Place>,
}

/// Where a text stands.
struct Place {
    /// In `words`.
    range: Range<usize>,
    /// In the file.
    span: Span,
    /// The kind of leaf block; none in the front matter.
    leaf: Option<Leaf>,
}

impl<'a> Read<'a> {
    pub(super) fn of(page: &'a Page) -> Self {
        let mut words = String::new();
        let mut texts = Vec::new();
        let mut add = |text: &str, span, leaf| {
            let start = words.len();
            words.push_str(text);
            texts.push(Place { range: start..words.len(), span, leaf });
            words.push(END);
        };
        each_leaf(&page.body, &mut |text, span, leaf| add(text, span, Some(leaf)));
        page.record.each_text(&mut |text, span| add(text, span, None));
        Self { page, words, texts }
    }

    /// All texts in one, for a first look.
    pub(super) fn all(&self) -> &str {
        &self.words
    }

    /// Words, place and kind of every leaf block.
    pub(super) fn leaves(&self) -> impl Iterator<Item = (&str, Span, Leaf)> {
        let texts = self.texts.iter();
        texts.filter_map(|text| Some((&self.words[text.range.clone()], text.span, text.leaf?)))
    }

    /// Every text an author wrote: the body's leaves and the strings of the front matter.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, Span)> {
        self.texts.iter().map(|text| (&self.words[text.range.clone()], text.span))
    }

    /// Every place where one of `words` stands: the text, its place in the file, and the place in
    /// the text.
    pub(super) fn each(&self, words: &Words, mut f: impl FnMut(&str, Span, Range<usize>)) {
        let mut texts = self.texts.iter();
        let Some(mut text) = texts.next() else { return };
        for hit in words.find(&self.words) {
            let place = |hit: &Match, text: &Place| {
                hit.start() - text.range.start..hit.end() - text.range.start
            };
            while hit.start() >= text.range.end {
                match texts.next() {
                    Some(next) => text = next,
                    None => return,
                }
            }
            f(&self.words[text.range.clone()], text.span, place(&hit, text));
        }
    }
}
