//! Numbers: what the label before one calls it, what its own form and check digits say, whose it is.
//!
//! The label is believed first, the check digits overrule it where they can: an association's credit
//! code behind 身份证号 stays a credit code, a citizen's number behind 证号 is a citizen's number.

mod labels;

pub(super) use self::labels::{COPULA, Label, label};
use super::documents::{number_kind, of_bank_card, of_deposit, of_people};
use crate::domain::identifier::citizen::{self, CitizenId};
use crate::domain::identifier::credit::CreditCode;
use crate::domain::identifier::find::{may_be_an_offices, scan};
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

/// Joins the parts of a number as its kind wants them: one number, or several of the same length.
pub(super) fn join(parts: &[String], kind: &str) -> Vec<String> {
    let whole = parts.concat();
    // 340303012345/340303012346: of a tractor and its trailer.
    let several: Vec<String> = whole.split('/').map(str::to_owned).collect();
    let digits = |part: &String| part.len() >= 7 && part.bytes().all(|b| b.is_ascii_digit());
    if several.len() > 1 && several.iter().all(|p| digits(p) && p.len() == several[0].len()) {
        return several;
    }
    if parts.len() == 1 || obeys(kind, &whole) == Some(true) || kind == "id_card" || kind == "uscc"
    {
        return vec![whole];
    }
    // 10203430 12345601-12345625: a number, and the first and last of several.
    let ranged = |part: &String| digits(part) || part.split('-').all(|end| digits(&end.to_owned()));
    if parts.iter().any(|part| part.contains('-')) && parts.iter().all(ranged) {
        return parts.to_vec();
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
    let typed = clean(value);
    // 某自公告〔2021〕8号: the announcement's own.
    if unprinted(&typed, told) || typed.contains("公告") || typed.starts_with("船名航次") {
        return None;
    }
    if typed.chars().filter(char::is_ascii_alphanumeric).count() < 3 {
        return None;
    }
    let mut kind = kind(&typed, told);
    let (mut value, repaired) = repair(kind, &typed);
    if repaired {
        kind = self::kind(&value, told);
    }
    let mut valid = obeys(kind, &value).filter(|_| !range(&value));
    // The old 失业证 of a town had numbers of its own.
    if kind == "employment_registration" && told.document.contains("失业证") && value.len() < 16
    {
        valid = None;
    }
    let of = match kind {
        "uscc" | "id_card" | "org_code" => Of::Holder,
        "business_registration" | "tax_registration" if told.beside_holder => Of::Holder,
        _ => Of::Document,
    };
    if kind == "real_estate" && of_contract(&value, told.document) {
        return Some((Identifier { kind, value, valid: None, of }, repaired));
    }
    if kind == "id_card" {
        // Long enough to be one although it is not well formed, or starred by the newspaper in its own
        // way: what is kept has two characters at each end, whatever was printed.
        value = if value.len() < 15 { value } else { citizen::mask(&value) };
    } else if kind == "disability_card" && value.len() >= 15 && !whole_id(&value) {
        // Starred by the newspaper in its own way, or with a wrong digit: the day of birth shows.
        valid = valid.filter(|_| !value.contains('*'));
        value = citizen::mask(&value);
    } else if value.len() >= 18 && value.is_ascii() && CitizenId::parse(&value[..18]).is_some() {
        valid = valid.or(None);
        value = format!("{}{}", citizen::mask(&value[..18]), &value[18..]);
    }
    // Numbers run together may hold several: every one is starred out.
    while let Some(hidden) = embedded(&value) {
        value = hidden;
    }
    if slipped(&value, told.document) {
        valid = None;
        let digits = value.len() - 18;
        value = format!("{}{}", &value[..digits], citizen::mask(&value[digits..]));
    }
    Some((Identifier { kind, value, valid, of }, repaired))
}

/// Whether a number begins with a citizen's that its check digit confirms.
fn whole_id(value: &str) -> bool {
    value.get(..18).is_some_and(|id| CitizenId::parse(id).is_some())
}

/// Whether a number is a citizen's with a wrong digit, behind a letter or not: on a driver's or worker's
/// certificate stands the holder's own, and a slip of the pen leaves seventeen digits of it. What an
/// office makes of its county, a day of this century and a serial is so only on a person's paper.
fn slipped(value: &str, document: &str) -> bool {
    let bare = value.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let digits: Result<[u8; 18], _> = bare.as_bytes().try_into();
    value.len() - bare.len() <= 1
        && digits.is_ok_and(citizen::plausible)
        && CreditCode::parse(value).is_none()
        // 毕业证书 have eighteen digits of their own: school, year, degree, serial.
        && (!may_be_an_offices(bare) || of_people(document) && !document.contains("毕业"))
}

/// Whether a number is none to print: a telephone, a bank's card, an account but on a deposit's paper.
fn unprinted(value: &str, told: &Told<'_>) -> bool {
    // Cards of banks have sixteen digits and more; 卡号：18298316 of a card of social security has not.
    const LONGEST: usize = 12;
    match told.label {
        Some(Label::Passed) => true,
        Some(Label::Account) => !of_deposit(told.document) || CitizenId::parse(value).is_none(),
        Some(Label::Card) => {
            let digits = value.bytes().all(|byte| !byte.is_ascii_alphabetic());
            // 社会保障卡，卡号：… is the holder's own number.
            let own = CitizenId::parse(value).is_some() && !of_bank_card(told.document);
            digits && !own && (value.len() > LONGEST || of_bank_card(told.document))
        }
        // 银行卡一张，号码6217…: an account, whatever it is called.
        _ => {
            // A card of loans is a company's, and its number no account's.
            let bank = of_bank_card(told.document) && !told.document.contains("贷款");
            (of_deposit(told.document) || bank)
                && value.bytes().filter(u8::is_ascii_digit).count() >= LONGEST
                && value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
                && !range(value)
                && CitizenId::parse(value).is_none()
        }
    }
}

/// Whether a number is the code of a contract of land, eighteen digits and J: the first six an area's,
/// the next eight a village's group's, which may read like a day of birth. An X behind eighteen digits
/// is a slip of the pen; and what a reader of pages would still take for a citizen's number stays hidden.
fn of_contract(value: &str, document: &str) -> bool {
    let Some((last, digits)) = value.as_bytes().split_last() else { return false };
    document.contains("承包")
        && digits.len() == 18
        && digits.iter().all(u8::is_ascii_digit)
        && last.is_ascii_alphabetic()
        && *last != b'X'
        && scan(value).is_empty()
}

/// A number that was read before its document was named; `None` where it is none of those that are kept.
pub(super) fn of_document(number: Identifier, document: &str) -> Option<Identifier> {
    let told = Told { label: Some(Label::Open), document, beside_holder: false };
    if number.kind != "other" || number.value.contains('*') {
        return Some(number);
    }
    if unprinted(&number.value, &told) {
        return None;
    }
    Some(read(&number.value, &told).map_or(number, |(number, _)| number))
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
    for label in ["证号", "编号", "号码"] {
        let rest = bare.strip_prefix(label);
        bare = rest.filter(|rest| rest.chars().count() >= 5).unwrap_or(bare);
    }
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
    // Vehicles' numbers leave out I and O only: an L in one is an L.
    let digits = if kind == "vin" { zeros.clone() } else { digits };
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
    // 机构信用代码证 had a code of its own before there were credit codes.
    if value.starts_with('G') && told.document.contains("机构信用代码") {
        return "other";
    }
    // 代码：77317206-6, on whatever paper of a body.
    let dashed = value.as_bytes().get(8) == Some(&b'-') && length == 10;
    if dashed && told.label == Some(Label::Open) && obeys("org_code", value) == Some(true) {
        return "org_code";
    }
    match told.label {
        Some(Label::Kind("id_card")) => return if credit && !citizen { "uscc" } else { "id_card" },
        Some(Label::Kind("business_registration" | "tax_registration" | "org_code"))
            if credit || (length == 18 && !citizen && !born(value)) =>
        {
            return "uscc";
        }
        Some(Label::Kind("tax_registration")) if citizen || born(value) => return "id_card",
        // 票据号 of nine digits is no number of a tax invoice, whatever the paper is called.
        Some(Label::Kind("receipt"))
            if by_document == "invoice_number" && matches!(length, 8 | 10 | 12 | 20) =>
        {
            return invoice(length);
        }
        // 商标注册证，注册号12056454: no register of traders has numbers of eight digits; a number with
        // letters on another paper than its licence is that paper's.
        Some(Label::Kind("business_registration"))
            if length != 15
                && (told.document.contains("商标")
                    || of_people(told.document)
                    || ((lettered(value) || !value.is_ascii())
                        && !told.document.is_empty()
                        && by_document != "business_registration")) => {}
        // 牌号：皖运标字0012176: of a sign on a bus.
        Some(Label::Kind("plate")) if value.contains('字') => {}
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
    // By chance a diploma's number obeys the rule of a body's.
    if credit && !of_people(told.document) {
        return "uscc";
    }
    // Seventeen signs may pass a vehicle's check by chance, of digits or of a policy's number.
    let car = ["车", "机", "合格证", "登记证", "证明书", "单"];
    let car = told.document.is_empty() || car.iter().any(|word| told.document.contains(word));
    if (vin(value) && lettered(value) && car && !told.document.contains("保"))
        || (length == 17 && value.starts_with('L') && value.is_ascii())
    {
        return "vin";
    }
    if obeys("food_licence", value).is_some() {
        return "food_licence";
    }
    match by_form(value).unwrap_or(by_document) {
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
        // 机动车驾驶证，证号：3499… with a slip in it.
        "other" if born(value) && super::words::any(BY_PERSON, told.document) => "id_card",
        "other" if masked_id || (told.document.contains("身份证") && length == 18) => "id_card",
        "invoice_number" => invoice(length),
        "plate" => "other",
        // A licence's printed running number: 流水号：11062156.
        "lawyer_licence" if value.is_ascii() && length != 17 => "other",
        // 沪餐证字2013310115000471: of the years before all had one form.
        "food_licence" if value.contains('字') => "other",
        // A licence's form has a longer running number: 证照编号：14000000201804429490.
        "business_registration" if length > 18 => "other",
        // The licence of an account carries a second number: 编号 3710-00441782.
        "account_approval" if !value.starts_with(['J', 'L', 'Z', 'D', 'Y', 'S']) => "other",
        kind => kind,
    }
}

/// Papers that carry their holder's number as their own.
const BY_PERSON: &[&str] =
    &["驾驶证", "社会保障卡", "社保卡", "医保", "居住证", "老年", "优待证", "户口"];

fn lettered(value: &str) -> bool {
    value.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// The kind that a number names itself: 赣交运管许可赣字360728404688号 on a garage's licence.
fn by_form(value: &str) -> Option<&'static str> {
    const FORMS: &[(&str, &str)] = &[
        ("交运管", "transport_permit"),
        ("不动产权第", "real_estate"),
        ("不动产证明第", "real_estate"),
        ("房权证", "real_estate"),
        ("房地权证", "real_estate"),
        ("房地证", "real_estate"),
        ("国用(", "real_estate"),
        ("集用(", "real_estate"),
        ("林证字", "real_estate"),
        ("草用字", "real_estate"),
        ("草承字", "real_estate"),
    ];
    let value = value.replace('[', "(");
    FORMS.iter().find(|(word, _)| value.contains(word)).map(|(_, kind)| *kind)
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

#[cfg(test)]
mod tests {
    use super::slipped;

    #[test]
    fn numbers_with_a_slip_are_citizens_still() {
        for (value, document) in [
            ("349901197005120317", "从业资格证"),
            ("T349901197005120317", "特种作业操作证"),
            ("349901200505120317", "机动车驾驶证"),
            ("349901197005120317", "收据"),
        ] {
            assert!(slipped(value, document), "{value}");
        }
        for (value, document) in [
            ("341125202005120317", "收据"),
            ("114171201905012345", "毕业证书"),
            ("341125202013120317", "机动车驾驶证"),
            ("34112520200512031", "律师执业证"),
        ] {
            assert!(!slipped(value, document), "{value}");
        }
    }
}
