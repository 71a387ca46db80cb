//! Whether what looks like a name is one: its witnesses are weighed against each other.
//!
//! Every surname is also a word or a part of one, so none is enough. How much each counts was found by
//! trying them on sentences of two kinds, written by people who had not seen these rules, and on the
//! common words of the language: see `tests/cases/privacy`.

/// How much a surname is one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Surname {
    /// Two characters: 欧阳.
    Double,
    /// 张.
    Plain,
    /// More often a word: 高, 林.
    Wordy,
    /// Nearly always a small word or a verb: 于, 从.
    Small,
}

/// What stands before.
pub(super) enum Left {
    /// Nothing, or a sign.
    Begins,
    /// A word that takes a person: 由, 给.
    Taken,
    /// A word that goes on.
    Amid,
    /// A word whose end the surname is: 主张, 三张.
    Within,
}

/// What stands behind.
pub(super) enum Right {
    /// A word that a sentence goes on with.
    Ends,
    /// A sign, or the end of the text.
    Sign,
    /// Any other character.
    Open,
}

/// What speaks for a name, and against it.
pub(super) struct Witnesses {
    /// The words before call somebody by name: 受援人, 名叫.
    pub(super) told: bool,
    /// What follows tells of a person: ，男，45岁.
    pub(super) described: bool,
    /// All of the given name is what people are named with.
    pub(super) common: bool,
    /// A character of it hardly stands anywhere but in given names.
    pub(super) namely: bool,
    /// Three characters or more.
    pub(super) long: bool,
    /// It begins with an ordinary word.
    pub(super) word: bool,
    pub(super) surname: Surname,
    pub(super) left: Left,
    pub(super) right: Right,
}

/// From here on it is a name.
const ENOUGH: i32 = 7;

impl Witnesses {
    /// Whether they are enough.
    pub(super) fn enough(&self) -> bool {
        self.possible() && self.weight() >= ENOUGH
    }

    /// Whether anything can make a name of it: 原告方面, 女儿毕业后 are never ones, and 受援人王国强 is.
    fn possible(&self) -> bool {
        let wordy = self.wordy();
        let open = matches!(self.right, Right::Open);
        let called = self.told || self.described;
        let given = self.common || (called && !wordy && !open);
        let twice = self.told && self.described;
        // 瓦工和木工; 孩子安安静静地.
        let small = self.surname == Surname::Small && !self.described && (!self.long || self.word);
        given && !small && (!self.word || twice || (self.common && self.long))
    }

    fn wordy(&self) -> bool {
        matches!(self.surname, Surname::Wordy | Surname::Small)
    }

    fn weight(&self) -> i32 {
        let surname = match self.surname {
            Surname::Double => 4,
            Surname::Plain => 3,
            Surname::Wordy => 2,
            Surname::Small => 1,
        };
        let given = match (self.common, self.long) {
            (true, true) => 4,
            (false, true) => 1,
            (true, false) => 1,
            (false, false) => 0,
        };
        let left = match (&self.left, self.surname) {
            (Left::Within, _) => -5,
            (Left::Begins, _) | (Left::Taken, Surname::Double | Surname::Plain) => 2,
            (Left::Taken, Surname::Wordy) => 1,
            (Left::Amid, Surname::Double | Surname::Plain) => 0,
            (Left::Taken, Surname::Small) | (Left::Amid, Surname::Wordy) => -1,
            (Left::Amid, Surname::Small) => -3,
        };
        let right = match self.right {
            Right::Ends => 2,
            Right::Sign => 1,
            Right::Open => 0,
        };
        let short = !self.long && self.wordy();
        let namely = self.namely && self.long;
        let sum = surname + given + left + right;
        let said = 4 * (i32::from(self.told) + i32::from(self.described));
        sum + said + i32::from(namely) - 4 * i32::from(self.word) - i32::from(short)
    }
}
