//! Codes of web templates and pages.

use crate::codes::Trial;
use crate::site::Site;

pub(super) const TRIALS: &[Trial] = &[
    Trial(
        "T401",
        |s| s.write("templates/web/about.html", "{% if %}"),
        |s| s.write("templates/web/about.html", "{% if true %}好{% endif %}"),
    ),
    Trial("W701", |s| checkup(s, 8), |s| checkup(s, 7)),
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
