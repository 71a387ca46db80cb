//! The grammar of one piece: clauses, and what each adds to the notices drafted so far.
//!
//! | clause | example |
//! |---|---|
//! | loss | 遗失〈holder〉〈documents〉; 〈holder〉不慎将〈documents〉遗失 |
//! | number | 证号：…、…; 皖U6F477 |
//! | documents | 公章、财务章各一枚 |
//! | declaration | 声明作废; 原证作废 |
//! | condition | 无异议则补发 |
//! | field | 遗失人：…; 证件名称：… |
//! | lead | 〈holder〉 before a loss in a later clause |
//!
//! What fits none of these is counted, so that running text with 遗失 in it is never taken for a
//! notice.

mod attach;

use super::border::border;
use super::clause::{
    after_sign, circumstances, clauses, declarable, find, from_body, given_to, issued,
    issued_behind, loss, named, of_person, placed, rest_is_list, solid, split_issued,
    starts_with_holder, strip_lead, strip_marks, strip_number,
};
use super::field;
use super::holder::{self, Trust};
use super::lex::{Item, What, run, text};
use super::number::Identifier;
use super::phrase::{self, Document, Documents, labelled};
use super::who::PRONOUN;
use super::words::{
    CLOSING, CONDITION, DISCLAIMER, IGNORED, REASON, REFERRING, VOID, any, longest,
};
use crate::domain::kinds::notice::Of;

/// A notice being read.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// Where it begins.
    pub(super) at: usize,
    pub(super) holder: String,
    /// The holder was written as 本公司: the name stands in the signature.
    pub(super) speaker: bool,
    pub(super) numbers: Vec<Identifier>,
    pub(super) documents: Vec<Document>,
    pub(super) void: bool,
    pub(super) closed: bool,
    pub(super) condition: bool,
}

/// What one piece says.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    pub(super) drafts: Vec<Draft>,
    /// What stood before any draft: numbers and declarations of an earlier piece's notice.
    pub(super) loose: Draft,
    /// The first clause where it may be a name: a signature, or a holder.
    pub(super) lead: Option<String>,
    /// A loss or a declaration is told.
    pub(super) telling: bool,
    /// Characters of clauses that fit nothing.
    pub(super) unknown: usize,
    pub(super) repaired: Vec<(usize, String, String)>,
}

/// Reads a piece.
pub(super) fn read(items: &[Item]) -> Said {
    let mut parser = Parser::default();
    for clause in clauses(items) {
        parser.clause(clause);
    }
    parser.finish();
    parser.said
}

#[derive(Default)]
struct Parser<'i> {
    said: Said,
    /// The first clause, until a loss says what it is.
    lead: Option<&'i [Item]>,
    fields: field::Fields,
}

impl<'i> Parser<'i> {
    fn draft(&mut self) -> &mut Draft {
        self.said.drafts.last_mut().unwrap_or(&mut self.said.loose)
    }

    fn clause(&mut self, clause: &'i [Item]) {
        let clause = strip_marks(strip_number(strip_marks(clause)));
        let Some(first) = clause.first() else { return };
        let words = text(clause);
        if let Some((name, value)) = field::read(clause) {
            if self.field(name, value, first.at) {
                return;
            }
        } else if longest(VOID, &run(clause, 8)).is_some() {
            return self.declaration();
        }
        if let Some((at, length)) = loss(clause) {
            return self.loss(clause, at, length);
        }
        if any(CONDITION, &words) {
            self.draft().condition = true;
            return;
        }
        if any(CLOSING, &words) {
            return self.closing(clause, &words);
        }
        if labelled(clause, 0).is_some()
            || phrase::worded(clause, 0).is_some_and(|end| end == clause.len())
            || matches!(first.what, What::Number(_) | What::Plate(_))
        {
            return self.numbers(clause);
        }
        self.other(clause, &words);
    }

