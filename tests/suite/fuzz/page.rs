//! Front matter, Markdown, and pages of every kind made into a site.

use std::sync::Mutex;

use lantian::base::date::Date;
use lantian::base::span::SourceId;
use lantian::pipeline::{self, Earlier, Memory, Order, Output, Sink};
use lantian::syntax;
use proptest::prelude::*;

use super::{cases, citizen, scraps};
use crate::site::{Site, TODAY};

/// What front matter is made of, and what it is not.
const FRONT: &[&str] = &[
    "title",
    "summary",
    "date",
    "draft",
    "tags",
    "laws",
    "order",
    "aliases",
    "hardship",
    "office",
    "consent",
    "phone",
    "number",
    "notice",
    "holder",
    "document",
    "identifier",
    "kind",
    "value",
    "question",
    "id",
    "ask",
    "answer",
    "say",
    "to",
    "outcome",
    "path",
    "start",
    "figure",
    "label",
    "part",
    "percent",
    "percent_of",
    "review",
    "allow",
    "code",
    "text",
    "by",
    "why",
    "steps",
    "checked_on",
    "statute",
    "last_article",
    " = ",
    "=",
    "＝",
    "\"",
    "\"\"",
    "\"\"\"",
    "'",
    "“",
    "”",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    ",",
    "，",
    ".",
    "\n",
    "\n",
    "\n",
    "\r\n",
    "#",
    "2026-03-02",
    "2026-02-30",
    "true",
    "false",
    "0",
    "-1",
    "9e99",
    "1_000",
    "0x",
    "inf",
    "\"甲\"",
    "\"乙丙\"",
    "\"法律援助法#31\"",
    "\"《法律援助法》第三十一条\"",
    "\"51341100MJA914934X\"",
    "\"uscc\"",
    "\"centre\"",
    "\"{{ contact.centre.phone }}\"",
    "\\",
    "\\u",
    "\u{FEFF}",
    "\0",
    "\t",
    " ",
];

/// What Markdown is made of.
const MARKDOWN: &[&str] = &[
    "# ",
    "## ",
    "#### ",
    "- ",
    "1. ",
    "9999999999. ",
    "> ",
    "> [!NOTE]\n",
    "[!TIP]",
    "```",
    "~~~",
    "`",
    "**",
    "*",
    "_",
    "~~",
    "[",
    "](",
    ")",
    "![",
    "](a.png)",
    "](../cases/wages.md)",
    "](../cases/wages.md#典型意义)",
    "](javascript:alert(1))",
    "](https://example.com)",
    "[^1]",
    "[^1]: ",
    "| ",
    "|---|",
    "|:-:|",
    "\n",
    "\n\n",
    "  \n",
    "\\",
    "    ",
    "\t",
    "<div>",
    "<!--",
    "-->",
    "&amp;",
    "&#0;",
    "{{ ",
    " }}",
    "{{ contact.centre.phone }}",
    "{{ site.title }}",
    "{{",
    "}}",
    "甲",
    "乙丙丁",
    "。",
    "，",
    "：",
    "“",
    "”",
    "《法律援助法》第三十一条",
    "第四十二条",
    "、",
    "七个工作日",
    "a",
    "b c",
    "1",
    "12348",
    "- [ ] ",
    "- [x] ",
    ": ",
    "+++\n",
    "---\n",
    "***\n",
    "\u{200B}",
    "\u{E863}",
    "𪚥",
    "\u{202E}",
    "é",
    "e\u{301}",
];

/// Places of findings lie in the text and between characters.
fn in_text(findings: &[lantian::base::diagnostic::Diagnostic], text: &str) {
    for finding in findings {
        let labels = finding.labels.iter().map(|label| label.span);
        for span in finding.at.into_iter().chain(labels) {
            assert!(text.get(span.range()).is_some(), "{:?} {span:?}\n{text:?}", finding.code);
        }
        assert!(!finding.message.zh.is_empty() && !finding.message.en.is_empty());
    }
}

