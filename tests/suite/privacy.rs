//! Cases and notices give nobody away (C321–C329): sentences as clerks write them, each on a page of
//! its own in one site, and the words that are marked in each.
//!
//! The sentences are in `tests/cases/privacy/`, described in `tests/README.md`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use crate::site::{Site, repository};

/// A sentence and what must be found in it.
struct Sentence {
    line: usize,
    /// Where it stands on its page.
    scope: String,
    words: String,
    /// Codes with the words they mark, in their order.
    expected: Vec<String>,
}

/// The sentences of a file; `leaks` have what is expected before a stroke.
fn sentences(file: &str, leaks: bool) -> Vec<Sentence> {
    let path = repository().join("tests/cases/privacy").join(file);
    let text = fs::read_to_string(path).unwrap();
    let mut scope = String::new();
    let mut all = Vec::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
        if let Some(next) = line.strip_prefix("=== ") {
            next.clone_into(&mut scope);
        } else if !line.starts_with('#') {
            let (expected, words) =
                if leaks { line.split_once(" | ").expect(line) } else { ("", line) };
            let expected = expected.split("; ").filter(|one| !one.is_empty()).map(str::to_owned);
            all.push(Sentence {
                line: at + 1,
                scope: scope.clone(),
                words: words.to_owned(),
                expected: expected.collect(),
            });
        }
    }
    assert!(all.len() > 10, "{file}");
    all
}

/// The page of a sentence: its path and its text.
fn page(sentence: &Sentence) -> (String, String) {
    let (line, words) = (sentence.line, sentence.words.as_str());
    let (mut title, mut front) = ("某案".to_owned(), String::new());
    let (mut body, mut section) = ("一。".to_owned(), "cases");
    let quoted = format!("'{words}'");
    let mut notice = ("\"某某\"".to_owned(), "person", "\"学生证\"".to_owned(), String::new());
    match sentence.scope.as_str() {
        "body" | "child" => words.clone_into(&mut body),
        "title" => words.clone_into(&mut title),
        "summary" | "result" | "township" | "author" => {
            writeln!(front, "{} = {quoted}", sentence.scope).unwrap();
        }
        "keyword" => writeln!(front, "keywords = [{quoted}]").unwrap(),
        "reviewer" => writeln!(front, "[review]\neditor = {quoted}").unwrap(),
        "heading" => body = format!("### {words}"),
        "cell" => body = format!("| 项目 | 内容 |\n|---|---|\n| {words} | 一 |"),
        "cells" => body = format!("| 项目 | 内容 |\n|---|---|\n| {words} |"),
        "table" => {
            let mut rows: Vec<String> =
                words.split(" / ").map(|row| format!("| {row} |")).collect();
            rows.insert(1, format!("|{}", "---|".repeat(rows[0].matches('|').count() - 1)));
            body = rows.join("\n");
        }
        "item" => body = format!("- {words}"),
        "items" => body = format!("- {}", words.replace(" / ", "\n- ")),
        "alt" => body = format!("![{words}](x.svg)"),
        "caption" => body = format!("![图](x.svg \"{words}\")"),
        "link" => body = format!("看[{words}](../laws/legal-aid-law.md)。"),
        "linktitle" => body = format!("看[这里](../laws/legal-aid-law.md \"{words}\")。"),
        "footnote" => body = format!("见注[^一]。\n\n[^一]: {words}"),
        "minor" => {
            writeln!(front, "groups = [\"未成年人\"]").unwrap();
            words.clone_into(&mut body);
        }
        "assault" => {
            title = "对未成年人小雨被性侵提供法律援助案".to_owned();
            words.clone_into(&mut body);
        }
        "support" => {
            writeln!(front, "summary = \"九岁孩子的抚养费有了着落\"").unwrap();
            words.clone_into(&mut body);
        }
        "violence" => body = format!("{words}\n\n她多次遭受家庭暴力。"),
        "plain" => (body, section) = (words.to_owned(), "about"),
        other => {
            section = "notices";
            match other {
                "noticebody" => words.clone_into(&mut body),
                "holder" => notice.0 = quoted,
                "company" => (notice.0, notice.1) = (quoted, "organisation"),
                "remark" => notice.3 = format!("remark = {quoted}\n"),
                "document" => notice.2 = quoted,
                "last" => writeln!(front, "summary = {quoted}").unwrap(),
                _ => panic!("{other}"),
            }
        }
    }
    if sentence.scope == "last" {
        // The words of the page end with the holder's name.
        front += "[[notice]]\nidentifier = [{ kind = \"plate\", value = \"皖M12345\" }]\n";
        front += "document = \"学生证\"\nholder_kind = \"person\"\nholder = \"王小明\"\n";
    } else if section == "notices" {
        let (holder, kind, document, remark) = notice;
        write!(front, "[[notice]]\nholder = {holder}\nholder_kind = \"{kind}\"\n").unwrap();
        write!(front, "document = {document}\n{remark}").unwrap();
        front += "[[notice.identifier]]\nkind = \"plate\"\nvalue = \"皖M12345\"\n";
    }
    // Notices rest after their days.
    let head = format!("title = {title:?}\ndate = 2026-11-20\n{front}");
    (format!("content/{section}/s{line}.md"), format!("+++\n{head}+++\n{body}\n"))
}

