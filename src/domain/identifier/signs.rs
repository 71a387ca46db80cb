//! What a character is to who reads a number: a digit in any dress, a letter mistaken for one, a
//! mark between digits, nothing at all, or the end of the number.
//!
//! Digits are told by compatibility (NFKC): full-width, circled, bold and small ones are the same to
//! a reader. What a font does not draw (zero-width joiners, soft hyphens, marks of direction as chat and
//! office programs paste them) is not there. Any other sign that is no letter may stand between digits: which
//! signs people use there cannot be listed.

/// What a character is among digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A digit, as `'0'` to `'9'`.
    Digit(char),
    /// What is mistaken for a digit in typing or by a scanner.
    Slip(char),
    /// A stroke between columns, or a 1 typed as a stroke.
    Stroke,
    /// X, which checks a number.
    Check,
    /// A digit written as a word: 三, 〇, 叁.
    Numeral(char),
    /// What may stand between digits.
    Gap,
    /// What nobody sees.
    Nothing,
    /// Where a paragraph ends, and most numbers with it.
    End,
    /// What ends a number.
    Letter,
}

/// Stands where a paragraph or a cell of layout ends; no text holds this character.
pub(super) const END_OF_BLOCK: char = '\u{FDD0}';
/// Stands where a paragraph of an office file begins or ends, before it is known whether it fills a
/// cell.
pub(super) const END_OF_PARAGRAPH: char = '\u{FDD1}';
/// Stands where a row of a table begins or ends.
pub(super) const END_OF_ROW: char = '\u{FDD2}';
/// Stands where bytes are no text.
pub(super) const NO_TEXT: char = '\u{FDD3}';
/// Stands between two cells of a row.
pub(super) const BETWEEN_CELLS: char = '│';

/// What `c` is.
#[inline]
pub(super) fn sign(c: char) -> Sign {
    match c {
        '0'..='9' => Sign::Digit(c),
        'O' | 'o' => Sign::Slip('0'),
        'l' | 'L' | 'I' | 'i' => Sign::Slip('1'),
        'x' | 'X' => Sign::Check,
        '|' | '!' => Sign::Stroke,
        'a'..='z' | 'A'..='Z' => Sign::Letter,
        '\0'..='\x7F' => Sign::Gap,
        // Most of a page: decided without a look at the tables below.
        '丨' => Sign::Stroke,
        '\u{4DC0}'..='\u{9FFF}' => numeral(c).map_or(Sign::Letter, Sign::Numeral),
        BETWEEN_CELLS | '\u{3001}'..='\u{3006}' | '\u{3008}'..='\u{3020}' => Sign::Gap,
        _ => rare(c),
    }
}

/// What a character is that is neither ASCII nor Chinese.
fn rare(c: char) -> Sign {
    match c {
        'Ｏ' | 'ｏ' | 'О' | 'о' | 'Ο' | 'ο' | '〇' | '○' | '◯' => Sign::Slip('0'),
        'ｌ' | 'Ｌ' | 'Ｉ' | 'ｉ' | 'І' | 'і' | 'Ι' | 'ι' | 'Ӏ' => Sign::Slip('1'),
        '｜' | '！' => Sign::Stroke,
        'ｘ' | 'Ｘ' | '×' | '✕' | 'х' | 'Х' | 'χ' | 'Χ' => Sign::Check,
        END_OF_BLOCK | END_OF_PARAGRAPH => Sign::End,
        END_OF_ROW | NO_TEXT => Sign::Letter,
        _ if unseen(c) => Sign::Nothing,
        _ => match dressed(c) {
            Some(digit) => Sign::Digit(digit),
            None if c.is_alphanumeric() => Sign::Letter,
            None => Sign::Gap,
        },
    }
}

/// The digit that a character is or says: 3, ３, 三, 叁; 〇 is nought.
#[must_use]
pub fn digit(c: char) -> Option<char> {
    match sign(c) {
        Sign::Digit(digit) | Sign::Numeral(digit) => Some(digit),
        _ => matches!(c, '〇' | '○').then_some('0'),
    }
}

/// Whether nobody sees a character: default ignorable code points of Unicode, and marks drawn over
/// another one.
#[must_use]
pub fn unseen(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{61C}' | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{20D0}'..='\u{20FF}'
            | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}' | '\u{FEFF}'
            | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Rows of digits in another dress: the first, what it counts, and how many follow one another.
