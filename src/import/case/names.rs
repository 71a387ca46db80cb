//! Full names in a write-up, offered for anonymising: 受援人柳青苗 → 柳某某.
//!
//! They are found by the rules of `lantian check`, so that what was replaced here is no finding later, and
//! what is offered instead is what the check would. Companies are offered with their trade kept (`bodies`).

mod bodies;
mod cells;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::domain::names::{Places, persons, shortened};
use crate::import::notices::names::is_person;

/// So many names are offered: nobody replaces more by hand.
const MOST: usize = 200;

/// Names, each with what to write instead, in the order of their first appearance.
pub(super) fn offered(text: &str) -> Vec<(String, String)> {
    // 受援人　　：　　柳青苗: typed with spaces as wide as a character.
    let text: String = text.chars().map(|c| if c == '\u{3000}' { ' ' } else { c }).collect();
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for place in persons(&text, &Places::in_tables(&text, &cells::tables(&text))) {
        let name = &text[place.clone()];
        let name = whole(&text, name).unwrap_or(name);
        found.entry(name).or_insert(place.start);
    }
    let mut order: Vec<(usize, &str)> = found.iter().map(|(name, at)| (*at, *name)).collect();
    order.sort_unstable();
    let short = shortened(order.iter().map(|(_, name)| *name), &text);
    let mut names: Vec<(usize, &str, String)> = order
        .into_iter()
        .map(|(at, name)| (at, name, short.get(name).cloned().unwrap_or_default()))
        .collect();
    for (place, with) in bodies::offered(&text) {
        if let Entry::Vacant(entry) = found.entry(&text[place.clone()]) {
            names.push((place.start, entry.key(), with));
            entry.insert(place.start);
        }
    }
    names.sort();
    names.truncate(MOST);
    names.into_iter().map(|(_, name, with)| (name.to_owned(), with)).collect()
}

/// 季大有, where what was found is 季大: a last character that is a word too belongs to the name where a mark
/// stands behind it. Replacing the shorter one would leave 季某有.
fn whole<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    const BOTH: &[char] = &[
        '有', '为', '成', '和', '明', '平', '生', '起', '达', '同', '得', '会', '能', '可', '来',
        '在',
    ];
    if name.chars().count() != 2 {
        return None;
    }
    let long = |at: usize| {
        let end = at + name.len();
        let last = text[end..].chars().next().filter(|c| BOTH.contains(c))?;
        Some(&text[at..end + last.len_utf8()])
    };
    let ends = |at: usize, long: &str| {
        text[at + long.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric())
    };
    let mut places = text.match_indices(name);
    places.find_map(|(at, _)| long(at).filter(|long| is_person(long) && ends(at, long)))
}

#[cfg(test)]
mod tests {
    use super::offered;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let names = offered(text);
        let names: Vec<_> =
            names.iter().map(|(name, with)| (name.as_str(), with.as_str())).collect();
        assert_eq!(names, expected, "{text}");
    }

    #[test]
    fn names_behind_words_for_parties() {
        check(
            "受援人柳青苗（男）在工地受伤。被告：安小川，系包工头。原告张某诉称，申请人李某某。",
            &[("柳青苗", "柳某某"), ("安小川", "安某某")],
        );
        check(
            "申请人柳青苗、安小川和欧阳小满诉称，其妻司马兰照料，死者上官青之子。",
            &[
                ("柳青苗", "柳某某"),
                ("安小川", "安某某"),
                ("欧阳小满", "欧阳某某"),
                ("司马兰", "司马某"),
                ("上官青", "上官某"),
            ],
        );
        check("受援人：季大有，男。季大有在工地受伤。", &[("季大有", "季某某")]);
        check("申请人季大有。", &[("季大有", "季某某")]);
        check("申请人季大有房一间。", &[("季大", "季某")]);
        check("被申请人未到庭，委托人的妻子来电。", &[]);
        check("受援人　　：　　柳青苗。", &[("柳青苗", "柳某某")]);
        // A step for every character behind each of them would never end.
        check(&format!("{}柳青苗。", "名叫".repeat(40_000)), &[("柳青苗", "柳某某")]);
    }

    #[test]
    fn two_of_one_surname_do_not_become_one() {
        check(
            "原告安川，被告安河，证人安小川。",
            &[("安川", "安某甲"), ("安河", "安某乙"), ("安小川", "安某某")],
        );
        check("被告安某来过。原告安川在工地受伤。", &[("安川", "安某甲")]);
    }

    #[test]
    fn officials_stay() {
        check("| 承办人 | 柳青苗（某县律师事务所） |\n|---|---|\n| 案由 | 离婚 |", &[]);
        check("【编写人】某县法律援助中心　柳青苗", &[]);
        check("| 工人 | 欠薪 |\n|---|---|\n| 时春来 | 8600 |", &[("时春来", "时某某")]);
    }

    #[test]
    fn names_before_what_is_told_of_a_person() {
        check("柳青苗（男，1985年生，农民工）来访。", &[("柳青苗", "柳某某")]);
        check("3月，安川，女，汉族，来访。", &[("安川", "安某")]);
        check("柳某（男，1985年生）来访，工友多人（男、女都有）。", &[]);
    }

    #[test]
    fn bodies_keep_their_trade() {
        check(
            "柳某受雇于安徽青苗建筑劳务有限公司，在该公司工地受伤。",
            &[("安徽青苗建筑劳务有限公司", "安徽某建筑劳务公司")],
        );
        check("被告定远县小满砖厂与某物流公司、某某超市。", &[("定远县小满砖厂", "定远县某砖厂")]);
        check("县法律援助中心指派律师，某建筑公司未到庭，到公司讨薪。", &[]);
    }
}
