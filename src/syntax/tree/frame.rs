//! An open element: what stands in it so far.

use crate::domain::body::{Align, Block, Definition, Inline, Item, LinkId, NoteKind};

/// An open element.
pub(super) struct Frame {
    pub(super) kind: FrameKind,
    pub(super) start: usize,
    pub(super) blocks: Vec<Block>,
    pub(super) inlines: Vec<Inline>,
    /// The words of the last inline while they grow; that one is empty then.
    pub(super) tail: String,
    pub(super) items: Vec<Item>,
    pub(super) cells: Vec<Vec<Inline>>,
    pub(super) rows: Vec<Vec<Vec<Inline>>>,
    pub(super) definitions: Vec<Definition>,
    /// Of a list: whether an item held words without a paragraph. Of an item: its box.
    pub(super) tight: bool,
    pub(super) task: Option<bool>,
}

pub(super) enum FrameKind {
    Root,
    Paragraph,
    Heading(u8),
    Quote(Option<NoteKind>),
    Code(Box<str>),
    List(Option<u64>),
    Item,
    Footnote(Box<str>),
    Table(Vec<Align>),
    Row,
    Cell,
    Definitions,
    Term,
    Detail,
    Emphasis,
    Strong,
    Strikethrough,
    Link(LinkId, Box<str>),
    Image(LinkId, Box<str>),
    /// Not opened because too deep, or HTML: its content goes to the frame below.
    Passed,
    Html,
}

impl Frame {
    pub(super) fn new(kind: FrameKind, start: usize) -> Self {
        Self {
            kind,
            start,
            blocks: Vec::new(),
            inlines: Vec::new(),
            tail: String::new(),
            items: Vec::new(),
            cells: Vec::new(),
            rows: Vec::new(),
            definitions: Vec::new(),
            tight: false,
            task: None,
        }
    }

    pub(super) fn push(&mut self, piece: Inline) {
        self.settle();
        self.inlines.push(piece);
    }

    /// Adds words to a text that stands last, or begins one. A long paragraph may come in a hundred
    /// thousand pieces: only the first two are copied.
    pub(super) fn add_text(&mut self, words: &str) {
        if self.tail.is_empty() {
            let Some(Inline::Text(before)) = self.inlines.last_mut() else {
                self.push(Inline::Text(words.into()));
                return;
            };
            self.tail = std::mem::take(before).into_string();
        }
        self.tail.push_str(words);
    }

    /// Gives the last inline its words.
    pub(super) fn settle(&mut self) {
        if !self.tail.is_empty()
            && let Some(Inline::Text(last)) = self.inlines.last_mut()
        {
            *last = std::mem::take(&mut self.tail).into();
        }
    }

    /// Gives back the room that growing took: most lists hold one piece, a site holds a million of
    /// them, and all live until the end.
    pub(super) fn shrink(&mut self) {
        self.blocks.shrink_to_fit();
        self.inlines.shrink_to_fit();
        self.items.shrink_to_fit();
        self.cells.shrink_to_fit();
        self.rows.shrink_to_fit();
        self.definitions.shrink_to_fit();
    }
}
