//! Whose address is public: that of bodies, and of firms where the words say that they stand there.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::LazyLock;

use super::address::NUMERALS;
use crate::base::look::lexicon::Lexicon;
use crate::base::look::near::{han, sentence_before};

/// Bodies whose address is public.
const OFFICES: &[&str] = &[
    "中心",
    "法院",
    "法庭",
    "仲裁",
    "司法局",
    "司法所",
    "人社局",
    "政府",
    "派出所",
    "检察院",
    "公安",
    "公证处",
    "工作站",
    "医院",
    "银行",
    "服务大厅",
    "律师事务所",
    "看守所",
    "委员会",
    "联合会",
    "工会",
    "大队",
    "民政局",
    "信访",
    "审判庭",
];

static OFFICE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::by_first(OFFICES));

/// Whether an address is that of an office. Nobody but people has a group in a village: 中心受理了
/// 大路村三组村民张某的申请.
pub(super) fn public(words: &str, place: &Range<usize>) -> bool {
    let address = &words[place.clone()];
    let people = ["村民", "居民", "住户", "业主", "人，", "人。", "人、"];
    if address.ends_with(['组', '队', '村', '庄', '郢', '岗', '圩', '洼', '塘', '营'])
        || people.iter().any(|word| words[place.end..].starts_with(word))
    {
        return false;
    }
    let before = &words[..place.start];
    if houses_office(&words[place.end..]) {
        return true;
    }
    official(before) || official(&words[..place.start + within(address)]) || sited(before)
}

/// Whether the office that an address is of stands right behind it: 曲阳路88号县司法局.
fn houses_office(after: &str) -> bool {
    let name: String = after.chars().take_while(|c| han(*c)).take(9).collect();
    let name = name.strip_prefix('的').unwrap_or(&name);
    let lives = name.contains(['住', '租', '家']);
    !lives
        && OFFICES
            .iter()
            // 住大路村的张某来到中心: whoever lives there goes to the office.
            .any(|office| {
                let at = name.find(office).filter(|at| *at <= 6 * '县'.len_utf8());
                at.is_some_and(|at| !name[..at].contains('某'))
            })
}

/// How far the name of an office reaches into that of the street behind it: 中心幸福路12号. Of 中心路
/// and 医院东路 it is a part.
fn within(address: &str) -> usize {
    let number = address.find(|c| NUMERALS.contains(c)).unwrap_or(0);
    let street = &address[..number];
    if !street.ends_with(['路', '街', '巷']) && !street.ends_with("大道") {
        return 0;
    }
    let ends = OFFICES.iter().filter_map(|office| Some(street.rfind(office)? + office.len()));
    ends.filter(|end| street[*end..].chars().count() > 2).max().unwrap_or(0)
}

/// Whether the sentence tells of an office before, and of nobody living anywhere since.
fn official(before: &str) -> bool {
    let said = sentence_before(before, 30);
    let office = OFFICE.last(said);
    let lives = said.rmatch_indices(['住', '租', '家', '搬']).find(|(at, sign)| {
        // 住院部, 国家: nobody lives there.
        let behind = &said[at + sign.len()..];
        let other = (*sign == "住" && behind.starts_with(['院', '建']))
            || (*sign == "家" && said[..*at].ends_with(['国', '专', '大']));
        !other
    });
    let lives = lives.map(|(at, _)| at);
    office.is_some_and(|office| lives.is_none_or(|lives| lives < office))
}

/// Whether the words right before say where a firm or a room of an office is: 用人单位在定城镇,
/// 某公司注册地址为, 中心住所地：, 会议室在.
fn sited(before: &str) -> bool {
    const STANDS: [&str; 13] = [
        "住所地在",
        "注册地在",
        "在",
        "位于",
        "地址为",
        "地址是",
        "地址：",
        "地址",
        "住所地：",
        "住所地为",
        "住所地",
        "地为",
        "地：",
    ];
    const BODIES: [&str; 21] = [
        "公司",
        "单位",
        "厂",
        "店",
        "企业",
        "学校",
        "合作社",
        "中心",
        "会议室",
        "办公室",
        "接待室",
        "调解室",
        "庭",
        "仲裁院",
        "机构",
        "会议",
        "培训",
        "活动",
        "讲座",
        "庭审",
        "工地",
    ];
    let near = sentence_before(before, 30);
    let stands = STANDS.iter().filter_map(|word| {
        let at = near.rfind(word)?;
        Some((at + word.len(), Reverse(at)))
    });
    let Some((end, Reverse(start))) = stands.max() else { return false };
    let kinds = ["注册", "办公", "经营", "实际", "通讯", "营业", "登记", "的"];
    let body =
        kinds.iter().fold(&near[..start], |body, kind| body.strip_suffix(kind).unwrap_or(body));
    let larger = near[end..].chars().all(|c| han(c) || c.is_ascii_digit());
    larger && !near[end..].contains(['住', '租']) && BODIES.iter().any(|word| body.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::sited;

    #[test]
    fn where_a_firm_stands() {
        for text in [
            "用人单位在定城镇",
            "某公司注册地址为定城镇工业园区",
            "会议室在",
            "中心住所地：定远县定城镇",
            "某公司住所地为定城镇",
            "工厂住所地在经济开发区",
        ] {
            assert!(sited(text), "{text}");
        }
        for text in [
            "张某在",
            "受援人住所地：定城镇",
            "公司宿舍在",
            "张某在某公司上班，住在",
            "某公司在工地外租住",
        ] {
            assert!(!sited(text), "{text}");
        }
    }
}
