//! A bracket within the name of a company that reads like a person's name: 某市鹭屿(台商)食品有限公司.

use crate::import::notices::glyph::{Glyph, is_han};
use crate::import::notices::holder::is_person;
use crate::import::notices::words::LOSS;

/// Whether two or three characters in a bracket are within a company's name: its end stands behind them
/// with no verb before it, and its beginning, which is no person, before them. 柳青苗(户主)某有限公司收据
/// names whose receipt it is.
pub(super) fn in_company(before: &[Glyph], inside: &str, behind: &[Glyph]) -> bool {
    const VERBS: &[&str] =
        &["遗失", "丢失", "不慎", "被盗", "将", "因", "购", "的", "开具", "与", "缴", "交", "在"];
    if !(2..=3).contains(&inside.chars().count()) || !inside.chars().all(is_han) {
        return false;
    }
    let behind = words(behind.iter());
    let end = VERBS.iter().filter_map(|verb| behind.find(verb)).min().unwrap_or(behind.len());
    let ends = ["有限公司", "有限责任公司"].iter().any(|form| behind[..end].contains(form));
    let before: String = words(before.iter().rev()).chars().rev().collect();
    let lost = LOSS.iter().filter_map(|word| before.rfind(word).map(|at| at + word.len())).max();
    let name = &before[lost.unwrap_or(0)..];
    // 麦浪香(江渚)食品有限公司 ends where the loss is told: nobody is called 麦浪香 there.
    const WHO: &[&str] = &["户主", "业主", "车主", "房主", "买方", "甲方", "乙方", "曾用名"];
    let whole = end < behind.len() && behind[..end].ends_with("公司") && !WHO.contains(&inside);
    ends && name.chars().count() >= 3 && (whole || !is_person(name))
}

/// The characters up to the first that is no word's, two dozen at the most; line ends are none.
fn words<'g>(glyphs: impl Iterator<Item = &'g Glyph>) -> String {
    let solid = glyphs.map(|g| g.c).filter(|c| !c.is_whitespace());
    solid.take(24).take_while(|c| is_han(*c)).collect()
}
