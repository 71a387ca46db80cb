//! Numbers: what the label before one calls it, what its own form and check digits say, whose it is.
//!
//! The label is believed first, the check digits overrule it where they can: an association's credit
//! code behind 身份证号 stays a credit code, a citizen's number behind 证号 is a citizen's number.

use super::documents::number_kind;
use super::words::longest;
use crate::domain::identifier::citizen::{self, CitizenId};
use crate::domain::identifier::credit::CreditCode;
use crate::domain::identifier::rule::{obeys, vin};
use crate::domain::kinds::notice::Of;

/// A number as a record gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// One of [`crate::domain::kinds::notice::IDENTIFIER_KINDS`].
    pub kind: &'static str,
    /// As printed; a citizen's number masked.
    pub value: String,
    /// By the public rule of its kind, found before masking; `None` without a rule.
    pub valid: Option<bool>,
    /// Whose number.
    pub of: Of,
}

/// What a label says of the number behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// A kind by name.
    Kind(&'static str),
    /// Only that it is a number: the document and its form decide.
    Open,
    /// No number of a document: a telephone, an account, an engine.
    Passed,
}

const LABELS: &[(&str, Label)] = &[
    ("统一社会信用代码", Label::Kind("uscc")),
    ("社会统一信用代码", Label::Kind("uscc")),
    ("统一社会信用代码证号", Label::Kind("uscc")),
    ("统一社会信用代码号", Label::Kind("uscc")),
    ("统一社会信用代码编号", Label::Kind("uscc")),
    ("统一信用代码", Label::Kind("uscc")),
    ("社会信用代码", Label::Kind("uscc")),
    ("统一社会代码", Label::Kind("uscc")),
    ("信用代码", Label::Kind("uscc")),
    ("信用代码证号", Label::Kind("uscc")),
    ("统一代码", Label::Kind("uscc")),
    ("身份证号码", Label::Kind("id_card")),
    ("身份证号", Label::Kind("id_card")),
    ("身份证件号", Label::Kind("id_card")),
    ("身份证件号码", Label::Kind("id_card")),
    ("居民身份证号", Label::Kind("id_card")),
    ("居民身份证号码", Label::Kind("id_card")),
    ("身份证编号", Label::Kind("id_card")),
    ("公民身份号码", Label::Kind("id_card")),
    ("公民身份证号", Label::Kind("id_card")),
    ("公民身份证号码", Label::Kind("id_card")),
    ("身份号码", Label::Kind("id_card")),
    ("身份证", Label::Kind("id_card")),
    ("身份证为", Label::Kind("id_card")),
    ("组织机构代码", Label::Kind("org_code")),
    ("组织机构代码证号", Label::Kind("org_code")),
    ("组织机构代码号", Label::Kind("org_code")),
    ("机构代码", Label::Kind("org_code")),
    ("机构代码证号", Label::Kind("org_code")),
    ("注册号", Label::Kind("business_registration")),
    ("营业执照注册号", Label::Kind("business_registration")),
    ("工商注册号", Label::Kind("business_registration")),
    ("执照注册号", Label::Kind("business_registration")),
    ("营业执照号", Label::Kind("business_registration")),
    ("营业执照号码", Label::Kind("business_registration")),
    ("营业执照编号", Label::Kind("business_registration")),
    ("执照号", Label::Kind("business_registration")),
    ("注册号码", Label::Kind("business_registration")),
    ("注册登记号", Label::Kind("business_registration")),
    ("税务登记证号", Label::Kind("tax_registration")),
    ("税务登记证号码", Label::Kind("tax_registration")),
    ("税务登记号", Label::Kind("tax_registration")),
    ("纳税人识别号", Label::Kind("tax_registration")),
    ("税号", Label::Kind("tax_registration")),
    ("税字号", Label::Kind("tax_registration")),
    ("核准号", Label::Kind("account_approval")),
    ("核准证号", Label::Kind("account_approval")),
    ("核准号码", Label::Kind("account_approval")),
    ("开户许可证核准号", Label::Kind("account_approval")),
    ("开户许可证号", Label::Kind("account_approval")),
    ("开户许可证编号", Label::Kind("account_approval")),
    ("开户核准号", Label::Kind("account_approval")),
    ("许可证核准号", Label::Kind("account_approval")),
    ("基本存款账户编号", Label::Kind("account_approval")),
    ("出生医学证明编号", Label::Kind("birth_certificate")),
    ("出生证编号", Label::Kind("birth_certificate")),
    ("出生证号", Label::Kind("birth_certificate")),
    ("出生医学证明号", Label::Kind("birth_certificate")),
    ("出生证明编号", Label::Kind("birth_certificate")),
    ("出生医学证编号", Label::Kind("birth_certificate")),
    ("车牌号", Label::Kind("plate")),
    ("车牌号码", Label::Kind("plate")),
    ("车牌", Label::Kind("plate")),
    ("车号", Label::Kind("plate")),
    ("牌号", Label::Kind("plate")),
    ("号牌号码", Label::Kind("plate")),
    ("号牌", Label::Kind("plate")),
    ("车辆号牌", Label::Kind("plate")),
    ("车辆牌号", Label::Kind("plate")),
    ("牌照号", Label::Kind("plate")),
    ("车架号", Label::Kind("vin")),
    ("车架号码", Label::Kind("vin")),
    ("车辆识别代号", Label::Kind("vin")),
    ("车辆识别代码", Label::Kind("vin")),
    ("车辆识别号", Label::Kind("vin")),
    ("大架号", Label::Kind("vin")),
    ("识别代码", Label::Kind("vin")),
    ("印章编码", Label::Kind("seal_code")),
    ("印章编号", Label::Kind("seal_code")),
    ("公章编码", Label::Kind("seal_code")),
    ("公章编号", Label::Kind("seal_code")),
    ("印章号", Label::Kind("seal_code")),
    ("印章号码", Label::Kind("seal_code")),
    ("印章备案号", Label::Kind("seal_code")),
    ("印章防伪码", Label::Kind("seal_code")),
    ("防伪编码", Label::Kind("seal_code")),
    ("防伪码", Label::Kind("seal_code")),
    ("章号", Label::Kind("seal_code")),
    ("备案编码", Label::Kind("seal_code")),
    ("发票代码", Label::Kind("invoice_code")),
    ("票据代码", Label::Kind("invoice_code")),
    ("发票号码", Label::Kind("invoice_number")),
    ("发票号", Label::Kind("invoice_number")),
    ("发票编号", Label::Kind("invoice_number")),
    ("收据号", Label::Kind("receipt")),
    ("收据号码", Label::Kind("receipt")),
    ("收据编号", Label::Kind("receipt")),
    ("收据单号", Label::Kind("receipt")),
    ("票据号", Label::Kind("receipt")),
    ("票据号码", Label::Kind("receipt")),
    ("票据编号", Label::Kind("receipt")),
    ("不动产权证号", Label::Kind("real_estate")),
    ("不动产权证书号", Label::Kind("real_estate")),
    ("不动产权号", Label::Kind("real_estate")),
    ("不动产证号", Label::Kind("real_estate")),
    ("产权证号", Label::Kind("real_estate")),
    ("房产证号", Label::Kind("real_estate")),
    ("房屋所有权证号", Label::Kind("real_estate")),
    ("权证号", Label::Kind("real_estate")),
    ("权属证号", Label::Kind("real_estate")),
    ("土地证号", Label::Kind("real_estate")),
    ("土地使用证号", Label::Kind("real_estate")),
    ("林权证号", Label::Kind("real_estate")),
    ("不动产权证书编号", Label::Kind("real_estate")),
    ("道路运输证号", Label::Kind("transport_permit")),
    ("营运证号", Label::Kind("transport_permit")),
    ("运输证号", Label::Kind("transport_permit")),
    ("道路运输经营许可证号", Label::Kind("transport_permit")),
    ("道路运输证编号", Label::Kind("transport_permit")),
    ("残疾人证号", Label::Kind("disability_card")),
    ("残疾证号", Label::Kind("disability_card")),
    ("就业失业登记证号", Label::Kind("employment_registration")),
    ("就业创业证号", Label::Kind("employment_registration")),
    ("律师执业证号", Label::Kind("lawyer_licence")),
    ("执业证号", Label::Open),
    ("食品经营许可证号", Label::Kind("food_licence")),
    ("食品经营许可证编号", Label::Kind("food_licence")),
    ("医疗机构登记号", Label::Kind("medical_institution")),
    ("医疗机构执业许可证登记号", Label::Kind("medical_institution")),
    ("发动机号", Label::Kind("other")),
    ("发动机号码", Label::Kind("other")),
    ("合格证编号", Label::Kind("other")),
    ("合格证号", Label::Kind("other")),
    ("登记号", Label::Open),
    ("登记证号", Label::Open),
    ("登记证书号", Label::Open),
    ("登记编号", Label::Open),
    ("许可证号", Label::Open),
    ("许可证编号", Label::Open),
    ("许可证号码", Label::Open),
    ("经营许可证号", Label::Open),
    ("许可编号", Label::Open),
    ("许可号", Label::Open),
    ("证书编号", Label::Open),
    ("证书号", Label::Open),
    ("证书号码", Label::Open),
    ("证件号", Label::Open),
    ("证件号码", Label::Open),
    ("证件编号", Label::Open),
    ("证件代码", Label::Open),
    ("证号", Label::Open),
    ("证号为", Label::Open),
    ("证书证号", Label::Open),
    ("编号", Label::Open),
    ("编号为", Label::Open),
    ("编码", Label::Open),
    ("编码为", Label::Open),
    ("号码", Label::Open),
    ("号码为", Label::Open),
    ("号", Label::Open),
    ("号为", Label::Open),
    ("代码", Label::Open),
    ("代码为", Label::Open),
    ("单号", Label::Open),
    ("票号", Label::Open),
    ("流水号", Label::Open),
    ("序列号", Label::Open),
    ("备案号", Label::Open),
    ("备案编号", Label::Open),
    ("档案编号", Label::Open),
    ("档案号", Label::Open),
    ("学号", Label::Open),
    ("学籍号", Label::Open),
    ("资格证号", Label::Open),
    ("资格证书号", Label::Open),
    ("注册编号", Label::Open),
    ("保单号", Label::Open),
    ("合同编号", Label::Open),
    ("合同号", Label::Open),
    ("协议编号", Label::Open),
    ("印刷号", Label::Open),
    ("印刷流水号", Label::Open),
    ("盘号", Label::Open),
    ("设备号", Label::Open),
    ("存折号", Label::Open),
    ("№", Label::Open),
    ("编号№", Label::Open),
    ("账号", Label::Passed),
    ("帐号", Label::Passed),
    ("银行账号", Label::Passed),
    ("卡号", Label::Passed),
    ("电话", Label::Passed),
    ("联系电话", Label::Passed),
    ("手机", Label::Passed),
    ("手机号", Label::Passed),
    ("手机号码", Label::Passed),
    ("电话号码", Label::Passed),
    ("邮编", Label::Passed),
    ("金额", Label::Passed),
    ("面积", Label::Passed),
];

