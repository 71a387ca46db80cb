//! The text of a docx: paragraphs with what their style says, lists, tables, and a count of all that
//! has no place on a page.

use std::collections::BTreeMap;

use crate::base::text::Text;
use crate::import::package::{Package, Step, attribute};
use crate::say;

/// A piece of the write-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// By its style.
    Heading {
        words: String,
    },
    /// A short paragraph all in bold: a heading where no styles were used.
    Bold {
        words: String,
    },
    Paragraph {
        words: String,
    },
    Item {
        words: String,
        ordered: bool,
        level: usize,
    },
    /// Rows of cells.
    Table(Vec<Vec<String>>),
}

impl Block {
    /// Its words; of a table none.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Heading { words }
            | Self::Bold { words }
            | Self::Paragraph { words }
            | Self::Item { words, .. } => words.clone(),
            Self::Table(_) => String::new(),
        }
    }
}

/// A write-up read.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) blocks: Vec<Block>,
    /// Chinese, English, how many.
    pub(super) lost: Vec<(&'static str, &'static str, usize)>,
}

/// A bold paragraph longer than this is emphasis.
const LONGEST_HEADING: usize = 30;
/// Levels of lists that are kept apart.
const DEEPEST: usize = 4;

/// Elements without a place on a page: name in XML, Chinese, English.
const LOST: [(&str, &str, &str); 9] = [
    ("drawing", "图片", "pictures"),
    ("pict", "图片（旧格式）", "pictures (old format)"),
    ("footnoteReference", "脚注", "footnotes"),
    ("endnoteReference", "尾注", "endnotes"),
    ("commentReference", "批注", "comments"),
    ("oMath", "公式", "formulas"),
    ("del", "修订中删去的文字", "words struck out by tracked changes"),
    ("ins", "修订中加入的文字（已收）", "words added by tracked changes (taken in)"),
    ("object", "嵌入的对象", "embedded objects"),
];

/// Reads a docx.
///
/// # Errors
/// A sentence, when it is none.
pub(super) fn read(bytes: &[u8]) -> Result<Document, Text> {
    let mut package = Package::open(bytes)?;
    if !package.has("word/document.xml") {
        return Err(say!(
            zh: "这不是 Word 文稿（docx）。请在 Word 或 WPS 里另存为 docx",
            en: "this is no Word document (docx): save it as docx in Word or WPS",
        ));
    }
    let headings = headings(&package.steps("word/styles.xml")?);
    let ordered = ordered(&package.steps("word/numbering.xml")?);
    let steps = package.steps("word/document.xml")?;
    let mut reader = Reader { headings, ordered, ..Reader::default() };
    for step in &steps {
        reader.step(step);
    }
    let mut lost = Vec::new();
    for (element, zh, en) in LOST {
        if let Some(count) = reader.lost.get(element) {
            lost.push((zh, en, *count));
        }
    }
    let headers = package
        .parts()
        .iter()
        .any(|part| part.starts_with("word/header") || part.starts_with("word/footer"));
    if headers {
        lost.push(("页眉页脚", "headers and footers", 1));
    }
    Ok(Document { blocks: reader.blocks, lost })
}

/// Ids of styles that are headings: by name (`heading 1`, `标题 1`, `Title`) or outline level; a style
/// based on one is one.
fn headings(steps: &[Step]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut based: Vec<(String, String)> = Vec::new();
    let mut id = String::new();
    for step in steps {
        let Step::Open(name, attributes) = step else { continue };
        let value = attribute(attributes, "val").unwrap_or("");
        match name.as_str() {
            "style" => attribute(attributes, "styleId").unwrap_or("").clone_into(&mut id),
            "name" => {
                let named = value.to_lowercase();
                let heading =
                    ["heading", "标题", "title"].iter().any(|word| named.starts_with(word));
                if heading {
                    found.push(id.clone());
                }
            }
            "outlineLvl" if value != "9" => found.push(id.clone()),
            "basedOn" => based.push((id.clone(), value.to_owned())),
            _ => {}
        }
    }
    // Styles may be based on each other in any order; each round takes in one step more.
    for _ in 0..8 {
        for (style, parent) in &based {
            if found.contains(parent) && !found.contains(style) {
                found.push(style.clone());
            }
        }
    }
    found
}

