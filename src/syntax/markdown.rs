//! Markdown becomes the body tree, in one pass over pulldown-cmark's events.
//!
//! CommonMark with tables, footnotes, task lists, definition lists, strikethrough and the boxes of
//! GitHub (`> [!NOTE]`). Heading attributes, maths and smart punctuation stay off: what an editor
//! types is what is read.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};

use crate::base::diagnostic::Reported;
use crate::base::span::SourceId;
use crate::domain::body::Body;
use crate::syntax::emphasis;
use crate::syntax::tree::Builder;

/// Reads `text[range]` as Markdown; all places are places in `text`.
#[must_use]
pub fn body(source: SourceId, text: &str, range: Range<usize>) -> Reported<Body> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM;
    let offset = range.start;
    let prepared = emphasis::prepare(&text[range]);
    let mut builder = Builder::new(source);
    for (event, range) in Parser::new_ext(&prepared.text, options).into_offset_iter() {
        let place = offset + prepared.original(range.start)..offset + prepared.original(range.end);
        match event {
            Event::Start(tag) => builder.open(tag, place, &prepared),
            Event::End(tag) => builder.close(tag, place.end),
            Event::Text(words) => builder.text(&prepared.clean(&words), place, text),
            Event::Code(words) => builder.code(&prepared.clean(&words)),
            Event::Html(html) | Event::InlineHtml(html) => {
                builder.html(&prepared.clean(&html), place);
            }
            Event::FootnoteReference(label) => builder.note(&prepared.clean(&label)),
            Event::SoftBreak => builder.soft_break(),
            Event::HardBreak => builder.hard_break(),
            Event::Rule => builder.rule(place),
            Event::TaskListMarker(done) => builder.task(done),
            // Maths is not switched on.
            Event::InlineMath(words) | Event::DisplayMath(words) => {
                builder.text(&words, place, text);
            }
        }
    }
    builder.finish()
}

#[cfg(test)]
mod tests {
    use super::body;
    use crate::base::code::Code;
    use crate::base::diagnostic::Reported;
    use crate::base::span::SourceId;
    use crate::domain::body::{Block, BlockKind, Body, Inline};

    fn read(text: &str) -> Reported<Body> {
        body(SourceId(0), text, 0..text.len())
    }

    /// The tree in a short form made for reading in tests.
    fn shape(text: &str) -> String {
        let body = read(text).value;
        let mut out: Vec<String> = body.blocks.iter().map(|b| block(b, &body)).collect();
        out.extend(
            body.notes
                .iter()
                .map(|note| format!("[^{}: {}]", note.label, all(&note.blocks, &body))),
        );
        out.join(" ")
    }

    fn all(blocks: &[Block], body: &Body) -> String {
        blocks.iter().map(|b| block(b, body)).collect::<Vec<_>>().join(" ")
    }

    fn block(b: &Block, body: &Body) -> String {
        match &b.kind {
            BlockKind::Heading { level, id, content } => {
                format!("h{level}#{id}({})", inline(content, body))
            }
            BlockKind::Paragraph(content) => format!("p({})", inline(content, body)),
            BlockKind::List { start, tight, items } => {
                let items: Vec<_> = items
                    .iter()
                    .map(|item| {
                        format!(
                            "{}{}",
                            item.task.map_or("", |t| if t { "☑" } else { "☐" }),
                            all(&item.blocks, body)
                        )
                    })
                    .collect();
                let mark = start.map_or("ul".to_owned(), |n| format!("ol{n}"));
                format!("{mark}{}[{}]", if *tight { "" } else { "~" }, items.join("; "))
            }
            BlockKind::Quote { note, blocks } => {
                format!("{}[{}]", note.map_or("quote", |n| n.word()), all(blocks, body))
            }
            BlockKind::Code { lang, text } => format!("code:{lang}({text:?})"),
            BlockKind::Table(t) => {
                let row = |cells: &Vec<Vec<Inline>>| {
                    cells.iter().map(|c| inline(c, body)).collect::<Vec<_>>().join("|")
                };
                format!(
                    "table({} / {})",
                    row(&t.head),
                    t.rows.iter().map(row).collect::<Vec<_>>().join(" / ")
                )
            }
            BlockKind::Definitions(list) => {
                let items: Vec<_> = list
                    .iter()
                    .map(|d| {
                        format!(
                            "{}: {}",
                            inline(&d.term, body),
                            d.details.iter().map(|x| all(x, body)).collect::<Vec<_>>().join(" + ")
                        )
                    })
                    .collect();
                format!("dl[{}]", items.join("; "))
            }
            BlockKind::Rule => "hr".to_owned(),
        }
    }

