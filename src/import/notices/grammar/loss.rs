//! Clauses that tell a loss: who lost, and what.

use super::apiece::apiece;
use super::second::{owned, second};
use super::whose::{before_copies, before_number, insured, numbered_paper, owns};
use super::{Draft, Parser};
use crate::import::notices::border::border;
use crate::import::notices::clause::{
    after_sign, circumstances, declarable, has_document, headed, loss as tells_loss, named,
    of_person, only_tail, responsible, rest_is_list, skip_plates, solid, strip_lead, strip_marks,
    without_kind, without_particle,
};
use crate::import::notices::documents::{is_seal, of_people};
use crate::import::notices::holder::{self, Trust};
use crate::import::notices::kin::{keeper, kin, of_child};
use crate::import::notices::lex::{Item, What, run, text};
use crate::import::notices::origin::{
    acquired, dated_paper, described, from_body, given_by_office, given_to, issued, issued_behind,
    issued_to, placed, split_issued,
};
use crate::import::notices::phrase::{self, labelled};
use crate::import::notices::who::PRONOUN;
use crate::import::notices::words::{REASON, REFERRING, any, ending, longest};

impl<'i> Parser<'i> {
    /// A clause with a word of losing at `at`.
    pub(super) fn loss(&mut self, clause: &'i [Item], at: usize, length: usize) {
        let raw = &clause[..at];
        if refers(raw) {
            return;
        }
        // 项目部遗失：某公司某项目部遗失公章: the first is the head of its line.
        let behind = &clause[at + length..];
        if behind.first().is_some_and(|item| item.is_mark(':'))
            && tells_loss(strip_marks(behind))
                .is_some_and(|(at, _)| solid(&strip_marks(behind)[..at]))
        {
            return self.clause(behind);
        }
        // 遗失　某县医院医师柳青苗遗失资格证书: the same without a sign.
        if raw.is_empty() && headed_again(behind) {
            return self.clause(behind);
        }
        self.said.telling = true;
        let after = without_kind(strip_marks(&clause[at + length..]));
        if REFERRING.iter().any(|word| text(raw).starts_with(word)) {
            return;
        }
        // 因公司被盗, …: a reason that names no paper.
        let reason = text(raw).starts_with(['因', '由']);
        let asked = self.lead.is_some_and(|lead| {
            acquired(lead).is_some() || (self.labelled.is_some() && papered(lead))
        });
        if reason && !has_document(raw) && !solid(strip_lead(after)) && !asked {
            return;
        }
        let lead = self.lead.take().or_else(|| responsible(raw));
        // 同时声明该社业务专用章遗失.
        let said = longest(&["同时声明", "另声明", "并声明"], &run(raw, 4)).unwrap_or(0);
        let raw = &raw[said..];
        // 因我公司公章遗失, …: the reason itself names the loss.
        let raw = match longest(&["因", "由于", "因为", "鉴于"], &run(raw, 2)) {
            Some(length) if has_document(raw) && !any(REASON, &text(raw)) => &raw[length..],
            _ => raw,
        };
        // 将〈documents〉遗失.
        if let Some((placed, behind)) = placed_at(raw, after) {
            let owner = circumstances(&raw[..placed], true);
            let owner = if solid(owner) { Some(owner) } else { lead };
            let (things, after) = joined(strip_marks(&raw[behind..]), after);
            return match owner {
                Some(owner) => self.open(owner, &things, after),
                None => self.start(&things, after),
            };
        }
        let before = circumstances(raw, true);
        let things = strip_lead(after);
        // 某小吃店 经营者：柳青苗 遗失营业执照: the shop was named in a clause of its own.
        if let Some(lead) = lead.filter(|lead| holder::body_suffix(&text(lead)))
            && keeper(before)
            && solid(things)
        {
            return self.open(lead, things, &[]);
        }
        // 名称：某饭店⏎经营者：柳青苗⏎遗失：营业执照: the shop was named in a field.
        let waits = |draft: &Draft| !draft.holder.is_empty() && draft.documents.is_empty();
        if self.fields.open && keeper(before) && self.said.drafts.last().is_some_and(waits) {
            return self.more(things);
        }
        // 遗失身份证：柳青苗.
        if let Some((colon, end)) = headed(things)
            && (!solid(before) || PRONOUN.contains(&text(before).as_str()))
        {
            let documents = [&things[..colon], &things[end..]].concat();
            return self.open(&things[colon + 1..end], &documents, &[]);
        }
        // 林权证遗失：向宏轩: the paper is the head of its line, and who lost it stands behind.
        let colon = clause.get(at + length).is_some_and(|item| item.is_mark(':'));
        if colon && rest_is_list(before) {
            // …柳青苗 学号：1234.
            let told = (1..things.len()).find(|at| labelled(things, *at).is_some());
            let (who, told) = things.split_at(told.unwrap_or(things.len()));
            if follows(who, before) {
                return self.open(who, before, told);
            }
        }
        // 公章遗失一枚, 营业执照丢失(注册号:…): what stands behind belongs to the documents before.
        if solid(before) && has_document(before) && only_tail(things) {
            return self.lost(lead, &joined(before, things).0);
        }
        self.told(lead, before, things, colon);
    }

