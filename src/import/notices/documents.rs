//! The catalogue: names of documents, words that may stand before them, and what kind of number each
//! carries. A name is printed as the paper has it; the catalogue only says where it begins and ends.

mod about;
mod kinds;

use self::about::about;
pub(super) use self::kinds::{
    is_seal, number_kind, of_bank_card, of_bodies, of_deposit, of_people, of_property, of_pupils,
    of_ship, of_vehicle,
};
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
    "存根",
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
    // 教师资格证书 where the catalogue has 教师资格证, 认购协议书 where it has 认购协议.
    let before = &chars[..length];
    let bound = before.ends_with(&['证'])
        || before.ends_with(&['协', '议'])
        || before.ends_with(&['合', '同']);
    let written = chars.get(length) == Some(&'书') && bound;
    let length = length + usize::from(written);
    // 过磅单专用章: the seal that is put on it.
    let stamped = chars[length - 1] != '章' && chars[length..].starts_with(&['专', '用', '章']);
    let length = length + if stamped { 3 } else { 0 };
    Some(length + about(&chars[length..]))
}

/// Whether a text is the name of a document, as a whole.
pub(super) fn is_listed(name: &str) -> bool {
    NAMES.has(name)
}

/// Whether `chars` begin with a document of the catalogue itself.
pub(super) fn listed(chars: &[char]) -> bool {
    longest_listed(chars).is_some()
}

/// How many characters of `chars` are a document of the catalogue itself.
pub(super) fn longest_listed(chars: &[char]) -> Option<usize> {
    NAMES.longest(chars)
}

/// 中国工商银行股份有限公司定远支行 and what it issued.
fn after_bank(chars: &[char]) -> Option<usize> {
    let place = super::holder::place(chars).unwrap_or(0);
    // A character behind the place may say what it is: 定远县农商银行.
    let behind = if place > 0 { place + 1 } else { 0 };
    let named = [0, place, behind].into_iter().find_map(|skip| {
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
        // 中国银行某市分行|营业部.
        at += longest(&["营业部", "营业室"], &chars[at..]).unwrap_or(0);
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
    // 哈尔滨市城镇职工医疗保险手册.
    let of_town = matches!(chars[at - 1], '省' | '市') && of_people(&name);
    (of_town || super::words::any(&["发票", "票据", "统一收据", "缴款书"], &name)).then_some(end)
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
        // 贵州|大学毕业证: the school's name; 铁路局工会|工会法人资格证书.
        if rest.starts_with(&['大', '学']) || rest.starts_with(&chars[..length]) {
            continue;
        }
        let inner = NAMES.longest(rest).or_else(|| modified(rest, depth - 1));
        best = best.max(inner.map(|inner| length + inner));
    }
    best
}

/// Whether the name of a document begins with what can only be a person, be it behind a word or two for
/// kin. A seal may: 法人柳青苗印章.
pub(super) fn names_somebody(name: &str) -> bool {
    let chars: Vec<char> = name.chars().collect();
    if is_seal(name) || known(&chars).is_some() {
        return false;
    }
    let paper = (1..chars.len())
        .find(|at| of_people(name) && NAMES.longest(&chars[*at..]) == Some(chars.len() - at));
    let Some(paper) = paper else { return false };
    let before = &chars[..paper];
    let person = |from: usize| {
        let who: String = before[from..].iter().collect();
        who.chars().count() == 3 && super::holder::is_person(&who) && super::people::unlisted(&who)
    };
    super::kin::kin(before).is_some()
        || (before.len() >= 3 && before.len() <= 6 && person(before.len() - 3))
}

/// Whether a text might name a document: it ends as documents do and is not too long.
pub(super) fn plausible(name: &str) -> bool {
    let count = name.chars().count();
    (2..=30).contains(&count) && super::words::ending(ENDINGS, name).is_some()
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
        check("身份证领取凭证一张", Some(7));
        check("营业执照遗失补领申请表", Some(11));
        check("营业执照登记机关", Some(4));
    }
}
