//! The single sheets: their sizes, what they say, that it can be read.

#![cfg(feature = "print")]

use std::collections::BTreeSet;
use std::process::Command;

use crate::paper::{info, millimetres, millimetres_of, pages, printed, sound, tool};
use crate::press::{PRINTED, inks, plain};
use crate::site::{SITE, Site, TODAY, repository};

const LARGE: [&str; 6] = [
    "poster-large.pdf",
    "new-year-picture-large.pdf",
    "contact-cards-large.pdf",
    "notice-sheet-large.pdf",
    "notice-proof-large.pdf",
    "checkup-sheet-large.pdf",
];

#[test]
fn sound_tagged_titled_and_with_fonts_inside() {
    for (name, title) in [
        ("poster.pdf", "老板不给工钱，我们帮您要"),
        ("new-year-picture.pdf", "平安如意过大年"),
        ("contact-cards.pdf", "法律援助联系卡"),
        ("notice-sheet.pdf", "遗失声明"),
        ("checkup-sheet.pdf", "我能申请法律援助吗"),
        ("poster-large.pdf", "老板不给工钱，我们帮您要"),
        ("new-year-picture-large.pdf", "平安如意过大年"),
        ("contact-cards-large.pdf", "法律援助联系卡"),
        ("notice-sheet-large.pdf", "遗失声明"),
        ("checkup-sheet-large.pdf", "我能申请法律援助吗"),
    ] {
        sound(name, title);
    }
}

#[test]
fn sheets_have_the_sizes_print_shops_cut() {
    for (name, wanted) in [
        ("poster.pdf", (420, 570)),
        ("poster-large.pdf", (420, 570)),
        ("new-year-picture.pdf", (285, 420)),
        ("bag.pdf", (340, 380)),
        ("contact-cards.pdf", (210, 297)),
        ("notice-sheet.pdf", (210, 297)),
        ("notice-proof.pdf", (210, 297)),
        ("checkup-sheet.pdf", (420, 297)),
        ("checkup-sheet-large.pdf", (210, 297)),
    ] {
        assert_eq!(millimetres(name), wanted, "{name}");
    }
    for name in ["poster.pdf", "new-year-picture.pdf", "bag.pdf", "notice-block.pdf"] {
        assert_eq!(info(&printed(name))["Pages"], "1", "{name}");
    }
}

/// The text of a file as a reader meets it, the changing edition code left out.
fn said(name: &str) -> String {
    let text = tool("pdftotext", &["-l", "1"], &printed(name));
    let mut lines = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let line = match line.split_once("编号") {
            Some((before, after)) => {
                let code = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == ' ';
                format!("{before}编号…{}", after.trim_start_matches(code))
            }
            None => line.to_owned(),
        };
        lines.push(line);
    }
    lines.join("\n")
}

#[test]
fn what_the_sheets_say() {
    let mut all = String::new();
    for name in
        ["poster.pdf", "bag.pdf", "notice-sheet.pdf", "notice-block.pdf", "notice-proof.pdf"]
    {
        all.push_str(&format!("=== {name}\n{}\n", said(name)));
    }
    insta::assert_snapshot!(all);
}

/// All twelve months, every day, the feasts, and the number on the door.
#[test]
fn the_calendar_is_whole() {
    let text = &pages(&printed("new-year-picture.pdf"))[0];
    for words in ["2027年", "丁未羊年", "2月6日过年", "12348", "公", "法暖万家", "扫一扫"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    for feast in ["元旦", "除夕", "春节", "元宵节", "清明", "端午节", "中秋节", "宪法日", "冬至"]
    {
        assert!(text.contains(feast), "{feast}");
    }
    let words = tool("pdftotext", &["-bbox"], &printed("new-year-picture.pdf"));
    let numbers = words.lines().filter_map(|line| line.split('>').nth(1)?.split('<').next());
    let days = numbers.filter(|word| word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day)));
    assert!(days.count() >= 365, "no day of the year is missing");
}

#[test]
fn a_year_can_be_asked_for() {
    let site = Site::sound();
    let more = "[[brochure]]\nid = \"n\"\nform = \"new-year-picture\"\ntitle = \"过年好\"\n";
    let print = |more: &str, today: &str| {
        site.write("site.toml", format!("{SITE}{more}"));
        let out = site.path("print");
        site.run(&["print", "--date", today, "--out", out.to_str().unwrap()]).expect(0);
        pages(&site.path("print/n.pdf"))[0].clone()
    };
    assert!(print(more, "2027-02-01").contains("2027年"), "in spring this year's");
    // The contacts were checked in November: in July they would stand against printing.
    let late = format!("[check]\ncontact_days = 400\n{more}");
    assert!(print(&late, "2027-07-01").contains("2028年"), "from July on the coming year's");
    assert!(print(&format!("{late}year = 2031\n"), "2027-07-01").contains("辛亥猪年"));
}

/// One sheet a township, ten cards on each, read out once.
#[test]
fn a_sheet_of_cards_for_every_township() {
    let pages = pages(&printed("contact-cards.pdf"));
    assert_eq!(pages.len(), 24, "twenty-two stations, the centre and the window");
    for (number, page) in pages.iter().enumerate().skip(2) {
        let phone = format!("0550-00001{:02}", number - 1);
        assert_eq!(page.matches(&phone).count(), 10, "{phone}: {page}");
        assert_eq!(page.matches("12348").count(), 10);
        assert_eq!(page.matches("不收您一分钱").count(), 10);
        assert_eq!(page.matches("人民政府院内司法所").count(), 10, "{page}");
        assert_eq!(page.matches("周一至周五8:30–12:00").count(), 10, "{page}");
    }
    let outline = tool("qpdf", &["--json", "--json-key=outlines"], &printed("contact-cards.pdf"));
    let outline: serde_json::Value = serde_json::from_str(&outline).unwrap();
    assert_eq!(outline["outlines"].as_array().unwrap().len(), 24);
    let structure = tool("pdfinfo", &["-struct-text"], &printed("contact-cards.pdf"));
    let read = structure.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    assert_eq!(read.matches("0550-0000101").count(), 1, "nine of ten cards are silent");
}

