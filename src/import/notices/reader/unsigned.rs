//! Several notices of one who speaks of himself, and his one signature below the last: 我公司遗失公章一枚，声明作废。
//! 我公司遗失开户许可证，声明作废。某公司.

use super::{Pending, Piece, Reader};
use crate::import::notices::grammar::{Draft, Said};
use crate::import::notices::holder::{body_suffix, is_person};
use crate::import::notices::who::PRONOUN;

impl Reader<'_> {
    /// Puts what is pending aside where the next notice is of the same speaker and neither is signed.
    pub(super) fn sets_aside(&mut self, piece: &Piece, said: &Said) -> bool {
        let speaks = |draft: &Draft| draft.speaker && draft.holder.is_empty();
        let open = |pending: &mut Pending| {
            pending.drafts.iter().all(|draft| speaks(draft) && !draft.documents.is_empty())
        };
        if piece.first || !said.drafts.iter().all(speaks) {
            return false;
        }
        let Some(pending) = self.pending.take_if(open) else { return false };
        self.unsigned.push(pending);
        true
    }

    /// Signs each of several notices with the name that stands in its place below the last of them: 我公司遗失….
    /// 我院遗失…. ⏎ 某公司 ⏎ 某医院.
    pub(super) fn signed_in_order(&mut self, piece: &Piece) -> bool {
        let Some(last) = self.pending.take_if(|it| it.drafts.iter().all(|d| d.holder.is_empty()))
        else {
            return false;
        };
        let lines = piece.glyphs.split(|g| g.c == '\n').map(|line| {
            line.iter().map(|g| g.c).filter(|c| !c.is_whitespace()).collect::<String>()
        });
        let names: Vec<String> = lines
            .filter(|line| !line.is_empty() && !line.starts_with(|c: char| c.is_ascii_digit()))
            .collect();
        let count = self.unsigned.len() + 1;
        let paired = count > 1
            && names.len() == count
            && self.unsigned.iter().chain([&last]).zip(&names).all(|(notice, name)| {
                speaker(&notice.words).is_some_and(|speaker| speaks_for(speaker, name))
            });
        if !paired {
            self.pending = Some(last);
            return false;
        }
        let notices = std::mem::take(&mut self.unsigned).into_iter().chain([last]);
        for (mut notice, name) in notices.zip(names) {
            for draft in &mut notice.drafts {
                draft.holder.clone_from(&name);
            }
            self.end(notice);
        }
        true
    }

    /// Signs what was put aside with the name below the last notice of the same speaker, and records it.
    pub(super) fn sign(&mut self, last: &Pending) {
        let signed = last.drafts.iter().find(|draft| draft.speaker && !draft.holder.is_empty());
        let speaker = speaker(&last.words);
        for mut pending in std::mem::take(&mut self.unsigned) {
            if let Some(signed) = signed.filter(|_| self::speaker(&pending.words) == speaker) {
                for draft in &mut pending.drafts {
                    draft.holder.clone_from(&signed.holder);
                }
            }
            self.end(pending);
        }
    }
}

/// Whether a name can be that of who calls himself so: 我校 is a school's.
fn speaks_for(speaker: &str, name: &str) -> bool {
    let kinds: &[&str] = match speaker.chars().last() {
        Some('人' | '我') => return is_person(name),
        Some('校') => &["学校", "中学", "小学", "学院", "大学", "高中"],
        Some('院') => &["医院", "院"],
        Some('司') => &["公司", "集团", "中心", "厂"],
        Some('社') => &["社"],
        Some('会') => &["会"],
        Some('村') => &["村", "村民委员会", "村委会", "合作社"],
        Some('店') => &["店", "行", "部", "馆", "超市", "铺", "坊", "屋", "吧", "楼"],
        Some('厂') => &["厂"],
        Some('所') => &["所"],
        Some('局') => &["局"],
        _ => return body_suffix(name),
    };
    kinds.iter().any(|kind| name.ends_with(kind))
}

/// What the speaker calls himself: 我公司.
fn speaker(words: &str) -> Option<&'static str> {
    let said = PRONOUN.iter().filter(|word| words.starts_with(**word));
    said.max_by_key(|word| word.len()).copied()
}
