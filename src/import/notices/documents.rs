//! The catalogue: names of documents, words that may stand before them, and what kind of number each
//! carries. A name is printed as the paper has it; the catalogue only says where it begins and ends.

use super::lexicon::Lexicon;
use super::words::longest;

static NAMES: Lexicon = Lexicon::new(concat!(
    include_str!("lists/documents.txt"),
    include_str!("lists/documents-licences.txt"),
    include_str!("lists/documents-people.txt"),
    include_str!("lists/documents-seals-bills.txt"),
    include_str!("lists/documents-more.txt"),
));
static MODIFIERS: Lexicon = Lexicon::new(include_str!("lists/modifiers.txt"));
static BANKS: Lexicon = Lexicon::new(include_str!("lists/banks.txt"));

/// Last characters of things that may be lost and declared void.
const ENDINGS: &[&str] = &[
    "证书",
    "证",
    "照",
    "章",
    "印",
    "证明",
    "票",
    "票据",
    "发票",
    "收据",
    "合同",
    "协议",
    "协议书",
    "单",
    "卡",
    "牌",
    "簿",
    "册",
    "折",
    "据",
    "书",
    "表",
    "盘",
    "锁",
    "条",
    "本",
    "凭证",
    "信息",
    "印鉴",
    "档案",
    "钥匙",
    "契约",
    "通知书",
    "证件",
    "函",
    "回执",
    "联",
];

/// Documents that only bodies and businesses have.
const OF_BODIES: &[&str] = &[
    "营业执照",
    "公章",
    "财务",
    "合同专用章",
    "发票专用章",
    "法人",
    "开户许可证",
    "组织机构",
    "税务登记",
    "社会团体",
    "民办",
    "基金会",
    "事业单位",
    "工会",
    "集体经济",
    "食品",
    "餐饮",
    "许可证",
    "办学",
    "印章",
    "备案",
    "发票章",
    "资质",
    "法定代表人",
    "账户",
];

/// How many characters of `chars` are a document of the catalogue with what may stand before it.
pub(super) fn known(chars: &[char]) -> Option<usize> {
    // Some words at most may stand before the name: 基本户开户许可证. The longer of both counts:
    // 预留银行印鉴财务专用章 is one seal.
    let length = NAMES
        .longest(chars)
        .max(modified(chars, 4))
        .max(local_bill(chars))
        .max(classed(chars))
        .or_else(|| after_bank(chars))
        .or_else(|| owned_seal(chars))?;
    // 教师资格证书 where the catalogue has 教师资格证.
    let written = chars.get(length) == Some(&'书') && chars.get(length - 1) == Some(&'证');
    Some(length + usize::from(written))
}

/// Whether a text is the name of a document, as a whole.
pub(super) fn is_listed(name: &str) -> bool {
    NAMES.has(name)
}

/// Whether `chars` begin with a document of the catalogue itself.
pub(super) fn listed(chars: &[char]) -> bool {
    NAMES.longest(chars).is_some()
}

/// 中国工商银行股份有限公司定远支行 and what it issued.
fn after_bank(chars: &[char]) -> Option<usize> {
    let place = super::holder::place(chars).unwrap_or(0);
    let named = [0, place, place + 1].into_iter().find_map(|skip| {
        let rest = chars.get(skip..).filter(|_| skip < 8)?;
        BANKS.longest(rest).map(|length| skip + length)
    })?;
    let legal =
        longest(&["股份有限公司", "有限责任公司", "有限公司"], &chars[named..]).unwrap_or(0);
    let mut at = named + legal;
    let branch = (1..=12).find_map(|length| {
        let rest = chars.get(at + length..)?;
        let ends =
            longest(&["支行", "分行", "营业部", "营业室", "分理处", "分社", "储蓄所"], rest)?;
        Some(length + ends)
    });
    // A branch only where the document does not begin at once.
    let direct = |at: usize| {
        let rest = &chars[at..];
        NAMES.longest(rest).or_else(|| modified(rest, 3))
    };
    if direct(at).is_none() {
        at += branch?;
    }
    at += usize::from(chars.get(at) == Some(&'的'));
    // A bank may itself have lost a licence: only what it gives its customers is meant here.
    let end = at + direct(at)?;
    let name: String = chars[at..end].iter().collect();
    let given =
        ["开户", "账户", "帐户", "存折", "存单", "印鉴", "支票", "汇票", "银行卡", "贷款卡"];
    super::words::any(&given, &name).then_some(end)
}

