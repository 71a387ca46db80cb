//! Writes the pages that an import made: never over what is there, and none left out because two names
//! sound the same.
//!
//! 义 and 乙 are both `yi`. A page that is there already and has another title is another office's, so
//! the new one gets the next number; one with the same title is the same page, and stays.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io;
use std::path::Path;

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::fault::Fault;
use crate::base::files;
use crate::cli::options::Options;
use crate::cli::terminal::Terminal;
use crate::import::Page;
use crate::import::text;
use crate::say;

/// Where a page lies, with `/` on every system.
pub(super) fn path(page: &Page) -> String {
    named(page, &page.stem)
}

fn named(page: &Page, stem: &str) -> String {
    format!("content/{}/{stem}.md", page.section)
}

/// Writes pages that are not there yet; those that are stay as they are.
pub(super) fn put(
    pages: &[Page],
    options: &Options,
    terminal: &Terminal,
    found: &mut Vec<Diagnostic>,
) -> Result<(), Fault> {
    let mut shelf = Shelf {
        root: &options.root,
        planned: pages.iter().map(|page| page.stem.as_str()).collect(),
        there: BTreeMap::new(),
    };
    for page in pages {
        let stem = shelf.stem(page);
        let shown = named(page, &stem);
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

/// The pages that were there before.
struct Shelf<'p> {
    root: &'p Path,
    /// File names of the pages to be written.
    planned: BTreeSet<&'p str>,
    /// Pages there, by their name without a number.
    there: BTreeMap<String, There>,
}

/// Pages of one name.
struct There {
    /// File names by title, in order.
    titles: BTreeMap<String, VecDeque<String>>,
    /// The first number that is free.
    next: usize,
}

impl Shelf<'_> {
    /// The file name for a page: that of the page with its title where one is there, else its own or
    /// the next that nobody has.
    fn stem(&mut self, page: &Page) -> String {
        let Some(base) = &page.base else { return page.stem.clone() };
        let root = self.root;
        let there = self.there.entry(base.clone()).or_insert_with(|| There::read(root, page, base));
        let same = there.titles.get_mut(title(&page.text)).and_then(VecDeque::pop_front);
        if let Some(stem) = same {
            return stem;
        }
        let free = |stem: &str| files::state(&root.join(named(page, stem))).is_none();
        if free(&page.stem) {
            return page.stem.clone();
        }
        loop {
            let stem = numbered(base, there.next);
            there.next += 1;
            if !self.planned.contains(stem.as_str()) && free(&stem) {
                return stem;
            }
        }
    }
}

impl There {
    /// Those that are there, up to the first number that is not.
    fn read(root: &Path, page: &Page, base: &str) -> Self {
        let mut titles: BTreeMap<String, VecDeque<String>> = BTreeMap::new();
        let mut next = 1;
        loop {
            let stem = numbered(base, next);
            let path = root.join(named(page, &stem));
            let Ok((_, bytes)) = files::read_within(&path, text::LARGEST) else { break };
            let text = String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default();
            titles.entry(title(&text).to_owned()).or_default().push_back(stem);
            next += 1;
        }
        Self { titles, next }
    }
}

fn numbered(base: &str, number: usize) -> String {
    if number == 1 { base.to_owned() } else { format!("{base}-{number}") }
}

/// What stands behind `title =` in a page, as it is written.
fn title(page: &str) -> &str {
    let line = page.lines().find_map(|line| line.trim_start().strip_prefix("title"));
    line.and_then(|rest| rest.trim_start().strip_prefix('=')).map_or("", str::trim)
}
