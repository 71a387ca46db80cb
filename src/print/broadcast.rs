//! 广播稿: what a village loudspeaker says about a page, in 60 to 90 seconds.
//!
//! A text file, no PDF: an announcer opens it, or it is pasted into a message. The template
//! `print/broadcast.txt` gives the greeting and the farewell; lines that begin with `#` are for the
//! announcer and are not spoken. Between them stand as many sentences of the page as fit: first
//! what it says of itself, then what to bring and do, then its text from the beginning. A sentence
//! is never cut.

use serde::Serialize;
use serde_json::json;
use tera::{Context, Tera};

use crate::base::artifact::{Artifact, OutPath};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::span::Span;
use crate::domain::body::{Block, BlockKind, Inline, plain_text};
use crate::domain::brochure::Brochure;
use crate::domain::page::Page;
use crate::model::site::{PageId, Site};
use crate::print::Press;
use crate::print::data::short;
use crate::print::edition;
use crate::print::select::parts;
use crate::print::spoken::{seconds, spoken};
use crate::say;
use crate::view::make::References;
use crate::view::make::page::page as page_view;
use crate::view::page::PageView;
use crate::view::words;

/// Characters a minute. News is read at 250 and more; old people outdoors need it slower.
const PACE: usize = 200;
/// What people can keep in mind.
const SHORTEST: usize = 60;
const LONGEST: usize = 90;
/// From here on the script is long enough.
const ENOUGH: usize = 78;

/// The template below `templates/`.
const TEMPLATE: &str = "print/broadcast.txt";

/// What the template reads.
#[derive(Debug, Serialize)]
struct Script<'s> {
    /// As written and as said.
    title: &'s str,
    title_spoken: String,
    publisher: &'s str,
    publisher_spoken: String,
    hotline_spoken: String,
    /// The edition code of this script.
    edition: String,
    today: String,
    pace: usize,
    seconds: usize,
    number: usize,
    total: usize,
    lines: &'s [String],
}

/// Makes the file of a brochure.
pub(super) fn make(
    references: &References<'_>,
    press: &Press<'_>,
    brochure: &Brochure,
) -> Reported<Option<Artifact>> {
    let site = references.site;
    let mut found = Vec::new();
    let path = OutPath::new(format!("{}{}", press.folder, brochure.file_name(false)));
    let template = press.theme.get(TEMPLATE);
    let (Ok(path), Some(template)) = (path, template) else {
        return Reported::clean(None);
    };
    let mut tera = Tera::new();
    tera.autoescape_on(Vec::<&str>::new());
    let broken = |error: &tera::Error| {
        let message = error.to_string().lines().next().unwrap_or_default().to_owned();
        let said = say!(zh: "广播稿模板出错：{message}", en: "the template fails: {message}");
        let finding = Diagnostic::new(Code::PrintTemplate, Span::file(template.source), said);
        Reported::new(None, vec![finding])
    };
    if let Err(error) = tera.add_raw_template(TEMPLATE, &template.text) {
        return broken(&error);
    }
    let pages: Vec<PageId> =
        parts(site, brochure).into_iter().flat_map(|part| part.pages).collect();
    let mut scripts = Vec::new();
    for (at, id) in pages.iter().enumerate() {
        let writer = Writer { tera: &tera, site, place: (at + 1, pages.len()) };
        match writer.script(site.page(*id), &page_view(references, *id, String::new())) {
            Ok((text, seconds)) => {
                scripts.push(text);
                if !(SHORTEST..=LONGEST).contains(&seconds) {
                    found.push(length(site.page(*id), seconds));
                }
            }
            Err(error) => return broken(&error),
        }
    }
    // Old editors of office machines know no other end of line.
    let text = scripts.join("\n\n").replace('\n', "\r\n");
    Reported::new(Some(Artifact { path, bytes: text.into_bytes() }), found)
}

