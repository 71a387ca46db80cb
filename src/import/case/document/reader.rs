//! Walks through a write-up, step by step, and puts down what stands in it; what an element that ends
//! becomes is said in `ended`.

mod ended;

use std::collections::BTreeMap;

use super::super::style::{Listing, Numbering, Styles};
use super::losses::Losses;
use super::notes::Notes;
use super::table::Table;
use super::{Block, DEEPEST, Look, note_at, note_sign};
use crate::import::package::{Step, attribute};

/// Fields within one another that are told apart, and bytes of what one says.
const FIELDS: usize = 16;
const LONGEST_CODE: usize = 2_000;

/// A block as it was read, before the size of the type around it is known.
struct Read {
    block: Block,
    look: Look,
    /// How many characters it has.
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
    tables: Vec<Table>,
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
    pub(super) losses: Losses,
    pub(super) notes: Notes,
    /// Depth within elements whose text is not taken: deletions, field codes, alternatives.
    passed: usize,
    /// Rows that are open from one that was struck out, itself among them.
    gone: usize,
    /// Tables, the outermost first.
    tables: Vec<Table>,
    /// Fields that are open: what they say they are.
    fields: Vec<String>,
    in_code: bool,
    /// Whether an open link leads out of the write-up.
    linked: bool,
    /// Paragraphs so far.
    paragraphs: usize,
    /// Whether what is read is said of a paragraph or a row, and not of words.
    of_paragraph: bool,
    of_row: bool,
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
    centred: bool,
}

/// What is said of the run that is read.
#[derive(Default)]
struct Run {
    open: bool,
    bold: Option<bool>,
    size: Option<u32>,
    style: String,
    hidden: Option<bool>,
    struck: Option<bool>,
}

impl Paragraph {
    /// Takes what is said of it.
    fn said(&mut self, name: &str, value: Option<&str>) {
        match name {
            "jc" => self.centred = value == Some("center"),
            "pStyle" => value.unwrap_or("").clone_into(&mut self.style),
            "outlineLvl" => self.outline = value != Some("9"),
            "numId" => {
                let id = value.unwrap_or("0").to_owned();
                self.unlisted = id == "0";
                let level = self.list.as_ref().map_or(0, |list| list.level);
                self.list = Some(Listing { id, level, ordered: None });
            }
            _ => {
                let level = value.and_then(|level| level.parse().ok()).unwrap_or(0);
                let id = self.list.take().map_or_else(String::new, |list| list.id);
                self.list = Some(Listing { id, level, ordered: None });
            }
        }
    }
}

impl Run {
    /// Takes what is said of it; what is said outside of runs is said of the mark at a paragraph's end.
    fn said(&mut self, name: &str, value: Option<&str>) {
        let on = !matches!(value, Some("0" | "false" | "off"));
        match name {
            _ if !self.open => {}
            "b" => self.bold = Some(on),
            "sz" => self.size = value.and_then(|size| size.parse().ok()),
            "rStyle" => value.unwrap_or("").clone_into(&mut self.style),
            "vanish" => self.hidden = Some(on),
            _ => self.struck = Some(on || self.struck == Some(true)),
        }
    }
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

/// Elements that are counted wherever they open.
const COUNTED: [&str; 10] = [
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

    /// Counts what is lost where the reader is.
    fn count(&mut self, key: &'static str) {
        let at = (self.paragraphs, self.paragraph.words.len());
        let own = self.paragraph.words.as_str();
        let last = || self.read.last().map_or("", |read| read.block.last_words());
        let before = match own.trim() {
            "" => self.tables.last().and_then(Table::words).unwrap_or_else(last),
            _ => own,
        };
        self.losses.at(key, at, before);
        if let Some(table) = self.tables.last_mut() {
            table.lose();
        }
    }

    pub(super) fn step(&mut self, step: &Step) {
        if self.gone > 0 {
            return self.pass_row(step);
        }
        match step {
            Step::Open(name, attributes) => self.open(name, attributes),
            Step::Close(name) => self.close(name),
            Step::Words(words) if self.in_code => {
                if let Some(code) = self.fields.last_mut().filter(|code| code.len() < LONGEST_CODE)
                {
                    code.push_str(words);
                }
            }
            Step::Words(words) if self.in_text && self.passed == 0 => self.words(words),
            Step::Words(_) => {}
        }
    }

    /// Passes a row that was struck out, with the tables in it.
    fn pass_row(&mut self, step: &Step) {
        match step {
            Step::Open(name, _) if name == "tr" => self.gone += 1,
            Step::Close(name) if name == "tr" => self.gone -= 1,
            _ => {}
        }
        if self.gone == 0 {
            (self.paragraph, self.run) = (Paragraph::default(), Run::default());
            (self.in_text, self.in_code) = (false, false);
            self.count("tr");
            if let Some(table) = self.tables.last_mut() {
                table.drop_row();
            }
        }
    }

    /// Whether words of the run are not to be seen, and what they are counted by.
    fn unseen(&self) -> Option<&'static str> {
        let own = self.styles.get(&self.paragraph.style);
        let of_run = match self.run.style.as_str() {
            "" => None,
            style => Some(self.styles.get(style)),
        };
        let of_run = of_run.as_ref();
        let hidden = self.run.hidden.or(of_run.and_then(|style| style.hidden)).or(own.hidden);
        let struck = self.run.struck.or(of_run.and_then(|style| style.struck)).or(own.struck);
        match (hidden, struck) {
            (Some(true), _) => Some("vanish"),
            (_, Some(true)) => Some("strike"),
            _ => None,
        }
    }