/// 青岛市医疗门诊收费票据, 河南增值税专用发票: bills are printed for a place.
fn local_bill(chars: &[char]) -> Option<usize> {
    let step = |from: usize| {
        let place = from + super::holder::place(chars.get(from..)?)?;
        Some(place + usize::from(matches!(chars.get(place), Some('省' | '市'))))
    };
    let first = step(0)?;
    let at = step(first).unwrap_or(first);
    let end = at + NAMES.longest(&chars[at..]).max(modified(&chars[at..], 3))?;
    let name: String = chars[at..end].iter().collect();
    super::words::any(&["发票", "票据", "统一收据", "缴款书"], &name).then_some(end)
}

/// 安全员C证, 驾驶员A2证: the class of a certificate in letters before its last character.
fn classed(chars: &[char]) -> Option<usize> {
    let at = chars.iter().take(16).position(char::is_ascii_uppercase)?;
    let digits = chars[at + 1..].iter().take(2).take_while(|c| c.is_ascii_digit()).count();
    let end = at + 1 + digits;
    let plain: Vec<char> = chars[..at].iter().chain(chars.get(end..=end)?).copied().collect();
    let whole = NAMES.longest(&plain).max(modified(&plain, 3)) == Some(plain.len());
    (plain.last() == Some(&'证') && whole).then_some(end + 1)
}

/// 法人梁某某印章: the owner's name within the name of the seal.
fn owned_seal(chars: &[char]) -> Option<usize> {
    let lead = longest(
        &["法人", "法定代表人", "法人代表", "负责人", "经营者", "会计", "出纳", "总经理", "股东"],
        chars,
    )
    .unwrap_or(0);
    let seals = ["印章", "私章", "人名章", "名章", "印鉴", "法人章", "私人印章", "个人印章", "章"];
    (2..=4).find_map(|name| {
        let owner: String = chars.get(lead..lead + name)?.iter().collect();
        let seal = longest(&seals, &chars[lead + name..])?;
        // Without a word before it only a name and a seal that says whose it is.
        let told = lead > 0 || seal >= 2;
        (told && super::holder::is_person(&owner)).then_some(lead + name + seal)
    })
}

fn modified(chars: &[char], depth: usize) -> Option<usize> {
    if depth == 0 {
        return None;
    }
    let mut best = None;
    for length in MODIFIERS.all(chars) {
        let rest = &chars[length..];
        let inner = NAMES.longest(rest).or_else(|| modified(rest, depth - 1));
        best = best.max(inner.map(|inner| length + inner));
    }
    best
}

/// Whether a text might name a document: it ends as documents do and is not too long.
pub(super) fn plausible(name: &str) -> bool {
    let count = name.chars().count();
    (2..=30).contains(&count) && super::words::ending(ENDINGS, name).is_some()
}

/// Words in the names of what only a person has.
const OF_PEOPLE: &[&str] = &[
    "学生证",
    "毕业",
    "学位",
    "结业",
    "肄业",
    "学历",
    "报到证",
    "派遣证",
    "就业",
    "三方协议",
    "身份证",
    "户口",
    "护照",
    "通行证",
    "驾驶证",
    "驾照",
    "结婚",
    "离婚",
    "出生",
    "残疾",
    "伤残",
    "军人",
    "退伍",
    "退役",
    "转业",
    "复员",
    "现役",
    "士兵",
    "士官",
    "军官",
    "警官",
    "警察证",
    "优待",
    "老年",
    "退休",
    "离休",
    "失业",
    "社保卡",
    "社会保障卡",
    "医保",
    "医疗保险证",
    "养老保险证",
    "医疗证",
    "低保",
    "生活保障",
    "特困",
    "五保",
    "独生子女",
    "光荣证",
    "准生",
    "生育",
    "接种",
    "党员",
    "团员",
    "会员证",
    "记者证",
    "导游",
    "健康证",
    "工作证",
    "员工证",
    "准考证",
    "录取",
    "成绩",
    "等级证",
    "职称",
    "技能",
    "操作证",
    "上岗证",
    "岗位证",
    "船员",
    "海员",
    "服务簿",
    "从业资格",
    "执业证",
    "师证",
    "员证",
    "资格证",
    "任职",
    "荣誉",
    "居住证",
    "暂住证",
    "收养",
    "草原",
    "草场",
    "林权",
    "承包",
    "宅基地",
    "检察官",
    "法官",
    "戒牒",
    "教职人员",
    "公积金卡",
    "病历",
    "死亡",
    "火化",
    "骨灰",
];

/// Whether only a person has this document.
pub(super) fn of_people(name: &str) -> bool {
    !of_bodies(name) && super::words::any(OF_PEOPLE, name)
}

/// Whether it is of a house, of land or of a vehicle, as bodies and persons have.
pub(super) fn of_property(name: &str) -> bool {
    let words = ["不动产", "房产证", "所有权证", "土地", "宅基地", "行驶证", "登记证书", "驾驶证"];
    super::words::any(&words, name)
}

