//! Reads the pieces of a page one after the other: what each says, what belongs to the notice before
//! it, and what becomes a record or is given back unread.

mod doubt;
mod outcome;
mod printed;
mod source;
mod unsigned;
mod withheld;

use self::source::Source;
use super::glyph::{Glyph, Lines, glyphs};
use super::grammar::{self, Draft, Said};
use super::heading::{Heading, advertises, look_alike};
use super::holder::{self, Trust};
use super::lex::{self, Item, What};
use super::piece::{Piece, passed_over, pieces};
use super::{Change, Identifier, Reading, Reason, Unread, documents, number, phrase, side, words};
use crate::domain::kinds::notice::Of;
use crate::import::text::concealed;

/// Reads a page.
pub(super) fn read(text: &str) -> Reading {
    let printed = glyphs(text);
    let unfolded = side::unfolded(text, &printed);
    let source = Source::of(text, unfolded.as_deref());
    let glyphs = unfolded.unwrap_or(printed);
    let mut reader = Reader {
        source,
        pending: None,
        waiting: Vec::new(),
        unsigned: Vec::new(),
        above: None,
        out: Reading::default(),
    };
    for piece in pieces(text, &glyphs) {
        match piece.refused {
            Some(reason) => reader.refuse(&piece, reason),
            None => reader.piece(&piece),
        }
    }
    reader.flush();
    reader.give_up();
    reader.out.records.sort_by_key(|record| record.line);
    reader.out.unread.sort_by_key(|unread| unread.at);
    reader.out
}

/// Notices begun, until the next piece shows that nothing more belongs to them.
struct Pending {
    drafts: Vec<Draft>,
    heading: Option<Heading>,
    words: String,
    unknown: usize,
    /// Somebody is asked for objections.
    objections: bool,
    at: usize,
    end: usize,
    signed: bool,
    /// The body whose name stood alone above: 某公司, and below it 本公司遗失….
    above: Option<String>,
}

struct Reader<'t> {
    source: Source<'t>,
    pending: Option<Pending>,
    /// Whole notices that nothing declared void yet: 以上均声明作废 may still come.
    waiting: Vec<Pending>,
    /// Notices of one who speaks of himself, whose one signature is still to come.
    unsigned: Vec<Pending>,
    /// The name of a body that was the last paragraph, and nobody's signature.
    above: Option<String>,
    out: Reading,
}

/// A piece with more characters than this is running text, not a notice.
const LONGEST: usize = 1_500;
/// So many characters of a piece are shown where it is unread.
const SHOWN: usize = 60;

