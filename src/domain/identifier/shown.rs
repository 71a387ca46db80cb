//! A text as it is shown: tags gone, entities and escapes read, and where each character stands in
//! the bytes.
//!
//! A number may be cut up by `<u>`, written as `&#51;`, `%33` or `\u0033`: nobody who reads the page
//! or follows the link sees that. Every tag is nothing unless it clearly begins another paragraph or
//! cell: a list of inline tags would miss the next one somebody uses.

use memchr::{memchr, memmem};

use super::signs::{BETWEEN_CELLS, END_OF_BLOCK, END_OF_PARAGRAPH, END_OF_ROW, NO_TEXT};

/// A stretch of bytes as shown.
pub(super) struct Shown {
    pub(super) text: String,
    /// Where in the bytes each byte of `text` comes from, and the end.
    from: Vec<usize>,
}

impl Shown {
    /// Adds what is shown at a place. Paragraphs that fill a cell are seen as the cell: in the forms of
    /// office programs, which have a box for each digit, every box holds a paragraph.
    fn add(&mut self, c: char, at: usize) {
        let filled = c == END_OF_PARAGRAPH
            && self.text.ends_with([BETWEEN_CELLS, END_OF_PARAGRAPH, END_OF_BLOCK, END_OF_ROW]);
        if filled {
            return;
        }
        if c == BETWEEN_CELLS && self.text.ends_with(END_OF_PARAGRAPH) {
            self.text.pop();
            self.from.truncate(self.text.len());
        }
        self.text.push(c);
        self.from.resize(self.text.len(), at);
    }

    /// The bytes a place in the text comes from.
    pub(super) fn origin(&self, place: &std::ops::Range<usize>) -> std::ops::Range<usize> {
        // The first byte behind the place belongs to the next character: what codes the last one ends
        // there at the latest.
        self.from[place.start]..self.from[place.end]
    }
}

/// Reads `bytes`, with their tags or without.
pub(super) fn read(bytes: &[u8], tags: bool) -> Shown {
    let mut shown = Shown { text: String::with_capacity(bytes.len()), from: Vec::new() };
    let mut at = 0;
    while at < bytes.len() {
        let (width, c) = next(bytes, at, tags);
        if let Some(c) = c {
            shown.add(c, at);
        }
        at += width;
    }
    shown.from.push(bytes.len());
    shown
}

/// What is struck out in a part of an office file, by a tracked change, and on a page: how it begins
/// and ends.
const STRUCK_IN_OFFICE_FILES: [(&str, &str); 1] = [("<w:delText", "</w:delText>")];
const STRUCK_ON_PAGES: [(&str, &str); 3] =
    [("<del>", "</del>"), ("<s>", "</s>"), ("<strike>", "</strike>")];

/// A page or a part of an office file without what is struck out: whoever reads over it, or accepts
/// the change, reads the number that is left. `None` where nothing was struck out.
pub(super) fn accepted(bytes: &[u8]) -> Option<Vec<u8>> {
    let head = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let struck: &[_] = match head.starts_with(b"<?xml") {
        true => &STRUCK_IN_OFFICE_FILES,
        false => &STRUCK_ON_PAGES,
    };
    struck.iter().fold(None, |left, (from, to)| {
        without(left.as_deref().unwrap_or(bytes), from, to).or(left)
    })
}

/// Bytes without all that begins and ends so; `None` where nothing does.
fn without(bytes: &[u8], begins: &str, ends: &str) -> Option<Vec<u8>> {
    let mut from = memmem::find(bytes, begins.as_bytes())?;
    let (mut left, mut done) = (Vec::with_capacity(bytes.len()), 0);
    loop {
        left.extend_from_slice(&bytes[done..from]);
        let end = memmem::find(&bytes[from..], ends.as_bytes());
        done = end.map_or(bytes.len(), |end| from + end);
        let Some(next) = memmem::find(&bytes[done..], begins.as_bytes()) else { break };
        from = done + next;
    }
    left.extend_from_slice(&bytes[done..]);
    Some(left)
}

/// How many bytes stand for the next thing shown, and what that is; `None` for what nobody sees.
pub(super) fn next(bytes: &[u8], at: usize, tags: bool) -> (usize, Option<char>) {
    let rest = &bytes[at..];
    match rest[0] {
        b'<' if tags => tag(rest),
        // The end of such text (`tag`).
        b']' if tags && rest.starts_with(b"]]>") => (3, None),
        b'&' => entity(rest).unwrap_or((1, Some('&'))),
        b'%' => percent(rest).unwrap_or((1, Some('%'))),
        b'\\' => escape(rest).unwrap_or((1, Some('\\'))),
        byte if byte.is_ascii() => (1, Some(char::from(byte))),
        _ => {
            let (width, c) = character(rest);
            (width, Some(c))
        }
    }
}

