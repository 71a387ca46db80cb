//! A second person in a list of papers: 遗失甲身份证、乙学生证. Without it the name would be read as the
//! beginning of the paper's.

use crate::import::notices::border::{border, rest_fits};
use crate::import::notices::documents::{of_people, of_property, of_vehicle};
use crate::import::notices::holder::is_person;
use crate::import::notices::lex::{Item, What, text};
use crate::import::notices::people::unlisted;
use crate::import::notices::phrase::{self, labelled};

/// What is the first's, and what is the second's.
pub(super) fn second(items: &[Item]) -> Option<(&[Item], &[Item])> {
    let joint = |at: &usize| {
        items[*at].is_mark('、') || matches!(items[*at].char(), Some('和' | '及' | '与'))
    };
    let joints: Vec<usize> = (1..items.len().min(60)).filter(joint).collect();
    let last = *joints.last()?;
    // Of a list of names no paper stands before the last.
    let paper = (0..last).find(|at| phrase::document(items, *at).is_some())?;
    let another = |at: &usize| *at > paper && owned(&items[at + 1..]);
    let at = joints.into_iter().find(another)?;
    Some((&items[..at], &items[at + 1..]))
}

/// Whether a phrase is a person's name and a paper that is his own.
pub(super) fn owned(items: &[Item]) -> bool {
    if phrase::document(items, 0).is_some() {
        return false;
    }
    // 乙皖M23456行驶证, 乙（身份证号…）学生证.
    let told = |item: &&Item| matches!(item.what, What::Sign(_) | What::Bracket(_));
    let direct = (2..=4).filter(|length| items.len() > *length).any(|length| {
        let plain = items[..length].iter().all(|item| item.char().is_some());
        let at = length + items[length..].iter().take_while(told).count();
        plain && person(&text(&items[..length])) && paper(items, at)
    });
    // 某中学乙学生证; 乙、丙户口簿.
    direct
        || border(items).is_some_and(|at| {
            let name = phrase::holder(&items[..at]).name;
            let people = name.split('、').all(person);
            people && text(&items[..at]) != name && paper(items, at)
        })
}

/// Whether this can be nothing but a name: 金融学 before 学位证 begins with a surname too.
fn person(name: &str) -> bool {
    is_person(name) && (name.chars().count() > 3 || unlisted(name))
}

/// Whether a paper of one person stands here, and not the label of a number.
fn paper(items: &[Item], at: usize) -> bool {
    phrase::document(items, at).is_some_and(|(paper, end)| {
        (of_people(&paper) || of_vehicle(&paper) || of_property(&paper)) && rest_fits(items, end)
    }) && labelled(items, at).is_none()
}
