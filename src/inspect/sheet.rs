//! The report as text for a terminal and as one HTML page to keep and print.

use std::fmt::Write as _;

use crate::base::html::escape;
use crate::base::text::Lang;
use crate::inspect::{Inspection, Item, Level};
use crate::say;

impl Level {
    /// A sign and a word, so that colour is not needed.
    fn sign(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Good, Lang::Zh) => "✓ 正常",
            (Self::Note, Lang::Zh) => "· 留意",
            (Self::Bad, Lang::Zh) => "✗ 要改",
            (Self::Veto, Lang::Zh) => "‼ 否决",
            (Self::Good, Lang::En) => "✓ fine",
            (Self::Note, Lang::En) => "· note",
            (Self::Bad, Lang::En) => "✗ mend",
            (Self::Veto, Lang::En) => "‼ veto",
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Note => "note",
            Self::Bad => "bad",
            Self::Veto => "veto",
        }
    }
}

impl Inspection {
    fn head(&self, lang: Lang) -> (String, String) {
        let (site, day) = (&self.site, self.day);
        let title = say!(zh: "{site} 网站自查报告 {day}", en: "{site}: inspection of {day}");
        let verdict = match self.score() {
            None => {
                let count = self.errors.len();
                say!(
                    zh: "内容有 {count} 处错误，网站做不出来，没有打分；标签、链接和页面重量改好后再查",
                    en: "{count} errors in the content: the site cannot be made and has no points; tags, links and weights are looked at once they are mended",
                )
            }
            Some(score) if self.vetoed() => {
                say!(zh: "{score} 分（满分 100），有单项否决", en: "{score} of 100, with a veto")
            }
            Some(score) => say!(zh: "{score} 分（满分 100）", en: "{score} of 100"),
        };
        (title.get(lang).to_owned(), verdict.get(lang).to_owned())
    }

    /// The groups with their points as words; the errors first, which have none.
    fn parts(&self, lang: Lang) -> impl Iterator<Item = (&str, String, &[Item])> {
        let errors = Some(self.errors.as_slice()).filter(|errors| !errors.is_empty());
        let title = if lang == Lang::Zh { "内容错误" } else { "Errors" };
        let errors = errors.map(|errors| (title, errors.len().to_string(), errors));
        errors.into_iter().chain(self.groups.iter().map(move |group| {
            let got = group.full - group.lost.min(group.full);
            (group.title.get(lang), format!("{got}/{}", group.full), group.items.as_slice())
        }))
    }

    /// For a terminal.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let (title, verdict) = self.head(lang);
        let mut out = format!("{title}\n{verdict}\n");
        for (name, points, items) in self.parts(lang) {
            let _ = writeln!(out, "\n{name}  {points}");
            for Item { level, words, places } in items {
                let _ = writeln!(out, "  {}  {}", level.sign(lang), words.get(lang));
                for place in places {
                    let _ = writeln!(out, "        {place}");
                }
            }
        }
        out
    }

    /// One page without anything from elsewhere.
    #[must_use]
    pub fn html(&self, lang: Lang) -> String {
        const STYLE: &str = "body{font:16px/1.7 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a2530}h1{font-size:1.5rem}h2{font-size:1.15rem;border-bottom:2px solid #c9d9e8;display:flex;justify-content:space-between;margin-top:2rem}.score{font-size:1.6rem;font-weight:700;color:#062e57}li{margin:.4em 0}ul{padding:0;list-style:none}ul ul{padding-left:5.5em;color:#46535f;font-size:.9rem}b{display:inline-block;min-width:5em}.bad b,.veto b{color:#a11d16}.good b{color:#0b5394}@media print{h2{break-after:avoid}}";
        let (title, verdict) = self.head(lang);
        let (title, verdict) = (escape(&title), escape(&verdict));
        let code = if lang == Lang::Zh { "zh-CN" } else { "en" };
        let mut out = format!(
            "<!doctype html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<p class=\"score\">{verdict}</p>\n"
        );
        for (name, points, items) in self.parts(lang) {
            let name = escape(name);
            let _ = write!(out, "<h2><span>{name}</span> <span>{points}</span></h2>\n<ul>\n");
            for Item { level, words, places } in items {
                let (class, sign) = (level.class(), level.sign(lang));
                let words = escape(words.get(lang));
                let _ = write!(out, "<li class=\"{class}\"><b>{sign}</b> {words}");
                if !places.is_empty() {
                    let list: String =
                        places.iter().map(|place| format!("<li>{}</li>", escape(place))).collect();
                    let _ = write!(out, "<ul>{list}</ul>");
                }
                out.push_str("</li>\n");
            }
            out.push_str("</ul>\n");
        }
        out.push_str("</body>\n</html>\n");
        out
    }
}
