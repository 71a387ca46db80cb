//! What goes to the print shop and the office printer, opened with poppler and qpdf.

#![cfg(feature = "print")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use tempfile::TempDir;

use crate::paper::{info, pages, tool};
use crate::site::{PAGES, Run, SITE, Site, TODAY, program, repository};

/// This repository's printed matter, made once for all tests.
pub(crate) static PRINTED: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("print");
    let mut command = program();
    command.args(["print", "--date", TODAY, "--root"]).arg(repository()).arg("--out").arg(&out);
    Run::of(command.output().unwrap()).expect(0);
    (folder, out)
});

/// Every PDF printed.
fn printed() -> Vec<PathBuf> {
    let files = std::fs::read_dir(&PRINTED.1).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> =
        files.filter(|file| file.extension().is_some_and(|it| it == "pdf")).collect();
    files.sort();
    assert!(files.len() >= 5, "{files:?}");
    files
}

fn name(file: &Path) -> &str {
    file.file_name().unwrap().to_str().unwrap()
}

/// A PDF with all its streams readable.
pub(crate) fn plain(file: &Path) -> String {
    tool("qpdf", &["--qdf", "--object-streams=disable"], file)
}

/// A box of the first page in millimetres: left, bottom, right, top.
fn rectangle(file: &Path, which: &str) -> [f64; 4] {
    let text = tool("pdfinfo", &["-box"], file);
    let line = text.lines().find(|line| line.starts_with(which)).unwrap();
    let numbers = line.split_whitespace().skip(1).map(|n| n.parse::<f64>().unwrap() / 72.0 * 25.4);
    numbers.collect::<Vec<_>>().try_into().unwrap()
}

/// The operators of this many numbers that set a colour, each with its numbers.
fn colours(plain: &str, operators: [&str; 2], count: usize) -> Vec<Vec<f64>> {
    let mut found = Vec::new();
    for line in plain.lines().filter(|line| line.is_ascii()) {
        let words: Vec<_> = line.split_whitespace().collect();
        for (at, word) in words.iter().enumerate() {
            if operators.contains(word) && at >= count {
                let numbers = words[at - count..at].iter().map(|word| word.parse().ok());
                found.extend(numbers.collect::<Option<Vec<f64>>>());
            }
        }
    }
    found
}

pub(crate) fn inks(plain: &str) -> Vec<Vec<f64>> {
    colours(plain, ["k", "K"], 4)
}

/// Whether a colour of the screen is set anywhere.
fn screen_colours(plain: &str) -> bool {
    !colours(plain, ["rg", "RG"], 3).is_empty() || !colours(plain, ["g", "G"], 1).is_empty()
}

/// A site with one brochure.
fn one(lines: &str) -> Site {
    let site = Site::sound();
    let brochure = format!("[[brochure]]\nid = \"b\"\ntitle = \"手册\"\n{lines}\n");
    site.write("site.toml", format!("{SITE}{brochure}"));
    site
}

fn print(site: &Site, day: &str) -> Run {
    site.run(&["print", "--date", day, "--out", site.path("print").to_str().unwrap()])
}

/// The edition code on a page.
fn code(page: &str) -> String {
    page.split("编号：").nth(1).unwrap_or_else(|| panic!("{page}")).chars().take(9).collect()
}

#[test]
fn sound_with_fonts_inside_and_no_screen_colours() {
    for file in printed() {
        tool("qpdf", &["--check"], &file);
        let plain = plain(&file);
        for word in ["/DeviceRGB", "/ICCBased", "/CalRGB"] {
            assert!(!plain.contains(word), "{}: {word}", name(&file));
        }
        assert!(!screen_colours(&plain), "{}", name(&file));
        let side = name(&file).contains("-booklet") || name(&file).contains("-sheets");
        assert!(side || plain.contains("/S /GTS_PDFX"), "{}: the printing condition", name(&file));
        let fonts = tool("pdffonts", &[], &file);
        for line in fonts.lines().skip(2) {
            assert!(line.contains("yes yes yes"), "{}: {line}", name(&file));
        }
    }
}

#[test]
fn black_text_is_black_ink_alone() {
    let text = plain(&PRINTED.1.join("handbook.pdf"));
    let inks = inks(&text);
    assert!(
        inks.iter().filter(|ink| **ink == [0.0, 0.0, 0.0, 1.0]).count() > 100,
        "black ink alone"
    );
    assert!(!inks.iter().any(|ink| ink.iter().sum::<f64>() > 3.0), "no black of four inks");
}