/// Verbs that may stand between label and number.
pub(super) const COPULA: &[&str] = &["为", "是", "系", "均为", "分别为", "分别是"];

/// The label that `chars` begins with: its length and what it says. Words that end as labels do
/// count as open ones where `marked` (a colon follows).
pub(super) fn label(chars: &[char]) -> Option<(usize, Label)> {
    LABELS
        .iter()
        .filter_map(|(word, label)| Some((longest(&[word], chars)?, *label)))
        .max_by_key(|(length, _)| *length)
}

/// Joins the parts of a number as its kind wants them: one number, or several of the same length.
pub(super) fn join(parts: &[String], kind: &str) -> Vec<String> {
    let whole = parts.concat();
    if parts.len() == 1 || obeys(kind, &whole) == Some(true) || kind == "id_card" || kind == "uscc"
    {
        return vec![whole];
    }
    let same = parts.iter().all(|part| part.len() == parts[0].len());
    let each = parts.iter().all(|part| obeys(kind, part) == Some(true));
    let long = parts.iter().all(|part| part.len() >= 7);
    // DZG2019 and AH10033 are one number broken over the line: two of a kind have one form.
    let form = |part: &String| part.bytes().map(|b| b.is_ascii_digit()).collect::<Vec<_>>();
    let same = same && parts.iter().all(|part| form(part) == form(&parts[0]));
    // Two receipts side by side; but never a citizen's number in two halves of nine.
    if CitizenId::parse(&whole).is_none()
        && (each || (same && long && obeys(kind, &whole).is_none()))
    {
        return parts.to_vec();
    }
    vec![whole]
}

