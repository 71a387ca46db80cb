//! Address names from Chinese words: pinyin without tones, joined by hyphens.
//!
//! Portals and USB sticks mangle Chinese file names, so addresses the program makes are plain.

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

#[cfg(test)]
mod tests {
    use super::pinyin_slug;

    #[test]
    fn words_become_addresses() {
        assert_eq!(pinyin_slug("劳动报酬", 24), "lao-dong-bao-chou");
        assert_eq!(pinyin_slug("12·4 宪法宣传日", 24), "12-4-xian-fa-xuan-chuan-ri");
        assert_eq!(pinyin_slug("……", 24), "other");
        assert_eq!(pinyin_slug("妇女", 24), "fu-nv");
        assert_eq!(pinyin_slug("张某追索劳动报酬案", 4), "zhang-mou-zhui-suo");
    }
}
