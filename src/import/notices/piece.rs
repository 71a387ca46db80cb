//! A page cut into pieces, each a sentence or a field list that may be one notice.
//!
//! Lines are no units: a newspaper's columns break sentences and numbers anywhere. A piece ends at a
//! full stop, before a bullet, at an empty line, at a heading, behind 声明作废 where another notice
//! follows, and at a line's end only where what stands there is complete.

mod furniture;
mod signature;

use self::furniture::{advert, masthead};
use self::signature::{date_ends, signed, speaker_signed};
use super::glyph::{BULLET, Glyph};
use super::heading::{Heading, Reason, before, heading, inline, paged, paper, part, spaced};
use super::holder::{self, Trust};
use super::words::{CLOSING, LOSS, VOID, longest};
use super::{grammar, lex};

/// A run of characters that belongs together.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) glyphs: Vec<Glyph>,
    /// The heading it stands under.
    pub(super) heading: Option<Heading>,
    /// The paper that the heading names for all below it.
    pub(super) paper: Option<String>,
    /// The first behind an empty line, a bullet or a heading: nothing before it belongs to it.
    pub(super) fresh: bool,
    /// The first under its heading.
    pub(super) first: bool,
    /// Goes on with the sentence before it: 声明作废；遗失….
    pub(super) joined: bool,
}

/// The pieces of a page.
pub(super) fn pieces(glyphs: &[Glyph]) -> Vec<Piece> {
    let mut cutter = Cutter::default();
    let lines: Vec<&[Glyph]> = glyphs.split_inclusive(|glyph| glyph.c == '\n').collect();
    let mut written = lines.iter().map(|line| solid(line)).filter(|line| !line.is_empty());
    let name = match (written.next(), written.next()) {
        (Some(first), Some(next)) => paged(&first, &next).then_some(first),
        _ => None,
    };
    for line in lines {
        if cutter.done.is_empty() && cutter.heading.is_none() && name == Some(solid(line)) {
            cutter.start(Heading::Open);
            continue;
        }
        cutter.line(line);
    }
    cutter.flush();
    cutter.done
}

/// The heading that a line is; 江淮生活　公告 is a page's name, and no announcement.
fn headed(line: &[Glyph], solid: &str, complete: bool) -> Option<Heading> {
    let found = heading(solid, complete);
    let open = matches!(found, None | Some(Heading::Other(Reason::OtherNotice)));
    let raw: String = line.iter().map(|g| g.c).collect();
    if open && complete { spaced(&raw).or(found) } else { found }
}

/// A line without its spaces.
fn solid(line: &[Glyph]) -> String {
    line.iter().map(|g| g.c).filter(|c| !c.is_whitespace()).collect()
}

#[derive(Default)]
struct Cutter {
    done: Vec<Piece>,
    buffer: Vec<Glyph>,
    /// A loss was told in the buffer.
    loss: bool,
    heading: Option<Heading>,
    /// The heading of the whole column, whose parts may have heads of their own.
    column: Option<Heading>,
    /// The paper that the heading names for all below it.
    paper: Option<String>,
    /// It is the head of a part.
    parted: bool,
    /// The look-alike it is in is one item of a numbered list.
    item: bool,
    /// Something stood under the heading already.
    used: bool,
    fresh: bool,
    /// The buffer is being cut behind a declaration within a sentence.
    cut: bool,
    /// An empty line stood within 声明作废, it seems: the next line decides.
    gap: bool,
}

impl Cutter {
    /// An empty line.
    fn blank(&mut self) {
        self.flush();
        self.fresh = true;
        // A look-alike is one paragraph; a heading over a column of notices holds for all.
        if self.used && matches!(self.heading, Some(Heading::Other(_))) {
            self.heading = None;
        }
    }

