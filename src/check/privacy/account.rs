//! Accounts at a bank (C322), on pages that tell of persons: 存折账号12013700460012345.
//!
//! Only cards have a check digit. An account is told by what it is called: so many digits right behind
//! 账号 or 存折, unless the words before say whose counter or which game it is.

use std::ops::Range;

use super::digits::{Row, between, count, joined, lettered};
use crate::base::look::near::{han, last_chars, sentence_before};

/// Digits of the shortest account, and one more than those of the longest.
const DIGITS: Range<usize> = 12..26;

/// What an account is called by.
const CALLS: [&str; 8] = ["账号", "帐号", "账户", "帐户", "存折", "折子", "户头", "折号"];
/// What the name of a bank between the two ends with: 账户：某行城关支行1201….
const BANKS: [&str; 5] = ["银行", "支行", "分行", "信用社", "农商行"];
/// Characters of the longest such name.
const BANK: usize = 20;

/// Every account in some rows of digits, with its digits; `in_column` says whether a place is in a cell
/// for accounts.
pub(super) fn accounts(
    words: &str,
    rows: &[Row],
    in_column: &impl Fn(usize) -> bool,
) -> Vec<(Range<usize>, String)> {
    let long = rows.iter().filter(|row| count(row) >= DIGITS.start);
    long.filter_map(|row| {
        let mut groups = 0..row.len();
        groups.find_map(|first| {
            let before = &words[..row[first].start];
            let cell = before.ends_with('\n') && in_column(before.len());
            (cell || called(before)).then(|| whole(words, row, first)).flatten()
        })
    })
    .collect()
}

/// The longest account that begins with a group of a row.
fn whole(words: &str, row: &Row, first: usize) -> Option<(Range<usize>, String)> {
    let made = joined(words, row, first, &DIGITS);
    made.into_iter().rev().find_map(|(groups, digits)| {
        let place = row[groups.start].start..row[groups.end - 1].end;
        let cut = between(words, &row[groups])
            .all(|marks| marks.chars().all(|mark| matches!(mark, ' ' | '-')));
        let after = &words[place.end..];
        let counts = after.starts_with(['元', '万', '.', '%', '年', '*', '×']);
        (cut && !counts && !lettered(words, &place)).then_some((place, digits))
    })
}

/// Whether what stands right before a number calls it somebody's account at a bank.
pub(super) fn called(before: &str) -> bool {
    // Of another kind, or of an office that people pay to.
    const OTHERS: [&str; 25] = [
        "QQ",
        "qq",
        "微信",
        "抖音",
        "快手",
        "微博",
        "淘宝",
        "直播",
        "游戏",
        "登录",
        "登陆",
        "平台",
        "邮箱",
        "会员",
        "用户",
        "网站",
        "系统",
        "缴费",
        "诉讼费",
        "执行款",
        "法院",
        "财政",
        "国库",
        "专户",
        "中心",
    ];
    let links = |c: char| " ：:（(“为是系".contains(c);
    let bare = before.trim_end_matches(links);
    let bare = if BANKS.iter().any(|bank| bare.ends_with(bank)) {
        before_bank(bare).trim_end_matches(links)
    } else {
        bare
    };
    let figure = bare.strip_suffix("号码").or_else(|| bare.strip_suffix('号')).unwrap_or(bare);
    let call =
        CALLS.iter().find_map(|call| bare.strip_suffix(call).or_else(|| figure.strip_suffix(call)));
    call.is_some_and(|owner| {
        let owner = last_chars(sentence_before(owner, 8), 8);
        !OTHERS.iter().any(|other| owner.contains(other))
    })
}

/// What stands before the name of a bank, which a mark or 是 parts from it.
fn before_bank(text: &str) -> &str {
    let near = last_chars(text, BANK);
    let name = near.rfind(|c: char| !han(c) || matches!(c, '是' | '为'));
    name.map_or("", |at| &text[..text.len() - near.len() + at])
}

#[cfg(test)]
mod tests {
    use super::accounts;
    use crate::check::privacy::digits::rows;

    #[test]
    fn what_is_called_an_account() {
        let found = |words: &str| -> Vec<String> {
            let all = accounts(words, &rows(words, 11), &|_| false);
            all.into_iter().map(|(place, _)| words[place].to_owned()).collect()
        };
        for (text, account) in [
            ("存折账号12013700460012345，户名张某", "12013700460012345"),
            ("折子号码：120137004600", "120137004600"),
            ("收款账户为3405 0174 8608 0000 1234（某银行）", "3405 0174 8608 0000 1234"),
            ("帐号是34050174-860800001234", "34050174-860800001234"),
            ("户头20010123456789012345", "20010123456789012345"),
            ("折号12013700460012345", "12013700460012345"),
            ("收款账户：某银行定远支行12013700460012345", "12013700460012345"),
        ] {
            assert_eq!(found(text), [account], "{text}");
        }
        for text in [
            "合同编号12013700460012345",
            "游戏账号120137004600",
            "法院执行款账户12013700460012345",
            "账户120137004600元",
            "账号12013700460",
            "法院账户：某银行定远支行12013700460012345",
            "到某银行12013700460012345",
            "账号为A12013700460012345",
            "账户余额120137004600",
            "账号3405****0000",
            "转账120137004600",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
