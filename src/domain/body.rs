//! The document tree: what a page's text says, however it was written down.
//!
//! Screen and paper are made from this one tree, so that both say the same. It owns its texts: the
//! Markdown file is dropped after parsing. Links and images are numbered in reading order; where
//! they lead is decided once for the whole site (`model::link`) and looked up by number.

use crate::base::span::Span;

/// The text of one page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
    /// Footnotes in the order of their first reference; [`Inline::Note`] holds the index.
    pub notes: Vec<Footnote>,
    /// Every link, image and fact reference, in the order of [`LinkId`] and [`FactId`].
    pub links: Vec<Link>,
    /// Every reference to a fact.
    pub facts: Vec<FactReference>,
}

/// Index into [`Body::links`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LinkId(pub u32);

/// Index into [`Body::facts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactId(pub u32);

/// A link or image as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The address as written, entities and escapes resolved.
    pub address: Box<str>,
    /// Whether it is shown in place (an image) rather than followed.
    pub image: bool,
    /// Where it stands.
    pub span: Span,
}

/// A reference to a fact, `{{ contact.centre.phone }}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactReference {
    /// The dotted name, without spaces.
    pub name: Box<str>,
    /// Where it stands, braces included.
    pub span: Span,
}

/// A footnote.
#[derive(Clone, Debug, PartialEq)]
pub struct Footnote {
    /// The name between `[^` and `]`.
    pub label: Box<str>,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// A block with its place in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands.
    pub span: Span,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockKind {
    /// A heading; `level` 1 to 6, `id` unique on the page.
    Heading {
        /// 1 to 6 as written; a page's own title is level 1, so bodies start at 2.
        level: u8,
        /// The anchor, without `#`.
        id: Box<str>,
        /// Its words.
        content: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// The first number of an ordered list.
        start: Option<u64>,
        /// Items without blank lines between them.
        tight: bool,
        /// The items.
        items: Vec<Item>,
    },
    /// A quotation, or a box when it starts with `[!NOTE]` and the like.
    Quote {
        /// Which box, if it is one.
        note: Option<NoteKind>,
        /// What stands inside.
        blocks: Vec<Block>,
    },
    /// Text kept as typed.
    Code {
        /// The first word after the fence; may be empty.
        lang: Box<str>,
        /// The lines, ending in a line feed.
        text: Box<str>,
    },
    /// A table with one header row.
    Table(Table),
    /// Terms and what they mean.
    Definitions(Vec<Definition>),
    /// A line across.
    Rule,
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// A box to tick, and whether it is.
    pub task: Option<bool>,
    /// What it says. In a tight list a lone paragraph is shown without paragraph spacing.
    pub blocks: Vec<Block>,
}

/// The kinds of boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// 说明
    Note,
    /// 提示
    Tip,
    /// 重要
    Important,
    /// 注意
    Warning,
    /// 小心
    Caution,
}

impl NoteKind {
    /// The word in templates and style classes.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
        }
    }

    /// The heading of the box.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Note => "说明",
            Self::Tip => "提示",
            Self::Important => "重要",
            Self::Warning => "注意",
            Self::Caution => "小心",
        }
    }
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// One per column.
    pub align: Vec<Align>,
    /// The header cells.
    pub head: Vec<Vec<Inline>>,
    /// The rows, each as long as the header.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// How a column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// As the renderer likes.
    None,
    /// Left.
    Left,
    /// Centred.
    Center,
    /// Right.
    Right,
}

/// A term with one or more explanations.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The term.
    pub term: Vec<Inline>,
    /// Its explanations.
    pub details: Vec<Vec<Block>>,
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words; line breaks of the source are already a space or nothing.
    Text(Box<str>),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Struck through.
    Strikethrough(Vec<Inline>),
    /// Text kept as typed.
    Code(Box<str>),
    /// A link.
    Link {
        /// Its number on the page.
        link: LinkId,
        /// Its words.
        content: Vec<Inline>,
        /// The title as written; empty when there is none.
        title: Box<str>,
    },
    /// An image.
    Image {
        /// Its number on the page.
        link: LinkId,
        /// The description.
        alt: Box<str>,
        /// The title as written, used as the caption; empty when there is none.
        title: Box<str>,
    },
    /// A reference to a footnote, by index into [`Body::notes`].
    Note(u32),
    /// A reference to a fact.
    Fact(FactId),
    /// A forced line break.
    Break,
}

impl Body {
    /// The link of a number.
    #[must_use]
    pub fn link(&self, id: LinkId) -> Option<&Link> {
        self.links.get(id.0 as usize)
    }

    /// The fact reference of a number.
    #[must_use]
    pub fn fact(&self, id: FactId) -> Option<&FactReference> {
        self.facts.get(id.0 as usize)
    }

    /// Every heading of the page at the top level of the text, in order.
    pub fn headings(&self) -> impl Iterator<Item = (u8, &str, &[Inline])> {
        self.blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Heading { level, id, content } => Some((*level, &**id, &**content)),
            _ => None,
        })
    }
}

/// Every table among some blocks, those within lists and quotations too, with the place of each.
pub fn each_table(blocks: &[Block], f: &mut impl FnMut(&Table, Span)) {
    for block in blocks {
        match &block.kind {
            BlockKind::Table(table) => f(table, block.span),
            BlockKind::Quote { blocks, .. } => each_table(blocks, f),
            BlockKind::List { items, .. } => {
                items.iter().for_each(|item| each_table(&item.blocks, f));
            }
            _ => {}
        }
    }
}

