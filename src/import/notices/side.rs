//! Columns side by side, as they come out of a PDF copied line by line: the left half of each line is one
//! notice's, the right half another's. They are read one column after the other.
//!
//! A line of a table has gaps, too. Columns of notices are told by what stands in each of them: losses and
//! declarations, on either side of one and the same gap.

use super::glyph::{BULLET, Glyph};
use super::words::{LOSS, VOID, any, ending};

/// So many lines a block of columns may have, and so many of them at least have text on both sides.
const LONGEST: usize = 400;
const LEAST: usize = 3;
/// So many lines show whether they are columns, and in the first few of them a border is looked for.
const SHOWN: usize = 60;
const FIRST: usize = 4;
/// A column is no narrower, in half-width characters; one whose lines are broken has more of them.
const NARROWEST: usize = 16;
const BROKEN: usize = 20;

/// A character and the place it stands at, in half-width characters.
type Placed = (usize, Glyph);

/// A line: its characters with the place each stands at.
struct Line {
    glyphs: Vec<Placed>,
}

/// The glyphs in the order they are to be read, where a block of columns was found.
pub(super) fn unfolded(text: &str, glyphs: &[Glyph]) -> Option<Vec<Glyph>> {
    let lines: Vec<Line> =
        glyphs.split_inclusive(|g| g.c == '\n').map(|line| Line::of(text, line)).collect();
    let mut out = Vec::with_capacity(glyphs.len());
    let (mut at, mut found) = (0, false);
    while at < lines.len() {
        let (block, border) = match block(&lines[at..]) {
            Block::Columns(count, border) => (count, Some(border)),
            Block::Other(count) => (count, None),
        };
        found |= border.is_some();
        write(&lines[at..at + block], border, &mut out);
        at += block;
    }
    found.then_some(out)
}

enum Block {
    /// So many lines, with a border at this place.
    Columns(usize, usize),
    /// So many lines of anything else.
    Other(usize),
}

/// What begins with the first of `lines`.
fn block(lines: &[Line]) -> Block {
    let mut borders = Vec::new();
    if !lines[0].borders().is_empty() {
        borders.extend(lines.iter().take(FIRST).flat_map(Line::borders));
        borders.sort_unstable();
        borders.dedup();
    }
    let fits = |border: usize, most: usize| {
        // Behind an empty line what stands on the left alone is below the columns.
        let below = |at: usize| {
            at > 0
                && lines[at - 1].blank()
                && !lines[at].blank()
                && lines[at].right(border).is_none()
        };
        let most = most.min(lines.len());
        (0..most).take_while(|at| lines[*at].fits(border) && !below(*at)).count()
    };
    let shows = |border: &usize| {
        let shown = &lines[..fits(*border, SHOWN)];
        let sides = [false, true].map(|right| Side::of(shown, *border, right));
        shown.iter().filter(|line| line.both(*border)).count() >= LEAST
            && (sides.iter().all(Side::tells)
                || (sides.iter().all(Side::broken)
                    && (sides.iter().any(Side::tells) || sides.iter().all(Side::lists))))
    };
    match borders.into_iter().find(shows) {
        Some(border) => Block::Columns(fits(border, LONGEST), border),
        None => Block::Other(1),
    }
}

/// What stands on one side of a border, line by line.
struct Side(Vec<String>);

impl Side {
    fn of(lines: &[Line], border: usize, right: bool) -> Self {
        let side = |line: &Line| {
            let (left, behind) = line.cut(border);
            let side = if right { behind } else { left };
            side.iter().map(|(_, g)| g.c).filter(|c| !c.is_whitespace()).collect()
        };
        Self(lines.iter().map(side).collect())
    }

    /// Whether it tells losses and declares them void.
    fn tells(&self) -> bool {
        let text = self.0.concat();
        any(LOSS, &text) && any(VOID, &text)
    }

    /// Whether it tells losses in items of more than a line: the head above may declare for all.
    fn lists(&self) -> bool {
        let written = self.0.iter().filter(|line| !line.is_empty());
        let (items, more): (Vec<_>, Vec<_>) = written.partition(|line| line.starts_with(BULLET));
        items.len() > 1 && !more.is_empty() && any(LOSS, &self.0.concat())
    }

    /// Whether its sentences are broken where the column ends: cells of a table are not.
    fn broken(&self) -> bool {
        let width = |line: &String| line.chars().map(width).sum::<usize>();
        let most = self.0.iter().map(width).max().unwrap_or(0);
        let full = |pair: &&[String]| {
            let open = !pair[0].ends_with(['。', ';', '!']) && ending(VOID, &pair[0]).is_none();
            width(&pair[0]) + 3 >= most && open && !pair[1].is_empty()
        };
        most >= BROKEN && self.0.windows(2).filter(full).count() > 1
    }
}

/// Writes a block, its columns one below the other.
fn write(lines: &[Line], border: Option<usize>, out: &mut Vec<Glyph>) {
    let Some(border) = border else {
        return out.extend(lines.iter().flat_map(|line| line.glyphs.iter().map(|(_, g)| *g)));
    };
    let mut rest = Vec::new();
    for line in lines {
        let (left, right) = line.cut(border);
        let blank = left.iter().all(|(_, g)| g.c.is_whitespace());
        if !blank {
            // A number goes on in the next line of its column, whatever gap stands between.
            let end = left.iter().rposition(|(_, g)| g.c != ' ').map_or(0, |at| at + 1);
            out.extend(left[..end].iter().map(|(_, g)| *g));
            out.extend(line.end());
        }
        // An empty line parts notices in both columns.
        let empty = line.blank();
        if empty {
            out.extend(line.end());
        }
        if empty || right.iter().any(|(_, g)| !g.c.is_whitespace()) {
            rest.push(Line { glyphs: right.to_vec() });
        }
    }
    // A third column.
    let mut at = 0;
    while at < rest.len() {
        let (count, border) = match block(&rest[at..]) {
            Block::Columns(count, border) => (count, Some(border)),
            Block::Other(count) => (count, None),
        };
        write(&rest[at..at + count], border, out);
        at += count;
    }
}