/// Which numberings count, and which only mark: number id → whether it counts.
fn ordered(steps: &[Step]) -> BTreeMap<String, bool> {
    let mut formats: BTreeMap<String, bool> = BTreeMap::new();
    let mut numbers = BTreeMap::new();
    let (mut kind, mut number) = (String::new(), String::new());
    for step in steps {
        let Step::Open(name, attributes) = step else { continue };
        let value = attribute(attributes, "val").unwrap_or("");
        match name.as_str() {
            "abstractNum" => {
                attribute(attributes, "abstractNumId").unwrap_or("").clone_into(&mut kind);
            }
            "numFmt" => {
                formats.entry(kind.clone()).or_insert(value != "bullet" && value != "none");
            }
            "num" => attribute(attributes, "numId").unwrap_or("").clone_into(&mut number),
            "abstractNumId" => {
                let counts = formats.get(value).copied().unwrap_or(false);
                numbers.insert(number.clone(), counts);
            }
            _ => {}
        }
    }
    numbers
}

#[derive(Default)]
struct Reader {
    headings: Vec<String>,
    ordered: BTreeMap<String, bool>,
    blocks: Vec<Block>,
    lost: BTreeMap<&'static str, usize>,
    /// Depth within elements whose text is not taken: deletions, field codes, alternatives.
    passed: usize,
    /// Tables, the outermost first.
    tables: Vec<Vec<Vec<String>>>,
    paragraph: Paragraph,
    in_text: bool,
    in_run: bool,
    bold: bool,
}

#[derive(Default)]
struct Paragraph {
    words: String,
    style: String,
    number: Option<String>,
    level: usize,
    /// Characters in bold.
    bold: usize,
    outline: bool,
}

/// Elements whose text is not part of the page.
const PASSED: [&str; 6] = ["del", "instrText", "Fallback", "txbxContent", "oMath", "moveFrom"];

impl Reader {
    fn step(&mut self, step: &Step) {
        match step {
            Step::Open(name, attributes) => self.open(name, attributes),
            Step::Close(name) => self.close(name),
            Step::Words(words) if self.in_text && self.passed == 0 => {
                self.paragraph.words.push_str(words);
                if self.bold {
                    self.paragraph.bold += words.chars().filter(|c| !c.is_whitespace()).count();
                }
            }
            Step::Words(_) => {}
        }
    }

    fn open(&mut self, name: &str, attributes: &[(String, String)]) {
        if let Some((element, ..)) = LOST.iter().find(|(element, ..)| *element == name)
            && self.passed == 0
        {
            *self.lost.entry(element).or_default() += 1;
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
            }
            "p" => self.paragraph = Paragraph::default(),
            "pStyle" => value.unwrap_or("").clone_into(&mut self.paragraph.style),
            "outlineLvl" => self.paragraph.outline = value != Some("9"),
            "numId" => self.paragraph.number = value.filter(|id| *id != "0").map(str::to_owned),
            "ilvl" => {
                self.paragraph.level = value.and_then(|level| level.parse().ok()).unwrap_or(0);
            }
            "r" => (self.in_run, self.bold) = (true, false),
            "b" if self.in_run => self.bold = on,
            "t" => self.in_text = true,
            "tab" if self.in_run => self.paragraph.words.push(' '),
            "br" | "cr" if self.in_run => self.paragraph.words.push('\n'),
            "noBreakHyphen" => self.paragraph.words.push('-'),
            _ => {}
        }
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
            "r" => (self.in_run, self.bold) = (false, false),
            "p" => self.finish(),
            "tbl" => {
                let Some(table) = self.tables.pop() else { return };
                match self
                    .tables
                    .last_mut()
                    .and_then(|outer| outer.last_mut())
                    .and_then(|row| row.last_mut())
                {
                    // A table within a cell: its words, row by row.
                    Some(cell) => {
                        let words: Vec<String> = table.iter().map(|row| row.join(" ")).collect();
                        cell.push_str(&words.join("；"));
                    }
                    None => self.blocks.push(Block::Table(table)),
                }
            }
            _ => {}
        }
    }

    fn finish(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let words = paragraph.words.trim().to_owned();
        if words.is_empty() {
            return;
        }
        if let Some(cell) =
            self.tables.last_mut().and_then(|table| table.last_mut()).and_then(|row| row.last_mut())
        {
            if !cell.is_empty() {
                cell.push(' ');
            }
            cell.push_str(&words.replace('\n', " "));
            return;
        }
        let solid = words.chars().filter(|c| !c.is_whitespace()).count();
        let heading = paragraph.outline || self.headings.contains(&paragraph.style);
        self.blocks.push(if heading {
            Block::Heading { words }
        } else if paragraph.bold == solid && solid <= LONGEST_HEADING {
            Block::Bold { words }
        } else if let Some(number) = paragraph.number {
            let ordered = self.ordered.get(&number).copied().unwrap_or(false);
            Block::Item { words, ordered, level: paragraph.level.min(DEEPEST) }
        } else {
            Block::Paragraph { words }
        });
    }
}
