//! Clauses: where a piece is cut, and what is taken off a clause before it is read.

mod bare;

pub(super) use self::bare::{
    circumstances, pointed, skip_plates, strip_lead, strip_marks, strip_number, without_particle,
};
use super::border::border;
use super::documents;
use super::field::{self, FIELD_DOCUMENT};
use super::holder::{self, Trust};
use super::lex::{Item, What, run, text};
use super::people::{all_of, sounded, unlisted};
use super::phrase;
use super::words::{CLOSING, LOSS, REASON, VOID, any, longest};

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
            if cuts.last() != Some(&at) && points_back(items, at) {
                cuts.push(at);
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
                // 公章壹枚遗失乙公司…: a second loss without a sign before it; 营业执照遗失补领申请表 is one paper.
                if items.get(at + length).and_then(Item::char) != Some('补')
                    && ends_document(&items[cuts.last().copied().unwrap_or(0)..at])
                {
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

/// 将营业执照正、副本，开户许可证，机构信用代码证丢失: papers between 将 and the loss are one list, whatever mark
/// stands between them.
pub(super) fn enumerated(mut items: Vec<Item>) -> Vec<Item> {
    // 编号分别为：3499…,3499…: numbers as long as each other are one list.
    let digits = |item: &Item| match &item.what {
        What::Number(parts) => parts.iter().map(|part| part.chars().count()).sum(),
        _ => 0,
    };
    for at in 1..items.len().saturating_sub(1) {
        let (before, behind): (usize, usize) = (digits(&items[at - 1]), digits(&items[at + 1]));
        if items[at].is_mark(',') && before == behind && before >= 6 {
            items[at].what = What::Mark('、');
        }
    }
    let placing = |item: &Item| matches!(item.char(), Some('将' | '把'));
    let starts: Vec<usize> = (0..items.len()).filter(|at| placing(&items[*at])).collect();
    for at in starts {
        if phrase::document(&items, at + 1).is_none() {
            continue;
        }
        let near = &items[at..items.len().min(at + 160)];
        let sentence = near.iter().position(|item| item.is_mark('。') || item.is_mark(';'));
        let near = &near[..sentence.unwrap_or(near.len())];
        let Some(lost) = find(near, LOSS).map(|(lost, _)| at + lost) else { continue };
        let comma = |place: &usize| items[*place].is_mark(',');
        let papers = |place: &usize| phrase::document(&items, place + 1).is_some();
        let joints: Vec<usize> = (at..lost).filter(comma).filter(papers).collect();
        for place in joints {
            items[place].what = What::Mark('、');
        }
    }
    items
}

/// 证号：…⏎以上证件遗失: what speaks of all above begins a clause, where a line's end stands for the mark. 二级以上
/// 证书 is one name.
fn points_back(items: &[Item], at: usize) -> bool {
    const ALL: &[&str] = &["证件", "证照", "证书", "印章", "公章", "票据", "物品", "均", "全部"];
    let chars = run(&items[at..], 4);
    let named = longest(&["以上", "上述", "上列"], &chars)
        .is_some_and(|length| longest(ALL, &chars[length..]).is_some());
    let told = at.checked_sub(1).is_some_and(|before| {
        matches!(
            items[before].what,
            What::Number(_) | What::Date | What::Sign(_) | What::Bracket(_)
        )
    });
    named && told
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
    // 遗失：某商行营业执照遗失（统一社会信用代码：…）: the first is the head of its line.
    let head = longest(LOSS, &run(clause, 4))
        .filter(|length| clause.get(*length).is_some_and(|item| item.is_mark(':')))
        .map_or(0, |length| length + 1);
    let told = find(&clause[head..], LOSS).is_some();
    let last = clause.last().map(|item| &item.what);
    told && match last {
        Some(What::Number(_) | What::Sign(_) | What::Bracket(_) | What::Quoted(_)) => true,
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

/// What makes a word of losing one of naming: 遗失声明, 遗失日期.
const NAMED: &[&str] = &[
    "声明", "公告", "启事", "之日", "期间", "其间", "份数", "数量", "者", "后", "登记", "补",
    "日期", "时间", "地点", "原因",
];

/// A loss told, not named: 遗失声明, 遗失之日, 遗失证件者.
pub(super) fn loss(clause: &[Item]) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some((at, mut length)) = find(&clause[from..], LOSS) {
        // 损坏遗失: two such words are one.
        length += longest(LOSS, &run(&clause[from + at + length..], 4)).unwrap_or(0);
        let (at, after) = (from + at, from + at + length);
        // 因你下落不明: a court's defendant, where no paper stands before it.
        const GONE: &[&str] = &["下落不明", "不知去向", "找不到了", "找不着了", "找不见"];
        if longest(GONE, &run(&clause[at..], 4)).is_some() && !has_document(&clause[..at]) {
            from = after;
            continue;
        }
        let behind = run(&clause[after..], 3);
        let named = longest(NAMED, &behind)
            // 遗失人: is a label, 遗失人保财险某支公司保单 is none.
            .or_else(|| {
                let marked = clause.get(after + 1).is_some_and(|item| item.is_mark(':'));
                // 遗失人柳青苗, without a sign.
                let named = || {
                    let rest = &clause[(after + 1).min(clause.len())..];
                    let whole = rest.iter().all(|item| item.char().is_some());
                    whole && holder::is_person(&text(rest))
                };
                (behind.first() == Some(&'人') && (marked || named())).then_some(1)
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
    let quoted = items.iter().any(|item| matches!(item.what, What::Quoted(_) | What::Sign(_)));
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
            (What::Bracket(_) | What::Mark(_) | What::Sign(_) | What::Number(_), None) => 1,
            _ => match phrase::labelled(items, at) {
                Some((_, from)) => from.max(at + 1) - at,
                None => return false,
            },
        };
    }
    !items.is_empty()
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

/// Whether a phrase names a person, also one who speaks of himself.
pub(super) fn of_person(items: &[Item]) -> bool {
    let name = phrase::holder(items).name;
    all_of(&name, holder::is_person)
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
    let mut behind = places.map(|(at, _)| at + 1).filter(|at| *at < items.len());
    behind.find(|at| sure(*at)).or_else(|| after_company(items).filter(|at| sure(*at)))
}

/// Behind 公司 and the like, where no name goes on and what follows ends as papers do: 某公司消防验收意见书.
fn after_company(items: &[Item]) -> Option<usize> {
    const ENDS: &[&str] = &["公司", "合作社", "委员会", "村委会", "居委会", "医院", "卫生院"];
    const MORE: [char; 12] =
        ['部', '处', '站', '所', '队', '局', '厂', '店', '会', '室', '组', '社'];
    let end = (1..items.len().min(60)).rev().find(|at| {
        let near = text(&items[at.saturating_sub(4)..*at]);
        super::words::ending(ENDS, &near).is_some()
    })?;
    let paper: String = run(&items[end..], 32).iter().collect();
    // Of a paper that the catalogue has, the border would have been found.
    if (end..items.len().min(end + 32)).any(|at| phrase::document(items, at).is_some()) {
        return None;
    }
    (paper.chars().count() >= 3 && documents::plausible(&paper) && !paper.contains(MORE))
        .then_some(end)
}
