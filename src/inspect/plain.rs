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

/// Pages below so many points are named first and cost the site points.
const PLAIN: usize = 80;

/// Every page with its points, the worst first.
pub(super) fn plain(whole: usize, pages: &[PlainPage]) -> Group {
    let mut pages: Vec<&PlainPage> = pages.iter().collect();
    pages.sort_by(|a, b| (a.points, &a.path).cmp(&(b.points, &b.path)));
    let (hard, rest): (Vec<_>, Vec<_>) = pages.into_iter().partition(|page| page.points < PLAIN);
    let line = |page: &&PlainPage| {
        let PlainPage { path, points, sentences, faults: [long, stacked, terms] } = page;
        format!("{points:>3}  {path}  {sentences} · {long} · {stacked} · {terms}")
    };
    let mut items = Vec::new();
    if !hard.is_empty() {
        let count = hard.len();
        let words = say!(
            zh: "{count} 页不到 {PLAIN} 分（得分、文件、句数 · 太长 · 分句太多 · 没解释的术语）",
            en: "{count} pages below {PLAIN} points (points, file, sentences · too long · too many clauses · terms unexplained)",
        );
        items.push(Item::new(Level::Bad, words).at(hard.iter().map(line).collect()));
    }
    if !rest.is_empty() {
        let count = rest.len();
        let words = say!(
            zh: "给老百姓看的 {count} 页，全站 {whole} 分（得分、文件、句数 · 太长 · 分句太多 · 没解释的术语）",
            en: "{count} pages for citizens, {whole} points for the site (points, file, sentences · too long · too many clauses · terms unexplained)",
        );
        items.push(Item::new(Level::Good, words).at(rest.iter().map(line).collect()));
    }
    let lost = u32::try_from((100 - whole.min(100)).div_ceil(10)).unwrap_or(10);
    Group { title: say!(zh: "大白话", en: "Plain language"), full: 10, lost, items }
}
