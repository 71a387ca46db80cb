//! The self-check tree is a tree that ends (C305–C308), as the flow tests of public services do it:
//! dangling targets, unreachable nodes, cycles and failing test paths are findings, not surprises
//! for a reader. That there are not too many ways through it is W701: each is a page.

use std::collections::BTreeSet;

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Severity};
use crate::base::record::nearest;
use crate::base::span::Spanned;
use crate::domain::kind::Kind;
use crate::domain::kinds::checkup::{Checkup, Node};
use crate::domain::kinds::walk::{MOST_STOPS, Unwalkable, walk};
use crate::say;

fn checkup<'a>(read: &'a Read<'_>) -> Option<&'a Checkup> {
    match &read.page.kind {
        Kind::Checkup(checkup) => Some(checkup),
        _ => None,
    }
}

fn ids(tree: &Checkup) -> impl Iterator<Item = &str> {
    let questions = tree.questions.iter().map(|question| question.id.value.as_str());
    questions.chain(tree.outcomes.iter().map(|outcome| outcome.id.value.as_str()))
}

pub(super) fn targets_exist(facts: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Some(tree) = checkup(read) else { return };
    let answers = tree.questions.iter().flat_map(|question| &question.answers);
    let ends = tree.paths.iter().map(|path| &path.ends);
    for target in std::iter::once(&tree.start).chain(answers.map(|answer| &answer.to)).chain(ends) {
        if tree.node(&target.value).is_none() {
            found.push(dangling(tree, target));
        }
    }
    for page in tree.outcomes.iter().flat_map(|outcome| &outcome.go) {
        if facts.site.at_path(&page.value).is_none() {
            let name = &page.value;
            found.push(
                Diagnostic::new(
                    Code::CheckupTarget,
                    page.span,
                    say!(zh: "没有页面 `content/{name}`", en: "there is no page `content/{name}`"),
                )
                .hint(say!(
                    zh: "写 content/ 下的路径，例如 `channels/window.md`",
                    en: "write a path below content/, such as `channels/window.md`",
                )),
            );
        }
    }
    let mut seen = BTreeSet::new();
    let twice = tree.questions.iter().map(|question| &question.id);
    for id in twice.chain(tree.outcomes.iter().map(|outcome| &outcome.id)) {
        if !seen.insert(&id.value) {
            let name = &id.value;
            found.push(Diagnostic::new(
                Code::CheckupTarget,
                id.span,
                say!(zh: "id `{name}` 用了两次", en: "the id `{name}` is used twice"),
            ));
        }
    }
}

/// It begins with a question, every question has answers, and no answer stands twice.
pub(super) fn starts_and_goes_on(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Some(tree) = checkup(read) else { return };
    if let Some(Node::Outcome(_)) = tree.node(&tree.start.value) {
        let message = say!(
            zh: "start 指向结果，一道题也没有问",
            en: "start names an outcome: nothing is asked",
        );
        found.push(Diagnostic::new(Code::CheckupTarget, tree.start.span, message).hint(
            say!(zh: "start 写第一道题的 id", en: "start names the id of the first question"),
        ));
    }
    for question in &tree.questions {
        if question.answers.is_empty() {
            let message = say!(zh: "这道题没有答案可选", en: "the question has no answers");
            found.push(Diagnostic::new(Code::CheckupTarget, question.id.span, message).hint(say!(
                zh: "加上 [[question.answer]]，写 say 和 to",
                en: "add [[question.answer]] with `say` and `to`",
            )));
        }
        let mut said = BTreeSet::new();
        for answer in question.answers.iter().map(|answer| &answer.say) {
            if !said.insert(answer.value.trim()) {
                let words = &answer.value;
                let message = say!(
                    zh: "同一题有两个答案都是“{words}”",
                    en: "two answers of the question say “{words}”",
                );
                found.push(Diagnostic::new(Code::CheckupTarget, answer.span, message).hint(say!(
                    zh: "改成不同的说法，读者才知道选哪个",
                    en: "say them differently, so that readers know which to take",
                )));
            }
        }
    }
}

fn dangling(tree: &Checkup, target: &Spanned<String>) -> Diagnostic {
    let name = &target.value;
    let finding = Diagnostic::new(
        Code::CheckupTarget,
        target.span,
        say!(zh: "没有 id 为 `{name}` 的题目或结果", en: "no question or outcome has the id `{name}`"),
    );
    match nearest(name, ids(tree)) {
        Some(near) => finding.hint(say!(zh: "是否想写 `{near}`？", en: "did you mean `{near}`?")),
        None => {
            let list: Vec<_> = ids(tree).collect();
            let list = list.join("、");
            finding.hint(say!(zh: "已有的 id：{list}", en: "known ids: {list}"))
        }
    }
}

