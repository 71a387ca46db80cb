//! The body tree as HTML.
//!
//! Written straight into one string; what the tree holds is plain text, so escaping happens here
//! and nowhere else. No inline style and no event attribute ever comes out: a strict
//! Content-Security-Policy holds on every page.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::base::artifact::OutPath;
use crate::base::files;
use crate::base::html::push_escaped;
use crate::domain::body::{Align, Block, BlockKind, Definition, Inline, Item, LinkId, Table};
use crate::domain::kind::Kind;
use crate::domain::page::Page;
use crate::model::link::Destination;
use crate::model::site::{PageId, Site};
use crate::view::make::cited::{Cites, Piece};
use crate::view::make::edition::{Edition, LEAVES_ELDER};
use crate::view::make::page::heading_words;
use crate::view::make::picture::{picture, published};
use crate::view::words::{format, size};

/// The text of a page as it appears on a page whose way to the root is `root`; its links lead to
/// pages of the same edition where there are such.
pub(super) fn body(site: &Site, id: PageId, root: &str, edition: Edition) -> String {
    let page = site.page(id);
    let mut writer = Writer {
        site,
        id,
        page,
        root,
        edition,
        // The digests have no large-type twin: there the words alone stand, as in its lists.
        cites: if edition == Edition::Elder { Cites::default() } else { Cites::on(site, id) },
        out: String::with_capacity(4096),
        seen: BTreeSet::new(),
        in_link: false,
        pictures: 0,
    };
    writer.blocks(&page.body.blocks);
    writer.notes();
    writer.out
}

/// Headings below the page's title.
const HEADINGS: [&str; 5] = ["h2", "h3", "h4", "h5", "h6"];

struct Writer<'a> {
    site: &'a Site,
    id: PageId,
    page: &'a Page,
    root: &'a str,
    edition: Edition,
    /// The articles cited in the text.
    cites: Cites<'a>,
    out: String,
    /// Footnotes referred to so far: only the first reference can be come back to.
    seen: BTreeSet<u32>,
    /// Links do not nest: a phone number or a citation inside one stays plain.
    in_link: bool,
    /// Pictures written so far.
    pictures: usize,
}

