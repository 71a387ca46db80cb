//! Citizens' ID numbers in finished files: pages as a browser shows them, bytes of any kind, tables.
//!
//! Here nobody asks where a number came from, only whether it gets out, so a file is read in every way
//! it may be read (`glance`). The first number in it keeps it back; how many more there are is counted,
//! so that nobody takes one away and has to be told of the next.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::citizen;
use super::column;
use super::find::{FEW, Row, hidden, in_columns, numbers, scan};
use super::glance::{Reading, Stretch, stretches};
use super::judge::Verdict;
use super::shown;
use super::signs::{BETWEEN_CELLS, END_OF_ROW, Sign, sign};

pub use super::glance::Markup;

/// A number in a finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// The number, stars in its middle.
    pub number: String,
    /// The last words before it, without any digit: they tell where it stands.
    pub before: String,
    /// Whether it is a citizen's; else it is most likely one of a row that an office made.
    pub sure: bool,
    /// The line it stands on, from 1, where the file has lines.
    pub line: Option<usize>,
    /// How many other citizens' numbers stand beside it, in the same text or table, at least.
    pub further: usize,
}

/// The first citizen's ID number in a finished file. In HTML a page is read as a browser shows it and
/// as it is written, because a number may stand inside a tag (an address, a description). Bytes that
/// are no text are looked at all the same.
#[must_use]
pub fn in_file(bytes: &[u8], markup: Markup) -> Option<Sighting> {
    let sighting = first_in(bytes, markup)?;
    let further = if sighting.sure { beside(&whole(bytes, markup)) } else { 0 };
    Some(Sighting { further, ..sighting })
}

fn first_in(bytes: &[u8], markup: Markup) -> Option<Sighting> {
    let first = seen(bytes, markup);
    if first.as_ref().is_some_and(|sighting| sighting.sure) {
        return first;
    }
    // A row that an office made hides no number that is left where something was struck out.
    let accepted = match markup {
        Markup::Html => shown::accepted(bytes).and_then(|bytes| seen(&bytes, markup)),
        Markup::Text => None,
    };
    match accepted {
        Some(other) if other.sure || first.is_none() => Some(other),
        _ => first,
    }
}

fn seen(bytes: &[u8], markup: Markup) -> Option<Sighting> {
    let (mut perhaps, mut rows, mut fitting) = (None, <[Row; 3]>::default(), BTreeSet::new());
    let line = |at: usize| memchr::memchr_iter(b'\n', &bytes[..at.min(bytes.len())]).count() + 1;
    for Stretch { place: stretch, reading } in stretches(bytes, markup) {
        let part = &bytes[stretch.clone()];
        let text = match reading {
            Reading::Written => String::from_utf8_lossy(part),
            Reading::Coded => shown::read(part, false).text.into(),
            Reading::Shown => shown::read(part, true).text.into(),
        };
        for (place, verdict) in numbers(&text) {
            rows[reading as usize].count(verdict);
            if verdict == Verdict::Fits && fitting.len() <= FEW {
                fitting.insert(signs(&text[place.clone()]));
            }
            if verdict != Verdict::Certain && (verdict != Verdict::Fits || perhaps.is_some()) {
                continue;
            }
            let mut sighting = Sighting::of(&text, &place);
            // Elsewhere places in the text are not those in the bytes.
            if reading == Reading::Written {
                let at = stretch.start + place.start;
                sighting.line = Some(line(at));
                if markup == Markup::Html {
                    let before = &bytes[at.saturating_sub(FONTS)..at.min(bytes.len())];
                    sighting.before = words(&shown::read(before, true).text);
                }
            }
            if verdict == Verdict::Certain {
                return Some(sighting);
            }
            perhaps = Some((sighting, reading));
        }
    }
    if column::may_be_headed(bytes, markup) {
        let text = whole(bytes, markup);
        if let Some(place) = in_columns(&text).next() {
            let written = markup == Markup::Text;
            let line = written.then(|| line(place.start));
            return Some(Sighting { line, ..Sighting::of(&text, &place) });
        }
    }
    let (first, reading) = perhaps?;
    if rows[reading as usize].verdict() != Verdict::Certain {
        return Some(Sighting { sure: false, ..first });
    }
    if fitting.len() <= FEW {
        // Few and unnamed: what heads their columns stands anywhere above.
        let text = whole(bytes, markup);
        for (place, _) in numbers(&text).into_iter().filter(|found| found.1 == Verdict::Fits) {
            if column::of_an_office(&text, &place) {
                fitting.remove(&signs(&text[place]));
            }
        }
    }
    (!fitting.is_empty()).then_some(first)
}

