//! The brochures to download, opened with poppler and qpdf: whole, tagged, with page numbers that are
//! true. What goes to the print shop is looked at in `press`.

#![cfg(feature = "print")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use tempfile::TempDir;

use crate::site::{PAGES, Run, SITE, Site, TODAY, program, repository};

/// This repository's brochures to download, made once for all tests.
static MADE: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let mut command = program();
    command.args(["build", "--date", TODAY, "--root"]).arg(repository()).arg("--out").arg(&out);
    Run::of(command.output().unwrap()).expect(0);
    let brochures = out.join("brochures");
    (folder, brochures)
});

const BROCHURES: [(&str, &str); 11] = [
    ("handbook.pdf", "法律援助便民手册"),
    ("handbook-large.pdf", "法律援助便民手册"),
    ("handbook-32.pdf", "法律援助便民手册"),
    ("handbook-pocket.pdf", "法律援助便民手册"),
    ("leaflet.pdf", "法律援助，不收您一分钱"),
    ("leaflet-large.pdf", "法律援助，不收您一分钱"),
    ("leaflet-16.pdf", "法律援助，不收您一分钱"),
    ("anthology.pdf", "法律援助典型案例汇编"),
    ("anthology-large.pdf", "法律援助典型案例汇编"),
    ("checklist.pdf", "申请法律援助，要带什么"),
    ("checklist-large.pdf", "申请法律援助，要带什么"),
];

/// A file to download, by name; what only the house needs comes from the press.
pub(crate) fn printed(name: &str) -> PathBuf {
    let download = MADE.1.join(name);
    if download.exists() { download } else { crate::press::PRINTED.1.join(name) }
}

/// Width and height of the first page in millimetres, as it is after trimming.
pub(crate) fn millimetres(name: &str) -> (i64, i64) {
    millimetres_of(&printed(name))
}

pub(crate) fn millimetres_of(file: &Path) -> (i64, i64) {
    let text = tool("pdfinfo", &["-box"], file);
    let line = text.lines().find(|line| line.starts_with("TrimBox")).unwrap();
    let numbers: Vec<f64> =
        line.split_whitespace().skip(1).map(|n| n.parse::<f64>().unwrap() / 72.0 * 25.4).collect();
    ((numbers[2] - numbers[0]).round() as i64, (numbers[3] - numbers[1]).round() as i64)
}

