//! Characters that no font has (Typst draws an empty box for them and says nothing), and those that
//! had to be taken from another font.

use std::collections::{BTreeMap, BTreeSet};

use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::base::text::Text;
use crate::domain::body::each_leaf;
use crate::domain::page::Page;
use crate::model::site::{PageId, Site};
use crate::say;

/// Every character drawn as an empty box.
pub(super) fn missing(document: &PagedDocument) -> BTreeSet<char> {
    let mut found = BTreeSet::new();
    for page in document.pages() {
        visit(&page.frame, &mut found);
    }
    found
}

fn visit(frame: &Frame, found: &mut BTreeSet<char>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => visit(&group.frame, found),
            FrameItem::Text(text) => {
                for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    found.extend(text.text.get(glyph.range()).into_iter().flat_map(str::chars));
                }
            }
            _ => {}
        }
    }
}

/// A finding for each, at the first place where it was written.
pub(super) fn findings(site: &Site, pages: &[PageId], missing: &BTreeSet<char>) -> Vec<Diagnostic> {
    missing.iter().map(|c| lost(place(site, pages, *c), *c)).collect()
}

/// A remark for each character set in a family of the machine that was not chosen for this text.
pub(super) fn remarks(
    site: &Site,
    pages: &[PageId],
    others: &BTreeMap<char, String>,
) -> Vec<Diagnostic> {
    let remark = |(c, family): (&char, &String)| {
        let code = point(*c);
        let said = say!(
            zh: "“{c}”（{code}）用了字体 {family}",
            en: "“{c}” ({code}) is set in {family}",
        );
        at(Code::OtherFont, place(site, pages, *c), *c, said)
    };
    others.iter().map(remark).collect()
}

fn lost(place: Option<Span>, c: char) -> Diagnostic {
    let code = point(c);
    let said = say!(zh: "没有字体有“{c}”（{code}）", en: "no font has “{c}” ({code})");
    let finding = at(Code::MissingGlyph, place, c, said).hint(say!(
        zh: "把收有这个字的字体文件放进网站文件夹的 fonts/，会自动用上",
        en: "put a font that has it into fonts/ in the site's folder; it is used by itself",
    ));
    finding.hint(say!(zh: "或者换一个写法", en: "or write it another way"))
}

fn point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

fn at(code: Code, place: Option<Span>, c: char, said: Text) -> Diagnostic {
    match place {
        Some(span) => Diagnostic::new(code, span, said).narrow(&c.to_string()),
        None => Diagnostic::general(code, said),
    }
}

fn place(site: &Site, pages: &[PageId], c: char) -> Option<Span> {
    pages.iter().find_map(|id| in_page(site.page(*id), c))
}

fn in_page(page: &Page, c: char) -> Option<Span> {
    let mut place = None;
    each_leaf(&page.body, &mut |words, span, _| {
        if place.is_none() && words.contains(c) {
            place = Some(span);
        }
    });
    place.or_else(|| {
        let mut place = None;
        page.record.each_text(&mut |text, span| {
            if place.is_none() && text.contains(c) {
                place = Some(span);
            }
        });
        place
    })
}
