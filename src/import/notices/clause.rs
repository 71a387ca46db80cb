//! Clauses: where a piece is cut, and what is taken off a clause before it is read.

use super::border::border;
use super::documents;
use super::field::{self, FIELD_DOCUMENT};
use super::holder::{self, Trust};
use super::lex::{Item, What, run, text};
use super::origin::{dated_paper, issued_behind};
use super::people::{sounded, unlisted};
use super::phrase;
use super::who::PRONOUN;
use super::words::{ADVERBS, CLOSING, LOSS, REASON, VOID, any, longest};

/// The clauses of a piece: between , ; 。, before a label with a colon, before a declaration.
pub(super) fn clauses(items: &[Item]) -> Vec<&[Item]> {
    let mut cuts = vec![0];
    let mut at = 0;
    while at < items.len() {
        let item = &items[at];
        if item.is_mark(',') || item.is_mark(';') || item.is_mark('。') {
            cuts.push(at + 1);
            at += 1;
            continue;
        }
        if item.char().is_some() {
            let chars = run(&items[at..], 24);
            if let Some(length) = longest(VOID, &chars) {
                if !supposed(&items[..at]) {
                    cuts.push(at);
                }
                at += length;
                continue;
            }
            // 遗失证件：优待证 特此声明: the close of a notice without a sign before it.
            if cuts.last() != Some(&at)
                && item.char() == Some('特')
                && let Some(length) = longest(CLOSING, &chars)
                && items.get(at + length).is_none_or(|next| matches!(next.what, What::Mark(_)))
            {
                cuts.push(at);
                at += length;
                continue;
            }
            // 毕业证书编号: is the document's label, and no 证书编号: of its own.
            if cuts.last() == Some(&at)
                && let Some(end) = document_label(items, at)
            {
                at = end;
                continue;
            }
            if let Some(length) = field::name(&chars)
                && items.get(at + length).is_some_and(|next| next.is_mark(':'))
            {
                cuts.push(at);
                at += length + 1;
                // 证件名称：道路运输证 编号：…: the document is the field's value, and no label's beginning.
                if longest(FIELD_DOCUMENT, &chars) == Some(length)
                    && let Some((_, end)) = phrase::document(items, at)
                {
                    at = end;
                }
                continue;
            }
            if let Some(length) = longest(LOSS, &chars) {
                // 公章壹枚遗失乙公司…: a second loss without a sign before it.
                if ends_document(&items[cuts.last().copied().unwrap_or(0)..at]) {
                    cuts.push(at);
                }
                // 遗失身份证：柳青苗: the document before a colon is no label here.
                if let Some((colon, _)) = headed(&items[at + length..]) {
                    at += length + colon;
                }
            }
        }
        at += 1;
    }
    cuts.push(items.len());
    cuts.windows(2)
        .map(|pair| &items[pair[0]..pair[1]])
        .filter(|clause| !clause.is_empty())
        .collect()
}

/// 发票如已作废, 未及时声明作废, 逾期作废: what is supposed, left undone or told to do declares nothing.
fn supposed(before: &[Item]) -> bool {
    const ENDS: &[&str] = &[
        "如已",
        "若已",
        "是否",
        "是否已",
        "逾期",
        "过期",
        "到期",
        "未",
        "应",
        "须",
        "想",
        "想登报",
    ];
    const TOLD: &[&str] = &[
        "未及时",
        "没有",
        "没及时",
        "尚未",
        "并未",
        "未能",
        "要及时",
        "应及时",
        "应当",
        "应在",
        "应先",
        "应登报",
        "必须",
        "须登报",
        "须在",
    ];
    let near = text(&before[before.len().saturating_sub(8)..]);
    super::words::ending(ENDS, &near).is_some() || any(TOLD, &near)
}

/// A document of the catalogue and the label of its number: behind the colon.
fn document_label(items: &[Item], at: usize) -> Option<usize> {
    let (_, end) = phrase::document(items, at)?;
    let length = field::name(&run(&items[end..], 12))?;
    items.get(end + length)?.is_mark(':').then_some(end + length + 1)
}

