//! `import`: reads one file, writes new pages, never over what is there.

use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Reported, Severity};
use crate::base::fault::Fault;
use crate::base::files;
use crate::base::source::Sources;
use crate::base::span::{SourceId, Span};
use crate::cli::Outcome;
use crate::cli::options::{Importing, Options, What};
use crate::cli::terminal::Terminal;
use crate::import::notices::{self, show, write};
use crate::import::{Page, case, contacts, text};
use crate::say;

/// A file read, and what is shown of it in reports.
struct Taken {
    bytes: Vec<u8>,
    sources: Sources,
    id: SourceId,
}

pub(super) fn import(
    importing: &Importing,
    options: &Options,
    terminal: &Terminal,
) -> Result<Outcome, Fault> {
    let mut taken = take(&importing.file)?;
    match importing.what {
        What::Notices => notices(importing, &mut taken, options, terminal),
        What::Contacts => {
            let made = contacts::read(&taken.bytes, taken.id, options.order.today);
            pages(importing, &taken, made, options, terminal)
        }
        What::Case => {
            let made = case::read(&taken.bytes, taken.id, options.order.today);
            pages(importing, &taken, made.map(Vec::from_iter), options, terminal)
        }
    }
}

/// The file, or what is pasted into the program.
fn take(file: &str) -> Result<Taken, Fault> {
    let doing = say!(zh: "读取要导入的文件", en: "reading the file to import");
    let mut sources = Sources::default();
    let (name, bytes) = if file == "-" {
        let mut bytes = Vec::new();
        // One byte more than is allowed shows that it is too long; an endless pipe ends here.
        let read = io::stdin().lock().take(text::LARGEST + 1).read_to_end(&mut bytes);
        read.map_err(|cause| Fault::new(doing, cause))?;
        ("<stdin>", bytes)
    } else {
        let path = Path::new(file);
        (file, files::read(path).map_err(|cause| Fault::at(doing, path, cause))?)
    };
    let id = sources.add(name, None);
    Ok(Taken { bytes, sources, id })
}

/// The text of a file, with a finding where its encoding had to be guessed.
fn decoded(taken: &mut Taken, found: &mut Vec<Diagnostic>) -> Option<String> {
    let start = Span::file(taken.id);
    match text::decode(&taken.bytes) {
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
    taken: &mut Taken,
    options: &Options,
    terminal: &Terminal,
) -> Result<Outcome, Fault> {
    let mut found = Vec::new();
    let Some(text) = decoded(taken, &mut found) else {
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
        let page = Page { section: "notices", stem, text: page };
        put(&[page], options, terminal, &mut found)?;
    }
    let (records, unread) = (reading.records.len(), reading.unread.len());
    let outcome = done(&found, &taken.sources, terminal);
    terminal.say(&say!(
        zh: "读到 {records} 则遗失声明，{unread} 段没有收",
        en: "{records} notices read, {unread} passages not taken in",
    ));
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
    Ok(done(&found, &taken.sources, terminal))
}

/// Where a page lies, with `/` on every system.
fn path(page: &Page) -> String {
    format!("content/{}/{}.md", page.section, page.stem)
}

/// Writes pages that are not there yet; those that are stay as they are.
fn put(
    pages: &[Page],
    options: &Options,
    terminal: &Terminal,
    found: &mut Vec<Diagnostic>,
) -> Result<(), Fault> {
    for page in pages {
        let shown = path(page);
        let full = options.root.join(&shown);
        match files::create_new(&full, page.text.as_bytes()) {
            Ok(()) => terminal.raw(format!("{shown}\n").as_bytes()),
            Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {
                // The same import twice is no news.
                if !files::holds(&full, page.text.as_bytes()) {
                    let message = say!(zh: "{shown} 已经在了，没有改动", en: "{shown} is there already and was kept");
                    found.push(Diagnostic::general(Code::PageKept, message));
                }
            }
            Err(cause) => {
                let doing = say!(zh: "写入页面", en: "writing a page");
                return Err(Fault::at(doing, &full, cause));
            }
        }
    }
    Ok(())
}

/// Shows what was found; an error means that nothing was taken in.
fn done(found: &[Diagnostic], sources: &Sources, terminal: &Terminal) -> Outcome {
    terminal.remarks(found, sources);
    let failed = found.iter().any(|finding| finding.severity == Severity::Error);
    if failed { Outcome::ContentErrors } else { Outcome::Fine }
}
