//! The site of this repository: sound, whole, and what it promises to those who read it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use lantian::domain::identifier::find;

use crate::site::{Run, program, repository, tree};

/// The site as built, brochures left out.
static BUILT: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().join("public");
    let mut command = program();
    command.args(["build", "--no-print", "--deny-warnings", "--date", "2026-11-24", "--root"]);
    Run::of(command.arg(repository()).arg("--out").arg(&folder).output().unwrap()).expect(0);
    tree(&folder)
});

fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    BUILT
        .iter()
        .filter(|(name, _)| name.ends_with(".html"))
        .map(|(name, bytes)| (name.as_str(), std::str::from_utf8(bytes).unwrap()))
}

/// The values of an attribute.
fn attribute<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let start = format!(" {name}=\"");
    page.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The path a relative address on `page` means.
fn target(page: &str, address: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn every_link_of_every_page_leads_somewhere() {
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        pages().map(|(name, page)| (name, attribute(page, "id").into_iter().collect())).collect();
    let mut dead = Vec::new();
    for (name, page) in pages() {
        for address in attribute(page, "href").into_iter().chain(attribute(page, "src")) {
            if ["https://", "http://", "tel:", "mailto:"]
                .iter()
                .any(|scheme| address.starts_with(scheme))
            {
                continue;
            }
            let (path, anchor) = address.split_once('#').unwrap_or((address, ""));
            // A server shows this page in any folder: its links begin where the site lies.
            let path = match path.strip_prefix("/flyz/") {
                Some(below) if name == "404.html" => below,
                _ => path,
            };
            let file = if path.is_empty() { name.to_owned() } else { target(name, path) };
            let brochure = file.starts_with("brochures/");
            let there = BUILT.contains_key(&file) || brochure;
            let anchored =
                anchor.is_empty() || ids.get(file.as_str()).is_some_and(|ids| ids.contains(anchor));
            if !there || !anchored || path.starts_with('/') {
                dead.push(format!("{name}: {address}"));
            }
        }
    }
    assert!(dead.is_empty(), "\n{}", dead.join("\n"));
}

#[test]
fn nothing_on_a_page_comes_from_elsewhere_or_runs_inline() {
    for (name, page) in pages() {
        for source in attribute(page, "src") {
            assert!(!source.contains("//"), "{name}: {source}");
        }
        for tag in page.split("<link ").skip(1).filter_map(|rest| rest.split('>').next()) {
            let outside = tag.contains("href=\"http") && !tag.contains("canonical");
            assert!(!outside, "{name}: {tag}");
        }
        assert!(!page.contains(" style=\"") && !page.contains("<style"), "{name} has inline style");
        for script in page.split("<script").skip(1) {
            let head = script.split('>').next().unwrap();
            assert!(
                head.contains("src=") || head.contains("application/ld+json"),
                "{name}: {head}"
            );
        }
        for event in [" onclick=", " onload=", " onerror=", "javascript:"] {
            assert!(!page.contains(event), "{name}: {event}");
        }
    }
}

#[test]
fn every_page_has_what_government_pages_must_have() {
    for (name, page) in pages().filter(|(_, page)| !page.contains("http-equiv=\"refresh\"")) {
        assert!(page.starts_with("<!doctype html>\n<html lang=\"zh-CN\""), "{name}");
        assert_eq!(page.matches("<h1").count(), 1, "{name} has one first heading");
        for tag in ["SiteName", "SiteDomain", "SiteIDCode"] {
            assert!(page.contains(&format!("<meta name=\"{tag}\" content=\"")), "{name}: {tag}");
        }
        if name != "index.html" && name != "404.html" {
            for tag in ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"] {
                assert!(
                    page.contains(&format!("<meta name=\"{tag}\" content=\"")),
                    "{name}: {tag}"
                );
            }
            assert!(page.contains("当前位置"), "{name}");
        }
        assert!(page.contains("tel:12348"), "{name}: the number is never more than a glance away");
        let empty = page.contains(" alt=\"\"") || page.contains("<title></title>");
        assert!(!empty, "{name}");
        for line in page.split("<meta ").skip(1).filter_map(|rest| rest.split('>').next()) {
            assert!(!line.contains("content=\"\""), "{name}: {line}");
        }
    }
    let case = &BUILT["cases/wages-2025-17.html"];
    let case = std::str::from_utf8(case).unwrap();
    for tag in ["ArticleTitle", "PubDate", "ContentSource"] {
        assert!(case.contains(&format!("<meta name=\"{tag}\" content=\"")), "{tag}");
    }
    assert!(case.contains("content=\"2026-03-02 "), "PubDate is year, month, day, hour and minute");
}

