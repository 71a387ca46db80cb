//! Heading anchors: Chinese kept, stable, unique on the page.
//!
//! `## 第三十一条　什么事可以申请` becomes `第三十一条-什么事可以申请`: readable in an address, and
//! an editor can write a link to it without looking it up.

use std::collections::BTreeMap;

/// Hands out the anchors of one page.
#[derive(Default)]
pub(super) struct Anchors {
    taken: BTreeMap<String, u32>,
}

impl Anchors {
    /// The anchor of a heading with these words.
    pub(super) fn make(&mut self, words: &str) -> Box<str> {
        let base = slug(words);
        let mut count = *self.taken.get(&base).unwrap_or(&0);
        let mut id = if count == 0 { base.clone() } else { format!("{base}-{}", count + 1) };
        while count > 0 && self.taken.contains_key(&id) {
            count += 1;
            id = format!("{base}-{}", count + 1);
        }
        self.taken.insert(base, count + 1);
        self.taken.entry(id.clone()).or_insert(1);
        id.into()
    }
}

fn slug(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.trim().chars() {
        if c.is_alphanumeric() || c == '_' {
            out.extend(c.to_lowercase());
        } else if (c.is_whitespace() || c == '-') && !out.ends_with('-') {
            out.push('-');
        }
    }
    let out = out.trim_matches('-');
    if out.is_empty() { "section".to_owned() } else { out.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::Anchors;

    #[test]
    fn readable_and_unique() {
        let mut anchors = Anchors::default();
        assert_eq!(&*anchors.make("第三十一条　什么事可以申请"), "第三十一条-什么事可以申请");
        assert_eq!(&*anchors.make("What to bring?"), "what-to-bring");
        assert_eq!(&*anchors.make("What to bring"), "what-to-bring-2");
        assert_eq!(&*anchors.make("what-to-bring-2"), "what-to-bring-2-2");
        assert_eq!(&*anchors.make("what to bring"), "what-to-bring-3");
        assert_eq!(&*anchors.make("？！"), "section");
    }
}
