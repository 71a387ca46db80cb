//! The self-check walked: every way from the first question to an outcome.
//!
//! On screen each question is a page of its own and the way to it is part of its address, so that
//! an outcome can say what was answered, every answer can be taken back, and nothing needs a
//! script, a cookie or a server. That takes a page for every way, so the ways must be countable.

use crate::domain::kinds::checkup::{Checkup, Node};

/// A self-check may have at most so many pages; more is no longer a simple question to anybody.
pub const MOST_STOPS: usize = 400;

/// A question or an outcome, reached by one row of answers.
#[derive(Clone, Debug)]
pub struct Stop<'a> {
    /// What stands here.
    pub node: Node<'a>,
    /// Numbers of the answers given so far, from 1.
    pub answers: Vec<usize>,
    /// Index of the stop before; none for the first.
    pub before: Option<usize>,
    /// Index of the stop each answer leads to, in the order of the answers.
    pub next: Vec<usize>,
    /// How many questions still follow at most, this one not counted.
    pub left: usize,
}

/// Why a self-check cannot be walked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwalkable {
    /// It goes in circles or leads to something that is not there; both are reported on their own.
    Broken,
    /// There are more than [`MOST_STOPS`] ways.
    TooMany,
}

/// Walks every way, near stops first; the first stop is the start.
///
/// # Errors
/// Says why, where there is no end to it.
pub fn walk(checkup: &Checkup) -> Result<Vec<Stop<'_>>, Unwalkable> {
    let start = checkup.node(&checkup.start.value).ok_or(Unwalkable::Broken)?;
    let first = Stop { node: start, answers: Vec::new(), before: None, next: Vec::new(), left: 0 };
    let mut stops = vec![first];
    let mut at = 0;
    while let Some(stop) = stops.get(at) {
        if let Node::Question(question) = stop.node {
            let so_far = stop.answers.clone();
            if so_far.len() > checkup.questions.len() {
                return Err(Unwalkable::Broken);
            }
            for (number, answer) in (1..).zip(&question.answers) {
                let node = checkup.node(&answer.to.value).ok_or(Unwalkable::Broken)?;
                let answers = so_far.iter().copied().chain([number]).collect();
                let index = stops.len();
                stops[at].next.push(index);
                stops.push(Stop { node, answers, before: Some(at), next: Vec::new(), left: 0 });
            }
            if stops.len() > MOST_STOPS {
                return Err(circular_or_large(checkup));
            }
        }
        at += 1;
    }
    for at in (0..stops.len()).rev() {
        let further = |next: &usize| match stops[*next].node {
            Node::Question(_) => stops[*next].left + 1,
            Node::Outcome(_) => 0,
        };
        stops[at].left = stops[at].next.iter().map(further).max().unwrap_or(0);
    }
    Ok(stops)
}

/// Where the limit was passed: a circle passes it too, and is reported by its own rule.
fn circular_or_large(checkup: &Checkup) -> Unwalkable {
    // Following answers more often than there are questions meets one of them again.
    let mut reached = vec![checkup.start.value.as_str()];
    for _ in 0..=checkup.questions.len() {
        let mut next: Vec<&str> = Vec::new();
        for id in &reached {
            if let Some(Node::Question(question)) = checkup.node(id) {
                next.extend(question.answers.iter().map(|answer| answer.to.value.as_str()));
            }
        }
        next.sort_unstable();
        next.dedup();
        reached = next;
    }
    if reached.is_empty() { Unwalkable::TooMany } else { Unwalkable::Broken }
}
