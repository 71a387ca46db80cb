//! Styles, script and what else the theme passes on.
//!
//! Pages to read (cases, news, law) carry `style.css`; pages where something is done (home, guide,
//! self-check, figures) carry one sheet that is `style.css` and `tasks.css` together. So every page
//! asks for one sheet, and a case does not pay for what it does not show.
//!
//! The names of style and script carry a hash of their bytes, so that a browser never shows a new
//! page with an old style, and unchanged ones stay in its cache.

use std::sync::Arc;

use crate::base::artifact::{Asset, OutPath};
use crate::base::theme::Theme;

/// The theme's assets with their final names.
#[derive(Debug)]
pub(super) struct Assets {
    style: (String, Arc<str>),
    tasks: (String, Arc<str>),
    script: (String, Arc<str>),
    search: (String, Arc<str>),
    texts: Vec<(String, Arc<str>)>,
    extras: Vec<Asset>,
}

/// A style sheet without its comments: they are for whoever edits it, and every phone would pay for
/// them. A `/*` within quotes is text.
fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut quote = None;
    let mut rest = css;
    while let Some(c) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| rest[end + 2..].trim_start_matches('\n'));
            continue;
        }
        match quote {
            Some(open) if c == open => quote = None,
            None if matches!(c, '"' | '\'') => quote = Some(c),
            _ => {}
        }
        if !(c == '\n' && out.ends_with('\n')) {
            out.push(c);
        }
        rest = &rest[c.len_utf8()..];
    }
    out
}

impl Assets {
    /// Names them.
    pub(super) fn name(theme: &Theme) -> Self {
        let text = |path: &str| theme.get(path).map(|file| Arc::clone(&file.text));
        let hashed = |stem: &str, extension: &str, text: Arc<str>| {
            let hash = blake3::hash(text.as_bytes()).to_hex();
            (format!("assets/{stem}-{}.{extension}", &hash[..10]), text)
        };
        let css = |stem: &str| {
            without_comments(&text(&format!("web/assets/{stem}.css")).unwrap_or_default())
        };
        let (style, tasks) = (css("style"), css("tasks"));
        // One request a page: the sheet of pages where something is done holds the other one too.
        let tasks = format!("{style}{tasks}");
        let script = text("web/assets/site.js").unwrap_or_default();
        let search = text("web/assets/search.js").unwrap_or_default();
        let own = |name: &str| matches!(name, "style.css" | "tasks.css" | "site.js" | "search.js");
        let others = theme.below("web/assets").filter(|(name, _)| !own(name));
        let extras = theme.extras.iter().filter_map(|(path, file)| {
            let name = path.strip_prefix("web/assets/")?;
            let path = OutPath::new(format!("assets/{name}")).ok()?;
            Some(Asset { path, file: file.clone(), folder: "templates/web" })
        });
        Self {
            style: hashed("style", "css", style.into()),
            tasks: hashed("tasks", "css", tasks.into()),
            script: hashed("site", "js", script),
            search: hashed("search", "js", search),
            texts: others.map(|(n, file)| (n.to_owned(), Arc::clone(&file.text))).collect(),
            extras: extras.collect(),
        }
    }

    pub(super) fn style(&self) -> &str {
        &self.style.0
    }

    pub(super) fn tasks(&self) -> &str {
        &self.tasks.0
    }

    pub(super) fn script(&self) -> &str {
        &self.script.0
    }

    pub(super) fn search(&self) -> &str {
        &self.search.0
    }

    pub(super) fn search_bytes(&self) -> Vec<u8> {
        self.search.1.as_bytes().to_vec()
    }

    pub(super) fn style_bytes(&self) -> Vec<u8> {
        self.style.1.as_bytes().to_vec()
    }

    /// Bytes of the style sheet of pages to read.
    pub(super) fn style_length(&self) -> usize {
        self.style.1.len()
    }

    pub(super) fn tasks_bytes(&self) -> Vec<u8> {
        self.tasks.1.as_bytes().to_vec()
    }

    pub(super) fn script_bytes(&self) -> Vec<u8> {
        self.script.1.as_bytes().to_vec()
    }

    /// Names of the other texts, below `assets/`.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|(name, _)| name.as_str())
    }

    pub(super) fn text_bytes(&self, number: usize) -> Vec<u8> {
        self.texts.get(number).map(|(_, text)| text.as_bytes().to_vec()).unwrap_or_default()
    }

    pub(super) fn extras(&self) -> &[Asset] {
        &self.extras
    }
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn comments_go_and_quoted_ones_stay() {
        let css = "/* top */\na{b:c}/* in */\n\n\nd{content:\"/* no */\"}\n/* open";
        assert_eq!(without_comments(css), "a{b:c}d{content:\"/* no */\"}\n");
    }
}
