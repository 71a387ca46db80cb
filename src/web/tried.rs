//! One page of each template, by which all others are judged.
//!
//! A site's own template spoils every page made with it, or none. So a build reads the first of each
//! (its tags, what the policy forbids), and a preview makes the first of each to see that it can be
//! made; neither looks at ten thousand pages.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::diagnostic::Diagnostic;
use crate::web::{Job, Web, policy, tags};

/// The first job of each template, by place in the plan, with the template's name.
pub(super) fn samples(web: &Web<'_>) -> BTreeMap<usize, String> {
    let mut known = BTreeSet::new();
    let jobs = web.plan().jobs().iter().enumerate();
    let first = |(at, (_, job)): (usize, &(_, Job))| {
        let name = template(web, *job)?;
        known.insert(name.clone()).then_some((at, name))
    };
    jobs.filter_map(first).collect()
}

/// The template a page is made with; none of what is made without, or is no page to read.
fn template(web: &Web<'_>, job: Job) -> Option<String> {
    let name = match job {
        Job::Page(id) => return Some(format!("{}.html", web.site().page(id).kind.name().word())),
        Job::Guide(page) => page.template(),
        Job::Elder(page) => page.template(),
        Job::Home => "home.html",
        Job::Section { .. } | Job::Term { .. } => "section.html",
        Job::Find => "find.html",
        Job::Search => "search.html",
        Job::Map => "map.html",
        Job::Step(..) => "step.html",
        Job::Proof(..) => "proof.html",
        Job::Trace(_) => "trace.html",
        Job::NotFound => "404.html",
        Job::Offline => "offline.html",
        _ => return None,
    };
    Some(name.to_owned())
}

/// Everything that is wrong with a page of a template.
pub(super) fn findings(
    web: &Web<'_>,
    template: &str,
    job: Job,
    bytes: &[u8],
) -> impl Iterator<Item = Diagnostic> {
    let own = web.site().settings().web.host();
    [tags::finding(template, job, bytes), policy::finding(template, own, bytes)]
        .into_iter()
        .flatten()
}
