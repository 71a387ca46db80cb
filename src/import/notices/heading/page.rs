//! Names of papers and of their pages above the notices: 江淮生活　公告; 三晋商情 遗失·公告 办理电话：…. Such a
//! line is neither an announcement nor the beginning of the first notice.

use super::Heading;
use super::column::{NAMES, PRINTERS, made_of};
use crate::import::notices::glyph::is_han;
use crate::import::notices::holder::{self, Trust};
use crate::import::notices::words::{self, LOSS, any};

/// 江淮生活　公告: a paper's name and, behind a space, its column; a day, a page, a telephone beside them
/// tell nothing more. The line has its spaces.
pub(in crate::import::notices) fn spaced(line: &str) -> Option<Heading> {
    let parts: Vec<&str> = parts(line).filter(|part| !beside(part)).collect();
    let told = parts.len() < self::parts(line).count();
    let (column, papers) = parts.split_last()?;
    let paper = |paper: &&str| {
        let count = paper.chars().count();
        let plain =
            count <= 12 && !any(LOSS, paper) && paper.chars().all(|c| is_han(c) || c == '·');
        let titled = words::ending(NAMES, paper).or(words::ending(PRINTERS, paper)).is_some();
        made_of(paper, true).is_some() || (count >= 3 && plain && (titled || (told && count <= 6)))
    };
    // 某电视台 遗失 may go on in the next line.
    let head = made_of(column, true).filter(|_| !LOSS.contains(column))?;
    let least = usize::from(!told);
    ((least..=2).contains(&papers.len()) && papers.iter().all(paper)).then_some(head)
}

/// The same before a notice in its line: what it heads, and how many characters it takes.
pub(in crate::import::notices) fn before(line: &[char]) -> Option<(Heading, usize)> {
    let gap = |at: &usize| line[*at] == ' ' && line[at - 1] != ' ';
    let head = |at: usize| Some((spaced(&line[..at].iter().collect::<String>())?, at));
    let (heading, at) = (1..line.len().min(30)).rev().filter(gap).find_map(head)?;
    let rest: String = line[at..].iter().collect();
    (any(LOSS, &rest) && parts(&rest).next().is_some_and(|part| !beside(part)))
        .then_some((heading, at))
}

/// What spaces and bars make of a line.
fn parts(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| c.is_whitespace() || c == '|').filter(|part| !part.is_empty())
}

/// A day, a page, a telephone beside the name of a paper: 2019年3月14日, 星期四, A12, 办理电话：0351-4600827.
fn beside(part: &str) -> bool {
    let label = part.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | ':' | '/'));
    let digits = part.bytes().filter(u8::is_ascii_digit).count();
    let telephone = label.ends_with("电话") || label.ends_with("热线") || label.ends_with("传真");
    let week = part.starts_with("星期") || part.starts_with("农历");
    let issue = part.ends_with('期') || part.ends_with('版') && digits > 0;
    let page = digits > 0 && part.chars().all(|c| c.is_ascii_alphanumeric() || "-./".contains(c));
    let day = digits > 0 && (part.ends_with('日') || part.ends_with('月'));
    part.chars().count() <= 24 && (telephone || week || issue || page || day)
}

/// The first line of a page where it is the page's name: 海岛资讯 ends as such names do, is shorter than
/// a line broken off would be, which is as long as the next, and the next begins with a name of its
/// own; or whoever prints stands alone over the head of a column.
pub(in crate::import::notices) fn paged(first: &str, next: &str) -> bool {
    let count = first.chars().count();
    let plain = first.chars().all(|c| is_han(c) || c == '·');
    if !plain || any(LOSS, first) || any(words::VOID, first) {
        return false;
    }
    let titled = words::ending(NAMES, first).is_some();
    let printer = words::ending(PRINTERS, first).is_some();
    if (3..=12).contains(&count) && (printer || titled) && made_of(next, true).is_some() {
        return true;
    }
    (4..=10).contains(&count)
        && titled
        && !first.contains(['县', '区', '镇', '乡', '村'])
        && next.chars().count() >= count * 2
        && named(next)
}

/// Whether a line begins with a person's name, or a body's that begins with its place, and goes on
/// as notices do: 咨询服务部不慎遗失… may have lost its beginning to the line above.
pub(in crate::import::notices) fn named(line: &str) -> bool {
    let ends = ["不慎", "遗失", "丢失", "因", "将", ",", ":"];
    let end = ends.iter().filter_map(|word| line.find(word)).min();
    end.is_some_and(|end| {
        let name = &line[..end];
        let placed = holder::place(&name.chars().collect::<Vec<_>>()).is_some();
        holder::is_person(name) || (placed && holder::trust(name) == Trust::Sure)
    })
}
