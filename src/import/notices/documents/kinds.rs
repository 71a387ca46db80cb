//! Whose a document can be, what it is of, and which number it carries: by the words of its name.

use crate::import::notices::words;

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
    "保险手册",
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
    "公务证",
    "执法证",
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
pub(in crate::import::notices) fn of_people(name: &str) -> bool {
    !of_bodies(name) && words::any(OF_PEOPLE, name)
}

/// Whether it is of a house, of land or of a vehicle, as bodies and persons have.
pub(in crate::import::notices) fn of_property(name: &str) -> bool {
    let words = [
        "不动产",
        "房产证",
        "所有权证",
        "房权证",
        "房地权证",
        "产权证",
        "土地",
        "宅基地",
        "行驶证",
        "登记证书",
        "驾驶证",
    ];
    words::any(&words, name)
}

/// Whether it is of one vehicle, and carries its plate.
pub(in crate::import::notices) fn of_vehicle(name: &str) -> bool {
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
        "标志",
    ];
    // What is of its driver or of its owner's trade is not.
    let other = ["驾驶", "从业", "经营", "发票"];
    let bare =
        ["登记证", "登记证书", "合格证", "拖拉机登记证书", "联合收割机登记证书", "农机登记证书"]
            .contains(&name);
    bare || (words::any(&words, name) && !words::any(&other, name))
}

/// Whether it is of one ship, whose name it carries: not of those who sail her.
pub(in crate::import::notices) fn of_ship(name: &str) -> bool {
    let other = ["船员", "许可证明", "渔民"];
    words::any(&["船", "渔", "水路", "捕捞"], name) && !words::any(&other, name)
}

/// Whether it is what a school gives its pupils: the school's name may stand before it.
pub(in crate::import::notices) fn of_pupils(name: &str) -> bool {
    let words =
        ["学生证", "毕业", "学位", "结业", "肄业", "学历", "报到证", "就业协议", "三方协议"];
    words::any(&words, name)
}

/// Whether it is the paper of a deposit, which the number of its account is printed on.
pub(in crate::import::notices) fn of_deposit(name: &str) -> bool {
    words::any(&["存单", "存折", "存款证实书", "一本通"], name)
}

/// Whether it is a bank's card, whose number opens an account.
pub(in crate::import::notices) fn of_bank_card(name: &str) -> bool {
    words::any(&["银行卡", "借记卡", "信用卡", "储蓄卡", "贷记卡", "贷款卡"], name)
}

/// Whether only bodies and businesses have this document.
pub(in crate::import::notices) fn of_bodies(name: &str) -> bool {
    words::any(OF_BODIES, name)
}

/// Whether it is a seal, whose owner may be named beside it.
pub(in crate::import::notices) fn is_seal(name: &str) -> bool {
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
    ("结算凭证", "receipt"),
    ("缴款书", "receipt"),
    ("不动产", "real_estate"),
    ("房产证", "real_estate"),
    ("产权证", "real_estate"),
    ("房屋所有权", "real_estate"),
    ("房权证", "real_estate"),
    ("房地权证", "real_estate"),
    ("土地", "real_estate"),
    ("承包经营权", "real_estate"),
    ("林权证", "real_estate"),
    ("房地产证", "real_estate"),
    ("房照", "real_estate"),
    ("房屋执照", "real_estate"),
    ("山权证", "real_estate"),
    ("他项权证", "real_estate"),
    ("宅基地", "real_estate"),
];

/// The kind of number a document usually carries.
pub(in crate::import::notices) fn number_kind(name: &str) -> &'static str {
    if name.contains("从业资格") {
        return "other";
    }
    let known = NUMBERS.iter().find(|(word, _)| name.contains(word));
    known.map_or(if is_seal(name) { "seal_code" } else { "other" }, |(_, kind)| kind)
}
