//! The title of a write-up: not simply its first paragraph, for above it stand 附件2, （供稿）, the name of
//! a form or of a collection, and it may be set in two lines.

use super::document::{Block, Document, Look, note_at};
use super::part::unnumbered;

/// A title longer than this is a paragraph.
const LONGEST: usize = 80;
/// Blocks that are looked at before the text begins, and lines of one title.
const LOOKED: usize = 12;
const LINES: usize = 4;

/// What was found above the text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Title {
    pub(super) words: Option<String>,
    /// Blocks that are not written again: those of the title, and what is none of the case.
    pub(super) skipped: Vec<usize>,
    /// Words that are none of the case: the name of a form.
    pub(super) left: Vec<String>,
}

/// What a line above the text is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Line {
    /// It may be the title, or the beginning of it.
    Title(String),
    /// 案例名称：…: it says so.
    Named(String),
    /// 典型案例选编: the title where there is no other.
    Collection,
    /// 附件2, 申报表: nothing of the case.
    Nothing,
    /// 供稿：…, （…）, an office, a day: part of the page, but no title.
    Aside,
    /// The text has begun.
    Text,
}

/// The title; `begins` says which blocks begin a part of the case or are a form, `told` what a form says.
pub(super) fn title(
    document: &Document,
    begins: impl Fn(&Block) -> bool,
    told: Option<String>,
) -> Title {
    let lines = lines(document, begins);
    let find = |wanted: fn(&Line) -> bool| lines.iter().position(|(_, line)| wanted(line));
    let named = find(|line| matches!(line, Line::Named(_)));
    let plain = find(|line| matches!(line, Line::Title(_)));
    let collection = find(|line| *line == Line::Collection);
    let mut title = Title::default();
    if let Some(told) = told {
        // The same title over the form is not said twice.
        let same = lines.iter().filter(|(_, line)| *line == Line::Title(told.clone()));
        title.skipped.extend(same.map(|(at, _)| *at));
        title.words = Some(clean(&told));
    } else if let Some(at) = named.or(plain) {
        let (words, taken) = joined(document, &lines[at..]);
        title.words = Some(words);
        title.skipped.extend(taken);
    } else if let Some(at) = collection {
        let at = lines[at].0;
        title.words = Some(clean(&document.blocks[at].words()));
        title.skipped.push(at);
    }
    for (at, line) in &lines {
        let nothing = matches!(line, Line::Nothing | Line::Collection);
        if nothing && !title.skipped.contains(at) {
            title.skipped.push(*at);
            title.left.push(clean(&document.blocks[*at].words()));
        }
    }
    title
}

/// The lines above the text.
fn lines(document: &Document, begins: impl Fn(&Block) -> bool) -> Vec<(usize, Line)> {
    let mut lines = Vec::new();
    for (at, block) in document.blocks.iter().enumerate() {
        if matches!(block, Block::Table(_)) && !begins(block) {
            continue;
        }
        let line = if begins(block) { Line::Text } else { line(&clean(&block.words())) };
        if line == Line::Text || lines.len() == LOOKED {
            break;
        }
        lines.push((at, line));
    }
    lines
}

fn line(words: &str) -> Line {
    let words = words.trim();
    let Some(words) = unattached(words) else { return Line::Nothing };
    if words.is_empty() || is_form_name(words) {
        return Line::Nothing;
    }
    if words.chars().count() > LONGEST || words.ends_with(['。', '；', '，', ',', ';']) {
        return Line::Text;
    }
    if let Some((label, rest)) = labelled(words) {
        let named = label.ends_with("标题") || label.ends_with("名称") || label.ends_with("题目");
        return if named && !rest.is_empty() { Line::Named(rest.to_owned()) } else { Line::Aside };
    }
    // 案例一　张某讨薪案: its number in a collection.
    if let Some(rest) = words.strip_prefix("案例").and_then(numbered) {
        return if rest.is_empty() { Line::Nothing } else { Line::Title(rest.to_owned()) };
    }
    let ends = |ends: &[&str]| ends.iter().any(|end| words.ends_with(end));
    if ends(&["案例", "案例集", "汇编", "选编", "材料", "简报", "专刊"]) {
        return Line::Collection;
    }
    if is_aside(words) { Line::Aside } else { Line::Title(words.to_owned()) }
}

