//! What a character is among names: a surname, a part of a given name, a word by itself, or what a
//! sentence goes on with behind a name.
//!
//! Costs are tenths of the negative logarithm of a share: the dearer, the rarer. So the cost of a
//! sentence is the sum of the costs of its parts.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// How much a surname of one character is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Surname {
    /// 张: seldom anything else.
    Plain,
    /// 高, 林: more often a word or the beginning of one.
    Wordy,
    /// 于, 从: nearly always a small word or a verb.
    Small,
    /// 禚: hardly anybody's.
    Rare,
}

/// What ends a name: what a sentence goes on with.
pub(super) const END: u8 = 1;
/// A name may follow it in the middle of a sentence.
pub(super) const BEFORE: u8 = 2;
/// The first of a surname of two characters.
pub(super) const FIRST_OF_TWO: u8 = 4;
/// Ends other names and may be part of a given one all the same: 有才, 向东, 为民, 福来.
pub(super) const RARELY: u8 = 8;
/// Names of other languages are written with it: 尔, 古.
pub(super) const SOUND: u8 = 16;

/// A Chinese character.
#[derive(Clone, Copy)]
pub(super) struct Character {
    /// As a surname, with its cost: the dearer, the less it is one.
    pub(super) surname: Option<(Surname, u8)>,
    /// Its cost in a given name.
    pub(super) given: u8,
    /// Its cost as a word.
    pub(super) alone: u8,
    bits: u8,
}

impl Character {
    /// What nothing is known of.
    const UNKNOWN: Self = Self { surname: None, given: 161, alone: 179, bits: 0 };

    pub(super) fn of(c: char) -> Self {
        index(c).map_or(Self::UNKNOWN, |at| TABLE[at])
    }

    pub(super) fn is(self, class: u8) -> bool {
        self.bits & class != 0
    }
}

/// The lines of a list.
fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#'))
}

const SURNAMES: &str = include_str!("lists/surnames.txt");
const GIVEN: &str = include_str!("lists/given.txt");
const TRADITIONAL: &str = include_str!("lists/traditional.txt");

/// Characters as simplified and as traditional: 万, 萬.
fn traditional() -> impl Iterator<Item = (char, char)> {
    lines(TRADITIONAL).flat_map(|line| line.split(' ')).filter_map(|pair| {
        let mut pair = pair.chars();
        let (simple, full) = (pair.next()?, pair.next()?);
        (simple != full).then_some((simple, full))
    })
}

/// The cost of a surname of two characters.
pub(super) const DOUBLE: i32 = 81;

/// Surnames of two characters.
pub(super) fn doubles() -> impl Iterator<Item = &'static str> {
    let lines = lines(SURNAMES).filter_map(|line| line.strip_prefix("double "));
    lines.flat_map(|line| line.split(' ').skip(1))
}

/// How many characters of a name are its surname, if there is a given name behind it.
pub(crate) fn surname(name: &[char]) -> Option<usize> {
    let first = Character::of(*name.first()?);
    let double =
        || name.len() > 2 && doubles().any(|two| two.chars().eq(name[..2].iter().copied()));
    if first.is(FIRST_OF_TWO) && double() {
        return Some(2);
    }
    (first.surname.is_some() && name.len() > 1).then_some(1)
}

/// Surnames of one character.
fn singles() -> impl Iterator<Item = (Surname, u8, &'static str)> {
    lines(SURNAMES).filter_map(|line| {
        let mut parts = line.split(' ');
        let kind = match parts.next()? {
            "plain" => Surname::Plain,
            "wordy" => Surname::Wordy,
            "small" => Surname::Small,
            "rare" => Surname::Rare,
            _ => return None,
        };
        Some((kind, parts.next()?.parse().ok()?, parts.next()?))
    })
}

const ENDS: &str = "不没无写急只虽如仅先独另很更最随被的了着过和与及在是为有将把对从因由于等即则也均已未并或\
    诉称说讲到要请以系当应签骑驾打拿找欠付赔借住去来走跑逃摔受遭遇死伤病嫁娶离回起提出给交收\
    还买卖做干带抱背送接报告替帮让叫使用持跟同问答哭看听认承否现所名共都又再才就却仍曾突后前\
    之这那此该时而但且各每某左右上下里外向往负担支拖知获得需能可会经自案工误残妻夫父母女其二\
    三两十百我他她你";

const TAKE_PERSONS: &str =
    "听决求请劝选归随据见看对为替帮给向与和由被将把让叫找诉及跟是后经助派称令致";

/// Characters that names of other languages are written with.
pub(super) const SOUNDS: &str = "德次仁顿珠央桑阿艾爱安巴拜比布达迪丹买旦肉甫汗合尔恩菲夫伏格古哈海赫吉加江卡凯克库拉莱兰\
    勒里丽力利林鲁伦罗洛马玛麦曼米穆木姆娜纳内尼努诺帕普奇乔热日瑞若萨赛沙莎山什斯苏索塔泰特\
    提吐图托娃瓦汪维沃乌西夏谢逊雅亚娅叶伊依易尤玉约孜扎卓俄呷则牛支史说曲卜杜";

