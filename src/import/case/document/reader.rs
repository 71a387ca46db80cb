//! Walks through a write-up, step by step, and puts down what stands in it.

use std::collections::BTreeMap;

use super::super::style::{Listing, Numbering, Styles};
use super::{Block, DEEPEST};
use crate::import::package::{Step, attribute};

/// A paragraph in bold or larger type that is longer than this is emphasis.
const LONGEST_HEADING: usize = 30;
/// Columns that one cell may stretch over.
const WIDEST: usize = 50;

/// A block as it was read, before the size of the type around it is known.
struct Read {
    block: Block,
    /// The smallest type in it, in half points, and how many characters it has.
    size: Option<u32>,
    length: usize,
}

/// A shape that is open: what hangs in it.
#[derive(Default)]
struct Shape {
    picture: bool,
    boxed: bool,
}

/// What a text box stands in, put aside while it is read.
struct Aside {
    paragraph: Paragraph,
    run: Run,
    tables: Vec<Vec<Vec<String>>>,
    in_text: bool,
}

#[derive(Default)]
pub(super) struct Reader {
    styles: Styles,
    numbering: Numbering,
    read: Vec<Read>,
    /// Blocks of text boxes, until the paragraph they hang on is over.
    boxed: Vec<Read>,
    aside: Vec<Aside>,
    shapes: Vec<Shape>,
    pub(super) lost: BTreeMap<&'static str, usize>,
    /// Depth within elements whose text is not taken: deletions, field codes, alternatives.
    passed: usize,
    /// Tables, the outermost first.
    tables: Vec<Vec<Vec<String>>>,
    /// Cells to come behind one that stretches over several columns.
    span: usize,
    counts: BTreeMap<String, [usize; DEEPEST + 1]>,
    paragraph: Paragraph,
    run: Run,
    in_text: bool,
}

#[derive(Default)]
struct Paragraph {
    words: String,
    style: String,
    list: Option<Listing>,
    /// `numId` 0 takes a paragraph out of the list of its style.
    unlisted: bool,
    /// Characters in bold, and whether all so far were.
    bold: usize,
    leading: usize,
    plain: bool,
    /// The smallest type in it.
    size: Option<u32>,
    outline: bool,
}

/// What is said of the run that is read.
#[derive(Default)]
struct Run {
    open: bool,
    bold: Option<bool>,
    size: Option<u32>,
    hidden: bool,
}

/// Elements whose text is not part of the page: what is counted of them says why. Former looks
/// (`…Change`) would turn the looks of today.
const PASSED: [&str; 12] = [
    "del",
    "moveFrom",
    "instrText",
    "Fallback",
    "oMath",
    "rt",
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "tcPrChange",
    "trPrChange",
];

/// Columns of a table that come over.
const COLUMNS: usize = 100;

/// Elements that are counted wherever they open.
const COUNTED: [&str; 12] = [
    "footnoteReference",
    "endnoteReference",
    "commentReference",
    "oMath",
    "del",
    "moveFrom",
    "ins",
    "object",
    "altChunk",
    "sym",
    "rt",
    "txbxContent",
];

impl Reader {
    pub(super) fn new(styles: Styles, numbering: Numbering) -> Self {
        Self { styles, numbering, ..Self::default() }
    }

    pub(super) fn count(&mut self, key: &'static str) {
        *self.lost.entry(key).or_default() += 1;
    }

    pub(super) fn step(&mut self, step: &Step) {
        match step {
            Step::Open(name, attributes) => self.open(name, attributes),
            Step::Close(name) => self.close(name),
            Step::Words(words) if self.in_text && self.passed == 0 => self.words(words),
            Step::Words(_) => {}
        }
    }

    fn words(&mut self, words: &str) {
        if self.run.hidden {
            return;
        }
        let style = self.styles.get(&self.paragraph.style);
        let size = self.run.size.or(style.size).unwrap_or(self.styles.size);
        let paragraph = &mut self.paragraph;
        paragraph.words.push_str(words);
        let solid = words.chars().filter(|c| !c.is_whitespace()).count();
        if self.run.bold.or(style.bold).unwrap_or(false) {
            paragraph.bold += solid;
            if !paragraph.plain {
                paragraph.leading = paragraph.words.len();
            }
        } else {
            paragraph.plain |= solid > 0;
        }
        if solid > 0 {
            paragraph.size = Some(paragraph.size.unwrap_or(u32::MAX).min(size));
        }
    }

