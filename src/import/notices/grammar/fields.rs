//! Fields of the list form, and whoever is named as the holder.

use super::{Draft, Parser};
use crate::import::notices::clause::{loss, named, of_person, rest_is_list};
use crate::import::notices::documents::of_deposit;
use crate::import::notices::field;
use crate::import::notices::holder::is_person;
use crate::import::notices::kin::of_child;
use crate::import::notices::lex::{Item, text, written};
use crate::import::notices::people::{of_school, transcribed, unlisted};
use crate::import::notices::phrase::{self, Document};
use crate::import::notices::who::{PRONOUN, of_our_own};

/// Whether it is what a co-operative gives its members.
fn of_member(paper: &str) -> bool {
    ["股权证", "股金证", "社员证", "股东证"].iter().any(|word| paper.contains(word))
}

/// 存单 rather than 农村商业银行存单, where the bank's name was taken apart for a holder's.
fn without_bank(paper: &mut Document) {
    let banks = ["银行", "信用社", "联社", "储蓄所", "支行"];
    let end = banks.iter().filter_map(|bank| Some(paper.name.rfind(bank)? + bank.len())).max();
    if let Some(end) = end.filter(|end| *end < paper.name.len()) {
        paper.name = paper.name.split_off(end);
    }
}

/// 数量：各一枚: of each paper so many, else of the last.
fn count(papers: &mut [Document], words: &str) {
    let one = words.trim_start_matches('各');
    let from = if one.len() < words.len() { 0 } else { papers.len().saturating_sub(1) };
    for paper in &mut papers[from..] {
        paper.copies.get_or_insert_with(|| one.to_owned());
    }
}

/// 我公司驾驶员柳青苗: somebody in the service of who speaks.
fn serving(raw: &str, person: &str) -> bool {
    const OURS: &[&str] = &["我公司", "本公司", "我司", "我单位", "本单位", "我厂", "本厂"];
    let raw = raw.trim_start_matches("兹有");
    let ours = OURS.iter().find_map(|word| raw.strip_prefix(word));
    let behind = ours.and_then(|rest| rest.split_once(person)).filter(|(word, _)| !word.is_empty());
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(['于', '在', '因', '不', '将']);
    (is_person(person) || transcribed(person)) && behind.is_some_and(|(_, rest)| ends(rest))
}

impl<'i> Parser<'i> {
    /// A field of the list form; `false` where it is an ordinary label after all.
    pub(super) fn field(&mut self, name: field::Name, value: &'i [Item], at: usize) -> bool {
        let called = name == field::Name::Called;
        match name {
            // 权利人：柳青苗遗失…: a sentence behind a label.
            field::Name::Holder | field::Name::Called if loss(value).is_some() => {
                self.clause(value);
            }
            // 姓名：柳青苗；单位：某律师事务所；证件：…: where he works.
            field::Name::Holder
                if self.fields.open
                    && self.said.drafts.last().is_some_and(|draft| {
                        let person = is_person(&draft.holder) || unlisted(&draft.holder);
                        person && draft.documents.is_empty()
                    })
                    && !of_person(value) => {}
            // 姓名：… in a notice that names its holder already.
            field::Name::Holder | field::Name::Called
                if !self.fields.open
                    && self.said.drafts.last().is_some_and(|draft| !draft.holder.is_empty()) =>
            {
                self.bearer(value, called);
            }
            field::Name::Holder | field::Name::Called => {
                let started = self.said.drafts.last().is_some_and(|d| !d.holder.is_empty());
                if started || self.said.drafts.is_empty() {
                    let told = phrase::holder(value);
                    if self.said.drafts.is_empty() && !self.fields.open {
                        self.said.lead = Some(told.name.clone());
                    }
                    self.fields.open = true;
                    // 《律师执业证》，执业证号：…，持证人：柳青苗.
                    let paper = self.lead.take_if(|lead| rest_is_list(lead));
                    self.said.drafts.push(Draft { at, ..Draft::default() });
                    self.take_holder(value);
                    if let Some(paper) = paper {
                        self.more(paper);
                    }
                } else {
                    self.take_holder(value);
                }
            }
            field::Name::Document => {
                let whole = |draft: &Draft| !draft.holder.is_empty() && !draft.documents.is_empty();
                let first = self.said.drafts.is_empty();
                self.fields.document_first |= first;
                let next = self.fields.document_first && self.said.drafts.last().is_some_and(whole);
                if first || next {
                    self.said.drafts.push(Draft { at, ..Draft::default() });
                }
                // 遗失人柳青苗，证件：导游证: named without a sign.
                if first && let Some(owner) = self.lead.take_if(|lead| named(lead)) {
                    self.take_holder(owner);
                }
                self.more(value);
            }
            field::Name::Copies => {
                let words = written(value);
                if let Some(draft) = self.said.drafts.last_mut() {
                    count(&mut draft.documents, &words);
                }
            }
            field::Name::Remark => {
                if value.is_empty() {
                    return true;
                }
                self.clause(value);
            }
        }
        true
    }