/// How many citizens' numbers a text holds beside one, each counted once.
fn beside(text: &str) -> usize {
    let all: BTreeSet<String> = scan(text).into_iter().map(|place| signs(&text[place])).collect();
    all.len().saturating_sub(1)
}

/// All of a file as it is shown.
fn whole(bytes: &[u8], markup: Markup) -> Cow<'_, str> {
    match markup {
        Markup::Html => shown::read(bytes, true).text.into(),
        Markup::Text => String::from_utf8_lossy(bytes),
    }
}

/// A table as it is shown, put together cell by cell.
#[derive(Debug, Default)]
pub struct Table {
    text: String,
    /// Where its rows begin.
    rows: Vec<usize>,
    /// Cells of the last row.
    cells: usize,
}

impl Table {
    /// Begins a row.
    pub fn row(&mut self) {
        self.text.push(END_OF_ROW);
        self.rows.push(self.text.len());
        self.cells = 0;
    }

    /// Adds a cell to the row, in a column counted from 0, or behind the last one.
    pub fn cell(&mut self, column: Option<usize>, value: &str) {
        let empty = column.unwrap_or_default().saturating_sub(self.cells);
        self.text.extend(std::iter::repeat_n(BETWEEN_CELLS, empty));
        self.text.extend(value.chars().map(|c| if c == END_OF_ROW { ' ' } else { c }));
        self.text.push(BETWEEN_CELLS);
        self.cells += empty + 1;
    }

    /// Bytes it takes.
    #[must_use]
    pub fn size(&self) -> usize {
        self.text.len()
    }

    /// The first number, and its row, from 0.
    #[must_use]
    pub fn first(&self) -> Option<(usize, Sighting)> {
        let (row, sighting) = self.seen()?;
        let further = if sighting.sure { beside(&self.text) } else { 0 };
        Some((row, Sighting { further, ..sighting }))
    }

    fn seen(&self) -> Option<(usize, Sighting)> {
        let row = |at: usize| self.rows.partition_point(|start| *start <= at).saturating_sub(1);
        let seen = |place: &Range<usize>| (row(place.start), Sighting::of(&self.text, place));
        let (mut fitting, mut alike) = (Vec::new(), Row::default());
        for (place, verdict) in numbers(&self.text) {
            alike.count(verdict);
            match verdict {
                Verdict::Certain => return Some(seen(&place)),
                Verdict::Fits => fitting.push(place),
                _ => {}
            }
        }
        if let Some(place) = in_columns(&self.text).next() {
            return Some(seen(&place));
        }
        if alike.verdict() != Verdict::Certain {
            let (row, sighting) = seen(fitting.first()?);
            return Some((row, Sighting { sure: false, ..sighting }));
        }
        let few = fitting.len() <= FEW;
        fitting.iter().find(|at| !few || !column::of_an_office(&self.text, at)).map(seen)
    }
}

impl Sighting {
    fn of(text: &str, place: &Range<usize>) -> Self {
        let before = words(&text[..place.start]);
        let number = starred(&text[place.clone()]);
        Self { number, before, sure: true, line: None, further: 0 }
    }
}

/// Characters before a number that are looked at for words, and bytes with the tags among them.
const BEFORE: usize = 24;
const FONTS: usize = 4096;

