//! The second net: every finished file is read once more before it is handed on.
//!
//! The first net (C301, in `load`) reads what people wrote. This one knows nothing of where a file
//! comes from and reads what would be published: a number that was split by emphasis or by a link,
//! put together by a template, hidden in a picture's description or a file's name stops here.
//! Neither can be switched off. What is packed inside an attachment (a PDF, a Word file) is not
//! unpacked; the brochures' own text is read by the print room before it is packed.

use std::sync::{Mutex, PoisonError};

use crate::base::artifact::OutPath;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::fault::Fault;
use crate::base::files;
use crate::domain::identifier::find::{Markup, conceal, in_file};
use crate::pipeline::{Output, Sink};
use crate::say;

/// Attachments larger than this are not read again: no text is so long.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Hands on what is clean, keeps back what is not.
pub(super) struct Gate<'g> {
    sink: &'g Sink<'g>,
    found: Mutex<Vec<Diagnostic>>,
}

impl<'g> Gate<'g> {
    pub(super) fn before(sink: &'g Sink<'g>) -> Self {
        Self { sink, found: Mutex::default() }
    }

    /// Takes a finished file, from any thread.
    pub(super) fn take(&self, output: Output) -> Result<(), Fault> {
        match exposed(&output) {
            Some(finding) => {
                // A panic while the list was held leaves it whole: it is only ever added to.
                self.found.lock().unwrap_or_else(PoisonError::into_inner).push(finding);
                Ok(())
            }
            None => (self.sink.take)(output),
        }
    }

    /// What was kept back, in the order of the files' names.
    pub(super) fn found(self) -> Vec<Diagnostic> {
        let mut found = self.found.into_inner().unwrap_or_else(PoisonError::into_inner);
        found.sort_by(|a, b| a.message.zh.cmp(&b.message.zh));
        found
    }
}

fn exposed(output: &Output) -> Option<Diagnostic> {
    match output {
        // A PDF is packed: its text was looked at when it was laid out, and its own numbers (where
        // each object stands) are no citizen's.
        Output::Made(artifact) if artifact.path.as_str().ends_with(".pdf") => {
            leak(&artifact.path, &[])
        }
        Output::Made(artifact) => leak(&artifact.path, &artifact.bytes),
        Output::File(asset) => {
            let read = files::read_within(&asset.file, LARGEST).ok();
            leak(&asset.path, &read.and_then(|(_, bytes)| bytes).unwrap_or_default())
        }
    }
}

/// A finding where a file of this name and these bytes would show a citizen's ID number.
pub(super) fn leak(path: &OutPath, bytes: &[u8]) -> Option<Diagnostic> {
    let path = path.as_str();
    let html = path.ends_with(".html");
    let number = in_file(bytes, if html { Markup::Html } else { Markup::Text });
    let number = number.or_else(|| in_file(path.as_bytes(), Markup::Text))?;
    Some(finding(path, &number))
}

fn finding(path: &str, number: &str) -> Diagnostic {
    let path = conceal(path);
    Diagnostic::general(
        Code::CitizenIdInText,
        say!(
            zh: "生成的文件 `{path}` 里有居民身份证号码 {number}",
            en: "the finished file `{path}` shows a citizen's ID number, {number}",
        ),
    )
    .hint(say!(
        zh: "号码可能被加粗、链接隔开，或在附件、图片说明、文件名、模板里；找到后删去",
        en: "it may be split by bold type or a link, or stand in an attachment, a picture's description, a file name or a template: find it and delete it",
    ))
}

#[cfg(test)]
mod tests {
    use super::leak;
    use crate::base::artifact::OutPath;
    use crate::base::diagnostic::Diagnostic;

    fn look(path: &str, text: &str) -> Option<Diagnostic> {
        leak(&OutPath::new(path.to_owned()).unwrap(), text.as_bytes())
    }

    #[test]
    fn numbers_in_text_and_in_names() {
        let number = "349907198511030129";
        assert!(look("a.html", &format!("<b>349907</b>{}", &number[6..])).is_some());
        assert!(look("a.json", &format!("{{\"t\":\"{number}\"}}")).is_some());
        let named = look(&format!("{number}.html"), "好").unwrap();
        assert!(!named.message.zh.contains(number), "a finding does not repeat it");
        assert!(look("a.html", &format!("{}<br>\n{}", &number[..9], &number[9..])).is_some());
        assert!(look("a.txt", &format!("{}\\\n{}", &number[..9], &number[9..])).is_some());
        assert!(look("a.html", "<td>349907198</td><td>511030129</td>").is_none());
    }
}