static TABLE: LazyLock<Box<[Character]>> = LazyLock::new(|| {
    let mut table = vec![Character::UNKNOWN; LAST - FIRST];
    for (kind, cost, chars) in singles() {
        for at in chars.chars().filter_map(index) {
            let unlike = match kind {
                Surname::Small => 20,
                Surname::Rare => 25,
                Surname::Plain | Surname::Wordy => 0,
            };
            table[at].surname = Some((kind, cost + unlike));
        }
    }
    for (cost, chars) in lines(GIVEN).filter_map(|line| line.split_once(' ')) {
        for at in chars.chars().filter_map(index) {
            table[at].given = cost.parse().unwrap_or(table[at].given);
        }
    }
    for (c, cost) in super::vocabulary::alone() {
        if let Some(at) = index(c) {
            table[at].alone = cost;
        }
    }
    for of in &mut table {
        if matches!(of.surname, Some((Surname::Plain, _))) {
            of.alone += SELDOM_ALONE;
        }
    }
    let classes =
        [(ENDS, END), (TAKE_PERSONS, BEFORE), ("二有向为和来同以从自", RARELY), (SOUNDS, SOUND)];
    for (chars, class) in classes {
        for at in chars.chars().filter_map(index) {
            table[at].bits |= class;
        }
    }
    for at in doubles().filter_map(|name| index(name.chars().next()?)) {
        table[at].bits |= FIRST_OF_TWO;
    }
    for (simple, full) in traditional() {
        if let (Some(simple), Some(full)) = (index(simple), index(full)) {
            let surname = table[simple].surname.or(table[full].surname);
            let given = table[simple].given.min(table[full].given);
            table[full] = Character { surname, given, ..table[simple] };
        }
    }
    table.into()
});

/// What a surname that is seldom anything else costs more as a word: 鲁 stands alone before a given
/// name, and that is what its share among the words comes from.
const SELDOM_ALONE: u8 = 20;

/// What a name may begin with, a bit for each character: surnames and sounds of other languages.
static BEGINS: LazyLock<Box<[u64; ROWS]>> = LazyLock::new(|| {
    let mut begins = Box::new([0; ROWS]);
    let ones = singles().flat_map(|(.., chars)| chars.chars());
    let doubles = doubles().filter_map(|name| name.chars().next());
    let begin: BTreeSet<char> = ones.chain(doubles).chain(SOUNDS.chars()).collect();
    let full = traditional().filter(|(simple, _)| begin.contains(simple)).map(|(_, full)| full);
    for first in begin.iter().copied().chain(full) {
        if let [a, b, c] = first.encode_utf8(&mut [0; 4]).as_bytes() {
            let (row, bit) = hole(*a, *b, *c);
            begins[row] |= bit;
        }
    }
    begins
});

/// Rows of 64 characters.
const ROWS: usize = 1024;

/// The row and the bit of a character of three bytes.
fn hole(a: u8, b: u8, c: u8) -> (usize, u64) {
    let row = usize::from(a & 0x0F) << 6 | usize::from(b & 0x3F);
    (row % ROWS, 1 << (c & 0x3F))
}

const FIRST: usize = 0x4E00;
const LAST: usize = 0xA000;

fn index(c: char) -> Option<usize> {
    let at = (c as usize).checked_sub(FIRST)?;
    (at < LAST - FIRST).then_some(at)
}

/// Where a text has a character that a name may begin with. Every character of every case and notice is
/// looked at, so it is read byte by byte: all of them are three bytes long.
pub(super) fn beginnings(text: &str) -> impl Iterator<Item = usize> {
    let (bytes, begins) = (text.as_bytes(), &**BEGINS);
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some([a, b, c]) = bytes.get(at..at + 3) {
            let (here, (row, bit)) = (at, hole(*a, *b, *c));
            at += match a {
                ..0x80 => 1,
                0x80..0xE0 => 2,
                0xE0..0xF0 => 3,
                0xF0.. => 4,
            };
            if matches!(a, 0xE4..=0xE9) && begins[row] & bit != 0 {
                return Some(here);
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::{Character, END, FIRST_OF_TWO, SOUND, Surname, beginnings, surname};

    #[test]
    fn beginnings_wherever_they_stand() {
        for text in ["a张é王1𠀀欧阳，李\u{200B}ＡＢ高\n方x", "·张", "张", "", "x", "王é"]
        {
            let all: Vec<usize> = beginnings(text).collect();
            let begins = |c: char| {
                let of = Character::of(c);
                of.surname.is_some() || of.is(FIRST_OF_TWO) || of.is(SOUND)
            };
            let slow = text.char_indices().filter(|(_, c)| begins(*c));
            assert_eq!(all, slow.map(|(at, _)| at).collect::<Vec<_>>(), "{text}");
        }
        assert_eq!(beginnings("a张é王1𠀀欧，李\u{200B}ＡＢ高\n方x").count(), 6);
    }

    #[test]
    fn how_long_a_surname_is() {
        let length = |name: &str| surname(&name.chars().collect::<Vec<_>>());
        assert_eq!(
            [length("张伟"), length("欧阳建华"), length("东方")],
            [Some(1), Some(2), Some(1)]
        );
        assert_eq!(
            [length("张"), length("欧阳"), length("的话"), length("")],
            [None, Some(1), None, None]
        );
    }

    #[test]
    fn what_characters_are() {
        assert!(matches!(Character::of('王').surname, Some((Surname::Plain, 27))));
        assert!(Character::of('的').is(END) && Character::of('的').surname.is_none());
        assert!(Character::of('芳').given < Character::of('砼').given);
        assert!(Character::of('的').alone < Character::of('芳').alone);
        assert_eq!(Character::of('陳').surname, Character::of('陈').surname);
        assert_eq!(Character::of('順').given, Character::of('顺').given);
        assert_eq!(Character::of('𠀀').given, Character::of('x').given);
    }
}