/// Whether it is of one vehicle, and carries its plate.
pub(super) fn of_vehicle(name: &str) -> bool {
    let words = [
        "行驶证",
        "营运证",
        "运输证",
        "机动车",
        "车辆",
        "号牌",
        "车牌",
        "牌照",
        "购置税",
        "交强险",
        "线路牌",
        "标志牌",
    ];
    // What is of its driver or of its owner's trade is not.
    let other = ["驾驶", "从业", "经营", "发票"];
    let bare = ["登记证", "登记证书", "合格证"].contains(&name);
    bare || (super::words::any(&words, name) && !super::words::any(&other, name))
}

/// Whether it is what a school gives its pupils: the school's name may stand before it.
pub(super) fn of_pupils(name: &str) -> bool {
    let words =
        ["学生证", "毕业", "学位", "结业", "肄业", "学历", "报到证", "就业协议", "三方协议"];
    super::words::any(&words, name)
}

/// Whether only bodies and businesses have this document.
pub(super) fn of_bodies(name: &str) -> bool {
    super::words::any(OF_BODIES, name)
}

/// Whether it is a seal, whose owner may be named beside it.
pub(super) fn is_seal(name: &str) -> bool {
    name.ends_with(['章', '印']) || name.ends_with("印鉴")
}

/// Words of a document and the kind of number it carries; the first that stands in the name counts.
const NUMBERS: &[(&str, &str)] = &[
    // Small workshops and stalls have numbers of their provinces' own making.
    ("小作坊", "other"),
    ("小餐饮", "other"),
    ("营业执照", "business_registration"),
    ("工商执照", "business_registration"),
    ("组织机构代码", "org_code"),
    ("税务登记", "tax_registration"),
    ("国税登记", "tax_registration"),
    ("地税登记", "tax_registration"),
    ("开户许可证", "account_approval"),
    ("基本存款账户", "account_approval"),
    ("食品经营", "food_licence"),
    ("食品生产", "food_licence"),
    ("食品流通", "food_licence"),
    ("餐饮服务", "food_licence"),
    ("医疗机构执业", "medical_institution"),
    ("专用章", "seal_code"),
    ("公章", "seal_code"),
    ("出生", "birth_certificate"),
    ("就业失业", "employment_registration"),
    ("就业创业", "employment_registration"),
    ("就业登记", "employment_registration"),
    ("失业登记", "employment_registration"),
    ("失业证", "employment_registration"),
    ("就业援助证", "employment_registration"),
    ("求职登记", "employment_registration"),
    ("律师", "lawyer_licence"),
    ("军人残疾", "other"),
    ("残疾人证", "disability_card"),
    ("残疾证", "disability_card"),
    ("道路运输", "transport_permit"),
    ("营运证", "transport_permit"),
    ("票据领", "other"),
    ("票据购", "other"),
    ("收据领", "other"),
    ("存款证明", "other"),
    ("发票领", "other"),
    ("发票", "invoice_number"),
    ("收据", "receipt"),
    ("押金条", "receipt"),
    ("押金单", "receipt"),
    ("票据", "receipt"),
    ("不动产", "real_estate"),
    ("房产证", "real_estate"),
    ("产权证", "real_estate"),
    ("房屋所有权", "real_estate"),
    ("房权证", "real_estate"),
    ("房地权证", "real_estate"),
    ("土地", "real_estate"),
    ("林权证", "real_estate"),
    ("房地产证", "real_estate"),
    ("房照", "real_estate"),
    ("房屋执照", "real_estate"),
    ("山权证", "real_estate"),
    ("他项权证", "real_estate"),
    ("宅基地", "real_estate"),
];

/// The kind of number a document usually carries.
pub(super) fn number_kind(name: &str) -> &'static str {
    if name.contains("从业资格") {
        return "other";
    }
    let known = NUMBERS.iter().find(|(word, _)| name.contains(word));
    known.map_or(if is_seal(name) { "seal_code" } else { "other" }, |(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::known;

    fn check(text: &str, expect: Option<usize>) {
        assert_eq!(known(&text.chars().collect::<Vec<_>>()), expect, "{text}");
    }

    #[test]
    fn names_with_what_stands_before_them() {
        check("营业执照副本", Some(4));
        check("工商银行基本户开户许可证，核准号", Some(12));
        check("基金会法人登记证书正本", Some(9));
        check("二级建造师注册证书", Some(9));
        check("安全员C证，证号", Some(5));
        check("特种作业操作A2证", Some(9));
        check("公司公章", None);
    }
}