pub(crate) fn tool(program: &str, arguments: &[&str], file: &Path) -> String {
    let mut command = Command::new(program);
    command.args(arguments).arg(file);
    if program == "pdftotext" || arguments.contains(&"--qdf") {
        command.arg("-");
    }
    let output = command.output().unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The text of each page, spaces left out: typesetting moves them.
pub(crate) fn pages(file: &Path) -> Vec<String> {
    let text = tool("pdftotext", &["-layout"], file);
    let squeeze = |page: &str| page.chars().filter(|c| !c.is_whitespace()).collect();
    text.trim_end_matches('\u{c}').split('\u{c}').map(squeeze).collect()
}

pub(crate) fn info(file: &Path) -> BTreeMap<String, String> {
    let text = tool("pdfinfo", &[], file);
    let pair = |line: &str| line.split_once(':').map(|(k, v)| (k.to_owned(), v.trim().to_owned()));
    text.lines().filter_map(pair).collect()
}

#[test]
fn sound_tagged_titled_and_with_fonts_inside() {
    for (name, title) in BROCHURES {
        sound(name, title);
    }
}

/// What every file to download must be.
pub(crate) fn sound(name: &str, title: &str) {
    let file = printed(name);
    tool("qpdf", &["--check"], &file);
    let info = info(&file);
    assert_eq!(info["Title"], title, "{name}");
    assert_eq!(info["Tagged"], "yes", "{name}");
    assert!(info["Author"].contains("定远县法律援助中心"), "{name}");
    let plain = tool("qpdf", &["--qdf", "--object-streams=disable"], &file);
    for mark in ["<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<", "/Lang (zh-CN)"] {
        assert!(plain.contains(mark), "{name}: {mark}");
    }
    let fonts = tool("pdffonts", &[], &file);
    for line in fonts.lines().skip(2) {
        assert!(line.contains("yes yes yes"), "{name}: a font is not embedded: {line}");
        // The forms used in mainland China, never the Japanese ones.
        let face = line.contains("CJKsc") || line.contains("CJK-SC");
        assert!(face, "{name}: a stray font: {line}");
    }
}

#[test]
fn the_handbook_has_its_parts_in_order() {
    let pages = pages(&printed("handbook.pdf"));
    assert!(pages[0].contains("法律援助便民手册") && pages[0].contains("12348"));
    assert!(pages[1].contains("目录"));
    let all = pages.join("\n");
    let mut after = 0;
    for part in [
        "第一部分哪些事能援助",
        "第二部分要带什么",
        "第三部分怎么申请",
        "申请流程图",
        "第四部分多少天有结果",
        "第五部分打电话问谁、在哪里",
        "第六部分资格自测",
        "第七部分典型案例",
        "第八部分《法律援助法》要点",
    ] {
        let at = all[after..]
            .find(part)
            .unwrap_or_else(|| panic!("{part} is not there or not in order"));
        after += at;
    }
    let last = pages.last().unwrap();
    for word in
        ["12348", "https://www.example.gov.cn/flyz/", "定远县司法局", "2026年11月24日", "12,000"]
    {
        assert!(last.contains(word), "the back cover lacks {word}: {last}");
    }
    assert_eq!(all.matches("典型意义").count(), 5, "five cases");
    for number in 1..=22 {
        assert!(
            all.contains(&format!("0550-00001{number:02}")),
            "station {number} is in the table"
        );
    }
}

/// Each line of the contents names the page on which its heading stands.
#[test]
fn page_numbers_of_the_contents_are_true() {
    let pages = pages(&printed("handbook.pdf"));
    for (title, shown) in [
        ("老板拖欠工资", "老板拖欠工资"),
        ("怎样算经济困难", "怎样算经济困难"),
        ("到乡镇工作站申请", "到乡镇工作站申请"),
        ("第五部分", "打电话问谁、在哪里"),
    ] {
        let contents = format!("{}{}", pages[1], pages[2]);
        let rest = contents.split(shown).nth(1).unwrap_or_else(|| panic!("{shown}: {contents}"));
        let number: String =
            rest.chars().skip_while(|c| *c == '.').take_while(char::is_ascii_digit).collect();
        let number: usize = number.parse().unwrap_or_else(|_| panic!("{shown}: {rest}"));
        let page = &pages[number - 1];
        assert!(page.contains(title), "{title} is not on page {number}: {page}");
        assert!(page.contains(&number.to_string()), "page {number} carries its number");
    }
}

#[test]
fn bookmarks_lead_to_every_heading() {
    let outline = tool("qpdf", &["--json", "--json-key=outlines"], &printed("handbook.pdf"));
    let json: serde_json::Value = serde_json::from_str(&outline).unwrap();
    let parts = json["outlines"].as_array().unwrap();
    assert_eq!(parts.len(), 8);
    assert!(parts[0]["title"].as_str().unwrap().contains("哪些事能援助"));
    assert!(parts[0]["kids"].as_array().unwrap().len() >= 12);
}

#[test]
fn the_leaflet_has_six_panels_in_fold_order() {
    let file = printed("leaflet.pdf");
    assert_eq!(info(&file)["Pages"], "2");
    assert!(info(&file)["Page size"].starts_with("841.8"), "A4 on its side");
    let millimetres = |mm: f64| format!("{:.0}", mm / 25.4 * 72.0);
    let strip = |page: &str, from: f64, to: f64| {
        let width = millimetres(to - from);
        let text = tool(
            "pdftotext",
            &[
                "-f",
                page,
                "-l",
                page,
                "-x",
                &millimetres(from),
                "-y",
                "0",
                "-W",
                &width,
                "-H",
                "600",
            ],
            &file,
        );
        text.chars().filter(|c| !c.is_whitespace()).collect::<String>()
    };
    for (page, from, to, words) in [
        ("1", 0.0, 97.0, "先记住四句话"),
        ("1", 97.0, 197.0, "到窗口来"),
        ("1", 197.0, 297.0, "打电话问12348"),
        ("2", 0.0, 100.0, "我能申请吗"),
        ("2", 100.0, 200.0, "要带什么"),
        ("2", 200.0, 297.0, "打电话问谁"),
    ] {
        let text = strip(page, from, to);
        assert!(text.contains(words), "{page} {from}–{to}: {text}");
    }
}

#[test]
fn the_large_print_twin_is_large() {
    let file = printed("handbook-large.pdf");
    assert!(pages(&file)[0].contains("大字版"));
    assert!(info(&file)["Page size"].contains("A4"));
    let sizes = tool("pdftotext", &["-bbox-layout", "-f", "5", "-l", "5"], &file);
    let height = |line: &str| {
        let number = |key: &str| -> f64 {
            line.split(&format!("{key}=\""))
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
                .parse()
                .unwrap()
        };
        number("yMax") - number("yMin")
    };
    let words: Vec<f64> =
        sizes.lines().filter(|line| line.contains("<word ")).map(height).collect();
    let large = words.iter().filter(|height| **height >= 16.0).count();
    assert!(large * 10 >= words.len() * 8, "{large} of {} words", words.len());
}

/// What an editor writes is printed as written: no markup of Typst's own works.
#[test]
fn text_reaches_paper_as_text() {
    let site = Site::sound();
    let brochure = "[[brochure]]\nid = \"b\"\nform = \"handbook\"\ntitle = \"手册\"\nselect = [\"cases\", \"about\"]\n";
    site.write("site.toml", format!("{SITE}{brochure}"));
    let hostile =
        "#panic(1) $x$ *星* _线_ @ref `#import` \\ // 不是注释 = 题 #read(\"/etc/passwd\")";
    let (path, text) = PAGES[3];
    site.write(path, text.replace("一。", hostile));
    site.write("content/about/page.md", format!("+++\ntitle = '{}'\nsummary = '#summary'\n+++\n{{{{ contact.centre.phone }}}}，见[工资](../cases/wages.md)。\n", "#标题 *星*"));
    site.run(&["print", "--date", TODAY, "--out", site.path("print").to_str().unwrap()]).expect(0);
    let all = pages(&site.path("print/b.pdf")).join("");
    for word in [
        "#panic(1)",
        "$x$",
        "@ref",
        "#import",
        "//不是注释",
        "#read(\"/etc/passwd\")",
        "#标题*星*",
        "#summary",
    ] {
        assert!(all.contains(word), "{word}: {all}");
    }
    assert!(all.contains("0550-0000000"), "facts are resolved on paper too");
    assert!(all.contains("（第3页）"), "a link to another page of the book names its page: {all}");
}

#[test]
fn every_construct_of_markdown_can_be_printed() {
    let site = Site::sound();
    let brochure = "[[brochure]]\nid = \"b\"\nform = \"handbook\"\ntitle = \"手册\"\nselect = [\"about\"]\nlarge_print = true\n";
    site.write("site.toml", format!("{SITE}{brochure}"));
    let body = "#### 跳级\n\n- [ ] 任务\n- [x] 做了\n\n3. 三\n4. 四\n   - 里\n\n> 引用[^1]\n>\n> > [!TIP]\n> > 框里 **粗** [外](https://www.example.com)\n\n| 甲 | 乙 |\n|:-:|---|\n| 一[^1] | `二` |\n\n词\n: 义\n: 又一义\n\n    代码\n    两行\n\n***\n\n![图](图.svg \"说明\")\n\n[^1]: 注文\n\n    第二段\n";
    site.write("content/about/page.md", format!("+++\ntitle = \"样样都有\"\nsummary = \"摘要\"\nlaws = [\"法律援助法#31\", \"法律援助法#42\"]\n+++\n{body}"));
    site.write("content/about/图.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><rect width=\"40\" height=\"20\" fill=\"#0B5394\"/></svg>");
    site.run(&["print", "--date", TODAY, "--out", site.path("print").to_str().unwrap()]).expect(0);
    for name in ["print/b.pdf", "print/b-large.pdf"] {
        tool("qpdf", &["--check"], &site.path(name));
        let all = pages(&site.path(name)).join("");
        for word in [
            "跳级",
            "任务",
            "3.三",
            "引用",
            "提示",
            "框里粗",
            "（https://www.example.com）",
            "二",
            "又一义",
            "代码",
            "注文",
            "第二段",
            "说明",
            "第三十一条、第四十二条",
        ] {
            assert!(all.contains(word), "{name}: {word}: {all}");
        }
    }
}

#[test]
fn printing_one_brochure_keeps_the_others() {
    let site = Site::sound();
    let brochure = |id: &str| {
        format!(
            "[[brochure]]\nid = \"{id}\"\nform = \"leaflet\"\ntitle = \"折页\"\nselect = [\"eligibility\", \"contacts\"]\n"
        )
    };
    site.write("site.toml", format!("{SITE}{}{}", brochure("one"), brochure("two")));
    let out = site.path("print");
    let print = |more: &[&str]| {
        let mut arguments = vec!["print"];
        arguments.extend(more);
        arguments.extend(["--date", TODAY, "--out", out.to_str().unwrap()]);
        site.run(&arguments).expect(0);
    };
    print(&[]);
    assert!(site.exists("print/one.pdf") && site.exists("print/two.pdf"));
    print(&["one"]);
    assert!(site.exists("print/one.pdf") && site.exists("print/two.pdf"));
}

/// The first page says how large a file is, the same after a build that sets nothing anew.
#[test]
fn downloads_say_their_format_and_their_size() {
    let site = Site::sound();
    let brochure = "[[brochure]]\nid = \"b\"\nform = \"poster\"\ntitle = \"不给工钱，打电话\"\naction = \"现在就打\"\n";
    site.write("site.toml", format!("{SITE}{brochure}"));
    let out = site.path("public");
    let build = |site: &Site| {
        site.run(&["build", "--date", TODAY, "--out", out.to_str().unwrap()]).expect(0);
        (site.read("public/index.html"), site.read("public/sw.js"))
    };
    let first = build(&site);
    let bytes = std::fs::metadata(site.path("public/brochures/b.pdf")).unwrap().len();
    let said = format!("PDF，{} KB，", bytes.div_ceil(1000));
    assert!(first.0.contains(&said), "{said}\n{}", first.0);
    let page = site.read("content/channels/window.md");
    site.write("content/channels/window.md", format!("{page}\n别的一句。\n"));
    assert_eq!(build(&site).0, first.0, "a brochure that stands is as large as it was");
    std::fs::remove_dir_all(&out).unwrap();
    site.write("content/channels/window.md", page);
    assert_eq!(build(&site), first, "the same input, the same bytes");
    let home = site.build().expect(0);
    assert!(home.code == 0 && !site.read("public/index.html").contains("brochures/b.pdf"));
}
