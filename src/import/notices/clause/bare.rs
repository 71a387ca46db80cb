//! A clause without what stands before and behind the thing itself: pointers, numbers of items, marks,
//! reasons and days.

use crate::import::notices::field;
use crate::import::notices::holder::{self, Trust};
use crate::import::notices::kin::kin;
use crate::import::notices::lex::{Item, What, run, text};
use crate::import::notices::origin::{dated_paper, issued_behind};
use crate::import::notices::phrase;
use crate::import::notices::who::PRONOUN;
use crate::import::notices::words::{self, ADVERBS, REASON, any, longest};

/// What stands behind plates: 皖F28762车辆营运证.
pub(in crate::import::notices) fn skip_plates(items: &[Item]) -> &[Item] {
    let plate = |item: &&Item| matches!(item.what, What::Sign(_)) || item.is_mark('、');
    let count = items.iter().take_while(plate).count();
    if matches!(items.first().map(|item| &item.what), Some(What::Sign(_))) {
        &items[count..]
    } else {
        items
    }
}

/// Without 下列, 以下车辆 before the document itself, and 已盖公章的.
pub(in crate::import::notices) fn pointed(items: &[Item]) -> Vec<Item> {
    let mut out = Vec::with_capacity(items.len());
    let mut at = 0;
    while at < items.len() {
        at += pointer(items, at).or_else(|| stamped(items, at)).unwrap_or(0);
        out.extend(items.get(at).cloned());
        at += 1;
    }
    out
}

/// 已盖发票专用章的收据: the seal is on the paper, and is not lost: how many items say so.
fn stamped(items: &[Item], at: usize) -> Option<usize> {
    const VERBS: &[&str] =
        &["已盖", "已盖有", "已加盖", "加盖", "加盖有", "加盖了", "盖有", "盖了", "印有", "已盖好"];
    items[at].char().filter(|c| matches!(c, '已' | '加' | '盖' | '印'))?;
    let verb = longest(VERBS, &run(&items[at..], 4))?;
    let seal = run(&items[at + verb..], 24);
    let of = seal.iter().position(|c| *c == '的')?;
    let marked = seal[..of].iter().any(|c| matches!(c, '章' | '印' | '鉴'));
    let paper = |from: usize| phrase::document(items, from).is_some();
    let from = at + verb + of + 1;
    (marked && (from..from + 12).any(paper)).then_some(verb + of + 1)
}

fn pointer(items: &[Item], at: usize) -> Option<usize> {
    items[at].char().filter(|c| matches!(c, '下' | '以' | '如' | '上'))?;
    let chars = run(&items[at..], 8);
    let length = longest(&["下列", "以下", "下述", "如下", "以上", "上述"], &chars)?;
    let vehicles = longest(&["车辆", "各车", "营运车辆"], &chars[length..]).unwrap_or(0);
    let (name, end) = phrase::document(items, at + length + vehicles)?;
    // 以上印章自即日起作废 names no other seal.
    if items[at].char() != Some('下')
        && !chars.starts_with(&['以', '下'])
        && phrase::collective(&name)
    {
        return None;
    }
    // 以下印章: announces a list.
    let announced = items.get(end).is_some_and(|item| item.is_mark(':'));
    (!announced && items[at + length + vehicles].char().is_some()).then_some(length + vehicles)
}

/// Without the number of an item in a list: 2.柳青苗遗失….
pub(in crate::import::notices) fn strip_number(items: &[Item]) -> &[Item] {
    let digit = |item: &Item| match &item.what {
        What::Char(c) => c.is_ascii_digit(),
        What::Number(parts) => parts.len() == 1 && parts[0].len() <= 2,
        _ => false,
    };
    let digits = items.iter().take(2).take_while(|item| digit(item)).count();
    // 一、权利人：….
    let numeral = |item: &&Item| item.char().is_some_and(|c| "一二三四五六七八九十".contains(c));
    let numerals = items.iter().take(2).take_while(numeral).count();
    if numerals > 0
        && items.get(numerals).is_some_and(|item| item.is_mark('、'))
        && field::read(&items[numerals + 1..]).is_some()
    {
        return &items[numerals + 1..];
    }
    let point = items.get(digits).is_some_and(|i| i.char() == Some('.') || i.is_mark('、'));
    if digits > 0 && point { &items[digits + 1..] } else { items }
}

pub(in crate::import::notices) fn strip_marks(items: &[Item]) -> &[Item] {
    let mark = |item: &Item| matches!(item.what, What::Mark(_));
    let start = items.iter().position(|item| !mark(item)).unwrap_or(items.len());
    let end = items.iter().rposition(|item| !mark(item)).map_or(start, |at| at + 1);
    &items[start..end]
}

