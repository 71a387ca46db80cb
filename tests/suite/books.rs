//! Anthology, checklist, sign-off sheet and broadcast script; the sizes of handbook and leaflet;
//! large print; text that is no harmless text.

#![cfg(feature = "print")]

use crate::paper::{info, millimetres, pages, printed, tool};
use crate::site::{PAGES, SITE, Site, TODAY};

const LARGE: [&str; 5] = [
    "handbook-large.pdf",
    "leaflet-large.pdf",
    "anthology-large.pdf",
    "checklist-large.pdf",
    "sign-off-large.pdf",
];

fn script() -> String {
    std::fs::read_to_string(printed("broadcast.txt")).unwrap()
}

fn brochure(form: &str, select: &str) -> String {
    format!(
        "{SITE}[[brochure]]\nid = \"b\"\nform = \"{form}\"\ntitle = \"印品\"\nselect = [{select}]\n"
    )
}

fn print(site: &Site) -> crate::site::Run {
    site.run(&["print", "--date", TODAY, "--out", site.path("print").to_str().unwrap()])
}

#[test]
fn each_in_its_finished_size() {
    for (name, size) in [
        ("handbook.pdf", (148, 210)),
        ("handbook-32.pdf", (140, 210)),
        ("handbook-pocket.pdf", (130, 185)),
        ("leaflet.pdf", (297, 210)),
        ("leaflet-16.pdf", (285, 210)),
        ("leaflet-large.pdf", (420, 297)),
        ("anthology.pdf", (148, 210)),
        ("checklist.pdf", (148, 210)),
        ("sign-off.pdf", (210, 297)),
    ] {
        assert_eq!(millimetres(name), size, "{name}");
    }
    for name in ["leaflet.pdf", "leaflet-16.pdf", "leaflet-large.pdf"] {
        assert_eq!(info(&printed(name))["Pages"], "2", "{name}");
    }
}

#[test]
fn nothing_in_large_print_is_smaller_than_sixteen_points() {
    for name in LARGE {
        let options = ["-xml", "-i", "-stdout", "-zoom", "1", "-fontfullname"];
        let xml = tool("pdftohtml", &options, &printed(name));
        let mut sizes = xml.split("<fontspec ").skip(1).map(|font| {
            let size = font.split("size=\"").nth(1).unwrap().split('"').next().unwrap();
            size.parse::<f64>().unwrap()
        });
        assert!(sizes.clone().any(|size| size >= 18.0), "{name}");
        assert!(sizes.all(|size| size >= 16.0), "{name}: {xml:.2000}");
    }
}

/// Each number of each index names a page on which a case of that theme, township or article
/// begins.
#[test]
fn the_indexes_of_the_anthology_are_true() {
    let pages = pages(&printed("anthology.pdf"));
    let at = pages.iter().rposition(|page| page.contains("按主题查")).unwrap();
    let index = pages[at..pages.len() - 1].concat();
    for word in ["按乡镇查", "按法条查", "劳动报酬（2件）", "炉桥镇（1件）"] {
        assert!(index.contains(word), "{word}: {index}");
    }
    let numbers = |entry: &str| -> Vec<usize> {
        let rest = index.split(entry).nth(1).unwrap_or_else(|| panic!("{entry}: {index}"));
        let rest = rest.split_once("件）").unwrap().1;
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '、').unwrap_or(rest.len());
        rest[..end].split('、').map(|number| number.parse().unwrap()).collect()
    };
    for (entry, shown) in [
        ("劳动报酬（", "劳动报酬　民事"),
        ("炉桥镇（", "炉桥镇"),
        ("《法律援助法》第三十二条（", "第三十二条"),
        ("《法律援助法》第四十四条（", "第四十四条"),
    ] {
        let shown: String = shown.chars().filter(|c| !c.is_whitespace()).collect();
        for number in numbers(entry) {
            let page = &pages[number - 1];
            assert!(page.contains(&shown), "{entry} is not on page {number}: {page}");
        }
    }
    let all = pages.concat();
    assert_eq!(all.matches("案情简介").count(), 16, "every case, once");
    assert!(all.contains("张某等十二人追索劳动报酬案"), "cases under their short names");
}

