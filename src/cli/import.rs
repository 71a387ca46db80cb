//! `import`: reads one file, writes new pages, never over what is there.

mod put;

use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use self::put::{path, put};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Reported, Severity};
use crate::base::fault::Fault;
use crate::base::files;
use crate::base::source::Sources;
use crate::base::span::{SourceId, Span};
use crate::base::text::Text;
use crate::cli::Outcome;
use crate::cli::options::{Importing, Options, What};
use crate::cli::terminal::Terminal;
use crate::import::notices::{self, show, write};
use crate::import::{Page, case, contacts, text};
use crate::say;

/// A file read, and what is shown of it in reports.
struct Taken {
    /// None where there are more than are read.
    bytes: Option<Vec<u8>>,
    sources: Sources,
    id: SourceId,
}

pub(super) fn import(
    importing: &Importing,
    options: &Options,
    terminal: &Terminal,
) -> Result<Outcome, Fault> {
    let most = match importing.what {
        What::Notices => text::LARGEST,
        What::Contacts | What::Case => text::LARGEST_PACKAGE,
    };
    let mut taken = take(&importing.file, most)?;
    let Some(bytes) = taken.bytes.take() else {
        let start = Span::file(taken.id);
        let found = [Diagnostic::new(Code::ImportUnreadable, start, text::too_large(most))];
        return Ok(done(&found, &taken.sources, terminal));
    };
    match importing.what {
        What::Notices => notices(importing, &bytes, &mut taken, options, terminal),
        What::Contacts => {
            let made = contacts::read(&bytes, taken.id, options.order.today);
            pages(importing, &taken, made, options, terminal)
        }
        What::Case => {
            let made = case::read(&bytes, taken.id, options.order.today);
            pages(importing, &taken, made.map(Vec::from_iter), options, terminal)
        }
    }
}

/// The file, or what is pasted into the program. Devices and pipes have no end of their own.
fn take(file: &str, most: u64) -> Result<Taken, Fault> {
    let doing = say!(zh: "读取要导入的文件", en: "reading the file to import");
    let mut sources = Sources::default();
    let (name, bytes) = if file == "-" {
        let mut bytes = Vec::new();
        // One byte more than is allowed shows that it is too long.
        let read = io::stdin().lock().take(most + 1).read_to_end(&mut bytes);
        read.map_err(|cause| Fault::new(doing, cause))?;
        ("<stdin>", (bytes.len() as u64 <= most).then_some(bytes))
    } else {
        let path = Path::new(file);
        let read = files::read_within(path, most);
        (file, read.map_err(|cause| Fault::at(doing, path, cause))?.1)
    };
    let id = sources.add(name, None);
    Ok(Taken { bytes, sources, id })
}

/// The text of a file, with a finding where its encoding had to be guessed.
fn decoded(bytes: &[u8], taken: &mut Taken, found: &mut Vec<Diagnostic>) -> Option<String> {
    let start = Span::file(taken.id);
    match text::decode(bytes) {
        Ok(decoded) => {
            if let Some(name) = decoded.odd() {
                let message = say!(zh: "文件是 {name} 编码，已照此读取", en: "the file is {name} and was read as such");
                found.push(Diagnostic::new(Code::ImportEncoding, start, message));
            }
            // Reports show lines of it: never a citizen's number.
            taken.sources.restore(taken.id, Arc::from(text::concealed(&decoded.text)));
            Some(decoded.text)
        }
        Err(wrong) => {
            found.push(Diagnostic::new(Code::ImportUnreadable, start, wrong));
            None
        }
    }
}

fn notices(
    importing: &Importing,
    bytes: &[u8],
    taken: &mut Taken,
    options: &Options,
    terminal: &Terminal,
) -> Result<Outcome, Fault> {
    let mut found = Vec::new();
    let Some(text) = decoded(bytes, taken, &mut found) else {
        return Ok(done(&found, &taken.sources, terminal));
    };
    let reading = notices::read(&text);
    found.extend(show::findings(&reading, taken.id));
    if importing.json {
        terminal.raw(format!("{:#}\n", show::json(&reading)).as_bytes());
    } else if !reading.records.is_empty() {
        let today = options.order.today;
        let paper = write::Paper { name: importing.source.clone(), page: importing.page.clone() };
        let page = write::page(&reading.records, &paper, today);
        let stem = importing.name.clone().unwrap_or_else(|| today.to_string());
        let page = Page { section: "notices", stem, base: None, text: page };
        put(&[page], options, terminal, &mut found)?;
    }
    let (records, unread) = (reading.records.len(), reading.unread.len());
    let outcome = done(&found, &taken.sources, terminal);
    terminal.say(&say!(
        zh: "读到 {records} 则遗失声明，{unread} 段没有收",
        en: "{records} notices read, {unread} passages not taken in",
    ));
    if !importing.json && records > 0 {
        terminal.say(&next(importing.what));
    }
    Ok(outcome)
}

/// Pages of a table or a write-up: written, or shown as JSON.
fn pages(
    importing: &Importing,
    taken: &Taken,
    made: Reported<Vec<Page>>,
    options: &Options,
    terminal: &Terminal,
) -> Result<Outcome, Fault> {
    let mut found = Vec::new();
    let mut pages = made.drain_into(&mut found);
    if let (Some(name), [only]) = (&importing.name, pages.as_mut_slice()) {
        only.stem.clone_from(name);
        only.base = None;
    }
    if importing.json {
        let records: Vec<_> = pages
            .iter()
            .map(|page| serde_json::json!({"path": path(page), "text": page.text}))
            .collect();
        let all = serde_json::json!({"records": records, "unread": []});
        terminal.raw(format!("{all:#}\n").as_bytes());
    } else {
        put(&pages, options, terminal, &mut found)?;
    }
    let outcome = done(&found, &taken.sources, terminal);
    if !importing.json && !pages.is_empty() {
        terminal.say(&next(importing.what));
    }
    Ok(outcome)
}

/// What to do with the pages an import wrote. A case is a draft, and drafts are checked only when asked
/// for: whoever runs the plain check would see that all is well.
fn next(what: What) -> Text {
    match what {
        What::Case => say!(
            zh: "这一页是草稿。先用 `lantian check --drafts` 检查，核对、改好，再删去 draft = true 那一行",
            en: "the page is a draft: check it with `lantian check --drafts`, mend it, then delete the line draft = true",
        ),
        What::Notices | What::Contacts => say!(
            zh: "再用 `lantian check` 检查，打开新页面核对一遍",
            en: "now check with `lantian check` and read the new pages",
        ),
    }
}

/// Shows what was found; an error means that nothing was taken in.
fn done(found: &[Diagnostic], sources: &Sources, terminal: &Terminal) -> Outcome {
    terminal.remarks(found, sources);
    let failed = found.iter().any(|finding| finding.severity == Severity::Error);
    if failed { Outcome::ContentErrors } else { Outcome::Fine }
}
