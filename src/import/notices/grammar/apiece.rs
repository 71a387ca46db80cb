//! Several who have each lost such a paper: 某村村民委员会、某村经济合作社各遗失公章一枚. Each is told in a notice of
//! his own, and numbers behind them are one for each.

use super::Parser;
use crate::import::notices::holder::{self, Trust};
use crate::import::notices::lex::{Item, text};
use crate::import::notices::number::Label;
use crate::import::notices::phrase;
use crate::import::notices::words::ending;

/// So much is unknown where it does not show whose each number is.
const UNSHOWN: usize = 100;

/// The names that stand before 各, where each is one beyond doubt.
pub(super) fn apiece(owner: &[Item]) -> Option<Vec<&[Item]>> {
    let (last, names) = owner.split_last()?;
    let names = match (last.char()?, names.split_last()) {
        ('各', _) => names,
        ('自', Some((before, names))) if before.char() == Some('各') => names,
        ('别', Some((before, names))) if before.char() == Some('分') => without_kin(names),
        _ => return None,
    };
    let sure = |name: &&[Item]| holder::trust(&phrase::holder(name).name) == Trust::Sure;
    let parted = |joints: &[char]| -> Option<Vec<&[Item]>> {
        let joint = |item: &Item| {
            (joints.contains(&'、') && item.is_mark('、'))
                || item.char().is_some_and(|c| joints.contains(&c))
        };
        let parts: Vec<&[Item]> = names.split(joint).collect();
        (parts.len() > 1 && parts.iter().all(sure)).then_some(parts)
    };
    // 谭永和 is one.
    parted(&['、']).or_else(|| parted(&['、', '和', '与', '及']))
}

/// 柳大桃、柳大李姐妹: without what they are to each other.
fn without_kin(names: &[Item]) -> &[Item] {
    const KIN: &[&str] =
        &["姐妹", "兄弟", "姐弟", "兄妹", "夫妇", "夫妻", "父子", "母女", "二人", "两人"];
    let words = text(names);
    let kin = ending(KIN, &words).map_or(0, |word| word.chars().count());
    &names[..names.len() - kin.min(names.len())]
}

impl Parser<'_> {
    /// A notice for each of `owners`.
    pub(super) fn open_each(&mut self, owners: &[&[Item]], things: &[Item], more: &[Item]) {
        for (place, owner) in owners.iter().enumerate() {
            self.open(owner, things, more);
            let draft = self.draft();
            draft.apart = true;
            for words in draft.documents.iter_mut().filter_map(|paper| paper.copies.as_mut()) {
                *words = words.trim_start_matches('各').to_owned();
            }
            let mut unshown = 0;
            for paper in draft.documents.iter_mut().filter(|paper| !paper.numbers.is_empty()) {
                if paper.numbers.len() == owners.len() {
                    paper.numbers = vec![paper.numbers[place].clone()];
                } else {
                    unshown = UNSHOWN;
                }
            }
            self.said.unknown += unshown;
        }
    }

    /// Numbers behind such notices, one for each; whether they were such.
    pub(super) fn deal_apart(
        &mut self,
        label: Option<(Label, bool)>,
        list: &[Vec<String>],
        each: bool,
        at: usize,
    ) -> bool {
        let drafts = &mut self.said.drafts;
        let count = drafts.iter().rev().take_while(|draft| draft.apart).count();
        if count < 2 {
            return false;
        }
        if list.len() != count {
            self.said.unknown += UNSHOWN;
            return true;
        }
        let dealt = drafts.split_off(drafts.len() - count);
        for (mut draft, parts) in dealt.into_iter().zip(list) {
            draft.apart = false;
            self.said.drafts.push(draft);
            self.attach(label, std::slice::from_ref(parts), each, at);
            self.draft().apart = true;
        }
        true
    }
}
