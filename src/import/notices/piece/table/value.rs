//! What a single cell says: a name, a count, a number, a remark.

use super::column::OTHERS;
use crate::import::notices::field;
use crate::import::notices::glyph::Glyph;
use crate::import::notices::piece::solid;
use crate::import::notices::words::{CONDITION, COUNTERS, FORMS, LOSS, NUMERALS, VOID, any};

/// What a remark says of its row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Remark {
    pub(super) void: bool,
    pub(super) loss: bool,
    pub(super) condition: bool,
    /// It says that something else happened to the paper.
    pub(super) other: bool,
    /// 正本, 副本: which form of the paper is meant.
    pub(super) form: String,
}

/// Reads a remark.
pub(super) fn remark(text: &str) -> Remark {
    const DONE: &[&str] = &["找回", "换发", "收回", "变更", "撤回", "有效", "暂停", "未"];
    let condition = any(CONDITION, text) && any(&["异议", "期满", "届满", "逾期"], text);
    Remark {
        void: any(VOID, text),
        loss: any(LOSS, text) || text.contains("声明作废"),
        condition,
        other: !condition && (any(OTHERS, text) || any(DONE, text)) && !text.contains("声明作废"),
        form: if FORMS.contains(&text) { text.to_owned() } else { String::new() },
    }
}

/// Whether a cell stands for the one above it.
pub(super) fn same(text: &str) -> bool {
    matches!(text, "同上" | "〃" | "″" | "\"")
}

/// A cell as the value of a field: marks that would end the field only part what it lists.
pub(super) fn plain(cell: &[Glyph]) -> Vec<Glyph> {
    let listed =
        |g: &Glyph| Glyph { c: if ",;。\n".contains(g.c) { '、' } else { g.c }, at: g.at };
    let mut value: Vec<Glyph> = cell.iter().map(listed).collect();
    while value.last().is_some_and(|g| g.c == '、' || g.c.is_whitespace()) {
        value.pop();
    }
    value
}

/// A count to stand behind its paper: 壹枚, 各一本, 正副本, 1 under 数量（枚）. A digit alone counts nobody knows
/// what in.
pub(super) fn copies(cell: &[Glyph], unit: Option<char>) -> Vec<Glyph> {
    let text = solid(cell);
    let bare = text.trim_start_matches('各');
    let digits = !bare.is_empty() && bare.chars().all(|c| NUMERALS.contains(c));
    let unit = unit.filter(|_| digits);
    let form = FORMS.iter().any(|form| bare.starts_with(form));
    if !(form || unit.is_some() || bare.ends_with(|c| COUNTERS.contains(c))) {
        return Vec::new();
    }
    let mut value: Vec<Glyph> = cell.iter().filter(|g| !g.c.is_whitespace()).copied().collect();
    let at = value.last().map_or(0, |g| g.at);
    value.extend(unit.map(|c| Glyph { c, at }));
    value
}

/// The number in a cell, and whether it has a label of its own; nothing in 无, 不详, /.
pub(super) fn number(cell: &[Glyph]) -> Option<(Vec<Glyph>, bool)> {
    let digits = cell.iter().filter(|g| g.c.is_ascii_alphanumeric() || g.c == '*').count();
    if digits < 3 {
        return None;
    }
    let chars: Vec<char> = cell.iter().take(20).map(|g| g.c).collect();
    let marked = field::name(&chars).is_some_and(|length| chars.get(length) == Some(&':'));
    Some((plain(cell), marked))
}
