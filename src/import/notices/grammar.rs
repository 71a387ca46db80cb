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

mod apiece;
mod attach;
mod draft;
mod fields;
mod list;
mod loss;
mod second;
mod vehicle;
mod whose;

pub(super) use self::draft::Draft;
use super::border::border;
use super::clause::{
    circumstances, clauses, declarable, enumerated, find, has_document, loss, named, pointed,
    responsible, rest_is_list, skip_plates, solid, strip_marks, strip_number,
};
use super::field;
use super::glyph::Glyph;
use super::holder::{self, Trust};
use super::lex::{self, Item, What, run, text};
use super::number::of_document;
use super::origin::acquired;
use super::phrase::{self, Document, Documents, labelled, named_number, share_plate};
use super::ship::with_ships;
use super::words::{
    CLOSING, CONDITION, DISCLAIMER, IGNORED, REASON, REFERRING, VOID, any, awaits, longest,
    renounces,
};
use crate::domain::kinds::notice::Of;

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
    let mut items = enumerated(with_ships(pointed(items)));
    // 声明作废：某厂公章一枚.
    if let Some(length) = longest(VOID, &run(&items, 8))
        && items.get(length).is_some_and(|item| item.is_mark(':'))
    {
        items = declared(items.split_off(length + 1));
    }
    let mut parser = Parser::default();
    for clause in clauses(&items) {
        parser.clause(clause);
    }
    parser.finish();
    // 现声明作废，并申请补发: declared here and now, and nobody is asked for objections.
    if declared_at_once(&text(&items)) {
        for draft in parser.said.drafts.iter_mut().filter(|draft| draft.void) {
            draft.condition = false;
        }
    }
    parser.said
}

/// Reads a line under 下列证件声明作废, which has no such words of its own.
/// `paper` is what the heading says that all below it have lost, be it `alone` a name that stands there.
pub(super) fn read_declared(items: &[Item], paper: Option<&str>, alone: bool) -> Said {
    match list::told(items, paper, alone) {
        Some(told) => read(&told),
        None => read(&declared(items.to_vec())),
    }
}

/// The same of a line whose parts nothing but spaces part: 柳青苗　居民身份证　编号：3499….
pub(super) fn read_spaced(line: &[Glyph], paper: Option<&str>, alone: bool) -> Option<Said> {
    let marked = |g: &Glyph| matches!(g.c, ',' | ';' | '。');
    let blank = |g: &Glyph| g.c.is_whitespace();
    let start = line.iter().take_while(|g| blank(g)).count();
    let end = line.iter().rposition(|g| !blank(g)).map_or(start, |at| at + 1);
    let bare = &line[start..end];
    if bare.iter().any(marked) || !bare.iter().any(|g| g.c == ' ') {
        return None;
    }
    let spaced = |g: &Glyph| Glyph { c: if g.c == ' ' { ',' } else { g.c }, ..*g };
    let glyphs: Vec<Glyph> = bare.iter().map(spaced).collect();
    let said = read_declared(&lex::items(&glyphs), paper, alone);
    let named = |draft: &Draft| !draft.holder.is_empty() && !draft.documents.is_empty();
    (!said.drafts.is_empty() && said.drafts.iter().all(named)).then_some(said)
}

/// A line with the words that were said for it.
fn declared(mut items: Vec<Item>) -> Vec<Item> {
    // Behind the names and before the numbers, which are then known to be the document's.
    let end = items.iter().position(|item| item.is_mark(',') || item.is_mark(';'));
    let end = end.unwrap_or(items.len());
    let at = items.get(end).or(items.last()).map_or(0, |item| item.at);
    let words = [What::Mark(',')].into_iter().chain("声明作废".chars().map(What::Char));
    let words: Vec<_> = words.map(|what| Item { what, at }).collect();
    items.splice(end..end, words);
    items
}

/// Whether a text declares void without waiting: 现声明该证作废.
fn declared_at_once(words: &str) -> bool {
    let behind = words.find("声明").map(|at| &words[at..]);
    let near = |rest: &str| rest.find("作废").is_some_and(|at| rest[..at].chars().count() <= 24);
    behind.is_some_and(near) && !awaits(words)
}

