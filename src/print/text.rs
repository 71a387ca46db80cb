//! The body tree as plain data for templates: every node a record with its type in `t`.
//!
//! What only screens can do is settled here: a link to a page of the same brochure becomes a mark
//! to be resolved to a page number (that of an article for an article of law), a link to another site keeps its address to be printed, any
//! other link is its words.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::base::artifact::OutPath;
use crate::domain::body::{Align, Block, BlockKind, Inline, Item, LinkId};
use crate::domain::kind::Kind;
use crate::domain::page::Page;
use crate::model::link::Destination;
use crate::model::site::{PageId, Site};
use crate::view::make::cited::{Cites, Piece};
use crate::view::make::page::heading_words;

/// The marks of pages that stand in the brochure.
pub(super) type Marks = BTreeMap<PageId, String>;

/// Text and footnotes of a page.
pub(super) fn body(site: &Site, id: PageId, marks: &Marks) -> (Value, Value) {
    let page = site.page(id);
    let cites = Cites::on(site, id);
    let mut teller = Teller { site, id, page, marks, cites, depth: 0 };
    let blocks = teller.blocks(&page.body.blocks);
    let notes = page.body.notes.iter().map(|note| teller.blocks(&note.blocks));
    let notes = notes.collect();
    (blocks, notes)
}

struct Teller<'a> {
    site: &'a Site,
    id: PageId,
    page: &'a Page,
    marks: &'a Marks,
    /// The articles cited in the text.
    cites: Cites<'a>,
    /// Depth of the last heading: PDF/UA-1 allows no skipped level.
    depth: u8,
}

