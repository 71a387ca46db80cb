//! What a column of a table holds, by its cell in the head. Papers word these cells freely (遗失单位（个人）,
//! 单位或个人名称), so they are put together from parts; a cell in which one part is unknown holds nothing to keep.

use crate::import::notices::documents;
use crate::import::notices::field::{self, FIELD_DOCUMENT};
use crate::import::notices::number::{self, Label};
use crate::import::notices::words::{COUNTERS, IGNORED, any, longest};

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The number of the row.
    Order,
    Holder,
    Document,
    /// How many; the unit where the head tells it: 数量（枚）.
    Copies(Option<char>),
    /// A number under its label.
    Number(String),
    /// 声明作废, or anything.
    Remark,
    /// Nothing to keep.
    Other,
}

/// Words of tables that tell something else.
pub(super) const OTHERS: &[&str] = &[
    "注销",
    "吊销",
    "撤销",
    "更正",
    "正确",
    "错误",
    "拾到",
    "捡到",
    "拾得",
    "拾物",
    "认领",
    "招领",
    "奖",
    "期号",
    "中标",
    "起拍",
    "竞买",
    "拍卖",
    "保证金",
    "成交",
    "单价",
    "价格",
    "岗位",
    "招聘",
    "薪",
    "学历",
    "处罚",
    "违法",
    "受让",
    "转让",
];

/// A cell without its bracket, and what stands in that.
fn bracket(cell: &str) -> (&str, &str) {
    let cell = cell.trim_end_matches(':');
    match cell.split_once('(') {
        Some((bare, inside)) => (bare, inside.trim_end_matches(')')),
        None => (cell, ""),
    }
}

/// What the column under a cell holds.
pub(super) fn role(cell: &str) -> Role {
    let (bare, inside) = bracket(cell);
    let whole = |list: &[&str]| {
        let chars: Vec<char> = bare.chars().collect();
        longest(list, &chars) == Some(chars.len())
    };
    if ["序号", "序", "No", "№", "项次", "行号"].contains(&bare) {
        return Role::Order;
    }
    if let Some(label) = label(bare) {
        return Role::Number(label);
    }
    if whole(IGNORED) || bare.is_empty() {
        return Role::Other;
    }
    if ["数量", "份数", "件数", "枚数", "正副本", "正本/副本", "正/副本", "正、副本"]
        .contains(&bare)
    {
        let mut unit = inside.chars().filter(|c| COUNTERS.contains(*c));
        return Role::Copies(unit.next().filter(|_| inside.chars().count() == 1));
    }
    if ["声明", "备注", "说明", "状态", "声明内容", "遗失声明", "声明情况", "处理", "作废声明"]
        .contains(&bare)
        || (bare.contains("作废") && bare.chars().count() <= 6)
    {
        return Role::Remark;
    }
    // 名称 alone may be anything's.
    if holding(bare) || (bare != "名称" && field::holder(bare)) {
        return Role::Holder;
    }
    if whole(FIELD_DOCUMENT) || papers(bare) { Role::Document } else { Role::Other }
}

/// Whether a text is made of such words, and one of those that count among them.
fn made_of(text: &str, words: &[&str], core: &[&str]) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let mut fits = vec![false; chars.len() + 1];
    fits[0] = true;
    for at in 0..chars.len() {
        let here = fits[at];
        for word in words.iter().chain(core).filter(|_| here) {
            if longest(&[word], &chars[at..]).is_some() {
                fits[at + word.chars().count()] = true;
            }
        }
    }
    fits[chars.len()] && any(core, text)
}

/// 遗失单位/个人, 权利人姓名: who lost it.
fn holding(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "遗失",
        "丢失",
        "声明",
        "持证",
        "领证",
        "所有",
        "所有权",
        "产权",
        "不动产",
        "经营",
        "承包",
        "市场",
        "车辆",
        "主体",
        "姓名",
        "名称",
        "或",
        "及",
        "和",
        "、",
        "/",
        "的",
    ];
    const CORE: &[&str] = &[
        "单位",
        "个人",
        "遗失人",
        "丢失人",
        "遗失者",
        "声明人",
        "持证人",
        "权利人",
        "产权人",
        "所有人",
        "领证人",
        "姓名",
        "单位名称",
        "企业",
        "公司",
        "商户",
        "商户名称",
        "市场主体",
        "遗失主体",
        "经营主体",
        "经营户",
        "个体户",
        "车主",
        "户主",
        "业主",
        "业户",
        "船主",
        "农户",
        "失主",
        "学生",
        "店名",
        "村民",
        "婴儿",
        "新生儿",
        "孩子",
        "儿童",
    ];
    made_of(text, WORDS, CORE)
}

/// 遗失证照名称, 证件名称及编号: what was lost.
fn papers(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "遗失", "丢失", "声明", "作废", "的", "名称", "种类", "类型", "类别", "内容", "项目",
        "情况", "及", "和", "、", "/", "或", "编号", "号码", "证号", "数量",
    ];
    const CORE: &[&str] = &[
        "证件",
        "证照",
        "证书",
        "证章",
        "印章",
        "公章",
        "票据",
        "单据",
        "物品",
        "凭证",
        "执照",
        "文件",
        "遗失物",
        "遗失内容",
        "遗失项目",
    ];
    made_of(text, WORDS, CORE)
}

/// The label of the number that a body has.
pub(super) const CREDIT: &str = "统一社会信用代码";

/// The label under which the grammar reads the numbers of a column.
fn label(bare: &str) -> Option<String> {
    const ENDS: &[&str] = &["号", "号码", "代码", "编码"];
    if ["电话", "手机", "邮编", "房号", "门牌", "楼号", "型号", "航次", "联系方式"]
        .iter()
        .any(|word| bare.contains(word))
        || bare.contains("名称")
    {
        return None;
    }
    let chars: Vec<char> = bare.chars().collect();
    let known = number::label(&chars).filter(|(length, _)| *length == chars.len());
    match known {
        Some((_, Label::Passed)) => None,
        Some(_) => Some(bare.to_owned()),
        None if chars.len() > 20 || !ENDS.iter().any(|end| bare.ends_with(end)) => None,
        None if bare.contains("身份证") => Some("身份证号".to_owned()),
        None if bare.contains("信用代码") => Some(CREDIT.to_owned()),
        None => Some("编号".to_owned()),
    }
}

/// The paper that the head of its numbers names: 不动产权证号. A citizen's number is no card that was lost.
pub(super) fn paper(cell: &str) -> Option<String> {
    const GENERAL: &[&str] =
        &["证件", "证书", "证照", "印章", "票据", "凭证", "单据", "许可证", "执照"];
    let (bare, _) = bracket(cell);
    let chars: Vec<char> = bare.chars().collect();
    // A plate was not lost because its vehicle's papers were.
    if matches!(number::label(&chars), Some((_, Label::Kind("plate" | "vin")))) {
        return None;
    }
    let named = |name: &&str| {
        let chars: Vec<char> = name.chars().collect();
        !name.contains("身份")
            && !GENERAL.contains(name)
            && chars.len() > 1
            && documents::known(&chars) == Some(chars.len())
    };
    ["证书编号", "注册号", "编号", "号码", "编码", "代码", "号"]
        .iter()
        .filter_map(|end| bare.strip_suffix(end))
        .find(named)
        .map(str::to_owned)
}