/// A number with its kind.
pub(super) struct Told<'a> {
    /// What the label said; `None` without a label.
    pub(super) label: Option<Label>,
    /// The document it stands beside, or nothing.
    pub(super) document: &'a str,
    /// Within the bracket behind the holder's name.
    pub(super) beside_holder: bool,
}

/// One number read: `None` where it is none of a document (a telephone).
pub(super) fn read(value: &str, told: &Told<'_>) -> Option<(Identifier, bool)> {
    if told.label == Some(Label::Passed) {
        return None;
    }
    let typed = clean(value);
    if typed.chars().filter(char::is_ascii_alphanumeric).count() < 3 {
        return None;
    }
    let mut kind = kind(&typed, told);
    let (mut value, repaired) = repair(kind, &typed);
    if repaired {
        kind = self::kind(&value, told);
    }
    let mut valid = obeys(kind, &value).filter(|_| !range(&value));
    let of = match kind {
        "uscc" | "id_card" | "org_code" => Of::Holder,
        "business_registration" | "tax_registration" if told.beside_holder => Of::Holder,
        _ => Of::Document,
    };
    if kind == "id_card" {
        // Long enough to be one although it is not well formed: masked all the same.
        // Stars beside the digits hide nothing: only a number that lost most of its digits is masked.
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        value = if digits < 12 { value } else { citizen::mask(&value) };
    } else if value.len() >= 18 && value.is_ascii() && CitizenId::parse(&value[..18]).is_some() {
        valid = valid.or(None);
        value = format!("{}{}", citizen::mask(&value[..18]), &value[18..]);
    }
    // Numbers run together may hold several: every one is starred out.
    while let Some(hidden) = embedded(&value) {
        value = hidden;
    }
    Some((Identifier { kind, value, valid, of }, repaired))
}

