//! Codes of the checks.

use crate::codes::{Trial, front, page, settings};
use crate::site::{PAGES, Site};

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

pub(super) const TRIALS: &[Trial] = &[
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
            s.write("content/about/a.png", crate::photos::png(8, 8));
            page(s, "![](a.png)");
        },
        |s| {
            s.write("content/about/a.png", crate::photos::png(8, 8));
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
    Trial("C370", |s| printed(s, 699), |s| printed(s, 700)),
    Trial("C371", |s| article(s, "b.png"), |s| article(s, "./a.png")),
];

/// A picture of this width on a page that a handbook takes.
fn printed(site: &crate::site::Site, width: u32) {
    site.write("content/about/a.png", crate::photos::png(width, 8));
    page(site, "![窗口](a.png)");
    settings(
        site,
        "[[brochure]]\nid = \"handbook\"\nform = \"handbook\"\ntitle = \"手册\"\nselect = [\"about\"]\n",
    );
}

/// An article with this photo; there is one called `a.png`.
fn article(site: &crate::site::Site, file: &str) {
    site.write("content/articles/a.png", crate::photos::png(8, 8));
    let text = format!(
        "+++\ntitle = \"动态\"\nsummary = \"摘要\"\ndate = 2026-03-02\nauthor = \"某\"\n[[photo]]\nfile = \"{file}\"\ncaption = \"窗口\"\n+++\n正文。\n"
    );
    site.write("content/articles/a.md", text);
}
