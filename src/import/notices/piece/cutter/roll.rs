//! Lists that say once for all their items what each of them would: a numbered list that only its end
//! declares void, and a head with its items behind it in the same paragraph. Both need a look ahead,
//! and count only where every item it shows names by itself who lost what.

use super::super::{NUMERALS, list_number, lists, solid};
use super::Cutter;
use crate::import::notices::glyph::{BULLET, Glyph};
use crate::import::notices::heading::{Heading, heading, paper, points_down};
use crate::import::notices::holder::{self, Trust};
use crate::import::notices::origin::issued_behind;
use crate::import::notices::words::{self, LOSS, VOID, any};
use crate::import::notices::{grammar, lex};

/// Items longer than this, in characters, are no items of such a list.
const LONGEST: usize = 240;
/// Words that the line begins with that speaks of all the items above it.
const BACK: &[&str] =
    &["以上", "上述", "上列", "前述", "均", "特此", "声明", "现声明", "登报", "特声明", "作废"];

/// A list that is read under words said once for all its items.
pub(super) struct Roll {
    /// How many lines of a numbered list are left; behind a head on its line it ends with a full stop.
    lines: Option<usize>,
    /// The heading that it stands under.
    over: Option<Heading>,
    /// A head before it names the paper: a name alone is an item.
    headed: bool,
    /// Each line is an item.
    apart: bool,
}

impl Cutter {
    /// Where a list begins or ends that is read under words said once.
    pub(super) fn rolled(&mut self, lines: &[&[Glyph]], complete: bool) {
        let number = number(bare(lines[0]));
        let over = match &mut self.roll {
            Some(Roll { lines: Some(left), .. }) => {
                let over = *left == 0;
                *left = left.saturating_sub(1);
                over
            }
            Some(Roll { lines: None, .. }) => self.empty() && number.is_none(),
            None => false,
        };
        if over {
            self.dismiss();
        }
        if complete
            && self.roll.is_none()
            && number.is_none()
            && !matches!(self.heading, Some(Heading::Other(_) | Heading::Void))
            && let Some(count) = lines_declared(lines)
        {
            self.enrol(Some(count));
            if let Some(roll) = &mut self.roll {
                roll.apart = true;
            }
            return;
        }
        let plain =
            self.roll.is_none() && !matches!(self.heading, Some(Heading::Other(_) | Heading::Void));
        if plain
            && complete
            && number.is_some_and(|(value, _)| value == 1)
            && let Some(count) = declared_at_end(lines)
        {
            self.enrol(Some(count - 1));
        }
    }

    /// What follows is a list that is declared void as a whole.
    pub(super) fn enrol(&mut self, lines: Option<usize>) {
        let over = self.heading;
        self.start(Heading::Void);
        // What waits above for words that declare it void goes on waiting.
        self.begun();
        self.roll = Some(Roll { lines, over, headed: lines.is_none(), apart: false });
    }

    /// The list has come to its end.
    pub(super) fn dismiss(&mut self) {
        self.flush();
        if let Some(roll) = self.roll.take() {
            (self.heading, self.paper, self.fresh) = (roll.over, None, true);
            self.condition = false;
        }
    }

    /// Whether what is read are items behind a head on its own line.
    pub(super) fn item(&self) -> bool {
        matches!(self.roll, Some(Roll { headed: true, .. }))
    }

    /// Whether a semicolon ends an item: items of lines of their own may have fields between such.
    pub(super) fn parts_at_semicolons(&self) -> bool {
        matches!(self.roll, Some(Roll { lines: None, .. }))
    }

    /// Whether each line is an item of the list.
    pub(super) fn by_lines(&self) -> bool {
        matches!(self.roll, Some(Roll { apart: true, .. }))
    }

    /// Whether a list is being read.
    pub(super) fn listing(&self) -> bool {
        self.roll.is_some()
    }

