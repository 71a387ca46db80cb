//! The site one file at a time, for a preview: the same jobs as a build, made when asked for.
//!
//! After an edit a preview reads what changed and assembles the site anew; only the page on screen
//! is made again. Nothing is kept that could go stale: what pages are made from belongs to a reading
//! and goes with it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::base::artifact::Asset;
use crate::base::diagnostic::{Diagnostic, Reported, Severity};
use crate::base::fault::Fault;
use crate::check::{self, Facts, Score};
use crate::load::Memory;
use crate::picture::Store;
use crate::pipeline::gate::leak;
use crate::pipeline::{
    Case, Changed, Earlier, Edition, Order, Output, Reading, Ready, Sink, paper, ready, settle,
    sound,
};
use crate::print;
use crate::web::{Index, Job, Wanted, Web};

/// A sound site, ready to be looked at.
pub struct Preview {
    root: PathBuf,
    order: Order,
    ready: Arc<Ready>,
    files: BTreeMap<String, PathBuf>,
    /// Fonts, kept from one reading of the site to the next.
    case: Arc<Case>,
    /// What was found on pages, kept in the same way.
    checked: Arc<Mutex<check::Memory>>,
    /// Brochures made so far, by path.
    brochures: Mutex<BTreeMap<String, Vec<u8>>>,
    /// To the thread that makes pages; it ends with this.
    pages: Sender<Question>,
}

/// The path of a page, and where the answer is waited for.
type Question = (String, Sender<Answer>);

/// `None` where there is no such page.
type Answer = Option<Result<Vec<u8>, Diagnostic>>;

impl Preview {
    /// Reads the site. `None` with the findings where there is an error: the caller keeps the last
    /// good one up. One page of each kind is made on trial, so that a template that fails is
    /// reported at once and not when somebody looks.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn read(
        root: &Path,
        order: &Order,
        memory: &mut Memory,
        before: Option<&Self>,
        changed: &Changed,
    ) -> Result<(Option<Self>, Vec<Diagnostic>), Fault> {
        let mut findings = Vec::new();
        let checked = before.map(|before| Arc::clone(&before.checked)).unwrap_or_default();
        // A panic while it was held leaves at worst what the next reading finds changed.
        let judge = |facts: &Facts<'_>| {
            let mut memory = checked.lock().unwrap_or_else(PoisonError::into_inner);
            (check::check_again(facts, &mut memory), Score::default())
        };
        let reading = Reading { changed, before: before.map(|b| &*b.ready), judge: &judge };
        let ready = Arc::new(ready(root, order, memory, &reading)?.drain_into(&mut findings));
        let mut preview = Self {
            root: root.to_owned(),
            order: order.clone(),
            ready: Arc::clone(&ready),
            files: BTreeMap::new(),
            case: before.map(|before| Arc::clone(&before.case)).unwrap_or_default(),
            checked,
            brochures: Mutex::default(),
            pages: mpsc::channel().0,
        };
        if sound(&findings) {
            let (pages, questions) = mpsc::channel();
            let (tell, told) = mpsc::channel();
            let (root, edition) = (root.to_owned(), order.edition);
            let before = before.map(|before| Arc::clone(&before.ready));
            std::thread::spawn(move || {
                make((&ready, before), &root, edition, &tell, &questions);
            });
            preview.pages = pages;
            let (files, found): (Vec<Asset>, _) = told.recv().unwrap_or_default();
            preview.files = files.into_iter().map(|f| (f.path.to_string(), f.file)).collect();
            findings.extend(found);
        }
        settle(root, &mut memory.sources, &mut findings);
        let errors = findings.iter().any(|finding| finding.severity == Severity::Error);
        Ok(((!errors).then_some(preview), findings))
    }

    /// The brochures there are to look at: file name below `brochures/`, and title.
    pub fn brochures(&self) -> Vec<(String, String)> {
        let site = &self.ready.site;
        let mut list = Vec::new();
        for brochure in site.brochures().filter(|it| it.for_citizens()) {
            let title = site.fill(&brochure.title.value).into_owned();
            if brochure.large_print {
                list.push((brochure.file_name(true), format!("{title}（大字版）")));
            }
            list.push((brochure.file_name(false), title));
        }
        list.sort();
        list
    }

    /// The file at `path` below the site's root; `None` where there is none.
    ///
    /// # Errors
    /// A finding where a template cannot make it.
    pub fn get(&self, path: &str) -> Option<Result<Vec<u8>, Diagnostic>> {
        if let Some(file) = self.files.get(path) {
            return crate::base::files::read(file).ok().map(Ok);
        }
        if let Some(brochure) = path.strip_prefix("brochures/") {
            return self.brochure(brochure);
        }
        let (answer, answered) = mpsc::channel();
        self.pages.send((path.to_owned(), answer)).ok()?;
        answered.recv().ok()?
    }

    /// A brochure, set when it is first asked for.
    fn brochure(&self, name: &str) -> Option<Result<Vec<u8>, Diagnostic>> {
        name.strip_suffix(".pdf")?;
        let mut made = self.brochures.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = made.get(name) {
            return Some(Ok(bytes.clone()));
        }
        let print = super::Printing::Downloads(vec![name.to_owned()]);
        let order = Order { print, ..self.order.clone() };
        let result = Mutex::new(BTreeMap::new());
        let take = |output: Output| {
            if let Output::Made(artifact) = output {
                let path = artifact.path.as_str();
                let name = path.strip_prefix("brochures/").unwrap_or(path).to_owned();
                let mut result = result.lock().unwrap_or_else(PoisonError::into_inner);
                result.insert(name, artifact.bytes);
            }
            Ok(())
        };
        let sink = Sink { take: &take, total: &|_| {}, earlier: Earlier::none() };
        let found = paper(&self.root, &order, &self.ready, &self.case, &sink).ok()?;
        std::thread::spawn(print::forget);
        let error = found.into_iter().find(|finding| finding.severity == Severity::Error);
        if let Some(finding) = error {
            return Some(Err(finding));
        }
        made.append(&mut result.into_inner().unwrap_or_else(PoisonError::into_inner));
        made.get(name).cloned().map(Ok)
    }
}

