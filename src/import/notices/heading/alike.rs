//! What looks like a notice of loss and is none, or cannot be read as one: why, by its own words.

use crate::import::notices::words::{self, ADVERT, LOSS, any};

/// What is not a notice of loss, or cannot be read as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// 更正: an earlier notice put right.
    Correction,
    /// 招领、寻物: somebody found a thing or wants it back.
    Appeal,
    /// 注销公告.
    Cancellation,
    /// 减资公告.
    CapitalReduction,
    /// 拍卖、招标.
    Auction,
    /// Trade, also in the placing of notices.
    Advert,
    /// Any other announcement.
    OtherNotice,
    /// Loss is told, but nothing is declared.
    NotDeclared,
    /// Nobody is named.
    NoHolder,
    /// Nothing is named that could be declared void.
    NoDocument,
    /// Where the name ends and the document begins cannot be told.
    Unclear,
    /// A loss in traditional characters, which the catalogue does not have.
    Traditional,
}

impl Reason {
    /// The word in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Correction => "correction",
            Self::Appeal => "appeal",
            Self::Cancellation => "cancellation",
            Self::CapitalReduction => "capital-reduction",
            Self::Auction => "auction",
            Self::Advert => "advert",
            Self::OtherNotice => "other-notice",
            Self::NotDeclared => "not-declared",
            Self::NoHolder => "no-holder",
            Self::NoDocument => "no-document",
            Self::Unclear => "unclear",
            Self::Traditional => "traditional",
        }
    }

    /// What a clerk reads: Chinese, English.
    #[must_use]
    pub fn label(self) -> (&'static str, &'static str) {
        match self {
            Self::Correction => ("更正启事", "a correction"),
            Self::Appeal => ("寻物或招领", "an appeal to finders"),
            Self::Cancellation => ("注销公告", "a cancellation"),
            Self::CapitalReduction => ("减资公告", "a reduction of capital"),
            Self::Auction => ("拍卖或招标", "an auction or tender"),
            Self::Advert => ("广告", "an advertisement"),
            Self::OtherNotice => ("别的公告", "another announcement"),
            Self::NotDeclared => ("没有声明作废", "nothing is declared void"),
            Self::NoHolder => ("没有写是谁遗失的", "nobody is named"),
            Self::NoDocument => ("没有写遗失了什么证件", "no document is named"),
            Self::Unclear => ("分不清名称和证件", "name and document cannot be told apart"),
            Self::Traditional => ("繁体字读不了", "traditional characters are not read"),
        }
    }

    /// Whether the editor has to look: it may be a notice that could not be read.
    #[must_use]
    pub fn needs_reading(self) -> bool {
        matches!(
            self,
            Self::NotDeclared
                | Self::NoHolder
                | Self::NoDocument
                | Self::Unclear
                | Self::Traditional
        )
    }
}

/// Whether somebody takes back what he declared: 因公章已找到，原声明作废.
fn withdrawn(text: &str) -> bool {
    const BACK: &[&str] = &[
        "原声明作废",
        "原遗失声明作废",
        "原声明撤销",
        "原声明取消",
        "该声明作废",
        "此声明作废",
        "声明取消",
        "取消声明",
        "取消该声明",
        "撤销声明",
        "撤销该声明",
        "撤回声明",
        "撤回该声明",
        "声明撤销",
        "声明撤回",
        "现予撤销",
        "现予以撤销",
    ];
    const FOUND: &[&str] =
        &["找到", "寻回", "寻获", "找回", "寻得", "寻着", "失而复得", "刊登", "登报", "继续有效"];
    any(BACK, text) && any(FOUND, text)
}

/// Why a text is no notice of loss, by its own words.
pub(in crate::import::notices) fn look_alike(text: &str, declared: bool) -> Option<Reason> {
    if any(
        &[
            "特此更正",
            "应为",
            "应该为",
            "应是",
            "更正为",
            "更正如下",
            "予以更正",
            "误登",
            "误刊",
            "系误",
            "正确内容",
            "正确为",
            "误写",
            "误印",
            "误为",
            "改为",
        ],
        text,
    ) || text.starts_with("更正")
    {
        return Some(Reason::Correction);
    }
    // What was lost is found: 原声明作废 is the declaration, and no paper.
    if withdrawn(text) {
        return Some(Reason::Correction);
    }
    // What a notice has to look like, beside the prices.
    if any(&["格式示例", "格式如下", "样稿", "范文", "示例:", "例文", "模板:"], text)
    {
        return Some(Reason::Advert);
    }
    // Who sells the placing of notices says the same words, and names every kind of them.
    if text.starts_with("登报") || any(words::TRADE, text) {
        return Some(Reason::Advert);
    }
    // 申请注销补发: the paper, and no body.
    let reissued = any(LOSS, text) && any(words::CONDITION, text);
    if any(
        &[
            "注销登记",
            "申请注销",
            "清算组",
            "决定注销",
            "拟注销",
            "决议解散",
            "申报债权",
            "予以注销",
        ],
        text,
    ) && !text.contains("作废")
        && !reissued
    {
        return Some(Reason::Cancellation);
    }
    if any(&["减少注册资本", "注册资本由", "减资"], text) {
        return Some(Reason::CapitalReduction);
    }
    if any(&["拍卖", "竞买", "招标", "投标人", "起拍价"], text) && !declared {
        return Some(Reason::Auction);
    }
    // Whoever speaks to many has lost nothing himself.
    let many = ["各位", "各单位", "各相关", "广大", "温馨提示", "须知", "情况说明", "喜讯", "请各"];
    if any(&many, text) {
        return Some(Reason::OtherNotice);
    }
    if !declared && any(words::APPEAL, text) {
        return Some(Reason::Appeal);
    }
    (!declared && advertises(text)).then_some(Reason::Advert)
}

/// Whether a text has words of trade otherwise than within the names of firms.
pub(in crate::import::notices) fn advertises(text: &str) -> bool {
    const FIRMS: [&str; 9] = [
        "咨询有限",
        "咨询服务有限",
        "广告有限",
        "广告传媒",
        "广告装饰",
        "出租汽车",
        "出租车",
        "客运出租",
        "出租有限",
    ];
    let own = words::IN_PRINT.iter().copied().chain(FIRMS);
    words::any_outside(ADVERT, own, text)
}