/// The character some bytes begin with; what is no UTF-8 is a character that ends a number.
#[inline]
pub(super) fn character(bytes: &[u8]) -> (usize, char) {
    if bytes[0].is_ascii() {
        return (1, char::from(bytes[0]));
    }
    long_character(bytes)
}

fn long_character(bytes: &[u8]) -> (usize, char) {
    let width = match bytes[0] {
        0..0xC0 => 1,
        0xC0..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    };
    let Some(read) = bytes.get(..width) else { return (1, NO_TEXT) };
    let later = |at: usize| u32::from(read[at] & 0x3F);
    let (code, least) = match *read {
        [a, _] => (u32::from(a & 0x1F) << 6 | later(1), 0x80),
        [a, _, _] => (u32::from(a & 0x0F) << 12 | later(1) << 6 | later(2), 0x800),
        [a, _, _, _] => {
            let high = u32::from(a & 0x07) << 18 | later(1) << 12;
            (high | later(2) << 6 | later(3), 0x1_0000)
        }
        _ => return (1, NO_TEXT),
    };
    let whole = read[1..].iter().all(|byte| byte & 0xC0 == 0x80);
    let c = char::from_u32(code).filter(|_| whole && code >= least && bytes[0] < 0xF8);
    c.map_or((1, NO_TEXT), |c| (width, c))
}

/// What a tag shows by its name: tags of HTML and of the XML of office files that begin or end
/// something of its own, cells, and what ends a line and not what is said (`<w:br>` too).
fn boundary(name: &[u8]) -> Option<char> {
    match name {
        b"address" | b"article" | b"aside" | b"blockquote" | b"body" | b"button" | b"caption"
        | b"dd" | b"details" | b"dialog" | b"div" | b"dl" | b"dt" | b"fieldset" | b"figcaption"
        | b"figure" | b"footer" | b"form" | b"h" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5"
        | b"h6" | b"head" | b"header" | b"hr" | b"html" | b"item" | b"legend" | b"li" | b"main"
        | b"nav" | b"ol" | b"option" | b"p" | b"path" | b"pre" | b"script" | b"section"
        | b"select" | b"si" | b"style" | b"summary" | b"svg" | b"table" | b"tbody" | b"text"
        | b"textarea" | b"tfoot" | b"thead" | b"title" | b"ul" | b"url" => Some(END_OF_BLOCK),
        b"tr" | b"row" | b"table-row" => Some(END_OF_ROW),
        b"td" | b"th" | b"tc" | b"c" | b"table-cell" => Some(BETWEEN_CELLS),
        b"br" | b"line-break" | b"tab" | b"cr" => Some('\n'),
        _ => None,
    }
}

fn tag(rest: &[u8]) -> (usize, Option<char>) {
    if rest.starts_with(b"<!--") {
        let end = memmem::find(&rest[4..], b"-->").map_or(rest.len(), |end| end + 7);
        return (end, None);
    }
    // Text of XML that is no markup there; what reads a feed reads the tags in it all the same.
    if rest.starts_with(b"<![CDATA[") {
        return (9, None);
    }
    let begins =
        rest.get(1).is_some_and(|byte| byte.is_ascii_alphabetic() || b"/!?".contains(byte));
    if !begins {
        return (1, Some('<'));
    }
    let width = memchr(b'>', rest).map_or(rest.len(), |close| close + 1);
    let name = rest[1..width].strip_prefix(b"/").unwrap_or(&rest[1..width]);
    // No name that matters is longer.
    let mut small = [0; 24];
    let (mut from, mut end) = (0, 0);
    for (byte, place) in name.iter().zip(&mut small) {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => {}
            b':' => from = end + 1,
            _ => break,
        }
        *place = byte.to_ascii_lowercase();
        end += 1;
    }
    // `w:p`, `text:p`: paragraphs of office files.
    let paragraph = from > 0 && small[from..end] == *b"p";
    (width, if paragraph { Some(END_OF_PARAGRAPH) } else { boundary(&small[from..end]) })
}

/// `&#51;`, `&#x33;`, and the names of what may stand inside a number.
fn entity(rest: &[u8]) -> Option<(usize, Option<char>)> {
    let end = rest.iter().take(24).position(|byte| *byte == b';');
    let Some(number) = rest.strip_prefix(b"&#") else {
        let name = std::str::from_utf8(&rest[1..end?]).ok()?;
        return Some((end? + 1, named(name)?));
    };
    let (digits, radix, lead) = match number {
        [b'x' | b'X', digits @ ..] => (digits, 16, 3),
        digits => (digits, 10, 2),
    };
    // Browsers do without the semicolon.
    let count = digits.iter().take(8).take_while(|byte| char::from(**byte).is_digit(radix)).count();
    let code = u32::from_str_radix(std::str::from_utf8(&digits[..count]).ok()?, radix).ok()?;
    let closed = usize::from(digits.get(count) == Some(&b';'));
    Some((lead + count + closed, char::from_u32(code)))
}