    fn line(&mut self, line: &[Glyph]) {
        let solid = solid(line);
        if solid.is_empty() {
            self.gap = self.loss && self.tail().ends_with("声明");
            if !self.gap {
                self.blank();
            }
            return;
        }
        if std::mem::take(&mut self.gap) && !solid.starts_with("作废") {
            self.blank();
        }
        // The head of a page, with day, address and hotline, is no part of what stands below.
        let start: Vec<char> = solid.chars().take(24).collect();
        let trade = self.complete() && inline(&start).is_none() && advert(&solid);
        if !self.loss && (masthead(&solid) || trade) {
            self.flush();
            self.take(line);
            return self.flush();
        }
        let complete = self.complete();
        if (complete || self.ended()) && self.part(&solid) {
            return;
        }
        if let Some(found) = headed(line, &solid, complete) {
            self.start(found);
            self.column = Some(found);
            self.paper = paper(&solid).filter(|_| found == Heading::Void);
            return;
        }
        let skip = line.iter().take_while(|g| g.c.is_whitespace() || g.c == BULLET).count();
        let bulleted = line[..skip].iter().any(|g| g.c == BULLET);
        let mut rest = &line[skip..];
        if bulleted {
            self.bullet();
        }
        let whole: Vec<char> = rest.iter().map(|g| g.c).collect();
        let head: Vec<char> = whole.iter().take(24).copied().collect();
        if complete || bulleted || super::heading::opens(&head) {
            if let Some((found, length)) = inline(&head).or_else(|| before(&whole)) {
                self.start(found);
                rest = &rest[length.min(rest.len())..];
            } else if let Some(length) = list_number(&head) {
                rest = self.numbered(rest, &head, length);
            }
        }
        let field = super::field::name(&head).is_some_and(|length| head.get(length) == Some(&':'));
        let opens = longest(&["遗失", "兹遗失", "兹有", "丢失"], &head).is_some_and(|length| {
            !field && longest(&["声明", "公告", "启事"], &head[length..]).is_none()
        });
        // Under 下列证件作废 each line that a mark closed is one notice.
        let listed = self.heading == Some(Heading::Void)
            && (self.ended() || list_number(&head).is_some() || self.listed(rest))
            || (self.parted && list_number(&head).is_some());
        // …特声明作废。某纸坊 ⏎ 我店不慎遗失…: who signed stands behind his notice on the same line.
        let signed = self
            .done
            .last()
            .filter(|_| !self.fresh)
            .is_some_and(|last| speaker_signed(&last.glyphs, &self.buffer, &head));
        if bulleted
            || complete
            || signed
            || listed
            || (opens && (self.loss || self.foreign()))
            || field_start(&head)
        {
            self.flush();
        }
        self.fresh |= bulleted;
        if opens && self.used && matches!(self.heading, Some(Heading::Other(_))) {
            self.heading = None;
        }
        self.take(rest);
    }

    /// A sign before an item of a list: what announces something else is one item.
    fn bullet(&mut self) {
        self.flush();
        if self.used && matches!(self.heading, Some(Heading::Other(_))) {
            self.heading = None;
        }
    }

    fn start(&mut self, found: Heading) {
        self.flush();
        (self.heading, self.used, self.fresh) = (Some(found), false, true);
        (self.paper, self.item, self.parted) = (None, false, false);
    }