/// A page, the one style sheet it asks for, and how large both are together.
fn weight(name: &str, page: &str) -> (usize, usize) {
    let sheets: Vec<_> = page.split("<link rel=\"stylesheet\" href=\"").skip(1).collect();
    assert_eq!(sheets.len(), 1, "{name}: one style sheet");
    let style = &BUILT[&target(name, sheets[0].split('"').next().unwrap())];
    let gzip = |bytes: &[u8]| {
        let mut packed = Command::new("gzip")
            .args(["-9", "-c"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        packed.stdin.take().unwrap().write_all(bytes).unwrap();
        packed.wait_with_output().unwrap().stdout.len()
    };
    (page.len() + style.len(), gzip(page.as_bytes()) + gzip(style))
}

#[test]
fn a_case_with_its_style_is_under_thirty_kilobytes() {
    let cases = pages().filter(|(name, _)| name.starts_with("cases/") && !name.contains("index"));
    for (name, page) in cases.filter(|(name, _)| name.matches('/').count() == 1) {
        let (whole, packed) = weight(name, page);
        assert!(whole <= 30_000, "{name}: {whole} bytes");
        assert!(packed <= 12_000, "{name}: {packed} bytes compressed");
    }
}

/// No ID number, no birth certificate (a letter and nine digits), the notices' other numbers all
/// there.
#[test]
fn nobody_is_exposed() {
    for (name, bytes) in BUILT.iter() {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        assert!(find::scan(text).is_empty(), "{name}");
        if name.starts_with("notices/") {
            let words = text.split(|c: char| !c.is_ascii_alphanumeric());
            let certificate = |word: &&str| {
                let digits = word.get(1..).unwrap_or_default();
                word.len() == 10
                    && word.starts_with(|c: char| c.is_ascii_uppercase())
                    && digits.bytes().all(|byte| byte.is_ascii_digit())
            };
            assert_eq!(words.clone().find(certificate), None, "{name}");
        }
    }
    let notices = std::str::from_utf8(&BUILT["notices/2021-03-12.html"]).unwrap();
    for number in [
        "51341100MJA914934X",
        "51341122560672489X",
        "J3755000026202",
        "8134110034383017XA",
        "皖U6F477",
        "皖UT605挂",
        "皖U0C271",
    ] {
        assert!(notices.contains(number), "{number}");
    }
}

#[test]
fn what_the_sample_site_must_hold() {
    let count = |folder: &str| {
        let folder = repository().join("content").join(folder);
        walkdir::WalkDir::new(folder)
            .into_iter()
            .filter(|entry| {
                let path = entry.as_ref().unwrap().path();
                path.extension().is_some_and(|e| e == "md")
                    && path.file_stem() != Some("_index".as_ref())
            })
            .count()
    };
    assert!(count("cases") >= 12 && count("contacts") >= 20 && count("eligibility") >= 12);
    for page in [
        "about/objection",
        "about/complaint",
        "about/privacy",
        "about/accessibility",
        "channels/time-limits",
        "channels/materials",
        "laws/legal-aid-law",
        "checkup/civil",
    ] {
        assert!(BUILT.contains_key(&format!("{page}.html")), "{page}");
    }
    let statistics = std::str::from_utf8(&BUILT["statistics/2020.html"]).unwrap();
    for figure in ["999", "612", "384", "779", "1,450", "680", "12,000"] {
        assert!(statistics.contains(figure), "{figure}");
    }
}

/// Each Markdown feature is used somewhere: the content also teaches.
#[test]
fn the_content_shows_every_construct() {
    let mut text = String::new();
    for entry in walkdir::WalkDir::new(repository().join("content")) {
        let entry = entry.unwrap();
        if entry.path().extension().is_some_and(|e| e == "md") {
            text.push_str(&std::fs::read_to_string(entry.path()).unwrap());
        }
    }
    for sign in [
        "\n| ",
        "\n- [ ] ",
        "\n- [x] ",
        "\n: ",
        "~~",
        "[^1]: ",
        "[!NOTE]",
        "[!TIP]",
        "[!IMPORTANT]",
        "[!WARNING]",
        "[!CAUTION]",
        "\n> ",
        "**",
        "`",
        "](../",
    ] {
        assert!(text.contains(sign), "{sign:?}");
    }
    assert!(Path::new(&repository()).join("public/.gitkeep").exists());
}

#[test]
fn feed_and_sitemap_are_whole() {
    let feed = std::str::from_utf8(&BUILT["feed.xml"]).unwrap();
    assert!(
        feed.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\"") && feed.contains("<updated>")
    );
    let map = std::str::from_utf8(&BUILT["sitemap.xml"]).unwrap();
    let base = "https://www.example.gov.cn/flyz/";
    for address in map.split("<loc>").skip(1).filter_map(|rest| rest.split('<').next()) {
        let path = address.strip_prefix(base).unwrap_or_else(|| panic!("{address}"));
        let path = if path.is_empty() { "index.html" } else { path };
        assert!(BUILT.contains_key(path), "{address}");
    }
    let listed = map.matches("<loc>").count();
    assert!(listed > 100, "{listed}");
    assert!(std::str::from_utf8(&BUILT["robots.txt"]).unwrap().contains("sitemap.xml"));
}
