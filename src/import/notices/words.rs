//! The words newspaper notices are made of, from the catalogue of documents and the sentence forms
//! in use. Longest first wherever one is the beginning of another; [`longest`] relies on nothing but
//! the list itself.

pub(super) use super::adverbs::ADVERBS;

/// The longest word of `list` that `chars` begins with, by its number of characters.
pub(super) fn longest(list: &[&str], chars: &[char]) -> Option<usize> {
    list.iter()
        .filter(|word| {
            let mut own = chars.iter();
            word.chars().all(|c| own.next() == Some(&c))
        })
        .map(|word| word.chars().count())
        .max()
}

/// The longest word of `list` that `text` ends with.
pub(super) fn ending<'w>(list: &[&'w str], text: &str) -> Option<&'w str> {
    list.iter().copied().filter(|word| text.ends_with(word)).max_by_key(|word| word.len())
}

/// Whether any word of `list` stands in `text`.
pub(super) fn any(list: &[&str], text: &str) -> bool {
    list.iter().any(|word| text.contains(word))
}

/// Whether any word of `list` stands in `text` otherwise than in one of `phrases`.
pub(super) fn any_outside<'w>(
    list: &[&str],
    phrases: impl IntoIterator<Item = &'w str>,
    text: &str,
) -> bool {
    if !any(list, text) {
        return false;
    }
    let left = phrases.into_iter().fold(text.to_owned(), |text, phrase| text.replace(phrase, "\n"));
    any(list, &left)
}

/// Losing.
pub(super) const LOSS: &[&str] = &[
    "遗失了",
    "遗失",
    "丢失了",
    "丢失",
    "遗落",
    "失窃",
    "灭失",
    "被盗",
    "被窃",
    "遗忘",
    "丢了",
    "丢掉",
    "损毁",
    "毁损",
    "损坏",
    "烧毁",
    "焚毁",
    "毁坏",
    "污损",
    "被抢",
    "被抢走",
    "被劫",
    "被偷",
    "被偷走",
    "被盗走",
    "被骗",
    "被烧毁",
    "被损毁",
    "不慎损毁",
    "失落",
    "弄丢了",
    "弄丢",
    "弄没了",
    "找不到了",
    "找不着了",
    "找不见",
    "下落不明",
    "不知去向",
];

/// Declaring void.
pub(super) const VOID: &[&str] = &[
    "声明作废",
    "作废",
    "声明无效",
    "予以废止",
    "不再有效",
    "宣布无效",
    "声明失效",
    "见报即废",
    "原证废止",
    "予以注销作废",
    "聲明作廢",
    "作廢",
];

/// Ends of a declaration that give no field.
pub(super) const CLOSING: &[&str] = &[
    "特此声明",
    "特此公告",
    "特此登报",
    "特此告知",
    "特此启事",
    "特声明",
    "登报声明",
    "挂失",
    "现予公告",
    "予以公告",
    "特此说明",
    "声明如下",
    "公告如下",
];

/// Re-issue after a time for objections: the old document is not void yet.
pub(super) const CONDITION: &[&str] = &["补发", "异议", "补证", "重新核发", "申请换发", "申请补领"];

/// What says that something is void only once nobody has objected; 如有异议 alone asks whoever is wronged.
const AWAITED: &[&str] = &[
    "逾期",
    "届满",
    "期满",
    "无争议",
    "无异议",
    "没有异议",
    "未有异议",
    "未提出",
    "未收到",
    "没有提出",
];

/// Whether a text makes what it declares depend on a time for objections.
pub(super) fn awaits(text: &str) -> bool {
    any(AWAITED, text) && any(&["异议", "逾期", "届满", "期满", "无争议"], text)
}

/// Words of somebody who wants the thing back, or found it.
pub(super) const APPEAL: &[&str] = &[
    "拾到", "捡到", "拾得", "捡拾", "归还", "酬谢", "重谢", "面谢", "失主", "招领", "认领", "寻物",
    "答谢", "感谢",
];

/// The same word in the mouth of who lost something: 现登报声明.
pub(super) const IN_PRINT: &[&str] = &[
    "办理挂失",
    "办理了挂失",
    "办理报失",
    "登报声明",
    "登报挂失",
    "登报作废",
    "登报公告",
    "登报之日",
    "登报说明",
    "登报遗失",
    "登报为",
];

/// Trade: whoever sells the placing of notices writes like one.
pub(super) const ADVERT: &[&str] = &[
    "热线", "办理", "代办", "登报", "广告", "刊登", "咨询", "招租", "出租", "转让", "招聘", "出售",
    "地址:", "优惠",
];

/// The same, where 声明作废 stands beside it.
pub(super) const TRADE: &[&str] = &[
    "遗失登报",
    "登报热线",
    "登报电话",
    "登报咨询",
    "刊登热线",
    "办理登报",
    "代办登报",
    "代理登报",
    "当天见报",
    "当日见报",
    "次日见报",
    "隔日见报",
];

