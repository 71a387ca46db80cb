//! Is this one person's name? By its surname, its length, and what it is not.

use super::{PLACES, body_suffix};
use crate::domain::names::surname;
use crate::import::notices::who::calling;
use crate::import::notices::words::{any, ending};
use crate::import::notices::{documents, glyph};

/// How many characters of a person's name are the surname; one where none is known.
pub(in crate::import::notices) fn surname_length(name: &str) -> usize {
    surname(&name.chars().collect::<Vec<_>>()).unwrap_or(1)
}

/// Whether a name begins with a surname of the list.
pub(in crate::import::notices) fn has_surname(name: &str) -> bool {
    surname(&name.chars().collect::<Vec<_>>()).is_some()
}

/// Ordinary words of notices that begin with a surname.
const NO_NAMES: &[&str] = &[
    "管理",
    "项目",
    "项目部",
    "藏医",
    "蒙医",
    "车辆",
    "车牌",
    "印章",
    "印鉴",
    "印刷",
    "房产",
    "房地",
    "房屋",
    "安全",
    "安装",
    "经营",
    "农村",
    "农业",
    "农机",
    "林木",
    "林权",
    "林地",
    "林业",
    "国有",
    "国家",
    "国内",
    "国际",
    "全国",
    "全部",
    "全套",
    "全省",
    "空白",
    "单位",
    "单据",
    "通用",
    "通行",
    "通讯",
    "商业",
    "商品",
    "商标",
    "金融",
    "支付",
    "支票",
    "包装",
    "文化",
    "文物",
    "宗教",
    "广告",
    "广播",
    "居民",
    "居住",
    "任职",
    "党员",
    "党费",
    "党支部",
    "药品",
    "英语",
    "于近日",
    "成品油",
    "计算机",
    "幸福",
    "方便",
    "山林",
    "水电",
    "石油",
    "石化",
    "牧业",
    "养殖",
    "养老",
    "广电",
    "阳光",
    "施工",
    "相关",
    "有关",
    "有限",
    "马上",
    "时间",
    "发布",
    "信用",
    "信息",
    "海洋",
    "海关",
    "海域",
    "从业",
    "师范",
    "高等",
    "高级",
    "高中",
    "初级",
    "初中",
    "常住",
    "经济",
    "应急",
    "凭证",
    "代表",
    "解除",
    "解聘",
    "相应",
    "时候",
    "于是",
    "家属",
    "路途",
    "温馨",
    "水费",
    "电费",
    "房款",
    "房租",
    "车款",
    "党组织",
    "自起",
    "钱款",
    "门市",
    "门市部",
    "门面",
    "门面房",
    "门头",
    "门头房",
    "门诊",
    "门诊部",
    "门店",
    "门卫",
    "门窗",
    "门牌",
    "门牌号",
    "采购",
    "采购部",
    "要求",
    "要件",
    "要素",
    "土地",
    "银行",
    "资金",
    "保险",
    "保证",
    "担保",
    "原章",
    "原证",
    "原件",
    "原照",
    "原票",
    "宝马",
];

/// Whether this is one person's name: surname and one or two characters more, both surnames of
/// parents and two more, or a name with a middle dot as minorities write it.
pub(in crate::import) fn is_person(name: &str) -> bool {
    const TITLES: &[&str] = &[
        "大爷", "大妈", "大叔", "阿姨", "先生", "女士", "老汉", "奶奶", "爷爷", "师傅", "老师",
        "同学",
    ];
    if any(TITLES, name) {
        return false;
    }
    if NO_NAMES.contains(&name)
        || any(&["登报", "专用", "通用", "字第", "道路", "元整", "圆整"], name)
        || calling(name)
        || documents::is_listed(name)
        || documents::is_listed(name.trim_start_matches(['原', '旧', '新']))
    {
        return false;
    }
    let chars: Vec<char> = name.chars().collect();
    // 祁泉理工 is the beginning of a school's name.
    const SCHOOLED: &[&str] =
        &["理工", "师范", "财经", "医科", "工商", "职业", "科技", "农林", "中等", "高等"];
    if chars.len() > 3 && any(SCHOOLED, name) {
        return false;
    }
    // 凡持有, 要挂失: so rare as surnames that a verb behind them says they are none.
    if let ['凡' | '要', next, ..] = chars[..]
        && "持拾捡使有求挂补发冒以在属遗办到".contains(next)
    {
        return false;
    }
    if name.contains('·') {
        // 喀什市阿卜杜拉·吾布力 is more than a name.
        return chars.len() <= 20
            && !name.contains(['市', '县', '区', '镇', '乡', '村', '州', '省'])
            && !any(&["事务所", "公司", "医院", "学校", "学院", "中学", "小学", "大学"], name)
            && chars.iter().all(|c| *c == '·' || glyph::is_han(*c))
            && !chars.starts_with(&['·'])
            && !chars.ends_with(&['·']);
    }
    if !chars.iter().all(|c| glyph::is_han(*c)) {
        return false;
    }
    // 安徽 and 安徽省 begin with a surname.
    let place = PLACES.longest(&chars);
    if place.is_some_and(|length| matches!(chars[length..], [] | ['省' | '市' | '县' | '区'])) {
        return false;
    }
    // 云墟县 is a county, and 云 a surname; a given name does not end so.
    if (2..=3).contains(&chars.len())
        && matches!(
            chars.last(),
            Some('市' | '县' | '区' | '镇' | '乡' | '第' | '馆' | '店' | '厂' | '铺' | '吧')
        )
    {
        return false;
    }
    match (surname(&chars), chars.len()) {
        (Some(1), 2 | 3) => !(chars.len() == 3 && body_suffix(name) && strong_body(name)),
        // 广东工业 is a place and a trade, and no 广 of a mother 东.
        (Some(1), 4) => surname(&chars[1..]) == Some(1) && place.is_none() && !body_suffix(name),
        (Some(2), 3 | 4) => true,
        _ => false,
    }
}

/// Endings of three-character shop names that no given name has: 王记店.
pub(super) fn strong_body(name: &str) -> bool {
    ending(
        &[
            "店", "厂", "公司", "铺", "吧", "局", "校", "社", "馆", "院", "所", "站", "队", "厅",
            "部",
        ],
        name,
    )
    .is_some()
}
