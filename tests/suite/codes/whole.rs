//! Codes of the site as a whole.

use crate::codes::{Trial, front, page};
use crate::site::{PAGES, Site};

fn link(site: &Site, target: &str) {
    let name = site.path("content/about/link.md");
    std::fs::create_dir_all(name.parent().unwrap()).unwrap();
    std::os::unix::fs::symlink(target, name).unwrap();
}

pub(super) const TRIALS: &[Trial] = &[
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
            s.write("content/about/图.png", crate::photos::png(8, 8));
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
];
