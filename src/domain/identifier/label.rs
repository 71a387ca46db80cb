//! What the words before a number call it.

use super::signs::{Sign, sign};

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
const OWN: [&str; 10] = [
    "身份证",
    "身份證",
    "身份號",
    "身份号",
    "身分",
    "公民身份",
    "居民证",
    "证件号",
    "证件编号",
    "社会保障号",
];
/// 残疾人证: ID and kind, grade; 学籍号: a letter and ID.
const CARRIERS: [&str; 3] = ["残疾", "学籍", "\"disability_card\""];
/// What else offices number. 号 and 码 alone are enough: whatever is called a number and not a
/// person's is something else's.
const OTHER: [&str; 27] = [
    "信用", "代码", "号", "號", "码", "编", "单", "收据", "发票", "票据", "凭证", "登记", "流水",
    "回执", "案卷", "文书", "第", "电话", "账", "卡", "件", "受理", "申请", "报名", "投诉", "№",
    "No.",
];
/// Of these only an office numbers anything; what is called 编号 or 登记号 may be anybody's number.
const OFFICE: [&str; 16] = [
    "受理", "案卷", "卷宗", "收据", "发票", "票据", "凭证", "流水", "回执", "工单", "文书", "信访",
    "投诉", "预约", "叫号", "订单",
];
/// Characters before a number within which a label counts.
const NEAR: usize = 16;

/// What the words before `start` call the number there.
pub(super) fn called(text: &str, start: usize) -> Called {
    let key = words_before(text, start, 32);
    if key.contains("\"id_card\"") {
        return Called::Own;
    }
    let before = words_before(text, start, NEAR);
    let own = OWN.iter().filter_map(|label| before.rfind(label).map(|at| at + label.len()));
    let own = own.chain(latin(before)).max();
    if let Some(end) = own.filter(|_| !before.contains("信用")) {
        let behind = &before[end..];
        if filler(behind) {
            return Called::Own;
        }
        // 凭身份证领取，收据号…: the clause it stands in calls it something else. What follows 身份证
        // in the same clause (证明材料上写的号码) belongs to it.
        let behind = behind.trim_end_matches(|c| sign(c) == Sign::Gap);
        let clause = behind.rfind(['，', '。', '；', '、', ',', ';', '\n']);
        return match clause.map(|at| &behind[at..]) {
            Some(clause) if has(clause, &OFFICE) => Called::Office,
            Some(clause) if has(clause, &OTHER) => Called::Other,
            _ => Called::Near,
        };
    }
    if CARRIERS.iter().any(|label| key.contains(label) && before_is_near(key, label)) {
        return Called::Carrier;
    }
    let before = words_before(text, start, 10);
    match () {
        () if has(before, &OFFICE) => Called::Office,
        () if has(before, &OTHER) => Called::Other,
        () => Called::Nothing,
    }
}

/// Whether words call something an office's own number.
pub(super) fn offices(words: &str) -> bool {
    has(words, &OFFICE)
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

/// Whether nothing but 号, 码, 为 and marks stand here: what follows is what was named.
pub(super) fn filler(words: &str) -> bool {
    words.chars().all(fills) && words.chars().count() <= NEAR
}

/// Whether a character may stand between a label and what it names.
pub(super) fn fills(c: char) -> bool {
    const FILLING: [char; 17] = [
        '份', '证', '證', '件', '号', '號', '码', '碼', '编', '編', '为', '為', '是', '系', '即',
        '的', '人',
    ];
    FILLING.contains(&c) || matches!(sign(c), Sign::Gap | Sign::Nothing | Sign::Stroke)
}

/// Whether a text may call anything a person's number or a certificate around one.
pub(super) fn any(text: &str) -> bool {
    let latin = ["ID", "id_card", "disability", "sfz", "SFZ"];
    OWN.iter().chain(&CARRIERS).chain(&latin).any(|label| text.contains(label))
}

/// The characters before a place, at most so many.
fn words_before(text: &str, start: usize, most: usize) -> &str {
    let from = text[..start].char_indices().rev().nth(most - 1).map_or(0, |(at, _)| at);
    &text[from..start]
}

#[cfg(test)]
mod tests {
    use super::{Called, called};

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
            ("残疾人证", Called::Carrier),
            ("学籍号L", Called::Carrier),
            ("受理号：", Called::Office),
            ("事故认定书第", Called::Other),
            ("柳某", Called::Nothing),
            ("WIDTH ", Called::Nothing),
        ] {
            assert_eq!(called(before, before.len()), is, "{before}");
        }
    }
}
