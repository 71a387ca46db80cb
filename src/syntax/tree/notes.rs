//! Footnotes: numbered in the order of their first reference, each with the text that stands under
//! its label. As in the parser, labels are the same whatever their case.

use std::collections::BTreeMap;

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::domain::body::{Block, Footnote, Inline};
use crate::say;
use crate::syntax::tree::Builder;

/// What is known of the footnotes so far.
#[derive(Default)]
pub(super) struct Notes {
    /// Labels in the order of their first reference.
    labels: Vec<Box<str>>,
    numbers: BTreeMap<String, usize>,
    texts: Vec<(Footnote, Span)>,
}

impl Notes {
    /// The number of a label that is referred to.
    fn number(&mut self, label: &str) -> usize {
        *self.numbers.entry(label.to_lowercase()).or_insert_with(|| {
            self.labels.push(label.into());
            self.labels.len() - 1
        })
    }

    /// Takes the text of a footnote.
    pub(super) fn define(&mut self, label: Box<str>, blocks: Vec<Block>, at: Span) {
        self.texts.push((Footnote { label, blocks }, at));
    }

    /// The footnotes in order. A text that nothing refers to is shown nowhere: that is a finding.
    pub(super) fn settle(self, found: &mut Vec<Diagnostic>) -> Vec<Footnote> {
        let empty = |label| Footnote { label, blocks: Vec::new() };
        let mut notes: Vec<_> = self.labels.into_iter().map(empty).collect();
        let mut filled = vec![false; notes.len()];
        for (text, at) in self.texts {
            let number = self.numbers.get(&text.label.to_lowercase()).copied();
            match number.filter(|number| !std::mem::replace(&mut filled[*number], true)) {
                Some(number) => notes[number].blocks = text.blocks,
                None => found.push(unused(&text.label, at, number.is_some())),
            }
        }
        notes
    }
}

fn unused(label: &str, at: Span, twice: bool) -> Diagnostic {
    let message = if twice {
        say!(zh: "脚注 [^{label}] 有两条注文", en: "the footnote [^{label}] has two texts")
    } else {
        say!(zh: "注文 [^{label}] 没有被引用", en: "nothing refers to the footnote [^{label}]")
    };
    let hint = if twice {
        say!(zh: "换一个名字，或删去一条", en: "give one another name, or delete it")
    } else {
        say!(
            zh: "在正文里该注的地方写 [^{label}]，或删去注文",
            en: "write [^{label}] in the text where it belongs, or delete the note",
        )
    };
    Diagnostic::new(Code::FootnoteUnused, at, message).hint(hint)
}

impl Builder {
    /// A reference to a footnote.
    pub(in crate::syntax) fn note(&mut self, label: &str) {
        self.flush();
        self.leaf('。');
        let number = self.notes.number(label);
        self.push_inline(Inline::Note(u32::try_from(number).unwrap_or(u32::MAX)));
    }
}