/// Without 的, 其, 本人 before the thing itself.
pub(in crate::import::notices) fn strip_lead(items: &[Item]) -> &[Item] {
    let mut items = strip_marks(items);
    loop {
        let chars = run(items, 6);
        // 其其格 is a name.
        if chars.starts_with(&['其', '其']) {
            return items;
        }
        let lead = longest(
            &[
                "的",
                "其",
                "了",
                "本人的",
                "本人",
                "本公司的",
                "我的",
                "其名下",
                "名下",
                "持有的",
                "所持有的",
                "本公司",
                "本单位",
                "公司",
                "单位",
                "原",
                "该",
                "所持",
                "致使",
                "导致",
                "造成",
                "一",
                "以下证件:",
                "如下证件:",
                "以下证件",
                "下列证件",
                "所得",
                "该社",
                "该公司",
                "该单位",
                "该厂",
                "该店",
            ],
            &chars,
        );
        let Some(length) = lead else { return items };
        // 本公司(安徽某公司)…: the bracket names who speaks.
        if items.get(length).is_some_and(|item| matches!(item.what, What::Bracket(_))) {
            return items;
        }
        // 其女柳小禾的…: whose the paper is.
        if kin(&chars).is_some() {
            return items;
        }
        // 原 and 一 belong to what follows where that is a name or a count.
        if matches!(chars.first(), Some('原' | '一' | '公' | '单'))
            && phrase::document(&items[length..], 0).is_none()
        {
            return items;
        }
        if phrase::document(items, 0).is_some() || phrase::copies(items, 0).is_some() {
            return items;
        }
        let rest = strip_marks(&items[length..]);
        if rest.is_empty() {
            return items;
        }
        items = rest;
    }
}

/// 聂欣然之 before 出生医学证明: the name without what joins it to its paper. Behind a given name of one
/// character 之 may be the second: 杨牧之, 夏侯桃之.
pub(in crate::import::notices) fn without_particle(items: &[Item]) -> &[Item] {
    let Some((last, rest)) = items.split_last() else { return items };
    if last.char() != Some('之') {
        return items;
    }
    let name = phrase::holder(rest).name;
    let given = name.chars().count().saturating_sub(holder::surname_length(&name));
    let whole = format!("{name}之");
    let joined = holder::is_person(&name) && (given > 1 || !holder::is_person(&whole));
    if joined { rest } else { items }
}

/// A holder's phrase without reasons and days: 柳青苗因保管不善, 柳青苗于2021年3月1日在途中不慎.
/// With `adverbs` also without 现, 已: before a loss, not before a document.
pub(in crate::import::notices) fn circumstances(items: &[Item], adverbs: bool) -> &[Item] {
    let mut end = items.len();
    for at in 0..items.len() {
        let chars = run(&items[at..], 6);
        let next_date = items.get(at + 1).is_some_and(|item| item.what == What::Date);
        let behind_paper = at
            .checked_sub(1)
            .is_some_and(|before| matches!(items[before].what, What::Quoted(_) | What::Bracket(_)));
        let starts = longest(&["因为", "由于", "因"], &chars).is_some()
            && (behind_paper
                || any(REASON, &text(&items[at..]))
                || (at > 1 && speaks(&items[..at])));
        // 毕业证书（编号：…）在快递途中丢失.
        let when = behind_paper
            && matches!(items[at].char(), Some('在' | '于'))
            && words::ending(&["途中", "期间", "过程中", "时"], &text(&items[at..])).is_some();
        // 某公司2019年8月6日核发的营业执照: the day tells of the document, not of the loss.
        let dated = ((matches!(items[at].char(), Some('于' | '在')) && next_date)
            || (items[at].what == What::Date && at > 0))
            && !issued_behind(&items[at..])
            && dated_paper(&items[at..]).is_none();
        const ADVERB: &[&str] = &[
            "不慎",
            "不小心",
            "保管不善",
            "保管不慎",
            "管理不善",
            "在途中",
            "外出",
            "近日",
            "于近日",
            "于日前",
            "于昨日",
            "于昨天",
            "于今日",
            "于上周",
            "于本月",
            "在校期间",
            "在职期间",
            "在读期间",
            "实习期间",
        ];
        let adverb = at > 0 && longest(ADVERB, &chars).is_some();
        if starts || when || dated || adverb {
            end = at;
            break;
        }
    }
    let mut items = &items[..end];
    // 某厂车牌号为皖M12345的重型自卸货车.
    if let Some(plate) = items.iter().rposition(|item| matches!(item.what, What::Sign(_)))
        && phrase::kind_of_plate(items, plate + 1).is_some()
        && holder::trust(&phrase::holder(&items[..plate]).name) > Trust::None
    {
        items = &items[..=plate];
    }
    while let Some(last) = items.last() {
        let tail = text(items);
        let word = words::ending(ADVERBS, &tail).map_or(0, |word| word.chars().count());
        // 凤桥县新发现 may be a shop's name.
        let rest = &items[..items.len() - word.min(items.len())];
        let found = tail.ends_with("发现") && !speaks(rest);
        // 郎平原 is a person, and nobody lost a thing 原.
        let own = tail.ends_with('原') && holder::is_person(&tail);
        let word = if adverbs && !found && !own { word } else { 0 };
        if matches!(last.what, What::Mark(_)) {
            items = &items[..items.len() - 1];
        } else if word > 0 && last.char().is_some() && items.len() >= word {
            items = &items[..items.len() - word];
        } else {
            break;
        }
    }
    items
}

/// Whether a phrase ends a name: whatever reason follows 因 is no part of it.
fn speaks(items: &[Item]) -> bool {
    let name = text(items);
    PRONOUN.contains(&name.as_str()) || holder::is_person(&name) || holder::body_suffix(&name)
}