/// Where a bracket or clause gives the owner of a vehicle, an address, a telephone: nothing to keep.
pub(super) const IGNORED: &[&str] = &[
    "法定代表人",
    "法人代表",
    "负责人",
    "经营者",
    "住所",
    "地址",
    "联系电话",
    "电话",
    "手机",
    "联系人",
    "监护人",
    "金额",
    "合计",
    "人民币",
    "类型",
    "经营范围",
    "注册资本",
    "成立日期",
    "有效期",
    "发证日期",
    "发证时间",
    "签发日期",
    "签发时间",
    "登记日期",
    "颁发日期",
    "出具日期",
    "核发日期",
    "开具日期",
    "开票日期",
    "发证机关",
    "签发机关",
    "登记机关",
    "发证单位",
    "颁发单位",
    "付款行",
    "付款行名称",
    "付款银行",
    "出票行",
    "出票人",
    "出票日",
    "出票日期",
    "承兑人",
    "承兑行",
    "承兑银行",
    "收款人",
    "收款行",
    "收款单位",
    "收款方",
    "开票单位",
    "开票方",
    "开票人",
    "销货单位",
    "销售方",
    "销售单位",
    "到期日",
    "到期日期",
    "票面金额",
    "背书人",
    "面额",
    "起止时间",
    "车型",
    "车身颜色",
    "司机",
    "驾驶员",
    "船名航次",
    "船籍港",
    "房号",
    "房屋坐落",
    "不动产坐落",
    "土地坐落",
    "坐落位置",
    "执业机构",
    "毕业院校",
    "毕业学校",
    "毕业时间",
    "开户银行",
    "开户行",
    "开户日期",
    "出生日期",
    "出生时间",
    "出生",
    "生于",
    "日期",
    "时间",
    "遗失日期",
    "遗失时间",
    "遗失地点",
    "遗失原因",
    "丢失日期",
    "丢失时间",
    "丢失地点",
    "丢失原因",
    "父亲",
    "母亲",
    "性别",
    "民族",
    "专业",
    "品牌",
    "型号",
    "坐落",
    "面积",
    "用途",
    "有效期限",
    "批准日期",
    "母亲姓名",
    "父亲姓名",
    "大写",
    "小写",
    "共计",
    "发证",
    "特此",
];

/// Reasons and circumstances: nothing to keep.
pub(super) const REASON: &[&str] = &[
    "不慎",
    "不小心",
    "保管不善",
    "保管不慎",
    "管理不善",
    "搬家",
    "搬迁",
    "办公场所",
    "工作人员",
    "疏忽",
    "外出",
    "途中",
    "经办人",
    "火灾",
    "水灾",
    "原因",
    "不当",
];

/// Units that documents are counted in.
pub(super) const COUNTERS: &str = "份本枚张套个块副件册面组页只把颗方联卷批";
/// Numerals before a unit.
pub(super) const NUMERALS: &str = "一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾0123456789";

/// What a licence is that has an original and a duplicate.
pub(super) const FORMS: &[&str] = &[
    "正本及副本",
    "正本和副本",
    "正本与副本",
    "正、副本",
    "正副本",
    "正本、副本",
    "正/副本",
    "正本",
    "副本",
    "原件",
    "正本原件",
    "副本原件",
    "正副本原件",
    "正、副本原件",
    "全套",
    "复印件",
    "正、副",
    "正副",
    "正副两本",
    "及副本",
    "及正本",
    "三正本",
    "第一联",
    "第二联",
    "第三联",
    "发票联",
    "抵扣联",
    "记账联",
    "存根联",
    "客户联",
    "收据联",
    "注册登记联",
    "报税联",
    "正、副页",
    "正副页",
    "正页",
    "副页",
];

/// Words of articles and of questions and answers; no notice has them.
pub(super) const PROSE: &[&str] = &[
    "应当",
    "怎么办",
    "如何办",
    "问:",
    "民警",
    "据了解",
    "本报记者",
    "记者了解",
    "记者从",
    "笔者",
    "采访",
    "讲述",
    "群众反映",
    "窗口工作人员",
    "例如",
    "怎么",
    "如何",
    "多少",
    "来电",
    "据悉",
    "反映",
    "仍被",
    "写道",
    "说道",
    "原告",
    "被告",
    "审理认为",
    "前来",
    "来到",
    "求助",
];

/// What says that nobody answers for misuse: nothing to keep.
pub(super) const DISCLAIMER: &[&str] = &[
    "无关",
    "概不负责",
    "不负责",
    "不承担",
    "自负",
    "法律责任",
    "法律后果",
    "追究",
    "一切后果",
    "经济责任",
    "经济纠纷",
];

/// What a holder says of a thing lost that he will not answer for, or that a new one is in use: the old one
/// is void, although the word is not said.
const RENOUNCED: &[&str] =
    &["概不负责", "概不承担", "一概无效", "一律无效", "停止使用", "停用", "不再使用", "启用新"];

/// The same, where the holder says it of himself.
const DISOWNED: &[&str] = &["无关", "不承担", "不负责"];

/// Whether a clause says so: 与本人无关, and not 银行称与银行无关.
pub(super) fn renounces(clause: &str) -> bool {
    let own = ["本", "我", "声明人", "遗失人", "持证人"];
    let told = ["称", "说", "表示", "认为", "提醒", "如果"];
    (any(RENOUNCED, clause) || (any(DISOWNED, clause) && any(&own, clause))) && !any(&told, clause)
}

/// What points back to documents named before: 原证作废, 以上证件遗失.
pub(super) const REFERRING: &[&str] = &[
    "原证",
    "原件",
    "原不动产",
    "原权",
    "原登记",
    "该",
    "此证",
    "此章",
    "上述",
    "以上",
    "旧证",
    "本证",
    "均",
    "原公章作废",
    "原印章作废",
    "同时作废",
    "前述",
];
