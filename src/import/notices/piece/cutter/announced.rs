//! A paragraph that says once, for the items below it, who has lost which paper: 因下列权利人保管不善，致不动产
//! 权证书遗失，…无异议的，补发新证。1、权利人：…. It counts only where every item below names somebody.

use super::super::{field_start, lists, solid};
use super::Cutter;
use super::roll::{bare, declares, names, number};
use crate::import::notices::glyph::Glyph;
use crate::import::notices::heading::{Heading, heading, paper};
use crate::import::notices::holder::{self, Trust};
use crate::import::notices::piece::signature::date_ends;
use crate::import::notices::words::{CONDITION, LOSS, any};

/// So many lines, and characters, such a paragraph has at the most.
const LINES: usize = 12;
const LONGEST: usize = 300;
/// So many items are looked at.
const ITEMS: usize = 60;

/// What a paragraph says of the items below it.
pub(super) struct Announced {
    /// How many lines it takes itself.
    pub(super) head: usize,
    /// How many lines its items take.
    pub(super) items: usize,
    pub(super) paper: String,
    /// The papers are void only after a time for objections.
    pub(super) condition: bool,
}

impl Cutter {
    /// Takes such a paragraph off, where one begins: whether the line was read.
    pub(super) fn announced(&mut self, lines: &[&[Glyph]], complete: bool) -> bool {
        let held = matches!(self.heading, Some(Heading::Other(_) | Heading::Void));
        if !complete || held || self.listing() {
            return false;
        }
        let Some(told) = announced(lines) else { return false };
        self.enrol(Some(told.items));
        self.give(Some(told.paper), told.condition);
        self.skip = told.head - 1;
        true
    }
}

/// The paragraph that begins with the first of `lines`, and what it says of those below it.
fn announced(lines: &[&[Glyph]]) -> Option<Announced> {
    let numbered = lines.iter().take(LINES + 1).position(|line| item(line, 1));
    let head = numbered.or_else(|| behind_sentence(lines))?;
    let texts: Vec<String> = lines[..head].iter().map(|line| solid(line)).collect();
    // An empty line may part the paragraph from its items.
    let written = texts.iter().rposition(|text| !text.is_empty()).map_or(0, |at| at + 1);
    let text = texts[..written].concat();
    if text.is_empty()
        || text.chars().count() > LONGEST
        || head > written + 1
        || texts[..written].iter().any(String::is_empty)
    {
        return None;
    }
    let text = &text[pointer(&text)?..];
    // A full stop ends the name of the paper as a comma does.
    let paper = any(LOSS, text).then(|| paper(&text.replace('。', ",")))??;
    let asked = any(&["异议", "逾期", "届满", "期满"], text);
    let condition = any(CONDITION, text) && asked;
    if !(condition || declares(text)) {
        return None;
    }
    let items = match numbered {
        Some(_) => items(&lines[head..], &paper)?,
        None => named_lines(&lines[head..], &paper)?,
    };
    Some(Announced { head, items, paper, condition })
}

/// Where a paragraph points to those below it: 因下列权利人….
fn pointer(text: &str) -> Option<usize> {
    const WHOSE: &[&str] = &[
        "权利人",
        "人员",
        "单位",
        "个人",
        "企业",
        "公司",
        "产权人",
        "当事人",
        "申请人",
        "村民",
        "居民",
        "业主",
        "农户",
        "户主",
        "学生",
        "同学",
        "车主",
        "商户",
        "不动产权证",
        "房产证",
        "林权证",
        "证书",
        "证件",
    ];
    ["下列", "以下", "下述", "如下"].iter().find_map(|word| {
        let at = text.find(word)?;
        let near = text[..at].chars().count() <= 40;
        // 下列不动产权利人.
        let behind: String = text[at + word.len()..].chars().take(10).collect();
        let whose = WHOSE.iter().filter_map(|whose| behind.find(whose)).min();
        let plain = |at: usize| !behind[..at].contains(['的', ',', ':', '。']);
        (near && whose.is_some_and(plain)).then_some(at)
    })
}

/// Whether a line begins the item of this number; without numbers, one with its holder's field.
fn item(line: &[Glyph], value: usize) -> bool {
    let line = bare(line);
    let head: Vec<char> = line.iter().take(12).map(|g| g.c).collect();
    number(line).is_some_and(|(own, _)| own == value) || field_start(&head)
}

/// The line behind the first sentence that ends with its line: where items begin that have no numbers.
fn behind_sentence(lines: &[&[Glyph]]) -> Option<usize> {
    let ends = |line: &&&[Glyph]| solid(line).ends_with(['。', ':']);
    let end = lines.iter().take(LINES).position(|line| ends(&line))?;
    let next = lines.get(end + 1)?;
    let text = solid(next);
    let name = text.split([',', ':', '(']).next().filter(|name| name.len() < text.len())?;
    (holder::trust(name) == Trust::Sure).then_some(end + 1)
}

/// How many lines are items without numbers: each is whole by itself, and there are two and more.
fn named_lines(lines: &[&[Glyph]], paper: &str) -> Option<usize> {
    let whole = |line: &&&[Glyph]| line.len() <= LONGEST && lists(line, Some(paper));
    let count = lines.iter().take(ITEMS).take_while(|line| whole(line)).count();
    (count > 1).then_some(count)
}

/// How many lines the items take, each of which names who has lost the paper.
fn items(lines: &[&[Glyph]], paper: &str) -> Option<usize> {
    let mut items: Vec<Vec<Glyph>> = Vec::new();
    let mut end = 0;
    for line in lines {
        let text = solid(line);
        if item(line, items.len() + 1) && items.len() < ITEMS {
            let line = bare(line);
            let length = number(line).map_or(0, |(_, length)| length);
            items.push(line[length..].to_vec());
        } else {
            let last = items.last_mut()?;
            let closed = solid(last).ends_with(['。', ';']);
            let signed = holder::trust(&text) == Trust::Sure || date_ends(&text);
            if text.is_empty() || closed || signed || heading(&text, true).is_some() {
                break;
            }
            last.extend_from_slice(line);
            if last.len() > LONGEST {
                return None;
            }
        }
        end += 1;
    }
    let named = |item: &Vec<Glyph>| lists(item, Some(paper)) || names(&solid(item));
    items.iter().all(named).then_some(end)
}
