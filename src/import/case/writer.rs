//! Markdown out of a write-up: headings, paragraphs, lists, tables and notes, so that they mean the same.

use super::document::{Block, Cell, Document, note_at, place, shown};
use super::form::{Form, form};
use super::part::{Part, bold_part, part, unnumbered};
use super::title::title;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::base::text::Text;
use crate::domain::identifier::find::conceal;
use crate::domain::kinds::case::HEADINGS;
use crate::say;

/// Title and Markdown of a write-up, citizens' numbers starred out.
pub(super) fn written(
    document: &Document,
    start: Span,
    found: &mut Vec<Diagnostic>,
) -> (String, String) {
    let mut forms: Vec<Option<Form>> = document.blocks.iter().map(form_of).collect();
    let named = forms.iter_mut().flatten().find_map(|form| form.title.take());
    let begins = |block: &Block| block_part(block).is_some() || form_of(block).is_some();
    let title = title(document, begins, named);
    let mut writer = Writer::default();
    let mut left = title.left;
    for (at, block) in document.blocks.iter().enumerate() {
        match &mut forms[at] {
            Some(form) => {
                left.extend(form.name.take());
                writer.form(form);
            }
            None if !title.skipped.contains(&at) => writer.block(block),
            None => {}
        }
    }
    for words in left {
        let words = conceal(&words);
        let message = say!(zh: "没有带过来：“{words}”，不是案例的标题，也不是正文", en: "left behind: {words}, which is neither title nor text of the case");
        found.push(Diagnostic::new(Code::CaseLost, start, message));
    }
    writer.tell(start, found);
    writer.tell_merged(start, found);
    writer.notes(document, start, found);
    let title = title.words.map(|title| conceal(title.trim()).into_owned());
    (title.unwrap_or_else(|| "〔待填：标题〕".to_owned()), writer.out)
}

fn form_of(block: &Block) -> Option<Form> {
    match block {
        Block::Table(rows) => form(rows),
        _ => None,
    }
}

/// The part that a block of the write-up begins.
fn block_part(block: &Block) -> Option<Part<'_>> {
    match block {
        Block::Heading { words } | Block::Bold { words } => part(words),
        Block::Paragraph { words, bold } => part(words).or_else(|| bold_part(words, *bold)),
        // Word counts the headings of some write-ups as a list.
        Block::Item { words, .. } => part(words).filter(|part| part.rest.is_empty()),
        Block::Table(_) => None,
    }
}

#[derive(Default)]
struct Writer {
    out: String,
    seen: Vec<&'static str>,
    /// Headings that say what one before them said: as written, as shown.
    again: Vec<(String, &'static str)>,
    /// Where the facts of another case begin: the words before them.
    cases: Vec<Text>,
    /// Tables with merged cells, by the words they begin with.
    merged: Vec<String>,
    /// The last words that were written, which are no heading of a part.
    last: String,
    /// Widths of the marks of the items that are open, the outermost first; empty outside lists.
    marks: Vec<usize>,
}

impl Writer {
    fn block(&mut self, block: &Block) {
        if let Some(part) = block_part(block) {
            self.marks.clear();
            return self.part(&part);
        }
        self.plain(block);
    }

    /// A block that begins no part.
    fn plain(&mut self, block: &Block) {
        if !matches!(block, Block::Item { .. }) {
            self.marks.clear();
        }
        self.last = block.words();
        match block {
            Block::Heading { words } => self.line(&format!("### {}", escaped(&flat(words)))),
            Block::Bold { words } => self.line(&format!("**{}**", escaped(&flat(words)))),
            Block::Paragraph { words, .. } => self.line(&escaped(words)),
            Block::Item { words, number, level } => self.item(words, *number, *level),
            Block::Table(rows) => self.table(rows),
        }
    }

    /// A form, which says itself what its parts are. The title of a second one is no title of the page.
    fn form(&mut self, form: &Form) {
        if let Some(words) = form.title.clone() {
            self.plain(&Block::Bold { words });
        }
        for block in &form.blocks {
            match block {
                Block::Heading { .. } => self.block(block),
                _ => self.plain(block),
            }
        }
    }

    /// A table; merged cells have no place in one of Markdown.
    fn table(&mut self, rows: &[Vec<Cell>]) {
        if rows.iter().flatten().any(|cell| cell.rest) {
            let words =
                rows.iter().flatten().map(|cell| &cell.words).find(|words| !words.is_empty());
            self.merged.push(shown(words.map_or("", String::as_str)));
        }
        self.out.push_str(&table(rows));
    }

