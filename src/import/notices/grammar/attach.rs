//! Clauses of numbers, and the documents they belong to.

use super::{Draft, Parser};
use crate::domain::identifier::rule::obeys;
use crate::import::notices::clause::declarable;
use crate::import::notices::documents::{is_seal, number_kind, of_ship, of_vehicle};
use crate::import::notices::holder::{self, Trust};
use crate::import::notices::lex::{Item, What, text};
use crate::import::notices::number::{self, Label, Told};
use crate::import::notices::phrase::{
    self, Document, Documents, add, labelled, respective, values,
};

use crate::import::notices::words::any;

impl<'i> Parser<'i> {
    /// A clause of numbers, for the documents named before it.
    pub(super) fn numbers(&mut self, clause: &'i [Item]) {
        let mut at = 0;
        let paper = phrase::document(clause, 0).map(|(name, _)| name);
        let other = paper.clone().filter(|name| !name.contains("身份证"));
        self.labelled = self.labelled.take().or(other);
        while at < clause.len() {
            let unlisted = phrase::unlisted_label(clause).filter(|_| at == 0 && paper.is_none());
            let (label, from) = match labelled(clause, at) {
                Some((label, from)) => (Some(label), from),
                None if unlisted.is_some() => (Some(Label::Kind("other")), unlisted.unwrap_or(at)),
                None if matches!(clause[at].what, What::Number(_) | What::Sign(_))
                    || phrase::worded(clause, at).is_some()
                    || (at == 0 && paper.is_none() && phrase::named_number(clause)) =>
                {
                    (None, at)
                }
                None => {
                    let known =
                        phrase::document(clause, at).filter(|_| clause[at].char().is_some());
                    let copies = phrase::copies(clause, at);
                    if known.is_some() || copies.is_some() {
                        return self.more(&clause[at..]);
                    }
                    // 代码：9134…某公司: the signature without a sign before it.
                    if at > 0 && self.signed_by(&clause[at..]) {
                        return;
                    }
                    at += 1;
                    continue;
                }
            };
            if label.is_some()
                && let Some(end) = self.named_each(clause, from)
            {
                at = end;
                continue;
            }
            let (list, end) = values(clause, from);
            let each = respective(&clause[at..end.max(from)]);
            let word = text(&clause[at..from.max(at)]);
            let label = label.map(|label| (label, any(&["注册", "证书", "证号"], &word)));
            self.attach(label, &list, each, clause[at].at);
            at = end.max(from).max(at + 1);
        }
    }

    /// 印章编码：3411037290250（公章）、3411037565087（法人章）: each number for the paper that its bracket names;
    /// where the last of them ends.
    fn named_each(&mut self, clause: &[Item], from: usize) -> Option<usize> {
        let draft = self.said.drafts.last_mut()?;
        let (mut read, mut at) = (Vec::new(), from);
        while let [number, bracket, ..] = &clause[at..] {
            let (What::Number(parts), What::Bracket(inside)) = (&number.what, &bracket.what) else {
                break;
            };
            let word = text(inside);
            let named = |paper: &Document| !word.is_empty() && paper.name.ends_with(&word);
            read.push((draft.documents.iter().position(named)?, parts.clone()));
            at += 2 + usize::from(clause.get(at + 2).is_some_and(|item| item.is_mark('、')));
        }
        for (place, parts) in &read {
            let paper = &mut draft.documents[*place];
            let name = paper.name.clone();
            let mut told = Documents { list: vec![Document::default()], ..Documents::default() };
            add(parts, &Told { label: None, document: &name, beside_holder: false }, &mut told);
            paper.numbers.extend(told.list.into_iter().flat_map(|it| it.numbers));
        }
        (!read.is_empty()).then_some(at)
    }

    /// A name behind the numbers, for a notice that has none.
    fn signed_by(&mut self, rest: &[Item]) -> bool {
        let plain = rest.iter().all(|item| item.char().is_some());
        if !plain || holder::trust(&text(rest)) < Trust::Sure {
            return false;
        }
        match self.said.drafts.last() {
            Some(draft) if draft.holder.is_empty() => self.take_holder(rest),
            Some(_) => return false,
            None => self.said.lead = Some(text(rest)),
        }
        true
    }

