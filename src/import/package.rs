//! Office files: a zip archive of XML parts, opened with limits.
//!
//! What is inside was made by strangers: an archive may unpack to terabytes, and XML may define
//! entities that unfold without end. Parts are read up to a limit, and a document type is refused.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::base::archive;
use crate::base::text::Text;
use crate::say;

/// Bytes one part may unpack to.
const LARGEST: u64 = 32 * 1024 * 1024;
/// Levels that elements may be nested.
const DEEPEST: usize = 256;
/// Steps through one part: a book of a thousand pages takes fewer.
const MOST: usize = 4_000_000;
/// Attributes of one element: office programs write a dozen.
const MOST_ATTRIBUTES: usize = 256;

/// An opened archive.
pub(super) struct Package<'b> {
    archive: zip::ZipArchive<Cursor<&'b [u8]>>,
}

/// One step through a part.
pub(super) enum Step {
    /// `<w:p a="b">`: the name without its prefix, and the attributes likewise.
    Open(String, Vec<(String, String)>),
    /// `</w:p>`.
    Close(String),
    /// Text, entities resolved.
    Words(String),
}

impl<'b> Package<'b> {
    /// Opens an archive.
    ///
    /// # Errors
    /// A sentence, when it is none.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Text> {
        // What Word and WPS wrote before 2007, and what they wrap a file with a password in.
        if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            if locked(bytes) {
                return Err(say!(
                    zh: "文件设了密码，读不了。请在 Word、Excel 或 WPS 里打开，去掉密码，另存一份再导入",
                    en: "the file has a password and cannot be read: open it in Word, Excel or WPS, take the password away and save it again",
                ));
            }
            return Err(say!(
                zh: "这是旧格式（doc、xls、wps）。请在 Word 或 WPS 里另存为 docx 或 xlsx",
                en: "this is an old format (doc, xls, wps): save it as docx or xlsx in Word or WPS",
            ));
        }
        let archive = archive::open(bytes).map_err(|_| {
            say!(
                zh: "文件打不开，不是 docx 或 xlsx，或者已损坏",
                en: "the file cannot be opened: it is no docx or xlsx, or it is damaged",
            )
        })?;
        Ok(Self { archive })
    }

    /// Whether there is such a part.
    pub(super) fn has(&self, part: &str) -> bool {
        self.archive.index_for_name(part).is_some()
    }

    /// Names of all parts.
    pub(super) fn parts(&self) -> Vec<String> {
        self.archive.file_names().map(str::to_owned).collect()
    }

    /// The steps of a part; empty where there is none.
    ///
    /// # Errors
    /// A sentence, when it is too long or no proper XML.
    pub(super) fn steps(&mut self, part: &str) -> Result<Vec<Step>, Text> {
        let wrong = || {
            say!(
                zh: "文件里的 {part} 读不了，可能已损坏",
                en: "{part} in the file cannot be read: it may be damaged",
            )
        };
        let Ok(file) = self.archive.by_name(part) else { return Ok(Vec::new()) };
        let mut bytes = Vec::new();
        file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|_| wrong())?;
        if bytes.len() as u64 > LARGEST {
            return Err(wrong());
        }
        let text = String::from_utf8(bytes).map_err(|_| wrong())?;
        steps(text.strip_prefix('\u{FEFF}').unwrap_or(&text)).ok_or_else(wrong)
    }
}

/// Whether an old container holds a new file behind a password: a stream of that name tells it.
fn locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    memchr::memmem::find(bytes, &name).is_some()
}

fn steps(text: &str) -> Option<Vec<Step>> {
    let mut reader = Reader::from_str(text);
    let mut out = Vec::new();
    let mut depth = 0usize;
    loop {
        if out.len() > MOST {
            return None;
        }
        match reader.read_event().ok()? {
            Event::Start(tag) => {
                depth += 1;
                if depth > DEEPEST {
                    return None;
                }
                out.push(open(&tag)?);
            }
            Event::Empty(tag) => {
                let opened = open(&tag)?;
                let name = bare(tag.name().as_ref());
                out.extend([opened, Step::Close(name)]);
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                out.push(Step::Close(bare(tag.name().as_ref())));
            }
            Event::Text(words) => out.push(Step::Words(words.to_string())),
            Event::CData(words) => out.push(Step::Words(words.to_string())),
            Event::GeneralRef(name) => out.push(Step::Words(entity(&name)?)),
            Event::DocType(_) => return None,
            Event::Eof => return Some(out),
            _ => {}
        }
    }
}

fn bare(name: &str) -> String {
    name.rsplit(':').next().unwrap_or(name).to_owned()
}

fn open(tag: &BytesStart<'_>) -> Option<Step> {
    let mut attributes = Vec::new();
    // Whether two have one name is not asked: each would be compared with all before it.
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.ok()?;
        if attributes.len() == MOST_ATTRIBUTES {
            return None;
        }
        attributes.push((bare(attribute.key.as_ref()), unescape(&attribute.value)));
    }
    Some(Step::Open(bare(tag.name().as_ref()), attributes))
}

/// Entities inside attributes; what is no known one stays as it is.
fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

/// The five entities of XML and characters by number.
fn entity(name: &str) -> Option<String> {
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some(c.to_string())
}

/// An attribute of an opened element.
pub(super) fn attribute<'s>(attributes: &'s [(String, String)], name: &str) -> Option<&'s str> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

#[cfg(test)]
mod tests {
    use super::{MOST, steps};

    #[test]
    fn parts_made_to_take_for_ever_are_refused() {
        assert_eq!(steps("<w:p a=\"1\" b=\"2\">甲<w:br/></w:p>").map(|steps| steps.len()), Some(5));
        let many: String = (0..200_000).map(|number| format!(" a{number}=\"\"")).collect();
        assert!(steps(&format!("<a{many}/>")).is_none());
        assert!(steps(&format!("<a>{}</a>", "<b/>".repeat(MOST / 2))).is_none());
        assert!(steps(&"<a>".repeat(1000)).is_none());
    }
}
