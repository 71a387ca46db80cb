//! What it costs to read a name somewhere: how rare it is, less what speaks for one.
//!
//! Every surname is also a word or a part of one, so none is enough. The costs compete with those of
//! the words of the language (`way`): 找到/李文静/的 is likelier than 找到/李/文静/的, and
//! 他/高兴/了 likelier than 他/高兴了. How much each witness counts was found by trying them on
//! sentences written by people who had not seen these rules: see `tests/cases/privacy`.

use super::beside::PARTIES_BEHIND;
use super::character::{BEFORE, Character, DOUBLE, END, RARELY, Surname};
use super::vocabulary::is_pair;
use crate::base::look::near::han;

/// What stands before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    /// The head of a column, or neighbours in a list that are persons.
    Listed,
    /// Words that call somebody by name: 受援人, 名叫, 律师.
    Told,
    /// Nothing, or a sign.
    Begins,
    /// A word that takes a person: 由, 给.
    Taken,
    /// A word that goes on.
    Amid,
}

impl Left {
    /// By the character before, where nobody is called by name.
    pub(super) fn behind(before: Option<char>) -> Self {
        match before {
            Some(c) if Character::of(c).is(BEFORE) => Self::Taken,
            Some(c) if han(c) => Self::Amid,
            _ => Self::Begins,
        }
    }
}

/// What stands behind.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Right {
    /// A sign, the end of the text, or a verb: 生前, 申请.
    Closed,
    /// A small word that a sentence goes on with: 的, 在.
    Ends,
    /// Any other character.
    Open,
}

/// What speaks for a name.
pub(super) struct Witnesses {
    pub(super) left: Left,
    /// What follows tells of a person: ，男，45岁.
    pub(super) described: bool,
    pub(super) right: Right,
    /// It stands in a list: 、 before or behind.
    pub(super) listed: bool,
    /// It is an ordinary word.
    pub(super) word: bool,
}

/// That somebody is named at all: one word in thirty-three, given that people are told of.
const NAMED: i32 = 35;
/// A given name of one character, and of two, which most people have.
const SHORT: i32 = 25;
const LONG: i32 = 5;

/// What a surname and a given name cost by themselves.
pub(super) fn rarity(surname: &[char], given: &[char]) -> Option<i32> {
    let surname = match surname {
        [one] => i32::from(Character::of(*one).surname?.1),
        _ => DOUBLE,
    };
    let given_cost: i32 = given.iter().map(|c| i32::from(Character::of(*c).given)).sum();
    let length = if given.len() == 1 { SHORT } else { LONG };
    Some(NAMED + surname + given_cost + length)
}

/// How much more a name with a surname of one character costs than its characters as words one by one.
pub(super) fn lead_alone(surname: Character, given: &[Character]) -> Option<i32> {
    let more = |of: Character| i32::from(of.given) - i32::from(of.alone);
    let length = if given.len() == 1 { SHORT } else { LONG };
    let surname = i32::from(surname.surname?.1) - i32::from(surname.alone);
    Some(NAMED + length + surname + given.iter().map(|of| more(*of)).sum::<i32>())
}

/// What a character that people are named with costs at most.
const GIVEN: u8 = 74;

/// Whether nobody need be called by a name for it to be one: 布鲁氏 and 双氯芬 have a surname that is
/// hardly one, and no given name.
pub(super) fn likely(name: &[char]) -> bool {
    let [surname, given @ ..] = name else { return false };
    let known =
        matches!(Character::of(*surname).surname, Some((Surname::Plain | Surname::Wordy, _)));
    known || given.iter().all(|c| Character::of(*c).given <= GIVEN)
}

/// What a given name costs by how it ends. `next` is the character behind it; `cut`: its last one begins
/// a word that ends a name.
pub(super) fn ending(given: &[char], next: Option<char>, cut: bool) -> i32 {
    let &[_, last] = given else { return 0 };
    let of = Character::of(last);
    match last {
        _ if cut => 30,
        // 宋喜家的果园.
        '家' if next.is_some() => 45,
        // 华明称自己: nobody is called so.
        '称' | '说' => 60,
        // 丁丽原是同事.
        '原' | '曾' | '现' | '本' if next.is_some_and(|c| "是系在为于与".contains(c)) => {
            45
        }
        '来' | '二' => 0,
        '才' => 18,
        _ if of.is(RARELY) => 15,
        // 徐东签了, 马超未到庭: the sentence goes on.
        _ if of.is(END) => 25,
        _ => 0,
    }
}

/// What the name of a plant costs more that a part of it follows: 杨树苗.
pub(super) fn grown(name: &[char]) -> i32 {
    let &[first, second, last] = name else { return 0 };
    let part = matches!(last, '苗' | '枝' | '叶' | '皮' | '根' | '果' | '籽' | '种');
    if part && is_pair(&[first, second]) { 40 } else { 0 }
}

