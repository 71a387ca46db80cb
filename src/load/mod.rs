//! Floor 3: files become pages, settings, templates.
//!
//! The only floor that reads content. Each Markdown file is read, understood and dropped again:
//! ten thousand texts would cost more memory than everything made from them. The few that findings
//! point into are read once more for the report ([`recall`]). Between two builds of a preview
//! [`Memory`] keeps what has not changed.
//!
//! A page whose front matter cannot be read is left out and remembered as broken, so that links to
//! it are not reported as dead as well: one mistake, one message.

mod again;
mod entry;
mod page;
mod picture;
mod settings;
mod stamp;
mod text;
mod theme;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::artifact::{Asset, OutPath};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Narrowing, Reported};
use crate::base::fault::Fault;
use crate::base::files;
use crate::base::source::Sources;
use crate::base::span::{SourceId, Span};
use crate::base::theme::Theme;
use crate::domain::identifier::find::{self, conceal, conceal_at};
use crate::domain::page::Page;
use crate::domain::settings::Settings;
use crate::picture::Picture;
use crate::say;

pub use again::Changed;
pub use stamp::stamp;

/// Everything a site is made from.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// site.toml understood.
    pub settings: Arc<Settings>,
    /// site.toml itself.
    pub site_toml: Option<SourceId>,
    /// The pages, sorted by path.
    pub pages: Vec<Arc<Page>>,
    /// Paths of files that could not become pages.
    pub broken: BTreeSet<Box<str>>,
    /// Files passed on as they are: those beside the pages, and `static/` for the root.
    pub assets: Vec<Asset>,
    /// Those of them that are pictures.
    pub pictures: BTreeMap<OutPath, Picture>,
    /// Templates, style, script.
    pub theme: Theme,
}

/// What is kept from one load to the next: the numbers of sources, so that places stay valid, and
/// the pages of files that have not changed since.
#[derive(Debug, Default)]
pub struct Memory {
    /// All sources so far.
    pub sources: Sources,
    numbers: BTreeMap<Box<str>, SourceId>,
    /// By their paths below `content/`.
    pages: BTreeMap<Box<str>, page::Read>,
    /// By their paths below the site's folder.
    pictures: BTreeMap<Box<str>, picture::Read>,
    inputs: stamp::Inputs,
    /// The site as it was read last.
    last: Option<again::Last>,
}

impl Memory {
    /// The number of the source at `path`, the same in every load.
    fn number(&mut self, path: &str) -> SourceId {
        if let Some(id) = self.numbers.get(path) {
            return *id;
        }
        let id = self.sources.add(path, None);
        self.numbers.insert(path.into(), id);
        id
    }
}

/// Reads site.toml alone.
///
/// # Errors
/// When it is there and cannot be read.
pub fn settings(root: &Path, memory: &mut Memory) -> Result<Reported<Arc<Settings>>, Fault> {
    Ok(settings::load(root, memory)?.map(|(settings, _)| settings))
}

/// Reads the site in the folder `root`.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn load(
    root: &Path,
    memory: &mut Memory,
    changed: &Changed,
) -> Result<Reported<Loaded>, Fault> {
    if let Some(loaded) = again::load(root, memory, changed) {
        return Ok(loaded);
    }
    let mut found = Vec::new();
    let mut loaded = Loaded::default();
    if !files::exists(root) {
        let cause = std::io::Error::from(std::io::ErrorKind::NotFound);
        return Err(Fault::at(
            say!(zh: "打开网站文件夹", en: "opening the site's folder"),
            root,
            cause,
        ));
    }
    let read = settings::load(root, memory)?;
    (loaded.settings, loaded.site_toml) = read.drain_into(&mut found);
    let [content, fixed, templates] =
        stamp::FOLDERS.map(|folder| entry::list(root, folder, &mut found));
    loaded.theme = theme::load(&templates, memory).drain_into(&mut found);
    for (folder, files) in [("content", &content), ("static", &fixed)] {
        loaded.assets.extend(entry::assets(folder, files, &mut found));
        loaded.pictures.extend(picture::load(folder, files, memory, &mut found));
    }
    memory.inputs = stamp::Inputs::of(root, [&content, &fixed, &templates]);
    let beside = found.clone();
    load_pages(&content, memory, &mut loaded, &mut found);
    memory.last = Some(again::Last { loaded: loaded.clone(), found: beside });
    Ok(Reported::new(loaded, found))
}