    /// Numbers to documents: in order where there are as many, else to the one they fit.
    /// `each` where they were told one for each of several people.
    /// Beside the label stands whether it speaks of a certificate.
    pub(super) fn attach(
        &mut self,
        label: Option<(Label, bool)>,
        list: &[Vec<String>],
        each: bool,
        at: usize,
    ) {
        if self.deal_apart(label, list, each, at) {
            return;
        }
        let certificate = label.is_some_and(|(_, certificate)| certificate);
        let label = label.map(|(label, _)| label);
        // 某公司税务登记证，税号：…，遗失作废: the paper is named already, although nothing is told yet.
        let papered = self.said.drafts.is_empty() && self.lead.is_some_and(declarable);
        let draft = self.said.drafts.last_mut().unwrap_or(&mut self.said.loose);
        if label == Some(Label::Ship) && name_ship(draft, list) {
            return;
        }
        let count = draft.documents.len();
        let mut repaired = Vec::new();
        for (place, parts) in list.iter().enumerate() {
            let paired = (count > 1 && list.len() == count).then_some(place);
            let own = || telling(draft, parts, label);
            let written = || certificate.then(|| certified(draft)).flatten();
            let target = paired.or_else(|| fitting(draft, label)).or_else(own).or_else(written);
            let target = target.or_else(|| count.checked_sub(1));
            let name = target.map_or("", |target| draft.documents[target].name.as_str());
            let mut told = Documents { list: vec![Document::default()], ..Documents::default() };
            let beside_holder = target.is_none() && !papered;
            add(parts, &Told { label, document: name, beside_holder }, &mut told);
            repaired.append(&mut told.repaired);
            draft.numbers.append(&mut told.of_holder);
            let Some(mut read) = told.list.pop() else { continue };
            match target {
                Some(target) => {
                    draft.documents[target].respective |= each && !read.numbers.is_empty();
                    draft.documents[target].numbers.append(&mut read.numbers);
                    draft.documents[target].plates.append(&mut read.plates);
                }
                None => {
                    draft.numbers.append(&mut read.numbers);
                    // 车牌号：皖M12345、皖M0962挂, before their paper is named.
                    draft.carry(read.plates);
                }
            }
        }
        self.said.repaired.extend(repaired.into_iter().map(|(old, new)| (at, old, new)));
    }
}

/// 船名：皖天长渔00123: on every paper of the ship; `false` where none is named.
fn name_ship(draft: &mut Draft, list: &[Vec<String>]) -> bool {
    let [parts] = list else { return false };
    let papers = draft.documents.iter_mut().filter(|paper| of_ship(&paper.name));
    let mut named = false;
    for paper in papers {
        named = true;
        let name = parts.concat();
        if !paper.plates.contains(&name) {
            paper.plates.push(name);
        }
    }
    named
}

/// The document that a number belongs to by what it is itself, where the last can have no such number:
/// 食品经营许可证、健康证，许可证号：JY…; 行驶证、驾驶证，车牌号：….
fn telling(draft: &Draft, parts: &[String], label: Option<Label>) -> Option<usize> {
    let last = draft.documents.last()?;
    if let Some(paper) = checked(draft, &parts.concat(), label) {
        return Some(paper);
    }
    let told = Told { label, document: &last.name, beside_holder: false };
    let (number, _) = number::read(&parts.concat(), &told)?;
    let kind = number.kind;
    let fits = |name: &str| match kind {
        "plate" | "vin" => of_vehicle(name),
        "food_licence" | "account_approval" | "birth_certificate" | "medical_institution" => {
            number_kind(name) == kind
        }
        _ => false,
    };
    let mut fitting = draft.documents.iter().enumerate().filter(|(_, paper)| fits(&paper.name));
    let (first, _) = fitting.next().filter(|_| !fits(&last.name))?;
    fitting.next().is_none().then_some(first)
}

/// 组织机构代码证和公章，代码：…: the one paper whose rule such a number obeys, where it does not obey that of
/// the seal it stands behind.
fn checked(draft: &Draft, number: &str, label: Option<Label>) -> Option<usize> {
    draft.documents.last().filter(|last| is_seal(&last.name))?;
    if !matches!(label, None | Some(Label::Open)) || obeys("seal_code", number) == Some(true) {
        return None;
    }
    let own = |paper: &Document| obeys(number_kind(&paper.name), number) == Some(true);
    let mut fitting = draft.documents.iter().enumerate().filter(|(_, paper)| own(paper));
    let (first, _) = fitting.next()?;
    fitting.next().is_none().then_some(first)
}

/// 注册证书及执业印章，注册编号：…: the certificate before a seal, for no seal has such a number.
fn certified(draft: &Draft) -> Option<usize> {
    let last = draft.documents.last().filter(|last| is_seal(&last.name));
    last.and_then(|_| draft.documents.iter().rposition(|paper| paper.name.contains('证')))
}

/// The document a labelled number can only belong to.
fn fitting(draft: &Draft, label: Option<Label>) -> Option<usize> {
    let Some(Label::Kind(kind)) = label else { return None };
    let fits = |document: &Document| number_kind(&document.name) == kind;
    // 公章一枚，印章编码：…，合同专用章一枚，印章编码：…: the one it stands behind, where it is one of them.
    let last = draft.documents.last().filter(|last| fits(last) && last.numbers.is_empty());
    last.map(|_| draft.documents.len() - 1).or_else(|| draft.documents.iter().position(fits))
}