    /// A clause without a word of its own: documents, a lead, circumstances.
    fn other(&mut self, clause: &'i [Item], words: &str) {
        let started = !self.said.drafts.is_empty();
        if started && (phrase::document(clause, 0).is_some() || phrase::copies(clause, 0).is_some())
        {
            return self.more(clause);
        }
        // 某公司因保管不善, 将公章遗失: the name before the reason.
        let owner = circumstances(clause, true);
        let reason =
            any(REASON, words) && (started || !solid(owner) || owner.len() == clause.len());
        let circumstance = IGNORED.iter().chain(REFERRING).any(|word| words.starts_with(word))
            || (reason && border(clause).is_none())
            || any(DISCLAIMER, words)
            || [
                "因", "由于", "根据", "依据", "按照", "如", "若", "凡", "由此", "一切", "自", "请",
                "责任", "否则", "现", "于", "在", "特", "经",
            ]
            .iter()
            .any(|word| words.starts_with(word))
            || words.is_empty();
        if circumstance {
            return;
        }
        if !started && self.lead.is_none() {
            self.said.lead = Some(text(owner));
            self.lead = Some(owner);
            return;
        }
        // 遗失发票一张，号码…，某公司声明作废: who declares is the holder.
        if self.said.drafts.last().is_some_and(|draft| draft.holder.is_empty() && !draft.speaker)
            && named(clause)
        {
            return self.take_holder(clause);
        }
        // A document the catalogue does not know, behind a holder that has none yet.
        if self.said.drafts.last().is_some_and(|draft| draft.documents.is_empty()) {
            return self.more(clause);
        }
        self.said.unknown += words.chars().count();
    }

    fn closing(&mut self, clause: &'i [Item], words: &str) {
        self.draft().closed = true;
        self.said.telling |= words.contains("挂失");
        // 特此声明柳青苗: the signature without a sign before it.
        if let Some((at, length)) = find(clause, CLOSING)
            && at + length < clause.len()
            && self.lead.is_none()
        {
            self.said.lead = Some(text(&clause[at + length..]));
        }
    }

    fn declaration(&mut self) {
        self.said.telling = true;
        if self.said.drafts.is_empty()
            && let Some(lead) = self.lead.take_if(|lead| declarable(lead))
        {
            self.start(lead, &[]);
        }
        if self.said.drafts.is_empty() {
            self.said.loose.void = true;
        }
        for draft in &mut self.said.drafts {
            draft.void = true;
        }
    }

