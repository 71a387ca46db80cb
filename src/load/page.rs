//! One Markdown file becomes one page.

use std::sync::{Arc, LazyLock};

use memchr::memmem::Finder;

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::files::{self, Found, State};
use crate::base::fingerprint::Fingerprint;
use crate::base::record::Fields;
use crate::base::span::{SourceId, Span};
use crate::base::text::Text;
use crate::domain::kind::{Kind, KindName};
use crate::domain::page::{Head, Page};
use crate::load::text;
use crate::say;
use crate::syntax::{self, Document};

/// A page, if it could be read, and everything found on the way.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) page: Option<Arc<Page>>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The file when it was read.
    pub(super) state: Option<State>,
    /// That of its bytes.
    pub(super) fingerprint: Option<Fingerprint>,
}

/// What `new` writes where the editor has to fill something in.
const LEFTOVER: &str = "〔待填";

static FINDER: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new(LEFTOVER));

/// Reads one file.
pub(super) fn read(file: &Found, path: &str, id: SourceId) -> Read {
    let mut found = Vec::new();
    let (state, bytes) = read_bytes(file, id, &mut found);
    let fingerprint = bytes.as_deref().map(Fingerprint::of);
    let page = bytes.and_then(|bytes| {
        let text = text::decode(id, bytes).drain_into(&mut found);
        // A text that could not be decoded, or holds control characters, is not judged further.
        if found
            .iter()
            .any(|finding| finding.code.severity() == crate::base::diagnostic::Severity::Error)
        {
            return None;
        }
        found.extend(super::citizen_ids(id, &text));
        found.extend(leftovers(id, &text));
        let document = syntax::document(id, &text).drain_into(&mut found)?;
        understand(path, id, document, &mut found)
    });
    Read { page: page.map(Arc::new), diagnostics: found, state, fingerprint }
}

fn read_bytes(
    file: &Found,
    id: SourceId,
    found: &mut Vec<Diagnostic>,
) -> (Option<State>, Option<Vec<u8>>) {
    let at = Span::file(id);
    match files::read_within(&file.path, text::LARGEST) {
        Ok((state, Some(bytes))) => (Some(state), Some(bytes)),
        Ok((state, None)) => {
            let size = state.size / (1024 * 1024);
            let message = say!(zh: "文件有 {size} MB，没有读取", en: "the file has {size} MB and was not read");
            found.push(Diagnostic::new(Code::TooLarge, at, message).hint(say!(
                zh: "拆成几页；如果是误放的文件，请移出 content/",
                en: "split it into several pages, or move a misplaced file out of content/",
            )));
            (Some(state), None)
        }
        Err(cause) => {
            let message =
                say!(zh: "读不了这个文件：{cause}", en: "the file cannot be read: {cause}");
            found.push(Diagnostic::new(Code::UnreadableEntry, at, message).hint(say!(
                zh: "检查文件的读取权限",
                en: "check that you may read the file",
            )));
            (None, None)
        }
    }
}

/// Sample text of a new page that nobody replaced: one finding a file, at the first place.
fn leftovers(id: SourceId, text: &str) -> Option<Diagnostic> {
    let at = FINDER.find(text.as_bytes())?;
    let count = text.matches(LEFTOVER).count();
    let message = say!(
        zh: "还有 {count} 处示例文字没有换成真实内容",
        en: "{count} pieces of sample text have not been replaced",
    );
    let end =
        text[at..].find('〕').map_or(at + LEFTOVER.len(), |length| at + length + '〕'.len_utf8());
    Some(
        Diagnostic::new(Code::TemplateLeftover, Span::new(id, at..end), message)
            .hint(say!(zh: "填好后删去〔待填…〕", en: "fill it in and delete the brackets")),
    )
}

fn understand(
    path: &str,
    id: SourceId,
    document: Document,
    found: &mut Vec<Diagnostic>,
) -> Option<Page> {
    let Document { record, at, faulty, body } = document;
    let section = path.split_once('/').map_or("", |(section, _)| section);
    let index = path == "_index.md" || path.ends_with("/_index.md");
    let name = if index { KindName::Page } else { KindName::of_section(section) };
    let title = name.title();
    let what = Text {
        zh: format!("{}页面", title.zh.trim_end_matches("页面")),
        en: format!("{} page", title.en.trim_end_matches(" page")),
    };
    let known = found.len();
    let mut fields = Fields::new(&record, at, what, found);
    let head = Head::read(&mut fields);
    if Kind::needs_date(name) && !fields.has("date") {
        fields.missing("date", "2026-03-02");
    }
    let kind = Kind::read(name, &mut fields);
    fields.finish();
    if faulty {
        // A key is most likely missing because its line could not be read.
        let late = found.split_off(known);
        found.extend(late.into_iter().filter(|finding| finding.code != Code::MissingKey));
    }
    Some(Page { source: id, path: path.into(), head: head?, kind: kind?, body, record })
}