    fn open(&mut self, name: &str, attributes: &[(String, String)]) {
        if self.passed == 0
            && let Some(key) = COUNTED.iter().find(|key| **key == name)
        {
            self.count(key);
        }
        if PASSED.contains(&name) {
            self.passed += 1;
        }
        if self.passed > 0 {
            return;
        }
        let value = attribute(attributes, "val");
        let on = !matches!(value, Some("0" | "false" | "off"));
        match name {
            "tbl" | "tr" | "tc" | "gridSpan" | "vMerge" => self.open_table(name, value),
            "p" => self.paragraph = Paragraph::default(),
            "pStyle" => value.unwrap_or("").clone_into(&mut self.paragraph.style),
            "outlineLvl" => self.paragraph.outline = value != Some("9"),
            "numId" => {
                let id = value.unwrap_or("0").to_owned();
                self.paragraph.unlisted = id == "0";
                let level = self.paragraph.list.as_ref().map_or(0, |list| list.level);
                self.paragraph.list = Some(Listing { id, level, ordered: None });
            }
            "ilvl" => {
                let level = value.and_then(|level| level.parse().ok()).unwrap_or(0);
                let id = self.paragraph.list.take().map_or_else(String::new, |list| list.id);
                self.paragraph.list = Some(Listing { id, level, ordered: None });
            }
            "r" => self.run = Run { open: true, ..Run::default() },
            "b" if self.run.open => self.run.bold = Some(on),
            "sz" if self.run.open => self.run.size = value.and_then(|size| size.parse().ok()),
            "vanish" if self.run.open && on => {
                self.run.hidden = true;
                self.count("vanish");
            }
            "t" => self.in_text = true,
            "tab" if self.run.open => self.words(" "),
            // A page that ends is no line that does.
            "br" if matches!(attribute(attributes, "type"), Some("page" | "column")) => {}
            "br" | "cr" if self.run.open => self.words("\n"),
            "noBreakHyphen" => self.words("-"),
            "hyperlink" if attribute(attributes, "id").is_some() => self.count("hyperlink"),
            "drawing" | "pict" => self.shapes.push(Shape::default()),
            "pic" | "imagedata" => {
                if let Some(shape) = self.shapes.last_mut() {
                    shape.picture = true;
                }
            }
            "txbxContent" => self.open_box(),
            _ => {}
        }
    }