    /// An item of a numbered list: what is left of its line. 13、道歉声明：… is something else, and is
    /// one item.
    fn numbered<'l>(&mut self, line: &'l [Glyph], head: &[char], number: usize) -> &'l [Glyph] {
        self.flush();
        if std::mem::take(&mut self.item) {
            self.heading = self.column;
        }
        let rest = &line[number.min(line.len())..];
        let other = inline(&head[number.min(head.len())..]);
        match other {
            Some((found @ Heading::Other(_), length))
                if !matches!(self.heading, Some(Heading::Other(_))) =>
            {
                self.start(found);
                self.item = true;
                &rest[length.min(rest.len())..]
            }
            _ => rest,
        }
    }

    /// The head of a part of the column, which holds up to the next one; a look-alike has none.
    fn part(&mut self, solid: &str) -> bool {
        let Some(part) = part(solid) else { return false };
        if matches!(self.heading, Some(Heading::Other(_))) {
            return false;
        }
        let over = self.column.unwrap_or(Heading::Open);
        self.start(if part.void { Heading::Void } else { over });
        (self.paper, self.parted) = (part.paper, true);
        true
    }

    fn take(&mut self, line: &[Glyph]) {
        for glyph in line {
            match glyph.c {
                BULLET => {
                    self.bullet();
                    self.fresh = true;
                    continue;
                }
                '。' | '!' => {
                    // Also inside a bracket: one left open must not swallow the page.
                    self.buffer.push(*glyph);
                    self.flush();
                    continue;
                }
                _ => {}
            }
            self.buffer.push(*glyph);
        }
        // Two characters back, for a word broken over the line's end.
        let from = self.buffer.len().saturating_sub(line.len() + 2);
        let text: String = self.buffer[from..].iter().map(|g| g.c).filter(|c| *c != '\n').collect();
        self.loss |= LOSS.iter().any(|word| text.contains(word));
    }

    /// The last words of the buffer.
    fn tail(&self) -> String {
        let tail = self.buffer.len().saturating_sub(40);
        self.buffer[tail..].iter().map(|g| g.c).filter(|c| !c.is_whitespace()).collect()
    }

    /// Whether what stands in the buffer has come to its end: nothing, a full stop, a declaration, a
    /// day.
    fn complete(&self) -> bool {
        let text = self.tail();
        let text = text.trim_end_matches([',', ';', ':']);
        text.is_empty()
            || VOID.iter().chain(CLOSING).any(|word| text.ends_with(word))
            || date_ends(text)
            || (self.used && signed(text))
    }

    /// Whether what stands in the buffer is a whole line of a list, and the next line another.
    fn listed(&self, line: &[Glyph]) -> bool {
        let paper = self.paper.as_deref();
        !self.buffer.is_empty()
            && self.buffer.len() + line.len() <= LISTED
            && lists(&self.buffer, paper)
            && lists(line, paper)
    }

    /// Whether a mark closes what stands in the buffer.
    fn ended(&self) -> bool {
        self.tail().ends_with([';', '。'])
    }

    /// Whether what stands in the buffer cannot be the beginning of a notice: the signature under a
    /// look-alike, an advertisement that ends with its telephone.
    fn foreign(&self) -> bool {
        let text = self.tail();
        let under = self.used && matches!(self.heading, Some(Heading::Other(_)));
        let phone = text.bytes().rev().take_while(u8::is_ascii_digit).count() >= 7
            && super::words::any(&["电话", "联系", "热线", "微信"], &text);
        phone || (under && super::holder::body_suffix(&text))
    }

    fn flush(&mut self) {
        self.loss = false;
        let buffer = std::mem::take(&mut self.buffer);
        if buffer.iter().all(|g| g.c.is_whitespace()) {
            return;
        }
        let mut from = 0;
        for cut in run_on(&buffer) {
            self.push(&buffer[from..cut]);
            let mut before = buffer[..cut].iter().rev().map(|g| g.c);
            let last = before.find(|c| !c.is_whitespace());
            self.cut = matches!(last, Some(';' | ','));
            from = cut;
        }
        self.push(&buffer[from..]);
        self.cut = false;
    }

    fn push(&mut self, glyphs: &[Glyph]) {
        let blank =
            |g: &Glyph| g.c.is_whitespace() || matches!(g.c, ',' | ';' | '。' | ':' | '、' | '!');
        let lead = glyphs.iter().take_while(|g| blank(g)).count();
        let glyphs = &glyphs[lead..];
        if glyphs.is_empty() {
            return;
        }
        let joined = self.cut;
        let first = !std::mem::replace(&mut self.used, true);
        let (heading, paper) = (self.heading, self.paper.clone());
        let fresh = std::mem::take(&mut self.fresh);
        self.done.push(Piece { glyphs: glyphs.to_vec(), heading, paper, fresh, first, joined });
    }
}

/// So long may two lines of a list be.
const LISTED: usize = 240;

/// Whether a line of a list names who lost what, beyond doubt.
fn lists(line: &[Glyph], paper: Option<&str>) -> bool {
    let said = grammar::read_declared(&lex::items(line), paper);
    let whole = |draft: &grammar::Draft| {
        !draft.documents.is_empty() && holder::trust(&draft.holder) == Trust::Sure
    };
    said.unknown == 0 && matches!(said.drafts.as_slice(), [draft] if whole(draft))
}

