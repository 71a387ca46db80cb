//! Who lost it: is this a person's name, is this the name of a body.

mod clear;
mod lose;
mod person;

pub(super) use self::clear::bare;
pub(super) use self::lose::{can_lose, spoken};
pub(in crate::import) use self::person::is_person;
use self::person::strong_body;
pub(super) use self::person::{has_surname, surname_length};
use super::lexicon::Lexicon;
use super::people::{all_of, person_of, transcribed};
use super::words::{any, ending};
use crate::domain::kinds::notice::HolderKind;

static BODIES: Lexicon = Lexicon::new(include_str!("lists/bodies.txt"));
static PLACES: Lexicon = Lexicon::new(include_str!("lists/places.txt"));

/// Bracketed ends of the names of partnerships and the like.
pub(super) const LEGAL_FORMS: &[&str] = &[
    "普通合伙",
    "有限合伙",
    "特殊普通合伙",
    "个人独资",
    "个体工商户",
    "集体",
    "国有",
    "合伙",
    "筹",
    "联营",
    "个体",
    "集团",
    "股份",
];

/// How many characters at the beginning are the name of a place.
pub(super) fn place(chars: &[char]) -> Option<usize> {
    PLACES.longest(chars)
}

/// How sure it is that a text names somebody who can lose a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trust {
    /// It does not look like a name.
    None,
    /// Nothing speaks against it.
    Weak,
    /// A name of a person or a body by every sign.
    Sure,
}

/// Whether this is a name of a body, also with a bracketed legal form behind it.
pub(super) fn body_suffix(name: &str) -> bool {
    let bare = match name.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some((bare, _)) if !bare.is_empty() => bare,
        _ => name,
    };
    bare.chars().count() >= 2 && BODIES.ends(bare)
}

/// Whether a text begins with what names of bodies end with.
pub(super) fn starts_as_body(text: &str) -> bool {
    BODIES.longest(&text.chars().take(8).collect::<Vec<_>>()).is_some_and(|length| length > 1)
}

/// Whether a bracket belongs to a name: a place or legal form, no number, no label.
pub(super) fn bracket_in_name(inside: &str, followed_by_name: bool) -> bool {
    let count = inside.chars().count();
    // 发票(抵扣联)一份 tells which sheet.
    let sheet = inside.ends_with('联') && !inside.starts_with('第');
    // 经营(零售)许可证: 零 is a surname too.
    (followed_by_name && ["零售", "批发", "农药", "经营", "生产"].contains(&inside))
        || LEGAL_FORMS.contains(&inside)
        || ["分公司", "分店", "分厂", "支行"].iter().any(|end| inside.ends_with(end))
        || (followed_by_name
            && (2..=8).contains(&count)
            && inside.chars().all(super::glyph::is_han)
            && !inside.ends_with('人')
            && !sheet
            && !is_person(inside)
            && !super::documents::is_listed(inside)
            && !any(
                &[
                    "男",
                    "女",
                    "已",
                    "简称",
                    "以下",
                    "下称",
                    "正本",
                    "副本",
                    "身份证",
                    "法人",
                    "证号",
                    "用名",
                    "原名",
                    "又名",
                    "别名",
                    "户主",
                    "业主",
                    "房主",
                    "车主",
                    "租户",
                    "黄牌",
                    "蓝牌",
                ],
                inside,
            )
            || PLACES.has(inside))
}

/// One person's name, also one of a minority without a middle dot.
fn one_person(name: &str) -> bool {
    is_person(name) || transcribed(name)
}

/// 新能源车, 重型半挂货车: what a plate is of, and nobody's name.
fn vehicle(name: &str) -> bool {
    let kinds = [
        "新能源车",
        "轿车",
        "客车",
        "货车",
        "挂车",
        "面包车",
        "摩托车",
        "电动车",
        "牵引车",
        "罐车",
        "自卸车",
        "教练车",
        "校车",
        "私家车",
        "小车",
        "越野车",
        "商务车",
        "皮卡车",
        "汽车",
        "车辆",
    ];
    name.chars().count() <= 8 && ending(&kinds, name).is_some() && !body_suffix(name)
}

/// 某小区3栋1单元502室购房: an address, and nobody's name.
pub(super) fn flat(name: &str) -> bool {
    let parts = ["室", "号楼", "栋", "单元", "幢"];
    let counted = |(at, _): (usize, &str)| name[..at].ends_with(|c: char| c.is_ascii_digit());
    // 某镇某村房屋的房屋所有权证.
    let lot = ["房屋", "住房", "住宅", "宅基地", "林地", "耕地"];
    if lot.iter().any(|word| name.ends_with(word)) {
        return true;
    }
    parts.iter().any(|part| name.match_indices(part).any(counted))
        && !(body_suffix(name) && strong_body(name) || name.ends_with(['会', '部', '心']))
}