/// Citizens' numbers anywhere inside a longer one (学籍号 L + ID), starred out.
fn embedded(value: &str) -> Option<String> {
    let bytes = value.as_bytes();
    let at = (0..bytes.len().saturating_sub(17)).find(|at| {
        value.get(*at..at + 18).is_some_and(|window| CitizenId::parse(window).is_some())
    });
    // A credit code may fit by chance as a whole: it is public and stays.
    let at = at.filter(|_| CreditCode::parse(value).is_none())?;
    Some(format!("{}{}{}", &value[..at], citizen::mask(&value[at..at + 18]), &value[at + 18..]))
}

/// 00012301-00012325: the first and the last of several.
fn range(value: &str) -> bool {
    let digits = |text: &str| text.len() >= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    value.split_once('-').is_some_and(|(first, last)| digits(first) && digits(last))
}

/// Without No., №, 第…号 around digits, and in capitals.
fn clean(value: &str) -> String {
    let mut bare = value.trim_matches(|c| matches!(c, ':' | '、' | ' ' | '.' | '-'));
    for lead in ["No.", "NO.", "No", "NO", "no.", "N0.", "№", "："] {
        bare = bare.strip_prefix(lead).unwrap_or(bare);
    }
    bare = bare.trim_start_matches(['.', ':']);
    if let Some(inside) = bare.strip_prefix('第').and_then(|rest| rest.strip_suffix('号'))
        && inside.is_ascii()
    {
        bare = inside;
    }
    if bare.strip_suffix('号').is_some_and(str::is_ascii) {
        bare = bare.trim_end_matches('号');
    }
    bare.to_ascii_uppercase()
}

