//! What stands between a holder and a document to say where it comes from or what it is of: who
//! issued it, to whom it was given, the place of the house.

use super::border::{border, rest_fits};
use super::clause::{find, of_person};
use super::holder::{self, Trust};
use super::lex::{Item, What, run, text};
use super::people::all_of;
use super::phrase;
use super::words::{REASON, any, longest};

/// 皋城丽苑购房收据, where the holder is known: behind the place that the paper is of.
pub(super) fn described(items: &[Item], owner: &[Item]) -> Option<usize> {
    // 皖（2018）定远县不动产权第0001234号不动产权证书: a number is no place.
    if phrase::document(items, 0).is_some() || phrase::worded(items, 0).is_some() {
        return None;
    }
    let listed = |at: &usize| {
        let chars: Vec<char> = items[*at..].iter().take(40).map_while(Item::char).collect();
        super::documents::listed(&chars)
            && phrase::document(items, *at).is_some_and(|(name, end)| {
                // 农产品收购统一发票 is one bill: a bare 发票 is no name behind a place.
                // 出境水果果园注册登记证书 is one paper: 登记证书 alone is no name behind a place either.
                let bare = [
                    "登记证书",
                    "登记证",
                    "合格证",
                    "许可证",
                    "资格证",
                    "注册证",
                    "备案证",
                    "证明书",
                    "证明",
                ];
                let full = (name.chars().count() >= 3 && !bare.contains(&name.as_str()))
                    || matches!(items[*at - 1].char(), Some('号' | '室' | '栋' | '幢' | '苑'));
                full && rest_fits(items, end) && !super::documents::of_bodies(&name)
            })
    };
    let at = (1..items.len().min(60)).find(listed)?;
    let end = phrase::document(items, at)?.1;
    let whole = |at: &usize| phrase::document(items, *at).is_some_and(|(_, own)| own == end);
    // 某医药科技大学|毕业证书 rather than 大学毕业证书.
    let school = longest(&["大学", "学院", "学校", "中学", "小学"], &run(&items[at..], 2));
    let at = at + school.filter(|length| whole(&(at + length))).unwrap_or(0);
    let before = text(&items[..at]);
    let chars: Vec<char> = before.chars().collect();
    const PLACES: &[char] = &[
        '县', '区', '镇', '乡', '村', '路', '号', '栋', '幢', '楼', '苑', '园', '府', '湾', '庭',
        '室', '庄',
    ];
    // 安徽省工伤职工证 is one paper: a district's name alone is no place of a house.
    let named = holder::place(&chars).is_some_and(|length| chars.len() >= length + 5);
    let place = named || (chars.len() >= 5 && before[chars[0].len_utf8()..].contains(PLACES));
    let own = holder::body_suffix(&before) && !holder::flat(&before) && !of_person(owner);
    (place && !own).then_some(at)
}

/// Whether a verb of issuing stands in a phrase and a document behind it.
pub(super) fn issued_behind(items: &[Item]) -> bool {
    find(items, ISSUED).is_some_and(|(at, length)| {
        let behind = &items[at + length..];
        (0..behind.len().min(40)).any(|at| phrase::document(behind, at).is_some())
    })
}

/// Whether an office stands before a verb that only offices do, and nobody before it: 某局颁发的, not
/// 柳青苗某县某局颁发的.
pub(super) fn given_by_office(items: &[Item]) -> bool {
    const GIVEN: &[&str] = &["颁发的", "签发的", "核发的", "发放的", "授予的"];
    find(items, GIVEN).is_some_and(|(at, _)| {
        let office = run(items, at);
        let somebody = (2..=4).any(|length| {
            let (who, rest) = office.split_at(length.min(office.len()));
            // The county of the office begins behind a name.
            let county = rest.iter().position(|c| matches!(c, '县' | '市' | '区' | '省'));
            county.is_some_and(|at| at >= 2) && holder::is_person(&who.iter().collect::<String>())
        });
        let name: String = office.iter().collect();
        office.len() == at && holder::body_suffix(&name) && !somebody
    })
}

/// Verbs between who issued or where it lies, and the document itself.
const ISSUED: &[&str] = &[
    "开具的",
    "出具的",
    "核发的",
    "颁发的",
    "签发的",
    "签发之",
    "核发之",
    "颁发之",
    "开具之",
    "出具之",
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
    "所交",
    "所缴",
    "所付",
    "所开",
    "发的",
    "核发",
    "颁发",
    "签发",
    "开具",
    "出具",
];

/// 某医院签发的柳小禾出生医学证明: who is named between the verb and a paper of people, and the paper.
pub(super) fn issued_to(items: &[Item]) -> Option<(&[Item], &[Item])> {
    let (at, length) = find(items, ISSUED)?;
    let rest = items.get(at + length..).filter(|rest| phrase::document(rest, 0).is_none())?;
    if rest.first()?.char() == Some('给') {
        return None;
    }
    // 某局核发的某酒店营业执照: what only bodies have is that body's.
    if let Some(border) = super::border::border(rest) {
        let (who, paper) = rest.split_at(border);
        let name = phrase::holder(who).name;
        let licence =
            phrase::document(paper, 0).is_some_and(|(it, _)| super::documents::of_bodies(&it));
        if licence && holder::body_suffix(&name) && holder::trust(&name) == holder::Trust::Sure {
            return Some((who, paper));
        }
    }
    (2..=9.min(rest.len())).rev().find_map(|count| {
        let (who, paper) = rest.split_at(count);
        let name: String = run(who, count).iter().collect();
        let people = all_of(&name, holder::is_person);
        let whole = name.chars().count() == count && (people || holder::is_person(&name));
        let of = usize::from(paper.first().and_then(Item::char) == Some('的'));
        let (document, end) = phrase::document(paper, of).filter(|_| whole)?;
        (super::documents::of_people(&document) && rest_fits(paper, end))
            .then_some((who, &paper[of..]))
    })
}