    /// A field of the list form; `false` where it is an ordinary label after all.
    fn field(&mut self, name: field::Name, value: &'i [Item], at: usize) -> bool {
        match name {
            // 权利人：柳青苗遗失…: a sentence behind a label.
            field::Name::Holder if loss(value).is_some() => self.clause(value),
            // 姓名：… in a notice that names its holder already.
            field::Name::Holder
                if !self.fields.open
                    && self.said.drafts.last().is_some_and(|draft| !draft.holder.is_empty()) => {}
            field::Name::Holder => {
                let started = self.said.drafts.last().is_some_and(|d| !d.holder.is_empty());
                if started || self.said.drafts.is_empty() {
                    let told = phrase::holder(value);
                    if self.said.drafts.is_empty() && !self.fields.open {
                        self.said.lead = Some(told.name.clone());
                    }
                    self.fields.open = true;
                    self.said.drafts.push(Draft { at, ..Draft::default() });
                    self.take_holder(value);
                } else {
                    self.take_holder(value);
                }
            }
            field::Name::Document => {
                if self.said.drafts.is_empty() {
                    self.said.drafts.push(Draft { at, ..Draft::default() });
                }
                self.more(value);
            }
            field::Name::Copies => {
                let words = text(value);
                if let Some(last) = self.said.drafts.last_mut().and_then(|d| d.documents.last_mut())
                {
                    last.copies.get_or_insert(words);
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

    fn take_holder(&mut self, phrase: &[Item]) {
        let told = phrase::holder(phrase);
        let repaired = told.repaired.into_iter();
        let at = phrase.first().map_or(0, |item| item.at);
        self.said.repaired.extend(repaired.map(|(old, new)| (at, old, new)));
        let loose = std::mem::take(&mut self.said.loose.numbers);
        let draft = self.draft();
        if PRONOUN.contains(&told.name.as_str()) {
            draft.speaker = true;
        } else {
            draft.holder = told.name;
        }
        draft.numbers.extend(told.numbers);
        draft.numbers.extend(loose);
        if let Some(first) = draft.documents.first_mut() {
            first.plates.extend(told.plates);
        } else if !told.plates.is_empty() {
            draft.documents.push(Document { plates: told.plates, ..Document::default() });
        }
    }

    fn loss(&mut self, clause: &'i [Item], at: usize, length: usize) {
        self.said.telling = true;
        let raw = &clause[..at];
        let after = strip_marks(&clause[at + length..]);
        if REFERRING.iter().any(|word| text(raw).starts_with(word)) {
            return;
        }
        let lead = self.lead.take();
        // 将〈documents〉遗失.
        let placed = raw.iter().rposition(|item| matches!(item.char(), Some('将' | '把')));
        if let Some(placed) = placed
            && solid(strip_marks(&raw[placed + 1..]))
        {
            let owner = circumstances(&raw[..placed], true);
            let owner = if solid(owner) { Some(owner) } else { lead };
            let things = strip_marks(&raw[placed + 1..]);
            return match owner {
                Some(owner) => self.open(owner, things, after),
                None => self.start(things, after),
            };
        }
        let before = circumstances(raw, true);
        let things = strip_lead(after);
        match (solid(before), solid(things)) {
            (true, true) => self.open(before, things, &[]),
            (true, false) => match lead {
                Some(lead) if phrase::document(strip_lead(before), 0).is_some() => {
                    self.open(lead, before, &[]);
                }
                _ => self.start(before, &[]),
            },
            (false, true) => match lead {
                Some(lead)
                    if solid(lead)
                        && (!starts_with_holder(things)
                            || (of_person(lead) && from_body(things).is_some())
                            || (named(lead) && issued_behind(things))) =>
                {
                    self.open(lead, things, &[]);
                }
                _ => self.start(things, &[]),
            },
            (false, false) => match lead {
                Some(lead) => self.start(lead, &[]),
                None => self.said.unknown += 2,
            },
        }
    }

    /// A notice whose holder and documents stand apart.
    fn open(&mut self, owner: &'i [Item], things: &'i [Item], more: &'i [Item]) {
        let at = owner.first().or(things.first()).map_or(0, |item| item.at);
        self.said.drafts.push(Draft { at, ..Draft::default() });
        self.take_holder(owner);
        let things = strip_lead(things);
        if let Some((_, _, given)) = given_to(things) {
            // Whoever tells of the loss is the holder.
            self.more(given);
        } else if phrase::document(things, 0).is_none()
            && let Some(border) = border(things)
            && (things.get(border - 1).and_then(Item::char) == Some('的')
                || text(&things[border..]).starts_with("出生"))
            && holder::trust(&phrase::holder(&things[..border]).name) == Trust::Sure
        {
            // 柳青苗遗失柳小禾的出生医学证明: the documents name another owner.
            let draft = self.draft();
            draft.holder.clear();
            draft.speaker = false;
            self.take_holder(&things[..border]);
            self.more(&things[border..]);
        } else if let Some(at) = from_body(things).filter(|_| of_person(owner)) {
            self.more(&things[at..]);
        } else {
            self.more(issued(things));
        }
        if solid(more) {
            self.more(more);
        }
    }

    /// A notice whose holder and documents stand together.
    fn start(&mut self, items: &'i [Item], more: &'i [Item]) {
        let items = strip_lead(placed(strip_lead(items)));
        let at = items.first().map_or(0, |item| item.at);
        let previous = self.said.drafts.last().cloned();
        self.said.drafts.push(Draft { at, ..Draft::default() });
        let quoted = items.iter().position(|item| matches!(item.what, What::Quoted(_)));
        let direct = phrase::document(items, 0).is_some() && rest_is_list(items);
        let given = match given_to(items) {
            Some((_, owner, things)) => (owner, things),
            None => split_issued(items),
        };
        let given = (solid(given.0)
            && (phrase::document(given.1, 0).is_some() || labelled(given.1, 0).is_some()))
        .then_some(given);
        let (owner, things) = if let Some(given) = given.filter(|_| !direct) {
            given
        } else {
            match border(items).filter(|_| !direct) {
                Some(border) => (&items[..border], &items[border..]),
                None if direct => (&items[..0], items),
                None => match quoted.or_else(|| after_sign(items)) {
                    Some(border) => (&items[..border], &items[border..]),
                    None => split_issued(items),
                },
            }
        };
        let owner = circumstances(owner, false);
        if solid(owner) {
            self.take_holder(owner);
            self.affiliated();
        } else if let Some(previous) = previous.filter(|_| direct) {
            // 遗失公章一枚,遗失财务章一枚: the same holder.
            let draft = self.draft();
            (draft.holder, draft.numbers, draft.speaker) =
                (previous.holder, previous.numbers, previous.speaker);
        } else {
            let loose = std::mem::take(&mut self.said.loose.numbers);
            self.draft().numbers.extend(loose);
        }
        self.more(things);
        if solid(more) {
            self.more(more);
        }
    }

    /// 张三安徽大学毕业证书: the school belongs to the document.
    fn affiliated(&mut self) {
        let draft = self.draft();
        if let Some(at) = holder::affiliation(&draft.holder) {
            draft.holder.truncate(at);
        }
    }

    /// Adds documents and what stands among them.
    fn more(&mut self, items: &[Item]) {
        let at = items.first().map_or(0, |item| item.at);
        let told = phrase::documents(items);
        let Documents { list, of_holder, left_over, repaired } = told;
        self.said.unknown += left_over;
        self.said.repaired.extend(repaired.into_iter().map(|(old, new)| (at, old, new)));
        let draft = self.draft();
        let (own, mut before): (Vec<_>, Vec<_>) =
            of_holder.into_iter().partition(|number| number.of == Of::Holder || list.is_empty());
        draft.numbers.extend(own);
        for mut document in list {
            // 核准号为…的开户许可证: told before it is named.
            document.numbers.splice(0..0, before.drain(..));
            // A document named again before its number: 营业执照注册号….
            let again = draft.documents.iter_mut().find(|old| {
                document.copies.is_none()
                    && (old.name == document.name || old.name.ends_with(&document.name))
            });
            match again {
                Some(old) => {
                    old.numbers.append(&mut document.numbers);
                    old.plates.append(&mut document.plates);
                }
                None => match draft.documents.last_mut().filter(|last| last.name.is_empty()) {
                    Some(waiting) => {
                        let mut plates = std::mem::take(&mut waiting.plates);
                        plates.append(&mut document.plates);
                        *waiting = Document { plates, ..document };
                    }
                    None => draft.documents.push(document),
                },
            }
        }
    }

    fn finish(&mut self) {
        for draft in &mut self.said.drafts {
            draft.documents.retain(|document| !document.name.is_empty());
        }
        // 均声明作废 at the end holds for all; so does what closes them.
        let last = self.said.drafts.last().map(|last| (last.closed, last.condition));
        if let Some((closed, condition)) = last {
            for draft in &mut self.said.drafts {
                draft.closed |= closed;
                draft.condition |= condition;
            }
        }
        if let Some(first) = self.said.drafts.first_mut() {
            first.closed |= self.said.loose.closed;
            first.condition |= self.said.loose.condition;
        }
    }
}