    fn inline(content: &[Inline], body: &Body) -> String {
        content
            .iter()
            .map(|piece| match piece {
                Inline::Text(t) => t.to_string(),
                Inline::Emphasis(c) => format!("<i>{}</i>", inline(c, body)),
                Inline::Strong(c) => format!("<b>{}</b>", inline(c, body)),
                Inline::Strikethrough(c) => format!("<s>{}</s>", inline(c, body)),
                Inline::Code(t) => format!("`{t}`"),
                Inline::Link { link, content, .. } => {
                    format!(
                        "<a {}>{}</a>",
                        body.link(*link).unwrap().address,
                        inline(content, body)
                    )
                }
                Inline::Image { link, alt, .. } => {
                    format!("<img {} {alt}>", body.link(*link).unwrap().address)
                }
                Inline::Note(n) => format!("^{n}"),
                Inline::Fact(f) => format!("{{{}}}", body.fact(*f).unwrap().name),
                Inline::Break => "⏎".to_owned(),
            })
            .collect()
    }

    #[test]
    fn every_construct() {
        for (text, wanted) in [
            ("## 一 二", "h2#一-二(一 二)"),
            ("甲\n\n乙", "p(甲) p(乙)"),
            ("- 甲\n- 乙", "ul[p(甲); p(乙)]"),
            ("3. 甲\n\n4. 乙", "ol3~[p(甲); p(乙)]"),
            ("- [x] 好\n- [ ] 没", "ul[☑p(好); ☐p(没)]"),
            ("- 甲\n  - 乙\n\n    丙", "ul[p(甲) ul~[p(乙) p(丙)]]"),
            ("> 引\n> > 深", "quote[p(引) quote[p(深)]]"),
            ("> [!TIP]\n> 带证件", "tip[p(带证件)]"),
            ("```rs\nlet x;\n```", "code:rs(\"let x;\\n\")"),
            ("| a | b |\n|---|---|\n| 1 |", "table(a|b / 1|)"),
            ("词\n: 解释\n: 又一", "dl[词: p(解释) + p(又一)]"),
            ("甲[^1]乙[^1]\n\n[^1]: 注", "p(甲^0乙^0) [^1: p(注)]"),
            ("---", "hr"),
            ("a  \nb", "p(a⏎b)"),
            ("[甲](a.md \"题\")和![乙](b.jpg)", "p(<a a.md>甲</a>和<img b.jpg 乙>)"),
            (
                "<https://a.cn> `x` ~~旧~~ *斜*",
                "p(<a https://a.cn>https://a.cn</a> `x` <s>旧</s> <i>斜</i>)",
            ),
        ] {
            assert_eq!(shape(text), wanted, "{text}");
        }
    }

