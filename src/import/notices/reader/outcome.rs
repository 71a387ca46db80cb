//! What becomes of a notice that has come to its end: records, a wait for words that declare it void, or
//! a passage given back unread.

use super::doubt;
use super::printed::restore;
use super::withheld::withheld;
use super::{Pending, Reader, notice_like, titled};
use crate::import::notices::documents::{names_somebody, of_bodies};
use crate::import::notices::glyph::is_private;
use crate::import::notices::grammar::Draft;
use crate::import::notices::heading::{Heading, look_alike, not_lost};
use crate::import::notices::holder::{Trust, can_lose, trust};
use crate::import::notices::records::{each, records, unpaired};
use crate::import::notices::{Change, Reason, Record, people, phrase, words};

impl Reader<'_> {
    /// Makes records of what is pending.
    pub(super) fn flush(&mut self) {
        if let Some(pending) = self.pending.take() {
            self.sign(&pending);
            self.end(pending);
        }
    }

    /// Makes records of a notice.
    pub(super) fn end(&mut self, pending: Pending) {
        if pending.heading.is_none() && prose(&pending) {
            return;
        }
        let mut pending = pending;
        if let Some(above) = pending.above.take() {
            let speaks = |draft: &&mut Draft| draft.speaker && draft.holder.is_empty();
            for draft in pending.drafts.iter_mut().filter(speaks) {
                draft.holder.clone_from(&above);
            }
        }
        if pending.heading == Some(Heading::Void) {
            for draft in &mut pending.drafts {
                draft.void = true;
            }
        }
        let declared = pending.drafts.iter().any(|draft| draft.void);
        if let Some(reason) = look_alike(&pending.words, declared) {
            if notice_like(&pending.words) || pending.heading.is_some() {
                self.push_unread(pending.at, pending.end, reason);
            }
            return;
        }
        // 遗失作废声明: an advert under it is one all the same, which is why it is looked for first.
        let titled = pending.heading == Some(Heading::Declared);
        for draft in &mut pending.drafts {
            draft.void |= titled || draft.renounced;
        }
        let declared = declared || pending.drafts.iter().any(|draft| draft.void);
        if !declared && waits(&pending) {
            self.waiting.push(pending);
            return;
        }
        self.record(&pending, declared);
    }

    /// 以上均声明作废: for all that stood waiting.
    pub(super) fn declare_waiting(&mut self) {
        for mut pending in std::mem::take(&mut self.waiting) {
            for draft in &mut pending.drafts {
                draft.void = true;
            }
            self.record(&pending, true);
        }
    }

    /// Nothing was declared after all.
    pub(super) fn give_up(&mut self) {
        for pending in std::mem::take(&mut self.waiting) {
            self.record(&pending, false);
        }
    }

    /// The records of a notice that has come to its end.
    fn record(&mut self, pending: &Pending, declared: bool) {
        let mut records = Vec::new();
        let mut reason = None;
        for draft in &pending.drafts {
            match self.judge(draft, pending) {
                Ok(mut made) => records.append(&mut made),
                Err(why) => reason = reason.or(Some(why)),
            }
        }
        once(&mut records);
        // Under 下列证件遗失，声明作废 the head has told that all below was lost.
        let told = pending.heading == Some(Heading::Void);
        if !records.is_empty() && not_lost(&pending.words, told) {
            return self.push_unread(pending.at, pending.end, Reason::OtherNotice);
        }
        if let Some(reason) = reason {
            let starts = pending.words.starts_with("遗失") || titled(pending.heading);
            let plain = reason == Reason::NotDeclared && plainly(pending);
            let awaited = pending.objections && pending.drafts.iter().any(|draft| draft.condition);
            if declared || starts || plain || awaited {
                self.push_unread(pending.at, pending.end, reason);
            }
        }
        if !records.is_empty() {
            let notice = self.source.told(pending.at, pending.end);
            restore(&notice, &mut records);
            self.changes(pending.at, pending.end, &notice);
            for (at, shown) in withheld(&notice, &records) {
                let at = self.source.place(pending.at, pending.end, at);
                self.out.changes.push((at, Change::Withheld(shown)));
            }
        }
        self.out.records.append(&mut records);
    }

    /// Whether a draft is a notice, and its records.
    fn judge(&self, draft: &Draft, pending: &Pending) -> Result<Vec<Record>, Reason> {
        let under = titled(pending.heading);
        let objections = draft.condition && pending.objections;
        if !(draft.void || draft.closed || objections || under) {
            return Err(Reason::NotDeclared);
        }
        if draft.documents.is_empty() {
            return Err(Reason::NoDocument);
        }
        if draft.holder.is_empty() {
            return Err(Reason::NoHolder);
        }
        // Running text that tells of a loss has much that fits nothing.
        let most = if under { 60 } else { 24 };
        let named = |paper: &phrase::Document| {
            people::person_of(people::holder_of(&draft.holder, &paper.name), &paper.name)
        };
        let exact = draft.documents.iter().any(|paper| {
            of_bodies(&paper.name) && (paper.copies.is_some() || !paper.numbers.is_empty())
        });
        let known = can_lose(&draft.holder, exact)
            || !people::several(&draft.holder).is_empty()
            || draft.documents.iter().all(named);
        if !known || pending.unknown > most {
            return Err(Reason::Unclear);
        }
        let nobodys = |paper: &phrase::Document| {
            let (name, paper) = (&*draft.holder, &*paper.name);
            doubt::pupil(name, paper) || doubt::profession(name, paper)
        };
        if draft.documents.iter().any(nobodys) {
            return Err(Reason::Unclear);
        }
        if draft.documents.iter().any(doubt::paper) {
            return Err(Reason::NoDocument);
        }
        let schooled = |paper: &phrase::Document| people::of_school(&draft.holder, &paper.name);
        if draft.printed() || draft.beside && draft.documents.iter().any(schooled) {
            return Err(Reason::NoHolder);
        }
        // 妹夫陈小河户口簿: somebody's name within a paper's would be published whole.
        let naming = |paper: &phrase::Document| names_somebody(&paper.name);
        if unpaired(draft) || draft.documents.iter().any(naming) {
            return Err(Reason::Unclear);
        }
        let line = self.source.line(draft.at);
        let of = |draft: &Draft| -> Vec<Record> {
            draft.documents.iter().flat_map(|document| records(draft, document, line)).collect()
        };
        let each = each(draft);
        let made = if each.is_empty() { of(draft) } else { each.iter().flat_map(of).collect() };
        let doubtful = made.iter().any(|record| doubt::holder(&record.holder));
        if doubtful { Err(Reason::Unclear) } else { Ok(made) }
    }

    /// Reports characters of a notice that were read as others, or that other machines cannot show.
    fn changes(&mut self, start: usize, end: usize, notice: &str) {
        let wide = |c: &(usize, char)| matches!(c.1, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
        let mut wides = notice.char_indices().filter(wide);
        if let Some((at, _)) = wides.next() {
            let run: String = notice[at..].chars().take_while(|c| wide(&(0, *c))).collect();
            // A number is told by its length: its digits may be a citizen's.
            let shown: String = run.chars().take(2).chain(['…']).collect();
            let change = Change::Width(shown, wides.count() + 1);
            self.out.changes.push((self.source.place(start, end, at), change));
        }
        for (at, c) in notice.char_indices().filter(|(_, c)| is_private(*c)) {
            self.out.changes.push((self.source.place(start, end, at), Change::Private(c)));
        }
    }
}

