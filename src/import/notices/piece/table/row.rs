//! A row as the list form, and whether it reads as one whole notice. The words put in stand where the row
//! begins, so that every report still says its line.

use super::column::{CREDIT, Role};
use super::head::Head;
use super::line::Line;
use super::value::{Remark, copies, number, plain, remark, same};
use crate::import::notices::documents::{of_bank_card, of_deposit, of_people};
use crate::import::notices::glyph::Glyph;
use crate::import::notices::heading::Reason;
use crate::import::notices::holder::is_person;
use crate::import::notices::piece::solid;
use crate::import::notices::{grammar, lex};

/// A row of a table.
pub(in super::super) struct Row {
    /// The list form; where it is refused, its ends.
    pub(in super::super) glyphs: Vec<Glyph>,
    pub(in super::super) refused: Option<Reason>,
    /// It is declared void, by itself or with all others.
    pub(in super::super) void: bool,
    /// Void only after a time for objections.
    pub(in super::super) condition: bool,
}

/// What the rows say of themselves in a column for that; `void` where all are declared so.
pub(super) fn remarks(head: &Head, lines: &[Line], void: bool) -> Vec<Remark> {
    let column = head.roles.iter().position(|role| *role == Role::Remark);
    let own = |line: &Line| {
        let cell = line.cells.as_ref().zip(column).map(|(cells, column)| solid(&cells[column]));
        cell.map(|cell| remark(&cell)).unwrap_or_default()
    };
    let mut remarks: Vec<Remark> = lines.iter().map(own).collect();
    // 声明作废 in a cell merged over all the rows.
    let merged = remarks.split_first().is_some_and(|(first, others)| {
        first.void && others.iter().all(|remark| *remark == Remark::default())
    });
    for remark in remarks.iter_mut().filter(|_| void || merged) {
        remark.void = true;
    }
    remarks
}

/// The rows of a table, one for each line.
pub(super) fn rows(
    head: &Head,
    lines: Vec<Line>,
    remarks: &[Remark],
    paper: Option<&str>,
) -> Vec<Row> {
    let mut above: Option<Vec<Vec<Glyph>>> = None;
    let mut rows = Vec::new();
    for (line, remark) in lines.into_iter().zip(remarks) {
        let ends = line.ends;
        let made = match filled(head, line, above.as_deref()) {
            Ok(cells) => {
                let made = form(head, &cells, paper, ends, remark);
                above = made.is_ok().then_some(cells);
                made
            }
            Err(reason) => {
                above = None;
                Err(reason)
            }
        };
        let refused = made.as_ref().err().copied();
        rows.push(Row {
            glyphs: made.unwrap_or_else(|_| vec![ends.0, ends.1]),
            refused,
            void: remark.void,
            condition: remark.condition,
        });
    }
    rows
}

/// The cells of a row, with what stands above for those that say so.
fn filled(
    head: &Head,
    line: Line,
    above: Option<&[Vec<Glyph>]>,
) -> Result<Vec<Vec<Glyph>>, Reason> {
    let Some(mut cells) = line.cells else { return Err(Reason::Unclear) };
    let unnumbered = head
        .roles
        .iter()
        .position(|role| *role == Role::Order)
        .is_some_and(|order| cells[order].is_empty());
    for at in 0..cells.len() {
        // The name is merged over two rows where their number is, too.
        let merged =
            head.roles[at] == Role::Holder && cells[at].is_empty() && (line.merged || unnumbered);
        if !(merged || same(&solid(&cells[at]))) {
            continue;
        }
        let Some(before) = above else { return Err(Reason::NoHolder) };
        let place = line.ends.0.at;
        cells[at] = before[at].iter().map(|g| Glyph { c: g.c, at: place }).collect();
    }
    Ok(cells)
}

/// The list form of a row.
fn form(
    head: &Head,
    cells: &[Vec<Glyph>],
    paper: Option<&str>,
    ends: (Glyph, Glyph),
    remark: &Remark,
) -> Result<Vec<Glyph>, Reason> {
    let at = ends.0.at;
    let words = |text: &str| text.chars().map(|c| Glyph { c, at }).collect::<Vec<_>>();
    if remark.other {
        return Err(Reason::Unclear);
    }
    let mut document = match head.document() {
        Some(column) => plain(&cells[column]),
        None => words(paper.unwrap_or_default()),
    };
    if document.is_empty() {
        return Err(Reason::NoDocument);
    }
    let name = solid(&document);
    let holder = holder(head, cells, &name)?;
    let (mut numbers, mut wanted) = (Vec::new(), 0);
    for (role, cell) in head.roles.iter().zip(cells) {
        match role {
            Role::Copies(unit) => document.extend(copies(cell, *unit)),
            Role::Number(label) => {
                let Some((value, marked)) = number(cell) else { continue };
                // 身份证号/统一社会信用代码: a body's has letters.
                let body = label == "身份证号"
                    && value.iter().any(|g| g.c.is_ascii_uppercase() && g.c != 'X');
                let label = if body { CREDIT } else { label };
                let told = if marked { String::new() } else { format!("{label}:") };
                numbers.extend(words(&format!(",{told}")));
                numbers.extend(value);
                wanted += usize::from(!(label.contains("卡号") || label.contains("账号")));
            }
            _ => {}
        }
    }
    document.extend(remark.form.chars().map(|c| Glyph { c, at }));
    let mut out = words("遗失人:");
    out.extend(plain(holder));
    out.extend(words(",证件名称:"));
    out.extend(document);
    out.extend(numbers);
    if remark.void && !remark.condition {
        out.extend(words(",声明作废"));
    }
    out.push(Glyph { c: '。', at: ends.1.at });
    let bank = of_deposit(&name) || of_bank_card(&name);
    whole(&out, if bank { 0 } else { wanted }).map(|()| out)
}

/// Who lost it. Of two, one has to be left empty, or the paper is a person's and only one of them is.
fn holder<'c>(head: &Head, cells: &'c [Vec<Glyph>], paper: &str) -> Result<&'c [Glyph], Reason> {
    let columns = head.roles.iter().zip(cells).filter(|(role, _)| **role == Role::Holder);
    let told: Vec<&[Glyph]> =
        columns.map(|(_, cell)| cell.as_slice()).filter(|cell| !cell.is_empty()).collect();
    match told.as_slice() {
        [] => Err(Reason::NoHolder),
        [one] => Ok(one),
        several => {
            let mut people = several.iter().filter(|cell| is_person(&solid(cell)));
            match (people.next(), people.next()) {
                (Some(person), None) if of_people(paper) => Ok(person),
                _ => Err(Reason::Unclear),
            }
        }
    }
}

/// Whether the list form is one notice: a name, a paper, the numbers its cells tell, and nothing left over.
fn whole(glyphs: &[Glyph], wanted: usize) -> Result<(), Reason> {
    let said = grammar::read(&lex::items(glyphs));
    let [draft] = said.drafts.as_slice() else { return Err(Reason::Unclear) };
    if draft.holder.is_empty() {
        return Err(Reason::NoHolder);
    }
    if draft.documents.is_empty() {
        return Err(Reason::NoDocument);
    }
    let papers = draft.documents.iter().map(|paper| paper.numbers.len() + paper.plates.len());
    let numbers = draft.numbers.len() + papers.sum::<usize>();
    if said.unknown > 0 || numbers < wanted { Err(Reason::Unclear) } else { Ok(()) }
}
