//! What a strict Content-Security-Policy forbids, looked for in what was really made (W723).
//!
//! The default templates keep the policy (no inline script or style, nothing from another host). A
//! site's own template can break it without anybody seeing: the browser of a visitor drops what is
//! forbidden and says so only in its console, and a picture from elsewhere tells elsewhere who reads
//! about what. One page of each sort is read after it is made.

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::text::Text;
use crate::say;

/// Attributes that fetch.
const FETCHING: [&str; 5] = ["src", "srcset", "poster", "data", "background"];
/// Elements of a drawing that fetch what their `href` names.
const DRAWING: [&str; 3] = ["image", "use", "feimage"];
/// Relations of a `link` that fetch nothing.
const NAMING: [&str; 8] =
    ["canonical", "alternate", "next", "prev", "author", "help", "license", "search"];
/// Elements that are forbidden whatever they hold.
const NEVER: [&str; 5] = ["base", "iframe", "frame", "object", "embed"];

/// What the page breaks the policy with, each once; `own` is the site's host.
fn breaks(html: &str, own: &str) -> Vec<Text> {
    let mut found: Vec<Text> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let Some(tag) = Tag::read(rest) else { continue };
        rest = &rest[tag.length..];
        for text in tag.breaks(own) {
            if !found.contains(&text) {
                found.push(text);
            }
        }
        // What stands in a script is no markup.
        if tag.name.eq_ignore_ascii_case("script") {
            rest = rest.find("</script").map_or("", |end| &rest[end..]);
        }
    }
    found
}

/// A start tag.
struct Tag<'h> {
    name: &'h str,
    attributes: Vec<(&'h str, &'h str)>,
    length: usize,
}

impl<'h> Tag<'h> {
    /// Reads what follows a `<`; none for an end tag, a comment, a doctype.
    fn read(html: &'h str) -> Option<Self> {
        let end =
            html.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(html.len());
        if !html.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let mut tag = Self { name: &html[..end], attributes: Vec::new(), length: end };
        loop {
            let rest =
                html[tag.length..].trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            tag.length = html.len() - rest.len();
            if rest.is_empty() || rest.starts_with('>') {
                return Some(tag);
            }
            let stop = |c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/');
            let end = rest.find(stop).unwrap_or(rest.len()).max(1);
            // A stray quote or sign counts as a name of one character, whatever its bytes.
            let end = rest.ceil_char_boundary(end);
            let (key, after) = rest.split_at(end);
            let (value, length) = value(after);
            tag.attributes.push((key, value));
            tag.length += end + length;
        }
    }

    fn get(&self, key: &str) -> Option<&'h str> {
        self.attributes
            .iter()
            .find(|(own, _)| own.eq_ignore_ascii_case(key))
            .map(|(_, value)| *value)
    }

    fn breaks(&self, own: &str) -> Vec<Text> {
        let mut found = Vec::new();
        let is = |name: &str| self.name.eq_ignore_ascii_case(name);
        let data = self.get("type").is_some_and(|kind| kind.ends_with("json"));
        if is("script") && self.get("src").is_none() && !data {
            found.push(say!(zh: "内联脚本 <script>", en: "an inline <script>"));
        }
        if is("style") || self.get("style").is_some() {
            found.push(say!(zh: "内联样式", en: "an inline style"));
        }
        if NEVER.iter().any(|name| is(name)) {
            let name = self.name.to_ascii_lowercase();
            found.push(say!(zh: "<{name}>", en: "<{name}>"));
        }
        for (key, value) in &self.attributes {
            let key = key.to_ascii_lowercase();
            let value = value.trim().to_ascii_lowercase();
            if key.starts_with("on") {
                found.push(say!(zh: "事件属性 {key}", en: "an event attribute, {key}"));
            }
            if value.starts_with("javascript:") {
                found.push(say!(zh: "脚本网址 javascript:", en: "a javascript: address"));
            }
            if self.fetches(&key) {
                // Only `srcset` names several; no address of a site's own has a comma and a space.
                for address in value.split(", ").map(str::trim) {
                    if address.starts_with("data:") {
                        found.push(say!(zh: "写在网页里的资源 data:", en: "a data: source"));
                    } else if let Some(host) = abroad(address, own) {
                        let said =
                            say!(zh: "从 {host} 取的资源", en: "something fetched from {host}");
                        found.push(said);
                    }
                }
            }
            let sends = (is("form") && key == "action") || key == "formaction";
            if let Some(host) = abroad(&value, own).filter(|_| sends) {
                found.push(say!(zh: "交到 {host} 的表单", en: "a form sent to {host}"));
            }
        }
        found
    }

    /// Whether a browser fetches what an attribute of this tag names.
    fn fetches(&self, key: &str) -> bool {
        let is = |name: &&str| self.name.eq_ignore_ascii_case(name);
        let href = matches!(key, "href" | "xlink:href");
        let names = |rel: &str| NAMING.iter().any(|name| rel.trim().eq_ignore_ascii_case(name));
        let sheet = is(&"link") && key == "href" && !self.get("rel").is_some_and(names);
        sheet || (href && DRAWING.iter().any(is)) || FETCHING.contains(&key)
    }
}

