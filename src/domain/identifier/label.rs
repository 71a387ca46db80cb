//! What the words around a number call it.

use std::borrow::Cow;

use super::filler::filler;
use super::signs::{Sign, sign};
use super::typed;
use crate::base::look::near::han;

/// What a number is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Called {
    /// 身份证号：, right before it.
    Own,
    /// A person's number, some words before it.
    Near,
    /// A certificate that carries the holder's ID number inside its own.
    Carrier,
    /// What an office numbers and no person has: 受理号, 收据号.
    Office,
    /// Something else's number.
    Other,
    /// Nothing.
    Nothing,
}

impl Called {
    /// Whether it is called a person's ID number.
    pub(super) fn persons(self) -> bool {
        matches!(self, Self::Own | Self::Near)
    }
}

/// Words for a citizen's number. 社会保障号 is the same number by law.
const OWN: [&str; 15] = [
    "代证号",
    "一代证",
    "二代证",
    "身份证",
    "身份證",
    "身份証",
    "身份號",
    "身份号",
    "身分",
    "公民身份",
    "公民号",
    "居民证",
    "证件号",
    "证件编号",
    "社会保障号",
];
/// 残疾人证: ID and kind, grade; 学籍号: a letter and ID; the others are the ID number itself.
/// Sole traders were registered for tax under their own number.
const CARRIERS: [&str; 13] = [
    "残疾",
    "学籍",
    "驾驶证",
    "驾照",
    "从业资格",
    "社会保障卡",
    "社保卡",
    "社保号",
    "医保卡",
    "纳税人识别",
    "税务登记",
    "\"tax_registration\"",
    "\"disability_card\"",
];
/// What else offices number. 号 and 码 alone are enough: whatever is called a number and not a
/// person's is something else's.
const OTHER: [&str; 29] = [
    "信用", "代码", "执照", "注册", "号", "號", "码", "编", "单", "收据", "发票", "票据", "凭证",
    "登记", "流水", "回执", "案卷", "文书", "第", "电话", "账", "卡", "件", "受理", "申请", "报名",
    "投诉", "№", "No.",
];
/// Of these only an office numbers anything; what is called 编号 alone may be anybody's number.
const OFFICE: [&str; 16] = [
    "受理", "案卷", "卷宗", "收据", "发票", "票据", "凭证", "流水", "回执", "工单", "文书", "信访",
    "投诉", "预约", "叫号", "订单",
];
/// The same, where 号 or 编号 stands behind: the words alone are told of people as well.
const NUMBERED: [&str; 55] = [
    "案",
    "案件",
    "援助",
    "档案",
    "指派",
    "报警",
    "接警",
    "事故",
    "保单",
    "保险",
    "住院",
    "病历",
    "门诊",
    "合同",
    "协议",
    "函",
    "书",
    "许可",
    "许可证",
    "准考证",
    "备案",
    "批次",
    "批",
    "快递",
    "运单",
    "快件",
    "公证",
    "鉴定",
    "序",
    "登记",
    "表",
    "件",
    "档",
    "卷",
    "文",
    "报告",
    "索引",
    "户",
    "客户",
    "账单",
    "业务",
    "单",
    "体检",
    "就诊卡",
    "追溯",
    "验证",
    "取件",
    "查询",
    "项目",
    "条",
    "工作证",
    "援助证",
    "结业证",
    "合格证",
    "字",
];
/// What a number is called that is anybody's: 证号 alone, or a person's, says no more than that it
/// stands on a certificate.
const VAGUE: [&str; 6] = ["证号", "证件", "证件号", "证明号", "医保号", "税号"];
/// Whose such a number is.
const WHOSE: [&str; 10] = [
    "本人",
    "申请人",
    "受援人",
    "当事人",
    "监护人",
    "代理人",
    "代表人",
    "经营者",
    "负责人",
    "户籍",
];
/// What says that a number follows.
const NUMBERS: [&str; 10] = ["编号", "编码", "号码", "单号", "号", "码", "№", "No.", "No", "第"];
/// Characters before a number within which a label counts.
pub(super) const NEAR: usize = 16;

/// What the words before `start` call the number there.
pub(super) fn called(text: &str, start: usize) -> Called {
    let key = &*words_before(text, start, 32);
    if key.contains("\"id_card\"") {
        return Called::Own;
    }
    let before = &*words_before(text, start, NEAR);
    let own = OWN.iter().filter_map(|label| before.rfind(label).map(|at| at + label.len()));
    let own = own.chain(latin(before)).max();
    if let Some(end) = own.filter(|end| !of_a_body(before, *end)) {
        let behind = &before[end..];
        if filler(behind) {
            return Called::Own;
        }
        // 凭身份证领取，收据号…: the clause it stands in calls it something else. What follows 身份证
        // in the same clause (证明材料上写的号码) belongs to it.
        let behind = behind.trim_end_matches(|c| sign(c) == Sign::Gap);
        let clause = behind.rfind(['，', '。', '；', '、', ',', ';', '\n']);
        return match clause.map(|at| &behind[at..]) {
            Some(clause) if offices(clause) => Called::Office,
            Some(clause) if has(clause, &OTHER) => Called::Other,
            _ => Called::Near,
        };
    }
    if CARRIERS.iter().any(|label| key.contains(label) && before_is_near(key, label)) {
        return Called::Carrier;
    }
    let before = &*words_before(text, start, 10);
    // 受理后，小张 calls nothing.
    let clause = before.rsplit(['，', '。', '；', '\n']).find(|clause| !clause.is_empty());
    match clause.unwrap_or_default() {
        clause if taxed(clause) => Called::Carrier,
        clause if offices(clause) => Called::Office,
        _ if has(before, &OTHER) => Called::Other,
        _ => Called::Nothing,
    }
}

