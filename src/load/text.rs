//! Bytes become text: UTF-8, or GB18030 as older office programs still write it.
//!
//! A wrong guess would publish garbage, so UTF-16, which Notepad calls "Unicode", is recognised and
//! named, but not read.

use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::encoding::{self, Decoded, Encoding};
use crate::base::span::{SourceId, Span};
use crate::base::text::Text;
use crate::say;

pub(super) use crate::base::encoding::LARGEST;

/// The text of `bytes`; empty where it cannot be read, with a finding.
pub(super) fn decode(id: SourceId, bytes: Vec<u8>) -> Reported<String> {
    let start = Span::file(id);
    let Some(Decoded { text, encoding }) = encoding::decode(bytes) else {
        let message = say!(
            zh: "文件既不是 UTF-8 也不是 GB18030，读不了",
            en: "the file is neither UTF-8 nor GB18030 and cannot be read",
        );
        return refuse(start, message);
    };
    if encoding == Encoding::Utf16 {
        let message =
            say!(zh: "文件是 UTF-16 编码，读不了", en: "the file is UTF-16 and cannot be read");
        return refuse(start, message);
    }
    let mut found = control_characters(id, &text);
    if encoding == Encoding::Gb18030 && found.is_empty() {
        let message = say!(zh: "文件是 GB18030（GBK）编码，已照此读取", en: "the file is GB18030 (GBK) and was read as such");
        found.push(Diagnostic::new(Code::OtherEncoding, start, message).hint(utf8_hint()));
    }
    Reported::new(text, found)
}

fn refuse(at: Span, message: Text) -> Reported<String> {
    let finding = Diagnostic::new(Code::NotText, at, message).hint(utf8_hint());
    Reported::new(String::new(), vec![finding])
}

fn utf8_hint() -> Text {
    say!(
        zh: "用记事本打开，另存为时编码选“UTF-8”",
        en: "open it in Notepad and save it again with the encoding UTF-8",
    )
}

/// One finding at the first control character, with their number.
fn control_characters(id: SourceId, text: &str) -> Vec<Diagnostic> {
    let wrong = |byte: &u8| {
        let space = (*byte == b'\t') | (*byte == b'\n') | (*byte == b'\r');
        ((*byte < 0x20) & !space) | (*byte == 0x7F)
    };
    // Blocks are judged as a whole, so that the machine looks at many bytes at once.
    let mut blocks = text.as_bytes().chunks(256);
    if !blocks.any(|block| block.iter().fold(false, |any, byte| any | wrong(byte))) {
        return Vec::new();
    }
    let Some(at) = text.as_bytes().iter().position(wrong) else { return Vec::new() };
    let count = text.as_bytes().iter().filter(|byte| wrong(byte)).count();
    let code = format!("U+{:04X}", text.as_bytes()[at]);
    let message = say!(
        zh: "有控制字符 {code}（全文共 {count} 个）",
        en: "a control character {code} ({count} in the file)",
    );
    vec![
        Diagnostic::new(Code::ControlCharacter, Span::new(id, at..at + 1), message)
            .hint(say!(zh: "删去这个看不见的字符", en: "delete the invisible character")),
    ]
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::base::code::Code;
    use crate::base::span::SourceId;

    fn read(bytes: &[u8]) -> (String, Vec<Code>) {
        let read = decode(SourceId(0), bytes.to_vec());
        (read.value, read.diagnostics.into_iter().map(|finding| finding.code).collect())
    }

    #[test]
    fn encodings() {
        assert_eq!(read("标题".as_bytes()), ("标题".into(), vec![]));
        assert_eq!(read(b"\xEF\xBB\xBFa"), ("a".into(), vec![]));
        let (gbk, _, _) = encoding_rs::GB18030.encode("电话：12348");
        assert_eq!(read(&gbk), ("电话：12348".into(), vec![Code::OtherEncoding]));
        assert_eq!(read(b"\xFF\xFEa\0b\0").1, [Code::NotText]);
        assert_eq!(read(b"t\0i\0t\0l\0e\0 \0=\0").1, [Code::NotText], "no mark");
        assert_eq!(read(b"\x81\x20\xff\xff").1, [Code::NotText]);
        assert_eq!(read(b"a\0b").1, [Code::ControlCharacter]);
        assert_eq!(read(b"a\tb\r\n").1, []);
    }
}