impl Reader<'_> {
    fn piece(&mut self, piece: &Piece) {
        let above = self.above.take().filter(|_| piece.fresh);
        let words: String =
            piece.glyphs.iter().map(|g| g.c).filter(|c| !c.is_whitespace()).collect();
        let mut heading = piece.heading;
        if let Some(reason) = passed_over(piece.heading) {
            // A whole notice behind a look-alike without an empty line between them is a notice; so is
            // one under a head that only says 公告 with whose it is.
            let own = piece.first && reason != Reason::OtherNotice;
            if own || !whole(piece, &words) {
                self.flush();
                return self.pass(piece, &words, reason);
            }
            heading = None;
        }
        let items = lex::items(&piece.glyphs);
        if items.len() > LONGEST {
            return self.flush();
        }
        if piece.fresh && piece.first {
            self.flush();
            self.give_up();
        }
        let mut said = grammar::read(&items);
        let papers = said.drafts.iter().any(|draft| !draft.documents.is_empty());
        let open = said.drafts.is_empty() || (piece.paper.is_some() && !papers);
        if open && piece.heading == Some(Heading::Declared) {
            said = under_declared(&items).unwrap_or(said);
        }
        if open && piece.heading == Some(Heading::Void) {
            // Trade among the lines of a list has lost nothing, and its telephone is nobody's number.
            if advertises(&words) {
                self.flush();
                return self.unread_piece(piece, &words, &said);
            }
            said = listed(piece, &items);
        }
        said.drafts.iter_mut().for_each(|draft| draft.condition |= piece.condition);
        self.same_holder(piece, &words, &mut said);
        if said.drafts.is_empty() && traditional(&words) {
            self.flush();
            return self.unread(piece, Reason::Traditional);
        }
        if said.drafts.is_empty() {
            if said.loose.void && for_all(&words) {
                self.declare_waiting();
            }
            if self.signed_in_order(piece) || self.continues(piece, &items, &said, &words) {
                return;
            }
            self.flush();
            self.above = title(piece, &said, &words);
            return self.unread_piece(piece, &words, &said);
        }
        self.take_over(piece, &mut said);
        // 声明人：某公司 behind a notice is its signature.
        if self.signature(&said, piece) {
            return;
        }
        if !self.sets_aside(piece, &said) {
            self.flush();
        }
        // …。遗失某证, 以上均声明作废: the last of a list declares for all.
        if ["以上", "上述", "上列"].iter().any(|word| {
            words.find(word).is_some_and(|at| for_all(&words[at..]) && words[at..].contains("作废"))
        }) {
            self.declare_waiting();
        }
        let at = piece.glyphs.first().map_or(0, |g| g.at);
        let end = piece.glyphs.last().map_or(0, |g| g.at);
        for (at, old, new) in &said.repaired {
            let change = Change::Repaired(concealed(old), new.clone());
            self.out.changes.push((*at, change));
        }
        self.pending = Some(Pending {
            drafts: said.drafts,
            heading,
            objections: piece.condition || words.contains("异议"),
            words,
            unknown: said.unknown,
            at,
            end,
            signed: false,
            above,
        });
    }

    /// …声明作废;同时遗失法人章…: who lost the one lost the other.
    fn same_holder(&self, piece: &Piece, words: &str, said: &mut Said) {
        if !piece.fresh
            && (piece.joined
                || ["同时", "另", "并", "还", "又"].iter().any(|word| words.starts_with(word)))
        {
            let owner = self.pending.as_ref().and_then(|pending| pending.drafts.last());
            for draft in said.drafts.iter_mut().filter(|draft| draft.holder.is_empty()) {
                draft.holder = owner.map(|owner| owner.holder.clone()).unwrap_or_default();
            }
        }
    }

    /// Whether a piece without a notice of its own belongs to the one before it.
    fn continues(&mut self, piece: &Piece, items: &[Item], said: &Said, text: &str) -> bool {
        let Some(pending) = &mut self.pending else { return false };
        let loose = &said.loose;
        // 律师提醒：身份证遗失后…与本人无关 speaks of everybody's.
        let spoken = words::any(words::LOSS, text) || words::any(&["提醒", "提示"], text);
        let renounced = loose.renounced && !spoken;
        let tells = loose.void || loose.closed || loose.condition || renounced;
        let name = said.lead.as_deref().map(phrase::trim).unwrap_or_default();
        let named = holder::trust(name) == Trust::Sure && said.unknown == 0;
        // ●收购旧邮票，13800000000: words of its own before a number, and nobody's name.
        let own = piece.fresh && !(said.lead.is_none() || named);
        // 5．皖M12345：道路运输证，业户为某公司: an item of a list, and not of the one above.
        let listed = pending.heading == Some(Heading::Void) && piece.heading == pending.heading;
        let told = phrase::labelled(items, 0).is_some()
            || matches!(items.first().map(|item| &item.what), Some(What::Number(_)));
        let own = own || (listed && !told);
        let numbers = (!loose.numbers.is_empty() || !loose.documents.is_empty()) && !own;
        let dated = items.iter().any(|item| item.what == What::Date);
        let titled = pending.heading.is_some();
        // 由此引起的一切责任与我公司无关: the signature is still to come.
        let silent = !(tells || numbers || dated || said.telling || said.lead.is_some());
        if !piece.fresh && silent && said.unknown == 0 {
            return true;
        }
        if (piece.fresh && !titled)
            || !(tells || numbers || (dated && name.is_empty()) || (named && !said.telling))
        {
            return false;
        }
        let whole = pending.drafts.iter().all(|draft| !draft.holder.is_empty() && !draft.issuer);
        if named && !tells && !numbers {
            // A signature; a name of its own after a whole notice without a heading is not ours.
            let own = pending.drafts.iter().any(|draft| draft.holder == holder::bare(name));
            if pending.signed || (whole && !own && !titled) {
                return false;
            }
            pending.signed = true;
        }
        for draft in &mut pending.drafts {
            draft.void |= loose.void;
            draft.closed |= loose.closed;
            draft.renounced |= renounced;
            let objections = words::awaits(text);
            draft.condition |= loose.condition && (objections || !draft.void);
            let office = draft.condition && registers(name);
            if named && !office && (draft.holder.is_empty() || draft.former || draft.issuer) {
                draft.holder = holder::bare(name).to_owned();
            }
        }
        if numbers && let [draft] = pending.drafts.as_mut_slice() {
            let listed = loose.documents.iter().flat_map(|d| d.numbers.iter());
            let all: Vec<Identifier> = loose.numbers.iter().chain(listed).cloned().collect();
            number(draft, &all);
            if let Some(last) = draft.documents.last_mut() {
                last.plates.extend(loose.documents.iter().flat_map(|d| d.plates.iter().cloned()));
            }
        }
        pending.objections |= text.contains("异议");
        pending.end = piece.glyphs.last().map_or(pending.end, |g| g.at);
        true
    }

    /// 新生儿姓名：柳小禾，性别：男。因保管不善，将《出生医学证明》遗失: who it is stands in the sentence before,
    /// where nothing is lost yet.
    fn take_over(&mut self, piece: &Piece, said: &mut Said) {
        let [draft] = said.drafts.as_mut_slice() else { return };
        let named = |pending: &mut Pending| {
            let [before] = pending.drafts.as_slice() else { return false };
            before.documents.is_empty() && !before.holder.is_empty() && !before.void
        };
        if piece.fresh || draft.documents.is_empty() || !(draft.holder.is_empty() || draft.issuer) {
            return;
        }
        if let Some(before) = self.pending.take_if(named).and_then(|mut it| it.drafts.pop()) {
            draft.holder = before.holder;
            draft.numbers.splice(0..0, before.numbers);
            (draft.at, draft.issuer) = (before.at, false);
        }
    }

    /// 声明人：某公司 in a piece of its own, behind a notice whose holder it names.
    fn signature(&mut self, said: &Said, piece: &Piece) -> bool {
        let [draft] = said.drafts.as_slice() else { return false };
        if !draft.documents.is_empty() || said.telling || draft.holder.is_empty() {
            return false;
        }
        // 声明人：柳青苗, once more under what he declares in paragraphs.
        let waiting = self.waiting.last().and_then(|last| last.drafts.last());
        let above = waiting.map(|draft| &draft.holder);
        let above = above.or(self.out.records.last().map(|record| &record.holder));
        let Some(pending) = &mut self.pending else { return above == Some(&draft.holder) };
        for own in &mut pending.drafts {
            if own.holder.is_empty() || own.issuer {
                own.holder.clone_from(&draft.holder);
            }
        }
        if let [own] = pending.drafts.as_mut_slice() {
            number(own, &draft.numbers);
        }
        pending.end = piece.glyphs.last().map_or(pending.end, |g| g.at);
        true
    }

    /// A piece that gave no draft: worth a word only where it looks like a notice.
    fn unread_piece(&mut self, piece: &Piece, words: &str, said: &Said) {
        if piece.heading.is_none() && words::any(words::PROSE, words) {
            return;
        }
        let starts = words.starts_with("遗失") || words.starts_with("丢失");
        let under = titled(piece.heading);
        let declared = words.contains("作废");
        // A sign of the column that stands twice: ◆遗失◆◆遗失◆.
        if matches!(words, "遗失:" | "遗失" | "丢失:" | "丢失") {
            return;
        }
        if let Some(reason) = look_alike(words, declared).filter(|_| notice_like(words)) {
            return self.unread(piece, reason);
        }
        // An item of a list that names a paper.
        let item = piece.heading == Some(Heading::Void) && names_paper(words) && !advertises(words);
        if item || said.telling && (starts || under || declared) {
            self.unread(piece, Reason::Unclear);
        }
    }

    /// A piece under the heading of a look-alike: told once, with its heading's reason.
    fn pass(&mut self, piece: &Piece, words: &str, reason: Reason) {
        let same = self.out.unread.last().is_some_and(|last| last.reason == reason && !piece.fresh);
        let quiet = reason == Reason::OtherNotice && !heading_matters(words);
        if !same && !quiet {
            self.unread(piece, reason);
        }
    }

    /// A row of a table that is no notice as it stands.
    fn refuse(&mut self, piece: &Piece, reason: Reason) {
        self.flush();
        self.unread(piece, reason);
    }

    fn unread(&mut self, piece: &Piece, reason: Reason) {
        let start = piece.glyphs.first().map_or(0, |g| g.at);
        let end = piece.glyphs.last().map_or(0, |g| g.at);
        self.push_unread(start, end, reason);
    }

    fn push_unread(&mut self, start: usize, end: usize, reason: Reason) {
        let told = self.source.told(start, end);
        // Concealed before it is cut: half a number would not be seen.
        // Cell by cell first: two numbers side by side run together are none.
        let cells = told.split("  ").flat_map(|part| part.split(['\t', '|']));
        let joined: String =
            cells.map(|cell| concealed(&cell.split_whitespace().collect::<String>())).collect();
        let whole = withheld::covered(&concealed(&joined));
        let mut text: String = whole.chars().take(SHOWN).collect();
        if whole.chars().count() > SHOWN {
            text.push('…');
        }
        self.out.unread.push(Unread { line: self.source.line(start), at: start, text, reason });
    }
}

