//! The text of a docx: paragraphs with what their style says, lists, tables, notes, and a list of all that
//! has no place on a page.
//!
//! What a reader of the write-up sees comes over, text boxes too, behind the paragraph they hang on.
//! What he does not see stays away, and so does what somebody struck out, as clerks do with real names:
//! hidden text, words struck through, the second copy of a shape for old programs. Nothing goes without
//! being told, with its place (`losses`).

mod losses;
mod notes;
mod reader;
mod table;

pub(super) use self::losses::{Loss, place, shown};
use self::notes::Notes;
use self::reader::Reader;
pub(super) use self::table::Cell;
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
    Table(Vec<Vec<Cell>>),
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

    /// The words that end with it.
    fn last_words(&self) -> &str {
        match self {
            Self::Heading { words }
            | Self::Bold { words }
            | Self::Paragraph { words, .. }
            | Self::Item { words, .. } => words,
            Self::Table(rows) => {
                let mut cells = rows.iter().rev().flat_map(|row| row.iter().rev());
                cells.find(|cell| !cell.words.is_empty()).map_or("", |cell| &cell.words)
            }
        }
    }
}

/// How a block is set: two paragraphs of one look are one title.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// The smallest type in it, in half points.
    pub(super) size: Option<u32>,
    pub(super) centred: bool,
    /// All of it.
    pub(super) bold: bool,
}

/// A write-up read.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) blocks: Vec<Block>,
    /// How each block is set.
    pub(super) looks: Vec<Look>,
    /// Texts of notes; in the words stands a sign for each (`note_at`).
    pub(super) notes: Vec<String>,
    pub(super) losses: Vec<Loss>,
}

/// Signs for notes: characters that no write-up may use, one for each note.
const NOTES: std::ops::Range<u32> = 0xF_0000..0xF_F000;

/// The sign that stands for a note.
pub(super) fn note_sign(note: usize) -> Option<char> {
    let at = NOTES.start.checked_add(u32::try_from(note).ok()?)?;
    NOTES.contains(&at).then(|| char::from_u32(at)).flatten()
}

/// The note that a sign stands for.
pub(super) fn note_at(sign: char) -> Option<usize> {
    let at = u32::from(sign);
    NOTES.contains(&at).then(|| usize::try_from(at - NOTES.start).ok()).flatten()
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
                    out.push_str(&cell.words);
                    out.push('\n');
                }
            }
            out.push_str(&block.words());
            out.push('\n');
        }
        for note in &self.notes {
            out.push_str(note);
            out.push('\n');
        }
        out.retain(|c| note_at(c).is_none());
        out
    }
}

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
    let mut notes = Notes::default();
    for part in ["word/footnotes.xml", "word/endnotes.xml"] {
        notes.read(&package.steps(part)?, &mut reader);
    }
    reader.notes = notes;
    for step in &package.steps("word/document.xml")? {
        reader.step(step);
    }
    for part in package.parts() {
        let margin = part.starts_with("word/header") || part.starts_with("word/footer");
        if margin && part.ends_with(".xml") && has_words(&package.steps(&part)?) {
            reader.losses.anywhere("header", 1);
        }
    }
    Ok(reader.finished())
}

/// Whether a part says anything; every write-up has an empty header.
fn has_words(steps: &[Step]) -> bool {
    steps.iter().any(|step| matches!(step, Step::Words(words) if !words.trim().is_empty()))
}
