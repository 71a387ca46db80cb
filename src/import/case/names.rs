//! Full names in a write-up, offered for anonymising: 受援人柳青苗 → 柳某某.
//!
//! A list of names cannot be complete, so a name is looked for where a case tells one: behind a word
//! for a party or a relative, and before what is told of a person (男, 1985年生). Bodies are known by
//! the end of their names and offered with their trade kept (`bodies`).

mod bodies;

use std::collections::BTreeMap;

use crate::import::notices::names::{anonymous, is_person};

/// Words a party's name follows.
const PARTIES: &[&str] = &[
    "受援人",
    "申请人",
    "被申请人",
    "再审申请人",
    "申请执行人",
    "被执行人",
    "原告",
    "被告",
    "第三人",
    "上诉人",
    "被上诉人",
    "当事人",
    "被告人",
    "犯罪嫌疑人",
    "嫌疑人",
    "被害人",
    "受害人",
    "证人",
    "代理人",
    "法定代理人",
    "委托人",
    "监护人",
    "继承人",
    "被继承人",
    "法定代表人",
    "负责人",
    "经营者",
    "丈夫",
    "妻子",
    "配偶",
    "前夫",
    "前妻",
    "儿子",
    "女儿",
    "长子",
    "次子",
    "长女",
    "次女",
    "父亲",
    "母亲",
    "哥哥",
    "弟弟",
    "姐姐",
    "妹妹",
    "儿媳",
    "女婿",
    "岳父",
    "岳母",
    "公公",
    "婆婆",
    "孙子",
    "孙女",
    "外孙",
    "爷爷",
    "奶奶",
    "外婆",
    "外公",
    "叔叔",
    "其妻",
    "其夫",
    "其子",
    "其女",
    "其父",
    "其母",
    "男友",
    "女友",
    "包工头",
    "工头",
    "老板",
    "工友",
    "同事",
    "邻居",
    "房东",
    "租客",
    "承租人",
    "出租人",
    "买受人",
    "出卖人",
    "村民",
    "居民",
    "男子",
    "女子",
    "农民工",
    "工人",
    "员工",
    "职工",
    "学生",
    "司机",
    "驾驶员",
    "驾驶人",
    "车主",
    "肇事者",
    "患者",
    "老人",
    "残疾人",
    "未成年人",
    "名叫",
    "姓名",
    "承办人",
    "家属",
    "死者",
    "伤者",
    "投诉人",
    "举报人",
    "债务人",
    "债权人",
    "借款人",
    "担保人",
    "雇主",
    "雇员",
];

/// Words that may stand between: 受援人（男）, 原告系.
const BETWEEN: &[char] = &['：', ':', '是', '系', '为', ' ', '、', '名', '叫', '\u{3000}'];

/// Characters of those that are looked at: a run of them without end is behind no word for a party.
const FARTHEST: usize = 8;

/// What may follow a name; a third character that is none of these belongs to it.
const AFTER: &str = "（(，,。、；;：:系的与和在于因向到将被为是诉及提称等对从，（女男）)至不已经来找说以受前后又还也未有同其应随担任负欠支拖要请委工年某驾骑之照给把帮就没都均而";

/// What is told of a person behind the name.
const TOLD: &[&str] = &[
    "（男",
    "（女",
    "(男",
    "(女",
    "，男，",
    "，女，",
    ",男,",
    ",女,",
    "，男,",
    "，女,",
    "、男、",
    "、女、",
    "，男）",
    "，女）",
];

/// So many names are offered: nobody replaces more by hand.
const MOST: usize = 200;

/// Names, each with what to write instead, in the order of their first appearance.
pub(super) fn offered(text: &str) -> Vec<(String, String)> {
    let mut found: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut offer = |at: usize, name: String, with: String| {
        let first = found.entry(name).or_insert((at, with));
        first.0 = first.0.min(at);
    };
    for party in PARTIES {
        for (at, _) in text.match_indices(party) {
            // 原告张三、李四、王五: each of them.
            let behind = &text[at + party.len()..];
            let between = behind.chars().take(FARTHEST).take_while(|c| BETWEEN.contains(c));
            let mut rest = &behind[between.map(char::len_utf8).sum()..];
            while let Some(name) = name(rest) {
                let at = text.len() - rest.len();
                rest = &rest[name.len()..];
                let with = anonymous(&name);
                offer(at, name, with);
                match rest.strip_prefix(['、', '和', '与', '及']) {
                    Some(next) => rest = next,
                    None => break,
                }
            }
        }
    }
    for told in TOLD {
        for (at, _) in text.match_indices(told) {
            if let Some(name) = before(&text[..at]) {
                let with = anonymous(&name);
                offer(at - name.len(), name, with);
            }
        }
    }
    for (at, name, with) in bodies::offered(text) {
        offer(at, name, with);
    }
    let mut names: Vec<_> = found.into_iter().map(|(name, (at, with))| (at, name, with)).collect();
    names.sort();
    names.truncate(MOST);
    names.into_iter().map(|(_, name, with)| (name, with)).collect()
}

/// A person's name at the beginning of `rest`.
fn name(rest: &str) -> Option<String> {
    let chars: Vec<char> = rest.chars().take(5).collect();
    [3, 2, 4].into_iter().find_map(|length| {
        let name: String = chars.get(..length)?.iter().collect();
        let ends =
            chars.get(length).is_none_or(|next| AFTER.contains(*next) || next.is_whitespace());
        (ends && plain(&name)).then_some(name)
    })
}

/// A person's name at the end of `text`: what stands before it is no character of a word, or the
/// longest name is taken.
fn before(text: &str) -> Option<String> {
    let mut chars: Vec<char> = text.chars().rev().take(5).collect();
    chars.reverse();
    [4, 3, 2].into_iter().find_map(|length| {
        let from = chars.len().checked_sub(length)?;
        let name: String = chars[from..].iter().collect();
        let begins = from == 0 || !crate::import::notices::names::is_han(chars[from - 1]);
        (plain(&name) && (begins || length == 3)).then_some(name)
    })
}

/// Whether a text is a name that nobody made plain yet, and no word for a party.
fn plain(name: &str) -> bool {
    let given = &name[name.chars().next().map_or(0, char::len_utf8)..];
    let common = ["某", "方", "单位", "公司", "家属", "之子", "告人", "工人"];
    // 妻子来电, 家属应诉: surnames so rare that in a sentence they are verbs.
    let verb =
        name.starts_with(['来', '应', '有', '时', '经', '后', '过', '从', '连', '能', '要', '求']);
    !verb
        && !common.iter().any(|word| given.contains(word))
        && !PARTIES.contains(&name)
        && is_person(name)
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
        check("被申请人未到庭，委托人的妻子来电。", &[]);
        check("受援人　　：　　柳青苗。", &[("柳青苗", "柳某某")]);
        // A step for every character behind each of them would never end.
        check(&format!("{}柳青苗。", "名叫".repeat(40_000)), &[("柳青苗", "柳某某")]);
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
            &[("安徽青苗建筑劳务有限公司", "某建筑劳务公司")],
        );
        check("被告定远县小满砖厂与某物流公司、某某超市。", &[("定远县小满砖厂", "某砖厂")]);
        check("县法律援助中心指派律师，某建筑公司未到庭，到公司讨薪。", &[]);
    }
}
