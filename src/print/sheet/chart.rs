//! A self-check as a chart: its questions in columns, every arrow from left to right.

use crate::view::kind::CheckupView;

/// The questions' places in `questions`, by column. A question stands one column after the last
/// question that leads to it; within a column, questions stand in the order of those that lead to
/// them, so that arrows cross little. Questions nobody can reach are left out.
pub(super) fn layers(checkup: &CheckupView) -> Vec<Vec<usize>> {
    let questions = &checkup.questions;
    let next = |at: usize| {
        let numbers = questions[at].answers.iter().filter_map(|answer| answer.number);
        numbers.filter_map(move |number| number.checked_sub(1).filter(|to| *to < questions.len()))
    };
    let Some(start) = questions.iter().position(|question| question.id == checkup.start) else {
        return Vec::new();
    };
    let mut column: Vec<Option<usize>> = vec![None; questions.len()];
    column[start] = Some(0);
    // Longest paths; a tree in a circle (an error of its own) stops after as many rounds as
    // there are questions.
    for _ in 0..questions.len() {
        let mut moved = false;
        for at in 0..questions.len() {
            let Some(own) = column[at] else { continue };
            for to in next(at).filter(|to| *to != start) {
                if column[to].is_none_or(|there| there <= own) && own + 1 < questions.len() {
                    column[to] = Some(own + 1);
                    moved = true;
                }
            }
        }
        if !moved {
            break;
        }
    }
    let deepest = column.iter().flatten().max().copied().unwrap_or(0);
    let mut layers: Vec<Vec<usize>> = vec![Vec::new(); deepest + 1];
    for (at, column) in column.iter().enumerate() {
        if let Some(column) = column {
            layers[*column].push(at);
        }
    }
    let mut height = vec![0usize; questions.len()];
    for number in 0..layers.len() {
        if number > 0 {
            let before = &layers[number - 1];
            let first = |to: &usize| {
                let leads = |from: &&usize| next(**from).any(|other| other == *to);
                before.iter().find(leads).map_or(usize::MAX, |from| {
                    let answer = questions[*from].answers.iter();
                    let answer = answer.take_while(|answer| answer.number != Some(to + 1)).count();
                    height[*from] * 1000 + answer
                })
            };
            let mut own = layers[number].clone();
            own.sort_by_key(|to| (first(to), *to));
            layers[number] = own;
        }
        for (place, at) in layers[number].iter().enumerate() {
            height[*at] = place;
        }
    }
    layers
}

#[cfg(test)]
mod tests {
    use super::layers;
    use crate::view::kind::{AnswerView, CheckupView, QuestionView};

    fn checkup(arrows: &[&[usize]]) -> CheckupView {
        let answer = |to: &usize| AnswerView {
            say: String::new(),
            to: format!("q{to}"),
            ends: false,
            number: Some(to + 1),
            title: None,
        };
        let question = |(at, to): (usize, &&[usize])| QuestionView {
            id: format!("q{at}"),
            number: at + 1,
            ask: String::new(),
            help: None,
            answers: to.iter().map(answer).collect(),
        };
        let questions = arrows.iter().enumerate().map(question).collect();
        CheckupView { start: "q0".to_owned(), questions, outcomes: Vec::new() }
    }

    #[test]
    fn every_arrow_goes_right_and_the_order_follows_the_answers() {
        assert_eq!(
            layers(&checkup(&[&[2, 1, 3], &[3], &[4], &[4], &[]])),
            [vec![0], vec![2, 1], vec![3], vec![4]]
        );
    }

    #[test]
    fn circles_and_orphans_end_too() {
        assert_eq!(layers(&checkup(&[&[1], &[0, 1], &[0]])).concat().len(), 2);
        assert!(layers(&checkup(&[])).is_empty());
    }
}