fn length(page: &Page, seconds: usize) -> Diagnostic {
    let finding = Diagnostic::new(
        Code::ScriptLength,
        page.head.title.span,
        say!(
            zh: "这一页的广播稿要念{seconds}秒，应在{SHORTEST}到{LONGEST}秒之间",
            en: "the script of this page takes {seconds} seconds; it should take {SHORTEST} to {LONGEST}",
        ),
    );
    if seconds < SHORTEST {
        finding.hint(say!(
            zh: "摘要和正文再写几句，或者不为这一页做广播稿",
            en: "write a few more sentences, or make no script of this page",
        ))
    } else {
        finding.hint(say!(
            zh: "改短摘要，或者改短 templates/print/broadcast.txt 的开头和结尾",
            en: "shorten the summary, or the greeting in templates/print/broadcast.txt",
        ))
    }
}

struct Writer<'w> {
    tera: &'w Tera,
    site: &'w Site,
    place: (usize, usize),
}

impl Writer<'_> {
    /// The script of a page and how long it takes.
    fn script(&self, page: &Page, view: &PageView) -> Result<(String, usize), tera::Error> {
        let title = short(&view.title);
        let mut lines: Vec<String> = Vec::new();
        let mut now = self.render(&title, &lines, 0)?;
        // Facts about the page are left out one by one where they do not fit; its text is a chain
        // of thought and ends at the first sentence that does not.
        let text = sentences(self.site, page);
        let stages = [(facts(view), false), (text, true)];
        for (candidates, chain) in stages {
            for candidate in candidates {
                let line = spoken(&candidate);
                if now.1 >= ENOUGH || said_before(&lines, &line) || unsayable(&candidate) {
                    continue;
                }
                lines.push(line);
                let next = self.render(&title, &lines, 0)?;
                if next.1 <= LONGEST {
                    now = next;
                } else {
                    lines.pop();
                    if chain {
                        break;
                    }
                }
            }
        }
        self.render(&title, &lines, now.1)
    }

    fn render(
        &self,
        title: &str,
        lines: &[String],
        told: usize,
    ) -> Result<(String, usize), tera::Error> {
        let identity = &self.site.settings().identity;
        let publisher = identity.organiser.as_deref().unwrap_or(&identity.title);
        let script = Script {
            title,
            title_spoken: spoken(title),
            publisher,
            publisher_spoken: spoken(publisher),
            hotline_spoken: spoken(&format!("拨打{}", identity.hotline)).replacen("拨打", "", 1),
            edition: edition::code(&json!({ "title": title, "lines": lines }), &|_| None),
            today: words::day(self.site.today()),
            pace: PACE,
            seconds: told,
            number: self.place.0,
            total: self.place.1,
            lines,
        };
        let text = self.tera.render(TEMPLATE, &Context::from_serialize(&script)?)?;
        let said: Vec<&str> =
            text.lines().filter(|line| !line.trim_start().starts_with('#')).collect();
        let length = seconds(&said.concat(), PACE);
        Ok((text, length))
    }
}

fn said_before(lines: &[String], line: &str) -> bool {
    line.trim().is_empty() || lines.iter().any(|said| said.contains(line.trim_end_matches('。')))
}

/// An address of the web, a word in Latin letters or the number of a certificate is not for an
/// announcer, nor for a whole village.
fn unsayable(line: &str) -> bool {
    let long = |digits: &str| digits.len() > 12;
    line.contains("://")
        || line.chars().filter(char::is_ascii_alphabetic).count() > 4
        || line.split(|c: char| !c.is_ascii_digit()).any(long)
}

