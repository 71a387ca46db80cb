//! Codes of web templates and pages.

use crate::codes::{Trial, settings};
use crate::photos::{bomb, located, png};
use crate::site::{SITE, Site};

/// The default base template with one tag's name changed.
fn base(from: &str, to: &str) -> String {
    let base = include_str!("../../../templates/web/base.html");
    assert!(base.contains(from));
    base.replace(from, to)
}

const PUBLISHER: &str = "organiser = \"某县法律援助中心\"\n";

pub(super) const TRIALS: &[Trial] = &[
    Trial(
        "T401",
        |s| s.write("templates/web/about.html", "{% if %}"),
        |s| s.write("templates/web/about.html", "{% if true %}好{% endif %}"),
    ),
    Trial("W701", |s| checkup(s, 8), |s| checkup(s, 7)),
    Trial(
        "W720",
        |s| s.write("templates/web/base.html", base("\"SiteName\"", "\"sitename\"")),
        |s| s.write("templates/web/base.html", base("<html", "<html id=\"own\"")),
    ),
    Trial(
        "W721",
        |s| {
            s.write(
                "site.toml",
                SITE.replace(PUBLISHER, &format!("{PUBLISHER}site_code = \"34112500\"\n")),
            )
        },
        |s| {
            s.write(
                "site.toml",
                SITE.replace(PUBLISHER, &format!("{PUBLISHER}site_code = \"3411250000\"\n")),
            )
        },
    ),
    Trial(
        "W722",
        |s| {
            settings(
                s,
                "[[publisher.mark]]\nimage = \"marks/none.png\"\nname = \"党政机关网站标识\"\n",
            )
        },
        |s| {
            s.write("static/marks/mark.png", png(8, 8));
            settings(
                s,
                "[[publisher.mark]]\nimage = \"marks/mark.png\"\nname = \"党政机关网站标识\"\n",
            );
        },
    ),
    Trial(
        "W760",
        |s| s.write("content/about/a.jpg", located(true)),
        |s| s.write("content/about/a.jpg", located(false)),
    ),
    Trial(
        "W761",
        |s| s.write("content/about/a.png", &png(8, 8)[..20]),
        |s| s.write("content/about/a.png", png(8, 8)),
    ),
    // A header that promises a billion pixels; the near miss has as many as a camera.
    Trial(
        "W762",
        |s| s.write("content/about/a.png", bomb(30_000, 30_000)),
        |s| s.write("content/about/a.png", bomb(8_000, 6_000)),
    ),
    Trial(
        "W763",
        |s| s.write("content/about/a.svg", "<svg onload=\"x()\"/>"),
        |s| {
            s.write(
                "content/about/a.svg",
                "<svg width=\"4\" height=\"3\"><title>onload=</title></svg>",
            )
        },
    ),
    Trial(
        "W764",
        |s| s.write("content/about/a.heic", "x"),
        |s| s.write("content/about/a.pdf", "x"),
    ),
];

/// A self-check of so many questions, every one of which both answers lead on from: two to the
/// power of that many ways.
fn checkup(site: &Site, questions: usize) {
    let mut text = "title = \"能申请吗\"\nsummary = \"自测\"\nstart = \"q1\"\n".to_owned();
    for number in 1..=questions {
        let to = if number == questions { "end".to_owned() } else { format!("q{}", number + 1) };
        text += &format!("[[question]]\nid = \"q{number}\"\nask = \"第{number}问\"\n");
        for say in ["是", "不是"] {
            text += &format!("[[question.answer]]\nsay = \"{say}\"\nto = \"{to}\"\n");
        }
    }
    text += "[[outcome]]\nid = \"end\"\ntitle = \"可以申请\"\n";
    site.write("content/checkup/civil.md", format!("+++\n{text}+++\n"));
}
