//! The year inside the number of a case (C326), in brackets or not, in figures or words.

use crate::domain::identifier::digit;

/// Where the last year before `limit` begins with its bracket, and where it ends with it.
pub(super) fn year_before(text: &str, limit: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let years = (0..limit.saturating_sub(3)).rev().filter(|at| {
        let four = bytes[*at..*at + 4].iter().all(u8::is_ascii_digit);
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        four && !digit(at + 4)
            && (*at == 0 || !digit(at - 1))
            && matches!(&bytes[*at..*at + 2], b"19" | b"20")
    });
    let plain = years.into_iter().find_map(|at| {
        let open = text[..at].trim_end_matches(' ');
        let close = text[at + 4..].trim_start_matches(' ');
        let opens = open.chars().next_back().filter(|c| "（(〔[［【".contains(*c));
        let closes = close.chars().next().filter(|c| "）)〕]］】".contains(*c));
        match (opens, closes) {
            (Some(opens), Some(closes)) => {
                Some((open.len() - opens.len_utf8(), text.len() - close.len() + closes.len_utf8()))
            }
            // 2025皖1125民初123号; in brackets as a whole, （2025皖1125民初123号）.
            (_, None) if close.len() == text.len() - at - 4 && !close.is_empty() => {
                Some((at, at + 4))
            }
            (None, None) if close.len() == text.len() - at - 4 => Some((at, at + 4)),
            _ => None,
        }
    });
    plain.or_else(|| year_in_words(&text[..limit]))
}

/// The last year in words and brackets: （二〇二五）.
fn year_in_words(text: &str) -> Option<(usize, usize)> {
    let open = text.rfind(['（', '(', '〔', '[', '［', '【'])?;
    let inner = text[open..].char_indices().skip(1).take(5);
    let (at, close) = inner.clone().last()?;
    let year: String = inner.take(4).filter_map(|(_, c)| digit(c)).collect();
    let whole = matches!(year.get(..2), Some("19" | "20")) && year.len() == 4;
    (whole && "）)〕]］】".contains(close)).then(|| (open, open + at + close.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::year_before;

    #[test]
    fn years_and_their_brackets() {
        for (text, year) in [
            ("作出（2025）皖1125民初", "（2025）"),
            ("定劳人仲案〔 2025 〕", "〔 2025 〕"),
            ("2025皖1125民初", "2025"),
            ("一案（2025皖1125民初", "2025"),
            ("（二〇二五）皖", "（二〇二五）"),
            ("［一九九八］", "［一九九八］"),
        ] {
            let found = year_before(text, text.len()).map(|(start, end)| &text[start..end]);
            assert_eq!(found, Some(year), "{text}");
        }
        for text in ["（某年）皖", "（一二三四）", "12025", "（2025", "（二〇", ""] {
            assert_eq!(year_before(text, text.len()), None, "{text}");
        }
    }
}
