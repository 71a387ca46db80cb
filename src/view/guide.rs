//! The guide: what the program makes out of many pages, to answer one question each.
//!
//! Can I get help (`step`), where do I go (`finder`, `town`), what do I bring (`sheet`), what
//! happened to me (`groups`), and the large-type edition (`elder`).

use serde::Serialize;

use crate::view::brief::Brief;
use crate::view::kind::{NoticeView, OutcomeView, PhoneView};
use crate::view::page::{LawReference, SignedView};
use crate::view::site::LinkView;

/// `step` in checkup.html and step.html: one question or the outcome of a self-check.
#[derive(Clone, Debug, Serialize)]
pub struct StepView {
    /// Title of the self-check.
    pub title: String,
    /// Its first question.
    pub start: String,
    /// Number of this question on this way, from 1; for an outcome how many were answered.
    pub number: usize,
    /// How many questions this way has at most.
    pub total: usize,
    /// What was answered so far.
    pub trail: Vec<TrailView>,
    /// The question before.
    pub back: Option<String>,
    /// The question; none for an outcome.
    pub ask: Option<String>,
    /// Words that help to answer.
    pub help: Option<String>,
    /// The answers, each with its page.
    pub answers: Vec<LinkView>,
    /// The outcome; none for a question.
    pub outcome: Option<OutcomeView>,
    /// At an outcome: the office to go to.
    pub office: Option<Brief>,
    /// When, whence and by whom the self-check was looked at.
    pub signed: SignedView,
}

/// A question answered.
#[derive(Clone, Debug, Serialize)]
pub struct TrailView {
    /// The question.
    pub ask: String,
    /// The answer given.
    pub say: String,
    /// Where to answer it differently.
    pub href: String,
}

/// `finder` in where.html, where-stage.html and where-town.html (法律援助法 art. 38).
#[derive(Clone, Debug, Serialize)]
pub struct FinderView {
    /// How far the matter is; decides which county is asked.
    pub stages: Vec<StageView>,
    /// The townships that have an office of their own.
    pub towns: Vec<LinkView>,
    /// Offices for the whole county.
    pub county: Vec<Brief>,
    /// Every office.
    pub offices: Vec<Brief>,
    /// Ways to apply, as entries of a list.
    pub channels: Vec<Brief>,
    /// The day the office longest unchecked was called: 2026年11月1日; none where one never was.
    pub checked: Option<String>,
}

/// How far a matter is, and where to apply then.
#[derive(Clone, Debug, Serialize)]
pub struct StageView {
    /// 要打官司
    pub title: &'static str,
    /// Examples in everyday words.
    pub hint: &'static str,
    /// Its page.
    pub href: String,
    /// Where to apply.
    pub answer: &'static str,
    /// More, in the order of the steps.
    pub more: Vec<&'static str>,
    /// The law behind it.
    pub laws: Vec<LawReference>,
}

/// `town` in where-town.html.
#[derive(Clone, Debug, Serialize)]
pub struct TownView {
    /// 炉桥镇
    pub name: String,
    /// Its offices.
    pub offices: Vec<Brief>,
}

/// `groups` in bring.html and problems.html: everyday problems by subject.
#[derive(Clone, Debug, Serialize)]
pub struct GroupView {
    /// The subject: the first tag of its pages.
    pub title: String,
    /// Its problems.
    pub problems: Vec<ProblemView>,
}

/// An everyday problem.
#[derive(Clone, Debug, Serialize)]
pub struct ProblemView {
    /// Title of the page that answers it.
    pub title: String,
    /// The page that answers it.
    pub href: String,
    /// Everyday words for it.
    pub words: Vec<String>,
    /// 不用证明家里困难
    pub badge: Option<&'static str>,
    /// Its checklist.
    pub bring: String,
}

/// `sheet` in sheet.html: what to bring for one matter.
#[derive(Clone, Debug, Serialize)]
pub struct SheetView {
    /// Title of the page about the matter.
    pub title: String,
    /// The page about the matter.
    pub href: String,
    /// 不用证明家里困难
    pub badge: Option<&'static str>,
    /// What everybody brings.
    pub base: Vec<String>,
    /// What this matter needs besides.
    pub proof: Vec<String>,
    /// The office to go to.
    pub office: Option<Brief>,
    /// The law behind the page about the matter.
    pub laws: Vec<LawReference>,
    /// When, whence and by whom that page was looked at.
    pub signed: SignedView,
}

/// `elder` in elder-home.html and elder-list.html.
#[derive(Clone, Debug, Serialize)]
pub struct ElderView {
    /// Title.
    pub title: String,
    /// What there is to choose from.
    pub choices: Vec<ElderChoice>,
}

/// One of the large buttons.
#[derive(Clone, Debug, Serialize)]
pub struct ElderChoice {
    /// Words.
    pub title: String,
    /// A line more.
    pub text: Option<String>,
    /// Where it leads.
    pub href: String,
    /// Of an office: its numbers.
    pub phones: Vec<PhoneView>,
}

/// `proof` in proof.html: one notice, to be shown or printed.
#[derive(Clone, Debug, Serialize)]
pub struct ProofView {
    /// Its number in the batch, from 1.
    pub number: usize,
    /// The notice.
    pub notice: NoticeView,
    /// The newspaper.
    pub paper: Option<String>,
    /// Its page.
    pub page: Option<String>,
    /// 2021年3月12日
    pub date: Option<String>,
    /// The batch it belongs to.
    pub batch: LinkView,
}