    /// A loss of which something may stand before the word, behind it, or in the clause before.
    fn told(&mut self, lead: Option<&'i [Item]>, before: &[Item], things: &'i [Item], colon: bool) {
        match (solid(before), solid(things)) {
            (true, true) => self.open(before, things, &[]),
            (true, false) => self.lost(lead, before),
            (false, true) => match lead {
                Some(lead) if owns(lead, things) => self.open(lead, things, &[]),
                // 遗失：柳青苗，身份证，…: the paper is still to come.
                None if colon && only_name(things) => self.open(things, &[], &[]),
                _ => {
                    self.unsure = Some(things).filter(|who| of_person(who) && !has_document(who));
                    self.start(things, &[]);
                }
            },
            (false, false) => match lead {
                // 柳青苗，房产证号：…，不慎遗失: what it is only the number's label tells.
                Some(lead) if self.labelled.is_some() && named(lead) && !has_document(lead) => {
                    self.open(lead, &[], &[]);
                }
                Some(lead) => self.start(lead, &[]),
                None => self.said.unknown += 2,
            },
        }
    }

    /// 〈holder〉〈documents〉遗失, the holder in an earlier clause perhaps.
    fn lost(&mut self, lead: Option<&'i [Item]>, before: &[Item]) {
        let bare = strip_lead(before);
        let direct = phrase::document(skip_plates(bare), 0).is_some();
        match lead {
            // 柳青苗二级建造师注册证书，注册编号：…，于搬迁途中遗失.
            Some(lead) if !has_document(before) && !named(before) && has_document(lead) => {
                self.start(lead, &[]);
            }
            // 某公司发票专用章（编号：…），法人章（编号：…）各1枚遗失.
            Some(lead) if direct && !named(lead) && declarable(lead) => {
                let at = before.first().map_or(0, |item| item.at);
                let joint = [Item { what: What::Mark('、'), at }];
                self.start(&[lead, &joint, before].concat(), &[]);
            }
            Some(lead) if direct => self.open(lead, before, &[]),
            Some(lead) if named(lead) && has_document(before) && owns(lead, before) => {
                self.open(lead, before, &[]);
            }
            // 某商行夜间被盗, 营业执照一份被窃: the documents are still to come.
            _ if !has_document(before)
                && (named(before) || PRONOUN.contains(&text(before).as_str())) =>
            {
                self.open(before, &[], &[]);
            }
            _ => self.start(before, &[]),
        }
    }

