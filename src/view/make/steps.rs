//! The self-check as pages: one question at a time, and the outcome.

use crate::domain::kind::Kind;
use crate::domain::kinds::checkup::{Node, Question};
use crate::domain::kinds::walk::Stop;
use crate::model::site::{PageId, Site};
use crate::view::guide::{StepView, TrailView};
use crate::view::make::edition::Edition;
use crate::view::make::guide::Guide;
use crate::view::make::page::signed;
use crate::view::make::{brief::brief, checkup, link, text};
use crate::view::site::LinkView;

/// The address of a stop: the self-check's own for the first question, else the numbers of the
/// answers: `checkup/civil/1-2.html`.
#[must_use]
pub fn address(site: &Site, id: PageId, stop: &Stop<'_>) -> String {
    let route = site.route(id).as_str();
    if stop.answers.is_empty() {
        return route.to_owned();
    }
    let numbers: Vec<String> = stop.answers.iter().map(usize::to_string).collect();
    let stem = route.strip_suffix(".html").unwrap_or(route);
    format!("{stem}/{}.html", numbers.join("-"))
}

/// The view of stop number `at`; none for a self-check that cannot be walked.
#[must_use]
pub fn step(guide: &Guide<'_>, id: PageId, at: usize, edition: Edition) -> Option<StepView> {
    let site = guide.site;
    let stops = guide.walks.get(&id)?;
    let stop = stops.get(at)?;
    let href =
        |at: usize| stops.get(at).map(|stop| edition.address(&address(site, id, stop), true));
    let (question, outcome) = match stop.node {
        Node::Question(question) => (Some(question), None),
        Node::Outcome(outcome) => (None, Some(outcome)),
    };
    let answered = stop.answers.len();
    let mut outcome = outcome.map(|outcome| checkup::outcome(site, outcome));
    if let (Some(view), Node::Outcome(raw)) = (&mut outcome, stop.node) {
        let go = raw.go.iter().filter_map(|path| site.at_path(&path.value));
        view.go = go.map(|id| edition.link(site, id)).collect();
    }
    let answers = question.map(|question| {
        let said = question.answers.iter().zip(&stop.next);
        let link = |(answer, next): (&crate::domain::kinds::checkup::Answer, &usize)| {
            let title = site.fill(&answer.say.value).into_owned();
            Some(LinkView { title, href: href(*next)? })
        };
        said.filter_map(link).collect()
    });
    Some(StepView {
        title: link(site, id).title,
        start: href(0)?,
        number: answered + usize::from(question.is_some()),
        total: answered + usize::from(question.is_some()) + stop.left,
        trail: trail(site, stops, stop, &href),
        back: stop.before.and_then(href),
        ask: question.map(|question| site.fill(&question.ask.value).into_owned()),
        help: question.and_then(|question| text(site, question.help.as_ref())),
        answers: answers.unwrap_or_default(),
        office: outcome.as_ref().and(guide.office).map(|id| brief(site, id)),
        signed: signed(site, site.page(id)),
        outcome,
    })
}

/// The questions answered on the way, first to last.
fn trail(
    site: &Site,
    stops: &[Stop<'_>],
    stop: &Stop<'_>,
    href: &dyn Fn(usize) -> Option<String>,
) -> Vec<TrailView> {
    let mut trail = Vec::new();
    let mut given = stop.answers.len();
    let mut before = stop.before;
    while let Some(at) = before {
        let Some(earlier) = stops.get(at) else { break };
        given -= 1;
        if let Node::Question(question) = earlier.node
            && let Some(view) = answered(site, question, stop.answers[given], href(at))
        {
            trail.push(view);
        }
        before = earlier.before;
    }
    trail.reverse();
    trail
}

fn answered(
    site: &Site,
    question: &Question,
    number: usize,
    href: Option<String>,
) -> Option<TrailView> {
    let answer = question.answers.get(number.checked_sub(1)?)?;
    Some(TrailView {
        ask: site.fill(&question.ask.value).into_owned(),
        say: site.fill(&answer.say.value).into_owned(),
        href: href?,
    })
}

/// Title of a stop, for the page's heading and tags.
#[must_use]
pub fn title(site: &Site, stop: &Stop<'_>) -> String {
    match stop.node {
        Node::Question(question) => site.fill(&question.ask.value).into_owned(),
        Node::Outcome(outcome) => site.fill(&outcome.title.value).into_owned(),
    }
}

/// Whether a page is a self-check.
#[must_use]
pub fn is_checkup(site: &Site, id: PageId) -> bool {
    matches!(site.page(id).kind, Kind::Checkup(_))
}
