//! What stands behind a name and says that it is none: a list of places, a school, a star.

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
        && ["学校", "小学", "中学", "初中", "高中"].iter().any(|kind| after.starts_with(kind))
}

/// 郭家旺: what would else be a family, 郭家的人, goes on as names do.
pub(super) fn family(given: &str) -> bool {
    let behind = given.strip_prefix('家').and_then(|rest| rest.chars().next());
    behind.is_some_and(|c| Character::of(c).given < 110 && !Character::of(c).is(END))
        && !HOUSEHOLD.begins(given)
}

/// Whether a name is only the beginning of one that is starred out.
pub(super) fn masked(after: &str) -> bool {
    after.starts_with(['*', '＊', '×', '✕', '○', '〇', '□', '■', 'X', 'x', '某'])
}

#[cfg(test)]
mod tests {
    use super::{places_listed, school};

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
