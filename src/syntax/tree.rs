//! The stack that turns parser events into blocks and inlines.
//!
//! Each open element is a frame on a heap-allocated stack, so that ten thousand levels of quotes
//! cannot overflow anything. Beyond [`DEEPEST`] levels frames are not opened any more: what stands
//! inside goes to the last allowed frame, and one finding says so. Words and line breaks are
//! gathered in [`words`], footnotes in [`notes`].

mod frame;
mod notes;
mod words;

use std::ops::Range;

use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, HeadingLevel, LinkType, Tag, TagEnd,
};

use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::span::{SourceId, Span};
use crate::domain::body::{
    Align, Block, BlockKind, Body, Definition, Inline, Item, Link, LinkId, NoteKind, Table,
    plain_text,
};
use crate::say;
use crate::syntax::anchor::Anchors;
use crate::syntax::emphasis::Prepared;
use crate::syntax::html;
use crate::syntax::tree::frame::{Frame, FrameKind};
use crate::syntax::tree::notes::Notes;
use crate::syntax::tree::words::Run;

/// Quotes and lists nest at most so deep: deeper, paper cannot set them and nobody can read them.
const DEEPEST: usize = 12;
/// Emphasis and links nest at most so deep; more is a typing accident and is flattened silently.
const DEEPEST_INLINE: usize = 16;

pub(super) struct Builder {
    source: SourceId,
    stack: Vec<Frame>,
    /// The places of those frames that take content; never empty.
    taking: Vec<usize>,
    body: Body,
    notes: Notes,
    anchors: Anchors,
    run: Run,
    /// A line break not yet decided: depth of the stack and place among the frame's inlines.
    pending: Option<(usize, usize)>,
    last: Option<char>,
    deep: usize,
    deep_inline: usize,
    too_deep: bool,
    found: Vec<Diagnostic>,
}

impl Builder {
    pub(super) fn new(source: SourceId) -> Self {
        Self {
            source,
            stack: vec![Frame::new(FrameKind::Root, 0)],
            taking: vec![0],
            body: Body::default(),
            notes: Notes::default(),
            anchors: Anchors::default(),
            run: Run::default(),
            pending: None,
            last: None,
            deep: 0,
            deep_inline: 0,
            too_deep: false,
            found: Vec::new(),
        }
    }

    /// The innermost frame that takes content.
    fn top(&mut self) -> &mut Frame {
        let at = self.top_place();
        &mut self.stack[at]
    }

    fn top_place(&self) -> usize {
        // The root frame is pushed in `new` and popped by nobody but `finish`.
        self.taking.last().copied().unwrap_or(0)
    }