/// The words of some running text alone, without what facts say.
#[must_use]
pub fn words_of(content: &[Inline]) -> String {
    let mut words = String::new();
    plain_text(content, &|_| String::new(), &mut words);
    words
}

/// The words of some running text without their form; `fact` gives the words of a fact reference.
pub fn plain_text(content: &[Inline], fact: &dyn Fn(FactId) -> String, out: &mut String) {
    for piece in content {
        match piece {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strikethrough(inner)
            | Inline::Link { content: inner, .. } => plain_text(inner, fact, out),
            Inline::Image { alt, .. } => out.push_str(alt),
            Inline::Fact(id) => out.push_str(&fact(*id)),
            Inline::Break => out.push(' '),
            Inline::Note(_) => {}
        }
    }
}

/// Calls `f` with the words and the place of every block that holds words itself: headings,
/// paragraphs, code, table cells (the place is the table's), terms. Boxes, lists and notes are
/// walked into. References to facts are left out: they are not the author's words.
pub fn each_leaf(body: &Body, f: &mut impl FnMut(&str, Span, Leaf)) {
    each_leaf_filled(body, &|_| String::new(), f);
}

/// The same as a reader sees it: `fact` gives the words of a fact reference.
pub fn each_leaf_filled(
    body: &Body,
    fact: &dyn Fn(FactId) -> String,
    f: &mut impl FnMut(&str, Span, Leaf),
) {
    let notes = body.notes.iter().map(|note| note.blocks.as_slice());
    let mut words = String::new();
    for blocks in std::iter::once(body.blocks.as_slice()).chain(notes) {
        visit(blocks, &mut |content, span, leaf| match content {
            Content::Running(content) => {
                words.clear();
                plain_text(content, fact, &mut words);
                f(&words, span, leaf);
            }
            Content::Typed(text) => f(text, span, leaf),
        });
    }
}

/// What kind of block words stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaf {
    /// Running text.
    Text,
    /// A heading.
    Heading,
    /// Text kept as typed.
    Code,
}

/// What a block holds that holds words itself.
enum Content<'b> {
    Running(&'b [Inline]),
    Typed(&'b str),
}

/// Calls `f` with what every block holds that holds running text itself, in the order of
/// [`each_leaf`].
pub fn each_content<'b>(body: &'b Body, f: &mut impl FnMut(&'b [Inline], Leaf)) {
    let notes = body.notes.iter().map(|note| note.blocks.as_slice());
    for blocks in std::iter::once(body.blocks.as_slice()).chain(notes) {
        visit(blocks, &mut |content, _, leaf| {
            if let Content::Running(content) = content {
                f(content, leaf);
            }
        });
    }
}

fn visit<'b>(blocks: &'b [Block], f: &mut impl FnMut(Content<'b>, Span, Leaf)) {
    for block in blocks {
        let running = |content: &'b [Inline]| Content::Running(content);
        match &block.kind {
            BlockKind::Heading { content, .. } => f(running(content), block.span, Leaf::Heading),
            BlockKind::Paragraph(content) => f(running(content), block.span, Leaf::Text),
            BlockKind::List { items, .. } => items.iter().for_each(|item| visit(&item.blocks, f)),
            BlockKind::Quote { blocks, .. } => visit(blocks, f),
            BlockKind::Code { text, .. } => f(Content::Typed(text), block.span, Leaf::Code),
            BlockKind::Table(table) => {
                for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                    f(running(cell), block.span, Leaf::Text);
                }
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    f(running(&definition.term), block.span, Leaf::Text);
                    definition.details.iter().for_each(|detail| visit(detail, f));
                }
            }
            BlockKind::Rule => {}
        }
    }
}

/// Calls `f` with the title of every picture and link, and the place of the block it stands in: a
/// picture's is its caption, a link's is shown beside it. Neither is among the words of a leaf.
pub fn each_title(body: &Body, f: &mut impl FnMut(&str, Span)) {
    let notes = body.notes.iter().map(|note| note.blocks.as_slice());
    for blocks in std::iter::once(body.blocks.as_slice()).chain(notes) {
        titles(blocks, f);
    }
}

fn titles(blocks: &[Block], f: &mut impl FnMut(&str, Span)) {
    for Block { kind, span } in blocks {
        match kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => {
                inline_titles(content, *span, f);
            }
            BlockKind::List { items, .. } => items.iter().for_each(|item| titles(&item.blocks, f)),
            BlockKind::Quote { blocks, .. } => titles(blocks, f),
            BlockKind::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                cells.for_each(|cell| inline_titles(cell, *span, f));
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    inline_titles(&definition.term, *span, f);
                    definition.details.iter().for_each(|detail| titles(detail, f));
                }
            }
            BlockKind::Code { .. } | BlockKind::Rule => {}
        }
    }
}

fn inline_titles(content: &[Inline], span: Span, f: &mut impl FnMut(&str, Span)) {
    for piece in content {
        match piece {
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                inline_titles(inner, span, f);
            }
            Inline::Link { content, title, .. } => {
                inline_titles(content, span, f);
                if !title.is_empty() {
                    f(title, span);
                }
            }
            Inline::Image { title, .. } if !title.is_empty() => f(title, span),
            _ => {}
        }
    }
}
