//! Addresses as browsers write them: names of files with their characters in percent codes.

use std::borrow::Cow;

/// An address with its percent codes read. What is no UTF-8 afterwards stays as it was.
#[must_use]
pub fn percent_decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        if let Some(byte) = code(&bytes[at..]) {
            out.push(byte);
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8(out).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The byte that the percent code at the beginning stands for.
fn code(bytes: &[u8]) -> Option<u8> {
    let [b'%', high, low, ..] = bytes else { return None };
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(*high)? << 4 | digit(*low)?).ok()
}

#[cfg(test)]
mod tests {
    use super::percent_decoded;

    #[test]
    fn codes_that_are_text() {
        for (written, read) in
            [("%E5%B7%A5.md", "工.md"), ("100%.md", "100%.md"), ("%FF", "%FF"), ("%+5", "%+5")]
        {
            assert_eq!(percent_decoded(written), read, "{written}");
        }
    }
}
