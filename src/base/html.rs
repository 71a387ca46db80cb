//! Text made safe within HTML.

use std::borrow::Cow;

use memchr::{memchr2, memchr2_iter, memchr3, memchr3_iter};

/// Text made safe in elements and attributes.
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    if memchr3(b'&', b'<', b'>', bytes).or_else(|| memchr2(b'"', b'\'', bytes)).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    push_escaped(&mut out, text);
    Cow::Owned(out)
}

/// Adds text made safe to `out`.
pub fn push_escaped(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let mut signs = memchr3_iter(b'&', b'<', b'>', bytes).peekable();
    let mut quotes = memchr2_iter(b'"', b'\'', bytes).peekable();
    let mut done = 0;
    loop {
        let at = match (signs.peek(), quotes.peek()) {
            (Some(sign), Some(quote)) if sign < quote => signs.next(),
            (_, Some(_)) => quotes.next(),
            (_, None) => signs.next(),
        };
        let Some(at) = at else { break };
        out.push_str(&text[done..at]);
        out.push_str(match bytes[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        done = at + 1;
    }
    out.push_str(&text[done..]);
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_ends_an_element_or_an_attribute() {
        assert_eq!(escape("好"), "好");
        assert_eq!(escape("<b a='\"'>&"), "&lt;b a=&#39;&quot;&#39;&gt;&amp;");
        let long = "一".repeat(30);
        assert_eq!(escape(&format!("{long}<{long}&")), format!("{long}&lt;{long}&amp;"));
    }
}