/// How far a cleared text can be a name.
fn trust_bare(name: &str) -> Trust {
    let count = name.chars().count();
    let worded = name.chars().any(|c| super::glyph::is_han(c) || c.is_ascii_alphabetic());
    if count < 2 || ["以下", "下列", "下述", "如下", "上述"].iter().any(|w| name.starts_with(w))
    {
        // 以下人员, 下列单位 points to who has lost something.
        Trust::None
    } else if !worded || name.contains(['《', '》', '"', '\n']) {
        Trust::None
    } else if all_of(name, |part| one_person(part.trim())) {
        Trust::Sure
    } else if any(&["遗失", "作废", "丢失", "声明", "坐落", "位于", "登报"], name)
        || vehicle(name)
        || flat(name)
    {
        Trust::None
    } else if body_suffix(name) && count >= 3 && !name.contains('的') {
        Trust::Sure
    } else if (4..=40).contains(&count) {
        Trust::Weak
    } else {
        Trust::None
    }
}

/// How far a text can be a name, whatever stands before it.
pub(super) fn trust(text: &str) -> Trust {
    trust_bare(bare(text))
}

/// A person or a body.
pub(super) fn kind(name: &str, document: &str) -> HolderKind {
    // 谭永和 is one.
    let one = |name: &str| person_of(name.trim(), document);
    let people = one(name) || all_of(name, one);
    let shop = super::words::any(&["营业执照", "公章", "食品经营", "开户许可"], document)
        && name.chars().count() >= 4
        && body_suffix(name);
    if people && !shop { HolderKind::Person } else { HolderKind::Organisation }
}

/// Where a school or office begins inside 张三安徽大学: behind a person's name, at the name of a
/// place or of a bank. 安徽巢皖汽车运输有限公司 is one name: whoever begins with a place is a body.
pub(super) fn affiliation(name: &str) -> Option<usize> {
    let chars: Vec<char> = name.chars().collect();
    if !body_suffix(name) || PLACES.longest(&chars).is_some() {
        return None;
    }
    (2..=4.min(chars.len())).find_map(|at| {
        let person: String = chars[..at].iter().collect();
        let rest: String = chars[at..].iter().collect();
        // 涂美凤|章阳市人民医院: names of counties have two characters and more.
        let area = at == 3 && matches!(chars.get(at + 2), Some('市' | '县' | '区'));
        let place = area || PLACES.longest(&chars[at..]).is_some();
        (is_person(&person) && place && body_suffix(&rest)).then_some(person.len())
    })
}

/// Where a person's name begins behind the school or office: 滁州学院李四.
pub(super) fn member(name: &str) -> Option<usize> {
    let starts: Vec<usize> = name.char_indices().map(|(at, _)| at).collect();
    let count = starts.len();
    [2, 3].into_iter().filter(|tail| count > tail + 3).find_map(|tail| {
        let at = starts[count - tail];
        // 某公司开具的摊位押金 is no person of a stall.
        // 某县农贸市场水产区 is a part of the market.
        let counted = name[at..].contains(|c| "一二三四五六七八九十".contains(c));
        let block = name.ends_with('栋') && (counted || tail == 2);
        let plain =
            !name[..at].contains('的') && !name.ends_with(['区', '班', '层', '座']) && !block;
        (plain && is_person(&name[at..]) && body_suffix(&name[..at]) && !body_suffix(name))
            .then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::{Trust, affiliation, body_suffix, is_person, trust};

    #[test]
    fn persons_and_bodies() {
        for name in ["柳青苗", "安小川", "欧阳小满", "司马光", "阿依古丽·买买提", "陈李小明"]
        {
            assert!(is_person(name), "{name}");
        }
        for name in [
            "滁州",
            "某某某",
            "王记店",
            "安徽华尔金属",
            "安徽",
            "安徽省",
            "黄山市",
            "镇居民",
            "门面房",
        ] {
            assert!(!is_person(name), "{name}");
        }
        assert!(body_suffix("滁州市某事务所(普通合伙)") && body_suffix("某公司工会委员会"));
        assert_eq!(trust("滁州市慈善"), Trust::Weak);
        assert_eq!(trust("李"), Trust::None);
    }

    #[test]
    fn schools_behind_a_name() {
        let cut = |name: &'static str| affiliation(name).map(|at| &name[..at]);
        assert_eq!(cut("柳青安徽大学"), Some("柳青"));
        assert_eq!(cut("安徽巢皖汽车运输有限公司"), None);
    }
}