fn load_pages(
    content: &[files::Found],
    memory: &mut Memory,
    loaded: &mut Loaded,
    found: &mut Vec<Diagnostic>,
) {
    let mut before = std::mem::take(&mut memory.pages);
    let jobs: Vec<_> = content
        .iter()
        .filter(|file| entry::is_page(file))
        .map(|file| {
            let path: Box<str> = entry::slashed(&file.relative).into();
            let id = memory.number(&format!("content/{path}"));
            let kept = before.remove(&path);
            (file, path, id, kept)
        })
        .collect();
    let unchanged = |kept: &page::Read, file: &files::Found| {
        kept.state.is_some() && kept.state == files::state(&file.path)
    };
    let read: Vec<(Box<str>, Option<SourceId>, page::Read)> = jobs
        .into_par_iter()
        .map(|(file, path, id, kept)| match kept.filter(|kept| unchanged(kept, file)) {
            Some(kept) => (path, None, kept),
            None => {
                let read = page::read(file, &path, id);
                (path, Some(id), read)
            }
        })
        .collect();
    for (path, anew, read) in read {
        // What was recalled of it is no longer what the file says.
        anew.into_iter().for_each(|id| memory.sources.forget(id));
        found.extend(read.diagnostics.iter().cloned());
        match &read.page {
            Some(page) => loaded.pages.push(Arc::clone(page)),
            None => drop(loaded.broken.insert(path.clone())),
        }
        memory.pages.insert(path, read);
    }
    loaded.pages.sort_by(|a, b| a.path.cmp(&b.path));
}

/// Gives the sources that findings point into their texts back, with citizens' ID numbers starred
/// out, and settles the places that needed the text. The words of findings are concealed too.
pub fn recall(root: &Path, sources: &mut Sources, findings: &mut [Diagnostic]) {
    let wanted: BTreeSet<SourceId> = findings
        .iter()
        .flat_map(|finding| finding.at.into_iter().chain(finding.labels.iter().map(|l| l.span)))
        .map(|span| span.source)
        .collect();
    // Fifteen digits in a notice: that they are such a number is told by their kind alone.
    let mut exposed: BTreeMap<SourceId, Vec<Range<usize>>> = BTreeMap::new();
    let told = findings.iter().filter(|finding| finding.code == Code::CitizenIdInText);
    for span in told.filter_map(|finding| finding.at) {
        exposed.entry(span.source).or_default().push(span.range());
    }
    for places in exposed.values_mut() {
        places.sort_by_key(|place| place.start);
    }
    for id in &wanted {
        let id = *id;
        let path = sources.path(id);
        let embedded = sources.text(id).is_some_and(|text| theme::is_embedded(path, text));
        // A page's text is there only where an earlier report needed it.
        let recalled = path.starts_with("content") && sources.text(id).is_some();
        if embedded || recalled || sources.get(id).is_none() {
            continue;
        }
        let read = files::read_within(&root.join(sources.path(id)), text::LARGEST).ok();
        let bytes = read.and_then(|(_, bytes)| bytes);
        let text = bytes.map(|bytes| text::decode(id, bytes).value).unwrap_or_default();
        let places = exposed.get(&id).map_or(&[][..], Vec::as_slice);
        sources.restore(id, conceal_at(&conceal(&text), places).into());
    }
    for id in wanted {
        let name = sources.name(id).into_owned();
        if let Cow::Owned(alias) = conceal(&name) {
            sources.call(id, &alias);
        }
    }
    let mut narrowing = Narrowing::default();
    for finding in findings.iter_mut() {
        let text = finding.at.and_then(|at| sources.text(at.source)).unwrap_or("");
        narrowing.narrow(finding, text);
        let texts = [&mut finding.message].into_iter().chain(&mut finding.hints);
        for words in texts.chain(finding.labels.iter_mut().map(|label| &mut label.value)) {
            words.zh = conceal(&words.zh).into_owned();
            words.en = conceal(&words.en).into_owned();
        }
    }
}

/// A finding for a citizen's ID number at each place it stands in `text`.
fn citizen_ids(id: SourceId, text: &str) -> impl Iterator<Item = Diagnostic> {
    find::scan(text).into_iter().map(move |place| {
        let number = &text[place.clone()];
        let finding = Diagnostic::new(
            Code::CitizenIdInText,
            Span::new(id, place),
            say!(zh: "这里有一个居民身份证号码", en: "there is a citizen's ID number here"),
        )
        .hint(say!(
            zh: "删去它，或只留头尾各两位，例如 `34**************21`；注释里也不能留",
            en: "delete it or keep only two characters at each end, as in `34**************21`, in comments too",
        ));
        if !find::may_be_an_offices(number) {
            return finding;
        }
        finding.hint(say!(
            zh: "是单位自己编的号，不是身份证号的，在它前面写明叫什么，例如“受理号：”“案件编号：”",
            en: "an office's own number that is no ID number needs its name before it: 受理号：, 案件编号：",
        ))
    })
}
