//! What a code means, for `lantian explain` and `docs/diagnostics.md`.

use crate::base::code::{Code, Entry};
use crate::base::text::Lang;
use crate::report::severity_word;

/// One code at length.
#[must_use]
pub fn code(code: Code, lang: Lang) -> String {
    let entry = code.entry();
    let severity = severity_word(entry.severity);
    let level = severity.get(lang);
    let (title, why) = words(entry, lang);
    let adjust = match (code.adjustable(), lang) {
        (true, Lang::Zh) => format!(
            "级别可在 site.toml 里改：\n\n  [check]\n  {} = \"error\"    # error、warning 或 off\n",
            entry.id
        ),
        (true, Lang::En) => format!(
            "The level can be changed in site.toml:\n\n  [check]\n  {} = \"error\"    # error, warning or off\n",
            entry.id
        ),
        (false, Lang::Zh) => "级别不能改。\n".to_owned(),
        (false, Lang::En) => "Its level cannot be changed.\n".to_owned(),
    };
    match lang {
        Lang::Zh => format!("{}  {title}（{level}）\n\n{why}。\n\n{adjust}", entry.id),
        Lang::En => format!("{}  {title} ({level})\n\n{why}.\n\n{adjust}", entry.id),
    }
}

/// All codes, a line each.
#[must_use]
pub fn list(lang: Lang) -> String {
    let line = |code: &Code| {
        let entry = code.entry();
        format!("{}  {}\n", entry.id, words(entry, lang).0)
    };
    Code::ALL.iter().map(line).collect()
}

/// The whole list as Markdown, both languages side by side.
#[must_use]
pub fn markdown() -> String {
    let mut out = String::from(
        "# Findings 诊断代码\n\nWritten from the list in `src/base/code/`; a test compares the two. \
         A code is never reused. Levels of `C` codes can be changed in site.toml under `[check]`, \
         except C301.\n\n| Code | Level | 中文 | English |\n|---|---|---|---|\n",
    );
    for code in Code::ALL {
        let entry = code.entry();
        let level = severity_word(entry.severity);
        out.push_str(&format!(
            "| {} | {} {} | {}：{} | {}: {} |\n",
            entry.id, level.zh, level.en, entry.zh, entry.why_zh, entry.en, entry.why_en
        ));
    }
    out
}

fn words(entry: &Entry, lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Zh => (entry.zh, entry.why_zh),
        Lang::En => (entry.en, entry.why_en),
    }
}

#[cfg(test)]
mod tests {
    use super::markdown;
    use crate::base::code::Code;

    /// Who is told to change a text may ask by what right: a law, a standard, or this tool alone.
    #[test]
    fn every_check_names_its_source() {
        let sources = [
            "条要求",
            "条）",
            "条、",
            "条：",
            "施行）",
            "GB",
            "国办",
            "司法部",
            "计划）",
            "本工具的规则",
        ];
        for code in Code::ALL.iter().filter(|code| code.id().starts_with('C')) {
            let entry = code.entry();
            let named = sources.iter().any(|source| entry.why_zh.contains(source));
            assert!(named, "{}: {}", code.id(), entry.why_zh);
            let own = entry.why_en.contains("a rule of this tool");
            assert_eq!(own, entry.why_zh.contains("本工具的规则"), "{}", code.id());
        }
    }

    /// `LANTIAN_BLESS=1 cargo test` writes the document anew.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test that reads and blesses a document")]
    fn the_document_is_the_list() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/diagnostics.md");
        if std::env::var("LANTIAN_BLESS").is_ok() {
            std::fs::write(path, markdown()).unwrap();
        }
        assert!(
            std::fs::read_to_string(path).unwrap_or_default() == markdown(),
            "docs/diagnostics.md is out of date: LANTIAN_BLESS=1 cargo test writes it anew"
        );
    }
}