/// Whether a clause already tells a loss and ends with copies or a number.
pub(super) fn ends_document(clause: &[Item]) -> bool {
    let told = find(clause, LOSS).is_some();
    let last = clause.last().map(|item| &item.what);
    told && match last {
        Some(What::Number(_) | What::Plate(_) | What::Bracket(_) | What::Quoted(_)) => true,
        Some(What::Char(c)) => "份本枚张套个证书照章据票本号".contains(*c),
        _ => false,
    }
}

/// 营业执照副本：某商行 behind a word of losing, the document before its holder: where the colon
/// stands, and where the holder ends.
pub(super) fn headed(items: &[Item]) -> Option<(usize, usize)> {
    let (document, end) = phrase::document(items, 0)?;
    let colon = end + phrase::copies(items, end).map_or(0, |(_, _, length)| length);
    items.get(colon).filter(|item| item.is_mark(':'))?;
    let behind = &items[colon + 1..];
    let stops = |at: &usize| {
        let plain = behind[*at].char().is_some() || behind[*at].is_mark('、');
        !plain || longest(VOID, &run(&behind[*at..], 8)).is_some()
    };
    let length = (0..behind.len()).find(stops).unwrap_or(behind.len());
    let owner = &behind[..length];
    let name = phrase::holder(owner).name;
    // 收据编号, 车牌号: what tells of the document is nobody's name.
    let told = field::name(&run(owner, 24)).is_some() || has_document(owner);
    let person = documents::of_people(&document) && (sounded(&name) || unlisted(&name));
    (!told && (holder::trust(&name) == Trust::Sure || person))
        .then_some((colon, colon + 1 + length))
}

/// Without 发票： before 某公司增值税专用发票: of what kind the paper is that is named behind the colon.
pub(super) fn without_kind(items: &[Item]) -> &[Item] {
    let Some((kind, end)) = phrase::document(items, 0) else { return items };
    let Some(behind) = items.get(end + 1..).filter(|_| items[end].is_mark(':')) else {
        return items;
    };
    let at = if phrase::document(behind, 0).is_some() { Some(0) } else { border(behind) };
    let named = at.and_then(|at| phrase::document(behind, at));
    let same = named.is_some_and(|(name, _)| name.ends_with(&kind) || kind == "印章");
    if same { behind } else { items }
}

/// The first of `words` in a clause, and its length.
pub(super) fn find(clause: &[Item], words: &[&str]) -> Option<(usize, usize)> {
    (0..clause.len()).find_map(|at| {
        let chars = run(&clause[at..], 8);
        longest(words, &chars).map(|length| (at, length))
    })
}

/// A loss told, not named: 遗失声明, 遗失之日, 遗失证件者.
pub(super) fn loss(clause: &[Item]) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some((at, length)) = find(&clause[from..], LOSS) {
        let (at, after) = (from + at, from + at + length);
        let behind = run(&clause[after..], 3);
        let named =
            longest(&["声明", "公告", "启事", "之日", "期间", "者", "后", "登记", "补"], &behind)
                // 遗失人: is a label, 遗失人保财险某支公司保单 is none.
                .or_else(|| {
                    let marked = clause.get(after + 1).is_some_and(|item| item.is_mark(':'));
                    (marked && behind.first() == Some(&'人')).then_some(1)
                });
        if named.is_none() || longest(&["登记证"], &behind).is_some() {
            return Some((at, length));
        }
        from = after;
    }
    None
}

/// Whether a clause without a loss names somebody and a document: 某公司公章一枚, 声明作废.
pub(super) fn declarable(lead: &[Item]) -> bool {
    border(lead).is_some() || lead.iter().any(|item| matches!(item.what, What::Quoted(_)))
}

/// Whether anything is named.
pub(super) fn solid(items: &[Item]) -> bool {
    let words = text(items);
    let quoted = items.iter().any(|item| matches!(item.what, What::Quoted(_) | What::Plate(_)));
    quoted || words.chars().count() >= 2 || words == "我"
}