#[test]
fn boxes_say_where_it_is_cut_and_what_bleeds() {
    for (file, width, height) in [
        ("handbook.pdf", 148.0, 210.0),
        ("handbook-large.pdf", 210.0, 297.0),
        ("leaflet.pdf", 297.0, 210.0),
        ("poster.pdf", 420.0, 570.0),
        ("new-year-picture.pdf", 285.0, 420.0),
        ("contact-cards.pdf", 90.0, 54.0),
        ("anthology.pdf", 148.0, 210.0),
    ] {
        let path = PRINTED.1.join(file);
        let [left, bottom, right, top] = rectangle(&path, "TrimBox");
        assert!(
            (right - left - width).abs() < 0.05 && (top - bottom - height).abs() < 0.05,
            "{file}"
        );
        let bleed = rectangle(&path, "BleedBox");
        let [media_left, _, media_right, _] = rectangle(&path, "MediaBox");
        for (edge, inner) in
            bleed.into_iter().zip([left - 3.0, bottom - 3.0, right + 3.0, top + 3.0])
        {
            assert!((edge - inner).abs() < 0.05, "{file}: {bleed:?}");
        }
        assert!(media_left < left - 8.0 && media_right > right + 8.0, "{file}: room for the marks");
    }
}

#[test]
fn what_is_stapled_has_a_multiple_of_four_pages_and_a_booklet_that_folds() {
    for book in ["handbook", "handbook-large"] {
        let file = PRINTED.1.join(format!("{book}.pdf"));
        let count: usize = info(&file)["Pages"].parse().unwrap();
        assert_eq!(count % 4, 0, "{book}");
        let booklet = PRINTED.1.join(format!("{book}-booklet.pdf"));
        let sides: usize = info(&booklet)["Pages"].parse().unwrap();
        assert_eq!(sides, count / 2, "{book}");
        let (single, double) = (pages(&file), pages(&booklet));
        assert!(single[count - 1].contains("12348"), "{book}: the back cover is last");
        // Some words of each page stand on the side where folding puts it.
        for sheet in 0..count / 4 {
            let front = [count - 1 - 2 * sheet, 2 * sheet];
            let back = [2 * sheet + 1, count - 2 - 2 * sheet];
            for (side, both) in [(2 * sheet, front), (2 * sheet + 1, back)] {
                for page in both {
                    let number = (page + 1).to_string();
                    let inside = page > 0 && page + 1 < count;
                    assert!(
                        !inside || double[side].contains(&number),
                        "{book}: {number} on side {side}"
                    );
                }
            }
        }
    }
    assert!(!PRINTED.1.join("leaflet-booklet.pdf").exists());
}

#[test]
fn booklets_fit_the_office_printer() {
    let a4 = rectangle(&PRINTED.1.join("handbook-booklet.pdf"), "MediaBox");
    assert!((a4[2] - 297.0).abs() < 0.1 && (a4[3] - 210.0).abs() < 0.1, "{a4:?}");
    let a3 = rectangle(&PRINTED.1.join("handbook-large-booklet.pdf"), "MediaBox");
    assert!((a3[2] - 420.0).abs() < 0.1 && (a3[3] - 297.0).abs() < 0.1, "{a3:?}");
}

/// Fold marks stand outside the bleed, where the panels end: 97 and 197 mm outside, 100 and 200 inside.
#[test]
fn the_leaflet_has_fold_marks() {
    let text = plain(&PRINTED.1.join("leaflet.pdf"));
    let dashed = text.lines().filter(|line| line.starts_with("[2 1.5] 0 d"));
    let mut places: Vec<i64> = dashed
        .map(|line| {
            let x: f64 = line.split_whitespace().nth(4).unwrap().parse().unwrap();
            // The trimmed page begins 10 mm from the left.
            (x / 72.0 * 25.4 - 10.0).round() as i64
        })
        .collect();
    places.dedup();
    assert_eq!(places, [97, 197, 100, 200]);
}

#[test]
fn colours_follow_the_setting() {
    let separations = |setting: &str| {
        let site = one(&format!(
            "form = \"handbook\"\nselect = [\"eligibility\", \"contacts\"]\n{setting}"
        ));
        print(&site, TODAY).expect(0);
        let plain = plain(&site.path("print/b.pdf"));
        let coloured = inks(&plain).iter().any(|inks| inks[..3].iter().any(|ink| *ink > 0.0));
        let named = |name: &str| plain.contains(name);
        (named("PANTONE#202945#20C"), named("PANTONE#201805#20C"), named("Gold"), coloured)
    };
    assert_eq!(separations(""), (false, false, false, true), "four colours where nothing is said");
    assert_eq!(separations("colour = \"black\""), (false, false, false, false));
    assert_eq!(separations("colour = \"spot\""), (true, true, false, false));
    assert_eq!(separations("colour = \"spot\"\ninks = [\"Gold\"]"), (false, false, true, false));
}

