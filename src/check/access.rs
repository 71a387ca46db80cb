//! What readers who cannot see the page depend on (C313, C314): GB/T 37668, WCAG 1.1.1 and 1.3.1.

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::domain::body::{Block, BlockKind, Body, Inline};
use crate::domain::kind::Kind;
use crate::say;

pub(super) fn images_have_text(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let body = &read.page.body;
    if body.links.iter().any(|link| link.image) {
        images(&body.blocks, body, found);
        body.notes.iter().for_each(|note| images(&note.blocks, body, found));
    }
    if let Kind::Article(article) = &read.page.kind {
        for photo in
            article.photos.iter().filter(|photo| photo.caption.is_none() && photo.alt.is_none())
        {
            found.push(no_text(photo.file.span));
        }
    }
}

fn images(blocks: &[Block], body: &Body, found: &mut Vec<Diagnostic>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => {
                inline_images(content, body, found);
            }
            BlockKind::Quote { blocks, .. } => images(blocks, body, found),
            BlockKind::List { items, .. } => {
                items.iter().for_each(|item| images(&item.blocks, body, found));
            }
            BlockKind::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                cells.for_each(|cell| inline_images(cell, body, found));
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    inline_images(&definition.term, body, found);
                    definition.details.iter().for_each(|detail| images(detail, body, found));
                }
            }
            BlockKind::Code { .. } | BlockKind::Rule => {}
        }
    }
}

fn inline_images(content: &[Inline], body: &Body, found: &mut Vec<Diagnostic>) {
    for piece in content {
        match piece {
            Inline::Image { link, alt, .. } if alt.trim().is_empty() => {
                found.extend(body.link(*link).map(|link| no_text(link.span)));
            }
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strikethrough(inner)
            | Inline::Link { content: inner, .. } => inline_images(inner, body, found),
            _ => {}
        }
    }
}

fn no_text(at: crate::base::span::Span) -> Diagnostic {
    Diagnostic::new(
        Code::MissingImageText,
        at,
        say!(zh: "图片没有说明文字", en: "the image has no description"),
    )
    .hint(say!(
        zh: "写作 `![窗口工作人员正在解答问题](window.jpg)`，照片写 caption",
        en: "write `![what the picture shows](window.jpg)`; photos take a caption",
    ))
}

pub(super) fn headings_in_order(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let mut last = 1;
    for block in &read.page.body.blocks {
        let BlockKind::Heading { level, .. } = &block.kind else { continue };
        let level = *level;
        if level == 1 || level > last + 1 {
            let right = if level == 1 { 2 } else { last + 1 };
            let marks = "#".repeat(usize::from(right));
            let message = if level == 1 {
                say!(
                    zh: "正文里用了一级标题，它留给页面的题目",
                    en: "a level 1 heading in the text; that level is the page's own title",
                )
            } else {
                say!(zh: "标题从 {last} 级跳到 {level} 级", en: "headings jump from {last} to {level}")
            };
            found.push(
                Diagnostic::new(Code::SkippedHeading, block.span, message)
                    .hint(say!(zh: "这里用 `{marks}`", en: "use `{marks}` here")),
            );
        }
        last = level.max(2);
    }
}