/// Without 及, 以及 before a paper that goes on with those of the clause before, and without 内有 before
/// what was in the bag.
fn without_joint(clause: &[Item]) -> &[Item] {
    const JOINTS: &[&str] = &[
        "及",
        "以及",
        "和",
        "与",
        "连同",
        "还有",
        "外加",
        "内有",
        "内装",
        "内含",
        "装有",
        "包内有",
        "里面有",
    ];
    let joint = longest(JOINTS, &run(clause, 3));
    let behind = joint.map(|length| &clause[length..]);
    behind.filter(|rest| phrase::document(rest, 0).is_some()).unwrap_or(clause)
}

/// 柳青苗：坐落于某小区的房屋: whose it is, without where it lies.
fn before_place(owner: &[Item]) -> &[Item] {
    let colon = owner.iter().position(|item| item.is_mark(':'));
    let Some((who, place)) = colon.and_then(|at| owner.split_at_checked(at)) else { return owner };
    let lies = longest(&["坐落", "座落", "位于"], &run(&place[1..], 2)).is_some();
    let named = lies && holder::trust(&phrase::holder(who).name) == Trust::Sure;
    if named { who } else { owner }
}

/// Whether a clause tells no more than why, when, or what follows: 因…, 如有…, 与本人无关. `reason` says that it
/// holds a word of reasons.
fn circumstantial(clause: &[Item], words: &str, reason: bool) -> bool {
    const BEGIN: &[&str] = &[
        "因", "由于", "根据", "依据", "按照", "如", "若", "凡", "由此", "一切", "自", "请", "责任",
        "否则", "现", "在", "特", "经",
    ];
    // 移民搬迁安置小区业主委员会: a word of reasons within a name is none.
    let bodied = holder::body_suffix(words) && holder::trust(words) == Trust::Sure;
    words.is_empty()
        || IGNORED.iter().chain(REFERRING).chain(BEGIN).any(|word| words.starts_with(word))
        || (reason && border(clause).is_none() && !bodied)
        || any(DISCLAIMER, words)
        // 于洋军人保障卡: a surname too.
        || (words.starts_with('于') && border(clause).is_none())
}

#[derive(Default)]
struct Parser<'i> {
    said: Said,
    /// The first clause, until a loss says what it is.
    lead: Option<&'i [Item]>,
    fields: field::Fields,
    /// 遗失柳小禾，女，…: who has lost something, if the next clause says so.
    unsure: Option<&'i [Item]>,
    /// Who was named behind a whole notice: the next paper is that one's.
    another: Option<&'i [Item]>,
    /// What the label of a number names, 出生医学证明编号：…, for a notice that names nothing else.
    labelled: Option<String>,
}

impl<'i> Parser<'i> {
    fn draft(&mut self) -> &mut Draft {
        self.said.drafts.last_mut().unwrap_or(&mut self.said.loose)
    }

    fn clause(&mut self, clause: &'i [Item]) {
        let clause = without_joint(strip_marks(strip_number(strip_marks(clause))));
        let Some(first) = clause.first() else { return };
        let words = text(clause);
        let unsure = self.unsure.take();
        if matches!(words.as_str(), "男" | "女")
            && let Some(who) = unsure
        {
            self.said.unknown = self.said.unknown.saturating_sub(who.len());
            return self.take_holder(who);
        }
        if let Some((name, value)) = field::read(clause) {
            if self.field(name, value, first.at) {
                return;
            }
        } else if let Some(length) = longest(VOID, &run(clause, 8)) {
            self.declaration();
            // …遗失，声明作废：皖M12345、皖M23456.
            let behind = strip_marks(&clause[length..]);
            let told = matches!(behind.first().map(|i| &i.what), Some(What::Sign(_)));
            if told && !self.said.drafts.is_empty() {
                self.numbers(behind);
            }
            // 遗失以下证照，声明作废：办学许可证副本.
            let marked = clause.get(length).is_some_and(|item| item.is_mark(':'));
            if marked && phrase::document(behind, 0).is_some() {
                self.stands_for(behind);
            }
            return;
        }
        if let Some((at, length)) = loss(clause) {
            return self.loss(clause, at, length);
        }
        self.draft().renounced |= renounces(&words);
        if any(CONDITION, &words) {
            self.draft().condition = true;
            // 柳青苗申请补发位于某镇的不动产权证书，…，因保管不善遗失.
            let lead = self.lead.is_none() && self.said.drafts.is_empty();
            if lead && acquired(clause).is_some_and(|(who, _)| !who.is_empty()) {
                self.lead = Some(clause);
            }
            return;
        }
        if any(CLOSING, &words) {
            // 证号：1234挂失: the number without a sign behind it.
            if labelled(clause, 0).is_some() {
                self.numbers(clause);
            }
            return self.closing(clause, &words);
        }
        // …，皖M23456营运证: a plate before its paper is no number of the one before.
        if matches!(first.what, What::Sign(_))
            && !self.said.drafts.is_empty()
            && phrase::document(skip_plates(clause), 0).is_some()
        {
            return self.more(clause);
        }
        // 皖M12345车主柳青苗，行驶证丢了: whose it is; 皖M12345号牌一副，所有人：…: what it is.
        if matches!(first.what, What::Sign(_)) && self.said.drafts.is_empty() && self.lead.is_none()
        {
            let behind = skip_plates(clause);
            let told = labelled(behind, 0).is_none() && named(behind);
            if told || phrase::document(behind, 0).is_some() {
                return self.other(clause, &words);
            }
        }
        if labelled(clause, 0).is_some()
            || phrase::worded(clause, 0).is_some_and(|end| end == clause.len())
            || matches!(first.what, What::Number(_) | What::Sign(_))
            || (self.papered() && phrase::document(clause, 0).is_none() && named_number(clause))
        {
            return self.numbers(clause);
        }
        self.other(clause, &words);
    }

