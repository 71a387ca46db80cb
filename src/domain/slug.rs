//! Address names from Chinese words: pinyin without tones, joined by hyphens.
//!
//! Portals and USB sticks mangle Chinese file names, so addresses the program makes are plain.

use std::collections::{BTreeMap, BTreeSet};

use pinyin::ToPinyin;

/// `劳动报酬` → `lao-dong-bao-chou`; at most `most` syllables or words, `other` where nothing is
/// left. A wrong reading of a polyphone does no harm in an address.
#[must_use]
pub fn pinyin_slug(name: &str, most: usize) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut latin = false;
    for c in name.chars() {
        if let Some(reading) = c.to_pinyin() {
            parts.push(reading.plain().replace('ü', "v"));
            latin = false;
        } else if c.is_ascii_alphanumeric() {
            match parts.last_mut() {
                Some(last) if latin => last.push(c.to_ascii_lowercase()),
                _ => parts.push(c.to_ascii_lowercase().to_string()),
            }
            latin = true;
        } else {
            latin = false;
        }
    }
    parts.truncate(most);
    if parts.is_empty() { "other".to_owned() } else { parts.join("-") }
}

/// Addresses of one folder: words of one reading get a number.
#[derive(Debug, Default)]
pub struct Slugs {
    taken: BTreeSet<String>,
    /// How often each reading came up.
    counts: BTreeMap<String, u32>,
}

impl Slugs {
    /// An address for `name` that no other has.
    pub fn unique(&mut self, name: &str) -> String {
        self.claim(&pinyin_slug(name, 24))
    }

    /// `slug`, or `slug` with the next number that no other has. The numbers that were given are
    /// remembered, so that thousands of one name take no longer each than the first.
    pub fn claim(&mut self, slug: &str) -> String {
        let count = self.counts.entry(slug.to_owned()).or_insert(0);
        loop {
            *count += 1;
            let one = if *count == 1 { slug.to_owned() } else { format!("{slug}-{count}") };
            // A number may be part of the name itself: 工伤, 公伤, 工伤2.
            if self.taken.insert(one.clone()) {
                return one;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Slugs, pinyin_slug};

    #[test]
    fn same_readings_stay_apart() {
        let slugs = |names: [&str; 4]| {
            let mut slugs = Slugs::default();
            names.map(|name| slugs.unique(name))
        };
        let [one, two, three, four] = slugs(["公伤", "工伤", "工伤2", "攻伤"]);
        assert_eq!(one, "gong-shang");
        assert_eq!(two, "gong-shang-2");
        assert_eq!((three.as_str(), four.as_str()), ("gong-shang-2-2", "gong-shang-3"));
        let [one, two, three, _] = slugs(["工伤2", "公伤", "工伤", "甲"]);
        assert_eq!([one, two, three], ["gong-shang-2", "gong-shang", "gong-shang-3"]);
    }

    #[test]
    fn words_become_addresses() {
        assert_eq!(pinyin_slug("劳动报酬", 24), "lao-dong-bao-chou");
        assert_eq!(pinyin_slug("12·4 宪法宣传日", 24), "12-4-xian-fa-xuan-chuan-ri");
        assert_eq!(pinyin_slug("……", 24), "other");
        assert_eq!(pinyin_slug("妇女", 24), "fu-nv");
        assert_eq!(pinyin_slug("张某追索劳动报酬案", 4), "zhang-mou-zhui-suo");
    }
}