    /// What the head of the list says of all its items.
    pub(super) fn give(&mut self, paper: Option<String>, condition: bool) {
        (self.paper, self.condition) = (paper, condition);
        if let Some(roll) = &mut self.roll {
            roll.headed = true;
        }
    }
}

/// Whether a line speaks of all the items above it.
pub(super) fn closes(line: &[Glyph]) -> bool {
    let text = solid(line);
    BACK.iter().any(|word| text.starts_with(word))
}

/// How many lines a numbered list takes that only its last line declares void, the first of them its
/// first item.
pub(super) fn declared_at_end(lines: &[&[Glyph]]) -> Option<usize> {
    let mut items: Vec<Vec<Glyph>> = Vec::new();
    let mut end = 0;
    let mut closed = false;
    for line in lines {
        let (text, line) = (solid(line), bare(line));
        let number = number(line);
        let next = number.filter(|(value, _)| *value == items.len() + 1);
        if text.is_empty() || (number.is_some() && next.is_none()) {
            break;
        }
        if let Some((_, length)) = next {
            items.push(line[length..].to_vec());
        } else if items.len() > 1 && closes(line) {
            closed = declares(&text);
            end += usize::from(closed);
            break;
        } else if heading(&text, true).is_some() {
            break;
        } else {
            items.last_mut()?.extend_from_slice(line);
        }
        if items.last().is_some_and(|item| item.len() > LONGEST) {
            return None;
        }
        end += 1;
    }
    let (last, others) = items.split_last()?;
    // 某局颁发登记证书 tells what an office does, and no loss.
    let plain = |item: &[Glyph]| !issued_behind(&lex::items(item)) && lists(item, None);
    let open = |item: &Vec<Glyph>| !any(VOID, &solid(item)) && plain(item);
    // 3、某商行公章一枚。以上证件遗失，声明作废。
    let own = last.iter().position(|g| g.c == '。').map_or(last.as_slice(), |at| &last[..at]);
    let declared = closed || declares(&solid(last));
    (!others.is_empty() && declared && others.iter().all(open) && plain(own)).then_some(end)
}

/// Whether a line tells by itself who has lost what.
fn loses(line: &[Glyph]) -> bool {
    const UNKNOWN: usize = 4;
    let said = grammar::read(&lex::items(line));
    let whole = |draft: &grammar::Draft| {
        !draft.documents.is_empty() && holder::trust(&draft.holder) == Trust::Sure
    };
    said.unknown <= UNKNOWN && !said.drafts.is_empty() && said.drafts.iter().all(whole)
}

/// So many lines without numbers are looked at for the one that declares them void.
const LINES: usize = 40;

/// How many lines tell a notice each that only the line behind them declares void: 柳青苗遗失户口簿一本 ⏎ …
/// ⏎ 以上证照自登报之日起作废.
fn lines_declared(lines: &[&[Glyph]]) -> Option<usize> {
    let back = |line: &[Glyph]| {
        let start: String = line.iter().take(12).map(|g| g.c).collect();
        let start = start.trim_start();
        ["以上", "上述", "上列"].iter().any(|word| start.starts_with(word))
            && declares(&solid(line))
    };
    let blank = |line: &[Glyph]| line.iter().all(|g| g.c.is_whitespace());
    let near = &lines[..lines.len().min(LINES)];
    let end = near.iter().position(|line| back(line) || blank(line))?;
    let items = &near[..end];
    let told = |line: &&[Glyph]| {
        let line = bare(line);
        line.len() <= LONGEST && !any(VOID, &solid(line)) && (lists(line, None) || loses(line))
    };
    (items.len() > 1 && back(near[end]) && items.iter().all(told)).then_some(end)
}

