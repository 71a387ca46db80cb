//! What stands behind a name and says that it is none: a list of places, a school, a star, a number that
//! an office gave.

use super::beside::HOUSEHOLD;
use super::character::{Character, END};
use crate::base::look::near::{first_chars, han};

/// Whether a list goes on to say that it is one of places: 高塘、连江等乡镇.
pub(super) fn places_listed(after: &str) -> bool {
    let list = first_chars(after, 40);
    let list = &list[..list.find(|c: char| !han(c) && c != '、').unwrap_or(list.len())];
    let Some((names, what)) = list.split_once('等') else { return false };
    // 李梅到高塘等地: a sentence goes on.
    let mut others = names.split('、');
    if others.next() != Some("") || others.any(|name| name.chars().count() > 3) {
        return false;
    }
    let what = what.trim_start_matches(|c| "一二三四五六七八九十几多两个".contains(c));
    let place = ["乡镇", "乡", "镇", "县", "市", "村", "地", "社区", "街道"]
        .iter()
        .find_map(|word| what.strip_prefix(word));
    // 等村民, 等社区干部: of persons.
    place.is_some_and(|rest| !rest.starts_with(['民', '委', '干', '长', '里', '居', '工', '书']))
}

/// Whether a school is called so: 就读的范岗学校.
pub(super) fn school(before: &str, given: &[char], after: &str) -> bool {
    given.len() == 1
        && before.ends_with(['在', '的', '读', '于', '到', '是', '进'])
        && kind_of_school(after)
}

/// Whether a text begins with a kind of school: 中学, 初级中学, 中心小学.
fn kind_of_school(text: &str) -> bool {
    const GRADES: [&str; 9] =
        ["初级", "高级", "中心", "希望", "实验", "职业", "完全", "九年一贯制", "寄宿制"];
    let grade = GRADES.iter().find_map(|grade| text.strip_prefix(grade)).unwrap_or(text);
    ["学校", "小学", "中学", "初中", "高中"].iter().any(|kind| grade.starts_with(kind))
}

/// 郭家旺: what would else be a family, 郭家的人, goes on as names do.
pub(super) fn family(given: &str) -> bool {
    let behind = given.strip_prefix('家').and_then(|rest| rest.chars().next());
    behind.is_some_and(|c| Character::of(c).given < 110 && !Character::of(c).is(END))
        && !HOUSEHOLD.begins(given)
}

/// Whether what looks like a name begins a number that an office gave: 昌公特旅字第0217号, 凤国用（2006）第1147号,
/// 苏如渔01234. 张大强13800000000 is a person's telephone.
pub(super) fn numbered(name: &[char], after: &str) -> bool {
    let rest = after.strip_prefix(['）', ')', '〕']).unwrap_or(after);
    let near = first_chars(rest, 10);
    let words = near.find(|c: char| !han(c)).unwrap_or(near.len());
    let (words, tail) = near.split_at(words);
    let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let open = tail.strip_prefix(['（', '(', '〔', '[']);
    // 用（2006）第.
    let year = open.is_some_and(|year| {
        let behind = year.trim_start_matches(|c: char| c.is_ascii_digit());
        year.len() - behind.len() == 4 && behind.starts_with(['）', ')', '〕', ']'])
    });
    let serial = (words.ends_with("字第") || words.ends_with('字')) && digit(tail);
    let short = words.chars().count() <= 4;
    let own = name.ends_with(&['字']) && (digit(rest) || rest.starts_with('第'));
    (short && year)
        || serial
        || own
        || (words.ends_with('字') && open.is_some())
        || (words.is_empty() && row(tail))
        // 苏如|渔01234号.
        || (words.chars().count() == 1 && row(tail) && ends_in_number(tail))
}

/// Five or six digits, or a letter and digits, and no time or amount.
fn row(text: &str) -> bool {
    let rest = text.strip_prefix(|c: char| c.is_ascii_uppercase()).unwrap_or(text);
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let count = rest.len() - behind.len();
    let least = if rest.len() < text.len() { 4 } else { 5 };
    (least..=6).contains(&count) && !behind.starts_with(['年', '月', '日', '元', '分', '岁', '.'])
}

/// Whether digits are called a number behind them: 01234号.
fn ends_in_number(text: &str) -> bool {
    text.trim_start_matches(|c: char| c.is_ascii_alphanumeric()).starts_with('号')
}

/// 李与王: two surnames whose stars were taken for marks.
pub(super) fn joined(given: &[char]) -> bool {
    matches!(given, ['与' | '及' | '跟', second] if Character::of(*second).surname.is_some())
}

/// Whether a verb begins with the only character of a given name: 闵怀着忐忑的心情.
pub(super) fn lasting(given: &[char], after: &str) -> bool {
    const WORDS: [&str; 5] = ["着急", "着手", "着凉", "着实", "着装"];
    given.len() == 1 && after.starts_with('着') && !WORDS.iter().any(|word| after.starts_with(word))
}

/// Whether a name is only the beginning of one that is starred out.
pub(super) fn masked(after: &str) -> bool {
    after.starts_with(['*', '＊', '×', '✕', '○', '〇', '□', '■', 'X', 'x', '某'])
}

#[cfg(test)]
mod tests {
    use super::{joined, lasting, numbered, places_listed, school};

    #[test]
    fn numbers_of_offices() {
        for after in [
            "旅字第0217号",
            "用（2006）第1147号",
            "01234号",
            "D012345",
            "）动防合字第20180198号",
            "字〔2014〕第3号",
        ] {
            assert!(numbered(&['公', '特'], after), "{after}");
        }
        assert!(numbered(&['如'], "渔01234号") && !numbered(&['芳'], "付10000元"));
        for after in ["13800000000", "1985年生", "（2025年）", "签字", "20241120", "8600元", ""]
        {
            assert!(!numbered(&['大', '强'], after), "{after}");
        }
    }

    #[test]
    fn no_given_names() {
        assert!(joined(&['与', '王']) && !joined(&['和', '平']) && !joined(&['与']));
        assert!(
            lasting(&['怀'], "着忐忑")
                && !lasting(&['芳'], "着急")
                && !lasting(&['小', '芳'], "着")
        );
    }

    #[test]
    fn lists_of_places_and_schools() {
        assert!(places_listed("、连江等乡镇") && places_listed("等三个乡镇。"));
        for persons in ["、李梅等村民", "、李梅到高塘等地打工", "到高塘等地", "、李梅等人"]
        {
            assert!(!places_listed(persons), "{persons}");
        }
        assert!(school("就读的", &['岗'], "学校") && !school("女儿", &['芳'], "小学毕业"));
    }
}