/// Whether what looks like a name is an adjective of one character twice: 冷冰冰的判决, 金灿灿的. 林晶晶的丈夫 has
/// kin.
pub(super) fn adjective(surname: char, given: &[char], after: &str) -> bool {
    let (twice, after) = match given {
        [a, b] => (a == b, after),
        // Read as 金灿.
        [a] => after.strip_prefix(*a).map_or((false, after), |rest| (true, rest)),
        _ => (false, after),
    };
    let plain = || matches!(Character::of(surname).surname, Some((Surname::Plain, _)));
    let of = after.strip_prefix(['的', '地']).filter(|_| twice && !plain());
    of.is_some_and(|of| !PARTIES_BEHIND.begins(of))
}

impl Witnesses {
    /// What they take from the cost.
    pub(super) fn worth(&self) -> i32 {
        let left = match (self.left, self.right) {
            // 老板许诺: a verb stands there as often as a name.
            (Left::Told, Right::Ends | Right::Open) if self.word => 30,
            (Left::Told, Right::Open) => 60,
            (Left::Told, Right::Closed) if self.word => 60,
            (Left::Told, _) => 70,
            (Left::Listed, _) if self.word => 60,
            (Left::Listed, _) => 95,
            (Left::Begins, _) => 20,
            (Left::Taken, _) => 15,
            (Left::Amid, _) => 0,
        };
        let told = if self.described { 60 } else { 0 };
        let ended = if self.right == Right::Open { 0 } else { 14 };
        left + told + ended + if self.listed { LISTED } else { 0 }
    }
}

/// What a place in a list is worth.
const LISTED: i32 = 10;

/// What a name behind a character is worth at most where no word calls somebody by it and nothing is
/// told of him.
pub(super) fn untold(before: Option<char>, listed: bool) -> i32 {
    let left = Left::behind(before);
    let most = Witnesses { left, described: false, right: Right::Closed, listed, word: false };
    most.worth()
}

/// What a name is worth at most.
pub(super) const MOST: i32 = 70 + 60 + 14 + LISTED;

/// What a surname of the father and one of the mother cost together more than one of them: 李陈雨欣.
const BOTH: i32 = 15;

/// What a name of four characters costs, of which the second is a surname too.
pub(super) fn both(name: &[char]) -> Option<i32> {
    let [first, second, given @ ..] = name else { return None };
    let plain = |c: char| match Character::of(c).surname {
        Some((Surname::Plain, cost)) => Some(i32::from(cost)),
        _ => None,
    };
    let given: i32 = given.iter().map(|c| i32::from(Character::of(*c).given)).sum();
    // 律师向潘月娥: 向 is hardly a surname.
    Some(NAMED + LONG + BOTH + plain(*first)? + plain(*second)? + given)
}

#[cfg(test)]
mod tests {
    use super::{Left, Right, Witnesses, adjective, both, ending, grown, rarity};

    #[test]
    fn common_names_cost_less() {
        let cost = |name: &str, of: usize| {
            let chars: Vec<char> = name.chars().collect();
            rarity(&chars[..of], &chars[of..])
        };
        assert!(cost("王秀英", 1) < cost("禚秀英", 1) && cost("王秀英", 1) < cost("王砼仄", 1));
        assert!(cost("张伟", 1).is_some() && cost("的伟", 1).is_none());
        assert!(cost("欧阳建华", 2).is_some());
    }

    #[test]
    fn what_speaks_against_one() {
        assert!(grown(&['杨', '树', '苗']) > 0 && grown(&['曹', '树', '苗']) == 0);
        let doubled = |surname, after| adjective(surname, &['冰', '冰'], after);
        assert!(doubled('冷', "的判决") && !doubled('冷', "的丈夫"));
        assert!(!doubled('李', "的判决") && !doubled('冷', "说"));
        assert!(
            both(&['李', '陈', '雨', '欣']).is_some() && both(&['向', '潘', '月', '娥']).is_none()
        );
    }

    #[test]
    fn what_speaks_for_a_name() {
        let worth = |left, described| {
            Witnesses { left, described, right: Right::Closed, listed: false, word: false }.worth()
        };
        assert!(worth(Left::Told, false) > worth(Left::Begins, false));
        assert!(worth(Left::Amid, true) > worth(Left::Amid, false));
        let next = Some('了');
        assert!(ending(&['东', '签'], next, false) > ending(&['福', '来'], next, false));
        assert!(ending(&['喜', '家'], next, false) > ending(&['喜', '家'], None, false));
        assert!(
            ending(&['丽', '原'], Some('是'), false) > ending(&['丽', '原'], Some('去'), false)
        );
    }
}
