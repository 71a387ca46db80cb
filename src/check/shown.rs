//! The texts of a front matter that readers see as sentences: steps, what to bring, questions.
//!
//! Addresses, file names, records of review and the numbers of notices have rules of their own.

use crate::base::span::{Span, Spanned};
use crate::domain::kind::Kind;
use crate::domain::kinds::checkup::Checkup;
use crate::domain::page::Page;

type Words<'a> = &'a Spanned<String>;

/// Every such text and its place, the title left out.
pub(super) fn shown(page: &Page) -> impl Iterator<Item = (&str, Span)> {
    let mut texts: Vec<Words<'_>> = page.head.summary.iter().collect();
    match &page.kind {
        Kind::Channel(channel) => {
            texts.extend(channel.materials.iter().chain(&channel.steps));
            texts.extend(&channel.time_limit);
        }
        Kind::Eligibility(matter) => {
            texts.extend(matter.matters.iter().chain(&matter.who).chain(&matter.proof));
        }
        Kind::Contact(contact) => texts.extend(contact.hours.iter().chain(&contact.directions)),
        Kind::Case(case) => texts.extend(&case.result),
        Kind::Article(article) => {
            texts.extend(article.photos.iter().flat_map(|photo| &photo.caption));
        }
        Kind::Event(event) => texts.extend(event.when.iter().chain(&event.place)),
        Kind::Checkup(checkup) => questions(checkup, &mut texts),
        _ => {}
    }
    texts.into_iter().map(|text| (text.value.as_str(), text.span))
}

fn questions<'a>(checkup: &'a Checkup, texts: &mut Vec<Words<'a>>) {
    for question in &checkup.questions {
        texts.push(&question.ask);
        texts.extend(&question.help);
        texts.extend(question.answers.iter().map(|answer| &answer.say));
    }
    for outcome in &checkup.outcomes {
        texts.push(&outcome.title);
        texts.extend(outcome.text.iter().chain(&outcome.bring));
    }
}
