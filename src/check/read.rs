//! One page with everything an author wrote on it, gathered once for all rules.
//!
//! Thirty rules ask about a page's words, and most pages have nothing for most of them. So the words
//! stand in one piece: a rule looks over all of them at once, and goes from text to text only where
//! that first look finds something.

use std::ops::Range;

use crate::base::look::bytes;
use crate::base::span::Span;
use crate::domain::body::{Leaf, each_leaf, each_title};
use crate::domain::page::Page;

/// Stands between two texts, so that nothing reaches from one into the next.
const END: char = '\n';

/// A page and its words.
pub(super) struct Read<'a> {
    pub(super) page: &'a Page,
    /// All texts, each followed by [`END`]: leaf blocks, titles of pictures and links, then the
    /// strings of the front matter.
    words: String,
    texts: Vec<Place>,
    plain: bool,
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
        if !page.body.links.is_empty() {
            each_title(&page.body, &mut |text, span| add(text, span, None));
        }
        // What an allowance is about is no content, whether it was taken or refused.
        let about: Vec<Span> =
            page.allowances().filter_map(|it| Some(it.get("text")?.span)).collect();
        page.record.each_text(&mut |text, span| {
            if !about.contains(&span) {
                add(text, span, None);
            }
        });
        let plain = !bytes::any(&words, bytes::unusual);
        Self { page, words, texts, plain }
    }

    /// Whether there is nothing but ASCII, Chinese characters and the signs of every page in all
    /// texts: then nobody need look for what is wide, unseen or of another script.
    pub(super) fn plain(&self) -> bool {
        self.plain
    }

    /// All texts in one, for a first look.
    pub(super) fn all(&self) -> &str {
        &self.words
    }

    /// The text that the byte `at` of all words is in: its place there, and in the file.
    pub(super) fn text_at(&self, at: usize) -> Option<(Range<usize>, Span)> {
        let next = self.texts.partition_point(|text| text.range.end < at);
        self.texts.get(next).map(|text| (text.range.clone(), text.span))
    }

    /// Words, place and kind of every leaf block.
    pub(super) fn leaves(&self) -> impl Iterator<Item = (&str, Span, Leaf)> {
        let texts = self.texts.iter();
        texts.filter_map(|text| Some((&self.words[text.range.clone()], text.span, text.leaf?)))
    }

    /// The same with the kind of leaf block, none in the front matter.
    pub(super) fn parts(&self) -> impl Iterator<Item = (&str, Span, Option<Leaf>)> {
        let texts = self.texts.iter();
        texts.map(|text| (&self.words[text.range.clone()], text.span, text.leaf))
    }

    /// Every text an author wrote: the body's leaves, titles in it, the strings of the front matter.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, Span)> {
        self.texts.iter().map(|text| (&self.words[text.range.clone()], text.span))
    }
}