#[test]
fn a_checklist_has_a_sheet_for_each_matter() {
    let pages = pages(&printed("checklist.pdf"));
    let sheet = pages[1..].iter().find(|page| page.contains("老板拖欠工资")).unwrap();
    for word in ["都要带", "身份证", "这件事再带", "考勤表、记工本", "去哪里", "12348"]
    {
        assert!(sheet.contains(word), "{word}: {sheet}");
    }
    for page in &pages[1..] {
        assert!(page.contains("都要带") || page.contains("这件事"), "{page}");
        // Each sheet is copied singly: every one says who made it, which edition and where to read on.
        for word in ["带不全也先来", "编号", "扫一扫", "法律援助中心", "12348"] {
            assert!(page.contains(word), "{word}: {page}");
        }
    }
    // Nobody is asked for what his matter does not need, nor for the same thing twice.
    let of = |title: &str| pages[1..].iter().find(|page| page.contains(title)).unwrap();
    for free in ["老板拖欠工资", "在家里挨打"] {
        assert!(!of(free).contains("状况说明表"), "{free}");
    }
    assert!(of("没签合同").contains("经济困难状况说明表"));
    let own = of("案子再审了").replace("身份证或者别的身份证明", "");
    assert!(!own.contains("身份证"), "{own}");
    assert_eq!(of("家人被抓").replace("身份证明", "").matches("身份证").count(), 1);
    assert!(!of("必须派一个").contains("申请表"), "nothing to apply for");
}

#[test]
fn the_sign_off_sheet_says_what_was_not_reviewed() {
    let all = pages(&printed("sign-off.pdf")).concat();
    for word in [
        "要印什么",
        "法律援助便民手册",
        "12,000份",
        "content/cases/wages-2025-17.md",
        "《法律援助法》第三十一条",
        "编辑",
        "法律审核",
        "负责人",
        "同意付印",
    ] {
        assert!(all.contains(word), "{word}");
    }
    let site = Site::sound();
    site.write("site.toml", brochure("sign-off", "\"about\""));
    let page = |name: &str, lines: &str| {
        let head = format!("+++\ntitle = \"{name}\"\nsummary = \"摘要\"\n{lines}\n+++\n文。\n");
        site.write(&format!("content/about/{name}.md"), head);
    };
    page("甲", "date = 2026-11-01\n[review]\non = 2026-11-02");
    page("乙", "date = 2026-11-01\nupdated = 2026-11-03\n[review]\non = 2026-11-02");
    page("丙", "date = 2026-11-01");
    print(&site).expect(0);
    let all = pages(&site.path("print/b.pdf")).concat();
    for word in ["1页没有审核日期", "1页在审核以后又改过", "未审", "审后又改", "已审"]
    {
        assert!(all.contains(word), "{word}: {all}");
    }
}

#[test]
fn a_script_is_said_without_digits_in_a_minute_or_a_little_more() {
    let text = script();
    let scripts: Vec<_> = text.split("# ————").skip(1).collect();
    assert_eq!(scripts.len(), 5);
    for script in scripts {
        let told = script.split("大约念 ").nth(1).unwrap().split(' ').next().unwrap();
        let told: usize = told.parse().unwrap();
        let said: String = script.lines().skip(1).filter(|line| !line.starts_with('#')).collect();
        let counted = said.chars().filter(|c| c.is_alphanumeric()).count();
        assert!((60..=90).contains(&told), "{script}");
        assert_eq!(told, (counted * 60).div_ceil(200), "{script}");
        assert!(!said.contains(|c: char| c.is_ascii_digit()), "{said}");
        assert!(said.contains("幺二三四八"), "{said}");
        assert!(said.contains("乡亲"), "{said}");
    }
    assert!(text.contains("上午八点半到中午十二点"), "clock times as they are said");
    assert!(text.contains("\r\n") && !text.replace("\r\n", "").contains('\n'));
}