/// What stands behind 附件2：; `None` where nothing does.
fn unattached(words: &str) -> Option<&str> {
    let Some(rest) = words.strip_prefix("附件").or_else(|| words.strip_prefix('附')) else {
        return Some(words);
    };
    match numbered(rest) {
        Some(rest) => Some(rest).filter(|rest| !rest.is_empty()),
        None => Some(words),
    }
}

/// What stands behind a number or a colon: 一　…, 2：….
fn numbered(words: &str) -> Option<&str> {
    const SIGNS: &[char] = &['：', ':', '、', '.', '．', ' ', '\u{3000}', '-', '—'];
    let numeral = |c: char| c.is_numeric() || "一二三四五六七八九十".contains(c);
    let bare = words.trim_start().trim_start_matches(['（', '(']);
    let rest = bare.trim_start_matches(numeral).trim_start_matches(['）', ')']);
    let counted = rest.len() < bare.len();
    let parted = rest.is_empty() || rest.starts_with(SIGNS);
    (parted && (counted || !rest.is_empty() || words.is_empty()))
        .then(|| rest.trim_start_matches(SIGNS).trim())
}

/// 申报表, 推荐表（2026年）: the name of a form. 代表 are people.
pub(super) fn is_form_name(words: &str) -> bool {
    let bare = words.split(['（', '(']).next().unwrap_or_default().trim();
    bare.ends_with('表') && !bare.ends_with("代表") && bare.chars().count() <= LONGEST
}

/// 供稿：某中心, 【编写人】许某: a label and what it says. 老有所养：李某赡养案 is a title of two halves.
fn labelled(words: &str) -> Option<(&str, &str)> {
    let bare = unnumbered(words);
    let bracketed = bare.strip_prefix('【').and_then(|bare| bare.split_once('】'));
    let (label, rest) = bracketed.or_else(|| bare.split_once(['：', ':']))?;
    let named = ["标题", "名称", "题目"].iter().any(|end| label.ends_with(end));
    let short = label.chars().count() <= 8 && (named || !rest.trim().ends_with('案'));
    short.then(|| (label.trim(), rest.trim_start_matches(['：', ':']).trim()))
}

/// A line in a bracket, an office, a day or a name is said of the write-up.
fn is_aside(words: &str) -> bool {
    if words.ends_with('案') {
        return false;
    }
    let inner = words.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
    let office = ["中心", "局", "所", "处", "院", "站", "委员会", "编", "稿"];
    let day = words.contains('年') && words.ends_with(['日', '月', '年']);
    inner.is_some()
        || (words.chars().count() <= 20 && office.iter().any(|end| words.ends_with(end)))
        || (day && words.chars().count() <= 16)
        || words.chars().filter(|c| !c.is_whitespace()).count() <= 3
}

/// A title and the lines below it that go on with it, as one; and the blocks they are.
fn joined(document: &Document, lines: &[(usize, Line)]) -> (String, Vec<usize>) {
    let Some((first, line)) = lines.first() else { return (String::new(), Vec::new()) };
    let (mut words, mut taken) = match line {
        Line::Named(words) => return (words.clone(), vec![*first]),
        Line::Title(words) => (words.clone(), vec![*first]),
        _ => (clean(&document.blocks[*first].words()), vec![*first]),
    };
    let look = |at: usize| document.looks.get(at).copied().unwrap_or_default();
    for (at, line) in lines[1..].iter().take(LINES - 1) {
        let Line::Title(more) = line else { break };
        let below = more.starts_with(['—', '－', '-', '─']);
        let goes_on = below || (!words.ends_with('案') && look(*at) == look(*first));
        let set = |at: usize| is_set_off(&document.blocks[at], look(at));
        let room = words.chars().count() + more.chars().count() <= LONGEST;
        if *at != taken[taken.len() - 1] + 1 || !goes_on || !set(*first) || !set(*at) || !room {
            break;
        }
        words.push_str(more);
        taken.push(*at);
    }
    (words, taken)
}

