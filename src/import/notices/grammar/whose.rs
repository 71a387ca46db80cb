//! Whose a paper is, and where its name begins, when numbers, copies, a bank or a school stand between the
//! two.

use crate::import::notices::clause::{named, of_person, solid, starts_with_holder};
use crate::import::notices::holder::{self, Trust};
use crate::import::notices::lex::{Item, What, text};
use crate::import::notices::origin::{dated_paper, described, from_body, issued_behind};
use crate::import::notices::phrase::{self, labelled};
use crate::import::notices::words::ending;

/// Whether the documents are those of a name in an earlier clause.
pub(super) fn owns(lead: &[Item], things: &[Item]) -> bool {
    solid(lead)
        && (!starts_with_holder(things)
            || dated_paper(things).is_some()
            || (of_person(lead) && (from_body(things).or(described(things, lead))).is_some())
            || (named(lead) && issued_behind(things))
            || (named(lead) && bank_account(things)))
}

/// 某银行某支行开户许可证: of an account there, and not the bank's own.
fn bank_account(things: &[Item]) -> bool {
    let words = text(things);
    words.split_once("开户许可证").is_some_and(|(bank, _)| {
        ending(&["支行", "分行", "营业部", "分理处", "银行", "信用社"], bank).is_some()
    })
}

/// 某财产保险股份有限公司某支公司保险单, lost by whoever is insured there: where the policy begins.
pub(super) fn insured(things: &[Item]) -> Option<usize> {
    let at = crate::import::notices::border::border(things)?;
    let insurer = text(&things[..at]);
    let policy =
        ["保险单", "保单", "保险单证"].iter().any(|word| text(&things[at..]).starts_with(word));
    (policy && (insurer.contains("保险") || insurer.contains("人寿"))).then_some(at)
}

/// 车架号为…的机动车合格证: the number is told before the paper.
pub(super) fn numbered_paper(things: &[Item]) -> bool {
    let told = labelled(things, 0).is_some();
    let of = things.iter().take(16).position(|item| item.char() == Some('的'));
    let of = of.filter(|of| *of > 0 && matches!(things[of - 1].what, What::Number(_)));
    told && of.is_some_and(|of| phrase::document(things, of + 1).is_some())
}

/// Where a number with words in it begins that stands between a name and the paper it is of.
pub(super) fn before_number(items: &[Item]) -> Option<usize> {
    let province = |at: &usize| {
        let first = items[*at].char();
        first.is_some_and(|c| crate::domain::identifier::rule::PROVINCES.contains(c))
    };
    let paper = |at: usize| {
        phrase::worded(items, at).is_some_and(|end| phrase::document(items, end).is_some())
    };
    let sure = |at: usize| holder::trust(&phrase::holder(&items[..at]).name) == Trust::Sure;
    (2..items.len().min(60)).filter(province).find(|at| paper(*at) && sure(*at))
}

/// 某火锅店正本营业执照: copies named before their document are not the holder's: where they begin.
pub(super) fn before_copies(items: &[Item], border: usize) -> usize {
    let of_document = |length: &usize| {
        let found = phrase::copies(items, border - length);
        found.is_some_and(|(_, _, end)| end == *length)
    };
    (2..=border.saturating_sub(2).min(6)).rev().find(of_document).map_or(border, |at| border - at)
}