/// Whether any document of the catalogue is named.
pub(super) fn has_document(items: &[Item]) -> bool {
    (0..items.len().min(90)).any(|at| phrase::document(items, at).is_some())
}

/// Whether nothing but copies and brackets stands here, which belong to what was named before.
pub(super) fn only_tail(items: &[Item]) -> bool {
    let mut at = 0;
    while at < items.len() {
        at += match (&items[at].what, phrase::copies(items, at)) {
            (_, Some((_, _, length))) => length,
            (What::Bracket(_) | What::Mark(_) | What::Plate(_) | What::Number(_), None) => 1,
            _ => match phrase::labelled(items, at) {
                Some((_, from)) => from.max(at + 1) - at,
                None => return false,
            },
        };
    }
    !items.is_empty()
}

/// What stands behind plates: 皖F28762车辆营运证.
pub(super) fn skip_plates(items: &[Item]) -> &[Item] {
    let plate = |item: &&Item| matches!(item.what, What::Plate(_)) || item.is_mark('、');
    let count = items.iter().take_while(plate).count();
    if matches!(items.first().map(|item| &item.what), Some(What::Plate(_))) {
        &items[count..]
    } else {
        items
    }
}

/// Without 下列, 以下车辆 before the document itself.
pub(super) fn pointed(items: &[Item]) -> Vec<Item> {
    let mut out = Vec::with_capacity(items.len());
    let mut at = 0;
    while at < items.len() {
        at += pointer(items, at).unwrap_or(0);
        out.extend(items.get(at).cloned());
        at += 1;
    }
    out
}

fn pointer(items: &[Item], at: usize) -> Option<usize> {
    let chars = run(&items[at..], 8);
    let length = longest(&["下列", "以下", "下述", "如下", "以上", "上述"], &chars)?;
    let vehicles = longest(&["车辆", "各车", "营运车辆"], &chars[length..]).unwrap_or(0);
    let (_, end) = phrase::document(items, at + length + vehicles)?;
    // 以下印章: announces a list.
    let announced = items.get(end).is_some_and(|item| item.is_mark(':'));
    (!announced && items[at + length + vehicles].char().is_some()).then_some(length + vehicles)
}

/// Whether a phrase names its own holder before the documents.
pub(super) fn starts_with_holder(items: &[Item]) -> bool {
    phrase::document(items, 0).is_none() && border(items).is_some()
}

/// A document at the beginning and a list behind it, no name in between.
pub(super) fn rest_is_list(items: &[Item]) -> bool {
    let Some((_, end)) = phrase::document(items, 0) else { return false };
    let told = phrase::documents(items);
    end <= items.len() && told.left_over == 0
}

/// Without the number of an item in a list: 2.柳青苗遗失….
pub(super) fn strip_number(items: &[Item]) -> &[Item] {
    let digit = |item: &Item| match &item.what {
        What::Char(c) => c.is_ascii_digit(),
        What::Number(parts) => parts.len() == 1 && parts[0].len() <= 2,
        _ => false,
    };
    let digits = items.iter().take(2).take_while(|item| digit(item)).count();
    let point = items.get(digits).is_some_and(|i| i.char() == Some('.') || i.is_mark('、'));
    if digits > 0 && point { &items[digits + 1..] } else { items }
}

pub(super) fn strip_marks(items: &[Item]) -> &[Item] {
    let mark = |item: &Item| matches!(item.what, What::Mark(_));
    let start = items.iter().position(|item| !mark(item)).unwrap_or(items.len());
    let end = items.iter().rposition(|item| !mark(item)).map_or(start, |at| at + 1);
    &items[start..end]
}

/// Without 的, 其, 本人 before the thing itself.
pub(super) fn strip_lead(items: &[Item]) -> &[Item] {
    let mut items = strip_marks(items);
    loop {
        let chars = run(items, 6);
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
                "一",
                "以下证件:",
                "如下证件:",
                "以下证件",
                "下列证件",
            ],
            &chars,
        );
        let Some(length) = lead else { return items };
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