/// The last words of a text, in its last line or row.
fn words(text: &str) -> String {
    let near = text.char_indices().rev().take(BEFORE);
    let ends = |c: char| matches!(c, '\n' | '<' | '>' | END_OF_ROW);
    let from = near.take_while(|(_, c)| !ends(*c)).last();
    let near = &text[from.map_or(text.len(), |(at, _)| at)..];
    let kept = near.chars().filter(|&c| match sign(c) {
        Sign::Letter => c.is_alphabetic(),
        Sign::Numeral(_) => true,
        _ => matches!(c, '：' | '，' | '、' | ' ' | '（' | BETWEEN_CELLS),
    });
    let kept: String = kept.map(|c| if c == BETWEEN_CELLS { ' ' } else { c }).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A number as findings show it.
fn starred(number: &str) -> String {
    citizen::mask(&signs(number))
}

/// Its signs, without what stands between them.
fn signs(number: &str) -> String {
    number.chars().filter(|c| hidden(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::find::scan;
    use super::{Markup, Table, in_file};

    /// 3499xx is an unassigned area; the check digit fits.
    const ID: &str = "349907198511030129";

    #[test]
    fn it_is_told_where_a_number_stands() {
        let text = format!("名单\n柳某，男，身份证号：{ID}，住址\n");
        let seen = in_file(text.as_bytes(), Markup::Text).unwrap();
        assert_eq!(seen.further, 0);
        let again = format!("{text}柳二，身份证号：349907198511030110，又：{ID}\n");
        assert_eq!(in_file(again.as_bytes(), Markup::Text).unwrap().further, 1, "each once");
        assert_eq!((seen.line, &*seen.before), (Some(2), "柳某，男，身份证号："));
        let page = format!("<p>电话0550-0000000</p><td>柳某</td><td>{ID}</td>");
        let seen = in_file(page.as_bytes(), Markup::Html).unwrap();
        assert!(seen.before.ends_with("柳某"), "{seen:?}");
        assert!(!seen.before.contains(|c: char| c.is_ascii_digit()));
        assert_eq!(seen.further, 0);
    }

    #[test]
    fn tables_are_read_by_rows_and_columns() {
        let first = |rows: &[&[&str]]| {
            let mut table = Table::default();
            for row in rows {
                table.row();
                row.iter().for_each(|cell| table.cell(None, cell));
            }
            table.first().map(|(row, seen)| (row, seen.number))
        };
        let boxes: Vec<String> = ID.chars().map(String::from).collect();
        let mut boxes: Vec<&str> = boxes.iter().map(String::as_str).collect();
        boxes.insert(0, "3");
        boxes.push("13800000000");
        let stars = "34**************29".to_owned();
        assert_eq!(first(&[&["序号"], &boxes]), Some((1, stars.clone())));
        assert_eq!(first(&[&["柳某", "349907", "19851103", "0129"]]), Some((0, stars.clone())));
        assert_eq!(
            first(&[&["姓名", "身份证号"], &["柳某", ""], &["李某", "349907851103012"]]),
            Some((2, "34***********12".to_owned()))
        );
        assert_eq!(first(&[&["柳某", &ID[..9]], &[&ID[9..], ""]]), None, "two rows");
        assert_eq!(first(&[&["姓名", "受理号"], &["柳某", "349907851103012"]]), None);
    }

    fn shown(page: &str) -> Option<String> {
        in_file(page.as_bytes(), Markup::Html).map(|sighting| sighting.number)
    }

    #[test]
    fn finished_pages_are_read_as_browsers_show_them() {
        let (a, b) = ID.split_at(9);
        for page in [
            format!("<p>柳某{a}<strong>{b}</strong></p>"),
            format!("<p><a href=\"x.html\">{a}</a><em class=\"n\">{b}</em></p>"),
            format!("<img alt=\"柳某{ID}\">"),
            format!("<a href=\"file-{ID}.pdf\">表</a>"),
        ] {
            assert_eq!(shown(&page).as_deref(), Some("34**************29"), "{page}");
        }
        assert!(shown(&format!("<td>{a}</td><td>{b}</td>")).is_some(), "cells of one row");
        assert!(shown(&format!("<p>{a}</p>\n<p>{b}</p>")).is_some(), "halves and nothing else");
        assert_eq!(shown(&format!("<p>{a}</p><p>电话{b}</p>")), None, "two paragraphs");
        let (a, b) = ("341125 2025", "1103 0012");
        assert_eq!(shown(&format!("<p>{a}</p><p>{b}</p>")), None, "two rows of figures");
    }

    /// The fonts an office program names for each run of characters.
    const FONTS: &str = "<w:rPr><w:rFonts w:ascii=\"FangSong_GB2312\" w:eastAsia=\"FangSong_GB2312\" \
        w:hAnsi=\"FangSong_GB2312\" w:cs=\"FangSong_GB2312\" w:hint=\"eastAsia\"/><w:b/><w:bCs/>\
        <w:color w:val=\"000000\" w:themeColor=\"text1\"/><w:sz w:val=\"32\"/></w:rPr>";

    #[test]
    fn a_label_counts_behind_the_tags_of_an_office_file() {
        let run = |text: &str| format!("<w:r>{FONTS}<w:t>{text}</w:t></w:r>");
        let page = |label: &str, a: &str, b: &str| {
            format!("<w:p>{}{}{}</w:p>", run(label), run(a), run(b))
        };
        // The check digit does not fit: only the label tells.
        assert!(shown(&page("身份证号：", "349907198511", "030120")).is_some());
        assert!(shown(&page("身份证号：", "3499071985", "****0129")).is_some(), "hidden by half");
        assert_eq!(shown(&page("收据号：", "349907198511", "030120")), None);
    }

    #[test]
    fn boxes_of_a_form_hold_a_digit_each() {
        let cell = |digit: &str| {
            format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"400\"/></w:tcPr><w:p><w:r>{FONTS}<w:t>{digit}</w:t></w:r></w:p></w:tc>"
            )
        };
        let cells: String = ID.chars().map(|digit| cell(&digit.to_string())).collect();
        let row = |cells: &str| format!("<w:tr>{cells}</w:tr>");
        assert!(shown(&row(&cells)).is_some());
        assert!(shown(&row(&[&ID[..6], &ID[6..14], &ID[14..]].map(cell).concat())).is_some());
        let rows: String = [&ID[..9], &ID[9..]].map(|part| row(&cell(part))).concat();
        assert_eq!(shown(&rows), None, "two rows");
        let broken = |cell: &str| format!("<w:tc><w:p>{}</w:p><w:p>{cell}</w:p></w:tc>", &ID[..9]);
        assert!(shown(&row(&broken(&ID[9..]))).is_some(), "a cell too narrow for it");
        assert_eq!(shown(&row(&broken("某511030129"))), None);
        let boxes = ID.chars().map(|digit| cell(&digit.to_string())).collect::<String>();
        assert!(shown(&row(&format!("{}{boxes}{}", cell("7"), cell("13800000000")))).is_some());
        let lone: String = ID.chars().map(|digit| format!("<div>{digit}</div>")).collect();
        assert!(shown(&lone).is_some());
    }

    #[test]
    fn a_row_of_an_office_hides_no_corrected_digit() {
        let row: String =
            (10..60).map(|at| format!("<w:p>编号34112520251103{at:04}</w:p>")).collect();
        let page = |put: &str| {
            format!(
                "<?xml version=\"1.0\"?>{row}<w:p><w:t>{}</w:t><w:del><w:delText>0</w:delText>\
                 </w:del><w:ins><w:t>{put}</w:t></w:ins></w:p>",
                &ID[..17]
            )
        };
        let sure = |put: &str| in_file(page(put).as_bytes(), Markup::Html).map(|seen| seen.sure);
        assert_eq!((sure("9"), sure("1")), (Some(true), Some(false)));
    }

    #[test]
    fn a_corrected_digit_is_read_as_before_and_as_after() {
        let page = |taken: &str, put: &str| {
            format!(
                "<?xml version=\"1.0\"?><w:p><w:r><w:t>{}</w:t></w:r><w:del><w:r>\
                 <w:delText>{taken}</w:delText></w:r></w:del><w:ins><w:r><w:t>{put}</w:t></w:r>\
                 </w:ins></w:p>",
                &ID[..17]
            )
        };
        assert!(shown(&page("0", "9")).is_some() && shown(&page("9", "")).is_some());
        assert_eq!(shown(&page("0", "1")), None);
        let page = |taken: &str, left: &str| {
            format!("<p>柳某{}<del>{taken}</del>{left}</p><p><s>旧</s></p>", &ID[..17])
        };
        assert!(shown(&page("8", "9")).is_some() && shown(&page("9", "")).is_some());
        assert_eq!(shown(&page("8", "1")), None);
    }

    #[test]
    fn long_rows_of_figures_are_read_once() {
        let cells = "1<b>23456789012345字".repeat(50_000);
        assert_eq!(shown(&format!("<x>{cells}")), None);
        let labels = "<b>身份12345678字".repeat(50_000);
        assert_eq!(shown(&labels), None);
        let wide: String = ID.chars().map(|digit| format!("<w:t>{digit}</w:t>{FONTS}")).collect();
        for before in 0..20 {
            let many = format!("<w:t>1234567</w:t>{FONTS}").repeat(40 + before);
            assert!(shown(&format!("<w:p>{many}<w:t>号</w:t>{wide}</w:p>")).is_some(), "{before}");
        }
    }

    #[test]
    fn marks_without_end_are_read_once() {
        for mark in ["<", "&", "%", "\\", "<a", "身份<a", "&#", "1<", "1&"] {
            let long = mark.repeat(1_000_000);
            assert_eq!(shown(&long), None, "{mark}");
            assert!(scan(&long).is_empty(), "{mark}");
        }
    }
}