/// 遗失作废：某街道办事处食堂，食品经营许可证副本: what the head declares, where the line names a paper.
fn under_declared(items: &[Item]) -> Option<Said> {
    let said = grammar::read_declared(items, None, false);
    said.drafts.iter().any(|draft| !draft.documents.is_empty()).then_some(said)
}

/// Whether a text names a paper of the catalogue.
fn names_paper(words: &str) -> bool {
    let chars: Vec<char> = words.chars().take(120).collect();
    (0..chars.len()).any(|at| documents::longest_listed(&chars[at..]).is_some_and(|it| it > 1))
}

/// Whether this is the office that gives a new paper for the lost one, and signs the call for objections.
fn registers(name: &str) -> bool {
    let office = [
        "登记局",
        "登记中心",
        "规划局",
        "自然资源局",
        "国土资源局",
        "国土局",
        "土地局",
        "林业局",
        "房产局",
        "房管局",
        "服务中心",
    ];
    words::ending(&office, name).is_some()
}

/// A line of a list whose head has declared it void.
fn listed(piece: &Piece, items: &[Item]) -> Said {
    let said = grammar::read_declared(items, piece.paper.as_deref(), piece.item);
    let named = said.drafts.iter().any(|draft| !draft.holder.is_empty());
    let spaced = || grammar::read_spaced(&piece.glyphs, piece.paper.as_deref(), piece.item);
    if named { said } else { spaced().unwrap_or(said) }
}