    /// 遗失某学院学生证，姓名：柳青苗: whose paper of that school it is. A company may itself have lost the card
    /// whose 持证人 is one of its people.
    fn bearer(&mut self, value: &[Item], called: bool) {
        let draft = self.draft();
        let school = draft.documents.iter().any(|paper| of_school(&draft.holder, &paper.name));
        // 遗失某银行存单，户名：柳青苗: whose the deposit is, and not where.
        let deposit = called && draft.beside && draft.documents.iter().all(|p| of_deposit(&p.name));
        if deposit {
            draft.documents.iter_mut().for_each(without_bank);
        }
        // 某股份经济合作社股权证，户主：柳青苗.
        let member = draft.beside
            && !draft.documents.is_empty()
            && draft.documents.iter().all(|paper| of_member(&paper.name));
        // 遗失某保险公司保险单，投保人：柳青苗.
        let insurer = draft.holder.contains("保险") || draft.holder.contains("人寿");
        let insured = insurer
            && draft.beside
            && draft.documents.iter().all(|paper| paper.name.contains('保'));
        // 柳大江遗失…出生医学证明，新生儿姓名：柳小禾.
        let born = called && draft.documents.iter().all(|paper| paper.name.contains("出生"));
        if of_person(value)
            && (deposit || born || member || insured || (draft.issued() && (called || school)))
        {
            draft.holder.clear();
            (draft.beside, draft.issuer) = (false, false);
            self.take_holder(value);
        }
    }

    pub(super) fn take_holder(&mut self, phrase: &[Item]) {
        let phrase = of_child(phrase);
        let told = phrase::holder(phrase);
        let repaired = told.repaired.into_iter();
        let at = phrase.first().map_or(0, |item| item.at);
        self.said.repaired.extend(repaired.map(|(old, new)| (at, old, new)));
        let raw = text(phrase);
        let draft = self.draft();
        draft.each |= told.each;
        draft.former = raw.starts_with('原') && !told.name.starts_with('原');
        if PRONOUN.contains(&told.name.as_str()) || of_our_own(&raw) {
            draft.speaker = true;
        } else if serving(&raw, &told.name) {
            draft.speaker = true;
            draft.employee = Some(told.name);
        } else {
            draft.holder = told.name;
            draft.shop = told.shop;
        }
        draft.numbers.extend(told.numbers);
        draft.carry(told.plates);
        self.take_loose();
    }

    /// What was told before anything was lost: 本人柳青苗，车牌号：…，不慎将….
    pub(super) fn take_loose(&mut self) {
        let numbers = std::mem::take(&mut self.said.loose.numbers);
        let waiting = self.said.loose.documents.iter_mut().filter(|loose| loose.name.is_empty());
        let plates = waiting.flat_map(|loose| std::mem::take(&mut loose.plates)).collect();
        let draft = self.draft();
        draft.numbers.extend(numbers);
        draft.carry(plates);
    }
}