/// What the page's kind says in its fields, the most useful first.
fn facts(view: &PageView) -> Vec<String> {
    let mut lines: Vec<String> = view.summary.iter().map(|summary| ended(summary)).collect();
    let bring = |things: &[String]| {
        (!things.is_empty()).then(|| format!("来的时候，请带上：{}。", things.join("；")))
    };
    if let Some(it) = &view.eligibility {
        lines.extend(it.hardship_label.map(|label| format!("请记住，办这件事，{label}。")));
        lines.extend(bring(&it.proof));
    }
    if let Some(it) = &view.channel {
        lines.extend(
            it.time_limit
                .as_ref()
                .map(|limit| format!("多久有结果？{}。", limit.trim_end_matches('。'))),
        );
        lines.extend(bring(&it.materials));
        if !it.steps.is_empty() {
            let steps = it.steps.iter().enumerate();
            let steps: Vec<_> = steps
                .map(|(at, step)| format!("第{}步，{}。", at + 1, step.trim_end_matches('。')))
                .collect();
            lines.push(steps.concat());
        }
    }
    if let Some(it) = &view.contact {
        lines.extend(it.address.as_ref().map(|address| format!("地址在{address}。")));
        lines.extend(it.hours.as_ref().map(|hours| format!("上班时间：{hours}。")));
        let phones = it.phones.iter().map(|phone| format!("{}电话{}。", phone.label, phone.number));
        lines.extend(phones.map(|line| line.replace("电话电话", "电话")));
    }
    if let Some(it) = &view.case {
        lines.extend(it.result.as_ref().map(|result| format!("结果怎么样？{}", ended(result))));
    }
    if let Some(it) = &view.event {
        let when = it.when.as_ref().map(|when| format!("时间：{}", ended(when)));
        lines.extend(
            when.into_iter().chain(it.place.as_ref().map(|at| format!("地点：{}", ended(at)))),
        );
    }
    lines
}

fn ended(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['。', '！', '？']) { text.to_owned() } else { format!("{text}。") }
}

/// The sentences of the page's text in order; a list is one sentence. Tables, code and small print
/// are for the eye.
fn sentences(site: &Site, page: &Page) -> Vec<String> {
    let mut sentences = Vec::new();
    // What a case teaches comes before how it went.
    let start = page.body.blocks.iter().position(|block| match &block.kind {
        BlockKind::Heading { content, .. } => words_of(site, page, content).contains("典型意义"),
        _ => false,
    });
    let (first, last) = page.body.blocks.split_at(start.unwrap_or(0));
    for block in last.iter().chain(first) {
        tell(site, page, block, &mut sentences);
    }
    sentences
}

fn tell(site: &Site, page: &Page, block: &Block, sentences: &mut Vec<String>) {
    match &block.kind {
        BlockKind::Paragraph(content) => {
            let words = words_of(site, page, content);
            let mut rest = words.as_str();
            while let Some(at) = rest.find(['。', '！', '？']) {
                let mut end = at + rest[at..].chars().next().map_or(0, char::len_utf8);
                // A closing quotation mark belongs to the sentence.
                if rest[end..].starts_with('”') {
                    end += '”'.len_utf8();
                }
                sentences.push(rest[..end].trim().to_owned());
                rest = &rest[end..];
            }
            if !rest.trim().is_empty() {
                // “可以这样做：” leads to a list and is said with it.
                sentences.push(rest.trim().to_owned());
            }
        }
        BlockKind::List { items, .. } => {
            let mut told = Vec::new();
            for item in items {
                item.blocks.iter().for_each(|block| tell(site, page, block, &mut told));
            }
            let told: Vec<_> =
                told.iter().map(|line| line.trim_end_matches(['。', '；', '，'])).collect();
            let lead =
                sentences.pop_if(|last| last.ends_with(['：', '，', ':'])).unwrap_or_default();
            sentences.push(format!("{lead}{}。", told.join("；")));
        }
        BlockKind::Quote { note: Some(_), blocks } => {
            blocks.iter().for_each(|block| tell(site, page, block, sentences));
        }
        _ => {}
    }
}

fn words_of(site: &Site, page: &Page, content: &[Inline]) -> String {
    let mut words = String::new();
    plain_text(content, &|id| site.fact(page, id).to_owned(), &mut words);
    words
}