#[test]
fn papers_for_the_house_are_not_published() {
    let site = Site::sound();
    let two = format!(
        "{}{}",
        brochure("sign-off", "\"cases\""),
        "[[brochure]]\nid = \"say\"\nform = \"broadcast\"\ntitle = \"稿\"\nselect = [\"eligibility\"]\n"
    );
    site.write("site.toml", two);
    let out = site.path("public");
    site.run(&["build", "--date", TODAY, "--out", out.to_str().unwrap()]).expect(0);
    assert!(!site.exists("public/brochures/b.pdf") && !site.exists("public/brochures/say.txt"));
    print(&site).expect(0);
    assert!(site.exists("print/b.pdf") && site.exists("print/say.txt"));
}

/// A line of a hundred thousand characters, quotes and lists twelve deep, emphasis hundreds deep:
/// set, and not slowly.
#[test]
fn text_meant_to_break_the_press_is_set_as_text() {
    let site = Site::sound();
    site.write("site.toml", brochure("handbook", "\"about\""));
    let page = |name: &str, body: &str| {
        let head = format!("+++\ntitle = \"{name}\"\nsummary = \"摘要\"\n+++\n{body}\n");
        site.write(&format!("content/about/{name}.md"), head);
    };
    page("长行", &"一行十万字#panic()$x$@y".repeat(5_000));
    page("长词", &"x".repeat(20_000));
    page("引用", &format!("{}深处", "> ".repeat(12)));
    let lists: String = (0..12).map(|n| format!("{}- 第{n}层\n", "  ".repeat(n))).collect();
    page("列表", &lists);
    let both: String = (0..6).map(|n| format!("{}> - 第{n}层\n", "> - ".repeat(n))).collect();
    page("相间", &both);
    page("强调", &format!("{}芯{}", "**_".repeat(300), "_**".repeat(300)));
    page(
        "标签",
        "<https://example.com/#label> @标签 \\<标签\\> #标签 [^注]\n\n[^注]: #footnote[x]",
    );
    print(&site).expect(0);
    let all = pages(&site.path("print/b.pdf")).concat();
    for word in ["#panic()$x$@y", "深处", "第11层", "第5层", "芯", "<标签>#标签", "#footnote[x]"]
    {
        assert!(all.contains(word), "{word}");
    }
}

#[test]
fn rare_characters_are_taken_from_another_font_and_told() {
    let site = Site::sound();
    site.write("site.toml", brochure("handbook", "\"cases\""));
    let (path, text) = PAGES[3];
    site.write(path, text.replace("一。", "𬎆、𬭚、㛃、𠮷、䶮，还有ა。"));
    print(&site).expect(0);
    let all = pages(&site.path("print/b.pdf")).concat();
    for c in ["𬎆", "𬭚", "㛃", "𠮷", "䶮", "ა"] {
        assert!(all.contains(c), "{c}");
    }
    let findings = site.findings(&[]);
    let told: Vec<_> = findings.iter().filter(|finding| finding["code"] == "P523").collect();
    assert_eq!(told.len(), 1, "{findings:?}");
    assert_eq!(told[0]["path"], path);
    let message = told[0]["message"]["zh"].as_str().unwrap();
    assert!(message.contains("ა") && message.contains("U+10D0"), "{message}");
    let fonts = tool("pdffonts", &[], &site.path("print/b.pdf"));
    assert!(!fonts.contains("CJKjp") && !fonts.contains("CJKtc"), "{fonts}");
}

/// No page ends in a heading: what follows it stands on the same page.
#[test]
fn headings_do_not_stand_at_the_foot_of_a_page() {
    for name in ["handbook.pdf", "handbook-pocket.pdf", "anthology.pdf", "handbook-large.pdf"] {
        let pages = pages(&printed(name));
        for heading in ["案情简介", "办理过程", "法律分析", "典型意义", "先做什么", "怎么办"]
        {
            for page in &pages {
                let body = page.trim_end_matches(|c: char| c.is_ascii_digit());
                let body = body.trim_end_matches("有事拨打12348");
                let body = body.trim_end_matches(|c: char| c.is_ascii_digit());
                assert!(!body.ends_with(heading), "{name}: {heading} ends a page: {page}");
            }
        }
    }
}

#[test]
fn tables_repeat_their_header_on_the_next_page() {
    let pages = pages(&printed("handbook.pdf"));
    let first = pages.iter().position(|page| page.contains("在哪里电话地址和时间")).unwrap();
    assert!(pages[first + 1].contains("在哪里电话地址和时间"), "{}", pages[first + 1]);
}