impl Writer<'_> {
    fn push(&mut self, html: &str) {
        self.out.push_str(html);
    }

    fn text(&mut self, text: &str) {
        push_escaped(&mut self.out, text);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Heading { level, id, content } => self.heading(*level, id, content),
            BlockKind::Paragraph(content) => self.paragraph(content),
            BlockKind::List { start, tight, items } => self.list(*start, *tight, items),
            BlockKind::Quote { note: Some(note), blocks } => {
                let word = note.word();
                let title = note.title();
                self.push(&format!(
                    "<aside class=\"note note-{word}\"><p class=\"note-title\">{title}</p>\n"
                ));
                self.blocks(blocks);
                self.push("</aside>\n");
            }
            BlockKind::Quote { note: None, blocks } => {
                self.push("<blockquote>\n");
                self.blocks(blocks);
                self.push("</blockquote>\n");
            }
            BlockKind::Code { text, .. } => {
                self.push("<pre tabindex=\"0\"><code>");
                self.text(text);
                self.push("</code></pre>\n");
            }
            BlockKind::Table(table) => self.table(table),
            BlockKind::Definitions(list) => self.definitions(list),
            BlockKind::Rule => self.push("<hr>\n"),
        }
    }

    /// A page's title is its only first-level heading; the four parts of a case have one name each.
    fn heading(&mut self, level: u8, id: &str, content: &[Inline]) {
        let level = level.clamp(2, 6);
        let tag = HEADINGS[usize::from(level - 2)];
        ["<", tag, " id=\""].into_iter().for_each(|html| self.push(html));
        self.text(id);
        self.push("\">");
        if matches!(self.page.kind, Kind::Case(_)) {
            let words = heading_words(self.site, self.page, content);
            self.text(&words);
        } else {
            self.inlines(content);
        }
        ["</", tag, ">\n"].into_iter().for_each(|html| self.push(html));
    }

    fn paragraph(&mut self, content: &[Inline]) {
        if let [Inline::Image { link, alt, title }] = content {
            self.push("<figure>");
            self.image(*link, alt);
            if !title.is_empty() {
                self.push("<figcaption>");
                self.text(title);
                self.push("</figcaption>");
            }
            self.push("</figure>\n");
            return;
        }
        self.push("<p>");
        self.inlines(content);
        self.push("</p>\n");
    }

    fn list(&mut self, start: Option<u64>, tight: bool, items: &[Item]) {
        match start {
            Some(1) => self.push("<ol>\n"),
            Some(number) => self.push(&format!("<ol start=\"{number}\">\n")),
            None if items.iter().any(|item| item.task.is_some()) => {
                self.push("<ul class=\"tasks\">\n");
            }
            None => self.push("<ul>\n"),
        }
        for item in items {
            match item.task {
                Some(done) => {
                    let checked = if done { " checked" } else { "" };
                    let label = if done { "已备好" } else { "待备" };
                    self.push(&format!("<li class=\"task\"><input type=\"checkbox\" disabled{checked} aria-label=\"{label}\"> "));
                }
                None => self.push("<li>"),
            }
            match item.blocks.split_first() {
                // A picture alone keeps its caption in a list too.
                Some((Block { kind: BlockKind::Paragraph(content), .. }, rest))
                    if tight && !matches!(content.as_slice(), [Inline::Image { .. }]) =>
                {
                    self.inlines(content);
                    if !rest.is_empty() {
                        self.push("\n");
                    }
                    self.blocks(rest);
                }
                _ => self.blocks(&item.blocks),
            }
            self.push("</li>\n");
        }
        self.push(if start.is_some() { "</ol>\n" } else { "</ul>\n" });
    }

    /// Wide tables scroll by themselves: the frame takes the focus so that keys can move it.
    fn table(&mut self, table: &Table) {
        self.push("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"表格\"><table>\n<thead><tr>");
        for (cell, align) in table.head.iter().zip(&table.align) {
            self.push(&format!("<th scope=\"col\"{}>", align_class(*align)));
            self.inlines(cell);
            self.push("</th>");
        }
        self.push("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            self.push("<tr>");
            for (cell, align) in row.iter().zip(&table.align) {
                self.push(&format!("<td{}>", align_class(*align)));
                self.inlines(cell);
                self.push("</td>");
            }
            self.push("</tr>\n");
        }
        self.push("</tbody></table></div>\n");
    }

    fn definitions(&mut self, list: &[Definition]) {
        self.push("<dl>\n");
        for definition in list {
            self.push("<dt>");
            self.inlines(&definition.term);
            self.push("</dt>\n");
            for detail in &definition.details {
                self.push("<dd>");
                match detail.as_slice() {
                    [Block { kind: BlockKind::Paragraph(content), .. }] => self.inlines(content),
                    blocks => self.blocks(blocks),
                }
                self.push("</dd>\n");
            }
        }
        self.push("</dl>\n");
    }

    fn inlines(&mut self, content: &[Inline]) {
        content.iter().for_each(|piece| self.inline(piece));
    }

    fn wrap(&mut self, tag: &str, content: &[Inline]) {
        ["<", tag, ">"].into_iter().for_each(|html| self.push(html));
        self.inlines(content);
        ["</", tag, ">"].into_iter().for_each(|html| self.push(html));
    }

    fn inline(&mut self, piece: &Inline) {
        match piece {
            Inline::Text(text) => self.words(text),
            Inline::Emphasis(content) => self.wrap("em", content),
            Inline::Strong(content) => self.wrap("strong", content),
            Inline::Strikethrough(content) => self.wrap("del", content),
            Inline::Code(text) => {
                self.push("<code>");
                self.text(text);
                self.push("</code>");
            }
            Inline::Link { link, content, title } => self.link(*link, content, title),
            Inline::Image { link, alt, .. } => self.image(*link, alt),
            Inline::Note(number) => self.note(*number),
            Inline::Fact(id) => {
                let name = self.page.body.fact(*id).map_or("", |reference| &*reference.name);
                let words = self.site.fact(self.page, *id).to_owned();
                self.fact(name, &words);
            }
            Inline::Break => self.push("<br>\n"),
        }
    }

    /// Words; an article of law cited among them leads to its digest.
    fn words(&mut self, words: &str) {
        if self.in_link {
            return self.text(words);
        }
        for piece in self.cites.pieces(words) {
            match piece {
                Piece::Words(words) => self.text(words),
                Piece::Cited(words, digest, anchor) => {
                    self.push("<a class=\"law\" href=\"");
                    let address = self.address(digest, anchor);
                    self.text(&address);
                    self.push("\">");
                    self.text(words);
                    self.push("</a>");
                }
            }
        }
    }

    /// The address of a page of the site, and of a heading on it.
    fn address(&self, id: PageId, anchor: Option<&str>) -> String {
        let anchor = anchor.map_or(String::new(), |anchor| format!("#{anchor}"));
        if id == self.id && !anchor.is_empty() {
            return anchor;
        }
        format!("{}{}{anchor}", self.root, self.edition.route(self.site, id))
    }

    /// A phone number can be called by touching it.
    fn fact(&mut self, name: &str, words: &str) {
        let phone = match name.strip_prefix("contact.").and_then(|name| name.strip_suffix(".phone"))
        {
            Some(office) => !is_sample(self.site, office),
            None => name == "hotline.number",
        };
        if !phone || self.in_link {
            self.text(words);
            return;
        }
        let dial = crate::view::words::dial(words);
        self.push(&format!("<a class=\"phone\" href=\"tel:{dial}\">"));
        self.text(words);
        self.push("</a>");
    }

    fn link(&mut self, link: LinkId, content: &[Inline], title: &str) {
        // Readers are told before they leave a government site (annex to 国办发〔2017〕47号), before
        // the type becomes small again, and before a phone on a bad line loads a file.
        let mut leaves = Cow::Borrowed("");
        let (address, class) = match self.site.destination(self.id, link) {
            Destination::Page(id, anchor) => {
                if self.edition.is_left(self.site, *id) {
                    leaves = Cow::Borrowed(LEAVES_ELDER);
                }
                (self.address(*id, anchor.as_deref()), "")
            }
            Destination::Here(anchor) => (format!("#{anchor}"), ""),
            Destination::File(path) => {
                leaves = Cow::Owned(download(self.site, path));
                (format!("{}{}", self.root, published(self.site, path)), "")
            }
            Destination::Outside(address) => {
                leaves = Cow::Borrowed("（离开本站）");
                (address.to_string(), " class=\"external\" rel=\"noopener\"")
            }
            Destination::Call(address) => (address.to_string(), " class=\"phone\""),
            Destination::Nowhere => return self.inlines(content),
        };
        self.push("<a href=\"");
        self.text(&address);
        self.push("\"");
        self.push(class);
        if !title.is_empty() {
            self.push(" title=\"");
            self.text(title);
            self.push("\"");
        }
        self.push(">");
        self.in_link = true;
        self.inlines(content);
        self.in_link = false;
        if !leaves.is_empty() {
            ["<span class=\"leave\">", &*leaves, "</span>"]
                .into_iter()
                .for_each(|html| self.push(html));
        }
        self.push("</a>");
    }

    fn image(&mut self, link: LinkId, alt: &str) {
        let Destination::File(path) = self.site.destination(self.id, link) else { return };
        let Some(known) = self.site.picture(path) else { return };
        let view = picture(path, known);
        self.push("<img src=\"");
        self.file_address(&view.href);
        if !view.sizes.is_empty() {
            self.push("\" srcset=\"");
            for (at, size) in view.sizes.iter().enumerate() {
                self.push(if at > 0 { ", " } else { "" });
                self.file_address(&size.href);
                self.push(&format!(" {}w", size.width));
            }
            self.push("\" sizes=\"(min-width:40rem) 36rem, 100vw");
        }
        self.push("\" alt=\"");
        self.text(alt);
        self.push("\"");
        if let (Some(width), Some(height)) = (view.width, view.height) {
            self.push(&format!(" width=\"{width}\" height=\"{height}\""));
        }
        // The first is most likely on the screen at once.
        self.push(if self.pictures == 0 { "" } else { " loading=\"lazy\"" });
        self.push(" decoding=\"async\">");
        self.pictures += 1;
    }

    /// An address of this site.
    fn file_address(&mut self, href: &str) {
        let root = self.root;
        self.push(root);
        self.text(href);
    }

    fn note(&mut self, number: u32) {
        let shown = number + 1;
        let first = self.seen.insert(number);
        let id = if first { format!(" id=\"fnref-{shown}\"") } else { String::new() };
        self.push(&format!("<sup class=\"note-ref\"><a href=\"#fn-{shown}\"{id} aria-label=\"注{shown}\">[{shown}]</a></sup>"));
    }

    fn notes(&mut self) {
        let page = self.page;
        if page.body.notes.is_empty() {
            return;
        }
        self.push("<section class=\"footnotes\" aria-label=\"注释\"><ol>\n");
        for (number, note) in page.body.notes.iter().enumerate() {
            let shown = number + 1;
            self.push(&format!("<li id=\"fn-{shown}\">"));
            self.blocks(&note.blocks);
            self.push(&format!("<a class=\"note-back\" href=\"#fnref-{shown}\" aria-label=\"回到正文\">↩</a></li>\n"));
        }
        self.push("</ol></section>\n");
    }
}

/// What kind of file is loaded and how large it is: `（PDF，1.2 MB）`; nothing for pictures.
fn download(site: &Site, path: &OutPath) -> String {
    if site.picture(path).is_some() {
        return String::new();
    }
    let bytes = site.file(path).and_then(|asset| files::size(&asset.file).ok());
    let said = [format(path.as_str()), bytes.map(size)].into_iter().flatten();
    match said.collect::<Vec<_>>().join("，") {
        words if words.is_empty() => words,
        words => format!("（{words}）"),
    }
}

/// Whether an office is an invented one, whose number is not to be called.
fn is_sample(site: &Site, stem: &str) -> bool {
    let page = site.contact(stem).map(|id| site.page(id));
    page.is_some_and(|page| matches!(&page.kind, Kind::Contact(contact) if contact.sample))
}

fn align_class(align: Align) -> &'static str {
    match align {
        Align::None => "",
        Align::Left => " class=\"a-left\"",
        Align::Center => " class=\"a-center\"",
        Align::Right => " class=\"a-right\"",
    }
}