    fn push_frame(&mut self, kind: FrameKind, start: usize) {
        if !matches!(kind, FrameKind::Passed) {
            self.taking.push(self.stack.len());
        }
        self.stack.push(Frame::new(kind, start));
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, range)
    }

    fn push_inline(&mut self, piece: Inline) {
        self.top().push(piece);
    }

    /// Ends words that stand in an item, quote or note without a paragraph of their own.
    fn end_bare_words(&mut self, end: usize) {
        self.flush();
        self.pending = None;
        let source = self.source;
        let top = self.top();
        let bare = matches!(
            top.kind,
            FrameKind::Item
                | FrameKind::Detail
                | FrameKind::Root
                | FrameKind::Quote(_)
                | FrameKind::Footnote(_)
        );
        if bare && !top.inlines.is_empty() {
            top.settle();
            let content = std::mem::take(&mut top.inlines);
            let start = top.blocks.last().map_or(top.start, |block| block.span.range().end);
            let span = Span::new(source, start.min(end)..end);
            top.blocks.push(Block { kind: BlockKind::Paragraph(content), span });
            top.tight = true;
        }
    }

    fn push_block(&mut self, kind: BlockKind, range: Range<usize>) {
        let span = self.span(range);
        self.top().blocks.push(Block { kind, span });
    }

    pub(super) fn open(&mut self, tag: Tag<'_>, place: Range<usize>, prepared: &Prepared<'_>) {
        let kind = self.frame_kind(tag, &place, prepared);
        match kind {
            FrameKind::Emphasis
            | FrameKind::Strong
            | FrameKind::Strikethrough
            | FrameKind::Link(..)
            | FrameKind::Image(..) => {
                self.flush();
                self.deep_inline += 1;
                let flat = self.deep_inline > DEEPEST_INLINE;
                self.push_frame(if flat { FrameKind::Passed } else { kind }, place.start);
                return;
            }
            _ => self.end_bare_words(place.start),
        }
        self.last = None;
        let nesting = matches!(kind, FrameKind::Quote(_) | FrameKind::List(_));
        let inside = matches!(kind, FrameKind::Item) && self.passed_list();
        if nesting {
            self.deep += 1;
        }
        if inside || (nesting && self.deep > DEEPEST) {
            if nesting {
                self.say_too_deep(place.clone());
            }
            self.push_frame(FrameKind::Passed, place.start);
        } else {
            self.push_frame(kind, place.start);
        }
    }

    /// Whether the innermost open element is a list that was not opened for being too deep.
    fn passed_list(&self) -> bool {
        self.stack.last().is_some_and(|frame| matches!(frame.kind, FrameKind::Passed))
    }

    fn say_too_deep(&mut self, place: Range<usize>) {
        if std::mem::replace(&mut self.too_deep, true) {
            return;
        }
        let span = self.span(place.start..place.start);
        self.found.push(
            Diagnostic::new(
                Code::TooDeep,
                span,
                say!(
                    zh: "引用或列表套了 {DEEPEST} 层以上",
                    en: "quotes or lists nest more than {DEEPEST} deep",
                ),
            )
            .hint(say!(zh: "改成小标题加短段落", en: "use headings and short paragraphs instead")),
        );
    }

    fn frame_kind(
        &mut self,
        tag: Tag<'_>,
        place: &Range<usize>,
        prepared: &Prepared<'_>,
    ) -> FrameKind {
        match tag {
            Tag::Paragraph => FrameKind::Paragraph,
            Tag::Heading { level, .. } => FrameKind::Heading(heading_level(level)),
            Tag::BlockQuote(kind) => FrameKind::Quote(kind.map(note_kind)),
            Tag::CodeBlock(kind) => FrameKind::Code(match kind {
                CodeBlockKind::Fenced(info) => {
                    let info = prepared.clean(&info);
                    info.split_whitespace().next().unwrap_or("").into()
                }
                CodeBlockKind::Indented => "".into(),
            }),
            Tag::HtmlBlock | Tag::MetadataBlock(_) => FrameKind::Html,
            Tag::List(start) => FrameKind::List(start),
            Tag::Item => FrameKind::Item,
            Tag::FootnoteDefinition(label) => {
                FrameKind::Footnote(prepared.clean(&label).as_ref().into())
            }
            Tag::DefinitionList => FrameKind::Definitions,
            Tag::DefinitionListTitle => FrameKind::Term,
            Tag::DefinitionListDefinition => FrameKind::Detail,
            Tag::Table(columns) => FrameKind::Table(columns.into_iter().map(align).collect()),
            Tag::TableHead | Tag::TableRow => FrameKind::Row,
            Tag::TableCell => FrameKind::Cell,
            Tag::Emphasis | Tag::Superscript | Tag::Subscript => FrameKind::Emphasis,
            Tag::Strong => FrameKind::Strong,
            Tag::Strikethrough => FrameKind::Strikethrough,
            Tag::Link { link_type, dest_url, title, .. } => {
                let mail = if link_type == LinkType::Email { "mailto:" } else { "" };
                let address = format!("{mail}{}", prepared.clean(&dest_url));
                let link = self.add_link(&address, false, place.clone());
                FrameKind::Link(link, prepared.clean(&title).as_ref().into())
            }
            Tag::Image { dest_url, title, .. } => {
                let link = self.add_link(&prepared.clean(&dest_url), true, place.clone());
                FrameKind::Image(link, prepared.clean(&title).as_ref().into())
            }
        }
    }

    fn add_link(&mut self, address: &str, image: bool, place: Range<usize>) -> LinkId {
        let id = LinkId(u32::try_from(self.body.links.len()).unwrap_or(u32::MAX));
        let span = self.span(place);
        self.body.links.push(Link { address: address.into(), image, span });
        id
    }

    pub(super) fn close(&mut self, tag: TagEnd, end: usize) {
        let inline = matches!(
            tag,
            TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Superscript
                | TagEnd::Subscript
                | TagEnd::Link
                | TagEnd::Image
        );
        if inline {
            self.flush();
            self.deep_inline = self.deep_inline.saturating_sub(1);
        } else {
            self.end_bare_words(end);
            self.last = None;
        }
        if matches!(tag, TagEnd::BlockQuote(_) | TagEnd::List(_)) {
            self.deep = self.deep.saturating_sub(1);
        }
        if self.stack.len() > 1
            && let Some(frame) = self.stack.pop()
        {
            self.taking.pop_if(|at| *at == self.stack.len());
            self.put(frame, end);
        }
    }

    /// Gives a finished frame to the one below it.
    fn put(&mut self, mut frame: Frame, end: usize) {
        frame.settle();
        frame.shrink();
        let place = frame.start..end;
        match frame.kind {
            FrameKind::Paragraph => self.put_paragraph(frame.inlines, place),
            FrameKind::Heading(level) => {
                let mut words = String::new();
                plain_text(&frame.inlines, &|_| String::new(), &mut words);
                let id = self.anchors.make(&words);
                let kind = BlockKind::Heading { level, id, content: frame.inlines };
                self.push_block(kind, place);
            }
            FrameKind::Quote(note) => {
                self.push_block(BlockKind::Quote { note, blocks: frame.blocks }, place);
            }
            FrameKind::Code(lang) => {
                let mut text = String::new();
                plain_text(&frame.inlines, &|_| String::new(), &mut text);
                self.push_block(BlockKind::Code { lang, text: text.into() }, place);
            }
            FrameKind::List(start) => {
                let kind = BlockKind::List { start, tight: frame.tight, items: frame.items };
                self.push_block(kind, place);
            }
            FrameKind::Item => {
                let item = Item { task: frame.task, blocks: frame.blocks };
                let list = self.top();
                list.tight |= frame.tight;
                list.items.push(item);
            }
            FrameKind::Footnote(label) => {
                let span = self.span(place);
                self.notes.define(label, frame.blocks, span);
            }
            FrameKind::Table(align) => self.put_table(align, frame.rows, place),
            FrameKind::Row => self.top().rows.push(frame.cells),
            FrameKind::Cell => self.top().cells.push(frame.inlines),
            FrameKind::Definitions => {
                self.push_block(BlockKind::Definitions(frame.definitions), place);
            }
            FrameKind::Term => {
                let definition = Definition { term: frame.inlines, details: Vec::new() };
                self.top().definitions.push(definition);
            }
            FrameKind::Detail => {
                if let Some(definition) = self.top().definitions.last_mut() {
                    definition.details.push(frame.blocks);
                }
            }
            FrameKind::Emphasis => self.push_inline(Inline::Emphasis(frame.inlines)),
            FrameKind::Strong => self.push_inline(Inline::Strong(frame.inlines)),
            FrameKind::Strikethrough => self.push_inline(Inline::Strikethrough(frame.inlines)),
            FrameKind::Link(link, title) => {
                self.push_inline(Inline::Link { link, content: frame.inlines, title });
            }
            FrameKind::Image(link, title) => {
                let mut alt = String::new();
                plain_text(&frame.inlines, &|_| String::new(), &mut alt);
                self.push_inline(Inline::Image { link, alt: alt.into(), title });
            }
            FrameKind::Root | FrameKind::Passed | FrameKind::Html => {}
        }
    }

    fn put_paragraph(&mut self, content: Vec<Inline>, place: Range<usize>) {
        // A paragraph that held nothing but refused HTML leaves nothing to show.
        if !content.is_empty() {
            self.push_block(BlockKind::Paragraph(content), place);
        }
    }

    fn put_table(&mut self, align: Vec<Align>, rows: Vec<Vec<Vec<Inline>>>, place: Range<usize>) {
        let columns = align.len();
        let mut rows = rows.into_iter().map(|mut row| {
            row.resize_with(columns, Vec::new);
            row
        });
        let head = rows.next().unwrap_or_default();
        let rows = rows.collect();
        self.push_block(BlockKind::Table(Table { align, head, rows }), place);
    }

    pub(super) fn html(&mut self, html: &str, place: Range<usize>) {
        let block = self.stack.last_mut().filter(|frame| matches!(frame.kind, FrameKind::Html));
        if let Some(frame) = block {
            // A block of HTML comes line by line: one finding for the whole block.
            if std::mem::replace(&mut frame.tight, true) {
                return;
            }
        } else {
            self.flush();
        }
        let span = self.span(place.start..place.start + html.trim_end().len());
        self.found.extend(html::refuse(html, span));
    }

    pub(super) fn rule(&mut self, place: Range<usize>) {
        self.end_bare_words(place.start);
        self.push_block(BlockKind::Rule, place);
    }

    pub(super) fn task(&mut self, done: bool) {
        let is_item = |at: &&usize| matches!(self.stack[**at].kind, FrameKind::Item);
        if let Some(at) = self.taking.iter().rev().find(is_item).copied() {
            self.stack[at].task = Some(done);
        }
    }

    pub(super) fn finish(mut self) -> Reported<Body> {
        self.end_bare_words(usize::MAX);
        self.stack[0].shrink();
        self.body.blocks = std::mem::take(&mut self.stack[0].blocks);
        self.body.links.shrink_to_fit();
        self.body.facts.shrink_to_fit();
        self.body.notes = std::mem::take(&mut self.notes).settle(&mut self.found);
        Reported::new(self.body, self.found)
    }
}

fn heading_level(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn note_kind(kind: BlockQuoteKind) -> NoteKind {
    match kind {
        BlockQuoteKind::Note => NoteKind::Note,
        BlockQuoteKind::Tip => NoteKind::Tip,
        BlockQuoteKind::Important => NoteKind::Important,
        BlockQuoteKind::Warning => NoteKind::Warning,
        BlockQuoteKind::Caution => NoteKind::Caution,
    }
}

fn align(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None => Align::None,
        Alignment::Left => Align::Left,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::Right,
    }
}
