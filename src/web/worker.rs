//! The service worker: which pages stay readable when there is no network.
//!
//! The program itself is a file of the theme (`web/sw.js`); here stand the pages it keeps. They are
//! those that answer the four questions (can I get help, where, what to bring, whom to call), few
//! enough for a cheap phone. The name of the set is a hash of what they say: a corrected number
//! must reach also those who keep the page, and a day on which nothing changed costs them nothing.

use memchr::memmem;
use rayon::prelude::*;
use serde_json::json;

use crate::base::artifact::OutPath;
use crate::domain::kind::KindName;
use crate::view::make::site::OFFLINE;
use crate::view::site::LinkView;
use crate::web::{ElderPage, GuidePage, Job, Web};

/// At most so many files.
const MOST: usize = 150;

/// The picture in the browser's tab, which every page asks for.
const ICON: &str = "assets/icon.svg";

fn core(web: &Web<'_>, path: &OutPath, job: &Job) -> bool {
    let site = web.site();
    let useful = |kind| KindName::GUIDE.contains(&kind);
    match job {
        Job::Home | Job::Find | Job::Offline | Job::Style | Job::Tasks | Job::Script => true,
        Job::Guide(page) => !matches!(page, GuidePage::Stage(_) | GuidePage::Town(_)),
        Job::Section { section, number: 1 } => useful(site.section(*section).kind),
        Job::Page(id) => useful(site.page(*id).kind.name()),
        Job::Text(_) => path.as_str() == ICON,
        Job::Step(..) | Job::Elder(ElderPage::Home) => true,
        _ => false,
    }
}

/// What goes first where not all can be kept: what leads to the others, then single pages, then the
/// steps of a self-check, of which one alone is of no use.
fn rank(job: &Job) -> u8 {
    match job {
        Job::Page(_) | Job::Guide(GuidePage::Sheet(_)) => 1,
        Job::Step(..) => 2,
        _ => 0,
    }
}

/// The files kept. What a long site loses comes last, and its lists are never lost.
fn kept<'w>(web: &'w Web<'_>) -> Vec<&'w (OutPath, Job)> {
    let mut files: Vec<_> =
        web.plan().jobs().iter().filter(|(path, job)| core(web, path, job)).collect();
    files.sort_by_key(|(_, job)| rank(job));
    files.truncate(MOST);
    files
}

/// The lists among the files kept, for the page that says there is no network: where to go, what to
/// bring and what may have happened, then sections.
pub(super) fn lists(web: &Web<'_>) -> Vec<LinkView> {
    let files = kept(web);
    let guide = [GuidePage::Where, GuidePage::Bring, GuidePage::Problems].into_iter();
    let guide = guide.filter(|page| files.iter().any(|(_, job)| *job == Job::Guide(*page)));
    let sections = files.iter().filter_map(|(path, job)| match job {
        Job::Section { section, .. } => {
            let title = web.site().section(*section).title.clone();
            Some(LinkView { title, href: path.to_string() })
        }
        _ => None,
    });
    guide.filter_map(GuidePage::link).chain(sections).collect()
}

/// A hash of what the files say, but for the day they were made on.
fn hash(web: &Web<'_>, files: &[&(OutPath, Job)]) -> String {
    let days = [web.built.0.as_bytes(), web.built.1.as_bytes()];
    let one = |(path, job): &&(OutPath, Job)| {
        let mut hasher = blake3::Hasher::new();
        hasher.update(path.as_str().as_bytes());
        // A page that cannot be made is said where it is made.
        let bytes = web.make(path, *job).unwrap_or_default();
        let mut rest = bytes.as_slice();
        let day = |rest: &[u8]| {
            let found = days.iter().filter_map(|day| Some((memmem::find(rest, day)?, day.len())));
            found.min()
        };
        while let Some((at, length)) = day(rest) {
            hasher.update(&rest[..at]);
            rest = &rest[at + length..];
        }
        hasher.update(rest);
        hasher.finalize()
    };
    let hashes: Vec<blake3::Hash> = files.par_iter().map(one).collect();
    let mut hasher = blake3::Hasher::new();
    hasher.update(web.worker.as_bytes());
    for hash in hashes {
        hasher.update(hash.as_bytes());
    }
    hasher.finalize().to_hex()[..10].to_owned()
}

pub(super) fn render(web: &Web<'_>) -> String {
    let files = kept(web);
    let hash = hash(web, &files);
    let list = json!(files.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>());
    let program = &web.worker;
    format!("var KEPT = \"{hash}\";\nvar CORE = {list};\nvar OFFLINE = \"{OFFLINE}\";\n{program}")
}
