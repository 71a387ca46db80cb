//! Full names in a write-up, offered for anonymising: 受援人柳青苗 → 柳某某.
//!
//! A list of names cannot be complete, so a name is looked for where a case tells one: behind a word
//! for a party, and once found, wherever else it stands. Bodies are offered with their trade kept.

use std::collections::BTreeSet;

use crate::import::notices::names::{anonymous, is_person};

/// Words a party's name follows.
const PARTIES: &[&str] = &[
    "受援人",
    "申请人",
    "被申请人",
    "原告",
    "被告",
    "上诉人",
    "被上诉人",
    "当事人",
    "被告人",
    "犯罪嫌疑人",
    "被害人",
    "证人",
    "代理人",
    "法定代理人",
    "委托人",
    "丈夫",
    "妻子",
    "儿子",
    "女儿",
    "父亲",
    "母亲",
    "包工头",
    "老板",
    "工友",
    "村民",
    "农民工",
    "司机",
    "患者",
    "老人",
    "姓名：",
    "姓名:",
    "承办人",
    "家属",
    "死者",
    "伤者",
    "投诉人",
    "债务人",
    "债权人",
    "雇主",
    "雇员",
];

/// Words that may stand between: 受援人（男）, 原告系.
const BETWEEN: &[char] = &['：', ':', '是', '系', '为', ' ', '、', '名', '叫'];

/// What may follow a name; a third character that is none of these belongs to it.
const AFTER: &str = "（(，,。、；;：:系的与和在于因向到将被为是诉及提称等对从，（女男）)至不已经来找说以受前后又还也未有同其应随担任负欠支拖要请委工年某";

/// Names, each with what to write instead, in the order of their first appearance.
pub(super) fn offered(text: &str) -> Vec<(String, String)> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for party in PARTIES {
        for (at, _) in text.match_indices(party) {
            let rest = text[at + party.len()..].trim_start_matches(BETWEEN);
            if let Some(name) = name(rest)
                && seen.insert(name.clone())
            {
                let with = anonymous(&name);
                out.push((text.find(&name).unwrap_or(0), name, with));
            }
        }
    }
    out.sort();
    out.into_iter().map(|(_, name, with)| (name, with)).collect()
}

/// A person's name at the beginning of `rest`.
fn name(rest: &str) -> Option<String> {
    let chars: Vec<char> = rest.chars().take(5).collect();
    [3, 2, 4].into_iter().find_map(|length| {
        let name: String = chars.get(..length)?.iter().collect();
        let ends =
            chars.get(length).is_none_or(|next| AFTER.contains(*next) || next.is_whitespace());
        let common = ["某", "方", "单位", "公司", "家属", "之子"]
            .iter()
            .any(|word| name[name.chars().next().map_or(0, char::len_utf8)..].contains(word));
        (ends && !common && is_person(&name)).then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::offered;

    #[test]
    fn names_behind_words_for_parties() {
        let names = offered(
            "受援人柳青苗（男）在工地受伤。被告：安小川，系包工头。原告张某诉称，申请人李某某。",
        );
        let names: Vec<_> =
            names.iter().map(|(name, with)| (name.as_str(), with.as_str())).collect();
        assert_eq!(names, [("柳青苗", "柳某某"), ("安小川", "安某某")]);
    }
}
