//! Several notices of one who speaks of himself, and his one signature below the last: 我公司遗失公章一枚，声明作废。
//! 我公司遗失开户许可证，声明作废。某公司.

use super::{Pending, Piece, Reader};
use crate::import::notices::grammar::{Draft, Said};
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

/// What the speaker calls himself: 我公司.
fn speaker(words: &str) -> Option<&'static str> {
    let said = PRONOUN.iter().filter(|word| words.starts_with(**word));
    said.max_by_key(|word| word.len()).copied()
}
