//! Drawings: an SVG file is a document that a browser may run. Only one that cannot act and cannot
//! fetch is let through.
//!
//! Read tag by tag and strictly: what this reader does not understand is refused, so that nothing
//! can hide in a construction a browser reads otherwise. Character references are resolved before
//! anything is judged, and a style sheet is one piece of text. The list follows SVG 2 chapter 14
//! (scripting) and chapter 16 (linking).

use std::borrow::Cow;

use super::Flaw;

/// Elements that run, embed or rewrite.
const ACTIVE: [&str; 10] = [
    "script",
    "foreignobject",
    "iframe",
    "embed",
    "object",
    "handler",
    "listener",
    "set",
    "audio",
    "video",
];

/// Elements that change attributes over time: fine for colours, not for addresses.
const ANIMATE: [&str; 4] = ["animate", "animatemotion", "animatetransform", "animatecolor"];

/// The drawing's size in pixels, from `width` and `height` or the `viewBox`.
pub(super) fn judge(text: &str) -> Result<(u32, u32), Flaw> {
    let text = text.trim_start_matches('\u{feff}');
    let mut rest = text;
    let mut size = None;
    let mut opened = false;
    let mut in_style = false;
    while let Some(at) = rest.find('<') {
        styled(&decoded(&rest[..at])?)?;
        rest = &rest[at..];
        if in_style && !rest.starts_with("</") {
            // A browser joins what stands before and behind it: `@im<!-- -->port`.
            return Err(active(rest));
        }
        if let Some(inside) = rest.strip_prefix("<!--") {
            rest = after(inside, "-->")?;
        } else if let Some(inside) = rest.strip_prefix("<?xml ") {
            rest = after(inside, "?>")?;
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            // A document type can define entities, an instruction can name a style sheet.
            return Err(active(rest));
        } else if let Some(inside) = rest.strip_prefix("</") {
            rest = after(inside, ">")?;
            in_style = false;
        } else {
            let (tag, more) = Tag::read(rest)?;
            rest = more;
            tag.judge()?;
            in_style = tag.name == "style" && !tag.empty;
            if !opened {
                if tag.name != "svg" {
                    return Err(Flaw::Broken(format!("<{}>", tag.name)));
                }
                size = tag.size();
                opened = true;
            }
        }
    }
    styled(&decoded(rest)?)?;
    if !opened {
        return Err(Flaw::Broken("<svg>?".to_owned()));
    }
    Ok(size.unwrap_or((0, 0)))
}

fn after<'t>(text: &'t str, end: &str) -> Result<&'t str, Flaw> {
    let at = text.find(end).ok_or_else(|| Flaw::Broken(end.to_owned()))?;
    Ok(&text[at + end.len()..])
}

fn active(what: &str) -> Flaw {
    Flaw::Active(what.chars().take(40).collect())
}

/// Text as a browser reads it, character references resolved. Of entities only XML's own five are
/// known: what another stands for is said elsewhere.
fn decoded(text: &str) -> Result<Cow<'_, str>, Flaw> {
    let Some(first) = text.find('&') else { return Ok(Cow::Borrowed(text)) };
    let mut out = text[..first].to_owned();
    let mut rest = &text[first..];
    while let Some(inside) = rest.strip_prefix('&') {
        let (name, after) = inside.split_once(';').ok_or_else(|| active(rest))?;
        let known = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => numbered(name),
        };
        out.push(known.ok_or_else(|| active(rest))?);
        let next = after.find('&').unwrap_or(after.len());
        out.push_str(&after[..next]);
        rest = &after[next..];
    }
    Ok(Cow::Owned(out))
}

/// The character of `#112` or `#x70`.
fn numbered(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let number = match digits.strip_prefix('x') {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => digits.parse(),
    };
    char::from_u32(number.ok()?)
}

/// Text and attribute values may hold style: nothing in it may fetch.
fn styled(text: &str) -> Result<(), Flaw> {
    let low = text.to_ascii_lowercase();
    if low.contains("@import") || low.contains("expression(") || low.contains("image-set") {
        return Err(active(text.trim()));
    }
    // A backslash can spell `url` another way.
    if text.contains('\\') && (low.contains('{') || low.contains(':')) {
        return Err(active(text.trim()));
    }
    for (at, _) in low.match_indices("url(") {
        let inside = low[at + 4..].trim_start().trim_start_matches(['"', '\'']);
        if !inside.starts_with('#') {
            return Err(active(&text[at..]));
        }
    }
    Ok(())
}

struct Tag<'t> {
    name: String,
    attributes: Vec<(String, Cow<'t, str>)>,
    /// `<g/>`: nothing stands inside.
    empty: bool,
}

impl<'t> Tag<'t> {
    /// The tag at the start of `text`, and what follows it.
    fn read(text: &'t str) -> Result<(Self, &'t str), Flaw> {
        let broken = || Flaw::Broken(text.chars().take(40).collect());
        let inside = &text[1..];
        let end = inside.find(|c: char| c.is_whitespace() || c == '>' || c == '/');
        let end = end.ok_or_else(broken)?;
        let name = local(&inside[..end]);
        let mut attributes = Vec::new();
        let mut rest = inside[end..].trim_start();
        loop {
            let empty = rest.starts_with("/>");
            if let Some(more) = rest.strip_prefix("/>").or_else(|| rest.strip_prefix('>')) {
                return Ok((Self { name, attributes, empty }, more));
            }
            let equals = rest.find('=').ok_or_else(broken)?;
            let key = rest[..equals].trim();
            if key.is_empty() || key.contains(|c: char| c.is_whitespace() || "<>\"'/".contains(c)) {
                return Err(broken());
            }
            let value = rest[equals + 1..].trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let quote = quote.ok_or_else(broken)?;
            let close = value[1..].find(quote).ok_or_else(broken)?;
            attributes.push((local(key), decoded(&value[1..=close])?));
            rest = value[close + 2..].trim_start();
        }
    }