    /// A notice whose holder and documents stand apart.
    pub(super) fn open(&mut self, owner: &[Item], things: &[Item], more: &[Item]) {
        if let Some(owners) = apiece(owner) {
            return self.open_each(&owners, things, more);
        }
        if let Some((things, next)) = second(things) {
            self.open(owner, things, &[]);
            return self.start(next, more);
        }
        let at = owner.first().or(things.first()).map_or(0, |item| item.at);
        self.said.drafts.push(Draft { at, ..Draft::default() });
        self.take_holder(owner);
        let things = strip_lead(things);
        if let Some((_, _, given)) = given_to(things) {
            // Whoever tells of the loss is the holder.
            self.more(given);
        } else if let Some((_, paper)) = acquired(things).filter(|(who, _)| who.is_empty()) {
            self.more(paper);
        } else if numbered_paper(things) {
            self.more(things);
        } else if let Some(at) = dated_paper(things) {
            self.more(&things[at..]);
        } else if phrase::document(things, 0).is_none()
            && let Some(border) = border(things)
            && !issued_behind(things)
            && (things.get(border - 1).and_then(Item::char) == Some('的')
                || text(&things[border..]).starts_with("出生")
                || ((kin(&run(things, 6)).is_some() || owned(things))
                    && (!matches!(things[border].what, What::Quoted(_))
                        || holder::is_person(&phrase::holder(&things[..border]).name)))
                // 我村不慎将原某村村民委员会公章遗失: the seal tells who speaks.
                || (self.draft().speaker && sealed(things, border)))
            && holder::trust(&phrase::holder(without_particle(&things[..border])).name)
                == Trust::Sure
        {
            // 柳青苗遗失柳小禾的出生医学证明: the documents name another owner.
            let draft = self.draft();
            draft.holder.clear();
            draft.speaker = false;
            self.take_holder(without_particle(&things[..border]));
            self.more(&things[border..]);
        } else if phrase::document(issued(things), 0).is_some() {
            // 某局开具的门面房租金收据: the verb shows where the paper's name begins.
            self.more(issued(things));
        } else if let Some(at) = described(things, owner)
            .or_else(|| from_body(things).filter(|_| of_person(owner)))
            .or_else(|| insured(things))
        {
            self.more(&things[at..]);
        } else {
            self.more(issued(things));
        }
        if !more.is_empty() {
            self.more(more);
        }
    }

    /// A notice whose holder and documents stand together.
    fn start(&mut self, items: &[Item], more: &[Item]) {
        let items = of_child(strip_lead(placed(strip_lead(items))));
        if let Some((first, next)) = second(items) {
            self.start(first, &[]);
            return self.start(next, more);
        }
        let at = items.first().map_or(0, |item| item.at);
        let bare = skip_plates(items);
        let direct = phrase::document(bare, 0).is_some() && rest_is_list(bare);
        let waiting = |draft: &&Draft| {
            (!draft.holder.is_empty() || draft.speaker) && draft.documents.is_empty()
        };
        let waits = self.said.drafts.last().filter(waiting).is_some();
        if waits && direct {
            return self.more(items);
        }
        // 户名：某村委会，在某支行开立的开户许可证遗失: where the paper comes from, and nobody's name.
        if waits && self.fields.open && from_elsewhere(items) {
            return self.more(issued(items));
        }
        let previous = self.said.drafts.last().cloned();
        self.said.drafts.push(Draft { at, ..Draft::default() });
        let (owner, things) = if direct { (&items[..0], items) } else { apart(items) };
        let things = match phrase::vehicle(items, owner.len()) {
            // 柳青苗皖M12345|新能源车行驶证.
            Some(length) if owner.len() + things.len() == items.len() => &things[length..],
            _ => things,
        };
        let mut owner = without_particle(circumstances(owner, false));
        // 钟离雪之《房屋所有权证》.
        if matches!(things.first().map(|item| &item.what), Some(What::Quoted(_)))
            && let Some((last, who)) = owner.split_last()
            && last.char() == Some('之')
        {
            owner = who;
        }
        if solid(owner) {
            self.take_holder(owner);
            self.affiliated();
            // 不慎将某公司开具的收据遗失: a signature is surer than who issued the paper.
            self.draft().issuer = issued_behind(items) && !of_person(owner);
            self.draft().beside = true;
        } else if let Some(previous) = previous.filter(|_| direct) {
            // 遗失公章一枚,遗失财务章一枚: the same holder.
            let draft = self.draft();
            (draft.holder, draft.numbers, draft.speaker) =
                (previous.holder, previous.numbers, previous.speaker);
            draft.shop = previous.shop;
        } else {
            self.take_loose();
        }
        self.more(things);
        if !more.is_empty() {
            self.more(more);
        }
        // 遗失某学院学生证: a signature is surer than the school.
        let draft = self.draft();
        draft.issuer |= draft.issued();
    }

