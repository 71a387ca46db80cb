//! The second net: every finished file is read once more before it is handed on.
//!
//! The first net (C301, in `load`) reads what people wrote. This one knows nothing of where a file
//! comes from and reads what would be published: a number that was split by emphasis or by a link,
//! put together by a template, hidden in a picture's description or a file's name stops here, and so
//! does one in an office file, an archive or a PDF, attached or made by the print room
//! ([`contents`]). Neither can be switched off. What cannot be read (a locked archive) is kept back
//! too, until somebody writes down who looked at it ([`crate::domain::settings::Attachment`]).

mod contents;
mod media;
mod old;
mod pdf;
mod photos;
mod rtf;
mod told;
mod unread;
mod workbook;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::base::artifact::{Asset, OutPath};
use crate::base::diagnostic::Diagnostic;
use crate::base::fault::Fault;
use crate::base::files;
use crate::base::text::Text;
use crate::domain::identifier::sighting::{Markup, in_file};
use crate::model::site::Site;
use crate::pipeline::gate::contents::{Contents, LARGEST, Number, markup, raw};
use crate::pipeline::gate::told::{finding, idle, kept_unread, like_a_persons};
use crate::pipeline::gate::unread::Unread;
use crate::pipeline::{Output, Sink};

/// Hands on what is clean, keeps back what is not.
pub(super) struct Gate<'g> {
    sink: &'g Sink<'g>,
    site: &'g Site,
    /// Whether attachments pass here: where brochures alone are made none does.
    attachments: bool,
    /// The files pages were made from, by where the pages lie; known once a page is kept back.
    pages: OnceLock<BTreeMap<&'g str, &'g str>>,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    leaks: Vec<Leak>,
    /// What else is said of files.
    remarks: Vec<Diagnostic>,
    /// The decisions that were asked for, by their numbers.
    asked: BTreeSet<usize>,
}

/// A file that was kept back.
struct Leak {
    path: String,
    /// The file it was made from, where that is known.
    source: Option<String>,
    number: Number,
}

impl<'g> Gate<'g> {
    pub(super) fn before(sink: &'g Sink<'g>, site: &'g Site, attachments: bool) -> Self {
        Self { sink, site, attachments, pages: OnceLock::new(), seen: Mutex::default() }
    }

    /// Takes a finished file, from any thread.
    pub(super) fn take(&self, output: Output) -> Result<(), Fault> {
        let photos = photos::told(&output);
        let (path, Contents { number, unread: why, part }) = read(&output);
        if number.is_none() && why.is_none() && photos.is_empty() {
            return (self.sink.take)(output);
        }
        let (mut remarks, mut asked, mut leak) = (Vec::new(), None, None);
        if let (Some(why), Output::File(asset)) = (why, &output) {
            let (decision, remark) = self.unread(asset, (why, &part));
            asked = decision;
            remarks.extend(remark);
        }
        let unread = !remarks.is_empty();
        match number {
            Some(number) if number.sighting.sure => {
                let source = self.source(&output);
                leak = Some(Leak { path: path.to_owned(), source, number });
            }
            // Of pages that is said where it stands in their source (C348).
            Some(number) if matches!(output, Output::File(_)) => {
                remarks.push(like_a_persons(path, &number));
            }
            _ => {}
        }
        let kept_back = leak.is_some() || unread;
        // A panic while the lists were held leaves them whole: they are only ever added to.
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.remarks.extend(remarks);
        seen.remarks.extend(photos);
        seen.leaks.extend(leak);
        seen.asked.extend(asked);
        drop(seen);
        if kept_back { Ok(()) } else { (self.sink.take)(output) }
    }

    /// What stands against a file that cannot be read, if nobody decided that it goes out, and the
    /// number of the decision about it.
    fn unread(&self, asset: &Asset, why: (Unread, &[Text])) -> (Option<usize>, Option<Diagnostic>) {
        let name = asset.name();
        let decisions = &self.site.settings().attachments;
        let about = decisions.iter().position(|it| it.file.value.trim() == name);
        // Whoever copies the file says why it cannot be read.
        let Ok(present) = files::fingerprint(&asset.file) else { return (about, None) };
        let present = present.short();
        let decision = about.map(|at| &decisions[at]);
        if decision.is_some_and(|decision| decision.version.value.trim() == present) {
            return (about, None);
        }
        (about, Some(kept_unread(&name, why, decision, &present)))
    }

