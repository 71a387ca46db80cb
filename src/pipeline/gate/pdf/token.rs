//! The bytes of a PDF, read token by token (ISO 32000-1, 7.2).
//!
//! Whoever wrote the file, reading it takes one way through its bytes: nothing is tried twice, only so
//! much may stand within something else, and a few bytes may not become many values. What is damaged
//! is passed over, because the rest of it is as public as before.

use super::object::{Dictionary, Object};

/// Objects within objects: writers stay below ten.
const DEEPEST: usize = 256;

/// What reading stops at, in a file or in one stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooMuch;

/// The next thing in some bytes.
#[derive(Debug, PartialEq)]
pub(super) enum Item<'t> {
    Object(Object),
    /// A word: an operator of a page, `obj`, `stream`, `beginbfchar`.
    Word(&'t [u8]),
}

/// Reads item by item.
pub(super) struct Tokens<'t> {
    bytes: &'t [u8],
    pub(super) at: usize,
    /// Values that may still be read.
    pub(super) room: usize,
}

impl<'t> Tokens<'t> {
    pub(super) fn new(bytes: &'t [u8], at: usize, room: usize) -> Self {
        Self { bytes, at, room }
    }

    /// The next item; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Item<'t>>, TooMuch> {
        loop {
            match self.step(0)? {
                Step::Item(item) => return Ok(Some(item)),
                Step::Close(_) => {}
                Step::End => return Ok(None),
            }
        }
    }

    pub(super) fn skip_space(&mut self) {
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b'%' => {
                    let rest = &self.bytes[self.at..];
                    self.at += memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
                }
                byte if is_space(*byte) => self.at += 1,
                _ => return,
            }
        }
    }

    fn step(&mut self, depth: usize) -> Result<Step<'t>, TooMuch> {
        self.skip_space();
        let Some(byte) = self.bytes.get(self.at) else { return Ok(Step::End) };
        self.room = self.room.checked_sub(1).ok_or(TooMuch)?;
        let twice = self.bytes.get(self.at + 1) == Some(byte);
        let object = match byte {
            b'(' => Object::String(self.literal()),
            b'/' => Object::Name(self.name()),
            b'<' if twice => {
                self.at += 2;
                Object::Dictionary(pairs(self.list(depth + 1, b'>')?))
            }
            b'<' => Object::String(self.hexadecimal()),
            b'[' => {
                self.at += 1;
                Object::Array(self.list(depth + 1, b']')?)
            }
            b'>' if twice => {
                self.at += 2;
                return Ok(Step::Close(b'>'));
            }
            b']' | b')' | b'>' | b'{' | b'}' => {
                self.at += 1;
                return Ok(Step::Close(*byte));
            }
            _ => {
                let word = self.word();
                match value(word) {
                    Some(object) => object,
                    None => return Ok(Step::Item(Item::Word(word))),
                }
            }
        };
        Ok(Step::Item(Item::Object(object)))
    }

    /// What stands before the closing sign, references put together.
    fn list(&mut self, depth: usize, close: u8) -> Result<Vec<Object>, TooMuch> {
        if depth > DEEPEST {
            return Err(TooMuch);
        }
        let mut all = Vec::new();
        loop {
            let before = self.at;
            match self.step(depth)? {
                Step::Item(Item::Object(object)) => all.push(object),
                Step::Item(Item::Word(b"R")) => {
                    if let [.., Object::Integer(number), Object::Integer(_)] = all[..] {
                        all.truncate(all.len() - 2);
                        let number = u32::try_from(number);
                        all.push(number.map_or(Object::Other, Object::Reference));
                    }
                }
                // The list was never closed.
                Step::Item(Item::Word(b"endobj" | b"stream" | b"endstream" | b"obj")) => {
                    self.at = before;
                    return Ok(all);
                }
                Step::Close(sign) if sign == close => return Ok(all),
                // A list that was not closed ends with the dictionary around it.
                Step::Close(b'>') => {
                    self.at = before;
                    return Ok(all);
                }
                Step::Item(Item::Word(_)) | Step::Close(_) => {}
                Step::End => return Ok(all),
            }
        }
    }

    fn word(&mut self) -> &'t [u8] {
        let rest = &self.bytes[self.at..];
        let end = rest.iter().position(|byte| is_space(*byte) || is_delimiter(*byte));
        let word = &rest[..end.unwrap_or(rest.len())];
        self.at += word.len();
        word
    }

    fn name(&mut self) -> Vec<u8> {
        self.at += 1;
        let word = self.word();
        let mut name = Vec::with_capacity(word.len());
        let mut at = 0;
        while let Some(byte) = word.get(at) {
            let coded = (*byte == b'#').then(|| pair(word.get(at + 1..at + 3)?)).flatten();
            name.push(coded.unwrap_or(*byte));
            at += if coded.is_some() { 3 } else { 1 };
        }
        name
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        let rest = &self.bytes[self.at + 1..];
        let end = memchr::memchr(b'>', rest).unwrap_or(rest.len());
        self.at = (self.at + end + 2).min(self.bytes.len());
        unfold(&rest[..end])
    }

    fn literal(&mut self) -> Vec<u8> {
        self.at += 1;
        let (mut string, mut open) = (Vec::new(), 1);
        while let Some(byte) = self.bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'\\' => self.escaped(&mut string),
                b'(' => {
                    open += 1;
                    string.push(b'(');
                }
                b')' => {
                    open -= 1;
                    if open == 0 {
                        return string;
                    }
                    string.push(b')');
                }
                byte => string.push(*byte),
            }
        }
        string
    }

    fn escaped(&mut self, string: &mut Vec<u8>) {
        let Some(byte) = self.bytes.get(self.at) else { return };
        self.at += 1;
        match byte {
            b'n' => string.push(b'\n'),
            b'r' => string.push(b'\r'),
            b't' => string.push(b'\t'),
            b'b' => string.push(8),
            b'f' => string.push(12),
            b'\r' => self.at += usize::from(self.bytes.get(self.at) == Some(&b'\n')),
            b'\n' => {}
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(byte @ b'0'..=b'7') = self.bytes.get(self.at) else { break };
                    code = code * 8 + u32::from(byte - b'0');
                    self.at += 1;
                }
                // More than a byte is cut down to one.
                string.push(code.to_le_bytes()[0]);
            }
            byte => string.push(*byte),
        }
    }
}