    fn open_table(&mut self, name: &str, value: Option<&str>) {
        match name {
            "tbl" => self.tables.push(Vec::new()),
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.push(Vec::new());
                }
            }
            "tc" => {
                if let Some(row) = self.tables.last_mut().and_then(|table| table.last_mut()) {
                    row.push(String::new());
                }
                self.span = 0;
            }
            "gridSpan" => {
                let columns: usize = value.and_then(|span| span.parse().ok()).unwrap_or(1);
                self.span = columns.saturating_sub(1).min(WIDEST);
                if self.span > 0 {
                    self.count("gridSpan");
                }
            }
            _ if value != Some("restart") => self.count("vMerge"),
            _ => {}
        }
    }

    /// A text box hangs on a paragraph, within its run: that is put aside.
    fn open_box(&mut self) {
        if let Some(shape) = self.shapes.last_mut() {
            shape.boxed = true;
        }
        self.aside.push(Aside {
            paragraph: std::mem::take(&mut self.paragraph),
            run: std::mem::take(&mut self.run),
            tables: std::mem::take(&mut self.tables),
            in_text: std::mem::take(&mut self.in_text),
        });
    }

    fn close(&mut self, name: &str) {
        if PASSED.contains(&name) {
            self.passed = self.passed.saturating_sub(1);
            return;
        }
        if self.passed > 0 {
            return;
        }
        match name {
            "t" => self.in_text = false,
            "r" => self.run = Run::default(),
            "p" => self.finish(),
            "tc" => {
                if let Some(row) = self.tables.last_mut().and_then(|table| table.last_mut()) {
                    let room = COLUMNS.saturating_sub(row.len());
                    let span = std::mem::take(&mut self.span).min(room);
                    row.extend(std::iter::repeat_n(String::new(), span));
                }
            }
            "tbl" => self.finish_table(),
            "drawing" | "pict" => self.finish_shape(),
            "txbxContent" => {
                if let Some(aside) = self.aside.pop() {
                    (self.paragraph, self.run) = (aside.paragraph, aside.run);
                    (self.tables, self.in_text) = (aside.tables, aside.in_text);
                }
            }
            _ => {}
        }
    }

    /// A shape that holds nothing but words has lost nothing.
    fn finish_shape(&mut self) {
        if self.shapes.pop().is_some_and(|shape| shape.picture || !shape.boxed) {
            self.count("picture");
        }
    }

    fn finish_table(&mut self) {
        let Some(mut table) = self.tables.pop() else { return };
        // On the page all rows are as wide as the widest: what is wider than any table is cut, and what
        // stood there is told.
        for row in &mut table {
            let cut = row.drain(COLUMNS.min(row.len())..).filter(|cell| !cell.is_empty()).count();
            if cut > 0 {
                *self.lost.entry("wide").or_default() += cut;
            }
        }
        table.retain(|row| !row.is_empty());
        let cell = self.tables.last_mut().and_then(|outer| outer.last_mut()?.last_mut());
        if let Some(cell) = cell {
            // A table within a cell: its words, row by row.
            let words: Vec<String> = table.iter().map(|row| row.join(" ")).collect();
            cell.push_str(&words.join("；"));
            self.count("tbl");
        } else {
            self.push(Read { block: Block::Table(table), size: None, length: 0 });
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

    fn finish(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let skipped = paragraph.words.len() - paragraph.words.trim_start().len();
        let words = paragraph.words.trim().to_owned();
        if words.is_empty() {
            if self.aside.is_empty() && self.tables.is_empty() {
                self.read.append(&mut self.boxed);
            }
            return;
        }
        if let Some(cell) = self.tables.last_mut().and_then(|table| table.last_mut()?.last_mut()) {
            if !cell.is_empty() {
                cell.push(' ');
            }
            cell.push_str(&words.replace('\n', " "));
            return;
        }
        let solid = words.chars().filter(|c| !c.is_whitespace()).count();
        let style = self.styles.get(&paragraph.style);
        let list = paragraph.list.filter(|list| !list.id.is_empty()).or(style.list);
        let block = if paragraph.outline || style.heading {
            Block::Heading { words }
        } else if paragraph.bold == solid && solid <= LONGEST_HEADING {
            Block::Bold { words }
        } else if let Some(list) = list.filter(|_| !paragraph.unlisted) {
            let level = list.level.min(DEEPEST);
            let number = self.numbering.counts(&list).then(|| self.number(&list.id, level));
            Block::Item { words, number, level }
        } else {
            let bold = paragraph.leading.saturating_sub(skipped).min(words.len());
            Block::Paragraph { words, bold }
        };
        self.push(Read { block, size: paragraph.size, length: solid });
    }

    /// The next number of a list; what it counts further in begins anew.
    fn number(&mut self, id: &str, level: usize) -> usize {
        let counts = self.counts.entry(id.to_owned()).or_default();
        counts[level] += 1;
        counts[level + 1..].fill(0);
        counts[level]
    }

    /// The blocks; short paragraphs in type larger than most of the text has are headings.
    pub(super) fn finished(mut self) -> Vec<Block> {
        self.read.append(&mut self.boxed);
        let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
        for read in &self.read {
            if let (Block::Paragraph { .. }, Some(size)) = (&read.block, read.size) {
                *sizes.entry(size).or_default() += read.length;
            }
        }
        let common =
            sizes.iter().max_by_key(|(_, count)| **count).map_or(u32::MAX, |(size, _)| *size);
        let heading = |read: Read| match read.block {
            Block::Paragraph { words, .. }
                if read.size.is_some_and(|size| size > common)
                    && read.length <= LONGEST_HEADING
                    && !words.ends_with(['。', '，', '；', '：', '！', '？', ',', ';']) =>
            {
                Block::Bold { words }
            }
            block => block,
        };
        self.read.into_iter().map(heading).collect()
    }
}
