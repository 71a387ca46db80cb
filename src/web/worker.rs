//! The service worker: which pages stay readable when there is no network.
//!
//! The program itself is a file of the theme (`web/sw.js`); here stand the pages it keeps. They are
//! those that answer the four questions (can I get help, where, what to bring, whom to call), few
//! enough for a cheap phone, and named with a hash so that a new list replaces the old one.

use serde_json::json;

use crate::domain::kind::KindName;
use crate::web::{GuidePage, Job, Web};

/// At most so many files.
const MOST: usize = 60;

pub(super) fn render(web: &Web<'_>) -> String {
    let site = web.site();
    let kind = |id| site.page(id).kind.name();
    let core = |job: &Job| match job {
        Job::Home | Job::Find | Job::Style | Job::Tasks | Job::Script => true,
        Job::Guide(page) => {
            matches!(page, GuidePage::Where | GuidePage::Bring | GuidePage::Problems)
        }
        Job::Section { section, number: 1 } => matches!(
            site.section(*section).kind,
            KindName::Eligibility | KindName::Channel | KindName::Contact | KindName::Checkup
        ),
        Job::Page(id) => {
            matches!(kind(*id), KindName::Checkup | KindName::Eligibility | KindName::Channel)
        }
        _ => false,
    };
    let jobs = web.plan().jobs().iter().filter(|(_, job)| core(job));
    // Pages last, so that a long site loses some of them and never its home page.
    let (pages, rest): (Vec<_>, Vec<_>) = jobs.partition(|(_, job)| matches!(job, Job::Page(_)));
    let files: Vec<&str> =
        rest.into_iter().chain(pages).map(|(path, _)| path.as_str()).take(MOST).collect();
    let list = json!(files);
    let hash = blake3::hash(list.to_string().as_bytes()).to_hex();
    let program = &web.worker;
    format!("var KEPT = \"lantian-{}\";\nvar CORE = {list};\n{program}", &hash[..10])
}
