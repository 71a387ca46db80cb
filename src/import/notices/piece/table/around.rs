//! What stands over and below a table: its title, the sentence that introduces it, the words that close it.
//! They say once for all its rows that these were lost and are void, or will be.

use super::headed;
use crate::import::notices::glyph::{BULLET, Glyph};
use crate::import::notices::heading::{Heading, paper};
use crate::import::notices::piece::{declares, lists, solid};
use crate::import::notices::words::{CLOSING, CONDITION, LOSS, VOID, any};

/// So many lines, and characters, a paragraph over or below a table has at the most.
const LINES: usize = 12;
const LONGEST: usize = 300;

/// What is said of all the rows of a table.
#[derive(Debug, Default)]
pub(super) struct Around {
    pub(super) title: String,
    /// The heading right over it.
    pub(super) heading: Option<Heading>,
    /// The sentences that introduce it, and where they begin.
    pub(super) intro: String,
    pub(super) from: Option<usize>,
    pub(super) closing: String,
    /// How many lines below the rows the closing words take.
    pub(super) below: usize,
    pub(super) void: bool,
    pub(super) condition: bool,
    /// The paper that all have lost.
    pub(super) paper: Option<String>,
}

impl Around {
    /// What stands over line `at` and below those before `end`.
    pub(super) fn of(lines: &[&[Glyph]], at: usize, end: usize) -> Self {
        let mut around = Self::default();
        let over = around.over(&lines[..at]);
        around.titled(&lines[..over]);
        around.closed(&lines[end..]);
        let told = [&around.intro, &around.closing];
        around.condition = told.iter().any(|text| conditional(text));
        around.void = told.iter().any(|text| declares(text));
        let named = || paper(&around.title).filter(|_| around.heading.is_some());
        around.paper = paper(&around.intro.replace('。', ",")).or_else(named);
        around
    }

    /// Reads the paragraph over the table; the line it begins in.
    fn over(&mut self, above: &[&[Glyph]]) -> usize {
        let blanks = above.iter().rev().take_while(|line| solid(line).is_empty()).count();
        let end = above.len() - blanks;
        if blanks > 1 {
            return above.len();
        }
        let plain = |line: &&&[Glyph]| {
            let words = if line.len() > LONGEST { String::new() } else { solid(line) };
            !words.is_empty() && headed(line, &words, true).is_none()
        };
        let count = above[..end].iter().rev().take(LINES).take_while(plain).count();
        let glyphs: Vec<Glyph> = above[end - count..end].concat();
        let chars: Vec<char> = glyphs.iter().map(|g| g.c).collect();
        let points = |at: &usize| {
            ["下列", "以下", "下述", "如下", "下表"]
                .iter()
                .any(|word| word.chars().eq(chars[*at..].iter().copied().take(2)))
        };
        let Some(pointer) = (0..chars.len()).find(points).filter(|_| chars.len() <= LONGEST) else {
            return end;
        };
        let from = start(&glyphs[..pointer]);
        let intro = solid(&glyphs[from..]);
        // 某公司遗失公章，编码如下：…: a notice, and no introduction.
        let own = any(LOSS, &solid(&glyphs[from..pointer])) && lists(&glyphs[from..], None);
        if own || !any(LOSS, &intro) {
            return end;
        }
        self.from = glyphs[from..].iter().find(|g| !g.c.is_whitespace()).map(|g| g.at);
        self.intro = intro;
        end - count
    }

    /// Reads the heading over the table or over its introduction.
    fn titled(&mut self, above: &[&[Glyph]]) {
        let blanks = above.iter().rev().take_while(|line| solid(line).is_empty()).count();
        let Some(line) = above[..above.len() - blanks].last() else { return };
        let words = solid(line);
        if blanks > 2 || words.chars().count() > 40 {
            return;
        }
        self.heading = headed(line, &words, true);
        if self.heading.is_some() {
            self.title = words;
            // Where a line before it was left open, it was not read as a heading.
            let first = line.iter().find(|g| !g.c.is_whitespace()).map(|g| g.at);
            let told = super::titled(self.heading).is_some();
            self.from = self.from.or(first.filter(|_| told));
        }
    }

    /// Reads the paragraph below: 以上证件声明作废; 期满无异议的，予以补发.
    fn closed(&mut self, below: &[&[Glyph]]) {
        let blanks = usize::from(below.first().is_some_and(|line| solid(line).is_empty()));
        let mut text = String::new();
        for (at, line) in below[blanks..].iter().enumerate().take(LINES) {
            let words = if line.len() > LONGEST { String::new() } else { solid(line) };
            if words.is_empty() || (at == 0 && headed(line, &words, true).is_some()) {
                break;
            }
            // 除上表外，以下单位另行声明：, and what follows: a list of its own.
            let next = words.starts_with('除') || words.ends_with(':') || lists(line, None);
            if next && !any(&["以上", "上述", "上列"], &words) {
                break;
            }
            text.push_str(&words);
            if text.chars().count() > LONGEST {
                break;
            }
            let start: String = text.chars().take(12).collect();
            let back = any(&["以上", "上述", "上列", "上表", "前述", "均"], &start);
            let own = text.starts_with("特此声明作废") || text.starts_with("声明作废");
            // Who has lost what in the line is a notice of its own.
            if conditional(&text) || ((back || own) && declares(&text)) {
                self.closing = text;
                self.below = blanks + at + 1;
                return;
            }
            if words.ends_with('。') {
                break;
            }
        }
    }
}

/// Where the sentence begins that stands last in a paragraph: lines of notices may stand in it, too.
fn start(glyphs: &[Glyph]) -> usize {
    let ended = |at: usize| {
        let tail = solid(&glyphs[at.saturating_sub(8)..at]);
        VOID.iter().chain(CLOSING).any(|word| tail.ends_with(word))
    };
    let border = |at: &usize| match glyphs[*at].c {
        '。' | ';' | '!' | BULLET => true,
        '\n' => ended(*at),
        _ => false,
    };
    (0..glyphs.len()).rev().find(border).map_or(0, |at| at + 1)
}

/// Whether a text makes void what nobody claims within a time.
fn conditional(text: &str) -> bool {
    any(CONDITION, text) && any(&["异议", "逾期", "届满", "期满"], text)
}
