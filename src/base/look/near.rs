//! What stands directly before and behind a place in a text.

/// The first `count` characters.
pub(crate) fn first_chars(text: &str, count: usize) -> &str {
    &text[..text.char_indices().nth(count).map_or(text.len(), |(at, _)| at)]
}

/// The last `count` characters.
pub(crate) fn last_chars(text: &str, count: usize) -> &str {
    &text[text.char_indices().rev().take(count).last().map_or(text.len(), |(at, _)| at)..]
}

/// What the sentence says before its end, at most `count` characters.
pub(crate) fn sentence_before(text: &str, count: usize) -> &str {
    let before = last_chars(text, count);
    before.rfind(['。', '；', '！', '？', '\n']).map_or(before, |at| {
        let sign = before[at..].chars().next().map_or(1, char::len_utf8);
        &before[at + sign..]
    })
}

/// What the sentence goes on with, at most `count` characters.
pub(crate) fn sentence_after(text: &str, count: usize) -> &str {
    let after = first_chars(text, count);
    &after[..after.find(['。', '；', '！', '？', '\n']).unwrap_or(after.len())]
}

/// The Han characters a text ends with, at most `count`.
pub(crate) fn han_before(text: &str, count: usize) -> &str {
    let before = last_chars(text, count);
    let start = before.char_indices().rev().find(|(_, c)| !han(*c));
    &before[start.map_or(0, |(at, c)| at + c.len_utf8())..]
}

/// Whether a character is Chinese.
pub(crate) fn han(c: char) -> bool {
    matches!(u32::from(c), 0x3400..=0x9FFF | 0x20000..=0x3FFFF) || c == '〇'
}

#[cfg(test)]
mod tests {
    use super::{first_chars, han_before, last_chars, sentence_after, sentence_before};

    #[test]
    fn around_a_place() {
        assert_eq!((first_chars("一二三", 2), first_chars("一", 2)), ("一二", "一"));
        assert_eq!((last_chars("一二三", 2), last_chars("一", 2)), ("二三", "一"));
        assert_eq!(sentence_before("他来了。张某，男", 9), "张某，男");
        assert_eq!(sentence_after("张某，男。他来了", 9), "张某，男");
        assert_eq!((han_before("（1）张某", 9), han_before("，", 9)), ("张某", ""));
    }
}