pub(super) fn all_reachable(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Some(tree) = checkup(read) else { return };
    let mut reached = BTreeSet::new();
    let mut open = vec![tree.start.value.as_str()];
    while let Some(id) = open.pop() {
        if !reached.insert(id) {
            continue;
        }
        if let Some(Node::Question(question)) = tree.node(id) {
            open.extend(question.answers.iter().map(|answer| answer.to.value.as_str()));
        }
    }
    let questions = tree.questions.iter().map(|question| &question.id);
    for id in questions.chain(tree.outcomes.iter().map(|outcome| &outcome.id)) {
        if !reached.contains(id.value.as_str()) {
            let name = &id.value;
            found.push(
                Diagnostic::new(
                    Code::CheckupUnreachable,
                    id.span,
                    say!(zh: "没有一个答案通到 `{name}`", en: "no answer leads to `{name}`"),
                )
                .hint(say!(
                    zh: "让某个答案的 to 指向它，或删去它",
                    en: "let some answer lead to it, or delete it",
                )),
            );
        }
    }
}

pub(super) fn no_cycle(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Some(tree) = checkup(read) else { return };
    // Depth-first with an explicit stack: trees come from people and may be of any depth.
    let mut done = BTreeSet::new();
    let mut path: Vec<(&str, usize)> = vec![(&tree.start.value, 0)];
    while let Some((id, next)) = path.pop() {
        let Some(Node::Question(question)) = tree.node(id) else { continue };
        let Some(answer) = question.answers.get(next) else {
            done.insert(id);
            continue;
        };
        path.push((id, next + 1));
        let to = answer.to.value.as_str();
        if path.iter().any(|(on_path, _)| *on_path == to) {
            found.push(
                Diagnostic::new(
                    Code::CheckupCycle,
                    answer.to.span,
                    say!(
                        zh: "这个答案又回到前面的题目 `{to}`",
                        en: "this answer leads back to the earlier question `{to}`",
                    ),
                )
                .hint(say!(zh: "改成后面的题目或一个结果", en: "lead on to a later question or an outcome")),
            );
        } else if !done.contains(to) {
            path.push((to, 0));
        }
    }
}

pub(super) fn paths_hold(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Some(tree) = checkup(read) else { return };
    for path in &tree.paths {
        let mut at = tree.start.value.as_str();
        let mut broken = None;
        for given in &path.answers {
            let Some(Node::Question(question)) = tree.node(at) else {
                broken = Some((
                    given.span,
                    say!(
                        zh: "到这里已经有结果 `{at}`，答案多了",
                        en: "the outcome `{at}` is reached already: there are answers left over",
                    ),
                ));
                break;
            };
            let answer = question.answers.iter().find(|answer| answer.say.value == given.value);
            let Some(answer) = answer else {
                let (ask, said) = (&question.ask.value, &given.value);
                broken = Some((
                    given.span,
                    say!(
                        zh: "题目“{ask}”没有答案 `{said}`",
                        en: "the question “{ask}” has no answer `{said}`",
                    ),
                ));
                break;
            };
            at = &answer.to.value;
        }
        let wanted = path.ends.value.as_str();
        if broken.is_none() && at != wanted {
            broken = Some((
                path.ends.span,
                say!(
                    zh: "这样回答走到 `{at}`，不是 `{wanted}`",
                    en: "these answers lead to `{at}`, not to `{wanted}`",
                ),
            ));
        }
        if let Some((span, message)) = broken {
            found.push(Diagnostic::new(Code::CheckupPath, span, message).hint(say!(
                zh: "改正测试路径；如果路径是对的，改正题目",
                en: "correct the path or, if the path is right, the questions",
            )));
        }
    }
}

/// A tree that nobody tries breaks unseen: at least one path, and each ends at an outcome.
pub(super) fn tried(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Some(tree) = checkup(read) else { return };
    let hint = || {
        say!(
            zh: "每个结果写一条 [[path]]：answers 是依次的答案，ends 是该到的结果",
            en: "write a [[path]] for each outcome: `answers` in order and the outcome it `ends` at",
        )
    };
    if tree.paths.is_empty() {
        let message = say!(zh: "没有一条测试路径 [[path]]", en: "there is no test path [[path]]");
        let mut finding = Diagnostic::new(Code::CheckupPath, tree.start.span, message).hint(hint());
        // Nothing is wrong yet: a tree that is being written has none.
        finding.severity = Severity::Warning;
        found.push(finding);
    }
    for ends in tree.paths.iter().map(|path| &path.ends) {
        if let Some(Node::Question(_)) = tree.node(&ends.value) {
            let name = &ends.value;
            let message = say!(
                zh: "测试路径停在题目 `{name}`，没有走到结果",
                en: "the path ends at the question `{name}`, not at an outcome",
            );
            found.push(Diagnostic::new(Code::CheckupPath, ends.span, message).hint(hint()));
        }
    }
}

/// Every way is a page on screen.
pub(super) fn few_ways(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Some(tree) = checkup(read) else { return };
    if walk(tree).err() == Some(Unwalkable::TooMany) {
        let message = say!(
            zh: "从第一题到结果的走法生成的网页超过 {MOST_STOPS} 页",
            en: "the ways from the first question to an outcome take more than {MOST_STOPS} pages",
        );
        let hint = say!(
            zh: "少问一题，或者让不同的答案早点走到结果",
            en: "ask less, or let answers lead to an outcome sooner",
        );
        found.push(Diagnostic::new(Code::CheckupTooLarge, tree.start.span, message).hint(hint));
    }
}