    /// A declaration without a loss: 某公司公章一枚, 声明作废.
    pub(super) fn declared(&mut self, lead: &[Item]) {
        self.start(lead, &[]);
    }

    /// 张三安徽大学毕业证书: the school belongs to the document.
    fn affiliated(&mut self) {
        let draft = self.draft();
        if let Some(at) = holder::affiliation(&draft.holder) {
            draft.holder.truncate(at);
        }
    }
}

/// 此后凡使用上述遗失公章签署的文件: speaks of what is lost already, and tells no loss.
fn refers(raw: &[Item]) -> bool {
    const SUPPOSING: &[&str] = &["此后", "今后", "如有", "若有", "如发现", "使用", "冒用"];
    // 凡小明 and 任何芳 are people.
    const WHOEVER: &[&str] = &["凡", "任何", "一切", "对于"];
    const USE: &[&str] = &["使用", "持有", "持", "拾", "捡", "发现", "冒用", "上述", "该"];
    let words = text(raw);
    let before = words.trim_end_matches(['已', '被']);
    let whoever = WHOEVER.iter().any(|word| words.starts_with(word));
    SUPPOSING.iter().any(|word| words.starts_with(word))
        || (whoever && USE.iter().any(|word| words.contains(word)))
        || ending(&["上述", "前述", "使用该", "使用此", "利用该"], before).is_some()
}

/// Whether a second loss is told behind the first, with somebody named before it and nothing else.
fn headed_again(behind: &[Item]) -> bool {
    let Some((at, length)) = tells_loss(behind) else { return false };
    let (who, things) = (&behind[..at], &behind[at + length..]);
    let plain = who.iter().all(|item| item.char().is_some());
    plain && !has_document(who) && named(who) && phrase::document(strip_lead(things), 0).is_some()
}

/// Where 将 stands that puts the documents before the loss, and where they begin; 将军大道 is a street.
fn placed_at(raw: &[Item], after: &[Item]) -> Option<(usize, usize)> {
    let paper = |at: usize| phrase::document(raw, at).is_some();
    let placing = |at: usize| match raw[at].char() {
        Some('将' | '把') => Some((at, at + 1)),
        // 柳青苗因毕业证书不慎丢失 says the same.
        Some('因') if at > 0 && paper(at + 1) => Some((at, at + 1)),
        // 因门店失窃，致公章丢失; 因保管不善，致使其不动产权证书遗失.
        Some('致' | '导' | '造') => {
            let word = longest(&["致使", "导致", "致", "造成"], &run(&raw[at..], 2))?;
            let lead = longest(&["其名下", "其", "本人", "原"], &run(&raw[at + word..], 3));
            let begins = at + word + lead.unwrap_or(0);
            paper(begins).then_some((at, begins))
        }
        _ => None,
    };
    let (placed, begins) = (0..raw.len()).rev().find_map(placing)?;
    let things = strip_marks(&raw[begins..]);
    let named = has_document(after) && !has_document(things);
    (solid(things) && !named).then_some((placed, begins))
}

/// Whether a name and nothing else stood before a reason, and so has lost what the label of a number names.
fn papered(lead: &[Item]) -> bool {
    lead.iter().all(|item| item.char().is_some() || item.is_mark('、')) && of_person(lead)
}

/// Whether a body's name stands before its own seal.
fn sealed(things: &[Item], border: usize) -> bool {
    let seal = phrase::document(things, border).is_some_and(|(name, _)| is_seal(&name));
    // 我中心遗失一枚党支部印章: a count begins no name.
    let counted = phrase::copies(things, 0).is_some();
    seal && !counted && holder::body_suffix(&text(&things[..border]))
}

/// Whether what stands behind 〈document〉遗失： is a name and nothing more; 公章遗失：请速备案 tells what to
/// do.
fn follows(things: &[Item], papers: &[Item]) -> bool {
    let plain = things.iter().all(|item| item.char().is_some() || item.is_mark('、'));
    let told = phrase::document(things, 0).is_some() || labelled(things, 0).is_some();
    let person = phrase::document(papers, 0).is_some_and(|(paper, _)| of_people(&paper));
    let sure = holder::trust(&phrase::holder(things).name) == Trust::Sure;
    plain && !told && (sure || (person && of_person(things)))
}