/// Whether the words that call a number a person's, up to `end`, call it a body's as well:
/// 统一社会信用代码（身份证）. What a clause before called its own number says nothing of this one.
fn of_a_body(before: &str, end: usize) -> bool {
    let credit = before.rfind("信用");
    credit.is_some_and(|at| !before.get(at..end).is_some_and(|words| words.contains(CLAUSE)))
}

/// Where a clause ends.
const CLAUSE: [char; 7] = ['，', '。', '；', ',', ';', '\n', '\r'];

/// Whether words call something an office's own number.
pub(super) fn offices(words: &str) -> bool {
    has(words, &OFFICE) || numbered(words)
}

/// Whether the words before a number call it nothing more than the number of some certificate.
pub(super) fn vague(text: &str, start: usize) -> bool {
    let before = &*words_before(text, start, NEAR);
    let before = before.trim_end_matches(|c| sign(c) == Sign::Gap || "为是系码".contains(c));
    VAGUE
        .iter()
        .filter_map(|label| before.strip_suffix(label))
        .any(|whose| !whose.ends_with(han) || WHOSE.iter().any(|person| whose.ends_with(person)))
}

/// Whether the words right before a number call it a body's credit code.
pub(super) fn credit_code(text: &str, start: usize) -> bool {
    let before = &*words_before(text, start, NEAR);
    let before = before.trim_end_matches(|c| sign(c) == Sign::Gap || "为是系".contains(c));
    before.ends_with("信用代码") || before.ends_with("\"uscc\"")
}

/// Whether words end with what an office numbers, and 号, 编号, 第: 合同编号, 皖农（2026）第. Whatever has an
/// 编号 or 编码 of its own is a thing, but for papers and for people.
fn numbered(words: &str) -> bool {
    let words = words.trim_end_matches(|c| sign(c) == Sign::Gap || "为是系".contains(c));
    // 法援申字 and the serial right behind it.
    words.ends_with('字')
        || NUMBERS.iter().any(|number| {
            words.strip_suffix(number).is_some_and(|thing| {
                NUMBERED.iter().any(|named| thing.ends_with(named))
                    || *number == "第" && thing.ends_with(['）', ')', '〕', ']'])
                    || matches!(*number, "编号" | "编码") && is_thing(thing)
            })
        })
}

/// 皖税滁字: tax offices took a sole trader's own number.
fn taxed(words: &str) -> bool {
    let words = words.trim_end_matches(|c| sign(c) == Sign::Gap || c == '第');
    words.ends_with('字') && words.contains('税')
}

/// Whether words call what follows some number, which need be nobody's: 账号, 收据号, 注册号.
pub(super) fn names_a_number(words: &str) -> bool {
    offices(words) || has(words, &OTHER) && !vague(words, words.len())
}

/// Whether words end with two characters for a thing: 公告, 资产, 设备.
fn is_thing(words: &str) -> bool {
    const PERSONS: [char; 14] =
        ['证', '人', '员', '生', '户', '身', '份', '民', '者', '卡', '童', '子', '女', '的'];
    let last: Vec<char> = words.chars().rev().take(2).collect();
    last.len() == 2 && last.iter().all(|c| han(*c) && !PERSONS.contains(c))
}

/// Whether the words behind a number call it a person's: 349907851103012（身份证号）, 是他的身份证号.
pub(super) fn called_behind(text: &str, end: usize) -> bool {
    let rest = &text[end..];
    let links = |c: char| "是为系即均都皆他她其本人的，,（( ".contains(c);
    let far = rest.char_indices().find(|(_, c)| !links(*c)).map_or(rest.len(), |(at, _)| at);
    let (link, rest) = rest.split_at(far);
    let Some(behind) = OWN.iter().find_map(|label| rest.strip_prefix(label)) else { return false };
    if link.chars().count() > LINK {
        return false;
    }
    let named = behind.starts_with(['号', '號']);
    let behind = behind.trim_start_matches(fills_word);
    let closed = behind.is_empty() || behind.starts_with(['）', ')', '。', '，', '；', '\n']);
    let bracket = link.ends_with(['（', '(']) && behind.starts_with(['）', ')']);
    let linked = link.contains(['是', '为', '系', '即', '均', '都', '皆']);
    closed && (bracket || linked || named)
}

/// Characters between a number and what calls it a person's.
const LINK: usize = 8;

fn fills_word(c: char) -> bool {
    "份证證件号號码碼".contains(c)
}