impl Line {
    fn of(text: &str, line: &[Glyph]) -> Self {
        let mut place = 0;
        let placed = |g: &Glyph| {
            let here = place;
            place += text[g.at..].chars().next().map_or(0, width);
            (here, *g)
        };
        Self { glyphs: line.iter().map(placed).collect() }
    }

    /// Its end, where it has one.
    fn end(&self) -> Option<Glyph> {
        self.glyphs.last().map(|(_, g)| *g).filter(|g| g.c == '\n')
    }

    /// Where text begins behind a gap, far enough from the line's beginning.
    fn borders(&self) -> Vec<usize> {
        let begins = |pair: &[Placed]| {
            let wide = pair[0].1.c == ' ' && pair[1].1.c == ' ';
            (wide && !pair[2].1.c.is_whitespace()).then_some(pair[2].0)
        };
        let told = self.glyphs.windows(3).filter_map(begins).filter(|at| *at >= NARROWEST);
        told.collect()
    }

    /// Where the right side begins: the first text behind the border, with a gap before it that reaches
    /// over the border, or next to it.
    fn right(&self, border: usize) -> Option<usize> {
        let near = |at: &usize| {
            let (place, g) = self.glyphs[*at];
            place + 1 >= border && !g.c.is_whitespace()
        };
        let at = (0..self.glyphs.len()).find(near)?;
        let space = at == 0 || self.glyphs[at - 1].1.c == ' ';
        let before = self.glyphs[..at].iter().rposition(|(_, g)| !g.c.is_whitespace());
        // A place is where a character begins: the next one is no nearer than where it ends.
        let free = before.is_none_or(|last| self.glyphs[last + 1].0 <= border + 1);
        (space && free).then_some(at)
    }

    /// Whether it leaves the border free.
    fn fits(&self, border: usize) -> bool {
        let last = self.glyphs.iter().rfind(|(_, g)| !g.c.is_whitespace());
        last.is_none_or(|(place, _)| *place + 2 <= border) || self.right(border).is_some()
    }

    /// Whether it is empty.
    fn blank(&self) -> bool {
        self.glyphs.iter().all(|(_, g)| g.c.is_whitespace())
    }

    /// Whether it has text on both sides.
    fn both(&self, border: usize) -> bool {
        let (left, right) = self.cut(border);
        !right.is_empty() && left.iter().any(|(_, g)| !g.c.is_whitespace())
    }

    /// What stands before the border and behind it; the line's end is with the right side.
    fn cut(&self, border: usize) -> (&[Placed], &[Placed]) {
        match self.right(border) {
            Some(at) => self.glyphs.split_at(at),
            None => {
                let end = self.glyphs.len() - usize::from(self.end().is_some());
                (&self.glyphs[..end], &[])
            }
        }
    }
}

/// The width of a character as printed, in half-width characters.
fn width(c: char) -> usize {
    match c {
        '\t' => 8,
        c if c.is_ascii() => 1,
        '\u{200B}'..='\u{200F}' | '\u{FEFF}' => 0,
        '\u{A0}'..='\u{FF}' => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::super::glyph::glyphs;
    use super::unfolded;

    fn read(text: &str) -> Option<String> {
        let told = unfolded(text, &glyphs(text))?;
        Some(told.iter().map(|g| g.c).collect::<String>().replace(' ', ""))
    }

    #[test]
    fn two_columns_are_read_one_after_the_other() {
        let page = [
            "遗失声明",
            "●某店营业执照副本丢失，声    ●柳青苗身份证丢失，声明",
            "明作废。                    作废。",
            "●某厂公章丢失，声明作废。    ●安小川学生证丢失，声明",
            "                            作废。",
            "",
        ]
        .join("\n");
        let told = "遗失声明\n●某店营业执照副本丢失,声\n明作废。\n●某厂公章丢失,声明作废。\n\
            ●柳青苗身份证丢失,声明\n作废。\n●安小川学生证丢失,声明\n作废。\n";
        assert_eq!(read(&page).as_deref(), Some(told));
    }

    #[test]
    fn sentences_broken_at_the_columns_end_are_columns_whatever_they_tell() {
        let page = [
            "◆某合作社遗失营业执照正本和副本各一本，    某酒店管理有限公司经股东会决议，",
            "统一社会信用代码见下，声明作废。            注册资本由八百万元减至二百万元整",
            "◆柳青苗遗失机动车驾驶证一本，证号为某某    。请债权人自公告之日起四十五日内",
            "某某某某某某，声明作废。                    向本公司提出清偿债务的请求等等。",
        ]
        .join("\n");
        let told = read(&page).unwrap_or_default();
        assert!(told.contains("各一本,\n统一社会信用代码见下"), "{told}");
        assert!(told.contains("股东会决议,\n注册资本"), "{told}");
    }

    #[test]
    fn a_table_is_left_as_it_is() {
        let table = [
            "柳青苗            遗失身份证，声明作废",
            "安小川            遗失学生证，声明作废",
            "柳小禾            遗失行驶证，声明作废",
        ]
        .join("\n");
        assert_eq!(read(&table), None);
    }
}