    /// Where editors find what a file was made from.
    fn source(&self, output: &Output) -> Option<String> {
        match output {
            Output::File(asset) => Some(asset.name()),
            Output::Made(artifact) => {
                let path = artifact.path.as_str();
                let page = self.pages().get(path.strip_prefix("elder/").unwrap_or(path))?;
                Some(format!("content/{page}"))
            }
        }
    }

    fn pages(&self) -> &BTreeMap<&'g str, &'g str> {
        self.pages.get_or_init(|| {
            let site = self.site;
            site.pages().map(|(id, page)| (site.route(id).as_str(), &*page.path)).collect()
        })
    }

    /// What was kept back and what could not be read, in the order of the files' names. A number on
    /// a page stands in lists, feeds and the search index as well: where a page is to blame, those
    /// are not named.
    pub(super) fn found(self) -> Vec<Diagnostic> {
        let Seen { mut leaks, mut remarks, asked } =
            self.seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        if self.attachments {
            let decisions = self.site.settings().attachments.iter().enumerate();
            remarks.extend(decisions.filter(|(at, _)| !asked.contains(at)).map(|(_, it)| idle(it)));
        }
        leaks.sort_by(|a, b| a.path.cmp(&b.path));
        let named = |leak: &&Leak| leak.source.is_some();
        let blamed: BTreeSet<&str> =
            leaks.iter().filter(named).map(|leak| &*leak.number.sighting.number).collect();
        let told = leaks
            .iter()
            .filter(|leak| named(leak) || !blamed.contains(&*leak.number.sighting.number));
        let mut found: Vec<Diagnostic> = told.map(finding).collect();
        let first = found.len();
        found.extend(remarks);
        found[first..].sort_by(|a, b| a.message.zh.cmp(&b.message.zh));
        found
    }
}

/// What a finished file shows.
fn read(output: &Output) -> (&str, Contents) {
    match output {
        Output::Made(artifact) => {
            let path = artifact.path.as_str();
            (path, made(path, &artifact.bytes))
        }
        Output::File(asset) => {
            let path = asset.path.as_str();
            let mut contents = match files::read_within(&asset.file, LARGEST) {
                Ok((_, Some(bytes))) => contents::look(path, &bytes),
                Ok((_, None)) => Contents::unread(Unread::Large),
                // Whoever copies the file says why it cannot be read.
                Err(_) => Contents::default(),
            };
            contents.number = Number::surer(contents.number, || raw(path.as_bytes()));
            (path, contents)
        }
    }
}

/// What a file shows that was made here: a page, a list of data, a picture, or a PDF, which alone is
/// packed.
fn made(path: &str, bytes: &[u8]) -> Contents {
    let number = if path.ends_with(".pdf") {
        contents::look(path, bytes).number
    } else {
        let html = path.ends_with(".html");
        in_file(bytes, if html { Markup::Html } else { markup(bytes) }).map(Number::from)
    };
    Contents::of(Number::surer(number, || raw(path.as_bytes())))
}

/// A finding where a file of this name and these bytes would show a citizen's ID number.
pub(super) fn leak(path: &OutPath, bytes: &[u8]) -> Option<Diagnostic> {
    let path = path.as_str().to_owned();
    let number = made(&path, bytes).number.filter(|number| number.sighting.sure)?;
    Some(finding(&Leak { path, source: None, number }))
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
        assert!(look("a.html", "<p>349907198</p><p>511030129</p>").is_some());
        assert!(look("a.html", "<p>349907198</p><p>和511030129</p>").is_none());
        assert!(
            look("a.svg", "<svg><text>349907<tspan>198511030129</tspan></text></svg>").is_some()
        );
    }
}