/// Whether a line declares void, and does not tell what has to be: 遗失的，应先登报声明作废.
pub(in super::super) fn declares(text: &str) -> bool {
    const TOLD: &[&str] = &[
        "应当",
        "应先",
        "应声明",
        "应登",
        "必须",
        "须先",
        "可以",
        "请",
        "如有",
        "如果",
        "如需",
        "凡",
        "的,",
        "后,",
        "需要",
    ];
    // 根据当事人申请: asks nobody to do anything.
    let text = text.replace("申请", "");
    VOID.iter().filter_map(|word| text.find(word)).max().is_some_and(|at| !any(TOLD, &text[..at]))
}

/// A head with its items behind it: how many glyphs it takes, and the paper it names for all of them.
/// 以下人员遗失身份证，声明作废：甲；乙. `after` are the lines below.
pub(super) fn headed(line: &[Glyph], after: &[&[Glyph]]) -> Option<(usize, Option<String>)> {
    let colon = line.iter().take(44).position(|g| g.c == ':')?;
    let head = solid(&line[..colon]);
    if !points_down(&head) || !any(LOSS, &head) {
        return None;
    }
    let mut items = line[colon + 1..].to_vec();
    for line in after.iter().take_while(|line| !solid(line).is_empty()) {
        if solid(&items).is_empty() || items.len() > LONGEST * 4 {
            break;
        }
        items.extend_from_slice(line);
    }
    let paper = paper(&head);
    let first = items.iter().position(|g| matches!(g.c, ';' | '。')).unwrap_or(items.len());
    let first = &items[..first];
    let first = number(first).map_or(first, |(_, length)| &first[length..]);
    let shown = lists(first, paper.as_deref()) || (paper.is_some() && names(&solid(first)));
    let declared = declares(&head) || declares(&solid(&items));
    (shown && declared).then_some((colon + 1, paper))
}

/// Whether an item is whole before 、: a name, and perhaps a number of the paper in a bracket.
pub(super) fn parted(item: &[Glyph]) -> bool {
    if item.len() > LONGEST {
        return false;
    }
    let text = solid(item);
    // 权利人：甲、乙 are owners together.
    if text.split('(').next().is_some_and(|name| name.contains(':')) {
        return false;
    }
    let name = text.strip_suffix(')').and_then(|text| text.split_once('('));
    names(name.map_or(text.as_str(), |(name, _)| name))
}

/// Whether a text is nothing but somebody's name, or several: under a head that names the paper.
pub(super) fn names(text: &str) -> bool {
    let text = match VOID.iter().filter_map(|word| text.find(word)).min() {
        Some(at) => text[..at].trim_end_matches([',', '现', '特', '均']),
        None => text,
    };
    let sure = |name: &str| holder::trust(name.trim_end_matches('。')) == Trust::Sure;
    !text.is_empty() && !words::any(LOSS, text) && text.split('、').all(sure)
}

/// A line without what stands before its first word.
pub(super) fn bare(line: &[Glyph]) -> &[Glyph] {
    let skip = line.iter().take_while(|g| g.c.is_whitespace() || g.c == BULLET).count();
    &line[skip..]
}

/// 三, 十, 十二.
fn numeral(chars: &[char]) -> Option<usize> {
    let value = |c: &char| NUMERALS.chars().position(|own| own == *c).map(|at| at + 1);
    match chars {
        [c] => value(c),
        ['十', c] => value(c).map(|value| 10 + value),
        _ => None,
    }
}

/// The number that an item begins with, and how many characters it takes.
pub(super) fn number(line: &[Glyph]) -> Option<(usize, usize)> {
    let head: Vec<char> = line.iter().take(12).map(|g| g.c).collect();
    let length = list_number(&head)?;
    let circled = ('①'..='⑳').position(|c| head.first() == Some(&c)).map(|at| at + 1);
    let circled = circled.or_else(|| numeral(&head[..length - 1]));
    let digits: String = head[..length].iter().filter(|c| c.is_ascii_digit()).collect();
    circled.or_else(|| digits.parse().ok()).map(|value| (value, length))
}