fn named(name: &str) -> Option<Option<char>> {
    Some(match name {
        "zwnj" | "zwj" | "shy" | "lrm" | "rlm" | "NoBreak" | "ZeroWidthSpace" => None,
        "nbsp" | "ensp" | "emsp" | "thinsp" | "emsp13" | "emsp14" | "numsp" | "puncsp"
        | "hairsp" | "Tab" | "NewLine" => Some(' '),
        "hyphen" | "dash" | "ndash" | "mdash" | "horbar" | "minus" => Some('-'),
        "middot" | "centerdot" | "bull" | "period" | "sdot" => Some('.'),
        "comma" => Some(','),
        "colon" => Some(':'),
        "semi" => Some(';'),
        "sol" => Some('/'),
        "bsol" => Some('\\'),
        "lowbar" => Some('_'),
        "plus" => Some('+'),
        "ast" => Some('*'),
        "lpar" | "rpar" | "lsqb" | "rsqb" => Some('('),
        "quot" | "apos" => Some('"'),
        "verbar" | "vert" => Some('|'),
        "times" => Some('×'),
        "excl" => Some('!'),
        "num" => Some('#'),
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        _ => return None,
    })
}

/// `%33`, and characters of several bytes written so.
fn percent(rest: &[u8]) -> Option<(usize, Option<char>)> {
    let byte = |at: usize| {
        let pair = rest.get(at * 3..at * 3 + 3)?.strip_prefix(b"%")?;
        u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()
    };
    let mut bytes = Vec::with_capacity(4);
    while bytes.len() < 4 {
        let Some(byte) = byte(bytes.len()) else { break };
        bytes.push(byte);
        if let Some(c) = std::str::from_utf8(&bytes).ok().and_then(|text| text.chars().next()) {
            return Some((bytes.len() * 3, Some(c)));
        }
    }
    None
}

/// `\u0033`, `\u{33}`, `\x33`, `\n` as programs write them.
fn escape(rest: &[u8]) -> Option<(usize, Option<char>)> {
    let (digits, closed) = match rest.get(1..)? {
        [b'u', b'{', tail @ ..] => {
            let digits = &tail[..tail.iter().take(7).position(|byte| *byte == b'}')?];
            (digits, digits.len() + 4)
        }
        [b'u', tail @ ..] => (tail.get(..4)?, 6),
        [b'x', tail @ ..] => (tail.get(..2)?, 4),
        [b'n' | b'r' | b't', ..] => return Some((2, Some('\n'))),
        _ => return None,
    };
    let code = u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    Some((closed, char::from_u32(code)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{BETWEEN_CELLS, END_OF_BLOCK, NO_TEXT, character, read};

    fn shown(html: &str) -> String {
        read(html.as_bytes(), true).text.replace(END_OF_BLOCK, "¶").replace(BETWEEN_CELLS, "│")
    }

    #[test]
    fn tags_entities_and_escapes() {
        for (written, text) in [
            ("1<u>2</u><font color=red>3</font><kbd>4</kbd><!-- > -->5", "12345"),
            ("<p>1</p><td>2</td><br/>3<w:tc>4</w:tc>", "¶1¶│2│\n3│4│"),
            ("&#51;&#x34;&#57 &zwnj;&ensp;&eacute;&", "349  &eacute;&"),
            ("%33%34 %EF%BC%99 100% %zz", "34 ９ 100% %zz"),
            ("\\u0033\\x34\\u{39} \\d", "349 \\d"),
            ("1 < 2 > 3", "1 < 2 > 3"),
            ("<a><![CDATA[1<b>2</b> > 3]]>4</a>]] >", "12 > 34]] >"),
        ] {
            assert_eq!(shown(written), text, "{written}");
        }
    }

    proptest! {
        #[test]
        fn characters_are_those_of_utf8(bytes in prop::collection::vec(any::<u8>(), 1..5), c: char) {
            let text = c.to_string();
            prop_assert_eq!(character(text.as_bytes()), (text.len(), c));
            let read = character(&bytes);
            let whole = std::str::from_utf8(&bytes[..read.0]);
            let first = whole.ok().and_then(|text| text.chars().next());
            prop_assert_eq!(read.1, first.unwrap_or(NO_TEXT));
        }

        #[test]
        fn every_place_is_known(text in "\\PC{0,20}|(<|&#5|1;|%3|3|\\\\u003|\u{3000}|-->|<!--|<!\\[CDATA\\[|\\]\\]>){0,12}") {
            for tags in [false, true] {
                let shown = read(text.as_bytes(), tags);
                for (at, c) in shown.text.char_indices() {
                    let origin = shown.origin(&(at..at + c.len_utf8()));
                    prop_assert!(origin.start < origin.end && origin.end <= text.len());
                }
            }
        }
    }
}