const DRESSES: [(char, u32, u32); 20] = [
    ('０', 0, 10),
    ('²', 2, 2),
    ('¹', 1, 1),
    ('٠', 0, 10),
    ('۰', 0, 10),
    ('⁰', 0, 1),
    ('⁴', 4, 6),
    ('₀', 0, 10),
    ('①', 1, 9),
    ('⑴', 1, 9),
    ('⒈', 1, 9),
    ('⓪', 0, 1),
    ('⓵', 1, 9),
    ('⓿', 0, 1),
    ('❶', 1, 9),
    ('➀', 1, 9),
    ('➊', 1, 9),
    ('\u{1D7CE}', 0, 50),
    ('\u{1FBF0}', 0, 10),
    ('㊀', 1, 9),
];

/// The digit that a character shows in another dress.
pub(super) fn dressed(c: char) -> Option<char> {
    DRESSES.iter().find_map(|(first, value, count)| {
        let past = u32::from(c).checked_sub(u32::from(*first))?;
        (past < *count).then(|| char::from_digit((value + past) % 10, 10)).flatten()
    })
}

/// Whether a digit in another dress is written like a plain one: full-width, bold.
pub(super) fn wide(c: char) -> bool {
    matches!(c, '０'..='９' | '\u{1D7CE}'..='\u{1D7FF}' | '\u{1FBF0}'..='\u{1FBF9}')
}

/// Digits as words, plain and as on cheques; 〇 is among the slips, since scanners read it for 0.
fn numeral(c: char) -> Option<char> {
    Some(match c {
        '零' => '0',
        '一' | '壹' | '幺' => '1',
        '二' | '贰' | '貳' | '两' => '2',
        '三' | '叁' | '參' => '3',
        '四' | '肆' => '4',
        '五' | '伍' => '5',
        '六' | '陆' | '陸' => '6',
        '七' | '柒' => '7',
        '八' | '捌' => '8',
        '九' | '玖' => '9',
        _ => return None,
    })
}

/// How a mark between digits compares with another: brackets are alike, and so are dashes.
pub(super) fn alike(c: char) -> char {
    match c {
        '(' | ')' | '[' | ']' | '{' | '}' | '（' | '）' | '［' | '］' | '〔' | '〕' | '【'
        | '】' | '《' | '》' | '「' | '」' | '『' | '』' | '〈' | '〉' | '‹' | '›' | '〖'
        | '〗' | '｛' | '｝' | '<' | '>' | '“' | '”' | '‘' | '’' => '(',
        '-' | '－' | '−' | '–' | '—' | '―' | '‐' | '‑' | '‒' | '─' | '﹣' | '~' | '～' | '_' => {
            '-'
        }
        '|' | '｜' | '丨' | BETWEEN_CELLS => '|',
        END_OF_PARAGRAPH => END_OF_BLOCK,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{Sign, sign};

    #[test]
    fn digits_in_every_dress() {
        for (typed, digit) in
            [('３', '3'), ('③', '3'), ('𝟑', '3'), ('𝟥', '3'), ('³', '3'), ('➌', '3'), ('⓪', '0')]
        {
            assert_eq!(sign(typed), Sign::Digit(digit), "{typed}");
        }
        for (typed, digit) in [('三', '3'), ('叁', '3'), ('零', '0'), ('玖', '9'), ('幺', '1')]
        {
            assert_eq!(sign(typed), Sign::Numeral(digit), "{typed}");
        }
    }

    #[test]
    fn what_stands_between_and_what_is_not_there() {
        for gap in " -–—−．，、：•+~。（)\u{2002}\u{202F}\u{A0}\u{3000}\"*#&;".chars()
        {
            assert_eq!(sign(gap), Sign::Gap, "{gap:?}");
        }
        for unseen in
            "\u{200B}\u{200C}\u{200E}\u{202C}\u{202D}\u{2060}\u{FEFF}\u{AD}\u{34F}".chars()
        {
            assert_eq!(sign(unseen), Sign::Nothing, "{unseen:?}");
        }
        for letter in "a字Zéか".chars() {
            assert_eq!(sign(letter), Sign::Letter, "{letter}");
        }
    }
}
