//! 遗失声明: a batch of lost-document notices reprinted from one newspaper page.

use crate::base::record::Fields;
use crate::base::span::Spanned;
use crate::say;

/// Who lost the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HolderKind {
    /// A body.
    Organisation,
    /// A person.
    Person,
}

/// What a number belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// The holder's own number.
    Holder,
    /// The number of the document that was lost.
    Document,
}

/// The kinds of numbers and what people call them.
pub const IDENTIFIER_KINDS: [(&str, &str); 21] = [
    ("uscc", "统一社会信用代码"),
    ("id_card", "居民身份证号"),
    ("org_code", "组织机构代码"),
    ("business_registration", "营业执照注册号"),
    ("tax_registration", "税务登记号"),
    ("account_approval", "开户许可证核准号"),
    ("birth_certificate", "出生医学证明编号"),
    ("employment_registration", "就业登记证号"),
    ("plate", "车牌号"),
    ("vin", "车辆识别代号"),
    ("food_licence", "食品经营许可证号"),
    ("medical_institution", "医疗机构登记号"),
    ("disability_card", "残疾人证号"),
    ("transport_permit", "道路运输证号"),
    ("seal_code", "印章编码"),
    ("lawyer_licence", "律师执业证号"),
    ("invoice_code", "发票代码"),
    ("invoice_number", "发票号码"),
    ("receipt", "收据号"),
    ("real_estate", "不动产权证号"),
    ("other", "编号"),
];

/// A number in a notice.
#[derive(Clone, Debug)]
pub struct NoticeIdentifier {
    /// One of [`IDENTIFIER_KINDS`].
    pub kind: Spanned<&'static str>,
    /// The number as printed, a citizen's ID masked.
    pub value: Spanned<String>,
    /// Whose number it is.
    pub of: Option<Of>,
}

impl NoticeIdentifier {
    /// What people call this number.
    #[must_use]
    pub fn label(&self) -> &'static str {
        let known = IDENTIFIER_KINDS.iter().find(|(word, _)| *word == self.kind.value);
        known.map_or("编号", |(_, label)| label)
    }
}

/// One notice.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Who lost it.
    pub holder: Spanned<String>,
    /// A body or a person.
    pub holder_kind: Option<HolderKind>,
    /// What was lost.
    pub document: Spanned<String>,
    /// 正本一份, 副本一份.
    pub copies: Option<Spanned<String>>,
    /// Numbers.
    pub identifiers: Vec<NoticeIdentifier>,
    /// Declared void.
    pub declared_void: Option<bool>,
    /// Anything else the notice says.
    pub remark: Option<Spanned<String>>,
}

/// A notice page: one batch.
#[derive(Clone, Debug)]
pub struct NoticeBatch {
    /// Page of the newspaper.
    pub page: Option<Spanned<String>>,
    /// The notices in order.
    pub notices: Vec<Notice>,
}

impl NoticeBatch {
    /// Reads the kind's fields.
    pub fn read(fields: &mut Fields<'_>) -> Self {
        Self {
            page: fields.text("page"),
            notices: fields.groups(
                "notice",
                &say!(zh: "声明 [[notice]]", en: "notice"),
                read_notice,
            ),
        }
    }
}

fn read_notice(fields: &mut Fields<'_>) -> Option<Notice> {
    const HOLDERS: [(&str, HolderKind); 2] =
        [("organisation", HolderKind::Organisation), ("person", HolderKind::Person)];
    let holder = fields.required_text("holder", "张某");
    let document = fields.required_text("document", "营业执照");
    let holder_kind = fields.choice("holder_kind", &HOLDERS).map(|kind| kind.value);
    let copies = fields.text("copies");
    let declared_void = fields.boolean("declared_void").map(|void| void.value);
    let remark = fields.text("remark");
    let identifiers = fields.groups(
        "identifier",
        &say!(zh: "号码 [[notice.identifier]]", en: "identifier"),
        read_identifier,
    );
    Some(Notice {
        holder: holder?,
        holder_kind,
        document: document?,
        copies,
        identifiers,
        declared_void,
        remark,
    })
}

fn read_identifier(fields: &mut Fields<'_>) -> Option<NoticeIdentifier> {
    const OWNERS: [(&str, Of); 2] = [("holder", Of::Holder), ("document", Of::Document)];
    let kinds = IDENTIFIER_KINDS.map(|(word, _)| (word, word));
    if !fields.has("kind") {
        fields.missing("kind", "\"uscc\"");
    }
    let kind = fields.choice("kind", &kinds);
    let value = fields.required_text("value", "51341100MJA914934X");
    let of = fields.choice("of", &OWNERS).map(|of| of.value);
    Some(NoticeIdentifier { kind: kind?, value: value?, of })
}