    fn judge(&self) -> Result<(), Flaw> {
        if ACTIVE.contains(&self.name.as_str()) {
            return Err(active(&format!("<{}>", self.name)));
        }
        for (key, value) in &self.attributes {
            let shown = || active(&format!("{key}=\"{value}\""));
            let fetches = matches!(key.as_str(), "href" | "src" | "base" | "ping" | "action");
            let here = value.trim().starts_with('#') || (self.name == "image" && carried(value));
            let animates = ANIMATE.contains(&self.name.as_str())
                && key == "attributename"
                && value.to_ascii_lowercase().contains("href");
            if key.starts_with("on") || (fetches && !here) || animates {
                return Err(shown());
            }
            styled(value)?;
        }
        Ok(())
    }

    fn value(&self, key: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == key).map(|(_, value)| &**value)
    }

    fn size(&self) -> Option<(u32, u32)> {
        let side = |key: &str| {
            self.value(key).and_then(|value| pixels(value.trim().trim_end_matches("px")))
        };
        let stated = side("width").zip(side("height"));
        stated.or_else(|| {
            let mut numbers = self.value("viewbox")?.split([' ', ',']).filter(|n| !n.is_empty());
            Some((pixels(numbers.nth(2)?)?, pixels(numbers.next()?)?))
        })
    }
}

/// A raster picture inside the drawing itself.
fn carried(value: &str) -> bool {
    let value = value.trim();
    ["data:image/png;base64,", "data:image/jpeg;base64,"].iter().any(|head| value.starts_with(head))
}

/// `xlink:href` → `href`, in small letters.
fn local(name: &str) -> String {
    name.rsplit_once(':').map_or(name, |(_, local)| local).to_ascii_lowercase()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded just before")]
fn pixels(number: &str) -> Option<u32> {
    let number: f64 = number.trim().parse().ok()?;
    (1.0..=100_000.0).contains(&number).then(|| number.round() as u32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::judge;
    use crate::picture::Flaw;

    #[test]
    fn a_plain_drawing_passes_with_its_size() {
        let plain = "<?xml version=\"1.0\"?><!-- 图 --><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\"><style>.a{fill:url(#g)}</style><a href=\"#x\"><path class='a' d=\"M0 0\"/></a></svg>";
        assert_eq!(judge(plain), Ok((40, 30)));
        assert_eq!(judge("<svg width=\"4.4px\" height=\"3\"/>"), Ok((4, 3)));
        let signs = "<svg width=\"4\" height=\"3\" aria-label=\"甲&#10;&amp;乙\"><style/><text>&#x4E00; &lt;</text></svg>";
        assert_eq!(judge(signs), Ok((4, 3)));
    }

    #[test]
    fn what_acts_or_fetches_is_refused() {
        for bad in [
            "<svg><script>alert(1)</script></svg>",
            "<svg><SVG:script/></svg>",
            "<svg onload=\"x()\"/>",
            "<svg><a href=\"javascript:x()\"/></svg>",
            "<svg><a xlink:href=\"&#106;avascript:x()\"/></svg>",
            "<svg><image href=\"http://a.example/x.png\"/></svg>",
            "<svg><image href=\"data:image/svg+xml;base64,AA\"/></svg>",
            "<svg><use href=\"other.svg#x\"/></svg>",
            "<svg><style>@import 'x.css'</style></svg>",
            "<svg><style>a{fill:u\\72l(http://x)}</style></svg>",
            "<svg><rect style=\"fill:url( 'http://a.example' )\"/></svg>",
            "<svg><foreignObject/></svg>",
            "<svg><animate attributeName=\"xlink:href\" to=\"x\"/></svg>",
            "<!DOCTYPE svg [<!ENTITY x 'y'>]><svg/>",
            "<?xml-stylesheet href=\"x.css\"?><svg/>",
            "<svg><style>@im&#112;ort 'x.css'</style></svg>",
            "<svg><style>a{fill:u&#x72;l(http://x)}</style></svg>",
            "<svg><rect fill=\"u&#114;l(http://a.example)\"/></svg>",
            "<svg><animate attributeName=\"h&#114;ef\" to=\"x\"/></svg>",
            "<svg><style>@im<!-- x -->port 'x.css'</style></svg>",
            "<svg><style>@im<g/>port 'x.css'</style></svg>",
            "<svg><text>&unknown;</text></svg>",
            "<svg><text>a & b</text></svg>",
        ] {
            assert!(matches!(judge(bad), Err(Flaw::Active(_))), "{bad}: {:?}", judge(bad));
        }
        for broken in ["", "text", "<svg a=b>", "<svg", "<html></html>", "<svg a=\"", "<svg><"] {
            assert!(matches!(judge(broken), Err(Flaw::Broken(_))), "{broken}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_fine(text in "(<svg|&#|[<>/='\"a-z#:!?-]|[ \\\\(一]|url\\(|href=){0,40}") {
            let _ = judge(&text);
        }
    }
}
