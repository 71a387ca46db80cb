//! The edition code: short, readable, and the same whenever the same text is printed.
//!
//! It is a hash over what the reader is told: titles, texts, facts, pictures. The day, the paper, the
//! colours, the fonts and what only screens show (addresses, neighbours in a list) do not count, so the
//! large-print twin and the second printing carry the code of the first, and a caller who reads it out
//! tells the office which text he has before him.

use serde_json::Value;

/// What only screens or reviewers see, wherever it stands in the data.
const NOT_PRINTED: [&str; 13] = [
    "href",
    "hotline_href",
    "contents",
    "before",
    "after",
    "body",
    "review",
    "cited_by",
    "cited_also",
    "cited_more",
    "cited_lists",
    "mark",
    "marks",
];

/// What of the site is printed.
const OF_THE_SITE: [&str; 6] = ["title", "tagline", "hotline", "sponsor", "organiser", "contact"];

/// Digits and letters that cannot be taken for one another when read out or written down.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The code of what `data` says: `K7QM-3XRD`. `picture` gives the bytes of a picture by the name the
/// data has for it.
pub(super) fn code(data: &Value, picture: &dyn Fn(&str) -> Option<Vec<u8>>) -> String {
    let mut hasher = blake3::Hasher::new();
    for (key, value) in data.as_object().into_iter().flatten() {
        match key.as_str() {
            "brochure" => told(&value["title"], picture, &mut hasher),
            "fonts" | "qr" => {}
            "site" => OF_THE_SITE.iter().for_each(|key| told(&value[key], picture, &mut hasher)),
            _ => {
                hasher.update(key.as_bytes());
                told(value, picture, &mut hasher);
            }
        }
    }
    let hash = hasher.finalize();
    let mut code = String::new();
    for (at, byte) in hash.as_bytes().iter().take(8).enumerate() {
        if at == 4 {
            code.push('-');
        }
        code.push(char::from(LETTERS[usize::from(byte % 32)]));
    }
    code
}

/// Adds what a value says. Every piece is followed by a sign of its kind, so that two texts in a row
/// are not one.
fn told(value: &Value, picture: &dyn Fn(&str) -> Option<Vec<u8>>, hasher: &mut blake3::Hasher) {
    match value {
        Value::Null => {
            hasher.update(b"-");
        }
        Value::Bool(yes) => {
            hasher.update(if *yes { b"t" } else { b"f" });
        }
        Value::Number(number) => {
            hasher.update(number.to_string().as_bytes()).update(b"#");
        }
        Value::String(text) => {
            hasher.update(text.as_bytes()).update(b"\0");
        }
        Value::Array(items) => {
            items.iter().for_each(|item| told(item, picture, hasher));
            hasher.update(b"]");
        }
        Value::Object(fields) => {
            for (key, value) in fields {
                if NOT_PRINTED.contains(&key.as_str()) {
                    continue;
                }
                if let ("file", Some(name)) = (key.as_str(), value.as_str())
                    && let Some(bytes) = picture(name)
                {
                    hasher.update(&bytes);
                }
                hasher.update(key.as_bytes()).update(b":");
                told(value, picture, hasher);
            }
            hasher.update(b"}");
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::code;

    fn of(data: &Value) -> String {
        code(data, &|name| Some(name.as_bytes().to_vec()))
    }

    #[test]
    fn the_text_alone_decides() {
        let data = |words: &str, day: &str, href: &str| {
            json!({
                "brochure": { "title": "手册", "today": day, "paper": { "name": "A5" } },
                "site": { "title": "某县", "built": day, "base_url": href },
                "parts": [{ "title": "条件", "pages": [{ "href": href, "blocks": [{ "t": "text", "text": words }] }] }],
            })
        };
        let first = of(&data("讨工钱", "2026年11月24日", "a.html"));
        assert_eq!(first, of(&data("讨工钱", "2027年1月1日", "b.html")));
        assert_ne!(first, of(&data("讨工资", "2026年11月24日", "a.html")));
        assert_eq!(first.len(), 9);
        assert!(
            first.chars().all(|c| c == '-' || (c.is_ascii_alphanumeric() && !"ILOU".contains(c)))
        );
    }

    #[test]
    fn a_changed_picture_is_another_edition_and_texts_in_a_row_are_not_one() {
        let data = json!({ "parts": [{ "file": "/site/a.jpg" }] });
        let one = code(&data, &|_| Some(vec![1]));
        assert_ne!(one, code(&data, &|_| Some(vec![2])));
        assert_ne!(of(&json!({ "parts": ["ab", "c"] })), of(&json!({ "parts": ["a", "bc"] })));
    }
}
