//! The words beside a name, ready to be held against a text.

use std::sync::LazyLock;

use super::called::ROLES;
use super::character;
use super::kin::CALLINGS;
use super::labels::{FOLLOWS, HOUSES, NAMED, PARTIES, PLACES, TITLES};
use super::offices::{AGENTS, BODIES, EITHER, LOCAL, OFFICES, PUBLIC};
use crate::base::look::lexicon::Lexicon;
use crate::base::look::near::han;

pub(super) static TITLES_BEHIND: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_first(TITLES));
pub(super) static OFFICES_BEHIND: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_first(OFFICES));
pub(super) static HOUSEHOLD: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_first(HOUSES));
pub(super) static FOLLOWING: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_first(FOLLOWS));
pub(super) static PLACES_BEHIND: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_first(PLACES));
pub(super) static LOCAL_BEHIND: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_first(LOCAL));
pub(super) static COMPOUNDS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::by_first(&character::doubles().collect::<Vec<_>>()));
pub(super) static PARTIES_BEFORE: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::by_last(&[PARTIES, CALLINGS]));
pub(super) static PARTIES_BEHIND: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_first(PARTIES));
pub(super) static NAMED_BEFORE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_last(&[NAMED]));
pub(super) static EITHER_BEFORE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_last(&[EITHER]));
pub(super) static OFFICES_BEFORE: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::by_last(&[OFFICES, AGENTS]));
pub(super) static ROLES_BEFORE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_last(&[ROLES]));
pub(super) static PUBLIC_WITHIN: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::by_last(&[BODIES, PUBLIC]));
pub(super) static BODIES_BEFORE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_last(&[BODIES]));

/// Whether the words before may say that somebody is named: a first look, by the last character.
pub(super) fn may_be_told(before: &str) -> bool {
    let Some(last) = before.chars().next_back() else { return false };
    !han(last)
        || matches!(last, '系' | '为' | '是' | '的')
        || [&NAMED_BEFORE, &PARTIES_BEFORE, &OFFICES_BEFORE]
            .iter()
            .any(|words| words.may_have(last))
}

#[cfg(test)]
mod tests {
    use super::{FOLLOWING, OFFICES_BEFORE, PARTIES_BEFORE};
    use crate::domain::names::labels::{FOLLOWS, PARTIES};

    #[test]
    fn every_word_is_found_by_its_character() {
        for word in PARTIES {
            assert!(PARTIES_BEFORE.longest_end(&format!("由{word}")) >= Some(word.len()), "{word}");
        }
        for word in FOLLOWS {
            assert!(FOLLOWING.begins(&format!("{word}，")), "{word}");
        }
        assert_eq!(PARTIES_BEFORE.longest_end("由法定代理人"), Some("法定代理人".len()));
        assert_eq!(OFFICES_BEFORE.longest_end("张某"), None);
    }
}
