//! Text made safe within HTML.

use std::borrow::Cow;

/// Text made safe in elements and attributes.
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.bytes().fold(false, |any, byte| any | is_special(byte)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    push_escaped(&mut out, text);
    Cow::Owned(out)
}

/// Whether a byte is one of the five that mean something in HTML.
fn is_special(byte: u8) -> bool {
    (byte == b'&') | (byte == b'<') | (byte == b'>') | (byte == b'"') | (byte == b'\'')
}

/// Adds text made safe to `out`.
pub fn push_escaped(out: &mut String, text: &str) {
    let mut done = 0;
    // Text is judged in blocks, so that the machine looks at many bytes at once.
    for (block, bytes) in (0..).step_by(64).zip(text.as_bytes().chunks(64)) {
        if !bytes.iter().fold(false, |any, byte| any | is_special(*byte)) {
            continue;
        }
        for (at, byte) in (block..).zip(bytes) {
            let safe = match byte {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                b'\'' => "&#39;",
                _ => continue,
            };
            out.push_str(&text[done..at]);
            out.push_str(safe);
            done = at + 1;
        }
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