/// Builds a site in this process; every finished file that is text.
fn build(site: &Site) -> (pipeline::Product, Vec<(String, String)>) {
    let order = Order { drafts: true, ..Order::of(Date::parse(TODAY).unwrap()) };
    let made = Mutex::new(Vec::new());
    let take = |output: Output| {
        if let Output::Made(file) = output {
            let text = String::from_utf8_lossy(&file.bytes).into_owned();
            made.lock().unwrap().push((file.path.to_string(), text));
        }
        Ok(())
    };
    let sink = Sink { take: &take, total: &|_| {}, earlier: Earlier::none() };
    let mut memory = Memory::default();
    let product = pipeline::produce(site.root(), &order, &mut memory, &sink).unwrap();
    for finding in &product.findings {
        let at = finding.at.and_then(|at| Some((memory.sources.text(at.source)?, at)));
        if let Some((text, at)) = at {
            assert!(text.get(at.range()).is_some(), "{:?} {at:?}", finding.code);
        }
    }
    (product, made.into_inner().unwrap())
}

const FOLDERS: &[&str] = &[
    "about",
    "eligibility",
    "channels",
    "contacts",
    "cases",
    "notices",
    "articles",
    "statistics",
    "events",
    "checkup",
    "laws",
];

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn front_matter(front in scraps(FRONT, 60), body in scraps(MARKDOWN, 10)) {
        let text = format!("+++\n{front}\n+++\n{body}");
        let read = syntax::document(SourceId(0), &text);
        in_text(&read.diagnostics, &text);
    }

    #[test]
    fn markdown(body in scraps(MARKDOWN, 80)) {
        let text = format!("+++\ntitle = \"甲\"\n+++\n{body}");
        let read = syntax::document(SourceId(0), &text);
        in_text(&read.diagnostics, &text);
        prop_assert!(read.value.is_some());
    }

    #[test]
    fn any_file_at_all(text in "(\\+\\+\\+\n)?(\\PC|\n){0,80}(\\+\\+\\+\n)?(\\PC|\n){0,80}") {
        in_text(&syntax::document(SourceId(0), &text).diagnostics, &text);
    }
}

proptest! {
    #![proptest_config(cases(40))]

    /// Any page of any kind becomes findings or pages, and what becomes a page is whole.
    #[test]
    fn a_page_in_a_site(
        folder in prop::sample::select(FOLDERS),
        front in scraps(FRONT, 20),
        body in scraps(MARKDOWN, 40),
    ) {
        let site = Site::sound();
        let text = format!("+++\ntitle = \"甲\"\nsummary = \"乙\"\n{front}\n+++\n{body}\n");
        site.write(&format!("content/{folder}/page.md"), text);
        let (_, files) = build(&site);
        for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
            prop_assert!(text.trim_end().ends_with("</html>"), "{path}");
            prop_assert!(!text.contains("=\"javascript:"), "{path}");
        }
    }

    /// However a citizen's number is written into a page, it does not come out.
    #[test]
    fn a_number_in_a_page(
        folder in prop::sample::select(FOLDERS),
        (birth, order) in (0u32..20_000, 0u32..100_000),
        gaps in prop::collection::vec((0usize..18, prop::sample::select(&[" ", "\n", "-", "**", "\u{3000}", "\u{200B}", "&#32;"][..])), 0..4),
        wide in any::<bool>(),
        before in scraps(MARKDOWN, 8),
        after in scraps(MARKDOWN, 8),
    ) {
        let number = citizen(birth, order);
        let mut written: Vec<String> = number
            .chars()
            .map(|c| if wide { char::from_u32(u32::from(c) + 0xFEE0).unwrap() } else { c })
            .map(String::from)
            .collect();
        for (at, gap) in &gaps {
            written[*at].push_str(gap);
        }
        let written = written.concat();
        let site = Site::sound();
        let text = format!("+++\ntitle = \"甲\"\nsummary = \"乙\"\n+++\n{before}\n\n身份证号{written}。\n\n{after}\n");
        site.write(&format!("content/{folder}/page.md"), text);
        let (product, files) = build(&site);
        let leaked = files.iter().find(|(_, text)| bare(text).contains(&number));
        let told = product.findings.iter().any(|finding| finding.code.id() == "C301");
        prop_assert!(leaked.is_none() || told, "{written:?} in {:?}", leaked.map(|file| &file.0));
    }
}

/// A text as somebody reads it who looks for numbers: no tags, no gaps, no wide digits.
fn bare(text: &str) -> String {
    let mut out = String::new();
    let mut tag = false;
    for c in text.chars() {
        match c {
            '<' => tag = true,
            '>' => tag = false,
            '０'..='９' | 'Ｘ' if !tag => {
                out.extend(char::from_u32(u32::from(c) - 0xFEE0));
            }
            c if !tag && (c.is_alphanumeric() || c == '*') => out.push(c),
            _ => {}
        }
    }
    out
}
