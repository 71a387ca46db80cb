//! Every finding code: one site that fires it, and a near miss that does not.

use std::collections::BTreeSet;

use lantian::base::code::Code;

use crate::site::{PAGES, SITE, Site};

/// What a trial does to the small sound site.
type Change = fn(&Site);

/// A code, a change that fires it, a change close to it that does not.
struct Trial(&'static str, Change, Change);

const WAGES: &str = "content/eligibility/wages.md";
const PAGE: &str = "content/about/page.md";

/// A plain page with this body.
fn page(site: &Site, body: &str) {
    site.write(PAGE, format!("+++\ntitle = \"标题\"\nsummary = \"摘要\"\n+++\n{body}\n"));
}

/// A plain page with this front matter.
fn front(site: &Site, front: &str) {
    site.write(PAGE, format!("+++\n{front}\n+++\n正文。\n"));
}

/// site.toml with more at its end.
fn settings(site: &Site, more: &str) {
    site.write("site.toml", format!("{SITE}{more}"));
}

fn checkup(site: &Site, table: &str) {
    let head = "+++\ntitle = \"自测\"\nsummary = \"自测\"\nstart = \"a\"\n";
    site.write("content/checkup/civil.md", format!("{head}{table}\n+++\n"));
}

const TREE: &str = "[[question]]\nid = \"a\"\nask = \"甲？\"\n[[question.answer]]\nsay = \"是\"\nto = \"b\"\n[[question]]\nid = \"b\"\nask = \"乙？\"\n[[question.answer]]\nsay = \"是\"\nto = \"yes\"\n[[outcome]]\nid = \"yes\"\ntitle = \"可以\"\n[[path]]\nanswers = [\"是\", \"是\"]\nends = \"yes\"\n";

fn tree(site: &Site, from: &str, to: &str) {
    assert!(TREE.contains(from));
    checkup(site, &TREE.replacen(from, to, 1));
}

fn figures(site: &Site, more: &str) {
    site.write(
        "content/statistics/2020.md",
        format!("+++\ntitle = \"2020\"\ndate = 2021-01-15\nsummary = \"数字\"\n[[figure]]\nid = \"accepted\"\nlabel = \"办理\"\nvalue = 999\n{more}\n+++\n"),
    );
}

fn notice(site: &Site, code: &str) {
    site.write(
        "content/notices/a.md",
        format!("+++\ntitle = \"声明\"\ndate = 2026-11-20\nsummary = \"遗失\"\n[[notice]]\nholder = \"某协会\"\ndocument = \"登记证书\"\n[[notice.identifier]]\nkind = \"uscc\"\nvalue = \"{code}\"\n+++\n"),
    );
}

fn contact(site: &Site, checked: &str) {
    let (path, text) = PAGES[2];
    site.write(path, text.replace("checked_on = 2026-11-01\n", checked));
}

fn brochure(site: &Site, lines: &str) {
    settings(site, &format!("[[brochure]]\nid = \"b\"\ntitle = \"手册\"\n{lines}\n"));
}

fn many_stations(site: &Site, count: usize) {
    for number in 0..count {
        site.write(
            &format!("content/contacts/s{number}.md"),
            format!("+++\ntitle = \"第{number}工作站\"\nsummary = \"站\"\nrole = \"station\"\nchecked_on = 2026-11-01\n[[phone]]\nnumber = \"0550-0000000\"\n+++\n"),
        );
    }
    brochure(site, "form = \"leaflet\"\nselect = [\"contacts\"]");
}

fn gbk(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

fn link(site: &Site, target: &str) {
    let name = site.path("content/about/link.md");
    std::fs::create_dir_all(name.parent().unwrap()).unwrap();
    std::os::unix::fs::symlink(target, name).unwrap();
}

const TRIALS: &[Trial] = &[
    Trial(
        "S101",
        |s| s.write(PAGE, b"+++\ntitle = \"\xFF\xFF\x81\"\n+++\n"),
        |s| s.write(PAGE, gbk("+++\ntitle = \"标题\"\n+++\n")),
    ),
    Trial(
        "S102",
        |s| s.write(PAGE, gbk("+++\ntitle = \"标题\"\n+++\n")),
        |s| s.write(PAGE, "\u{FEFF}+++\r\ntitle = \"标题\"\r\nsummary = \"摘要\"\r\n+++\r\n"),
    ),
    Trial("S103", |s| page(s, &"字".repeat(3_000_000)), |s| page(s, &"字".repeat(300_000))),
    Trial("S104", |s| page(s, "空\0字符"), |s| page(s, "制表\t符")),
    Trial(
        "S105",
        |s| s.write(PAGE, "# 没有页首\n"),
        |s| s.write(PAGE, "\n+++\ntitle = \"空行在前\"\nsummary = \"摘要\"\n+++\n"),
    ),
    Trial(
        "S106",
        |s| s.write(PAGE, "+++\ntitle = \"标题\"\n正文\n"),
        |s| s.write(PAGE, "+++\ntitle = \"标题\"\nsummary = \"摘要\"\n+++"),
    ),
    Trial("S107", |s| front(s, "title = 标题"), |s| front(s, "title = '标题'\nsummary = \"摘要\"")),
    Trial(
        "S108",
        |s| front(s, "title ＝ \"标题\""),
        |s| front(s, "title = \"甲＝“乙”\"\nsummary = \"摘要\""),
    ),
    Trial(
        "S109",
        |s| front(s, "title = \"甲\"\ntitle = \"乙\""),
        |s| front(s, "title = \"甲\"\nsummary = \"摘要\"\n[review]\neditor = \"甲\""),
    ),
    Trial(
        "S110",
        |s| page(s, "前\n\n<div>块</div>"),
        |s| page(s, "1 < 2，<https://example.com/>，`<b>`"),
    ),
    Trial(
        "S111",
        |s| page(s, &format!("{} 深", ">".repeat(13))),
        |s| page(s, &format!("{} 深", ">".repeat(5))),
    ),
    Trial(
        "S112",
        |s| page(s, "打 {{ contact..phone }}"),
        |s| page(s, "打 {{contact.centre.phone}}，{ 单括号 }"),
    ),
    Trial("S113", |s| page(s, "看注[^甲]。"), |s| page(s, "看注[^甲]。\n\n[^甲]: 注文。")),
    Trial(
        "F101",
        |s| front(s, "title = \"甲\"\nsumary = \"乙\""),
        |s| front(s, "title = \"甲\"\nsummary = \"乙\"\ntags = []"),
    ),
    Trial(
        "F102",
        |s| front(s, "summary = \"乙\""),
        |s| front(s, "title = \"甲\"\nsummary = \"乙\""),
    ),
    Trial("F103", |s| front(s, "title = 5"), |s| front(s, "title = \"5\"\nsummary = \"乙\"")),
    Trial(
        "F104",
        |s| s.write(WAGES, PAGES[0].1.replace("not-verified", "not-verfied")),
        |s| s.write(WAGES, PAGES[0].1.replace("not-verified", "required")),
    ),
    Trial(
        "F105",
        |s| front(s, "title = \"甲\"\nsummary = \"乙\"\ndate = 2026-02-30"),
        |s| front(s, "title = \"甲\"\nsummary = \"乙\"\ndate = 2024-02-29"),
    ),
    Trial(
        "F106",
        |s| front(s, "title = \"\""),
        |s| front(s, "title = \"甲\"\nsummary = \"乙\"\nkeywords = []"),
    ),
    Trial("F107", |s| page(s, "〔待填：短句〕"), |s| page(s, "〔样例〕短句")),
    Trial(
        "M201",
        |s| front(s, "title = \"甲\"\nsummary = \"乙\"\naliases = [\"cases/wages.html\"]"),
        |s| front(s, "title = \"甲\"\nsummary = \"乙\"\naliases = [\"old/wages.html\"]"),
    ),
    Trial(
        "M202",
        |s| s.write("content/about/con.md", "+++\ntitle = \"甲\"\nsummary = \"乙\"\n+++\n"),
        |s| s.write("content/about/console.md", "+++\ntitle = \"甲\"\nsummary = \"乙\"\n+++\n"),
    ),
    Trial("M203", |s| page(s, "[去](../cases/wage.md)"), |s| page(s, "[去](../cases/wages.md)")),
    Trial(
        "M204",
        |s| page(s, "[去](../cases/wages.md#没有)"),
        |s| page(s, "[去](../cases/wages.md#典型意义)"),
    ),
    Trial(
        "M205",
        |s| page(s, "![图](图.png)"),
        |s| {
            s.write("content/about/图.png", b"\x89PNG");
            page(s, "![图](图.png)");
        },
    ),
    Trial(
        "M206",
        |s| page(s, "{{ contact.center.phone }}"),
        |s| page(s, "{{ contact.centre.address }}"),
    ),
    Trial(
        "M207",
        |s| page(s, "[点](javascript:alert(1))"),
        |s| page(s, "[点](https://www.example.com/javascript:)"),
    ),
    Trial("M208", |s| s.write(PAGES[1].0, PAGES[1].1.replace("\"centre\"", "\"center\"")), |_| {}),
    Trial(
        "M209",
        |s| std::fs::remove_dir_all(s.path("content")).unwrap(),
        |s| {
            std::fs::remove_dir_all(s.path("content")).unwrap();
            page(s, "一页。");
        },
    ),
    Trial("M210", |s| link(s, "gone.md"), |s| link(s, "../cases/wages.md")),
    Trial("M211", |s| link(s, "/etc/hostname"), |s| link(s, "../cases/wages.md")),
    Trial(
        "C301",
        |s| page(s, "身份证号３４９９０７１９８５１１０３ ０１２９。"),
        |s| page(s, "统一社会信用代码51341122560672489X，34**************29。"),
    ),
    Trial(
        "C302",
        |s| front(s, "title = \"甲\"\nsummary = \"乙\"\nlaws = [\"法律援助法#72\"]"),
        |s| {
            front(s, "title = \"甲\"\nsummary = \"乙\"\nlaws = [\"法律援助法#71\", \"民法典#183\"]")
        },
    ),
    Trial(
        "C303",
        |s| {
            figures(
                s,
                "[[figure.part]]\nlabel = \"民事\"\nvalue = 612\n[[figure.part]]\nlabel = \"刑事\"\nvalue = 384\n[[figure.part]]\nlabel = \"行政\"\nvalue = 4",
            )
        },
        |s| {
            figures(
                s,
                "[[figure.part]]\nlabel = \"民事\"\nvalue = 612\n[[figure.part]]\nlabel = \"刑事\"\nvalue = 384\n[[figure.part]]\nlabel = \"行政\"\nvalue = 3",
            )
        },
    ),
    Trial(
        "C304",
        |s| {
            figures(
                s,
                "[[figure]]\nid = \"closed\"\nlabel = \"办结\"\nvalue = 779\npercent_of = \"accepted\"\npercent = 77",
            )
        },
        |s| {
            figures(
                s,
                "[[figure]]\nid = \"closed\"\nlabel = \"办结\"\nvalue = 779\npercent_of = \"accepted\"\npercent = 77.98",
            )
        },
    ),
    Trial("C305", |s| tree(s, "to = \"yes\"", "to = \"yess\""), |s| checkup(s, TREE)),
    Trial(
        "C306",
        |s| tree(s, "[[path]]", "[[outcome]]\nid = \"no\"\ntitle = \"不行\"\n[[path]]"),
        |s| checkup(s, TREE),
    ),
    Trial("C307", |s| tree(s, "to = \"yes\"", "to = \"a\""), |s| checkup(s, TREE)),
    Trial(
        "C308",
        |s| tree(s, "answers = [\"是\", \"是\"]", "answers = [\"是\"]"),
        |s| checkup(s, TREE),
    ),
    Trial("C309", |s| notice(s, "51341100MJA914935X"), |s| notice(s, "51341100MJA914934X")),
    Trial(
        "C310",
        |s| contact(s, "checked_on = 2026-05-01\n"),
        |s| contact(s, "checked_on = 2026-06-01\n"),
    ),
    Trial("C311", |s| contact(s, ""), |s| contact(s, "checked_on = 2026-11-01\n")),
    Trial(
        "C312",
        |s| s.write(PAGES[3].0, PAGES[3].1.replace("## 典型意义", "## 后记")),
        |s| s.write(PAGES[3].0, PAGES[3].1.replace("## 典型意义", "## 【案例点评】")),
    ),
    Trial(
        "C313",
        |s| {
            s.write("content/about/a.png", b"\x89PNG");
            page(s, "![](a.png)");
        },
        |s| {
            s.write("content/about/a.png", b"\x89PNG");
            page(s, "![窗口](a.png)");
        },
    ),
    Trial("C314", |s| page(s, "## 甲\n\n#### 乙"), |s| page(s, "## 甲\n\n### 乙\n\n## 丙")),
    Trial("C315", |s| page(s, "七个工作日内答复。"), |s| page(s, "七日内答复，不是七个工作日。")),
    Trial("C316", |s| page(s, "\u{E863}某"), |s| page(s, "䶮某")),
    Trial("C317", |s| front(s, "title = \"甲\""), |s| front(s, "title = \"甲\"\nsummary = \"乙\"")),
    Trial(
        "C318",
        |s| page(s, "请打 0550-4021234。"),
        |s| page(s, "请打 {{ contact.centre.phone }}，2026-11-24 前来。"),
    ),
    Trial(
        "T401",
        |s| s.write("templates/web/about.html", "{% if %}"),
        |s| s.write("templates/web/about.html", "{% if true %}好{% endif %}"),
    ),
    Trial(
        "P501",
        |s| {
            brochure(s, "form = \"handbook\"\nselect = [\"cases\"]");
            s.write("templates/print/handbook.typ", "#nothing-there");
        },
        |s| {
            brochure(s, "form = \"handbook\"\nselect = [\"cases\"]");
            s.write(
                "templates/print/handbook.typ",
                "#import \"prelude.typ\": *\n#show: settings.with(10pt, 16pt, serif)\n好",
            );
        },
    ),
    Trial(
        "P502",
        |s| {
            brochure(s, "form = \"handbook\"\nselect = [\"about\"]");
            page(s, "生僻字𪚥。");
        },
        |s| {
            brochure(s, "form = \"handbook\"\nselect = [\"about\"]");
            page(s, "生僻字䶮。");
        },
    ),
    Trial(
        "P504",
        |s| brochure(s, "form = \"handbook\"\nselect = [\"articles\"]"),
        |s| brochure(s, "form = \"handbook\"\nselect = [\"cases:3\", \"cases/wages\"]"),
    ),
    Trial("P505", |s| many_stations(s, 60), |s| many_stations(s, 20)),
    Trial(
        "P506",
        |s| brochure(s, "form = \"poster\"\nselect = [\"cases\"]"),
        |s| brochure(s, "form = \"leaflet\"\nselect = [\"cases\"]"),
    ),
    Trial(
        "G002",
        |s| settings(s, "[check]\nC301 = \"off\"\n"),
        |s| settings(s, "[check]\nC318 = \"off\"\n"),
    ),
    Trial("G001", |s| std::fs::remove_file(s.path("site.toml")).unwrap(), |_| {}),
];

fn fired(change: Change) -> BTreeSet<String> {
    let site = Site::sound();
    change(&site);
    let findings = site.findings(&[]);
    findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn each_code_fires_and_its_near_miss_does_not() {
    let mut wrong = Vec::new();
    for Trial(code, fires, misses) in TRIALS {
        let (with, without) = (fired(*fires), fired(*misses));
        if !with.contains(*code) {
            wrong.push(format!("{code} does not fire: {with:?}"));
        }
        if without.contains(*code) {
            wrong.push(format!("{code} fires at the near miss: {without:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_sound_site_has_no_findings() {
    assert!(Site::sound().findings(&[]).is_empty());
}

/// P503 (no Chinese font) is tried beside the choice of fonts: a machine cannot be made to forget
/// the fonts it has.
#[test]
fn every_code_is_tried() {
    let tried: BTreeSet<_> = TRIALS.iter().map(|trial| trial.0).chain(["P503"]).collect();
    let all: BTreeSet<_> = Code::ALL.iter().map(|code| code.id()).collect();
    assert_eq!(tried, all);
}