    /// Whether the last notice names a document.
    fn papered(&self) -> bool {
        self.said.drafts.last().is_some_and(|draft| !draft.documents.is_empty())
    }

    /// A clause without a word of its own: documents, a lead, circumstances.
    fn other(&mut self, clause: &'i [Item], words: &str) {
        let started = !self.said.drafts.is_empty();
        // 收款单位：某局 tells of the paper, and 收款单 is none.
        let label = longest(IGNORED, &run(clause, 12));
        if label.is_some_and(|length| clause.get(length).is_some_and(|item| item.is_mark(':'))) {
            return;
        }
        // 所有证照，包括营业执照、公章.
        if let Some(length) =
            longest(&["包括", "包含", "其中包括", "具体为", "即"], &run(clause, 4))
            && phrase::document(clause, length).is_some()
            && self.stands_for(&clause[length..])
        {
            return;
        }
        // 存单金额贰拾万元 tells of the paper, and is no other.
        const OF_PAPER: &[&str] = &["金额", "面额", "票面", "日期", "有效期"];
        let behind = phrase::document(clause, 0).map(|(_, end)| run(&clause[end..], 3));
        if started && behind.is_some_and(|rest| longest(OF_PAPER, &rest).is_some()) {
            return;
        }
        if started && (phrase::document(clause, 0).is_some() || phrase::copies(clause, 0).is_some())
        {
            let another = self.another.take();
            if let Some(owner) = another.filter(|_| phrase::document(clause, 0).is_some()) {
                self.said.unknown = self.said.unknown.saturating_sub(owner.len());
                return self.open(owner, clause, &[]);
            }
            return self.more(clause);
        }
        // 遗失柳小禾，女，2019年10月26日出生的《出生医学证明》.
        let bare = self.said.drafts.last().is_some_and(|draft| draft.documents.is_empty());
        if bare
            && let Some(of) = clause.iter().position(|item| item.char() == Some('的'))
            && text(&clause[..of]).ends_with("出生")
            && phrase::document(clause, of + 1).is_some()
        {
            return self.more(&clause[of + 1..]);
        }
        // 某公司因保管不善, 将公章遗失: the name before the reason.
        let owner = circumstances(clause, true);
        let reason =
            any(REASON, words) && (started || !solid(owner) || owner.len() == clause.len());
        let circumstance = circumstantial(clause, words, reason);
        if circumstance {
            if !started && self.lead.is_none() {
                self.lead = responsible(clause);
            }
            return;
        }
        // 柳青苗，学生证（18050217）、校园一卡通，统统丢失.
        if !started
            && phrase::document(clause, 0).is_some()
            && rest_is_list(clause)
            && let Some(lead) = self.lead.take_if(|lead| named(lead) && !has_document(lead))
        {
            return self.open(lead, clause, &[]);
        }
        if !started && self.lead.is_none() {
            let owner = before_place(owner);
            self.said.lead = Some(text(owner));
            self.lead = Some(owner);
            return;
        }
        // 遗失发票一张，号码…，某公司声明作废: who declares is the holder.
        if self.said.drafts.last().is_some_and(|draft| draft.holder.is_empty() && !draft.speaker)
            && named(clause)
            && !words.starts_with(['就', '特', '至', '故', '即', '望', '另'])
        {
            return self.take_holder(clause);
        }
        // …行驶证，乙护照，声明作废: another person's.
        if self.said.drafts.last().is_some_and(|draft| !draft.documents.is_empty())
            && second::owned(clause)
        {
            return self.declared(clause);
        }
        // A document the catalogue does not know, behind a holder that has none yet.
        if self.said.drafts.last().is_some_and(|draft| draft.documents.is_empty()) {
            return self.more(clause);
        }
        // …核准号…；某公司某分公司，营业执照副本.
        let bodily = |name: &str| holder::body_suffix(name) && holder::trust(name) == Trust::Sure;
        let two = self.said.drafts.last().is_some_and(|draft| bodily(&draft.holder));
        self.another = Some(clause).filter(|_| two && bodily(words));
        self.said.unknown += words.chars().count();
    }