    fn words(&mut self, words: &str) {
        if let Some(key) = self.unseen() {
            if !words.trim().is_empty() {
                self.count(key);
            }
            return;
        }
        let style = self.styles.get(&self.paragraph.style);
        let size = self.run.size.or(style.size).unwrap_or(self.styles.size);
        let paragraph = &mut self.paragraph;
        // Signs of our own for notes are nobody else's.
        paragraph.words.extend(words.chars().filter(|c| note_at(*c).is_none()));
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

    /// A note stands in the text as a sign, in whatever type.
    fn note(&mut self, reference: &str, id: &str) {
        match self.notes.call(reference, id).and_then(note_sign) {
            Some(sign) if self.unseen().is_none() => self.paragraph.words.push(sign),
            _ => self.count("note"),
        }
    }

    fn open(&mut self, name: &str, attributes: &[(String, String)]) {
        if name == "del" && self.of_row && self.passed == 0 {
            self.gone = 1;
            return;
        }
        if self.passed == 0
            && let Some(key) = COUNTED.iter().find(|key| **key == name)
            && !self.of_paragraph
        {
            self.count(key);
        }
        self.in_code |= name == "instrText" && self.passed == 0;
        if PASSED.contains(&name) {
            self.passed += 1;
        }
        if self.passed > 0 {
            return;
        }
        let value = attribute(attributes, "val");
        match name {
            "tbl" | "tr" | "tc" | "gridSpan" | "vMerge" | "trPr" => self.open_table(name, value),
            "p" => {
                self.paragraph = Paragraph::default();
                self.paragraphs += 1;
            }
            "pPr" => self.of_paragraph = true,
            "jc" | "pStyle" | "outlineLvl" | "numId" | "ilvl" => self.paragraph.said(name, value),
            "r" => self.run = Run { open: true, ..Run::default() },
            "b" | "sz" | "rStyle" | "vanish" | "strike" | "dstrike" => self.run.said(name, value),
            "footnoteReference" | "endnoteReference" => {
                self.note(name, attribute(attributes, "id").unwrap_or(""));
            }
            "t" => self.in_text = true,
            "tab" if self.run.open => self.words(" "),
            // A page that ends is no line that does.
            "br" if matches!(attribute(attributes, "type"), Some("page" | "column")) => {}
            "br" | "cr" if self.run.open => self.words("\n"),
            "noBreakHyphen" => self.words("-"),
            "hyperlink" => self.linked = attribute(attributes, "id").is_some(),
            "fldChar" => self.field(attribute(attributes, "fldCharType").unwrap_or("")),
            "fldSimple" => {
                self.fields.push(attribute(attributes, "instr").unwrap_or("").to_owned());
            }
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

    /// A field that Word keeps in signs of its own: begun, told what it is, shown, ended.
    fn field(&mut self, kind: &str) {
        match kind {
            "begin" => self.fields.push(String::new()),
            "end" => self.end_field(),
            _ => {}
        }
        // Fields that nothing ends are no fields.
        if self.fields.len() > FIELDS {
            self.fields.remove(0);
        }
    }

    fn end_field(&mut self) {
        let code = self.fields.pop().unwrap_or_default();
        // HYPERLINK \l leads to a place of the write-up itself.
        let target = code.trim_start().strip_prefix("HYPERLINK").map(str::trim_start);
        if target.is_some_and(|target| !target.is_empty() && !target.starts_with('\\')) {
            self.count("hyperlink");
        }
    }

    fn open_table(&mut self, name: &str, value: Option<&str>) {
        if name == "tbl" {
            return self.tables.push(Table::default());
        }
        self.of_row = name == "trPr";
        let Some(table) = self.tables.last_mut() else { return };
        match name {
            "tr" => table.open_row(),
            "tc" => table.open_cell(),
            "gridSpan" => table.spread(value.and_then(|span| span.parse().ok()).unwrap_or(1)),
            "vMerge" if value != Some("restart") => table.continue_above(),
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
        self.in_code &= name != "instrText";
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
            "pPr" => self.of_paragraph = false,
            "trPr" => self.of_row = false,
            "hyperlink" if std::mem::take(&mut self.linked) => self.count("hyperlink"),
            "fldSimple" => self.end_field(),
            "tc" => self.tables.last_mut().into_iter().for_each(Table::close_cell),
            "tr" => self.tables.last_mut().into_iter().for_each(Table::close_row),
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
}
