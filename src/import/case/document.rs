//! The text of a docx: paragraphs with what their style says, lists, tables, and a count of all that
//! has no place on a page.
//!
//! What a reader of the write-up sees comes over, text boxes too, behind the paragraph they hang on.
//! What he does not see stays away: hidden text, words struck out, the second copy of a shape for old
//! programs. Nothing goes without being counted.

mod reader;

use self::reader::Reader;
use super::style::{Numbering, Styles};
use crate::base::text::Text;
use crate::import::package::{Package, Step};
use crate::say;

/// A piece of the write-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// By its style.
    Heading { words: String },
    /// A short paragraph all in bold or in larger type: a heading where no styles were used.
    Bold { words: String },
    /// With how many bytes at its beginning are in bold.
    Paragraph { words: String, bold: usize },
    /// `number` is its place in a list that counts.
    Item { words: String, number: Option<usize>, level: usize },
    /// Rows of cells.
    Table(Vec<Vec<String>>),
}

impl Block {
    /// Its words; of a table none.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Heading { words }
            | Self::Bold { words }
            | Self::Paragraph { words, .. }
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

/// Levels of lists that are kept apart.
const DEEPEST: usize = 4;

impl Document {
    /// All its words as they stand, a line for each paragraph and cell.
    pub(super) fn words(&self) -> String {
        let mut out = String::new();
        for block in &self.blocks {
            if let Block::Table(rows) = block {
                for cell in rows.iter().flatten() {
                    out.push_str(cell);
                    out.push('\n');
                }
            }
            out.push_str(&block.words());
            out.push('\n');
        }
        out
    }
}

/// What has no place on a page, or came over otherwise than it stood: what it is counted by, Chinese,
/// English.
const LOST: [(&str, &str, &str); 20] = [
    ("picture", "图片", "pictures"),
    ("footnoteReference", "脚注", "footnotes"),
    ("endnoteReference", "尾注", "endnotes"),
    ("commentReference", "批注", "comments"),
    ("oMath", "公式", "formulas"),
    ("del", "修订中删去的文字", "words struck out by tracked changes"),
    (
        "moveFrom",
        "修订中移走的文字（移到的地方已收）",
        "words moved away by tracked changes (taken in where they went)",
    ),
    ("ins", "修订中加入的文字（已收）", "words added by tracked changes (taken in)"),
    ("vanish", "隐藏的文字", "hidden words"),
    (
        "txbxContent",
        "文本框（文字已收，放在所在段落后面）",
        "text boxes (words taken in behind their paragraph)",
    ),
    ("object", "嵌入的对象", "embedded objects"),
    ("altChunk", "嵌入的另一份文稿", "another document inside"),
    ("sym", "符号字体里的符号", "signs of a symbol font"),
    ("rt", "拼音", "phonetic guides"),
    ("hyperlink", "链接（文字已收，网址没有）", "links (their words were taken in)"),
    (
        "gridSpan",
        "表格里横着合并的格子（后面留空）",
        "table cells merged across (empty cells behind)",
    ),
    (
        "vMerge",
        "表格里竖着合并的格子（下面留空）",
        "table cells merged downwards (empty cells below)",
    ),
    ("tbl", "表格里的表格（并成一格文字）", "tables within tables (made words of one cell)"),
    ("wide", "表格第 100 列以后的格子", "table cells behind column 100"),
    ("header", "页眉页脚", "headers and footers"),
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
    let styles = Styles::read(&package.steps("word/styles.xml")?);
    let numbering = Numbering::read(&package.steps("word/numbering.xml")?);
    let mut reader = Reader::new(styles, numbering);
    for step in &package.steps("word/document.xml")? {
        reader.step(step);
    }
    for part in package.parts() {
        let margin = part.starts_with("word/header") || part.starts_with("word/footer");
        if margin && part.ends_with(".xml") && has_words(&package.steps(&part)?) {
            reader.count("header");
        }
    }
    let counted = |(key, zh, en): &(&'static str, &'static str, &'static str)| {
        reader.lost.get(key).map(|count| (*zh, *en, *count))
    };
    let lost = LOST.iter().filter_map(counted).collect();
    Ok(Document { blocks: reader.finished(), lost })
}

/// Whether a part says anything; every write-up has an empty header.
fn has_words(steps: &[Step]) -> bool {
    steps.iter().any(|step| matches!(step, Step::Words(words) if !words.trim().is_empty()))
}
