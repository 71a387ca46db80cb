//! Clauses: where a piece is cut, and what is taken off a clause before it is read.

use super::border::{border, rest_fits};
use super::field::{self, FIELD_DOCUMENT};
use super::holder::{self, Trust};
use super::lex::{Item, What, run, text};
use super::people::{sounded, unlisted};
use super::phrase;
use super::who::PRONOUN;
use super::words::{ADVERBS, LOSS, REASON, VOID, any, longest};

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
            // 公章壹枚遗失乙公司…: a second loss without a sign before it.
            if longest(LOSS, &chars).is_some()
                && ends_document(&items[cuts.last().copied().unwrap_or(0)..at])
            {
                cuts.push(at);
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

/// 皋城丽苑购房收据, where the holder is known: behind the place that the paper is of.
pub(super) fn described(items: &[Item], owner: &[Item]) -> Option<usize> {
    if phrase::document(items, 0).is_some() {
        return None;
    }
    let listed = |at: &usize| {
        let chars: Vec<char> = items[*at..].iter().take(40).map_while(Item::char).collect();
        super::documents::listed(&chars)
            && phrase::document(items, *at).is_some_and(|(name, end)| {
                // 农产品收购统一发票 is one bill: a bare 发票 is no name behind a place.
                let full = name.chars().count() >= 3
                    || matches!(items[*at - 1].char(), Some('号' | '室' | '栋' | '幢' | '苑'));
                full && rest_fits(items, end) && !super::documents::of_bodies(&name)
            })
    };
    let at = (1..items.len().min(60)).find(listed)?;
    let before = text(&items[..at]);
    let chars: Vec<char> = before.chars().collect();
    const PLACES: &[char] = &[
        '县', '区', '镇', '乡', '村', '路', '号', '栋', '幢', '楼', '苑', '园', '府', '湾', '庭',
        '室', '庄',
    ];
    // 安徽省工伤职工证 is one paper: a district's name alone is no place of a house.
    let named = holder::place(&chars).is_some_and(|length| chars.len() >= length + 5);
    let place = named || (chars.len() >= 5 && before[chars[0].len_utf8()..].contains(PLACES));
    let own = holder::body_suffix(&before) && !of_person(owner);
    (place && !own).then_some(at)
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
            && !issued_behind(&items[at..]);
        let adverb =
            at > 0 && longest(&["不慎", "不小心", "在途中", "外出", "近日"], &chars).is_some();
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

/// Whether a phrase ends a name: whatever reason follows 因 is no part of it.
fn speaks(items: &[Item]) -> bool {
    let name = text(items);
    PRONOUN.contains(&name.as_str()) || holder::is_person(&name) || holder::body_suffix(&name)
}

/// Whether a verb of issuing stands in a phrase and a document behind it.
pub(super) fn issued_behind(items: &[Item]) -> bool {
    find(items, ISSUED).is_some_and(|(at, length)| {
        let behind = &items[at + length..];
        (0..behind.len().min(40)).any(|at| phrase::document(behind, at).is_some())
    })
}

/// Verbs between who issued or where it lies, and the document itself.
const ISSUED: &[&str] = &[
    "开具的",
    "出具的",
    "核发的",
    "颁发的",
    "签发的",
    "发放的",
    "制发的",
    "办理的",
    "领取的",
    "购买的",
    "持有的",
    "所有的",
    "名下的",
    "使用的",
    "填开的",
    "开出的",
    "交纳的",
    "缴纳的",
    "签订的",
    "取得的",
    "申领的",
    "申请的",
    "换发的",
    "补发的",
    "补办的",
    "登记的",
    "注册的",
    "刻制的",
    "备案的",
    "开立的",
    "收取的",
    "支付的",
    "缴存的",
    "出售的",
    "打印的",
    "印制的",
    "核准的",
    "批准的",
    "下发的",
    "授予的",
    "发的",
    "核发",
    "颁发",
    "签发",
    "开具",
    "出具",
];

/// What stands behind such a verb.
pub(super) fn issued(items: &[Item]) -> &[Item] {
    if phrase::document(items, 0).is_some() {
        return items;
    }
    if let Some((at, length)) = find(items, ISSUED)
        && at + length < items.len()
    {
        return &items[at + length..];
    }
    let placed = longest(&["位于", "坐落于", "坐落在", "座落于", "座落在", "坐落"], &run(items, 4))
        .is_some();
    let last = items.iter().rposition(|item| item.char() == Some('的'));
    match last {
        Some(at) if placed && at + 1 < items.len() => &items[at + 1..],
        _ => items,
    }
}

/// Verbs between who issued something and whom it was given to.
const GIVEN: &[&str] = &[
    "开具给",
    "出具给",
    "填开给",
    "开给",
    "颁发给",
    "核发给",
    "签发给",
    "退还给",
    "交付给",
    "发放给",
    "发给",
];

/// 某公司开具给柳青苗的收据: who issued it, whom it was given to, and what it is.
pub(super) fn given_to(items: &[Item]) -> Option<(&[Item], &[Item], &[Item])> {
    let (at, length) = find(items, GIVEN)?;
    let rest = &items[at + length..];
    let of = rest.iter().position(|item| item.char() == Some('的'));
    let of = of.filter(|of| phrase::document(&rest[of + 1..], 0).is_some());
    let (end, from) = match of {
        Some(of) => (of, of + 1),
        None => border(rest).map(|border| (border, border))?,
    };
    let known = holder::trust(&phrase::holder(&rest[..end]).name) != Trust::None;
    known.then(|| (&items[..at], &rest[..end], &rest[from..]))
}

/// 某学院学生证, behind the name of a person: where the document begins. What only bodies have is
/// theirs, and not somebody's paper from them.
pub(super) fn from_body(items: &[Item]) -> Option<usize> {
    if phrase::document(items, 0).is_some() {
        return None;
    }
    let at = border(items)?;
    let (document, _) = phrase::document(items, at)?;
    let verb = find(items, ISSUED).map(|(verb, _)| verb).filter(|verb| *verb < at);
    let issuer = phrase::holder(&items[..verb.unwrap_or(at)]).name;
    (holder::body_suffix(&issuer) && !super::documents::of_bodies(&document)).then_some(at)
}

/// Whether a phrase names a person, also one who speaks of himself.
pub(super) fn of_person(items: &[Item]) -> bool {
    let name = phrase::holder(items).name;
    holder::is_person(&name)
        || sounded(&name)
        || unlisted(&name)
        || matches!(name.as_str(), "本人" | "我本人" | "我")
}

/// Whether a phrase is somebody's name beyond doubt, or says 本人.
pub(super) fn named(items: &[Item]) -> bool {
    of_person(items) || holder::trust(&phrase::holder(items).name) == Trust::Sure
}

/// Without the place a property lies in: 坐落于定远县定城镇的房产证.
pub(super) fn placed(items: &[Item]) -> &[Item] {
    let lead = longest(&["位于", "坐落于", "坐落在", "座落于", "座落在", "坐落"], &run(items, 4));
    if lead.is_some() { issued(items) } else { items }
}

/// Verbs before the place where property lies or a bank where a seal's print is kept.
const LOCATED: &[&str] = &[
    "位于",
    "坐落于",
    "坐落在",
    "座落于",
    "座落在",
    "预留在",
    "预留于",
    "开设在",
    "开立在",
    "开立于",
];

/// Holder and document around an issuer or a place: 柳青苗由某公司开具的收据, 柳青苗位于某镇的房产证.
pub(super) fn split_issued(items: &[Item]) -> (&[Item], &[Item]) {
    let verb = find(items, ISSUED).map(|(at, length)| (at, at + length));
    let place = find(items, LOCATED).map(|(at, _)| at);
    let of = items.iter().rposition(|item| item.char() == Some('的'));
    let (cut, from) = match (verb, place, of) {
        (Some((cut, from)), _, _) => (cut, from),
        (None, Some(cut), Some(of)) if of > cut => (cut, of + 1),
        _ => return (&items[..0], items),
    };
    let by = items[..cut]
        .iter()
        .rposition(|item| matches!(item.char(), Some('由' | '在' | '于' | '与' | '同')));
    (&items[..by.unwrap_or(cut)], &items[from..])
}

/// Behind a bracket or 的 that ends a sure name: an unknown document may begin.
pub(super) fn after_sign(items: &[Item]) -> Option<usize> {
    let sure = |at: usize| holder::trust(&phrase::holder(&items[..at]).name) == Trust::Sure;
    let sign = |item: &Item| matches!(item.what, What::Bracket(_)) || item.char() == Some('的');
    let places = items.iter().take(60).enumerate().filter(|(_, item)| sign(item));
    places.map(|(at, _)| at + 1).filter(|at| *at < items.len()).find(|at| sure(*at))
}