/// The host an address leads to, where that is not the site's `own`.
fn abroad<'v>(address: &'v str, own: &str) -> Option<&'v str> {
    let (scheme, rest) = address.split_once("//")?;
    let scheme = scheme.strip_suffix(':').unwrap_or(scheme);
    if !scheme.chars().all(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let host = rest.split(['/', '?', '#', ' ']).next().unwrap_or_default();
    (!host.eq_ignore_ascii_case(own)).then_some(host)
}

/// The value behind an attribute's name, and how many bytes it takes with its sign and quotes.
fn value(after: &str) -> (&str, usize) {
    let Some(rest) = after.trim_start().strip_prefix('=') else { return ("", 0) };
    let rest = rest.trim_start();
    let before = after.len() - rest.len();
    for quote in ['"', '\''] {
        if let Some(quoted) = rest.strip_prefix(quote) {
            let end = quoted.find(quote).unwrap_or(quoted.len());
            let close = usize::from(end < quoted.len());
            return (&quoted[..end], before + 1 + end + close);
        }
    }
    let end = rest.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(rest.len());
    (&rest[..end], before + end)
}

/// A finding about the pages a template makes; `own` is the site's host.
pub(super) fn finding(template: &str, own: &str, bytes: &[u8]) -> Option<Diagnostic> {
    let html = std::str::from_utf8(bytes).ok()?;
    let found = breaks(html, own);
    if found.is_empty() {
        return None;
    }
    let list = |pick: &dyn Fn(&Text) -> &str, comma: &str| {
        found.iter().map(pick).collect::<Vec<_>>().join(comma)
    };
    let (zh, en) = (list(&|text| &text.zh, "、"), list(&|text| &text.en, ", "));
    let said = say!(
        zh: "模板 {template} 做出的网页里有安全策略不许的东西：{zh}",
        en: "pages made with the template {template} hold what the policy forbids: {en}",
    );
    Some(Diagnostic::general(Code::BrokenPolicy, said).hint(say!(
        zh: "脚本写进 templates/web/assets/site.js，样式写进 style.css，图片放进 static/；删去自己的模板即恢复默认",
        en: "put script into templates/web/assets/site.js, style into style.css, pictures into static/, or delete your template",
    )))
}

#[cfg(test)]
mod tests {
    use super::breaks;

    #[test]
    fn what_a_strict_policy_forbids() {
        for (html, count) in [
            ("<script src=\"a.js\" defer></script><p>1 < 2 style=\"x\"</p>", 0),
            ("<script type=\"application/ld+json\">{\"a\":\"<b style='x'>\"}</script>", 0),
            ("<a href=\"https://e.com/\" title=\"onclick=1\">外站</a>", 0),
            ("<link rel=\"canonical\" href=\"https://e.com/\"><img src=\"a.png\" alt=\"//\">", 0),
            ("<script>alert(1)</script>", 1),
            ("<p style=\"color:red\">", 1),
            ("<style>p{}</style><p STYLE=x>", 1),
            ("<b onclick='x()'>", 1),
            ("<a href=javascript:x()>", 1),
            ("<img src=//e.com/a.png><link rel=stylesheet href=\"https://e.com/a.css\">", 1),
            ("<p 字=\"'\" <", 0),
            (
                "<img src=\"https://WWW.example.gov.cn/a.png\"><img src=//www.example.gov.cn/b.png>",
                0,
            ),
            ("<a href=\"data:text/plain,x\">x</a><link rel=\"Author\" href=\"https://e.com/\">", 0),
            ("<img src=\"data:image/png;base64,AA\"><img srcset=\"a.png 1x, data:x 2x\">", 1),
            (
                "<img srcset=\"a.png 1x, https://e.com/b.png 2x\"><img src=\"a.png?u=http://e.com/\">",
                1,
            ),
            ("<svg><use href=\"https://e.com/a.svg#b\"></svg>", 1),
            ("<base href=\"/\"><iframe src=\"a.html\"></iframe><object></object><embed>", 4),
            (
                "<form action=\"search.html\"></form><form action=\"https://www.example.gov.cn/\">",
                0,
            ),
            ("<form action=\"http://e.com/ask\"><button formaction=\"https://f.com\">", 2),
        ] {
            let found = breaks(html, "www.example.gov.cn");
            assert_eq!(found.len(), count, "{html}: {found:?}");
        }
    }
}