    fn line(&mut self, line: &str) {
        self.out.push('\n');
        self.out.push_str(line);
        self.out.push('\n');
    }

    /// A part of the case. One that says what a part before it said stands below that as a heading of
    /// its own, and so does how the case ended.
    fn part(&mut self, part: &Part<'_>) {
        let standard = part.standard;
        let again = self.seen.contains(&standard);
        if !again {
            self.seen.push(standard);
            self.line(&format!("## {standard}"));
        }
        if again || part.result {
            self.line(&format!("### {}", escaped(unnumbered(part.written))));
        }
        if again && !part.result {
            self.again.push((part.written.to_owned(), standard));
            // The facts again, behind how it was handled: another case.
            if standard == HEADINGS[0][0] && self.seen.len() > 1 {
                self.cases.push(place(&self.last));
            }
        }
        if !part.rest.is_empty() {
            self.line(&escaped(part.rest));
        }
    }

    fn item(&mut self, words: &str, number: Option<usize>, level: usize) {
        if self.marks.is_empty() {
            self.out.push('\n');
        }
        // An item further in than one below the one before it would be read as code.
        self.marks.truncate(level.min(self.marks.len()));
        let indent = " ".repeat(self.marks.iter().sum());
        let mark = number.map_or("-".to_owned(), |number| format!("{number}."));
        let words =
            escaped(words).replace("  \n", &format!("  \n{indent}{}", " ".repeat(mark.len() + 1)));
        self.out.push_str(&format!("{indent}{mark} {words}\n"));
        self.marks.push(mark.len() + 1);
    }

    /// Tells which tables had merged cells.
    fn tell_merged(&self, start: Span, found: &mut Vec<Diagnostic>) {
        let count = self.merged.len();
        if let Some(first) = self.merged.first() {
            let message = say!(
                zh: "带过来了，与原样不同：合并的表格格子，合并处留空，{count} 张表，第一张以“{first}”开头",
                en: "taken in otherwise than it stood: merged cells, now empty ones; tables: {count}, the first begins with “{first}”",
            );
            found.push(Diagnostic::new(Code::CaseChanged, start, message));
        }
    }

    /// Tells which parts are not there, and which are there twice.
    fn tell(&self, start: Span, found: &mut Vec<Diagnostic>) {
        for names in HEADINGS.iter().filter(|names| !self.seen.contains(&names[0])) {
            let name = names[0];
            let message =
                say!(zh: "文稿里没有“{name}”这一部分", en: "the write-up has no part {name}");
            found.push(Diagnostic::new(Code::CaseHeading, start, message));
        }
        // One part that comes twice is a part in two pieces; facts and another are a second case.
        let others = self.again.iter().any(|(_, standard)| *standard != HEADINGS[0][0]);
        if others && !self.cases.is_empty() {
            return self.tell_cases(start, found);
        }
        for (written, standard) in &self.again {
            let mut written = conceal(written).into_owned();
            written.retain(|c| note_at(c).is_none());
            let message = say!(
                zh: "“{written}”与前面的一部分都是“{standard}”，写成了小标题",
                en: "{written} and a part before it are both {standard}; it became a heading below",
            );
            found.push(Diagnostic::new(Code::CaseHeading, start, message));
        }
    }

    /// Tells that the write-up holds several cases.
    fn tell_cases(&self, start: Span, found: &mut Vec<Diagnostic>) {
        let count = self.cases.len() + 1;
        let zh: Vec<&str> = self.cases.iter().map(|place| place.zh.as_ref()).collect();
        let en: Vec<&str> = self.cases.iter().map(|place| place.en.as_ref()).collect();
        let (zh, en) = (zh.join("、"), en.join(", "));
        let message = say!(
            zh: "像是 {count} 个案例，请拆成 {count} 个文件：{zh}又有一个“案情简介”",
            en: "this looks like {count} cases, so split it into {count} files: another 案情简介 begins {en}",
        );
        let hint = say!(
            zh: "一页写一个案例。拆好分别导入，删去这一页",
            en: "a page holds one case: import each file and delete this page",
        );
        found.push(Diagnostic::new(Code::CaseHeading, start, message).hint(hint));
    }