/// Behind a declaration another notice may follow without a full stop: where each begins.
fn run_on(glyphs: &[Glyph]) -> Vec<usize> {
    let chars: Vec<char> = glyphs.iter().map(|g| g.c).collect();
    let stands = |list: &[&str], at: usize| longest(list, &chars[at..]).is_some();
    // Where the last loss and the last declaration stand: what comes behind a cut must hold both.
    let last = |list: &[&str]| (0..chars.len()).rev().find(|at| stands(list, *at));
    let (Some(last_loss), Some(last_void)) = (last(LOSS), last(VOID)) else { return Vec::new() };
    let mut cuts = Vec::new();
    let mut at = (0..chars.len()).find(|at| stands(LOSS, *at)).unwrap_or(chars.len());
    while at < chars.len() {
        let Some(length) = longest(VOID, &chars[at..]) else {
            at += 1;
            continue;
        };
        let mut end = at + length;
        loop {
            let rest = &chars[end..];
            let blank = |c: &&char| c.is_whitespace() || matches!(c, ',' | ';');
            let gap = rest.iter().take_while(blank).count();
            let closing = longest(CLOSING, &rest[gap..]);
            end += gap + closing.unwrap_or(0);
            if closing.is_none() {
                break;
            }
        }
        if end < chars.len() && last_loss >= end && last_void >= end {
            cuts.push(end);
        }
        at = end.max(at + 1);
    }
    cuts
}

/// `1.`, `(2)`, `③`, `3、` at the beginning of a line: how many characters.
fn list_number(chars: &[char]) -> Option<usize> {
    if chars.first().is_some_and(|c| ('①'..='⑳').contains(c)) {
        return Some(1);
    }
    let open = usize::from(chars.first() == Some(&'('));
    let digits = chars[open..].iter().take_while(|c| c.is_ascii_digit()).count();
    let close = chars.get(open + digits)?;
    let shaped = (1..=2).contains(&digits)
        && if open == 1 { *close == ')' } else { matches!(close, '.' | '、' | ')') };
    let number_goes_on = chars.get(open + digits + 1).is_some_and(char::is_ascii_digit);
    (shaped && !number_goes_on).then_some(open + digits + 1)
}

/// A line that begins with the first field of the list form.
fn field_start(chars: &[char]) -> bool {
    const FIRST: &[&str] =
        &["遗失人", "声明人", "遗失单位", "持证人", "丢失人", "遗失者", "声明单位", "权利人"];
    longest(FIRST, chars).is_some_and(|length| chars.get(length) == Some(&':'))
}

/// The reason a heading gives for passing over what stands under it.
pub(super) fn passed_over(heading: Option<Heading>) -> Option<Reason> {
    match heading {
        Some(Heading::Other(reason)) => Some(reason),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::glyph::glyphs;
    use super::pieces;

    fn check(text: &str, expect: &[&str]) {
        let read: Vec<String> = pieces(&glyphs(text))
            .iter()
            .map(|piece| piece.glyphs.iter().map(|g| g.c).filter(|c| *c != '\n').collect())
            .collect();
        assert_eq!(read, expect, "{text}");
    }

    #[test]
    fn where_a_notice_ends() {
        check("遗失甲证,声明\n作废。遗失乙证", &["遗失甲证,声明作废。", "遗失乙证"]);
        check("●遗失甲证●遗失乙证", &["遗失甲证", "遗失乙证"]);
        check("遗失甲证声明作废遗失乙证声明作废", &["遗失甲证声明作废", "遗失乙证声明作废"]);
        check("遗失甲证声明作废,冒用遗失证件者自负", &["遗失甲证声明作废,冒用遗失证件者自负"]);
        check("遗失甲证,声明作废\n遗失乙证,声明作废", &["遗失甲证,声明作废", "遗失乙证,声明作废"]);
        check("1.遗失甲证。\n2、遗失乙证", &["遗失甲证。", "遗失乙证"]);
        check("遗失甲证,证号12\n34,声明作废", &["遗失甲证,证号1234,声明作废"]);
    }
}
