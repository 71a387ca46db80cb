//! The self-check as a list of questions in the order a reader meets them.

use std::collections::VecDeque;

use crate::domain::kinds::checkup::{Checkup, Node, Outcome, Question};
use crate::model::site::Site;
use crate::view::kind::{AnswerView, CheckupView, OutcomeView, QuestionView};
use crate::view::make::{laws, link, text, texts};

/// The view; questions nobody can reach come last.
pub(super) fn checkup(site: &Site, checkup: &Checkup) -> CheckupView {
    let order = order(checkup);
    let number = |id: &str| order.iter().position(|question| question.id.value == id);
    let questions = order.iter().enumerate().map(|(at, question)| QuestionView {
        id: question.id.value.clone(),
        number: at + 1,
        ask: site.fill(&question.ask.value).into_owned(),
        help: text(site, question.help.as_ref()),
        answers: answers(site, checkup, question, &number),
    });
    CheckupView {
        start: checkup.start.value.clone(),
        questions: questions.collect(),
        outcomes: checkup.outcomes.iter().map(|one| outcome(site, one)).collect(),
    }
}

/// Breadth first from the start: near questions first, as on paper.
fn order(checkup: &Checkup) -> Vec<&Question> {
    let mut order: Vec<&Question> = Vec::new();
    let mut waiting = VecDeque::from([checkup.start.value.as_str()]);
    while let Some(id) = waiting.pop_front() {
        let Some(Node::Question(question)) = checkup.node(id) else { continue };
        if order.iter().any(|known| known.id.value == id) {
            continue;
        }
        order.push(question);
        waiting.extend(question.answers.iter().map(|answer| answer.to.value.as_str()));
    }
    for question in &checkup.questions {
        if !order.iter().any(|known| known.id.value == question.id.value) {
            order.push(question);
        }
    }
    order
}

fn answers(
    site: &Site,
    checkup: &Checkup,
    question: &Question,
    number: &dyn Fn(&str) -> Option<usize>,
) -> Vec<AnswerView> {
    let view = |answer: &crate::domain::kinds::checkup::Answer| {
        let to = answer.to.value.as_str();
        let outcome = match checkup.node(to) {
            Some(Node::Outcome(outcome)) => Some(outcome),
            _ => None,
        };
        AnswerView {
            say: site.fill(&answer.say.value).into_owned(),
            to: to.to_owned(),
            ends: outcome.is_some(),
            number: if outcome.is_some() { None } else { number(to).map(|at| at + 1) },
            title: outcome.map(|outcome| site.fill(&outcome.title.value).into_owned()),
        }
    };
    question.answers.iter().map(view).collect()
}

/// What an outcome says.
pub(super) fn outcome(site: &Site, outcome: &Outcome) -> OutcomeView {
    let go = outcome.go.iter().filter_map(|path| site.at_path(&path.value));
    OutcomeView {
        id: outcome.id.value.clone(),
        title: site.fill(&outcome.title.value).into_owned(),
        text: text(site, outcome.text.as_ref()),
        bring: texts(site, &outcome.bring),
        go: go.map(|id| link(site, id)).collect(),
        laws: laws(site, &outcome.laws),
    }
}