    /// Papers that a word for several stands for, 全部证照, in its stead; `false` where there is none.
    fn stands_for(&mut self, papers: &[Item]) -> bool {
        let Some(draft) = self.said.drafts.last_mut() else { return false };
        let word = draft.documents.last().is_none_or(|last| phrase::collective(&last.name));
        if word {
            draft.documents.pop();
            self.more(papers);
        }
        word
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
            self.declared(lead);
        }
        if self.said.drafts.is_empty() {
            self.said.loose.void = true;
        }
        for draft in &mut self.said.drafts {
            draft.void = true;
        }
    }

    /// Adds documents and what stands among them.
    fn more(&mut self, items: &[Item]) {
        let at = items.first().map_or(0, |item| item.at);
        let told = phrase::documents(items);
        let Documents { mut list, of_holder, left_over, repaired, copies } = told;
        self.said.unknown += left_over;
        self.said.repaired.extend(repaired.into_iter().map(|(old, new)| (at, old, new)));
        let draft = self.draft();
        if let (Some(words), [.., last]) = (copies, draft.documents.as_mut_slice()) {
            last.copies.get_or_insert(words);
        }
        let (own, mut before): (Vec<_>, Vec<_>) =
            of_holder.into_iter().partition(|number| number.of == Of::Holder || list.is_empty());
        draft.numbers.extend(own);
        if let Some(waiting) = draft.documents.last().filter(|last| last.name.is_empty()) {
            share_plate(&waiting.plates, list.get_mut(1..).unwrap_or_default());
        }
        for mut document in list {
            // 核准号为…的开户许可证: told before it is named.
            let named = before.drain(..).filter_map(|number| of_document(number, &document.name));
            document.numbers.splice(0..0, named.collect::<Vec<_>>());
            // A document named again before its number: 营业执照注册号….
            let again = draft.documents.iter_mut().find(|old| {
                // 毕业证编号 is the number of a 毕业证书.
                let bare = |name: &str| name.trim_end_matches('书').to_owned();
                document.copies.is_none() && bare(&old.name).ends_with(&bare(&document.name))
            });
            match again {
                Some(old) => {
                    old.numbers.append(&mut document.numbers);
                    old.respective |= document.respective;
                    let known = |plate: &String| !old.plates.contains(plate);
                    let plates: Vec<_> = document.plates.into_iter().filter(known).collect();
                    old.plates.extend(plates);
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
        let labelled = self.labelled.take().filter(|_| self.said.telling);
        for draft in &mut self.said.drafts {
            draft.documents.retain(|document| !document.name.is_empty());
            if let Some(name) = labelled.clone().filter(|_| draft.documents.is_empty()) {
                draft.documents.push(Document { name, ..Document::default() });
            }
            draft.settle();
            draft.bear();
            vehicle::share(&mut draft.documents);
        }
        // 均声明作废 at the end holds for all; so does what closes them.
        let last = self.said.drafts.last();
        let last = last.map(|last| (last.closed, last.condition, last.renounced));
        if let Some((closed, condition, renounced)) = last {
            for draft in &mut self.said.drafts {
                draft.closed |= closed;
                draft.renounced |= renounced;
                draft.condition |= condition;
            }
        }
        if let Some(first) = self.said.drafts.first_mut() {
            first.closed |= self.said.loose.closed;
            first.condition |= self.said.loose.condition;
        }
    }
}
