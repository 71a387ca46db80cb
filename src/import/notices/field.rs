//! The list form: 遗失人：…　证件名称：…　证号：….

use super::holder::is_person;
use super::lex::{Item, run, text};
use super::words::longest;

/// Field names of the list form: the holder.
const FIELD_HOLDER: &[&str] = &[
    "车主",
    "机主",
    "农机所有人",
    "挂失人",
    "挂失单位",
    "挂失者",
    "机动车所有人",
    "车辆所有人",
    "所有人",
    "持有者",
    "失主",
    "单位",
    "业户",
    "遗失人姓名",
    "持证人姓名",
    "法人单位",
    "遗失单位名称",
    "遗失人",
    "遗失者",
    "遗失单位",
    "声明人",
    "声明单位",
    "持证人",
    "持证单位",
    "丢失人",
    "丢失单位",
    "单位名称",
    "姓名",
    "企业名称",
    "公司名称",
    "名称",
    "权利人",
    "权属人",
    "使用权人",
    "不动产权利人",
    "申请人",
    "遗失方",
    "当事人",
    "证件持有人",
    "持有人",
    "户名",
    "失主姓名",
    "所有权人",
    "机构名称",
    "船主",
    "船舶所有人",
    "船舶经营人",
    "产权人",
    "房屋所有权人",
    "承包方代表",
    "户主",
    "领证人",
    "持卡人",
    "持票人",
    "最后持票人",
    "最后合法持有人",
    "学生姓名",
    "婴儿姓名",
    "新生儿姓名",
    "新生儿",
    "婴儿",
    "孩子姓名",
    "儿童姓名",
    "患者姓名",
    "患者",
    "病人姓名",
    "住院人",
    "投保人",
    "缴款人",
    "交款人",
    "付款人",
    "缴款单位",
    "交款单位",
    "付款单位",
    "购买方",
    "购货方",
    "购货单位",
];

/// Field names of the list form: the document.
pub(super) const FIELD_DOCUMENT: &[&str] = &[
    "证件名称",
    "遗失证件",
    "遗失证件名称",
    "证件类型",
    "证件种类",
    "遗失物品",
    "遗失物",
    "丢失证件",
    "丢失证照",
    "丢失证书",
    "遗失证书",
    "证名",
    "丢失物品",
    "证书名称",
    "遗失内容",
    "证件",
    "证照",
    "遗失证照",
    "证照名称",
    "物品名称",
    "票据名称",
    "印章名称",
    "遗失项目",
    "声明事项",
    "遗失证照名称",
    "遗失物品名称",
    "单据名称",
    "凭证名称",
    "遗失票据名称",
    "遗失票据",
    "丢失票据",
    "遗失印章",
    "丢失印章",
    "遗失单据",
    "遗失证书名称",
    "挂失物品",
    "挂失证件",
    "挂失内容",
    "挂失事项",
];

/// Field names of the list form: how many.
const FIELD_COPIES: &[&str] =
    &["数量", "份数", "件数", "枚数", "正副本", "遗失份数", "遗失数量", "丢失数量"];

/// Field names of the list form that may hold 声明作废.
const FIELD_REMARK: &[&str] = &["声明", "备注", "说明", "声明内容", "遗失声明", "状态", "处理"];

/// What a field holds. Numbers are no field of their own: their labels are those of sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Holder,
    /// The same by 姓名 or 户名: whom the paper is made out to.
    Called,
    Document,
    Copies,
    Remark,
}

/// What is known of the list so far.
#[derive(Debug, Default)]
pub(super) struct Fields {
    /// A field was read.
    pub(super) open: bool,
    /// What was lost stood before who lost it: the next document begins the next notice.
    pub(super) document_first: bool,
}

/// The length of a field's name or a number's label that `chars` begins with.
pub(super) fn name(chars: &[char]) -> Option<usize> {
    let field = [FIELD_HOLDER, FIELD_DOCUMENT, FIELD_COPIES, FIELD_REMARK, super::words::IGNORED]
        .into_iter()
        .filter_map(|list| longest(list, chars))
        .max();
    field.max(super::number::label(chars).map(|(length, _)| length))
}

/// Whether a text names a field that tells who lost it.
pub(super) fn holder(text: &str) -> bool {
    FIELD_HOLDER.contains(&text)
}

/// The length of the name of a field that tells what was lost.
pub(super) fn document(chars: &[char]) -> Option<usize> {
    longest(FIELD_DOCUMENT, chars)
}

/// A field at the beginning of a clause, and its value.
pub(super) fn read(clause: &[Item]) -> Option<(Name, &[Item])> {
    let chars = run(clause, 12);
    let of = |list: &[&str], name: Name| longest(list, &chars).map(|length| (length, name));
    let (length, name) = [
        of(FIELD_HOLDER, Name::Holder),
        of(FIELD_DOCUMENT, Name::Document),
        of(FIELD_COPIES, Name::Copies),
        of(FIELD_REMARK, Name::Remark),
    ]
    .into_iter()
    .flatten()
    .max_by_key(|(length, _)| *length)?;
    let (label, value) = clause.split_at(length.min(clause.len()));
    let word = text(label);
    let called = word.ends_with("姓名") || ["户名", "新生儿", "婴儿"].contains(&word.as_str());
    let name = if called { Name::Called } else { name };
    if value.first().is_some_and(|item| item.is_mark(':')) {
        return Some((name, &value[1..]));
    }
    // 姓名柳青苗 without a sign, where it is nothing more.
    let plain = value.iter().all(|item| item.char().is_some());
    (called && plain && is_person(&text(value))).then_some((name, value))
}