/// A holder's phrase without reasons and days: 柳青苗因保管不善, 柳青苗于2021年3月1日在途中不慎.
/// With `adverbs` also without 现, 已: before a loss, not before a document.
pub(super) fn circumstances(items: &[Item], adverbs: bool) -> &[Item] {
    let mut end = items.len();
    for at in 0..items.len() {
        let chars = run(&items[at..], 6);
        let next_date = items.get(at + 1).is_some_and(|item| item.what == What::Date);
        let starts = longest(&["因为", "由于", "因"], &chars).is_some()
            && (any(REASON, &text(&items[at..])) || (at > 1 && speaks(&items[..at])));
        // 某公司2019年8月6日核发的营业执照: the day tells of the document, not of the loss.
        let dated = ((matches!(items[at].char(), Some('于' | '在')) && next_date)
            || (items[at].what == What::Date && at > 0))
            && !issued_behind(&items[at..])
            && dated_paper(&items[at..]).is_none();
        const ADVERB: &[&str] = &[
            "不慎",
            "不小心",
            "在途中",
            "外出",
            "近日",
            "在校期间",
            "在职期间",
            "在读期间",
            "实习期间",
        ];
        let adverb = at > 0 && longest(ADVERB, &chars).is_some();
        if starts || dated || adverb {
            end = at;
            break;
        }
    }
    let mut items = &items[..end];
    while let Some(last) = items.last() {
        let tail = text(items);
        let word = super::words::ending(ADVERBS, &tail).map_or(0, |word| word.chars().count());
        let word = if adverbs { word } else { 0 };
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

/// 因卓长庚保管不善: who is named before the reason has lost the thing; 因保管员疏忽 names nobody.
pub(super) fn responsible(items: &[Item]) -> Option<&[Item]> {
    const OFFICE: &[char] = &['人', '员', '主', '工', '者', '方', '司', '计', '位', '户'];
    let lead = longest(&["因为", "由于", "因"], &run(items, 3))?;
    let (reason, _) = find(&items[lead..], REASON)?;
    let who = &items[lead..lead + reason];
    let name = phrase::holder(who).name;
    let chars: Vec<char> = name.chars().collect();
    let person = holder::is_person(&name) && !name.ends_with(OFFICE);
    let body = holder::body_suffix(&name) && holder::place(&chars).is_some() && chars.len() >= 5;
    (person || body).then_some(who)
}

/// Whether a phrase ends a name: whatever reason follows 因 is no part of it.
fn speaks(items: &[Item]) -> bool {
    let name = text(items);
    PRONOUN.contains(&name.as_str()) || holder::is_person(&name) || holder::body_suffix(&name)
}

/// Whether a phrase names a person, also one who speaks of himself.
pub(super) fn of_person(items: &[Item]) -> bool {
    let name = phrase::holder(items).name;
    name.split('、').all(holder::is_person)
        || sounded(&name)
        || unlisted(&name)
        || matches!(name.as_str(), "本人" | "我本人" | "我")
}

/// Whether a phrase is somebody's name beyond doubt, or says 本人.
pub(super) fn named(items: &[Item]) -> bool {
    of_person(items) || holder::trust(&phrase::holder(items).name) == Trust::Sure
}

/// Behind a bracket or 的 that ends a sure name: an unknown document may begin.
pub(super) fn after_sign(items: &[Item]) -> Option<usize> {
    let sure = |at: usize| holder::trust(&phrase::holder(&items[..at]).name) == Trust::Sure;
    let sign = |item: &Item| matches!(item.what, What::Bracket(_)) || item.char() == Some('的');
    let places = items.iter().take(60).enumerate().filter(|(_, item)| sign(item));
    places.map(|(at, _)| at + 1).filter(|at| *at < items.len()).find(|at| sure(*at))
}
