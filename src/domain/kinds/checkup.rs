//! 资格自测: a tree of questions with outcomes, and paths that test it.
//!
//! The tree is a table, not code: whoever reviews the law reviews the table, and ships the test
//! paths with it. Ids are looked up by [`Checkup::node`]; that every target exists, nothing is
//! unreachable and nothing goes in circles is a check, not a matter of reading.

use crate::base::record::Fields;
use crate::base::span::{Span, Spanned};
use crate::domain::citation::{self, Citation};
use crate::say;

/// An answer and where it leads.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What the reader says.
    pub say: Spanned<String>,
    /// Id of a question or an outcome.
    pub to: Spanned<String>,
}

/// A question.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its id.
    pub id: Spanned<String>,
    /// The question.
    pub ask: Spanned<String>,
    /// Words that help to answer.
    pub help: Option<Spanned<String>>,
    /// The answers in order.
    pub answers: Vec<Answer>,
}

/// Where it ends.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Its id.
    pub id: Spanned<String>,
    /// What the reader learns first.
    pub title: Spanned<String>,
    /// A paragraph more.
    pub text: Option<Spanned<String>>,
    /// What to bring.
    pub bring: Vec<Spanned<String>>,
    /// Pages to go on with, as paths below `content/`.
    pub go: Vec<Spanned<String>>,
    /// The law behind it.
    pub laws: Vec<Spanned<Citation>>,
}

/// A test of the tree.
#[derive(Clone, Debug)]
pub struct TestPath {
    /// The answers given, in order.
    pub answers: Vec<Spanned<String>>,
    /// The outcome they must lead to.
    pub ends: Spanned<String>,
    /// Where it was written.
    pub at: Span,
}

/// A self-check page.
#[derive(Clone, Debug)]
pub struct Checkup {
    /// Id of the first question.
    pub start: Spanned<String>,
    /// The questions in order.
    pub questions: Vec<Question>,
    /// The outcomes in order.
    pub outcomes: Vec<Outcome>,
    /// The tests.
    pub paths: Vec<TestPath>,
}

/// What an id names.
#[derive(Clone, Copy, Debug)]
pub enum Node<'a> {
    /// A question.
    Question(&'a Question),
    /// An outcome.
    Outcome(&'a Outcome),
}

impl Checkup {
    /// Reads the kind's fields; without a start there is no tree.
    pub fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let start = fields.required_text("start", "matter");
        let questions = fields.groups(
            "question",
            &say!(zh: "题目 [[question]]", en: "question"),
            read_question,
        );
        let outcomes =
            fields.groups("outcome", &say!(zh: "结果 [[outcome]]", en: "outcome"), read_outcome);
        let paths =
            fields.groups("path", &say!(zh: "测试路径 [[path]]", en: "test path"), |path| {
                let at = path.at();
                let answers = path.texts("answers");
                let ends = path.required_text("ends", "yes");
                Some(TestPath { answers, ends: ends?, at })
            });
        Some(Self { start: start?, questions, outcomes, paths })
    }

    /// What `id` names.
    #[must_use]
    pub fn node(&self, id: &str) -> Option<Node<'_>> {
        let question = self.questions.iter().find(|question| question.id.value == id);
        question.map(Node::Question).or_else(|| {
            self.outcomes.iter().find(|outcome| outcome.id.value == id).map(Node::Outcome)
        })
    }
}

fn read_question(fields: &mut Fields<'_>) -> Option<Question> {
    let id = fields.required_text("id", "matter");
    let ask = fields.required_text("ask", "您遇到了什么事？");
    let help = fields.text("help");
    let answers =
        fields.groups("answer", &say!(zh: "答案 [[question.answer]]", en: "answer"), |answer| {
            let say = answer.required_text("say", "是");
            let to = answer.required_text("to", "yes");
            Some(Answer { say: say?, to: to? })
        });
    Some(Question { id: id?, ask: ask?, help, answers })
}

fn read_outcome(fields: &mut Fields<'_>) -> Option<Outcome> {
    let id = fields.required_text("id", "yes");
    let title = fields.required_text("title", "您可以申请");
    let text = fields.text("text");
    let bring = fields.texts("bring");
    let go = fields.texts("go");
    let laws = citation::read_list(fields, "laws");
    Some(Outcome { id: id?, title: title?, text, bring, go, laws })
}
