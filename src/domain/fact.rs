//! References to facts in running text: `{{ contact.centre.phone }}`.
//!
//! Bodies and front-matter strings use the same notation, so the scanner lives where both can
//! reach it. It finds references; what they mean is decided in `model::facts`.

use std::ops::Range;

/// Every `{{ … }}` of a text: its byte range, braces included, and the name inside, or `Err(())`
/// where what stands inside is no name. Opening braces that are never closed count as text.
pub fn scan(text: &str) -> impl Iterator<Item = (Range<usize>, Result<&str, ()>)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text.get(from..)?.find("{{")?;
        let inner = start + 2;
        let end = inner + text[inner..].find("}}")?;
        from = end + 2;
        let name = text[inner..end].trim();
        Some((start..from, if is_name(name) { Ok(name) } else { Err(()) }))
    })
}

/// Names are parts joined by dots; a part has letters (Han too), digits, `-` and `_`.
fn is_name(name: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    name.split('.').all(part)
}

#[cfg(test)]
mod tests {
    use super::scan;

    #[test]
    fn names_and_what_is_none() {
        let found: Vec<_> = scan("请打{{ hotline.number }}或 {{a b}} {{}} {{ x").collect();
        assert_eq!(found.len(), 3);
        assert_eq!(found[0].1, Ok("hotline.number"));
        assert_eq!(found[1].1, Err(()));
        assert_eq!(found[2].1, Err(()));
    }
}
