//! The list form: 遗失人：…　证件名称：…　证号：….

use super::lex::{Item, run};
use super::words::{FIELD_COPIES, FIELD_DOCUMENT, FIELD_HOLDER, FIELD_REMARK, longest};

/// What a field holds. Numbers are no field of their own: their labels are those of sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Holder,
    Document,
    Copies,
    Remark,
}

/// What is known of the list so far.
#[derive(Debug, Default)]
pub(super) struct Fields {
    /// A field was read.
    pub(super) open: bool,
}

/// The length of a field's name or a number's label that `chars` begins with.
pub(super) fn name(chars: &[char]) -> Option<usize> {
    let field = [FIELD_HOLDER, FIELD_DOCUMENT, FIELD_COPIES, FIELD_REMARK, super::words::IGNORED]
        .into_iter()
        .filter_map(|list| longest(list, chars))
        .max();
    field.max(super::number::label(chars).map(|(length, _)| length))
}

/// A field at the beginning of a clause, and its value.
pub(super) fn read(clause: &[Item]) -> Option<(Name, &[Item])> {
    let chars = run(clause, 12);
    let of = |list: &[&str], name: Name| longest(list, &chars).map(|length| (length, name));
    let (length, name) = [
        of(FIELD_HOLDER, Name::Holder),
        of(FIELD_DOCUMENT, Name::Document),
        of(FIELD_COPIES, Name::Copies),
        of(FIELD_REMARK, Name::Remark),
    ]
    .into_iter()
    .flatten()
    .max_by_key(|(length, _)| *length)?;
    let marked = clause.get(length).is_some_and(|item| item.is_mark(':'));
    marked.then(|| (name, &clause[length + 1..]))
}