impl Teller<'_> {
    fn blocks(&mut self, blocks: &[Block]) -> Value {
        // A heading without words is nothing to see, and PDF/UA-1 refuses one.
        let shown = blocks.iter().filter(|block| match &block.kind {
            BlockKind::Heading { content, .. } => {
                !heading_words(self.site, self.page, content).trim().is_empty()
            }
            _ => true,
        });
        shown.map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> Value {
        match &block.kind {
            BlockKind::Heading { level, id, content } => {
                self.depth = level.saturating_sub(1).clamp(1, self.depth + 1);
                // The four parts of a case have one name each, as on screen.
                let words = match self.page.kind {
                    Kind::Case(_) => {
                        let words = heading_words(self.site, self.page, content);
                        json!([{ "t": "text", "text": words }])
                    }
                    _ => self.inlines(content),
                };
                let digest = matches!(self.page.kind, Kind::Law(_));
                let mark = digest.then(|| self.mark(self.id, Some(id)));
                json!({ "t": "heading", "depth": self.depth, "c": words, "mark": mark })
            }
            BlockKind::Paragraph(content)
                if matches!(content.as_slice(), [Inline::Image { .. }]) =>
            {
                let mut figure = self.inline(&content[0]);
                if figure["t"] == "image" {
                    figure["t"] = "figure".into();
                }
                figure
            }
            BlockKind::Paragraph(content) => {
                json!({ "t": "paragraph", "c": self.inlines(content) })
            }
            BlockKind::List { start, tight, items } => {
                let items: Value = items.iter().map(|item| self.item(item)).collect();
                json!({ "t": "list", "start": start, "tight": tight, "items": items })
            }
            BlockKind::Quote { note, blocks } => json!({
                "t": "quote",
                "note": note.map(|note| note.word()),
                "title": note.map(|note| note.title()),
                "blocks": self.blocks(blocks),
            }),
            BlockKind::Code { text, .. } => json!({ "t": "code", "text": text.trim_end() }),
            BlockKind::Table(table) => {
                let row = |row: &Vec<Vec<Inline>>| -> Value {
                    row.iter().map(|cell| self.inlines(cell)).collect()
                };
                let rows: Value = table.rows.iter().map(row).collect();
                let align: Value = table.align.iter().map(|align| align_word(*align)).collect();
                json!({ "t": "table", "align": align, "head": row(&table.head), "rows": rows })
            }
            BlockKind::Definitions(list) => {
                let mut items = Vec::new();
                for definition in list {
                    let term = self.inlines(&definition.term);
                    let details: Value =
                        definition.details.iter().map(|blocks| self.blocks(blocks)).collect();
                    items.push(json!({ "term": term, "details": details }));
                }
                json!({ "t": "definitions", "items": items })
            }
            BlockKind::Rule => json!({ "t": "rule" }),
        }
    }

    /// The mark of a page, or of one of its headings where it is a digest: an article has a page
    /// number of its own.
    fn mark(&self, id: PageId, anchor: Option<&str>) -> Option<String> {
        let mark = self.marks.get(&id)?;
        let digest = matches!(self.site.page(id).kind, Kind::Law(_));
        match anchor.filter(|_| digest) {
            Some(anchor) => Some(format!("{mark}-{anchor}")),
            None => Some(mark.clone()),
        }
    }

    fn item(&mut self, item: &Item) -> Value {
        json!({ "task": item.task, "blocks": self.blocks(&item.blocks) })
    }

    fn inlines(&self, content: &[Inline]) -> Value {
        let mut out = Vec::with_capacity(content.len());
        for piece in content {
            match piece {
                Inline::Text(text) => {
                    out.extend(self.cites.pieces(text).into_iter().map(|piece| self.words(piece)));
                }
                other => out.push(self.inline(other)),
            }
        }
        Value::Array(out)
    }

    /// Words; an article of law cited among them leads to its digest, where the brochure has it.
    fn words(&self, piece: Piece<'_>) -> Value {
        match piece {
            Piece::Cited(text, digest, article) if self.marks.contains_key(&digest) => json!({
                "t": "link", "mark": self.mark(digest, article), "c": [{ "t": "text", "text": text }],
            }),
            Piece::Words(text) | Piece::Cited(text, ..) => json!({ "t": "text", "text": text }),
        }
    }

    fn inline(&self, piece: &Inline) -> Value {
        match piece {
            Inline::Text(text) => json!({ "t": "text", "text": text }),
            Inline::Emphasis(content) => json!({ "t": "emph", "c": self.inlines(content) }),
            Inline::Strong(content) => json!({ "t": "strong", "c": self.inlines(content) }),
            Inline::Strikethrough(content) => json!({ "t": "strike", "c": self.inlines(content) }),
            Inline::Code(text) => json!({ "t": "code", "text": text }),
            Inline::Link { link, content, .. } => self.link(*link, content),
            Inline::Image { link, alt, title } => match self.site.destination(self.id, *link) {
                Destination::File(path) => json!({
                    "t": "image", "file": paper_file(self.site, path), "alt": alt, "title": title,
                }),
                _ => json!({ "t": "text", "text": alt }),
            },
            Inline::Note(number) => json!({ "t": "note", "n": number }),
            Inline::Fact(id) => {
                let name = self.page.body.fact(*id).map_or("", |reference| &*reference.name);
                let phone = name.ends_with(".phone") || name == "hotline.number";
                let words = self.site.fact(self.page, *id);
                json!({ "t": if phone { "phone" } else { "text" }, "text": words })
            }
            Inline::Break => json!({ "t": "break" }),
        }
    }

    fn link(&self, link: LinkId, content: &[Inline]) -> Value {
        let words = self.inlines(content);
        match self.site.destination(self.id, link) {
            Destination::Page(id, anchor) => {
                json!({ "t": "link", "mark": self.mark(*id, anchor.as_deref()), "c": words })
            }
            Destination::Outside(address) => {
                let mut text = String::new();
                crate::domain::body::plain_text(content, &|_| String::new(), &mut text);
                let shown = text.contains("://") || text.contains("www.");
                json!({ "t": "link", "url": address, "shown": shown, "c": words })
            }
            Destination::Call(address) => {
                json!({ "t": "link", "url": address, "shown": true, "c": words })
            }
            Destination::Here(_) | Destination::File(_) | Destination::Nowhere => {
                json!({ "t": "link", "c": words })
            }
        }
    }
}

/// The name Typst knows a file of the site by.
fn paper_file(site: &Site, path: &OutPath) -> String {
    let name = site.picture(path).map(|picture| picture.paper_name(path.as_str()));
    format!("/site/{}", name.as_deref().unwrap_or(path.as_str()))
}

fn align_word(align: Align) -> &'static str {
    match align {
        Align::None | Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
    }
}