/// Makes pages as long as somebody asks. What pages are made from (the ways between them, what is
/// gathered from many) is worked out once a reading, and borrows from the site; so a thread holds
/// both. First it tells what is passed on as it is and what the trial found.
fn make(
    (ready, before): (&Ready, Option<Arc<Ready>>),
    root: &Path,
    edition: Edition,
    tell: &Sender<(Vec<Asset>, Vec<Diagnostic>)>,
    questions: &Receiver<Question>,
) {
    let Ready { site, theme, templates: Some(templates), .. } = ready else { return };
    let wanted = Wanted { downloads: true, edition, preview: true };
    let Reported { value: web, diagnostics: mut found } =
        Web::prepare(site, theme, templates, wanted, Store::of(root));
    found.extend(trial(ready, before.as_deref(), &web));
    drop(before);
    // The other end waits; where it is gone, so is whoever asks.
    let _ = tell.send((web.files(), found));
    let index = OnceLock::new();
    rayon::in_place_scope(|scope| {
        for (path, answer) in questions {
            let (web, index) = (&web, &index);
            scope.spawn(move |_| drop(answer.send(page(web, index, &path))));
        }
    });
}

/// Makes one page with each template, to see whether it can be made. Where the templates are those that
/// could `before`, one of each kind among the pages that changed.
fn trial(ready: &Ready, before: Option<&Ready>, web: &Web<'_>) -> Vec<Diagnostic> {
    let site = &ready.site;
    let tried_before = |before: &&Ready| match (&before.templates, &ready.templates) {
        (Some(old), Some(new)) => Arc::ptr_eq(old, new),
        _ => false,
    };
    let Some(could) = before.filter(tried_before).map(|before| &before.site) else {
        let mut found: Vec<Diagnostic> = Vec::new();
        for fault in web.samples().filter_map(|(path, job)| web.make(path, *job).err()) {
            // What is wrong with the frame is wrong with every page.
            if !found.iter().any(|known| known.at == fault.at && known.message == fault.message) {
                found.push(fault);
            }
        }
        return found;
    };
    let (mut found, mut tried) = (Vec::new(), BTreeSet::new());
    for (path, job) in web.plan().jobs() {
        if let Job::Page(id) = job
            && !could.has(site.shared_page(*id))
            && tried.insert(site.page(*id).kind.name())
        {
            found.extend(web.make(path, *job).err());
        }
    }
    found
}

/// The file at a path of the site; `index` keeps the search index, made when somebody searches.
fn page(web: &Web<'_>, index: &OnceLock<Index>, path: &str) -> Answer {
    if path.starts_with("assets/search/") {
        return index.get_or_init(|| web.index()).get(path).map(|bytes| Ok(bytes.to_vec()));
    }
    let (path, job) = web.plan().find(path)?;
    // What a build would keep back, a preview does not show either.
    let made = web.make(path, *job);
    Some(made.and_then(|bytes| leak(path, &bytes).map_or(Ok(bytes), Err)))
}
