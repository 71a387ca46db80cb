//! Findings on top of a preview page: the last good site stays up below.

use crate::base::diagnostic::Diagnostic;
use crate::base::html::escape;
use crate::base::text::Lang;
use crate::report::{Tally, severity_key};

/// A panel of HTML to put before `</body>`, of findings as [`human`](super::human) writes them in
/// `text`; empty where there is nothing to say.
#[must_use]
pub fn render(findings: &[Diagnostic], text: &str, lang: Lang) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let tally = Tally::of(findings);
    let lead = match (lang, tally.errors > 0) {
        (Lang::Zh, true) => "有错误，下面仍是上一次正确的网站",
        (Lang::Zh, false) => "网站已更新，有几处值得一看",
        (Lang::En, true) => "There are errors; the site below is the last good one",
        (Lang::En, false) => "The site is up to date; a few things deserve a look",
    };
    let worst = findings.iter().map(|finding| finding.severity).min();
    let class = worst.map_or("note", severity_key);
    let open = if tally.errors > 0 { " open" } else { "" };
    let text = escape(text);
    format!(
        "<details class=\"lantian-findings {class}\" role=\"status\"{open}><summary>{}：{lead}</summary><pre>{text}</pre></details>",
        tally.words(lang),
    )
}

/// The style of the panel: a file of its own, because pages allow no inline style.
pub const STYLE: &str = "\
.lantian-findings{position:fixed;inset:auto 0 0 0;z-index:99;max-height:60vh;overflow:auto;margin:0;\
background:#fff;color:#1a2530;border-top:4px solid #0b5394;padding:.5em 1em;font-size:15px;\
box-shadow:0 -4px 24px rgba(0,0,0,.25)}\
.lantian-findings.error{border-top-color:#a11d16}\
.lantian-findings summary{cursor:pointer;font-weight:bold;line-height:2}\
.lantian-findings pre{white-space:pre-wrap;font:14px/1.5 ui-monospace,Consolas,\"Noto Sans Mono CJK SC\",monospace}\
";