    #[test]
    fn chinese_emphasis_and_line_breaks() {
        for (text, wanted) in [
            ("**注意：**请带身份证", "p(<b>注意：</b>请带身份证)"),
            ("**注意：**请带**身份证**", "p(<b>注意：</b>请带<b>身份证</b>)"),
            ("请**“身份证”**带好", "p(请<b>“身份证”</b>带好)"),
            ("他说**“好”**。", "p(他说<b>“好”</b>。)"),
            ("*（一）*申请", "p(<i>（一）</i>申请)"),
            ("~~作废。~~新的", "p(<s>作废。</s>新的)"),
            ("`**注意：**请`", "p(`**注意：**请`)"),
            ("第一行\n第二行", "p(第一行第二行)"),
            ("第一行，\n第二行", "p(第一行，第二行)"),
            ("中文\nword", "p(中文 word)"),
            ("one\ntwo", "p(one two)"),
            ("第一行\n**第二行**", "p(第一行<b>第二行</b>)"),
            ("one\n**two**", "p(one <b>two</b>)"),
            ("请打\n{{ hotline.number }}", "p(请打{hotline.number})"),
        ] {
            assert_eq!(shape(text), wanted, "{text}");
        }
    }

    #[test]
    fn facts() {
        assert_eq!(shape("打{{ contact.a_b.phone }}。"), "p(打{contact.a_b.phone}。)");
        assert_eq!(shape("`{{ x }}` \\{{ y }}"), "p(`{{ x }}` {{ y }})");
        let read = read("见 {{ a b }} 与 {{ c.d }}");
        assert_eq!(read.diagnostics[0].code, Code::BadFactReference);
        let text = "见 {{ a b }} 与 {{ c.d }}";
        assert_eq!(&text[read.value.facts[0].span.range()], "{{ c.d }}");
    }

    #[test]
    fn html_is_refused_with_advice() {
        let read = read("a<br>b\n\n<div>\nx\n</div>\n\n<!-- c -->\n");
        let codes: Vec<_> = read.diagnostics.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, [Code::RawHtml; 3]);
        assert!(read.diagnostics[0].hints[0].zh.contains("反斜杠"));
    }

    #[test]
    fn a_footnote_without_text() {
        assert_eq!(read("甲[^2]乙").diagnostics[0].code, Code::FootnoteMissing);
        assert!(read("数组[^]和 [^ ]").diagnostics.is_empty());
    }

    #[test]
    fn ten_thousand_levels() {
        for text in
            [">".repeat(10_000), "- ".repeat(10_000), "**_".repeat(5_000), "[".repeat(10_000)]
        {
            let read = read(&format!("{text}x"));
            let deep =
                read.diagnostics.iter().filter(|finding| finding.code == Code::TooDeep).count();
            assert!(deep <= 1);
        }
        assert_eq!(read(&format!("{}x", "> ".repeat(13))).diagnostics[0].code, Code::TooDeep);
        assert!(read(&format!("{}x", "> ".repeat(12))).diagnostics.is_empty());
    }

    /// Time goes by the number of pieces, not by its square.
    #[test]
    fn a_hundred_thousand_pieces() {
        let notes = (0..50_000).map(|number| format!("甲[^{number}]\n\n[^{number}]: 乙\n\n"));
        let many = ["[^", "{{ a b }}", "x<b>", "one\n", "one  \n", "**a ", "- ", "> "];
        let many = many.map(|piece| piece.repeat(100_000));
        for text in many.into_iter().chain([notes.collect()]) {
            let started = std::time::Instant::now();
            let _ = read(&text);
            let took = started.elapsed();
            assert!(took.as_secs() < 20, "{took:?} for {}", text.get(..8).unwrap_or_default());
        }
    }

    #[test]
    fn places_lie_between_characters() {
        for text in ["<?A*。", "<?A**：", "。<!A~~，"] {
            for finding in &read(text).diagnostics {
                let range = finding.at.unwrap().range();
                assert!(text.get(range.clone()).is_some(), "{text} {range:?}");
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_the_text(text in "[ -~\\n一二三，。：“”*_~`>#|\\[\\](){}^!\\-]{0,120}") {
            let read = read(&text);
            for finding in &read.diagnostics {
                let range = finding.at.unwrap().range();
                proptest::prop_assert!(text.get(range).is_some());
            }
        }
    }
}