/// Letters typed for digits and the other way round, put right only where a check digit then fits
/// that did not fit before.
fn repair(kind: &str, value: &str) -> (String, bool) {
    if obeys(kind, value) != Some(false) || !value.contains(['O', 'I', 'L', 'l']) {
        return (value.to_owned(), false);
    }
    let digits = value.replace('O', "0").replace(['I', 'L'], "1");
    let zeros = value.replace('O', "0").replace('I', "1");
    for mended in [zeros, digits] {
        if mended != value && obeys(kind, &mended) == Some(true) {
            return (mended, true);
        }
    }
    (value.to_owned(), false)
}

fn kind(value: &str, told: &Told<'_>) -> &'static str {
    let citizen = CitizenId::parse(value).is_some();
    let credit = CreditCode::parse(value).is_some();
    let length = value.chars().count();
    let by_document = number_kind(told.document);
    if crate::domain::identifier::rule::plate(value) {
        return "plate";
    }
    match told.label {
        Some(Label::Kind("id_card")) => return if credit && !citizen { "uscc" } else { "id_card" },
        Some(Label::Kind("business_registration" | "tax_registration" | "org_code"))
            if credit || (length == 18 && !citizen && !born(value)) =>
        {
            return "uscc";
        }
        Some(Label::Kind("tax_registration")) if citizen || born(value) => return "id_card",
        Some(Label::Kind("receipt")) if by_document == "invoice_number" => return invoice(length),
        Some(Label::Kind(kind)) => return kind,
        _ => {}
    }
    // Old masks keep the length of what they hide.
    let masked_id = value.contains('*')
        && length == 18
        && value.bytes().filter(u8::is_ascii_digit).count() >= 2;
    if citizen && !credit {
        return "id_card";
    }
    if credit {
        return "uscc";
    }
    // Seventeen digits may pass a vehicle's check by chance.
    let lettered = value.bytes().any(|byte| byte.is_ascii_alphabetic());
    if (vin(value) && lettered) || (length == 17 && value.starts_with('L') && value.is_ascii()) {
        return "vin";
    }
    if obeys("food_licence", value).is_some() {
        return "food_licence";
    }
    match by_document {
        "tax_registration" if born(value) => "id_card",
        "business_registration" | "tax_registration" if length == 18 => "uscc",
        "org_code" if length == 18 => "uscc",
        "other" if length == 18 && told.document.contains("法人") => "uscc",
        "other"
            if length == 18
                && told.document.contains("登记证")
                && told.document.contains("集体") =>
        {
            "uscc"
        }
        "other" if masked_id || (told.document.contains("身份证") && length == 18) => "id_card",
        "invoice_number" => invoice(length),
        "plate" => "other",
        // The licence of an account carries a second number: 编号 3710-00441782.
        "account_approval" if !value.starts_with(['J', 'L', 'Z', 'D', 'Y', 'S']) => "other",
        kind => kind,
    }
}

/// Whether eighteen digits hold a day of birth: a trader's tax number is the citizen's own, and stays
/// hidden also where a digit of it is wrong.
fn born(value: &str) -> bool {
    let digits = value.len() == 18 && value.bytes().take(17).all(|byte| byte.is_ascii_digit());
    digits
        && matches!(&value[6..8], "19" | "20")
        && (1..=12).contains(&value[10..12].parse().unwrap_or(0))
        && (1..=31).contains(&value[12..14].parse().unwrap_or(0))
}

fn invoice(length: usize) -> &'static str {
    if matches!(length, 10 | 12) { "invoice_code" } else { "invoice_number" }
}