/// Leaves out what was told twice in one notice: 营业执照连同公章被人拿走…，今登报声明，营业执照和公章一起作废.
fn once(records: &mut Vec<Record>) {
    let mut at = 1;
    while at < records.len() {
        let (before, own) = (&records[..at], &records[at]);
        let again = before.iter().any(|old| {
            (&old.holder, &old.document) == (&own.holder, &own.document)
                && own.identifiers.iter().all(|number| old.identifiers.contains(number))
                && own.copies.as_ref().is_none_or(|words| old.copies.as_ref() == Some(words))
        });
        if again {
            records.remove(at);
        } else {
            at += 1;
        }
    }
}

/// Whether a text is an article's; 某分局民警柳青苗 says who has lost something.
fn prose(pending: &Pending) -> bool {
    let named = pending.drafts.iter().filter(|draft| !draft.holder.is_empty());
    let police: Vec<String> = named.map(|draft| format!("民警{}", draft.holder)).collect();
    let own = ["人民警察"].into_iter().chain(police.iter().map(String::as_str));
    words::any_outside(words::PROSE, own, &pending.words)
}

/// Whether a notice says nothing but who lost what: it may have been declared void in words nobody knows.
fn plainly(pending: &Pending) -> bool {
    let sure = |draft: &Draft| trust(&draft.holder) == Trust::Sure && !draft.documents.is_empty();
    pending.unknown <= 4 && notice_like(&pending.words) && pending.drafts.iter().all(sure)
}

/// Whether a notice lacks nothing but the declaration.
fn waits(pending: &Pending) -> bool {
    let whole = |draft: &Draft| {
        !draft.holder.is_empty() && !draft.documents.is_empty() && !draft.closed && !draft.condition
    };
    !pending.drafts.is_empty() && pending.drafts.iter().all(whole)
}