/// The body whose name is a paragraph of its own: who speaks below it may be that.
fn title(piece: &Piece, said: &Said, words: &str) -> Option<String> {
    let name = phrase::trim(said.lead.as_deref().filter(|_| piece.fresh)?);
    let own = holder::body_suffix(name) || (piece.heading.is_some() && holder::is_person(name));
    let alone = name == words && own && holder::trust(name) == Trust::Sure;
    alone.then(|| name.to_owned())
}

/// Adds numbers that a later piece told: the holder's, and those of the last paper.
fn number(draft: &mut Draft, numbers: &[Identifier]) {
    let (own, papers): (Vec<_>, Vec<_>) =
        numbers.iter().cloned().partition(|number| number.of == Of::Holder);
    draft.numbers.extend(own);
    if let Some(last) = draft.documents.last_mut() {
        let named = papers.into_iter().filter_map(|read| number::of_document(read, &last.name));
        last.numbers.extend(named.collect::<Vec<_>>());
    }
}

/// Whether a text tells a loss and declares it void in traditional characters.
fn traditional(words: &str) -> bool {
    words::any(&["遺失", "丟失"], words) && words::any(&["聲明", "作廢", "掛失"], words)
}

/// Whether a declaration is for all that stands above.
fn for_all(words: &str) -> bool {
    let start: String = words.chars().take(12).collect();
    words::any(&["以上", "上述", "上列", "前述", "均声明", "一并声明", "全部声明"], &start)
}

/// Whether a heading tells of losses.
fn titled(heading: Option<Heading>) -> bool {
    matches!(heading, Some(Heading::Loss | Heading::Declared | Heading::Void))
}

/// Whether a piece is a notice by itself: a loss, a declaration, a name, a document, and nothing else.
fn whole(piece: &Piece, words: &str) -> bool {
    if piece.glyphs.len() > LONGEST
        || !words::any(words::LOSS, words)
        || !(words::any(words::VOID, words) || awaited(words))
        || look_alike(words, true).is_some()
    {
        return false;
    }
    let said = grammar::read(&lex::items(&piece.glyphs));
    let named = |draft: &Draft| {
        (draft.void || draft.condition)
            && !draft.documents.is_empty()
            && holder::trust(&draft.holder) >= Trust::Weak
    };
    said.unknown == 0 && !said.drafts.is_empty() && said.drafts.iter().all(named)
}

/// Whether a text asks for objections before a new paper is given.
fn awaited(words: &str) -> bool {
    words::any(words::CONDITION, words) && words.contains("异议") && words::awaits(words)
}

/// Short enough for a notice, and with a sign that it is addressed to the public.
fn notice_like(words: &str) -> bool {
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let addressed =
        ["联系", "者请", "启事", "特此", "公告", "声明", "必有", "电话", "登报", "更正"];
    words.chars().count() <= 400
        && (digits >= 7 || addressed.iter().any(|word| words.contains(word)))
        && (words::any(words::LOSS, words)
            || words::any(words::VOID, words)
            || words.contains("更正")
            || words.contains("招领"))
}

/// Whether an announcement under a heading of its own is worth telling.
fn heading_matters(words: &str) -> bool {
    words::any(words::LOSS, words)
        || words::any(words::VOID, words)
        || words.contains("公告")
        || words.contains("特此")
}