/// A bag is printed with one ink: what is not ink is cloth.
#[test]
fn the_bag_takes_one_ink() {
    let plain = plain(&printed("bag.pdf"));
    assert!(plain.contains("/PANTONE#202945#20C"), "the ink has a name");
    assert_eq!(plain.matches("/Separation").count(), 1, "one ink");
    assert!(inks(&plain).iter().all(|ink| ink.iter().all(|part| *part == 0.0)), "beside white");
}

/// A New-Year picture is red and gold, as two ready-mixed inks.
#[test]
fn the_new_year_picture_takes_red_and_gold() {
    let plain = plain(&PRINTED.1.join("new-year-picture.pdf"));
    for ink in ["/PANTONE#20186#20C", "/PANTONE#20871#20C"] {
        assert!(plain.contains(ink), "{ink}");
    }
    assert!(
        inks(&plain).iter().all(|ink| ink.iter().all(|part| *part == 0.0)),
        "nothing beside white"
    );
}

/// A card a page for the shop, and ten on a sheet of the office's paper, with lines where to cut.
#[test]
fn cards_for_the_shop_and_for_the_office() {
    let sheets = PRINTED.1.join("contact-cards-sheets.pdf");
    let text = pages(&sheets);
    assert_eq!(text.len(), 24);
    assert!(text.iter().skip(2).all(|page| page.matches("12348").count() == 10));
    assert!(info(&sheets)["Page size"].contains("A4"));
    // Three lines up at both ends, six across.
    let lines = plain(&sheets).lines().filter(|line| line.starts_with("[] 0 d")).count();
    assert_eq!(lines, 24 * (2 * 3 + 2 * 6));
    let large = pages(&PRINTED.1.join("contact-cards-large-sheets.pdf"));
    assert!(large.iter().skip(2).all(|page| page.matches("12348").count() == 4));
    assert_eq!(millimetres_of(&PRINTED.1.join("contact-cards.pdf")), (90, 54));
    assert_eq!(millimetres_of(&PRINTED.1.join("contact-cards-large.pdf")), (105, 148));
}

#[test]
fn every_question_and_outcome_stands_on_the_chart() {
    let text = &pages(&printed("checkup-sheet.pdf"))[0];
    for words in [
        "您遇到了什么事？",
        "您是从农村进城打工的吗？",
        "现在有危险吗？",
        "您有固定收入吗？",
        "家里是不是困难？",
        "您可以申请，不用证明家里困难",
        "先打110，再来找我们",
        "请打电话问一问",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    for chip in ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"] {
        assert!(text.matches(chip).count() >= 2, "{chip} is led to and explained");
    }
}

/// Large print has no type under 16 points.
#[test]
fn large_print_is_large_throughout() {
    for name in LARGE {
        let mut command = Command::new("pdftohtml");
        let output =
            command.args(["-xml", "-stdout", "-i", "-zoom", "1"]).arg(printed(name)).output();
        let text = String::from_utf8(output.unwrap().stdout).unwrap();
        let sizes: BTreeSet<u16> = text
            .split("<fontspec ")
            .skip(1)
            .filter_map(|font| font.split("size=\"").nth(1)?.split('"').next()?.parse().ok())
            .collect();
        assert!(sizes.len() > 1, "{name}: {sizes:?}");
        assert!(sizes.iter().all(|size| *size >= 16), "{name}: {sizes:?}");
    }
}

/// Each sheet on each paper it can be printed on, with the least that site.toml must say.
#[test]
fn every_paper_of_every_form() {
    let site = Site::sound();
    for path in ["content/checkup/civil.md", "content/notices/2021-03-12.md"] {
        let text = std::fs::read_to_string(repository().join(path)).unwrap();
        // The small site has none of the pages these lead to.
        let lines = text
            .lines()
            .filter(|line| !line.starts_with("go = "))
            .map(|line| line.replace("[隐私说明](../about/privacy.md)", "隐私说明") + "\n");
        site.write(path, lines.collect::<String>());
    }
    let mut settings = SITE.to_owned();
    settings.push_str("[notices]\nlist_days = 36500\npage_days = 36500\n");
    let mut count = 0;
    for (form, papers, more) in [
        ("poster", ["A4", "A3", "大4开", "对开"].as_slice(), ""),
        ("new-year-picture", &["8开", "A3", "大4开", "对开"], ""),
        ("bag", &["布袋"], ""),
        ("contact-card", &["A4", "A3"], "select = [\"contacts\"]\n"),
        ("checkup-sheet", &["A4", "A3"], "select = [\"checkup\"]\n"),
        ("notice-sheet", &["A4", "A3"], "select = [\"notices\"]\n"),
    ] {
        for paper in papers {
            count += 1;
            settings.push_str(&format!(
                "[[brochure]]\nid = \"b{count}\"\nform = \"{form}\"\ntitle = \"免费请律师\"\npaper = \"{paper}\"\nlarge_print = true\n{more}"
            ));
        }
    }
    site.write("site.toml", settings);
    let out = site.path("print");
    site.run(&["print", "--date", TODAY, "--out", out.to_str().unwrap()]).expect(0);
    for number in 1..=count {
        let text = pages(&site.path(&format!("print/b{number}.pdf"))).join("");
        assert!(text.contains("12348"), "b{number}: {text}");
    }
}