    /// Writes the notes in the order in which the page calls them. Those that only the title or the
    /// heading of a part called are told.
    fn notes(&mut self, document: &Document, start: Span, found: &mut Vec<Diagnostic>) {
        let body = std::mem::take(&mut self.out);
        let mut called: Vec<usize> = Vec::new();
        for c in body.chars() {
            match note_at(c) {
                Some(note) => {
                    called.push(note);
                    self.out.push_str(&format!("[^{}]", called.len()));
                }
                None => self.out.push(c),
            }
        }
        for (at, note) in called.iter().enumerate() {
            let text = document.notes.get(*note).map_or("", String::as_str);
            self.line(&format!("[^{}]: {}", at + 1, escaped(&flat(text))));
        }
        let lost = (0..document.notes.len()).filter(|note| !called.contains(note));
        for note in lost {
            let text: String = conceal(&document.notes[note]).chars().take(20).collect();
            let message = say!(zh: "没有带过来：标题的注“{text}”", en: "left behind: the note of a heading, “{text}”");
            found.push(Diagnostic::new(Code::CaseLost, start, message));
        }
    }
}

/// Words of a heading, which is one line.
fn flat(words: &str) -> String {
    words.replace('\n', " ")
}

fn table(rows: &[Vec<Cell>]) -> String {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    if width == 0 {
        return String::new();
    }
    let mut out = String::from("\n");
    for (at, row) in rows.iter().enumerate() {
        let cell = |column: usize| {
            row.get(column).map_or(String::new(), |cell| escaped(&flat(&cell.words)))
        };
        let cells: Vec<String> = (0..width).map(cell).collect();
        out.push_str(&format!("| {} |\n", cells.join(" | ")));
        if at == 0 {
            out.push_str(&format!("|{}\n", "---|".repeat(width)));
        }
    }
    out
}

/// Words of the write-up as Markdown that means the same: its own signs escaped.
fn escaped(words: &str) -> String {
    // Before a sign of Markdown may stand between the digits.
    let words = conceal(words);
    let mut out = String::with_capacity(words.len());
    for (at, line) in words.split('\n').enumerate() {
        if at > 0 {
            out.push_str("  \n");
        }
        // Blanks before a line show nowhere, and four of them would make code of it.
        escape_line(line.trim_start_matches([' ', '\t']), &mut out);
    }
    out
}

/// A line as Markdown. What underlines, counts or marks an item does so at its beginning only.
fn escape_line(line: &str, out: &mut String) {
    // 1. at the beginning would make a list of it.
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let counts = digits > 0 && matches!(line.as_bytes().get(digits), Some(b'.' | b')'));
    for (at, c) in line.char_indices() {
        let sign = match c {
            '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '{' | '}' | '~' | '|' => true,
            '#' | '-' | '+' | '=' | ':' => at == 0,
            '.' | ')' => counts && at == digits,
            // &lt; would be a sign of its own; & between blanks is only itself.
            '&' => {
                line[at + 1..].starts_with(|next: char| next == '#' || next.is_ascii_alphabetic())
            }
            _ => false,
        };
        if sign {
            out.push('\\');
        }
        out.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Writer, escaped, table};

    #[test]
    fn words_stay_words() {
        assert_eq!(escaped("1. 张*明_<b>"), "1\\. 张\\*明\\_\\<b\\>");
        assert_eq!(escaped("# 标题"), "\\# 标题");
        for (words, expected) in [
            ("甲\n====", "甲  \n\\===="),
            ("甲\n~~~~\n乙", "甲  \n\\~\\~\\~\\~  \n乙"),
            ("请求：\n1. 支付工资\n2) 赔偿", "请求：  \n1\\. 支付工资  \n2\\) 赔偿"),
            ("   # x ~~y~~", "\\# x \\~\\~y\\~\\~"),
            ("    四格", "四格"),
            ("a|b\n:-|-:", "a\\|b  \n\\:-\\|-:"),
            ("甲 & 乙 &lt; &#60;", "甲 & 乙 \\&lt; \\&#60;"),
            ("3.5 元 = 3-5 + 1", "3\\.5 元 = 3-5 + 1"),
        ] {
            assert_eq!(escaped(words), expected);
        }
        let cell = |words: &str| Cell { words: words.to_owned(), rest: false };
        let rows = [vec![cell("月"), cell("钱|元")], vec![cell("三")]];
        assert_eq!(table(&rows), "\n| 月 | 钱\\|元 |\n|---|---|\n| 三 |  |\n");
    }

    #[test]
    fn items_stand_below_what_they_belong_to() {
        let mut writer = Writer::default();
        for (number, level) in [(Some(9), 0), (Some(10), 0), (None, 1), (None, 3), (Some(11), 0)] {
            writer.item("甲", number, level);
        }
        assert_eq!(writer.out, "\n9. 甲\n10. 甲\n    - 甲\n      - 甲\n11. 甲\n");
        let mut writer = Writer::default();
        writer.item("甲", None, 3);
        assert_eq!(writer.out, "\n- 甲\n", "the first of a list is its outermost");
    }
}
