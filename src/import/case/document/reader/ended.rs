//! What paragraphs, tables and shapes become once they are read, and the write-up as a whole.

use std::collections::BTreeMap;

use super::super::table::{Table, flat};
use super::super::{Block, DEEPEST, Document, Look, note_at};
use super::{Read, Reader};

/// A paragraph in bold or larger type that is longer than this is emphasis.
const LONGEST_HEADING: usize = 30;

impl Reader {
    /// A shape that holds nothing but words has lost nothing.
    pub(super) fn finish_shape(&mut self) {
        if self.shapes.pop().is_some_and(|shape| shape.picture || !shape.boxed) {
            self.count("picture");
        }
    }

    pub(super) fn finish_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        let (rows, cut) = table.finished();
        if cut > 0 {
            self.losses.anywhere("wide", cut);
        }
        if let Some(cell) = self.tables.last_mut().and_then(Table::cell) {
            cell.words.push_str(&flat(&rows));
            self.count("tbl");
        } else {
            self.push(Read { block: Block::Table(rows), look: Look::default(), length: 0 });
        }
    }

    fn push(&mut self, read: Read) {
        if !self.aside.is_empty() {
            self.boxed.push(read);
            return;
        }
        self.read.push(read);
        self.read.append(&mut self.boxed);
    }

    pub(super) fn finish(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let skipped = paragraph.words.len() - paragraph.words.trim_start().len();
        let words = paragraph.words.trim().to_owned();
        if words.is_empty() {
            if self.aside.is_empty() && self.tables.is_empty() {
                self.read.append(&mut self.boxed);
            }
            return;
        }
        let seen = |c: &char| !c.is_whitespace() && note_at(*c).is_none();
        let solid = words.chars().filter(seen).count();
        let style = self.styles.get(&paragraph.style);
        let list = paragraph.list.filter(|list| !list.id.is_empty()).or(style.list);
        let item = list.filter(|_| !paragraph.unlisted).map(|list| {
            let level = list.level.min(DEEPEST);
            (self.numbering.counts(&list), list.id, level)
        });
        if let Some(cell) = self.tables.last_mut().and_then(Table::cell) {
            let number = item.filter(|(counts, ..)| *counts).map(|(_, id, level)| (id, level));
            let number = number.map(|(id, level)| number_of(&mut self.counts, &id, level));
            if !cell.words.is_empty() {
                cell.words.push('\n');
            }
            // What Word counts in a cell has no list to stand in.
            cell.words.extend(number.map(|number| format!("{number}. ")));
            cell.words.push_str(&words);
            return;
        }
        let bold = solid > 0 && paragraph.bold == solid;
        let look = Look { size: paragraph.size, centred: paragraph.centred, bold };
        let block = if paragraph.outline || style.heading {
            Block::Heading { words }
        } else if bold && solid <= LONGEST_HEADING {
            Block::Bold { words }
        } else if let Some((counts, id, level)) = item {
            let number = counts.then(|| number_of(&mut self.counts, &id, level));
            Block::Item { words, number, level }
        } else {
            let bold = paragraph.leading.saturating_sub(skipped).min(words.len());
            Block::Paragraph { words, bold }
        };
        self.push(Read { block, look, length: solid });
    }

    /// The words read so far, which are no part of the text: a note's.
    pub(in crate::import::case::document) fn drained(&mut self) -> String {
        self.read.append(&mut self.boxed);
        let words = |read: Read| match read.block {
            Block::Table(rows) => flat(&rows),
            block => block.words(),
        };
        let words: Vec<String> = self.read.drain(..).map(words).collect();
        words.join(" ").replace('\n', " ")
    }

    /// The write-up; short paragraphs in type larger than most of the text has are headings.
    pub(in crate::import::case::document) fn finished(mut self) -> Document {
        self.read.append(&mut self.boxed);
        let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
        for read in &self.read {
            if let (Block::Paragraph { .. }, Some(size)) = (&read.block, read.look.size) {
                *sizes.entry(size).or_default() += read.length;
            }
        }
        let common =
            sizes.iter().max_by_key(|(_, count)| **count).map_or(u32::MAX, |(size, _)| *size);
        let heading = |read: Read| match read.block {
            Block::Paragraph { words, .. }
                if read.look.size.is_some_and(|size| size > common)
                    && read.length <= LONGEST_HEADING
                    && !words.ends_with(['。', '，', '；', '：', '！', '？', ',', ';']) =>
            {
                Block::Bold { words }
            }
            block => block,
        };
        let looks = self.read.iter().map(|read| read.look).collect();
        Document {
            blocks: self.read.into_iter().map(heading).collect(),
            looks,
            notes: self.notes.called,
            losses: self.losses.told(),
        }
    }
}

/// The next number of a list; what it counts further in begins anew.
fn number_of(counts: &mut BTreeMap<String, [usize; DEEPEST + 1]>, id: &str, level: usize) -> usize {
    let counts = counts.entry(id.to_owned()).or_default();
    counts[level] += 1;
    counts[level + 1..].fill(0);
    counts[level]
}