/// What is found on the page of each sentence: codes with the words they mark.
fn found(sentences: &[Sentence]) -> BTreeMap<usize, Vec<String>> {
    let site = Site::sound();
    site.write(
        "content/cases/x.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>",
    );
    let mut pages = BTreeMap::new();
    for sentence in sentences {
        let (path, text) = page(sentence);
        site.write(&path, &text);
        pages.insert(path, (sentence.line, text));
    }
    let mut all: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let mut findings = site.findings(&["--no-print"]);
    let place = |finding: &serde_json::Value| {
        ["line", "column"].map(|key| finding[key].as_u64().unwrap_or_default())
    };
    findings.sort_by_key(place);
    for finding in findings {
        let code = finding["code"].as_str().unwrap();
        let path = finding["path"].as_str().unwrap_or_default();
        if !("C321"..="C329").contains(&code) {
            continue;
        }
        let Some((line, text)) = pages.get(path) else { panic!("{finding}") };
        let number = |key: &str| usize::try_from(finding[key].as_u64().unwrap()).unwrap();
        let marked = text.lines().nth(number("line") - 1).unwrap().chars();
        let length = number("end_column").saturating_sub(number("column"));
        let marked: String = marked.skip(number("column") - 1).take(length).collect();
        all.entry(*line).or_default().push(format!("{code}={marked}"));
    }
    all
}

fn as_expected(file: &str, leaks: bool) {
    let sentences = sentences(file, leaks);
    let mut found = found(&sentences);
    let mut wrong = String::new();
    let mut count = 0;
    for sentence in &sentences {
        let got = found.remove(&sentence.line).unwrap_or_default();
        if got != sentence.expected {
            count += 1;
            let Sentence { line, scope, words, expected, .. } = sentence;
            writeln!(wrong, "{line} {scope}: {words}\n    {expected:?}, found {got:?}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{file}: {count} of {}\n{wrong}", sentences.len());
}

#[test]
fn what_gives_somebody_away_is_found() {
    as_expected("leaks.txt", true);
    as_expected("leaks-homes.txt", true);
    as_expected("leaks-numbers.txt", true);
    as_expected("leaks-persons.txt", true);
    as_expected("leaks-roles.txt", true);
    as_expected("leaks-trades.txt", true);
}

#[test]
fn what_gives_nobody_away_is_not() {
    as_expected("harmless.txt", false);
    as_expected("harmless-homes.txt", false);
    as_expected("harmless-numbers.txt", false);
    as_expected("harmless-persons.txt", false);
    as_expected("harmless-roles.txt", false);
    as_expected("harmless-trades.txt", false);
    as_expected("harmless-sentences.txt", false);
}

#[test]
fn two_persons_of_a_page_are_told_apart() {
    let site = Site::sound();
    let body = "原告李秋菊与被告李秋生系姐弟，证人李强和王小明作证。";
    let page = format!("+++\ntitle = \"李秋生案\"\ndate = 2026-11-20\n+++\n{body}\n");
    site.write("content/cases/a.md", page);
    let findings = site.findings(&["--no-print"]);
    let names = findings.iter().filter(|it| it["code"] == "C327");
    let mut mends: Vec<String> =
        names.map(|it| format!("{} {}", it["message"]["zh"], it["help"][0]["zh"])).collect();
    mends.sort();
    mends.dedup();
    let mends = mends.join("\n");
    // The title is read first.
    for (name, short) in
        [("李秋生", "李某甲"), ("李秋菊", "李某乙"), ("李强", "李某"), ("王小明", "王某某")]
    {
        let told = mends.lines().find(|line| line.contains(name)).unwrap_or_default();
        assert!(told.contains(&format!("写成“{short}”")), "{name}: {mends}");
    }
    assert_eq!(mends.lines().count(), 4, "{mends}");
}

#[test]
fn file_names_of_cases_give_nobody_away() {
    let site = Site::sound();
    let drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>";
    let case = |body: &str| format!("+++\ntitle = \"某案\"\ndate = 2026-11-20\n+++\n{body}\n");
    site.write("content/cases/张大强讨薪案13800000000.md", case("一。"));
    site.write("content/cases/a.md", case("![图](李红旗13900000000.svg)"));
    site.write("content/cases/李红旗13900000000.svg", drawing);
    site.write("content/cases/20261120-高龄老人赡养案.md", case("![图](窗口20261120.svg)"));
    site.write("content/cases/窗口20261120.svg", drawing);
    site.write("content/about/张大强13800000000.md", "+++\ntitle = \"某\"\n+++\n一。\n");
    let mut found: Vec<(String, String)> = site
        .findings(&["--no-print"])
        .iter()
        .filter(|it| ["C321", "C327"].contains(&it["code"].as_str().unwrap()))
        .map(|it| {
            ["code", "path"].map(|key| it[key].as_str().unwrap_or_default().to_owned()).into()
        })
        .collect();
    found.sort();
    let expected = ["C321", "C327"].map(|code| {
        ["content/cases/a.md", "content/cases/张大强讨薪案13800000000.md"]
            .map(|path| (code.to_owned(), path.to_owned()))
    });
    assert_eq!(found, expected.concat());
}