/// Whether a phrase is a person's name and nothing more.
fn only_name(things: &[Item]) -> bool {
    let name = phrase::holder(things).name;
    let named = holder::is_person(&name)
        || (holder::body_suffix(&name) && holder::trust(&name) == Trust::Sure);
    things.iter().all(|item| item.char().is_some()) && named && !has_document(things)
}

/// Documents and what belongs to them behind the word of losing, as one phrase; else both apart.
fn joined<'a>(things: &[Item], after: &'a [Item]) -> (Vec<Item>, &'a [Item]) {
    if only_tail(after) {
        ([things, after].concat(), &after[..0])
    } else {
        (things.to_vec(), after)
    }
}

/// Whether a phrase begins with where a paper comes from.
fn from_elsewhere(items: &[Item]) -> bool {
    matches!(items.first().and_then(Item::char), Some('在' | '由' | '从' | '于'))
}

/// 某公司综合楼项目部资料专用章: the project's office is whose seal it is, where no name ends before it: where
/// the documents begin.
fn of_project(items: &[Item], border: usize) -> usize {
    let Some(length) = longest(&["项目经理部", "项目部"], &run(&items[border..], 8)) else {
        return border;
    };
    let name = phrase::holder(&items[..border]).name;
    // 某公司综合楼 names what is built, and a restaurant too.
    let built = ending(&["楼", "工程", "标段", "项目", "大桥", "道路"], &name).is_some();
    let sure = holder::trust(&name) == Trust::Sure && !built;
    let behind = border + length;
    let shown = !sure && phrase::document(items, behind).is_some();
    if shown { behind } else { border }
}

/// Holder and documents of a phrase that holds both.
fn apart(items: &[Item]) -> (&[Item], &[Item]) {
    if let Some(apart) = issued_to(items) {
        return apart;
    }
    // 柳青苗于2016年5月4日交付的某花园购房款收据.
    let spoken = |at: &usize| matches!(items[*at].char(), Some('于' | '在'));
    let dated =
        (1..items.len()).filter(spoken).find_map(|at| Some((at, at + dated_paper(&items[at..])?)));
    if let Some((day, paper)) = dated
        && holder::trust(&phrase::holder(&items[..day]).name) == Trust::Sure
    {
        return (&items[..day], &items[paper..]);
    }
    if let Some(got) = acquired(items).filter(|(who, _)| !who.is_empty()) {
        return got;
    }
    let given = match given_to(items) {
        Some((_, owner, things)) => (owner, things),
        None => split_issued(items),
    };
    // 某银行某支行签发的承兑汇票: who issued a bill has not lost it.
    let bank = ["银行", "支行", "分行", "信用社", "营业部"];
    if issued_behind(items) && ending(&bank, &phrase::holder(given.0).name).is_some() {
        return (&items[..0], given.1);
    }
    // 某局颁发的教师资格证，持证人：柳青苗: nor an office that gave a person his paper.
    if given_by_office(items)
        && phrase::document(given.1, 0).is_some_and(|(paper, _)| of_people(&paper))
    {
        return (&items[..0], given.1);
    }
    if solid(given.0) && (phrase::document(given.1, 0).is_some() || labelled(given.1, 0).is_some())
    {
        return given;
    }
    // 2016年5月4日由某局颁发的结婚证: what the day and the office tell is of the paper.
    let dated = items.first().is_some_and(|item| item.what == What::Date);
    if !solid(given.0)
        && (dated || from_elsewhere(items))
        && issued_behind(items)
        && phrase::document(given.1, 0).is_some()
    {
        return (&items[..0], given.1);
    }
    // 某学校皖（2018）某县不动产权第0082728号不动产权证书: the number before its paper.
    if let Some(number) = before_number(items) {
        return items.split_at(number);
    }
    let quoted = items.iter().position(|item| matches!(item.what, What::Quoted(_)));
    match border(items).or(quoted).or_else(|| after_sign(items)) {
        Some(border) => items.split_at(before_copies(items, of_project(items, border))),
        None => split_issued(items),
    }
}