/// What stands behind such a verb.
pub(super) fn issued(items: &[Item]) -> &[Item] {
    if phrase::document(items, 0).is_some() {
        return items;
    }
    if let Some((at, length)) = find(items, ISSUED)
        && at + length < items.len()
    {
        return from_seller(&items[at + length..]);
    }
    let last = items.iter().rposition(|item| item.char() == Some('的'));
    match last {
        Some(at) if lies(items) && at + 1 < items.len() => &items[numbered(items, at + 1)..],
        _ => items,
    }
}

/// Verbs of getting something; whom from, or what it is, stands behind them.
const GOT: &[&str] = &[
    "购买",
    "购得",
    "认购",
    "订购",
    "承租",
    "租用",
    "交纳",
    "缴纳",
    "预交",
    "预缴",
    "申请补发",
    "申请补领",
    "申请换发",
];

/// 柳青苗购买某公司的购房合同, 承租某局门面房押金收据: who got something, perhaps nobody, and the paper of it.
pub(super) fn acquired(items: &[Item]) -> Option<(&[Item], &[Item])> {
    let (at, length) = find(items, GOT)?;
    let (owner, behind) = (&items[..at], &items[at + length..]);
    // 认购协议 begins with such a verb, and 认购 is no deed there.
    if phrase::document(items, at).is_some() || !(owner.is_empty() || of_person(owner)) {
        return None;
    }
    let of = behind.iter().rposition(|item| item.char() == Some('的')).map(|of| of + 1);
    let direct = of.filter(|of| phrase::document(behind, *of).is_some());
    direct.map(|of| &behind[of..]).or_else(|| sold(behind)).map(|paper| (owner, paper))
}

/// 某公司购房发票, 某小区3栋502室购房发票: the paper behind whom or what it is from.
fn sold(items: &[Item]) -> Option<&[Item]> {
    let formal = ["有限", "股份", "公司"].iter().any(|word| text(items).starts_with(word));
    let at = from_body(items).or_else(|| described(items, &[])).filter(|_| !formal)?;
    Some(&items[at..])
}

/// The paper itself behind whom it is from, where that shows.
fn from_seller(items: &[Item]) -> &[Item] {
    if phrase::document(items, 0).is_some() { items } else { sold(items).unwrap_or(items) }
}

/// 于2015年4月交付房款的收据, 于2015年4月交付的某花园购房款收据: what was done on that day tells of the
/// paper, and not of the loss; where the paper is named.
pub(super) fn dated_paper(items: &[Item]) -> Option<usize> {
    let day = usize::from(matches!(items.first()?.char(), Some('于' | '在')));
    items.get(day).filter(|item| item.what == What::Date)?;
    let near = &items[..items.len().min(60)];
    let of = near.iter().rposition(|item| item.char() == Some('的'))?;
    if any(REASON, &text(&items[..of])) {
        return None;
    }
    let named = |at: &usize| {
        let chars: Vec<char> = items[*at..].iter().take(40).map_while(Item::char).collect();
        super::documents::listed(&chars)
            && phrase::document(items, *at).is_some_and(|(_, end)| rest_fits(items, end))
    };
    let direct = phrase::document(items, of + 1).map(|_| of + 1);
    let paper = direct.or_else(|| (of + 1..near.len()).find(named))?;
    Some(numbered(near, paper))
}

/// 签发的编号为Q123456789的《出生医学证明》: a paper from the number on that is told before it.
fn numbered(items: &[Item], paper: usize) -> usize {
    let value = |at: usize| matches!(items[at].what, What::Number(_) | What::Sign(_));
    let told = paper >= 3 && items[paper - 1].char() == Some('的');
    // 证号为皖（2016）某县不动产权第0000218号的: a number with words in it.
    let label = |at: &usize| {
        phrase::labelled(items, *at).is_some_and(|(_, from)| {
            (from + 2 == paper && value(from))
                || phrase::worded(items, from).is_some_and(|end| end + 1 == paper)
        })
    };
    let labels = (paper.saturating_sub(48)..paper.saturating_sub(2)).find(label);
    labels.filter(|_| told).unwrap_or(paper)
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

/// Without the place a property lies in: 坐落于定远县定城镇的房产证.
pub(super) fn placed(items: &[Item]) -> &[Item] {
    if lies(items) { issued(items) } else { items }
}

/// Whether a phrase begins with where a property lies.
fn lies(items: &[Item]) -> bool {
    let verbs = ["位于", "坐落于", "坐落在", "座落于", "座落在", "坐落"];
    longest(&verbs, &run(items, 4)).is_some()
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
    "存放于",
    "存放在",
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
        // 柳青苗坐落在某路88号2幢201室房产证.
        (None, Some(cut), _) => match described(&items[cut..], &[]) {
            Some(paper) => (cut, cut + paper),
            None => return (&items[..0], items),
        },
        _ => return (&items[..0], items),
    };
    let by = items[..cut]
        .iter()
        .rposition(|item| matches!(item.char(), Some('由' | '在' | '于' | '与' | '同')));
    (&items[..by.unwrap_or(cut)], from_seller(&items[from..]))
}