enum Step<'t> {
    Item(Item<'t>),
    /// A sign that closes something.
    Close(u8),
    End,
}

/// A number, or one of the words that are values.
fn value(word: &[u8]) -> Option<Object> {
    match word {
        b"null" => return Some(Object::Other),
        b"true" | b"false" => return Some(Object::Truth(word == b"true")),
        _ => {}
    }
    if !word.first().is_some_and(|byte| byte.is_ascii_digit() || b"+-.".contains(byte)) {
        return None;
    }
    let Ok(word) = std::str::from_utf8(word) else { return Some(Object::Other) };
    if let Ok(number) = word.parse() {
        return Some(Object::Integer(number));
    }
    // Neither powers of ten nor infinity are written here.
    let plain = word.bytes().all(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte));
    let number = word.parse().ok().filter(|_| plain);
    Some(number.map_or(Object::Other, Object::Real))
}

/// A dictionary of its keys and values as they follow one another.
fn pairs(list: Vec<Object>) -> Dictionary {
    let mut all = Vec::new();
    let mut list = list.into_iter();
    while let Some(key) = list.next() {
        let Object::Name(key) = key else { continue };
        if let Some(value) = list.next() {
            all.push((key, value));
        }
    }
    Dictionary::of(all)
}

/// The bytes of hexadecimal digits; a last one alone is followed by a nought.
pub(super) fn unfold(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = digits.iter().copied().filter(u8::is_ascii_hexdigit).collect();
    digits.chunks(2).filter_map(|two| pair(&[two[0], *two.get(1).unwrap_or(&b'0')])).collect()
}

fn pair(digits: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(digits).ok()?;
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(())?;
    u8::from_str_radix(digits, 16).ok()
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | 0 | 12)
}

fn is_delimiter(byte: u8) -> bool {
    b"()<>[]{}/%".contains(&byte)
}

/// An object as it is written.
#[cfg(test)]
pub(super) fn read(text: &str) -> Object {
    let item = Tokens::new(text.as_bytes(), 0, 100).next();
    let Ok(Some(Item::Object(object))) = item else { panic!("{text}: {item:?}") };
    object
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Item, Object, Tokens, TooMuch, read};

    #[test]
    fn every_kind_of_object() {
        let text = |bytes: &[u8]| Object::String(bytes.to_vec());
        assert_eq!(read("% note\n(a\\(b\\051 (c)\\\r\n\\n\\7)"), text(b"a(b) (c)\n\x07"));
        assert_eq!(read("<33 3>"), text(b"30"));
        assert_eq!(read("/A#20B"), Object::Name(b"A B".to_vec()));
        let dict = read("<</A [1 2 0 R true -3.5]/B<</C(x)>>/D null>>");
        let list =
            vec![Object::Integer(1), Object::Reference(2), Object::Truth(true), Object::Real(-3.5)];
        let dict = dict.dict().unwrap();
        assert_eq!(dict.get(b"A"), Some(&Object::Array(list)));
        assert_eq!(dict.values().count(), 3);
        assert_eq!(read("<</A 1/B 2/A 3>>"), read("<</B 2/A 3>>"));
    }

    #[test]
    fn what_is_not_closed_ends_with_what_is_around_it() {
        let open = read("<</A [1 2 /B (x)>>");
        assert!(
            matches!(open.dict().unwrap().get(b"A"), Some(Object::Array(list)) if list.len() == 4)
        );
        let mut tokens = Tokens::new(b"<</A 1 endobj", 0, 100);
        assert!(matches!(tokens.next(), Ok(Some(Item::Object(Object::Dictionary(_))))));
        assert_eq!(tokens.next(), Ok(Some(Item::Word(b"endobj"))));
    }

    #[test]
    fn too_deep_and_too_many() {
        for open in ["[", "<</A"] {
            let deep = open.repeat(100_000);
            assert_eq!(Tokens::new(deep.as_bytes(), 0, 1_000_000).next(), Err(TooMuch));
        }
        assert_eq!(Tokens::new(b"[1 2 3 4]", 0, 4).next(), Err(TooMuch));
        assert!(Tokens::new(b"[1 2 3 4]", 0, 10).next().is_ok());
        assert!(Tokens::new("(".repeat(100_000).as_bytes(), 0, 10).next().is_ok());
    }

    proptest! {
        #[test]
        fn any_bytes_are_fine(bytes in "(<<|>>|[\\[\\]()<>/\\\\ %R\n]|[0-9a-z]|\\PC){0,40}") {
            let mut tokens = Tokens::new(bytes.as_bytes(), 0, 1000);
            while let Ok(Some(_)) = tokens.next() {}
        }
    }
}