/// Whether a block is set as titles are: a heading, bold, larger or in the middle.
fn is_set_off(block: &Block, look: Look) -> bool {
    look.centred || look.bold || matches!(block, Block::Heading { .. } | Block::Bold { .. })
}

/// Words of one line, without the signs of notes.
fn clean(words: &str) -> String {
    words.replace('\n', " ").chars().filter(|c| note_at(*c).is_none()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Block, Document, Line, Look, Title, line, title};

    fn read(lines: &[(&str, bool)]) -> Title {
        let block = |(words, centred): &(&str, bool)| {
            let words = (*words).to_owned();
            if *centred { Block::Bold { words } } else { Block::Paragraph { words, bold: 0 } }
        };
        let document = Document {
            blocks: lines.iter().map(block).collect(),
            looks: lines.iter().map(|(_, bold)| Look { bold: *bold, ..Look::default() }).collect(),
            ..Document::default()
        };
        let begins = |block: &Block| super::super::part::part(&block.words()).is_some();
        title(&document, begins, None)
    }

    #[test]
    fn what_stands_above_a_title_is_none() {
        for first in [
            "附件2",
            "附件：",
            "附件1：法律援助典型案例申报表",
            "法律援助典型案例推荐表（2026年）",
            "某县法律援助典型案例",
            "（某县法律援助中心　供稿）",
            "供稿：某县法律援助中心",
            "某县法律援助中心",
            "2026年3月2日",
            "案例一",
        ] {
            let read = read(&[(first, false), ("张某工伤案", false), ("案情简介", false)]);
            assert_eq!(read.words.as_deref(), Some("张某工伤案"), "{first}: {read:?}");
        }
        let read = read(&[("附件2", false), ("（供稿）", false), ("张某案", false)]);
        assert_eq!((read.left, read.skipped), (vec!["附件2".to_owned()], vec![2, 0]));
    }

    #[test]
    fn titles_that_begin_like_none() {
        for words in [
            "附带民事诉讼张某获赔案",
            "人大代表",
            "老有所养：李某请求给付赡养费案",
            "春节前拿到的工钱",
            "（2026）第一案",
            "法律援助中心帮张某讨薪案",
        ] {
            assert_eq!(line(words), Line::Title(words.to_owned()), "{words}");
        }
        assert_eq!(line("案例3：张某讨薪案"), Line::Title("张某讨薪案".to_owned()));
        assert_eq!(line("案例名称：张某讨薪案"), Line::Named("张某讨薪案".to_owned()));
        assert_eq!(line("【标题】张某讨薪案"), Line::Named("张某讨薪案".to_owned()));
        assert_eq!(line("张某来到中心。"), Line::Text);
        let only = read(&[("某县法律援助典型案例", true), ("案情简介", true)]);
        assert_eq!(only.words.as_deref(), Some("某县法律援助典型案例"));
    }

    #[test]
    fn a_title_in_several_lines_is_one() {
        for (lines, words) in [
            (
                &[("对未成年人陈某", true), ("人身损害赔偿案", true)][..],
                "对未成年人陈某人身损害赔偿案",
            ),
            (&[("春节前拿到的工钱", true), ("——张某讨薪案", true)], "春节前拿到的工钱——张某讨薪案"),
            (&[("张某讨薪案", true), ("某县法律援助中心", true)], "张某讨薪案"),
            (&[("张某讨薪案", true), ("为你撑腰", true)], "张某讨薪案"),
            (&[("春节前拿到的工钱", true), ("腊月里的事", false)], "春节前拿到的工钱"),
            (&[("春节前拿到的工钱", false), ("腊月里的事", false)], "春节前拿到的工钱"),
        ] {
            assert_eq!(read(lines).words.as_deref(), Some(words), "{lines:?}");
        }
    }
}
