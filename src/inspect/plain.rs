//! Plain language on the pages for citizens, as points. What to mend stands in the findings.

use crate::inspect::{Group, Item, Level};
use crate::say;

/// A page for citizens and how plainly it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainPage {
    /// Its file below `content/`.
    pub path: String,
    /// Points out of 100.
    pub points: usize,
    /// Sentences.
    pub sentences: usize,
    /// Sentences too long, with too many clauses, terms that nobody explains.
    pub faults: [usize; 3],
}

/// Pages below so many points are named first.
const PLAIN: usize = 80;

/// Every page with its points, the worst first; those without a fault are counted together.
pub(super) fn plain(whole: usize, pages: &[PlainPage]) -> Group {
    let mut faulty: Vec<&PlainPage> = pages.iter().filter(|page| page.points < 100).collect();
    faulty.sort_by(|a, b| (a.points, &a.path).cmp(&(b.points, &b.path)));
    let (hard, rest): (Vec<_>, Vec<_>) = faulty.iter().partition(|page| page.points < PLAIN);
    let line = |page: &&PlainPage| {
        let PlainPage { path, points, sentences, faults: [long, stacked, terms] } = page;
        format!("{points:>3}  {path}  {sentences} · {long} · {stacked} · {terms}")
    };
    let item = |level, pages: Vec<&PlainPage>, words| {
        (!pages.is_empty()).then(|| Item::new(level, words).at(pages.iter().map(line).collect()))
    };
    let (all, full) = (pages.len(), pages.len() - faulty.len());
    let total = say!(
        zh: "给老百姓看的 {all} 页，全站 {whole} 分；{full} 页 100 分",
        en: "{all} pages for citizens, {whole} points for the site; {full} pages have 100",
    );
    let (many, few) = (hard.len(), rest.len());
    let items = [
        Some(Item::new(if whole < PLAIN { Level::Bad } else { Level::Good }, total)),
        item(
            Level::Bad,
            hard,
            say!(
                zh: "{many} 页不到 {PLAIN} 分（得分、文件、句数 · 太长 · 分句太多 · 没解释的术语）",
                en: "{many} pages below {PLAIN} points (points, file, sentences · too long · too many clauses · terms unexplained)",
            ),
        ),
        item(
            Level::Note,
            rest,
            say!(
                zh: "{few} 页还有难懂的句子（得分、文件、句数 · 太长 · 分句太多 · 没解释的术语）",
                en: "{few} more pages with hard sentences (points, file, sentences · too long · too many clauses · terms unexplained)",
            ),
        ),
    ];
    let items = items.into_iter().flatten().collect();
    let lost = u32::try_from((100 - whole.min(100)).div_ceil(10)).unwrap_or(10);
    Group { title: say!(zh: "大白话", en: "Plain language"), full: 10, lost, items }
}