fn has(text: &str, labels: &[&str]) -> bool {
    labels.iter().any(|label| text.contains(label))
}

/// Whether a carrier's name stands near enough; the key of a record may stand a line before.
fn before_is_near(key: &str, label: &str) -> bool {
    let behind = key.rfind(label).map_or("", |at| &key[at + label.len()..]);
    label.starts_with('"') || behind.chars().count() <= 10
}

/// `ID` and `sfz` where they are words of their own.
fn latin(before: &str) -> Option<usize> {
    let word = |label: &str, text: &str| {
        let at = text.rfind(label)?;
        let (left, right) = (&text[..at], &text[at + label.len()..]);
        let letter = |c: char| c.is_ascii_alphabetic();
        let alone = !left.ends_with(letter) && !right.starts_with(letter);
        alone.then_some(at + label.len())
    };
    word("ID", before).max(word("sfz", before)).max(word("SFZ", before))
}

/// Whether a text may call anything a person's number or a certificate around one.
pub(super) fn any(text: &str) -> bool {
    let latin = ["ID", "id_card", "disability", "sfz", "SFZ"];
    OWN.iter().chain(&CARRIERS).chain(&latin).any(|label| text.contains(label))
        || typed::labels(text.as_bytes(), false).next().is_some()
}

/// The characters before a place, at most so many, as they are read: without what nobody sees, and
/// without the spaces of a word that fills a line (身 份 证 号).
fn words_before(text: &str, start: usize, most: usize) -> Cow<'_, str> {
    let before = &text[..start];
    let near = &before[before.char_indices().rev().nth(most - 1).map_or(0, |(at, _)| at)..];
    if !near.contains(typed::between_characters) {
        return near.into();
    }
    let (mut kept, mut spaces) = (Vec::new(), Vec::new());
    for c in before.chars().rev().take(SPREAD * most) {
        if sign(c) == Sign::Nothing {
            continue;
        }
        if typed::between_characters(c) {
            spaces.push(c);
            continue;
        }
        let word = han(c) && kept.last().copied().is_some_and(han);
        if !word {
            kept.append(&mut spaces);
        }
        spaces.clear();
        kept.push(c);
        if kept.len() >= most {
            break;
        }
    }
    kept.iter().rev().collect::<String>().into()
}

/// So many characters are read for one that is kept.
const SPREAD: usize = 3;

#[cfg(test)]
mod tests {
    use super::{Called, called, called_behind};

    #[test]
    fn labels_behind() {
        for behind in
            ["（身份证号）", "是他的身份证号。", "（均为身份证号）", "，身份证号码）", "（身份证）"]
        {
            assert!(called_behind(behind, 0), "{behind}");
        }
        for other in
            ["，身份证复印件一份", "（身份证明）", "、身份证、户口簿", "，带身份证", "是受理号"]
        {
            assert!(!called_behind(other, 0), "{other}");
        }
    }

    #[test]
    fn names_that_say_nothing() {
        let vague = |before: &str| super::vague(before, before.len());
        for before in ["证号：", "张某，证件 ", "监护人证号：", "医保号："] {
            assert!(vague(before), "{before}");
        }
        for before in ["执业证号：", "许可证号", "受理号：", ""] {
            assert!(!vague(before), "{before}");
        }
    }

    #[test]
    fn labels() {
        for (before, is) in [
            ("身份证号：", Called::Own),
            ("公民身份号码为", Called::Own),
            ("居民证号 ", Called::Own),
            ("身份证编号（", Called::Own),
            ("ID: ", Called::Own),
            ("身份证明材料上写的号码是：", Called::Near),
            ("凭身份证领取，收据号", Called::Office),
            ("统一社会信用代码（身份证）", Called::Other),
            ("身份证或统一社会信用代码", Called::Other),
            ("信用代码）第\n。身份证号：", Called::Own),
            ("信用代码见附件，身份证号：", Called::Own),
            ("身 份 证 号：", Called::Own),
            ("证\u{3000}件\u{3000}号\u{3000}码 ", Called::Own),
            ("身\u{200B}份证号：", Called::Own),
            ("身份证号（18位）：", Called::Own),
            ("身份证上的号码是", Called::Own),
            ("案件编号：", Called::Office),
            ("登记号 ", Called::Office),
            ("皖农（2026）登记表第", Called::Office),
            ("事故中受伤的小张", Called::Nothing),
            ("受理后，小张", Called::Other),
            ("编号：", Called::Other),
            ("残疾人证", Called::Carrier),
            ("驾驶证号：", Called::Carrier),
            ("学籍号L", Called::Carrier),
            ("受理号：", Called::Office),
            ("信息索引号：", Called::Office),
            ("法援受字第", Called::Office),
            ("追溯码", Called::Office),
            ("法援申字", Called::Office),
            ("援助证编号：", Called::Office),
            ("法定代表人身份证复印件，营业执照 ", Called::Other),
            ("事故认定书第", Called::Office),
            ("柳某", Called::Nothing),
            ("WIDTH ", Called::Nothing),
        ] {
            assert_eq!(called(before, before.len()), is, "{before}");
        }
    }
}