/// A photo and a drawing with colours of the screen: all become inks.
#[test]
fn pictures_are_printed_in_inks() {
    for (setting, space) in [("cmyk", "/DeviceCMYK"), ("black", "/DeviceGray")] {
        let site =
            one(&format!("form = \"handbook\"\nselect = [\"about\"]\ncolour = \"{setting}\""));
        site.write(
            "content/about/page.md",
            "+++\ntitle = \"图\"\nsummary = \"图\"\n+++\n![点](a.png)\n\n![块](b.svg)\n",
        );
        site.write("content/about/a.png", PNG);
        site.write("content/about/b.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><rect width=\"40\" height=\"20\" fill=\"#0B5394\"/><path d=\"M0 0L40 20\" stroke=\"#888\"/></svg>");
        print(&site, TODAY).expect(0);
        let plain = plain(&site.path("print/b.pdf"));
        assert!(plain.contains(space), "{setting}");
        for word in ["/DeviceRGB", "/ICCBased"] {
            assert!(!plain.contains(word), "{setting}: {word}");
        }
        assert!(!screen_colours(&plain), "{setting}");
        tool("qpdf", &["--check"], &site.path("print/b.pdf"));
    }
}

/// Two by two pixels, red green blue white, eight bits RGB.
const PNG: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52,
    0x00, 0x00, 0x00, 0x02, 0x00, 0x00, 0x00, 0x02, 0x08, 0x02, 0x00, 0x00, 0x00, 0xfd, 0xd4, 0x9a,
    0x73, 0x00, 0x00, 0x00, 0x12, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0xc0,
    0x00, 0xc2, 0x0c, 0xff, 0x81, 0x00, 0x00, 0x1f, 0xee, 0x05, 0xfb, 0x0b, 0xd9, 0x68, 0x8b, 0x00,
    0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

#[test]
fn two_printings_of_one_text_have_one_code() {
    let site = one("form = \"handbook\"\nselect = [\"cases\", \"contacts\"]\nlarge_print = true");
    let printed = |site: &Site, day: &str| {
        print(site, day).expect(0);
        let (small, large) =
            (pages(&site.path("print/b.pdf")), pages(&site.path("print/b-large.pdf")));
        assert_eq!(
            code(small.last().unwrap()),
            code(large.last().unwrap()),
            "the twin says the same"
        );
        assert!(small.last().unwrap().contains("https://www.example.gov.cn/flyz/"));
        code(small.last().unwrap())
    };
    let first = printed(&site, "2026-11-24");
    assert_eq!(first, printed(&site, "2026-12-04"));
    let (path, text) = PAGES[3];
    site.write(path, text.replace("一。", "改了一句。"));
    assert_ne!(first, printed(&site, "2026-12-04"));
}

#[test]
fn the_code_can_be_read_by_a_phone() {
    let folder = tempfile::tempdir().unwrap();
    for (file, page) in [("handbook.pdf", "40"), ("leaflet.pdf", "1")] {
        let path = PRINTED.1.join(file);
        let page =
            if file == "handbook.pdf" { info(&path)["Pages"].clone() } else { page.to_owned() };
        let picture = folder.path().join("page");
        let mut command = Command::new("pdftoppm");
        command.args(["-r", "200", "-gray", "-f", &page, "-l", &page, "-singlefile"]);
        assert!(command.arg(&path).arg(&picture).status().unwrap().success());
        let bytes = std::fs::read(picture.with_extension("pgm")).unwrap();
        let (width, height, pixels) = pgm(&bytes);
        let mut decoder = quircs::Quirc::default();
        let read: Vec<_> = decoder
            .identify(width, height, pixels)
            .map(|code| String::from_utf8(code.unwrap().decode().unwrap().payload).unwrap())
            .collect();
        assert_eq!(read, ["https://www.example.gov.cn/flyz/"], "{file}");
    }
}

/// Width, height and grey values of a PGM file.
fn pgm(bytes: &[u8]) -> (usize, usize, &[u8]) {
    let mut at = 0;
    let mut words = Vec::new();
    while words.len() < 4 {
        let end = at + bytes[at..].iter().position(u8::is_ascii_whitespace).unwrap();
        words.push(std::str::from_utf8(&bytes[at..end]).unwrap().to_owned());
        at = end + 1;
    }
    (words[1].parse().unwrap(), words[2].parse().unwrap(), &bytes[at..])
}

#[test]
fn a_colour_that_does_not_exist_and_a_third_ink_are_findings() {
    for lines in ["colour = \"gold\"", "inks = [\"A\", \"B\", \"C\"]"] {
        let site = one(&format!("form = \"handbook\"\nselect = [\"cases\"]\n{lines}"));
        let run = print(&site, TODAY).expect(1);
        assert!(run.err.contains("F104"), "{}", run.err);
        assert!(!site.exists("print/b.pdf"));
    }
}

