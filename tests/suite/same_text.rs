//! The text on screen and the text on paper are the same: for every page of the sample site, and
//! for examples of every construct of CommonMark and of its extensions that pages may use
//! (`data/markdown.txt`, our own words; a section a construct, `----` between examples).
//!
//! Paper is read back from a PDF. The print template used here sets each page on one sheet as long
//! as it needs to be, without list marks and note numbers, which a screen draws but does not hold
//! as text. All else comes from the default templates. What only paper adds is taken away before
//! comparing: the address behind a link, the number of the page a link leads to, and that a page
//! is on the site only; what a screen alone says is that a link leaves the site.

#![cfg(feature = "print")]

use std::collections::BTreeMap;

use crate::paper::pages;
use crate::site::{SITE, Site, TODAY, program, repository};

/// Begins each sheet with the page's address between marks that stand nowhere else.
const TEMPLATE: &str = r#"#import "prelude.typ": *
#import "text.typ": *
#show: settings.with(10pt, 16pt, sans)
#set page(width: 3000mm, height: auto, margin: 10mm)
#set par(justify: false)
#set list(marker: none, body-indent: 0em)
#set enum(numbering: (..n) => none)
#set footnote(numbering: (..n) => none)
#title()
#for page in parts.map(part => part.pages).flatten() {
  pagebreak()
  heading(level: 1)[⟦#page.href;⟧]
  blocks(page.blocks, page, 1)
}
"#;

/// The text of a page on screen, as it should stand on paper; blanks are left out on both sides
/// because typesetting moves them.
fn on_screen(html: &str) -> String {
    let start = html.find("<div class=\"body\">").expect("a body");
    let mut rest = &html[start..];
    let (mut depth, mut out) = (0, String::new());
    let mut link: Option<(String, usize)> = None;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let end = at + rest[at..].find('>').expect("a whole tag");
        let tag = &rest[at..=end];
        rest = &rest[end + 1..];
        if tag.starts_with("<div") {
            depth += 1;
        } else if tag == "</div>" {
            depth -= 1;
            if depth == 0 {
                break;
            }
        } else if tag.starts_with("<sup class=\"note-ref\"") {
            rest = &rest[rest.find("</sup>").expect("an end")..];
        } else if tag.starts_with("<a class=\"note-back\"") {
            rest = &rest[rest.find("</a>").expect("an end")..];
        } else if tag.contains("class=\"external\"") {
            let address = tag.split("href=\"").nth(1).unwrap().split('"').next().unwrap();
            link = Some((address.to_owned(), out.len()));
        } else if tag == "</a>"
            && let Some((address, from)) = link.take()
            && !out[from..].contains("://")
            && !out[from..].contains("www.")
        {
            out.push_str(&format!("（{address}）"));
        }
    }
    // Said to those who cannot see the arrow beside the link.
    out = out.replace("（离开本站）", "");
    for (entity, c) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    {
        out = out.replace(entity, c);
    }
    squeezed(&out)
}

/// Without blanks, and without what only paper says after links: `（第3页）` and `（网站上有）`, in
/// other brackets where they stand within round ones.
fn squeezed(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.replace("（网站上有）", "").replace("〔网站上有〕", "");
    let round = without_numbers(&text, "（第", "页）");
    without_numbers(&round, "〔第", "页〕")
}

fn without_numbers(text: &str, open: &str, shut: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(open) {
        let after = &rest[at + open.len()..];
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let whole = digits > 0 && after[digits..].starts_with(shut);
        out.push_str(&rest[..at]);
        if !whole {
            out.push_str(open);
        }
        rest = if whole { &after[digits + shut.len()..] } else { after };
    }
    out + rest
}

/// The text of each sheet by the address it begins with.
fn on_paper(site: &Site) -> BTreeMap<String, String> {
    let out = site.path("print");
    let print = ["print", "all", "--date", TODAY, "--out", out.to_str().unwrap()];
    site.run(&print).expect(0);
    let sheets = pages(&out.join("all.pdf"));
    let sheet = |text: &String| {
        let (href, words) = text.split_once('⟦')?.1.split_once('⟧')?;
        Some((href.to_owned(), squeezed(words)))
    };
    sheets.iter().filter_map(sheet).collect()
}

fn differences(site: &Site) -> (usize, Vec<String>) {
    let paper = on_paper(site);
    let mut wrong = Vec::new();
    for (href, words) in &paper {
        let screen = on_screen(&site.read(&format!("public/{href}")));
        if screen != *words {
            wrong.push(format!("{href}\n  screen {screen}\n  paper  {words}"));
        }
    }
    (paper.len(), wrong)
}

fn brochure(sections: &[&str]) -> String {
    format!(
        "\n[[brochure]]\nid = \"all\"\nform = \"handbook\"\ntitle = \"全部\"\nselect = {sections:?}\n"
    )
}

#[test]
fn every_example_of_markdown_says_the_same_on_screen_and_on_paper() {
    let site = Site::sound();
    let text = include_str!("data/markdown.txt");
    let mut count = 0;
    let section = |line: &str| line.starts_with("# ");
    let mut example = String::new();
    for line in text.lines().chain(["----"]) {
        if line != "----" && !section(line) {
            example.push_str(line);
            example.push('\n');
        } else if !example.is_empty() {
            count += 1;
            let head =
                format!("+++\ntitle = \"例{count}\"\nsummary = \"例\"\norder = {count}\n+++\n");
            site.write(&format!("content/about/e{count}.md"), format!("{head}{example}"));
            example.clear();
        }
    }
    assert!(count >= 300, "{count} examples");
    site.write("content/about/图.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><rect width=\"40\" height=\"20\"/></svg>");
    site.write("site.toml", format!("{SITE}{}", brochure(&["about"])));
    site.write("templates/print/handbook.typ", TEMPLATE);
    site.build().expect(0);
    let (compared, wrong) = differences(&site);
    assert!(wrong.is_empty(), "{} of {compared}:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(compared, count, "every example was printed");
}

#[test]
fn every_page_of_the_sample_site_says_the_same_on_screen_and_on_paper() {
    let site = Site::empty();
    for (name, bytes) in crate::site::tree(&repository().join("content")) {
        site.write(&format!("content/{name}"), bytes);
    }
    let settings = std::fs::read_to_string(repository().join("site.toml")).unwrap();
    let settings = settings.split("[[brochure]]").next().unwrap();
    let sections = ["eligibility", "channels", "contacts", "cases", "notices", "articles"];
    let more = ["statistics", "events", "checkup", "laws", "about"];
    let sections: Vec<_> = sections.into_iter().chain(more).collect();
    site.write("site.toml", format!("{settings}{}", brochure(&sections)));
    site.write("templates/print/handbook.typ", TEMPLATE);
    let out = site.path("public");
    let mut build = program();
    build.args(["build", "--no-print", "--date", TODAY, "--root"]).arg(site.root());
    crate::site::Run::of(build.arg("--out").arg(out).output().unwrap()).expect(0);
    let (compared, wrong) = differences(&site);
    assert!(wrong.is_empty(), "{} of {compared}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(compared >= 95, "{compared} pages");
}