/// Every press file has a sheet that says what the shop asks on the telephone.
#[test]
fn the_sheet_that_goes_along_answers_the_shop() {
    let sheet = std::fs::read_to_string(PRINTED.1.join("handbook-preflight.txt")).unwrap();
    let pages = &info(&PRINTED.1.join("handbook.pdf"))["Pages"];
    for words in [
        "印前检查　法律援助便民手册",
        "handbook.pdf",
        "2026年11月24日",
        "12000 份",
        "148 × 210 毫米",
        &format!("{pages} 页，骑马订"),
        "四边各 3 毫米",
        "四色（青、品红、黄、黑）",
        "Noto Sans CJK SC",
        "磅（第",
        "34 毫米",
        "https://www.example.gov.cn/flyz/",
        "handbook-booklet.pdf",
        "沿短边翻转",
        "没有发现印厂会退回的问题",
    ] {
        assert!(sheet.contains(words), "{words}: {sheet}");
    }
    let leaflet = std::fs::read_to_string(PRINTED.1.join("leaflet-preflight.txt")).unwrap();
    assert!(leaflet.contains("297 × 210 毫米") && leaflet.contains("折线"), "{leaflet}");
    let large = std::fs::read_to_string(PRINTED.1.join("handbook-large-preflight.txt")).unwrap();
    let size = large.lines().find(|line| line.starts_with("最小字号")).unwrap();
    let size: f64 = size["最小字号　".len()..].split(' ').next().unwrap().parse().unwrap();
    assert!(size >= 16.0, "{large}");
}

/// What has not changed is not set again, and what somebody changed in the folder is put right.
#[test]
fn an_unchanged_brochure_stands() {
    let site = one("form = \"handbook\"\nselect = [\"cases\", \"contacts\"]");
    print(&site, TODAY).expect(0);
    let mark = site.read("print/.lantian");
    assert_eq!(mark.lines().filter(|line| line.starts_with("= ")).count(), 3, "{mark}");
    let first = std::fs::read(site.path("print/b.pdf")).unwrap();
    let inode = |name: &str| {
        std::os::unix::fs::MetadataExt::ino(&std::fs::metadata(site.path(name)).unwrap())
    };
    let before = inode("print/b.pdf");
    print(&site, TODAY).expect(0);
    assert_eq!(inode("print/b.pdf"), before);
    assert_eq!(site.read("print/.lantian"), mark);

    std::fs::write(site.path("print/b.pdf"), "not what was printed").unwrap();
    print(&site, TODAY).expect(0);
    assert_eq!(std::fs::read(site.path("print/b.pdf")).unwrap(), first);

    let (path, text) = PAGES[3];
    site.write(path, text.replace("一。", "改了一句。"));
    print(&site, TODAY).expect(0);
    assert_ne!(std::fs::read(site.path("print/b.pdf")).unwrap(), first);
    assert_ne!(site.read("print/.lantian"), mark);
}

/// A piece with something to be said of it stands too, and it is said again at its entry, wherever
/// that is by then.
#[test]
fn what_is_wrong_with_an_unchanged_brochure_is_said_again() {
    let site = one("form = \"handbook\"\nselect = [\"cases\"]");
    let template = "#import \"prelude.typ\": *\n#show: settings.with(10pt, 16pt, serif)\n#set page(width: 148mm, height: 210mm, margin: 20mm)\n#text(size: 5.5pt)[小字]\n";
    site.write("templates/print/handbook.typ", template);
    let first = print(&site, TODAY).expect(0).err;
    assert!(first.contains("P532"), "{first}");
    let mark = site.read("print/.lantian");
    assert!(mark.lines().any(|line| line.starts_with("! ")), "{mark}");
    assert_eq!(print(&site, TODAY).expect(0).err, first);
    assert_eq!(site.read("print/.lantian"), mark);

    site.write("site.toml", format!("# 加一行\n{}", site.read("site.toml")));
    let place = |said: &str| {
        let place = said.split("site.toml:").nth(1).and_then(|rest| rest.split(':').next());
        place.and_then(|line| line.parse::<usize>().ok()).unwrap()
    };
    let moved = print(&site, TODAY).expect(0).err;
    assert_eq!(place(&moved), place(&first) + 1, "{moved}");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let site = one("form = \"leaflet\"\nselect = [\"eligibility\", \"contacts\"]");
    let printed = || {
        let out = tempfile::tempdir().unwrap();
        let folder = out.path().join("print");
        site.run(&["print", "--date", TODAY, "--out", folder.to_str().unwrap()]).expect(0);
        std::fs::read(folder.join("b.pdf")).unwrap()
    };
    assert!(printed() == printed());
}
